//! Which copy this is, how complete it is, and how to see that nobody touched it. The only page of build facts, so that a new
//! build does not change the others.

use serde::Serialize;

use crate::diagnostic::{Severity, message};
use crate::names::Kind;
use crate::output::site::chrome::{Chrome, Ending, extent, people_for};
use crate::output::site::here::Here;
use crate::output::site::page::Page;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct AboutView {
    title: String,
    facts: Vec<BuildFact>,
}

#[derive(Debug, Serialize)]
struct BuildFact {
    label: String,
    text: String,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, AboutView) {
    let words = here.words();
    let title = words.word("site-about");
    let fact = |label: &str, text: String| BuildFact { label: words.word(label), text };
    let facts = vec![
        fact("site-about-date", here.date(here.kb().as_of)),
        fact("site-about-commit", commit(here)),
        fact("site-about-history", words.word(extent(&here.kb().history.extent))),
        fact("site-about-content", content(here)),
        fact("site-about-findings", findings(here)),
        fact("site-about-tool", format!("Relève {}", env!("CARGO_PKG_VERSION"))),
    ];
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending {
        people: people_for(here, std::iter::empty()),
        action: here.link(&Page::Start, words.word("site-start")),
        ..Ending::default()
    });
    (chrome, AboutView { title, facts })
}

/// Says which commit the copy was made from.
fn commit(here: &Here<'_>) -> String {
    let words = here.words();
    let history = &here.kb().history;
    let Some(head) = &history.head else { return words.word("site-unknown") };
    let arguments = (head.id.to_string(), here.date(head.date), head.author.clone());
    let (commit, date, author) = arguments;
    if history.dirty {
        words.say(&message!("site-about-commit-dirty", commit = commit, date = date, author = author))
    } else {
        words.say(&message!("site-about-commit-clean", commit = commit, date = date, author = author))
    }
}

/// Says how much there is of what.
fn content(here: &Here<'_>) -> String {
    let words = here.words();
    let kb = here.kb();
    let pages = words.say(&message!("site-count-pages", count = kb.runbooks.len()));
    let entities = kb.catalog.entities.keys().filter(|reference| reference.kind() != Kind::Organisation).count();
    if kb.catalog.entities.is_empty() {
        return pages;
    }
    let entities = words.say(&message!("site-count-entities", count = entities));
    format!("{pages}, {entities}")
}

/// Says how many findings of each weight there are.
fn findings(here: &Here<'_>) -> String {
    let findings = here.site.context.findings;
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    here.words().say(&message!(
        "site-count-findings",
        errors = count(Severity::Error),
        readiness = count(Severity::Readiness),
        warnings = count(Severity::Warning),
    ))
}
