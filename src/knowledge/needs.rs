//! What a thing cannot work without, and what cannot work without it.

use std::collections::BTreeSet;

use crate::catalog::Entity;
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind};

/// The fields through which a thing of a kind needs others, beside the hard dependencies of services.
fn fields(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Service => &["runs_on"],
        Kind::Host => &["provider"],
        Kind::Domain => &["registrar", "dns"],
        Kind::MailFlow => &["via", "from_domains"],
        Kind::Credential => &["store"],
        Kind::Backup => &["copies", "encryption_key"],
        _ => &[],
    }
}

/// All of these fields: who names a thing in one of them may need it.
const FIELDS: [&str; 9] =
    ["runs_on", "provider", "registrar", "dns", "via", "from_domains", "store", "copies", "encryption_key"];

impl KnowledgeBase {
    /// Returns what a thing cannot work without, directly: where a service runs and what it hard-depends on, who lends a host, who
    /// keeps a domain, the vault of a credential, where copies lie and what decrypts them. In order, each once.
    #[must_use]
    pub fn needs(&self, thing: &EntityRef) -> BTreeSet<&EntityRef> {
        let mut needs = BTreeSet::new();
        let Some(entity) = self.catalog.entities.get(thing) else { return needs };
        for field in fields(thing.kind()) {
            each_reference(entity, field, |reference| _ = needs.insert(reference));
        }
        if let EntityRef::Service(id) = thing
            && let Some(service) = self.catalog.services.get(id)
        {
            needs.extend(service.depends_on.iter().filter(|dependency| dependency.hard).map(|hard| &hard.on));
        }
        // Whoever needs itself is told so by a check; here it would only be a detour.
        needs.remove(thing);
        needs
    }

    /// Returns what cannot work without a thing, directly: the inverse of [`Self::needs`].
    #[must_use]
    pub fn needed_by(&self, thing: &EntityRef) -> BTreeSet<&EntityRef> {
        let mut needed_by = BTreeSet::new();
        for field in FIELDS {
            needed_by.extend(self.referring(thing, field).filter(|from| fields(from.kind()).contains(&field)));
        }
        let is_hard = |from: &&EntityRef| match from {
            EntityRef::Service(id) => self.catalog.services.get(id).is_some_and(|service| {
                service.depends_on.iter().any(|dependency| dependency.hard && dependency.on == *thing)
            }),
            _ => false,
        };
        needed_by.extend(self.referring(thing, "depends_on").filter(is_hard));
        needed_by
    }

    /// Returns all that a thing cannot work without, however far below, without the thing itself. A cycle ends where it began.
    #[must_use]
    pub fn all_needs<'kb>(&'kb self, thing: &'kb EntityRef) -> BTreeSet<&'kb EntityRef> {
        reach(thing, |thing| self.needs(thing))
    }

    /// Returns all that cannot work without a thing, however far above, without the thing itself.
    #[must_use]
    pub fn all_needed_by<'kb>(&'kb self, thing: &'kb EntityRef) -> BTreeSet<&'kb EntityRef> {
        reach(thing, |thing| self.needed_by(thing))
    }
}

/// What is reached from a thing, each once; in time that grows with the edges.
fn reach<'kb>(
    from: &'kb EntityRef,
    next: impl Fn(&'kb EntityRef) -> BTreeSet<&'kb EntityRef>,
) -> BTreeSet<&'kb EntityRef> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(thing) = open.pop() {
        open.extend(next(thing).into_iter().filter(|next| *next != from && reached.insert(*next)));
    }
    reached
}

fn each_reference<'a>(entity: &'a Entity, field: &str, mut found: impl FnMut(&'a EntityRef)) {
    for fact in entity.facts.iter().filter(|fact| fact.name == field) {
        fact.value.references(&mut found);
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
  runs_on: [host:srv1]
  depends_on: [{ref: service:login}, {ref: service:mail, hard: false}, {ref: domain:example}]
login:
  name: Login
  runs_on: [host:srv1]
  depends_on: [{ref: service:wiki}, {ref: service:login}]
mail:
  name: Mail
  runs_on: [provider:relay]
-- runbooks/inventory/hosts.yaml --
srv1:
  name: srv1
  provider: rack
-- runbooks/inventory/providers.yaml --
rack:
  name: Rack
relay:
  name: Relay
names:
  name: Names
-- runbooks/inventory/domains.yaml --
example:
  name: example.org
  fqdn: example.org
  registrar: names
  dns: names
";

    fn said(of: impl Fn(&KnowledgeBase, &EntityRef) -> Vec<String>, thing: &str) -> Vec<String> {
        let snapshot = Snapshot::from_archive(PROJECT);
        let config = config::read(&snapshot, "Test", &|_| true).value;
        let kb = knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 26)).value;
        of(&kb, &kb.names.find(thing).unwrap())
    }

    fn words(things: BTreeSet<&EntityRef>) -> Vec<String> {
        things.into_iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_needed_is_where_it_runs_and_what_it_hard_depends_on() {
        let needs = |thing: &str| said(|kb, thing| words(kb.needs(thing)), thing);
        assert_eq!(needs("service:wiki"), ["service:login", "host:srv1", "domain:example"]);
        assert_eq!(needs("service:login"), ["service:wiki", "host:srv1"]);
        assert_eq!(needs("host:srv1"), ["provider:rack"]);
        assert_eq!(needs("provider:rack"), [""; 0]);
    }

    #[test]
    fn what_needs_a_thing_is_the_inverse() {
        let needed_by = |thing: &str| said(|kb, thing| words(kb.needed_by(thing)), thing);
        assert_eq!(needed_by("provider:names"), ["domain:example"]);
        assert_eq!(needed_by("service:mail"), [""; 0]);
        assert_eq!(needed_by("domain:example"), ["service:wiki"]);
    }

    #[test]
    fn what_is_far_below_and_above_is_found_in_spite_of_cycles() {
        let below = |thing: &str| said(|kb, thing| words(kb.all_needs(thing)), thing);
        let above = |thing: &str| said(|kb, thing| words(kb.all_needed_by(thing)), thing);
        assert_eq!(
            below("service:login"),
            ["service:wiki", "host:srv1", "provider:names", "provider:rack", "domain:example"]
        );
        assert_eq!(above("provider:rack"), ["service:login", "service:wiki", "host:srv1"]);
    }
}
