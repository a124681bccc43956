//! A thing of the inventory: what is known about it, who needs it, and which pages help with it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::Entity;
use crate::diagnostic::message;
use crate::names::{EntityRef, Kind};
use crate::output::site::body::{self, Html};
use crate::output::site::chrome::{Chrome, Ending, changed, people_for};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::tree::list_title;
use crate::output::site::value::{FactView, facts, label};

/// Fields that the page shows in their own places.
const SHOWN_ELSEWHERE: [&str; 3] = ["name", "summary", "notes"];

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct EntityView<'a> {
    title: Cow<'a, str>,
    lead: Option<Cow<'a, str>>,
    runbooks: Vec<Link>,
    facts: Vec<FactView>,
    notes: Option<Html>,
    incoming: Vec<Group>,
    reference: String,
}

/// The things of one kind that refer to this one through one field.
#[derive(Debug, Serialize)]
struct Group {
    title: String,
    links: Vec<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>, entity: &'a Entity) -> (Chrome<'a>, EntityView<'a>) {
    let kb = here.kb();
    let runbooks: Vec<Link> = kb.pages_about(&entity.reference).filter_map(|page| here.described(page)).collect();
    let title = here.prose(&entity.name);
    let mut chrome = Chrome::new(here, &title);
    chrome.changed = Some(changed(here, here.kb().last_change(entity, here.site.context.snapshot)));
    let subject = std::iter::once(&entity.reference);
    let kind = entity.reference.kind();
    chrome.ending = Some(Ending {
        // On the page of a person that person is already there to be called.
        people: if kind == Kind::Person { Vec::new() } else { people_for(here, subject) },
        action: runbooks
            .first()
            .cloned()
            .or_else(|| here.link_to_page(&Page::list(kind)))
            .or_else(|| here.link(&Page::Start, here.words().word("site-start"))),
        ..Ending::default()
    });
    let view = EntityView {
        title,
        lead: entity.summary.as_deref().map(|lead| here.prose(lead)),
        runbooks,
        facts: facts(here, entity.facts.iter().filter(|fact| !SHOWN_ELSEWHERE.contains(&fact.name))),
        notes: body::notes(here, entity),
        incoming: incoming(here, &entity.reference),
        reference: entity.reference.to_string(),
    };
    (chrome, view)
}

/// Who refers to a thing, by field and kind. Pages that are about it stand above, on their own.
fn incoming(here: &Here<'_>, reference: &EntityRef) -> Vec<Group> {
    let mut groups: BTreeMap<(&str, Kind), Vec<Link>> = BTreeMap::new();
    for relation in here.kb().incoming(reference).filter(|relation| relation.field != "for") {
        let Some(link) = here.link_to(&relation.from) else { continue };
        groups.entry((relation.field, relation.from.kind())).or_default().push(link);
    }
    let title = |field: &str, kind: Kind| {
        let kind = here.words().word(list_title(kind));
        match field {
            "text" => here.words().say(&message!("site-mentioned-in", kind = kind)),
            field => here.words().say(&message!("site-named-in", field = label(here, field), kind = kind)),
        }
    };
    groups.into_iter().map(|((field, kind), links)| Group { title: title(field, kind), links }).collect()
}
