//! Where a link in a page leads.

use crate::knowledge::KnowledgeBase;
use crate::markdown::LinkUse;
use crate::names::{EntityRef, RunbookId};
use crate::runbook::Runbook;
use crate::source::{Snapshot, SourcePath};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a page, or a heading or step of it.
    Runbook(RunbookId, Option<String>),
    /// To an entity of the inventory.
    Entity(EntityRef),
    /// To a file that is published beside the pages.
    Asset(SourcePath),
    /// To a folder's page.
    Folder(SourcePath),
    /// Out of the site; the address as written. Only `http`, `https`, `mailto` and `tel`.
    External(String),
}

/// Why a link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeadLink {
    /// No such page or file; the nearest one that exists.
    File(Option<String>),
    /// The page exists, the heading or step does not; the nearest id that exists.
    Anchor(RunbookId, Option<String>),
    /// Nothing of that kind has this id; the nearest id that exists.
    Entity(Option<String>),
    /// It leads out of the content folder, or to a hidden or ignored file.
    Outside,
    /// A scheme that is not allowed (`javascript:`, `data:`, `file:` …).
    Scheme(String),
}

/// Finds where a link leads.
///
/// # Errors
/// Why it leads nowhere.
pub fn resolve(kb: &KnowledgeBase, snapshot: &Snapshot, from: &Runbook, link: &LinkUse) -> Result<Target, DeadLink> {
    let _ = (kb, snapshot, from, link);
    todo!("link::resolve")
}
