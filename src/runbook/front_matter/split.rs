//! Where front matter ends and the page begins.

use std::ops::Range;

/// What front matter is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::runbook) enum Syntax {
    /// Between lines `---`.
    Yaml,
    /// Between lines `+++` (Hugo, Zola).
    Toml,
}

/// The head of a page.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::runbook) enum Head {
    /// The page begins with its text.
    None,
    /// Front matter that is never closed, or a rule above the text.
    Unclosed,
    /// Front matter.
    Closed {
        /// What it is written in.
        syntax: Syntax,
        /// The bytes between the two lines.
        range: Range<usize>,
        /// The byte after the closing line.
        body: usize,
    },
}

/// Splits a page. Front matter starts in the first line, and nowhere else; it ends at a line `---` (or `...`, in YAML).
pub(in crate::runbook) fn split(text: &str) -> Head {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let (syntax, ends): (_, &[&str]) = match first.trim_end() {
        "---" => (Syntax::Yaml, &["---", "..."]),
        "+++" => (Syntax::Toml, &["+++"]),
        _ => return Head::None,
    };
    let mut start = first.len();
    for line in lines {
        let end = start + line.len();
        if ends.contains(&line.trim_end()) {
            let range = first.len()..start;
            // A rule, text, and another rule much further down: nobody leaves the first line of front matter empty.
            let opens_blank = text[range.clone()].starts_with('\n') && syntax == Syntax::Yaml;
            return if opens_blank { Head::None } else { Head::Closed { syntax, range, body: end } };
        }
        start = end;
    }
    // A lone rule above a text is no front matter; a first line that looks like a field is.
    let looks_written = text[first.len()..].lines().next().is_some_and(|line| {
        let key = line.split_once(if syntax == Syntax::Yaml { ':' } else { '=' }).map(|(key, _)| key.trim());
        key.is_some_and(|key| !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-'))
    });
    if looks_written { Head::Unclosed } else { Head::None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(Syntax, &str, &str)> {
        match split(text) {
            Head::Closed { syntax, range, body } => Some((syntax, &text[range], &text[body..])),
            Head::None | Head::Unclosed => None,
        }
    }

    #[test]
    fn front_matter_lies_between_two_lines_at_the_very_start() {
        assert_eq!(parts("---\na: 1\n---\n# T\n"), Some((Syntax::Yaml, "a: 1\n", "# T\n")));
        assert_eq!(parts("---\na: 1\n...\n# T\n"), Some((Syntax::Yaml, "a: 1\n", "# T\n")));
        assert_eq!(parts("--- \na: 1\n---"), Some((Syntax::Yaml, "a: 1\n", "")));
        assert_eq!(parts("+++\na = 1\n+++\nb\n"), Some((Syntax::Toml, "a = 1\n", "b\n")));
        assert_eq!(parts("---\n---\nb\n"), Some((Syntax::Yaml, "", "b\n")));
        assert_eq!(split("\n---\na: 1\n---\n"), Head::None);
        assert_eq!(split("----\na: 1\n---\n"), Head::None);
    }

    #[test]
    fn front_matter_that_never_ends_is_told_from_a_rule() {
        assert_eq!(split("---\ntitle: x\n\n# T\n"), Head::Unclosed);
        assert_eq!(split("---\n\nSome words.\n"), Head::None);
        assert_eq!(split("---\n\nSome words.\n\n---\n\nMore.\n"), Head::None);
        assert_eq!(split("---\n"), Head::None);
    }
}
