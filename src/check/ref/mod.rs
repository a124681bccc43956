//! References: what nothing leads to, and what leads to something that is gone.

mod cycle_hard;
mod orphan;
mod retired_target;

pub(super) use cycle_hard::CYCLE_HARD;
pub(super) use orphan::ORPHAN;
pub(super) use retired_target::RETIRED_TARGET;
