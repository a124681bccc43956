//! The site as a whole.

mod no_pages;

pub(super) use no_pages::NO_PAGES;
