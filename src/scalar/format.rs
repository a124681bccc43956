//! The formats of scalars: how JSON Schema names them, and what checks them.

use std::str::FromStr;

use super::{ContactAddress, Country, Day, Duration, Email, Every, Lang, Moment, Money, Url};

/// How a text must look to be a scalar of some kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A calendar day, [`Day`].
    Date,
    /// A day, and perhaps a time on it, [`Moment`].
    Moment,
    /// A length of time, [`Duration`].
    Duration,
    /// An amount, [`Money`].
    Money,
    /// An interval, [`Every`].
    Every,
    /// A mail address, [`Email`].
    Email,
    /// An address to open, [`Url`].
    Url,
    /// A mail address or an address to open, [`ContactAddress`].
    ContactAddress,
    /// A country, [`Country`].
    Country,
    /// A language, [`Lang`].
    Lang,
}

/// The text is not of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text is no {}", .0.name())]
pub struct Malformed(pub Format);

impl Format {
    /// All formats.
    pub const ALL: [Self; 10] = [
        Self::Date,
        Self::Moment,
        Self::Duration,
        Self::Money,
        Self::Every,
        Self::Email,
        Self::Url,
        Self::ContactAddress,
        Self::Country,
        Self::Lang,
    ];

    /// Returns the name in schemas. `date` and `email` mean what JSON Schema says; the others are ours.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Moment => "moment",
            Self::Duration => "short-duration",
            Self::Money => "money",
            Self::Every => "every",
            Self::Email => "email",
            Self::Url => "web-address",
            Self::ContactAddress => "contact-address",
            Self::Country => "country",
            Self::Lang => "language",
        }
    }

    /// Returns the format of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Returns a text of this format, as it is written in YAML.
    #[must_use]
    pub fn example(self) -> &'static str {
        match self {
            Self::Date => "2026-11-22",
            Self::Moment => "2026-11-22 07:40",
            Self::Duration => "4h",
            Self::Money => "31.00 EUR",
            Self::Every => "month",
            Self::Email | Self::ContactAddress => "contact@example.org",
            Self::Url => "https://example.org",
            Self::Country => "FR",
            Self::Lang => "fr",
        }
    }

    /// Returns a pattern that every text of this format matches (ECMA-262, as JSON Schema asks): what an editor can tell while somebody
    /// types. Whether there is such a day, only [`Format::accepts`] says.
    #[must_use]
    pub fn pattern(self) -> &'static str {
        match self {
            Self::Date => "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            Self::Moment => "^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2})?$",
            Self::Duration => "^[0-9]+(m|h|d|w|mo|y)$",
            Self::Money => "^[0-9]+(\\.[0-9]{2})? [A-Z]{3}$",
            Self::Every => "^(day|week|month|quarter|year|[0-9]+(m|h|d|w|mo|y))$",
            Self::Email => "^[^@\\s]+@[^@\\s]+$",
            Self::Url => "^[A-Za-z]+:\\S+$",
            Self::ContactAddress => "^([^@\\s]+@[^@\\s]+|[A-Za-z]+:\\S+)$",
            Self::Country => "^[A-Za-z]{2}$",
            Self::Lang => "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$",
        }
    }

    /// Whether a text is of this format.
    #[must_use]
    pub fn accepts(self, text: &str) -> bool {
        fn is<T: FromStr>(text: &str) -> bool {
            text.parse::<T>().is_ok()
        }
        match self {
            Self::Date => is::<Day>(text),
            Self::Moment => is::<Moment>(text),
            Self::Duration => is::<Duration>(text),
            Self::Money => is::<Money>(text),
            Self::Every => is::<Every>(text),
            Self::Email => is::<Email>(text),
            Self::Url => is::<Url>(text),
            Self::ContactAddress => is::<ContactAddress>(text),
            Self::Country => is::<Country>(text),
            Self::Lang => is::<Lang>(text),
        }
    }
}

/// Lets a scalar stand in descriptors: it is written as its text.
macro_rules! scalar {
    ($name:ident, $format:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "format": $crate::scalar::Format::$format.name() })
            }
        }
    };
}
pub(super) use scalar;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_accepts_its_own_example_and_not_every_text() {
        for format in Format::ALL {
            assert!(format.accepts(format.example()), "{format:?}");
            assert!(!format.accepts("not at all"), "{format:?}");
            let pattern = regex::Regex::new(format.pattern()).unwrap();
            assert!(pattern.is_match(format.example()) && !pattern.is_match("not at all"), "{format:?}");
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
    }
}
