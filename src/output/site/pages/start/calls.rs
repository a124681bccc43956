//! Who to call: people with a telephone, those who run things first; then the support of providers, with what it asks for.

use serde::Serialize;

use crate::catalog::contact::ContactType;
use crate::catalog::person::{Person, Role};
use crate::catalog::provider::{Provider, ProviderKind};
use crate::names::{EntityRef, PersonId};
use crate::output::site::contact;
use crate::output::site::here::{Here, Link, prose};
use crate::output::site::value::ValueView;
use crate::scalar::{Stated, Word};
use crate::words::sort_key;

/// How many people, and how many providers, the page shows before it leads to all of them.
const MOST: usize = 5;

/// Somebody to call.
#[derive(Debug, Serialize)]
pub(super) struct Call {
    link: Option<Link>,
    /// What they are there for; a name where there is nobody to link to.
    what: Option<String>,
    /// Numbers, or the gap where there should be one.
    values: Vec<ValueView>,
    /// When they can be reached.
    when: Option<String>,
    /// Whether nobody has this role.
    nobody: bool,
}

/// Returns who to call, the first to be called first.
pub(super) fn calls(here: &Here<'_>) -> Vec<Call> {
    let mut calls = people(here);
    calls.extend(providers(here));
    calls
}

fn people(here: &Here<'_>) -> Vec<Call> {
    let kb = here.kb();
    let organisation = kb.catalog.organisation.as_ref();
    let deciders = organisation.and_then(|organisation| organisation.activation.known()?.who.known());
    let mut people: Vec<(usize, &Person)> = kb
        .catalog
        .people
        .values()
        .filter(|person| person.until.is_none_or(|until| until.0 >= kb.as_of))
        .map(|person| (rank(person, deciders.map_or(&[], Vec::as_slice)), person))
        // Who runs things is named even without a number, because that is a gap.
        .filter(|(rank, person)| *rank <= Role::BackupAdmin as usize || !numbers(here, person).is_empty())
        .collect();
    people.sort_by_cached_key(|(rank, person)| {
        let reference = EntityRef::from(&person.id);
        (*rank, sort_key(kb.title(&reference)), reference)
    });
    let has = |role: Role| people.iter().any(|(_, person)| roles(person).any(|held| held == role));
    let missing: Vec<Role> = [Role::PrimaryAdmin, Role::BackupAdmin].into_iter().filter(|role| !has(*role)).collect();
    let missing = missing.into_iter().map(|role| Call {
        link: None,
        what: Some(word(here, role)),
        values: Vec::new(),
        when: None,
        nobody: true,
    });
    let known = people.iter().take(MOST).map(|(_, person)| {
        let numbers = numbers(here, person);
        let held: Vec<String> = roles(person).map(|role| word(here, role)).collect();
        Call {
            link: here.link_to(&EntityRef::from(&person.id)),
            what: held.first().cloned(),
            values: if numbers.is_empty() { vec![ValueView::unknown(here)] } else { numbers },
            when: person.availability.as_deref().map(|when| prose(kb, when).into_owned()),
            nobody: false,
        }
    });
    missing.chain(known).collect()
}

/// The roles that somebody has, the nearest to a takeover first.
fn roles(person: &Person) -> impl Iterator<Item = Role> {
    let mut roles: Vec<Role> = person.roles.known().into_iter().flatten().map(|held| held.role).collect();
    roles.sort_unstable();
    roles.dedup();
    roles.into_iter()
}

/// Who comes first: who runs things, who stands in, who may declare a takeover, then the others by their nearest role.
fn rank(person: &Person, deciders: &[PersonId]) -> usize {
    match roles(person).next() {
        Some(role @ (Role::PrimaryAdmin | Role::BackupAdmin)) => role as usize,
        _ if deciders.contains(&person.id) => Role::BackupAdmin as usize + 1,
        Some(role) => role as usize + 1,
        None => usize::MAX,
    }
}

fn word(here: &Here<'_>, role: Role) -> String {
    here.words().word(&format!("{}-{}", Role::SET, role.word()))
}

fn numbers(here: &Here<'_>, person: &Person) -> Vec<ValueView> {
    let contacts = person.contacts.known().into_iter().flatten();
    let phones = contacts.filter(|contact| contact.contact_type == ContactType::Phone);
    phones
        .map(|contact| match &contact.value {
            Stated::Known(number) => ValueView::channel(ContactType::Phone.word(), number),
            _ => ValueView::unknown(here),
        })
        .collect()
}

/// The providers that say how their support is reached; those of machines and domains first, and these even when they do not.
fn providers(here: &Here<'_>) -> Vec<Call> {
    let kb = here.kb();
    let kind = |provider: &Provider| provider.kind.known().copied();
    let vital = |provider: &Provider| matches!(kind(provider), Some(ProviderKind::Hosting | ProviderKind::Registrar));
    let mut providers: Vec<&Provider> =
        kb.catalog.providers.values().filter(|provider| provider.support.is_some() || vital(provider)).collect();
    providers.sort_by_cached_key(|provider| {
        let reference = EntityRef::from(&provider.id);
        (kind(provider).is_none(), kind(provider), sort_key(kb.title(&reference)), reference)
    });
    let call = |provider: &Provider| Call {
        link: here.link_to(&EntityRef::from(&provider.id)),
        what: kind(provider).map(|kind| here.words().word(&format!("{}-{}", ProviderKind::SET, kind.word()))),
        values: {
            let support = provider.support.as_deref();
            let support = support.map_or_else(|| ValueView::unknown(here), |text| contact::in_words(here, text));
            let customer = provider.customer_id.as_deref().map(|id| customer(here, id));
            std::iter::once(support).chain(customer).collect()
        },
        when: None,
        nobody: false,
    };
    providers.into_iter().take(MOST).map(call).collect()
}

fn customer(here: &Here<'_>, id: &str) -> ValueView {
    let words = here.words();
    ValueView::text(words.say(&crate::diagnostic::message!("site-customer", id = id)))
}
