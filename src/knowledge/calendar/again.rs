//! What has to be done again, and when: secrets that are changed, what was proven, what was promised to be looked at.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::catalog::credential::Credential;
use crate::catalog::fact::Value;
use crate::catalog::person::Role;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::{COPY, Link, REHEARSAL, has_failed_last};
use crate::names::EntityRef;
use crate::records::exercise::{Exercise, ExerciseType};
use crate::records::observation::{Observation, ObservedFact};
use crate::runbook::front_matter::RunbookType;
use crate::scalar::{Duration, Stated};
use crate::source::SourcePath;

use super::{Deputies, Due, Event, Occasion, ends};

/// How long a count of the reserves says what there is: as long as the accounts of a year.
const COUNTED: Duration = Duration::days(365);

/// Finds everything that has to be done again.
pub(super) fn events<'kb>(kb: &'kb KnowledgeBase, deputies: &Deputies<'kb>, events: &mut Vec<Event<'kb>>) {
    events.extend(kb.catalog.credentials.values().filter_map(|key| rotation(kb, deputies, key)));
    proofs(kb, deputies, events);
    takeover(kb, deputies, events);
    kb.catalog.entities.keys().for_each(|thing| seen(kb, deputies, thing, events));
    events.extend(recount(kb, deputies));
    events.extend(waivers(kb, deputies));
}

/// A secret is due so long after it was last worked on. Whoever signs in with it has not changed it.
fn rotation<'kb>(kb: &'kb KnowledgeBase, deputies: &Deputies<'kb>, key: &'kb Credential) -> Option<Event<'kb>> {
    let every = key.rotate_every?;
    let thing = &kb.catalog.entities.get(&EntityRef::from(&key.id))?.reference;
    let is_work = |exercise: &Exercise| {
        let of = exercise.exercise_type.known().copied();
        exercise.has_worked() && of.is_some_and(|of| of.is_done() && of != ExerciseType::AccessCheck)
    };
    let mut work = kb.counting_exercises().filter(|(_, of)| is_work(of) && of.subjects.contains(thing));
    let last = work.next_back().map(|(_, exercise)| exercise.file.date);
    let holder = key.holders.known().into_iter().flatten().find(|holder| kb.is_staying(holder));
    Some(Event {
        thing: thing.clone(),
        occasion: Occasion::Rotation,
        due: last.and_then(|last| every.after(last)).map_or(Due::Unknown, Due::On),
        who: holder.or(deputies.admin_beside(thing)),
        runbooks: ends::runbooks(kb, std::iter::once(thing)),
        recorded: last,
    })
}

/// What exercises have shown of each thing, until the last day on which the best of them counts in full.
fn proofs<'kb>(kb: &'kb KnowledgeBase, deputies: &Deputies<'kb>, events: &mut Vec<Event<'kb>>) {
    let exercised: BTreeSet<&EntityRef> = kb.records.exercises.values().flat_map(|of| &of.subjects).collect();
    for thing in exercised.into_iter().filter(|thing| !kb.catalog.is_retired(thing)) {
        let evidence = kb.evidence(thing);
        // What did not work when it was last tried is not proven, and no day makes it worse.
        if has_failed_last(&evidence) {
            continue;
        }
        let mut latest: BTreeMap<Link, (Date, Date)> = BTreeMap::new();
        for of in evidence.iter().filter(|of| of.is_proof()) {
            let Some(until) = of.trust_until() else { continue };
            let of_link = latest.entry(of.link).or_insert((until, of.exercise.file.date));
            *of_link = (*of_link).max((until, of.exercise.file.date));
        }
        for (link, (until, done)) in latest {
            events.push(Event {
                thing: thing.clone(),
                occasion: Occasion::ProofEnds(link),
                due: Due::On(until),
                who: deputies.backup.or(deputies.primary),
                runbooks: if link == Link::Data { restores(kb, thing) } else { Vec::new() },
                recorded: Some(done),
            });
        }
    }
}

/// Returns the pages that say how something is brought back.
fn restores<'kb>(kb: &'kb KnowledgeBase, thing: &EntityRef) -> Vec<&'kb EntityRef> {
    let restores = |page: &EntityRef| {
        let EntityRef::Runbook(id) = page else { return false };
        kb.runbooks.get(id).is_some_and(|page| page.runbook_type() == Some(RunbookType::Restore))
    };
    kb.pages_about(thing).filter(|page| restores(page)).collect()
}

/// What whoever takes over has to do again: try it all, open the copy, read the pages. Where nobody takes over, nobody can.
fn takeover<'kb>(kb: &'kb KnowledgeBase, deputies: &Deputies<'kb>, events: &mut Vec<Event<'kb>>) {
    let Some(backup) = deputies.backup else { return };
    let pages = kb.takeover_pages().filter(|page| page.is_active());
    let pages: BTreeSet<EntityRef> = pages.map(|page| EntityRef::from(&page.id)).collect();
    let Some(first) = pages.first() else { return };
    let again = |occasion, last: Option<Date>, window: Duration| Event {
        thing: first.clone(),
        occasion,
        due: last.and_then(|last| window.after(last)).map_or(Due::Now, Due::On),
        who: Some(backup),
        runbooks: Vec::new(),
        recorded: last,
    };
    let is_rehearsal = |exercise: &Exercise| exercise.exercise_type == Stated::Known(ExerciseType::Takeover);
    let mut rehearsals = kb.counting_exercises().filter(|(_, of)| is_rehearsal(of) && of.has_worked());
    let rehearsed = rehearsals.next_back().map(|(_, exercise)| exercise.file.date);
    events.push(again(Occasion::Rehearsal, rehearsed, REHEARSAL));
    let mut opened = kb.counting_exercises().filter(|(by, of)| *by == backup && of.opens(&pages));
    let opened = opened.next_back().map(|(_, exercise)| exercise.file.date);
    events.push(again(Occasion::CopyCheck, opened, COPY));
    for person in kb.staying_with(Role::BackupAdmin) {
        let Some(person) = kb.catalog.entities.get(&EntityRef::from(&person.id)) else { continue };
        let person = &person.reference;
        events.extend(pages.iter().filter_map(|page| read_back(kb, page, person)));
    }
}

/// A page of the takeover that somebody has not read as it is now.
fn read_back<'kb>(kb: &'kb KnowledgeBase, page: &EntityRef, person: &'kb EntityRef) -> Option<Event<'kb>> {
    let read_back = kb.read_back(page);
    let counting = read_back.iter().find(|read| read.by == person && read.standing.counts());
    if counting.is_some_and(|read| !read.has_changed()) {
        return None;
    }
    Some(Event {
        thing: page.clone(),
        occasion: Occasion::ReadBack(person),
        due: Due::Now,
        who: Some(person),
        runbooks: Vec::new(),
        recorded: counting.map(|read| read.acknowledgement.file.date),
    })
}

/// What machines saw of a thing: a certificate ends on the day that it says, and what was seen is looked at again before the first of it is
/// worth nothing any more.
fn seen<'kb>(kb: &'kb KnowledgeBase, deputies: &Deputies<'kb>, thing: &EntityRef, events: &mut Vec<Event<'kb>>) {
    let observations: Vec<&Observation> = kb.records.observations.of(thing).collect();
    let certificates = observations.iter().filter(|seen| seen.fact == ObservedFact::CertificateEndsOn);
    let certificate = certificates.filter_map(|seen| Some((seen.day()?, seen.observed_at.date()))).min();
    let again = observations.iter().filter_map(|seen| Some((seen.good_until()?, seen.observed_at.date()))).min();
    for (occasion, day) in [(Occasion::CertificateEnds, certificate), (Occasion::LookAgain, again)] {
        let Some((on, seen_on)) = day else { continue };
        events.push(Event {
            thing: thing.clone(),
            occasion,
            due: Due::On(on),
            who: deputies.primary.or(deputies.backup),
            runbooks: Vec::new(),
            recorded: Some(seen_on),
        });
    }
}

/// The reserves were counted on a day; after a year nobody knows what is left.
fn recount<'kb>(kb: &'kb KnowledgeBase, deputies: &Deputies<'kb>) -> Option<Event<'kb>> {
    let entity = kb.catalog.entities.get(&EntityRef::Organisation)?;
    let due = match Value::find(&entity.facts, "reserves.on")? {
        Value::Date(on) => Due::On(COUNTED.after(*on)?),
        Value::Unknown => Due::Unknown,
        _ => return None,
    };
    Some(Event {
        thing: EntityRef::Organisation,
        occasion: Occasion::Recount,
        due,
        who: deputies.treasurer.or(deputies.primary),
        runbooks: Vec::new(),
        recorded: None,
    })
}

/// The gaps that are accepted until a day, about things that there are.
fn waivers<'kb>(kb: &'kb KnowledgeBase, deputies: &Deputies<'kb>) -> impl Iterator<Item = Event<'kb>> {
    kb.config.checks.waivers.iter().filter_map(|waiver| {
        let until = waiver.until.filter(|_| waiver.because.is_some())?;
        let thing = match kb.names.find(&waiver.on) {
            Some(thing) => thing,
            // A page may be named by its file.
            None => {
                let path = SourcePath::new(&waiver.on).ok()?;
                let page = path.below(&kb.config.src)?.strip_suffix(".md")?;
                kb.runbooks.keys().find(|id| id.as_str() == page)?.into()
            }
        };
        let is_there = match &thing {
            EntityRef::Runbook(id) => kb.runbooks.contains_key(id),
            other => kb.catalog.entities.contains_key(other),
        };
        let by = kb.names.find(&waiver.by).and_then(|by| kb.catalog.entities.get(&by));
        is_there.then(|| Event {
            thing,
            occasion: Occasion::WaiverEnds(&waiver.rule),
            due: Due::On(until),
            who: by.map(|by| &by.reference).or(deputies.primary),
            runbooks: Vec::new(),
            recorded: None,
        })
    })
}
