//! Small knowledge bases, before and after, and what is said of the difference.

use std::fmt::Write;

use jiff::civil::date;
use snapbox::str;

use super::*;
use crate::config;
use crate::history::History;
use crate::knowledge;
use crate::source::Snapshot;
use crate::words::Words;

fn read(archive: &str) -> KnowledgeBase {
    let snapshot = Snapshot::from_archive(&format!("-- book.toml --\n[releve]\n{archive}"));
    let config = config::read(&snapshot, "test", &|_| true).value;
    knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 22)).value
}

/// What changed, one change a line, in English.
fn said(before: &str, after: &str) -> String {
    let (before, after) = (read(before), read(after));
    let changes = compare(&before, &after);
    let words = Words::load(&Language::ENGLISH);
    let held = |held: &Option<Held>| match held {
        Some(Held::Value(value)) => after.say(&changes.without_gone(value), &words),
        Some(Held::Text(text)) => format!("{text:?}"),
        None => "—".to_owned(),
    };
    let mut text = String::new();
    for (service, things) in changes.by_service() {
        let _ = writeln!(text, "[{}]", service.map_or("", ServiceId::as_str));
        for thing in things {
            let event = thing.event.message().map(|message| format!(", {}", words.say(&message))).unwrap_or_default();
            let language = thing.language.as_ref().map(|language| format!(" ({language})")).unwrap_or_default();
            let _ = writeln!(text, "{} {}{language}{event}", thing.subject, thing.name);
            for change in &thing.changes {
                let left = change.left().map(|left| format!(" ({})", words.say(&left))).unwrap_or_default();
                let what = changes.say(change, &after, &words);
                let _ = writeln!(text, "  {what}: {} → {}{left}", held(&change.was), held(&change.now));
            }
        }
    }
    text
}

fn check(before: &str, after: &str, expected: impl snapbox::IntoData) {
    snapbox::assert_data_eq!(said(before, after), expected.raw());
}

const PEOPLE: &str = "\
-- runbooks/inventory/people.yaml --
awa: {name: Awa, roles: [{role: primary-admin}], contacts: [{type: phone, value: '01'}]}
ben: {name: Ben, roles: [{role: backup-admin}], contacts: unknown}
";

const HOSTS: &str = "\
-- runbooks/inventory/hosts.yaml --
mx1: {name: Mail exchanger one, type: virtual, provider: self}
mx2: {name: Mail exchanger two, type: virtual, provider: self}
";

fn service(fields: &str) -> String {
    let rest = "lifecycle: experimental, software: unknown, data: basic";
    format!("{PEOPLE}{HOSTS}-- runbooks/inventory/services.yaml --\nmail: {{name: Mail, {rest}, {fields}}}\n")
}

#[test]
fn equal_knowledge_has_not_changed() {
    let kb = service("owner: awa, runs_on: [host:mx1]");
    check(&kb, &kb, str![""]);
}

#[test]
fn a_field_is_told_old_and_new_together() {
    check(
        &service("owner: awa, runs_on: [host:mx1]"),
        &service("owner: unknown, runs_on: [host:mx2], mtd: 2d, urls: ['https://mail.example.org']"),
        str![[r#"
[mail]
service:mail Mail
  Owner: Awa → unknown
  Addresses: — → https://mail.example.org
  Runs on: Mail exchanger one → Mail exchanger two
  Tolerable outage: — → 2 days

"#]],
    );
}

#[test]
fn items_of_a_list_are_told_and_how_many_are_left() {
    let credential = |holders: &str| {
        format!(
            "{}-- runbooks/inventory/credentials.yaml --\nroot: {{name: Root of mx1, opens: [host:mx1], kind: login, store: unknown, holders: {holders}, second_factor: unknown, recovery: unknown}}\n",
            service("owner: awa, runs_on: [host:mx1]")
        )
    };
    check(
        &credential("[person:awa, person:ben]"),
        &credential("[person:awa]"),
        str![[r#"
[mail]
credential:root Root of mx1
  Holders: Ben → — (only one left)

"#]],
    );
    check(
        &credential("[person:awa, person:ben]"),
        &credential("unknown"),
        str![[r#"
[mail]
credential:root Root of mx1
  Holders: Awa, Ben → unknown

"#]],
    );
    check(
        &credential("[person:awa, person:ben]"),
        &credential("[person:ben, person:awa]"),
        str![[r#"
[mail]
credential:root Root of mx1
  Holders: in another order: Awa, Ben → Ben, Awa

"#]],
    );
}

#[test]
fn an_item_is_known_by_what_it_is_about() {
    let soft = "owner: awa, runs_on: [host:mx1], depends_on: [{ref: host:mx1}, {ref: host:mx2, hard: false}]";
    let hard = "owner: awa, runs_on: [host:mx1], depends_on: [{ref: host:mx2}, {ref: host:mx1}]";
    check(
        &service(soft),
        &service(hard),
        str![[r#"
[mail]
service:mail Mail
  Depends on › Mail exchanger two › Indispensable: no → yes

"#]],
    );
    check(
        PEOPLE,
        &PEOPLE.replace("'01'", "'02'"),
        str![[r#"
[]
person:awa Awa
  Contacts › Value: 01 → 02

"#]],
    );
}

#[test]
fn things_come_go_and_are_renamed() {
    let before = service("owner: awa, runs_on: [host:mx1]");
    let by_alias = before
        .replace("mx1: {", "mx9: {aliases: [mx1], ")
        .replace("host:mx1", "host:mx9")
        .replace("ben: {", "cleo: {")
        .replace("name: Ben", "name: Cleo");
    check(
        &before,
        &by_alias,
        str![[r#"
[mail]
host:mx9 Mail exchanger one, formerly `mx1`
[]
person:ben Ben, gone
person:cleo Cleo, new

"#]],
    );
    let by_facts =
        "-- runbooks/inventory/hosts.yaml --\nmx3: {name: Three, type: virtual, provider: self, os: Debian 13}\n";
    check(
        by_facts,
        &by_facts.replace("mx3: {name: Three", "mx4: {name: Four"),
        str![[r#"
[]
host:mx4 Four, new
host:mx3 Three, gone

"#]],
    );
    let many = format!("{HOSTS}mx3: {{name: Three, type: virtual, provider: self, os: Debian 13}}\n");
    check(
        &many,
        &many.replace("mx3", "a").replace("13", "14"),
        str![[r#"
[]
host:a Three, new
host:mx3 Three, gone

"#]],
    );
}

/// A page with steps.
fn page(steps: &str) -> String {
    format!(
        "{}-- runbooks/mail/stuck.md --\n---\ntitle: Mail is stuck\ntype: operate\nfor: [service:mail]\nrisk: reversible\ntime: 10m\nstatus: active\n---\nWhat to do.\n\n## Steps\n\nIn order.\n\n{steps}",
        service("owner: awa, runs_on: [host:mx1]")
    )
}

const STEPS: &str = "\
1. Look at the queue of mails. {#queue}
2. Read the cause of the trouble in the log.
3. Restart the relay and wait a minute.
4. Call the provider.
";

#[test]
fn steps_are_compared_one_by_one() {
    // Said otherwise, under its own id.
    check(
        &page(STEPS),
        &page(&STEPS.replace("queue of mails", "queue of waiting mails")),
        str![[r#"
[mail]
runbook:mail/stuck Mail is stuck
  step 1 reads otherwise: "Look at the queue of mails." → "Look at the queue of waiting mails."

"#]],
    );
    // Known by its words, without an id.
    check(
        &page(STEPS),
        &page(&STEPS.replace("Read the cause", "Find the cause")),
        str![[r#"
[mail]
runbook:mail/stuck Mail is stuck
  step 2 reads otherwise: "Read the cause of the trouble in the log." → "Find the cause of the trouble in the log."

"#]],
    );
    // One in the place of another.
    check(
        &page(STEPS),
        &page(&STEPS.replace("Call the provider.", "Write to the list.")),
        str![[r#"
[mail]
runbook:mail/stuck Mail is stuck
  step 4 reads otherwise: "Call the provider." → "Write to the list."

"#]],
    );
    // One more, in the middle: those behind it are the same under other numbers.
    check(
        &page(STEPS),
        &page(&STEPS.replace("2. Read", "1. Tell the members that it takes a while.\n2. Read")),
        str![[r#"
[mail]
runbook:mail/stuck Mail is stuck
  step 2 is new: — → "Tell the members that it takes a while."

"#]],
    );
    // One less.
    check(
        &page(STEPS),
        &page(&STEPS.replace("2. Read the cause of the trouble in the log.\n", "")),
        str![[r#"
[mail]
runbook:mail/stuck Mail is stuck
  step 2 is gone: "Read the cause of the trouble in the log." → —

"#]],
    );
    // Elsewhere.
    let moved = "1. Restart the relay and wait a minute.\n1. Look at the queue of mails. {#queue}\n1. Read the cause of the trouble in the log.\n1. Call the provider.\n";
    check(
        &page(STEPS),
        &page(moved),
        str![[r#"
[mail]
runbook:mail/stuck Mail is stuck
  step 3 is now step 1: Restart the relay and wait a minute.: — → —

"#]],
    );
    // An id is nothing that is done.
    check(&page(STEPS), &page(&STEPS.replace("in the log.", "in the log. {#read-the-cause-of-the-trouble}")), str![""]);
}

#[test]
fn sections_headings_and_the_head_of_a_page_are_told() {
    let before = page(STEPS);
    let after = before
        .replace("time: 10m", "time: 20m")
        .replace("status: active", "status: active\nneeds: []\nsymptoms: [nothing arrives]")
        .replace("What to do.", "What to do at once.")
        .replace("## Steps", "## Steps to take")
        .replace("In order.", "In any order.");
    check(
        &before,
        &after,
        str![[r#"
[mail]
runbook:mail/stuck Mail is stuck
  Symptoms: — → nothing arrives
  Time needed: 10 minutes → 20 minutes
  the introduction reads otherwise: "What to do." → "What to do at once."
  a heading reads otherwise: "Steps" → "Steps to take"
  section “Steps to take” reads otherwise: "In order." → "In any order."

"#]],
    );
    let longer = format!("{before}\n## Afterwards\n\nTell everybody.\n");
    check(
        &before,
        &longer,
        str![[r#"
[mail]
runbook:mail/stuck Mail is stuck
  section “Afterwards” is new: — → "Tell everybody."

"#]],
    );
    check(
        &longer,
        &before,
        str![[r#"
[mail]
runbook:mail/stuck Mail is stuck
  section “Afterwards” is gone: "Tell everybody." → —

"#]],
    );
    check(&longer, &longer.replace("Tell everybody.", "Tell\neverybody."), str![""]);
}

#[test]
fn a_page_that_moved_is_the_same_page() {
    let before = page(STEPS);
    check(
        &before,
        &before.replace("mail/stuck.md", "mail/waiting.md"),
        str![[r#"
[mail]
runbook:mail/waiting Mail is stuck, formerly `mail/stuck`

"#]],
    );
    check(
        &before,
        &before.replace("mail/stuck.md", "post/waiting.md").replace("Call the provider", "Call them"),
        str![[r#"
[mail]
runbook:post/waiting Mail is stuck, formerly `mail/stuck`
  step 4 reads otherwise: "Call the provider." → "Call them."

"#]],
    );
    check(
        &before,
        &before.replace("mail/stuck.md", "mail/other.md").replace(STEPS, "").replace("What to do.", "Nothing."),
        str![[r#"
[mail]
runbook:mail/other Mail is stuck, new
runbook:mail/stuck Mail is stuck, gone

"#]],
    );
}

#[test]
fn notes_and_translations_are_texts_of_their_own() {
    let hosts = "-- runbooks/inventory/hosts.yaml --\nmx1: {name: One, type: virtual, provider: self, notes: 'Old and slow.'}\n";
    check(
        hosts,
        &hosts.replace("Old and slow", "Old and slow, but ours"),
        str![[r#"
[]
host:mx1 One
  the notes read otherwise: "Old and slow." → "Old and slow, but ours."

"#]],
    );
    let book = "[book]\nlanguage = \"en\"\n[releve]\nlanguages = [\"en\", \"fr\"]\n";
    let before = format!("{book}-- runbooks/a.md --\n# A\n\nOne.\n-- runbooks/a.fr.md --\n# A\n\nUn.\n");
    let read = |archive: &str| {
        let snapshot = Snapshot::from_archive(&format!("-- book.toml --\n{archive}"));
        let config = config::read(&snapshot, "test", &|_| true).value;
        knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 22)).value
    };
    let changes = compare(&read(&before), &read(&before.replace("Un.", "Deux.")));
    let things: Vec<_> =
        changes.things.iter().map(|thing| (thing.subject.to_string(), thing.language.clone())).collect();
    assert_eq!(things, [("runbook:a".to_owned(), Some(Language::FRENCH))]);
}

#[test]
fn parts_of_a_project_are_compared_alike() {
    // The page that the backup names is loaded on neither side.
    let backup = "-- runbooks/inventory/backups.yaml --\nnightly: {name: Nightly, covers: [{ref: host:mx1}], restore: 'runbook:restore'}\n";
    let before = format!("{}{backup}", service("owner: awa, runs_on: [host:mx1]"));
    check(
        &before,
        &before.replace("Nightly,", "Each night,"),
        str![[r#"
[mail]
backup:nightly Each night
  Name: Nightly → Each night

"#]],
    );
}

#[test]
fn many_steps_and_pages_are_compared_in_no_time() {
    let steps = |word: &str| (0..4000).map(|number| format!("1. {word} number {number} {word}\n")).collect::<String>();
    let changes = compare(&read(&page(&steps("Alpha"))), &read(&page(&steps("Omega"))));
    assert_eq!(changes.things.len(), 1);
    let pages = |folder: &str| {
        (0..500).map(|number| format!("-- runbooks/{folder}/{number}.md --\n# {number}\n\nThe same line in each page.\n{folder} {number}\n")).collect::<String>()
    };
    assert_eq!(compare(&read(&pages("a")), &read(&pages("b"))).things.len(), 1000);
}
