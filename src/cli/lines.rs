//! A report that grows line by line.

use crate::diagnostic::Message;
use crate::words::Words;

use super::ui::{Paint, Painted};

/// The lines of a report, in the words of its reader.
pub(super) struct Lines<'a> {
    pub words: &'a Words,
    painted: Vec<Painted>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(words: &'a Words) -> Self {
        Self { words, painted: Vec::new() }
    }

    /// Adds a line; only its text stands out, so that nothing runs on to the edge of the terminal.
    pub(super) fn line(&mut self, paint: Paint, text: impl Into<String>) {
        self.painted.push(Painted::new(paint, text));
        self.painted.push(Painted::new(Paint::Plain, "\n"));
    }

    pub(super) fn say(&mut self, paint: Paint, message: &Message) {
        self.line(paint, self.words.say(message));
    }

    pub(super) fn painted(self) -> Vec<Painted> {
        self.painted
    }
}
