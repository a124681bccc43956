//! Start here: what somebody opens first who was not there. Holds the text of the root's own page.

use std::borrow::Cow;

use serde::Serialize;

use crate::diagnostic::message;
use crate::names::{EntityRef, Kind};
use crate::output::site::body::{self, Html};
use crate::output::site::chrome::{Chrome, Ending, changed, people_for, toc};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::tree::{NodeId, entities, list_title};
use crate::runbook::Runbook;
use crate::runbook::front_matter::RunbookType;

/// How many links a section shows before it leads to the whole list.
const MOST_LINKS: usize = 12;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct StartView<'a> {
    title: Cow<'a, str>,
    lead: Option<Cow<'a, str>>,
    /// The pages for somebody who takes over.
    takeovers: Vec<Link>,
    introduction: Html,
    sections: Vec<Section>,
    /// Which copy this is.
    copy: String,
}

#[derive(Debug, Serialize)]
struct Section {
    title: String,
    links: Vec<Link>,
    /// Where the whole list is, when this is a part of it.
    more: Option<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, StartView<'a>) {
    let kb = here.kb();
    let words = here.words();
    let introduction = here.site.plan.introduction.as_ref().and_then(|id| here.text(id));
    let has_inventory = !kb.catalog.entities.is_empty();
    // Without an inventory there is nothing to add to what the author made the first page of the documents.
    let title = match introduction {
        Some(introduction) if !has_inventory => &introduction.title,
        _ => &kb.config.title,
    };
    let mut sections = Vec::new();
    let diagnoses = of_type(here, RunbookType::Diagnose);
    sections.extend(section(here, words.word("site-broken"), diagnoses, &Page::Contents, "site-contents"));
    for kind in [Kind::Service, Kind::Person] {
        let links =
            entities(kb, kind).iter().filter_map(|entity| here.described(&entity.reference)).collect::<Vec<_>>();
        let title = words.word(list_title(kind));
        sections.extend(section(here, title, links, &Page::list(kind), list_title(kind)));
    }
    if introduction.is_none() || has_inventory {
        let links: Vec<Link> = here.tree().roots.iter().filter_map(|id| root(here, *id)).collect();
        sections.extend(section(here, words.word("site-contents"), links, &Page::Contents, "site-contents"));
    }
    let heading = here.prose(title);
    let mut chrome = Chrome::new(here, &heading);
    chrome.ending = Some(Ending {
        people: people_for(here, std::iter::empty()),
        action: here.link(&Page::Contents, words.word("site-contents")),
        ..Ending::default()
    });
    if let Some(introduction) = introduction.filter(|_| !has_inventory) {
        chrome.toc = toc(here, &introduction.document, title);
    }
    let path = introduction.map(|introduction| &here.site.context.snapshot.file(introduction.file).path);
    chrome.changed = path.map(|path| changed(here, kb.history.last_change(path, "")));
    let view = StartView {
        title: heading,
        lead: kb.config.description.as_deref().map(|lead| here.prose(lead)),
        takeovers: of_type(here, RunbookType::Takeover),
        introduction: introduction.map(|introduction| body::html(here, introduction, title)).unwrap_or_default(),
        sections,
        copy: copy(here),
    };
    (chrome, view)
}

/// Says which copy this is: the date it was made for, and the commit.
pub(in crate::output::site) fn copy(here: &Here<'_>) -> String {
    let history = &here.kb().history;
    let date = here.date(here.kb().as_of);
    here.words().say(&match &history.head {
        None => message!("site-copy-of", date = date),
        Some(head) if history.dirty => message!("site-copy-of-dirty", date = date, commit = head.id.short()),
        Some(head) => message!("site-copy-of-commit", date = date, commit = head.id.short()),
    })
}

/// The pages of a type, in the order of navigation: lower weight first, then by title.
fn of_type(here: &Here<'_>, wanted: RunbookType) -> Vec<Link> {
    let is_wanted = |runbook: &&Runbook| runbook.head().is_some_and(|head| head.runbook_type.known() == Some(&wanted));
    let mut runbooks: Vec<&Runbook> = here.kb().runbooks.values().filter(is_wanted).collect();
    runbooks.sort_by(|left, right| (left.weight, &left.title, &left.id).cmp(&(right.weight, &right.title, &right.id)));
    runbooks.into_iter().filter_map(|runbook| here.described(&EntityRef::from(&runbook.id))).collect()
}

/// A section of links, cut where it gets long; nothing when there are none.
fn section(here: &Here<'_>, title: String, mut links: Vec<Link>, all: &Page, name: &str) -> Option<Section> {
    let is_cut = links.len() > MOST_LINKS;
    links.truncate(MOST_LINKS);
    let name = here.words().word(name);
    let more = is_cut.then(|| here.link(all, here.words().say(&message!("site-all-of", list = name)))).flatten();
    (!links.is_empty()).then_some(Section { title, links, more })
}

/// A top section: itself where it is a page, else the first page below it.
fn root(here: &Here<'_>, id: NodeId) -> Option<Link> {
    let tree = &here.tree();
    here.link(tree.landing(id)?, &tree.node(id).text)
}
