//! What templates see is written down in `themes/README.md`, exactly.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::date;
use serde_json::Value;

use crate::chronicle::{Changes, Chronicle, Day};
use crate::config::{self, Waiver};
use crate::diagnostic::{Diagnostic, Waived, message};
use crate::history::{Revision, RevisionId};
use crate::knowledge::compare::compare;
use crate::knowledge::evidence::{self, Tested};
use crate::knowledge::{self, KnowledgeBase};
use crate::markdown::highlight::Highlighter;
use crate::output::OutputContext;
use crate::output::site::here::Here;
use crate::output::site::{pages, prepare, templates};
use crate::problem::config::BAD_VALUE;
use crate::records::Record;
use crate::source::{Snapshot, SourcePath};
use crate::words::{Language, Words};

use super::past::Past;

const README: &str = "themes/README.md";

/// The fields of templates, by name; of each, what it can be.
type Fields = BTreeMap<String, BTreeSet<String>>;

#[test]
fn the_list_of_what_templates_see_is_right() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen: BTreeMap<&str, Fields> = BTreeMap::new();
    see(&snapshot(&root.join("tests/fixtures/everything")), &mut seen);
    let mut list = String::new();
    for (template, fields) in &seen {
        list += &format!("\n{template}\n");
        for (path, kinds) in fields {
            let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
            list += &format!("  {path}: {}\n", kinds.join(" or "));
        }
    }
    let text = std::fs::read_to_string(root.join(README)).unwrap();
    let (before, rest) = text.split_once("```text\n").expect("the list starts");
    let (written, after) = rest.split_once("```\n").expect("the list ends");
    if written != list && std::env::var("SNAPSHOTS").is_ok_and(|mode| mode == "overwrite") {
        std::fs::write(root.join(README), format!("{before}```text\n{list}```\n{after}")).unwrap();
        return;
    }
    assert_eq!(written, list, "run the test with SNAPSHOTS=overwrite, and think of `CONTEXT` when a field went");
    assert!(before.contains(&format!("version {}", templates::CONTEXT)), "the current version is named");
}

/// Reads the texts of a project on the disk.
fn snapshot(project: &Path) -> Snapshot {
    let mut texts = Vec::new();
    let mut folders = vec![project.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                let name = path.strip_prefix(project).unwrap().to_str().unwrap();
                texts.push((SourcePath::new(name).unwrap(), text.into()));
            }
        }
    }
    Snapshot::new(texts, [])
}

fn see(snapshot: &Snapshot, seen: &mut BTreeMap<&str, Fields>) {
    let config = config::read(snapshot, "project", &|folder| folder == "runbooks").value;
    let past = Past::of_changes_everywhere(snapshot);
    let known = |snapshot: &Snapshot| {
        let mut history = past.history(snapshot);
        // What is written in the records has been by then.
        for change in history.changes.values_mut().flat_map(|changes| &mut changes.commits) {
            Arc::make_mut(&mut change.revision).date = date(2026, 5, 4);
        }
        knowledge::compile(snapshot, config.clone(), history, date(2026, 11, 22)).value
    };
    let mut kb = known(snapshot);
    kb.past = tested(&kb, &known(&earlier(snapshot)));
    let thing = kb.catalog.entities.keys().next().unwrap().to_string();
    let page = format!("runbook:{}", kb.runbooks.keys().next().unwrap());
    for on in [thing, page] {
        kb.config.checks.waivers.push(Waiver {
            rule: "x".to_owned(),
            on,
            by: "x".to_owned(),
            because: Some("x".to_owned()),
            until: Some(date(2026, 12, 31)),
            place: kb.catalog.entities.values().next().unwrap().place,
        });
    }
    let highlighter = Highlighter::default();
    let chronicle = chronicle(&known(&earlier(snapshot)), &kb);
    // Something found at a place, about a thing, and accepted: all that the page of findings can show.
    let place = kb.catalog.entities.values().next().unwrap().place;
    let thing = kb.catalog.entities.keys().next().unwrap();
    let found = Diagnostic::at(&BAD_VALUE, place, message!("config-bad-toml.help"))
        .help(message!("config-bad-toml.help"))
        .about(thing);
    let waived = Waived {
        finding: found.clone(),
        because: "x".to_owned(),
        by: "person:x".to_owned(),
        until: date(2026, 12, 31),
    };
    let context = OutputContext {
        snapshot,
        kb: &kb,
        findings: &[found],
        waived: &[waived],
        rules: &[&BAD_VALUE],
        draft: false,
        archive: &past,
        chronicle: &chronicle,
        version: None,
        versions: &[],
        highlighter: &highlighter,
    };
    let mut problems: Vec<Diagnostic> = Vec::new();
    let (site, _) = prepare(&context, &mut problems);
    for (page, language, path) in site.plan.pages() {
        let here = Here::new(&site, page, path, &site.tongues[language]);
        let Some(view) = pages::view(&here) else { continue };
        let view = view.unwrap();
        note("chrome", &serde_json::to_value(&view.chrome).unwrap(), seen.entry("every page").or_default());
        note("page", &serde_json::to_value(&view.page).unwrap(), seen.entry(view.template).or_default());
    }
}

/// What changed: what lies between two states, a first day, and a thing of which more changed than is told.
fn chronicle(then: &KnowledgeBase, now: &KnowledgeBase) -> Chronicle {
    let words: Vec<Words> = Language::interface().map(|language| Words::load(&language)).collect();
    let mut changes = compare(then, now).tell(then, now, &words);
    changes.untold = 1;
    changes.services[0].things[0].is_cut = true;
    changes.services[0].things[0].event = Some(changes.services[0].things[0].changes[0].what.clone());
    changes.services[0].things[0].changes[0].note = changes.services[0].things[0].event.clone();
    let day = |revision: Option<Revision>, changes: Changes| Day {
        first: revision.as_ref().map(|revision| revision.id.clone()),
        revision,
        authors: vec!["Awa".to_owned()],
        versions: vec!["handover-1".to_owned()],
        changes,
    };
    let uncommitted = Day { versions: Vec::new(), ..day(None, changes) };
    let first = day(Some(revision()), Changes { is_first: true, ..Changes::default() });
    Chronicle { days: vec![uncommitted, first], is_cut: true }
}

fn revision() -> Revision {
    Revision {
        id: RevisionId::from_bytes(&[1; 20]),
        date: date(2026, 3, 1),
        author: "Awa".to_owned(),
        email: String::new(),
    }
}

/// What the records were made against.
fn tested(kb: &KnowledgeBase, then: &KnowledgeBase) -> evidence::Past {
    let words: Vec<Words> = Language::interface().map(|language| Words::load(&language)).collect();
    let tested = |record: Record<'_>| {
        (record.file().id.clone(), Tested::new(revision(), then, kb, record).compared(then, kb, record, &words))
    };
    kb.records.iter().map(tested).collect()
}

/// The project as it may have been before: some of what evidence depends on was otherwise.
fn earlier(snapshot: &Snapshot) -> Snapshot {
    const CHANGES: [(&str, &str); 6] = [
        ("Use the console. {#console}", "Look. {#look}"),
        ("3. Unpack the copy of", "3. Unpack"),
        ("start postfix dovecot", "start postfix"),
        ("version: 3.7", "version: 3.6"),
        ("tool: restic 0.16", "tool: restic 0.15"),
        ("offsite: true", "offsite: false"),
    ];
    let text = |text: &str| CHANGES.iter().fold(text.to_owned(), |text, (now, then)| text.replace(now, then));
    Snapshot::new(snapshot.files().iter().map(|file| (file.path.clone(), text(&file.text).into())), [])
}

/// Notes what a field is, and the fields in it.
fn note(path: &str, value: &Value, fields: &mut Fields) {
    let kind = match value {
        Value::Null => "nothing",
        Value::Bool(_) => "yes or no",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(items) => {
            // Trees hold what they are made of.
            let path = match path.rsplit_once('.') {
                Some((parent, "children")) if parent.ends_with("children[]") => parent.to_owned(),
                _ => format!("{path}[]"),
            };
            items.iter().for_each(|item| note(&path, item, fields));
            return;
        }
        Value::Object(object) => match () {
            () if object.contains_key("shape") && object.contains_key("parts") => "value",
            () if ["href", "lang", "note", "text"].iter().all(|key| object.contains_key(*key)) && object.len() == 4 => {
                "link"
            }
            () => {
                object.iter().for_each(|(name, value)| note(&format!("{path}.{name}"), value, fields));
                return;
            }
        },
    };
    fields.entry(path.to_owned()).or_default().insert(kind.to_owned());
}
