//! A Markdown text as read: its headings, links, code blocks, with their places.
//!
//! Events of the parser are not kept: a site of ten thousand pages must stay small, and reading a text again when it is
//! rendered costs less than keeping it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::source::{Place, SourceFile, Span};

use super::slug::Taken;

/// The text of a page after its includes were put in, and where each piece of it came from.
///
/// Spans of a [`Document`] are bytes of [`Text::as_str`]; [`Text::place`] leads back to the file.
#[derive(Clone, Debug)]
pub struct Text {
    /// The text, behind what is not Markdown (front matter).
    whole: Arc<str>,
    /// Where the Markdown starts in `whole`.
    start: usize,
    /// Pieces in order: each starts at a byte of the text and stands at a place of a file. Never empty.
    pieces: Vec<(u32, Place)>,
}

impl Text {
    /// Returns the rest of a file from a byte on, which must be a character boundary. The file's text is shared, not copied.
    #[must_use]
    pub fn of_file(file: &SourceFile, start: usize) -> Self {
        let start = file.text.floor_char_boundary(start.min(file.text.len()));
        let place = Place { file: file.id, span: Span::new(start..file.text.len()) };
        Self { whole: Arc::clone(&file.text), start, pieces: vec![(0, place)] }
    }

    /// Joins pieces of several files. `pieces` must start at byte 0 and be in order.
    pub(super) fn of_pieces(text: String, pieces: Vec<(u32, Place)>) -> Self {
        Self { whole: text.into(), start: 0, pieces }
    }

    /// Returns the text that is parsed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.whole[self.start..]
    }

    /// Returns the pieces of the text, each with the place in a file that it was taken from.
    pub fn pieces(&self) -> impl Iterator<Item = (Range<usize>, Place)> {
        let length = Span::new(0..self.as_str().len()).end;
        let ends = self.pieces.iter().skip(1).map(|(start, _)| *start).chain([length]);
        self.pieces.iter().zip(ends).map(|((start, place), end)| (Span { start: *start, end }.range(), *place))
    }

    /// Returns where a span of the text stands in a file. A span over several pieces is cut at the end of its first.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        let index = self.pieces.partition_point(|(start, _)| *start <= span.start).saturating_sub(1);
        let (start, place) = self.pieces[index];
        let offset = place.span.start as usize;
        let from = span.start.saturating_sub(start) as usize + offset;
        let to = (span.end.saturating_sub(start) as usize + offset).clamp(from, (place.span.end as usize).max(from));
        Place { file: place.file, span: Span::new(from..to) }
    }
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// `[text](target)`, a reference link, an autolink, a bare address, `<a href>`.
    Link,
    /// `![text](target)`, `<img src>`.
    Image,
    /// `[[target]]`.
    Wiki,
}

/// A link or an image.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactUse {
    /// What stands between the braces, trimmed: `host:srv1.address`.
    pub expression: String,
    /// The whole use, braces included.
    pub span: Span,
}

/// A place that the reader fills in: `{{ask:name}}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskUse {
    /// The name.
    pub name: String,
    /// The whole use, braces included.
    pub span: Span,
}

/// A code block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeBlock {
    /// The first word of the info string, lower case; empty for none.
    pub language: String,
    /// `on=`: where the command runs.
    pub on: Option<String>,
    /// `effect=`: what it does to the world.
    pub effect: Option<Effect>,
    /// The code.
    pub code: String,
    /// The whole block in the text.
    pub span: Span,
}

/// What a command does to the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It only looks.
    Reads,
    /// It changes something that can be changed back.
    Changes,
    /// Something is gone afterwards.
    Destroys,
}

impl Effect {
    /// All effects.
    pub const ALL: [Self; 3] = [Self::Reads, Self::Changes, Self::Destroys];

    /// Returns the word that is written after `effect=`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reads => "reads",
            Self::Changes => "changes",
            Self::Destroys => "destroys",
        }
    }
}

/// A top-level item of an ordered list: what may be a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// The id its author gave it, `{#id}` at the end of a line of its first paragraph, if no other thing has it.
    pub id: Option<String>,
    /// Whether it is marked `{.killer}`: left out or done wrong, it does harm.
    pub killer: bool,
    /// The number that is shown before it: its list counts on from its first.
    pub number: u64,
    /// The words of its first paragraph, without markup, line by line.
    pub text: String,
    /// The lines of its own paragraphs, in order: a paragraph starts one, and so does each line break in it.
    pub lines: Vec<Span>,
    /// Which of [`Document::code_blocks`] stand in it.
    pub code_blocks: Range<usize>,
    /// Which of [`Document::links`] stand in it.
    pub links: Range<usize>,
    /// The whole item in the text.
    pub span: Span,
}

/// A comment that opens or closes a passage for an audience: `<!-- audience: admins -->`, `<!-- /audience -->`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AudienceMark {
    /// Who may see what follows; none for the mark that closes.
    pub audience: Option<String>,
    /// The comment in the text.
    pub span: Span,
}

impl AudienceMark {
    /// Reads what stands in a comment; nothing where it is another one.
    pub(crate) fn read(comment: &str, span: Span) -> Option<Self> {
        let mark = comment.trim();
        match mark.strip_prefix("audience:") {
            Some(audience) => Some(Self { audience: Some(audience.trim().to_owned()), span }),
            None => (mark == "/audience").then_some(Self { audience: None, span }),
        }
    }
}

/// A Markdown text as read.
#[derive(Clone, Debug)]
pub struct Document {
    /// The text.
    pub text: Text,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// Whether nothing stands before its first heading.
    pub starts_with_heading: bool,
    /// Its links and images, in order.
    pub links: Vec<LinkUse>,
    /// The facts it uses, in order.
    pub facts: Vec<FactUse>,
    /// What it asks the reader for, in order.
    pub asks: Vec<AskUse>,
    /// Its code blocks, in order.
    pub code_blocks: Vec<CodeBlock>,
    /// The top-level items of its ordered lists, in order.
    pub items: Vec<ListItem>,
    /// The marks of passages for an audience, in order.
    pub audience_marks: Vec<AudienceMark>,
    /// Whether it holds raw HTML beyond comments.
    pub has_raw_html: bool,
    /// Every id in it: of headings, items, and anchors in raw HTML.
    pub(super) ids: BTreeSet<String>,
    /// Names by which GitHub and mdBook call its headings, where they differ from ours → our id.
    pub(super) aliases: BTreeMap<String, String>,
}

impl Document {
    /// Returns every id in the text: of headings, items, and anchors in raw HTML.
    #[must_use]
    pub fn ids(&self) -> &BTreeSet<String> {
        &self.ids
    }

    /// Gives the headings the ids that the same headings have in another text, of which this is a translation: links to them, and
    /// what browsers remember of them, must not depend on the language. Nothing happens when the two are not built alike.
    pub fn call_headings_as(&mut self, original: &Self) {
        let levels = |document: &Self| document.headings.iter().map(|heading| heading.level).collect::<Vec<_>>();
        if levels(self) != levels(original) {
            return;
        }
        for own in &self.headings {
            self.ids.remove(&own.id);
        }
        let mut taken = Taken::new(std::mem::take(&mut self.ids));
        for (own, other) in self.headings.iter_mut().zip(&original.headings) {
            let id = taken.take_first([&other.id, &own.id], "section");
            let former = std::mem::replace(&mut own.id, id);
            if former != own.id {
                self.aliases.insert(former, own.id.clone());
            }
        }
        self.ids = taken.into_ids();
    }

    /// Gives each step the id that is wanted for it where nothing else here has that, else its own or the next one that is free.
    /// Links by the ids that they had go on leading to them.
    pub(crate) fn call_steps(&mut self, steps: &mut [(&mut String, &str)]) {
        let given: BTreeSet<&str> = self.items.iter().filter_map(|item| item.id.as_deref()).collect();
        for (own, _) in &*steps {
            if given.contains(own.as_str()) {
                self.ids.remove(own.as_str());
            }
        }
        let mut taken = Taken::new(self.ids.clone());
        for (own, wanted) in steps {
            let id = taken.take_first([wanted, own], "step");
            let former = std::mem::replace(*own, id);
            if former != **own {
                self.aliases.entry(former).or_insert_with(|| own.clone());
            }
        }
    }

    /// Returns the id that the anchor of a link means: ours, else the one that GitHub or mdBook gives that heading.
    #[must_use]
    pub fn anchor(&self, written: &str) -> Option<&str> {
        self.ids.get(written).or_else(|| self.aliases.get(written)).map(String::as_str)
    }
}
