//! What one weighs before starting: whether this is the right page, what shows that it works, what it needs and risks.

use std::borrow::Cow;

use serde::Serialize;

use crate::catalog::fact::{Fact, Value};
use crate::markdown::html::placeholder;
use crate::names::EntityRef;
use crate::output::site::here::{Here, Link};
use crate::output::site::proof::{ProofView, proofs};
use crate::output::site::said::said;
use crate::output::site::value::{FactView, ValueView, label};
use crate::runbook::Runbook;
use crate::runbook::front_matter::{Risk, RunbookHead, SeverityWord, Status};
use crate::runbook::section::SectionRole;
use crate::scalar::{Stated, Word};

/// What stands before the text.
#[derive(Debug, Serialize)]
pub(super) struct HeadView<'a> {
    /// What the page is called in references, on paper and on the phone.
    id: &'a str,
    /// Says that the page must not be followed as it stands.
    unfinished: Option<String>,
    /// What it is for.
    subjects: Vec<Link>,
    /// How bad it is when this page is needed, and what following it risks.
    tags: Vec<Tag>,
    /// Says that nobody is known to have followed it; nothing for pages that nobody follows.
    proof: Option<String>,
    /// What those who tried it say, the newest first.
    proofs: Vec<ProofView>,
    /// When and by whom it was last changed.
    changed: String,
    symptoms: Vec<Cow<'a, str>>,
    alerts: &'a [String],
    not_when: Option<Cow<'a, str>>,
    needs: Vec<NeedView>,
    /// How long it takes, what it was tested with.
    facts: Vec<FactView>,
    way_back: Option<WayBack>,
    values: Vec<AskView<'a>>,
}

/// A word for a state, with the look that says how grave it is.
#[derive(Debug, Serialize)]
struct Tag {
    label: String,
    word: String,
    /// `danger`, `warning` or `quiet`.
    look: &'static str,
}

/// A credential: where it lies and who holds it.
#[derive(Debug, Serialize)]
struct NeedView {
    link: Option<Link>,
    at: ValueView,
}

/// How to go back.
#[derive(Debug, Serialize)]
struct WayBack {
    /// To the section that says so; nothing where there is none.
    link: Option<Link>,
}

/// A value that the reader puts in.
#[derive(Debug, Serialize)]
struct AskView<'a> {
    name: String,
    label: Cow<'a, str>,
}

pub(super) fn view<'a>(here: &Here<'a>, runbook: &'a Runbook, head: &'a RunbookHead, changed: String) -> HeadView<'a> {
    let words = here.words();
    let is_followed = runbook.is_followed();
    let proofs = if here.is_judged() { proofs(here, runbook) } else { Vec::new() };
    HeadView {
        id: runbook.id.as_str(),
        unfinished: unfinished(here, head),
        subjects: runbook.subjects.iter().filter_map(|subject| here.link_to(subject)).collect(),
        tags: tags(here, head, is_followed),
        proof: (is_followed && proofs.is_empty() && here.is_judged()).then(|| words.word("site-proof-none")),
        proofs,
        changed,
        symptoms: head.symptoms.iter().map(|symptom| said(here, runbook, symptom)).collect(),
        alerts: &head.alerts,
        not_when: head.not_when.as_deref().map(|text| said(here, runbook, text)),
        needs: runbook.needs().iter().map(|credential| need(here, &credential.into())).collect(),
        facts: facts(here, runbook, head, is_followed),
        way_back: way_back(here, runbook, head).filter(|_| is_followed),
        values: head
            .asks
            .0
            .iter()
            .map(|(name, label)| AskView { name: placeholder(name), label: said(here, runbook, label) })
            .collect(),
    }
}

fn unfinished(here: &Here<'_>, head: &RunbookHead) -> Option<String> {
    match head.status {
        Stated::Known(Status::Draft) => Some(here.words().word("site-draft-page")),
        Stated::Known(Status::Retired) => Some(here.words().word("site-retired-page")),
        _ => None,
    }
}

fn tags(here: &Here<'_>, head: &RunbookHead, is_followed: bool) -> Vec<Tag> {
    let words = here.words();
    let tag = |field: &str, word: &str, look| Tag {
        label: label(here, field),
        word: words.word(&format!("{field}-{word}")),
        look,
    };
    let severity = head.severity.map(|severity| {
        let look = match severity {
            SeverityWord::Grave => "danger",
            SeverityWord::Annoying => "warning",
            SeverityWord::Minor => "quiet",
        };
        tag("severity", severity.word(), look)
    });
    let risk = match head.risk {
        Stated::Known(risk) => Some(tag(
            "risk",
            risk.word(),
            match risk {
                Risk::Destructive => "danger",
                Risk::Disruptive => "warning",
                Risk::Reversible | Risk::ReadOnly => "quiet",
            },
        )),
        Stated::Unknown if is_followed && here.is_whole() => {
            Some(Tag { label: label(here, "risk"), word: words.word("site-unknown"), look: "warning" })
        }
        Stated::Unknown | Stated::None(_) => None,
    };
    severity.into_iter().chain(risk).collect()
}

/// Shows a credential on one line: where it lies, and who holds it.
fn need(here: &Here<'_>, credential: &EntityRef) -> NeedView {
    let facts = here.kb().catalog.entities.get(credential).map_or(&[][..], |entity| &entity.facts);
    // Under these names the vault and what to look for in it speak for themselves.
    let wanted = match Value::find(facts, "store") {
        Some(Value::Group(_)) => &[("at", "store.vault"), ("name", "store.item"), ("holders", "holders")][..],
        _ => &[("store", "store"), ("holders", "holders")],
    };
    let found = wanted.iter().filter_map(|(name, path)| Some(Fact { name, value: Value::find(facts, path)?.clone() }));
    NeedView { link: here.link_to(credential), at: ValueView::new(here, &Value::Group(found.collect())) }
}

fn facts(here: &Here<'_>, runbook: &Runbook, head: &RunbookHead, is_followed: bool) -> Vec<FactView> {
    let words = here.words();
    let time = match &head.time {
        Stated::Known(time) => Some(ValueView::text(words.say(&time.message()))),
        Stated::Unknown if is_followed => Some(ValueView::unknown(here)),
        Stated::Unknown | Stated::None(_) => None,
    };
    let tested: Vec<String> =
        head.tested_with.0.iter().map(|(software, version)| format!("{software} {version}")).collect();
    let tested = (!tested.is_empty()).then(|| ValueView::text(said(here, runbook, &tested.join(", ")).into_owned()));
    [("time", time), ("tested_with", tested)]
        .into_iter()
        .filter_map(|(name, value)| Some(FactView { label: Some(label(here, name)), value: value? }))
        .collect()
}

/// Where a page says how to go back; that it does not say so is worth knowing before one starts to change something.
fn way_back(here: &Here<'_>, runbook: &Runbook, head: &RunbookHead) -> Option<WayBack> {
    let section = runbook.outline.section(SectionRole::Undo);
    let link = section.map(|section| {
        let heading = &runbook.document.headings[section.heading];
        let text = said(here, runbook, &heading.text);
        Link { lang: here.foreign(&runbook.language), ..Link::new(format!("#{}", heading.id), text) }
    });
    let changes_nothing = matches!(head.risk, Stated::Known(Risk::ReadOnly));
    (link.is_some() || !changes_nothing).then_some(WayBack { link })
}
