//! The services that people rely on, each with its three links.

use serde::Serialize;

use crate::knowledge::evidence::{Level, Link as Chain};
use crate::output::site::here::{Here, Link};
use crate::readiness::course::Course;
use crate::readiness::verdict::{Judged, ServiceVerdict, Standby};

use super::gates::ReasonView;
use super::{key, word};

/// How many reasons are told of a link.
const MOST: usize = 6;

/// A service.
#[derive(Debug, Serialize)]
pub(super) struct RowView {
    service: Link,
    /// How scripts know it.
    id: String,
    tier: String,
    links: Vec<CellView>,
    verdict: CellView,
    /// The services below that are worth less.
    held_by: Vec<Link>,
}

/// How well a link, or a service, is shown.
#[derive(Debug, Serialize)]
pub(super) struct CellView {
    /// How scripts know it.
    key: &'static str,
    label: String,
    level: &'static str,
    word: String,
    /// The last day on which it is so, where it changes by itself.
    until: Option<String>,
    reasons: Vec<ReasonView>,
    /// How many more there are.
    more: usize,
}

pub(super) fn rows(here: &Here<'_>, standby: &Standby<'_>) -> Vec<RowView> {
    let mut services: Vec<&ServiceVerdict<'_>> = standby.live().collect();
    // What must be back first stands first; of the same tier, what is worth least.
    let today = here.kb().as_of;
    services.sort_by_key(|service| (service.tier, service.course.at(today)));
    services.into_iter().filter_map(|service| row(here, service)).collect()
}

fn row(here: &Here<'_>, service: &ServiceVerdict<'_>) -> Option<RowView> {
    let words = here.words();
    let links = [(Chain::Access, "access"), (Chain::KnowHow, "know-how"), (Chain::Data, "data")];
    let link = |(link, key): (Chain, &'static str)| {
        let judged = service.link(link);
        CellView {
            reasons: reasons(here, judged),
            more: more(judged),
            ..cell(here, key, here.speak(|speaker| speaker.link(link)), &judged.course)
        }
    };
    Some(RowView {
        service: here.link_to(service.service)?,
        id: service.service.to_string(),
        tier: words.word(&format!("tier-{}", service.tier.number())),
        links: links.map(link).into(),
        verdict: cell(here, "verdict", words.word("readiness-verdict"), &service.course),
        held_by: service.held_by.iter().filter_map(|below| here.link_to(below)).collect(),
    })
}

fn cell(here: &Here<'_>, name: &'static str, label: String, course: &Course<Level>) -> CellView {
    let today = here.kb().as_of;
    let level = course.at(today);
    let falls = course.after(today).next().and_then(|(day, _)| day.yesterday().ok());
    let until =
        falls.map(|day| here.words().say(&crate::diagnostic::message!("readiness-until", date = here.date(day))));
    CellView { key: name, label, level: key(level), word: word(here, level), until, reasons: Vec::new(), more: 0 }
}

fn reasons(here: &Here<'_>, judged: &Judged) -> Vec<ReasonView> {
    let reason = |reason: &crate::readiness::reason::Reason| {
        let said = here.speak(|speaker| speaker.reason(reason));
        ReasonView::new(here, said, Some(&reason.thing))
    };
    judged.weakest().take(MOST).map(reason).collect()
}

fn more(judged: &Judged) -> usize {
    judged.weakest().count().saturating_sub(MOST)
}
