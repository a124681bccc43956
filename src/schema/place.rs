//! A parsed YAML text with the places of everything in it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde_json::{Number, Value};

use crate::diagnostic::{Diagnostic, Outcome, message};
use crate::names::short;
use crate::problem::schema::{ALIAS_BOMB, BAD_YAML, DUPLICATE_KEY, TOO_DEEP, TOO_LARGE};
use crate::source::{DEEPEST, FileId, Place, Positions, SourceFile, Span, SyntaxFault, YamlFault, YamlFaultKind};

use super::say;
use super::value as parser;

/// A JSON pointer (RFC 6901) into a YAML value.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pointer(String);

impl Pointer {
    /// Returns the pointer to the whole value.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// Returns the pointer to a key of the map at this pointer.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        if key.contains(['~', '/']) {
            return Self(format!("{}/{}", self.0, key.replace('~', "~0").replace('/', "~1")));
        }
        Self(format!("{}/{key}", self.0))
    }

    /// Returns the pointer to an item, counted from 0, of the list at this pointer.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// Returns the pointer as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns this pointer below another one.
    pub(super) fn below(&self, base: &Self) -> Self {
        Self(format!("{}{}", base.0, self.0))
    }

    /// Returns the pointer to the collection that holds what this one points to; none for the root.
    pub(super) fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('/').map(|(parent, _)| Self(parent.to_owned()))
    }

    /// Returns the key or the index that the pointer starts with; none of the root.
    #[must_use]
    pub(crate) fn first(&self) -> Option<String> {
        let first = self.0.strip_prefix('/')?.split('/').next()?;
        Some(first.replace("~1", "/").replace("~0", "~"))
    }

    /// Returns what leads from another pointer to this one, which lies below it.
    pub(crate) fn after(&self, base: &Self) -> Option<Self> {
        Some(Self(self.0.strip_prefix(&base.0)?.to_owned()))
    }

    /// Returns the key or the index that the pointer ends with.
    pub(super) fn last(&self) -> String {
        let last = self.0.rsplit_once('/').map_or("", |(_, last)| last);
        last.replace("~1", "/").replace("~0", "~")
    }
}

impl From<&str> for Pointer {
    fn from(pointer: &str) -> Self {
        Self(pointer.to_owned())
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A YAML text that could be parsed: its value and where everything in it stands.
#[derive(Debug)]
pub struct Yaml {
    /// The value, with keys in the order written.
    pub value: Value,
    text: Arc<str>,
    file: FileId,
    /// Where the YAML begins in the file.
    offset: usize,
    positions: Positions,
}

impl Yaml {
    /// Returns the place of the value at a pointer, or of the nearest value above it; of several lines the first.
    #[must_use]
    pub fn place(&self, pointer: &Pointer) -> Place {
        self.located(self.positions.value(pointer.as_str()))
    }

    /// Returns the place of the key that a pointer ends with. What has no key, such as an item of a list, is represented by its
    /// own first key, else by itself.
    #[must_use]
    pub fn key_place(&self, pointer: &Pointer) -> Place {
        let key = self.positions.key(pointer.as_str()).or_else(|| self.positions.first_key(pointer.as_str()));
        key.map_or_else(|| self.place(pointer), |key| self.located(key))
    }

    /// Whether a key stands alone between the commas of a `{…}`: mostly the rest of a text that holds a comma.
    #[must_use]
    pub fn is_alone(&self, pointer: &Pointer) -> bool {
        let key = self.positions.key(pointer.as_str()).map(|key| key.shifted(self.offset));
        let rest = key.and_then(|key| self.text.get(key.end as usize..));
        rest.is_some_and(|rest| rest.trim_start().starts_with([',', '}']))
    }

    /// Returns a scalar that stands without quotes as its author wrote it.
    #[must_use]
    pub fn written(&self, pointer: &Pointer) -> Option<&str> {
        let span = self.positions.plain(pointer.as_str())?;
        Some(span.shifted(self.offset).text(&self.text))
    }

    /// Returns a text in which nothing stands, at a place.
    #[must_use]
    pub(crate) fn nothing(place: Place) -> Self {
        let positions = Positions::default();
        Self { value: Value::Null, text: Arc::from(""), file: place.file, offset: place.span.start as usize, positions }
    }

    /// Reports a field that the map at a pointer must have and has not, with how it could look.
    #[must_use]
    pub fn missing(&self, at: &Pointer, field: &str, example: &str) -> Diagnostic {
        say::missing(self, &at.key(field), example)
    }

    fn located(&self, span: Span) -> Place {
        located(self.file, self.offset, &self.text, span)
    }
}

/// Cuts a span of a part of a file to its first line, and makes it a place in the file.
fn located(file: FileId, offset: usize, text: &str, span: Span) -> Place {
    let span = span.shifted(offset);
    let first = span.text(text).lines().next().unwrap_or_default().trim_end();
    let start = span.start as usize;
    Place { file, span: Span::new(start..start + first.len()) }
}

/// See [`super::load`].
pub(super) fn load(file: &SourceFile, range: Range<usize>) -> Outcome<Option<Yaml>> {
    let offset = range.start;
    let text = &*neutral(file.text.get(range).unwrap_or_default());
    let (positions, faults) = Positions::read(text);
    let located = |span: Span| located(file.id, offset, &file.text, span);
    let mut diagnostics: Vec<Diagnostic> = faults.iter().map(|fault| report(fault, &located)).collect();
    if faults.iter().any(YamlFault::is_fatal) {
        return Outcome { value: None, diagnostics };
    }
    let mut value = match parser::parse(text) {
        Ok(value) => value,
        Err(error) => {
            let fault = YamlFault { span: refused(text, &error), kind: YamlFaultKind::Syntax(cause(text, &error)) };
            diagnostics.push(report(&fault, &located));
            return Outcome { value: None, diagnostics };
        }
    };
    as_written(&mut value, &positions, text, &|number, _| is_text(number), &Pointer::root());
    let yaml = Yaml { value, text: Arc::clone(&file.text), file: file.id, offset, positions };
    Outcome { value: Some(yaml), diagnostics }
}

/// Takes out of a text what is a line break for YAML 1.1 and none for YAML 1.2, so that both parsers see the same lines. Byte
/// offsets stay what they are.
fn neutral(text: &str) -> Cow<'_, str> {
    if !text.contains(['\u{85}', '\u{2028}', '\u{2029}']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace('\u{85}', "\u{A0}").replace(['\u{2028}', '\u{2029}'], "\u{2003}"))
}

/// Where `serde_yaml` stopped: it is stricter about tabs than the parser that places are read by.
fn refused(text: &str, error: &serde_yaml::Error) -> Span {
    let start = text.floor_char_boundary(error.location().map_or(0, |location| location.index()).min(text.len()));
    let length = text[start..].chars().next().map_or(0, char::len_utf8);
    Span::new(start..start + length)
}

fn cause(text: &str, error: &serde_yaml::Error) -> SyntaxFault {
    let start = refused(text, error).range().start;
    let around = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[around..].lines().next().unwrap_or_default();
    if line.contains('\t') { SyntaxFault::Tab } else { SyntaxFault::Other }
}

/// See [`super::value()`].
pub(super) fn value(text: &str, which: &dyn Fn(&Number, &str) -> bool) -> Option<Value> {
    let text = &*neutral(text);
    let (positions, faults) = Positions::read(text);
    if faults.iter().any(YamlFault::is_fatal) {
        return None;
    }
    let mut value = parser::parse(text).ok()?;
    as_written(&mut value, &positions, text, which, &Pointer::root());
    Some(value)
}

/// Whether a number is more than a whole number of 64 bits. No field takes such a number, so it is a text.
fn is_text(number: &Number) -> bool {
    !number.is_i64()
}

/// Replaces numbers by their text in the file, which may say more (`1.10`).
fn as_written(
    value: &mut Value,
    positions: &Positions,
    text: &str,
    which: &dyn Fn(&Number, &str) -> bool,
    at: &Pointer,
) {
    match value {
        Value::Number(number) => {
            let written = positions.plain(at.as_str()).map(|span| span.text(text).to_owned());
            let written = written.unwrap_or_else(|| number.to_string());
            if which(number, &written) {
                *value = Value::String(written);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                as_written(item, positions, text, which, &at.item(index));
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                as_written(value, positions, text, which, &at.key(key));
            }
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

fn report(fault: &YamlFault, located: &dyn Fn(Span) -> Place) -> Diagnostic {
    let place = located(fault.span);
    let bad = |message| Diagnostic::at(&BAD_YAML, place, message);
    match &fault.kind {
        YamlFaultKind::Syntax(SyntaxFault::Tab) => {
            bad(message!("schema-bad-yaml.tab")).help(message!("schema-bad-yaml.help-tab"))
        }
        YamlFaultKind::Syntax(SyntaxFault::Quote) => {
            bad(message!("schema-bad-yaml.quote")).help(message!("schema-bad-yaml.help-quote"))
        }
        YamlFaultKind::Syntax(SyntaxFault::Colon) => {
            bad(message!("schema-bad-yaml.colon")).help(message!("schema-bad-yaml.help-colon"))
        }
        YamlFaultKind::Syntax(SyntaxFault::Bracket) => {
            bad(message!("schema-bad-yaml.bracket")).help(message!("schema-bad-yaml.help-bracket"))
        }
        YamlFaultKind::Syntax(SyntaxFault::Indentation) => {
            bad(message!("schema-bad-yaml.indentation")).help(message!("schema-bad-yaml.help-indentation"))
        }
        YamlFaultKind::Syntax(SyntaxFault::Alias) => {
            bad(message!("schema-bad-yaml.alias")).help(message!("schema-bad-yaml.help-alias"))
        }
        YamlFaultKind::Syntax(SyntaxFault::Other) => {
            bad(message!("schema-bad-yaml")).help(message!("schema-bad-yaml.help"))
        }
        YamlFaultKind::ComplexKey => {
            bad(message!("schema-bad-yaml.complex-key")).help(message!("schema-bad-yaml.help-complex-key"))
        }
        YamlFaultKind::MergeKey => {
            bad(message!("schema-bad-yaml.merge-key")).help(message!("schema-bad-yaml.help-merge-key"))
        }
        YamlFaultKind::Tag => bad(message!("schema-bad-yaml.tag")).help(message!("schema-bad-yaml.help-tag")),
        YamlFaultKind::SecondDocument => {
            bad(message!("schema-bad-yaml.second-document")).help(message!("schema-bad-yaml.help-second-document"))
        }
        YamlFaultKind::DuplicateKey { key, first } => {
            let message = message!("schema-duplicate-key", key = short(key));
            Diagnostic::at(&DUPLICATE_KEY, place, message)
                .label(located(*first), message!("schema-duplicate-key.first"))
                .help(message!("schema-duplicate-key.help"))
        }
        YamlFaultKind::TooDeep => Diagnostic::at(&TOO_DEEP, place, message!("schema-too-deep", deepest = DEEPEST))
            .help(message!("schema-too-deep.help")),
        YamlFaultKind::TooLong => Diagnostic::at(&TOO_LARGE, place, message!("schema-too-large", most = 4_u64))
            .help(message!("schema-too-large.help")),
        YamlFaultKind::AliasBomb => {
            Diagnostic::at(&ALIAS_BOMB, place, message!("schema-alias-bomb")).help(message!("schema-alias-bomb.help"))
        }
    }
}
