//! A tree of files becomes texts and assets, wherever it lies: in a folder on disk ([`disk::open`](super::disk::open)) or in a
//! commit ([`Past::folder`](super::git::Past::folder)).
//!
//! *Walk* the wanted folders → *resolve* links → *open* → decode. Both kinds of tree are read by the same rules, so that a
//! commit gives what a checkout of it would give.

mod folder;
mod ignored;
mod read;
mod report;
pub(super) mod tree;
mod walk;

pub use folder::{Folder, Listing};
pub use walk::ReadRequest;
