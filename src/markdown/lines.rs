//! Which lines of a file an include takes.

use std::ops::Range;

/// Which lines an include takes.
pub(super) enum Selection<'t> {
    /// Lines by number, from 0.
    Lines(Range<usize>),
    /// The lines between `ANCHOR: name` and `ANCHOR_END: name`.
    Anchor(&'t str),
}

impl<'t> Selection<'t> {
    /// Reads what stands behind the path: nothing, `2`, `2:10`, `:10`, `2:`, or the name of an anchor.
    pub(super) fn parse(written: &'t str) -> Self {
        let (from, to) = written.split_once(':').map_or((written, None), |(from, to)| (from, Some(to)));
        match (from.trim().parse::<usize>(), to) {
            (Ok(from), None) => Self::Lines(from.saturating_sub(1)..from.max(1)),
            (Ok(from), Some(to)) => Self::Lines(from.saturating_sub(1)..to.trim().parse().unwrap_or(usize::MAX)),
            (Err(_), Some(to)) if from.is_empty() => Self::Lines(0..to.trim().parse().unwrap_or(usize::MAX)),
            (Err(_), None) if from.is_empty() => Self::Lines(0..usize::MAX),
            (Err(_), _) => Self::Anchor(from),
        }
    }
}

/// Returns the byte ranges of the lines selected, without the last line's end; nothing when there are none.
pub(super) fn select(text: &str, selection: &Selection<'_>) -> Option<Vec<Range<usize>>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let (mut inside, mut found) = (false, false);
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let range = start..start + line.len();
        start = range.end;
        let taken = match selection {
            Selection::Lines(lines) => {
                found |= lines.contains(&number);
                lines.contains(&number)
            }
            // Marks of other anchors inside this one are not part of the text either.
            Selection::Anchor(name) => match mark(line) {
                Some((true, marked)) => {
                    inside |= marked == *name;
                    found |= marked == *name;
                    false
                }
                Some((false, marked)) => {
                    inside &= marked != *name;
                    false
                }
                None => inside,
            },
        };
        match ranges.last_mut() {
            Some(last) if taken && last.end == range.start => last.end = range.end,
            _ if taken => ranges.push(range),
            _ => {}
        }
    }
    // An empty file is included whole.
    found |= text.is_empty() && matches!(selection, Selection::Lines(lines) if lines.start == 0);
    if let Some(last) = ranges.last_mut()
        && text[last.clone()].ends_with('\n')
    {
        last.end -= 1;
    }
    found.then_some(ranges)
}

/// Reads the mark of an anchor in a line: whether it opens, and its name.
fn mark(line: &str) -> Option<(bool, &str)> {
    let name = |rest: &'_ str| -> Option<usize> {
        let rest = rest.trim_end();
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        (length > 0).then_some(length)
    };
    let (opens, rest) = match line.split_once("ANCHOR_END:") {
        Some((_, rest)) => (false, rest),
        None => (true, line.split_once("ANCHOR:")?.1),
    };
    let rest = rest.trim_start();
    Some((opens, &rest[..name(rest)?]))
}
