//! The words of the interface, per language: a folder of Fluent files each, one file per part of the house. Adding a language
//! is adding a folder and its line below.
//!
//! Everything that is said to a reader (page furniture, diagnostics, names of fields) is looked up here by the id of a
//! message. A missing message is a defect of ours, found by a test; it shows as its id and never stops a build.

mod order;

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Argument, Message, message};

pub use order::sort_key;

/// Includes the message files of a language.
macro_rules! files {
    ($language:literal) => {
        concat!(
            include_str!(concat!($language, "/source.ftl")),
            include_str!(concat!($language, "/config.ftl")),
            include_str!(concat!($language, "/git.ftl")),
            include_str!(concat!($language, "/schema.ftl")),
            include_str!(concat!($language, "/markdown.ftl")),
            include_str!(concat!($language, "/catalog.ftl")),
            include_str!(concat!($language, "/runbook.ftl")),
            include_str!(concat!($language, "/records.ftl")),
            include_str!(concat!($language, "/mail.ftl")),
            include_str!(concat!($language, "/check.ftl")),
            include_str!(concat!($language, "/findings.ftl")),
            include_str!(concat!($language, "/readiness.ftl")),
            include_str!(concat!($language, "/recovery.ftl")),
            include_str!(concat!($language, "/calendar.ftl")),
            include_str!(concat!($language, "/export.ftl")),
            include_str!(concat!($language, "/blast.ftl")),
            include_str!(concat!($language, "/freedom.ftl")),
            include_str!(concat!($language, "/money.ftl")),
            include_str!(concat!($language, "/check_pages.ftl")),
            include_str!(concat!($language, "/check_people.ftl")),
            include_str!(concat!($language, "/check_freedom.ftl")),
            include_str!(concat!($language, "/check_secrets.ftl")),
            include_str!(concat!($language, "/changes.ftl")),
            include_str!(concat!($language, "/site.ftl")),
            include_str!(concat!($language, "/edition.ftl")),
            include_str!(concat!($language, "/search.ftl")),
            include_str!(concat!($language, "/cli.ftl")),
            include_str!(concat!($language, "/publish.ftl")),
        )
    };
}

/// The messages, by language.
const FILES: [(&str, &str); 2] = [("en", files!("en")), ("fr", files!("fr"))];

/// A language by its BCP 47 primary subtag, such as `fr`.
///
/// Any language may be that of a text; the interface speaks those of [`Language::interface`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Cow<'static, str>);

impl Language {
    /// English: what the interface falls back to.
    pub const ENGLISH: Self = Self(Cow::Borrowed("en"));
    /// What sorts before every language.
    pub(crate) const FIRST: Self = Self(Cow::Borrowed(""));
    /// French.
    pub const FRENCH: Self = Self(Cow::Borrowed("fr"));

    /// Reads a BCP 47 tag or a POSIX locale name (`fr-CA`, `fr_FR.UTF-8`); only the language is kept.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.split(['.', '@']).next()?.replace('_', "-");
        let identifier: LanguageIdentifier = tag.parse().ok()?;
        (!identifier.language.is_empty()).then(|| Self(Cow::Owned(identifier.language.as_str().to_owned())))
    }

    /// Returns the languages that the interface speaks.
    pub fn interface() -> impl Iterator<Item = Self> {
        FILES.iter().map(|(name, _)| Self(Cow::Borrowed(name)))
    }

    /// Returns the subtag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The words of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Loads the words of a language; English when the interface does not speak it.
    #[must_use]
    pub fn load(language: &Language) -> Self {
        let (name, text) = FILES.iter().find(|(name, _)| *name == language.as_str()).unwrap_or(&FILES[0]);
        // A file with a fault still gives every message that parses; the tests refuse such a file.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
        let mut bundle = FluentBundle::new_concurrent(name.parse::<LanguageIdentifier>().into_iter().collect());
        // Isolation marks (U+2068, U+2069) would end up in commands that people copy.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { language: Language(Cow::Borrowed(name)), bundle }
    }

    /// Returns the language of these words.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// Says a message.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        let mut arguments = FluentArgs::with_capacity(message.arguments.len());
        for (name, value) in &message.arguments {
            let value = match value {
                Argument::Text(text) => FluentValue::from(text.as_str()),
                Argument::Number(number) => FluentValue::from(*number),
                Argument::Names(names) => FluentValue::from(self.names(names)),
                Argument::Decimal(number) => FluentValue::from(number.replace('.', &self.word("site-decimal-sign"))),
            };
            arguments.set(*name, value);
        }
        self.format(message.id, Some(&arguments)).unwrap_or_else(|| message.id.to_owned())
    }

    /// Writes names one after the other, as the language quotes and joins them: `“A”, “B” and “C”`.
    fn names(&self, names: &[String]) -> String {
        let quoted = |name: &String| self.say(&message!("quoted-name", name = name.as_str()));
        let mut quoted: Vec<String> = names.iter().map(quoted).collect();
        let last = quoted.pop().unwrap_or_default();
        if quoted.is_empty() {
            return last;
        }
        self.say(&message!("names-and-last", names = quoted.join(", "), last = last))
    }

    /// Says a message that takes no arguments; its id when it does not exist.
    #[must_use]
    pub fn word(&self, id: &str) -> String {
        self.find(id).unwrap_or_else(|| id.to_owned())
    }

    /// Says a message that takes no arguments, where it exists.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<String> {
        self.format(id, None)
    }

    /// Returns the spellings of a message that lists several, separated by `|`: the headings that give a section its role,
    /// the words that open a typed paragraph.
    #[must_use]
    pub fn spellings(&self, id: &str) -> Vec<String> {
        self.word(id).split('|').map(|spelling| spelling.trim().to_owned()).collect()
    }

    fn format(&self, id: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let (id, attribute) = id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        // Errors are arguments that a message names and was not given; the rest of the sentence still helps.
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, arguments, &mut errors).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use fluent_syntax::ast::{Entry, Pattern, PatternElement};

    use super::*;

    #[test]
    fn every_language_says_the_same_messages_with_the_same_arguments() {
        let [(_, english), others @ ..] = FILES;
        let english = messages(english);
        for (name, text) in others {
            let other = messages(text);
            for (id, arguments) in &english {
                assert_eq!(other.get(id), Some(arguments), "`{id}` in {name}");
            }
            for id in other.keys() {
                assert!(english.contains_key(id), "`{id}` is in {name} only");
            }
        }
    }

    /// The ids of a file's messages and attributes, each with the arguments it uses.
    fn messages(text: &str) -> BTreeMap<String, Vec<String>> {
        let resource = fluent_syntax::parser::parse(text).expect("the file is sound Fluent");
        let mut found = BTreeMap::new();
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut note = |id: String, pattern: &Pattern<&str>| {
                assert!(found.insert(id.clone(), arguments(pattern)).is_none(), "`{id}` stands twice");
            };
            if let Some(pattern) = &message.value {
                note(message.id.name.to_owned(), pattern);
            }
            for attribute in &message.attributes {
                note(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
            }
        }
        found
    }

    fn arguments(pattern: &Pattern<&str>) -> Vec<String> {
        // The debug form names each variable; that is enough to compare two languages.
        let mut names: Vec<String> = pattern
            .elements
            .iter()
            .filter_map(|element| match element {
                PatternElement::Placeable { expression } => Some(format!("{expression:?}")),
                PatternElement::TextElement { .. } => None,
            })
            .flat_map(|text| {
                text.split("VariableReference { id: Identifier { name: \"")
                    .skip(1)
                    .filter_map(|rest| rest.split('"').next().map(str::to_owned))
                    .collect::<Vec<_>>()
            })
            .collect();
        names.sort();
        names.dedup();
        names
    }

    #[test]
    fn locale_names_are_languages() {
        assert_eq!(Language::from_tag("fr_FR.UTF-8"), Some(Language::FRENCH));
        assert_eq!(Language::from_tag("C"), None);
    }
}
