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
            while levels.len() > 1 && levels.last().is_some_and(|level| *level > heading.level) {
                levels.pop();
                self.html.push_str("</li></ul>");
            }
            if levels.last().is_none_or(|level| *level < heading.level) {
                levels.push(heading.level);
                self.html.push_str("<ul>");
            } else {
                self.html.push_str("</li>");
            }
            self.html.push_str("<li><a href=\"#");
            super::escape_attribute(&mut self.html, &heading.id);
            self.html.push_str("\">");
            escape_text(&mut self.html, &heading.text);
            self.html.push_str("</a>");
        }
        for _ in levels {
            self.html.push_str("</li></ul>");
        }
        self.html.push_str("</nav>\n");
    }
}
