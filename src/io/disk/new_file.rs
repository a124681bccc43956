//! Writing a source file that must not be there yet: what `init` does.
#![expect(clippy::disallowed_methods, reason = "this is the door to the disk")]

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Whether anything lies at a path, a dangling link included.
#[must_use]
pub fn is_taken(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Writes a file that does not exist yet, and the folders above it.
///
/// # Errors
/// When something lies there already, or the disk refuses.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b.md");
        assert!(!is_taken(&path));
        write_new(&path, b"mine").unwrap();
        assert!(is_taken(&path));
        assert_eq!(write_new(&path, b"yours").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"mine");
    }
}
