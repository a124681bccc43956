//! Words that say nothing: left out of texts, and of queries unless nothing else is left.

use std::collections::HashSet;

/// Words of French and English grammar, folded. What the two languages take apart at an apostrophe (`l'`, `qu'`, `don't`) is there
/// in pieces. Words that say something about a machine stay out of it: `up`, `down`, `off`, `out`, `plus`.
pub(super) const WORDS: &str = include_str!("stop.txt");

/// Returns the words.
pub(super) fn words() -> HashSet<&'static str> {
    WORDS.split_ascii_whitespace().collect()
}
