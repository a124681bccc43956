//! Who read a thing and said back what it means, and what has changed in it since: they know it as it was.

use serde::Serialize;

use crate::diagnostic::message;
use crate::knowledge::evidence::ReadBack;
use crate::names::EntityRef;

use super::here::Here;
use super::page::Page;
use super::proof::doubt;
use super::told::{ChangeView, change, language};
use super::value::ValueView;

/// What somebody knows of a thing.
#[derive(Debug, Serialize)]
pub(super) struct ReadBackView {
    /// Who read it.
    by: ValueView,
    /// When.
    when: String,
    /// Why it counts for less than it says, or not at all.
    doubt: Option<String>,
    /// Whether something has changed since, in a sentence.
    said: String,
    changes: Vec<ChangeView>,
    /// Whether more has changed than is told here.
    is_cut: bool,
}

/// Shows who read the thing that the page is about, the newest first.
pub(super) fn read_back(here: &Here<'_>) -> Vec<ReadBackView> {
    let thing = match here.page {
        Page::Runbook(id) => EntityRef::from(id),
        Page::Entity(reference) => reference.clone(),
        _ => return Vec::new(),
    };
    if !here.is_judged() {
        return Vec::new();
    }
    here.kb().read_back(&thing).iter().map(|read| view(here, read)).collect()
}

/// Shows what somebody knows of a thing.
pub(super) fn view(here: &Here<'_>, read: &ReadBack<'_>) -> ReadBackView {
    let words = here.words();
    let mut view = ReadBackView {
        by: ValueView::reference(here, read.by),
        when: words.say(&message!("read-back-when", date = here.date(read.acknowledgement.file.date))),
        doubt: doubt(here, &read.standing),
        said: words.word("proof-change-unknown"),
        changes: Vec::new(),
        is_cut: false,
    };
    let Some(changes) = read.changes else { return view };
    view.said = words.word(if changes.is_empty() { "read-back-nothing" } else { "read-back-changed" });
    for thing in changes.services.iter().flat_map(|of_service| &of_service.things) {
        let language = language(here, thing);
        view.changes.extend(thing.changes.iter().map(|told| change(here, told, &language)));
        view.is_cut |= thing.is_cut;
    }
    view
}
