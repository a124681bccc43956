//! What a record is worth on a day, and until when: windows, age and drift (`domain.md` §5.2).

use jiff::civil::Date;

use crate::catalog::fact::Value;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::sheet::Tier;
use crate::names::{EntityRef, Kind};
use crate::records::exercise::{Exercise, ExerciseType};
use crate::scalar::Duration;

use super::{Evidence, Standing};

/// What an exercise shows about a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// One can get in.
    Access,
    /// One can do it.
    KnowHow,
    /// The data comes back.
    Data,
}

/// How far something is shown, from nothing to the whole. In words, never as a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Something is missing.
    Broken,
    /// It is written down.
    OnPaper,
    /// It was shown, by somebody or by hearsay.
    Shown,
    /// They did it themselves.
    Proven,
}

impl Level {
    /// Returns so many levels less; what is written down stays written down.
    #[must_use]
    pub fn less(self, levels: u8) -> Self {
        let lowered = match (self, levels) {
            (level, 0) => level,
            (Self::Proven, 1) => Self::Shown,
            _ => Self::OnPaper,
        };
        lowered.min(self)
    }
}

impl Link {
    /// Tells what an exercise shows about one of its subjects.
    pub(super) fn of(exercise: &Exercise, subject: &EntityRef) -> Self {
        let exercise_type = exercise.exercise_type.known().copied();
        match (subject.kind(), exercise_type) {
            (Kind::Runbook, _) => Self::KnowHow,
            (_, Some(ExerciseType::AccessCheck)) => Self::Access,
            // Whoever looked at a backup, or made one, has brought nothing back.
            (Kind::Backup, Some(ExerciseType::Restore | ExerciseType::Takeover))
            | (Kind::Service | Kind::Host, Some(ExerciseType::Restore)) => Self::Data,
            (Kind::Credential | Kind::Domain | Kind::Provider, _) => Self::Access,
            _ => Self::KnowHow,
        }
    }
}

/// A way in is soon closed by somebody else: a key is changed, an account ends.
const ACCESS: Duration = Duration::days(180);
/// Data of what must be back within a day.
const URGENT_DATA: Duration = Duration::days(180);
/// Other data.
const DATA: Duration = Duration::days(365);
/// A page that one has followed.
const KNOW_HOW: Duration = Duration::days(365);

/// How long it counts that somebody who takes over opened their copy of the site (`domain.md` §5.3).
pub const COPY: Duration = Duration::days(90);
/// How long a rehearsal of the whole takeover counts (`domain.md` §5.4).
pub const REHEARSAL: Duration = Duration::days(365);

impl KnowledgeBase {
    /// Returns how long an exercise about a thing is good for.
    #[must_use]
    pub fn window(&self, link: Link, subject: &EntityRef) -> Duration {
        if let EntityRef::Runbook(id) = subject
            && let Some(every) = self.runbooks.get(id).and_then(|runbook| runbook.head()?.evidence_every)
        {
            return every;
        }
        match link {
            Link::Access => ACCESS,
            Link::KnowHow => KNOW_HOW,
            Link::Data if self.is_urgent(subject) => URGENT_DATA,
            Link::Data => DATA,
        }
    }

    /// Whether something must be back within a day, or saves or carries what must. While nobody says, it counts as urgent.
    fn is_urgent(&self, subject: &EntityRef) -> bool {
        let Some(entity) = self.catalog.entities.get(subject) else { return false };
        match subject.kind() {
            Kind::Service => Tier::of(entity).is_none_or(|tier| tier == Tier::First),
            Kind::Host => self.referring(subject, "runs_on").any(|service| self.is_urgent(service)),
            Kind::Backup => {
                // Nobody says of what it is a copy: it may be of what must be back first.
                let mut covers_something = false;
                let mut is_urgent = false;
                if let Some(covers) = Value::find(&entity.facts, "covers") {
                    covers.references(&mut |covered| {
                        covers_something = true;
                        let stands = matches!(covered.kind(), Kind::Service | Kind::Host);
                        is_urgent |= stands && self.is_urgent(covered);
                    });
                }
                is_urgent || !covers_something
            }
            _ => false,
        }
    }
}

impl Evidence<'_> {
    /// Whether it worked, with or without fixes.
    #[must_use]
    pub fn has_worked(&self) -> bool {
        self.exercise.has_worked()
    }

    /// Returns what it is worth while it is fresh and nothing has changed.
    #[must_use]
    pub fn fresh_level(&self) -> Level {
        match self.standing {
            _ if !self.has_worked() || !self.is_done() => Level::OnPaper,
            Standing::Own => Level::Proven,
            Standing::Reported(_) => Level::Shown,
            Standing::Uncommitted | Standing::Foretold => Level::OnPaper,
        }
    }

    /// Returns what it is worth on a day. What changed since takes a level, known or not: what nobody can compare is not the same.
    #[must_use]
    pub fn level(&self, as_of: Date) -> Level {
        if as_of < self.exercise.file.date {
            return Level::OnPaper;
        }
        let is_past = |end: Option<Date>| end.is_some_and(|end| as_of > end);
        let drifted = !self.drift.is_nothing();
        let lost = u8::from(is_past(self.trust_until())) + u8::from(is_past(self.spent_after())) + u8::from(drifted);
        self.fresh_level().less(lost)
    }

    /// Returns the last day on which it is worth as much as on the first.
    #[must_use]
    pub fn trust_until(&self) -> Option<Date> {
        self.window.after(self.exercise.file.date)
    }

    /// Returns the last day on which it is worth anything.
    #[must_use]
    pub fn spent_after(&self) -> Option<Date> {
        self.window.after(self.exercise.file.date).and_then(|once| self.window.after(once))
    }
}
