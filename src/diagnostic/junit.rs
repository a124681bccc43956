//! Findings as JUnit's report of tests, which every build server shows: each place that a rule speaks of is a test.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::excerpt::Excerpts;
use super::report::{paragraph, region, sentence};
use super::{Diagnostic, Report};
use crate::words::{Language, Words};

/// Returns the report. A finding that makes the check fail is a failure; one that does not is a test with its words as output; one that
/// is accepted for a time is skipped. A check that finds nothing is one test that passed.
#[must_use]
pub fn report(report: &Report<'_>) -> String {
    let words = Words::load(&Language::ENGLISH);
    let mut excerpts = Excerpts::new(report.snapshot);
    let failing = report.findings.iter().filter(|finding| finding.severity <= report.fails_on).count();
    let tests = (report.findings.len() + report.waived.len()).max(1);
    let counts = format!("tests=\"{tests}\" failures=\"{failing}\" errors=\"0\" skipped=\"{}\"", report.waived.len());
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let mut case = |finding: &Diagnostic, inside: &str| {
        let (path, region) = region(&finding.subject, &mut excerpts);
        let path = path.unwrap_or_default();
        let line = region.map_or_else(String::new, |region| format!(":{}", region.line));
        let name = escape(&format!("{path}{line}")).into_owned();
        let name = if name.is_empty() { "project".to_owned() } else { name };
        let code = escape(finding.code.name).into_owned();
        format!("    <testcase classname=\"{code}\" name=\"{name}\">\n      {inside}\n    </testcase>\n")
    };
    let mut cases = String::new();
    for finding in report.findings {
        let said = paragraph(finding, &words);
        let said = escape(&said);
        let inside = if finding.severity <= report.fails_on {
            let message = sentence(&finding.message, &words);
            let (message, kind) = (escape(&message), finding.severity.name());
            format!("<failure type=\"{kind}\" message=\"{message}\">{said}</failure>")
        } else {
            format!("<system-out>{}: {said}</system-out>", finding.severity.name())
        };
        cases.push_str(&case(finding, &inside));
    }
    for waived in report.waived {
        let accepted = format!("accepted until {} by {}: {}", waived.until, waived.by, waived.because);
        let accepted = crate::secret::mask(&accepted);
        cases.push_str(&case(&waived.finding, &format!("<skipped message=\"{}\"/>", escape(&accepted))));
    }
    if cases.is_empty() {
        cases.push_str("    <testcase classname=\"releve\" name=\"check\"/>\n");
    }
    // Writing to a `String` cannot fail.
    let _ = write!(
        xml,
        "<testsuites name=\"releve\" {counts}>\n  <testsuite name=\"releve check\" {counts}>\n{cases}  </testsuite>\n</testsuites>\n"
    );
    xml
}

/// Escapes text for XML 1.0. What it allows nowhere, not even escaped, becomes a replacement character.
fn escape(text: &str) -> Cow<'_, str> {
    let is_plain =
        |character: char| !matches!(character, '&' | '<' | '>' | '"' | '\'' | '\t' | '\n') && is_allowed(character);
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            // As they are, a reader would make spaces of them in an attribute.
            '\t' => escaped.push_str("&#9;"),
            '\n' => escaped.push_str("&#10;"),
            character if is_allowed(character) => escaped.push(character),
            _ => escaped.push(char::REPLACEMENT_CHARACTER),
        }
    }
    Cow::Owned(escaped)
}

/// Whether a character may stand in XML 1.0 (production 2), the second control block excepted, which is discouraged.
fn is_allowed(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\u{20}'..='\u{7E}' | '\u{A0}'..='\u{FFFD}' | '\u{10000}'..)
}
