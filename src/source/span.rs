//! Where something stands in a text.

use std::ops::Range;

/// A range of bytes in one text.
///
/// Bytes of the *decoded* text of a [`SourceFile`](super::SourceFile), which may differ from the bytes on disk (byte order
/// mark, CRLF, other encodings); lines and columns are the same in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// Returns the span of a byte range. Texts are capped far below 4 GiB, so offsets fit; a longer one saturates.
    #[must_use]
    pub fn new(range: Range<usize>) -> Self {
        Self {
            start: u32::try_from(range.start).unwrap_or(u32::MAX),
            end: u32::try_from(range.end).unwrap_or(u32::MAX),
        }
    }

    /// Returns the byte range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns this span moved by `offset` bytes towards the end.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Self {
        Self::new(self.start as usize + offset..self.end as usize + offset)
    }

    /// Returns the text of this span, cut to what the text holds and to character boundaries.
    #[must_use]
    pub fn text(self, text: &str) -> &str {
        let end = text.floor_char_boundary((self.end as usize).min(text.len()));
        let start = text.floor_char_boundary((self.start as usize).min(end));
        &text[start..end]
    }
}

/// A line and a column, both counted from 1; the column counts characters (Unicode scalar values).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// Returns the line and column of a byte offset; past the end counts as the end.
#[must_use]
pub fn line_column(text: &str, offset: u32) -> LineColumn {
    let offset = text.floor_char_boundary((offset as usize).min(text.len()));
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    LineColumn { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "a\nné x";
        assert_eq!(line_column(text, text.find('x').unwrap() as u32), LineColumn { line: 2, column: 4 });
        assert_eq!(line_column(text, 999), LineColumn { line: 2, column: 5 });
    }

    #[test]
    fn a_span_past_the_end_or_inside_a_character_is_cut() {
        assert_eq!(Span::new(1..99).text("né"), "é");
        assert_eq!(Span::new(2..99).text("né"), "é");
    }
}
