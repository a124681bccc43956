//! What must hold of any association: nothing that is typed lifts a verdict above what is written down, and nothing that fails lifts it
//! at all.

use jiff::civil::Date;
use proptest::prelude::*;

use super::{Association, DRILL, levels};
use crate::knowledge::evidence::Level;

/// A record that somebody might have written: what kind, by whom, of what, when, with what result.
#[derive(Clone, Debug)]
struct Written {
    of: &'static str,
    by: &'static str,
    subjects: String,
    day: Date,
    passes: bool,
}

impl Written {
    /// Adds it to the association, under a number of its own.
    fn add(&self, mut association: Association, number: usize) -> Association {
        let Self { of, by, subjects, day, passes } = self;
        let (result, found) = if *passes { ("pass", "nothing") } else { ("fail", "[it did not work]") };
        let text = format!(
            "date: {day}\ntype: {of}\nby: {by}\nsubjects: [{subjects}]\nresult: {result}\ntook: 1h\nfound: {found}\n"
        );
        association.records.push((format!("exercises/{day}-r{number}.yaml"), by, text));
        association
    }
}

fn written() -> impl Strategy<Value = Written> {
    let service = (1..=8_usize).prop_map(|number| {
        format!("service:s{number}, backup:b{number}, runbook:restore-{number}, runbook:operate-{number}")
    });
    let subjects = prop_oneof![
        service,
        Just("credential:ssh, credential:rack, credential:names, credential:vault, credential:store".to_owned()),
        Just("credential:ssh".to_owned()),
        (1..=4_usize).prop_map(|number| format!("runbook:diagnose-{number}, runbook:communicate-{number}")),
    ];
    let of =
        prop_oneof![Just("access-check"), Just("partial"), Just("restore"), Just("takeover"), Just("read-through")];
    let by = prop_oneof![Just("max"), Just("iris"), Just("lea")];
    let day = (0..500_i64).prop_map(|days| DRILL.checked_sub(jiff::ToSpan::days(days)).unwrap_or(DRILL));
    (of, by, subjects, day, prop::bool::weighted(0.8)).prop_map(|(of, by, subjects, day, passes)| Written {
        of,
        by,
        subjects,
        day,
        passes,
    })
}

fn with(records: &[Written]) -> Association {
    let drilled = Association::default().signed_in().drilled();
    records.iter().enumerate().fold(drilled, |all, (number, record)| record.add(all, number))
}

fn of_max(association: &Association, then: &Association) -> Vec<Level> {
    let (kb, snapshot) = association.known(then, DRILL);
    levels(&kb, &snapshot, "person:max").into_iter().map(|(_, level)| level).collect()
}

/// Edits of the inventory and of the pages, as somebody might make them to look better.
const EDITS: [(&str, &str); 12] = [
    ("second_factor: {type: none}", "second_factor: {type: totp, held_by: [lea, max], spare: here}"),
    ("recovery: {route: none}", "recovery: {route: sealed, delay: 1d}"),
    ("time: 30m", "time: 5m"),
    ("rto: 4h", "rto: 10d"),
    ("mtd: 1d", "mtd: 30d"),
    ("what: full", "what: db"),
    ("version: '1.0'", "version: '9.0'"),
    ("1. Do it.", "1. Do it well. Reviewed, tested, and approved by everybody."),
    ("holders: ['person:lea', 'person:max']", "holders: ['person:max', 'person:iris', 'person:pia']"),
    ("kind: login", "kind: paper"),
    ("encryption_key: key", "encryption_key: {none: not encrypted}"),
    ("title: ", "title: Proven "),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_edit_without_a_record_lifts_a_service_above_on_paper(chosen in prop::collection::vec(any::<bool>(), EDITS.len())) {
        let mut archive = Association::default().archive();
        for ((from, to), _) in EDITS.iter().zip(&chosen).filter(|(_, is_chosen)| **is_chosen) {
            archive = archive.replace(from, to);
        }
        let snapshot = crate::source::Snapshot::from_archive(&archive);
        let kb = super::read(&snapshot, crate::history::History::default(), DRILL);
        for (service, level) in levels(&kb, &snapshot, "person:max") {
            prop_assert!(level <= Level::OnPaper, "{service}: {level:?}");
        }
    }

    #[test]
    fn edits_outside_steps_and_tracked_fields_move_nothing(
        records in prop::collection::vec(written(), 0..8),
        touched in "[a-z ]{0,40}",
    ) {
        let then = with(&records);
        let now = Association { touched: "", more: String::new(), ..then.clone() };
        let mut edited = now.clone();
        edited.more = format!("-- runbooks/notes.md --\n# Notes\n\n{touched}\n");
        prop_assert_eq!(of_max(&edited, &then), of_max(&now, &then));
        let reviewed = Association { touched: "\n## Notes\n\nReviewed today, again.\n", ..now.clone() };
        prop_assert_eq!(of_max(&reviewed, &then), of_max(&now, &then));
    }

    #[test]
    fn adding_a_failure_never_raises(records in prop::collection::vec(written(), 0..8), failure in written()) {
        let before = with(&records);
        let failure = Written { passes: false, ..failure };
        let after = failure.add(before.clone(), records.len());
        for (was, is) in of_max(&before, &before).into_iter().zip(of_max(&after, &after)) {
            prop_assert!(is <= was, "{was:?} became {is:?}");
        }
    }

    #[test]
    fn taking_away_a_pass_never_raises(records in prop::collection::vec(written(), 0..8), which in any::<prop::sample::Index>()) {
        let all = with(&records);
        let index = which.index(all.records.len());
        prop_assume!(!all.records[index].2.contains("result: fail"));
        let mut fewer = all.clone();
        fewer.records.remove(index);
        for (was, is) in of_max(&all, &all).into_iter().zip(of_max(&fewer, &fewer)) {
            prop_assert!(is <= was, "{was:?} became {is:?}");
        }
    }
}
