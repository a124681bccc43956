//! What was tried and what was read back, the newest first; and what nobody ever tried.

mod gaps;

use serde::Serialize;

use crate::markdown::sentence_end;
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::proof::doubt;
use crate::output::site::record;
use crate::output::site::value::ValueView;
use crate::records::Record;
use crate::records::acknowledgement::Acknowledgement;
use crate::records::exercise::Exercise;
use crate::records::found::Found;
use crate::scalar::Stated;

use gaps::Gap;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct ExercisesView {
    title: String,
    /// What was tried, the newest first.
    exercises: Vec<Row>,
    /// What was read back, the newest first.
    acknowledgements: Vec<Row>,
    /// What was never proven, by kind.
    gaps: Vec<Gap>,
    /// How to write down what was tried.
    command: &'static str,
}

/// A record.
#[derive(Debug, Serialize)]
struct Row {
    link: Link,
    /// The first thing that was found, or said.
    first: Option<ValueView>,
    day: String,
    by: ValueView,
    /// Why it counts for less than it says, or not at all.
    doubt: Option<String>,
    result: Option<ValueView>,
    took: Option<ValueView>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, ExercisesView) {
    let title = here.title(&Page::Exercises);
    let mut chrome = Chrome::new(here, &title);
    let records = &here.kb().records;
    let exercises: Vec<Row> = records.exercises.values().rev().filter_map(|of| exercise(here, of)).collect();
    let read: Vec<Row> = records.acknowledgements.values().rev().filter_map(|of| acknowledgement(here, of)).collect();
    let gaps = gaps::of(here);
    let places = [
        ("_exercises", "site-exercises-done", exercises.is_empty()),
        ("_acknowledgements", "site-acknowledgements", read.is_empty()),
        ("_gaps", "site-never-proven", gaps.is_empty()),
    ];
    let places = places.into_iter().filter(|(.., is_empty)| !is_empty);
    chrome.toc = places.map(|(id, name, _)| TocEntry::new(id, here.words().word(name))).collect();
    let first_gap = gaps.first().and_then(|gap| gap.links.first()).cloned();
    chrome.ending = Some(Ending::general(here, first_gap.or_else(|| here.link_to_page(&Page::Contents))));
    (chrome, ExercisesView { title, exercises, acknowledgements: read, gaps, command: "releve record exercise" })
}

fn exercise(here: &Here<'_>, exercise: &Exercise) -> Option<Row> {
    let found = exercise.found.known().and_then(|Found(found)| found.first());
    let words = here.words();
    let took = exercise.took.as_ref();
    Some(Row {
        result: Some(record::result(here, exercise)),
        took: took.map(|took| record::stated(here, took, |took| ValueView::text(words.say(&took.message())))),
        ..row(here, Record::Exercise(exercise), found)?
    })
}

fn acknowledgement(here: &Here<'_>, acknowledgement: &Acknowledgement) -> Option<Row> {
    row(here, Record::Acknowledgement(acknowledgement), acknowledgement.readback.known())
}

fn row(here: &Here<'_>, record: Record<'_>, said: Option<&String>) -> Option<Row> {
    let file = record.file();
    let by = match record {
        Record::Exercise(Exercise { by, .. }) | Record::Acknowledgement(Acknowledgement { by, .. }) => by,
        Record::Incident(_) => &Stated::Unknown,
    };
    let is_version = here.site.context.version.is_some();
    let first = |text: &String| ValueView::prose(here, &text[..sentence_end(text).unwrap_or(text.len())]);
    Some(Row {
        link: record::link(here, record)?,
        first: said.map(first),
        day: here.date(file.date),
        by: record::who(here, by),
        doubt: by.known().filter(|_| !is_version).and_then(|by| doubt(here, &here.kb().standing(file, by))),
        result: None,
        took: None,
    })
}
