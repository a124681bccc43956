//! The next best action: the record that lifts most for the time that it takes.
//!
//! Each exercise that one person could do in one go is supposed to be done, and what becomes of the services is worked out again, for those
//! that it touches.

use std::collections::{BTreeMap, BTreeSet};

use crate::knowledge::evidence::Level;
use crate::names::EntityRef;
use crate::records::exercise::ExerciseType;
use crate::runbook::Runbook;
use crate::runbook::front_matter::RunbookType;
use crate::scalar::Stated;

use super::Readiness;
use super::requirement::{RequiredData, Requirement};
use super::supposed::{Supposed, SupposedExercise};
use super::verdict::{Judged, ServiceVerdict, value, weight};

/// An exercise that is worth doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What kind of exercise.
    pub exercise_type: ExerciseType,
    /// Who does it, and with what.
    pub exercise: SupposedExercise,
    /// How long it takes, in minutes: as its pages say, or as such things take.
    pub minutes: u64,
    /// The services that people rely on that it lifts, each with what it becomes.
    pub lifts: Vec<(EntityRef, Level)>,
    /// How many links of such services it lifts.
    pub links: usize,
    /// What it is worth: the weights of services times what their words gain, and a hundredth of that for links alone, which show in the
    /// table and not yet in a verdict.
    gain: u64,
}

/// How many exercises are weighed: on a site of hundreds of services, those for the heaviest.
const MOST_WEIGHED: usize = 240;
/// How long it takes to sign in somewhere, and to begin, in minutes.
const SIGN_IN: (u64, u64) = (10, 5);
/// How long a page takes that does not say, in minutes.
const A_PAGE: u64 = 30;
/// How long a restore takes of which nobody says, in minutes.
const A_RESTORE: u64 = 120;

/// Returns what is best done next, then after that, and so on: each as if those before it were done.
#[must_use]
pub fn plan<'kb>(readiness: &Readiness<'kb>, who: &'kb EntityRef, supposed: &Supposed, steps: usize) -> Vec<Action> {
    let mut supposed = supposed.clone();
    let mut plan = Vec::new();
    while plan.len() < steps {
        let Some(action) = next(readiness, who, &supposed) else { break };
        supposed = supposed.with(action.exercise.clone());
        plan.push(action);
    }
    plan
}

fn next(readiness: &Readiness<'_>, who: &EntityRef, supposed: &Supposed) -> Option<Action> {
    let now = State::of(readiness, who, supposed);
    let actions = candidates(readiness, who, &now).into_iter().filter_map(|candidate| now.weigh(candidate, supposed));
    // Gain for the time; of equals, what takes less.
    actions.reduce(|best, other| {
        let (of_best, of_other) = (best.gain * other.minutes, other.gain * best.minutes);
        let is_better = of_other > of_best || of_other == of_best && other.minutes < best.minutes;
        if is_better { other } else { best }
    })
}

/// How things stand for somebody.
struct State<'r, 'kb> {
    readiness: &'r Readiness<'kb>,
    who: &'r EntityRef,
    services: Vec<ServiceVerdict<'kb>>,
    own: Vec<Level>,
    /// Which services a thing belongs to, by their position.
    touched: BTreeMap<EntityRef, Vec<usize>>,
}

/// An exercise that somebody could do.
struct Candidate {
    exercise_type: ExerciseType,
    subjects: BTreeSet<EntityRef>,
    minutes: u64,
}

impl<'r, 'kb> State<'r, 'kb> {
    fn of(readiness: &'r Readiness<'kb>, who: &'r EntityRef, supposed: &Supposed) -> Self {
        let services = readiness.services(who, supposed).1;
        let today = readiness.today();
        let own = services.iter().map(|service| service.own().at(today)).collect();
        let mut touched: BTreeMap<EntityRef, Vec<usize>> = BTreeMap::new();
        for (index, requirement) in readiness.requirements.iter().enumerate() {
            for thing in things(requirement) {
                touched.entry(thing).or_default().push(index);
            }
        }
        Self { readiness, who, services, own, touched }
    }

    /// Works out what an exercise would lift; nothing where it lifts nothing.
    fn weigh(&self, candidate: Candidate, supposed: &Supposed) -> Option<Action> {
        let Candidate { exercise_type, subjects, minutes } = candidate;
        let touched: BTreeSet<usize> =
            subjects.iter().filter_map(|subject| self.touched.get(subject)).flatten().copied().collect();
        let exercise = SupposedExercise { by: self.who.clone(), subjects };
        let then = supposed.clone().with(exercise.clone());
        let today = self.readiness.today();
        let mut own = self.own.clone();
        let (mut links, mut gain) = (0, 0);
        let of_touched = self.readiness.links_of(self.who, &then, &touched);
        for (index, [access, know_how, data]) in of_touched {
            let Some(service) = self.services.get(index) else { continue };
            let pairs = [(&service.access, access), (&service.know_how, know_how), (&service.data, data)];
            let lifted = pairs.iter().filter(|(was, is)| is.level() > was.level()).count();
            let levels = pairs.iter().map(|(_, is)| is.course.at(today)).min();
            if let (Some(level), Some(own)) = (levels, own.get_mut(index)) {
                *own = level;
            }
            if service.is_live {
                links += lifted;
                gain += weight(service.tier) * u64::try_from(lifted).unwrap_or_default();
            }
        }
        let mut lifts = Vec::new();
        for (index, (requirement, service)) in self.readiness.requirements.iter().zip(&self.services).enumerate() {
            let all = std::iter::once(&index).chain(&requirement.below);
            let is = all.filter_map(|index| own.get(*index)).min().copied()?;
            let was = service.course.at(today);
            if service.is_live && is > was {
                gain += 100 * weight(service.tier) * (value(is) - value(was));
                lifts.push((service.service.clone(), is));
            }
        }
        (gain > 0).then_some(Action { exercise_type, exercise, minutes: minutes.max(1), lifts, links, gain })
    }
}

/// The things that the links of a service are judged by.
fn things(requirement: &Requirement<'_>) -> BTreeSet<EntityRef> {
    let keys = requirement.doors.iter().flat_map(|door| &door.keys).map(|key| EntityRef::from(&key.id));
    let pages = requirement.pages.iter().flat_map(|required| &required.pages).map(|page| EntityRef::from(&page.id));
    let backups = backups(requirement);
    std::iter::once(requirement.reference.clone()).chain(keys).chain(pages).chain(backups).collect()
}

fn backups(requirement: &Requirement<'_>) -> Vec<EntityRef> {
    match &requirement.data {
        RequiredData::Parts(parts) => parts.iter().flatten().map(|backup| EntityRef::from(&backup.id)).collect(),
        RequiredData::None | RequiredData::Unknown => Vec::new(),
    }
}

/// The exercises that somebody could do: sign in at what they can open, follow a page, bring a service back, or all of that for one service
/// and what lies below it.
fn candidates(readiness: &Readiness<'_>, who: &EntityRef, now: &State<'_, '_>) -> Vec<Candidate> {
    let mut order: Vec<usize> = (0..now.services.len()).collect();
    order.sort_by_key(|index| now.services.get(*index).map(|service| (!service.is_live, service.tier)));
    let mut candidates = Vec::new();
    let mut all_keys = BTreeSet::new();
    for index in order {
        let (Some(service), Some(requirement)) = (now.services.get(index), readiness.requirements.get(index)) else {
            continue;
        };
        if candidates.len() >= MOST_WEIGHED {
            break;
        }
        let parts = Parts::of(readiness, who, service, requirement);
        all_keys.extend(parts.keys.iter().cloned());
        candidates.extend(parts.candidates());
        let below = requirement.below.iter().filter_map(|below| {
            Some(Parts::of(readiness, who, now.services.get(*below)?, readiness.requirements.get(*below)?))
        });
        candidates.push(below.fold(parts, Parts::and).whole());
    }
    candidates.push(signing_in(all_keys));
    candidates.retain(|candidate| !candidate.subjects.is_empty());
    candidates
}

fn signing_in(keys: BTreeSet<EntityRef>) -> Candidate {
    let (begin, each) = SIGN_IN;
    let minutes = begin + each * u64::try_from(keys.len()).unwrap_or_default();
    Candidate { exercise_type: ExerciseType::AccessCheck, subjects: keys, minutes }
}

/// What is left to be shown of a service.
#[derive(Default)]
struct Parts {
    keys: BTreeSet<EntityRef>,
    /// Pages to be followed, with their minutes.
    pages: BTreeMap<EntityRef, u64>,
    /// What is restored together.
    restored: BTreeSet<EntityRef>,
    restore_minutes: u64,
}

impl Parts {
    fn of(
        readiness: &Readiness<'_>,
        who: &EntityRef,
        service: &ServiceVerdict<'_>,
        requirement: &Requirement<'_>,
    ) -> Self {
        let open = |judged: &Judged| {
            let reasons = judged.reasons.iter().filter(|reason| reason.level > Level::Broken);
            reasons.cloned().collect::<Vec<_>>()
        };
        let keys = open(&service.access).into_iter().map(|reason| reason.thing).collect();
        let wrote = |page: &Runbook| readiness.kb.is_author(who, page, readiness.snapshot) == Some(true);
        let wanted: BTreeSet<EntityRef> = open(&service.know_how).into_iter().map(|reason| reason.thing).collect();
        let active: Vec<(&Runbook, RunbookType)> = requirement
            .pages
            .iter()
            .flat_map(|required| required.pages.iter().map(|page| (*page, required.of)))
            .filter(|(page, _)| page.is_active() && !wrote(page))
            .collect();
        let pages = active
            .iter()
            .map(|(page, _)| (EntityRef::from(&page.id), minutes(page).unwrap_or(A_PAGE)))
            .filter(|(page, _)| wanted.contains(page))
            .collect();
        let mut restored = BTreeSet::new();
        let mut restore_minutes = 0;
        if !service.data.is_broken() && service.data.level() < Level::Proven {
            let restores = active.iter().filter(|(_, of)| *of == RunbookType::Restore).map(|(page, _)| *page);
            let restores: Vec<&Runbook> = restores.collect();
            let rto = requirement.service.rto.as_ref().and_then(Stated::known).map(|rto| rto.minutes());
            let named = restores.iter().find(|page| backup_names(requirement, page)).and_then(|page| minutes(page));
            let any = || restores.iter().find_map(|page| minutes(page));
            restore_minutes = named.or_else(any).or(rto).unwrap_or(A_RESTORE);
            // The page that a backup names rather than one about all that runs there.
            let named = |page: &&&Runbook| backup_names(requirement, page);
            let page = restores.iter().find(named).or(restores.first());
            restored.extend(page.map(|page| EntityRef::from(&page.id)));
            restored.extend(backups(requirement));
            restored.insert(requirement.reference.clone());
        }
        Self { keys, pages, restored, restore_minutes }
    }

    fn candidates(&self) -> Vec<Candidate> {
        let one = |key: &EntityRef| signing_in(BTreeSet::from([key.clone()]));
        let mut candidates: Vec<Candidate> = self.keys.iter().map(one).collect();
        candidates.push(signing_in(self.keys.clone()));
        candidates.extend(self.pages.iter().map(|(page, minutes)| Candidate {
            exercise_type: ExerciseType::Partial,
            subjects: BTreeSet::from([page.clone()]),
            minutes: *minutes,
        }));
        candidates.push(Candidate {
            exercise_type: ExerciseType::Restore,
            subjects: self.restored.clone(),
            minutes: self.restore_minutes,
        });
        candidates
    }

    fn and(mut self, other: Self) -> Self {
        self.keys.extend(other.keys);
        self.pages.extend(other.pages);
        self.restored.extend(other.restored);
        self.restore_minutes += other.restore_minutes;
        self
    }

    /// All of it in one go.
    fn whole(self) -> Candidate {
        let pages = self.pages.iter().filter(|(page, _)| !self.restored.contains(*page));
        let minutes = signing_in(self.keys.clone()).minutes + pages.map(|(_, minutes)| minutes).sum::<u64>();
        let minutes = minutes + self.restore_minutes;
        let subjects = self.keys.into_iter().chain(self.pages.into_keys()).chain(self.restored).collect();
        Candidate { exercise_type: ExerciseType::Takeover, subjects, minutes }
    }
}

/// Whether one of the backups of a service says that it is brought back by a page.
fn backup_names(requirement: &Requirement<'_>, page: &Runbook) -> bool {
    match &requirement.data {
        RequiredData::Parts(parts) => {
            parts.iter().flatten().any(|backup| backup.restore.known().is_some_and(|restore| *restore == page.id))
        }
        RequiredData::None | RequiredData::Unknown => false,
    }
}

fn minutes(page: &Runbook) -> Option<u64> {
    page.head()?.time.known().map(|time| time.minutes())
}
