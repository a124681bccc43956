//! What happened to a thing, and what is due: days ahead, exercises, acknowledgements, incidents, changes; the newest first.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::catalog::Entity;
use crate::diagnostic::message;
use crate::knowledge::calendar::ending;
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::record;
use crate::output::site::value::ValueView;
use crate::records::Record;

/// How many lines are shown.
const MOST: usize = 12;

/// What happened on a day.
#[derive(Debug, Serialize)]
pub(super) struct Moment {
    /// The day for programs, `2026-11-22`.
    day: String,
    /// The day in words.
    date: String,
    /// To the record or the change.
    link: Option<Link>,
    /// What happened; beside a link, how it went.
    text: Option<ValueView>,
}

/// The days of a thing.
#[derive(Debug, Default, Serialize)]
pub(super) struct Timeline {
    moments: Vec<Moment>,
    /// Where what is left out stands.
    rest: Vec<Link>,
}

/// Which of several things of one day stands above: what was due, then what was recorded, then what was written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Due,
    Recorded,
    Written,
}

impl Timeline {
    /// Returns the days of a thing; nothing when none is known.
    pub(super) fn of(here: &Here<'_>, entity: &Entity) -> Option<Self> {
        let mut moments: Vec<(Date, Rank, Moment)> = Vec::new();
        due(here, entity, &mut |day, moment| moments.push((day, Rank::Due, moment)));
        recorded(here, entity, &mut |day, moment| moments.push((day, Rank::Recorded, moment)));
        written(here, entity, &mut |day, moment| moments.push((day, Rank::Written, moment)));
        // Those of one day and rank stay as they are: newest first.
        moments.sort_by_key(|(day, rank, _)| (Reverse(*day), *rank));
        let left_out: BTreeSet<Rank> = moments.iter().skip(MOST).map(|(_, rank, _)| *rank).collect();
        let pages = left_out.into_iter().flat_map(|rank| match rank {
            Rank::Due => vec![Page::Dates],
            Rank::Recorded => vec![Page::Exercises, Page::Incidents],
            Rank::Written => vec![Page::History(entity.reference.clone())],
        });
        let rest = pages.filter_map(|page| here.link_to_page(&page)).collect();
        let moments: Vec<Moment> = moments.into_iter().take(MOST).map(|(.., moment)| moment).collect();
        (!moments.is_empty()).then_some(Self { moments, rest })
    }
}

fn moment(here: &Here<'_>, day: Date, link: Option<Link>, text: Option<ValueView>) -> Moment {
    Moment { day: day.to_string(), date: here.date(day), link, text }
}

/// The days on which something ends, and those until which an exercise may be trusted.
fn due(here: &Here<'_>, entity: &Entity, found: &mut impl FnMut(Date, Moment)) {
    let words = here.words();
    for (day, occasion) in ending(entity) {
        let text = ValueView::text(record::capitalised(&words.word(occasion.message())));
        found(day, moment(here, day, None, Some(text)));
    }
    // Whose a record is, which decides what it is worth, is not known in an earlier version.
    if !here.is_judged() {
        return;
    }
    for evidence in here.kb().evidence(&entity.reference).iter().filter(|evidence| evidence.is_proof()) {
        let Some(day) = evidence.trust_until() else { continue };
        let link = record::link(here, Record::Exercise(evidence.exercise));
        found(day, moment(here, day, link, Some(ValueView::text(words.word("timeline-trust-ends")))));
    }
}

/// What was tried, read back, or went wrong.
fn recorded(here: &Here<'_>, entity: &Entity, found: &mut impl FnMut(Date, Moment)) {
    for record in here.kb().records_of(&entity.reference) {
        let text = match record {
            Record::Exercise(exercise) => Some(record::result(here, exercise)),
            Record::Acknowledgement(acknowledgement) => Some(record::who(here, &acknowledgement.by)),
            Record::Incident(_) => Some(ValueView::text(here.words().word("record-kind-incident"))),
        };
        let day = record.file().date;
        found(day, moment(here, day, record::link(here, record), text));
    }
}

/// The changes of what is written about it. Those of one day by one author are one.
fn written(here: &Here<'_>, entity: &Entity, found: &mut impl FnMut(Date, Moment)) {
    let kb = here.kb();
    let (path, part) = kb.place_of(entity, here.site.context.snapshot);
    let Some(changes) = kb.history.changes(path, part) else { return };
    let mut last: Option<(Date, &str)> = None;
    for change in &changes.commits {
        let (day, author) = (change.revision.date, change.revision.author.as_str());
        if last == Some((day, author)) {
            continue;
        }
        last = Some((day, author));
        let says = here.words().say(&message!("timeline-written", author = author));
        let link = here.link(&Page::History(entity.reference.clone()), says.as_str());
        let text = link.is_none().then(|| ValueView::text(says));
        found(day, moment(here, day, link, text));
    }
}
