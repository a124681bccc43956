//! What was never proven: pages that nobody followed, data that nobody brought back, doors that nobody opened.

use serde::Serialize;

use crate::diagnostic::message;
use crate::knowledge::evidence::{Evidence, Link as Shown, PageTrust, has_failed_last};
use crate::names::{EntityRef, Kind};
use crate::output::site::here::{Here, Link};
use crate::output::site::tree::entities;
use crate::records::exercise::ExerciseType;
use crate::runbook::Runbook;
use crate::runbook::front_matter::Status;
use crate::scalar::Stated;

/// How many things of a kind are named. Whoever proves one a week has enough for a year.
const MOST: usize = 60;

/// Things of a kind that were never proven.
#[derive(Debug, Serialize)]
pub(super) struct Gap {
    title: String,
    pub links: Vec<Link>,
    /// How many more there are.
    more: Option<String>,
}

/// Returns what was never proven, in the order in which it hurts.
pub(super) fn of(here: &Here<'_>) -> Vec<Gap> {
    let kinds = [
        ("site-never-restored", Kind::Backup),
        ("site-never-opened", Kind::Credential),
        ("site-never-tried", Kind::Service),
    ];
    let things = kinds.into_iter().map(|(title, kind)| (title, things(here, kind)));
    let all = things.chain([("site-never-followed", pages(here))]);
    all.filter(|(_, links)| !links.is_empty()).map(|(title, links)| gap(here, title, links)).collect()
}

fn gap(here: &Here<'_>, title: &str, mut links: Vec<Link>) -> Gap {
    let more = links.len().saturating_sub(MOST);
    links.truncate(MOST);
    Gap {
        title: here.words().word(title),
        links,
        more: (more > 0).then(|| here.words().say(&message!("site-more-never-proven", count = more))),
    }
}

/// The things of a kind that no exercise has proven. What is no more needs no proof.
fn things(here: &Here<'_>, kind: Kind) -> Vec<Link> {
    let kb = here.kb();
    let things = entities(kb, kind).into_iter().map(|entity| &entity.reference);
    let gaps = things.filter(|thing| !kb.catalog.is_retired(thing)).filter_map(|thing| {
        let evidence = kb.evidence(thing);
        let is_proven = evidence.iter().any(|of| of.is_proof() && shows(of, kind));
        (!is_proven).then(|| note(here, thing, has_failed_last(&evidence))).flatten()
    });
    gaps.collect()
}

/// Whether an exercise shows what is asked of a kind: of a backup that data came back, of a credential that it opens, of a service that
/// it was brought back or taken over.
fn shows(evidence: &Evidence<'_>, kind: Kind) -> bool {
    match kind {
        Kind::Backup => evidence.link == Shown::Data,
        Kind::Credential => evidence.link == Shown::Access,
        _ => {
            let exercise_type = evidence.exercise.exercise_type.known();
            matches!(exercise_type, Some(ExerciseType::Restore | ExerciseType::Takeover))
        }
    }
}

/// The pages that nobody followed, of those that are there to be followed.
fn pages(here: &Here<'_>) -> Vec<Link> {
    let kb = here.kb();
    let snapshot = here.site.context.snapshot;
    let gaps = kb.runbooks.values().filter(|page| is_alive(page)).filter_map(|page| {
        let trust = kb.page_trust(page, snapshot);
        let is_gap = matches!(trust, PageTrust::Never | PageTrust::Failed);
        is_gap.then(|| note(here, &EntityRef::from(&page.id), trust == PageTrust::Failed)).flatten()
    });
    gaps.collect()
}

/// Whether a page is there to be followed, and is not retired.
fn is_alive(page: &Runbook) -> bool {
    page.is_followed() && page.head().is_some_and(|head| head.status != Stated::Known(Status::Retired))
}

/// Links to a thing, and says that the last try failed.
fn note(here: &Here<'_>, thing: &EntityRef, has_failed: bool) -> Option<Link> {
    let note = has_failed.then(|| here.words().word("search-proof-failed"));
    Some(Link { note, ..here.link_to(thing)? })
}
