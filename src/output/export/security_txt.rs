//! Whom to tell about faults in security (RFC 9116).

use jiff::civil::Date;

use crate::knowledge::KnowledgeBase;
use crate::scalar::ContactAddress;

use super::SECURITY_TXT;

/// How many months the file is good for: less than a year, as the standard asks (§2.5.5), from the first day of the month, so that a build
/// changes it once a month and not every night.
const MONTHS: i32 = 11;

/// The type of a link of the organisation that leads to what whoever finds a fault may expect.
const POLICY: &str = "security-policy";

/// Makes the file; nothing where the organisation names no contact for it, or none that the standard takes: a web address must be an
/// encrypted one (§2.5.3).
#[must_use]
pub fn security_txt(kb: &KnowledgeBase) -> Option<String> {
    let organisation = kb.catalog.organisation.as_ref()?;
    let contact = match organisation.security_contact.as_ref()? {
        ContactAddress::Email(email) => email.to_url(),
        ContactAddress::Url(url) => url.clone(),
    };
    if contact.as_str().starts_with("http://") {
        return None;
    }
    let mut text = format!("Contact: {contact}\nExpires: {}T00:00:00Z\n", expires(kb.as_of)?);
    let mut languages: Vec<&str> = organisation.languages.iter().map(|language| language.as_str()).collect();
    if languages.is_empty() {
        languages = kb.config.languages.iter().map(|language| language.as_str()).collect();
    }
    let mut field = |name: &str, value: &str| text += &format!("{name}: {value}\n");
    field("Preferred-Languages", &languages.join(", "));
    if let Some(url) = kb.config.published(SECURITY_TXT).filter(|url| url.starts_with("https://")) {
        field("Canonical", &url);
    }
    let policies = organisation.common.links.iter().filter(|link| link.r#type.as_deref() == Some(POLICY));
    for policy in policies.filter(|link| link.url.as_str().starts_with("https://")) {
        field("Policy", policy.url.as_str());
    }
    Some(text)
}

fn expires(as_of: Date) -> Option<Date> {
    as_of.first_of_month().checked_add(jiff::Span::new().months(MONTHS)).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZone;
    use sectxtlib::{ParseError, SecurityTxt, SecurityTxtOptions};

    use super::*;
    use crate::config;
    use crate::history::History;
    use crate::knowledge;
    use crate::source::Snapshot;

    fn text(organisation: &str, as_of: Date) -> Option<String> {
        let archive = format!(
            "-- book.toml --\n[book]\nlanguage = \"fr\"\n[output.html]\nsite-url = \"https://releve.example.org/\"\n[releve]\n-- runbooks/inventory/organisation.yaml --\nname: Ours\n{organisation}\n"
        );
        let snapshot = Snapshot::from_archive(&archive);
        let config = config::read(&snapshot, "Test", &|_| true).value;
        security_txt(&knowledge::compile(&snapshot, config, History::default(), as_of).value)
    }

    /// Reads the file with a library for such files, as on a day.
    fn read(text: &str, on: Date) -> Result<SecurityTxt, ParseError> {
        let midnight = on.to_zoned(TimeZone::UTC).unwrap().timestamp().as_second();
        let now = chrono::DateTime::from_timestamp(midnight, 0).unwrap();
        SecurityTxt::parse_with(text, &SecurityTxtOptions::new().with_now(now))
    }

    #[test]
    fn the_file_says_whom_to_tell_and_until_when_it_is_good() {
        let policy = "languages: [fr, en]\nlinks: [{title: What to expect, url: \"https://example.org/security\", type: security-policy}]";
        let found = text(&format!("security_contact: security@example.org\n{policy}"), date(2026, 11, 22)).unwrap();
        assert_eq!(
            found,
            "Contact: mailto:security@example.org\nExpires: 2027-10-01T00:00:00Z\nPreferred-Languages: fr, en\nCanonical: https://releve.example.org/.well-known/security.txt\nPolicy: https://example.org/security\n"
        );
        let read = read(&found, date(2026, 11, 22)).unwrap();
        assert_eq!(read.contact[0].uri.as_str(), "mailto:security@example.org");
        assert_eq!(
            read.expires.datetime.timestamp(),
            "2027-10-01T00:00:00Z".parse::<jiff::Timestamp>().unwrap().as_second()
        );
        assert_eq!((read.canonical.len(), read.policy.len()), (1, 1));
    }

    #[test]
    fn it_changes_once_a_month_and_is_never_good_for_a_year() {
        let on = |day| text("security_contact: https://example.org/report", day).unwrap();
        assert_eq!(on(date(2026, 11, 1)), on(date(2026, 11, 30)));
        assert_ne!(on(date(2026, 11, 30)), on(date(2026, 12, 1)));
        assert!(read(&on(date(2027, 1, 31)), date(2027, 1, 31)).is_ok());
        // The day of the library's judgement counts: a file that nobody made anew is no longer good.
        assert_eq!(read(&on(date(2027, 1, 31)), date(2028, 1, 31)).unwrap_err(), ParseError::ExpiresFieldExpired);
        assert!(on(date(2028, 2, 29)).contains("Expires: 2029-01-01T"));
    }

    #[test]
    fn without_a_contact_that_the_standard_takes_there_is_no_file() {
        for organisation in ["", "security_contact: http://example.org/report", "public_contact: a@example.org"] {
            assert_eq!(text(organisation, date(2026, 11, 22)), None, "{organisation}");
        }
    }
}
