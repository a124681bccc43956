//! What `diff` says of two times, and the codes it ends with.

use serde_json::Value;
use snapbox::{IntoData, assert_data_eq, str};

use crate::cli::transcript;
use crate::support::Project;

const BEFORE: &str = "-- book.toml --
[book]
title = \"Example\"
language = \"en\"
src = \"runbooks\"

[releve]
-- runbooks/mail/stuck.md --
---
title: Mail is stuck
type: operate
for: [service:mail]
risk: reversible
time: 10m
status: active
---
## Steps

1. Look at the queue on mx1. {#queue}

   ```sh on=host:mx1 effect=reads
   postqueue -p
   ```
2. Restart the relay.
3. Call the provider.
-- runbooks/inventory/people.yaml --
awa: {name: Awa Exemple, roles: [{role: primary-admin}], contacts: unknown}
ben: {name: Ben Exemple, roles: [{role: backup-admin}], contacts: unknown}
-- runbooks/inventory/hosts.yaml --
mx1: {name: First exchanger, type: virtual, provider: self}
mx2: {name: Second exchanger, type: virtual, provider: self}
-- runbooks/inventory/credentials.yaml --
root: {name: Root, opens: [host:mx2], kind: ssh-key, store: unknown, holders: [person:awa, person:ben], second_factor: unknown, recovery: unknown}
-- runbooks/inventory/services.yaml --
mail: {name: Mail, lifecycle: experimental, owner: awa, software: unknown, runs_on: [host:mx1], data: basic}
";

/// The same project with some of everything changed.
fn after() -> String {
    BEFORE
        .replace("runs_on: [host:mx1]", "runs_on: [host:mx2]")
        .replace("holders: [person:awa, person:ben]", "holders: [person:awa]")
        .replace("queue on mx1", "queue on mx2")
        .replace("2. Restart the relay.\n3. Call", "2. Call")
        .replace("ben: {name: Ben Exemple, roles: [{role: backup-admin}], contacts: unknown}\n", "")
}

/// A repository with two commits, and a tag on the first.
fn repository() -> Project {
    let project = Project::from_archive(BEFORE);
    project.git(&["init", "--quiet"]);
    project.git(&["add", "."]);
    project.git(&["commit", "--quiet", "-m", "one"]);
    project.git(&["tag", "handover-1"]);
    project.add(&after());
    project.git(&["commit", "--quiet", "-am", "two"]);
    project
}

#[test]
fn what_changed_is_told_by_service_old_and_new_together() {
    let project = repository();
    assert_data_eq!(
        transcript(&project, &["diff", "handover-1..HEAD"]),
        str![[r#"
$ releve diff handover-1..HEAD
handover-1 (2026-03-14, 7bed93e) → HEAD (2026-03-14, 8836735)

Mail
  Mail (service:mail)
    Runs on: First exchanger → Second exchanger
  Root (credential:root)
    Holders
      - Ben Exemple
      (only one left)
  Mail is stuck (runbook:mail/stuck)
    step 1 reads otherwise
      Look at the queue on [-mx1.-]{+mx2.+}
    step 2 is gone
      - Restart the relay.

Several services, or none
  Ben Exemple (person:ben) — gone

4 things changed
exit 1

"#]]
        .raw()
    );
    assert_data_eq!(
        transcript(&project, &["diff", "handover-1", "--lang", "fr"]),
        str![[r#"
$ releve diff handover-1 --lang fr
handover-1 (2026-03-14, 7bed93e) → maintenant

Mail
  Mail (service:mail)
    Tourne sur : First exchanger → Second exchanger
  Root (credential:root)
    Détenteurs
      - Ben Exemple
      (il n’en reste qu’un)
  Mail is stuck (runbook:mail/stuck)
    étape 1 réécrite
      Look at the queue on [-mx1.-]{+mx2.+}
    étape 2 supprimée
      - Restart the relay.

Plusieurs services, ou aucun
  Ben Exemple (person:ben) — supprimé

4 choses ont changé
exit 1

"#]]
        .raw()
    );
}

#[test]
fn what_is_not_committed_is_told_and_the_code_says_whether_anything_is() {
    let project = repository();
    assert_data_eq!(
        transcript(&project, &["diff", "HEAD"]),
        str![[r#"
$ releve diff HEAD
nothing changed
exit 0

"#]]
        .raw()
    );
    project.write("runbooks/inventory/hosts.yaml", "mx2: {name: Only exchanger, type: virtual, provider: self}\n");
    assert_data_eq!(
        transcript(&project, &["diff", "HEAD"]),
        str![[r#"
$ releve diff HEAD
HEAD (2026-03-14, 8836735) → now

Mail
  Only exchanger (host:mx2)
    Name: Second exchanger → Only exchanger

Several services, or none
  First exchanger (host:mx1) — gone

2 things changed
exit 1

"#]]
        .raw()
    );
    // How it is written says nothing.
    project.git(&["commit", "--quiet", "-am", "three"]);
    project.write(
        "runbooks/inventory/hosts.yaml",
        "# Ours.\nmx2:\n  name: Only exchanger\n  provider: self\n  type: virtual\n",
    );
    assert_eq!(project.releve(&["diff", "HEAD"]).code, 0);
}

#[test]
fn programs_get_facts_with_their_old_and_new_values() {
    let project = repository();
    let run = project.releve(&["diff", "HEAD~1..HEAD", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    let service = report["things"].as_array().unwrap().iter().find(|thing| thing["subject"] == "service:mail").unwrap();
    assert_data_eq!(
        format!("{service:#}"),
        str![[r#"
{
  "subject": "service:mail",
  "name": "Mail",
  "language": null,
  "event": "changed",
  "from": null,
  "services": [
    "mail"
  ],
  "changes": [
    {
      "what": {
        "field": [
          "runs_on"
        ]
      },
      "says": "Runs on",
      "was": {
        "value": "host:mx1",
        "says": "First exchanger"
      },
      "now": {
        "value": "host:mx2",
        "says": "Second exchanger"
      }
    }
  ]
}
"#]]
        .raw()
    );
    assert_eq!(report["from"]["date"], "2026-03-14");
}

#[test]
fn a_time_that_is_none_is_no_difference() {
    let project = repository();
    assert_data_eq!(
        transcript(&project, &["diff", "yesterday"]),
        str![[r#"
$ releve diff yesterday
could not run: no commit, tag or branch is called `yesterday`
exit 2

"#]]
        .raw()
    );
    assert_data_eq!(
        transcript(&project, &["diff", "..HEAD"]),
        str![[r#"
$ releve diff ..HEAD
could not run: `..HEAD` does not say since when: write A..B, or A alone
exit 2

"#]]
        .raw()
    );
    assert_data_eq!(
        transcript(&project, &["diff", "2026-03-13..HEAD"]),
        str![[r#"
$ releve diff 2026-03-13..HEAD
could not run: there was no commit yet on 2026-03-13
exit 2

"#]]
        .raw()
    );
    assert_eq!(project.releve(&["diff", "2026-03-14"]).code, 0);
    assert_data_eq!(
        transcript(&Project::from_archive(BEFORE), &["diff", "HEAD"]),
        str![[r#"
$ releve diff HEAD
could not run: `.` lies in no git repository, so nothing is known of what it was before
exit 2

"#]]
        .raw()
    );
}
