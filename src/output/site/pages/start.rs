//! Start here: what somebody opens first who was not there. Holds the text of the root's own page.

mod calls;
mod ways;

use std::borrow::Cow;

use jiff::ToSpan as _;
use serde::Serialize;

use crate::catalog::service::Service;
use crate::config::ProjectKind;
use crate::diagnostic::message;
use crate::knowledge::calendar::{Event, ends};
use crate::names::{EntityRef, Kind};
use crate::output::site::body::{self, Html, repeats};
use crate::output::site::checklist::{Checklist, Takeovers, phase};
use crate::output::site::chrome::{Chrome, Ending, changed, toc};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::tree::list_title;
use crate::output::site::trouble::{pages, remedies};
use crate::output::site::value::ValueView;
use crate::runbook::Runbook;
use crate::runbook::section::SectionRole;
use crate::scalar::{Duration, Stated};
use crate::words::sort_key;

use super::dates::what;
use calls::Call;

/// How many dates the page shows before it leads to all of them.
const MOST_DATES: usize = 6;

/// How far ahead, and how far back, the page looks, in days: what has just lapsed may still be saved.
const DAYS: i32 = 60;

/// How many services the page shows before it leads to their list.
const MOST_SERVICES: usize = 8;

/// How many top sections a folder of documents shows before it leads to its contents.
const MOST_LINKS: usize = 12;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct StartView<'a> {
    title: Cow<'a, str>,
    lead: Option<Cow<'a, str>>,
    /// Which copy this is.
    copy: String,
    /// What is different from what somebody may remember.
    changes: Option<Link>,
    /// What a handover project knows; nothing is invented for a folder of documents.
    handover: Option<Handover>,
    /// The heading of the authors' text, where it has none of its own.
    introduced: bool,
    introduction: Html,
    /// The language of the introduction, where it is not that of the page.
    introduction_lang: Option<String>,
    /// The top sections of documents whose first page is not there or says nothing.
    contents: Vec<Link>,
}

/// What helps somebody who has to take over.
#[derive(Debug, Serialize)]
struct Handover {
    ways: Vec<Link>,
    first_hour: Checklist,
    takeover: Option<Link>,
    /// What should have been renewed by the day of the build.
    lapsed: Vec<Ahead>,
    dates: Vec<Ahead>,
    all_dates: Option<Link>,
    /// What a year costs, and who can pay.
    money: Option<Link>,
    services: Vec<ServiceRow>,
    all_services: Option<Link>,
    /// Whether somebody can take over today.
    readiness: Option<Link>,
    /// In which order things come back.
    recovery: Option<Link>,
    calls: Vec<Call>,
    all_calls: Option<Link>,
}

/// Something that ends.
#[derive(Debug, Serialize)]
struct Ahead {
    /// The last day to act.
    day: ValueView,
    link: Link,
    /// What happens on that day.
    what: String,
    /// What happens if nobody does anything.
    otherwise: String,
    needs_somebody: bool,
    /// The page that says how.
    action: Option<Link>,
}

/// A service, and what brings it back.
#[derive(Debug, Serialize)]
struct ServiceRow {
    link: Link,
    /// How long it may be down.
    downtime: ValueView,
    restore: Option<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, StartView<'a>) {
    let kb = here.kb();
    let introduction = here.site.plan.introduction.as_ref().and_then(|id| here.text(id));
    let is_handover = kb.config.kind == ProjectKind::Handover;
    let title = match introduction {
        Some(introduction) if !is_handover => &introduction.title,
        _ => &kb.config.title,
    };
    let heading = here.prose(title);
    let mut chrome = Chrome::new(here, &heading);
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Contents)));
    if let Some(introduction) = introduction.filter(|_| !is_handover) {
        chrome.toc = toc(here, introduction, title);
    }
    let path = introduction.map(|introduction| &here.site.context.snapshot.file(introduction.file).path);
    chrome.changed = path.map(|path| changed(here, kb.history.last_change(path, "")));
    let has_own_heading =
        |introduction: &Runbook| introduction.document.starts_with_heading && !repeats(&introduction.document, title);
    let has_no_words = introduction.is_none_or(|introduction| introduction.document.text.as_str().trim().is_empty());
    let view = StartView {
        title: heading,
        lead: kb.config.description.as_deref().map(|lead| here.prose(lead)),
        copy: copy(here),
        changes: here.link_to_page(&Page::Changes),
        handover: is_handover.then(|| handover(here)),
        introduced: is_handover && introduction.is_some_and(|introduction| !has_own_heading(introduction)),
        introduction_lang: introduction.and_then(|introduction| here.foreign(&introduction.language)),
        introduction: introduction.map(|introduction| body::html(here, introduction, title)).unwrap_or_default(),
        contents: if has_no_words && !is_handover { contents(here) } else { Vec::new() },
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

fn handover(here: &Here<'_>) -> Handover {
    let pages = pages(here);
    let takeovers = Takeovers::find(here, pages.clone());
    let (lapsed, dates) = soon(here);
    let (services, is_cut) = services(here, &pages);
    Handover {
        ways: ways::ways(here, &pages),
        first_hour: phase(here, &takeovers, SectionRole::FirstHour),
        takeover: here.link_to_page(&Page::Takeover),
        lapsed,
        dates,
        money: here.link_to_page(&Page::Money),
        all_dates: here.link(&Page::Dates, all_of(here, "site-dates")),
        services,
        all_services: is_cut.then(|| all(here, Kind::Service)).flatten(),
        readiness: here.link_to_page(&Page::Readiness),
        recovery: here.link_to_page(&Page::Recovery),
        calls: calls::calls(here),
        all_calls: all(here, Kind::Person),
    }
}

/// A link to the list of a kind, under words that say that there is more.
fn all(here: &Here<'_>, kind: Kind) -> Option<Link> {
    here.link(&Page::list(kind), all_of(here, list_title(kind)))
}

fn all_of(here: &Here<'_>, list: &str) -> String {
    here.words().say(&message!("site-all-of", list = here.words().word(list)))
}

/// What has lapsed and what ends within reach of the day of the build: with About this copy the one place that may know that day.
/// What ends on a day that nobody knows comes last.
fn soon(here: &Here<'_>) -> (Vec<Ahead>, Vec<Ahead>) {
    let today = here.kb().as_of;
    let reach = today.saturating_sub(DAYS.days())..=today.saturating_add(DAYS.days());
    let has_passed = |event: &Event<'_>| event.day().is_some_and(|day| day < today);
    let (lapsed, ahead): (Vec<_>, Vec<_>) = ends(here.kb())
        .into_iter()
        .filter(|event| event.day().is_none_or(|day| reach.contains(&day)))
        .partition(has_passed);
    let rows = |events: Vec<Event<'_>>| events.iter().take(MOST_DATES).filter_map(|event| row(here, event)).collect();
    (rows(lapsed), rows(ahead))
}

fn row(here: &Here<'_>, event: &Event<'_>) -> Option<Ahead> {
    let needs_somebody = event.occasion.needs_somebody();
    Some(Ahead {
        day: event.day().map_or_else(|| ValueView::unknown(here), |day| ValueView::text(here.date(day))),
        link: here.link_to(&event.thing)?,
        what: what(here, event),
        otherwise: here.words().word(event.occasion.otherwise()),
        needs_somebody,
        // What renews itself asks for no page.
        action: event.runbooks.first().filter(|_| needs_somebody).and_then(|runbook| here.link_to(runbook)),
    })
}

/// The services that must be back first: the shortest tolerable downtime comes first, and what is not known comes last. Tells
/// whether there are more.
fn services(here: &Here<'_>, pages: &[&Runbook]) -> (Vec<ServiceRow>, bool) {
    let kb = here.kb();
    let downtime = |service: &Service| service.mtd.as_ref().and_then(Stated::known).copied();
    let mut services: Vec<(EntityRef, &Service)> =
        kb.catalog.services.iter().map(|(id, service)| (EntityRef::from(id), service)).collect();
    services.retain(|(_, service)| !service.is_retired());
    services.sort_by_cached_key(|(reference, service)| {
        let minutes = downtime(service).map(Duration::minutes);
        (minutes.is_none(), minutes, sort_key(kb.title(reference)), reference.clone())
    });
    let is_cut = services.len() > MOST_SERVICES;
    let remedies = remedies(here, pages);
    let restore = |reference: &EntityRef| {
        let restore = remedies.get(reference)?.restore.first()?;
        here.link_to(&EntityRef::from(&restore.id))
    };
    let rows = services.into_iter().take(MOST_SERVICES).filter_map(|(reference, service)| {
        Some(ServiceRow {
            link: here.link_to(&reference)?,
            downtime: downtime(service).map_or_else(
                || ValueView::unknown(here),
                |downtime| ValueView::text(here.words().say(&downtime.message())),
            ),
            restore: restore(&reference),
        })
    });
    (rows.collect(), is_cut)
}

/// The top sections: each is itself where it is a page, else the first page below it.
fn contents(here: &Here<'_>) -> Vec<Link> {
    let tree = here.tree();
    let roots = tree.roots.iter().take(MOST_LINKS);
    roots.filter_map(|id| here.link_as(tree.landing(*id)?, tree.node(*id))).collect()
}
