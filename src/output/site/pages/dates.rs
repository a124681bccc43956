//! What ends by itself, and when: by month, and what nobody knows the day of.

use jiff::civil::Date;
use serde::Serialize;

use crate::catalog::fact::Value;
use crate::diagnostic::message;
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::dates::{DateAhead, dates};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::value::ValueView;

/// How many pages stand beside a date; the others are on the page of what ends.
const MOST_RUNBOOKS: usize = 2;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct DatesView {
    title: String,
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
    /// What ends, and by which field.
    link: Link,
    what: String,
    /// What happens if nobody does anything.
    otherwise: String,
    needs_somebody: bool,
    /// What it costs when it is renewed.
    cost: Option<ValueView>,
    who: Option<Link>,
    runbooks: Vec<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, DatesView) {
    let title = here.title(&Page::Dates);
    let mut chrome = Chrome::new(here, &title);
    let words = here.words();
    let mut months: Vec<Month> = Vec::new();
    let mut unknown = Vec::new();
    let mut last: Option<Date> = None;
    let ahead = dates(here.kb());
    let first = ahead.first().and_then(|date| here.link_to(&date.entity.reference));
    for date in &ahead {
        let Some(entry) = entry(here, date) else { continue };
        let Some(day) = date.day() else {
            unknown.push(entry);
            continue;
        };
        let is_same_month = last.is_some_and(|last| (last.year(), last.month()) == (day.year(), day.month()));
        last = Some(day);
        match months.last_mut().filter(|_| is_same_month) {
            Some(month) => month.entries.push(entry),
            None => months.push(Month {
                id: format!("_{}-{:02}", day.year(), day.month()),
                month: heading(here, day),
                entries: vec![entry],
            }),
        }
    }
    let unknown_day = (!unknown.is_empty()).then(|| TocEntry::new("_unknown", words.word("site-day-unknown")));
    let months_ahead = months.iter().map(|month| TocEntry::new(&month.id, month.month.clone()));
    chrome.toc = unknown_day.into_iter().chain(months_ahead).collect();
    chrome.ending = Some(Ending::general(here, first.or_else(|| here.link_to_page(&Page::Start))));
    (chrome, DatesView { title, months, unknown })
}

fn entry(here: &Here<'_>, date: &DateAhead<'_>) -> Option<Entry> {
    let words = here.words();
    let cost = Value::find(&date.entity.facts, "cost").filter(|_| date.field == "renews_on");
    let runbooks = date.runbooks.iter().take(MOST_RUNBOOKS);
    Some(Entry {
        day: date.day().map(|day| {
            let of_month = u64::from(day.day().unsigned_abs());
            words.say(&message!("site-day", day = of_month, month = here.month(day)))
        }),
        link: here.link_to(&date.entity.reference)?,
        what: what(here, date),
        otherwise: words.word(date.otherwise.message()),
        needs_somebody: date.otherwise.needs_somebody(),
        cost: cost.map(|cost| ValueView::new(here, cost)),
        who: date.who.and_then(|who| here.link_to(who)),
        runbooks: runbooks.filter_map(|runbook| here.link_to(runbook)).collect(),
    })
}

/// Names a month of a year, as a heading starts.
fn heading(here: &Here<'_>, day: Date) -> String {
    let (month, year) = (here.month(day), day.year().to_string());
    let name = here.words().say(&message!("site-month-of", month = month, year = year));
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Says what happens on a day; of the last day to act, also what it comes before.
pub(super) fn what(here: &Here<'_>, date: &DateAhead<'_>) -> String {
    let what = here.words().word(date.what());
    match (date.on, date.act_before) {
        (Some(on), Some(_)) => here.words().say(&message!("site-date-after-notice", what = what, date = here.date(on))),
        _ => what,
    }
}
