//! A YAML text → sound values, with every fault reported at its place.
//!
//! The route: `saphyr` reads the text for places and refuses repeated keys and alias bombs; `serde_yaml` gives the value; the
//! JSON Schema of a descriptor (schemars) is held against it, so that *all* violations are found; only a sound value is
//! deserialised.

use std::ops::Range;

use serde::de::DeserializeOwned;

use crate::diagnostic::Outcome;
use crate::source::{Place, SourceFile};

/// A YAML text that could be parsed: its value and where everything in it stands.
pub struct Yaml {
    /// The value, with keys in the order written.
    pub value: serde_json::Value,
}

impl Yaml {
    /// Returns the place of the value at a JSON pointer (RFC 6901), or of the nearest value above it.
    #[must_use]
    pub fn place(&self, pointer: &str) -> Place {
        todo!("{pointer}")
    }

    /// Returns the place of the key that a JSON pointer ends with.
    #[must_use]
    pub fn key_place(&self, pointer: &str) -> Place {
        todo!("{pointer}")
    }
}

/// Parses the YAML in a byte range of a file: a whole inventory file, or the front matter of a page.
#[must_use]
pub fn load(file: &SourceFile, range: Range<usize>) -> Outcome<Option<Yaml>> {
    let _ = (file, range);
    todo!("schema::load")
}

/// Holds the value at `pointer` against the schema of `D` and deserialises it if it is sound.
#[must_use]
pub fn descriptor<D: DeserializeOwned + schemars::JsonSchema>(yaml: &Yaml, pointer: &str) -> Outcome<Option<D>> {
    let _ = (yaml, pointer);
    todo!("schema::descriptor")
}
