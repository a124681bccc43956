//! What changed lately: by day and service, what was beside what is.

use serde::Serialize;

use crate::chronicle::{Day, OfService, Thing};
use crate::diagnostic::message;
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::feed;
use crate::output::site::here::Here;
use crate::output::site::page::Page;
use crate::output::site::told::{ChangeView, change, find, language, named};
use crate::output::site::value::ValueView;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct ChangesView {
    title: String,
    /// The feed that tells the same.
    feed: String,
    /// The versions since which one may ask, the newest first.
    versions: Vec<VersionMark>,
    days: Vec<DayView>,
    /// Where older changes are found, where there are any.
    is_cut: bool,
}

/// A version, and the day at whose end it was marked.
#[derive(Debug, Serialize)]
struct VersionMark {
    text: String,
    day: String,
}

/// What changed on a day.
#[derive(Debug, Serialize)]
struct DayView {
    /// What its heading is called in addresses.
    id: String,
    /// The day for programs; nothing for what is not committed.
    date: Option<String>,
    /// The day in words.
    when: String,
    authors: String,
    /// The first digits of its last commit.
    commit: Option<String>,
    /// The versions that were marked at its end, in a sentence.
    versions: Option<String>,
    /// What is said instead of changes, or of those that are not told.
    note: Option<String>,
    services: Vec<ServiceView>,
}

/// What changed of a service.
#[derive(Debug, Serialize)]
struct ServiceView {
    name: ValueView,
    things: Vec<ThingView>,
}

/// A thing that changed.
#[derive(Debug, Serialize)]
struct ThingView {
    name: ValueView,
    kind: String,
    /// What happened to the whole of it.
    event: Option<String>,
    history: Option<String>,
    changes: Vec<ChangeView>,
    is_cut: bool,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, ChangesView) {
    let title = here.title(&Page::Changes);
    let mut chrome = Chrome::new(here, &title);
    let chronicle = here.site.context.chronicle;
    let days: Vec<DayView> = chronicle.days.iter().map(|day| self::day(here, day)).collect();
    chrome.toc = days.iter().map(|day| TocEntry::new(&day.id, day.when.clone())).collect();
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Start)));
    let marks = chronicle.days.iter().flat_map(|day| {
        let since = |name: &String| here.words().say(&message!("changes-since-version", name = name.as_str()));
        day.versions.iter().map(move |name| VersionMark { text: since(name), day: id(day) })
    });
    let feed = here.own(&feed::address(here.tongue));
    let view = ChangesView { title, feed, versions: marks.collect(), days, is_cut: chronicle.is_cut };
    (chrome, view)
}

/// Returns what the heading of a day is called in addresses: the same in every build that tells it, while the day goes on and after it.
pub(in crate::output::site) fn id(day: &Day) -> String {
    match (day.date(), &day.first) {
        (Some(date), Some(first)) => format!("_{date}-{}", first.short()),
        _ => "_uncommitted".to_owned(),
    }
}

fn day(here: &Here<'_>, day: &Day) -> DayView {
    let words = here.words();
    let versions = day.versions.join(", ");
    DayView {
        id: id(day),
        date: day.date().map(|date| date.to_string()),
        when: when(here, day),
        authors: day.authors.join(", "),
        commit: day.revision.as_ref().map(|revision| revision.id.short()),
        versions: (!versions.is_empty()).then(|| words.say(&message!("changes-version", name = versions))),
        note: note(here, day),
        services: day.changes.services.iter().map(|of_service| service(here, of_service)).collect(),
    }
}

/// Says of a day what is not told.
pub(in crate::output::site) fn note(here: &Here<'_>, day: &Day) -> Option<String> {
    match &day.changes {
        changes if changes.is_first => Some(here.words().word("changes-first")),
        changes if changes.untold > 0 => Some(here.words().say(&message!("changes-untold", count = changes.untold))),
        _ => None,
    }
}

/// Says which day it is.
pub(in crate::output::site) fn when(here: &Here<'_>, day: &Day) -> String {
    day.date().map_or_else(|| here.words().word("history-uncommitted"), |date| here.date(date))
}

fn service(here: &Here<'_>, of_service: &OfService) -> ServiceView {
    let name = match &of_service.service {
        Some(service) => named(here, service),
        None => ValueView::text(here.words().word("changes-shared")),
    };
    ServiceView { name, things: of_service.things.iter().map(|changed| thing(here, changed)).collect() }
}

fn thing(here: &Here<'_>, changed: &Thing) -> ThingView {
    let language = language(here, changed);
    let event = changed.event.as_ref().map(|event| event.words_in(here.words().language()).to_owned());
    let kind = changed.thing.id.split(':').next().unwrap_or_default();
    let reference = find(here, &changed.thing.id);
    ThingView {
        name: named(here, &changed.thing),
        kind: here.words().word(&format!("kind-{kind}")),
        event,
        history: reference.and_then(|reference| here.href(&Page::History(reference))),
        changes: changed.changes.iter().map(|told| change(here, told, &language)).collect(),
        is_cut: changed.is_cut,
    }
}
