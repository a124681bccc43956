//! Everything known about the association's operations: read-only, indexed, every reference resolved.

pub mod link;
pub mod navigation;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::catalog::{self, Catalog};
use crate::config::Config;
use crate::diagnostic::Outcome;
use crate::history::History;
use crate::names::{EntityRef, Names, RunbookId};
use crate::runbook::{self, Runbook};
use crate::source::Snapshot;

use navigation::Navigation;

/// All that is known.
#[derive(Debug)]
pub struct KnowledgeBase {
    /// The configuration it was read with.
    pub config: Config,
    /// Every declared id.
    pub names: Names,
    /// The inventory.
    pub catalog: Catalog,
    /// The pages.
    pub runbooks: BTreeMap<RunbookId, Runbook>,
    /// The order in which readers are led through the pages.
    pub navigation: Navigation,
    /// Who changed what, when.
    pub history: History,
    /// The day for which everything is judged.
    pub as_of: Date,
    /// Who refers to whom, by the thing referred to.
    pub incoming: BTreeMap<EntityRef, Vec<Relation>>,
}

/// A reference from one thing to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relation {
    /// Who refers.
    pub from: EntityRef,
    /// Through which field of its own; `for` and `needs` for pages, `text` for links and facts in their text.
    pub field: &'static str,
}

/// Reads a snapshot: the inventory, the pages, and everything between them.
#[must_use]
pub fn compile(snapshot: &Snapshot, config: Config, history: History, as_of: Date) -> Outcome<KnowledgeBase> {
    let mut diagnostics = Vec::new();
    let declared_catalog = catalog::declare(snapshot, &config).into_value(&mut diagnostics);
    let declared_runbooks = runbook::declare(snapshot, &config).into_value(&mut diagnostics);
    let mut names = declared_catalog.names.clone();
    names.extend(declared_runbooks.names.clone());
    let catalog = catalog::build(declared_catalog, &names).into_value(&mut diagnostics);
    let runbooks = runbook::build(declared_runbooks, &names).into_value(&mut diagnostics);
    let navigation = Navigation::default();
    let runbooks = runbooks.into_iter().map(|runbook| (runbook.id.clone(), runbook)).collect();
    let incoming = BTreeMap::new();
    Outcome {
        value: KnowledgeBase { config, names, catalog, runbooks, navigation, history, as_of, incoming },
        diagnostics,
    }
}
