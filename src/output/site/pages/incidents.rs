//! What went wrong: the incidents, the newest first, what is left to do after them, and which pages were missing.

use serde::Serialize;

use crate::diagnostic::message;
use crate::names::EntityRef;
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::record;
use crate::output::site::value::ValueView;
use crate::records::Record;
use crate::records::incident::{Action, Incident};
use crate::scalar::Stated;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct IncidentsView {
    title: String,
    /// The newest first.
    incidents: Vec<Row>,
    /// What is not done yet, first what is due first.
    left: Vec<Left>,
    /// The pages that somebody looked for, and that did not say it.
    missing: Vec<Left>,
}

#[derive(Debug, Serialize)]
struct Row {
    link: Link,
    impact: ValueView,
    day: String,
    services: ValueView,
    /// How long it lasted, or that it goes on.
    lasted: Option<ValueView>,
}

/// Something that an incident left behind.
#[derive(Debug, Serialize)]
struct Left {
    what: ValueView,
    who: Option<ValueView>,
    by: Option<String>,
    incident: Link,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, IncidentsView) {
    let title = here.title(&Page::Incidents);
    let mut chrome = Chrome::new(here, &title);
    let newest_first = || here.kb().records.incidents.values().rev();
    let incidents = newest_first().filter_map(|incident| row(here, incident)).collect();
    let left = left(here, newest_first());
    let missing: Vec<Left> = newest_first().flat_map(|incident| missing(here, incident)).collect();
    let places =
        [("_left", "site-incidents-left", left.is_empty()), ("_missing", "site-incidents-missing", missing.is_empty())];
    let places = places.into_iter().filter(|(.., is_empty)| !is_empty);
    chrome.toc = places.map(|(id, name, _)| TocEntry::new(id, here.words().word(name))).collect();
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Broken)));
    (chrome, IncidentsView { title, incidents, left, missing })
}

fn row(here: &Here<'_>, incident: &Incident) -> Option<Row> {
    let words = here.words();
    let lasted = match &incident.ended {
        Some(ended) => record::between(here, &incident.started, ended)
            .map(|length| ValueView::text(words.say(&message!("record-lasted", length = length)))),
        None => Some(ValueView::gap(words.word("record-goes-on"))),
    };
    Some(Row {
        link: record::link(here, Record::Incident(incident))?,
        impact: match &incident.public_summary {
            Some(summary) if !here.is_whole() => ValueView::prose(here, summary),
            _ => record::stated(here, &incident.impact, |impact| ValueView::prose(here, impact)),
        },
        day: here.date(incident.file.date),
        services: ValueView::row(incident.services.iter().map(|service| ValueView::reference(here, service))),
        lasted,
    })
}

/// What is not done yet: first what is due first, then what nobody set a day for.
fn left<'a>(here: &Here<'_>, incidents: impl Iterator<Item = &'a Incident>) -> Vec<Left> {
    let open = |incident: &'a Incident| {
        let actions = incident.actions.iter().filter(|action| action.done.is_none());
        actions.map(move |action| (incident, action))
    };
    let mut open: Vec<(&Incident, &Action)> = incidents.flat_map(open).collect();
    open.sort_by_key(|(_, action)| (action.by.is_none(), action.by.as_ref().map(|day| day.0)));
    let left = |(incident, action): (&Incident, &Action)| {
        Some(Left {
            what: record::stated(here, &action.what, |what| ValueView::prose(here, what)),
            who: action.who.as_ref().map(|who: &EntityRef| ValueView::reference(here, who)),
            by: action.by.as_ref().map(|day| here.date(day.0)),
            incident: record::link(here, Record::Incident(incident))?,
        })
    };
    open.into_iter().filter_map(left).collect()
}

fn missing(here: &Here<'_>, incident: &Incident) -> Vec<Left> {
    let Stated::Known(missing) = &incident.runbooks_missing else { return Vec::new() };
    let left = |what: &String| {
        let incident = record::link(here, Record::Incident(incident))?;
        Some(Left { what: ValueView::prose(here, what), who: None, by: None, incident })
    };
    missing.0.iter().filter_map(left).collect()
}
