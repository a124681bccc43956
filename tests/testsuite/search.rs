//! `releve search`: what it answers, from the sources and from a copy of the site.

use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::cli::transcript;
use crate::support::Project;

const PROJECT: &str = "-- book.toml --
[book]
title = \"Example\"
language = \"en\"
src = \"runbooks\"

[releve]
languages = [\"en\", \"fr\"]
-- runbooks/index.md --
# Example
-- runbooks/wiki/restore.md --
---
title: Restore the wiki
type: restore
for: [service:wiki]
symptoms: [pages have vanished]
alerts: [WikiPagesMissing]
risk: disruptive
time: 1h
status: active
---

## Steps

1. Fetch last night's backup. {#fetch}

   ```sh on=host:box effect=reads
   borg list ssh://{{host:box.addresses.0.name}}/./wiki
   ```

## Undo

Nothing was changed before the first step.
-- runbooks/wiki/restore.fr.md --
---
title: Restaurer le wiki
symptoms: [des pages ont disparu]
---

## Étapes

1. Chercher la sauvegarde de la nuit.

## Revenir en arrière

Rien n'a changé.
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
  addresses:
    - name: box-01.example.org
      ip: 192.0.2.7
-- runbooks/inventory/services.yaml --
wiki:
  name: Wiki
  lifecycle: experimental
  owner: awa
  software:
    name: DokuWiki
    license: GPL-2.0-only
  runs_on:
    - host:box
  data: basic
";

fn project() -> Project {
    Project::from_archive(PROJECT)
}

#[test]
fn answers_say_what_a_page_is_where_it_is_and_why() {
    assert_data_eq!(
        transcript(&project(), &["search", "wiki", "bakcup", "zzzzz", "--most", "2"]),
        str![[r#"
$ releve search wiki bakcup zzzzz --most 2
 1  Restore the wiki › Steps
    restore · never proven · wiki/restore.html#steps
    Fetch last night's backup. borg list ssh://box-01.example.org/./wiki
 2  Wiki
    service · service/wiki.html
    Lifecycle: experimental · Owner: Awa Exemple · Runs on: Box · Software: Name: DokuWiki · Licence: GPL-2.0-only · Data: Kind of data: basic ·
`bakcup` was taken for `backup`
stands nowhere: `zzzzz`
2 of 2 pages
exit 0

"#]]
    );
}

#[test]
fn a_reader_of_another_language_is_led_to_its_words() {
    assert_data_eq!(
        transcript(&project(), &["search", "--lang", "fr", "WikiPages", "--group", "incidents"]),
        str![[r#"
$ releve search --lang fr WikiPages --group incidents
 1  Restaurer le wiki
    restauration · jamais éprouvé · fr/wiki/restore.html
    WikiPagesMissing
1 sur 1 page
exit 0

"#]]
    );
}

#[test]
fn machines_are_found_by_what_machines_call_them() {
    for query in ["box-01.example.org", "192.0.2.7", "box01", "ssh://box-01.example.org/./wiki"] {
        let run = project().releve(&["search", "--format", "json", query]);
        assert_eq!(run.code, 0, "{run}");
        let answers: Value = serde_json::from_str(&run.stdout).unwrap();
        let first = answers["hits"][0]["address"].as_str().unwrap();
        assert!(first == "host/box.html" || first.starts_with("wiki/restore.html"), "{query}: {first}");
    }
}

#[test]
fn programs_get_words_that_do_not_depend_on_the_language() {
    let run = project().releve(&["search", "--format", "json", "--lang", "fr", "vanished"]);
    let answers: Value = serde_json::from_str(&run.stdout).unwrap();
    let first = &answers["hits"][0];
    let told = ["group", "kind", "proof", "language"].map(|name| first[name].as_str().unwrap_or_default());
    assert_eq!(told, ["incidents", "restore", "none", "en"], "{first:#}");
    assert_eq!((answers["total"].as_u64(), answers["cut"].as_bool()), (Some(1), Some(false)));
}

#[test]
fn a_copy_of_the_site_answers_as_the_sources_do() {
    let project = project();
    project.build();
    for query in ["wiki", "restoring pages", "awa", "bakcup"] {
        let of = |site: &[&str]| project.releve(&[&["search", "--format", "json", query], site].concat()).stdout;
        assert_eq!(of(&[]), of(&["--site", "site"]), "{query}");
    }
}

#[test]
fn nothing_found_ends_with_1_and_a_damaged_copy_with_2() {
    let project = project();
    assert_eq!(project.releve(&["search", "zzzzz"]).code, 1);
    project.build();
    project.write("site/search/i/0.js", "releve.take(\"i/0\",\"AAAA");
    assert_data_eq!(
        transcript(&project, &["search", "--site", "site", "wiki"]),
        str![[r#"
$ releve search --site site wiki
could not run: site: search/i/0.js is missing or damaged, or of another build than the other files: build or copy the site again
exit 2

"#]]
    );
    assert_eq!(project.releve(&["search", "--service", "mail", "wiki"]).code, 2);
}

#[test]
fn what_is_found_drives_no_terminal() {
    let project = project();
    project.write("runbooks/odd.md", "# Odd \u{202E}title\n\nA \u{9B}2Jsequence.\n");
    let run = project.releve(&["search", "sequence"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(!run.stdout.contains(['\u{202E}', '\u{9B}', '\u{1B}']), "{run}");
}
