//! All things of a kind: a table on a wide screen, cards on a phone. Services stand in the order in which they must be back.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::Entity;
use crate::catalog::fact::Value;
use crate::diagnostic::message;
use crate::knowledge::sheet::Tier;
use crate::names::Kind;
use crate::output::site::chrome::{Chrome, Ending};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::tree::{entities, list_title};
use crate::output::site::value::{ValueView, label};

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct ListView {
    title: String,
    /// How many there are, as a sentence.
    count: String,
    columns: Vec<String>,
    sections: Vec<Section>,
    related: Vec<Link>,
}

/// Things that must be back equally early; all of a kind, where that makes no difference.
#[derive(Debug, Serialize)]
struct Section {
    title: Option<String>,
    count: usize,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    link: Link,
    cells: Vec<Cell>,
}

#[derive(Debug, Serialize)]
struct Cell {
    /// The column's name again: a card has no head row.
    label: String,
    value: Option<ValueView>,
}

/// The fields that help to find a thing of a kind among the others.
fn columns(kind: Kind) -> &'static [&'static str] {
    match kind {
        // Headings say how early they must be back, and which are no more.
        Kind::Service => &["owner", "runs_on", "urls"],
        Kind::Host => &["type", "provider", "addresses"],
        Kind::Provider => &["kind", "account_holder", "support"],
        Kind::Domain => &["registrar", "expires_on"],
        Kind::Backup => &["covers", "schedule", "copies"],
        Kind::MailFlow => &["direction", "purpose", "via"],
        Kind::Project => &["contacts", "promise"],
        Kind::Contract => &["cost", "renews_on", "paid_by"],
        Kind::Partner => &["agreed", "agreed_on", "ends_on", "reciprocal"],
        // These have a view of their own instead of a list.
        Kind::Organisation | Kind::Person | Kind::Credential | Kind::Term | Kind::Runbook => &[],
    }
}

/// The views that answer what one asks next, after a list of things of a kind.
fn related(kind: Kind) -> &'static [Page] {
    match kind {
        Kind::Service => {
            &[Page::Broken, Page::List(Kind::Host), Page::List(Kind::Backup), Page::Access, Page::Exercises]
        }
        Kind::Host => &[Page::List(Kind::Service), Page::List(Kind::Provider), Page::Access],
        Kind::Provider => &[Page::Contacts, Page::Tools, Page::List(Kind::Contract), Page::Dates],
        Kind::Domain => &[Page::Dates, Page::Mail, Page::List(Kind::Provider), Page::List(Kind::MailFlow)],
        Kind::Backup => &[Page::Exercises, Page::List(Kind::Service), Page::Access],
        Kind::MailFlow => &[Page::Mail, Page::Broken, Page::List(Kind::Domain)],
        Kind::Project => &[Page::List(Kind::Service), Page::Contacts, Page::Money],
        Kind::Contract => &[Page::Money, Page::Dates, Page::List(Kind::Provider)],
        Kind::Partner => &[Page::Contacts, Page::Takeover],
        Kind::Organisation | Kind::Credential | Kind::Person | Kind::Term | Kind::Runbook => &[],
    }
}

pub(super) fn view<'a>(here: &Here<'a>, kind: Kind) -> (Chrome<'a>, ListView) {
    let words = here.words();
    let title = words.word(list_title(kind));
    let entities = entities(here.kb(), kind);
    // Of what is closed, an edition has an empty column for nobody.
    let is_said =
        |name: &&&str| here.is_whole() || entities.iter().any(|entity| Value::find(&entity.facts, name).is_some());
    let names: Vec<(&str, String)> =
        columns(kind).iter().filter(is_said).map(|name| (*name, label(here, name))).collect();
    let count = words.say(&message!("list-count", count = entities.len()));
    let mut sections: BTreeMap<Urgency, Vec<Row>> = BTreeMap::new();
    for entity in entities {
        let Some(link) = here.described(&entity.reference) else { continue };
        let cell = |(name, label): &(&str, String)| Cell {
            label: label.clone(),
            value: Value::find(&entity.facts, name).map(|value| ValueView::new(here, value)),
        };
        let row = Row { link, cells: names.iter().map(cell).collect() };
        let urgency = if kind == Kind::Service { Urgency::of(here, entity) } else { Urgency::Same };
        sections.entry(urgency).or_default().push(row);
    }
    let sections = sections.into_iter().map(|(urgency, rows)| Section {
        title: urgency.title().map(|title| words.word(title)),
        count: rows.len(),
        rows,
    });
    let columns =
        std::iter::once(words.word("site-name")).chain(names.iter().map(|(_, label)| label.clone())).collect();
    let related: Vec<Link> = related(kind).iter().filter_map(|page| here.link_to_page(page)).collect();
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending::general(here, related.first().cloned().or_else(|| here.link_to_page(&Page::Start))));
    (chrome, ListView { title, count, columns, sections: sections.collect(), related })
}

/// How early something must be back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    /// Things of this kind are not told apart.
    Same,
    /// As early as the tolerable outage says.
    Known(Tier),
    /// Nobody has said.
    Unknown,
    /// It is no more.
    Retired,
}

impl Urgency {
    fn of(here: &Here<'_>, service: &Entity) -> Self {
        if here.kb().catalog.is_retired(&service.reference) {
            Self::Retired
        } else {
            Tier::of(service).map_or(Self::Unknown, Self::Known)
        }
    }

    /// Returns the message that names it.
    fn title(self) -> Option<&'static str> {
        Some(match self {
            Self::Same => return None,
            Self::Known(Tier::First) => "list-tier-1",
            Self::Known(Tier::Second) => "list-tier-2",
            Self::Known(Tier::Third) => "list-tier-3",
            Self::Unknown => "list-tier-unknown",
            Self::Retired => "list-tier-retired",
        })
    }
}
