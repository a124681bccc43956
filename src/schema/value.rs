//! A YAML text → a value, through `serde_yaml`.

use std::fmt;

use serde::de::{Deserialize, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::source::clean;

/// Parses the first document of a text; an empty text is null.
///
/// Gives up where `serde_yaml` does, but keeps more than its own conversion into a JSON value would: numbers too large for 64
/// bits, infinities and tags do not lose the file, and of repeated keys the first counts. Numbers that JSON cannot hold
/// become some other number that is not whole in 64 bits: only their text in the file tells what they are.
pub(super) fn parse(text: &str) -> Result<Value, serde_yaml::Error> {
    match serde_yaml::Deserializer::from_str(text).next() {
        Some(document) => Written::deserialize(document).map(|written| written.0),
        None => Ok(Value::Null),
    }
}

struct Written(Value);

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AsWritten).map(Self)
    }
}

struct AsWritten;

impl<'de> Visitor<'de> for AsWritten {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any YAML value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Value, E> {
        Ok(number(value as f64))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Value, E> {
        Ok(number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(clean(value.to_owned())))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        // What is no control character in the file may be one after its escapes are read: `"\\u001b"`.
        Ok(Value::String(clean(value)))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Written(value)) = items.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some((key, Written(value))) = entries.next_entry::<String, Written>()? {
            map.entry(clean(key)).or_insert(value);
        }
        Ok(Value::Object(map))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Value, A::Error> {
        let (_tag, content) = tagged.variant::<String>()?;
        content.newtype_variant::<Written>().map(|written| written.0)
    }
}

/// Returns a number that is not whole in 64 bits; infinities, which JSON has not, become the largest there is.
fn number(value: f64) -> Value {
    Number::from_f64(value).or_else(|| Number::from_f64(f64::MAX)).map_or(Value::Null, Value::Number)
}
