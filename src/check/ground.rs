//! What stands on what, at hand for checks that go far up or down from many things: [`KnowledgeBase::needs`], asked once of each.

use std::collections::BTreeMap;

use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;

/// The things, each by a number, with what it needs and what needs it.
pub(super) struct Ground<'kb> {
    things: Vec<&'kb EntityRef>,
    numbers: BTreeMap<&'kb EntityRef, usize>,
    below: Vec<Vec<usize>>,
    above: Vec<Vec<usize>>,
}

/// Which things were reached. Used again for each search, so that a search takes no longer than what it finds.
pub(super) struct Reached {
    is_found: Vec<bool>,
    found: Vec<usize>,
}

impl<'kb> Ground<'kb> {
    pub(super) fn new(kb: &'kb KnowledgeBase) -> Self {
        let things: Vec<&EntityRef> = kb.catalog.entities.keys().collect();
        let numbers: BTreeMap<&EntityRef, usize> =
            things.iter().enumerate().map(|(number, thing)| (*thing, number)).collect();
        let needs =
            |thing: &&'kb EntityRef| kb.needs(thing).iter().filter_map(|need| numbers.get(need)).copied().collect();
        let below: Vec<Vec<usize>> = things.iter().map(needs).collect();
        let mut above = vec![Vec::new(); things.len()];
        for (number, needs) in below.iter().enumerate() {
            needs.iter().for_each(|need| above[*need].push(number));
        }
        Self { things, numbers, below, above }
    }

    /// Makes room for what a search will reach.
    pub(super) fn nothing(&self) -> Reached {
        Reached { is_found: vec![false; self.things.len()], found: Vec::new() }
    }

    /// Adds a thing and all that it needs, however far below.
    pub(super) fn go_down(&self, from: &EntityRef, reached: &mut Reached) {
        self.spread(&self.below, from, reached);
    }

    /// Adds a thing and all that needs it, however far above.
    pub(super) fn go_up(&self, from: &EntityRef, reached: &mut Reached) {
        self.spread(&self.above, from, reached);
    }

    fn spread(&self, edges: &[Vec<usize>], from: &EntityRef, reached: &mut Reached) {
        let Some(start) = self.numbers.get(from) else { return };
        let mut open = vec![*start];
        while let Some(number) = open.pop() {
            if !reached.is_found[number] {
                reached.is_found[number] = true;
                reached.found.push(number);
                open.extend(&edges[number]);
            }
        }
    }

    /// Whether a thing was reached.
    pub(super) fn has(&self, reached: &Reached, thing: &EntityRef) -> bool {
        self.numbers.get(thing).is_some_and(|number| reached.is_found[*number])
    }

    /// Returns what was reached.
    pub(super) fn found(&self, reached: &Reached) -> impl Iterator<Item = &'kb EntityRef> {
        reached.found.iter().map(|number| self.things[*number])
    }
}

impl Reached {
    /// Forgets what was reached.
    pub(super) fn clear(&mut self) {
        for number in self.found.drain(..) {
            self.is_found[number] = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;

    use super::*;
    use crate::config;
    use crate::history::History;
    use crate::knowledge;
    use crate::source::Snapshot;

    #[test]
    fn what_is_reached_is_what_is_known_to_be_needed() {
        let snapshot = Snapshot::from_archive(
            "\
-- book.toml --
[releve]
-- runbooks/inventory/services.yaml --
wiki: {name: Wiki, depends_on: [{ref: service:login}]}
login: {name: Login, runs_on: [host:srv1], depends_on: [{ref: service:wiki}]}
chat: {name: Chat}
-- runbooks/inventory/hosts.yaml --
srv1: {name: srv1}
",
        );
        let config = config::read(&snapshot, "Test", &|_| true).value;
        let kb = knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 26)).value;
        let ground = Ground::new(&kb);
        let mut reached = ground.nothing();
        let mut check = |thing: &EntityRef, is_down: bool, known: BTreeSet<&EntityRef>| {
            reached.clear();
            if is_down {
                ground.go_down(thing, &mut reached);
            } else {
                ground.go_up(thing, &mut reached);
            }
            let found: BTreeSet<&EntityRef> = ground.found(&reached).filter(|found| *found != thing).collect();
            assert_eq!(found, known, "{thing}");
            assert!(ground.has(&reached, thing));
        };
        for thing in kb.catalog.entities.keys() {
            check(thing, true, kb.all_needs(thing));
            check(thing, false, kb.all_needed_by(thing));
        }
    }
}
