//! In which order things come back, how long that takes, and which deadline is missed (`domain.md` §5.5).
//!
//! From what is lost follows what has to be brought back (`loss`), in which order (`order`), in which time each (`time`), and when each is
//! back with one person at work, and with two (`schedule`). A length that nobody knows is never taken for none: what it is part of is
//! told as a lower bound.

mod loss;
mod order;
mod say;
pub mod schedule;
#[cfg(test)]
mod tests;
mod time;

use std::collections::{BTreeMap, BTreeSet};

use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, RunbookId};
use crate::scalar::{Duration, Stated};

use loss::Loss;
pub use order::{Cycle, cycles};
use schedule::Schedule;
pub use time::Time;

/// What is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Every host and every service that people rely on, but for what others run for us.
    Everything,
    /// These, and what stands on them.
    These(BTreeSet<EntityRef>),
}

/// How things come back.
#[derive(Debug)]
pub struct Plan<'kb> {
    /// What has to be brought back, by wave and then in order.
    pub items: Vec<Item<'kb>>,
    /// Services that are not lost and stand still until others are back, with what they wait for.
    pub waiting: Vec<(&'kb EntityRef, Vec<&'kb EntityRef>)>,
    /// The domains that a lost provider keeps.
    pub domains: Vec<&'kb EntityRef>,
    /// The credentials that lie in something lost.
    pub unreadable: Vec<&'kb EntityRef>,
    /// The backups of which no copy is left.
    pub gone: Vec<&'kb EntityRef>,
    /// The loops of hard dependencies among what has to be brought back.
    pub cycles: Vec<Cycle<'kb>>,
    /// When each is back if one person does it all.
    pub alone: Schedule<'kb>,
    /// When each is back if two do.
    pub together: Schedule<'kb>,
}

/// Something that has to be brought back.
#[derive(Clone, Debug)]
pub struct Item<'kb> {
    /// What.
    pub thing: &'kb EntityRef,
    /// In which wave, from 0: everything that it needs is back before.
    pub wave: usize,
    /// How long it takes.
    pub time: Time<'kb>,
    /// The page that says how.
    pub page: Option<&'kb RunbookId>,
    /// What of the others has to be back before, by position.
    pub needs: BTreeSet<usize>,
    /// How long it may be down, where that is known.
    pub deadline: Option<Duration>,
    /// Whether what it holds is in no copy any more.
    pub is_without_copy: bool,
}

/// Works out how things come back.
#[must_use]
pub fn plan<'kb>(kb: &'kb KnowledgeBase, lost: &Lost) -> Plan<'kb> {
    let loss = Loss::of(kb, lost);
    let positions: BTreeMap<&EntityRef, usize> =
        loss.things.iter().enumerate().map(|(index, thing)| (*thing, index)).collect();
    let needs: Vec<BTreeSet<usize>> = loss
        .things
        .iter()
        .enumerate()
        .map(|(index, thing)| {
            let below = kb.all_needs(thing).into_iter().filter_map(|below| positions.get(below).copied());
            below.filter(|below| *below != index).collect()
        })
        .collect();
    let ranks = order::ranks(&needs);
    let order = order::order(&ranks, &loss.things);
    let places: BTreeMap<usize, usize> = order.iter().enumerate().map(|(place, index)| (*index, place)).collect();
    let items: Vec<Item<'kb>> = order
        .iter()
        .filter_map(|index| {
            let thing = *loss.things.get(*index)?;
            let before = needs.get(*index).into_iter().flatten().filter(|needed| ranks.is_before(**needed, *index));
            Some(Item {
                thing,
                wave: ranks.wave(*index),
                time: time::of(kb, thing, &loss.things),
                page: time::page(kb, thing).map(|page| &page.id),
                needs: before.filter_map(|needed| places.get(needed).copied()).collect(),
                deadline: deadline(kb, thing),
                is_without_copy: loss.is_without_copy(kb, thing),
            })
        })
        .collect();
    let alone = Schedule::of(kb, &items, &loss.waiting, 1);
    let together = Schedule::of(kb, &items, &loss.waiting, 2);
    let cycles = cycles(kb, &loss.things);
    let Loss { waiting, domains, unreadable, gone, .. } = loss;
    Plan { items, waiting, domains, unreadable, gone, cycles, alone, together }
}

/// Returns how long something may be down: a service as it says; anything else as long as nobody waits for it.
fn deadline(kb: &KnowledgeBase, thing: &EntityRef) -> Option<Duration> {
    match thing {
        EntityRef::Service(id) => kb.catalog.services.get(id)?.mtd.as_ref().and_then(Stated::known).copied(),
        _ => None,
    }
}
