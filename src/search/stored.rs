//! A page as it lies in a file of texts: what an answer shows.

use serde::{Deserialize, Serialize};

use super::document::{Page, Part, Section};
use super::emit::Messages;

/// A page in a file of texts. Names are short: there are many.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Stored {
    /// Title.
    pub t: String,
    /// Address in each tree.
    pub a: Vec<Option<String>>,
    /// What it is, by its position in the manifest.
    pub k: usize,
    /// Whether it was proven, by its position in the manifest plus one.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub p: usize,
    /// Symptoms, alerts, and other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub n: Vec<String>,
    /// Sections: anchor, heading, text.
    pub s: Vec<(String, String, String)>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl Stored {
    pub(super) fn of(page: Page, messages: &Messages) -> Self {
        let position = |all: &[String], message: &str| all.iter().position(|known| known == message);
        let section = |Section { anchor, heading, names: _, parts }| (anchor, heading, text(parts));
        Self {
            t: page.title,
            a: page.addresses,
            k: position(&messages.kinds, &page.kind).unwrap_or_default(),
            p: page.proof.and_then(|proof| position(&messages.proofs, &proof)).map_or(0, |proof| proof + 1),
            n: page.names,
            s: page.sections.into_iter().map(section).collect(),
        }
    }
}

/// The pieces of a text, one after the other.
fn text(parts: Vec<Part>) -> String {
    let mut whole = String::with_capacity(parts.iter().map(|part| part.text().len() + 1).sum());
    for part in parts {
        if !whole.is_empty() {
            whole.push(' ');
        }
        whole.push_str(part.text());
    }
    whole
}
