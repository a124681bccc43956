//! What changed lately: by day and service, what was beside what is.

use serde::Serialize;

use crate::chronicle::{Change, Day, Named, OfService, Stood, Thing};
use crate::diagnostic::message;
use crate::difference::difference;
use crate::names::EntityRef;
use crate::output::site::address::slug;
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::feed;
use crate::output::site::here::Here;
use crate::output::site::page::Page;
use crate::output::site::value::ValueView;
use crate::words::Language;

use super::history::{PassageView, passage};

/// Texts that are longer are compared word by word; shorter ones stand beside each other.
const LONGEST_VALUE: usize = 80;

/// How much is shown of a text that is new or gone as a whole, in characters: its page has the rest.
const LONGEST_EXCERPT: usize = 400;

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
    /// The language of its words, where it is not that of the page.
    lang: Option<String>,
}

/// Something that changed.
#[derive(Debug, Serialize)]
struct ChangeView {
    what: String,
    was: Option<ValueView>,
    now: Option<ValueView>,
    passages: Vec<PassageView>,
    note: Option<String>,
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

/// Returns what the heading of a day is called in addresses: the same in every build that tells it.
pub(in crate::output::site) fn id(day: &Day) -> String {
    match &day.revision {
        Some(revision) => format!("_{}-{}", revision.date, revision.id.short()),
        None => "_uncommitted".to_owned(),
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
        lang: here.foreign(&language),
    }
}

/// The language of the words of a thing.
fn language(here: &Here<'_>, changed: &Thing) -> Language {
    let own = changed.language.as_deref().and_then(Language::from_tag);
    let of_page = || match find(here, &changed.thing.id)? {
        EntityRef::Runbook(id) => Some(here.kb().runbooks.get(&id)?.language.clone()),
        _ => None,
    };
    own.or_else(of_page).unwrap_or_else(|| here.kb().config.language.clone())
}

fn change(here: &Here<'_>, told: &Change, language: &Language) -> ChangeView {
    let spoken = here.words().language();
    let mut view = ChangeView {
        what: told.what.words_in(spoken).to_owned(),
        was: None,
        now: None,
        passages: Vec::new(),
        note: told.note.as_ref().map(|note| note.words_in(spoken).to_owned()),
    };
    match (&told.was, &told.now) {
        (Some(Stood::Text(was)), Some(Stood::Text(now))) if is_long(was) || is_long(now) => {
            view.passages = difference(was, now).passages.into_iter().map(passage).collect();
        }
        (was, now) => {
            view.was = was.as_ref().map(|stood| value(here, stood, language));
            view.now = now.as_ref().map(|stood| value(here, stood, language));
        }
    }
    view
}

/// Whether a text is compared word by word.
pub(in crate::output::site) fn is_long(text: &str) -> bool {
    text.len() > LONGEST_VALUE || text.contains('\n')
}

fn value(here: &Here<'_>, stood: &Stood, language: &Language) -> ValueView {
    match stood {
        Stood::Things(things) => match things.as_slice() {
            [only] => named(here, only),
            things => ValueView::list(things.iter().map(|thing| named(here, thing)).collect()),
        },
        Stood::Text(_) => ValueView::literal(here, &in_words(here, stood), language),
        other => ValueView::text(in_words(here, other)),
    }
}

/// Says what stood somewhere; of a long text, its beginning.
pub(in crate::output::site) fn in_words(here: &Here<'_>, stood: &Stood) -> String {
    match stood {
        Stood::Text(text) => match text.char_indices().nth(LONGEST_EXCERPT) {
            Some((end, _)) => format!("{}…", text[..end].trim_end()),
            None => text.clone(),
        },
        Stood::Day(day) => day.parse().map_or_else(|_| day.clone(), |day| here.date(day)),
        Stood::Things(things) => things.iter().map(|thing| thing.name.as_str()).collect::<Vec<_>>().join(", "),
        Stood::Value(spoken) => spoken.words_in(here.words().language()).to_owned(),
    }
}

/// Finds a thing of then: it is still there, or has another id and says what it was called before.
fn find(here: &Here<'_>, id: &str) -> Option<EntityRef> {
    here.kb().names.find(id).or_else(|| {
        let (kind, id) = id.split_once(':')?;
        let targets = &here.site.plan.redirects.get(&slug(id))?.targets;
        targets.iter().find(|target| target.kind().name() == kind).cloned()
    })
}

/// Shows a thing: as it is called today, where it is still there; else by its name of then.
fn named(here: &Here<'_>, named: &Named) -> ValueView {
    match find(here, &named.id) {
        Some(reference) => ValueView::reference(here, &reference),
        None => ValueView::literal(here, &named.name, &here.kb().config.language),
    }
}
