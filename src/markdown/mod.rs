//! Markdown, without knowing what a runbook is.

mod document;

pub use document::{CodeBlock, Document, FactUse, Heading, LinkKind, LinkUse, Text};
