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
    use regex::Regex;

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

    /// Reads the file as its grammar says (RFC 9116, §4): lines of a field each, `Contact` and `Expires` among them, the latter once, each
    /// with the only form of value that it takes.
    fn accepts(text: &str) -> bool {
        let fields = [
            ("Contact", r"(mailto:\S+@\S+|https://\S+|tel:\S+)"),
            ("Expires", r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z"),
            ("Preferred-Languages", r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*(, [A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)*"),
            ("Canonical", r"https://\S+"),
            ("Policy", r"https://\S+"),
        ];
        let is_field = |line: &str| {
            fields.iter().any(|(name, value)| Regex::new(&format!("^{name}: {value}$")).unwrap().is_match(line))
        };
        let count = |name: &str| text.lines().filter(|line| line.starts_with(&format!("{name}: "))).count();
        text.ends_with('\n')
            && text.lines().all(is_field)
            && count("Contact") >= 1
            && count("Expires") == 1
            && count("Preferred-Languages") <= 1
    }

    #[test]
    fn the_file_says_whom_to_tell_and_until_when_it_is_good() {
        let policy = "languages: [fr, en]\nlinks: [{title: What to expect, url: \"https://example.org/security\", type: security-policy}]";
        let found = text(&format!("security_contact: security@example.org\n{policy}"), date(2026, 11, 22)).unwrap();
        assert_eq!(
            found,
            "Contact: mailto:security@example.org\nExpires: 2027-10-01T00:00:00Z\nPreferred-Languages: fr, en\nCanonical: https://releve.example.org/.well-known/security.txt\nPolicy: https://example.org/security\n"
        );
        assert!(accepts(&found), "{found}");
        assert!(!accepts("Contact: security@example.org\nExpires: tomorrow\n"));
    }

    #[test]
    fn it_changes_once_a_month_and_is_never_good_for_a_year() {
        let on = |day| text("security_contact: https://example.org/report", day).unwrap();
        assert_eq!(on(date(2026, 11, 1)), on(date(2026, 11, 30)));
        assert_ne!(on(date(2026, 11, 30)), on(date(2026, 12, 1)));
        assert!(accepts(&on(date(2027, 1, 31))));
        assert!(on(date(2028, 2, 29)).contains("Expires: 2029-01-01T"));
    }

    #[test]
    fn without_a_contact_that_the_standard_takes_there_is_no_file() {
        for organisation in ["", "security_contact: http://example.org/report", "public_contact: a@example.org"] {
            assert_eq!(text(organisation, date(2026, 11, 22)), None, "{organisation}");
        }
    }
}
