//! Which copy this is, how complete it is, and how to see that nobody touched it. The only page of build facts, so that a new
//! build does not change the others.

use serde::Serialize;

use crate::diagnostic::{Severity, message};
use crate::names::Kind;
use crate::output::site::chrome::{Chrome, Ending, extent, people_for};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::value::{FactView, ValueView};
use crate::scalar::{Url, Word};

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct AboutView {
    title: String,
    facts: Vec<FactView>,
    /// Where the source lies, and where a newer copy is published.
    newer: Vec<FactView>,
    /// The command that makes a newer copy.
    command: String,
    /// How it is printed.
    printing: String,
    /// Whom to tell about mistakes.
    tell: Vec<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, AboutView) {
    let words = here.words();
    let title = words.word("site-about");
    let fact = |label: &str, value: ValueView| FactView { label: Some(words.word(label)), value };
    let text = |label: &str, text: String| fact(label, ValueView::text(text));
    let config = &here.kb().config;
    let mut facts = vec![text("site-about-date", here.date(here.kb().as_of)), text("site-about-commit", commit(here))];
    facts.push(match here.is_whole() {
        true => text("site-about-history", words.word(extent(&here.kb().history.extent))),
        false => text("site-about-edition", here.word(here.kb().audience)),
    });
    facts.push(text("site-about-content", content(here)));
    facts.extend(languages(here).map(|value| fact("field-languages", value)));
    if here.is_whole() {
        facts.push(text("site-about-findings", findings(here)));
    }
    facts.push(text("site-about-tool", format!("Relève {}", env!("CARGO_PKG_VERSION"))));
    // What is no whole address (`site-url` may be a path) is nothing to open from a copy on a stick.
    let address = |label: &str, written: Option<&String>| {
        let url: Url = written?.parse().ok()?;
        Some(fact(label, ValueView::link(url.to_string(), url.as_str())))
    };
    let source = address("site-about-source", config.git_repository_url.as_ref());
    let published = address("site-about-published", config.site_url.as_ref());
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Start)));
    let newer = published.into_iter().chain(source).collect();
    let (command, printing) = match here.is_whole() {
        true => ("releve build".to_owned(), "site-printing-how"),
        false => (format!("releve build --audience {}", here.kb().audience.word()), "site-printing-how.edition"),
    };
    let printing = words.word(printing);
    (chrome, AboutView { title, facts, newer, command, printing, tell: people_for(here, std::iter::empty()) })
}

/// Says which commit the copy was made from.
fn commit(here: &Here<'_>) -> String {
    let words = here.words();
    let history = &here.kb().history;
    let Some(head) = &history.head else { return words.word("site-unknown") };
    if !here.is_whole() {
        return words.say(&message!(
            "site-about-commit-only",
            commit = head.id.to_string(),
            date = here.date(head.date)
        ));
    }
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

/// Says which languages the pages are in, and how many pages are not translated; nothing when there is but one language.
fn languages(here: &Here<'_>) -> Option<ValueView> {
    let kb = here.kb();
    let tongues = &here.site.tongues;
    if tongues.len() < 2 {
        return None;
    }
    let lines = tongues.iter().enumerate().map(|(index, tongue)| {
        let language = tongue.words.word("site-language");
        let missing = kb
            .runbooks
            .keys()
            .filter(|id| kb.page(id, &tongue.language).is_some_and(|page| page.language != tongue.language));
        let missing = if index == 0 { 0 } else { missing.count() };
        ValueView::text(here.words().say(&message!("site-about-language", language = language, missing = missing)))
    });
    Some(ValueView::list(lines.collect()))
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
