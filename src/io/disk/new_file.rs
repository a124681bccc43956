//! Writing a source file that must not be there yet, which is what `init` and `record` do; and one that is ours, which may be.
#![expect(clippy::disallowed_methods, reason = "this is the door to the disk")]

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::source::SourcePath;

/// Whether anything lies at a path, a dangling link included.
#[must_use]
pub fn is_taken(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Returns what would keep a file from being written below a folder, and nowhere else: something on the way that is no folder, or a link
/// below it. The folder itself may be one, and need not exist.
#[must_use]
pub fn in_the_way(root: &Path, path: &Path) -> Option<PathBuf> {
    let above = root.ancestors().find(|folder| is_taken(folder)).filter(|folder| !folder.is_dir());
    let mut below = path.ancestors().skip(1).take_while(|folder| *folder != root);
    let is_folder = |folder: &Path| fs::symlink_metadata(folder).is_ok_and(|metadata| metadata.is_dir());
    above.or_else(|| below.find(|folder| is_taken(folder) && !is_folder(folder))).map(Path::to_path_buf)
}

/// Returns the text of a file that people keep short; nothing where there is none.
#[must_use]
pub fn short_text(path: &Path) -> Option<String> {
    const LONGEST: u64 = 1 << 20;
    let metadata = fs::metadata(path).ok()?;
    if metadata.is_file() && metadata.len() <= LONGEST { fs::read_to_string(path).ok() } else { None }
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

/// Writes a file whose name is ours, in the place of an earlier one: whole or not at all.
///
/// # Errors
/// When the disk refuses.
pub fn write_over(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let fresh = path.with_added_extension("new");
    if is_taken(&fresh) {
        fs::remove_file(&fresh)?;
    }
    write_new(&fresh, bytes)?;
    fs::rename(&fresh, path)
}

/// Writes a file that does not exist yet below a folder, and nowhere else, whatever links lie on the way.
///
/// # Errors
/// When a folder on the way is a link that leads out, something lies there already, or the disk refuses.
pub fn write_new_below(root: &Path, path: &SourcePath, bytes: &[u8]) -> io::Result<()> {
    let root = root.canonicalize()?;
    let place = root.join(path.as_str());
    let existing = place.ancestors().skip(1).find(|folder| is_taken(folder)).unwrap_or(&root);
    if !existing.canonicalize()?.starts_with(&root) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "a link on the way leads out of the project"));
    }
    write_new(&place, bytes)
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

    #[test]
    fn a_file_that_is_ours_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/releve.json");
        write_over(&path, b"was").unwrap();
        write_over(&path, b"is").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"is");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    #[cfg(unix)]
    fn a_link_on_the_way_leads_nowhere_outside() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("root");
        fs::create_dir_all(root.join("real")).unwrap();
        fs::create_dir(folder.path().join("elsewhere")).unwrap();
        std::os::unix::fs::symlink("../elsewhere", root.join("out")).unwrap();
        std::os::unix::fs::symlink("real", root.join("in")).unwrap();
        let write = |path: &str| write_new_below(&root, &SourcePath::new(path).unwrap(), b"x");
        assert!(write("out/a.yaml").is_err() && write("out/b/a.yaml").is_err());
        assert_eq!(fs::read_dir(folder.path().join("elsewhere")).unwrap().count(), 0);
        write("in/a.yaml").unwrap();
        write("new/folder/a.yaml").unwrap();
        assert!(root.join("real/a.yaml").exists() && root.join("new/folder/a.yaml").exists());
    }
}
