//! The site as a whole.

mod no_pages;
mod self_hosted;

pub(super) use no_pages::NO_PAGES;
pub(super) use self_hosted::SELF_HOSTED;
