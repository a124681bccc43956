//! The glossary as the search reads it: a page with a section for each word; and its words as synonyms.

use crate::catalog::term::Term;
use crate::knowledge::KnowledgeBase;
use crate::output::site::page::Page;
use crate::search::{self, Part, Section};
use crate::words::sort_key;

use super::{GLOSSARY_LANGUAGES, Reader};

/// Returns the words that mean the same in this project.
pub(super) fn synonyms(kb: &KnowledgeBase) -> Vec<Vec<String>> {
    kb.catalog.glossary.values().map(words).collect()
}

/// Every spelling of a word.
fn words(term: &Term) -> Vec<String> {
    let words = GLOSSARY_LANGUAGES.iter().filter_map(|language| term.word.words_in(language));
    words.map(str::to_owned).chain(term.also.iter().cloned()).collect()
}

impl<'a> Reader<'a> {
    pub(super) fn glossary(&self, tongue: usize) -> search::Page {
        let kb = self.site.context.kb;
        let language = &self.site.tongues[tongue].language;
        let mut terms: Vec<&Term> = kb.catalog.glossary.values().collect();
        terms.sort_by_cached_key(|term| sort_key(self.word(term, tongue)));
        let sections = terms.into_iter().map(|term| {
            let meaning = term.means.known();
            let means = [language, &kb.config.language].into_iter().chain(&GLOSSARY_LANGUAGES);
            let means = means.filter_map(|language| meaning?.words_in(language, &kb.config.language)).next();
            Section {
                anchor: term.id.to_string(),
                heading: self.word(term, tongue).to_owned(),
                names: words(term),
                parts: means.map(|text| Part::Prose(text.to_owned())).into_iter().collect(),
            }
        });
        let sections = std::iter::once(Section::default()).chain(sections).collect();
        search::Page { sections, ..self.view(&Page::Glossary, tongue) }
    }

    /// A word in the language of a tree, else in another; its id when nobody says.
    fn word(&self, term: &'a Term, tongue: usize) -> &'a str {
        let own = &self.site.tongues[tongue].language;
        let languages = std::iter::once(own).chain(&GLOSSARY_LANGUAGES);
        languages.filter_map(|language| term.word.words_in(language)).next().unwrap_or(term.id.as_str())
    }
}
