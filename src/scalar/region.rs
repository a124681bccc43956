//! Countries and languages.

use std::fmt;
use std::str::FromStr;

use unic_langid::LanguageIdentifier;

use super::format::{Format, Malformed, scalar};

/// A country: two capital letters, as in ISO 3166-1 alpha-2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country(String);

/// A language: a BCP 47 tag, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lang(String);

impl Country {
    /// Returns the two letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Lang {
    /// Returns the tag as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Country {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let is_sound = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        is_sound.then(|| Self(text.to_owned())).ok_or(Malformed(Format::Country))
    }
}

impl FromStr for Lang {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let identifier = text.parse::<LanguageIdentifier>().ok().filter(|tag| !tag.language.is_empty());
        identifier.map(|_| Self(text.to_owned())).ok_or(Malformed(Format::Lang))
    }
}

impl fmt::Display for Country {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

scalar!(Country, Country);
scalar!(Lang, Lang);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_two_capitals_and_languages_are_tags() {
        assert!("FR".parse::<Country>().is_ok());
        assert!("fr".parse::<Country>().is_err() && "FRA".parse::<Country>().is_err());
        assert!("fr".parse::<Lang>().is_ok() && "pt-BR".parse::<Lang>().is_ok());
        assert!("français".parse::<Lang>().is_err() && "".parse::<Lang>().is_err() && "und".parse::<Lang>().is_err());
    }
}
