//! Everything on the site, on one page: the list that other lists are cut short for.

use serde::Serialize;

use crate::names::Kind;
use crate::output::site::chrome::{Chrome, Ending};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::{Page, Redirect};
use crate::output::site::tree::{NodeId, entities, list_title};

/// How deep lists are nested; what lies deeper stands on the last level.
const DEEPEST: usize = 8;

/// Our own pages, in the order in which one needs them.
const VIEWS: [Page; 23] = [
    Page::Takeover,
    Page::Broken,
    Page::Contacts,
    Page::Access,
    Page::List(Kind::Service),
    Page::Dates,
    Page::Mail,
    Page::Money,
    Page::Departures,
    Page::Readiness,
    Page::Recovery,
    Page::Findings,
    Page::Rules,
    Page::Exercises,
    Page::Incidents,
    Page::Decisions,
    Page::Tools,
    Page::Charter,
    Page::Glossary,
    Page::Changes,
    Page::Index,
    Page::Versions,
    Page::About,
];

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct ContentsView {
    title: String,
    /// Our own pages, which answer one question each.
    views: Vec<Link>,
    pages: Vec<Entry>,
    sections: Vec<Section>,
}

#[derive(Debug, Serialize)]
struct Entry {
    href: Option<String>,
    text: String,
    lang: Option<String>,
    children: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Section {
    title: String,
    links: Vec<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, ContentsView) {
    let words = here.words();
    let title = words.word("site-contents");
    let roots = here.tree().roots.iter().copied();
    let pages: Vec<NodeId> = roots.filter(|id| !here.tree().is_inventory(*id)).collect();
    let sections = Kind::inventory().filter_map(|kind| {
        let links: Vec<Link> =
            entities(here.kb(), kind).iter().filter_map(|entity| here.described(&entity.reference)).collect();
        (!links.is_empty()).then(|| Section { title: words.word(list_title(kind)), links })
    });
    let mut sections: Vec<Section> = sections.collect();
    let names: Vec<Link> =
        here.site.plan.redirects.iter().filter_map(|(alias, name)| short_name(here, alias, name)).collect();
    if !names.is_empty() {
        sections.push(Section { title: words.word("site-short-names"), links: names });
    }
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Start)));
    let views = VIEWS.iter().filter_map(|page| here.link_to_page(page)).collect();
    (chrome, ContentsView { title, views, pages: entries(here, &pages, 1), sections })
}

/// A short name, former name or alert, and what it leads to.
fn short_name(here: &Here<'_>, alias: &str, redirect: &Redirect) -> Option<Link> {
    let titles: Vec<&str> = redirect.targets.iter().map(|target| here.kb().title(target)).collect();
    let link = here.link(&Page::Redirect(alias.to_owned()), &redirect.name)?;
    let authors = here.foreign(&here.kb().config.language);
    Some(Link { note: Some(titles.join(", ")), lang: authors.clone(), note_lang: authors, ..link })
}

fn entries(here: &Here<'_>, nodes: &[NodeId], depth: usize) -> Vec<Entry> {
    let mut entries_here = Vec::new();
    let mut waiting: Vec<NodeId> = nodes.iter().rev().copied().collect();
    while let Some(id) = waiting.pop() {
        let node = here.tree().node(id);
        let href = node.page.as_ref().and_then(|page| here.href(page));
        let children = if depth < DEEPEST {
            entries(here, &node.children, depth + 1)
        } else {
            waiting.extend(node.children.iter().rev());
            Vec::new()
        };
        entries_here.push(Entry { href, text: node.text.clone(), lang: node.lang.clone(), children });
    }
    entries_here
}
