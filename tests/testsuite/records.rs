//! Records in a repository: whose word they are, which commit was tried, what has changed since.

use crate::support::Project;

const PROJECT: &str = "\
-- book.toml --
[book]
title = \"Handover\"
src = \"runbooks\"
[releve]
-- .gitignore --
/site/
/.home/
-- runbooks/cloud/restore.md --
---
title: Restore the cloud
type: restore
for: [service:cloud]
risk: destructive
time: 45m
status: active
---
## Steps

1. Bring the files back. {#back}
2. Say that it works. {#say}
-- runbooks/inventory/organisation.yaml --
name: We
representatives: [ada]
activation: {who: [ada], after: 3d, how: by letter}
-- runbooks/inventory/people.yaml --
ada: {name: Ada, roles: [{role: primary-admin}], contacts: unknown, commits_as: [\"Ada <ada@example.org>\"]}
bob: {name: Bob, roles: [{role: backup-admin}], contacts: unknown, commits_as: [bob@example.org]}
-- runbooks/inventory/hosts.yaml --
srv1: {name: Server 1, type: virtual, provider: self}
srv2: {name: Server 2, type: virtual, provider: self}
-- runbooks/inventory/services.yaml --
cloud: {name: Cloud, lifecycle: experimental, owner: ada, software: unknown, runs_on: [host:srv1], data: basic}
";

const RECORD: &str = "\
-- runbooks/records/exercises/2026-11-10-cloud.yaml --
date: 2026-11-10
type: restore
by: bob
subjects: [runbook:cloud/restore]
result: pass
took: 40m
found: nothing
";

/// What the page says before it says when it last changed, without markup.
fn said(project: &Project) -> String {
    said_at(project, "cloud/restore.html")
}

fn said_at(project: &Project, address: &str) -> String {
    let files = project.build();
    let page = std::str::from_utf8(&files[address]).unwrap();
    let (_, rest) = page.split_once("class=\"proof\">").unwrap();
    let (head, _) = rest.split_once("Last change").unwrap();
    let text: String = head.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A project that Ada committed on the first of November.
fn begun() -> Project {
    let project = Project::from_archive(PROJECT);
    project.git(&["init", "--quiet"]);
    project.commit("ada", "2026-11-01");
    project
}

#[test]
fn what_was_tried_is_compared_with_what_is() {
    let project = begun();
    project.add(RECORD);
    assert!(said(&project).contains("Not recorded in git yet: it does not count."));
    project.commit("bob", "2026-11-11");
    assert_eq!(
        said(&project),
        "Followed by Bob (not an author of the page) on 10 November 2026, in 40 minutes. \
         Nothing that matters has changed since. To be trusted until 10 November 2027"
    );

    let services = project.read("runbooks/inventory/services.yaml").replace("host:srv1", "host:srv2");
    project.write("runbooks/inventory/services.yaml", &services);
    let page = project.read("runbooks/cloud/restore.md").replace("Say that it works", "Tell everybody");
    project.write("runbooks/cloud/restore.md", &page);
    project.commit("ada", "2026-11-12");
    assert_eq!(
        said(&project),
        "Followed by Bob (not an author of the page) on 10 November 2026, in 40 minutes. Changed since: \
         step 2: Tell everybody. (it was: Say that it works.) Cloud, Runs on (Server 1 → Server 2) \
         What has not changed: to be trusted until 10 November 2027"
    );
    // The past is what it was: the same site of the commit before says nothing of what came later.
    let before = project.releve(&["build", "--out", "site", "--at", "HEAD~1"]);
    assert_eq!(before.code, 0, "{before}");
    let page = std::fs::read_to_string(project.path("site/cloud/restore.html")).unwrap();
    assert!(page.contains("Nothing that matters has changed since."));
}

#[test]
fn a_page_that_changed_between_the_trial_and_its_record_has_changed_since() {
    let project = begun();
    let page = project.read("runbooks/cloud/restore.md").replace("Say that it works", "Tell everybody");
    project.write("runbooks/cloud/restore.md", &page);
    project.commit("ada", "2026-11-11");
    project.add(RECORD);
    project.commit("bob", "2026-11-12");
    assert!(said(&project).contains("Changed since: step 2: Tell everybody."));
}

#[test]
fn what_is_recorded_for_somebody_else_or_older_than_the_repository_is_doubted() {
    let project = begun();
    project.add(&RECORD.replace("2026-11-10", "2026-10-10"));
    project.commit("ada", "2026-11-11");
    let said = said(&project);
    assert!(said.contains("Reported by Ada, not by the person."), "{said}");
    assert!(said.contains("What has changed since is not known."), "{said}");
}

#[test]
fn without_a_repository_nobody_knows_whose_word_a_record_is() {
    let project = Project::from_archive(&format!("{PROJECT}{RECORD}"));
    let said = said(&project);
    assert!(said.contains("(author of the page or not: unknown)"), "{said}");
    assert!(said.contains("Nobody knows who recorded it."), "{said}");
}

/// Runs `record` without a terminal; what it prints, with the errors last.
fn record(project: &Project, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = project.command(&[&["record"], arguments].concat()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

const RESTORE: [&str; 15] = [
    "exercise",
    "--date",
    "2026-11-10",
    "--type",
    "restore",
    "--by",
    "bob",
    "--subject",
    "runbook:cloud/restore",
    "--result",
    "pass",
    "--took",
    "40m",
    "--found",
    "nothing",
];

#[test]
fn a_record_is_written_as_it_will_be_read_and_never_committed() {
    let project = Project::from_archive(PROJECT);
    project.git(&["init", "--quiet"]);
    project.commit("ada", "2026-11-01");
    let (code, path, told) = record(&project, &RESTORE);
    assert_eq!((code, path.as_str()), (Some(0), "runbooks/records/exercises/2026-11-10-restore.yaml\n"), "{told}");
    let (_, body) = RECORD.split_once(" --\n").unwrap();
    assert_eq!(
        project.read(path.trim()),
        body.replace("subjects: [runbook:cloud/restore]", "subjects:\n  - runbook:cloud/restore")
    );
    assert!(told.contains("Restore the cloud, to be trusted until 2027-11-10"), "{told}");
    let command =
        "git add runbooks/records/exercises/2026-11-10-restore.yaml && git commit --author='bob <bob@example.org>'";
    assert!(told.contains(command), "{told}");
    assert!(told.contains("only a commit by Bob counts in full"), "{told}");
    project.git(&["diff", "--cached", "--quiet"]);
    assert!(said(&project).contains("Not recorded in git yet"));
}

#[test]
fn what_is_there_is_never_replaced() {
    let project = Project::from_archive(PROJECT);
    assert_eq!(record(&project, &RESTORE).1, "runbooks/records/exercises/2026-11-10-restore.yaml\n");
    assert_eq!(record(&project, &RESTORE).1, "runbooks/records/exercises/2026-11-10-restore-2.yaml\n");
    let named = [&RESTORE[..], &["--name", "restore"]].concat();
    let before = project.read("runbooks/records/exercises/2026-11-10-restore.yaml");
    assert_eq!(record(&project, &named).0, Some(2), "a name that somebody chose is not changed");
    assert_eq!(project.read("runbooks/records/exercises/2026-11-10-restore.yaml"), before);
}

#[test]
fn a_day_that_is_none_and_a_name_that_no_file_can_have_are_refused() {
    let project = Project::from_archive(PROJECT);
    let on = |day| RESTORE.map(|argument| if argument == "2026-11-10" { day } else { argument });
    for day in ["2026-02-30", "10/11/2026", "2026-11-10 07:40x", "yesterday", "unknown", ""] {
        let (code, path, told) = record(&project, &on(day));
        assert_eq!((code, path.as_str()), (Some(1), ""), "{day}: {told}");
        assert!(told.contains("nothing was written"), "{day}: {told}");
    }
    let incident = ["incident", "--title", "It is down", "--service", "cloud", "--started", "2026-02-30 07:40"];
    assert_eq!(record(&project, &incident).0, Some(1));
    let (long, name) = ("x".repeat(400), "x".repeat(100));
    let (code, path, told) = record(&project, &[&RESTORE[..], &["--name", &long]].concat());
    assert_eq!((code, path.as_str()), (Some(1), ""), "{told}");
    assert!(told.contains("at most 100 letters") && !told.contains("os error"), "{told}");
    assert!(!project.path("runbooks/records").exists());
    // Near misses: the leap day of a leap year, the longest name, and a title that is longer.
    let (code, path, told) = record(&project, &on("2024-02-29"));
    assert_eq!((code, path.as_str()), (Some(0), "runbooks/records/exercises/2024-02-29-restore.yaml\n"), "{told}");
    let (code, path, told) = record(&project, &[&RESTORE[..], &["--name", &name]].concat());
    assert_eq!((code, path), (Some(0), format!("runbooks/records/exercises/2026-11-10-{name}.yaml\n")), "{told}");
    let (code, path, told) = record(&project, &["incident", "--title", &long, "--service", "cloud"]);
    assert_eq!((code, path), (Some(0), format!("runbooks/records/incidents/2026-11-22-{name}.yaml\n")), "{told}");
}

#[test]
fn without_a_terminal_the_missing_flags_are_named() {
    let project = Project::from_archive(PROJECT);
    let (code, path, told) = record(&project, &["exercise", "--type", "restore", "--by", "bob"]);
    assert_eq!((code, path.as_str()), (Some(2), ""));
    assert!(told.contains("--subject, --result, --took, --found"), "{told}");
    let (code, ..) = record(&project, &["incident", "--title", "It is down", "--service", "cloud"]);
    assert_eq!(code, Some(0), "much of an incident is not known in its first hour");
}

#[test]
fn what_would_be_refused_is_not_written() {
    let project = Project::from_archive(PROJECT);
    let wrong = RESTORE.map(|argument| if argument == "bob" { "bbo" } else { argument });
    let (code, path, told) = record(&project, &wrong);
    assert_eq!((code, path.as_str()), (Some(1), ""));
    assert!(told.contains("did you mean `bob`?") && told.contains("nothing was written"), "{told}");
    let secret = format!("the key is ghp_{}", "0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R");
    let (code, ..) = record(&project, &RESTORE.map(|argument| if argument == "nothing" { &secret } else { argument }));
    assert_eq!(code, Some(1));
    assert!(!project.path("runbooks/records").exists());
    let away = [&RESTORE[..], &["--name", "../../../x"]].concat();
    assert_eq!(record(&project, &away).1, "runbooks/records/exercises/2026-11-10-x.yaml\n");
}

#[test]
fn what_failed_or_was_only_read_promises_nothing() {
    let project = Project::from_archive(PROJECT);
    let failed = RESTORE.map(|argument| match argument {
        "pass" => "fail",
        "nothing" => "the disk was too small",
        other => other,
    });
    let (_, _, told) = record(&project, &failed);
    assert!(told.contains("proves nothing more") && !told.contains("trusted until"), "{told}");
    let readback = "First I look at the disk, then I bring the files back, and then I say so.";
    let (code, _, told) = record(
        &project,
        &["acknowledgement", "--by", "ada", "--subject", "runbook:cloud/restore", "--readback", readback],
    );
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("Restore the cloud, said back in their own words"), "{told}");
    assert!(told.contains("--author='Ada <ada@example.org>'"), "{told}");
    let documents = Project::from_archive("-- a.md --\n# A\n");
    assert_eq!(record(&documents, &RESTORE).0, Some(2));
}

#[test]
fn a_terminal_shows_the_records_of_a_thing() {
    let project = Project::from_archive(&format!("{PROJECT}{RECORD}"));
    let output = project.command(&["show", "person:bob"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("2026-11-10 exercise · restore · passed · exercises/2026-11-10-cloud"), "{text}");
    let output = project.command(&["show", "person:ada"]).output().unwrap();
    assert!(!String::from_utf8(output.stdout).unwrap().contains("exercise"));
}

#[test]
fn a_page_that_was_renamed_since_is_compared_with_what_it_was() {
    let project = begun();
    project.add(RECORD);
    project.commit("bob", "2026-11-11");
    project.git(&["mv", "runbooks/cloud/restore.md", "runbooks/cloud/bring-back.md"]);
    let page = project
        .read("runbooks/cloud/bring-back.md")
        .replace("status: active\n", "status: active\naliases: [cloud/restore]\n");
    project.write("runbooks/cloud/bring-back.md", &page);
    let record = "runbooks/records/exercises/2026-11-10-cloud.yaml";
    project.write(record, &project.read(record).replace("cloud/restore", "cloud/bring-back"));
    project.commit("bob", "2026-11-12");
    let said = || said_at(&project, "cloud/bring-back.html");
    assert!(said().contains("Nothing that matters has changed since."), "{}", said());
    project.write("runbooks/cloud/bring-back.md", &page.replace("Say that it works", "Tell everybody"));
    project.commit("ada", "2026-11-13");
    assert!(said().contains("Changed since: step 2: Tell everybody."), "{}", said());
}
