//! Which forms of a word are one word: `restore`, `restores` and `restoring` share the pages they lead to.
//!
//! Only the index knows this (Snowball's stemmers for French and English); a query looks up the form that was typed. A form that
//! both languages have belongs to the one that uses it more, so that each form has one stem.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

use crate::words::Language;

use super::analyze::fold;

/// How often a form stands in texts of each language that has a stemmer.
pub(super) type Uses = [u32; 2];

/// The stemmers.
pub(super) struct Stemmers {
    french: Stemmer,
    english: Stemmer,
}

impl Stemmers {
    pub(super) fn new() -> Self {
        Self { french: Stemmer::create(Algorithm::French), english: Stemmer::create(Algorithm::English) }
    }

    /// Returns the position of a language among the uses of a form.
    pub(super) fn position(language: &Language) -> Option<usize> {
        [Language::FRENCH, Language::ENGLISH].iter().position(|stemmed| stemmed == language)
    }

    /// Returns the stem of a form. What holds a digit or a dot is a name, and is only like itself.
    pub(super) fn stem<'a>(&self, form: &'a str, uses: Uses) -> Cow<'a, str> {
        let is_name = form.contains(|character: char| character.is_ascii_digit() || character == '.');
        let [french, english] = uses;
        match () {
            () if is_name || french + english == 0 => form.into(),
            () if french >= english => self.french(form),
            () => self.english.stem(form),
        }
    }

    /// Returns the French stem of a form. Forms are folded, and the stemmer goes by accents: those of the endings that it needs are
    /// put back.
    fn french<'a>(&self, form: &'a str) -> Cow<'a, str> {
        /// Folded endings, and what they stand for.
        const ENDINGS: [(&str, &str); 4] = [("ees", "ées"), ("ee", "ée"), ("ieres", "ières"), ("iere", "ière")];
        let accented = ENDINGS.iter().find_map(|(folded, ending)| Some((form.strip_suffix(folded)?, ending)));
        match accented.filter(|(start, _)| start.chars().count() > 2) {
            Some((start, ending)) => fold(&self.french.stem(&format!("{start}{ending}"))).into_owned().into(),
            None => self.french.stem(form),
        }
    }

    /// Returns the stems that a form has in each language.
    pub(super) fn stems(&self, form: &str) -> [String; 2] {
        [self.stem(form, [1, 0]).into_owned(), self.stem(form, [0, 1]).into_owned()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_has_the_stem_of_the_language_that_uses_it_more() {
        let stemmers = Stemmers::new();
        assert_eq!(stemmers.stem("sauvegardes", [3, 0]), stemmers.stem("sauvegarder", [1, 0]));
        assert_eq!(stemmers.stem("restoring", [0, 2]), stemmers.stem("restored", [0, 1]));
        for form in ["restauree", "restaurees", "restaure", "restaurer"] {
            assert_eq!(stemmers.stem(form, [1, 0]), "restaur", "{form}");
        }
        assert_eq!(stemmers.stem("derniere", [1, 0]), stemmers.stem("dernier", [1, 0]));
        assert_eq!(stemmers.stem("mx1", [1, 0]), "mx1");
        assert_eq!(stemmers.stem("services", [0, 0]), "services");
    }
}
