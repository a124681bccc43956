//! The order in which readers are led through the pages: `SUMMARY.md`, otherwise the folders.

use crate::names::RunbookId;

/// The tree of pages.
#[derive(Clone, Debug, Default)]
pub struct Navigation {
    /// The top of the tree.
    pub items: Vec<Item>,
}

/// A page, a folder, or a heading of `SUMMARY.md`, with what stands below it.
#[derive(Clone, Debug)]
pub struct Item {
    /// What the reader sees.
    pub title: String,
    /// The page it leads to; none for a folder without a page of its own, a heading, a draft of `SUMMARY.md`.
    pub page: Option<RunbookId>,
    /// What stands below it.
    pub children: Vec<Item>,
}
