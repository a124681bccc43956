//! A folder held open, and files opened beneath it.
//!
//! A path is checked and opened in one step: a check by name, followed by an opening by name, can be fooled by whoever swaps
//! a file for a link in between.
#![expect(clippy::disallowed_methods, reason = "this is the door")]

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

#[cfg(unix)]
use rustix::fs::{Mode, OFlags, openat};

/// A folder held open.
pub(in crate::io) struct Beneath {
    path: PathBuf,
    #[cfg(unix)]
    handle: File,
}

impl Beneath {
    /// Holds a folder. Its path must be canonical.
    pub(super) fn hold(path: &Path) -> io::Result<Self> {
        Ok(Self {
            path: path.to_owned(),
            #[cfg(unix)]
            handle: File::open(path)?,
        })
    }

    /// Returns where the folder lies.
    pub(in crate::io) fn path(&self) -> &Path {
        &self.path
    }

    /// Opens a regular file below the folder, by its `/`-separated path. Fails when any part of the path is a link, or when it
    /// is no regular file; never waits for the other end of a FIFO.
    pub(super) fn open_file(&self, relative: &str) -> io::Result<File> {
        let file = self.open_anything(relative)?;
        if file.metadata()?.is_file() {
            Ok(file)
        } else {
            Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"))
        }
    }

    #[cfg(unix)]
    fn open_anything(&self, relative: &str) -> io::Result<File> {
        #[cfg(target_os = "linux")]
        {
            use rustix::fs::{ResolveFlags, openat2};
            use rustix::io::Errno;

            let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_MAGICLINKS;
            match openat2(&self.handle, relative, file_flags(), Mode::empty(), resolve) {
                // A kernel before 5.6, or a sandbox that does not know the call.
                Err(Errno::NOSYS | Errno::PERM) => {}
                opened => return Ok(opened?.into()),
            }
        }
        self.open_part_by_part(relative)
    }

    /// Does what `openat2` does in one call, one part of the path after the other.
    #[cfg(unix)]
    fn open_part_by_part(&self, relative: &str) -> io::Result<File> {
        let folder_flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mut folder: Option<File> = None;
        let (folders, name) = relative.rsplit_once('/').map_or((None, relative), |(above, name)| (Some(above), name));
        if relative.split('/').any(|part| part == "..") {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "the path leads out of its folder"));
        }
        for part in folders.iter().flat_map(|folders| folders.split('/')) {
            let inner = openat(folder.as_ref().unwrap_or(&self.handle), part, folder_flags, Mode::empty())?;
            folder = Some(inner.into());
        }
        Ok(openat(folder.as_ref().unwrap_or(&self.handle), name, file_flags(), Mode::empty())?.into())
    }

    /// Where there are no handles to open beneath: resolves the path, then compares it with the root part by part.
    #[cfg(not(unix))]
    fn open_anything(&self, relative: &str) -> io::Result<File> {
        let path = relative.split('/').fold(self.path.clone(), |path, part| path.join(part));
        let real = path.canonicalize()?;
        if real.starts_with(&self.path) {
            File::open(real)
        } else {
            Err(io::Error::new(io::ErrorKind::InvalidInput, "the path leads out of its folder"))
        }
    }
}

#[cfg(unix)]
fn file_flags() -> OFlags {
    OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::io::Read;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_are_refused_in_every_part_of_a_path() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("root");
        fs::create_dir_all(root.join("a/b")).unwrap();
        fs::write(root.join("a/b/c.md"), "c").unwrap();
        fs::write(folder.path().join("secret"), "s").unwrap();
        symlink("b", root.join("a/inner")).unwrap();
        symlink("c.md", root.join("a/b/last.md")).unwrap();
        symlink("../secret", root.join("out")).unwrap();
        let root = Beneath::hold(&root).unwrap();

        type Open = fn(&Beneath, &str) -> io::Result<File>;
        for open in [Beneath::open_anything as Open, Beneath::open_part_by_part as Open] {
            let mut text = String::new();
            open(&root, "a/b/c.md").unwrap().read_to_string(&mut text).unwrap();
            assert_eq!(text, "c");
            for refused in ["a/inner/c.md", "a/b/last.md", "out", "a/missing", "../secret", "a/../../secret"] {
                assert!(open(&root, refused).is_err(), "{refused}");
            }
        }
    }

    #[test]
    fn a_fifo_or_folder_is_no_file_and_does_not_block() {
        let folder = tempfile::tempdir().unwrap();
        let root = Beneath::hold(folder.path()).unwrap();
        rustix::fs::mkfifoat(&root.handle, "pipe", Mode::from_raw_mode(0o644)).unwrap();
        fs::create_dir(folder.path().join("folder")).unwrap();
        assert_eq!(root.open_file("pipe").unwrap_err().kind(), io::ErrorKind::InvalidInput);
        assert_eq!(root.open_file("folder").unwrap_err().kind(), io::ErrorKind::InvalidInput);
    }
}
