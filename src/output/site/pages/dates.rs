//! Everything that has a day: what is due already, by month, and what nobody knows the day of.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::catalog::fact::Value;
use crate::diagnostic::{Argument, Message, message};
use crate::knowledge::calendar::{Due, Event, Occasion, ends, events};
use crate::names::EntityRef;
use crate::output::site::calendar;
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::value::ValueView;

/// How many pages stand beside a date; the others are on the page of what it is about.
const MOST_RUNBOOKS: usize = 2;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct DatesView {
    title: String,
    /// The same days for a calendar; none in an earlier version.
    calendar: Option<String>,
    /// What is due already.
    now: Vec<Entry>,
    months: Vec<Month>,
    /// What ends on a day that nobody knows.
    unknown: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Month {
    /// The place of the month, for jumps.
    id: String,
    month: String,
    entries: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    /// The last day to act, in words, without its year.
    day: Option<String>,
    /// Whether it is due already.
    is_due: bool,
    /// What ends, and by which field.
    link: Link,
    /// The other things of which the same is true on the same day: one card pays for many contracts.
    others: Vec<Link>,
    what: String,
    /// What happens if nobody does anything.
    otherwise: String,
    needs_somebody: bool,
    /// What it costs when it is renewed.
    cost: Option<ValueView>,
    who: Option<Link>,
    runbooks: Vec<Link>,
}

/// What two things share of which the page says the same.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Shared<'a>(Option<Date>, Occasion<'a>, Option<&'a EntityRef>, Vec<&'a EntityRef>);

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, DatesView) {
    let title = here.title(&Page::Dates);
    let mut chrome = Chrome::new(here, &title);
    let words = here.words();
    let events = shown(here);
    let first = events.first().and_then(|event| here.link_to(&event.thing));
    let calendar = here.site.context.version.is_none().then(|| here.own(&calendar::address(here.tongue)));
    let mut view = DatesView { title, calendar, now: Vec::new(), months: Vec::new(), unknown: Vec::new() };
    for (day, entry) in entries(here, &events) {
        let Some(day) = day else {
            let list = if entry.is_due { &mut view.now } else { &mut view.unknown };
            list.push(entry);
            continue;
        };
        let id = format!("_{}-{:02}", day.year(), day.month());
        match view.months.last_mut().filter(|month| month.id == id) {
            Some(month) => month.entries.push(entry),
            None => view.months.push(Month { id, month: heading(here, day), entries: vec![entry] }),
        }
    }
    let apart = [("_now", "calendar-now", &view.now), ("_unknown", "site-day-unknown", &view.unknown)];
    let apart = apart.into_iter().filter(|(.., entries)| !entries.is_empty());
    let apart = apart.map(|(id, name, _)| TocEntry::new(id, words.word(name)));
    let months = view.months.iter().map(|month| TocEntry::new(&month.id, month.month.clone()));
    chrome.toc = apart.chain(months).collect();
    chrome.ending = Some(Ending::general(here, first.or_else(|| here.link_to_page(&Page::Start))));
    (chrome, view)
}

/// Returns what the page shows. What records are worth is not known in an earlier version.
pub(in crate::output::site) fn shown<'a>(here: &Here<'a>) -> Vec<Event<'a>> {
    if here.site.context.version.is_some() { ends(here.kb()) } else { events(here.kb()) }
}

/// Makes the entries, those of one day together of which the same is to be said.
fn entries<'a>(here: &Here<'a>, events: &[Event<'a>]) -> Vec<(Option<Date>, Entry)> {
    let mut entries: Vec<(Option<Date>, Entry)> = Vec::new();
    let mut same: BTreeMap<Shared<'a>, usize> = BTreeMap::new();
    for event in events {
        let Some(entry) = entry(here, event) else { continue };
        let shared = Shared(event.day(), event.occasion, event.who, event.runbooks.clone());
        let earlier = same.get(&shared).filter(|_| entry.cost.is_none());
        if let Some((_, earlier)) = earlier.and_then(|index| entries.get_mut(*index)) {
            earlier.others.push(entry.link);
        } else {
            same.insert(shared, entries.len());
            entries.push((event.day(), entry));
        }
    }
    entries
}

fn entry(here: &Here<'_>, event: &Event<'_>) -> Option<Entry> {
    let words = here.words();
    let runbooks = event.runbooks.iter().take(MOST_RUNBOOKS);
    Some(Entry {
        day: event.day().map(|day| {
            let of_month = u64::from(day.day().unsigned_abs());
            words.say(&message!("site-day", day = of_month, month = here.month(day)))
        }),
        is_due: event.due == Due::Now,
        link: here.link_to(&event.thing)?,
        others: Vec::new(),
        what: what(here, event),
        otherwise: words.word(event.occasion.otherwise()),
        needs_somebody: event.occasion.needs_somebody(),
        cost: cost(here, event).map(|cost| ValueView::new(here, cost)),
        who: event.who.and_then(|who| here.link_to(who)),
        runbooks: runbooks.filter_map(|runbook| here.link_to(runbook)).collect(),
    })
}

/// Returns what it costs to renew a thing.
pub(in crate::output::site) fn cost<'a>(here: &Here<'a>, event: &Event<'_>) -> Option<&'a Value> {
    let entity = here.kb().catalog.entities.get(&event.thing)?;
    Value::find(&entity.facts, "cost").filter(|_| matches!(event.occasion, Occasion::Renews(_)))
}

/// Names a month of a year, as a heading starts.
fn heading(here: &Here<'_>, day: Date) -> String {
    let (month, year) = (here.month(day), day.year().to_string());
    let name = here.words().say(&message!("site-month-of", month = month, year = year));
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Says what happens on a day; of the last day to act, also what it comes before.
pub(in crate::output::site) fn what(here: &Here<'_>, event: &Event<'_>) -> String {
    let words = here.words();
    let id = event.occasion.message();
    let what = match event.occasion {
        Occasion::WaiverEnds(rule) => {
            let code = here.site.context.rules.iter().find(|code| code.name == rule);
            let gap = code.map_or(rule, |code| code.summary(words.language()));
            words.say(&Message { id, arguments: vec![("gap", Argument::from(gap))] })
        }
        _ => words.word(id),
    };
    match event.due {
        Due::Before { end, .. } => words.say(&message!("calendar-notice", what = what, date = here.date(end))),
        Due::Now | Due::On(_) | Due::Unknown => what,
    }
}
