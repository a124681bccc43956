//! Footnotes: numbered in the order in which the text refers to them, written behind the text.

use std::collections::HashMap;
use std::fmt::Write;

use super::escape::attribute;
use super::write::Writer;

/// The notes of a text. Their ids hold a colon, which no id of a heading or step does.
#[derive(Default)]
pub(super) struct Footnotes {
    numbers: HashMap<String, usize>,
    /// How often the text refers to each note, by number from 1.
    references: Vec<usize>,
    /// Number and HTML of each note.
    definitions: Vec<(usize, String)>,
    /// Labels and outer HTML of the notes being written.
    open: Vec<(String, String)>,
}

impl Footnotes {
    fn number(&mut self, label: &str) -> usize {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(label.to_owned()).or_insert(next);
        if number == next && self.references.len() < next {
            self.references.push(0);
        }
        number
    }
}

impl Writer<'_> {
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let number = self.footnotes.number(label);
        let count = &mut self.footnotes.references[number - 1];
        *count += 1;
        let again = if *count > 1 { format!(":{count}") } else { String::new() };
        // Writing to a string does not fail.
        let _ = write!(
            self.html,
            "<sup class=\"footnote-ref\"><a id=\"fnref:{number}{again}\" href=\"#fn:{number}\">{number}</a></sup>"
        );
    }

    pub(super) fn footnote_starts(&mut self, label: &str) {
        let outer = std::mem::take(&mut self.html);
        self.footnotes.open.push((label.to_owned(), outer));
    }

    pub(super) fn footnote_ends(&mut self) {
        let Some((label, outer)) = self.footnotes.open.pop() else { return };
        let note = std::mem::replace(&mut self.html, outer);
        // A note that nothing refers to before it gets its number here; words are never lost.
        let number = self.footnotes.number(&label);
        self.footnotes.definitions.push((number, note));
    }

    /// Writes the notes behind the text.
    pub(super) fn footnotes(&mut self) {
        let mut definitions = std::mem::take(&mut self.footnotes.definitions);
        if definitions.is_empty() {
            return;
        }
        definitions.sort_by_key(|(number, _)| *number);
        self.html.push_str("<section class=\"footnotes\" role=\"doc-endnotes\"");
        attribute(&mut self.html, "aria-label", &self.options.words.word("footnotes-label"));
        self.html.push_str("><ol>\n");
        let back = self.options.words.word("footnote-back");
        let mut previous = 0;
        for (number, note) in definitions {
            // Of two notes with one label, both are shown; links lead to the first.
            let id = if number == previous { String::new() } else { format!(" id=\"fn:{number}\"") };
            let _ = write!(self.html, "<li{id} value=\"{number}\">{}", note.trim_end());
            if number != previous && self.footnotes.references[number - 1] > 0 {
                let _ = write!(self.html, " <a class=\"footnote-back\" href=\"#fnref:{number}\"");
                attribute(&mut self.html, "aria-label", &back);
                self.ours();
                self.html.push_str(">↩</a>");
            }
            previous = number;
            self.html.push_str("</li>\n");
        }
        self.html.push_str("</ol></section>\n");
    }
}
