//! Exercises: whether the whole is tried, and whether records are what they seem.

mod batch;
mod none_this_year;

pub(super) use batch::BATCH;
pub(super) use none_this_year::NONE_THIS_YEAR;
