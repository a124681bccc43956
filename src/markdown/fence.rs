//! Fences that were not closed, and so swallowed headings.

use std::ops::Range;

/// Returns where the first heading stands that a fenced code block swallowed because its author forgot to close it.
///
/// Two traces of that: the block runs to the end of the text without a closing line; or it was closed by the closing line of a
/// later block, whose opening line, with its language, stands inside.
pub(super) fn swallowed(source: &str, block: &Range<usize>) -> Option<Range<usize>> {
    let text = &source[block.clone()];
    let mark = text.trim_start().chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let own = fence_length(text, mark)?;
    let closed = text.trim_end().lines().skip(1).last().is_some_and(|line| {
        fence_length(line, mark).is_some_and(|length| length >= own) && fence_info(line, mark).is_empty()
    });
    if !closed && block.end < source.trim_end().len() {
        // The list item or quotation that holds it ended, and the code with it.
        return None;
    }
    let mut start = block.start;
    let mut heading: Option<Range<usize>> = None;
    let mut blank_before = false;
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let range = start..start + line.trim_end().len();
        start += line.len();
        if range.start == block.start {
            continue;
        }
        let is_fence = fence_length(line, mark).is_some_and(|length| length >= own);
        if is_fence && !fence_info(line, mark).is_empty() {
            if heading.is_some() {
                return heading;
            }
            if !closed {
                return Some(range);
            }
        }
        let blank_after = lines.peek().is_none_or(|next| next.trim().is_empty());
        if heading.is_none() && is_heading(line, blank_before, blank_after) {
            heading = Some(range);
        }
        blank_before = line.trim().is_empty();
    }
    if closed { None } else { heading }
}

/// Whether a line of code looks like a heading rather than a comment: several `#`, or one between blank lines.
fn is_heading(line: &str, blank_before: bool, blank_after: bool) -> bool {
    let line = content(line);
    let level = line.len() - line.trim_start_matches('#').len();
    let titled = line[level..].strip_prefix(' ').is_some_and(|title| !title.trim().is_empty());
    titled && blank_before && ((2..=6).contains(&level) || level == 1 && blank_after)
}

/// The line behind the marks of the quotation it stands in.
fn content(line: &str) -> &str {
    line.trim_start_matches([' ', '>'])
}

fn fence_length(line: &str, mark: char) -> Option<usize> {
    let line = content(line);
    let length = line.len() - line.trim_start_matches(mark).len();
    (length >= 3).then_some(length)
}

fn fence_info(line: &str, mark: char) -> &str {
    content(line).trim_start_matches(mark).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_swallowed(source: &str) -> Option<&str> {
        swallowed(source, &(0..source.len())).map(|range| &source[range])
    }

    #[test]
    fn a_fence_open_to_the_end_swallows_headings() {
        assert_eq!(first_swallowed("```sh\nls\n\n## Étapes\n\ntexte\n"), Some("## Étapes"));
        assert_eq!(first_swallowed("~~~\nls\n\n# One\n\ntext\n"), Some("# One"));
    }

    #[test]
    fn a_fence_closed_by_a_later_one_swallows_headings() {
        assert_eq!(first_swallowed("```sh\nls\n\n## Two\n\n```sh\nls\n```\n"), Some("## Two"));
    }

    #[test]
    fn code_that_only_looks_so_is_left_alone() {
        for sound in [
            "```sh\nls\n",
            "```sh\n# a comment\nls\n",
            "```sh\n\n## a section\nls\n```\n",
            "````md\n\n## Title\n\n```sh\nls\n```\n````\n",
            "    # indented\n",
        ] {
            assert_eq!(first_swallowed(sound), None, "{sound}");
        }
    }
}
