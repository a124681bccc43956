//! Small repositories, commit by commit.
#![expect(clippy::disallowed_methods, reason = "the disk is the subject")]

mod generated;
mod past;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use git2::build::TreeUpdateBuilder;
use git2::{FileMode, RepositoryInitOptions, Signature, Time};
use tempfile::TempDir;

use super::*;
use crate::history::LastChange;

/// A repository whose commits have fixed authors and days, counted from 2026-01-01.
struct Fixture {
    folder: TempDir,
    repository: Repository,
}

impl Fixture {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let mut options = RepositoryInitOptions::new();
        let repository = Repository::init_opts(folder.path(), options.initial_head("main")).unwrap();
        Self { folder, repository }
    }

    /// Adds a commit by Ada and lets the branch be at it.
    fn commit(&self, day: i64, parents: &[Oid], files: &[(&str, &str)]) -> Oid {
        self.commit_by("Ada <ada@example.org>", day, parents, files)
    }

    /// Adds a commit: the files of its first parent, with these put over them; an empty text removes the file.
    fn commit_by(&self, author: &str, day: i64, parents: &[Oid], files: &[(&str, &str)]) -> Oid {
        let repository = &self.repository;
        let parents: Vec<_> = parents.iter().map(|parent| repository.find_commit(*parent).unwrap()).collect();
        let empty = repository.find_tree(repository.treebuilder(None).unwrap().write().unwrap()).unwrap();
        let base = parents.first().map_or(empty, |parent| parent.tree().unwrap());
        let (removed, written): (Vec<_>, Vec<_>) = files.iter().partition(|(_, text)| text.is_empty());
        let (mut removal, mut update) = (TreeUpdateBuilder::new(), TreeUpdateBuilder::new());
        for (path, _) in removed {
            removal.remove(path);
        }
        for (path, text) in written {
            update.upsert(path, repository.blob(text.as_bytes()).unwrap(), FileMode::Blob);
        }
        let tree = repository.find_tree(removal.create_updated(repository, &base).unwrap()).unwrap();
        let tree = repository.find_tree(update.create_updated(repository, &tree).unwrap()).unwrap();
        let (name, mail) = author.trim_end_matches('>').split_once(" <").unwrap();
        // 2026-01-01, noon in UTC.
        let signature = Signature::new(name, mail, &Time::new(1_767_268_800 + (day - 1) * 86_400, 0)).unwrap();
        let id = repository
            .commit(None, &signature, &signature, "change", &tree, &parents.iter().collect::<Vec<_>>())
            .unwrap();
        repository.reference("refs/heads/main", id, true, "test").unwrap();
        id
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        std::fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        std::fs::write(self.path(path), text).unwrap();
    }

    /// Writes all files of the branch.
    fn checkout(&self) {
        self.repository.checkout_head(Some(git2::build::CheckoutBuilder::new().force())).unwrap();
    }

    /// Removes an object from the repository.
    fn lose(&self, id: Oid) {
        let name = id.to_string();
        let (folder, file) = name.split_at(2);
        std::fs::remove_file(self.repository.path().join("objects").join(folder).join(file)).unwrap();
    }

    fn history(&self, files: &[&str]) -> Outcome<History> {
        history_of(self.folder.path(), files)
    }

    /// What is known of each file or `file#part`, one a line: the day in January 2026 and the author; then the problems.
    fn known(&self, files: &[&str]) -> String {
        known(&self.history(files), files)
    }
}

fn history_of(root: &Path, files: &[&str]) -> Outcome<History> {
    let files: Vec<SourcePath> =
        files.iter().map(|file| SourcePath::new(file.split('#').next().unwrap()).unwrap()).collect();
    history(root, &files, &lines_as_parts, None)
}

fn known(outcome: &Outcome<History>, files: &[&str]) -> String {
    let mut lines: Vec<String> = files
        .iter()
        .map(|file| {
            let (path, part) = file.split_once('#').unwrap_or((file, ""));
            let what = match outcome.value.last_change(&SourcePath::new(path).unwrap(), part) {
                LastChange::Known(revision) => {
                    format!("{} {}", revision.date.strftime("%-d"), revision.author)
                }
                LastChange::Uncommitted => "uncommitted".to_owned(),
                LastChange::Unknown => "unknown".to_owned(),
            };
            format!("{file}: {what}")
        })
        .collect();
    lines.extend(outcome.diagnostics.iter().map(|diagnostic| diagnostic.code.name.to_owned()));
    lines.join("\n")
}

/// The lines of a YAML file as its parts, each named by its key.
fn lines_as_parts(path: &SourcePath, bytes: &[u8]) -> Vec<(String, u64)> {
    if path.extension() != "yaml" {
        return Vec::new();
    }
    let text = String::from_utf8_lossy(bytes);
    let part = |line: &str| {
        let mut hasher = DefaultHasher::new();
        line.hash(&mut hasher);
        Some((line.split_once(':')?.0.to_owned(), hasher.finish()))
    };
    text.lines().filter_map(part).collect()
}

#[test]
fn each_file_is_dated_by_the_commit_that_changed_it_last() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.md", "A"), ("docs/b.md", "B"), ("docs/c.md", "C")]);
    let second = fixture.commit(2, &[first], &[("docs/b.md", "B2")]);
    fixture.commit_by("Bob <bob@example.org>", 3, &[second], &[("other.md", "O")]);
    fixture.checkout();
    let files = ["a.md", "docs/b.md", "docs/c.md"];
    assert_eq!(fixture.known(&files), "a.md: 1 Ada\ndocs/b.md: 2 Ada\ndocs/c.md: 1 Ada");
    let history = fixture.history(&files).value;
    assert_eq!((&history.extent, history.dirty), (&Extent::Whole, false));
    assert_eq!(history.head.unwrap().author, "Bob");
}

#[test]
fn a_merge_that_took_one_side_changed_nothing() {
    let fixture = Fixture::new();
    let base = fixture.commit(1, &[], &[("a.md", "A"), ("b.md", "B"), ("c.md", "C")]);
    let left = fixture.commit(2, &[base], &[("a.md", "left")]);
    let right = fixture.commit_by("Bob <bob@example.org>", 3, &[base], &[("b.md", "right")]);
    fixture.commit(4, &[left, right], &[("b.md", "right")]);
    fixture.checkout();
    assert_eq!(fixture.known(&["a.md", "b.md", "c.md"]), "a.md: 2 Ada\nb.md: 3 Bob\nc.md: 1 Ada");
}

#[test]
fn a_merge_that_differs_from_all_sides_is_a_change() {
    let fixture = Fixture::new();
    let base = fixture.commit(1, &[], &[("a.md", "A")]);
    let left = fixture.commit(2, &[base], &[("a.md", "left")]);
    let right = fixture.commit(3, &[base], &[("a.md", "right")]);
    fixture.commit(4, &[left, right], &[("a.md", "both")]);
    fixture.checkout();
    assert_eq!(fixture.known(&["a.md"]), "a.md: 4 Ada");
}

#[test]
fn a_change_that_a_merge_threw_away_does_not_count() {
    let fixture = Fixture::new();
    let base = fixture.commit(1, &[], &[("a.md", "A")]);
    let left = fixture.commit(2, &[base], &[("b.md", "B")]);
    let right = fixture.commit(3, &[base], &[("a.md", "thrown away")]);
    fixture.commit(4, &[left, right], &[]);
    fixture.checkout();
    assert_eq!(fixture.known(&["a.md"]), "a.md: 1 Ada");
}

#[test]
fn a_child_older_than_its_parent_changes_no_answer() {
    let fixture = Fixture::new();
    let base = fixture.commit(20, &[], &[("a.md", "A"), ("b.md", "B"), ("c.md", "C")]);
    let left = fixture.commit(3, &[base], &[("a.md", "left")]);
    let right = fixture.commit(25, &[base], &[("b.md", "right")]);
    fixture.commit(2, &[left, right], &[("b.md", "right")]);
    fixture.checkout();
    assert_eq!(fixture.known(&["a.md", "b.md", "c.md"]), "a.md: 3 Ada\nb.md: 25 Ada\nc.md: 20 Ada");
}

#[test]
fn a_file_removed_and_written_again_is_as_old_as_its_return() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.md", "A"), ("b.md", "B")]);
    let second = fixture.commit(2, &[first], &[("a.md", "")]);
    fixture.commit(3, &[second], &[("a.md", "A")]);
    fixture.checkout();
    assert_eq!(fixture.known(&["a.md", "b.md"]), "a.md: 3 Ada\nb.md: 1 Ada");
}

/// All changes of a file, the newest first: the day, and the name that it had, where that was another.
fn changes(fixture: &Fixture, file: &str) -> String {
    let path = SourcePath::new(file).unwrap();
    let history = fixture.history(&[file]).value;
    let changes = history.changes(&path, "").unwrap();
    let mut days: Vec<String> = changes
        .commits
        .iter()
        .map(|change| {
            let name = change.path.as_ref().map_or("elsewhere", SourcePath::as_str);
            let name = if name == file { String::new() } else { format!(" {name}") };
            format!("{}{name}", change.revision.date.strftime("%-d"))
        })
        .collect();
    days.extend((!changes.is_whole).then(|| "…".to_owned()));
    days.join(", ")
}

#[test]
fn a_renamed_file_keeps_its_changes() {
    let fixture = Fixture::new();
    let text = |first: &str| format!("{first}\ntwo\nthree\nfour\nfive\n");
    let first = fixture.commit(1, &[], &[("a.md", &text("one"))]);
    let second = fixture.commit(2, &[first], &[("a.md", &text("uno"))]);
    let moved = fixture.commit(3, &[second], &[("a.md", ""), ("docs/b.md", &text("uno"))]);
    let edited = fixture.commit(4, &[moved], &[("docs/b.md", ""), ("docs/c.md", &text("eins"))]);
    // Something else takes the old place in the commit that moves it away.
    fixture.commit(5, &[edited], &[("docs/d.md", &text("eins")), ("docs/c.md", "another page\n")]);
    fixture.checkout();
    assert_eq!(changes(&fixture, "docs/d.md"), "4 docs/c.md, 2 a.md, 1 a.md");
    assert_eq!(changes(&fixture, "docs/c.md"), "5, 4, 2 a.md, 1 a.md");
}

#[test]
fn a_file_that_has_little_of_one_that_went_is_new() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.md", "one\ntwo\nthree\nfour\n")]);
    fixture.commit(2, &[first], &[("a.md", ""), ("b.md", "one\nand\nmuch\nelse\nbesides\n")]);
    fixture.checkout();
    assert_eq!(changes(&fixture, "b.md"), "2");
}

#[test]
fn both_sides_of_a_merge_are_part_of_the_past() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.md", "one\n")]);
    let left = fixture.commit(2, &[first], &[("a.md", "one\nleft\n")]);
    let right = fixture.commit(3, &[first], &[("a.md", "one\nright\n")]);
    fixture.commit(4, &[left, right], &[("a.md", "one\nleft\nright\n")]);
    fixture.checkout();
    assert_eq!(changes(&fixture, "a.md"), "4, 3, 2, 1");
}

#[test]
fn what_is_not_substantive_is_no_change() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.txt", "one\ntwo\n")]);
    let second = fixture.commit(2, &[first], &[("a.txt", "one two\n")]);
    fixture.commit(3, &[second], &[("a.txt", "one   two\n\n")]);
    fixture.checkout();
    fixture.write("a.txt", "one\n\ntwo");
    let words = |_: &SourcePath, bytes: &[u8]| {
        let mut hasher = DefaultHasher::new();
        String::from_utf8_lossy(bytes).split_whitespace().for_each(|word| word.hash(&mut hasher));
        vec![(String::new(), hasher.finish())]
    };
    let path = SourcePath::new("a.txt").unwrap();
    let history = history(fixture.folder.path(), std::slice::from_ref(&path), &words, None).value;
    let LastChange::Known(last) = history.last_change(&path, "") else { panic!("{history:?}") };
    assert_eq!(last.date.day(), 1);
    assert!(history.dirty);
}

#[test]
fn a_folder_that_was_a_file_is_no_fault() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a", "file"), ("a-b.md", "B"), ("a.md", "A"), ("z", "file")]);
    fixture.commit(2, &[first], &[("a", ""), ("z", ""), ("a/c.md", "C"), ("z/d.md", "D")]);
    fixture.checkout();
    let expected = "a-b.md: 1 Ada\na.md: 1 Ada\na/c.md: 2 Ada\nz/d.md: 2 Ada";
    assert_eq!(fixture.known(&["a-b.md", "a.md", "a/c.md", "z/d.md"]), expected);
}

#[test]
fn what_is_not_committed_is_said_to_be_so() {
    let fixture = Fixture::new();
    fixture.commit(1, &[], &[("a.md", "A"), ("b.md", "B")]);
    fixture.checkout();
    fixture.write("b.md", "edited");
    fixture.write("new/c.md", "C");
    let files = ["a.md", "b.md", "new/c.md"];
    assert_eq!(fixture.known(&files), "a.md: 1 Ada\nb.md: uncommitted\nnew/c.md: uncommitted");
    assert!(fixture.history(&files).value.dirty);
    assert!(!fixture.history(&["a.md"]).value.dirty, "only the files that were asked for count");
}

#[test]
fn line_ends_that_git_converts_are_no_change() {
    let fixture = Fixture::new();
    let attributes = (".gitattributes", "* text eol=crlf\n");
    let files = [attributes, ("a.md", "A\nB\n"), ("b.md", "A\nB\n"), ("s.yaml", "mail: 1\nweb: 1\n")];
    let first = fixture.commit(1, &[], &files);
    fixture.commit(2, &[first], &[("s.yaml", "mail: 1\nweb: 2\n")]);
    fixture.checkout();
    assert_eq!(std::fs::read(fixture.path("a.md")).unwrap(), b"A\r\nB\r\n");
    fixture.write("b.md", "A\r\nC\r\n");
    let expected = "a.md: 1 Ada\nb.md: uncommitted\ns.yaml#mail: 1 Ada\ns.yaml#web: 2 Ada";
    assert_eq!(fixture.known(&["a.md", "b.md", "s.yaml#mail", "s.yaml#web"]), expected);
}

#[test]
fn each_entity_of_a_file_has_its_own_last_change() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("s.yaml", "mail: 1\nweb: 1\nold: 1\n")]);
    let second = fixture.commit(2, &[first], &[("s.yaml", "mail: 2\nweb: 1\nold: 1\n")]);
    let third = fixture.commit(3, &[second], &[("s.yaml", "# a comment\nmail: 2\nweb: 1\nold: 1\n")]);
    fixture.commit(4, &[third], &[("s.yaml", "# a comment\nweb: 4\nnew: 4\nold: 1\nmail: 2\n")]);
    fixture.checkout();
    let files = ["s.yaml", "s.yaml#mail", "s.yaml#web", "s.yaml#new", "s.yaml#old", "s.yaml#none"];
    let clean = "s.yaml: 4 Ada\ns.yaml#mail: 2 Ada\ns.yaml#web: 4 Ada\ns.yaml#new: 4 Ada\ns.yaml#old: 1 Ada\n\
                 s.yaml#none: unknown";
    assert_eq!(fixture.known(&files), clean);

    fixture.write("s.yaml", "web: 4\nnew: edited\nold: 1\nmail: 2\n");
    let edited = "s.yaml: uncommitted\ns.yaml#mail: 2 Ada\ns.yaml#web: 4 Ada\ns.yaml#new: uncommitted\n\
                  s.yaml#old: 1 Ada\ns.yaml#none: unknown";
    assert_eq!(fixture.known(&files), edited);
}

#[test]
fn entities_merged_from_two_sides_keep_their_commits() {
    let fixture = Fixture::new();
    let base = fixture.commit(1, &[], &[("s.yaml", "mail: 1\nweb: 1\ndns: 1\n")]);
    let left = fixture.commit(2, &[base], &[("s.yaml", "mail: 2\nweb: 1\ndns: 1\n")]);
    let right = fixture.commit(3, &[base], &[("s.yaml", "mail: 1\nweb: 3\ndns: 1\n")]);
    fixture.commit(4, &[left, right], &[("s.yaml", "mail: 2\nweb: 3\ndns: 1\n")]);
    fixture.checkout();
    assert_eq!(
        fixture.known(&["s.yaml", "s.yaml#mail", "s.yaml#web", "s.yaml#dns"]),
        "s.yaml: 4 Ada\ns.yaml#mail: 2 Ada\ns.yaml#web: 3 Ada\ns.yaml#dns: 1 Ada"
    );
}

#[test]
fn a_project_may_be_a_folder_of_a_repository() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("ops/a.md", "A"), ("a.md", "another")]);
    let second = fixture.commit(2, &[first], &[("ops/docs/b.md", "B")]);
    fixture.commit(3, &[second], &[("a.md", "changed")]);
    fixture.checkout();
    let files = ["a.md", "docs/b.md"];
    assert_eq!(known(&history_of(&fixture.path("ops"), &files), &files), "a.md: 1 Ada\ndocs/b.md: 2 Ada");
}

#[test]
fn behind_the_end_of_a_shallow_clone_all_is_unknown() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.md", "A"), ("b.md", "B"), ("c.md", "C"), ("d.md", "D")]);
    let second = fixture.commit(2, &[first], &[("b.md", "B2")]);
    fixture.commit(3, &[second], &[("c.md", "C3")]);
    fixture.checkout();
    fixture.write("d.md", "edited");
    std::fs::write(fixture.path(".git/shallow"), format!("{second}\n")).unwrap();
    let files = ["a.md", "b.md", "c.md", "d.md"];
    let expected = "a.md: unknown\nb.md: unknown\nc.md: 3 Ada\nd.md: uncommitted\ngit/shallow";
    assert_eq!(fixture.known(&files), expected);
    assert_eq!(fixture.history(&files).value.extent, Extent::Shallow);
}

#[test]
fn a_shallow_clone_that_holds_enough_is_no_problem() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.md", "A"), ("b.md", "B")]);
    let second = fixture.commit(2, &[first], &[("b.md", "B2")]);
    fixture.commit(3, &[second], &[("a.md", "A3")]);
    fixture.checkout();
    std::fs::write(fixture.path(".git/shallow"), format!("{second}\n")).unwrap();
    assert_eq!(fixture.known(&["a.md"]), "a.md: 3 Ada");
}

#[test]
fn without_a_repository_nothing_is_known_and_nothing_is_wrong() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("a.md"), "A").unwrap();
    let outcome = history_of(folder.path(), &["a.md"]);
    assert_eq!(known(&outcome, &["a.md"]), "a.md: unknown");
    assert_eq!(outcome.value.extent, Extent::NoRepository);
}

#[test]
fn before_the_first_commit_all_is_uncommitted() {
    let fixture = Fixture::new();
    fixture.write("a.md", "A");
    fixture.write("s.yaml", "mail: 1\n");
    assert_eq!(fixture.known(&["a.md", "s.yaml#mail"]), "a.md: uncommitted\ns.yaml#mail: uncommitted");
    assert_eq!(fixture.history(&["a.md"]).value.extent, Extent::Unborn);
}

#[test]
fn a_detached_head_is_a_head() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.md", "A")]);
    fixture.commit(2, &[first], &[("a.md", "A2")]);
    fixture.repository.set_head_detached(first).unwrap();
    fixture.checkout();
    assert_eq!(fixture.known(&["a.md"]), "a.md: 1 Ada");
}

#[test]
fn a_second_work_tree_has_the_history_of_its_own_branch() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.md", "A")]);
    let head = fixture.repository.head().unwrap();
    let mut options = git2::WorktreeAddOptions::new();
    let branch = fixture.repository.branch("side", &head.peel_to_commit().unwrap(), false).unwrap();
    let elsewhere = TempDir::new().unwrap();
    let place = elsewhere.path().join("side");
    fixture.repository.worktree("side", &place, Some(options.reference(Some(branch.get())))).unwrap();
    fixture.commit(2, &[first], &[("a.md", "A2")]);
    assert_eq!(known(&history_of(&place, &["a.md"]), &["a.md"]), "a.md: 1 Ada");
}

#[test]
fn a_lost_tree_hides_only_what_it_would_tell() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.md", "A"), ("docs/b.md", "B"), ("docs/c.md", "C")]);
    let second = fixture.commit(2, &[first], &[("docs/b.md", "B2")]);
    fixture.commit(3, &[second], &[("docs/c.md", "C3"), ("new.md", "N")]);
    fixture.checkout();
    let tree = fixture.repository.find_commit(second).unwrap().tree().unwrap();
    fixture.lose(tree.get_name("docs").unwrap().id());
    let files = ["a.md", "docs/b.md", "docs/c.md", "new.md"];
    // What came with the third commit may have lain in that folder before, under another name.
    let expected = "a.md: 1 Ada\ndocs/b.md: unknown\ndocs/c.md: unknown\nnew.md: unknown\ngit/unreadable";
    assert_eq!(fixture.known(&files), expected);
    assert!(matches!(fixture.history(&files).value.extent, Extent::Unreadable(_)));
}

#[test]
fn a_lost_commit_hides_only_what_lies_behind_it() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.md", "A"), ("b.md", "B")]);
    let second = fixture.commit(2, &[first], &[("b.md", "B2")]);
    let third = fixture.commit(3, &[second], &[("c.md", "C")]);
    fixture.commit(4, &[third], &[("b.md", "B4")]);
    fixture.checkout();
    fixture.lose(second);
    let expected = "a.md: unknown\nb.md: 4 Ada\nc.md: unknown\ngit/unreadable";
    assert_eq!(fixture.known(&["a.md", "b.md", "c.md"]), expected);
}

#[test]
fn whatever_single_object_is_lost_no_date_is_wrong() {
    let build = || {
        let fixture = Fixture::new();
        let first = fixture.commit(1, &[], &[("a.md", "A"), ("docs/b.md", "B"), ("docs/s.yaml", "mail: 1\nweb: 1\n")]);
        let left = fixture.commit(2, &[first], &[("docs/b.md", "B2"), ("docs/s.yaml", "mail: 1\nweb: 2\n")]);
        let right = fixture.commit(3, &[first], &[("a.md", "A3")]);
        fixture.commit(4, &[left, right], &[("a.md", "A3")]);
        fixture.checkout();
        fixture
    };
    let files = ["a.md", "docs/b.md", "docs/s.yaml", "docs/s.yaml#mail", "docs/s.yaml#web"];
    let whole = build().known(&files);
    let mut objects = Vec::new();
    build()
        .repository
        .odb()
        .unwrap()
        .foreach(|id| {
            objects.push(*id);
            true
        })
        .unwrap();
    assert!(objects.len() > 12, "{objects:?}");
    for object in objects {
        let fixture = build();
        fixture.lose(object);
        for (line, right) in fixture.known(&files).lines().zip(whole.lines()) {
            assert!(line == right || line.ends_with(": unknown"), "without {object}: {line}, not {right}");
        }
    }
}

#[test]
fn authors_are_those_of_the_mailmap() {
    let fixture = Fixture::new();
    let mailmap = "Ada Lovelace <ada@example.org> <al@old.example.org>\n";
    let author = "al <al@old.example.org>";
    let first = fixture.commit_by(author, 1, &[], &[("a.md", "A"), (".mailmap", mailmap)]);
    fixture.commit_by("Bob\u{1b}[31m <bob@example.org>", 2, &[first], &[("b.md", "B")]);
    fixture.checkout();
    assert_eq!(fixture.known(&["a.md", "b.md"]), "a.md: 1 Ada Lovelace\nb.md: 2 Bob\u{fffd}[31m");
}

#[test]
fn the_day_is_that_of_the_author_in_utc() {
    let fixture = Fixture::new();
    let repository = &fixture.repository;
    // Written on 2026-01-02 at 00:30 in Paris, which is the day before in UTC; committed much later.
    let author = Signature::new("Ada", "ada@example.org", &Time::new(1_767_310_200, 60)).unwrap();
    let committer = Signature::new("Bob", "bob@example.org", &Time::new(1_770_000_000, 0)).unwrap();
    let mut tree = repository.treebuilder(None).unwrap();
    tree.insert("a.md", repository.blob(b"A").unwrap(), 0o100_644).unwrap();
    let tree = repository.find_tree(tree.write().unwrap()).unwrap();
    repository.commit(Some("HEAD"), &author, &committer, "change", &tree, &[]).unwrap();
    fixture.write("a.md", "A");
    assert_eq!(fixture.known(&["a.md"]), "a.md: 1 Ada");
}

#[test]
fn a_submodule_is_not_followed() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("a.md", "A")]);
    let tree = fixture.repository.find_commit(first).unwrap().tree().unwrap();
    let mut update = TreeUpdateBuilder::new();
    let tree = update.upsert("sub", first, FileMode::Commit).create_updated(&fixture.repository, &tree).unwrap();
    let tree = fixture.repository.find_tree(tree).unwrap();
    let parent = fixture.repository.find_commit(first).unwrap();
    let author = parent.author();
    fixture.repository.commit(Some("HEAD"), &author, &author, "sub", &tree, &[&parent]).unwrap();
    fixture.write("a.md", "A");
    fixture.write("sub/b.md", "B");
    assert_eq!(fixture.known(&["a.md", "sub/b.md"]), "a.md: 1 Ada\nsub/b.md: unknown");
}

#[cfg(unix)]
#[test]
fn a_page_reached_through_a_link_has_the_history_of_its_file() {
    let fixture = Fixture::new();
    let first = fixture.commit(1, &[], &[("docs/a.md", "A"), ("b.md", "B")]);
    fixture.commit(2, &[first], &[("docs/a.md", "A2")]);
    fixture.checkout();
    std::os::unix::fs::symlink("docs", fixture.path("linked")).unwrap();
    assert_eq!(fixture.known(&["linked/a.md", "docs/a.md"]), "linked/a.md: 2 Ada\ndocs/a.md: 2 Ada");
}

/// Only the superuser can give files away; others skip this test.
#[cfg(unix)]
#[test]
fn a_repository_of_another_user_is_not_trusted() {
    let fixture = Fixture::new();
    fixture.commit(1, &[], &[("a.md", "A")]);
    fixture.checkout();
    for path in ["", ".git"] {
        if std::os::unix::fs::chown(fixture.path(path), Some(65_534), None).is_err() {
            return;
        }
    }
    let outcome = fixture.history(&["a.md"]);
    assert_eq!(known(&outcome, &["a.md"]), "a.md: unknown\ngit/unreadable");
    let words = crate::words::Words::load(&crate::words::Language::ENGLISH);
    let help = words.say(&outcome.diagnostics[0].help[0]);
    let folder = fixture.folder.path().canonicalize().unwrap();
    assert!(help.contains(&format!("safe.directory \"{}\"", folder.display())), "{help}");
}
