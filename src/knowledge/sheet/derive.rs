//! What follows from several fields, and what should follow and does not.

use std::collections::BTreeSet;

use crate::catalog::Entity;
use crate::catalog::fact::{Fact, Value};
use crate::catalog::person::{HeldRole, Person, Role};
use crate::diagnostic::message;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::money::Account;
use crate::knowledge::money::exact::Sums;
use crate::names::{EntityRef, Kind};
use crate::records::exercise::Exercise;
use crate::scalar::{Money, Stated};

use super::Answer;
use super::tier::Tier;

/// How early it must be back: an order for those who bring it back, beside promises to everybody.
pub(super) fn tier<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    let tier = Tier::of(entity).filter(|_| kb.is_whole())?;
    Some(Answer::Derived(Value::Word { set: "tier", word: tier.number() }))
}

/// Who else may act for a service: another person whose role reaches it. Somebody has to be there for what people rely on.
pub(super) fn second<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    let owner = Value::find(&entity.facts, "owner");
    let reached: BTreeSet<&EntityRef> =
        std::iter::once(&entity.reference).chain(references(&entity.facts, "runs_on")).collect();
    // People only, who are few: to go through all things for every service would take time that grows with their square.
    let others = kb.catalog.people.values().filter(|person| person.stays() && acts_for(person, &reached));
    let others: Vec<Value> = others
        .map(|person| Value::Reference(EntityRef::from(&person.id)))
        .filter(|person| owner != Some(person))
        .collect();
    if !others.is_empty() {
        return Some(Answer::Derived(Value::List(others)));
    }
    is_relied_on(entity).then(|| Answer::Missing(message!("missing-second")))
}

/// The machines below a service, with how one reaches them.
pub(super) fn machines<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    let hosts = references(&entity.facts, "runs_on").filter(|reference| reference.kind() == Kind::Host);
    let known = hosts.map(|host| kb.with(host, &["addresses", "ssh"]));
    derived(known.filter(|value| matches!(value, Value::Group(_))).collect())
}

/// What opens the things that it stands on.
pub(super) fn opened_below<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    derived(named_by(kb, &below(kb, entity), Kind::Credential, "opens", &["opens", "holders"], entity))
}

/// The backups of the things that it stands on.
pub(super) fn backups_below<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    derived(named_by(kb, &below(kb, entity), Kind::Backup, "covers", &["schedule", "copies", "restore"], entity))
}

/// The contracts of the things that it stands on.
pub(super) fn contracts_below<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    derived(named_by(kb, &below(kb, entity), Kind::Contract, "covers", &["covers", "renews_on"], entity))
}

/// Says that nothing opens a thing.
pub(super) fn no_access<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    (!kb.catalog.is_retired(&entity.reference) && openers(kb, entity).is_empty())
        .then(|| Answer::Missing(message!("missing-access")))
}

/// Says that all that opens a thing lies in one pair of hands, or in none that stays.
pub(super) fn no_second_holder<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    if kb.catalog.is_retired(&entity.reference) {
        return None;
    }
    let keys = match entity.reference.kind() {
        Kind::Credential => BTreeSet::from([&entity.reference]),
        _ => openers(kb, entity),
    };
    let keys: Vec<&Entity> = keys.into_iter().filter_map(|key| kb.catalog.entities.get(key)).collect();
    // Where holders are unknown, the gap is shown as such already.
    if keys.iter().any(|key| matches!(Value::find(&key.facts, "holders"), Some(Value::Unknown))) {
        return None;
    }
    let holders: BTreeSet<&EntityRef> = keys.iter().flat_map(|key| references(&key.facts, "holders")).collect();
    let staying: Vec<&EntityRef> = holders.iter().copied().filter(|holder| kb.is_staying(holder)).collect();
    match staying[..] {
        [] if !holders.is_empty() => Some(Answer::Missing(message!("missing-holder"))),
        [only] => Some(Answer::Missing(message!("missing-second-holder", holder = kb.title(only)))),
        _ => None,
    }
}

/// Says that what a service holds is in no backup.
pub(super) fn no_backup<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    let holds = !matches!(Value::find(&entity.facts, "data"), Some(Value::None(_)));
    let saved = kb.referring(&entity.reference, "covers").any(|backup| is(backup, Kind::Backup));
    let missing = holds && !saved && !kb.catalog.is_retired(&entity.reference) && backups_below(kb, entity).is_none();
    missing.then(|| Answer::Missing(message!("missing-backup")))
}

/// Says that no contract covers what is not ours.
pub(super) fn no_contract<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    let is_ours = matches!(Value::find(&entity.facts, "provider"), Some(Value::Word { word: "self", .. }));
    let covered = |thing: &EntityRef| kb.referring(thing, "covers").any(|contract| is(contract, Kind::Contract));
    // A contract of a machine is one of its provider as well, seen from the provider.
    let below = below(kb, entity);
    let above = kb.referring(&entity.reference, "provider");
    let is_covered = std::iter::once(&entity.reference).chain(below).chain(above).any(covered);
    (!is_ours && !is_covered).then(|| Answer::Missing(message!("missing-contract")))
}

/// Says that no page tells what to do about what people rely on.
pub(super) fn no_pages<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    let missing = is_relied_on(entity) && kb.pages_about(&entity.reference).next().is_none();
    missing.then(|| Answer::Missing(message!("missing-pages")))
}

/// Says that nothing is known to serve a project.
pub(super) fn no_service<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    let served = kb.referring(&entity.reference, "serves").next().is_some();
    (!served).then(|| Answer::Missing(message!("missing-service")))
}

/// What the services of a project cannot work without, however far below: when one of these fails, the project is told.
pub(super) fn stands_on<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    let services = kb.referring(&entity.reference, "serves").filter(|service| !kb.catalog.is_retired(service));
    let below: BTreeSet<&EntityRef> = services.flat_map(|service| kb.all_needs(service)).collect();
    let machines = below.into_iter().filter(|of| matches!(of.kind(), Kind::Host | Kind::Provider | Kind::Domain));
    derived(machines.map(|of| Value::Reference(of.clone())).collect())
}

/// The mail that is sent for the services of a project, and by whom.
pub(super) fn mail_flows<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    let services = kb.referring(&entity.reference, "serves").filter(|service| !kb.catalog.is_retired(service));
    let flows = services.flat_map(|service| kb.referring(service, "used_by"));
    let flows: BTreeSet<&EntityRef> = flows.filter(|from| is(from, Kind::MailFlow)).collect();
    derived(flows.into_iter().map(|flow| kb.with(flow, &["via"])).collect())
}

/// The last day on which a contract that renews itself can be given up.
pub(super) fn decide_by<'kb>(_: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    let find = |name| Value::find(&entity.facts, name);
    match (find("renews_on")?, find("notice")?, find("auto_renew")?) {
        (Value::Date(renews_on), Value::Duration(notice), Value::Bool(true)) => {
            notice.before(*renews_on).map(|date| Answer::Derived(Value::Date(date)))
        }
        _ => None,
    }
}

/// What a contract costs in a year.
pub(super) fn yearly_cost<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    let EntityRef::Contract(id) = &entity.reference else { return None };
    kb.catalog.contracts.get(id)?.price().rounded().map(|money| Answer::Derived(Value::Money(money)))
}

/// What a project costs in a year, by the shares of the contracts: an amount for each currency.
pub(super) fn project_cost<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    let EntityRef::Project(id) = &entity.reference else { return None };
    derived(amounts(&kb.cost_of_project(id)))
}

/// What a year costs, brings, and ends with, for each currency.
pub(super) fn balance<'kb>(kb: &'kb KnowledgeBase, _: &'kb Entity) -> Option<Answer<'kb>> {
    let ledger = kb.ledger();
    let account = |account: Account| {
        let Account { cost, receipts, balance, reserve: _, runway: _ } = account;
        let fact = |name, money| Fact { name, value: Value::Money(money) };
        let facts = [("cost", Some(cost)), ("receipts", receipts), ("balance", balance)];
        Value::Group(facts.into_iter().filter_map(|(name, money)| Some(fact(name, money?))).collect())
    };
    // What was set aside says nothing of a year.
    let moves = |account: &Account| account.cost.minor > 0 || account.receipts.is_some_and(|money| money.minor > 0);
    derived(ledger.accounts().filter(moves).map(account).collect())
}

/// Amounts of several currencies, rounded.
fn amounts(sums: &Sums) -> Vec<Value> {
    sums.iter().map(|(currency, amount)| Value::Money(Money { minor: amount.rounded(), currency })).collect()
}

/// When somebody last left a provider by the way that is written down, be it with a sample, and how long that took; nothing where it
/// did not work, which the page of the exercise says.
pub(super) fn exit_tried<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    let EntityRef::Provider(id) = &entity.reference else { return None };
    let exercise = kb.exit_tried(kb.catalog.providers.get(id)?).filter(|exercise| exercise.has_worked())?;
    Some(tried(exercise))
}

/// When something last worked that a partner did, or helped with, and how long that took: what was agreed is a word, this is access.
pub(super) fn tried_with<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> Option<Answer<'kb>> {
    kb.last_tried_with(&entity.reference).map(tried)
}

fn tried<'kb>(exercise: &Exercise) -> Answer<'kb> {
    let mut facts = vec![Fact { name: "on", value: Value::Date(exercise.file.date) }];
    let took = exercise.took.as_ref().and_then(Stated::known);
    facts.extend(took.map(|took| Fact { name: "took", value: Value::Duration(*took) }));
    Answer::Derived(Value::Group(facts))
}

/// What a thing stands on: the hosts and providers of a service and theirs, the provider of a host, the registrar and name servers
/// of a domain.
fn below<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> BTreeSet<&'kb EntityRef> {
    let mut below = BTreeSet::new();
    for field in ["runs_on", "provider", "registrar", "dns"] {
        for reference in references(&entity.facts, field) {
            below.insert(reference);
            let next = kb.catalog.entities.get(reference);
            below.extend(next.into_iter().flat_map(|next| references(&next.facts, "provider")));
        }
    }
    below
}

/// The credentials that open a thing, or what it stands on.
fn openers<'kb>(kb: &'kb KnowledgeBase, entity: &'kb Entity) -> BTreeSet<&'kb EntityRef> {
    let things = std::iter::once(&entity.reference).chain(below(kb, entity));
    things
        .flat_map(|thing| kb.referring(thing, "opens"))
        .filter(|credential| is(credential, Kind::Credential))
        .collect()
}

/// What names one of these things in a field, each once, with details; but not what names the thing itself, which has its own line.
fn named_by(
    kb: &KnowledgeBase,
    things: &BTreeSet<&EntityRef>,
    kind: Kind,
    field: &str,
    details: &[&str],
    except: &Entity,
) -> Vec<Value> {
    let names = |thing: &EntityRef| -> BTreeSet<&EntityRef> {
        kb.referring(thing, field).filter(|from| is(from, kind)).collect()
    };
    let named: BTreeSet<&EntityRef> = things.iter().flat_map(|thing| names(thing)).collect();
    let own = names(&except.reference);
    named.difference(&own).map(|reference| kb.with(reference, details)).collect()
}

/// The things that a field names, however deep.
fn references<'a>(facts: &'a [Fact], field: &str) -> impl Iterator<Item = &'a EntityRef> {
    let mut found = Vec::new();
    if let Some(fact) = facts.iter().find(|fact| fact.name == field) {
        fact.value.references(&mut |reference| found.push(reference));
    }
    found.into_iter()
}

/// Whether a person has a role that lets them act for one of these things; a role without a scope reaches everything.
fn acts_for(person: &Person, things: &BTreeSet<&EntityRef>) -> bool {
    let acts = |held: &&HeldRole| matches!(held.role, Role::PrimaryAdmin | Role::BackupAdmin | Role::ServiceOwner);
    let mut roles = person.roles.known().into_iter().flatten().filter(acts);
    roles.any(|held| held.scope.is_empty() || held.scope.iter().any(|thing| things.contains(thing)))
}

/// Whether people rely on a service.
fn is_relied_on(entity: &Entity) -> bool {
    matches!(Value::find(&entity.facts, "lifecycle"), Some(Value::Word { word: "production", .. }))
}

fn is(reference: &EntityRef, kind: Kind) -> bool {
    reference.kind() == kind
}

fn derived<'kb>(values: Vec<Value>) -> Option<Answer<'kb>> {
    (!values.is_empty()).then_some(Answer::Derived(Value::List(values)))
}
