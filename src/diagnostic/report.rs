//! What every format of the report is made from, and what several of them need: places as others count them, and fingerprints.

use std::collections::BTreeMap;

use blake3::Hasher;

use super::excerpt::Excerpts;
use super::visible::visible;
use super::{Code, Diagnostic, Message, Severity, Subject, Waived};
use crate::secret;
use crate::source::Snapshot;
use crate::words::Words;

/// What was found.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    /// What counts, in the order of files and places.
    pub findings: &'a [Diagnostic],
    /// What somebody accepted for a time.
    pub waived: &'a [Waived],
    /// Every rule there is, by name.
    pub rules: &'a [&'static Code],
    /// The least that makes the check fail.
    pub fails_on: Severity,
    /// The files that it was found in.
    pub snapshot: &'a Snapshot,
}

/// A place in a file, counted from 1; the end is the first column after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) line: usize,
    /// In UTF-16 code units.
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}

/// The path and the region of a finding; no region for a file that is no text, no path for the project.
pub(super) fn region(subject: &Subject, excerpts: &mut Excerpts<'_>) -> (Option<String>, Option<Region>) {
    match subject {
        Subject::Place(place) => {
            let excerpt = excerpts.file(place.file);
            let range = excerpt.range(*place);
            let (line, column) = excerpt.line_unit(range.start);
            let (end_line, end_column) = excerpt.line_unit(range.end);
            let path = secret::mask(excerpt.path.as_str()).into_owned();
            (Some(path), Some(Region { line, column, end_line, end_column }))
        }
        Subject::Path(path) => (Some(secret::mask(path.as_str()).into_owned()), None),
        Subject::Project => (None, None),
    }
}

/// Says a message on one line, without secrets and without anything that acts on a terminal.
pub(super) fn sentence(message: &Message, words: &Words) -> String {
    visible(&secret::mask(&words.say(message))).into_owned()
}

/// Says a finding, and what to do, in one paragraph.
pub(super) fn paragraph(finding: &Diagnostic, words: &Words) -> String {
    let sentences = std::iter::once(&finding.message).chain(&finding.help);
    let sentences: Vec<String> = sentences.map(|message| sentence(message, words)).collect();
    sentences.join("; ")
}

/// Tells findings apart by what they say, not by their lines, so that one is still the same when text above it changes.
#[derive(Default)]
pub(super) struct Fingerprints {
    /// How often the same was said so far.
    seen: BTreeMap<String, usize>,
}

impl Fingerprints {
    /// Returns the fingerprint of the next finding, as hexadecimal digits.
    pub(super) fn next(&mut self, finding: &Diagnostic, path: Option<&str>, words: &Words) -> String {
        let message = sentence(&finding.message, words);
        let about = finding.about.join("\u{1}");
        let said = [finding.code.name, path.unwrap_or_default(), &about, &message].join("\0");
        let count = self.seen.entry(said.clone()).or_default();
        *count += 1;
        let mut hasher = Hasher::new();
        hasher.update(said.as_bytes()).update(&count.to_le_bytes());
        hasher.finalize().to_hex().chars().take(32).collect()
    }
}

/// Escapes a path for a URI reference: everything but what RFC 3986 leaves unreserved, and slashes.
pub(super) fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

/// The file that stands for the project in formats where everything has one.
pub(super) const PROJECT: &str = "book.toml";
