//! Values that may be missing on purpose.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error};
use serde_json::Value;

/// What a required field says: a value, a gap that counts, or the reason why there is nothing to say.
///
/// Written as the value itself, the word `unknown`, or `{none: "reason"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stated<T> {
    /// The value.
    Known(T),
    /// `unknown`: somebody still has to find out.
    #[default]
    Unknown,
    /// `{none: reason}`: there is none, and that is a decision.
    None(String),
}

impl<T> Stated<T> {
    /// Returns the value, where there is one.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unknown | Self::None(_) => None,
        }
    }

    /// Turns the value into another one.
    pub fn map<U>(self, turn: impl FnOnce(T) -> U) -> Stated<U> {
        self.and_then(|value| Stated::Known(turn(value)))
    }

    /// Turns the value into another one, which may not be known.
    pub fn and_then<U>(self, turn: impl FnOnce(T) -> Stated<U>) -> Stated<U> {
        match self {
            Self::Known(value) => turn(value),
            Self::Unknown => Stated::Unknown,
            Self::None(reason) => Stated::None(reason),
        }
    }

    /// Borrows the value.
    pub fn as_ref(&self) -> Stated<&T> {
        match self {
            Self::Known(value) => Stated::Known(value),
            Self::Unknown => Stated::Unknown,
            Self::None(reason) => Stated::None(reason.clone()),
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Stated<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // By way of a value, because a derived untagged enum would try `T` first, and `unknown` is a fine text.
        match Value::deserialize(deserializer)? {
            Value::String(word) if word == "unknown" => Ok(Self::Unknown),
            Value::Object(mut map) if map.len() == 1 && matches!(map.get("none"), Some(Value::String(_))) => {
                let reason = map.remove("none").and_then(|reason| reason.as_str().map(str::to_owned));
                Ok(reason.map_or(Self::Unknown, Self::None))
            }
            value => T::deserialize(value).map(Self::Known).map_err(D::Error::custom),
        }
    }
}

impl<T: JsonSchema> JsonSchema for Stated<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Stated_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        // The value comes first: that is the branch which faults are explained by.
        json_schema!({
            "anyOf": [
                generator.subschema_for::<T>(),
                { "const": "unknown" },
                {
                    "type": "object",
                    "properties": { "none": { "type": "string" } },
                    "required": ["none"],
                    "additionalProperties": false,
                },
            ],
        })
    }
}
