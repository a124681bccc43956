//! The disk: a folder becomes texts and assets ([`Folder`]), finished files become a published folder ([`Publication`]).
//!
//! Reading: *walk* the wanted folders → *resolve* links → *open beneath* the root → decode. Nothing outside the root is ever
//! opened, whatever links say and however names change meanwhile.
//!
//! Publishing: *refuse* a folder that is not ours → *lock* → write a *generation* beside the old site → *switch* → delete
//! the old one. A crash at any instant leaves the old site or the new one.

mod beneath;
mod folder;
mod ignored;
mod new_file;
mod publish;
mod read;
mod report;
mod resolve;
mod walk;

pub use folder::{DiskError, Folder, Listing, Stamp};
pub use new_file::{is_taken, write_new};
pub use publish::{Durability, MARKER, Publication, PublishError, PublishOptions, Published, Refusal, Switch};
pub use walk::ReadRequest;
