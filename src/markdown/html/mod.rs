//! [`Document`] → the HTML of its text.
//!
//! Every tag and attribute is written here; of what authors write only words, checked addresses and checked ids get through.
//! Pages with raw HTML go through a sanitiser on top, as a second pair of eyes.

mod address;
mod code;
mod contents;
mod escape;
mod footnotes;
mod image;
mod link;
mod raw;
mod sanitise;
mod steps;
mod write;

use crate::config::RawHtml;
use crate::source::Span;
use crate::words::{Language, Words};

use super::highlight::Highlighter;
use super::{Document, LinkUse};

pub use address::SCHEMES;
pub use escape::{escape_attribute, escape_text};

/// Knows what the text of a page refers to.
pub trait Resolver: Sync {
    /// Finds where a link or an image leads.
    fn link(&self, link: &LinkUse) -> ResolvedLink;

    /// Returns the words of a fact (`host:srv1.address`); nothing when it does not exist.
    fn fact(&self, expression: &str) -> Option<String>;

    /// Returns how the reader is asked for a value; nothing when the page does not declare it.
    fn ask(&self, name: &str) -> Option<String>;
}

/// Where a link leads, as an address that can be written into the page.
///
/// An address with a scheme other than `http`, `https`, `mailto` and `tel` is never written, whoever gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResolvedLink {
    /// To a page or a file of this site.
    Internal {
        /// Relative to the page.
        href: String,
    },
    /// To a step of the same page.
    Step {
        /// Relative to the page.
        href: String,
        /// Which one it is, in words (`step 7`): said after the words of the link, for those who read on paper.
        place: String,
    },
    /// To the page of an entity.
    Entity {
        /// Relative to the page.
        href: String,
        /// What people call it: shown where the author gave no words.
        name: String,
    },
    /// Out of the site.
    External {
        /// The address.
        href: String,
    },
    /// To what the readers of this edition may not see: only the author's words are shown.
    Withheld {
        /// Shown where the author gave no words: a bare target would name what is withheld.
        instead: String,
    },
    /// Nowhere.
    Dead {
        /// Why, for the reader.
        why: String,
    },
}

/// What a part of a text means, beyond Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The item that starts here is a step.
    Step {
        /// Its id.
        id: String,
        /// Whether it does harm when it is left out or done wrong.
        killer: bool,
    },
    /// A section that the heading here opens.
    Section {
        /// Its class.
        class: &'static str,
        /// The byte at which it ends.
        end: u32,
    },
    /// The line that starts here says what is to be seen; its label ends at this byte.
    Expected(u32),
    /// The line that starts here says what to do otherwise; its label ends at this byte.
    Otherwise(u32),
}

/// The marks of a text, by the byte at which what they mark starts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks(Vec<(u32, Mark)>);

impl Marks {
    /// Makes marks of pairs in any order.
    #[must_use]
    pub fn new(mut marks: Vec<(u32, Mark)>) -> Self {
        marks.sort_by_key(|(start, _)| *start);
        Self(marks)
    }

    /// Returns the marks at a byte.
    fn at(&self, start: usize) -> impl Iterator<Item = &Mark> {
        let from = self.0.partition_point(|(mark, _)| (*mark as usize) < start);
        self.0[from..].iter().take_while(move |(mark, _)| *mark as usize == start).map(|(_, mark)| mark)
    }

    /// Whether a step starts in a list that stands at `span`.
    fn has_step(&self, span: Span) -> bool {
        let from = self.0.partition_point(|(start, _)| *start < span.start);
        let mut within = self.0[from..].iter().take_while(|(start, _)| *start < span.end);
        within.any(|(_, mark)| matches!(mark, Mark::Step { .. }))
    }
}

/// How a text is rendered.
#[derive(Clone, Copy)]
pub struct RenderOptions<'a> {
    /// Knows what the text refers to.
    pub resolver: &'a dyn Resolver,
    /// The words that we put between the author's, in the language of the site.
    pub words: &'a Words,
    /// The language of the text: French text gets its spaces.
    pub language: &'a Language,
    /// What becomes of raw HTML.
    pub raw_html: RawHtml,
    /// Highlights code.
    pub highlighter: &'a Highlighter,
    /// What the parts of the text mean.
    pub marks: &'a Marks,
    /// What is said above each list of steps.
    pub pause: Option<&'a str>,
    /// How many levels headings are lowered.
    pub heading_offset: u8,
    /// Whether the heading of level 1 at the start of the text is left out: the page shows it in its own place.
    pub without_title: bool,
}

/// Returns how a place to fill in is written: so that it is seen as one also where a command is pasted without being filled in.
#[must_use]
pub fn placeholder(name: &str) -> String {
    name.to_uppercase().replace('-', "_")
}

/// Renders a text. Linear in its length; never fails.
#[must_use]
pub fn render(document: &Document, options: &RenderOptions<'_>) -> String {
    let html = write::write(document, options);
    if document.has_raw_html && options.raw_html == RawHtml::Sanitise { sanitise::sanitise(&html) } else { html }
}

#[cfg(test)]
mod tests;
