//! Secrets where they must not be.

mod in_history;
pub(super) mod in_output;
mod in_source;
mod weak_hint;

pub(super) use in_history::IN_HISTORY;
pub use in_history::history;
pub(super) use in_output::IN_OUTPUT;
pub(super) use in_source::IN_SOURCE;
pub(super) use weak_hint::WEAK_HINT;
