//! Money: what ends when nobody pays, and how long it can be paid.

mod card_expiring;
mod renewal_due;
mod runway;
mod share_over_100;
mod single_payer;

pub(super) use card_expiring::CARD_EXPIRING;
pub(super) use renewal_due::RENEWAL_DUE;
pub(super) use runway::RUNWAY;
pub(super) use share_over_100::SHARE_OVER_100;
pub(super) use single_payer::SINGLE_PAYER;
