//! What the inventory suggests for a phase of a takeover that no page describes. Words, and links to what is known; a gap is
//! shown as one.

use std::collections::BTreeMap;

use crate::catalog::credential::Vault;
use crate::catalog::person::Role;
use crate::knowledge::people;
use crate::names::{EntityRef, Kind};
use crate::output::site::here::Here;
use crate::output::site::page::Page;
use crate::output::site::value::ValueView;
use crate::runbook::front_matter::RunbookType;
use crate::runbook::section::SectionRole;

use super::{Item, Takeovers};

/// How many things a step names before it leads to their list.
const MOST_VALUES: usize = 4;

/// Returns the steps of a phase.
pub(super) fn phase(here: &Here<'_>, takeovers: &Takeovers<'_>, role: SectionRole) -> Vec<Item> {
    match role {
        SectionRole::FirstMinute => vec![
            Item::generated(here, "site-do-declared", deciders(here)),
            Item::generated(here, "site-do-journal", Vec::new()),
            Item { killer: true, ..Item::generated(here, "site-do-touch-nothing", Vec::new()) },
        ],
        SectionRole::FirstHour => vec![
            Item::generated(here, "site-do-open-store", stores(here)),
            Item::generated(here, "site-do-call", roles(here)),
            Item::generated(here, "site-do-look", page(here, &Page::Broken)),
            Item::generated(here, "site-do-freeze", Vec::new()),
        ],
        SectionRole::FirstDay => vec![
            Item::generated(here, "site-do-tell", tell(here, takeovers)),
            Item::generated(here, "site-do-log-in", list(here, Kind::Provider)),
            Item::generated(here, "site-do-backups", list(here, Kind::Backup)),
            Item::generated(here, "site-do-dates", page(here, &Page::Dates)),
        ],
        SectionRole::FirstWeek => vec![
            Item::generated(here, "site-do-restore", of_type(here, takeovers, RunbookType::Restore)),
            Item::generated(here, "site-do-money", paying(here)),
            Item::generated(here, "site-do-second-person", Vec::new()),
        ],
        SectionRole::FirstMonth => vec![
            Item::generated(here, "site-do-maintain", of_type(here, takeovers, RunbookType::Maintain)),
            Item::generated(here, "site-do-rotate", page(here, &Page::list(Kind::Credential))),
            Item::generated(here, "site-do-correct", Vec::new()),
        ],
        _ => vec![
            Item::generated(here, "site-do-end", deciders(here)),
            Item::generated(here, "site-do-reread", Vec::new()),
            Item::generated(here, "site-do-give-back", page(here, &Page::list(Kind::Credential))),
        ],
    }
}

/// Returns what has to be done anyway by somebody who stands in for a few days.
pub(super) fn stand_in(here: &Here<'_>) -> Vec<Item> {
    vec![
        Item::generated(here, "site-do-agree", with_role(here, Role::PrimaryAdmin)),
        Item::generated(here, "site-do-own-access", page(here, &Page::list(Kind::Credential))),
        Item { killer: true, ..Item::generated(here, "site-do-change-nothing", Vec::new()) },
        Item::generated(here, "site-do-every-morning", list(here, Kind::Service)),
        Item::generated(here, "site-do-look", page(here, &Page::Broken)),
    ]
}

/// Returns what falls due whoever is there: what has to be done again and again, and the dates ahead.
pub(super) fn due(here: &Here<'_>, takeovers: &Takeovers<'_>) -> Item {
    let mut due = runbooks(here, takeovers, RunbookType::Maintain);
    due.extend(page(here, &Page::Dates));
    Item::generated(here, "site-do-due", due)
}

/// Who pays, and what there is to pay.
fn paying(here: &Here<'_>) -> Vec<ValueView> {
    let mut ways = with_role(here, Role::Treasurer);
    ways.extend(page(here, &Page::Money));
    ways
}

/// Who may declare a takeover; a gap when nobody says.
fn deciders(here: &Here<'_>) -> Vec<ValueView> {
    let organisation = here.kb().catalog.organisation.as_ref();
    let who = organisation.and_then(|organisation| organisation.activation.known()?.who.known());
    let who = who.into_iter().flatten().map(EntityRef::from);
    known(here, who.map(|person| ValueView::reference(here, &person)).collect())
}

/// Where most secrets lie, and what opens that place.
fn stores(here: &Here<'_>) -> Vec<ValueView> {
    let credentials = &here.kb().catalog.credentials;
    let mut vaults: BTreeMap<(bool, String), (usize, &Vault)> = BTreeMap::new();
    for credential in credentials.values() {
        let Some(vault) = credential.store.known().and_then(|store| store.vault.known()) else { continue };
        let key = match vault {
            Vault::Reference(reference) => (false, reference.to_string()),
            Vault::Place(place) => (true, place.clone()),
        };
        vaults.entry(key).or_insert((0, vault)).0 += 1;
    }
    // Of places that hold as many secrets the first by name, so that every build says the same.
    let most = vaults.into_values().rev().max_by_key(|(count, _)| *count).map(|(_, vault)| vault);
    let mut shown = Vec::new();
    match most {
        Some(Vault::Place(place)) => shown.push(ValueView::prose(here, place)),
        Some(Vault::Reference(reference)) => {
            shown.push(ValueView::reference(here, reference));
            let opens = |opened: &&Vec<EntityRef>| opened.contains(reference);
            let keys = credentials.values().filter(|key| key.opens.known().as_ref().is_some_and(opens));
            shown.extend(keys.take(MOST_VALUES).map(|key| ValueView::reference(here, &EntityRef::from(&key.id))));
        }
        None => {}
    }
    known(here, shown)
}

/// Who runs everything, and who stands in.
fn roles(here: &Here<'_>) -> Vec<ValueView> {
    let people = here.site.primary_admin.into_iter().chain(here.site.backup_admin);
    known(here, people.map(|person| ValueView::reference(here, person)).collect())
}

fn with_role(here: &Here<'_>, role: Role) -> Vec<ValueView> {
    let person = people::with_role(here.kb(), role);
    known(here, person.into_iter().map(|person| ValueView::reference(here, person)).collect())
}

/// The messages that are ready, else the people and projects that wait for one.
fn tell(here: &Here<'_>, takeovers: &Takeovers<'_>) -> Vec<ValueView> {
    let ready = runbooks(here, takeovers, RunbookType::Communicate);
    if ready.is_empty() { list(here, Kind::Project) } else { ready }
}

/// The pages of a type; a gap when there are none.
fn of_type(here: &Here<'_>, takeovers: &Takeovers<'_>, wanted: RunbookType) -> Vec<ValueView> {
    known(here, runbooks(here, takeovers, wanted))
}

fn runbooks(here: &Here<'_>, takeovers: &Takeovers<'_>, wanted: RunbookType) -> Vec<ValueView> {
    let wanted = super::of_type(&takeovers.all, wanted);
    wanted.take(MOST_VALUES).map(|runbook| ValueView::reference(here, &EntityRef::from(&runbook.id))).collect()
}

/// The list of a kind; a gap when the inventory has nothing of it.
fn list(here: &Here<'_>, kind: Kind) -> Vec<ValueView> {
    page(here, &Page::list(kind))
}

fn page(here: &Here<'_>, page: &Page) -> Vec<ValueView> {
    let link = here.link_to_page(page);
    known(here, link.into_iter().map(|link| ValueView::link(link.href, link.text)).collect())
}

/// What is known; where nothing is, that is said.
fn known(here: &Here<'_>, values: Vec<ValueView>) -> Vec<ValueView> {
    if values.is_empty() { vec![ValueView::unknown(here)] } else { values }
}
