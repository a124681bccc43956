//! Facts of the inventory as pages show them.

use serde::Serialize;

use crate::catalog::fact::{Fact, Value};
use crate::names::EntityRef;

use super::here::{Here, prose};
use super::page::Page;

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
    /// `text`, `code`, `link`, `unknown`, `none`, `list` or `group`.
    shape: &'static str,
    /// What is shown.
    text: String,
    /// The language of the words, where it is not that of the page (WCAG 2.2, 3.1.2).
    lang: Option<String>,
    /// Where a `link` leads.
    href: Option<String>,
    /// The values of a `list`.
    items: Vec<ValueView>,
    /// The fields of a `group`.
    parts: Vec<FactView>,
}

impl ValueView {
    /// Shows words as they are.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self { shape: "text", text: text.into(), ..Self::default() }
    }

    /// Shows a link.
    fn link(href: String, text: impl Into<String>) -> Self {
        Self { shape: "link", text: text.into(), href: Some(href), ..Self::default() }
    }

    /// Shows several values.
    pub(super) fn list(items: Vec<Self>) -> Self {
        Self { shape: "list", items, ..Self::default() }
    }

    /// Shows another thing.
    pub(super) fn reference(here: &Here<'_>, reference: &EntityRef) -> Self {
        let (text, lang) = here.name(reference);
        match here.href(&Page::from(reference)) {
            Some(href) => Self { lang, ..Self::link(href, text) },
            None => Self { lang, ..Self::text(text) },
        }
    }

    /// Shows words of the author.
    pub(super) fn prose(here: &Here<'_>, text: &str) -> Self {
        Self { lang: here.foreign(&here.kb().config.language), ..Self::text(prose(here.kb(), text)) }
    }

    /// Shows a gap, as something that catches the eye.
    pub(super) fn unknown(here: &Here<'_>) -> Self {
        Self { shape: "unknown", text: here.words().word("site-unknown"), ..Self::default() }
    }

    /// Shows a value of the inventory.
    pub(super) fn new(here: &Here<'_>, value: &Value) -> Self {
        let words = here.words();
        match value {
            Value::Text(text) => Self::prose(here, text),
            Value::Code(code) => Self { shape: "code", text: code.clone(), ..Self::default() },
            Value::Url(url) => Self::link(url.clone(), url.strip_prefix("mailto:").unwrap_or(url)),
            Value::Reference(reference) => Self::reference(here, reference),
            Value::List(values) if values.len() != 1 => Self::list(values.iter().map(|v| Self::new(here, v)).collect()),
            Value::List(values) => values.first().map(|value| Self::new(here, value)).unwrap_or_default(),
            Value::Group(facts) => Self { shape: "group", parts: parts(here, facts), ..Self::default() },
            Value::Unknown => Self::unknown(here),
            Value::None(reason) => Self { shape: "none", ..Self::prose(here, reason) },
            Value::Date(date) => Self::text(here.date(*date)),
            Value::Money(money) => Self::text(money.to_string().replace('.', &words.word("site-decimal-sign"))),
            other => Self::text(here.kb().say(other, words)),
        }
    }
}

/// Shows the fields of an entity.
pub(super) fn facts<'a>(here: &Here<'_>, facts: impl Iterator<Item = &'a Fact>) -> Vec<FactView> {
    facts
        .map(|fact| FactView { label: Some(label(here, fact.name)), value: ValueView::new(here, &fact.value) })
        .collect()
}

/// Returns what a field is called.
pub(super) fn label(here: &Here<'_>, name: &str) -> String {
    here.words().find(&format!("field-{name}")).unwrap_or_else(|| name.replace('_', " "))
}

/// Fields of groups that need no label: what stands beside them says what they are.
const SPEAKING: [&str; 12] =
    ["type", "value", "name", "role", "ref", "on", "at", "version", "ip", "label", "amount", "every"];

fn parts(here: &Here<'_>, facts: &[Fact]) -> Vec<FactView> {
    let contact = Contact::of(facts);
    facts
        .iter()
        .map(|fact| FactView {
            label: (!SPEAKING.contains(&fact.name)).then(|| label(here, fact.name)),
            value: match (&contact, &fact.value) {
                (Some(contact), Value::Text(text) | Value::Code(text)) if fact.name == "value" => contact.view(text),
                (_, value) => ValueView::new(here, value),
            },
        })
        .collect()
}

/// A way to reach somebody that is more than words to copy.
enum Contact {
    Phone,
    Mail,
    Post,
}

impl Contact {
    fn of(facts: &[Fact]) -> Option<Self> {
        match &facts.iter().find(|fact| fact.name == "type")?.value {
            Value::Word { word: "phone", .. } => Some(Self::Phone),
            Value::Word { word: "email", .. } => Some(Self::Mail),
            Value::Word { word: "post", .. } => Some(Self::Post),
            _ => None,
        }
    }

    /// Shows a number or an address so that one touch calls or writes (RFC 3966, RFC 6068). Blanks, dots and brackets of a number
    /// are for the eye only.
    fn view(&self, value: &str) -> ValueView {
        match self {
            Self::Phone => {
                let dialled = |character: &char| character.is_ascii_digit() || matches!(character, '+' | '*' | '#');
                ValueView::link(format!("tel:{}", value.chars().filter(dialled).collect::<String>()), value)
            }
            Self::Mail => ValueView::link(format!("mailto:{value}"), value),
            Self::Post => ValueView::text(value),
        }
    }
}
