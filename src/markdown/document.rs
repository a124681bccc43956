//! A Markdown text as read: its headings, links, code blocks, with their places.

use std::sync::Arc;

use crate::source::{Place, Span};

/// The text of a page after its includes were put in, and where each piece of it came from.
///
/// Spans of a [`Document`] are bytes of this text; [`Text::place`] leads back to the file.
#[derive(Clone, Debug)]
pub struct Text {
    /// The text that is parsed.
    pub text: Arc<str>,
    /// Pieces in order: each starts at a byte of `text` and stands at a place of a file.
    pub pieces: Vec<(u32, Place)>,
}

impl Text {
    /// Returns where a span of the text stands in a file.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        let index = self.pieces.partition_point(|(start, _)| *start <= span.start).saturating_sub(1);
        let (start, place) = self.pieces[index];
        let offset = place.span.start as usize;
        let from = (span.start - start) as usize + offset;
        let to = (span.end.saturating_sub(start) as usize + offset).clamp(from, (place.span.end as usize).max(from));
        Place { file: place.file, span: Span::new(from..to) }
    }
}

/// A heading.
#[derive(Clone, Debug)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id, unique in the page, never changed between releases: the author's `{#id}`, else the slug of its text.
    pub id: String,
    /// Its words, without markup.
    pub text: String,
    /// Where it stands in the text.
    pub span: Span,
}

/// What a link is used as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// `[text](target)`, a reference link, an autolink.
    Link,
    /// `![text](target)`.
    Image,
    /// `[[target]]`.
    Wiki,
}

/// A link or an image.
#[derive(Clone, Debug)]
pub struct LinkUse {
    /// What it is used as.
    pub kind: LinkKind,
    /// The target as written, entities decoded.
    pub target: String,
    /// The whole link in the text.
    pub span: Span,
    /// The target alone, where it can be told; the whole link otherwise.
    pub target_span: Span,
}

/// A use of a fact of the inventory: `{{host:srv1.address}}`.
#[derive(Clone, Debug)]
pub struct FactUse {
    /// What stands between the braces, trimmed: `host:srv1.address`.
    pub expression: String,
    /// The whole use, braces included.
    pub span: Span,
}

/// A code block.
#[derive(Clone, Debug)]
pub struct CodeBlock {
    /// The first word of the info string, lower case; empty for none.
    pub language: String,
    /// `on=`: where the command runs.
    pub on: Option<String>,
    /// `effect=`: what it does to the world.
    pub effect: Option<String>,
    /// The code.
    pub code: String,
    /// The whole block in the text.
    pub span: Span,
}

/// A Markdown text as read.
#[derive(Clone, Debug)]
pub struct Document {
    /// The text.
    pub text: Text,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// Its links and images, in order.
    pub links: Vec<LinkUse>,
    /// The facts it uses, in order.
    pub facts: Vec<FactUse>,
    /// Its code blocks, in order.
    pub code_blocks: Vec<CodeBlock>,
}
