//! What ends by itself, and when: by year and month, and what nobody knows the day of.

use jiff::civil::Date;
use serde::Serialize;

use crate::diagnostic::message;
use crate::output::site::chrome::{Chrome, Ending, people_for};
use crate::output::site::dates::{DateAhead, dates};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;

/// How many pages stand beside a date; the others are on the page of what ends.
const MOST_RUNBOOKS: usize = 2;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct DatesView {
    title: String,
    years: Vec<Year>,
    /// What ends on a day that nobody knows.
    unknown: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Year {
    year: String,
    months: Vec<Month>,
}

#[derive(Debug, Serialize)]
struct Month {
    month: String,
    entries: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    /// The last day to act, in words.
    day: Option<String>,
    /// What ends, and by which field.
    link: Link,
    what: String,
    /// What happens if nobody does anything.
    otherwise: String,
    needs_somebody: bool,
    who: Option<Link>,
    runbooks: Vec<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, DatesView) {
    let title = here.title(&Page::Dates);
    let mut chrome = Chrome::new(here, &title);
    let mut years: Vec<(i16, Year)> = Vec::new();
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
        if years.last().is_none_or(|(year, _)| *year != day.year()) {
            years.push((day.year(), Year { year: day.year().to_string(), months: Vec::new() }));
        }
        let Some((_, year)) = years.last_mut() else { continue };
        match year.months.last_mut().filter(|_| is_same_month) {
            Some(month) => month.entries.push(entry),
            None => year.months.push(Month { month: here.month(day), entries: vec![entry] }),
        }
    }
    chrome.ending = Some(Ending {
        people: people_for(here, std::iter::empty()),
        action: first.or_else(|| here.link_to_page(&Page::Start)),
        ..Ending::default()
    });
    (chrome, DatesView { title, years: years.into_iter().map(|(_, year)| year).collect(), unknown })
}

fn entry(here: &Here<'_>, date: &DateAhead<'_>) -> Option<Entry> {
    let words = here.words();
    let what = words.word(date.what());
    let what = match (date.on, date.act_before) {
        (Some(on), Some(_)) => words.say(&message!("site-date-after-notice", what = what, date = here.date(on))),
        _ => what,
    };
    let runbooks = date.runbooks.iter().take(MOST_RUNBOOKS);
    Some(Entry {
        day: date.day().map(|day| here.date(day)),
        link: here.link_to(&date.entity.reference)?,
        what,
        otherwise: words.word(date.otherwise.message()),
        needs_somebody: date.otherwise.needs_somebody(),
        who: date.who.and_then(|who| here.link_to(who)),
        runbooks: runbooks.filter_map(|runbook| here.link_to(runbook)).collect(),
    })
}
