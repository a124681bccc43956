//! The others who stand by, and what falls without each of those who act.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::names::EntityRef;
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::readiness::Readiness;
use crate::readiness::missing::Fall;
use crate::readiness::supposed::Supposed;
use crate::readiness::verdict::Standby;

use super::{key, word};

/// For how many people it is worked out what falls without them.
const MOST_PEOPLE: usize = 12;

/// The other people.
#[derive(Debug, Serialize)]
pub(super) struct OthersView {
    /// Who cannot be missed, in a sentence.
    bus_factor: String,
    /// The others who stand by, with where the services stand for each.
    standing_by: Vec<OtherView>,
    /// What falls without each of those who act.
    pub people: Vec<MissingView>,
    /// What to take back when somebody goes.
    departures: Option<Link>,
}

/// Somebody else who stands by.
#[derive(Debug, Serialize)]
struct OtherView {
    who: Link,
    counts: String,
}

/// What falls without somebody.
#[derive(Debug, Serialize)]
pub(super) struct MissingView {
    who: Link,
    falls: Vec<FallView>,
}

/// What a service becomes.
#[derive(Debug, Serialize)]
struct FallView {
    service: Link,
    from: String,
    to: String,
    /// How styles know what it becomes.
    level: &'static str,
}

pub(super) fn view(
    here: &Here<'_>,
    readiness: &Readiness<'_>,
    people: &[Standby<'_>],
    best: Option<&Standby<'_>>,
) -> OthersView {
    let today = here.kb().as_of;
    let others = people.iter().filter(|standby| standby.who != best.and_then(|best| best.who));
    let actors = readiness.actors(&Supposed::default());
    let everybody = readiness.everybody(&Supposed::default());
    let missing = |who: &&EntityRef| {
        let falls = readiness.falls_of(everybody.as_ref()?, &BTreeSet::from([(*who).clone()]));
        let fall = |fall: &Fall<'_>| {
            let (from, to) = (word(here, fall.from), word(here, fall.to));
            Some(FallView { service: here.link_to(fall.service)?, from, to, level: key(fall.to) })
        };
        Some(MissingView { who: here.link_to(who)?, falls: falls.iter().filter_map(fall).collect() })
    };
    OthersView {
        bus_factor: here.speak(|speaker| speaker.bus_factor(&readiness.bus_factor())),
        standing_by: others
            .filter_map(|standby| {
                Some(OtherView {
                    who: here.link_to(standby.who?)?,
                    counts: here.speak(|speaker| speaker.counts(standby.counts(today))),
                })
            })
            .collect(),
        people: actors.iter().take(MOST_PEOPLE).filter_map(missing).collect(),
        departures: here.link_to_page(&Page::Departures),
    }
}
