//! Errors of the JSON Schema validator → violations: what is wrong with a value, in our own terms.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError, ValidationOptions};
use serde_json::Value;

use crate::names::suggest;
use crate::scalar::Format;

use super::place::Pointer;

/// Returns the options that schemas are compiled with: JSON Schema plus the formats of our scalars.
pub(super) fn options() -> ValidationOptions<'static> {
    Format::ALL.iter().fold(jsonschema::options().should_validate_formats(true), |options, format| {
        options.with_format(format.name(), |text: &str| format.accepts(text))
    })
}

/// One fault of a value.
#[derive(Debug)]
pub(super) struct Violation {
    /// What it is about: the field that is missing, the key that is unknown, or the value that is not right.
    pub(super) pointer: Pointer,
    pub(super) kind: Kind,
}

/// What is wrong.
#[derive(Debug)]
pub(super) enum Kind {
    /// No field has this name; those that the map has.
    Unknown { known: Vec<String> },
    /// A required field is not there; how it could look, and whether it takes `unknown`.
    Missing { example: String, may_be_unknown: bool },
    /// The value has another shape; the shape that is wanted.
    Type { wanted: &'static str },
    /// The value is none of these words.
    Word { options: Vec<String> },
    /// The text does not have the format of a scalar.
    Format(Format),
    /// A number outside the range; its ends, where it has both.
    Range(Option<(u64, u64)>),
    /// An empty list or text.
    Empty,
}

impl Kind {
    /// Returns the key that an unknown one probably meant.
    pub(super) fn meant(&self, unknown: &Pointer) -> Option<&str> {
        match self {
            Self::Unknown { known } => suggest(&unknown.last(), known.iter().map(String::as_str)),
            _ => None,
        }
    }
}

/// Lists the violations that an error of the validator stands for.
pub(super) fn violations(error: &ValidationError<'_>, schema: &Value, found: &mut Vec<Violation>) {
    let pointer = Pointer::from(error.instance_path().as_str());
    let mut push = |pointer, kind| found.push(Violation { pointer, kind });
    match error.kind() {
        ValidationErrorKind::AnyOf { context } => {
            if let Some(branch) = branch(context, error) {
                for error in branch {
                    violations(error, schema, found);
                }
            }
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let known: Vec<String> = properties(error, schema).map(|(name, _)| name.to_owned()).collect();
            for key in unexpected {
                push(pointer.key(key), Kind::Unknown { known: known.clone() });
            }
        }
        ValidationErrorKind::Required { property: Value::String(key) } => {
            let field = properties(error, schema).find(|(name, _)| name == key).map(|(_, schema)| schema);
            let may_be_unknown = field.is_some_and(|field| field.pointer("/anyOf/1/const").is_some());
            let example = field.map_or_else(String::new, |field| example(field, 0));
            push(pointer.key(key), Kind::Missing { example, may_be_unknown });
        }
        ValidationErrorKind::Type { kind } => push(pointer, Kind::Type { wanted: shape(kind) }),
        ValidationErrorKind::Enum { options } => {
            let options = options.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
            push(pointer, Kind::Word { options: options.collect() });
        }
        ValidationErrorKind::Constant { expected_value } => {
            push(pointer, Kind::Word { options: expected_value.as_str().map(str::to_owned).into_iter().collect() });
        }
        ValidationErrorKind::Format { format } => match Format::from_name(format) {
            Some(format) => push(pointer, Kind::Format(format)),
            None => push(pointer, Kind::Range(None)),
        },
        ValidationErrorKind::MinItems { .. } | ValidationErrorKind::MinLength { .. } => push(pointer, Kind::Empty),
        ValidationErrorKind::Minimum { .. } | ValidationErrorKind::Maximum { .. } => {
            push(pointer, Kind::Range(range(error, schema)));
        }
        // Our descriptors use no other keyword; should one appear, the value is still reported.
        _ => push(pointer, Kind::Range(None)),
    }
}

/// Chooses, of the alternatives of a value, the one its author probably meant: the first that has the shape of the value.
fn branch<'e>(
    context: &'e [Vec<ValidationError<'static>>],
    error: &ValidationError<'_>,
) -> Option<&'e Vec<ValidationError<'static>>> {
    let has_other_shape = |errors: &Vec<ValidationError<'static>>| {
        errors.iter().any(|inner| match inner.kind() {
            ValidationErrorKind::Type { .. } | ValidationErrorKind::Constant { .. } => {
                inner.instance_path() == error.instance_path()
            }
            // `{none: reason}` is meant only by who writes `none`.
            ValidationErrorKind::Required { property } => property == "none",
            _ => false,
        })
    };
    context.iter().find(|errors| !has_other_shape(errors)).or_else(|| context.first())
}

/// Returns the ends of the range that a number is outside of.
fn range(error: &ValidationError<'_>, schema: &Value) -> Option<(u64, u64)> {
    let parent = Pointer::from(error.schema_path().as_str()).parent()?;
    let number = schema.pointer(parent.as_str())?;
    number.get("minimum")?.as_u64().zip(number.get("maximum")?.as_u64())
}

/// Returns the fields of the map whose schema an error comes from.
fn properties<'s>(error: &ValidationError<'_>, schema: &'s Value) -> impl Iterator<Item = (&'s str, &'s Value)> {
    let parent = Pointer::from(error.schema_path().as_str()).parent().unwrap_or_default();
    let properties = schema.pointer(parent.as_str()).and_then(|schema| schema.get("properties")?.as_object());
    properties.into_iter().flatten().map(|(name, schema)| (name.as_str(), schema))
}

fn shape(kind: &TypeKind) -> &'static str {
    let name = |kind: JsonType| match kind {
        JsonType::Object => "map",
        JsonType::Array => "list",
        JsonType::Boolean => "bool",
        JsonType::Integer | JsonType::Number => "number",
        JsonType::String | JsonType::Null => "text",
    };
    match kind {
        TypeKind::Single(kind) => name(*kind),
        TypeKind::Multiple(kinds) => kinds.iter().next().map_or("text", name),
    }
}

/// Writes a value as YAML on one line.
fn flow(value: &Value) -> String {
    match value {
        Value::String(text) if text.contains([':', ',', '#', '[', '{', '"', '\'']) => {
            Value::from(text.as_str()).to_string()
        }
        Value::String(text) => text.clone(),
        Value::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

/// Writes a value that the schema of a field accepts, as YAML on one line.
fn example(schema: &Value, depth: usize) -> String {
    if let Some(example) = schema.get("examples").and_then(|examples| examples.get(0)) {
        return flow(example);
    }
    if let Some(first) = schema.get("anyOf").and_then(|branches| branches.get(0)) {
        return example(first, depth);
    }
    if let Some(word) = schema.get("enum").and_then(|words| words.get(0)?.as_str()) {
        return word.to_owned();
    }
    match schema.get("type").and_then(Value::as_str) {
        Some("object") if depth < 3 => {
            let properties = schema.get("properties").and_then(Value::as_object);
            let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
            let fields: Vec<String> = required
                .filter_map(Value::as_str)
                .filter_map(|name| Some((name, properties?.get(name)?)))
                .map(|(name, schema)| format!("{name}: {}", example(schema, depth + 1)))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
        Some("array") => format!("[{}]", schema.get("items").map_or_else(String::new, |item| example(item, depth))),
        Some("boolean") => "true".to_owned(),
        Some("integer" | "number") => "1".to_owned(),
        _ => {
            let format = schema.get("format").and_then(Value::as_str).and_then(Format::from_name);
            format.map_or("…", Format::example).to_owned()
        }
    }
}
