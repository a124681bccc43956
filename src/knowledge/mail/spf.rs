//! SPF records (RFC 7208): their terms, what they cost, and how a long one is written.

/// How many terms that look something up a record may have, those inside of what it includes among them (RFC 7208, section 4.6.4). Over
/// it, the whole record is void: `permerror`.
pub const MOST_LOOKUPS: usize = 10;

/// How many octets one string of a TXT record may have (RFC 1035, section 3.3). Longer records are several strings, read as one.
const LONGEST_STRING: usize = 255;

/// Returns the terms of a record, or of a part of one, in lower case: without its version, and without its last word on everybody else.
pub fn terms(record: &str) -> impl Iterator<Item = String> {
    record.split_whitespace().map(str::to_ascii_lowercase).filter(|term| {
        let mechanism = term.trim_start_matches(['+', '-', '~', '?']);
        mechanism != "all" && term != "v=spf1" && term.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"')
    })
}

/// Returns how many look-ups the terms of a record cost by themselves, what they include left aside.
#[must_use]
pub fn lookups(record: &str) -> usize {
    terms(record).filter(|term| looks_up(term)).count()
}

fn looks_up(term: &str) -> bool {
    let term = term.trim_start_matches(['+', '-', '~', '?']);
    let name = term.split([':', '/', '=']).next().unwrap_or_default();
    matches!(name, "include" | "a" | "mx" | "ptr" | "exists" | "redirect")
}

/// Whether a TXT record is one of SPF.
#[must_use]
pub fn is_spf(record: &str) -> bool {
    record.split_whitespace().next().is_some_and(|version| version.eq_ignore_ascii_case("v=spf1"))
}

/// Writes the text of a TXT record as it goes into a zone: as it is, or, where it is too long for one string, as several in quotes.
#[must_use]
pub fn written(text: &str) -> String {
    if text.len() <= LONGEST_STRING {
        return text.to_owned();
    }
    let mut strings: Vec<&str> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = (0..=rest.len().min(LONGEST_STRING)).rev().find(|end| rest.is_char_boundary(*end));
        let (string, after) = rest.split_at(end.unwrap_or(rest.len()));
        strings.push(string);
        rest = after;
    }
    strings.iter().map(|string| format!("\"{string}\"")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_that_ask_dns_are_counted_and_addresses_are_free() {
        let record =
            "v=spf1 +a mx:mail.example -ptr ip4:192.0.2.1 ip6:2001:db8::/32 include:x.example EXISTS:%{i}.y a/24 ~all";
        assert_eq!(lookups(record), 6);
        assert_eq!(lookups("v=spf1 redirect=x.example"), 1);
        assert_eq!(lookups("v=spf1 -all"), 0);
        assert_eq!(terms("v=spf1 include:X.example ~all \"é").collect::<Vec<_>>(), ["include:x.example"]);
    }

    #[test]
    fn a_long_record_is_several_strings_of_255_octets_that_read_as_one() {
        assert_eq!(written("v=spf1 -all"), "v=spf1 -all");
        let long = "x".repeat(255) + "é" + &"y".repeat(300);
        let strings = written(&long);
        let read: Vec<&str> = strings.split("\" \"").map(|string| string.trim_matches('"')).collect();
        assert!(read.iter().all(|string| string.len() <= 255), "{read:?}");
        assert_eq!(read.concat(), long);
    }
}
