use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, date};

use super::{Drift, Link, PageTrust, Reporter, Standing, Tested};
use crate::config;
use crate::history::{Change, Changes, Extent, History, Revision, RevisionId};
use crate::knowledge::{self, KnowledgeBase};
use crate::names::{EntityRef, Kind};
use crate::source::{Snapshot, SourcePath};

const PROJECT: &str = "\
-- book.toml --
[releve]
-- runbooks/restore.md --
---
title: Restore
type: restore
for: [service:cloud]
---
## Steps

1. Bring the files back. {#back}
-- runbooks/inventory/people.yaml --
ada: {name: Ada, commits_as: [\"Ada <ada@example.org>\"]}
bob: {name: Bob, commits_as: [bob@example.org]}
cleo: {name: Cleo}
-- runbooks/inventory/services.yaml --
cloud: {name: Cloud, mtd: 1d}
wiki: {name: Wiki, mtd: 30d}
-- runbooks/inventory/backups.yaml --
nightly: {name: Nightly, covers: [{ref: service:cloud}, {ref: service:wiki}]}
weekly: {name: Weekly, covers: [{ref: service:wiki}]}
silent: {name: Silent}
";

/// An exercise by Bob of what brings files back.
const RESTORE: &str = "\
-- runbooks/records/exercises/2026-06-01-cloud.yaml --
date: 2026-06-01
type: restore
by: bob
subjects: [backup:nightly, runbook:restore]
result: pass
took: 40m
found: nothing
";

fn revision(author: &str, on: Date) -> Arc<Revision> {
    let id = RevisionId::from_bytes(&[7; 20]);
    Arc::new(Revision { id, date: on, author: author.to_owned(), email: format!("{author}@example.org") })
}

/// Reads a project whose files were committed by these, the newest first; who is called `?` has not committed.
fn known(archive: &str, commits: &[(&str, &[&str])]) -> (KnowledgeBase, Snapshot) {
    let changes = commits.iter().map(|(path, authors)| {
        let is_uncommitted = authors.contains(&"?");
        let authors = authors.iter().filter(|author| **author != "?");
        let commits =
            authors.map(|author| Change { revision: revision(author, date(2026, 6, 2)), path: None, content: None });
        let path = SourcePath::new(&format!("runbooks/{path}")).unwrap();
        ((path, String::new()), Changes { is_uncommitted, commits: commits.collect(), is_whole: true })
    });
    let history = History { extent: Extent::Whole, changes: changes.collect(), ..History::default() };
    let snapshot = Snapshot::from_archive(archive);
    let config = config::read(&snapshot, "Test", &|_| true).value;
    (knowledge::compile(&snapshot, config, history, date(2026, 11, 26)).value, snapshot)
}

/// Reads the project with some records, of which Bob committed each, nothing having changed since.
fn fresh(records: &str) -> KnowledgeBase {
    let archive = format!("{PROJECT}{records}");
    let paths: Vec<&str> =
        records.lines().filter_map(|line| line.strip_prefix("-- runbooks/")?.strip_suffix(" --")).collect();
    let commits: Vec<(&str, &[&str])> = paths.iter().map(|path| (*path, &["bob"][..])).collect();
    let (mut kb, _) = known(&archive, &commits);
    place(&mut kb, &archive);
    kb
}

/// Says that the records were made against a project.
fn place(kb: &mut KnowledgeBase, then: &str) {
    let (then, _) = known(then, &[]);
    kb.past = kb
        .records_to_place()
        .map(|(record, added)| (record.file().id.clone(), Tested::new(added.clone(), &then, kb, record)))
        .collect();
}

fn thing(kb: &KnowledgeBase, kind: Kind, id: &str) -> EntityRef {
    kb.names.resolve(kind, id).unwrap()
}

/// The levels of the evidence about a thing on a day, with who shows what.
fn levels(kb: &KnowledgeBase, kind: Kind, id: &str, on: Date) -> Vec<String> {
    let evidence = kb.evidence(&thing(kb, kind, id));
    evidence.iter().map(|of| format!("{} {:?} {:?}", of.by.id(), of.link, of.level(on))).collect()
}

#[test]
fn whoever_commits_their_own_record_has_proven_it_and_others_report() {
    let path = "records/exercises/2026-06-01-cloud.yaml";
    let standing = |commits: &[(&str, &[&str])]| {
        let (kb, _) = known(&format!("{PROJECT}{RESTORE}"), commits);
        let evidence = kb.evidence(&thing(&kb, Kind::Backup, "nightly"));
        let standing = match &evidence[0].standing {
            Standing::Own => "own".to_owned(),
            Standing::Reported(Reporter::Person(person)) => format!("reported by {}", person.id()),
            Standing::Reported(Reporter::Stranger(name)) => format!("reported by a stranger, {name}"),
            Standing::Reported(Reporter::Unknown) => "reported by nobody knows whom".to_owned(),
            Standing::Uncommitted => "not committed".to_owned(),
            Standing::Foretold => "foretold".to_owned(),
        };
        format!("{standing}: {:?}", evidence[0].fresh_level())
    };
    assert_eq!(standing(&[(path, &["bob", "bob"])]), "own: Proven");
    assert_eq!(standing(&[(path, &["ada"])]), "reported by ada: Shown");
    assert_eq!(standing(&[(path, &["ada", "bob"])]), "reported by ada: Shown");
    assert_eq!(standing(&[(path, &["eve"])]), "reported by a stranger, eve: Shown");
    assert_eq!(standing(&[(path, &["?", "bob"])]), "not committed: OnPaper");
    assert_eq!(standing(&[(path, &["?"])]), "not committed: OnPaper");
    assert_eq!(standing(&[]), "reported by nobody knows whom: Shown");
}

#[test]
fn what_is_dated_after_the_commit_that_added_it_counts_for_nothing() {
    let standing = |day: &str| {
        let kb = fresh(&RESTORE.replace("2026-06-01", day));
        let evidence = kb.evidence(&thing(&kb, Kind::Backup, "nightly"));
        (evidence[0].standing.clone() == Standing::Foretold, evidence[0].is_proof())
    };
    // It was committed on the second, in UTC.
    assert_eq!(standing("2026-06-04"), (true, false));
    assert_eq!(standing("2026-06-03"), (false, true));
}

#[test]
fn evidence_loses_a_level_past_its_window_and_another_past_twice() {
    let kb = fresh(RESTORE);
    let nightly = |on| levels(&kb, Kind::Backup, "nightly", on);
    // What must be back within a day is restored twice a year.
    assert_eq!(nightly(date(2026, 5, 31)), ["bob Data OnPaper"]);
    assert_eq!(nightly(date(2026, 11, 28)), ["bob Data Proven"]);
    assert_eq!(nightly(date(2026, 11, 29)), ["bob Data Shown"]);
    assert_eq!(nightly(date(2027, 5, 27)), ["bob Data Shown"]);
    assert_eq!(nightly(date(2027, 5, 28)), ["bob Data OnPaper"]);
    assert_eq!(nightly(date(2040, 1, 1)), ["bob Data OnPaper"]);
    let page = |on| levels(&kb, Kind::Runbook, "restore", on);
    assert_eq!(page(date(2027, 6, 1)), ["bob KnowHow Proven"]);
    assert_eq!(page(date(2027, 6, 2)), ["bob KnowHow Shown"]);
}

#[test]
fn what_may_wait_is_restored_once_a_year_and_a_page_may_ask_for_more() {
    let kb = fresh(&RESTORE.replace("backup:nightly", "backup:weekly"));
    assert_eq!(levels(&kb, Kind::Backup, "weekly", date(2027, 6, 1)), ["bob Data Proven"]);
    // Nobody says what it covers.
    let kb = fresh(&RESTORE.replace("backup:nightly", "backup:silent"));
    assert_eq!(levels(&kb, Kind::Backup, "silent", date(2026, 11, 29)), ["bob Data Shown"]);
    let archive = PROJECT.replace("for: [service:cloud]", "for: [service:cloud]\nevidence_every: 30d");
    let (kb, _) = known(&format!("{archive}{RESTORE}"), &[]);
    let evidence = kb.evidence(&thing(&kb, Kind::Runbook, "restore"));
    assert_eq!(evidence[0].trust_until(), Some(date(2026, 7, 1)));
}

#[test]
fn only_what_was_brought_back_or_taken_over_shows_that_data_comes_back() {
    let shown = |exercise_type: &str, subject: &str, kind: Kind, id: &str| {
        let record = RESTORE.replace("type: restore", &format!("type: {exercise_type}"));
        let kb = fresh(&record.replace("backup:nightly", subject));
        kb.evidence(&thing(&kb, kind, id))[0].link
    };
    let backup = |exercise_type| shown(exercise_type, "backup:nightly", Kind::Backup, "nightly");
    assert_eq!(backup("partial"), Link::KnowHow);
    assert_eq!(backup("read-through"), Link::KnowHow);
    assert_eq!(backup("access-check"), Link::Access);
    assert_eq!(backup("restore"), Link::Data);
    assert_eq!(backup("takeover"), Link::Data);
    assert_eq!(shown("takeover", "service:cloud", Kind::Service, "cloud"), Link::KnowHow);
}

#[test]
fn what_changed_since_takes_a_level_and_is_told() {
    let mut kb = fresh(RESTORE);
    assert_eq!(levels(&kb, Kind::Runbook, "restore", date(2026, 6, 2)), ["bob KnowHow Proven"]);
    place(&mut kb, &format!("{}{RESTORE}", PROJECT.replace("Bring the files", "Bring all files")));
    assert_eq!(levels(&kb, Kind::Runbook, "restore", date(2026, 6, 2)), ["bob KnowHow Shown"]);
    let evidence = kb.evidence(&thing(&kb, Kind::Runbook, "restore"));
    assert!(matches!(&evidence[0].drift, Drift::Known(differences) if differences.len() == 1));
    assert_eq!(levels(&kb, Kind::Backup, "nightly", date(2026, 6, 2)), ["bob Data Proven"]);
    // What was renamed, and says so, is what it was; what does not say so is another thing.
    let then = PROJECT
        .replace("nightly:", "every-night:")
        .replace("service:cloud", "service:files")
        .replace("cloud:", "files:");
    let drift = |now: &str| {
        let mut kb = fresh(&format!("{RESTORE}{now}"));
        place(&mut kb, &then);
        kb.evidence(&thing(&kb, Kind::Backup, "nightly"))[0].drift.clone()
    };
    assert_eq!(drift(""), Drift::Unknown);
    let (mut renamed, _) = known(
        &format!(
            "{}{RESTORE}",
            PROJECT
                .replace("{name: Nightly,", "{name: Nightly, aliases: [every-night],")
                .replace("{name: Cloud,", "{name: Cloud, aliases: [files],")
        ),
        &[("records/exercises/2026-06-01-cloud.yaml", &["bob"])],
    );
    place(&mut renamed, &then);
    assert_eq!(renamed.evidence(&thing(&renamed, Kind::Backup, "nightly"))[0].drift, Drift::Known(Vec::new()));
    // What cannot be compared is not the same.
    kb.past = BTreeMap::new();
    assert_eq!(kb.evidence(&thing(&kb, Kind::Backup, "nightly"))[0].drift, Drift::Unknown);
    assert_eq!(levels(&kb, Kind::Backup, "nightly", date(2026, 6, 2)), ["bob Data Shown"]);
}

#[test]
fn the_newest_record_of_a_person_decides_unless_it_is_only_reading() {
    let record = |day: &str, exercise_type: &str, by: &str, result: &str| {
        format!(
            "-- runbooks/records/exercises/{day}-x.yaml --\ndate: {day}\ntype: {exercise_type}\nby: {by}\nsubjects: [runbook:restore]\nresult: {result}\nfound: [x]\n"
        )
    };
    let on = date(2026, 6, 30);
    let decided = |records: &[String]| levels(&fresh(&records.concat()), Kind::Runbook, "restore", on);
    let done = record("2026-06-01", "partial", "bob", "pass");
    assert_eq!(decided(&[done.clone(), record("2026-06-02", "partial", "bob", "fail")]), ["bob KnowHow OnPaper"]);
    assert_eq!(decided(&[done.clone(), record("2026-06-02", "read-through", "bob", "pass")]), ["bob KnowHow Proven"]);
    assert_eq!(decided(&[done.clone(), record("2026-06-02", "read-through", "bob", "fail")]), ["bob KnowHow OnPaper"]);
    assert_eq!(decided(&[record("2026-06-02", "tabletop", "bob", "pass")]), ["bob KnowHow OnPaper"]);
    // Who opened what a page needs has not followed it; who could not, could not follow it either.
    assert_eq!(decided(&[record("2026-06-02", "access-check", "bob", "pass")]), ["bob KnowHow OnPaper"]);
    assert_eq!(decided(&[done.clone(), record("2026-06-02", "access-check", "bob", "pass")]), ["bob KnowHow Proven"]);
    assert_eq!(decided(&[done.clone(), record("2026-06-02", "access-check", "bob", "fail")]), ["bob KnowHow OnPaper"]);
    // Ada's record was committed by Bob.
    assert_eq!(
        decided(&[done, record("2026-06-03", "partial", "ada", "pass-with-fixes")]),
        ["ada KnowHow Shown", "bob KnowHow Proven"]
    );
}

#[test]
fn what_is_not_committed_hides_nothing_that_is() {
    let done = "records/exercises/2026-06-01-cloud.yaml";
    let tried = "records/exercises/2026-06-02-cloud.yaml";
    let again = RESTORE.replace("2026-06-01", "2026-06-02").replace("result: pass", "result: fail");
    let archive = format!("{PROJECT}{RESTORE}{again}");
    let decided = |authors: &[&str]| {
        let (mut kb, _) = known(&archive, &[(done, &["bob"]), (tried, authors)]);
        place(&mut kb, &archive);
        levels(&kb, Kind::Backup, "nightly", date(2026, 6, 3))
    };
    assert_eq!(decided(&["?"]), ["bob Data OnPaper", "bob Data Proven"]);
    assert_eq!(decided(&["bob"]), ["bob Data OnPaper"]);
}

#[test]
fn signing_in_and_bringing_back_are_two_proofs_about_one_thing() {
    let kb = fresh(
        "-- runbooks/records/exercises/2026-06-01-a.yaml --
date: 2026-06-01
type: restore
by: bob
subjects: [service:cloud]
result: pass
took: 1h
found: nothing
-- runbooks/records/exercises/2026-06-02-b.yaml --
date: 2026-06-02
type: access-check
by: bob
subjects: [service:cloud]
result: fail
found: [the key was old]
",
    );
    assert_eq!(levels(&kb, Kind::Service, "cloud", date(2026, 6, 3)), ["bob Access OnPaper", "bob Data Proven"]);
    assert_eq!(kb.evidence(&thing(&kb, Kind::Service, "cloud"))[1].link, Link::Data);
    assert_eq!(kb.records_of(&thing(&kb, Kind::Person, "bob")).count(), 2);
}

#[test]
fn an_author_is_known_by_any_commit_and_nobody_is_cleared_by_half_a_history() {
    let is_author = |who: &str, commits: &[(&str, &[&str])]| {
        let (kb, snapshot) = known(PROJECT, commits);
        let runbook = kb.runbooks.values().next().unwrap();
        kb.is_author(&thing(&kb, Kind::Person, who), runbook, &snapshot)
    };
    assert_eq!(is_author("ada", &[("restore.md", &["bob", "ada"])]), Some(true));
    assert_eq!(is_author("ada", &[("restore.md", &["bob"])]), Some(false));
    assert_eq!(is_author("ada", &[("restore.md", &["?", "bob"])]), None);
    assert_eq!(is_author("ada", &[]), None);
    // Nobody says under which name Cleo commits: any of these commits may be hers.
    assert_eq!(is_author("cleo", &[("restore.md", &["bob"])]), None);
}

#[test]
fn what_was_read_back_counts_once_for_each_reader_and_not_when_it_is_a_click() {
    let record = |day: &str, readback: &str| {
        format!(
            "-- runbooks/records/acknowledgements/{day}-x.yaml --\ndate: {day}\nby: bob\nsubject: runbook:restore\nreadback: {readback}\n"
        )
    };
    let enough = "first the vault, then the files, and when the disk is full I stop and call";
    let read_back = |records: &[String]| -> Vec<String> {
        let kb = fresh(&records.concat());
        let read = kb.read_back(&thing(&kb, Kind::Runbook, "restore"));
        read.iter().map(|read| format!("{} {}", read.by.id(), read.acknowledgement.file.date)).collect()
    };
    assert_eq!(read_back(&[record("2026-06-01", enough), record("2026-06-02", enough)]), ["bob 2026-06-02"]);
    assert_eq!(read_back(&[record("2026-06-01", enough), record("2026-06-02", "fine")]), ["bob 2026-06-01"]);
    // What is not committed yet stands beside what is.
    let archive = format!("{PROJECT}{}{}", record("2026-06-01", enough), record("2026-06-02", enough));
    let paths = ["records/acknowledgements/2026-06-01-x.yaml", "records/acknowledgements/2026-06-02-x.yaml"];
    let (kb, _) = known(&archive, &[(paths[0], &["bob"]), (paths[1], &["?"])]);
    let read = kb.read_back(&thing(&kb, Kind::Runbook, "restore"));
    assert_eq!(read.iter().map(|read| read.standing.counts()).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_page_is_trusted_by_the_best_that_is_known_unless_the_last_try_failed() {
    let trust = |exercises: &str, authors: &[&str], then: &str| {
        let archive = format!("{PROJECT}{exercises}");
        let paths: Vec<&str> =
            exercises.lines().filter_map(|line| line.strip_prefix("-- runbooks/")?.strip_suffix(" --")).collect();
        let mut commits: Vec<(&str, &[&str])> = paths.iter().map(|path| (*path, &["bob"][..])).collect();
        commits.push(("restore.md", authors));
        let (mut kb, snapshot) = known(&archive, &commits);
        place(&mut kb, &archive.replace("Bring the files", then));
        kb.page_trust(kb.runbooks.values().next().unwrap(), &snapshot)
    };
    let until = Some(date(2027, 6, 1));
    assert_eq!(trust("", &["ada"], "Bring the files"), PageTrust::Never);
    assert_eq!(trust(RESTORE, &["ada"], "Bring the files"), PageTrust::FollowedByAnother(until));
    assert_eq!(trust(RESTORE, &["bob", "ada"], "Bring the files"), PageTrust::Followed(until));
    assert_eq!(trust(RESTORE, &["ada"], "Bring all files"), PageTrust::Changed);
    let (kb, snapshot) = known(&format!("{PROJECT}{RESTORE}"), &[]);
    assert_eq!(kb.page_trust(kb.runbooks.values().next().unwrap(), &snapshot), PageTrust::Unclear);
    assert_eq!(trust(&RESTORE.replace("restore\nby", "tabletop\nby"), &["ada"], "Bring the files"), PageTrust::Never);
    let failed = RESTORE.replace("2026-06-01", "2026-06-02").replace("pass", "fail").replace("by: bob", "by: ada");
    assert_eq!(trust(&format!("{RESTORE}{failed}"), &["ada"], "Bring the files"), PageTrust::Failed);
    // Who read the page since has not shown that it works; who followed it has.
    let later = |exercise_type: &str| {
        let record = RESTORE.replace("2026-06-01", "2026-06-03");
        record.replace("restore\nby", &format!("{exercise_type}\nby"))
    };
    let since = |exercise_type: &str| trust(&format!("{failed}{}", later(exercise_type)), &["ada"], "Bring the files");
    assert_eq!(since("read-through"), PageTrust::Failed);
    assert_eq!(since("partial"), PageTrust::FollowedByAnother(Some(date(2027, 6, 3))));
}
