//! What makes a text a checklist: sections by what they are for, steps with the sentence that says what to do, and the lines
//! that say what to expect.

use super::Mark;
use super::escape::{attribute, escape_text};
use super::write::Writer;

/// How the paragraph that is open was written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Paragraph {
    /// None is open, or one that needs no element.
    None,
    /// As `<p>`.
    Element,
}

/// How far the words reach that say what to do in a step.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    /// None are open.
    None,
    /// To the end of the first sentence, if that ends where this many elements are open; else to the end of the paragraph.
    FirstSentence(usize),
    /// To the end of the paragraph.
    Paragraph,
}

impl Writer<'_> {
    /// Closes the sections that end before a heading, and opens the one that it starts.
    pub(super) fn section(&mut self, start: usize) {
        // A heading in a list, a quotation or an element of the author's can neither end nor start an element around it.
        if !self.open_tags.is_at(0) {
            return;
        }
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        self.close_sections(start);
        let marks = self.options.marks;
        for mark in marks.at(start as usize) {
            if let Mark::Section { class, end } = mark {
                self.html.push_str("<section");
                attribute(&mut self.html, "class", class);
                self.html.push_str(">\n");
                self.sections.push(*end);
            }
        }
    }

    /// Closes the sections that end here or before.
    pub(super) fn close_sections(&mut self, at: u32) {
        while self.sections.pop_if(|end| *end <= at).is_some() {
            self.html.push_str("</section>\n");
        }
    }

    /// Says that a list of steps is to be confirmed, where it is.
    pub(super) fn pause(&mut self) {
        if let Some(words) = self.options.pause {
            self.html.push_str("<p class=\"pause\"");
            self.ours();
            self.html.push('>');
            escape_text(&mut self.html, words);
            self.html.push_str("</p>\n");
        }
    }

    /// Whether a sentence that ends here ends the words that say what to do.
    pub(super) fn in_action(&self) -> bool {
        matches!(self.action, Action::FirstSentence(depth) if self.open_tags.is_at(depth))
    }

    pub(super) fn close_action(&mut self) {
        if std::mem::replace(&mut self.action, Action::None) != Action::None {
            self.html.push_str("</strong>");
        }
    }

    /// Starts an item: a step, where a mark says so.
    pub(super) fn item(&mut self, start: usize) {
        let step = self.options.marks.at(start).find_map(|mark| match mark {
            Mark::Step { id, killer } => Some((Some(id), *killer, true)),
            _ => None,
        });
        let items = &self.document.items;
        let (id, killer, is_step) = step.unwrap_or_else(|| {
            let found = items.binary_search_by_key(&start, |item| item.span.start as usize).ok();
            (found.and_then(|index| items[index].id.as_ref()), false, false)
        });
        self.step_starts = is_step;
        self.html.push_str(match (is_step, killer) {
            (true, true) => "<li class=\"step killer\"",
            (true, false) => "<li class=\"step\"",
            (false, _) => "<li",
        });
        if let Some(id) = id {
            attribute(&mut self.html, "id", id);
        }
        self.html.push('>');
        if killer {
            self.html.push_str("<span class=\"tag tag-danger\"");
            self.ours();
            self.html.push('>');
            let words = self.options.words.word("step-killer");
            escape_text(&mut self.html, &words);
            self.html.push_str("</span>");
        }
    }

    pub(super) fn line_mark(&self, start: usize) -> Option<(&'static str, u32)> {
        self.options.marks.at(start).find_map(|mark| match mark {
            Mark::Expected(label_end) => Some(("expected", *label_end)),
            Mark::Otherwise(label_end) => Some(("otherwise", *label_end)),
            Mark::Step { .. } | Mark::Section { .. } => None,
        })
    }

    pub(super) fn open_paragraph(&mut self, start: usize, is_loose: bool) {
        let mark = self.line_mark(start);
        self.paragraph = if is_loose || mark.is_some() { Paragraph::Element } else { Paragraph::None };
        match mark {
            Some((class, label_end)) => {
                self.html.push_str(&format!("<p class=\"{class}\">"));
                self.label_end = Some(label_end);
            }
            None if is_loose => self.html.push_str("<p>"),
            None => {}
        }
        if std::mem::take(&mut self.step_starts) && mark.is_none() {
            self.html.push_str("<strong class=\"action\">");
            self.action = Action::FirstSentence(self.open_tags.depth() + 1);
        }
        self.task_box();
    }

    /// Writes the box of a task that waits for its paragraph; the paragraph is its label.
    pub(super) fn task_box(&mut self) {
        if let Some(done) = self.task.take() {
            self.html.push_str("<label><input type=\"checkbox\" disabled");
            self.html.push_str(if done { " checked> " } else { "> " });
            self.task_label = true;
            if self.action != Action::None {
                self.action = Action::Paragraph;
            }
        }
    }

    pub(super) fn close_paragraph(&mut self) {
        if std::mem::take(&mut self.task_label) {
            self.html.push_str("</label>");
        }
        self.close_action();
        if self.paragraph == Paragraph::Element {
            self.html.push_str("</p>\n");
        }
        self.paragraph = Paragraph::None;
        self.label_end = None;
    }
}
