//! `SUMMARY.md`: the order of pages as mdBook has it.
//!
//! A title; chapters before, in, and after numbered lists; headings of level 1 that name parts; separators; drafts, which are
//! links without a target. Anything else is left alone.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::config::Config;
use crate::source::{Place, SourceFile, SourcePath, Span};

/// The name of the file, in the content folder.
pub const FILE_NAME: &str = "SUMMARY.md";

/// What a summary lists, in order. Depths start at 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A heading over the chapters that follow.
    Part(String),
    /// A chapter.
    Chapter {
        /// What it is called.
        title: String,
        /// Its file as written, relative to the summary; nothing for a draft.
        target: Option<String>,
        /// Below how many others it stands.
        depth: usize,
        /// Whether it stands in a list, as the chapters of a part do.
        in_list: bool,
        /// Where the link stands.
        place: Place,
    },
}

/// Reads a summary.
#[must_use]
pub fn read(file: &SourceFile) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut depth: usize = 0;
    // The words of the link or heading that is open.
    let mut words: Option<String> = None;
    let mut link: Option<(String, Place)> = None;
    let mut seen_title = false;
    for (event, range) in Parser::new_ext(&file.text, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::List(_)) => depth += 1,
            Event::End(TagEnd::List(_)) => depth = depth.saturating_sub(1),
            Event::Start(Tag::Heading { .. }) => words = Some(String::new()),
            Event::End(TagEnd::Heading(level)) => {
                let title = words.take().unwrap_or_default();
                // The first heading before any chapter is the title of the book, unless it is a part without a title over it.
                let is_part = level == HeadingLevel::H1 && (seen_title || !entries.is_empty());
                seen_title = true;
                if is_part {
                    entries.push(Entry::Part(title.trim().to_owned()));
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                words = Some(String::new());
                link = Some((dest_url.into_string(), Place { file: file.id, span: Span::new(range) }));
            }
            Event::End(TagEnd::Link) => {
                if let Some((target, place)) = link.take() {
                    entries.push(Entry::Chapter {
                        title: words.take().unwrap_or_default().trim().to_owned(),
                        target: Some(target).filter(|target| !target.is_empty()),
                        depth: depth.saturating_sub(1),
                        in_list: depth > 0,
                        place,
                    });
                }
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(words) = &mut words {
                    words.push_str(&text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(words) = &mut words {
                    words.push(' ');
                }
            }
            _ => {}
        }
    }
    entries
}

/// Whether a file is the summary of a project.
#[must_use]
pub fn is_summary(path: &SourcePath, config: &Config) -> bool {
    path.below(&config.src) == Some(FILE_NAME)
}

/// Returns the file that a chapter names.
#[must_use]
pub fn path(target: &str, config: &Config) -> Option<SourcePath> {
    let target = target.split('#').next().unwrap_or_default();
    // mdBook's own rule; other escapes stay as they are.
    config.src.join(&target.replace("%20", " ")).ok()
}
