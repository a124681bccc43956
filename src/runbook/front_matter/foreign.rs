//! Front matter written for another tool.

use std::ops::Range;

use serde_json::Value;

use crate::diagnostic::{Diagnostic, Outcome, Severity, message};
use crate::problem::schema::BAD_YAML;
use crate::scalar::Audience;
use crate::schema::{Pointer, Yaml};
use crate::source::{Place, SourceFile, Span};
use crate::words::Language;

/// What everybody means by the front matter of another tool; the rest is left to that tool.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foreign {
    /// `title`.
    pub title: Option<String>,
    /// `description`, or `summary`.
    pub description: Option<String>,
    /// `lang`, or `language`.
    pub lang: Option<Language>,
    /// `weight`, or `nav_order`, `sidebar_position`, `order`.
    pub weight: Option<i64>,
    /// `audience`, which is ours and may stand in anybody's. Admins, where it says something that is no audience.
    pub audience: Option<Audience>,
    /// What it says, where that is no audience.
    pub unknown_audience: Option<String>,
}

impl Foreign {
    /// Stands for a head that cannot be read: it may have said that the page is for admins.
    #[must_use]
    pub fn unreadable() -> Self {
        Self { audience: Some(Audience::Admins), ..Self::default() }
    }
}

/// Reads front matter in YAML.
pub(super) fn yaml(yaml: &Yaml) -> Foreign {
    foreign(&yaml.value, &|key| yaml.written(&Pointer::root().key(key)).map(str::to_owned))
}

/// Reads front matter in TOML.
pub(super) fn toml(file: &SourceFile, range: Range<usize>) -> Outcome<Foreign> {
    let text = file.text.get(range.clone()).unwrap_or_default();
    match toml::from_str::<Value>(text) {
        Ok(value) => Outcome { value: foreign(&value, &|_| None), diagnostics: Vec::new() },
        Err(error) => {
            let at = error.span().unwrap_or_default();
            let place = Place { file: file.id, span: Span::new(at).shifted(range.start) };
            let mut diagnostic = Diagnostic::at(&BAD_YAML, place, message!("schema-bad-yaml.toml"));
            diagnostic.severity = Severity::Warning;
            Outcome { value: Foreign::unreadable(), diagnostics: vec![diagnostic] }
        }
    }
}

/// Returns the values of front matter in TOML, if it can be read.
pub(super) fn toml_value(text: &str) -> Option<Value> {
    toml::from_str(text).ok()
}

fn foreign(value: &Value, written: &dyn Fn(&str) -> Option<String>) -> Foreign {
    let text = |key: &str| match value.get(key)? {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(written(key).unwrap_or_else(|| number.to_string())),
        _ => None,
    };
    let first = |keys: &[&str]| keys.iter().find_map(|key| text(key));
    // Whoever writes it with a capital letter means it, too.
    let audience = value.as_object().into_iter().flatten().find(|(key, _)| key.eq_ignore_ascii_case("audience"));
    let audience = audience.map(|(_, written)| (written, written.as_str().and_then(Audience::of_word)));
    let weights = ["weight", "nav_order", "sidebar_position", "order"];
    Foreign {
        title: text("title"),
        description: first(&["description", "summary"]),
        lang: first(&["lang", "language"]).and_then(|tag| Language::from_tag(&tag)),
        weight: weights.iter().find_map(|key| value.get(key)?.as_i64()),
        audience: audience.map(|(_, known)| known.unwrap_or(Audience::Admins)),
        unknown_audience: audience.filter(|(_, known)| known.is_none()).map(|(written, _)| match written {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }),
    }
}
