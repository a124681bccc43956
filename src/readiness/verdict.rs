//! Verdicts: of a link, of a service, of somebody who stands by for all of them.

use jiff::civil::Date;

use crate::knowledge::evidence::{Level, Link};
use crate::knowledge::sheet::Tier;
use crate::names::EntityRef;

use super::course::Course;
use super::gate::GateVerdict;
use super::reason::{Reason, Why};

/// How far something is shown, and why no farther.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// How far, on each day.
    pub course: Course<Level>,
    /// What keeps it, on the day of judgement, from being proven; nothing of what is.
    pub reasons: Vec<Reason>,
}

impl Judged {
    /// Returns what needs no proof.
    pub(super) fn proven() -> Self {
        Self { course: Course::always(Level::Proven), reasons: Vec::new() }
    }

    /// Returns what cannot be had at all.
    pub(super) fn broken(thing: &EntityRef, why: Why) -> Self {
        Self::held(Level::Broken, thing, why)
    }

    /// Returns what is only written down.
    pub(super) fn on_paper(thing: &EntityRef, why: Why) -> Self {
        Self::held(Level::OnPaper, thing, why)
    }

    fn held(level: Level, thing: &EntityRef, why: Why) -> Self {
        Self { course: Course::always(level), reasons: vec![Reason { level, thing: thing.clone(), why }] }
    }

    /// Adds what an exercise shows; `doubt` is why that is no more.
    pub(super) fn shown(self, thing: &EntityRef, course: &Course<Level>, doubt: Option<Why>, today: Date) -> Self {
        let level = course.at(today);
        // What was once shown, and is worth nothing any more, says more than that nothing was.
        let tells_more = level > self.level() || level == self.level() && doubt.is_some() && self.is_never();
        let reasons = match doubt {
            _ if !tells_more => self.reasons,
            _ if level == Level::Proven => Vec::new(),
            doubt => vec![Reason { level, thing: thing.clone(), why: doubt.unwrap_or(Why::ByAnother) }],
        };
        Self { course: self.course.max(course), reasons }
    }

    /// Holds until a day, with that day, and is broken from the next one on.
    pub(super) fn until(mut self, last: Date) -> Self {
        let end = last.tomorrow().ok().map(|day| (day, Level::Broken));
        self.course = self.course.min(&Course::new(Level::Proven, end));
        self
    }

    /// Says why an exercise shows nothing.
    pub(super) fn because(mut self, why: &Why) -> Self {
        if self.is_never() {
            self.reasons.iter_mut().for_each(|reason| reason.why = why.clone());
        }
        self
    }

    fn is_never(&self) -> bool {
        let never = |why: &Why| matches!(why, Why::NeverOpened | Why::NeverFollowed | Why::NeverRestored);
        self.level() == Level::OnPaper && self.reasons.iter().all(|reason| never(&reason.why))
    }

    /// Both are needed: the lesser counts, and what keeps either down.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.course = self.course.min(&other.course);
        self.reasons.extend(other.reasons);
        self.reasons.sort_unstable();
        self.reasons.dedup();
        self
    }

    /// Either does: the better counts, and what keeps it down.
    pub(super) fn or(self, other: Self) -> Self {
        let course = self.course.max(&other.course);
        let better = if other.level() > self.level() { other } else { self };
        Self { course, ..better }
    }

    /// Returns how far it is shown on the day of judgement.
    #[must_use]
    pub fn level(&self) -> Level {
        self.reasons.iter().map(|reason| reason.level).min().unwrap_or(Level::Proven)
    }

    /// Whether it cannot be had at all.
    pub(super) fn is_broken(&self) -> bool {
        self.level() == Level::Broken
    }

    /// Returns what keeps it at the level of the day, and not at a higher one.
    pub fn weakest(&self) -> impl Iterator<Item = &Reason> {
        let level = self.level();
        self.reasons.iter().filter(move |reason| reason.level == level)
    }
}

/// How ready somebody is for a service.
#[derive(Clone, Debug)]
pub struct ServiceVerdict<'kb> {
    /// The service.
    pub service: &'kb EntityRef,
    /// How early it must be back.
    pub tier: Tier,
    /// Whether people rely on it; others are judged only because something depends on them.
    pub is_live: bool,
    /// The links of the service itself.
    pub access: Judged,
    /// Whether they know how.
    pub know_how: Judged,
    /// Whether the data comes back.
    pub data: Judged,
    /// The weakest of these and of the services that it cannot work without, on each day.
    pub course: Course<Level>,
    /// The services below that are worth less than itself, on the day of judgement.
    pub held_by: Vec<&'kb EntityRef>,
}

impl ServiceVerdict<'_> {
    /// Returns one of the links.
    #[must_use]
    pub fn link(&self, link: Link) -> &Judged {
        match link {
            Link::Access => &self.access,
            Link::KnowHow => &self.know_how,
            Link::Data => &self.data,
        }
    }

    /// Returns the weakest of its own links, on each day.
    pub(super) fn own(&self) -> Course<Level> {
        self.access.course.min(&self.know_how.course).min(&self.data.course)
    }
}

/// How ready somebody is to take over: for each service, and as a whole.
#[derive(Clone, Debug)]
pub struct Standby<'kb> {
    /// Who; nobody in particular where all of them are judged together.
    pub who: Option<&'kb EntityRef>,
    /// Each service that people rely on, and those that one of these depends on, by id.
    pub services: Vec<ServiceVerdict<'kb>>,
    /// What must be so before anything else counts.
    pub gates: Vec<GateVerdict>,
    /// Whether a takeover was rehearsed within a year, on each day.
    pub rehearsed: Course<bool>,
}

/// How many services stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Cannot be taken over.
    pub no: usize,
    /// Can, on paper.
    pub on_paper: usize,
    /// Can, in all likelihood.
    pub likely: usize,
    /// Can, as was proven.
    pub proven: usize,
}

impl Counts {
    /// Returns how many there are.
    #[must_use]
    pub fn all(self) -> usize {
        self.no + self.on_paper + self.likely + self.proven
    }
}

/// The most that can be said without a rehearsal within a year (`domain.md` §5.4).
const MOST_WITHOUT_REHEARSAL: u64 = 90;

impl<'kb> Standby<'kb> {
    /// Returns the services that people rely on.
    pub fn live(&self) -> impl Iterator<Item = &ServiceVerdict<'kb>> {
        self.services.iter().filter(|service| service.is_live)
    }

    /// Counts the services that people rely on, by where they stand on a day.
    #[must_use]
    pub fn counts(&self, day: Date) -> Counts {
        let mut counts = Counts::default();
        for service in self.live() {
            *match service.course.at(day) {
                Level::Broken => &mut counts.no,
                Level::OnPaper => &mut counts.on_paper,
                Level::Shown => &mut counts.likely,
                Level::Proven => &mut counts.proven,
            } += 1;
        }
        counts
    }

    /// Whether every gate is open on a day.
    #[must_use]
    pub fn is_open(&self, day: Date) -> bool {
        self.gates.iter().all(|gate| gate.course.at(day))
    }

    /// Returns the figure of a day, from 0 to 100: the sum of weight times value over the sum of weights, rounded; the weights of tiers
    /// 1, 2 and 3 are 4, 2 and 1, the values of the four words 0, 20, 70 and 100. Nothing without services (`domain.md` §5.4).
    #[must_use]
    pub fn figure(&self, day: Date) -> Option<u64> {
        let weights: u64 = self.live().map(|service| weight(service.tier)).sum();
        let sum: u64 = self.live().map(|service| weight(service.tier) * value(service.course.at(day))).sum();
        let figure = (sum + weights / 2).checked_div(weights)?;
        Some(if self.rehearsed.at(day) { figure } else { figure.min(MOST_WITHOUT_REHEARSAL) })
    }
}

/// How much a service weighs.
#[must_use]
pub fn weight(tier: Tier) -> u64 {
    match tier {
        Tier::First => 4,
        Tier::Second => 2,
        Tier::Third => 1,
    }
}

/// What a word is worth.
#[must_use]
pub fn value(level: Level) -> u64 {
    match level {
        Level::Broken => 0,
        Level::OnPaper => 20,
        Level::Shown => 70,
        Level::Proven => 100,
    }
}
