//! The files of a project, read.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::ignored::Ignored;
use super::read::{self, Text};
use super::report;
use super::tree::{Refusal, Target, Tree};
use super::walk::{ReadRequest, walk};
use crate::diagnostic::{Diagnostic, Outcome};
use crate::source::{AssetRef, Source, SourcePath};

/// The root folder of a project, as it is on disk or as it was at a commit. What it holds is read anew at each call.
pub struct Folder {
    path: PathBuf,
    tree: Box<dyn Tree>,
}

/// The files of some folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Texts, decoded, by path.
    pub texts: Vec<(SourcePath, Arc<str>)>,
    /// Everything else, by path; and texts that are too long.
    pub assets: Vec<AssetRef>,
}

impl Folder {
    /// The folder whose files are those of a tree.
    pub(in crate::io) fn new(path: PathBuf, tree: Box<dyn Tree>) -> Self {
        Self { path, tree }
    }

    /// Returns the canonical path of the root on disk, whether its files are read there or from a commit.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the bytes of a file of at most so many; nothing when there is none, or it is longer or cannot be read.
    #[must_use]
    pub fn read(&self, path: &SourcePath, most: u64) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        self.tree.open(path.as_str()).ok()?.bytes.take(most + 1).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 <= most).then_some(bytes)
    }

    /// Whether a folder lies at this path, directly or through links that stay inside.
    #[must_use]
    pub fn has_folder(&self, path: &SourcePath) -> bool {
        matches!(self.tree.resolve(path), Ok(Target::Folder(_)))
    }

    /// Reads one text file.
    ///
    /// Nothing when there is none, or when it is hidden, ignored or git's own: those are as if they were not there. Nothing
    /// and a diagnostic when it may not or cannot be read.
    #[must_use]
    pub fn read_text(&self, path: &SourcePath) -> Outcome<Option<Arc<str>>> {
        let mut ignored = Ignored::new(&*self.tree);
        let (value, problem) = match self.tree.resolve(path) {
            Err(Refusal::Dangling) | Ok(Target::Folder(_)) => (None, None),
            Err(refusal) => (None, Some(report::refused(path, &refusal))),
            Ok(Target::File(real)) if path.is_hidden() || ignored.hides_deep(&real, false) => (None, None),
            Ok(Target::File(real)) => match read::text(&*self.tree, path, &real) {
                Ok(Text::Read(text, problem)) => (Some(text), problem),
                Ok(Text::TooLarge(_, problem)) => (None, Some(problem)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => (None, None),
                Err(error) => (None, Some(report::unreadable(path, &error))),
            },
        };
        let mut diagnostics = ignored.diagnostics;
        diagnostics.extend(problem);
        Outcome { value, diagnostics }
    }

    /// Reads the files of some folders; texts in parallel.
    #[must_use]
    pub fn list(&self, request: &ReadRequest<'_>) -> Outcome<Listing> {
        let Outcome { value: found, mut diagnostics } = walk(&*self.tree, request);
        let pieces: Vec<_> = found
            .into_par_iter()
            .map(|(shown, real)| {
                let piece =
                    if (request.is_text)(&shown) { self.text(&shown, &real) } else { self.asset(&shown, &real) };
                // What is gone since the walk was never here.
                piece.unwrap_or_else(|error| match error.kind() {
                    io::ErrorKind::NotFound => (Piece::Nothing, None),
                    _ => (Piece::Nothing, Some(report::unreadable(&shown, &error))),
                })
            })
            .collect();
        let mut listing = Listing::default();
        for (piece, problem) in pieces {
            match piece {
                Piece::Text(path, text) => listing.texts.push((path, text)),
                Piece::Asset(asset) => listing.assets.push(asset),
                Piece::Nothing => {}
            }
            diagnostics.extend(problem);
        }
        Outcome { value: listing, diagnostics }
    }

    fn text(&self, shown: &SourcePath, real: &SourcePath) -> io::Result<(Piece, Option<Diagnostic>)> {
        Ok(match read::text(&*self.tree, shown, real)? {
            Text::Read(text, problem) => (Piece::Text(shown.clone(), text), problem),
            Text::TooLarge(length, problem) => (Piece::Asset(AssetRef { path: shown.clone(), length }), Some(problem)),
        })
    }

    fn asset(&self, shown: &SourcePath, real: &SourcePath) -> io::Result<(Piece, Option<Diagnostic>)> {
        let length = self.tree.length(real)?;
        Ok((Piece::Asset(AssetRef { path: shown.clone(), length }), None))
    }
}

enum Piece {
    Text(SourcePath, Arc<str>),
    Asset(AssetRef),
    Nothing,
}

impl Source for Folder {
    fn open(&self, asset: &AssetRef) -> io::Result<Box<dyn Read + '_>> {
        let direct = match self.tree.open(asset.path.as_str()) {
            Ok(file) => return Ok(file.bytes),
            Err(error) => error,
        };
        // Some part of the path may be a link: it is followed as it was when the asset was listed, by the same rules.
        match self.tree.resolve(&asset.path) {
            Ok(Target::File(real)) if real != asset.path => {
                if Ignored::new(&*self.tree).hides_deep(&real, false) {
                    return Err(io::Error::other("it is a link to a file that is hidden or ignored"));
                }
                Ok(self.tree.open(real.as_str())?.bytes)
            }
            Err(Refusal::Outside) => Err(io::Error::other("it is a link that leads out of the project")),
            _ => Err(direct),
        }
    }
}

#[cfg(test)]
mod tests;
