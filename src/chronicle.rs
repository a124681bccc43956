//! What changed, day by day: plain data that outlives the knowledge bases it was found in, so that it can be kept for the next run.
//!
//! Things are named as they were called then; whether they are still there is asked of whoever knows today.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::history::{Revision, RevisionId};
use crate::words::Language;

/// What changed lately.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chronicle {
    /// The newest first. Empty where nothing is known of the past.
    pub days: Vec<Day>,
    /// Whether there were changes before the oldest of these days that are not told.
    pub is_cut: bool,
}

/// What changed on a day, or since the last commit. A day on which a version was marked may be told in two parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The last commit of the day; nothing for what is not committed yet.
    pub revision: Option<Revision>,
    /// The first commit of the day, by which it is known: it stays the same while the day goes on.
    pub first: Option<RevisionId>,
    /// Who wrote the commits of the day, in the order of their names.
    pub authors: Vec<String>,
    /// The versions that were marked with what the project was at the end of the day.
    pub versions: Vec<String>,
    /// What changed.
    pub changes: Changes,
}

impl Day {
    /// Returns the day; nothing for what is not committed yet.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.revision.as_ref().map(|revision| revision.date)
    }
}

/// What changed between two states of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// What changed by service, in the order of their names; last, what belongs to several or to none.
    pub services: Vec<OfService>,
    /// How many things changed that are not told: nobody reads a thousand.
    pub untold: usize,
    /// Whether nothing was before: everything is new, and nothing of it is listed.
    pub is_first: bool,
}

impl Changes {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.services.is_empty() && self.untold == 0 && !self.is_first
    }
}

/// What changed of one service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfService {
    /// The service; nothing for what belongs to several or to none.
    pub service: Option<Named>,
    /// Its things.
    pub things: Vec<Thing>,
}

/// A thing, as it was called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Its kind and id, `host:mx1`.
    pub id: String,
    /// What people called it.
    pub name: String,
}

/// A thing that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thing {
    /// Which one.
    pub thing: Named,
    /// The language, when it is the translation of a page.
    pub language: Option<String>,
    /// What happened to the whole of it: it is new, gone, or has another name; nothing when it is what it was.
    pub event: Option<Spoken>,
    /// What changed in it.
    pub changes: Vec<Change>,
    /// Whether more changed in it than is told.
    pub is_cut: bool,
}

/// Something that changed in a thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What.
    pub what: Spoken,
    /// What stood there before.
    pub was: Option<Stood>,
    /// What stands there now.
    pub now: Option<Stood>,
    /// What else is to be said.
    pub note: Option<Spoken>,
}

/// What stood somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stood {
    /// Words of the author, to the letter.
    Text(String),
    /// A day, as `2026-11-22`.
    Day(String),
    /// Other things.
    Things(Vec<Named>),
    /// A value, in words.
    Value(Spoken),
}

/// The same words in each language that the interface speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken(pub BTreeMap<String, String>);

impl Spoken {
    /// Returns the words in a language; in any other where it has none.
    #[must_use]
    pub fn words_in(&self, language: &Language) -> &str {
        self.0.get(language.as_str()).or_else(|| self.0.values().next()).map_or("", String::as_str)
    }
}
