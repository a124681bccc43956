//! What every page shares: the bar with its helps, crumbs, neighbours, contents of the page, its last change, its end.

use std::borrow::Cow;
use std::ops::Range;

use serde::Serialize;

use crate::diagnostic::message;
use crate::history::{Extent, LastChange};
use crate::knowledge::people::answering;
use crate::names::{EntityRef, Kind};
use crate::output::Version;
use crate::records::RecordKind;
use crate::runbook::Runbook;

use super::body::{heading_offset, repeats};
use super::here::{Here, Link, Tongue};
use super::page::Page;
use super::read_back::{ReadBackView, read_back};
use super::record;
use super::said::said;
use super::tree::{Node, NodeId};

/// How many siblings the list of neighbours shows; the others are on the page of all contents.
const MOST_SIBLINGS: usize = 60;

/// How many levels above a page the list of neighbours shows.
const MOST_LEVELS: usize = 6;

/// From how many headings on a page lists them.
const FEWEST_HEADINGS: usize = 3;

/// What every page shares.
#[derive(Debug, Serialize)]
pub(super) struct Chrome<'a> {
    language: &'a str,
    site_title: Cow<'a, str>,
    /// The language of the site's title, where it is not that of the interface.
    site_lang: Option<String>,
    /// Sets this site's browser storage apart from that of other local pages.
    site_id: &'a str,
    /// The page's own name first: tabs are narrow.
    tab_title: String,
    theme: ThemeFiles,
    home: String,
    about: String,
    /// Every name from A to Z: the way to what one looks for without the search.
    index: String,
    draft: bool,
    /// Where the earlier versions are listed, if there are any.
    versions: Option<String>,
    /// Which earlier version this is; nothing on the site of now.
    version: Option<VersionView>,
    helps: Vec<Help>,
    /// The same page in each language of the site; none when there is but one.
    languages: Vec<InLanguage>,
    /// The language of the page's title and text, where it is not that of the interface (WCAG 2.2, 3.1.2).
    lang: Option<String>,
    /// Whether the page is shown as it was first written, because nobody has translated it.
    untranslated: bool,
    crumbs: Vec<Crumb>,
    neighbours: Vec<Neighbour>,
    previous: Option<Link>,
    pub(super) next: Option<Link>,
    pub(super) toc: Vec<TocEntry>,
    /// When and by whom the page's source was last changed, as a sentence.
    pub(super) changed: Option<String>,
    /// Where the page tells how its source came to be what it is.
    history: Option<String>,
    /// Who knows the page, and what they do not know of it yet.
    read_back: Vec<ReadBackView>,
    pub(super) ending: Option<Ending>,
}

/// Which earlier version a page belongs to.
#[derive(Debug, Serialize)]
struct VersionView {
    /// Which one, as a sentence.
    says: String,
    /// The same page on the site of now. Whatever became of it, something is there.
    now: String,
}

impl VersionView {
    fn new(here: &Here<'_>, version: &Version) -> Self {
        // From the folder of the version up to the site of now.
        let up = "../".repeat(version.folder.as_str().split('/').count() + here.path.as_str().matches('/').count());
        let now = if *here.page == Page::NotFound { "index.html" } else { here.path.as_str() };
        let (name, date) = (version.name.as_str(), here.date(version.revision.date));
        Self { says: here.words().say(&message!("site-version-banner", name = name, date = date)), now: up + now }
    }
}

#[derive(Debug, Serialize)]
struct ThemeFiles {
    icon: String,
    early: String,
    style: String,
    /// The sheet of pages that show what changed.
    changes: String,
    /// The script of the page of what changed lately.
    changes_script: String,
    /// The sheet of the page of money.
    money: String,
    /// The sheet of the page of readiness.
    readiness: String,
    /// Its script.
    readiness_script: String,
    build: String,
    script: String,
    /// Loaded when somebody wants to search.
    search: String,
}

/// One of the links that stand in the same place on every page (WCAG 2.2, 3.2.6).
#[derive(Debug, Serialize)]
struct Help {
    /// Tells the theme which one it is: two of them stand out.
    name: &'static str,
    href: String,
    text: String,
    current: bool,
}

/// The same page in a language.
#[derive(Debug, Serialize)]
struct InLanguage {
    href: String,
    /// The language's name in itself.
    text: String,
    lang: String,
    current: bool,
}

#[derive(Debug, Serialize)]
struct Crumb {
    href: Option<String>,
    text: String,
    lang: Option<String>,
}

#[derive(Debug, Serialize)]
struct Neighbour {
    href: Option<String>,
    text: String,
    lang: Option<String>,
    current: bool,
    children: Vec<Neighbour>,
}

/// A heading of the page, with the headings below it.
#[derive(Debug, Serialize)]
pub(super) struct TocEntry {
    href: String,
    text: String,
    lang: Option<String>,
    children: Vec<TocEntry>,
}

impl TocEntry {
    /// Lists a heading that the page writes itself, by its id.
    pub(super) fn new(id: &str, text: String) -> Self {
        Self { href: format!("#{id}"), text, lang: None, children: Vec::new() }
    }

    /// Lists a heading that is the name of a thing.
    pub(super) fn named(id: &str, name: &Link) -> Self {
        Self { lang: name.lang.clone(), ..Self::new(id, name.text.clone()) }
    }
}

/// How a page ends: no dead ends, always somebody to ask and something to do.
#[derive(Debug, Serialize)]
pub(super) struct Ending {
    /// Whom to ask.
    pub people: Vec<Link>,
    /// What to do next.
    pub action: Option<Link>,
}

impl Ending {
    /// Ends a page that is about nothing in particular: whoever runs everything is asked.
    pub(super) fn general(here: &Here<'_>, action: Option<Link>) -> Self {
        Self { people: people_for(here, std::iter::empty()), action }
    }
}

impl<'a> Chrome<'a> {
    /// Fills what does not depend on what kind of page it is.
    pub(super) fn new(here: &Here<'a>, title: &str) -> Self {
        let config = &here.kb().config;
        let site_title = here.prose(&config.title);
        let tab_title = if title == site_title { title.to_owned() } else { format!("{title} · {site_title}") };
        let node = here.tree().find(here.page);
        let path = node.map(|node| here.tree().path(node)).unwrap_or_default();
        let (previous, next) = node.map_or((None, None), |node| here.tree().turn(node));
        let turn = |to: Option<&Node>| to.and_then(|node| here.link_as(node.page.as_ref()?, node));
        Self {
            language: here.words().language().as_str(),
            site_title,
            site_lang: here.foreign(&config.language),
            site_id: config.site_id.as_deref().unwrap_or_default(),
            tab_title,
            theme: ThemeFiles {
                icon: here.own("theme/icon.svg"),
                early: here.own("theme/early.js"),
                style: here.own("theme/releve.css"),
                changes: here.own("theme/changes.css"),
                changes_script: here.own("theme/changes.js"),
                money: here.own("theme/money.css"),
                readiness: here.own("theme/readiness.css"),
                readiness_script: here.own("theme/readiness.js"),
                build: here.own("theme/build.js"),
                script: here.own("theme/releve.js"),
                search: here.own("theme/search.js"),
            },
            home: here.href(&Page::Start).unwrap_or_default(),
            about: here.href(&Page::About).unwrap_or_default(),
            index: here.href(&Page::Index).unwrap_or_default(),
            draft: here.site.context.draft,
            versions: here.href(&Page::Versions),
            version: here.site.context.version.map(|version| VersionView::new(here, version)),
            helps: helps(here),
            languages: languages(here),
            lang: lang(here),
            untranslated: untranslated(here),
            crumbs: crumbs(here, &path),
            neighbours: level(here, &here.tree().roots, &path, 0),
            previous: turn(previous),
            next: turn(next),
            toc: Vec::new(),
            changed: None,
            history: history(here),
            read_back: read_back(here),
            ending: None,
        }
    }
}

/// The history of the thing that the page is about.
fn history(here: &Here<'_>) -> Option<String> {
    let thing = match here.page {
        Page::Runbook(id) => EntityRef::from(id),
        Page::Entity(reference) => reference.clone(),
        Page::Start => EntityRef::from(here.site.plan.introduction.as_ref()?),
        _ => return None,
    };
    here.href(&Page::History(thing))
}

fn helps(here: &Here<'_>) -> Vec<Help> {
    let helps = [
        ("start", Page::Start),
        ("broken", Page::Broken),
        ("call", Page::Contacts),
        ("services", Page::List(Kind::Service)),
        ("contents", Page::Contents),
    ];
    let help = |(name, page): (&'static str, Page)| {
        Some(Help { name, href: here.href(&page)?, text: here.title(&page), current: page == *here.page })
    };
    helps.into_iter().filter_map(help).collect()
}

/// The language of what the author wrote on the page.
fn lang(here: &Here<'_>) -> Option<String> {
    match here.page {
        Page::Runbook(id) => here.foreign(&here.text(id)?.language),
        Page::Start | Page::Entity(_) | Page::Folder(_) => here.foreign(&here.kb().config.language),
        Page::Record(id) if id.kind() == RecordKind::Incident => here.foreign(&here.kb().config.language),
        _ => None,
    }
}

/// Whether the reader chose a language that the page is not written in.
fn untranslated(here: &Here<'_>) -> bool {
    let Page::Runbook(id) = here.page else { return false };
    here.site.tongues.len() > 1 && here.text(id).is_some_and(|text| text.language != here.tongue.language)
}

/// The same page in each language.
fn languages(here: &Here<'_>) -> Vec<InLanguage> {
    let tongues = &here.site.tongues;
    let link = |tongue: &Tongue| {
        // A language that the interface does not speak is called by its tag.
        let is_spoken = tongue.words.language() == &tongue.language;
        let text = if is_spoken { tongue.words.word("site-language") } else { tongue.language.to_string() };
        let current = tongue.index == here.tongue.index;
        Some(InLanguage { href: here.href_in(here.page, tongue)?, text, lang: tongue.language.to_string(), current })
    };
    // What belongs to no language has no twin in another.
    let has_twins = tongues.len() > 1 && !matches!(here.page, Page::NotFound | Page::Redirect(_) | Page::Former(_));
    if has_twins { tongues.iter().filter_map(link).collect() } else { Vec::new() }
}

/// The pages above this one, from the start page down.
fn crumbs(here: &Here<'_>, path: &[NodeId]) -> Vec<Crumb> {
    if *here.page == Page::Start {
        return Vec::new();
    }
    let start = Crumb { href: here.href(&Page::Start), text: here.title(&Page::Start), lang: None };
    let list = match here.page {
        Page::Record(id) => here.link_to_page(&record::list(id.kind())),
        _ => None,
    };
    let list = list.map(|link| Crumb { href: Some(link.href), text: link.text, lang: link.lang });
    let above = path.iter().take(path.len().saturating_sub(1)).map(|id| {
        let node = here.tree().node(*id);
        Crumb {
            href: node.page.as_ref().and_then(|page| here.href(page)),
            text: node.text.clone(),
            lang: node.lang.clone(),
        }
    });
    std::iter::once(start).chain(list).chain(above).collect()
}

/// One level of neighbours: at the top and beside the page all siblings, between them only the way down to the page.
fn level(here: &Here<'_>, nodes: &[NodeId], path: &[NodeId], depth: usize) -> Vec<Neighbour> {
    let (on, below) = path.split_first().map_or((None, path), |(on, below)| (Some(*on), below));
    // Nodes are numbered in the order in which they were added, so siblings stand in order of their numbers.
    let place = on.and_then(|on| nodes.binary_search(&on).ok());
    let beside = on.is_none() || below.is_empty();
    let shown = match place {
        Some(place) if depth > 0 && !beside => place..place + 1,
        _ => window(nodes.len(), place.unwrap_or_default()),
    };
    let is_cut = shown.len() < nodes.len() && (depth == 0 || beside);
    let mut level: Vec<Neighbour> = nodes[shown]
        .iter()
        .map(|id| {
            let node = here.tree().node(*id);
            let children = match on {
                Some(on) if on == *id && depth < MOST_LEVELS => level(here, &node.children, below, depth + 1),
                _ => Vec::new(),
            };
            let current = on == Some(*id) && below.is_empty();
            let href = here.tree().landing(*id).and_then(|page| here.href(page));
            Neighbour { href, text: node.text.clone(), lang: node.lang.clone(), current, children }
        })
        .collect();
    if is_cut {
        let text = here.words().word("site-all-contents");
        level.push(Neighbour {
            href: here.href(&Page::Contents),
            text,
            lang: None,
            current: false,
            children: Vec::new(),
        });
    }
    level
}

/// The part of a long list that is shown around a place in it.
fn window(length: usize, place: usize) -> Range<usize> {
    let start = place.saturating_sub(MOST_SIBLINGS / 2).min(length.saturating_sub(MOST_SIBLINGS));
    start..length.min(start + MOST_SIBLINGS)
}

/// The headings of a page that its list of contents shows; none when there are few.
pub(super) fn toc(here: &Here<'_>, runbook: &Runbook, title: &str) -> Vec<TocEntry> {
    let document = &runbook.document;
    let offset = heading_offset(document, title);
    let top = 2 - offset;
    let headings = document.headings.iter().skip(usize::from(repeats(document, title)));
    let shown: Vec<_> = headings.filter(|heading| (top..=top + 1).contains(&heading.level)).collect();
    if shown.len() < FEWEST_HEADINGS {
        return Vec::new();
    }
    let mut toc: Vec<TocEntry> = Vec::new();
    for heading in shown {
        let entry = TocEntry {
            href: format!("#{}", heading.id),
            text: said(here, runbook, &heading.text).into_owned(),
            lang: here.foreign(&runbook.language),
            children: Vec::new(),
        };
        match toc.last_mut() {
            Some(last) if heading.level > top => last.children.push(entry),
            _ => toc.push(entry),
        }
    }
    toc
}

/// Says when something was last changed, and by whom; or why that is not known.
pub(super) fn changed(here: &Here<'_>, change: LastChange<'_>) -> String {
    let words = here.words();
    match change {
        _ if !here.is_judged() => String::new(),
        LastChange::Known(revision) => words.say(&message!(
            "site-changed",
            date = here.date(revision.date),
            author = revision.author.as_str(),
            commit = revision.id.short(),
        )),
        LastChange::Uncommitted => words.word("site-changed-uncommitted"),
        LastChange::Unknown => {
            let why = words.word(extent(&here.kb().history.extent));
            words.say(&message!("site-changed-unknown", why = why))
        }
    }
}

/// Returns the message that says how much of the past is known.
pub(super) fn extent(extent: &Extent) -> &'static str {
    match extent {
        Extent::Whole => "site-history-whole",
        Extent::NoRepository => "site-history-no-repository",
        Extent::Shallow => "site-history-shallow",
        Extent::Unborn => "site-history-unborn",
        Extent::Unreadable(_) => "site-history-unreadable",
    }
}

/// Returns whom to ask about some things: the owner of the first that has one, else who runs everything, and who stands in.
pub(super) fn people_for<'a>(here: &Here<'a>, mut subjects: impl Iterator<Item = &'a EntityRef>) -> Vec<Link> {
    let entities = &here.kb().catalog.entities;
    let owner = subjects.find_map(|subject| answering(entities.get(subject)?, &["owner", "account_holder"]));
    let first = owner.or(here.site.primary_admin);
    let second = here.site.backup_admin.filter(|second| first != Some(*second));
    first.into_iter().chain(second).filter_map(|person| here.link_to(person)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_shown_around_the_place_in_it() {
        assert_eq!(window(10, 3), 0..10);
        assert_eq!(window(1000, 0), 0..60);
        assert_eq!(window(1000, 500), 470..530);
        assert_eq!(window(1000, 999), 940..1000);
    }
}
