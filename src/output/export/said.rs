//! Facts as JSON: in the words in which the inventory is written, so that whoever knows one knows the other.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::catalog::fact::{Fact, Value};

/// What a field says. `unknown` is a gap, `{"none": …}` a reason, a reference is `kind:id`.
pub(super) struct Said<'a>(&'a Value, Gaps);

/// The fields of a thing, in the order in which a page shows them.
pub(super) struct Fields<'a>(pub &'a [Fact], pub Gaps);

/// What becomes of a field that is required and of which nothing is known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Gaps {
    /// It is said to be unknown.
    Told,
    /// It is left out: what an audience may not see looks the same to it.
    LeftOut,
}

impl Serialize for Said<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Text(text) | Value::Code(text) | Value::Url(text) => serializer.serialize_str(text),
            Value::Word { set: _, word } => serializer.serialize_str(word),
            Value::Date(date) => serializer.collect_str(date),
            Value::Duration(duration) => serializer.collect_str(duration),
            Value::Money(money) => serializer.collect_str(money),
            Value::Number(number) => serializer.serialize_i64(*number),
            Value::Bool(yes) => serializer.serialize_bool(*yes),
            Value::Reference(thing) => serializer.collect_str(thing),
            Value::List(values) => serializer.collect_seq(values.iter().map(|value| Said(value, self.1))),
            Value::Group(facts) => Fields(facts, self.1).serialize(serializer),
            Value::Unknown => serializer.serialize_str("unknown"),
            Value::None(reason) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("none", reason)?;
                map.end()
            }
        }
    }
}

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let told = self.0.iter().filter(|fact| self.1 == Gaps::Told || fact.value != Value::Unknown);
        serializer.collect_map(told.map(|fact| (fact.name, Said(&fact.value, self.1))))
    }
}

impl JsonSchema for Said<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Said".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "As it is written in the inventory: `unknown` is a gap, {\"none\": …} a reason, a reference is `kind:id`.",
            "type": ["string", "integer", "boolean", "array", "object"],
        })
    }
}
