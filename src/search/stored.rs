//! A page as it lies in a file of texts: what an answer shows.

use serde::{Deserialize, Serialize};

use super::document::{Page, Part};
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
    pub(super) fn of(page: &Page, messages: &Messages) -> Self {
        let position = |all: &[String], message: &str| all.iter().position(|known| known == message);
        let text = |parts: &[Part]| parts.iter().map(Part::text).collect::<Vec<_>>().join(" ");
        Self {
            t: page.title.clone(),
            a: page.addresses.clone(),
            k: position(&messages.kinds, &page.kind).unwrap_or_default(),
            p: page.proof.as_ref().and_then(|proof| position(&messages.proofs, proof)).map_or(0, |proof| proof + 1),
            n: page.names.clone(),
            s: page
                .sections
                .iter()
                .map(|section| (section.anchor.clone(), section.heading.clone(), text(&section.parts)))
                .collect(),
        }
    }
}
