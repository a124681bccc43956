//! The disk: a folder is a tree of files ([`open`]), finished files become a published folder ([`Publication`]).
//!
//! Reading: nothing outside the root is ever opened, whatever links say and however names change meanwhile.
//!
//! Publishing: *refuse* a folder that is not ours → *lock* → write a *generation* beside the old site → *switch* → delete
//! the old one. A crash at any instant leaves the old site or the new one.

mod beneath;
mod new_file;
mod publish;
mod shown;
mod tree;

pub use new_file::{in_the_way, is_taken, short_text, write_new, write_new_below, write_over};
pub use publish::{Durability, Publication, PublishError, PublishOptions, Published, Refusal, Switch};
pub use shown::shown;
pub(in crate::io) use tree::hold;
pub use tree::{DiskError, open};
