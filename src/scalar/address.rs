//! Addresses to open and to write to.

use std::fmt;
use std::str::FromStr;

use super::format::{Format, Malformed, scalar};

/// A mail address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Email(String);

/// An address to open: `http`, `https`, `mailto` or `tel`, so that no link can run something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Url(String);

/// Where somebody can be reached: a mail address, or an address to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactAddress {
    /// A mail address.
    Email(Email),
    /// An address to open.
    Url(Url),
}

/// Where something arrives, or somebody is: an address to open where what is written is one, else the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Channel {
    /// An address to open.
    Address(ContactAddress),
    /// In words: a room, a time, whom to ask.
    Text(String),
}

impl Channel {
    /// Returns what was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Address(ContactAddress::Email(email)) => email.as_str(),
            Self::Address(ContactAddress::Url(url)) => url.as_str(),
            Self::Text(text) => text,
        }
    }
}

impl From<String> for Channel {
    fn from(written: String) -> Self {
        written.parse().map_or(Self::Text(written), Self::Address)
    }
}

impl Email {
    /// Returns the address as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the address to open in order to write to it.
    #[must_use]
    pub fn to_url(&self) -> Url {
        Url(format!("mailto:{}", self.0))
    }
}

impl Url {
    /// Returns the address as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ContactAddress {
    /// Returns the address to open.
    #[must_use]
    pub fn to_url(&self) -> Url {
        match self {
            Self::Email(email) => email.to_url(),
            Self::Url(url) => url.clone(),
        }
    }
}

/// Whether a text has no character that ends an address or could end an attribute of HTML.
fn is_clean(text: &str) -> bool {
    !text.contains(|character: char| {
        character.is_whitespace() || character.is_control() || matches!(character, '<' | '>' | '"' | '\\' | '`')
    })
}

impl FromStr for Email {
    type Err = Malformed;

    /// Takes what has one `@` and a domain with a dot: whether mail arrives there, only a mail tells.
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let parts = text.split_once('@').filter(|(local, domain)| {
            let labels = domain.split('.').all(|label| !label.is_empty());
            !local.is_empty() && !domain.contains(['@', '/', ':', '?']) && domain.contains('.') && labels
        });
        let is_sound = parts.is_some() && is_clean(text) && !text.contains([':', '?', '&', ',']);
        is_sound.then(|| Self(text.to_owned())).ok_or(Malformed(Format::Email))
    }
}

impl FromStr for Url {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let has_host = |host: &str| !host.is_empty() && !host.starts_with(['/', '?', '#', ':']);
        let is_sound = text.split_once(':').is_some_and(|(scheme, rest)| match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => rest.strip_prefix("//").is_some_and(has_host),
            "mailto" => rest.contains('@'),
            "tel" => !rest.is_empty(),
            _ => false,
        });
        (is_sound && is_clean(text)).then(|| Self(text.to_owned())).ok_or(Malformed(Format::Url))
    }
}

impl FromStr for ContactAddress {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let url = text.parse().map(Self::Url);
        url.or_else(|_| text.parse().map(Self::Email)).map_err(|_: Malformed| Malformed(Format::ContactAddress))
    }
}

impl fmt::Display for Email {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Display for Url {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

scalar!(Email, Email);
scalar!(Url, Url);
scalar!(ContactAddress, ContactAddress);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_schemes_are_addresses() {
        for written in
            ["https://example.org/a?b#c", "http://192.0.2.1:8080", "mailto:a@example.org", "tel:+33123456789"]
        {
            assert!(written.parse::<Url>().is_ok(), "{written}");
        }
        for written in [
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "//example.org",
            "example.org",
            "https://",
            "http:",
            "https:///x",
            "https://a b",
            "https://a\"b",
            "mailto:",
            "tel:",
            "ftp://example.org",
        ] {
            assert_eq!(written.parse::<Url>(), Err(Malformed(Format::Url)), "{written}");
        }
    }

    #[test]
    fn mail_addresses_have_a_name_and_a_domain() {
        assert!("ada.b+c@mail.example.org".parse::<Email>().is_ok());
        for written in [
            "ada",
            "ada@",
            "@example.org",
            "ada@example",
            "a@b@c.org",
            "ada @example.org",
            "ada@.org",
            "mailto:a@b.org",
        ] {
            assert_eq!(written.parse::<Email>(), Err(Malformed(Format::Email)), "{written}");
        }
    }

    #[test]
    fn a_mail_address_is_opened_as_mailto() {
        let contact = |written: &str| written.parse::<ContactAddress>().map(|contact| contact.to_url().to_string());
        assert_eq!(contact("ada@example.org"), Ok("mailto:ada@example.org".to_owned()));
        assert_eq!(contact("https://example.org"), Ok("https://example.org".to_owned()));
        assert!(contact("ada").is_err());
    }

    #[test]
    fn a_channel_that_is_no_address_is_words() {
        assert!(matches!(Channel::from("ada@example.org".to_owned()), Channel::Address(ContactAddress::Email(_))));
        assert!(matches!(Channel::from("tel:+33199000000".to_owned()), Channel::Address(ContactAddress::Url(_))));
        assert_eq!(Channel::from("le salon #bureau".to_owned()), Channel::Text("le salon #bureau".to_owned()));
    }
}
