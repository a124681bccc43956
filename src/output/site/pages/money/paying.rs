//! Who can pay, and what stops when what pays it ends.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::catalog::contract::Contract;
use crate::catalog::fact::Value;
use crate::catalog::person::Person;
use crate::diagnostic::message;
use crate::knowledge::amount::amount;
use crate::knowledge::money::PaysBy;
use crate::knowledge::money::exact::Sums;
use crate::knowledge::people::{in_order, speaks_in_law};
use crate::names::EntityRef;
use crate::output::site::here::{Here, Link};
use crate::scalar::Money;

/// Who can pay.
#[derive(Debug, Serialize)]
pub(super) struct Payer {
    link: Link,
    /// Why, as words.
    why: Vec<String>,
    /// The keys of the bank that they hold.
    keys: Vec<Link>,
}

/// Something that pays contracts, and ends.
#[derive(Debug, Serialize)]
pub(super) struct Card {
    /// When, for programs: `2027-05-31`.
    day: String,
    /// What ends, when, and what that comes to in a year.
    said: String,
    contracts: Vec<Link>,
}

/// Returns who can pay, in the order in which one turns to people; then partners who hold a key. Nothing in an edition: it does not tell
/// who holds what.
pub(super) fn payers(here: &Here<'_>) -> Vec<Payer> {
    if !here.is_whole() {
        return Vec::new();
    }
    let payers = here.kb().payers();
    let people: Vec<EntityRef> = in_order(here.kb()).into_iter().map(|person| EntityRef::from(&person.id)).collect();
    let others = payers.keys().filter(|who| !people.contains(who));
    let all = people.iter().chain(others).filter_map(|who| Some((who, payers.get(who)?)));
    all.filter_map(|(who, why)| payer(here, who, why)).collect()
}

fn payer(here: &Here<'_>, who: &EntityRef, why: &BTreeSet<PaysBy<'_>>) -> Option<Payer> {
    let (mut said, mut keys) = (Vec::new(), Vec::new());
    for why in why {
        match why {
            PaysBy::Office => said.push(here.words().word("role-treasurer")),
            PaysBy::Contract => said.push(here.words().word("money-pays-contract")),
            PaysBy::Key(key) => keys.extend(here.link_to(&EntityRef::from(*key))),
        }
    }
    Some(Payer { link: here.link_to(who)?, why: said, keys })
}

/// Returns who may speak to the bank in law, and lets others in.
pub(super) fn speakers(here: &Here<'_>) -> Vec<Link> {
    let speaks = |person: &&Person| here.is_whole() && person.stays() && speaks_in_law(here.kb(), person);
    let people = in_order(here.kb()).into_iter().filter(speaks);
    people.filter_map(|person| here.link_to(&EntityRef::from(&person.id))).collect()
}

/// Returns the cards and mandates that end, the first in front: contracts that name the same end and the same payer are paid by one.
pub(super) fn cards(here: &Here<'_>) -> Vec<Card> {
    let kb = here.kb();
    let mut cards: BTreeMap<(Date, Option<&EntityRef>), Vec<&Contract>> = BTreeMap::new();
    for contract in kb.catalog.contracts.values() {
        // What the page of a contract does not tell stands nowhere.
        let facts = kb.catalog.entities.get(&EntityRef::from(&contract.id)).map(|entity| &entity.facts);
        let end = facts.and_then(|facts| Value::find(facts, "method_expires_on"));
        if let Some(Value::Date(end)) = end {
            cards.entry((*end, contract.paid_by.known())).or_default().push(contract);
        }
    }
    cards.into_iter().map(|((end, _), contracts)| card(here, end, &contracts)).collect()
}

fn card(here: &Here<'_>, end: Date, contracts: &[&Contract]) -> Card {
    let mut sums = Sums::default();
    for (currency, amount) in contracts.iter().flat_map(|contract| contract.price().sums().iter().collect::<Vec<_>>()) {
        sums.add(currency, amount);
    }
    let a_year: Vec<String> =
        sums.iter().map(|(currency, sum)| amount(here.words(), Money { minor: sum.rounded(), currency })).collect();
    let (date, count) = (here.date(end), contracts.len());
    let said = if a_year.is_empty() {
        message!("money-card.unpriced", date = date, count = count)
    } else {
        message!("money-card", date = date, count = count, amount = a_year.join(" + "))
    };
    Card {
        day: end.to_string(),
        said: here.words().say(&said),
        contracts: contracts.iter().filter_map(|contract| here.link_to(&EntityRef::from(&contract.id))).collect(),
    }
}
