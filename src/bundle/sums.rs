//! `SHA256SUMS`, read back: what a copy of a site should hold.

use std::collections::{BTreeMap, BTreeSet};

use super::SitePath;

/// The files that a site lists, and what each should hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// The SHA-256 of each file, by address.
    pub files: BTreeMap<SitePath, [u8; 32]>,
    /// The numbers of lines that list nothing: the list itself is damaged there, or was made by somebody else.
    pub damaged: Vec<usize>,
}

impl Sums {
    /// Reads what `sha256sum` writes, in text or binary mode (GNU coreutils: two spaces, or a space and an asterisk).
    ///
    /// An address that climbs, or stands there twice, is damage, and so is a list of nothing.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut sums = Self::default();
        for (index, line) in text.lines().enumerate() {
            match listed(line) {
                Some((path, sha256)) if !sums.files.contains_key(&path) => _ = sums.files.insert(path, sha256),
                _ => sums.damaged.push(index + 1),
            }
        }
        // No site is without files: a list that names none has lost them.
        if sums.files.is_empty() && sums.damaged.is_empty() {
            sums.damaged.push(1);
        }
        sums
    }

    /// Returns the folders in which files are listed, the top one as the empty text.
    #[must_use]
    pub fn folders(&self) -> BTreeSet<&str> {
        let mut folders = BTreeSet::from([""]);
        for path in self.files.keys() {
            let path = path.as_str();
            for (at, _) in path.rmatch_indices('/') {
                if !folders.insert(&path[..at]) {
                    break;
                }
            }
        }
        folders
    }
}

/// A line of the list.
fn listed(line: &str) -> Option<(SitePath, [u8; 32])> {
    let (digits, rest) = line.split_at_checked(64)?;
    let path = rest.strip_prefix("  ").or_else(|| rest.strip_prefix(" *"))?;
    let mut sha256 = [0; 32];
    for (byte, pair) in sha256.iter_mut().zip(digits.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some((SitePath::new(path)?, sha256))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{FileDigest, Manifest};

    fn path(text: &str) -> SitePath {
        SitePath::new(text).unwrap()
    }

    #[test]
    fn what_a_manifest_writes_is_read() {
        let (one, other) = (FileDigest::of(b"1"), FileDigest::of(b"2"));
        let manifest = Manifest { files: [(path("a b/c.html"), one), (path("d"), other)].into() };
        let sums = Sums::read(&manifest.sums());
        assert_eq!(sums.files, [(path("a b/c.html"), one.sha256), (path("d"), other.sha256)].into());
        assert_eq!(sums.damaged, [0; 0]);
    }

    #[test]
    fn what_lists_nothing_is_told_by_its_line() {
        let digits = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let (upper, short) = (digits.to_uppercase(), &digits[1..]);
        let text = format!(
            "{digits}  a\n{digits} *b\n{upper}  c\n\n{short}  d\n{digits}  ../e\n{digits}  a\nx{short}  f\n{digits}\n"
        );
        let sums = Sums::read(&text);
        assert_eq!(sums.files.keys().map(SitePath::as_str).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(sums.damaged, [4, 5, 6, 7, 8, 9]);
    }

    #[test]
    fn a_list_of_nothing_is_damaged() {
        assert_eq!(Sums::read("").damaged, [1]);
        assert_eq!(Sums::read("\n\n").damaged, [1, 2]);
    }

    #[test]
    fn folders_are_those_on_the_way_to_a_file() {
        let digits = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let sums = Sums::read(&format!("{digits}  a/b/c\n{digits}  a/d\n{digits}  e\n"));
        assert_eq!(sums.folders().into_iter().collect::<Vec<_>>(), ["", "a", "a/b"]);
    }
}
