//! References: what nothing leads to.

mod orphan;

pub(super) use orphan::ORPHAN;
