//! Violations → diagnostics, each at its place and with what to write instead.

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, Message, message};
use crate::names::{short, suggest};
use crate::problem::schema::{
    BAD_DATE, BAD_DURATION, BAD_MONEY, BAD_VALUE, MISSING_KEY, NULL_VALUE, UNKNOWN_KEY, WRONG_TYPE,
};
use crate::scalar::{Day, Duration, Format, Money, NoDay};

use super::fault::{Kind, Violation};
use super::place::{Pointer, Yaml};

/// Says a violation.
///
/// `value` is what stands there; `discreet` when it must not be quoted, because it could be a secret.
pub(super) fn report(
    violation: &Violation,
    value: Option<&Value>,
    discreet: bool,
    yaml: &Yaml,
    at: &Pointer,
) -> Diagnostic {
    let mut diagnostic = say(violation, value, discreet, yaml, at);
    // Every required field takes `unknown`, so this one may be left out.
    let is_value = !matches!(violation.kind, Kind::Unknown { .. } | Kind::Missing { .. } | Kind::Empty);
    if is_value && value.and_then(Value::as_str) == Some("unknown") {
        diagnostic.help = vec![message!("schema-bad-value.help-unknown")];
    }
    diagnostic
}

fn say(violation: &Violation, value: Option<&Value>, discreet: bool, yaml: &Yaml, at: &Pointer) -> Diagnostic {
    let field = violation.pointer.last();
    let quoted = || match value {
        Some(Value::String(text)) if !discreet => short(text),
        Some(Value::Number(number)) if !discreet => yaml.written(at).map_or_else(|| number.to_string(), short),
        Some(Value::Bool(value)) if !discreet => value.to_string(),
        _ => "…".to_owned(),
    };
    // What must not be quoted is not quoted in another form either.
    let plain = value.and_then(Value::as_str).filter(|_| !discreet).unwrap_or_default();
    let at_value = |code: &'static Code, message: Message| Diagnostic::at(code, yaml.place(at), message);
    let at_key = |code: &'static Code, message: Message| Diagnostic::at(code, yaml.key_place(at), message);
    match &violation.kind {
        kind @ Kind::Unknown { known } => {
            let diagnostic = at_key(&UNKNOWN_KEY, message!("schema-unknown-key", key = short(&field)));
            match kind.meant(&violation.pointer) {
                Some(near) => diagnostic.help(message!("schema-unknown-key.did-you-mean", key = near)),
                None => diagnostic.help(message!("schema-unknown-key.help", keys = known.join(", "))),
            }
        }
        Kind::Missing { example, may_be_unknown: true } => missing(yaml, at, example),
        Kind::Missing { example, may_be_unknown: false } => {
            let mut diagnostic = missing(yaml, at, example);
            diagnostic.help = vec![message!("schema-missing-key.help-only", example = format!("{field}: {example}"))];
            diagnostic
        }
        Kind::Type { wanted } => {
            let found = value.map_or("nothing", shape_of);
            let place = if matches!(found, "list" | "map") { yaml.key_place(at) } else { yaml.place(at) };
            let message = if field.is_empty() || field.parse::<usize>().is_ok() {
                message!("schema-wrong-type.item", wanted = *wanted, found = found)
            } else {
                message!("schema-wrong-type", field = short(&field), wanted = *wanted, found = found)
            };
            Diagnostic::at(&WRONG_TYPE, place, message).help(message!("schema-wrong-type.help", wanted = *wanted))
        }
        Kind::Word { options } => {
            let list = message!("schema-bad-value.help", options = options.join(", "));
            let diagnostic = at_value(&BAD_VALUE, bad_value(&field, quoted()));
            match value.and_then(Value::as_str).and_then(|value| word_meant(value, options)) {
                Some(near) => diagnostic.help(message!("schema-bad-value.did-you-mean", word = near)).help(list),
                None => diagnostic.help(list),
            }
        }
        Kind::Format(Format::Date) => {
            at_value(&BAD_DATE, message!("schema-bad-date", value = quoted())).help(help_for_day(plain))
        }
        Kind::Format(Format::Duration) => {
            let diagnostic = at_value(&BAD_DURATION, message!("schema-bad-duration", value = quoted()));
            diagnostic.help(match Duration::mended(plain) {
                Some(mended) => did_you_mean(&mended),
                None => message!("schema-bad-duration.help"),
            })
        }
        Kind::Format(Format::Money) if Money::is_too_large(plain) => {
            at_value(&BAD_MONEY, message!("schema-bad-money.too-large", value = quoted()))
                .help(message!("schema-bad-money.too-large-help"))
        }
        Kind::Format(Format::Money) => {
            let diagnostic = at_value(&BAD_MONEY, message!("schema-bad-money", value = quoted()));
            diagnostic.help(match Money::mended(plain) {
                Some(mended) => did_you_mean(&mended),
                None => message!("schema-bad-money.help", example = Money::example(plain)),
            })
        }
        Kind::Format(format) => {
            let message = message!("schema-bad-value.format", value = quoted(), format = format.name());
            let help = match format {
                Format::Url => message!("schema-bad-value.help-url"),
                Format::Every => match Duration::mended(plain) {
                    Some(mended) => did_you_mean(&mended),
                    None => message!("schema-bad-value.help-every"),
                },
                _ => message!("schema-bad-value.help-format", example = format.example()),
            };
            at_value(&BAD_VALUE, message).help(help)
        }
        Kind::Range(range) => {
            let help = match *range {
                Some((least, most)) => message!("schema-bad-value.help-range", least = least, most = most),
                None => message!("schema-bad-value.help-number"),
            };
            at_value(&BAD_VALUE, bad_value(&field, quoted())).help(help)
        }
        Kind::Empty => empty(yaml, at),
    }
}

/// Says what is wrong with a day, else how one is written.
fn help_for_day(written: &str) -> Message {
    match Day::fault(written) {
        Some(NoDay::Month(month)) => message!("schema-bad-date.no-month", month = u64::from(month)),
        Some(NoDay::Short { year, month, days }) => {
            let (month, days) = (u64::from(month), u64::from(days));
            message!("schema-bad-date.short-month", month = month, year = year.to_string(), days = days)
        }
        Some(NoDay::Form(day)) => did_you_mean(&day),
        None => message!("schema-bad-date.help"),
    }
}

/// Suggests what to write instead.
fn did_you_mean(word: &impl ToString) -> Message {
    message!("schema-bad-value.did-you-mean", word = word.to_string())
}

/// Returns the word of a set that another one probably means: the nearest, else the one that it starts like. French has many such
/// words: `publique` and `administrateurs` lie near nothing.
fn word_meant<'a>(written: &str, options: &'a [String]) -> Option<&'a str> {
    // A shorter beginning is shared by chance.
    const LEAST: usize = 4;
    let written = written.to_lowercase();
    let starts_like = |option: &&str| {
        let beginning = option.char_indices().next_back().map_or("", |(last, _)| &option[..last]);
        beginning.chars().count() >= LEAST && written.starts_with(beginning)
    };
    let mut words = options.iter().map(String::as_str);
    suggest(&written, words.clone()).or_else(|| words.find(starts_like))
}

/// Says that a value is not one that its field takes; items of lists have no field of their own.
fn bad_value(field: &str, value: String) -> Message {
    if field.is_empty() || field.parse::<usize>().is_ok() {
        return message!("schema-bad-value.item", value = value);
    }
    message!("schema-bad-value", field = field, value = value)
}

/// Reports a field that is not there.
pub(super) fn missing(yaml: &Yaml, at: &Pointer, example: &str) -> Diagnostic {
    let field = at.last();
    let parent = at.parent().unwrap_or_default();
    let owner = parent.last();
    let message = if owner.is_empty() || owner.parse::<usize>().is_ok() {
        message!("schema-missing-key.here", key = field.as_str())
    } else {
        message!("schema-missing-key", key = field.as_str(), owner = short(&owner))
    };
    let help = message!("schema-missing-key.help", example = format!("{field}: {example}"), key = field.as_str());
    Diagnostic::at(&MISSING_KEY, yaml.key_place(&parent), message).help(help)
}

/// Reports a field that says nothing.
pub(super) fn empty(yaml: &Yaml, at: &Pointer) -> Diagnostic {
    let field = at.last();
    if yaml.is_alone(at) {
        let message = message!("schema-null-value.alone", field = short(&field));
        let help = message!("schema-null-value.help-alone", field = short(&field));
        return Diagnostic::at(&NULL_VALUE, yaml.key_place(at), message).help(help);
    }
    let message = if field.is_empty() || field.parse::<usize>().is_ok() {
        message!("schema-null-value.item")
    } else {
        message!("schema-null-value", field = short(&field))
    };
    Diagnostic::at(&NULL_VALUE, yaml.key_place(at), message).help(message!("schema-null-value.help"))
}

fn shape_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "map",
    }
}
