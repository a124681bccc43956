//! Two texts → what was taken out and what was put in, word by word, as people read it.
//!
//! 1. Lines that are equal are set aside; what is left are stretches of lines that differ.
//! 2. In each of them the words are compared. How prose is broken into lines says nothing; in code every blank counts.
//! 3. Words that two changes leave between them and that say little alone are told with the changes.
//! 4. Of what stayed the same only what stands around a change is kept.
//!
//! The work is bounded whatever the texts are, without a clock: the same two texts always give the same difference.

mod fold;
mod words;

use imara_diff::{Algorithm, Diff, InternedInput};

use words::Texts;

/// What differs between two texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Where they differ, in order.
    pub passages: Vec<Passage>,
    /// Whether there is more than is told here.
    pub is_cut: bool,
}

/// Lines that differ, with a little of what stands around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// How many lines before it are the same in both texts and not told.
    pub skipped: usize,
    /// What was kept, taken out and put in, in reading order.
    pub runs: Vec<Run>,
}

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What became of them.
    pub fate: Fate,
    /// The words, with the blanks and line ends between them.
    pub text: String,
}

/// What became of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// They stand in both texts.
    Kept,
    /// They stand in the older text only.
    Deleted,
    /// They stand in the newer text only.
    Inserted,
    /// There are more of them in both texts than are told here.
    Folded,
}

/// How many lines that are the same are told on either side of a change.
const CONTEXT: u32 = 1;

/// How much of a difference is told, in bytes of what was taken out and put in. Whoever wants all of it asks git.
const MOST_TOLD: usize = 12_000;

/// Whether two texts say the same: the same words in the same paragraphs, and the same code.
#[must_use]
pub fn is_same(before: &str, after: &str) -> bool {
    before == after || words::of(before).eq(words::of(after))
}

/// Compares two texts.
#[must_use]
pub fn difference(before: &str, after: &str) -> Difference {
    let texts = Texts::new(before, after);
    let input = InternedInput::new(texts.before.text, texts.after.text);
    let mut lines = Diff::compute(Algorithm::Histogram, &input);
    lines.postprocess_lines(&input);

    let last = u32::try_from(input.after.len()).unwrap_or(u32::MAX);
    let mut difference = Difference::default();
    let mut told = 0;
    let (mut end, mut passage): (u32, Option<Passage>) = (0, None);
    for hunk in lines.hunks() {
        let changed = words::runs(&texts, hunk.before, hunk.after.clone());
        // Other line ends in prose are no change.
        if changed.iter().all(|run| run.fate == Fate::Kept) {
            continue;
        }
        let is_near = hunk.after.start.saturating_sub(end) <= 2 * CONTEXT;
        let mut open = match passage.take() {
            Some(mut open) if is_near => {
                open.keep(&texts, end..hunk.after.start);
                open
            }
            former => {
                if let Some(mut former) = former {
                    former.keep(&texts, end..(end + CONTEXT).min(hunk.after.start));
                    end += CONTEXT;
                    difference.passages.push(former);
                }
                let start = hunk.after.start.saturating_sub(CONTEXT).max(end);
                let mut open = Passage { skipped: (start - end) as usize, runs: Vec::new() };
                open.keep(&texts, start..hunk.after.start);
                open
            }
        };
        for run in changed {
            told += if run.fate == Fate::Kept { 0 } else { run.text.len() };
            open.add(run);
        }
        end = hunk.after.end;
        passage = Some(open);
        if told > MOST_TOLD {
            difference.is_cut = true;
            break;
        }
    }
    if let Some(mut last_passage) = passage {
        last_passage.keep(&texts, end..(end + CONTEXT).min(last));
        difference.passages.push(last_passage);
    }
    for passage in &mut difference.passages {
        difference.is_cut |= fold::fold(&mut passage.runs, MOST_TOLD);
    }
    difference
}

impl Passage {
    /// Adds lines that are the same in both texts, as they stand in the newer one.
    fn keep(&mut self, texts: &Texts<'_>, lines: std::ops::Range<u32>) {
        let text = texts.after.lines(lines);
        self.add(Run { fate: Fate::Kept, text: text.to_owned() });
    }

    /// Adds a run; runs of one fate that meet become one.
    fn add(&mut self, run: Run) {
        match self.runs.last_mut() {
            _ if run.text.is_empty() => {}
            Some(last) if last.fate == run.fate => last.text.push_str(&run.text),
            _ => self.runs.push(run),
        }
    }
}

#[cfg(test)]
mod tests;
