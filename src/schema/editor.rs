//! Our schemas as editors use them, for completion and checks while YAML is typed: in the words of a language, with formats that every
//! validator knows, and no stricter than the reading of files is.

use serde_json::{Map, Value, json};

use crate::scalar::Format;
use crate::words::Words;

/// Turns a schema of ours into one for editors.
#[must_use]
pub fn for_editors(mut schema: Value, words: &Words) -> Value {
    turn(&mut schema, words);
    schema
}

/// Names the schema of a whole file.
#[must_use]
pub fn of_file(schema: Value, title: &str) -> Value {
    let mut whole = Map::new();
    whole.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    whole.insert("title".to_owned(), json!(title));
    if let Value::Object(schema) = schema {
        whole.extend(schema.into_iter().filter(|(keyword, _)| keyword != "$schema" && keyword != "title"));
    }
    Value::Object(whole)
}

/// Returns the schema of a file that holds several things, by their ids, each as another schema says.
#[must_use]
pub fn map_of(one: &str) -> Value {
    // `is_entity_id`, as a pattern: keys that start with `x-` are anybody's.
    let id = "^[a-z0-9]([a-z0-9-]|\\.(?!\\.))*$";
    json!({
        "type": "object",
        "propertyNames": { "pattern": id },
        "patternProperties": { "^x-": true },
        "additionalProperties": { "$ref": one },
    })
}

fn turn(schema: &mut Value, words: &Words) {
    match schema {
        Value::Object(map) => {
            label(map, words);
            formats(map);
            texts(map);
            // Keys that start with `x-` are nobody's business, wherever they stand.
            if map.get("additionalProperties") == Some(&Value::Bool(false)) {
                map.insert("patternProperties".to_owned(), json!({ "^x-": true }));
            }
            map.values_mut().for_each(|schema| turn(schema, words));
        }
        Value::Array(items) => items.iter_mut().for_each(|schema| turn(schema, words)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Gives fields and words the names that pages give them.
fn label(map: &mut Map<String, Value>, words: &Words) {
    if let Some(Value::Object(fields)) = map.get_mut("properties") {
        for (name, field) in fields {
            if let (Value::Object(field), Some(title)) = (field, words.find(&format!("field-{name}"))) {
                field.insert("title".to_owned(), Value::from(title));
            }
        }
    }
    if let Some(Value::String(set)) = map.remove("x-set")
        && let Some(Value::Array(choices)) = map.get("enum")
    {
        let named = choices.iter().filter_map(Value::as_str).map(|word| words.find(&format!("{set}-{word}")));
        if let Some(named) = named.collect::<Option<Vec<String>>>() {
            map.insert("enumDescriptions".to_owned(), json!(named));
        }
    }
}

/// Says as a pattern what only we call a format. A length of time is another thing to JSON Schema than to us.
fn formats(map: &mut Map<String, Value>) {
    if let Some(Value::String(name)) = map.remove("format")
        && let Some(format) = Format::from_name(&name)
    {
        map.insert("pattern".to_owned(), Value::from(format.pattern()));
        map.insert("examples".to_owned(), json!([format.example()]));
    }
}

/// Lets a text look like a number or a date (`version: 1.10`): it is read as it is written.
fn texts(map: &mut Map<String, Value>) {
    let is_free = ["enum", "pattern", "const"].iter().all(|keyword| !map.contains_key(*keyword));
    if is_free && map.get("type") == Some(&json!("string")) {
        map.insert("type".to_owned(), json!(["string", "number", "boolean"]));
    }
}
