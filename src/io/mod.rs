//! The doors: the only modules that touch disk, repository, clock and network.

pub mod cache;
pub mod copy;
pub mod disk;
pub mod files;
pub mod git;
#[cfg(feature = "serve")]
pub mod server;
pub mod watch;
pub mod world;
