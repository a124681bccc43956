//! The days of the page of dates for a calendar (RFC 5545), one file for each language: whatever a page has is in it, and the other way round.
//!
//! What has a day is an event of that day, without a time; what has none is a task. A calendar knows them again by names that stay when a day
//! moves, and can tell which of two states is the newer. Nothing in it depends on the day of the build.

mod write;

use jiff::civil::{Date, date};

use crate::bundle::SitePath;
use crate::diagnostic::message;
use crate::history::LastChange;
use crate::knowledge::calendar::{Due, Event, Occasion};
use crate::names::EntityRef;

use super::address::site_name;
use super::here::{Here, Site, Tongue};
use super::page::Page;
use super::pages::dates;
use super::tree::list_title;
use write::Lines;

/// What something is dated of which no history is known: what an iCalendar must be told, and nobody can know.
const ONCE: Date = date(2000, 1, 1);

/// How long before a domain ends somebody is reminded: as early as `domain/expires` says it, and once more.
const EXPIRY: [i32; 2] = [60, 14];

/// How long before other days somebody is reminded for the first time, in days.
const AHEAD: i32 = 30;

/// The least and the longest time from the first reminder of a notice to its last day: as long as the notice, within reason.
const NOTICE: (i32, i32) = (7, 30);

/// Returns the address of the calendar in a language of the site.
pub(super) fn address(tongue: &Tongue) -> String {
    if tongue.index == 0 { "calendar.ics".to_owned() } else { format!("{}/calendar.ics", tongue.language) }
}

/// Makes the calendars, one a language. An earlier version has none: its days are past.
pub(super) fn calendars(site: &Site<'_>) -> Vec<(SitePath, String)> {
    if site.context.version.is_some() {
        return Vec::new();
    }
    site.tongues.iter().filter_map(|tongue| Some((SitePath::new(&address(tongue))?, calendar(site, tongue)?))).collect()
}

/// Makes the calendar in a language; nothing where the site has no page of dates.
pub(super) fn calendar(site: &Site<'_>, tongue: &Tongue) -> Option<String> {
    let page = site.plan.address(&Page::Dates, tongue.index)?;
    let here = Here::new(site, &Page::Dates, page, tongue);
    let language = here.words().language();
    let name = format!("{} · {}", here.title(&Page::Dates), here.kb().config.title);
    let mut lines = Lines::default();
    lines.property("BEGIN", "VCALENDAR");
    lines.property("VERSION", "2.0");
    lines.property("PRODID", &format!("-//releve//releve//{}", language.as_str().to_uppercase()));
    lines.property("CALSCALE", "GREGORIAN");
    // RFC 7986, and what stood in its place before it.
    lines.text("NAME", &name);
    lines.text("X-WR-CALNAME", &name);
    lines.property("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    lines.property("X-PUBLISHED-TTL", "P1D");
    for event in dates::shown(&here) {
        component(&here, &event, &mut lines);
    }
    lines.property("END", "VCALENDAR");
    Some(lines.finish())
}

/// Writes an event, or a task where there is no day. What the page does not show is not here either.
fn component(here: &Here<'_>, event: &Event<'_>, lines: &mut Lines) -> Option<()> {
    let link = here.link_to(&event.thing)?;
    let words = here.words();
    let kind = if event.day().is_some() { "VEVENT" } else { "VTODO" };
    let what = dates::what(here, event);
    let summary = words.say(&message!("calendar-summary", name = link.text, what = what));
    let stamp = stamp(here, event);
    let moment = format!("{}T000000Z", compact(stamp));
    lines.property("BEGIN", kind);
    lines.text("UID", &format!("{}/{}@{}.releve.invalid", event.thing, event.occasion, site_name(&here.kb().config)));
    lines.property("DTSTAMP", &moment);
    lines.property("LAST-MODIFIED", &moment);
    lines.property("SEQUENCE", &(stamp - ONCE).get_days().max(0).to_string());
    if let Some(day) = event.day() {
        lines.property("DTSTART;VALUE=DATE", &compact(day));
    }
    lines.text("SUMMARY", &summary);
    lines.text("DESCRIPTION", &description(here, event));
    lines.text("CATEGORIES", &words.word(list_title(event.thing.kind())));
    if let Some(url) = here.page_at(&Page::from(&event.thing)).and_then(|path| here.absolute(path)) {
        lines.property("URL", &url);
    }
    if event.day().is_some() {
        lines.property("STATUS", "CONFIRMED");
        lines.property("TRANSP", "TRANSPARENT");
    } else {
        lines.property("STATUS", "NEEDS-ACTION");
    }
    for days in reminders(event) {
        lines.property("BEGIN", "VALARM");
        lines.property("ACTION", "DISPLAY");
        lines.property("TRIGGER", &if days == 0 { "P0D".to_owned() } else { format!("-P{days}D") });
        lines.text("DESCRIPTION", &summary);
        lines.property("END", "VALARM");
    }
    lines.property("END", kind);
    Some(())
}

/// Returns how many days before its day somebody is reminded. What goes on by itself needs nobody, so once is enough.
fn reminders(event: &Event<'_>) -> Vec<i32> {
    let days = match event.due {
        Due::Now | Due::Unknown => Vec::new(),
        Due::On(_) if matches!(event.occasion, Occasion::Expires(_)) => EXPIRY.to_vec(),
        Due::On(_) => vec![AHEAD, 0],
        Due::Before { last, end } => {
            let (least, longest) = NOTICE;
            vec![(end - last).get_days().clamp(least, longest), 0]
        }
    };
    let most = if event.occasion.needs_somebody() { days.len() } else { 1 };
    days.into_iter().take(most).collect()
}

/// Says what happens otherwise, who acts, what it costs, and which pages help: what stands beside the day on the page.
fn description(here: &Here<'_>, event: &Event<'_>) -> String {
    let words = here.words();
    let mut lines = vec![words.word(event.occasion.otherwise())];
    let mut line = |label: &str, value: String| lines.push(format!("{} {value}", words.word(label)));
    if let Some(who) = event.who.and_then(|who| here.link_to(who)) {
        line("site-who-acts", who.text);
    }
    if let Some(cost) = dates::cost(here, event) {
        line("calendar-cost", here.kb().say(cost, words));
    }
    let pages: Vec<String> = event.runbooks.iter().filter_map(|page| Some(here.link_to(page)?.text)).collect();
    if !pages.is_empty() {
        line("site-how", pages.join(", "));
    }
    lines.join("\n")
}

/// Returns the day on which what is said became what it is: of the last change of the thing, or of the record that speaks of it.
fn stamp(here: &Here<'_>, event: &Event<'_>) -> Date {
    let kb = here.kb();
    let snapshot = here.site.context.snapshot;
    let head = kb.history.head.as_ref().map(|head| head.date);
    let change = match &event.thing {
        // What is accepted is written in the configuration, of which no history is kept.
        _ if matches!(event.occasion, Occasion::WaiverEnds(_)) => LastChange::Unknown,
        EntityRef::Runbook(id) => kb
            .runbooks
            .get(id)
            .map_or(LastChange::Unknown, |page| kb.history.last_change(&snapshot.file(page.file).path, "")),
        thing => {
            let entity = kb.catalog.entities.get(thing);
            entity.map_or(LastChange::Unknown, |entity| kb.last_change(entity, snapshot))
        }
    };
    let written = match change {
        LastChange::Known(revision) => Some(revision.date),
        LastChange::Uncommitted | LastChange::Unknown => head,
    };
    written.max(event.recorded).unwrap_or(ONCE)
}

/// Writes a day as iCalendar does: `20261122`.
fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}
