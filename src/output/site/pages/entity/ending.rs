//! How the page of a thing ends: one next action, and somebody to ask.

use crate::catalog::Entity;
use crate::knowledge::sheet::{Answer, Group};
use crate::names::Kind;
use crate::output::site::chrome::{Ending, people_for};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;

pub(super) fn of(here: &Here<'_>, entity: &Entity, sheet: &[Group<'_>]) -> Ending {
    let mut people = people_for(here, std::iter::once(&entity.reference));
    // On the page of a person that person is already there to be called.
    let own = here.href(here.page);
    people.retain(|person| Some(&person.href) != own.as_ref());
    Ending { people, action: action(here, entity.reference.kind(), sheet) }
}

/// The most urgent page about the thing; without one, the view in which things of its kind are acted on.
fn action(here: &Here<'_>, kind: Kind, sheet: &[Group<'_>]) -> Option<Link> {
    let view = match kind {
        // Whoever looks at a person wants somebody, not something.
        Kind::Person | Kind::Partner | Kind::Provider | Kind::Project => Page::Contacts,
        Kind::Service | Kind::Host | Kind::MailFlow => Page::Broken,
        Kind::Credential => Page::Access,
        Kind::Domain | Kind::Contract => Page::Dates,
        Kind::Organisation => Page::Takeover,
        Kind::Backup | Kind::Term | Kind::Runbook => Page::list(kind),
    };
    let mut lines = sheet.iter().flat_map(|group| &group.lines);
    // Lines of pages stand in order of urgency.
    let page = lines.find_map(|line| match &line.answer {
        Answer::Pages(pages) => pages.first(),
        _ => None,
    });
    page.filter(|_| kind != Kind::Person)
        .and_then(|page| here.described(page))
        .or_else(|| here.link_to_page(&view))
        .or_else(|| here.link_to_page(&Page::list(kind)))
        .or_else(|| here.link_to_page(&Page::Start))
}
