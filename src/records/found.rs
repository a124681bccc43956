//! What was found, or missed: a list, or the word that says that somebody looked and there was nothing.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer};

/// The word for an empty list that somebody thought about.
pub const NOTHING: &str = "nothing";

/// What was found, in the order written; empty when the author wrote `nothing`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found(pub Vec<String>);

impl<'de> Deserialize<'de> for Found {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // The schema lets one word through, and otherwise lists of texts.
        match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::Array(items) => {
                Ok(Self(items.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect()))
            }
            _ => Ok(Self::default()),
        }
    }
}

impl JsonSchema for Found {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Found".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [{ "type": "array", "items": { "type": "string" } }, { "const": NOTHING }],
            "examples": [NOTHING],
        })
    }
}
