//! For whom something is made.

use crate::scalar::Audience;

/// An audience.
#[derive(Clone, Copy, clap::ValueEnum)]
pub(super) enum Readers {
    /// Everybody.
    Public,
    /// The members of the organisation.
    Members,
    /// Those who run things: all there is.
    Admins,
}

impl From<Readers> for Audience {
    fn from(readers: Readers) -> Self {
        match readers {
            Readers::Public => Self::Public,
            Readers::Members => Self::Members,
            Readers::Admins => Self::Admins,
        }
    }
}
