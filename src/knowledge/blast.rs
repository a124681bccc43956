//! What happens when something fails: what falls with it, what loses something, and whom to tell.

use std::collections::{BTreeMap, BTreeSet};

use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind, ProjectId};

/// What happens when something fails.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Blast<'kb> {
    /// What cannot work without it, however far above: services first, then the rest by reference.
    pub falls: Vec<&'kb EntityRef>,
    /// Services that depend on something that falls, and can do without it for a while.
    pub weakened: Vec<&'kb EntityRef>,
    /// The projects to tell, each with the services that it loses.
    pub tell: BTreeMap<ProjectId, Vec<&'kb EntityRef>>,
}

impl Blast<'_> {
    /// Whether nothing depends on it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.falls.is_empty() && self.weakened.is_empty() && self.tell.is_empty()
    }
}

impl KnowledgeBase {
    /// Tells what happens when a thing fails. What is kept for its history falls no more.
    #[must_use]
    pub fn blast<'kb>(&'kb self, thing: &'kb EntityRef) -> Blast<'kb> {
        let above: BTreeSet<&EntityRef> =
            self.all_needed_by(thing).into_iter().filter(|above| !self.catalog.is_retired(above)).collect();
        let down = || above.iter().copied().chain([thing]);
        let soft = down().flat_map(|down| self.referring(down, "depends_on"));
        let weakened: BTreeSet<&EntityRef> =
            soft.filter(|from| *from != thing && !above.contains(from) && !self.catalog.is_retired(from)).collect();
        let mut tell: BTreeMap<ProjectId, Vec<&EntityRef>> = BTreeMap::new();
        for down in down() {
            let EntityRef::Service(id) = down else { continue };
            let serves = self.catalog.services.get(id).map(|service| service.serves.as_slice()).unwrap_or_default();
            for project in serves {
                tell.entry(project.clone()).or_default().push(down);
            }
        }
        let mut falls: Vec<&EntityRef> = above.into_iter().collect();
        falls.sort_by_key(|of| (of.kind() != Kind::Service, *of));
        Blast { falls, weakened: weakened.into_iter().collect(), tell }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::config;
    use crate::history::History;
    use crate::knowledge;
    use crate::source::Snapshot;

    const PROJECT: &str = "\
-- book.toml --
[releve]
-- runbooks/inventory/services.yaml --
wiki:
  name: Wiki
  runs_on: ['host:srv1']
  serves: [garden]
  depends_on: [{ref: 'service:mail', hard: false}, {ref: 'service:front'}]
front: {name: Front, runs_on: ['host:srv1']}
mail: {name: Mail, runs_on: ['host:srv2'], serves: [garden, choir]}
old: {name: Old, lifecycle: retired, runs_on: ['host:srv1']}
-- runbooks/inventory/hosts.yaml --
srv1: {name: srv1, provider: rack}
srv2: {name: srv2}
-- runbooks/inventory/providers.yaml --
rack: {name: Rack}
-- runbooks/inventory/projects.yaml --
garden: {name: Garden}
choir: {name: Choir}
";

    fn said(thing: &str) -> [String; 3] {
        let snapshot = Snapshot::from_archive(PROJECT);
        let config = config::read(&snapshot, "Test", &|_| true).value;
        let kb = knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 26)).value;
        let thing = kb.names.find(thing).unwrap();
        let blast = kb.blast(&thing);
        let words = |things: &[&EntityRef]| things.iter().map(|of| of.id()).collect::<Vec<_>>().join(" ");
        let tell = blast.tell.iter().map(|(project, services)| format!("{project}: {}", words(services)));
        [words(&blast.falls), words(&blast.weakened), tell.collect::<Vec<_>>().join(", ")]
    }

    #[test]
    fn what_falls_is_told_with_whom_to_tell_and_what_is_only_weaker() {
        assert_eq!(said("provider:rack"), ["front wiki srv1", "", "garden: wiki"]);
        assert_eq!(said("service:front"), ["wiki", "", "garden: wiki"]);
        assert_eq!(said("service:mail"), ["", "wiki", "choir: mail, garden: mail"]);
    }

    #[test]
    fn where_nothing_depends_on_it_nothing_is_told() {
        assert_eq!(said("project:choir"), ["", "", ""]);
        assert_eq!(said("service:old"), ["", "", ""]);
    }
}
