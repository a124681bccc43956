//! The gates, each with what shuts it.

use serde::Serialize;

use crate::names::EntityRef;
use crate::output::site::here::{Here, Link};
use crate::readiness::verdict::Standby;

/// How many things are told that shut a gate.
const MOST: usize = 8;

/// A gate.
#[derive(Debug, Serialize)]
pub(super) struct GateView {
    key: &'static str,
    said: String,
    state: String,
    is_open: bool,
    reasons: Vec<ReasonView>,
    /// How many more there are.
    more: usize,
}

/// What is wrong, and where that is put right.
#[derive(Debug, Serialize)]
pub(super) struct ReasonView {
    said: String,
    link: Option<Link>,
}

impl ReasonView {
    pub(super) fn new(here: &Here<'_>, said: String, thing: Option<&EntityRef>) -> Self {
        Self { said, link: thing.and_then(|thing| here.link_to(thing)) }
    }
}

pub(super) fn views(here: &Here<'_>, standby: &Standby<'_>) -> Vec<GateView> {
    let words = here.words();
    let today = here.kb().as_of;
    let view = |gate: &crate::readiness::gate::GateVerdict| {
        let is_open = gate.course.at(today);
        let reasons = gate.closed.iter().take(MOST).map(|closed| {
            let said = here.speak(|speaker| speaker.closed(closed));
            ReasonView::new(here, said, closed.thing.as_ref())
        });
        GateView {
            key: gate.gate.word(),
            said: words.word(gate.gate.message_id()),
            state: words.word(if is_open { "readiness-gate-open" } else { "readiness-gate-shut" }),
            is_open,
            reasons: reasons.collect(),
            more: gate.closed.len().saturating_sub(MOST),
        }
    };
    standby.gates.iter().map(view).collect()
}
