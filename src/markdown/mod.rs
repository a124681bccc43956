//! Markdown, without knowing what a runbook is.
//!
//! 1. [`include::expand`] puts the files that a page includes into its text, and remembers where each piece came from.
//! 2. [`parse()`] walks over the text once and notes what others need: a [`Document`].
//! 3. [`html::render`] walks over it again and writes HTML, given a [`html::Resolver`] that knows where links lead.

mod attributes;
mod document;
mod excerpt;
mod fence;
pub mod highlight;
pub mod html;
pub mod include;
mod inline;
mod lines;
mod parse;
mod raw_html;
mod sections;
mod sentence;
mod slug;
mod stream;
mod typography;

pub use document::{
    AskUse, AudienceMark, CodeBlock, Document, Effect, FactUse, Heading, LinkKind, LinkUse, ListItem, Text,
};
pub use excerpt::first_lines;
pub use inline::fill_blanks;
pub use parse::parse;
pub use sections::{Words, sections};
pub use sentence::sentence_end;
pub use slug::{Taken, slug};
pub use typography::french;
