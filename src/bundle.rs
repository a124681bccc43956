//! What a build makes: finished files with addresses, handed one by one to a [`Sink`].

mod stamp;
mod sums;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

use crate::source::AssetRef;

pub use stamp::{MARKER, Stamp};
pub use sums::Sums;

/// The address of a finished file below the output folder: `/`-separated, relative, never climbing.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(String);

impl SitePath {
    /// Makes an address of parts that are already safe.
    ///
    /// Returns nothing when a part is empty, `.`, `..`, or holds a slash, a back-slash, a control character, or one of the
    /// characters that FAT, exFAT or Windows refuse (`:?*"<>|`).
    #[must_use]
    pub fn new(path: &str) -> Option<Self> {
        let sound = |part: &str| {
            !matches!(part, "" | "." | "..")
                && !part.contains(|character: char| character.is_control() || r#"\:?*"<>|"#.contains(character))
        };
        path.split('/').all(sound).then(|| Self(path.to_owned()))
    }

    /// Returns the address below the output folder.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns how a file at `from` refers to this one: relative, so that it works from `file://` and below any URL.
    #[must_use]
    pub fn relative_to(&self, from: &Self) -> String {
        let mut own = self.0.split('/').peekable();
        let mut base = from.0.split('/').peekable();
        while own.peek().is_some() && own.peek() == base.peek() {
            // The last part is the file: it is never shared as a folder.
            let (mut own_ahead, mut base_ahead) = (own.clone(), base.clone());
            own_ahead.next();
            base_ahead.next();
            if own_ahead.peek().is_none() || base_ahead.peek().is_none() {
                break;
            }
            own.next();
            base.next();
        }
        let ups = base.count().saturating_sub(1);
        let rest: Vec<&str> = own.collect();
        "../".repeat(ups) + &rest.join("/")
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for SitePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", self.0)
    }
}

/// Takes finished files, from several threads at once.
///
/// A sink that meets a fault of the world (a full disk) remembers the first one, ignores what follows, and says so when it is
/// closed: making pages cannot fail, keeping them can.
pub trait Sink: Sync {
    /// Takes a file made by the tool. Each address is given once.
    fn put(&self, path: &SitePath, bytes: Vec<u8>);

    /// Takes a file that is copied as it is.
    fn copy(&self, path: &SitePath, asset: &AssetRef);
}

/// The name of the file that lists every file of a site, in the format of `sha256sum`.
pub const SUMS: &str = "SHA256SUMS";

/// What tells a finished file from any other: its length and its SHA-256.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct FileDigest {
    /// Length in bytes.
    pub length: u64,
    /// SHA-256 of the bytes (FIPS 180-4).
    pub sha256: [u8; 32],
}

impl FileDigest {
    /// Returns the digest of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self { length: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
    }

    /// Returns the SHA-256 in hexadecimal.
    #[must_use]
    pub fn hex(&self) -> String {
        self.sha256.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl fmt::Debug for FileDigest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.length, self.hex())
    }
}

/// The files of a finished site, by address: all but the list itself and the marker of the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// What tells each file from any other.
    pub files: BTreeMap<SitePath, FileDigest>,
}

impl Manifest {
    /// Returns the text of `SHA256SUMS`: what `sha256sum -c` reads. No address holds a back-slash or a line end, so none has
    /// to be escaped.
    #[must_use]
    pub fn sums(&self) -> String {
        self.files.iter().map(|(path, digest)| format!("{}  {path}\n", digest.hex())).collect()
    }
}

/// The sink that keeps everything: for tests, and for looking at a site without writing it.
#[derive(Debug, Default)]
pub struct Bundle {
    files: Mutex<BTreeMap<SitePath, Vec<u8>>>,
    copies: Mutex<BTreeMap<SitePath, AssetRef>>,
}

impl Bundle {
    /// Returns the files made, by address.
    #[must_use]
    pub fn into_files(self) -> BTreeMap<SitePath, Vec<u8>> {
        self.files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns what a published site would list of the files made; files to be copied are not read here, so they are left out.
    #[must_use]
    pub fn manifest(&self) -> Manifest {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        Manifest { files: files.iter().map(|(path, bytes)| (path.clone(), FileDigest::of(bytes))).collect() }
    }

    /// Returns the files to be copied, by address.
    #[must_use]
    pub fn copies(&self) -> BTreeMap<SitePath, AssetRef> {
        self.copies.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Sink for Bundle {
    fn put(&self, path: &SitePath, bytes: Vec<u8>) {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone(), bytes);
    }

    fn copy(&self, path: &SitePath, asset: &AssetRef) {
        self.copies.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone(), asset.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_relative() {
        let path = |text: &str| SitePath::new(text).unwrap();
        let cases = [
            ("index.html", "a/b.html", "../index.html"),
            ("a/c.html", "a/b.html", "c.html"),
            ("a/b.html", "a/b.html", "b.html"),
            ("a/b/c.html", "a/x.html", "b/c.html"),
            ("a.html", "a/x.html", "../a.html"),
            ("a/x.html", "a.html", "a/x.html"),
        ];
        for (to, from, expected) in cases {
            assert_eq!(path(to).relative_to(&path(from)), expected, "{from} → {to}");
        }
    }

    #[test]
    fn sums_are_listed_in_the_order_of_addresses() {
        let bundle = Bundle::default();
        bundle.put(&SitePath::new("b").unwrap(), Vec::new());
        bundle.put(&SitePath::new("a/c").unwrap(), b"abc".to_vec());
        assert_eq!(
            bundle.manifest().sums(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a/c\n\
             e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b\n"
        );
    }

    #[test]
    fn an_address_never_climbs() {
        for refused in ["", "/a", "a//b", "../a", "a/..", "a\\b", "a:b", "a\nb"] {
            assert_eq!(SitePath::new(refused), None, "{refused:?}");
        }
    }
}
