//! Secrets where they must not be.

mod in_source;

pub(super) use in_source::IN_SOURCE;
