//! The Markdown pages of a project; those with our front matter are runbooks in the strict sense.

pub mod front_matter;

use crate::config::Config;
use crate::diagnostic::Outcome;
use crate::markdown::Document;
use crate::names::{EntityRef, Names, RunbookId};
use crate::source::{FileId, Place, Snapshot};
use crate::words::Language;

/// A Markdown page.
#[derive(Debug)]
pub struct Runbook {
    /// Its id: the path below the content folder without extension.
    pub id: RunbookId,
    /// Its file.
    pub file: FileId,
    /// What it is called: front matter, else the first heading of level 1, else its file's name.
    pub title: String,
    /// The language it is written in.
    pub language: Language,
    /// One line for lists.
    pub summary: Option<String>,
    /// Order among its siblings: lower first, then by title.
    pub weight: i64,
    /// Its text.
    pub document: Document,
    /// What it is about.
    pub subjects: Vec<EntityRef>,
}

/// The pages, each read on its own; ids declared, references not yet resolved.
pub struct Declared {
    /// The ids of the pages.
    pub names: Names,
}

/// Reads the pages, in parallel, and declares their ids.
#[must_use]
pub fn declare(snapshot: &Snapshot, config: &Config) -> Outcome<Declared> {
    let _ = (snapshot, config);
    todo!("runbook::declare")
}

/// Resolves what the front matter of the pages names.
#[must_use]
pub fn build(declared: Declared, names: &Names) -> Outcome<Vec<Runbook>> {
    let _: (Declared, &Names, Option<Place>) = (declared, names, None);
    todo!("runbook::build")
}
