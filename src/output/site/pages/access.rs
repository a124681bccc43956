//! Where the doors are and who has the keys; never a value.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::catalog::Entity;
use crate::catalog::credential::{Credential, SecondFactorType, Vault};
use crate::catalog::fact::Value;
use crate::knowledge::people::in_order;
use crate::names::{EntityRef, Kind};
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::contact::{bond, leaves};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::tree::{entities, list_title};
use crate::output::site::value::{FactView, ValueView, label};
use crate::scalar::{Email, Stated};

/// What the kinds of things that have a door are called in the order of the page: an account opens machines, not the reverse.
const DOORS: [Kind; 5] = [Kind::Provider, Kind::Domain, Kind::Host, Kind::Service, Kind::Backup];

/// The kinds of which each thing must have a key.
const LOCKED: [Kind; 3] = [Kind::Provider, Kind::Domain, Kind::Host];

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct AccessView {
    title: String,
    groups: Vec<Group>,
    holders: Vec<Holder>,
    /// The doors that no key is written down for.
    without_key: Vec<Link>,
}

/// The credentials that open things of one kind.
#[derive(Debug, Serialize)]
struct Group {
    /// The place of the group, for jumps.
    id: String,
    title: String,
    credentials: Vec<Key>,
}

#[derive(Debug, Serialize)]
struct Key {
    link: Link,
    facts: Vec<FactView>,
}

/// Somebody with keys.
#[derive(Debug, Serialize)]
struct Holder {
    link: Link,
    /// That they leave on a day; of a partner, that nothing is agreed, or until when.
    leaves: Option<String>,
    /// What they can open that nobody else can.
    alone: Vec<Link>,
    /// What they can open as others can.
    with_others: Vec<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, AccessView) {
    let title = here.title(&Page::Access);
    let mut chrome = Chrome::new(here, &title);
    chrome.ending =
        Some(Ending::general(here, here.link_to_page(&Page::Contacts).or_else(|| here.link_to_page(&Page::Start))));
    let view = AccessView { title, groups: groups(here), holders: holders(here), without_key: without_key(here) };
    let words = here.words();
    let place = |id: &str, name: &str| TocEntry::new(id, words.word(name));
    chrome.toc.extend((!view.without_key.is_empty()).then(|| place("_without-key", "site-without-key")));
    chrome.toc.extend(view.groups.iter().map(|group| TocEntry::new(&group.id, group.title.clone())));
    chrome.toc.push(place("_by-person", "site-by-person"));
    (chrome, view)
}

/// The credentials, each once: first those that open the places where others lie, then by what they open.
fn groups(here: &Here<'_>) -> Vec<Group> {
    let catalog = &here.kb().catalog;
    let vaults: BTreeSet<&EntityRef> = catalog.credentials.values().filter_map(vault).collect();
    let ours: BTreeSet<&str> =
        catalog.domains.values().filter_map(|domain| Some(domain.fqdn.known()?.as_str())).collect();
    let mut groups: BTreeMap<usize, Vec<Key>> = BTreeMap::new();
    for entity in entities(here.kb(), Kind::Credential) {
        let EntityRef::Credential(id) = &entity.reference else { continue };
        let Some(credential) = catalog.credentials.get(id) else { continue };
        let opens = || credential.opens.known().into_iter().flatten();
        // A key that lies in the vault it opens gets nobody into it.
        let group = if opens().any(|door| vaults.contains(door)) && opens().all(|door| Some(door) != vault(credential))
        {
            0
        } else {
            let place = |door: &EntityRef| DOORS.iter().position(|kind| *kind == door.kind());
            opens().filter_map(place).min().map_or(DOORS.len() + 1, |place| place + 1)
        };
        groups.entry(group).or_default().extend(key(here, entity, credential, &ours));
    }
    let title = |group: usize| match group.checked_sub(1).map(|place| DOORS.get(place)) {
        None => here.words().word("site-opens-vaults"),
        Some(Some(kind)) => here.words().word(list_title(*kind)),
        Some(None) => here.words().word("site-opens-unknown"),
    };
    groups
        .into_iter()
        .map(|(group, credentials)| Group { id: format!("_keys-{group}"), title: title(group), credentials })
        .collect()
}

/// The service or provider that a secret lies in.
fn vault(credential: &Credential) -> Option<&EntityRef> {
    match credential.store.known()?.vault.known()? {
        Vault::Reference(vault) => Some(vault),
        Vault::Place(_) => None,
    }
}

fn key(here: &Here<'_>, entity: &Entity, credential: &Credential, ours: &BTreeSet<&str>) -> Option<Key> {
    let words = here.words();
    let none = |why: &str| ValueView::missing(words.word(why));
    let mut facts = Vec::new();
    let mut say = |label: String, value: ValueView| facts.push(FactView { label: Some(label), value });
    for field in ["opens", "kind", "store", "holders", "second_factor", "recovery", "shared", "rotate_every"] {
        let Some(value) = Value::find(&entity.facts, field) else { continue };
        say(label(here, field), ValueView::new(here, value));
        match field {
            "holders" if holders_of(credential).len() == 1 => {
                say(words.word("derived-second-holder"), none("site-one-holder"));
            }
            "second_factor" if lacks_spare(credential) => say(label(here, "spare"), none("site-one-factor")),
            _ => {}
        }
    }
    if !credential.reset_via.is_empty() {
        let addresses = credential.reset_via.iter().map(|email| reset(here, email, ours)).collect();
        say(label(here, "reset_via"), ValueView::list(addresses));
    }
    Some(Key { link: here.described(&entity.reference)?, facts })
}

/// Whether a second factor is asked for that nobody has a spare of: neither a second person nor a second piece.
fn lacks_spare(credential: &Credential) -> bool {
    credential.second_factor.known().is_some_and(|factor| {
        factor.factor_type != Stated::Known(SecondFactorType::None)
            && factor.spare.is_none()
            && factor.held_by.len() < 2
    })
}

/// A mail address that can reset a credential, and whether its mail arrives with us: then it is gone when we are.
fn reset(here: &Here<'_>, email: &Email, ours: &BTreeSet<&str>) -> ValueView {
    let address = ValueView::link(email.to_url().to_string(), email.as_str());
    let domain = email.as_str().rsplit_once('@').map_or("", |(_, domain)| domain);
    // The domain itself, then what it lies below.
    let above = domain.match_indices('.').map(|(dot, _)| &domain[dot + 1..]);
    let is_ours = std::iter::once(domain).chain(above).any(|name| ours.contains(name));
    let ours = is_ours.then(|| ValueView::gap(here.words().word("site-reset-ours")));
    ValueView::row(std::iter::once(address).chain(ours))
}

/// The holders of a credential, each once.
fn holders_of(credential: &Credential) -> BTreeSet<&EntityRef> {
    credential.holders.known().into_iter().flatten().collect()
}

/// What each person and partner holds; people come in the order in which one turns to them, also those who hold nothing.
fn holders(here: &Here<'_>) -> Vec<Holder> {
    let catalog = &here.kb().catalog;
    let mut held: BTreeMap<&EntityRef, (Vec<Link>, Vec<Link>)> = BTreeMap::new();
    for entity in entities(here.kb(), Kind::Credential) {
        let EntityRef::Credential(id) = &entity.reference else { continue };
        let holders = catalog.credentials.get(id).map(holders_of).unwrap_or_default();
        for holder in &holders {
            let Some(link) = here.link_to(&entity.reference) else { continue };
            let (alone, with_others) = held.entry(*holder).or_default();
            if holders.len() == 1 { alone.push(link) } else { with_others.push(link) }
        }
    }
    let people = in_order(here.kb()).into_iter().map(|person| (EntityRef::from(&person.id), leaves(here, person)));
    let partners = entities(here.kb(), Kind::Partner).into_iter();
    let partners = partners.map(|entity| (entity.reference.clone(), bond(here, &entity.reference)));
    let holder = |(reference, leaves): (EntityRef, Option<String>)| {
        let (alone, with_others) = held.get(&reference).cloned().unwrap_or_default();
        let shown = reference.kind() == Kind::Person || !alone.is_empty() || !with_others.is_empty();
        let link = here.link_to(&reference).filter(|_| shown)?;
        Some(Holder { link, leaves, alone, with_others })
    };
    people.chain(partners).filter_map(holder).collect()
}

/// The doors that no credential opens, with what kind of thing each is.
fn without_key(here: &Here<'_>) -> Vec<Link> {
    let credentials = here.kb().catalog.credentials.values();
    let opened: BTreeSet<&EntityRef> =
        credentials.filter_map(|credential| credential.opens.known()).flatten().collect();
    let things = LOCKED.into_iter().flat_map(|kind| entities(here.kb(), kind));
    let link = |entity: &Entity| {
        let kind = here.words().word(&format!("kind-{}", entity.reference.kind().name()));
        Some(Link { note: Some(kind), ..here.link_to(&entity.reference)? })
    };
    things.filter(|entity| !opened.contains(&entity.reference)).filter_map(link).collect()
}
