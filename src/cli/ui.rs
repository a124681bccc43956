//! Everything that is printed.
#![expect(clippy::print_stderr, reason = "this is the door to the terminal")]

use std::io::{IsTerminal, Write};

use crate::diagnostic::text::Printer;
use crate::diagnostic::{self, Diagnostic, Message};
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

    /// Prints what was asked for.
    pub fn print(&self, text: &str) {
        let text = printable(text);
        let mut out = std::io::stdout().lock();
        // A reader that went away (`releve show … | head`) is no fault.
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }

    /// Says on standard error what was done.
    pub fn say(&self, message: &Message) {
        eprintln!("{}", printable(&self.words.say(message)));
    }

    /// Prints findings with the lines they are about, then how many there are.
    pub fn report(&self, findings: &[Diagnostic], snapshot: &Snapshot) {
        let mut printer = Printer::new(snapshot, &self.words, self.colour);
        for finding in findings {
            eprintln!("{}", printer.render(finding));
        }
        if !findings.is_empty() {
            eprintln!("{}", diagnostic::text::summary(findings, &self.words));
        }
    }

    /// Says why the command could not run.
    pub fn failure(&self, error: &anyhow::Error) {
        let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
        eprintln!("{}: {}", self.words.word("cli-failure"), printable(&causes.join(": ")));
    }

    /// Whether standard error is a terminal, so that a line may be written over.
    #[must_use]
    pub fn is_terminal(&self) -> bool {
        std::io::stderr().is_terminal()
    }

    /// Writes a line over the last one that was written so.
    pub fn line(&self, message: &Message) {
        eprint!("\r\u{1B}[K{}", printable(&self.words.say(message)));
    }

    /// Wipes what [`Ui::line`] wrote.
    pub fn wipe_line(&self) {
        eprint!("\r\u{1B}[K");
    }

    /// Whether questions can be asked.
    #[must_use]
    pub fn can_ask(&self) -> bool {
        std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
    }

    /// Asks a question; an empty answer means the suggestion.
    #[must_use]
    pub fn ask(&self, question: &Message, suggestion: &str) -> String {
        eprint!("{} [{suggestion}] ", printable(&self.words.say(question)));
        let mut answer = String::new();
        let _ = std::io::stderr().flush();
        match std::io::stdin().read_line(&mut answer) {
            Ok(_) if !answer.trim().is_empty() => answer.trim().to_owned(),
            _ => suggestion.to_owned(),
        }
    }
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
    use super::printable;

    #[test]
    fn nothing_from_the_content_drives_the_terminal() {
        assert_eq!(printable("a\u{1B}[2J\r\u{9B}b\u{202E}\n\tc"), "a\u{FFFD}[2J\u{FFFD}\u{FFFD}b\u{FFFD}\n\tc");
    }
}
