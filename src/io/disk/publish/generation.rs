//! A generation: the folder beside the output in which a site is written whole before anybody sees it.
#![expect(clippy::disallowed_methods, reason = "this is the door")]

use std::collections::HashSet;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

use super::PublishError;
use super::output::Output;
use crate::bundle::{FileDigest, MARKER, Stamp};

/// How much is read at once. Most pages fit.
const CHUNK: usize = 32 << 10;

/// What the names of generations add to that of the output.
const SUFFIX: &str = ".releve-new-";

/// A folder that is removed when it is dropped.
pub(super) struct Generation {
    path: PathBuf,
    /// The metadata of a file just written: what the mask of this process makes of our modes.
    fresh: fs::Metadata,
    /// The folders made so far, by address.
    folders: Mutex<HashSet<String>>,
    removed: bool,
}

/// Which side of a transfer failed.
pub(super) enum TransferError {
    /// The file that is read.
    Read(io::Error),
    /// The file that is written.
    Write(io::Error),
}

impl Generation {
    /// Makes an empty generation beside the output, marked as ours and as the build that it is.
    pub(super) fn create(output: &Output, stamp: &Stamp) -> Result<Self, PublishError> {
        let mut number = 0;
        let path = loop {
            let path = output.beside(&format!("{SUFFIX}{}-{number}", std::process::id()));
            match folder_builder().create(&path) {
                Ok(()) => break path,
                // Not ours to remove, or it would be gone by now.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 100 => number += 1,
                Err(error) => return Err(PublishError::io("make the folder", &path, error)),
            }
        };
        let marker = path.join(MARKER);
        let fresh = create_file(&marker).and_then(|mut file| {
            file.write_all(stamp.marker().as_bytes())?;
            file.metadata()
        });
        match fresh {
            Ok(fresh) => Ok(Self { path, fresh, folders: Mutex::default(), removed: false }),
            Err(error) => {
                let _ = fs::remove_dir_all(&path);
                Err(PublishError::io("write", &marker, error))
            }
        }
    }

    /// Says anew which build it is.
    pub(super) fn mark(&self, stamp: &Stamp) -> Result<(), PublishError> {
        let marker = self.path.join(MARKER);
        let written = OpenOptions::new().write(true).truncate(true).open(&marker);
        let written = written.and_then(|mut file| file.write_all(stamp.marker().as_bytes()));
        written.map_err(|source| PublishError::io("write", &marker, source))
    }

    /// Removes what killed builds have left beside the output. Call it under the lock.
    pub(super) fn remove_leftovers(output: &Output) -> Result<(), PublishError> {
        let fault = |source| PublishError::io("read", &output.parent, source);
        let prefix = output.beside(SUFFIX);
        let prefix = prefix.file_name().unwrap_or_default().as_encoded_bytes();
        for entry in fs::read_dir(&output.parent).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            let name = entry.file_name();
            let number = name.as_encoded_bytes().strip_prefix(prefix);
            let is_ours = number.is_some_and(|number| number.iter().all(|byte| byte.is_ascii_digit() || *byte == b'-'));
            if is_ours && entry.file_type().map_err(fault)?.is_dir() {
                let path = entry.path();
                fs::remove_dir_all(&path).map_err(|source| PublishError::io("remove", &path, source))?;
            }
        }
        Ok(())
    }

    /// Returns where it lies.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a file.
    pub(super) fn write(&self, address: &str, from: impl Read) -> Result<FileDigest, TransferError> {
        let to = self.place(address).map_err(TransferError::Write)?;
        let mut file = create_file(&to).map_err(TransferError::Write)?;
        pour(from, |chunk| file.write_all(chunk))
    }

    /// Gives an old file a second name in this generation.
    pub(super) fn link(&self, address: &str, old: &Path) -> io::Result<()> {
        fs::hard_link(old, self.place(address)?)
    }

    /// Whether an old file has the mode that we would give it.
    pub(super) fn has_our_mode(&self, old: &fs::Metadata) -> bool {
        old.permissions() == self.fresh.permissions()
    }

    /// Removes it, and all that is in it.
    pub(super) fn remove(&mut self) -> io::Result<()> {
        self.removed = true;
        // The standard library opens folder after folder beneath a handle and follows no link.
        fs::remove_dir_all(&self.path)
    }

    /// Returns the path of a file, with its folders made.
    fn place(&self, address: &str) -> io::Result<PathBuf> {
        if let Some((folder, _)) = address.rsplit_once('/') {
            let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
            if !folders.contains(folder) {
                folder_builder().recursive(true).create(self.path.join(folder))?;
                folders.insert(folder.to_owned());
            }
        }
        Ok(self.path.join(address))
    }
}

impl Drop for Generation {
    fn drop(&mut self) {
        if !self.removed {
            // What stays is removed by the next build.
            let _ = self.remove();
        }
    }
}

/// Compares a file with new bytes of the same length; returns their digest when they are equal.
pub(super) fn compare(mut old: File, mut new: impl Read) -> io::Result<Option<FileDigest>> {
    let mut hash = Sha256::new();
    let mut length = 0;
    let (mut ours, mut theirs) = ([0; CHUNK], [0; CHUNK]);
    loop {
        let count = fill(&mut new, &mut ours)?;
        let old_count = fill(&mut old, &mut theirs)?;
        if ours[..count] != theirs[..old_count] {
            return Ok(None);
        }
        hash.update(&ours[..count]);
        length += count as u64;
        if count < CHUNK {
            return Ok(Some(FileDigest { length, sha256: hash.finalize().into() }));
        }
    }
}

/// Returns what tells a file from any other; nothing when it cannot be read.
pub(super) fn digest(file: File) -> Option<FileDigest> {
    pour(file, |_| Ok(())).ok()
}

/// Reads to the end and hands on what is read; returns what tells it from any other.
fn pour(mut from: impl Read, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> Result<FileDigest, TransferError> {
    let mut hash = Sha256::new();
    let mut length = 0;
    let mut chunk = [0; CHUNK];
    loop {
        let count = fill(&mut from, &mut chunk).map_err(TransferError::Read)?;
        take(&chunk[..count]).map_err(TransferError::Write)?;
        hash.update(&chunk[..count]);
        length += count as u64;
        if count < CHUNK {
            return Ok(FileDigest { length, sha256: hash.finalize().into() });
        }
    }
}

/// Reads until the chunk is full or the file ends.
fn fill(from: &mut impl Read, chunk: &mut [u8]) -> io::Result<usize> {
    let mut count = 0;
    while count < chunk.len() {
        match from.read(&mut chunk[count..]) {
            Ok(0) => break,
            Ok(more) => count += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(count)
}

fn create_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o644);
    options.open(path)
}

fn folder_builder() -> DirBuilder {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "modes are Unix'"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o755);
    builder
}
