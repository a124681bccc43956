//! A record: what was tried, read back, or went wrong, and what that is worth.

use serde::Serialize;

use crate::diagnostic::Message;
use crate::knowledge::evidence::Evidence;
use crate::names::EntityRef;
use crate::output::site::chrome::{Chrome, Ending, changed, people_for};
use crate::output::site::here::{Here, Link};
use crate::output::site::proof;
use crate::output::site::proof::{ChangedView, UntilView, doubt};
use crate::output::site::read_back::{self, ReadBackView};
use crate::output::site::record::{self, title};
use crate::output::site::value::{ValueView, label};
use crate::records::acknowledgement::Acknowledgement;
use crate::records::exercise::Exercise;
use crate::records::found::Found;
use crate::records::incident::{Action, Incident};
use crate::records::{Record, RecordFile};
use crate::scalar::{Duration, Stated};

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct RecordView {
    title: String,
    /// The day that it is about.
    day: String,
    /// Whose word it is; nothing for what nobody vouches for, and in an earlier version.
    standing: Option<StandingView>,
    /// What was said back, in the reader's own words.
    readback: Option<ValueView>,
    lines: Vec<LineView>,
    /// What is to be done after an incident.
    actions: Vec<ActionView>,
    /// What it shows of each thing that it is about.
    worth: Vec<WorthView>,
    /// The file that holds it; nothing for those who cannot look into it.
    file: Option<String>,
}

/// Whose word a record is.
#[derive(Debug, Serialize)]
struct StandingView {
    text: String,
    /// Whether it is that of the person it is about.
    counts: bool,
}

/// One answer.
#[derive(Debug, Serialize)]
struct LineView {
    label: String,
    value: ValueView,
}

/// Something to be done.
#[derive(Debug, Serialize)]
struct ActionView {
    what: ValueView,
    who: Option<ValueView>,
    /// When it was done.
    done: Option<String>,
    /// Until when, while it is not done.
    by: Option<UntilView>,
}

/// What a record shows of a thing.
#[derive(Debug, Serialize)]
struct WorthView {
    subject: ValueView,
    /// Why it does not count for it.
    why: Option<String>,
    /// What has changed since; nothing when it does not count, or what was read back says so.
    changed: Option<ChangedView>,
    /// What has changed since of what was read back.
    read: Option<ReadBackView>,
    /// Until when it may be trusted.
    until: Option<UntilView>,
}

pub(super) fn view<'a>(here: &Here<'a>, record: Record<'a>) -> (Chrome<'a>, RecordView) {
    let file = record.file();
    let mut chrome = Chrome::new(here, &here.title(here.page));
    chrome.changed = Some(changed(here, here.kb().history.last_change(&file.path, "")));
    let people = people_for(here, record.subjects().into_iter());
    chrome.ending = Some(Ending { people, action: next(here, record) });
    let view = RecordView {
        title: title(here, record),
        day: here.date(file.date),
        standing: standing(here, record),
        readback: None,
        lines: Vec::new(),
        actions: Vec::new(),
        worth: Vec::new(),
        file: here.is_whole().then(|| file.path.to_string()),
    };
    let view = match record {
        Record::Exercise(of) => RecordView { lines: exercise(here, of), worth: worth(here, of), ..view },
        Record::Acknowledgement(of) => RecordView {
            lines: acknowledgement(here, of),
            readback: Some(record::stated(here, &of.readback, |text| ValueView::prose(here, text))),
            worth: since(here, of),
            ..view
        },
        Record::Incident(of) => RecordView {
            lines: incident(here, of),
            actions: of.actions.iter().map(|of| action(here, of)).collect(),
            ..view
        },
    };
    (chrome, view)
}

/// The page that it was about; without one, the list of its kind.
fn next(here: &Here<'_>, record: Record<'_>) -> Option<Link> {
    let mut pages = record.subjects().into_iter().filter(|subject| matches!(subject, EntityRef::Runbook(_)));
    pages.find_map(|page| here.link_to(page)).or_else(|| here.link_to_page(&record::list(record.file().id.kind())))
}

/// Says whose word a record is. An earlier version is read without what led to it, and claims nothing.
fn standing(here: &Here<'_>, record: Record<'_>) -> Option<StandingView> {
    let by = match record {
        Record::Exercise(exercise) => exercise.by.known(),
        Record::Acknowledgement(acknowledgement) => acknowledgement.by.known(),
        Record::Incident(_) => None,
    };
    let by = by.filter(|_| here.is_judged())?;
    let doubt = doubt(here, &here.kb().standing(record.file(), by));
    let counts = doubt.is_none();
    Some(StandingView { text: doubt.unwrap_or_else(|| here.words().word("record-own")), counts })
}

fn exercise(here: &Here<'_>, exercise: &Exercise) -> Vec<LineView> {
    let Exercise {
        file: _,
        exercise_type: _,
        by,
        helped_by,
        subjects,
        result: _,
        took,
        data_age,
        found,
        fixed_in,
        audience: _,
        audiences: _,
    } = exercise;
    let length = |length: &Duration| ValueView::text(here.words().say(&length.message()));
    let lines = [
        ("result", Some(record::result(here, exercise))),
        ("by", Some(record::who(here, by))),
        ("helped_by", references(here, helped_by)),
        ("subjects", references(here, subjects)),
        ("took", took.as_ref().map(|took| record::stated(here, took, length))),
        ("data_age", data_age.as_ref().map(length)),
        ("found", Some(self::found(here, found))),
        ("fixed_in", fixed_in.as_deref().map(ValueView::code)),
    ];
    self::lines(here, lines)
}

fn acknowledgement(here: &Here<'_>, acknowledgement: &Acknowledgement) -> Vec<LineView> {
    let Acknowledgement { file: _, by, subject, readback: _, questions } = acknowledgement;
    let lines = [
        ("by", Some(record::who(here, by))),
        ("subject", Some(record::who(here, subject))),
        ("questions", texts(here, questions)),
    ];
    self::lines(here, lines)
}

fn incident(here: &Here<'_>, incident: &Incident) -> Vec<LineView> {
    let Incident {
        file: _,
        title: _,
        started,
        noticed,
        ended,
        services,
        cause,
        impact,
        runbooks_used,
        runbooks_missing,
        actions: _,
        public_summary,
        audience: _,
        audiences: _,
    } = incident;
    let words = here.words();
    let moment = |of| record::stated(here, of, |moment| ValueView::text(record::moment(here, *moment)));
    let after = |of, message: &'static str| {
        let length = record::between(here, started, of)?;
        Some(ValueView::text(words.say(&Message { id: message, arguments: vec![("length", length.into())] })))
    };
    let followed = |of, message| ValueView::row(std::iter::once(moment(of)).chain(after(of, message)));
    let ended = match ended {
        Some(ended) => followed(ended, "record-lasted"),
        None => ValueView::gap(words.word("record-goes-on")),
    };
    let prose = |text: &String| ValueView::prose(here, text);
    let lines = [
        ("services", references(here, services)),
        ("impact", Some(record::stated(here, impact, prose))),
        ("cause", Some(record::stated(here, cause, prose))),
        ("started", Some(moment(started))),
        ("noticed", Some(followed(noticed, "record-noticed-after"))),
        ("ended", Some(ended)),
        (
            "runbooks_used",
            references(here, runbooks_used)
                .or_else(|| here.is_whole().then(|| ValueView::text(words.word("record-no-page")))),
        ),
        ("runbooks_missing", Some(found(here, runbooks_missing))),
        ("public_summary", public_summary.as_ref().map(prose)),
    ];
    self::lines(here, lines)
}

fn lines<const N: usize>(here: &Here<'_>, lines: [(&str, Option<ValueView>); N]) -> Vec<LineView> {
    let shown = lines.into_iter().filter_map(|(field, value)| Some((field, value.filter(|value| !value.is_empty())?)));
    shown.map(|(field, value)| LineView { label: label(here, field), value }).collect()
}

/// Shows things; nothing when there are none.
fn references(here: &Here<'_>, things: &[EntityRef]) -> Option<ValueView> {
    let things: Vec<ValueView> = things.iter().map(|thing| ValueView::reference(here, thing)).collect();
    (!things.is_empty()).then(|| ValueView::list(things))
}

/// Shows lines of an author; nothing when there are none.
fn texts(here: &Here<'_>, texts: &[String]) -> Option<ValueView> {
    let texts: Vec<ValueView> = texts.iter().map(|text| ValueView::prose(here, text)).collect();
    (!texts.is_empty()).then(|| ValueView::list(texts))
}

/// Shows what was found, or that there was nothing.
fn found(here: &Here<'_>, found: &Stated<Found>) -> ValueView {
    let nothing = || ValueView::text(here.words().word("record-nothing-found"));
    record::stated(here, found, |found| texts(here, &found.0).unwrap_or_else(nothing))
}

fn action(here: &Here<'_>, action: &Action) -> ActionView {
    let Action { what, who, by, done } = action;
    let words = here.words();
    ActionView {
        what: record::stated(here, what, |what| ValueView::prose(here, what)),
        who: who.as_ref().map(|who| ValueView::reference(here, who)),
        done: done.as_ref().map(|day| here.date(day.0)),
        by: by
            .filter(|_| done.is_none())
            .map(|day| UntilView::of(day.0, here.date(day.0), words.word("record-action-late"))),
    }
}

/// What an exercise shows of each of its subjects. Nothing of one that did not work: there is nothing to be trusted.
fn worth(here: &Here<'_>, exercise: &Exercise) -> Vec<WorthView> {
    let kb = here.kb();
    if !here.is_judged() {
        return Vec::new();
    }
    let of = |subject: &EntityRef| {
        let all = kb.evidence(subject);
        let is_newer = |of: &Evidence<'_>| {
            Some(of.by) == exercise.by.known() && of.standing.counts() && of.exercise.file.id > exercise.file.id
        };
        let is_replaced = all.iter().any(is_newer);
        let subject = ValueView::reference(here, subject);
        let Some(evidence) = all.into_iter().find(|evidence| evidence.exercise.file.id == exercise.file.id) else {
            let why = match exercise.by.known() {
                None => "record-by-nobody",
                Some(_) if is_replaced => "record-replaced",
                Some(_) => "record-not-done",
            };
            return Some(WorthView::none(here, subject, why));
        };
        if !evidence.is_done() && evidence.has_worked() {
            return Some(WorthView::none(here, subject, "record-not-done"));
        }
        evidence.is_proof().then(|| WorthView {
            subject,
            why: None,
            changed: Some(proof::changed(here, &evidence.drift)),
            read: None,
            until: evidence.trust_until().map(|day| UntilView::new(here, day, evidence.drift.is_something())),
        })
    };
    exercise.subjects.iter().filter_map(of).collect()
}

/// What has changed since somebody read something, as the page of the thing says it.
fn since(here: &Here<'_>, acknowledgement: &Acknowledgement) -> Vec<WorthView> {
    let Some(subject) = acknowledgement.subject.known().filter(|_| here.is_judged()) else {
        return Vec::new();
    };
    let is_this = |file: &RecordFile| file.id == acknowledgement.file.id;
    let read = here.kb().read_back(subject).into_iter().find(|read| is_this(&read.acknowledgement.file));
    let subject = ValueView::reference(here, subject);
    let worth = match read {
        Some(read) => {
            let read = Some(read_back::view(here, &read));
            WorthView { subject, why: None, changed: None, read, until: None }
        }
        None if !acknowledgement.is_enough() => WorthView::none(here, subject, "record-too-short"),
        None if acknowledgement.by.known().is_none() => WorthView::none(here, subject, "record-by-nobody"),
        None => WorthView::none(here, subject, "record-replaced"),
    };
    vec![worth]
}

impl WorthView {
    /// Says why a record does not count for a thing.
    fn none(here: &Here<'_>, subject: ValueView, why: &str) -> Self {
        Self { subject, why: Some(here.words().word(why)), changed: None, read: None, until: None }
    }
}
