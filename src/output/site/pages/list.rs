//! All things of a kind: a table on a wide screen, cards on a phone.

use serde::Serialize;

use crate::catalog::fact::Value;
use crate::names::Kind;
use crate::output::site::chrome::{Chrome, Ending, people_for};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::tree::{entities, list_title};
use crate::output::site::value::{ValueView, label};

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct ListView {
    title: String,
    columns: Vec<String>,
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
        Kind::Service => &["lifecycle", "owner", "runs_on"],
        Kind::Host => &["type", "provider", "addresses"],
        Kind::Provider => &["kind", "account_holder", "support"],
        Kind::Domain => &["registrar", "expires_on"],
        Kind::Credential => &["opens", "store", "holders"],
        Kind::Backup => &["covers", "schedule", "copies"],
        Kind::Person => &["roles", "contacts", "availability"],
        Kind::MailFlow => &["direction", "purpose", "via"],
        Kind::Project => &["contacts", "promise"],
        Kind::Contract => &["cost", "renews_on", "paid_by"],
        Kind::Partner => &["contacts", "agreed"],
        Kind::Term => &["means"],
        Kind::Organisation | Kind::Runbook => &[],
    }
}

pub(super) fn view<'a>(here: &Here<'a>, kind: Kind) -> (Chrome<'a>, ListView) {
    let words = here.words();
    let title = words.word(list_title(kind));
    let names: Vec<(&str, String)> = columns(kind).iter().map(|name| (*name, label(here, name))).collect();
    let rows = entities(here.kb(), kind)
        .into_iter()
        .filter_map(|entity| {
            let cell = |(name, label): &(&str, String)| Cell {
                label: label.clone(),
                value: Value::find(&entity.facts, name).map(|value| ValueView::new(here, value)),
            };
            Some(Row { link: here.described(&entity.reference)?, cells: names.iter().map(cell).collect() })
        })
        .collect();
    let columns =
        std::iter::once(words.word("site-name")).chain(names.iter().map(|(_, label)| label.clone())).collect();
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending {
        people: people_for(here, std::iter::empty()),
        action: here.link(&Page::Start, words.word("site-start")),
        ..Ending::default()
    });
    (chrome, ListView { title, columns, rows })
}
