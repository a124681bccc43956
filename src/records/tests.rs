use jiff::civil::date;
use snapbox::{assert_data_eq, str};

use crate::config;
use crate::diagnostic::{Diagnostic, Outcome};
use crate::history::History;
use crate::knowledge::{self, KnowledgeBase};
use crate::problem::report;
use crate::schema::json_schema;
use crate::source::Snapshot;
use crate::words::{Language, Words};

use super::acknowledgement::AcknowledgementDescriptor;
use super::exercise::ExerciseDescriptor;
use super::incident::IncidentDescriptor;
use super::observation::{ObservationDescriptor, ObservedFact};
use super::{RecordKind, Records};

/// A project with one of each that records refer to.
const PROJECT: &str = "\
-- book.toml --
[releve]
-- runbooks/nextcloud/restore.md --
# Restore
-- runbooks/inventory/people.yaml --
ada: {name: Ada, roles: unknown, contacts: unknown}
bob: {name: Bob, roles: unknown, contacts: unknown}
-- runbooks/inventory/partners.yaml --
coop: {name: Coop, contacts: unknown, agreed: unknown, agreement: unknown, agreed_on: unknown}
-- runbooks/inventory/domains.yaml --
ours: {name: ours.example, fqdn: ours.example, registrar: unknown, dns: unknown, registrant: unknown, expires_on: unknown}
-- runbooks/inventory/services.yaml --
nextcloud: {name: Nextcloud, lifecycle: experimental, owner: ada, software: unknown, runs_on: unknown, data: unknown}
";

fn read(records: &str) -> (Records, Vec<Diagnostic>, Snapshot) {
    let (known, snapshot) = known(records);
    (known.value.records, known.diagnostics, snapshot)
}

fn known(records: &str) -> (Outcome<KnowledgeBase>, Snapshot) {
    let snapshot = Snapshot::from_archive(&format!("{PROJECT}{}", records.replace("-- ", "-- runbooks/records/")));
    let config = config::read(&snapshot, "Test", &|_| true).value;
    (knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 26)), snapshot)
}

fn check(records: &str, expected: impl snapbox::IntoData) {
    let (_, diagnostics, snapshot) = read(records);
    assert_data_eq!(report::lines(&diagnostics, &snapshot), expected);
}

const WHOLE: &str = "\
-- exercises/2026-11-24-nextcloud.yaml --
date: 2026-11-24
type: restore
by: bob
helped_by: [ada]
subjects: [service:nextcloud, runbook:nextcloud/restore]
result: pass-with-fixes
took: 52m
data_age: 9h
found: [the key was not where the page says]
fixed_in: 0123abc
-- exercises/2026-11-23-read.yaml --
date: 2026-11-23
type: read-through
by: partner:coop
subjects: [runbook:nextcloud/restore]
result: pass
found: nothing
-- acknowledgements/2026-11-25-restore.yaml --
date: 2026-11-25
by: bob
subject: runbook:nextcloud/restore
readback: First I look at the disk, then I bring the files back, and I call before I touch anything.
questions: [who pays for the second disk?]
-- incidents/2026-11-24-full.yaml --
title: The disk is full
started: 2026-11-24 07:40
noticed: 2026-11-24 08:10
ended: 2026-11-24
services: [nextcloud]
cause: A log that nobody rotated.
impact: No file could be saved for an hour.
runbooks_used: [nextcloud/restore]
runbooks_missing: [how to grow a disk]
actions: [{what: rotate the log, who: bob, by: 2026-12-01, done: 2026-11-25}, {what: watch the disk}]
public_summary: Files could not be saved for an hour.
";

#[test]
fn sound_records_are_known_by_kind_and_day() {
    check(WHOLE, str![[""]]);
    let (records, ..) = read(WHOLE);
    let ids: Vec<String> = records.iter().map(|record| record.file().id.to_string()).collect();
    assert_eq!(
        ids,
        [
            "exercise:2026-11-23-read",
            "exercise:2026-11-24-nextcloud",
            "acknowledgement:2026-11-25-restore",
            "incident:2026-11-24-full",
        ]
    );
    let subjects: Vec<String> =
        records.iter().flat_map(super::Record::subjects).map(|subject| subject.to_string()).collect();
    assert_eq!(
        subjects,
        [
            "runbook:nextcloud/restore",
            "service:nextcloud",
            "runbook:nextcloud/restore",
            "runbook:nextcloud/restore",
            "service:nextcloud",
            "runbook:nextcloud/restore",
        ]
    );
    let people: Vec<String> = records.iter().flat_map(super::Record::people).map(|who| who.to_string()).collect();
    assert_eq!(people, ["partner:coop", "person:bob", "person:ada", "person:bob", "person:bob"]);
}

#[test]
fn all_faults_of_a_record_are_told_at_their_places() {
    check(
        "-- exercises/2026-11-24-nextcloud.yaml --
date: 2026-11-23
type: restore
by: bbo
helped_by: [service:nextcloud]
subjects: [service:nextclod, nextcloud]
result: passed
found: a wrong path
colour: blue
",
        str![[r#"
error[schema/missing-key] 2026-11-24-nextcloud.yaml:1:1 the field `took` is missing | add `took: 45m`, or `took: unknown` until somebody knows
error[record/date-differs] 2026-11-24-nextcloud.yaml:1:7 the name of this file says 2026-11-24, and `date` says 2026-11-23 | correct the one that is wrong
error[ref/dangling] 2026-11-24-nextcloud.yaml:3:5 there is no person `bbo` | did you mean `bob`?
error[ref/wrong-kind] 2026-11-24-nextcloud.yaml:4:13 `service:nextcloud` is of a kind that this field does not take | this field takes `person:…`, `partner:…`
error[ref/dangling] 2026-11-24-nextcloud.yaml:5:12 there is no service `nextclod` | did you mean `nextcloud`?
error[ref/wrong-kind] 2026-11-24-nextcloud.yaml:5:30 `nextcloud` does not say what kind of thing it is | write `service:nextcloud`
error[schema/bad-value] 2026-11-24-nextcloud.yaml:6:9 `result` cannot be `passed` | did you mean `pass`? | choose one of: pass, pass-with-fixes, fail
error[schema/wrong-type] 2026-11-24-nextcloud.yaml:7:8 `found` takes a list, not a text | write each item on its own line with `- `, or all of them in `[…]` | if there was nothing, write the word `nothing`
error[schema/unknown-key] 2026-11-24-nextcloud.yaml:8:1 there is no field `colour` | the fields are: date, type, by, helped_by, subjects, result, took, data_age, found, fixed_in, audience, audiences

"#]],
    );
}

#[test]
fn what_is_timed_says_how_long_it_took_and_may_not_know() {
    let restore = |took: &str| {
        format!(
            "-- exercises/2026-11-24-x.yaml --\ndate: 2026-11-24\ntype: restore\nby: bob\nsubjects: [service:nextcloud]\nresult: pass\nfound: nothing\n{took}"
        )
    };
    check(
        &restore(""),
        str![[r#"
error[schema/missing-key] 2026-11-24-x.yaml:1:1 the field `took` is missing | add `took: 45m`, or `took: unknown` until somebody knows

"#]],
    );
    check(&restore("took: unknown\n"), str![[""]]);
}

#[test]
fn a_file_that_is_no_record_is_told_where_it_belongs() {
    check(
        "-- exercise/2026-11-24-a.yaml --\n-- exercises/restore.yaml --\n-- 2026-11-24-b.yaml --\n-- exercises/README.md --\n# Exercises\n",
        str![[r#"
warning[record/unknown-file] 2026-11-24-b.yaml:1:1 `2026-11-24-b.yaml` is no record | records lie in `exercises/`, `acknowledgements/`, `incidents/`, `observations/`
warning[record/unknown-file] 2026-11-24-a.yaml:1:1 `exercise/2026-11-24-a.yaml` is no record | did you mean the folder `exercises/`?
warning[record/unknown-file] restore.yaml:1:1 `exercises/restore.yaml` is no record | name it by its day and a few words, like `2026-11-22-nextcloud.yaml`, in small letters without accents

"#]],
    );
}

/// The observations of a domain, in files of one day.
fn observed(files: &[(&str, &str)]) -> String {
    let file = |(name, text): &(&str, &str)| {
        format!("-- observations/2026-11-24-{name}.yaml --\nsubject: domain:ours\ngood_for: 8d\n{text}\n")
    };
    files.iter().map(file).collect()
}

#[test]
fn of_what_machines_saw_the_last_counts_as_long_as_it_says() {
    let files = observed(&[
        ("a", "fact: spf\nobserved_at: 2026-11-24 03:00\nvalue: [v=spf1 -all, v=spf1 ~all]"),
        ("b", "fact: spf\nobserved_at: 2026-11-24 02:00\nvalue: nothing"),
        ("c", "fact: dkim\nat: S1\nobserved_at: 2026-11-24\nvalue: v=DKIM1; p="),
        ("d", "fact: spam-rate\nobserved_at: 2026-11-24\nvalue: 0.08"),
        ("e", "fact: expires-on\nobserved_at: 2026-11-24\nvalue: 2028-03-14"),
    ]);
    check(&files, str![[""]]);
    let KnowledgeBase { records, names, .. } = known(&files).0.value;
    assert!(records.is_empty() && records.iter().next().is_none());
    let ours = names.find("domain:ours").unwrap();
    let find = |fact, at| records.observations.find(&ours, fact, at).unwrap();
    let spf = find(ObservedFact::Spf, None);
    assert_eq!(spf.seen.0.len(), 2);
    assert!(spf.is_good_on(date(2026, 12, 2)) && !spf.is_good_on(date(2026, 12, 3)));
    assert!(!spf.is_good_on(date(2026, 11, 23)));
    assert_eq!(find(ObservedFact::Dkim, Some("s1.")).seen.0, ["v=DKIM1; p="]);
    assert_eq!(find(ObservedFact::SpamRate, None).share().unwrap().to_string(), "0.08");
    assert_eq!(find(ObservedFact::ExpiresOn, None).day(), Some(date(2028, 3, 14)));
    assert_eq!(records.observations.of(&ours).count(), 4);
}

#[test]
fn an_observation_that_cannot_be_placed_or_read_is_left_out() {
    check(
        &observed(&[
            ("a", "fact: dkim\nobserved_at: 2026-11-24\nvalue: nothing"),
            ("b", "fact: spam-rate\nobserved_at: 2026-11-24\nvalue: low"),
            ("c", "fact: expires-on\nobserved_at: 2026-11-23\nvalue: soon"),
            ("d", "fact: ptr\nat: 192.0.2.1\nobserved_at: 2026-11-24\nvalue: nothing"),
            ("e", "fact: spff\nobserved_at: yesterday\nvalue: {a: b}\ncolour: blue"),
            ("f", "fact: spf"),
        ]),
        str![[r#"
error[record/not-said-of-what] 2026-11-24-a.yaml:3:7 this observation of `dkim` does not say of which | add `at: mailjet`
error[record/unreadable-value] 2026-11-24-b.yaml:5:8 what was seen of `spam-rate` cannot be read | write one number in percent, with a point: `0.08`
error[record/date-differs] 2026-11-24-c.yaml:4:14 the name of this file says 2026-11-24, and `observed_at` says 2026-11-23 | correct the one that is wrong
error[record/unreadable-value] 2026-11-24-c.yaml:5:8 what was seen of `expires-on` cannot be read | write one day, like `2028-03-14`
error[ref/wrong-kind] 2026-11-24-d.yaml:1:10 `domain:ours` is of a kind that this field does not take | this field takes `host:…`
error[schema/bad-value] 2026-11-24-e.yaml:3:7 `fact` cannot be `spff` | did you mean `spf`? | choose one of: spf, dkim, dmarc, mx, ptr, spam-rate, expires-on, certificate-ends-on
error[schema/bad-value] 2026-11-24-e.yaml:4:14 `yesterday` is not a day with a time | write it like `2026-11-22 07:40`
error[schema/wrong-type] 2026-11-24-e.yaml:5:1 `value` takes a text, not a group of fields | write it on one line, in quotes if it holds `: ` or starts with a special character
error[schema/unknown-key] 2026-11-24-e.yaml:6:1 there is no field `colour` | the fields are: subject, fact, at, value, observed_at, good_for
error[schema/missing-key] 2026-11-24-f.yaml:1:1 the field `value` is missing | add `value: v=spf1 -all`

"#]],
    );
}

#[test]
fn an_exercise_that_failed_says_why() {
    let exercise = |result: &str| {
        format!(
            "-- exercises/2026-11-24-x.yaml --\ndate: 2026-11-24\ntype: partial\nby: bob\nsubjects: [service:nextcloud]\nresult: {result}\nfound: nothing\n"
        )
    };
    check(
        &exercise("fail"),
        str![[r#"
warning[record/found-nothing] 2026-11-24-x.yaml:6:8 the try failed or needed fixes, but the record does not say what was wrong | write what it was, one line each; if there was nothing, the result is `pass`

"#]],
    );
    check(&exercise("pass"), str![[""]]);
}

#[test]
fn a_click_is_no_acknowledgement() {
    let acknowledgement = |readback: &str| {
        format!(
            "-- acknowledgements/2026-11-24-x.yaml --\ndate: 2026-11-24\nby: bob\nsubject: service:nextcloud\nreadback: {readback}\n"
        )
    };
    check(
        &acknowledgement("one two three four five six seven eight nine —"),
        str![[r#"
readiness[record/short-readback] 2026-11-24-x.yaml:4:11 this reading back has 9 words, so it does not count | say in your own words what you would do first, what you would need, and when you would stop: at least 10 words

"#]],
    );
    check(&acknowledgement("one two three four five six seven eight nine ten"), str![[""]]);
}

#[test]
fn moments_of_an_incident_follow_each_other() {
    let incident = |moments: &str| {
        format!(
            "-- incidents/2026-11-24-x.yaml --\ntitle: X\n{moments}services: [nextcloud]\ncause: unknown\nimpact: unknown\nrunbooks_missing: nothing\n"
        )
    };
    check(
        &incident("started: 2026-11-24 07:40\nnoticed: 2026-11-24 06:10\nended: 2026-11-23\n"),
        str![[r#"
error[record/impossible-order] 2026-11-24-x.yaml:3:10 `noticed` lies before `started` | correct the moment that is wrong; where only the day is known, write only the day
error[record/impossible-order] 2026-11-24-x.yaml:4:8 `ended` lies before `noticed` | correct the moment that is wrong; where only the day is known, write only the day

"#]],
    );
    check(
        &incident("started: 2026-11-25\nnoticed: at noon\n"),
        str![[r#"
error[record/date-differs] 2026-11-24-x.yaml:2:10 the name of this file says 2026-11-24, and `started` says 2026-11-25 | correct the one that is wrong
error[schema/bad-value] 2026-11-24-x.yaml:3:10 `at noon` is not a day with a time | write it like `2026-11-22 07:40`

"#]],
    );
    check(&incident("started: 2026-11-24 07:40\nnoticed: 2026-11-24\nended: 2026-11-24 07:40\n"), str![[""]]);
}

#[test]
fn nothing_in_a_record_is_a_crash() {
    for text in ["", "- a\n", "x", "date: [", "found: {none: x}\n", "actions: [1, {}]\nstarted: 2026-11-24\n", "~"] {
        for folder in RecordKind::ALL.map(RecordKind::folder).into_iter().chain([super::observation::FOLDER]) {
            let (_, diagnostics, _) = read(&format!("-- {folder}/2026-11-24-x.yaml --\n{text}"));
            assert!(!diagnostics.is_empty(), "{folder}: {text}");
        }
    }
}

#[test]
fn every_schema_is_closed_and_every_field_has_a_label() {
    let schemas = [
        json_schema::<ExerciseDescriptor>(),
        json_schema::<AcknowledgementDescriptor>(),
        json_schema::<IncidentDescriptor>(),
        json_schema::<ObservationDescriptor>(),
    ];
    for language in Language::interface() {
        let words = Words::load(&language);
        for schema in &schemas {
            assert_eq!(schema["additionalProperties"], serde_json::json!(false));
            for field in schema["properties"].as_object().unwrap().keys() {
                assert!(words.find(&format!("field-{field}")).is_some(), "field-{field} in {language}");
            }
        }
        for kind in RecordKind::ALL {
            assert!(words.find(&format!("record-kind-{}", kind.name())).is_some());
        }
    }
}
