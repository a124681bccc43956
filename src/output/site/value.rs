//! Facts of the inventory as pages show them.

use serde::Serialize;

use crate::catalog::contact::ContactType;
use crate::catalog::fact::{Fact, Value};
use crate::diagnostic::message;
use crate::knowledge::amount::{amount, price_of};
use crate::names::EntityRef;
use crate::scalar::Word;
use crate::words::Language;

use super::contact;
use super::here::Here;
use super::page::Page;
use super::said::set;

/// A field with its label.
#[derive(Debug, Serialize)]
pub(super) struct FactView {
    /// What the field is called; nothing where the value speaks for itself.
    pub label: Option<String>,
    /// What it says.
    pub value: ValueView,
}

/// A value, in one of the shapes that the component `value` knows.
#[derive(Debug, Default, Serialize)]
pub(super) struct ValueView {
    /// `text`, `code`, `link`, `unknown`, `none`, `missing`, `list`, `group` or `brief`.
    shape: &'static str,
    /// What is shown.
    text: String,
    /// The language of the words, where it is not that of the page (WCAG 2.2, 3.1.2).
    lang: Option<String>,
    /// Where a `link` leads.
    href: Option<String>,
    /// The values of a `list`.
    items: Vec<ValueView>,
    /// The fields of a `group`, one after the other, or of a `brief`, one a line.
    parts: Vec<FactView>,
}

impl ValueView {
    /// Shows words as they are.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self { shape: "text", text: text.into(), ..Self::default() }
    }

    /// Shows what people copy, to the letter.
    pub(super) fn code(text: &str) -> Self {
        Self { shape: "code", text: text.to_owned(), ..Self::default() }
    }

    /// Shows a link.
    pub(super) fn link(href: String, text: impl Into<String>) -> Self {
        Self { shape: "link", text: text.into(), href: Some(href), ..Self::default() }
    }

    /// Shows an address to open, as people read it.
    pub(super) fn address(url: &str) -> Self {
        Self::link(url.to_owned(), plain(url))
    }

    /// Shows several values.
    pub(super) fn list(items: Vec<Self>) -> Self {
        Self { shape: "list", items, ..Self::default() }
    }

    /// Shows several values on one line; those that say nothing are left out.
    pub(super) fn row(values: impl IntoIterator<Item = Self>) -> Self {
        let parts =
            values.into_iter().filter(|value| !value.is_empty()).map(|value| FactView { label: None, value }).collect();
        Self { shape: "group", parts, ..Self::default() }
    }

    /// Whether there is nothing to show.
    pub(super) fn is_empty(&self) -> bool {
        match self.shape {
            "text" => self.text.is_empty(),
            "list" => self.items.is_empty(),
            "group" => self.parts.is_empty(),
            _ => false,
        }
    }

    /// Shows another thing.
    pub(super) fn reference(here: &Here<'_>, reference: &EntityRef) -> Self {
        let (text, lang) = here.name(reference);
        match here.href(&Page::from(reference)) {
            Some(href) => Self { lang, ..Self::link(href, text) },
            None => Self { lang, ..Self::text(text) },
        }
    }

    /// Shows words of the author, in the language of the project.
    pub(super) fn prose(here: &Here<'_>, text: &str) -> Self {
        Self::words(here, text, &here.kb().config.language)
    }

    /// Shows words of a language.
    pub(super) fn words(here: &Here<'_>, text: &str, language: &Language) -> Self {
        Self { lang: here.foreign(language), ..Self::text(set(language, text)) }
    }

    /// Shows words of a language to the letter: they may be a command, or an address.
    pub(super) fn literal(here: &Here<'_>, text: &str, language: &Language) -> Self {
        Self { lang: here.foreign(language), ..Self::text(text) }
    }

    /// Shows a gap, as something that catches the eye: of those who can fill it. Others are told nothing.
    pub(super) fn unknown(here: &Here<'_>) -> Self {
        if !here.is_whole() {
            return Self::text("");
        }
        Self::gap(here.words().word("site-unknown"))
    }

    /// Shows that something is missing, in these words.
    pub(super) fn gap(text: impl Into<String>) -> Self {
        Self { shape: "unknown", text: text.into(), ..Self::default() }
    }

    /// Shows a number or an address so that one touch calls or writes.
    pub(super) fn channel(channel: &str, written: &str) -> Self {
        match contact::address(channel, written) {
            Some(address) => Self::link(address, written),
            None if channel == ContactType::Post.word() => Self::text(written),
            None => Self { shape: "code", text: written.to_owned(), ..Self::default() },
        }
    }

    /// Shows a way to reach somebody in words, which may start by saying what it is: `telephone 01 99 00 44 00`.
    fn way(here: &Here<'_>, written: &str) -> Self {
        let (first, rest) = written.split_once(' ').unwrap_or((written, ""));
        let way = contact::in_words(here, rest);
        match way.shape {
            "link" | "group" if first.chars().all(char::is_alphabetic) => Self::row([Self::prose(here, first), way]),
            _ => contact::in_words(here, written),
        }
    }

    /// Shows that what should be there is not, with what that means.
    pub(super) fn missing(text: String) -> Self {
        Self { shape: "missing", text, ..Self::default() }
    }

    /// Shows a value of the inventory.
    pub(super) fn new(here: &Here<'_>, value: &Value) -> Self {
        let words = here.words();
        match value {
            Value::Text(text) => Self::prose(here, text),
            Value::Code(code) => Self { shape: "code", text: code.clone(), ..Self::default() },
            Value::Url(url) => Self::address(url),
            Value::Reference(reference) => Self::reference(here, reference),
            Value::List(values) if values.len() != 1 => Self::list(values.iter().map(|v| Self::new(here, v)).collect()),
            Value::List(values) => values.first().map(|value| Self::new(here, value)).unwrap_or_default(),
            Value::Group(facts) => {
                let parts = parts(here, facts);
                // Another thing with some of what is known of it: too much for one line.
                let is_brief = matches!(parts[..], [FactView { label: None, .. }, .., FactView { label: Some(_), .. }])
                    && facts.first().is_some_and(|fact| fact.name == "ref");
                Self { shape: if is_brief { "brief" } else { "group" }, parts, ..Self::default() }
            }
            Value::Unknown => Self::unknown(here),
            Value::None(reason) => Self { shape: "none", ..Self::prose(here, reason) },
            Value::Date(date) => Self::text(here.date(*date)),
            Value::Money(money) => Self::text(amount(words, *money)),
            other => Self::text(here.kb().say(other, words)),
        }
    }
}

/// Shows fields with their labels.
pub(super) fn facts<'a>(here: &Here<'_>, facts: impl Iterator<Item = &'a Fact>) -> Vec<FactView> {
    facts
        .map(|fact| FactView { label: Some(label(here, fact.name)), value: ValueView::new(here, &fact.value) })
        .collect()
}

/// Returns an address as people read it: without the scheme that goes without saying.
fn plain(url: &str) -> &str {
    let short = url.strip_prefix("mailto:").or_else(|| url.strip_prefix("https://")).unwrap_or(url);
    short.strip_suffix('/').unwrap_or(short)
}

/// Returns what a field is called.
pub(super) fn label(here: &Here<'_>, name: &str) -> String {
    here.words().find(&format!("field-{name}")).unwrap_or_else(|| name.replace('_', " "))
}

/// Fields of groups that need no label: what stands beside them says what they are.
const SPEAKING: [&str; 17] = [
    "type", "value", "name", "role", "ref", "on", "at", "version", "ip", "label", "amount", "every", "scope", "vault",
    "class", "what", "place",
];

fn parts(here: &Here<'_>, facts: &[Fact]) -> Vec<FactView> {
    let channel = facts.iter().find(|fact| fact.name == "type").and_then(|fact| match &fact.value {
        Value::Word { set: ContactType::SET, word } => Some(*word),
        _ => None,
    });
    let mut parts = Vec::new();
    let mut facts = facts.iter().peekable();
    while let Some(fact) = facts.next() {
        if let Some(price) = price_of(here.words(), fact, facts.peek().copied()) {
            parts.push(FactView { label: None, value: ValueView::text(price) });
            facts.next();
            continue;
        }
        let label = (!SPEAKING.contains(&fact.name)).then(|| label(here, fact.name));
        match (channel, &fact.value) {
            (Some(channel), Value::Code(written)) if fact.name == "value" => {
                let text_message = contact::text_message(channel, written);
                let text_message =
                    text_message.map(|address| ValueView::link(address, here.words().word("site-text-message")));
                let ways = std::iter::once(ValueView::channel(channel, written)).chain(text_message);
                parts.extend(ways.map(|value| FactView { label: None, value }));
            }
            // Most of what is needed is indispensable: only the rest is worth a word.
            (_, Value::Bool(true)) if fact.name == "hard" => {}
            (_, Value::Bool(false)) if fact.name == "hard" => {
                parts.push(FactView { label: None, value: ValueView::text(here.words().word("entity-soft")) });
            }
            (_, Value::Number(percent)) if fact.name == "percent" => {
                parts.push(FactView {
                    label: None,
                    value: ValueView::text(here.words().say(&message!("percent", share = percent.to_string()))),
                });
            }
            (_, Value::Text(written)) if fact.name == "channel" => {
                parts.push(FactView { label: None, value: ValueView::way(here, written) });
            }
            (_, value) => parts.push(FactView { label, value: ValueView::new(here, value) }),
        }
    }
    parts
}
