use std::fmt::Write as _;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::config;
use crate::history::History;
use crate::knowledge;
use crate::source::Snapshot;

/// A service: its id, where it runs, what it depends on, how long it may be down, how long it takes.
type Of<'a> = (&'a str, &'a str, &'a [&'a str], &'a str, &'a str);

/// Two machines of two providers.
fn project(services: &[Of<'_>], more: &str) -> String {
    let mut archive = "-- book.toml --\n[releve]\n-- runbooks/inventory/providers.yaml --\nrack: {name: Rack}\nother: {name: Other}\nstore: {name: Store}\n-- runbooks/inventory/hosts.yaml --\none: {name: one, provider: rack}\ntwo: {name: two, provider: other}\n-- runbooks/inventory/services.yaml --\n".to_owned();
    for (id, on, depends, mtd, rto) in services {
        let depends: Vec<String> = depends.iter().map(|on| format!("{{ref: 'service:{on}'}}")).collect();
        let depends =
            if depends.is_empty() { String::new() } else { format!("depends_on: [{}], ", depends.join(", ")) };
        let _ = writeln!(
            archive,
            "{id}: {{name: {id}, lifecycle: production, runs_on: ['{on}'], {depends}mtd: {mtd}, rto: {rto}, data: personal}}"
        );
    }
    archive + more
}

fn known(archive: &str) -> (KnowledgeBase, Snapshot) {
    let snapshot = Snapshot::from_archive(archive);
    let config = config::read(&snapshot, "Test", &|_| true).value;
    let kb = knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 26)).value;
    (kb, snapshot)
}

fn lost(kb: &KnowledgeBase, things: &[&str]) -> Lost {
    if things.is_empty() {
        return Lost::Everything;
    }
    Lost::These(things.iter().map(|thing| kb.names.find(thing).unwrap()).collect())
}

/// Says a plan, a line for each thing: its wave, what it takes, when it is back for one and for two.
fn said(archive: &str, things: &[&str]) -> String {
    let (kb, _) = known(archive);
    let plan = plan(&kb, &lost(&kb, things));
    let mut said = String::new();
    for (index, item) in plan.items.iter().enumerate() {
        let time = item.time.minutes().map_or("?".to_owned(), |minutes| minutes.to_string());
        let (one, two) = (plan.alone.spans[index], plan.together.spans[index]);
        let _ = writeln!(said, "{} {} {time} {} {}", item.wave, item.thing, one.end, two.end);
    }
    for schedule in [&plan.alone, &plan.together] {
        let sign = if schedule.is_at_least { ">=" } else { "" };
        let critical: Vec<&str> = schedule.critical.iter().map(|index| plan.items[*index].thing.id()).collect();
        let missed: Vec<&str> = schedule.missed.iter().map(|missed| missed.thing.id()).collect();
        let _ = writeln!(
            said,
            "{}: {sign}{} by {} missed {}",
            schedule.people,
            schedule.total,
            critical.join(" "),
            missed.join(" ")
        );
    }
    for (thing, needs) in &plan.waiting {
        let needs: Vec<&str> = needs.iter().map(|needed| needed.id()).collect();
        let _ = writeln!(said, "{thing} waits for {}", needs.join(" "));
    }
    for (what, things) in [("domains", &plan.domains), ("unreadable", &plan.unreadable), ("gone", &plan.gone)] {
        if !things.is_empty() {
            let things: Vec<String> = things.iter().map(ToString::to_string).collect();
            let _ = writeln!(said, "{what}: {}", things.join(" "));
        }
    }
    for cycle in &plan.cycles {
        let services: Vec<&str> = cycle.services.iter().map(|service| service.id()).collect();
        let (from, to) = cycle.softest().unwrap();
        let _ = writeln!(said, "cycle {}: soften {} -> {}", services.join(" -> "), from.id(), to.id());
    }
    said
}

const CHAIN: &[Of<'_>] = &[
    ("base", "host:one", &[], "1d", "2h"),
    ("mail", "host:two", &["base"], "5h", "1h"),
    ("wiki", "host:one", &["base"], "30d", "3h"),
    ("forum", "host:two", &["wiki"], "30d", "1h"),
];

#[test]
fn what_is_needed_comes_first_and_what_presses_most_before_the_rest() {
    assert_eq!(
        said(&project(CHAIN, ""), &[]),
        "0 host:one ? 0 0\n0 host:two ? 0 0\n1 service:base 120 120 120\n2 service:mail 60 180 180\n2 service:wiki 180 360 300\n3 service:forum 60 420 360\n1: >=420 by base mail wiki forum missed \n2: >=360 by base wiki forum missed \n"
    );
}

#[test]
fn only_what_is_lost_is_brought_back_and_the_rest_waits() {
    let more = "-- runbooks/inventory/domains.yaml --\nexample: {name: e, fqdn: e.example, registrar: rack, dns: rack}\n-- runbooks/inventory/credentials.yaml --\nroot: {name: root, opens: ['host:one'], store: {vault: 'service:base', item: a}}\n-- runbooks/inventory/backups.yaml --\nnear: {name: near, covers: [{ref: 'service:base', what: full}], copies: [{at: 'host:one', offsite: false}]}\nfar: {name: far, covers: [{ref: 'service:wiki', what: full}], copies: [{at: 'host:one', offsite: false}, {at: 'provider:store', offsite: true}]}\n";
    let archive = project(CHAIN, more);
    assert_eq!(
        said(&archive, &["host:one"]),
        "0 host:one ? 0 0\n1 service:base 120 120 120\n2 service:wiki 180 300 300\n1: >=300 by base wiki missed \n2: >=300 by base wiki missed \nservice:forum waits for base wiki one\nservice:mail waits for base one\nunreadable: credential:root\ngone: backup:near\n"
    );
    assert!(
        said(&archive, &["provider:rack"])
            .ends_with("domains: domain:example\nunreadable: credential:root\ngone: backup:near\n")
    );
    let (kb, _) = known(&archive);
    let plan = plan(&kb, &lost(&kb, &["host:one"]));
    let without: Vec<&str> =
        plan.items.iter().filter(|item| item.is_without_copy).map(|item| item.thing.id()).collect();
    assert_eq!(without, ["base"]);
    assert!(super::plan(&kb, &lost(&kb, &["provider:store"])).items.is_empty());
}

#[test]
fn a_deadline_that_is_missed_is_told_also_of_what_merely_waits() {
    let services: &[Of<'_>] = &[
        ("base", "host:one", &[], "1d", "10h"),
        ("mail", "host:two", &["base"], "4h", "1h"),
        ("wiki", "host:one", &["base"], "11h", "2h"),
    ];
    let missed = |things: &[&str]| {
        let said = said(&project(services, ""), things);
        said.lines().find(|line| line.starts_with("2: ")).unwrap().split_once("missed ").unwrap().1.to_owned()
    };
    assert_eq!(missed(&[]), "mail wiki");
    assert_eq!(missed(&["host:one"]), "mail wiki");
    assert_eq!(missed(&["host:two"]), "");
}

#[test]
fn a_loop_is_named_with_the_dependency_to_soften_and_the_rest_is_planned() {
    let services: &[Of<'_>] = &[
        ("login", "host:one", &["mail"], "1d", "1h"),
        ("mail", "host:one", &["list"], "1d", "1h"),
        ("list", "host:one", &["login"], "30d", "1h"),
        ("wiki", "host:one", &["login"], "1d", "1h"),
        ("own", "host:one", &["own"], "1d", "1h"),
    ];
    let said = said(&project(services, ""), &["host:one"]);
    assert!(said.contains("cycle mail -> list -> login: soften mail -> list\n"), "{said}");
    assert!(said.contains("cycle own: soften own -> own\n"), "{said}");
    // Those of the loop are brought back one after the other, then what needs them.
    assert!(said.contains("2 service:wiki 60 "), "{said}");
    assert!(said.contains("1: >=300 by"), "{said}");
}

#[test]
fn time_is_measured_else_estimated_else_promised() {
    let page = "-- runbooks/restore.md --\n---\ntitle: Restore\ntype: restore\nfor: ['service:wiki', 'host:two']\nrisk: reversible\ntime: 90m\nstatus: active\n---\n";
    let record = "-- runbooks/records/exercises/2026-06-01-base.yaml --\ndate: 2026-06-01\ntype: restore\nby: ada\nsubjects: ['service:base']\nresult: pass\ntook: 45m\nfound: nothing\n-- runbooks/inventory/people.yaml --\nada: {name: Ada}\n";
    let archive = project(CHAIN, &format!("{page}{record}"));
    let (kb, _) = known(&archive);
    let plan = plan(&kb, &Lost::Everything);
    let time = |id: &str| format!("{:?}", plan.items.iter().find(|item| item.thing.id() == id).unwrap().time);
    assert!(time("base").starts_with("Measured"), "{}", time("base"));
    assert!(time("wiki").starts_with("Estimated"), "{}", time("wiki"));
    assert!(time("two").starts_with("Estimated"), "{}", time("two"));
    assert!(time("mail").starts_with("Promised"), "{}", time("mail"));
    assert_eq!(time("one"), "Unknown");
    // One page brings back the machine and what runs on it: it is counted once.
    let forum = project(CHAIN, &page.replace("service:wiki", "service:forum"));
    let (kb, _) = known(&forum);
    let both = super::plan(&kb, &lost(&kb, &["host:two"]));
    let forum = both.items.iter().find(|item| item.thing.id() == "forum").unwrap();
    assert!(matches!(forum.time, Time::WithHost(_)), "{:?}", forum.time);
}

/// Services that depend on each other at random: of each, on which others.
fn random() -> impl Strategy<Value = Vec<(Vec<usize>, u64)>> {
    (1..14_usize).prop_flat_map(|count| {
        prop::collection::vec((prop::collection::vec(0..count, 0..4), 1..600_u64), count..=count)
    })
}

fn archive(services: &[(Vec<usize>, u64)]) -> String {
    let mut archive =
        "-- book.toml --\n[releve]\n-- runbooks/inventory/hosts.yaml --\none: {name: one}\n-- runbooks/inventory/services.yaml --\n"
            .to_owned();
    for (index, (depends, minutes)) in services.iter().enumerate() {
        let depends: Vec<String> = depends.iter().map(|on| format!("{{ref: 'service:s{on}'}}")).collect();
        let depends =
            if depends.is_empty() { String::new() } else { format!("depends_on: [{}], ", depends.join(", ")) };
        let _ = writeln!(
            archive,
            "s{index}: {{name: s, lifecycle: production, runs_on: ['host:one'], {depends}mtd: 2d, rto: {minutes}m, data: personal}}"
        );
    }
    archive
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_is_sound(services in random()) {
        let (kb, _) = known(&archive(&services));
        let plan = plan(&kb, &Lost::Everything);
        prop_assert_eq!(plan.items.len(), services.len() + 1);
        let sum: u64 = plan.items.iter().filter_map(|item| item.time.minutes()).sum();
        prop_assert_eq!(plan.alone.total, sum, "one person is never idle");
        prop_assert!(plan.together.total <= plan.alone.total);
        for schedule in [&plan.alone, &plan.together] {
            for (index, item) in plan.items.iter().enumerate() {
                let span = schedule.spans[index];
                for needed in &item.needs {
                    prop_assert!(*needed < index, "what is needed stands before");
                    prop_assert!(schedule.spans[*needed].end <= span.start);
                    prop_assert!(plan.items[*needed].wave < item.wave);
                }
                for other in schedule.spans.iter().enumerate().filter(|(other, of)| *other != index && of.person == span.person).map(|(_, of)| of) {
                    prop_assert!(other.end <= span.start || span.end <= other.start, "one thing at a time");
                }
            }
            let critical: u64 = schedule.critical.iter().filter_map(|index| plan.items[*index].time.minutes()).sum();
            prop_assert_eq!(critical, schedule.total, "what decides leaves no gap");
        }
    }

    #[test]
    fn a_dependency_more_never_shortens_the_longest_chain(services in random(), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        let waves = |services: &[(Vec<usize>, u64)]| {
            let (kb, _) = known(&archive(services));
            let plan = plan(&kb, &Lost::Everything);
            (plan.alone.total, plan.cycles.len())
        };
        let mut more = services.clone();
        let (from, to) = (from.index(services.len()), to.index(services.len()));
        more[from].0.push(to);
        prop_assert!(waves(&more).0 >= waves(&services).0);
        prop_assert!(from != to || waves(&more).1 >= 1);
    }
}
