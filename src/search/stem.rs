//! Which forms of a word are one word: `restore`, `restores` and `restoring` share the pages they lead to.
//!
//! Only the index knows this (Snowball's stemmers for French and English); a query looks up the form that was typed. A form that
//! both languages have belongs to the one that uses it more, so that each form has one stem.

use rust_stemmers::{Algorithm, Stemmer};

use crate::words::Language;

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
    pub(super) fn stem<'a>(&self, form: &'a str, uses: Uses) -> std::borrow::Cow<'a, str> {
        let is_name = form.contains(|character: char| character.is_ascii_digit() || character == '.');
        let [french, english] = uses;
        match () {
            () if is_name || french + english == 0 => form.into(),
            () if french >= english => self.french.stem(form),
            () => self.english.stem(form),
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
        assert_eq!(stemmers.stem("mx1", [1, 0]), "mx1");
        assert_eq!(stemmers.stem("services", [0, 0]), "services");
    }
}
