//! The situations of `domain.md` §5.4, each worked out by hand from the rule.
//!
//! Weights: 4 services of 4, 3 of 2, 1 of 1: 23 in all. Values: No 0, On paper 20, Likely 70, Proven 100.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Association, DRILL, verdict};

fn said(association: &Association, then: &Association, as_of: Date) -> String {
    let (kb, snapshot) = association.known(then, as_of);
    verdict(&kb, &snapshot)
}

fn later(days: i64) -> Date {
    DRILL.checked_add(days.days()).unwrap()
}

#[test]
fn a_lone_administrator_with_a_stand_in_who_is_merely_named() {
    let lone = Association { is_shared: false, ..Association::default() };
    // Nothing opens to Max: 0 of 23. He never read the page, never opened the copy, never committed; neither vault nor registrar opens.
    let expected = "8/0/0/0 0 shut: vault domains copy takeover repository";
    assert_eq!(said(&lone, &lone, DRILL), expected);
}

#[test]
fn touching_every_page_moves_nothing() {
    let lone = Association { is_shared: false, ..Association::default() };
    let touched = Association { touched: "\nReviewed today.\n", ..lone.clone() };
    assert_eq!(said(&touched, &lone, DRILL), said(&lone, &lone, DRILL));
    let drilled = Association::default().signed_in().drilled();
    let touched = Association { touched: "\n## Notes\n\nReviewed today.\n", ..drilled.clone() };
    let services = |said: String| said.split(" shut").next().unwrap().to_owned();
    assert_eq!(services(said(&touched, &drilled, DRILL)), services(said(&drilled, &drilled, DRILL)));
}

#[test]
fn access_that_is_granted_and_pages_that_are_written_are_on_paper() {
    let granted = Association::default();
    // 23 × 20 / 23 = 20. That the vault opens was not shown.
    assert_eq!(said(&granted, &granted, DRILL), "0/8/0/0 20 shut: vault copy takeover repository");
}

#[test]
fn signing_in_everywhere_opens_the_gates_and_moves_no_service_yet() {
    let signed_in = Association::default().signed_in();
    assert_eq!(said(&signed_in, &signed_in, DRILL), "0/8/0/0 20 shut: ");
}

#[test]
fn a_weekend_of_drills_proves_what_was_drilled() {
    let drilled = Association::default().signed_in().drilled();
    // Proven 16 × 100, likely (2 + 2) × 70, on paper (2 + 1) × 20: 1 940 / 23 = 84.3.
    assert_eq!(said(&drilled, &drilled, DRILL), "0/2/2/4 84 shut: ");
}

#[test]
fn an_upgrade_takes_a_level_of_what_was_upgraded() {
    let drilled = Association::default().signed_in().drilled();
    let upgraded = Association { version: "2.0", ..drilled.clone() };
    // Proven 12 × 100, likely (4 + 2 + 2) × 70, on paper 3 × 20: 1 820 / 23 = 79.1.
    assert_eq!(said(&upgraded, &drilled, later(30)), "0/2/3/3 79 shut: ");
}

#[test]
fn after_two_hundred_days_what_was_proven_is_likely() {
    let drilled = Association::default().signed_in().drilled();
    // Access and the restores of the first tier are past 180 days: likely 16 × 70. So is Iris's word: on paper (2 + 2 + 2 + 1) × 20.
    // 1 260 / 23 = 54.8. The copy counted for 90 days, the commit for 180; the vault is likely, and that is enough.
    assert_eq!(said(&drilled, &drilled, later(200)), "0/4/4/0 55 shut: copy repository");
}

#[test]
fn after_four_hundred_days_everything_is_on_paper() {
    let drilled = Association::default().signed_in().drilled();
    // Past twice the window: 23 × 20 / 23. The vault was shown too long ago.
    assert_eq!(said(&drilled, &drilled, later(400)), "0/8/0/0 20 shut: vault copy repository");
}

#[test]
fn the_forecast_says_the_same_as_the_day_itself() {
    let drilled = Association::default().signed_in().drilled();
    let (kb, snapshot) = drilled.known(&drilled, DRILL);
    let readiness = super::Readiness::new(&kb, &snapshot);
    let supposed = readiness.takeover();
    let who = readiness.standing_by(&supposed)[0];
    let standby = readiness.judge(who, &supposed);
    for days in [0, 1, 90, 91, 180, 181, 200, 360, 361, 365, 366, 400, 731] {
        let day = later(days);
        let counts = standby.counts(day);
        let said = said(&drilled, &drilled, day);
        let expected = format!("{}/{}/{}/{} ", counts.no, counts.on_paper, counts.likely, counts.proven);
        assert!(said.starts_with(&expected), "after {days} days: {said}, and not {expected}");
        assert_eq!(said.ends_with("shut: "), standby.is_open(day), "after {days} days");
    }
}

#[test]
fn without_a_rehearsal_nobody_gets_more_than_ninety() {
    let everything = |number: usize| {
        let of =
            if number <= 4 { &["restore", "operate", "diagnose", "communicate"][..] } else { &["restore", "operate"] };
        let pages: Vec<String> = of.iter().map(|of| format!("runbook:{of}-{number}")).collect();
        format!("service:s{number}, backup:b{number}, {}", pages.join(", "))
    };
    let mut all = Association::default().signed_in();
    for number in 1..=8 {
        all = all.exercise(&format!("s{number}"), "restore", "max", &everything(number));
    }
    assert_eq!(said(&all, &all, DRILL), "0/0/0/8 90 shut: ");
    let rehearsed = all.exercise("takeover", "takeover", "max", "service:s1");
    assert_eq!(said(&rehearsed, &rehearsed, DRILL), "0/0/0/8 100 shut: ");
}

#[test]
fn doing_the_next_best_action_lifts_what_it_said() {
    let mut association = Association::default().signed_in();
    let mut done = 0;
    loop {
        let (kb, snapshot) = association.known(&association, DRILL);
        let readiness = super::Readiness::new(&kb, &snapshot);
        let supposed = readiness.takeover();
        let who = readiness.standing_by(&supposed)[0];
        let Some(action) = super::super::action::plan(&readiness, who, &supposed, 1).pop() else { break };
        let was = super::levels(&kb, &snapshot, "person:max");
        let subjects: Vec<String> = action.exercise.subjects.iter().map(|subject| format!("'{subject}'")).collect();
        let word = crate::scalar::Word::word(action.exercise_type);
        association = association.exercise(&format!("next-{done}"), word, "max", &subjects.join(", "));
        let (kb, snapshot) = association.known(&association, DRILL);
        let is = super::levels(&kb, &snapshot, "person:max");
        let lifted: Vec<_> = was.iter().zip(&is).filter(|(was, is)| is.1 > was.1).map(|(_, is)| is.clone()).collect();
        let said: Vec<_> = action.lifts.iter().map(|(service, to)| (service.to_string(), *to)).collect();
        assert_eq!(lifted, said, "{word} of {subjects:?}");
        done += 1;
        assert!(done < 60, "it comes to an end");
    }
    let (kb, snapshot) = association.known(&association, DRILL);
    assert!(verdict(&kb, &snapshot).starts_with("0/0/0/8"), "{}", verdict(&kb, &snapshot));
}
