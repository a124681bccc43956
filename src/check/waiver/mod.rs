//! Exceptions that somebody accepted: none for ever, none without a reason, none that nobody needs.

mod expired;
mod too_long;
mod unused;

pub(super) use expired::EXPIRED;
pub(super) use too_long::TOO_LONG;
pub(super) use unused::UNUSED;
