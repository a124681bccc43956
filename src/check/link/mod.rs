//! Links that lead nowhere, or where nobody can go in an emergency.

mod external_critical;
mod internal_dead;
mod outside;
mod scheme;

pub(super) use external_critical::EXTERNAL_CRITICAL;
pub(super) use internal_dead::INTERNAL_DEAD;
pub(super) use outside::OUTSIDE;
pub(super) use scheme::SCHEME;
