//! Links that lead nowhere.

mod internal_dead;
mod outside;
mod scheme;

pub(super) use internal_dead::INTERNAL_DEAD;
pub(super) use outside::OUTSIDE;
pub(super) use scheme::SCHEME;
