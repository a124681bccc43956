//! What the commands say, and the codes they end with.

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::support::Project;

/// A project with one error, one gap and nothing else.
const FAULTY: &str = "-- book.toml --
[book]
title = \"Example\"
language = \"en\"
src = \"runbooks\"

[releve]
-- runbooks/index.md --
# Example

See [the wiki](service:wiki), [Awa](person:awa) and [the box](host:box).
-- runbooks/inventory/people.yaml --
awa:
  name: Awa Exemple
  roles:
    - role: primary-admin
  contacts:
    - type: email
      value: awa@example.org
-- runbooks/inventory/hosts.yaml --
box:
  name: Box
  type: physical
  provider: self
-- runbooks/inventory/services.yaml --
wiki:
  name: Wiki
  lifecycle: experimental
  owner: aw
  software:
    name: DokuWiki
    license: GPL-2.0-only
  runs_on:
    - host:box
  data: basic
";

/// A run as somebody sees it in a terminal, then its exit code.
fn transcript(project: &Project, arguments: &[&str]) -> String {
    let run = project.releve(arguments);
    let said = format!("$ releve {}\n{}{}exit {}\n", arguments.join(" "), run.stdout, run.stderr, run.code);
    let root = project.root().canonicalize().unwrap();
    said.replace(root.to_str().unwrap(), "PROJECT").replace(project.root().to_str().unwrap(), "PROJECT")
}

#[test]
fn help_shows_the_commands_and_examples() {
    assert_data_eq!(transcript(&Project::empty(), &["--help"]), str![[""]]);
}

#[test]
fn every_command_has_help_with_an_example() {
    for command in ["init", "build", "check", "explain", "show", "serve"] {
        let run = Project::empty().releve(&[command, "--help"]);
        assert_eq!(run.code, 0, "{run}");
        assert!(run.stdout.contains(&format!("  releve {command}")), "no example\n{run}");
    }
}

#[test]
fn check_shows_the_line_and_ends_with_1() {
    assert_data_eq!(transcript(&Project::from_archive(FAULTY), &["check"]), str![[""]]);
}

#[test]
fn check_speaks_french() {
    assert_data_eq!(transcript(&Project::from_archive(FAULTY), &["check", "--lang", "fr"]), str![[""]]);
}

#[test]
fn check_speaks_the_language_of_the_locale() {
    let project = Project::from_archive(FAULTY);
    let run = crate::support::Run::of(project.command(&["check"]).env("LANG", "fr_FR.UTF-8"));
    assert_eq!(run.said(), project.releve(&["check", "--lang", "fr"]).said());
}

#[test]
fn check_in_json_is_for_programs() {
    let run = Project::from_archive(FAULTY).releve(&["check", "--format", "json", "--lang", "fr"]);
    assert_eq!(run.code, 1, "{run}");
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let pretty = serde_json::to_string_pretty(&report).unwrap() + "\n";
    assert_data_eq!(pretty, str![[""]]);
}

#[test]
fn build_says_where_the_site_is() {
    let project = Project::from_archive(&FAULTY.replace("owner: aw\n", "owner: awa\n"));
    assert_data_eq!(transcript(&project, &["build"]), str![[""]]);
}

#[test]
fn build_refuses_errors_and_lists_them() {
    let project = Project::from_archive(FAULTY);
    assert_data_eq!(transcript(&project, &["build"]), str![[""]]);
    assert!(!project.path("site").exists());
}

#[test]
fn explain_says_what_why_and_how() {
    assert_data_eq!(transcript(&Project::empty(), &["explain", "ref/dangling"]), str![[""]]);
}

#[test]
fn explain_suggests_the_rule_that_was_meant() {
    assert_data_eq!(transcript(&Project::empty(), &["explain", "ref/dangeling"]), str![[""]]);
}

#[test]
fn show_prints_what_is_known_of_a_thing() {
    let project = Project::from_archive(&FAULTY.replace("owner: aw\n", "owner: awa\n"));
    assert_data_eq!(transcript(&project, &["show", "service:wiki"]), str![[""]]);
}

#[test]
fn show_suggests_what_was_meant() {
    let project = Project::from_archive(&FAULTY.replace("owner: aw\n", "owner: awa\n"));
    assert_data_eq!(transcript(&project, &["show", "service:wikki"]), str![[""]]);
}

#[test]
fn what_init_writes_builds_at_once() {
    let project = Project::empty();
    assert_data_eq!(transcript(&project, &["init", "handover"]), str![[""]]);
    let run = project.releve(&["-C", "handover", "build"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(project.path("handover/site/index.html").exists());
}

#[test]
fn init_replaces_nothing() {
    let project = Project::from_archive(FAULTY);
    let before = project.files("");
    let run = project.releve(&["init", "."]);
    assert_eq!(run.code, 2, "{run}");
    assert_eq!(project.files(""), before);
}

#[test]
fn what_cannot_run_ends_with_2() {
    let project = Project::empty();
    for arguments in [
        &["-C", "nowhere", "build"][..],
        &["build", "--as-of", "yesterday"],
        &["check", "--format", "crayon"],
        &["bild"],
        &[],
    ] {
        let run = project.releve(arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {run}");
        assert!(run.stdout.is_empty() && !run.stderr.is_empty(), "{arguments:?}: {run}");
    }
}
