//! What becomes of a verdict if nobody does anything: each day on which it changes.

use jiff::civil::Date;

use crate::knowledge::evidence::{Level, Link};
use crate::names::EntityRef;

use super::gate::Gate;
use super::verdict::{ServiceVerdict, Standby};

/// A change of a verdict that comes by itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Transition {
    /// On which day.
    pub day: Date,
    /// What changes.
    pub change: Change,
}

/// What changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// A gate shuts, or opens.
    Gate {
        /// Which one.
        gate: Gate,
        /// Whether it is open then.
        is_open: bool,
    },
    /// A service becomes worth less, or more.
    Service {
        /// Which one.
        service: EntityRef,
        /// What it becomes.
        to: Level,
    },
    /// A link of a service does, whatever the service is worth.
    Link {
        /// Of which service.
        service: EntityRef,
        /// Which one.
        link: Link,
        /// What it becomes.
        to: Level,
    },
    /// The last rehearsal of a takeover is a year ago, or one is not.
    Rehearsed(bool),
}

impl Standby<'_> {
    /// Returns the changes after a day, in their order.
    #[must_use]
    pub fn transitions(&self, after: Date) -> Vec<Transition> {
        let gates = self.gates.iter().flat_map(|gate| {
            let steps = gate.course.after(after);
            steps.map(|(day, is_open)| Transition { day, change: Change::Gate { gate: gate.gate, is_open } })
        });
        let services = self.live().flat_map(|service| {
            let steps = service.course.after(after);
            let change = |to| Change::Service { service: service.service.clone(), to };
            steps.map(move |(day, to)| Transition { day, change: change(to) })
        });
        let links = self.live().flat_map(|service| links(service, after));
        let rehearsed = self.rehearsed.after(after);
        let rehearsed = rehearsed.map(|(day, is)| Transition { day, change: Change::Rehearsed(is) });
        let mut transitions: Vec<Transition> = gates.chain(services).chain(links).chain(rehearsed).collect();
        transitions.sort_unstable();
        transitions
    }
}

impl Standby<'_> {
    /// Returns the first change after a day that makes something worth less.
    #[must_use]
    pub fn first_to_fall(&self, day: Date) -> Option<Transition> {
        let service = |of: &EntityRef| self.services.iter().find(|service| service.service == of);
        let is_fall = |change: &Change| match change {
            Change::Service { service: of, to } => service(of).is_some_and(|of| of.course.at(day) > *to),
            Change::Link { service: of, link, to } => service(of).is_some_and(|of| of.link(*link).course.at(day) > *to),
            Change::Gate { is_open, .. } => !is_open,
            Change::Rehearsed(is_rehearsed) => !is_rehearsed,
        };
        self.transitions(day).into_iter().find(|transition| is_fall(&transition.change))
    }
}

fn links<'s>(service: &'s ServiceVerdict<'_>, after: Date) -> impl Iterator<Item = Transition> + use<'s> {
    [Link::Access, Link::KnowHow, Link::Data].into_iter().flat_map(move |link| {
        let steps = service.link(link).course.after(after);
        let change = move |to| Change::Link { service: service.service.clone(), link, to };
        steps.map(move |(day, to)| Transition { day, change: change(to) })
    })
}
