//! Sheets made of small inventories.

use std::collections::BTreeSet;
use std::fmt::Write;

use jiff::civil::date;

use crate::config;
use crate::history::History;
use crate::knowledge::{self, KnowledgeBase};
use crate::names::Kind;
use crate::source::Snapshot;
use crate::words::{Language, Words};

use super::table::{REST, Row, groups};
use super::{Answer, Label};

/// Two people, a service on a machine of a provider, what opens and saves them.
const INVENTORY: &str = "\
-- book.toml --
[releve]
-- runbooks/cloud/restore.md --
---
title: Restore
type: restore
for: [service:cloud]
---
See [](service:cloud) and [](host:srv1).
-- runbooks/cloud/down.md --
---
title: It is down
type: diagnose
for: [service:cloud]
---
-- runbooks/inventory/people.yaml --
awa: {name: Awa, roles: [{role: primary-admin}], contacts: unknown}
ben: {name: Ben, roles: [{role: backup-admin}], contacts: unknown}
-- runbooks/inventory/providers.yaml --
rade: {name: Rade, kind: hosting, account_holder: awa, software_freedom: mixed}
-- runbooks/inventory/hosts.yaml --
srv1: {name: Server, type: virtual, provider: rade, ssh: {user: admin}}
-- runbooks/inventory/services.yaml --
cloud:
  name: Cloud
  lifecycle: production
  owner: awa
  software: unknown
  runs_on: [host:srv1]
  mtd: 2d
  rto: 1d
  rpo: 1d
  data: personal
  tags: [files]
site: {name: Site, lifecycle: production, owner: awa, software: unknown, runs_on: unknown, depends_on: [{ref: service:cloud}], data: basic, mtd: unknown, rto: unknown, rpo: unknown}
-- runbooks/inventory/credentials.yaml --
keys:
  name: Keys
  opens: [host:srv1]
  kind: ssh-key
  store: {vault: {place: safe}, item: keys}
  holders: [person:awa, person:ben]
  second_factor: {type: none}
  recovery: {route: second-admin}
-- runbooks/inventory/backups.yaml --
nightly: {name: Nightly, covers: [{ref: host:srv1, what: full}], tool: borg, schedule: day, retention: 30d, copies: [{at: provider:rade, offsite: true}], encryption_key: keys, restore: cloud/restore}
";

fn read(archive: &str) -> KnowledgeBase {
    let snapshot = Snapshot::from_archive(archive);
    let config = config::read(&snapshot, "project", &|_| true).value;
    knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 22)).value
}

/// The sheet of a thing as text: a group a line, then its lines, marked by where they come from.
fn sheet(archive: &str, kind: Kind, id: &str) -> String {
    let kb = read(archive);
    let words = Words::load(&Language::ENGLISH);
    let mut text = String::new();
    for group in kb.sheet(&kb.catalog.entities[&kb.names.resolve(kind, id).unwrap()]) {
        let _ = writeln!(text, "{}", group.name);
        for line in group.lines {
            let (mark, said) = match &line.answer {
                Answer::Declared(value) => ('=', kb.say(value, &words)),
                Answer::Derived(value) => ('~', kb.say(value, &words)),
                Answer::Missing(why) => ('!', words.say(why)),
                Answer::Pages(pages) => ('>', pages.iter().map(|page| kb.title(page)).collect::<Vec<_>>().join(", ")),
            };
            let _ = writeln!(text, " {mark} {}: {said}", line.label.say(&words));
        }
    }
    text
}

#[test]
fn a_service_is_told_in_the_order_in_which_one_asks() {
    let told = sheet(INVENTORY, Kind::Service, "cloud");
    assert_eq!(
        told,
        "\
what
 = Lifecycle: in production
 = Owner: Awa
 ~ Second person: Ben
 = Software: unknown
way-in
 = Runs on: Server
 ~ Machine: Server · admin
 ~ Opened through what it stands on: Keys · Server · Awa, Ben
needs
 ~ Is needed by: Site
todo
 > Something is broken: It is down
 > Bring it back: Restore
data
 = Data: personal
 ~ Saved with its machine: Nightly · every day · Rade · yes · Restore
promises
 ~ Tier: 2: must be back within a week
 = Tolerable outage: 2 days
 = Time to be back: 1 day
 = Tolerable data loss: 1 day
rest
 = Tags: files
"
    );
}

#[test]
fn what_is_missing_and_matters_is_said() {
    let told = |changed: &str| sheet(changed, Kind::Service, "cloud");
    let alone = INVENTORY.replace("{role: backup-admin}", "{role: treasurer}");
    assert!(told(&alone).contains(" ! Second person: "));
    let one_holder = INVENTORY.replace("[person:awa, person:ben]", "[person:awa]");
    assert!(
        told(&one_holder).contains(" ! Second holder: only \u{2068}Awa\u{2069} holds")
            || told(&one_holder).contains(" ! Second holder: only Awa holds")
    );
    let locked = INVENTORY.replace("opens: [host:srv1]", "opens: [service:site]");
    assert!(told(&locked).contains(" ! Access: "));
    let unsaved = INVENTORY.replace("{ref: host:srv1, what: full}", "{ref: service:site, what: full}");
    assert!(told(&unsaved).contains(" ! Backup: "));
    let nothing_to_save = unsaved.replace("data: personal", "data: {none: stateless}");
    assert!(!told(&nothing_to_save).contains(" ! Backup: "));
    assert!(sheet(INVENTORY, Kind::Service, "site").contains(" ! Pages: "));
}

#[test]
fn whoever_leaves_is_listed_and_not_counted_whatever_the_day() {
    for until in ["2026-01-31", "2027-01-31"] {
        let leaves = format!("roles: [{{role: backup-admin}}], until: {until}");
        let told = sheet(&INVENTORY.replace("roles: [{role: backup-admin}]", &leaves), Kind::Service, "cloud");
        assert!(told.contains(" ! Second person: ") && told.contains(" ! Second holder: "), "{told}");
        assert!(told.contains("Keys · Server · Awa, Ben"), "{told}");
    }
}

#[test]
fn that_every_holder_leaves_is_said() {
    let leaves = INVENTORY
        .replace("holders: [person:awa, person:ben]", "holders: [person:ben]")
        .replace("roles: [{role: backup-admin}]", "roles: [{role: backup-admin}], until: 2027-01-31");
    let told = sheet(&leaves, Kind::Service, "cloud");
    assert!(told.contains(" ! Second holder: everybody who holds what opens it leaves"), "{told}");
}

#[test]
fn every_field_stands_on_the_sheet_and_every_relation_at_both_ends() {
    let kb = read(INVENTORY);
    for entity in kb.catalog.entities.values() {
        let sheet = kb.sheet(entity);
        let labels: Vec<Label> = sheet.iter().flat_map(|group| &group.lines).map(|line| line.label).collect();
        for fact in entity.facts.iter().filter(|fact| !matches!(fact.name, "name" | "summary")) {
            let count = labels.iter().filter(|label| **label == Label::Field(fact.name)).count();
            assert_eq!(count, 1, "{} of {}", fact.name, entity.reference);
        }
        for relation in kb.incoming(&entity.reference).filter(|relation| !matches!(relation.field, "for" | "text")) {
            let inverse = Label::Inverse(relation.field, relation.from.kind());
            assert!(labels.contains(&inverse), "{} of {}", relation.field, entity.reference);
        }
    }
}

#[test]
fn a_page_that_mentions_a_thing_is_told_once() {
    assert!(!sheet(INVENTORY, Kind::Service, "cloud").contains("Mentioned in"));
    assert!(sheet(INVENTORY, Kind::Host, "srv1").contains(" ~ Mentioned in: Restore"));
}

#[test]
fn a_contract_that_renews_itself_says_until_when_it_can_be_given_up() {
    let contract = |notice: &str, auto: bool| {
        format!(
            "{INVENTORY}-- runbooks/inventory/contracts.yaml --\nrent: {{name: Rent, covers: [host:srv1], cost: {{amount: \"31 EUR\", every: month}}, renews_on: 2027-03-31, auto_renew: {auto}, notice: {notice}, paid_by: awa, method: card}}\n"
        )
    };
    assert!(sheet(&contract("1mo", true), Kind::Contract, "rent").contains("Last day to give it up: 2027-02-28"));
    assert!(sheet(&contract("36h", true), Kind::Contract, "rent").contains("Last day to give it up: 2027-03-29"));
    assert!(!sheet(&contract("1mo", false), Kind::Contract, "rent").contains("Last day"));
    assert!(sheet(&contract("1mo", true), Kind::Host, "srv1").contains(" ~ Contract: Rent · 2027-03-31"));
    assert!(sheet(INVENTORY, Kind::Host, "srv1").contains(" ! Contract: "));
}

#[test]
fn every_line_of_the_table_has_its_words_and_stands_there_once() {
    for language in [&Language::ENGLISH, &Language::FRENCH] {
        let words = Words::load(language);
        let says = |id: String| assert!(words.find(&id).is_some(), "{language} does not say `{id}`");
        says(format!("group-{REST}"));
        for kind in Kind::ALL {
            let mut seen = BTreeSet::new();
            for (group, rows) in groups(kind) {
                assert!(seen.insert((group.to_string(), None)), "{kind:?}: {group} twice");
                says(format!("group-{group}"));
                for row in *rows {
                    let (name, from) = match row {
                        Row::Own(field) => (format!("field-{field}"), None),
                        Row::Worked(name, _) => (format!("derived-{name}"), None),
                        Row::Pages => continue,
                        Row::From(from, field, _) => {
                            let of_kind = format!("inverse-{field}-{}", from.name());
                            let is_said = words.find(&of_kind).is_some();
                            (if is_said { of_kind } else { format!("inverse-{field}") }, Some(*from))
                        }
                    };
                    says(name.clone());
                    assert!(seen.insert((name.clone(), from)), "{kind:?}: {name} twice");
                }
            }
        }
    }
}
