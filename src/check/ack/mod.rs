//! Acknowledgements: who has read what they will act on.

mod stale;

pub(super) use stale::STALE;
