//! Secrets where they must not be.

mod in_source;
mod weak_hint;

pub(super) use in_source::IN_SOURCE;
pub(super) use weak_hint::WEAK_HINT;
