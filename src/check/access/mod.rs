//! Ways in: who holds them, whether they were tried, and what happens when the holders are gone.

mod break_glass_undrilled;
mod circular;
mod never_proven;
mod personal_account;
#[path = "2fa_single.rs"]
mod second_factor_single;
mod single_holder;
mod slow_break_glass;

pub(super) use break_glass_undrilled::BREAK_GLASS_UNDRILLED;
pub(super) use circular::CIRCULAR;
pub(super) use never_proven::NEVER_PROVEN;
pub(super) use personal_account::PERSONAL_ACCOUNT;
pub(super) use second_factor_single::SECOND_FACTOR_SINGLE;
pub(super) use single_holder::SINGLE_HOLDER;
pub(super) use slow_break_glass::SLOW_BREAK_GLASS;
