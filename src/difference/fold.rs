//! What stayed the same, shortened to what stands around a change; what is endless, cut.

use super::{Fate, Run};

/// How much of what stayed the same is told on either side of a change, in bytes.
const AROUND: usize = 120;

/// Shortens the runs of a passage. Tells whether any of what changed was cut.
pub(super) fn fold(runs: &mut Vec<Run>, most_changed: usize) -> bool {
    let last = runs.len().saturating_sub(1);
    let mut folded = Vec::with_capacity(runs.len());
    let (mut left, mut is_cut) = (most_changed, false);
    for (index, run) in std::mem::take(runs).into_iter().enumerate() {
        match run.fate {
            Fate::Kept => kept(run.text, index == 0, index == last, &mut folded),
            Fate::Folded => folded.push(run),
            fate => {
                let shown = head(&run.text, left);
                left -= shown.len();
                if shown.len() < run.text.len() {
                    is_cut = true;
                }
                if !shown.is_empty() {
                    folded.push(Run { fate, text: shown.to_owned() });
                }
            }
        }
    }
    *runs = folded;
    is_cut
}

/// Keeps the end of what stands before the first change, the beginning of what stands after the last, and both ends of what
/// stands between two.
fn kept(text: String, is_first: bool, is_last: bool, folded: &mut Vec<Run>) {
    let run = |fate, text: &str| Run { fate, text: text.to_owned() };
    let (start, end) = match (is_first, is_last) {
        (true, true) => ("", ""),
        (true, false) => ("", tail(&text, AROUND)),
        (false, true) => (head(&text, AROUND), ""),
        (false, false) => (head(&text, AROUND), tail(&text, AROUND)),
    };
    // To leave out a few words is not worth an ellipsis.
    if start.len() + end.len() + AROUND / 4 >= text.len() {
        folded.push(Run { fate: Fate::Kept, text });
        return;
    }
    let pieces = [(Fate::Kept, start), (Fate::Folded, "…"), (Fate::Kept, end)];
    folded.extend(pieces.into_iter().filter(|(_, text)| !text.is_empty()).map(|(fate, text)| run(fate, text)));
}

/// Returns whole words from the start of a text, of at most so many bytes; of a word that is longer than that, its beginning.
fn head(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let cut = &text[..text.floor_char_boundary(most)];
    cut.rfind(char::is_whitespace).filter(|end| *end > 0).map_or(cut, |end| &cut[..end])
}

/// Returns whole words from the end of a text.
fn tail(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let cut = &text[text.ceil_char_boundary(text.len() - most)..];
    let word = cut.char_indices().find(|(_, character)| character.is_whitespace());
    word.map_or(cut, |(start, blank)| &cut[start + blank.len_utf8()..])
}
