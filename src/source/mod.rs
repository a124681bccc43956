//! What was read: the files of a project at one moment.
//!
//! A [`Snapshot`] comes from a folder or from a git revision; nothing below `io` can tell which.

mod decode;
mod path;
mod positions;
mod span;

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::Arc;

pub use decode::{Encoding, clean, decode};
pub use path::{PathError, SourcePath};
pub use positions::{DEEPEST, LONGEST, Positions, SyntaxFault, YamlFault, YamlFaultKind};
pub use span::{LineColumn, Span, line_column};

/// Names a text file of one [`Snapshot`]; meaningless in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A text file, decoded (see [`decode()`]).
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its name in the snapshot.
    pub id: FileId,
    /// Where it lies below the root.
    pub path: SourcePath,
    /// Its text: LF line ends, no byte order mark, no control characters but tab and newline.
    pub text: Arc<str>,
}

/// A file whose bytes are only copied: known by name and length, read when it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetRef {
    /// Where it lies below the root.
    pub path: SourcePath,
    /// Its length in bytes when it was seen.
    pub length: u64,
}

/// Opens the bytes of an asset: a folder or a git revision.
pub trait Source: Sync {
    /// Opens an asset for reading.
    ///
    /// # Errors
    /// When the file is gone, has become a link out of the root, or cannot be read.
    fn open(&self, asset: &AssetRef) -> std::io::Result<Box<dyn Read + '_>>;
}

/// A place in the text of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The bytes in it.
    pub span: Span,
}

/// All files of a project at one moment: texts whole, assets by name.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// Sorted by path, so that equal contents give equal ids whatever the order of reading.
    files: Vec<SourceFile>,
    assets: BTreeMap<SourcePath, AssetRef>,
}

impl Snapshot {
    /// Makes a snapshot; the order in which files are given does not matter. Of two texts with one path the last is kept.
    #[must_use]
    pub fn new(
        texts: impl IntoIterator<Item = (SourcePath, Arc<str>)>,
        assets: impl IntoIterator<Item = AssetRef>,
    ) -> Self {
        let texts: BTreeMap<_, _> = texts.into_iter().collect();
        let files = (0..).zip(texts).map(|(id, (path, text))| SourceFile { id: FileId(id), path, text }).collect();
        Self { files, assets: assets.into_iter().map(|asset| (asset.path.clone(), asset)).collect() }
    }

    /// Returns a file by its name in this snapshot.
    ///
    /// # Panics
    /// When the id was made by another, larger snapshot.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Replaces the text of a file; its name stays.
    pub fn replace(&mut self, id: FileId, text: Arc<str>) {
        if let Some(file) = self.files.get_mut(id.0 as usize) {
            file.text = text;
        }
    }

    /// Returns a text file by its path.
    #[must_use]
    pub fn get(&self, path: &SourcePath) -> Option<&SourceFile> {
        let index = self.files.binary_search_by(|file| file.path.cmp(path)).ok()?;
        Some(&self.files[index])
    }

    /// Returns all text files, by path.
    #[must_use]
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// Returns the text files below a folder, by path.
    pub fn files_below(&self, folder: &SourcePath) -> impl Iterator<Item = &SourceFile> {
        self.files.iter().filter(move |file| file.path.below(folder).is_some())
    }

    /// Returns the asset at a path.
    #[must_use]
    pub fn asset(&self, path: &SourcePath) -> Option<&AssetRef> {
        self.assets.get(path)
    }

    /// Returns all assets, by path.
    pub fn assets(&self) -> impl Iterator<Item = &AssetRef> {
        self.assets.values()
    }

    /// Whether a text or an asset lies at this path.
    #[must_use]
    pub fn contains(&self, path: &SourcePath) -> bool {
        self.get(path).is_some() || self.assets.contains_key(path)
    }

    /// Returns the line and column of the start of a place.
    #[must_use]
    pub fn line_column(&self, place: Place) -> LineColumn {
        line_column(&self.file(place.file).text, place.span.start)
    }

    /// Reads a whole project from one text: each file starts with a line `-- path --`. The format is that of Go's `txtar`,
    /// and serves tests, where no temporary folder is wanted.
    ///
    /// # Panics
    /// When a marker names a path that is not a [`SourcePath`]: the archive is part of a test.
    #[must_use]
    pub fn from_archive(archive: &str) -> Self {
        let mut texts: Vec<(SourcePath, String)> = Vec::new();
        for line in archive.split_inclusive('\n') {
            let marker = line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --"));
            match (marker, texts.last_mut()) {
                (Some(path), _) => {
                    #[expect(clippy::expect_used, reason = "archives are written by tests")]
                    let path = SourcePath::new(path).expect("an archive names paths below the root");
                    texts.push((path, String::new()));
                }
                (None, Some((_, text))) => text.push_str(line),
                (None, None) => {}
            }
        }
        Self::new(texts.into_iter().map(|(path, text)| (path, text.into())), [])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_becomes_files_in_path_order() {
        let snapshot = Snapshot::from_archive("-- b.md --\nB\n-- a.md --\nA\nA\n");
        let files: Vec<_> = snapshot.files().iter().map(|file| (file.path.as_str(), &*file.text)).collect();
        assert_eq!(files, [("a.md", "A\nA\n"), ("b.md", "B\n")]);
    }
}
