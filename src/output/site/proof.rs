//! An exercise as a page shows it: who, when, how it went, what was found, what has changed since, until when it may be trusted.
//!
//! Every day is written out. That one of them is past is seen on the day of reading, by a few lines of script.

use jiff::civil::Date;
use serde::Serialize;

use crate::catalog::fact::Value;
use crate::diagnostic::message;
use crate::knowledge::evidence::{Drift, Evidence, Reporter, Standing};
use crate::knowledge::tracked::{Difference, TrackedName};
use crate::markdown::sentence_end;
use crate::names::EntityRef;
use crate::records::exercise::{Exercise, ExerciseResult, ExerciseType};
use crate::runbook::Runbook;
use crate::scalar::{Duration, Stated, Word};

use super::here::Here;
use super::page::Page;
use super::said::{said, set};
use super::value::{ValueView, label};

/// How many changes are told; all of them stand in the history.
const MOST_CHANGES: usize = 6;

/// What an exercise says about a page.
#[derive(Debug, Serialize)]
pub(super) struct ProofView {
    /// Whether it was followed, tried in vain, or only read.
    said: String,
    /// Whether it went wrong.
    failed: bool,
    /// Who did it.
    by: ValueView,
    /// Whether they wrote the page.
    author: String,
    /// When, how long it took, and how it ended.
    when: String,
    /// Why it counts for less than it says, or not at all.
    doubt: Option<String>,
    /// What was found on the way, in the words of who did it.
    found: Vec<String>,
    /// The language of these words, where it is not that of the page.
    found_lang: Option<String>,
    /// What has changed since; nothing for what does not count anyway.
    changed: Option<ChangedView>,
    /// Until when it may be trusted.
    until: Option<UntilView>,
}

/// What has changed since an exercise.
#[derive(Debug, Serialize)]
pub(super) struct ChangedView {
    /// Whether something has, in a sentence.
    said: String,
    /// What has.
    differences: Vec<DifferenceView>,
    /// How many more there are.
    more: Option<String>,
}

/// A fact or step that is not what it was.
#[derive(Debug, Serialize)]
struct DifferenceView {
    /// The step, or the thing and its field.
    what: ValueView,
    /// The field of a thing.
    field: Option<String>,
    /// What it was; nothing where the step says as much.
    was: Option<ValueView>,
    /// What it is now.
    is: Option<ValueView>,
}

/// The last day on which something may be trusted.
#[derive(Debug, Serialize)]
pub(super) struct UntilView {
    /// The day for programs, `2026-11-22`.
    day: String,
    /// The sentence with the day.
    text: String,
    /// What is said when that day is past.
    past: String,
}

impl ProofView {
    /// Shows what an exercise says about a page.
    pub(super) fn new(here: &Here<'_>, runbook: &Runbook, evidence: &Evidence<'_>) -> Self {
        let words = here.words();
        let exercise_type = evidence.exercise.exercise_type.known();
        let failed = evidence.exercise.has_failed();
        let said = match (&evidence.exercise.result, evidence.is_done()) {
            (Stated::Known(ExerciseResult::Fail), _) => "proof-failed",
            (_, false) if exercise_type == Some(&ExerciseType::AccessCheck) => "proof-opened",
            (_, false) => "proof-read",
            (Stated::Unknown | Stated::None(_), true) => "proof-unclear",
            (Stated::Known(_), true) => "proof-followed",
        };
        // Who translated a page has not written it: the steps are those of the original.
        let original = here.kb().runbooks.get(&runbook.id).unwrap_or(runbook);
        let author = match here.kb().is_author(evidence.by, original, here.site.context.snapshot) {
            Some(true) => "proof-by-author",
            Some(false) => "proof-by-other",
            None => "proof-author-unknown",
        };
        let language = &here.kb().config.language;
        let found = evidence.exercise.found.known().map(|found| found.0.as_slice()).unwrap_or_default();
        let is_proof = evidence.is_proof();
        Self {
            said: words.word(said),
            failed,
            by: ValueView::reference(here, evidence.by),
            author: words.word(author),
            when: when(here, evidence.exercise),
            doubt: doubt(here, &evidence.standing),
            found: found.iter().map(|line| set(language, line).into_owned()).collect(),
            found_lang: here.foreign(language).filter(|_| !found.is_empty()),
            changed: is_proof.then(|| changed(here, &evidence.drift)),
            until: evidence
                .trust_until()
                .filter(|_| is_proof)
                .map(|day| UntilView::new(here, day, evidence.drift.is_something())),
        }
    }
}

impl UntilView {
    /// Names the last day on which something may be trusted; of what has changed, the rest of it.
    pub(super) fn new(here: &Here<'_>, day: Date, has_changed: bool) -> Self {
        let words = here.words();
        let date = here.date(day);
        let text = match has_changed {
            true => words.say(&message!("proof-until-changed", date = date)),
            false => words.say(&message!("proof-until", date = date)),
        };
        Self::of(day, text, words.word("proof-past"))
    }

    /// Names a day by which something is due, and says what it means that it is past.
    pub(super) fn of(day: Date, text: String, past: String) -> Self {
        Self { day: day.to_string(), text, past }
    }
}

/// Says when something was tried, how long it took, and how it ended.
fn when(here: &Here<'_>, exercise: &Exercise) -> String {
    let words = here.words();
    let length = |length: Option<&Duration>| length.map_or("unknown".to_owned(), |length| words.say(&length.message()));
    let took = length(exercise.took.as_ref().and_then(Stated::known));
    let age = length(exercise.data_age.as_ref());
    let result = exercise.result.known().map_or("unknown", |result| result.word());
    words.say(&message!("proof-when", date = here.date(exercise.file.date), took = took, age = age, result = result))
}

/// Says why a record counts for less than it says; nothing for what its own people committed.
pub(super) fn doubt(here: &Here<'_>, standing: &Standing<'_>) -> Option<String> {
    let words = here.words();
    match standing {
        Standing::Own => None,
        Standing::Reported(Reporter::Person(person)) => {
            Some(words.say(&message!("proof-reported", name = here.name(person).0.into_owned())))
        }
        Standing::Reported(Reporter::Stranger(name)) => {
            Some(words.say(&message!("proof-reported-stranger", name = *name)))
        }
        Standing::Reported(Reporter::Unknown) => Some(words.word("proof-reported-unknown")),
        Standing::Uncommitted => Some(words.word("proof-uncommitted")),
        Standing::Foretold => Some(words.word("proof-foretold")),
    }
}

/// Says what has changed since.
pub(super) fn changed(here: &Here<'_>, drift: &Drift) -> ChangedView {
    let words = here.words();
    let said = |id: &str| ChangedView { said: words.word(id), differences: Vec::new(), more: None };
    match drift {
        Drift::Unknown => said("proof-change-unknown"),
        Drift::Known(found) if found.is_empty() => said("proof-nothing-changed"),
        Drift::Known(found) => {
            let more = found.len().saturating_sub(MOST_CHANGES);
            ChangedView {
                differences: found.iter().take(MOST_CHANGES).map(|found| difference(here, found)).collect(),
                more: (more > 0).then(|| words.say(&message!("proof-more-changes", count = more))),
                ..said("proof-changed")
            }
        }
    }
}

fn difference(here: &Here<'_>, found: &Difference) -> DifferenceView {
    let words = here.words();
    match &found.name {
        TrackedName::Step(id) => step(here, &found.of, id, found),
        TrackedName::Field(name) => {
            let side = |value: &Option<Value>, absent: &str| match value {
                Some(value) => ValueView::new(here, value),
                None => ValueView::text(words.word(absent)),
            };
            DifferenceView {
                what: ValueView::reference(here, &found.of),
                field: Some(label(here, name)),
                was: Some(side(&found.was, "none")),
                is: Some(side(&found.is, "proof-gone")),
            }
        }
    }
}

/// Says which step is another one. What it was is shown where the sentence that says what to do is another one.
fn step(here: &Here<'_>, of: &EntityRef, id: &str, found: &Difference) -> DifferenceView {
    let words = here.words();
    let was = found.was.as_ref().map(action);
    let page = match of {
        EntityRef::Runbook(page) => here.text(page),
        _ => None,
    };
    let step = page.and_then(|page| Some((page, page.outline.steps.iter().find(|step| step.id == id)?)));
    let Some((page, step)) = step.filter(|_| found.is.is_some()) else {
        let text = words.say(&message!("proof-step-gone", action = was.unwrap_or_default()));
        return DifferenceView { what: ValueView::text(text), field: None, was: None, is: None };
    };
    let said = said(here, page, &step.action).into_owned();
    let text = words.say(&message!("proof-step", number = step.number.to_string(), action = said));
    let what = match here.href_to(&Page::from(of), id) {
        Some(href) => ValueView::link(href, text),
        None => ValueView::text(text),
    };
    let is_other = was.is_some() && was != found.is.as_ref().map(action);
    DifferenceView {
        what,
        field: None,
        was: was.filter(|_| is_other).map(|was| ValueView::words(here, &was, &page.language)),
        is: found.was.is_none().then(|| ValueView::text(words.word("proof-new"))),
    }
}

/// The first sentence of the text of a step, without the attributes at its end.
fn action(step: &Value) -> String {
    let Value::Text(text) = step else { return String::new() };
    let line = text.lines().next().unwrap_or_default();
    let line = line.rsplit_once(" {").filter(|(_, rest)| rest.ends_with('}')).map_or(line, |(line, _)| line);
    line[..sentence_end(line).unwrap_or(line.len())].trim().to_owned()
}

/// Shows what the exercises say about a page, the newest first; nothing when there are none.
pub(super) fn proofs(here: &Here<'_>, runbook: &Runbook) -> Vec<ProofView> {
    let evidence = here.kb().evidence(&EntityRef::from(&runbook.id));
    evidence.iter().map(|evidence| ProofView::new(here, runbook, evidence)).collect()
}
