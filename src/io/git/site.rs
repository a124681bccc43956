//! A site that lies on a branch, read from objects: no checkout, nothing written.

use std::sync::Arc;

use git2::{ErrorCode, ObjectType};

use super::commit_tree::CommitTree;
use super::past::{Past, PastError};
use crate::io::copy::{Copy, CopyError};

/// Why what lies on a branch cannot be looked at.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// There is no such commit, or it cannot be read.
    #[error(transparent)]
    Past(#[from] PastError),
    /// It holds no site.
    #[error(transparent)]
    Copy(#[from] CopyError),
}

impl Past {
    /// Opens the site on a branch of this repository, else on one of a remote as it was last fetched (`origin/pages`).
    ///
    /// # Errors
    /// When there is no such branch, or it holds no site.
    pub fn site(&self, branch: &str) -> Result<Copy, SiteError> {
        let top = self.read(|repository| {
            for folder in ["heads", "remotes"] {
                match repository.find_reference(&format!("refs/{folder}/{branch}")) {
                    Ok(found) => return found.peel(ObjectType::Tree).map(|tree| Some(tree.id())),
                    Err(error) if matches!(error.code(), ErrorCode::NotFound | ErrorCode::InvalidSpec) => {}
                    Err(error) => return Err(error),
                }
            }
            Ok(None)
        });
        let top = top.map_err(PastError::from)?.ok_or_else(|| PastError::Unknown(branch.to_owned()))?;
        let tree = CommitTree::new(Arc::clone(self.pool()), top, Vec::new());
        let mut copy = Copy::of(branch.to_owned(), Box::new(tree))?;
        copy.is_on_branch = true;
        Ok(copy)
    }
}
