//! What a build makes: finished files with addresses, handed one by one to a [`Sink`].

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use crate::source::AssetRef;

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
    fn an_address_never_climbs() {
        for refused in ["", "/a", "a//b", "../a", "a/..", "a\\b", "a:b", "a\nb"] {
            assert_eq!(SitePath::new(refused), None, "{refused:?}");
        }
    }
}
