//! What words mean here, in the languages of the project.

use serde::Serialize;

use crate::catalog::term::{Meaning, Term};
use crate::names::EntityRef;
use crate::output::site::chrome::{Chrome, Ending};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::value::ValueView;
use crate::scalar::Stated;
use crate::words::{Language, sort_key};

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct GlossaryView {
    title: String,
    terms: Vec<TermView>,
}

#[derive(Debug, Serialize)]
struct TermView {
    /// Where links to the word lead.
    id: String,
    word: ValueView,
    /// The same in the other language.
    other: Option<ValueView>,
    also: Option<String>,
    means: ValueView,
    used_in: Vec<Link>,
}

/// The languages of a glossary.
pub(in crate::output::site) const LANGUAGES: [Language; 2] = [Language::FRENCH, Language::ENGLISH];

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, GlossaryView) {
    let title = here.title(&Page::Glossary);
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Index)));
    let mut terms: Vec<(&str, &Term)> =
        here.kb().catalog.glossary.values().map(|term| (word(here, term).0, term)).collect();
    terms.sort_by_cached_key(|(word, term)| (sort_key(word), *word, &term.id));
    (chrome, GlossaryView { title, terms: terms.into_iter().map(|(_, term)| term_view(here, term)).collect() })
}

/// The word in the language of the page, else in another; its id when the author gave none.
fn word<'a>(here: &Here<'_>, term: &'a Term) -> (&'a str, Option<Language>) {
    let own = here.words().language();
    let languages = std::iter::once(own).chain(LANGUAGES.iter().filter(|language| *language != own));
    let mut words = languages.filter_map(|language| Some((term.word.words_in(language)?, Some(language.clone()))));
    words.next().unwrap_or((term.id.as_str(), None))
}

fn term_view(here: &Here<'_>, term: &Term) -> TermView {
    let reference = EntityRef::from(&term.id);
    let (name, language) = word(here, term);
    let shown = |text: &str, language: Option<&Language>| match language {
        Some(language) => ValueView::words(here, text, language),
        None => ValueView::text(text),
    };
    let other = LANGUAGES.iter().filter(|other| Some(*other) != language.as_ref());
    let mut other =
        other.filter_map(|other| Some((term.word.words_in(other)?, other))).filter(|(word, _)| *word != name);
    TermView {
        id: term.id.to_string(),
        word: shown(name, language.as_ref()),
        other: other.next().map(|(word, language)| shown(word, Some(language))),
        also: (!term.also.is_empty()).then(|| term.also.join(", ")),
        means: means(here, &term.means),
        used_in: here.kb().incoming(&reference).filter_map(|relation| here.link_to(&relation.from)).collect(),
    }
}

/// What a word means: in the language of the page, else as it was written.
fn means(here: &Here<'_>, means: &Stated<Meaning>) -> ValueView {
    let project = &here.kb().config.language;
    let meaning = match means {
        Stated::Known(meaning) => meaning,
        Stated::Unknown => return ValueView::unknown(here),
        Stated::None(reason) => return ValueView::prose(here, reason),
    };
    let languages = [here.words().language(), project].into_iter().chain(&LANGUAGES);
    let mut found = languages.filter_map(|language| Some((meaning.words_in(language, project)?, language)));
    found.next().map_or_else(|| ValueView::unknown(here), |(text, language)| ValueView::words(here, text, language))
}
