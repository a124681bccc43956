//! Everything that has a day: what ends by itself, what has to be done again, and what is due already.
//!
//! Days are not compared with that of the build: a page that shows them must not change with it, and whoever reads it knows what day it is.

mod again;
mod ends;
mod occasion;
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests;

use jiff::civil::Date;

use crate::catalog::person::Role;
use crate::names::EntityRef;

use super::KnowledgeBase;
use super::people::with_role;

pub use ends::ending;
pub use occasion::{Occasion, Renewal};

/// Something that has a day.
#[derive(Debug)]
pub struct Event<'kb> {
    /// What it is about.
    pub thing: EntityRef,
    /// What happens to it.
    pub occasion: Occasion<'kb>,
    /// When.
    pub due: Due,
    /// Who has to act.
    pub who: Option<&'kb EntityRef>,
    /// The pages that help, nearest first.
    pub runbooks: Vec<&'kb EntityRef>,
    /// The day of the record from which it follows; nothing of what the inventory says.
    pub recorded: Option<Date>,
}

/// When somebody has to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// As soon as possible: it was never done, or does not count any more.
    Now,
    /// On this day at the latest.
    On(Date),
    /// Some time before the day itself: a notice has to be given.
    Before {
        /// The last day to act.
        last: Date,
        /// The day itself.
        end: Date,
    },
    /// On a day that nobody knows.
    Unknown,
}

impl Event<'_> {
    /// Returns the day that counts: the last one to act on.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        match self.due {
            Due::On(day) | Due::Before { last: day, .. } => Some(day),
            Due::Now | Due::Unknown => None,
        }
    }
}

/// Returns what ends by itself, as the inventory says: first what comes first, then what nobody knows the day of.
#[must_use]
pub fn ends(kb: &KnowledgeBase) -> Vec<Event<'_>> {
    sorted(ends::events(kb, &Deputies::of(kb)))
}

/// Returns everything that has a day, in the same order; what is due already comes before what nobody knows the day of.
///
/// Whose a record is, which decides what it is worth, is not known in an earlier version: there, ask for what [`ends()`]. Nor is anything said
/// about proof to others than admins, who see all of it.
#[must_use]
pub fn events(kb: &KnowledgeBase) -> Vec<Event<'_>> {
    let deputies = Deputies::of(kb);
    let mut events = ends::events(kb, &deputies);
    if kb.is_whole() {
        again::events(kb, &deputies, &mut events);
    }
    sorted(events)
}

fn sorted(mut events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let rank = |due| match due {
        Due::On(_) | Due::Before { .. } => 0,
        Due::Now => 1,
        Due::Unknown => 2,
    };
    events.sort_by(|left, right| {
        let key = |event: &Event<'_>| (rank(event.due), event.day());
        let of = key(left).cmp(&key(right));
        of.then_with(|| (&left.thing, left.occasion).cmp(&(&right.thing, right.occasion)))
    });
    events
}

/// Who acts where a thing names nobody.
struct Deputies<'kb> {
    primary: Option<&'kb EntityRef>,
    backup: Option<&'kb EntityRef>,
    treasurer: Option<&'kb EntityRef>,
}

impl<'kb> Deputies<'kb> {
    fn of(kb: &'kb KnowledgeBase) -> Self {
        let roles = [Role::PrimaryAdmin, Role::BackupAdmin, Role::Treasurer];
        let [primary, backup, treasurer] = roles.map(|role| with_role(kb, role));
        Self { primary, backup, treasurer }
    }

    /// Returns an administrator who is not the one it is about: whoever leaves hands over to those who stay.
    fn admin_beside(&self, thing: &EntityRef) -> Option<&'kb EntityRef> {
        [self.primary, self.backup].into_iter().flatten().find(|admin| *admin != thing)
    }
}
