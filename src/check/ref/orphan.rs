//! Something in the inventory that nothing leads to: a leftover, or a gap in what was written.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;

use crate::catalog::Entity;
use crate::catalog::fact::Value;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Message, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind};

pub(in crate::check) static ORPHAN: Check = Check {
    code: Code { name: "ref/orphan", default_severity: Severity::Warning, explanation: explanation!("orphan") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, &CheckContext { kb, .. }: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let in_use = domains_in_use(kb);
    for entity in kb.catalog.entities.values() {
        if let Some((message, help)) = orphan(kb, entity, &in_use) {
            findings.push(Diagnostic::at(code, entity.place, message).help(help));
        }
    }
}

/// Says what misses a thing, and what to do.
///
/// The organisation, backups, mail flows, partners and words stand for themselves: they refer to others, and nobody to them.
fn orphan(kb: &KnowledgeBase, entity: &Entity, in_use: &BTreeSet<&EntityRef>) -> Option<(Message, Message)> {
    let is_named = kb.incoming(&entity.reference).next().is_some();
    let name = entity.reference.to_string();
    match entity.reference.kind() {
        Kind::Service if kb.pages_about(&entity.reference).next().is_none() => Some((
            message!("ref-orphan.service", name = name.as_str()),
            message!("ref-orphan.service-help", name = name.as_str()),
        )),
        Kind::Credential if !refers(entity, "opens") && !entity.is_refused("opens") => {
            Some((message!("ref-orphan.credential", name = name), message!("ref-orphan.credential-help")))
        }
        Kind::Contract if !refers(entity, "covers") && !is_none(entity, "covers") && !entity.is_refused("covers") => {
            Some((message!("ref-orphan.contract", name = name), message!("ref-orphan.contract-help")))
        }
        Kind::Project if !is_named => {
            Some((message!("ref-orphan.project", name = name), message!("ref-orphan.project-help")))
        }
        Kind::Domain if !is_named && !in_use.contains(&entity.reference) => {
            Some((message!("ref-orphan", name = name), message!("ref-orphan.help")))
        }
        Kind::Host | Kind::Provider if !is_named => {
            Some((message!("ref-orphan", name = name), message!("ref-orphan.help")))
        }
        Kind::Person if !is_named && !has_role(entity) && !entity.is_refused("roles") => {
            Some((message!("ref-orphan", name = name), message!("ref-orphan.help")))
        }
        Kind::Organisation
        | Kind::Service
        | Kind::Host
        | Kind::Provider
        | Kind::Domain
        | Kind::Credential
        | Kind::Backup
        | Kind::Person
        | Kind::MailFlow
        | Kind::Project
        | Kind::Contract
        | Kind::Partner
        | Kind::Term
        | Kind::Runbook => None,
    }
}

/// Whether a field of an entity leads to anything.
fn refers(entity: &Entity, field: &str) -> bool {
    let mut refers = false;
    for fact in entity.facts.iter().filter(|fact| fact.name == field) {
        fact.value.references(&mut |_| refers = true);
    }
    refers
}

/// Whether a field gives the reason why there is nothing to say: an insurance covers no machine.
fn is_none(entity: &Entity, field: &str) -> bool {
    matches!(Value::find(&entity.facts, field), Some(Value::None(_)))
}

fn has_role(entity: &Entity) -> bool {
    matches!(Value::find(&entity.facts, "roles"), Some(Value::List(roles)) if !roles.is_empty())
}

/// The domains whose names occur in an address or a text of anything else: nobody writes `depends_on` for every URL. All names are
/// looked for at once, in time that grows with the text.
fn domains_in_use(kb: &KnowledgeBase) -> BTreeSet<&EntityRef> {
    let domains = kb.catalog.entities.values().filter(|entity| entity.reference.kind() == Kind::Domain);
    let named = domains.filter_map(|domain| match Value::find(&domain.facts, "fqdn")? {
        Value::Text(fqdn) | Value::Code(fqdn) => Some((&domain.reference, fqdn)),
        _ => None,
    });
    let (domains, names): (Vec<&EntityRef>, Vec<&String>) = named.unzip();
    let mut in_use = BTreeSet::new();
    // Too many names to look for in one go are millions of domains: none is said to be out of use then.
    let Ok(searcher) = AhoCorasick::new(names) else { return domains.into_iter().collect() };
    for entity in kb.catalog.entities.values() {
        let mut look = |text: &str| {
            let found = searcher.find_overlapping_iter(text).map(|found| domains[found.pattern()]);
            in_use.extend(found.filter(|domain| **domain != entity.reference));
        };
        entity.facts.iter().for_each(|fact| texts(&fact.value, &mut look));
    }
    in_use
}

/// Calls `look` with every text and address in a value.
fn texts(value: &Value, look: &mut impl FnMut(&str)) {
    match value {
        Value::Text(text) | Value::Code(text) | Value::Url(text) => look(text),
        Value::List(values) => values.iter().for_each(|value| texts(value, look)),
        Value::Group(facts) => facts.iter().for_each(|fact| texts(&fact.value, look)),
        _ => {}
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    const USED: &str = "\
-- book.toml --
[releve]
-- runbooks/a.md --
---
title: A
type: operate
for: [service:wiki]
risk: read-only
time: 5m
status: active
---
Voir [le bureau d'enregistrement](provider:gandi).
-- runbooks/inventory/services.yaml --
wiki:
  name: Wiki
  owner: lea
  urls: [https://wiki.example.org]
  runs_on: [host:srv1]
-- runbooks/inventory/hosts.yaml --
srv1:
  name: srv1
-- runbooks/inventory/providers.yaml --
gandi:
  name: Gandi
-- runbooks/inventory/domains.yaml --
example:
  name: example.org
  fqdn: example.org
-- runbooks/inventory/people.yaml --
lea:
  name: Léa
-- runbooks/inventory/credentials.yaml --
root:
  name: root
  opens: [host:srv1]
-- runbooks/inventory/projects.yaml --
garden:
  name: Garden
-- runbooks/inventory/contracts.yaml --
srv1-rent:
  name: Rent of srv1
  covers: [host:srv1]
  share: {garden: 100}
insurance:
  name: Insurance
  covers: {none: the members, not the machines}
-- runbooks/inventory/mail_flows.yaml --
inbox:
  name: Inbox
-- runbooks/inventory/partners.yaml --
friends:
  name: Friends
-- runbooks/inventory/glossary.yaml --
rpo:
  en: RPO
";

    #[test]
    fn what_nothing_leads_to_is_reported() {
        let leftovers = USED
            .replace("for: [service:wiki]", "for: [host:srv1]")
            .replace("  runs_on: [host:srv1]\n", "")
            .replace("(provider:gandi)", "(https://gandi.net)")
            .replace("https://wiki.example.org", "https://wiki.example.net")
            .replace("  owner: lea\n", "")
            .replace("  opens: [host:srv1]\n", "  opens: unknown\n")
            .replace("  covers: [host:srv1]\n  share: {garden: 100}\n", "  covers: unknown\n");
        assert_data_eq!(
            findings(&ORPHAN, &leftovers),
            str![[r#"
runbooks/inventory/contracts.yaml:1:1: `contract:srv1-rent` covers nothing
  help: say in `covers` what it pays for, give the reason as `{none: "…"}`, or end it
runbooks/inventory/credentials.yaml:1:1: `credential:root` opens nothing
  help: say in `opens` what it opens, or delete it
runbooks/inventory/domains.yaml:1:1: nothing refers to `domain:example`
  help: name it where it is used, or delete it
runbooks/inventory/people.yaml:1:1: nothing refers to `person:lea`
  help: name it where it is used, or delete it
runbooks/inventory/projects.yaml:1:1: no service serves `project:garden`, and nothing else refers to it
  help: name it in `serves` of the services that it uses, or delete it
runbooks/inventory/providers.yaml:1:1: nothing refers to `provider:gandi`
  help: name it where it is used, or delete it
runbooks/inventory/services.yaml:1:1: no page is about `service:wiki`
  help: write a page with `for: [service:wiki]`, or delete the service

"#]]
        );
    }

    #[test]
    fn what_something_leads_to_is_left_alone() {
        assert_eq!(findings(&ORPHAN, USED), "");
    }
}
