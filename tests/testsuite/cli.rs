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
pub(crate) fn transcript(project: &Project, arguments: &[&str]) -> String {
    let run = project.releve(arguments);
    let said = format!("$ releve {}\n{}{}exit {}\n", arguments.join(" "), run.stdout, run.stderr, run.code);
    let root = project.root().canonicalize().unwrap();
    said.replace(root.to_str().unwrap(), "PROJECT").replace(project.root().to_str().unwrap(), "PROJECT")
}

#[test]
fn help_shows_the_commands_and_examples() {
    assert_data_eq!(
        transcript(&Project::empty(), &["--help"]),
        str![[r#"
$ releve --help
Turns Markdown runbooks and YAML inventories into a handover site.

A project is a folder with a `book.toml` and a folder of runbooks; `releve init` makes one.

Usage: releve [OPTIONS] <COMMAND>

Commands:
  init       Makes a starter project that already builds: two people, one service, one host, one
             credential, one runbook
  build      Builds the site of a project
  check      Says what is wrong in the runbooks and the inventory, and where
  diff       Says what changed between two times, in facts and steps, old and new together
  explain    Explains a rule: what it finds, why it matters, an example, how to fix it
  publish    Commits the built site to a branch that holds nothing else; pushes it when asked
  export     Prints or writes what is known, for other programs: JSON, a calendar, security.txt, the
             files of CHATONS, schemas for editors
  readiness  Says whether somebody can take over today, why, and what is best done next
  record     Writes a record: what somebody tried, read back, or what went wrong
  recover    Says in which order things come back, how long that takes, and which deadline is missed
  search     Finds pages by what people type: the answers of the site's search, in the same order
  show       Prints an entity of the inventory or a page, for whoever only has a terminal
  verify     Says whether a copy of a site (a stick, a mirror, a branch) is whole, and which build
             it is
  versions   Lists the versions of the project: the tags that mark one, and which of them stand
             beside the site
  serve      Shows the site while you write: pages reload by themselves, errors are shown in them
  help       Print this message or the help of the given subcommand(s)

Options:
  -C <DIR>
          The project's folder
          
          [default: .]

      --lang <LANG>
          The language of messages: en or fr. Default: the locale's, else English

  -h, --help
          Print help (see a summary with '-h')

  -V, --version
          Print version

Examples:
  releve init my-handover      a starter project that already builds
  releve build                 the site of this project, in site/
  releve check --lang fr       what is wrong, in French

Exit codes: 0 no error, 1 errors (with --strict: or gaps), 2 could not run.
exit 0

"#]]
    );
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
    assert_data_eq!(
        transcript(&Project::from_archive(FAULTY), &["check"]),
        str![[r#"
$ releve check
gap[person/no-backup-admin]: nobody is there to take over
--> runbooks/inventory/people.yaml
 |
help: give somebody who stays the role `backup-admin` in `people.yaml`

warning[ref/orphan]: no page is about `service:wiki`
 --> runbooks/inventory/services.yaml:1:1
  |
1 | wiki:
  | ^^^^
  |
help: write a page with `for: [service:wiki]`, or delete the service

error[ref/dangling]: there is no person `aw`
 --> runbooks/inventory/services.yaml:4:10
  |
4 |   owner: aw
  |          ^^
  |
help: did you mean `awa`?

1 error, 1 gap, 1 warning
exit 1

"#]]
    );
}

#[test]
fn check_speaks_french() {
    assert_data_eq!(
        transcript(&Project::from_archive(FAULTY), &["check", "--lang", "fr"]),
        str![[r#"
$ releve check --lang fr
lacune[person/no-backup-admin]: personne n’est là pour prendre la relève
--> runbooks/inventory/people.yaml
 |
aide : donnez le rôle `backup-admin` à quelqu’un qui reste, dans `people.yaml`

avertissement[ref/orphan]: aucune page ne concerne `service:wiki`
 --> runbooks/inventory/services.yaml:1:1
  |
1 | wiki:
  | ^^^^
  |
aide : écrivez une page avec `for: [service:wiki]`, ou supprimez le service

erreur[ref/dangling]: il n’y a pas de personne `aw`
 --> runbooks/inventory/services.yaml:4:10
  |
4 |   owner: aw
  |          ^^
  |
aide : vouliez-vous dire `awa` ?

1 erreur, 1 lacune, 1 avertissement
exit 1

"#]]
    );
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
    assert_data_eq!(
        pretty,
        str![[r#"
{
  "version": 1,
  "tool": {
    "name": "releve",
    "version": "0.1.0"
  },
  "findings": [
    {
      "id": "person/no-backup-admin",
      "severity": "readiness",
      "message": "nobody is there to take over",
      "message_id": "person-no-backup-admin",
      "arguments": {},
      "path": "runbooks/inventory/people.yaml",
      "line": null,
      "column": null,
      "end_line": null,
      "end_column": null,
      "help": [
        {
          "message": "give somebody who stays the role `backup-admin` in `people.yaml`",
          "message_id": "person-no-backup-admin.help",
          "arguments": {}
        }
      ],
      "labels": [],
      "about": []
    },
    {
      "id": "ref/orphan",
      "severity": "warning",
      "message": "no page is about `service:wiki`",
      "message_id": "ref-orphan.service",
      "arguments": {
        "name": "service:wiki"
      },
      "path": "runbooks/inventory/services.yaml",
      "line": 1,
      "column": 1,
      "end_line": 1,
      "end_column": 5,
      "help": [
        {
          "message": "write a page with `for: [service:wiki]`, or delete the service",
          "message_id": "ref-orphan.service-help",
          "arguments": {
            "name": "service:wiki"
          }
        }
      ],
      "labels": [],
      "about": []
    },
    {
      "id": "ref/dangling",
      "severity": "error",
      "message": "there is no person `aw`",
      "message_id": "ref-dangling",
      "arguments": {
        "kind": "person",
        "id": "aw"
      },
      "path": "runbooks/inventory/services.yaml",
      "line": 4,
      "column": 10,
      "end_line": 4,
      "end_column": 12,
      "help": [
        {
          "message": "did you mean `awa`?",
          "message_id": "ref-dangling.did-you-mean",
          "arguments": {
            "id": "awa"
          }
        }
      ],
      "labels": [],
      "about": []
    }
  ],
  "waived": [],
  "counts": {
    "error": 1,
    "readiness": 1,
    "warning": 1,
    "info": 0
  }
}

"#]]
    );
}

#[test]
fn build_says_where_the_site_is() {
    let project = Project::from_archive(&FAULTY.replace("owner: aw\n", "owner: awa\n"));
    assert_data_eq!(
        transcript(&project, &["build"]),
        str![[r#"
$ releve build
gap[person/no-backup-admin]: nobody is there to take over
--> runbooks/inventory/people.yaml
 |
help: give somebody who stays the role `backup-admin` in `people.yaml`

warning[ref/orphan]: no page is about `service:wiki`
 --> runbooks/inventory/services.yaml:1:1
  |
1 | wiki:
  | ^^^^
  |
help: write a page with `for: [service:wiki]`, or delete the service

1 gap, 1 warning
built 68 files in PROJECT/site
open PROJECT/site/index.html
exit 0

"#]]
    );
}

#[test]
fn build_refuses_errors_and_lists_them() {
    let project = Project::from_archive(FAULTY);
    assert_data_eq!(
        transcript(&project, &["build"]),
        str![[r#"
$ releve build
gap[person/no-backup-admin]: nobody is there to take over
--> runbooks/inventory/people.yaml
 |
help: give somebody who stays the role `backup-admin` in `people.yaml`

warning[ref/orphan]: no page is about `service:wiki`
 --> runbooks/inventory/services.yaml:1:1
  |
1 | wiki:
  | ^^^^
  |
help: write a page with `for: [service:wiki]`, or delete the service

error[ref/dangling]: there is no person `aw`
 --> runbooks/inventory/services.yaml:4:10
  |
4 |   owner: aw
  |          ^^
  |
help: did you mean `awa`?

1 error, 1 gap, 1 warning
nothing was published: the site that was there stays; `releve build --draft` publishes all the same
exit 1

"#]]
    );
    assert!(!project.path("site").exists());
}

#[test]
fn explain_says_what_why_and_how() {
    assert_data_eq!(
        transcript(&Project::empty(), &["explain", "ref/dangling"]),
        str![[r#"
$ releve explain ref/dangling
ref/dangling · error

# A reference leads to nothing

## What it finds

A field, or the front matter of a page, that names something which nothing describes.

## Why it matters

At night somebody follows the name and finds nothing: the owner who has left, the host that was renamed, the page that was never written.

## Example

```yaml
nextcloud:
  owner: aw        # people.yaml knows `awa`
  runs_on: ["host:srv7"]
```

## How to fix it

Correct the id; the message names the nearest one. If the thing exists, describe it. Where nobody knows, write `unknown`. When an id changes, change what refers to it as well.
exit 0

"#]]
    );
}

#[test]
fn explain_suggests_the_rule_that_was_meant() {
    assert_data_eq!(
        transcript(&Project::empty(), &["explain", "ref/dangeling"]),
        str![[r#"
$ releve explain ref/dangeling
there is no rule named `ref/dangeling`; `releve explain` lists all rules
did you mean `ref/dangling`?
exit 2

"#]]
    );
}

#[test]
fn explain_lists_the_rules_of_a_group() {
    assert_data_eq!(
        transcript(&Project::empty(), &["explain", "site"]),
        str![[r#"
$ releve explain site
warning    site/address-shared           Two pages would have the same address
warning    site/address-taken            A page has the address of one that the site makes itself
error      site/no-pages                 There is nothing to publish
readiness  site/self-hosted              The site goes down with what it describes
exit 0

"#]]
    );
    assert_data_eq!(
        transcript(&Project::empty(), &["explain", "mony"]),
        str![[r#"
$ releve explain mony
there is no rule named `mony`; `releve explain` lists all rules
did you mean `money`?
exit 2

"#]]
    );
}

#[test]
fn show_prints_what_is_known_of_a_thing() {
    let project = Project::from_archive(&FAULTY.replace("owner: aw\n", "owner: awa\n"));
    assert_data_eq!(
        transcript(&project, &["show", "service:wiki"]),
        str![[r#"
$ releve show service:wiki
Wiki (service:wiki)

Lifecycle: experimental
Owner: Awa Exemple
Runs on:
  - Box
Software:
  Name: DokuWiki
  Licence: GPL-2.0-only
Data:
  Kind of data: basic

runbooks/inventory/services.yaml · last change unknown
← runbook:index (text)
exit 0

"#]]
    );
}

#[test]
fn show_suggests_what_was_meant() {
    let project = Project::from_archive(&FAULTY.replace("owner: aw\n", "owner: awa\n"));
    assert_data_eq!(
        transcript(&project, &["show", "service:wikki"]),
        str![[r#"
$ releve show service:wikki
there is no `service:wikki`
did you mean `service:wiki`?
exit 2

"#]]
    );
}

#[test]
fn what_init_writes_builds_at_once() {
    let project = Project::empty();
    assert_data_eq!(
        transcript(&project, &["init", "handover"]),
        str![[r#"
$ releve init handover
wrote handover/book.toml
wrote handover/runbooks/inventory/organisation.yaml
wrote handover/runbooks/inventory/people.yaml
wrote handover/runbooks/inventory/services.yaml
wrote handover/runbooks/inventory/hosts.yaml
wrote handover/runbooks/inventory/credentials.yaml
wrote handover/runbooks/site/restart.md
wrote handover/.gitignore
next: `releve -C handover build`, then fill in what says `unknown`
exit 0

"#]]
    );
    assert!(project.path("handover/book.toml").exists());
    let run = project.releve(&["-C", "handover", "build"]);
    assert_eq!((run.code, run.stderr.contains("warning")), (0, false), "{run}");
    assert!(project.path("handover/site/index.html").exists());
}

#[test]
fn what_is_built_is_not_committed_by_accident() {
    let project = Project::empty();
    project.git(&["init", "--quiet"]);
    assert_eq!(project.releve(&["init"]).code, 0);
    project.commit("awa", "2026-03-14");
    for arguments in [
        &["build"][..],
        &["build", "--audience", "members"],
        &["build", "--audience", "public"],
        &["build", "--audience", "public", "--out", "public"],
    ] {
        assert_eq!(project.releve(arguments).code, 0);
    }
    project.write(".site-public.releve-new-1-0/index.html", "of a build that was killed");
    project.write("site.md", "mine");
    let status = std::process::Command::new("git").current_dir(project.root()).args(["status", "--short"]).output();
    assert_eq!(String::from_utf8(status.unwrap().stdout).unwrap(), "?? site.md\n");
    // A list that is there is kept, and what it lacks is said.
    let other = Project::from_archive("-- .gitignore --\n*.tmp\nsite\n/site-public/\n");
    let run = other.releve(&["init", "--lang", "en"]);
    assert_eq!((run.code, other.read(".gitignore").as_str()), (0, "*.tmp\nsite\n/site-public/\n"), "{run}");
    assert!(run.stderr.contains("add `/site-members/`, `/.site*.releve-*`, `/public/`"), "{run}");
}

#[cfg(unix)]
#[test]
fn init_writes_through_no_link_and_into_no_file() {
    use std::os::unix::fs::symlink;

    let project = Project::from_archive(
        "-- elsewhere/.keep --\n-- file --\nmine\n-- linked/.keep --\n-- ci/book.toml --\n[releve]\n",
    );
    symlink("../elsewhere", project.path("linked/runbooks")).unwrap();
    symlink("../elsewhere", project.path("ci/.github")).unwrap();
    symlink("nowhere", project.path("dangling")).unwrap();
    symlink("elsewhere", project.path("link")).unwrap();
    let state = || {
        let made = ["linked/book.toml", "ci/.github/workflows", "nowhere"].map(|path| project.path(path).exists());
        (project.files("elsewhere"), project.read("file"), made)
    };
    let before = state();
    for (arguments, named) in [
        (&["init", "linked"][..], "linked/runbooks"),
        (&["init", "file"], "file"),
        (&["init", "file/in/it"], "file"),
        (&["init", "dangling"], "dangling"),
        (&["init", "ci", "--ci", "github"], "ci/.github"),
    ] {
        let run = project.releve(arguments);
        assert_eq!(run.code, 2, "{run}");
        assert!(run.stderr.contains(&format!("`{named}` is a link, or no folder")), "{run}");
        assert!(!run.stderr.contains("os error"), "{run}");
        assert_eq!(state(), before, "{run}");
    }
    // The folder itself may be a link to one.
    let run = project.releve(&["init", "link"]);
    assert_eq!((run.code, project.path("elsewhere/book.toml").exists()), (0, true), "{run}");
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
