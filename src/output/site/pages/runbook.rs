//! A Markdown page; a runbook in the strict sense starts with when to use it, what it needs and what it risks.

use std::borrow::Cow;

use serde::Serialize;

use crate::diagnostic::message;
use crate::names::EntityRef;
use crate::output::site::body::{self, Html};
use crate::output::site::chrome::{Chrome, Ending, changed, people_for, toc};
use crate::output::site::here::Here;
use crate::output::site::page::Page;
use crate::output::site::value::{FactView, ValueView, label};
use crate::runbook::Runbook;
use crate::runbook::front_matter::{RunbookHead, Status};
use crate::scalar::{Stated, Word};

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct RunbookView<'a> {
    title: Cow<'a, str>,
    language: &'a str,
    /// Says that the page must not be followed as it stands.
    unfinished: Option<String>,
    lead: Option<Cow<'a, str>>,
    /// What one weighs before starting: what for, what it needs, what it risks, how long it takes.
    glance: Vec<FactView>,
    symptoms: Vec<Cow<'a, str>>,
    not_when: Option<Cow<'a, str>>,
    body: Html,
}

pub(super) fn view<'a>(here: &Here<'a>, runbook: &'a Runbook) -> (Chrome<'a>, RunbookView<'a>) {
    let words = here.words();
    let head = runbook.head();
    let path = &here.site.context.snapshot.file(runbook.file).path;
    let title = here.prose(&runbook.title);
    let mut chrome = Chrome::new(here, &title);
    chrome.toc = toc(here, &runbook.document, &runbook.title);
    chrome.changed = Some(changed(here, here.kb().history.last_change(path, "")));
    let next = chrome.next.is_none().then(|| here.link(&Page::Start, words.word("site-start"))).flatten();
    chrome.ending = Some(Ending {
        end_of: head.map(|_| words.say(&message!("site-end-of", title = title.as_ref()))),
        people: people_for(here, runbook.subjects.iter()),
        action: next,
    });
    let view = RunbookView {
        title,
        language: runbook.language.as_str(),
        unfinished: head.and_then(|head| unfinished(here, head)),
        lead: runbook.summary.as_deref().map(|lead| here.prose(lead)),
        glance: head.map(|head| glance(here, runbook, head)).unwrap_or_default(),
        symptoms: head.into_iter().flat_map(|head| &head.symptoms).map(|symptom| here.prose(symptom)).collect(),
        not_when: head.and_then(|head| head.not_when.as_deref()).map(|text| here.prose(text)),
        body: body::html(here, runbook, &runbook.title),
    };
    (chrome, view)
}

fn unfinished(here: &Here<'_>, head: &RunbookHead) -> Option<String> {
    match head.status {
        Stated::Known(Status::Draft) => Some(here.words().word("site-draft-page")),
        Stated::Known(Status::Retired) => Some(here.words().word("site-retired-page")),
        _ => None,
    }
}

fn glance(here: &Here<'_>, runbook: &Runbook, head: &RunbookHead) -> Vec<FactView> {
    let words = here.words();
    let things = |things: Vec<EntityRef>| {
        let links: Vec<ValueView> = things.iter().map(|thing| ValueView::reference(here, thing)).collect();
        (!links.is_empty()).then(|| ValueView::list(links))
    };
    let word_of = |set: &str, word: &str| ValueView::text(words.word(&format!("{set}-{word}")));
    let facts = [
        (words.word("site-for"), things(runbook.subjects.clone())),
        (words.word("site-needs"), things(runbook.needs().iter().map(EntityRef::from).collect())),
        (label(here, "severity"), head.severity.map(|severity| word_of("severity", severity.word()))),
        (label(here, "risk"), stated(here, &head.risk, |risk| word_of("risk", risk.word()))),
        (label(here, "time"), stated(here, &head.time, |time| ValueView::text(words.say(&time.message())))),
    ];
    facts.into_iter().filter_map(|(label, value)| Some(FactView { label: Some(label), value: value? })).collect()
}

/// Shows a field that may be stated to be unknown.
fn stated<T>(here: &Here<'_>, stated: &Stated<T>, show: impl Fn(&T) -> ValueView) -> Option<ValueView> {
    match stated {
        Stated::Known(value) => Some(show(value)),
        Stated::Unknown => Some(ValueView::unknown(here)),
        Stated::None(_) => None,
    }
}
