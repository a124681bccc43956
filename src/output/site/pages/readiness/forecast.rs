//! What changes by itself, day by day.

use serde::Serialize;

use crate::knowledge::evidence::Link;
use crate::output::site::here::Here;
use crate::readiness::forecast::{Change, Transition};
use crate::readiness::verdict::Standby;

use super::key;

/// How many days are told. Whoever reads on after them needs a newer copy.
const MOST_DAYS: usize = 60;

/// What changes by itself.
#[derive(Debug, Default, Serialize)]
pub(super) struct ForecastView {
    pub days: Vec<DayView>,
    /// How many more days there are on which something changes.
    more: usize,
}

/// A day on which something changes.
#[derive(Debug, Serialize)]
pub(super) struct DayView {
    /// As `2026-11-22`.
    day: String,
    date: String,
    changes: Vec<ChangeView>,
    /// How many services stand where from that day on.
    counts: String,
}

/// A change.
#[derive(Debug, Serialize)]
struct ChangeView {
    said: String,
    /// What a script sets: a service and one of its cells, or a gate.
    of: String,
    cell: &'static str,
    to: &'static str,
    /// Whether it is told beside the others: what becomes of links alone is not.
    is_told: bool,
}

pub(super) fn view(here: &Here<'_>, standby: &Standby<'_>) -> ForecastView {
    let today = here.kb().as_of;
    let transitions = standby.transitions(today);
    let days: Vec<&[Transition]> = transitions.chunk_by(|left, right| left.day == right.day).collect();
    let day = |transitions: &&[Transition]| {
        let day = transitions.first()?.day;
        Some(DayView {
            day: day.to_string(),
            date: here.date(day),
            changes: transitions.iter().map(|transition| change(here, &transition.change)).collect(),
            counts: here.speak(|speaker| speaker.counts(standby.counts(day))),
        })
    };
    ForecastView {
        days: days.iter().take(MOST_DAYS).filter_map(day).collect(),
        more: days.len().saturating_sub(MOST_DAYS),
    }
}

fn change(here: &Here<'_>, change: &Change) -> ChangeView {
    let said = here.speak(|speaker| speaker.change(change));
    match change {
        Change::Service { service, to } => {
            ChangeView { said, of: service.to_string(), cell: "verdict", to: key(*to), is_told: true }
        }
        Change::Link { service, link, to } => {
            let cell = match link {
                Link::Access => "access",
                Link::KnowHow => "know-how",
                Link::Data => "data",
            };
            ChangeView { said, of: service.to_string(), cell, to: key(*to), is_told: false }
        }
        Change::Gate { gate, is_open } => {
            let to = if *is_open { "open" } else { "shut" };
            ChangeView { said, of: gate.word().to_owned(), cell: "gate", to, is_told: true }
        }
        Change::Rehearsed(is_rehearsed) => {
            let to = if *is_rehearsed { "open" } else { "shut" };
            ChangeView { said, of: String::new(), cell: "rehearsed", to, is_told: true }
        }
    }
}
