//! The files that a report quotes, each indexed once: lines, columns, and the secrets that must not be shown.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::secret::{self, mask_character};
use crate::source::{FileId, LineColumn, Place, Snapshot, SourcePath};

use super::visible::is_hidden;

/// The quoted files of a snapshot.
pub(super) struct Excerpts<'snapshot> {
    snapshot: &'snapshot Snapshot,
    files: BTreeMap<FileId, Excerpt<'snapshot>>,
}

impl<'snapshot> Excerpts<'snapshot> {
    pub(super) fn new(snapshot: &'snapshot Snapshot) -> Self {
        Self { snapshot, files: BTreeMap::new() }
    }

    pub(super) fn file(&mut self, id: FileId) -> &Excerpt<'snapshot> {
        self.files.entry(id).or_insert_with(|| {
            let file = self.snapshot.file(id);
            Excerpt::new(&file.path, &file.text)
        })
    }
}

/// A file, indexed for quoting.
pub(super) struct Excerpt<'text> {
    pub(super) path: &'text SourcePath,
    text: &'text str,
    /// The first byte of each line.
    starts: Vec<usize>,
    secrets: Vec<secret::Finding>,
}

impl<'text> Excerpt<'text> {
    fn new(path: &'text SourcePath, text: &'text str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
        Self { path, text, starts, secrets: secret::find(text) }
    }

    /// Returns the bytes of a place, cut to what the file holds and to character boundaries.
    pub(super) fn range(&self, place: Place) -> Range<usize> {
        let Range { start, end } = place.span.range();
        let start = self.text.floor_char_boundary(start.min(self.text.len()));
        start..self.text.ceil_char_boundary(end.min(self.text.len())).max(start)
    }

    /// Returns the line of a byte, from 0.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// Returns the bytes from the start of a line to the end of another, without its line end.
    pub(super) fn lines(&self, first: usize, last: usize) -> Range<usize> {
        let start = self.starts.get(first).copied().unwrap_or(self.text.len());
        let end = self.starts.get(last + 1).map_or(self.text.len(), |next| next - 1);
        start..end.max(start)
    }

    /// Returns the line and column of a byte; the column counts characters.
    pub(super) fn line_column(&self, offset: usize) -> LineColumn {
        let line = self.line(offset);
        let column = self.text[self.starts[line]..offset].chars().count() + 1;
        LineColumn { line: line + 1, column }
    }

    /// Returns the line and column of a byte, from 1; the column counts UTF-16 code units.
    pub(super) fn line_unit(&self, offset: usize) -> (usize, usize) {
        let line = self.line(offset);
        let column = self.text[self.starts[line]..offset].encode_utf16().count() + 1;
        (line + 1, column)
    }

    /// Returns a piece of the text as it may be shown: secrets masked, hidden characters replaced, one for one, so that lines
    /// and columns stay.
    pub(super) fn shown(&self, range: Range<usize>) -> String {
        let next = self.secrets.partition_point(|secret| secret.span.end <= range.start);
        let mut hidden = self.secrets[next..].iter().map(|secret| secret.hidden(self.text)).peekable();
        let show = |(offset, character): (usize, char)| {
            let offset = range.start + offset;
            while hidden.next_if(|hidden| hidden.end <= offset).is_some() {}
            match character {
                '\n' | '\t' => character,
                _ if is_hidden(character) => char::REPLACEMENT_CHARACTER,
                _ if hidden.peek().is_some_and(|hidden| hidden.contains(&offset)) => mask_character(character),
                _ => character,
            }
        };
        self.text[range.clone()].char_indices().map(show).collect()
    }
}
