//! Everything that is printed.

use std::io::{self, IsTerminal, Write};

use anyhow::Context;

use crate::cli::refused;
use crate::diagnostic::text::Printer;
use crate::diagnostic::{self, Diagnostic, Message, message};
use crate::source::Snapshot;
use crate::words::Words;

/// The terminal, and the language to speak on it.
pub struct Ui {
    words: Words,
    colour: bool,
}

impl Ui {
    /// Opens the terminal.
    #[must_use]
    pub fn new(words: Words, colour: bool) -> Self {
        Self { words, colour }
    }

    /// Returns the words of the reader's language.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Prints what was asked for. A reader that goes away (`releve show … | head`) has seen what it wanted.
    ///
    /// # Errors
    /// When standard output does not take it: a report on a full disk is not the report.
    pub fn print(&self, text: &str) -> anyhow::Result<()> {
        hand_over(&mut io::stdout().lock(), &printable(text)).context("standard output")
    }

    /// Prints a file as it would be written: to the letter, for whatever program reads it.
    ///
    /// # Errors
    /// As for [`Ui::print`].
    pub fn print_file(&self, text: &str) -> anyhow::Result<()> {
        hand_over(&mut io::stdout().lock(), text).context("standard output")
    }

    /// Prints what was asked for, in colours where the terminal shows them.
    ///
    /// # Errors
    /// As for [`Ui::print`].
    pub fn print_painted(&self, pieces: &[Painted]) -> anyhow::Result<()> {
        let colour = self.colour && io::stdout().is_terminal();
        let text: String = pieces.iter().map(|piece| piece.printed(colour)).collect();
        hand_over(&mut io::stdout().lock(), &text).context("standard output")
    }

    /// Says on standard error what was done.
    pub fn say(&self, message: &Message) {
        note(&format!("{}\n", printable(&self.words.say(message))));
    }

    /// Prints findings with the lines they are about, then how many there are.
    pub fn report(&self, findings: &[Diagnostic], snapshot: &Snapshot) {
        let mut printer = Printer::new(snapshot, &self.words, self.colour);
        for finding in findings {
            note(&format!("{}\n", printer.render(finding)));
        }
        if !findings.is_empty() {
            note(&format!("{}\n", diagnostic::text::summary(findings, &self.words)));
        }
    }

    /// Says why the command could not run.
    pub fn failure(&self, error: &anyhow::Error) {
        let say = |cause: &(dyn std::error::Error + 'static)| {
            refused::sentence(cause).map_or_else(|| cause.to_string(), |message| self.words.say(&message))
        };
        let causes: Vec<String> = error.chain().map(say).collect();
        let failure = message!("cli-failure", causes = causes.join(": "));
        note(&format!("{}\n", printable(&self.words.say(&failure))));
    }

    /// Whether standard error is a terminal, so that a line may be written over.
    #[must_use]
    pub fn is_terminal(&self) -> bool {
        io::stderr().is_terminal()
    }

    /// Writes a line over the last one that was written so.
    pub fn line(&self, message: &Message) {
        note(&format!("\r\u{1B}[K{}", printable(&self.words.say(message))));
    }

    /// Wipes what [`Ui::line`] wrote.
    pub fn wipe_line(&self) {
        note("\r\u{1B}[K");
    }

    /// Whether questions can be asked.
    #[must_use]
    pub fn can_ask(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Asks a question; an empty answer means the suggestion.
    #[must_use]
    pub fn ask(&self, question: &Message, suggestion: &str) -> String {
        let suggested = if suggestion.is_empty() { String::new() } else { format!("[{}] ", printable(suggestion)) };
        note(&format!("{} {suggested}", printable(&self.words.say(question))));
        let mut answer = String::new();
        match io::stdin().read_line(&mut answer) {
            Ok(_) if !answer.trim().is_empty() => answer.trim().to_owned(),
            _ => suggestion.to_owned(),
        }
    }
}

/// A piece of text, and how it stands out.
pub struct Painted {
    text: String,
    paint: Paint,
}

/// How a text stands out. Nothing is said by colour alone.
#[derive(Clone, Copy)]
pub enum Paint {
    /// It does not.
    Plain,
    /// A heading.
    Bold,
    /// Beside the point.
    Faint,
    /// What is gone.
    Red,
    /// What is new.
    Green,
}

impl Painted {
    /// Makes a piece of text stand out.
    pub fn new(paint: Paint, text: impl Into<String>) -> Self {
        Self { text: text.into(), paint }
    }

    fn printed(&self, colour: bool) -> String {
        let text = printable(&self.text);
        // Select Graphic Rendition (ECMA-48, 8.3.117).
        let code = match self.paint {
            Paint::Plain => return text,
            Paint::Bold => "1",
            Paint::Faint => "2",
            Paint::Red => "31",
            Paint::Green => "32",
        };
        if colour { format!("\u{1B}[{code}m{text}\u{1B}[0m") } else { text }
    }
}

/// Writes everything, unless whoever reads it goes away.
fn hand_over(out: &mut impl Write, text: &str) -> io::Result<()> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes to standard error. A command does its work, and ends as it would, whether or not anybody listens there
/// (`releve build 2>&1 | head`); the macros of the standard library would panic.
fn note(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Replaces what could drive a terminal: every control character but newline and tab, and the marks that turn the direction
/// of text (Unicode bidirectional formatting).
fn printable(text: &str) -> String {
    let is_bidi = |character: char| matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .map(|character| match character {
            '\n' | '\t' => character,
            character if character.is_control() || is_bidi(character) => '\u{FFFD}',
            character => character,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A place to write to that fails in one way.
    struct Failing(io::ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_may_go_away_but_a_full_disk_is_told() {
        assert!(hand_over(&mut Failing(io::ErrorKind::BrokenPipe), "text").is_ok());
        let refused = hand_over(&mut Failing(io::ErrorKind::StorageFull), "text");
        assert_eq!(refused.unwrap_err().kind(), io::ErrorKind::StorageFull);
    }

    #[test]
    fn nothing_from_the_content_drives_the_terminal() {
        assert_eq!(printable("a\u{1B}[2J\r\u{9B}b\u{202E}\n\tc"), "a\u{FFFD}[2J\u{FFFD}\u{FFFD}b\u{FFFD}\n\tc");
    }
}
