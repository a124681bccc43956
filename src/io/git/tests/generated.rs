//! Two hundred generated repositories. Each text is written once and never again, so the commit that brought it is the truth
//! about when it was changed, whatever merges, renames and wrong clocks came after.

use std::collections::BTreeMap;

use super::*;
use crate::io::cache::Cache;

/// A small generator of numbers: the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }
}

const NAMES: [&str; 12] = [
    "a.md",
    "b.md",
    "docs/a.md",
    "docs/deep/er/still.md",
    "docs/with space.md",
    "docs/é à ç.md",
    "docs/-dash.md",
    "docs/star*?[x].md",
    "docs/quote\"'.md",
    "docs.md",
    "docs/a.md.md",
    "über/..hidden-not.md",
];

/// The files of a commit: name → text.
type Files = BTreeMap<String, String>;

struct Generated {
    fixture: Fixture,
    dice: Dice,
    commits: Vec<(Oid, Files)>,
    /// Which commit brought a text, and its day.
    brought: BTreeMap<String, (Oid, i64)>,
    texts: usize,
}

impl Generated {
    fn new(seed: u64) -> Self {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        (0..8).for_each(|_| _ = dice.roll(2));
        let mut generated =
            Self { fixture: Fixture::new(), dice, commits: Vec::new(), brought: BTreeMap::new(), texts: 0 };
        let commits = 3 + generated.dice.roll(22);
        for _ in 0..commits {
            generated.commit();
        }
        generated
    }

    /// A text that is like no other, or like this one but for a line.
    fn text(&mut self, like: Option<&String>) -> String {
        self.texts += 1;
        let number = self.texts;
        match like {
            Some(text) => {
                let kept = text.lines().skip(1).map(|line| format!("{line}\n")).collect::<String>();
                format!("edited {number}\n{kept}")
            }
            None => (0..8).map(|line| format!("text {number}, line {line}\n")).collect(),
        }
    }

    fn commit(&mut self) {
        let (parents, base) = self.parents();
        let mut files = base.clone();
        for _ in 0..1 + self.dice.roll(3) {
            let name = NAMES[self.dice.roll(NAMES.len())].to_owned();
            let present = files.keys().nth(self.dice.roll(files.len().max(1))).cloned();
            // A text that takes the place of another in the commit that moves it is a change there.
            let is_free = |files: &Files| !collides(files, &name) && !base.contains_key(&name);
            match (self.dice.roll(6), present) {
                (0, Some(old)) => _ = files.remove(&old),
                (1 | 2, Some(old)) if is_free(&files) => {
                    let text = files.remove(&old).unwrap();
                    let text = if self.dice.roll(3) == 0 { self.text(Some(&text)) } else { text };
                    files.insert(name, text);
                }
                (3, Some(old)) => {
                    let text = files[&old].clone();
                    let text = self.text(Some(&text));
                    files.insert(old, text);
                }
                _ if is_free(&files) => {
                    let text = self.text(None);
                    files.insert(name, text);
                }
                _ => {}
            }
        }
        let repository = &self.fixture.repository;
        let mut update = TreeUpdateBuilder::new();
        for (name, text) in &files {
            update.upsert(name.as_str(), repository.blob(text.as_bytes()).unwrap(), FileMode::Blob);
        }
        let empty = repository.find_tree(repository.treebuilder(None).unwrap().write().unwrap()).unwrap();
        let tree = repository.find_tree(update.create_updated(repository, &empty).unwrap()).unwrap();
        // Neither clock can be trusted: a child may be years older than its parent.
        let day = i64::try_from(self.dice.roll(900)).unwrap();
        let noon = 1_767_268_800;
        let committed = noon + i64::try_from(self.dice.roll(900)).unwrap() * 86_400;
        let author = Signature::new("Ada", "ada@example.org", &Time::new(noon + day * 86_400, 0)).unwrap();
        let committer = Signature::new("Bot", "bot@example.org", &Time::new(committed, 0)).unwrap();
        let of_parents: Vec<_> = parents.iter().map(|parent| repository.find_commit(*parent).unwrap()).collect();
        let message = format!("commit {}", self.commits.len());
        let id = repository
            .commit(None, &author, &committer, &message, &tree, &of_parents.iter().collect::<Vec<_>>())
            .unwrap();
        for text in files.values() {
            self.brought.entry(text.clone()).or_insert((id, day));
        }
        self.commits.push((id, files));
    }

    /// One parent, or two of which each file is taken from one.
    fn parents(&mut self) -> (Vec<Oid>, Files) {
        let Some(last) = self.commits.last() else { return (Vec::new(), Files::new()) };
        let (last, mut files) = last.clone();
        let other = self.dice.roll(self.commits.len());
        match self.dice.roll(4) {
            // A branch from somewhere before.
            0 => (vec![self.commits[other].0], self.commits[other].1.clone()),
            1 if self.commits[other].0 != last => {
                let (id, theirs) = self.commits[other].clone();
                for (name, text) in theirs {
                    let is_here = files.values().any(|here| *here == text);
                    if self.dice.roll(2) == 0 && !is_here && (files.contains_key(&name) || !collides(&files, &name)) {
                        files.insert(name, text);
                    }
                }
                (vec![last, id], files)
            }
            _ => (vec![last], files),
        }
    }
}

/// Whether a name is taken, or a file lies where it wants a folder, or the other way round.
fn collides(files: &Files, name: &str) -> bool {
    files
        .keys()
        .any(|other| other == name || other.starts_with(&format!("{name}/")) || name.starts_with(&format!("{other}/")))
}

#[test]
fn in_two_hundred_repositories_no_date_is_wrong() {
    let (mut known, mut unknown, mut renamed) = (0, 0, 0);
    for seed in 0..200 {
        let mut generated = Generated::new(seed);
        let (head, files) = generated.commits.last().cloned().unwrap();
        generated.fixture.repository.reference("refs/heads/main", head, true, "test").unwrap();
        generated.fixture.checkout();
        let mut lost = Vec::new();
        if seed % 3 == 0 {
            let mut objects = Vec::new();
            let keep = |id: &Oid| {
                objects.push(*id);
                true
            };
            generated.fixture.repository.odb().unwrap().foreach(keep).unwrap();
            for _ in 0..=generated.dice.roll(3) {
                let object = objects.swap_remove(generated.dice.roll(objects.len()));
                generated.fixture.lose(object);
                lost.push(object);
            }
        }
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        let outcome = generated.fixture.history(&names);
        for (name, text) in &files {
            let path = SourcePath::new(name).unwrap();
            let (commit, day) = generated.brought[text];
            match outcome.value.last_change(&path, "") {
                LastChange::Known(revision) => {
                    known += 1;
                    let right = jiff::civil::date(2026, 1, 1).saturating_add(jiff::Span::new().days(day));
                    assert_eq!(revision.id.to_string(), commit.to_string(), "{name} of repository {seed}");
                    assert_eq!(revision.date, right);
                }
                LastChange::Unknown if !lost.is_empty() => unknown += 1,
                other => panic!("{name} of repository {seed}: {other:?}"),
            }
            let changes = outcome.value.changes(&path, "");
            for change in changes.iter().flat_map(|changes| &changes.commits) {
                // Each older change, too, is the one that brought what the file held then.
                // What was hidden once is not to be read.
                let Some(content) = &change.content else { continue };
                let content = Oid::from_bytes(content.as_bytes()).unwrap();
                let Ok(blob) = generated.fixture.repository.find_blob(content) else { continue };
                let (commit, _) = generated.brought[std::str::from_utf8(blob.content()).unwrap()];
                assert_eq!(change.revision.id.to_string(), commit.to_string(), "{name} of repository {seed}, before");
                renamed += usize::from(change.path.as_ref() != Some(&path));
            }
        }
    }
    assert!(
        known > 500 && unknown > 20 && renamed > 50,
        "{known} known, {unknown} unknown, {renamed} under another name"
    );
}

#[test]
fn what_is_remembered_never_changes_an_answer() {
    let caches = TempDir::new().unwrap();
    let mut joined = 0;
    for seed in 0..60 {
        let generated = Generated::new(seed);
        let root = generated.fixture.folder.path();
        let cache = Cache::of(caches.path(), "history", root);
        let mut before: Option<Oid> = None;
        // Forward along the commits as they were made: to children, to other branches, to merges of both.
        for (head, files) in &generated.commits {
            generated.fixture.repository.reference("refs/heads/main", *head, true, "test").unwrap();
            generated.fixture.checkout();
            let names: Vec<SourcePath> = files.keys().map(|name| SourcePath::new(name).unwrap()).collect();
            let walked = history(root, &names, &lines_as_parts, None);
            for round in ["first", "second"] {
                let memory = Memory::new(cache.clone(), "key".to_owned());
                let remembered = history(root, &names, &lines_as_parts, Some(&memory));
                assert_eq!(remembered.value.changes, walked.value.changes, "{round} time at {head} of {seed}");
            }
            let parents: Vec<Oid> = generated.fixture.repository.find_commit(*head).unwrap().parent_ids().collect();
            joined += usize::from(before.is_some_and(|before| parents == [before]));
            before = Some(*head);
        }
    }
    assert!(joined > 100, "{joined} times, only one commit had to be looked at");
}

#[test]
fn a_memory_that_is_damaged_or_of_something_else_is_not_used() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.md", "A")]);
    fixture.commit(2, &[first], &[("a.md", "B")]);
    fixture.checkout();
    let caches = TempDir::new().unwrap();
    let cache = Cache::of(caches.path(), "history", fixture.folder.path());
    let path = [SourcePath::new("a.md").unwrap()];
    let ask = |key: &str| {
        let memory = Memory::new(cache.clone(), key.to_owned());
        history(fixture.folder.path(), &path, &lines_as_parts, Some(&memory)).value.changes
    };
    let right = ask("key");
    let kept = cache.read();
    // The memory is used: what it says, when it is whole, is believed.
    cache.keep(String::from_utf8(cache.recall().unwrap()).unwrap().replace("Ada", "Eve").as_bytes());
    assert!(format!("{:?}", ask("key")).contains("Eve"));
    assert_eq!(ask("another key"), right);
    for at in 0..kept.len() {
        let mut damaged = kept.clone();
        damaged[at] ^= 1;
        cache.write(&damaged);
        assert_eq!(ask("key"), right, "byte {at}");
    }
}
