//! Third parties: whether we could leave them, and whether they are as free as is said.

mod charter;
mod exception_expired;
mod exit_untested;
mod freedom_contradicted;
mod no_exit;

pub(super) use charter::CHARTER;
pub(super) use exception_expired::EXCEPTION_EXPIRED;
pub(super) use exit_untested::EXIT_UNTESTED;
pub(super) use freedom_contradicted::FREEDOM_CONTRADICTED;
pub(super) use no_exit::NO_EXIT;
