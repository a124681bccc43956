//! Small projects, and every day that follows from them.

use jiff::civil::date;
use snapbox::str;

use super::{Due, events};
use crate::config;
use crate::history::History;
use crate::knowledge;
use crate::source::Snapshot;

/// Says every event of a project, one a line.
fn days(archive: &str) -> String {
    let snapshot = Snapshot::from_archive(&format!("-- book.toml --\n[releve]\n{archive}"));
    let config = config::read(&snapshot, "Test", &|_| true).value;
    let kb = knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 22)).value;
    let said = events(&kb).into_iter().map(|event| {
        let when = match event.due {
            Due::Now => "now".to_owned(),
            Due::On(day) => day.to_string(),
            Due::Before { last, end } => format!("{last} before {end}"),
            Due::Unknown => "unknown".to_owned(),
        };
        let who = event.who.map_or_else(|| "nobody".to_owned(), ToString::to_string);
        let how: String = event.runbooks.iter().map(|page| format!(" → {page}")).collect();
        let otherwise = event.occasion.otherwise();
        format!("{when} {} {}: {who}{how} ({otherwise})\n", event.thing, event.occasion)
    });
    said.collect()
}

/// Somebody who runs things, somebody who takes over, and the page that says how.
const PEOPLE: &str = "\
-- runbooks/inventory/people.yaml --
ada: {name: Ada, roles: [{role: primary-admin}]}
alan: {name: Alan, roles: [{role: backup-admin}]}
";

/// The page of the takeover.
const TAKEOVER: &str = "\
-- runbooks/first-hour.md --
---
title: First hour
type: takeover
status: active
---
";

#[test]
fn what_the_inventory_says_ends_with_the_last_day_to_act() {
    snapbox::assert_data_eq!(
        days(&format!(
            "{PEOPLE}\
-- runbooks/inventory/contracts.yaml --
rent: {{name: Rent, renews_on: 2027-03-31, auto_renew: true, notice: 1mo, paid_by: person:ada, method_expires_on: 2027-05-31}}
club: {{name: Club, renews_on: unknown, auto_renew: unknown, notice: unknown}}
-- runbooks/inventory/domains.yaml --
ours: {{name: example.org, fqdn: example.org, expires_on: 2027-02-20, auto_renew: false}}
-- runbooks/inventory/partners.yaml --
mutual: {{name: Mutual, ends_on: 2027-12-31}}
-- runbooks/inventory/providers.yaml --
big: {{name: Big, charter_exception: {{rule: free software, reason: slow, until: 2027-06-30}}}}
-- runbooks/domains.md --
---
title: Renew a domain
type: maintain
for: [domain:ours]
---
"
        )),
        str![[r#"
2027-02-20 domain:ours expires: person:ada → runbook:domains (calendar-otherwise-ends)
2027-02-28 before 2027-03-31 contract:rent renews: person:ada (calendar-otherwise-renews)
2027-05-31 contract:rent payment: person:ada (calendar-otherwise-payment)
2027-06-30 provider:big exception: person:ada (calendar-otherwise-exception)
2027-12-31 partner:mutual agreement: person:ada (calendar-otherwise-agreement)
unknown contract:club renews: person:ada (calendar-otherwise-unknown)

"#]]
    );
}

#[test]
fn whoever_leaves_hands_over_to_somebody_else() {
    let people = "-- runbooks/inventory/people.yaml --\nada: {name: Ada, until: 2027-01-31, roles: [{role: primary-admin}]}\nalan: {name: Alan, roles: [{role: backup-admin}]}\n";
    snapbox::assert_data_eq!(
        days(people),
        str![[r#"
2027-01-31 person:ada leaves: person:alan (calendar-otherwise-leaves)

"#]]
    );
}

#[test]
fn a_secret_is_due_so_long_after_it_was_worked_on_and_signing_in_is_no_work() {
    let keys = "-- runbooks/inventory/credentials.yaml --\nroot: {name: Root, rotate_every: 1y, holders: [person:alan]}\nold: {name: Old, rotate_every: 6mo}\nkept: {name: Kept}\n";
    let work = "-- runbooks/records/exercises/2026-03-01-root.yaml --\ndate: 2026-03-01\ntype: partial\nby: ada\nsubjects: [\"credential:root\"]\nresult: pass\nfound: nothing\n";
    let opened = "-- runbooks/records/exercises/2026-09-01-root.yaml --\ndate: 2026-09-01\ntype: access-check\nby: ada\nsubjects: [\"credential:root\", \"credential:old\"]\nresult: pass\nfound: nothing\n";
    snapbox::assert_data_eq!(
        days(&format!("{PEOPLE}{keys}{work}{opened}")),
        str![[r#"
2027-02-28 credential:old proof-access: person:alan (calendar-otherwise-proof)
2027-02-28 credential:root proof-access: person:alan (calendar-otherwise-proof)
2027-03-01 credential:root rotation: person:alan (calendar-otherwise-rotation)
unknown credential:old rotation: person:ada (calendar-otherwise-rotation)

"#]]
    );
}

#[test]
fn what_was_proven_is_due_until_it_fails() {
    let restore = |day: &str, result: &str| {
        format!(
            "-- runbooks/records/exercises/{day}-wiki.yaml --\ndate: {day}\ntype: restore\nby: alan\nsubjects: [\"service:wiki\"]\nresult: {result}\ntook: 1h\nfound: nothing\n"
        )
    };
    let project = format!(
        "{PEOPLE}-- runbooks/inventory/services.yaml --\nwiki: {{name: Wiki, mtd: 1d}}\n-- runbooks/restore.md --\n---\ntitle: Restore\ntype: restore\nfor: [service:wiki]\n---\n"
    );
    let passed = restore("2026-06-01", "pass");
    snapbox::assert_data_eq!(
        days(&format!("{project}{passed}")),
        str![[r#"
2026-11-28 service:wiki proof-data: person:alan → runbook:restore (calendar-otherwise-proof)

"#]]
    );
    assert_eq!(days(&format!("{project}{passed}{}", restore("2026-07-01", "fail"))), "");
}

#[test]
fn whoever_takes_over_tries_opens_and_reads() {
    let done = "\
-- runbooks/records/exercises/2026-05-01-all.yaml --
date: 2026-05-01
type: takeover
by: alan
subjects: [\"runbook:first-hour\"]
result: pass
took: 4h
found: nothing
-- runbooks/records/exercises/2026-11-01-copy.yaml --
date: 2026-11-01
type: access-check
by: alan
subjects: [\"runbook:first-hour\"]
result: pass
found: nothing
-- runbooks/records/acknowledgements/2026-11-20-first-hour.yaml --
date: 2026-11-20
by: alan
subject: runbook:first-hour
readback: I call the president first, then I open the safe and change every password that Ada had.
";
    snapbox::assert_data_eq!(
        days(&format!("{PEOPLE}{TAKEOVER}")),
        str![[r#"
now runbook:first-hour rehearsal: person:alan (calendar-otherwise-rehearsal)
now runbook:first-hour copy: person:alan (calendar-otherwise-copy)
now runbook:first-hour read-back/person:alan: person:alan (calendar-otherwise-read-back)

"#]]
    );
    snapbox::assert_data_eq!(
        days(&format!("{PEOPLE}{TAKEOVER}{done}")),
        str![[r#"
2027-01-30 runbook:first-hour copy: person:alan (calendar-otherwise-copy)
2027-05-01 runbook:first-hour proof-know-how: person:alan (calendar-otherwise-proof)
2027-05-01 runbook:first-hour rehearsal: person:alan (calendar-otherwise-rehearsal)

"#]]
    );
    // Where nobody takes over, or no page says how, there is nothing to do again.
    assert_eq!(days(TAKEOVER), "");
    assert_eq!(days(PEOPLE), "");
}

#[test]
fn reserves_are_counted_again_and_what_is_accepted_ends() {
    let project = "\
[checks]
waivers = [
  { rule = \"backup/none\", on = \"service:wiki\", by = \"person:ada\", because = \"moving\", until = \"2027-01-31\" },
  { rule = \"runbook/stale\", on = \"runbooks/first-hour.md\", by = \"the board\", because = \"moving\", until = \"2027-02-28\" },
  { rule = \"runbook/stale\", on = \"service:gone\", by = \"person:ada\", because = \"moving\", until = \"2027-02-28\" },
  { rule = \"runbook/stale\", on = \"service:wiki\", by = \"person:ada\", until = \"2027-02-28\" },
]
-- runbooks/inventory/organisation.yaml --
name: Ours
reserves: {money: \"100.00 EUR\", on: 2026-01-15}
-- runbooks/inventory/people.yaml --
ada: {name: Ada, roles: [{role: primary-admin}]}
eve: {name: Eve, roles: [{role: treasurer}]}
-- runbooks/inventory/services.yaml --
wiki: {name: Wiki}
-- runbooks/first-hour.md --
# First hour
";
    snapbox::assert_data_eq!(
        days(project),
        str![[r#"
2027-01-15 organisation:organisation recount: person:eve (calendar-otherwise-recount)
2027-01-31 service:wiki waiver/backup/none: person:ada (calendar-otherwise-waiver)
2027-02-28 runbook:first-hour waiver/runbook/stale: person:ada (calendar-otherwise-waiver)

"#]]
    );
}
