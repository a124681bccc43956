//! What each link is worth, and why, when one thing about the association is otherwise.

use jiff::civil::{Date, date};

use super::{Association, DRILL};
use crate::history::{Extent, History};
use crate::knowledge::evidence::Link;
use crate::knowledge::say::Speaker;
use crate::readiness::Readiness;
use crate::source::Snapshot;
use crate::words::{Language, Words};

/// Says what a link of a service is worth for Max, and why, after some text is replaced in the association.
fn link(association: &Association, of: Link, service: &str, edits: &[(&str, &str)]) -> String {
    let mut archive = association.archive();
    for (from, to) in edits {
        assert!(archive.contains(from), "{from}");
        archive = archive.replace(from, to);
    }
    let snapshot = Snapshot::from_archive(&archive);
    let kb = super::read(&snapshot, History { extent: Extent::NoRepository, ..History::default() }, DRILL);
    let readiness = Readiness::new(&kb, &snapshot);
    let supposed = readiness.takeover();
    let who = readiness.standing_by(&supposed)[0];
    let standby = readiness.judge(who, &supposed);
    let service = standby.services.iter().find(|of| of.service.id() == service).unwrap();
    let judged = service.link(of);
    assert_eq!(judged.level(), judged.course.at(DRILL), "the reasons say the same as the course");
    let words = Words::load(&Language::ENGLISH);
    let speaker = Speaker::referring(&words);
    let reasons: Vec<String> = judged.weakest().map(|reason| speaker.reason(reason)).collect();
    format!("{:?}: {}", judged.level(), reasons.join("; "))
}

/// What one key says.
const SSH: &str = "opens: ['host:box'], kind: login, store: {vault: 'provider:vault', item: ssh}, holders: ['person:lea', 'person:max'], second_factor: {type: none}, recovery: {route: none}";

#[test]
fn access_is_broken_by_whatever_keeps_somebody_out() {
    let with = |from: &str, to: &str| {
        assert!(SSH.contains(from), "{from}");
        link(&Association::default(), Link::Access, "s8", &[(SSH, &SSH.replace(from, to))])
    };
    let alone = "holders: ['person:lea'], second_factor: {type: none}, recovery: {route: none}";
    let both = "holders: ['person:lea', 'person:max'], second_factor: {type: none}, recovery: {route: none}";
    for (from, to, expected) in [
        (both, alone, "they do not hold credential:ssh, and no way to it is known that works without whoever is gone"),
        ("['person:lea', 'person:max']", "unknown", "nobody says who holds credential:ssh"),
        ("{vault: 'provider:vault', item: ssh}", "unknown", "nobody says where credential:ssh lies"),
        (
            "{vault: 'provider:vault', item: ssh}",
            "{vault: unknown, item: ssh}",
            "nobody says where credential:ssh lies",
        ),
        ("{type: none}", "{type: totp, held_by: [lea]}", "they hold credential:ssh, but not its second factor"),
        ("{type: none}", "unknown", "nobody says what credential:ssh asks for besides the secret"),
    ] {
        assert_eq!(with(from, to), format!("Broken: {expected}"));
    }
    // A host that no key opens may be reached by its provider; a provider that none opens cannot.
    let unopened = link(
        &Association::default(),
        Link::Access,
        "s8",
        &[("opens: ['host:box']", "opens: ['service:s1']"), ("opens: ['provider:rack']", "opens: ['service:s1']")],
    );
    assert_eq!(unopened, "Broken: nothing is known to open host:box; nothing is known to open provider:rack");
}

#[test]
fn access_is_on_paper_where_there_is_a_way() {
    let never = "OnPaper: nobody who stays ever tried credential:";
    let with = |from: &str, to: &str| {
        assert!(SSH.contains(from), "{from}");
        link(&Association::default(), Link::Access, "s8", &[(SSH, &SSH.replace(from, to))])
    };
    let alone = "'person:max'], second_factor: {type: none}, recovery: {route: none}";
    for (from, to) in [
        ("{type: none}", "{type: totp, held_by: [lea, max]}"),
        ("{type: none}", "{type: totp, held_by: [lea], spare: in the envelope}"),
        ("{type: none}", "{none: nothing is asked for}"),
        (
            ", 'person:max'], second_factor: {type: none}, recovery: {route: none}",
            "], second_factor: {type: none}, recovery: {route: sealed, delay: 1d}",
        ),
        (alone, "'person:iris'], second_factor: {type: none}, recovery: {route: second-admin}"),
        (
            alone,
            "'person:iris'], second_factor: {type: none}, recovery: {route: shares, shares: {k: 2, n: 3, holders: [lea, max, iris]}}",
        ),
    ] {
        assert!(with(from, to).starts_with(never), "{to}: {}", with(from, to));
    }
    // The other administrator is the one who is gone; so is one who has a part.
    for (from, to) in [
        (
            ", 'person:max'], second_factor: {type: none}, recovery: {route: none}",
            "], second_factor: {type: none}, recovery: {route: second-admin}",
        ),
        (
            alone,
            "'person:iris'], second_factor: {type: none}, recovery: {route: shares, shares: {k: 2, n: 2, holders: [lea, max]}}",
        ),
    ] {
        assert!(with(from, to).starts_with("Broken: they do not hold"), "{to}: {}", with(from, to));
    }
}

#[test]
fn of_keys_of_one_kind_any_one_does_and_of_several_kinds_all_are_needed() {
    let key = |kind: &str, holders: &str| {
        format!(
            "-- runbooks/inventory/credentials/other.yaml --\nname: other\nopens: ['host:box']\nkind: {kind}\nstore: {{vault: 'provider:vault', item: other}}\nholders: [{holders}]\nsecond_factor: {{type: none}}\nrecovery: {{route: none}}\n"
        )
    };
    let access = |kind: &str| {
        let association = Association { more: key(kind, "'person:lea'"), ..Association::default() };
        link(&association, Link::Access, "s8", &[])
    };
    assert!(access("login").starts_with("OnPaper"), "{}", access("login"));
    assert!(access("ssh-key").starts_with("Broken: they do not hold credential:other"), "{}", access("ssh-key"));
}

#[test]
fn that_whoever_is_gone_got_in_shows_nothing_for_the_others() {
    let by = |who: &'static str| {
        let association = Association::default().exercise("access", "access-check", who, "credential:ssh");
        link(&association, Link::Access, "s8", &[])
    };
    let never = |said: &str| said.contains("ever tried credential:ssh");
    // Without a history every record is only reported: Max is believed as far as that goes.
    assert!(never(&by("lea")), "{}", by("lea"));
    assert!(!never(&by("max")), "{}", by("max"));
}

#[test]
fn know_how_is_broken_by_a_page_that_is_missing_or_a_draft() {
    let know_how = |edits: &[(&str, &str)]| link(&Association::default(), Link::KnowHow, "s8", edits);
    assert_eq!(
        know_how(&[("type: operate\nfor: ['service:s8']", "type: maintain\nfor: ['service:s8']")]),
        "Broken: service:s8 has no page that says how to run it"
    );
    assert_eq!(
        know_how(&[
            ("title: restore 8\n", "title: restore 8\nsummary: draft\n"),
            (
                "summary: draft\ntype: restore\nfor: ['service:s8']\nsymptoms: [it is down]\nrisk: reversible\ntime: 30m\nstatus: active",
                "type: restore\nfor: ['service:s8']\nsymptoms: [it is down]\nrisk: reversible\ntime: 30m\nstatus: draft"
            )
        ]),
        "Broken: runbook:restore-8 is a draft"
    );
    assert_eq!(
        know_how(&[]),
        "OnPaper: nobody ever followed runbook:operate-8; nobody ever followed runbook:restore-8"
    );
    // A page about where it runs does as well.
    assert!(know_how(&[("for: ['service:s8']", "for: ['host:box']")]).starts_with("OnPaper"));
}

#[test]
fn a_partner_lets_one_in_as_long_as_the_agreement_holds() {
    use crate::knowledge::evidence::Level::{Broken, OnPaper};
    let route = "holders: ['person:lea', 'partner:coop'], second_factor: {type: none}, recovery: {route: second-admin}";
    let level = |agreed: &str, ends_on: &str, day: Date, as_of: Date| {
        let partner = format!(
            "-- runbooks/inventory/partners.yaml --\ncoop: {{name: Coop, contacts: unknown, agreed: {agreed}, agreement: 'https://example.org/a', agreed_on: 2026-01-01{ends_on}}}\n"
        );
        let archive = Association { more: partner, ..Association::default() }.archive();
        let held = "holders: ['person:lea', 'person:max'], second_factor: {type: none}, recovery: {route: none}";
        let archive = archive.replace(SSH, &SSH.replace(held, route));
        let snapshot = Snapshot::from_archive(&archive);
        let kb = super::read(&snapshot, History { extent: Extent::NoRepository, ..History::default() }, as_of);
        let readiness = Readiness::new(&kb, &snapshot);
        let supposed = readiness.takeover();
        let standby = readiness.judge(readiness.standing_by(&supposed)[0], &supposed);
        let access = &standby.services.iter().find(|of| of.service.id() == "s8").unwrap().access;
        access.course.at(day)
    };
    let agreed = "[{what: Restart, answer_within: 1d}]";
    let (last, next) = (date(2026, 6, 30), date(2026, 7, 1));
    assert_eq!(level(agreed, "", next, DRILL), OnPaper);
    assert_eq!(level(agreed, ", ends_on: 2026-06-30", last, DRILL), OnPaper);
    // What is foreseen for a day is what that day says.
    assert_eq!(level(agreed, ", ends_on: 2026-06-30", next, DRILL), Broken);
    assert_eq!(level(agreed, ", ends_on: 2026-06-30", next, next), Broken);
    assert_eq!(level("{none: good will}", "", DRILL, DRILL), Broken);
    assert_eq!(level("unknown", "", DRILL, DRILL), Broken);
}

#[test]
fn following_ones_own_page_shows_nothing_of_the_page() {
    let followed = |by: &'static str| {
        let association =
            Association::default().exercise("page", "partial", by, "runbook:restore-8, runbook:operate-8");
        let (kb, snapshot) = association.known(&association, DRILL);
        let readiness = Readiness::new(&kb, &snapshot);
        let supposed = readiness.takeover();
        let standby = readiness.judge(readiness.standing_by(&supposed)[0], &supposed);
        let service = standby.services.iter().find(|of| of.service.id() == "s8").unwrap();
        (
            service.know_how.level(),
            service.know_how.reasons.iter().map(|reason| format!("{:?}", reason.why)).collect::<Vec<_>>(),
        )
    };
    use crate::knowledge::evidence::Level::{OnPaper, Proven, Shown};
    assert_eq!(followed("max"), (Proven, vec![]));
    assert_eq!(followed("iris"), (Shown, vec!["ByAnother".to_owned(); 2]));
    // Lea wrote them.
    assert_eq!(followed("lea"), (OnPaper, vec!["ByAuthor".to_owned(); 2]));
}

#[test]
fn data_is_broken_by_what_is_missing_or_out_of_reach() {
    let data = |edits: &[(&str, &str)]| link(&Association::default(), Link::Data, "s8", edits);
    let key = "opens: ['backup:b1'], kind: passphrase, store: {vault: 'provider:vault', item: key}, holders: ['person:lea', 'person:max']";
    let only_lea = key.replace(", 'person:max'", "");
    for (from, to, expected) in [
        (
            "covers: [{ref: 'service:s8', what: full}]",
            "covers: [{ref: 'service:s7', what: full}]",
            "no backup holds what service:s8 holds",
        ),
        (
            "covers: [{ref: 'service:s8', what: full}]",
            "covers: [{ref: 'service:s8', what: config}]",
            "no backup holds what service:s8 holds",
        ),
        (key, only_lea.as_str(), "backup:b8 is decrypted by credential:key, which they cannot get"),
    ] {
        assert_eq!(data(&[(from, to)]), format!("Broken: {expected}"));
    }
    let service = "mtd: 30d, rto: 4h, rpo: 1d, data: personal";
    assert_eq!(
        data(&[(service, "mtd: 30d, rto: 4h, rpo: 1d, data: unknown")]),
        "Broken: nobody says what service:s8 holds"
    );
    assert_eq!(data(&[(service, "mtd: 30d, rto: 4h, rpo: 1d, data: {none: rebuilt from git}")]), "Proven: ");
    assert_eq!(data(&[]), "OnPaper: backup:b8 was never brought back");
    assert_eq!(
        data(&[("ref: 'service:s8', what: full", "ref: 'host:box', what: full")]),
        "OnPaper: backup:b8 was never brought back"
    );
}

#[test]
fn a_restore_counts_when_it_was_measured_and_quick_enough_and_nothing_failed_since() {
    let restored = |edit: (&str, &str)| {
        let association = Association::default().exercise("s8", "restore", "max", "service:s8, backup:b8");
        link(&association, Link::Data, "s8", &[edit])
    };
    let took = "result: pass\ntook: 1h";
    // Without a history a record is only reported, and nobody can tell what has changed since.
    assert!(
        restored((took, took)).starts_with("OnPaper: of backup:b8, somebody else says that it was done"),
        "{}",
        restored((took, took))
    );
    assert_eq!(restored((took, "result: pass\ntook: 5h")), "OnPaper: backup:b8 took longer to come back than it may");
    assert_eq!(
        restored((took, "result: pass\ntook: unknown")),
        "OnPaper: backup:b8 came back, but nobody measured how long it took"
    );
    assert_eq!(
        restored(("mtd: 30d, rto: 4h", "mtd: 30d, rto: unknown")),
        "OnPaper: backup:b8 came back, but nobody says how long that may take"
    );
    assert_eq!(
        restored(("result: pass\ntook: 1h\nfound: nothing", "result: fail\ntook: 1h\nfound: [the key is wrong]")),
        "OnPaper: the last try of backup:b8 failed"
    );
}

#[test]
fn a_failure_stands_until_somebody_does_it_again() {
    let fail = |day: &str| {
        format!(
            "date: {day}\ntype: restore\nby: iris\nsubjects: ['service:s8', 'backup:b8']\nresult: fail\ntook: 1h\nfound: [it did not start]\n"
        )
    };
    let level = |days: &[&str]| {
        let mut association = Association::default().exercise("s8", "restore", "max", "service:s8, backup:b8");
        for day in days {
            association.records.push((format!("exercises/{day}-again.yaml"), "iris", fail(day)));
        }
        let (kb, snapshot) = association.known(&association, date(2026, 4, 1));
        let readiness = Readiness::new(&kb, &snapshot);
        let supposed = readiness.takeover();
        let standby = readiness.judge(readiness.standing_by(&supposed)[0], &supposed);
        format!("{:?}", standby.services.iter().find(|of| of.service.id() == "s8").unwrap().data.level())
    };
    assert_eq!(level(&[]), "Proven");
    assert_eq!(level(&["2026-03-15"]), "OnPaper");
    assert_eq!(level(&["2026-03-13"]), "Proven");
}

#[test]
fn a_service_is_worth_no_more_than_what_it_cannot_do_without() {
    let drilled = Association::default().signed_in().drilled();
    let depending = |on: &str| {
        let mut association = drilled.clone();
        association.more = format!(
            "-- runbooks/inventory/services/s9.yaml --\nname: S9\nlifecycle: production\nowner: lea\nsoftware: {{name: App, license: MIT}}\nruns_on: ['host:box']\nmtd: 30d\nrto: 4h\nrpo: 1d\ndata: {{none: rebuilt from git}}\n{on}\n-- runbooks/all.md --\n---\ntitle: All\ntype: restore\nfor: ['service:s9']\nrisk: reversible\ntime: 5m\nstatus: active\n---\n## Steps\n\n1. Do it.\n-- runbooks/run.md --\n---\ntitle: Run\ntype: operate\nfor: ['service:s9']\nrisk: reversible\ntime: 5m\nstatus: active\n---\n## Steps\n\n1. Do it.\n"
        );
        let association = association.exercise("s9", "partial", "max", "runbook:all, runbook:run");
        let (kb, snapshot) = association.known(&association, DRILL);
        let levels = super::levels(&kb, &snapshot, "person:max");
        format!("{:?}", levels.iter().find(|(service, _)| service == "service:s9").unwrap().1)
    };
    assert_eq!(depending("tags: [alone]"), "Proven");
    assert_eq!(depending("depends_on: [{ref: 'service:s1'}]"), "Proven");
    assert_eq!(depending("depends_on: [{ref: 'service:s5'}]"), "Shown");
    assert_eq!(depending("depends_on: [{ref: 'service:s8'}]"), "OnPaper");
    assert_eq!(depending("depends_on: [{ref: 'service:s8', hard: false}]"), "Proven");
}
