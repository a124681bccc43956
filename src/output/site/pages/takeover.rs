//! Taking over, from the first minute to the day it is handed back: a list to tick off, each step explained on its own page.

use serde::Serialize;

use crate::catalog::fact::Value;
use crate::names::EntityRef;
use crate::output::site::checklist::{Checklist, PHASES, Takeovers, phase, stand_in};
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::trouble::pages;
use crate::output::site::value::{FactView, ValueView, facts, label};
use crate::runbook::Runbook;

/// The place of the list for somebody who stands in for a few days.
pub(super) const STAND_IN: &str = "_stand-in";

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct TakeoverView {
    title: String,
    /// Who may declare a takeover, after what silence, and how.
    activation: Vec<FactView>,
    /// The pages that explain the steps.
    pages: Vec<Link>,
    phases: Vec<Phase>,
    stand_in: Phase,
    stand_in_pages: Vec<Link>,
}

#[derive(Debug, Serialize)]
struct Phase {
    id: &'static str,
    title: String,
    list: Checklist,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, TakeoverView) {
    let words = here.words();
    let title = here.title(&Page::Takeover);
    let takeovers = Takeovers::find(here, pages(here));
    let phases: Vec<Phase> = PHASES
        .into_iter()
        .map(|(role, id, name)| Phase { id, title: words.word(name), list: phase(here, &takeovers, role) })
        .collect();
    let stand_in = Phase { id: STAND_IN, title: words.word("site-way-stand-in"), list: stand_in(here, &takeovers) };
    let links = |runbooks: &[&Runbook]| -> Vec<Link> {
        runbooks.iter().filter_map(|runbook| here.described(&EntityRef::from(&runbook.id))).collect()
    };
    let mut chrome = Chrome::new(here, &title);
    let places = phases.iter().chain(std::iter::once(&stand_in));
    chrome.toc = places.map(|phase| TocEntry::new(phase.id, phase.title.clone())).collect();
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Broken)));
    let view = TakeoverView {
        title,
        activation: activation(here),
        pages: links(&takeovers.full),
        phases,
        stand_in,
        stand_in_pages: links(&takeovers.stand_in),
    };
    (chrome, view)
}

/// Who may declare a takeover, after what silence, and how; a gap where the inventory does not say.
pub(super) fn activation(here: &Here<'_>) -> Vec<FactView> {
    let organisation = here.kb().catalog.entities.get(&EntityRef::Organisation);
    match organisation.and_then(|organisation| Value::find(&organisation.facts, "activation")) {
        Some(Value::Group(group)) => facts(here, group.iter()),
        stated => {
            let value = stated.map_or_else(|| ValueView::unknown(here), |stated| ValueView::new(here, stated));
            vec![FactView { label: Some(label(here, "activation")), value }]
        }
    }
}
