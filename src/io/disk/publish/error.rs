//! Why a site is not published.

use std::io;
use std::path::{Path, PathBuf};

use super::output::Refusal;
use crate::bundle::SitePath;

/// Why a site could not be published. The old one is as it was, but for a fault while files were replaced one by one.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The output folder may hold somebody's data.
    #[error("`{path}` is not published to: {reason}")]
    Refused {
        /// The output folder.
        path: PathBuf,
        /// Why.
        reason: Refusal,
    },
    /// The lock is held.
    #[error("another build is publishing to `{path}`: wait until it has ended")]
    Busy {
        /// The output folder.
        path: PathBuf,
    },
    /// Two files have one address, or two that differ in case only: a defect of this program.
    #[error("two files of the site have the address `{path}`: this is a defect of releve")]
    Collision {
        /// The address.
        path: SitePath,
    },
    /// The world failed.
    #[error("cannot {action} `{path}`")]
    Io {
        /// What was being done.
        action: &'static str,
        /// To what.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl PublishError {
    pub(super) fn io(action: &'static str, path: &Path, source: io::Error) -> Self {
        Self::Io { action, path: path.to_owned(), source }
    }
}
