//! A word of the glossary.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::TermId;
use crate::scalar::Stated;
use crate::words::Language;

use super::entity::{Common, CommonDescriptor};
use super::fact::{Fact, Value};
use super::facts::{Facts, ToValue};
use super::lower::Lower;

/// A word as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TermDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor<Option<String>>,
    fr: Option<String>,
    en: Option<String>,
    #[serde(default)]
    also: Vec<String>,
    #[schemars(example = &"ce que le mot veut dire ici")]
    means: Stated<MeansDescriptor>,
}

/// What a word means: in the language of the project, or in each.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum MeansDescriptor {
    Each(MeansEach),
    Text(String),
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct MeansEach {
    fr: Option<String>,
    en: Option<String>,
}

/// A word, what it is called in each language, and what it means here.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// What every entity has; its name is the word in the project's language, where there is one.
    pub common: Common,
    /// The word in each language.
    pub word: Worded,
    /// Other spellings and abbreviations.
    pub also: Vec<String>,
    /// What it means.
    pub means: Stated<Meaning>,
}

/// The same thing in the languages of the glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worded {
    /// In French.
    pub fr: Option<String>,
    /// In English.
    pub en: Option<String>,
}

/// What a word means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// In the project's language.
    Text(String),
    /// In each language.
    Each(Worded),
}

impl Worded {
    /// Returns the words in a language, where there are some.
    #[must_use]
    pub fn words_in(&self, language: &Language) -> Option<&str> {
        match language.as_str() {
            "fr" => self.fr.as_deref(),
            "en" => self.en.as_deref(),
            _ => None,
        }
    }
}

impl Meaning {
    /// Returns what is said in a language, where it is; `project` is the language of the project.
    #[must_use]
    pub fn words_in(&self, language: &Language, project: &Language) -> Option<&str> {
        match self {
            Self::Text(text) => (language == project).then_some(text),
            Self::Each(each) => each.words_in(language),
        }
    }
}

impl Term {
    pub(super) fn lower(id: TermId, descriptor: TermDescriptor, lower: &mut Lower<'_>) -> Self {
        let TermDescriptor { common, fr, en, also, means } = descriptor;
        let word = Worded { fr, en };
        let name = word.words_in(lower.language).or(word.fr.as_deref()).or(word.en.as_deref()).map(str::to_owned);
        if !lower.is_written("fr") && !lower.is_written("en") {
            let field = if *lower.language == Language::FRENCH { "fr" } else { "en" };
            lower.require_text(field, id.as_str());
        }
        let common = common.named(|written| written.or(name).map_or(Stated::Unknown, Stated::Known));
        let means = means.map(|means| match means {
            MeansDescriptor::Text(text) => Meaning::Text(text),
            MeansDescriptor::Each(MeansEach { fr, en }) => Meaning::Each(Worded { fr, en }),
        });
        Self { id, common, word, also, means }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self { id: _, common, word: Worded { fr, en }, also, means } = self;
        let own = Facts::default().add("means", means).add("fr", fr).add("en", en).add("also", also);
        common.around(own)
    }
}

impl ToValue for Meaning {
    fn to_value(&self) -> Option<Value> {
        match self {
            Self::Text(text) => text.to_value(),
            Self::Each(Worded { fr, en }) => Facts::default().add("fr", fr).add("en", en).group(),
        }
    }
}
