//! From trouble to the page that helps: by what one sees, by alert, by service. Collected once for the page that asks, in time that
//! grows with the number of pages.

mod alert;
mod remedy;

use std::collections::BTreeSet;

use crate::knowledge::KnowledgeBase;
use crate::markdown::slug;
use crate::runbook::Runbook;
use crate::runbook::front_matter::{RunbookType, SeverityWord, Status};
use crate::words::sort_key;

use super::here::Here;

pub(super) use remedy::{Remedies, remedies};

/// Something that one sees when something is broken, and the page that helps.
#[derive(Clone, Copy)]
pub(super) struct Sign<'a> {
    /// A user's words, a literal error, or the exact name of an alert.
    pub words: &'a str,
    /// The page.
    pub runbook: &'a Runbook,
}

/// Returns the pages that may be followed, in the language of the page that asks: those that are retired lead nowhere. The
/// gravest come first, then those of the lowest weight, then by title.
pub(super) fn pages<'a>(here: &Here<'a>) -> Vec<&'a Runbook> {
    let texts = here.kb().runbooks.keys().filter_map(|id| here.text(id));
    let mut pages: Vec<&Runbook> = texts.filter(|runbook| !is_retired(runbook)).collect();
    pages
        .sort_by_cached_key(|runbook| (rank(severity(runbook)), runbook.weight, sort_key(&runbook.title), &runbook.id));
    pages
}

/// Whether a page describes something that is no longer done.
fn is_retired(runbook: &Runbook) -> bool {
    runbook.head().is_some_and(|head| head.status.known() == Some(&Status::Retired))
}

/// Returns how bad it is when a page is needed, where the page says so.
pub(super) fn severity(runbook: &Runbook) -> Option<SeverityWord> {
    runbook.head()?.severity
}

/// What is not judged comes after what is.
fn rank(severity: Option<SeverityWord>) -> usize {
    match severity {
        Some(SeverityWord::Grave) => 0,
        Some(SeverityWord::Annoying) => 1,
        Some(SeverityWord::Minor) => 2,
        None => 3,
    }
}

/// Returns the symptoms of pages in the order of the pages; those of one page as its author ordered them.
pub(super) fn symptoms<'a>(pages: &[&'a Runbook]) -> Vec<Sign<'a>> {
    let signs = |runbook: &&'a Runbook| {
        let runbook = *runbook;
        let symptoms = runbook.head().map_or(&[][..], |head| &head.symptoms);
        symptoms.iter().map(move |words| Sign { words, runbook })
    };
    pages.iter().flat_map(signs).collect()
}

/// Returns the alerts that have a page, from A to Z: those that front matter declares, and pages of another tool that are called
/// like one.
pub(super) fn alerts<'a>(pages: &[&'a Runbook]) -> Vec<Sign<'a>> {
    let declared = pages.iter().flat_map(|runbook| {
        let alerts = runbook.head().map_or(&[][..], |head| &head.alerts);
        alerts.iter().map(move |words| Sign { words, runbook })
    });
    let mut alerts: Vec<Sign<'a>> = declared.chain(alert::called_like_one(pages.iter().copied())).collect();
    // Stable: several pages for one alert stay in the order of the pages.
    alerts.sort_by_cached_key(|sign| (sort_key(sign.words), sign.words));
    alerts
}

/// Returns the pages of other tools that are called like an alert.
pub(super) fn called_like_alerts(kb: &KnowledgeBase) -> Vec<Sign<'_>> {
    alert::called_like_one(kb.runbooks.values())
}

/// Whether anything leads from trouble to a page.
pub(super) fn has_signs(kb: &KnowledgeBase) -> bool {
    let declares =
        |runbook: &Runbook| runbook.head().is_some_and(|head| !head.symptoms.is_empty() || !head.alerts.is_empty());
    kb.runbooks.values().any(declares) || !called_like_alerts(kb).is_empty()
}

/// Returns the page for an intrusion or a leak of data: one that says so in its aliases or tags, else in its title, else in what
/// one sees. Pages that are only read or sent do not count unless they say so themselves.
pub(super) fn intrusion<'a>(here: &Here<'_>, pages: &[&'a Runbook]) -> Option<&'a Runbook> {
    let wanted = marks(here, "intrusion-words");
    let is_marked = |runbook: &&&Runbook| labels(runbook).any(|label| wanted.contains(&slug(label)));
    let says = |text: &str| {
        let text = format!("-{}-", slug(text));
        wanted.iter().any(|word| text.contains(&format!("-{word}-")))
    };
    let is_done = |runbook: &&&Runbook| {
        let wrong = [RunbookType::Communicate, RunbookType::Exit, RunbookType::Reference, RunbookType::Decision];
        runbook.head().is_some() && !runbook.runbook_type().is_some_and(|of| wrong.contains(&of))
    };
    let done = || pages.iter().filter(is_done);
    let found = pages.iter().find(is_marked).or_else(|| done().find(|runbook| says(&runbook.title)));
    let found = found.or_else(|| {
        done().find(|runbook| runbook.head().is_some_and(|head| head.symptoms.iter().any(|symptom| says(symptom))))
    });
    found.copied()
}

/// The words of a message that lists several, in every language of the site: which page is meant does not depend on who reads.
pub(super) fn marks(here: &Here<'_>, id: &str) -> BTreeSet<String> {
    let spellings = here.site.tongues.iter().flat_map(|tongue| tongue.words.spellings(id));
    spellings.map(|word| slug(&word)).collect()
}

/// The short words that an author gives a page: its aliases and tags.
pub(super) fn labels(runbook: &Runbook) -> impl Iterator<Item = &str> {
    let head = runbook.head().into_iter();
    head.flat_map(|head| head.aliases.iter().chain(&head.tags)).map(String::as_str)
}
