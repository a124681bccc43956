//! What one run leaves for the next, in the user's folder of caches. Losing it costs time and nothing else, so nothing here
//! fails: what cannot be read is not there, and what cannot be written is painted again next time.
#![expect(clippy::disallowed_methods, reason = "this is the door to the caches")]

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// Caches above this are not read: something else lies there.
const LARGEST: u64 = 512 << 20;

/// The length of a checksum in hexadecimal digits.
const CHECKSUM_LENGTH: usize = 64;

/// A file of a project in a folder of caches.
#[derive(Clone, Debug)]
pub struct Cache {
    file: PathBuf,
}

impl Cache {
    /// Names the cache of a project, by the path of its root: what projects leave never mixes.
    #[must_use]
    pub fn of(folder: &Path, name: &str, root: &Path) -> Self {
        let hash = blake3::hash(root.as_os_str().as_encoded_bytes()).to_hex();
        Self { file: folder.join(format!("{name}-{}", &hash.as_str()[..16])) }
    }

    /// Returns what the last run left; nothing when there is nothing to be read.
    #[must_use]
    pub fn read(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let file = File::open(&self.file).and_then(|file| Ok((file.metadata()?, file)));
        match file {
            Ok((metadata, file)) if metadata.is_file() => {
                let read = file.take(LARGEST).read_to_end(&mut bytes);
                if read.is_ok() { bytes } else { Vec::new() }
            }
            _ => bytes,
        }
    }

    /// Returns what the last run left with [`keep`](Self::keep), if it is as it was left.
    #[must_use]
    pub fn recall(&self) -> Option<Vec<u8>> {
        let bytes = self.read();
        let (checksum, kept) = bytes.split_at_checked(CHECKSUM_LENGTH)?;
        (blake3::hash(kept).to_hex().as_bytes() == checksum).then(|| kept.to_vec())
    }

    /// Leaves bytes for the next run, so that damage to them is seen.
    pub fn keep(&self, bytes: &[u8]) {
        self.write(&[blake3::hash(bytes).to_hex().as_bytes(), bytes].concat());
    }

    /// Leaves bytes for the next run: all of them or none.
    pub fn write(&self, bytes: &[u8]) {
        // Two builds at once must not write into one file.
        let new = self.file.with_extension(format!("new-{}", std::process::id()));
        let folder = self.file.parent().unwrap_or(Path::new("."));
        let written = fs::create_dir_all(folder)
            .and_then(|()| File::create(&new)?.write_all(bytes))
            .and_then(|()| fs::rename(&new, &self.file));
        if written.is_err() {
            let _ = fs::remove_file(&new);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_reads_what_it_wrote_and_nothing_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let of = |root: &str| Cache::of(&folder.path().join("caches"), "highlight", Path::new(root));
        assert_eq!(of("/a").read(), b"");
        of("/a").write(b"painted");
        assert_eq!((of("/a").read().as_slice(), of("/b").read().as_slice()), (&b"painted"[..], &b""[..]));
        assert_eq!(fs::read_dir(folder.path().join("caches")).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_no_fault() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("caches"), "a file").unwrap();
        let cache = Cache::of(&folder.path().join("caches"), "highlight", Path::new("/a"));
        cache.write(b"painted");
        assert_eq!(cache.read(), b"");
    }
}
