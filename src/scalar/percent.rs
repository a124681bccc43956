//! Shares of a whole.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Unexpected};

/// A share in hundredths, from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(u8);

impl Percent {
    /// The whole.
    const WHOLE: u8 = 100;

    /// Returns the number of hundredths.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u8::deserialize(deserializer)?;
        if number > Self::WHOLE {
            return Err(D::Error::invalid_value(Unexpected::Unsigned(number.into()), &"a number from 0 to 100"));
        }
        Ok(Self(number))
    }
}

impl JsonSchema for Percent {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Percent".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 0, "maximum": Self::WHOLE })
    }
}

#[cfg(test)]
mod tests {
    use super::Percent;

    #[test]
    fn a_share_is_at_most_the_whole() {
        let read = |number: i64| serde_json::from_value::<Percent>(number.into()).ok().map(Percent::get);
        assert_eq!([read(0), read(100), read(101), read(-1)], [Some(0), Some(100), None, None]);
    }
}
