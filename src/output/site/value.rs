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
    /// `text`, `code`, `link`, `unknown`, `none`, `missing`, `list` or `group`.
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

    /// Shows that what should be there is not, with what that means.
    pub(super) fn missing(text: String) -> Self {
        Self { shape: "missing", text, ..Self::default() }
    }

    /// Shows where help is: a number, an address or a page at the beginning of the text is one touch away, the rest stays words.
    pub(super) fn help(here: &Here<'_>, text: &str) -> Self {
        let (first, rest) = text.split_once(',').unwrap_or((text, ""));
        let first = first.trim();
        let href = if is_phone(first) {
            phone_address("tel:", first)
        } else if first.contains('@') && !first.contains(char::is_whitespace) {
            format!("mailto:{first}")
        } else if first.starts_with("https://") {
            first.to_owned()
        } else {
            return Self::text(prose(here.kb(), text));
        };
        let rest = prose(here.kb(), rest.trim());
        let rest = (!rest.is_empty()).then(|| FactView { label: None, value: Self::text(rest) });
        let link = FactView { label: None, value: Self::link(href, first) };
        Self { shape: "group", parts: std::iter::once(link).chain(rest).collect(), ..Self::default() }
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

/// Returns what a field is called.
pub(super) fn label(here: &Here<'_>, name: &str) -> String {
    here.words().find(&format!("field-{name}")).unwrap_or_else(|| name.replace('_', " "))
}

/// Fields of groups that need no label: what stands beside them says what they are.
const SPEAKING: [&str; 12] =
    ["type", "value", "name", "role", "ref", "on", "at", "version", "ip", "label", "amount", "every"];

fn parts(here: &Here<'_>, facts: &[Fact]) -> Vec<FactView> {
    let contact = Contact::of(facts);
    let mut parts = Vec::new();
    for fact in facts {
        let label = (!SPEAKING.contains(&fact.name)).then(|| label(here, fact.name));
        match (&contact, &fact.value) {
            (Some(contact), Value::Text(text) | Value::Code(text)) if fact.name == "value" => {
                parts.extend(contact.views(text).map(|value| FactView { label: None, value }));
            }
            // Most of what is needed is indispensable: only the rest is worth a word.
            (_, Value::Bool(true)) if fact.name == "hard" => {}
            (_, Value::Bool(false)) if fact.name == "hard" => {
                parts.push(FactView { label: None, value: ValueView::text(here.words().word("entity-soft")) });
            }
            (_, value) => parts.push(FactView { label, value: ValueView::new(here, value) }),
        }
    }
    parts
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

    /// Shows a number or an address so that one touch calls or writes (RFC 3966, RFC 5724, RFC 6068).
    fn views(&self, value: &str) -> impl Iterator<Item = ValueView> {
        let (first, second) = match self {
            Self::Phone => {
                let text_message = ValueView::link(phone_address("sms:", value), "SMS");
                (ValueView::link(phone_address("tel:", value), value), Some(text_message))
            }
            Self::Mail => (ValueView::link(format!("mailto:{value}"), value), None),
            Self::Post => (ValueView::text(value), None),
        };
        std::iter::once(first).chain(second)
    }
}

/// Makes the address of a number. Blanks, dots and brackets are for the eye only.
fn phone_address(scheme: &str, number: &str) -> String {
    let dialled = |character: &char| character.is_ascii_digit() || matches!(character, '+' | '*' | '#');
    scheme.chars().chain(number.chars().filter(dialled)).collect()
}

/// Whether words are a telephone number and nothing else: no number in use is shorter than eight digits but those for emergencies.
fn is_phone(text: &str) -> bool {
    let eye = |character: char| character.is_whitespace() || matches!(character, '.' | '-' | '(' | ')' | '+');
    text.chars().all(|character| character.is_ascii_digit() || eye(character))
        && text.chars().filter(char::is_ascii_digit).count() >= 8
}
