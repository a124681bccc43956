//! Who to call: people with a telephone, those who run things first; then the support of providers, with what it asks for.

use serde::Serialize;

use crate::catalog::contact::ContactType;
use crate::catalog::person::{Person, Role};
use crate::catalog::provider::{Provider, ProviderKind};
use crate::diagnostic::message;
use crate::knowledge::people::in_order;
use crate::names::EntityRef;
use crate::output::site::contact::in_words;
use crate::output::site::here::{Here, Link};
use crate::output::site::value::ValueView;
use crate::scalar::Stated;
use crate::words::sort_key;

/// How many people, and how many providers, the page shows before it leads to all of them.
const MOST: usize = 5;

/// Somebody to call.
#[derive(Debug, Serialize)]
pub(super) struct Call {
    /// Who; nobody has the role otherwise.
    link: Option<Link>,
    /// What they are there for.
    what: Option<String>,
    /// Numbers, or the gap where there should be one.
    values: Vec<ValueView>,
    /// When they can be reached.
    when: Option<ValueView>,
}

/// Returns who to call, the first to be called first.
pub(super) fn calls(here: &Here<'_>) -> Vec<Call> {
    let mut calls = people(here);
    calls.extend(providers(here));
    calls
}

/// Those who run things, even without a number, because that is a gap; then those who have one. A role that nobody has is a gap
/// before all others.
fn people(here: &Here<'_>) -> Vec<Call> {
    let kb = here.kb();
    let people = in_order(kb).into_iter().filter(|person| person.until.is_none_or(|until| until.0 >= kb.as_of));
    let people: Vec<&Person> = people.collect();
    let vital = [Role::PrimaryAdmin, Role::BackupAdmin];
    let nobody = vital.into_iter().filter(|role| !people.iter().any(|person| roles(person).contains(role)));
    let nobody = nobody.map(|role| Call {
        link: None,
        what: Some(here.word(role)),
        values: vec![ValueView::gap(here.words().word("site-start-nobody"))],
        when: None,
    });
    let call = |person: &&Person| {
        let roles = roles(person);
        let mut numbers = numbers(here, person);
        if numbers.is_empty() && roles.iter().any(|role| vital.contains(role)) {
            numbers.push(ValueView::unknown(here));
        }
        (!numbers.is_empty()).then(|| Call {
            link: here.link_to(&EntityRef::from(&person.id)),
            what: roles.first().map(|role| here.word(*role)),
            values: numbers,
            when: person.availability.as_deref().map(|when| ValueView::prose(here, when)),
        })
    };
    nobody.chain(people.iter().filter_map(call).take(MOST)).collect()
}

/// The roles that somebody has, the nearest to a takeover first.
fn roles(person: &Person) -> Vec<Role> {
    let mut roles: Vec<Role> = person.roles.known().into_iter().flatten().map(|held| held.role).collect();
    roles.sort_unstable();
    roles
}

fn numbers(here: &Here<'_>, person: &Person) -> Vec<ValueView> {
    let contacts = person.contacts.known().into_iter().flatten();
    let phones = contacts.filter(|contact| contact.contact_type == ContactType::Phone);
    let number = |number: &Stated<String>| {
        number.known().map_or_else(|| ValueView::unknown(here), |number| ValueView::channel("phone", number))
    };
    phones.map(|contact| number(&contact.value)).collect()
}

/// The providers that say how their support is reached; those of machines and names first, and these even when they do not.
fn providers(here: &Here<'_>) -> Vec<Call> {
    let kb = here.kb();
    let kind = |provider: &Provider| provider.kind.known().copied();
    let is_vital =
        |provider: &Provider| matches!(kind(provider), Some(ProviderKind::Hosting | ProviderKind::Registrar));
    let providers = kb.catalog.providers.values();
    let mut providers: Vec<&Provider> =
        providers.filter(|provider| provider.support.is_some() || is_vital(provider)).collect();
    providers.sort_by_cached_key(|provider| {
        let reference = EntityRef::from(&provider.id);
        (kind(provider).is_none(), kind(provider), sort_key(kb.title(&reference)), reference)
    });
    let call = |provider: &Provider| {
        let support = provider.support.as_deref();
        let support = support.map_or_else(|| ValueView::unknown(here), |support| in_words(here, support));
        let customer = provider.customer_id.as_deref();
        let customer = customer.map(|id| ValueView::text(here.words().say(&message!("site-customer", id = id))));
        Call {
            link: here.link_to(&EntityRef::from(&provider.id)),
            what: kind(provider).map(|kind| here.word(kind)),
            values: std::iter::once(support).chain(customer).collect(),
            when: None,
        }
    };
    providers.into_iter().take(MOST).map(call).collect()
}
