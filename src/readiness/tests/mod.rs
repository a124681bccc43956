//! A made-up association with eight services (tiers 1, 1, 1, 1, 2, 2, 2, 3), and what befalls it.

mod links;
mod missing;
mod properties;
mod situations;

use std::fmt::Write as _;
use std::sync::Arc;

use jiff::civil::{Date, date};

use super::verdict::Standby;
use super::{Readiness, readiest};
use crate::config;
use crate::history::{Change, Changes, Extent, History, Revision, RevisionId};
use crate::knowledge::evidence::{Level, Tested};
use crate::knowledge::{self, KnowledgeBase};
use crate::names::EntityRef;
use crate::source::{Snapshot, SourcePath};

/// The association, piece by piece.
#[derive(Clone)]
pub(super) struct Association {
    /// Whether Max holds the keys, and the pages are written.
    pub is_shared: bool,
    /// The version of the software of the first service.
    pub version: &'static str,
    /// What stands at the end of every page.
    pub touched: &'static str,
    /// The records: path below `records/`, who committed it, text.
    pub records: Vec<(String, &'static str, String)>,
    /// More of the inventory.
    pub more: String,
}

impl Default for Association {
    fn default() -> Self {
        Self { is_shared: true, version: "1.0", touched: "", records: Vec::new(), more: String::new() }
    }
}

/// The longest outage that each service bears.
const OUTAGES: [&str; 8] = ["1d", "1d", "1d", "1d", "5d", "5d", "5d", "30d"];

/// The day of the drill.
pub(super) const DRILL: Date = date(2026, 3, 14);

impl Association {
    pub(super) fn record(mut self, kind: &str, name: &str, by: &'static str, text: &str) -> Self {
        self.records.push((format!("{kind}/{DRILL}-{name}.yaml"), by, text.to_owned()));
        self
    }

    pub(super) fn exercise(self, name: &str, of: &str, by: &'static str, subjects: &str) -> Self {
        let text = format!(
            "date: {DRILL}\ntype: {of}\nby: {by}\nsubjects: [{subjects}]\nresult: pass\ntook: 1h\nfound: nothing\n"
        );
        self.record("exercises", name, by, &text)
    }

    /// Max signs in everywhere, opens the copy of the site, and says back what the takeover page means.
    pub(super) fn signed_in(self) -> Self {
        let keys =
            "credential:ssh, credential:rack, credential:names, credential:vault, credential:store, credential:key";
        let readback = format!(
            "date: {DRILL}\nby: max\nsubject: runbook:takeover\nreadback: first I open the vault then I look at what is broken and I call Pia\n"
        );
        self.exercise("access", "access-check", "max", keys)
            .exercise("copy", "access-check", "max", "runbook:takeover")
            .record("acknowledgements", "takeover", "max", &readback)
    }

    /// Max restores the first four services and follows their pages; Iris helps with the next two.
    pub(super) fn drilled(self) -> Self {
        let subjects = |number: usize| {
            let pages = ["restore", "operate", "diagnose", "communicate"].map(|of| format!("runbook:{of}-{number}"));
            format!("service:s{number}, backup:b{number}, {}", pages.join(", "))
        };
        let of_two = |number: usize| {
            format!("service:s{number}, backup:b{number}, runbook:restore-{number}, runbook:operate-{number}")
        };
        let mut drilled = self;
        for number in 1..=4 {
            drilled = drilled.exercise(&format!("s{number}"), "restore", "max", &subjects(number));
        }
        for number in 5..=6 {
            drilled = drilled.exercise(&format!("s{number}"), "restore", "iris", &of_two(number));
        }
        drilled
    }

    pub(super) fn archive(&self) -> String {
        let holders = if self.is_shared { "['person:lea', 'person:max']" } else { "['person:lea']" };
        let mut archive = format!(
            "-- book.toml --
[releve]
-- runbooks/takeover.md --
---
title: Take over
type: takeover
risk: reversible
time: 1h
status: active
---
## First hour

1. Open the vault.
{touched}
-- runbooks/inventory/organisation.yaml --
name: Association
representatives: [pia]
activation: {{who: [pia], after: 3d, how: by phone}}
-- runbooks/inventory/people.yaml --
lea: {{name: Lea, roles: [{{role: primary-admin}}], contacts: [{{type: phone, value: '1'}}], commits_as: [lea@example.org]}}
max: {{name: Max, roles: [{{role: backup-admin}}], contacts: [{{type: phone, value: '2'}}], commits_as: [max@example.org]}}
iris: {{name: Iris, roles: [{{role: contact}}], contacts: [{{type: phone, value: '3'}}], commits_as: [iris@example.org]}}
pia: {{name: Pia, roles: [{{role: treasurer}}], contacts: [{{type: phone, value: '4'}}]}}
-- runbooks/inventory/hosts.yaml --
box: {{name: box, type: virtual, provider: rack}}
-- runbooks/inventory/providers.yaml --
rack: {{name: Rack, kind: hosting, account_holder: organisation, software_freedom: free}}
names: {{name: Names, kind: registrar, account_holder: organisation, software_freedom: free}}
vault: {{name: Vault, kind: saas, account_holder: organisation, software_freedom: free}}
store: {{name: Store, kind: backup, account_holder: organisation, software_freedom: free}}
-- runbooks/inventory/domains.yaml --
example: {{name: example.org, fqdn: example.org, registrar: names, dns: names, registrant: organisation, expires_on: 2030-01-01, auto_renew: true}}
-- runbooks/inventory/credentials.yaml --
vault:
  {{name: Vault, opens: ['provider:vault'], kind: passphrase, store: {{vault: {{place: envelope}}, item: a}}, holders: {holders}, second_factor: {{type: none}}, recovery: {{route: none}}}}
",
            touched = self.touched
        );
        for (id, opens) in
            [("ssh", "host:box"), ("rack", "provider:rack"), ("names", "provider:names"), ("store", "provider:store")]
        {
            let _ = writeln!(
                archive,
                "{id}: {{name: {id}, opens: ['{opens}'], kind: login, store: {{vault: 'provider:vault', item: {id}}}, holders: {holders}, second_factor: {{type: none}}, recovery: {{route: none}}}}"
            );
        }
        let _ = writeln!(
            archive,
            "key: {{name: key, opens: ['backup:b1'], kind: passphrase, store: {{vault: 'provider:vault', item: key}}, holders: {holders}, second_factor: {{type: none}}, recovery: {{route: none}}}}"
        );
        archive += "-- runbooks/inventory/services.yaml --\n";
        for (number, outage) in (1..).zip(OUTAGES) {
            let version = if number == 1 { self.version } else { "1.0" };
            let _ = writeln!(
                archive,
                "s{number}: {{name: S{number}, lifecycle: production, owner: lea, software: {{name: App, version: '{version}', license: MIT}}, runs_on: ['host:box'], mtd: {outage}, rto: 4h, rpo: 1d, data: personal}}"
            );
        }
        archive += "-- runbooks/inventory/backups.yaml --\n";
        for number in 1..=8 {
            let _ = writeln!(
                archive,
                "b{number}: {{name: B{number}, covers: [{{ref: 'service:s{number}', what: full}}], tool: borg, schedule: day, retention: a week, copies: [{{at: 'provider:store', offsite: true}}], encryption_key: key, restore: takeover}}"
            );
        }
        for number in 1..=8 {
            // The helper's word about these two is good for half a year.
            let every = if number == 5 || number == 6 { "evidence_every: 180d\n" } else { "" };
            let types: &[&str] =
                if number <= 4 { &["restore", "operate", "diagnose", "communicate"] } else { &["restore", "operate"] };
            for of in types.iter().filter(|_| self.is_shared) {
                let _ = write!(
                    archive,
                    "-- runbooks/{of}-{number}.md --\n---\ntitle: {of} {number}\ntype: {of}\nfor: ['service:s{number}']\nsymptoms: [it is down]\nrisk: reversible\ntime: 30m\nstatus: active\n{every}---\n## Steps\n\n1. Do it.\n{}\n",
                    self.touched
                );
            }
        }
        archive += &self.more;
        for (path, _, text) in &self.records {
            let _ = write!(archive, "-- runbooks/records/{path} --\n{text}");
        }
        archive
    }

    /// Reads the association as of a day. Lea wrote the pages, and committed the rest; each record was committed by whom it says, and
    /// made against `then`.
    pub(super) fn known(&self, then: &Self, as_of: Date) -> (KnowledgeBase, Snapshot) {
        let snapshot = Snapshot::from_archive(&self.archive());
        let author = |path: &SourcePath| {
            let of_record = |(record, by, _): &(String, &'static str, String)| {
                (path.as_str() == format!("runbooks/records/{record}")).then_some(*by)
            };
            self.records.iter().find_map(of_record).unwrap_or("lea")
        };
        let changes = snapshot.files().iter().map(|file| {
            let revision = revision(author(&file.path), DRILL);
            let commits = vec![Change { revision, path: None, content: None }];
            ((file.path.clone(), String::new()), Changes { is_uncommitted: false, commits, is_whole: true })
        });
        let history = History { extent: Extent::Whole, changes: changes.collect(), ..History::default() };
        let mut kb = read(&snapshot, history, as_of);
        let then = Snapshot::from_archive(&then.archive());
        let then = read(&then, History::default(), as_of);
        let placed = kb.records_to_place().map(|(record, added)| {
            let tested = Tested::new(added.clone(), &then, &kb, record).compared(&then, &kb, record, &[]);
            (record.file().id.clone(), tested)
        });
        kb.past = placed.collect();
        (kb, snapshot)
    }
}

fn read(snapshot: &Snapshot, history: History, as_of: Date) -> KnowledgeBase {
    let config = config::read(snapshot, "Test", &|_| true).value;
    let outcome = knowledge::compile(snapshot, config, history, as_of);
    let wrong: Vec<_> = outcome.diagnostics.iter().map(|wrong| (wrong.code.name, &wrong.message)).collect();
    assert!(wrong.is_empty(), "the association is written soundly: {wrong:?}");
    outcome.value
}

fn revision(author: &str, on: Date) -> Arc<Revision> {
    let id = RevisionId::from_bytes(&[7; 20]);
    Arc::new(Revision { id, date: on, author: author.to_owned(), email: format!("{author}@example.org") })
}

/// Says how ready whoever is readiest is: `no/paper/likely/proven figure`, and which gates are shut.
pub(super) fn verdict(kb: &KnowledgeBase, snapshot: &Snapshot) -> String {
    let readiness = Readiness::new(kb, snapshot);
    let supposed = readiness.takeover();
    let people: Vec<Standby<'_>> =
        readiness.standing_by(&supposed).into_iter().map(|who| readiness.judge(who, &supposed)).collect();
    let Some(best) = readiest(&people, kb.as_of) else { return "nobody".to_owned() };
    let counts = best.counts(kb.as_of);
    let shut: Vec<&str> =
        best.gates.iter().filter(|gate| !gate.course.at(kb.as_of)).map(|gate| gate.gate.word()).collect();
    let figure = best.figure(kb.as_of).map_or_else(|| "-".to_owned(), |figure| figure.to_string());
    format!("{}/{}/{}/{} {figure} shut: {}", counts.no, counts.on_paper, counts.likely, counts.proven, shut.join(" "))
}

/// The levels of the services of somebody, by id.
pub(super) fn levels(kb: &KnowledgeBase, snapshot: &Snapshot, who: &str) -> Vec<(String, Level)> {
    let readiness = Readiness::new(kb, snapshot);
    let supposed = readiness.takeover();
    let who: EntityRef = kb.names.find(who).unwrap();
    let (who, _) = kb.catalog.entities.get_key_value(&who).unwrap();
    let standby = readiness.judge(who, &supposed);
    standby.live().map(|service| (service.service.to_string(), service.course.at(kb.as_of))).collect()
}
