//! Problems in the content, as values.
//!
//! A phase never fails on content: it returns what it understood and the diagnostics it met ([`Outcome`]). A diagnostic
//! carries no words, only the id of a message and its arguments, so that each reader gets it in their language.

mod code;
mod excerpt;
pub mod github;
pub mod gitlab;
pub mod json;
pub mod junit;
mod message;
mod order;
mod report;
pub mod sarif;
pub mod text;
mod visible;
mod waived;

pub(crate) use code::explanation;
pub use code::{Code, Explanation};
pub(crate) use message::message;
pub use message::{Argument, Message};
pub use order::{sort, sort_waived};
pub use report::Report;
pub use visible::visible;
pub use waived::Waived;

use crate::source::{Place, SourcePath};

/// How much a problem weighs; see the table of severities in the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Only what an editor can repair in a file without changing the world. Blocks publishing.
    Error,
    /// The world falls short of what the pages promise. Never blocks publishing.
    Readiness,
    /// Probably a mistake.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// Returns the word that reports and their readers use, whatever the language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Readiness => "readiness",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// What a problem is about, as precisely as it is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A place in a text.
    Place(Place),
    /// A file that is no text of the snapshot: an asset, a refused link, a folder.
    Path(SourcePath),
    /// The project as a whole.
    Project,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of problem.
    pub code: &'static Code,
    /// How much it weighs here.
    pub severity: Severity,
    /// One sentence that stands alone.
    pub message: Message,
    /// The smallest place that shows it.
    pub subject: Subject,
    /// Further places, each with what it has to do with the problem.
    pub labels: Vec<Label>,
    /// What to do next, one sentence each.
    pub help: Vec<Message>,
    /// The things that it concerns, as they are referred to: `service:wiki`.
    pub about: Vec<String>,
}

/// A further place of a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What is there.
    pub message: Message,
}

impl Diagnostic {
    /// Reports a problem with its default severity.
    #[must_use]
    pub fn new(code: &'static Code, subject: Subject, message: Message) -> Self {
        Self {
            code,
            severity: code.default_severity,
            message,
            subject,
            labels: Vec::new(),
            help: Vec::new(),
            about: Vec::new(),
        }
    }

    /// Reports a problem at a place, with its default severity.
    #[must_use]
    pub fn at(code: &'static Code, place: Place, message: Message) -> Self {
        Self::new(code, Subject::Place(place), message)
    }

    /// Adds what to do next.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help.push(help);
        self
    }

    /// Adds a thing that it concerns, by its reference.
    #[must_use]
    pub fn about(mut self, thing: &impl std::fmt::Display) -> Self {
        self.about.push(thing.to_string());
        self
    }

    /// Adds a further place.
    #[must_use]
    pub fn label(mut self, place: Place, message: Message) -> Self {
        self.labels.push(Label { place, message });
        self
    }

    /// Returns the place in a text, where there is one.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        match self.subject {
            Subject::Place(place) => Some(place),
            Subject::Path(_) | Subject::Project => None,
        }
    }
}

/// Two codes are the same when their names are: names are unique, as a test proves.
impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Code {}

/// A value, and the diagnostics met on the way to it.
#[derive(Clone, Debug, Default)]
pub struct Outcome<T> {
    /// What could be understood.
    pub value: T,
    /// What could not.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Outcome<T> {
    /// Turns the value into another one.
    #[must_use]
    pub fn map<U>(self, turn: impl FnOnce(T) -> U) -> Outcome<U> {
        Outcome { value: turn(self.value), diagnostics: self.diagnostics }
    }

    /// Turns the value into another one, and adds the diagnostics met on the way.
    #[must_use]
    pub fn and_then<U>(mut self, turn: impl FnOnce(T, &mut Vec<Diagnostic>) -> U) -> Outcome<U> {
        Outcome { value: turn(self.value, &mut self.diagnostics), diagnostics: self.diagnostics }
    }

    /// Returns the value and moves the diagnostics to the end of a list.
    pub fn into_value(self, diagnostics: &mut Vec<Diagnostic>) -> T {
        diagnostics.extend(self.diagnostics);
        self.value
    }
}
