//! Records that git contradicts.

mod dated_ahead;

pub(super) use dated_ahead::DATED_AHEAD;
