//! The inventory: what the association has and relies on.

pub mod fact;

use std::collections::BTreeMap;

use crate::config::Config;
use crate::diagnostic::Outcome;
use crate::names::{EntityRef, Names};
use crate::source::{Place, Snapshot};

use fact::Fact;

/// What every entity has.
#[derive(Clone, Debug)]
pub struct Entity {
    /// What it is called in references.
    pub reference: EntityRef,
    /// What people call it.
    pub name: String,
    /// One line that says what it is.
    pub summary: Option<String>,
    /// Free notes, in Markdown.
    pub notes: Option<String>,
    /// Former ids: old addresses lead here.
    pub aliases: Vec<String>,
    /// Where its description starts: the key of its map, or the first byte of its own file.
    pub place: Place,
    /// All its fields, in the order in which a page shows them.
    pub facts: Vec<Fact>,
}

/// The inventory.
#[derive(Debug, Default)]
pub struct Catalog {
    /// What every entity has, by reference. (Typed maps per kind stand beside this.)
    pub entities: BTreeMap<EntityRef, Entity>,
}

/// The inventory's files, each read on its own; ids declared, references not yet resolved.
pub struct Declared {
    /// The ids that the inventory declares.
    pub names: Names,
}

/// Reads the inventory's files, in parallel, and declares its ids.
#[must_use]
pub fn declare(snapshot: &Snapshot, config: &Config) -> Outcome<Declared> {
    let _ = (snapshot, config);
    todo!("catalog::declare")
}

/// Resolves what the inventory's files name, and builds the catalog. `names` holds the ids of the runbooks, too.
#[must_use]
pub fn build(declared: Declared, names: &Names) -> Outcome<Catalog> {
    let _ = (declared, names);
    todo!("catalog::build")
}
