//! The table of contents that `[TOC]` asks for.

use crate::markdown::Heading;

use super::escape::{attribute, escape_text};
use super::write::Writer;

impl Writer<'_> {
    pub(super) fn contents(&mut self) {
        let headings: Vec<&Heading> =
            self.document.headings.iter().skip(usize::from(self.leaves_title_out())).collect();
        self.html.push_str("<nav class=\"contents\"");
        attribute(&mut self.html, "aria-label", &self.options.words.word("contents-label"));
        self.html.push('>');
        // The levels of the lists that are open.
        let mut levels: Vec<u8> = Vec::new();
        for heading in headings {
            // A list closes when the one that holds it goes as deep as this heading; levels that are left out count for none.
            while levels.len() > 1 && levels[levels.len() - 2] >= heading.level {
                levels.pop();
                self.html.push_str("</li></ul>");
            }
            match levels.last_mut() {
                Some(level) if *level >= heading.level => {
                    *level = heading.level;
                    self.html.push_str("</li>");
                }
                _ => {
                    levels.push(heading.level);
                    self.html.push_str("<ul>");
                }
            }
            self.html.push_str("<li><a href=\"#");
            super::escape_attribute(&mut self.html, &heading.id);
            self.html.push_str("\">");
            let words = self.words_of(heading);
            escape_text(&mut self.html, &words);
            self.html.push_str("</a>");
        }
        for _ in levels {
            self.html.push_str("</li></ul>");
        }
        self.html.push_str("</nav>\n");
    }
}
