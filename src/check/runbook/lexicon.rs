//! Words of authors that checks look for, and words in which they answer, by language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::runbook::section::SectionRole;
use crate::words::{Language, Words};

/// The words of one language. English ones count in every language, as they do in headings.
pub(super) struct Lexicon {
    words: Words,
    /// What a line begins with that says what is to be seen, in lower case.
    expected: Vec<String>,
    /// What says that something cannot be undone, in lower case.
    pub(super) irreversible: Vec<String>,
    /// What makes a step sound easier than it is, in lower case.
    pub(super) vague: Vec<String>,
    /// What stands where somebody meant to write something, in lower case.
    pub(super) unfinished: Vec<String>,
}

/// Read once, by the first page that needs them.
static LEXICONS: LazyLock<BTreeMap<Language, Lexicon>> =
    LazyLock::new(|| Language::interface().map(|language| (language.clone(), Lexicon::load(&language))).collect());

impl Lexicon {
    /// Returns the words of a language; the English ones where the interface does not speak it.
    pub(super) fn of(language: &Language) -> Option<&'static Self> {
        LEXICONS.get(language).or_else(|| LEXICONS.get(&Language::ENGLISH))
    }

    /// Returns the words of every language.
    pub(super) fn all() -> impl Iterator<Item = &'static Self> {
        LEXICONS.values()
    }

    /// Returns the line that opens a section, as an author would write it.
    pub(super) fn heading(&self, role: SectionRole) -> String {
        let spelling = self.words.spellings(role.name()).into_iter().next().unwrap_or_default();
        let mut letters = spelling.chars();
        let first = letters.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
        format!("## {first}{}", letters.as_str())
    }

    /// Whether a line of a text says what is to be seen.
    pub(super) fn says_what_to_expect(&self, text: &str) -> bool {
        let begins = |line: &str| {
            let line = plain(line.trim_start_matches(|character: char| !character.is_alphanumeric()));
            let rest = self.expected.iter().find_map(|label| line.strip_prefix(label.as_str()));
            rest.is_some_and(|rest| rest.trim_start_matches(['*', '_', ' ', '\u{a0}', '\u{202f}']).starts_with(':'))
        };
        text.lines().any(begins)
    }

    fn load(language: &Language) -> Self {
        let words = Words::load(language);
        let english = Words::load(&Language::ENGLISH);
        let phrases = |id: &str| {
            // Its own come first: they are the ones that are proposed.
            let mut phrases = words.spellings(id);
            phrases.extend(english.spellings(id));
            phrases
        };
        let expected = phrases("step-expected");
        let irreversible = phrases("phrases-irreversible");
        let unfinished = phrases("phrases-unfinished");
        // "Just" is a French word as well, and means something else.
        let vague = words.spellings("phrases-vague");
        Self { words, expected, irreversible, vague, unfinished }
    }
}

/// Finds a phrase in a text of lower case where it stands for itself, and not in a longer word.
pub(super) fn find(text: &str, phrase: &str) -> Option<usize> {
    let is_part = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    text.match_indices(phrase).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + phrase.len()..].chars().next();
        !is_part(before) && (phrase.ends_with('\'') || !is_part(after))
    })
}

/// Whether a phrase stands in a text of lower case, with any ending: "irréversibles" is "irréversible".
pub(super) fn says(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric))
}

/// Writes apostrophes in one way and letters in lower case, byte for byte where that is possible.
pub(super) fn plain(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_stands_for_itself() {
        assert_eq!(find("it is just so", "just"), Some(6));
        assert_eq!(find("adjust it", "just"), None);
        assert_eq!(find("justly", "just"), None);
        assert_eq!(find("il suffit d'attendre", "il suffit d'"), Some(0));
    }

    #[test]
    fn headings_are_said_in_the_language_of_the_page() {
        let heading = |language| Lexicon::of(&language).map(|lexicon| lexicon.heading(SectionRole::Before));
        assert_eq!(heading(Language::FRENCH).as_deref(), Some("## Avant de commencer"));
        assert_eq!(heading(Language::ENGLISH).as_deref(), Some("## Before you start"));
    }
}
