//! The search: an index that a browser loads in pieces, from `file://` too, and what answers from it.
//!
//! It knows pages of sections, not runbooks. From text to answer:
//!
//! 1. [`Page`]s come from whoever makes a site.
//! 2. `analyze` takes texts apart into words; `stop` knows those that say nothing, `synonyms` those that mean the same.
//! 3. `gather` adds up what each section says, for many pages at once; `score` knows what a word is worth where.
//! 4. `invert` turns that round: for each word the sections that say it; `stem` knows which forms are one word.
//! 5. `encode` makes bytes of it, `pack` makes scripts of bytes, `emit` writes all files.
//! 6. [`Index`] reads them back (`decode`), and [`Index::ask`] answers, to the letter as the browser does
//!    (`themes/default/js/search/`).

mod analyze;
mod answer;
mod decode;
mod document;
mod emit;
mod encode;
mod found;
mod gather;
mod invert;
mod manifest;
mod pack;
mod postings;
mod query;
mod score;
mod shelf;
mod snippet;
mod stem;
mod stop;
mod stored;
mod synonyms;
mod typo;

pub use answer::{Answer, Hit};
pub use document::{Group, Page, Part, Section};
pub use emit::{Messages, Purpose, write};
pub use found::Found;
pub use query::Filter;
pub use shelf::{Damage, Index, Shelf};
pub use snippet::Span;

/// Returns what a finished file of an index holds of the texts of pages, as one text; nothing for a file that holds none.
#[must_use]
pub fn texts_of(address: &str, script: &[u8]) -> Option<String> {
    let bytes = unpacked(address, script).filter(|_| address.starts_with("search/d/"))?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Returns what is packed into a finished file of an index; nothing for a file that holds nothing packed.
#[must_use]
pub fn unpacked(address: &str, script: &[u8]) -> Option<Vec<u8>> {
    let name = address.strip_prefix("search/")?.strip_suffix(".js")?;
    pack::unpack(name, script).map(|(bytes, _)| bytes)
}

#[cfg(test)]
mod tests;
