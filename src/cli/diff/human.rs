//! Changes for people: by service, what was beside what is.

use crate::cli::ui::{Paint, Painted};
use crate::diagnostic::message;
use crate::difference::{Fate, difference};
use crate::knowledge::compare::{Change, ChangeSet, Changed, Held};
use crate::names::EntityRef;
use crate::words::Words;

use super::Side;

/// Values that are longer together stand on lines of their own.
const WIDEST: usize = 80;

/// Lays out all changes.
pub(super) fn report(before: &Side, after: &Side, changes: &ChangeSet, words: &Words) -> Vec<Painted> {
    let mut report = Report { before, after, changes, words, pieces: Vec::new() };
    let title = format!("{} → {}\n", words.say(&before.message()), words.say(&after.message()));
    report.piece(Paint::Faint, title);
    for (service, things) in changes.by_service() {
        let heading = match service {
            Some(id) => changes.name(&EntityRef::from(id), &after.project.kb).to_owned(),
            None => words.word("changes-shared"),
        };
        report.piece(Paint::Bold, format!("\n{heading}\n"));
        things.iter().for_each(|thing| report.thing(thing));
    }
    report.piece(Paint::Plain, "\n");
    let count = message!("cli-diff-count", count = changes.things.len());
    report.piece(Paint::Faint, format!("{}\n", words.say(&count)));
    report.pieces
}

struct Report<'a> {
    before: &'a Side,
    after: &'a Side,
    changes: &'a ChangeSet,
    words: &'a Words,
    pieces: Vec<Painted>,
}

impl Report<'_> {
    fn piece(&mut self, paint: Paint, text: impl Into<String>) {
        self.pieces.push(Painted::new(paint, text));
    }

    fn thing(&mut self, thing: &Changed) {
        let language = thing.language.as_ref().map(|language| format!(", {language}")).unwrap_or_default();
        self.piece(Paint::Plain, format!("  {} ", thing.name));
        self.piece(Paint::Faint, format!("({}{language})", thing.subject));
        if let Some(event) = thing.event.message() {
            self.piece(Paint::Plain, format!(" — {}", self.words.say(&event)));
        }
        self.piece(Paint::Plain, "\n");
        thing.changes.iter().for_each(|change| self.change(change));
    }

    fn change(&mut self, change: &Change) {
        let what = self.changes.say(change, &self.after.project.kb, self.words);
        match (&change.was, &change.now) {
            (None, None) => self.piece(Paint::Plain, format!("    {what}\n")),
            (Some(Held::Text(was)), Some(Held::Text(now))) => {
                self.piece(Paint::Plain, format!("    {what}\n"));
                self.texts(was, now);
            }
            (was, now) => {
                let was = was.as_ref().map(|held| said(self.before, held, self.words));
                let now = now.as_ref().map(|held| said(self.after, held, self.words));
                self.values(&what, was.as_deref(), now.as_deref());
            }
        }
        if let Some(left) = change.left() {
            let left = self.words.say(&left);
            self.piece(Paint::Faint, format!("      ({left})\n"));
        }
    }

    /// What was and what is: on one line where they are short, else below each other.
    fn values(&mut self, what: &str, was: Option<&str>, now: Option<&str>) {
        let is_short = |was: &str, now: &str| {
            was.chars().count() + now.chars().count() <= WIDEST && !was.contains('\n') && !now.contains('\n')
        };
        if let (Some(was), Some(now)) = (was, now)
            && is_short(was, now)
        {
            let label = self.words.say(&message!("cli-diff-label", what = what));
            self.piece(Paint::Plain, format!("    {label} "));
            self.piece(Paint::Red, was);
            self.piece(Paint::Plain, " → ");
            self.piece(Paint::Green, format!("{now}\n"));
            return;
        }
        self.piece(Paint::Plain, format!("    {what}\n"));
        for (sign, paint, text) in [('-', Paint::Red, was), ('+', Paint::Green, now)] {
            for line in text.into_iter().flat_map(str::lines) {
                self.piece(paint, format!("      {sign} {line}\n"));
            }
        }
    }

    /// What differs between two texts, by word.
    fn texts(&mut self, was: &str, now: &str) {
        let difference = difference(was, now);
        for (index, mut passage) in difference.passages.into_iter().enumerate() {
            if index > 0 {
                self.piece(Paint::Faint, "      ⋮\n");
            }
            if let Some(last) = passage.runs.last_mut() {
                last.text.truncate(last.text.trim_end().len());
            }
            self.piece(Paint::Plain, "      ");
            for run in passage.runs {
                let (paint, text) = match run.fate {
                    Fate::Kept | Fate::Folded => (Paint::Plain, run.text),
                    Fate::Deleted => (Paint::Red, marked("[-", &run.text, "-]")),
                    Fate::Inserted => (Paint::Green, marked("{+", &run.text, "+}")),
                };
                self.piece(paint, text.replace('\n', "\n      "));
            }
            self.piece(Paint::Plain, "\n");
        }
        if difference.is_cut {
            self.piece(Paint::Faint, format!("      {}\n", self.words.word("cli-diff-cut")));
        }
    }
}

/// What stands somewhere, in words.
fn said(side: &Side, held: &Held, words: &Words) -> String {
    match held {
        Held::Value(value) => side.project.kb.say(value, words),
        Held::Text(text) => text.clone(),
    }
}

/// Puts marks around words, within the blanks around them: colours are not seen by all, nor everywhere.
fn marked(open: &str, text: &str, close: &str) -> String {
    let end = text.trim_end().len();
    let start = text.len() - text.trim_start().len();
    if start >= end {
        return format!("{open}{text}{close}");
    }
    format!("{}{open}{}{close}{}", &text[..start], &text[start..end], &text[end..])
}
