//! What an exercise depends on: the facts and steps that, when they change, make the proof one of something else.
//!
//! Few on purpose: a new logo or a better sentence in a summary does not make a restore less proven; another host does.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Entity;
use crate::catalog::fact::{Fact, Value};
use crate::difference;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::compare::step_words as words;
use crate::names::{EntityRef, Kind};
use crate::runbook::Runbook;

/// A fact that evidence depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackedFact {
    /// Of what.
    pub of: EntityRef,
    /// Which one.
    pub name: TrackedName,
    /// What it says; of a step, its text.
    pub value: Value,
}

/// Which fact of a thing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrackedName {
    /// A field, or `needs` of a page.
    Field(&'static str),
    /// A step of a page, by its id.
    Step(String),
}

/// A fact that is not what it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Of what.
    pub of: EntityRef,
    /// Which one.
    pub name: TrackedName,
    /// What it said; nothing when it was not there.
    pub was: Option<Value>,
    /// What it says; nothing when it is not there any more.
    pub is: Option<Value>,
}

/// Returns the fields of a kind that evidence depends on.
fn fields(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Service => &["runs_on", "software", "depends_on", "data"],
        Kind::Host => &["provider", "addresses", "os", "console"],
        Kind::Backup => &["covers", "tool", "copies", "encryption_key"],
        Kind::Credential => &["store", "holders", "second_factor", "recovery"],
        _ => &[],
    }
}

impl KnowledgeBase {
    /// Returns the facts that evidence about a thing depends on, in a fixed order: of a page, its steps and what it needs, then the
    /// facts of the things that it is about; of a backup, its own and those of what it covers.
    #[must_use]
    pub fn tracked(&self, subject: &EntityRef) -> Vec<TrackedFact> {
        let EntityRef::Runbook(id) = subject else {
            return self.tracked_of_entity(subject).into_iter().chain(self.tracked_of_covered(subject)).collect();
        };
        let Some(runbook) = self.runbooks.get(id) else { return Vec::new() };
        let of_subjects = runbook.subjects.iter().flat_map(|subject| self.tracked_of_entity(subject));
        of_page(subject, runbook).into_iter().chain(of_subjects).collect()
    }

    /// What came back from a backup is what was in it then: another version of what it covers is another restore.
    fn tracked_of_covered(&self, subject: &EntityRef) -> Vec<TrackedFact> {
        let EntityRef::Backup(id) = subject else { return Vec::new() };
        let covers = self.catalog.backups.get(id).and_then(|backup| backup.covers.known()).into_iter().flatten();
        let covered: BTreeSet<&EntityRef> = covers.map(|cover| &cover.of).collect();
        covered.into_iter().flat_map(|covered| self.tracked_of_entity(covered)).collect()
    }

    fn tracked_of_entity(&self, subject: &EntityRef) -> Vec<TrackedFact> {
        let Some(entity) = self.catalog.entities.get(subject) else { return Vec::new() };
        let fact = |name: &&'static str| {
            let value = value_of(entity, name)?;
            Some(TrackedFact { of: subject.clone(), name: TrackedName::Field(name), value })
        };
        fields(subject.kind()).iter().filter_map(fact).collect()
    }
}

/// Returns the part of a field that evidence depends on.
fn value_of(entity: &Entity, name: &str) -> Option<Value> {
    match (name, Value::find(&entity.facts, name)?) {
        ("software", Value::Group(facts)) => Some(Value::Group(software(facts))),
        ("depends_on", Value::List(dependencies)) => {
            let hard: Vec<Value> = dependencies.iter().filter_map(hard_dependency).collect();
            (!hard.is_empty()).then_some(Value::List(hard))
        }
        // How people take their data away does not matter to who brings it back.
        ("data", Value::Group(facts)) => Value::find(facts, "class").cloned(),
        (_, value) => Some(value.clone()),
    }
}

/// The name of a software and its version, as far as a change may matter: bug fixes do not.
fn software(facts: &[Fact]) -> Vec<Fact> {
    let minor = |version: &str| version.splitn(3, '.').take(2).collect::<Vec<_>>().join(".");
    let fact = |name: &'static str| {
        let value = match Value::find(facts, name)? {
            Value::Code(version) if name == "version" => Value::Code(minor(version)),
            value => value.clone(),
        };
        Some(Fact { name, value })
    };
    ["name", "version"].into_iter().filter_map(fact).collect()
}

/// What a service cannot do without.
fn hard_dependency(dependency: &Value) -> Option<Value> {
    let Value::Group(facts) = dependency else { return None };
    let is_hard = Value::find(facts, "hard") != Some(&Value::Bool(false));
    Value::find(facts, "ref").filter(|_| is_hard).cloned()
}

fn of_page(of: &EntityRef, runbook: &Runbook) -> Vec<TrackedFact> {
    let text = runbook.document.text.as_str();
    let step = |step: &crate::runbook::outline::Step| TrackedFact {
        of: of.clone(),
        name: TrackedName::Step(step.id.clone()),
        value: Value::Text(words(step, step.span.text(text))),
    };
    let mut tracked: Vec<TrackedFact> = runbook.outline.steps.iter().map(step).collect();
    if !runbook.needs().is_empty() {
        let needs = runbook.needs().iter().map(|credential| Value::Reference(credential.into())).collect();
        tracked.push(TrackedFact { of: of.clone(), name: TrackedName::Field("needs"), value: Value::List(needs) });
    }
    tracked
}

/// Compares what was with what is: the differences in the order of what is, then what is not there any more.
#[must_use]
pub fn differences(then: &[TrackedFact], now: &[TrackedFact]) -> Vec<Difference> {
    let key = |fact: &TrackedFact| (fact.of.clone(), fact.name.clone());
    let mut old: BTreeMap<(EntityRef, TrackedName), &TrackedFact> = then.iter().map(|fact| (key(fact), fact)).collect();
    let mut found = Vec::new();
    for fact in now {
        let was = old.remove(&key(fact)).map(|old| &old.value);
        if was.is_none_or(|was| !is_same(was, &fact.value)) {
            let (of, name) = key(fact);
            found.push(Difference { of, name, was: was.cloned(), is: Some(fact.value.clone()) });
        }
    }
    // A step with another id and the same words is the same step.
    found.retain(|difference| {
        let Difference { of, name: TrackedName::Step(_), was: None, is: Some(is) } = difference else { return true };
        let is_it = |(key, was): &(&(EntityRef, TrackedName), &&TrackedFact)| {
            key.0 == *of && matches!(key.1, TrackedName::Step(_)) && is_same(&was.value, is)
        };
        let Some(was) = old.iter().find(is_it).map(|(key, _)| key.clone()) else { return true };
        old.remove(&was);
        false
    });
    let gone = then.iter().filter(|fact| old.contains_key(&key(fact)));
    found.extend(gone.map(|fact| {
        let (of, name) = key(fact);
        Difference { of, name, was: Some(fact.value.clone()), is: None }
    }));
    found
}

/// Whether two values say the same. The order of a list says nothing: holders written the other way round are the same holders.
fn is_same(was: &Value, is: &Value) -> bool {
    match (was, is) {
        (Value::List(was), Value::List(is)) => {
            let sorted = |values: &[Value]| {
                let mut values: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
                values.sort_unstable();
                values
            };
            was.len() == is.len() && sorted(was) == sorted(is)
        }
        // A text with its lines broken elsewhere says what it said.
        (Value::Text(was), Value::Text(is)) => difference::is_same(was, is),
        (was, is) => was == is,
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
-- runbooks/restore.md --
---
title: Restore
type: restore
for: [service:cloud]
needs: [keys]
---
## Steps

1. Open the vault. {#open}
2. Bring the files back.

   ```sh
   restic restore latest
   ```
-- runbooks/inventory/hosts.yaml --
srv1: {name: One, type: virtual, provider: self}
srv2: {name: Two, type: virtual, provider: self}
-- runbooks/inventory/services.yaml --
cloud:
  name: Cloud
  software: {name: Nextcloud, version: 31.0.4, license: AGPL-3.0-only}
  runs_on: [host:srv1, host:srv2]
  depends_on: [{ref: host:srv1, hard: false}, {ref: host:srv2}]
  data: personal
-- runbooks/inventory/credentials.yaml --
keys: {name: Keys}
";

    fn known(archive: &str) -> KnowledgeBase {
        let snapshot = Snapshot::from_archive(archive);
        let config = config::read(&snapshot, "Test", &|_| true).value;
        knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 26)).value
    }

    /// Says what differs for the page when the project is changed.
    fn changed(from: &str, to: &str) -> Vec<String> {
        assert!(PROJECT.contains(from), "{from}");
        let (then, now) = (known(PROJECT), known(&PROJECT.replace(from, to)));
        let page = |kb: &KnowledgeBase| {
            let page = kb.names.resolve(Kind::Runbook, "restore").unwrap();
            kb.tracked(&page)
        };
        let say = |difference: Difference| {
            let name = match difference.name {
                TrackedName::Field(name) => name.to_owned(),
                TrackedName::Step(id) => format!("step {id}"),
            };
            let mark = |value: &Option<Value>| if value.is_some() { "+" } else { "-" };
            format!("{} {name} {}{}", difference.of, mark(&difference.was), mark(&difference.is))
        };
        differences(&page(&then), &page(&now)).into_iter().map(say).collect()
    }

    #[test]
    fn what_a_page_needs_its_steps_and_its_subjects_are_tracked() {
        assert_eq!(changed("restore latest", "restore last"), ["runbook:restore step bring-the-files-back ++"]);
        assert_eq!(
            changed("files back.", "file back. {#back}"),
            ["runbook:restore step back -+", "runbook:restore step bring-the-files-back +-"]
        );
        assert_eq!(changed("needs: [keys]\n", ""), ["runbook:restore needs +-"]);
        assert_eq!(changed("[host:srv1, host:srv2]", "[host:srv1]"), ["service:cloud runs_on ++"]);
        assert_eq!(changed("31.0.4", "31.1.0"), ["service:cloud software ++"]);
        assert_eq!(changed("{ref: host:srv2}", "{ref: host:srv2, hard: false}"), ["service:cloud depends_on +-"]);
        assert_eq!(
            changed("1. Open the vault. {#open}\n2.", "1. Call. {#call}\n2."),
            ["runbook:restore step call -+", "runbook:restore step open +-"]
        );
    }

    #[test]
    fn what_does_not_weaken_a_proof_is_not_tracked() {
        for (from, to) in [
            ("31.0.4", "31.0.9"),
            ("[host:srv1, host:srv2]", "[host:srv2, host:srv1]"),
            ("{ref: host:srv1, hard: false}, ", ""),
            ("name: Cloud", "name: Clouds"),
            ("## Steps\n", "## Steps\n\nFirst read.\n"),
            ("2. Bring the files back.", "2. Bring the files\n   back."),
            ("2. Bring the files back.", "2. Bring the files back. {#back}"),
            ("1. Open the vault. {#open}\n2.", "4. Open the vault. {#open}  \n5."),
        ] {
            assert_eq!(changed(from, to), [""; 0], "{from}");
        }
    }
}
