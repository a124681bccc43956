//! A YAML text → sound values, with every fault reported at its place.
//!
//! The route: [`Positions`](crate::source::Positions) gives places and refuses what inventories must not use (repeated keys, alias bombs, depth);
//! `serde_yaml` gives the value; the JSON Schema of a descriptor (schemars) is held against it, so that *all* violations are
//! found; what is unsound is taken out, and the rest is deserialised.

pub mod editor;
mod fault;
mod place;
mod repair;
mod say;
pub mod substance;
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests;
mod value;

use std::collections::BTreeSet;
use std::marker::PhantomData;
use std::ops::Range;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::diagnostic::{Diagnostic, Outcome};
use crate::names::suggest;
use crate::source::SourceFile;

pub use place::{Pointer, Yaml};

/// Parses the YAML in a byte range of a file: a whole inventory file, or the front matter of a page.
///
/// A text without content gives null. Nothing is returned when the text cannot be understood as a whole.
#[must_use]
pub fn load(file: &SourceFile, range: Range<usize>) -> Outcome<Option<Yaml>> {
    place::load(file, range)
}

/// Returns the value of a YAML text whose places do not matter; scalars without quotes as their author wrote them.
#[must_use]
pub fn value(text: &str) -> Option<Value> {
    place::value(text, &|_, _| true)
}

/// Returns the value of a YAML text to be written down again: only numbers that another notation would change (`1.10`, `0612`) are texts.
#[must_use]
pub fn rewritable(text: &str) -> Option<Value> {
    place::value(text, &|number, written| number.to_string() != written)
}

/// What a descriptor may hold: its JSON Schema, compiled.
///
/// Compiling takes about a millisecond, so one is made per run and kind of descriptor, not per entity.
pub struct Schema<D> {
    schema: Value,
    /// None when the schema is unsound, which a test excludes for every descriptor.
    validator: Option<jsonschema::Validator>,
    /// Whether values are never quoted, because they could be secrets.
    discreet: bool,
    descriptor: PhantomData<fn() -> D>,
}

impl<D: DeserializeOwned + schemars::JsonSchema> Schema<D> {
    /// Compiles the schema of a descriptor.
    #[must_use]
    pub fn compile() -> Self {
        let schema = json_schema::<D>();
        let validator = fault::options().build(&schema).ok();
        Self { schema, validator, discreet: false, descriptor: PhantomData }
    }

    /// Never quotes a value in a diagnostic: what stands in the wrong place could be a secret.
    #[must_use]
    pub fn discreet(self) -> Self {
        Self { discreet: true, ..self }
    }

    /// Holds the value at `pointer` against the schema, and deserialises what is sound of it.
    ///
    /// An unsound optional field is left out and an unsound required one becomes unknown, each with its diagnostic; nothing
    /// is returned when the value is no map.
    #[must_use]
    pub fn read(&self, yaml: &Yaml, pointer: &Pointer) -> Outcome<Option<D>> {
        self.read_noting(yaml, pointer, &mut BTreeSet::new())
    }

    /// Reads as [`Schema::read`] does, and notes the fields of the map that are there and were reported: a misspelt key under its own name and
    /// that of the field that was meant.
    #[must_use]
    pub fn read_noting(&self, yaml: &Yaml, pointer: &Pointer, refused: &mut BTreeSet<String>) -> Outcome<Option<D>> {
        let mut diagnostics: Vec<Diagnostic> = Vec::new();
        let mut reported = BTreeSet::new();
        let value = self.sound(yaml, pointer, &mut reported, &mut diagnostics);
        let value = value.and_then(|value| serde_json::from_value(value).ok());
        let written = yaml.value.pointer(pointer.as_str());
        let is_written = |field: &String| written.is_some_and(|map| map.get(field).is_some());
        let known: Vec<&str> = self.fields().collect();
        for field in reported.iter().filter_map(Pointer::first).filter(is_written) {
            if !known.contains(&&*field) {
                refused.extend(suggest(&field, known.iter().copied()).map(str::to_owned));
            }
            refused.insert(field);
        }
        diagnostics.sort_by_key(Diagnostic::place);
        Outcome { value, diagnostics }
    }

    /// The fields of the map itself.
    fn fields(&self) -> impl Iterator<Item = &str> {
        self.schema
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flat_map(|map| map.keys().map(String::as_str))
    }
}

/// Returns the JSON Schema of a descriptor, as editors and the reference pages use it.
#[must_use]
pub fn json_schema<D: schemars::JsonSchema>() -> Value {
    let mut schema = written_schema::<D>();
    without_null(&mut schema);
    schema
}

/// Returns the fields that a descriptor can have, and those within them, by path; `software.license`, sorted.
#[must_use]
pub fn fields<D: schemars::JsonSchema>() -> Vec<String> {
    fn below(schema: &Value, above: &str, found: &mut BTreeSet<String>) {
        for (name, schema) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let path = if above.is_empty() { name.clone() } else { format!("{above}.{name}") };
            below(schema, &path, found);
            found.insert(path);
        }
        let alternatives = schema.get("anyOf").and_then(Value::as_array).into_iter().flatten();
        for inner in alternatives.chain(schema.get("items")) {
            below(inner, above, found);
        }
    }
    let mut found = BTreeSet::new();
    below(&json_schema::<D>(), "", &mut found);
    // The reason why there is nothing to say is no field.
    found.retain(|path| path != "none" && !path.ends_with(".none"));
    found.into_iter().collect()
}

fn written_schema<D: schemars::JsonSchema>() -> Value {
    let settings =
        schemars::generate::SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    settings.into_generator().into_root_schema_for::<D>().to_value()
}

/// Takes null out of a schema: optional fields are left out, never empty.
fn without_null(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            for keyword in ["type", "enum", "anyOf"] {
                let Some(Value::Array(alternatives)) = map.get_mut(keyword) else { continue };
                let is_null = |schema: &Value| {
                    schema.is_null() || schema == "null" || schema.get("type").is_some_and(|name| name == "null")
                };
                alternatives.retain(|alternative| !is_null(alternative));
                if let (true, [only]) = (keyword == "type", &alternatives[..]) {
                    let only = only.clone();
                    map.insert(keyword.to_owned(), only);
                }
            }
            map.values_mut().for_each(without_null);
        }
        Value::Array(items) => items.iter_mut().for_each(without_null),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
