//! The words of lines that differ: which were kept, which taken out, which put in.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput, Interner};

use super::{Fate, Run};

/// Stretches of more bytes are not compared by word: nobody wrote them by hand.
const MOST_COMPARED: usize = 64 * 1024;

/// A word, with what stands between it and the next one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    /// The word and the blanks behind it, as written.
    written: &'a str,
    key: Key<'a>,
}

/// What of a word is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Key<'a> {
    letters: &'a str,
    gap: Gap<'a>,
}

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Gap<'a> {
    /// Blanks, or the end of a line: prose goes on.
    Flow,
    /// The end of a paragraph.
    Break,
    /// Code, where every blank counts.
    Code(&'a str),
}

impl PartialEq for Word<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// One of two texts, by line.
pub(super) struct Text<'a> {
    pub(super) text: &'a str,
    /// Where each line starts; then where the text ends.
    starts: Vec<usize>,
    /// Whether each line is code.
    is_code: Vec<bool>,
}

/// Two texts to compare.
pub(super) struct Texts<'a> {
    pub(super) before: Text<'a>,
    pub(super) after: Text<'a>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(before: &'a str, after: &'a str) -> Self {
        Self { before: Text::new(before), after: Text::new(after) }
    }
}

impl<'a> Text<'a> {
    fn new(text: &'a str) -> Self {
        let (mut starts, mut is_code) = (vec![0], Vec::new());
        let mut fences = Fences::default();
        for line in text.split_inclusive('\n') {
            starts.push(starts.last().copied().unwrap_or_default() + line.len());
            is_code.push(fences.is_code(line));
        }
        Self { text, starts, is_code }
    }

    /// Returns some of its lines.
    pub(super) fn lines(&self, lines: Range<u32>) -> &'a str {
        let start = |line: u32| self.starts.get(line as usize).copied().unwrap_or(self.text.len());
        let (from, to) = (start(lines.start), start(lines.end));
        self.text.get(from..to.max(from)).unwrap_or_default()
    }

    /// Returns the words of some of its lines.
    fn words(&self, lines: Range<u32>) -> Vec<Word<'a>> {
        let is_code = self.is_code.get(lines.start as usize).copied().unwrap_or_default();
        split(self.lines(lines), Fences { open: is_code }).collect()
    }
}

/// Tells code from prose by the lines that open and close it.
#[derive(Clone, Copy, Default)]
struct Fences {
    open: bool,
}

impl Fences {
    /// Whether the next line is code, the lines around it included.
    fn is_code(&mut self, line: &str) -> bool {
        let start = line.trim_start();
        let is_fence = start.starts_with("```") || start.starts_with("~~~");
        let is_code = self.open || is_fence;
        self.open ^= is_fence;
        is_code
    }
}

/// Returns the words of a whole text.
pub(super) fn of(text: &str) -> impl Iterator<Item = Word<'_>> {
    split(text.trim(), Fences::default())
}

/// Splits a text into words, each with the blanks behind it; in code, with the blanks that its line starts with as well.
fn split(text: &str, mut fences: Fences) -> impl Iterator<Item = Word<'_>> {
    let mut rest = text;
    let mut in_code = fences.is_code(first_line(text));
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let is_blank = |letter: char| letter.is_whitespace();
        let start = rest.find(|letter| !is_blank(letter)).unwrap_or(rest.len());
        let end = rest[start..].find(is_blank).map_or(rest.len(), |end| start + end);
        let mut gap = &rest[end..];
        gap = &gap[..gap.find(|letter| !is_blank(letter)).unwrap_or(gap.len())];
        if in_code {
            gap = gap.split_inclusive('\n').next().unwrap_or_default();
        }
        let letters = if in_code { &rest[..end] } else { &rest[start..end] };
        let key = match gap.matches('\n').count() {
            _ if in_code => Gap::Code(gap.trim_end_matches('\n')),
            0 | 1 => Gap::Flow,
            _ => Gap::Break,
        };
        let written = &rest[..end + gap.len()];
        rest = &rest[written.len()..];
        if gap.contains('\n') {
            in_code = fences.is_code(first_line(rest));
        }
        Some(Word { written, key: Key { letters, gap: key } })
    })
}

fn first_line(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default()
}

/// Compares two stretches of lines word by word.
pub(super) fn runs(texts: &Texts<'_>, before: Range<u32>, after: Range<u32>) -> Vec<Run> {
    let (old, new) = (texts.before.lines(before.clone()), texts.after.lines(after.clone()));
    let whole = |fate, text: &str| Run { fate, text: text.to_owned() };
    let all = || vec![whole(Fate::Deleted, old), whole(Fate::Inserted, new)];
    if old.is_empty() || new.is_empty() || old.len() + new.len() > MOST_COMPARED {
        return all();
    }
    let (old_words, new_words) = (texts.before.words(before), texts.after.words(after));
    let interner = Interner::new(old_words.len() + new_words.len());
    let mut input = InternedInput { before: Vec::new(), after: Vec::new(), interner };
    input.update_before(old_words.iter().map(|word| word.key));
    input.update_after(new_words.iter().map(|word| word.key));
    let mut words = Diff::compute(Algorithm::Myers, &input);
    words.postprocess_no_heuristic(&input);

    let written = |words: &[Word<'_>], range: Range<u32>| -> String {
        let words = words.get(range.start as usize..range.end as usize).unwrap_or_default();
        words.iter().map(|word| word.written).collect()
    };
    let mut runs = Vec::new();
    let mut end = 0;
    for hunk in words.hunks() {
        runs.push(Run { fate: Fate::Kept, text: written(&new_words, end..hunk.after.start) });
        runs.push(Run { fate: Fate::Deleted, text: written(&old_words, hunk.before) });
        runs.push(Run { fate: Fate::Inserted, text: written(&new_words, hunk.after.clone()) });
        end = hunk.after.end;
    }
    runs.push(Run { fate: Fate::Kept, text: written(&new_words, end..u32::try_from(new_words.len()).unwrap_or(end)) });
    runs.retain(|run| !run.text.is_empty());
    let kept: usize = runs.iter().filter(|run| run.fate == Fate::Kept).map(|run| run.text.len()).sum();
    // Two sentences that share a few small words are two sentences.
    if kept * 3 < old.len().min(new.len()) { all() } else { settle(runs) }
}

/// Tells words that two changes leave between them with the changes, where they are fewer than what changed around them: a
/// sentence of every other word is harder to read than two sentences.
fn settle(runs: Vec<Run>) -> Vec<Run> {
    /// Longer stretches are worth reading alone.
    const SHORT: usize = 12;

    let mut settled: Vec<Run> = Vec::new();
    // What was taken out and put in since the last kept run that stays one.
    let (mut deleted, mut inserted) = (String::new(), String::new());
    let mut runs = runs.into_iter().peekable();
    while let Some(run) = runs.next() {
        match run.fate {
            Fate::Deleted => deleted.push_str(&run.text),
            Fate::Inserted => inserted.push_str(&run.text),
            Fate::Kept | Fate::Folded => {
                let is_between = !deleted.is_empty() && !inserted.is_empty() && runs.peek().is_some();
                let is_small = run.text.trim().len() <= SHORT.min(deleted.len().max(inserted.len()));
                if is_between && is_small && !run.text.contains('\n') {
                    deleted.push_str(&run.text);
                    inserted.push_str(&run.text);
                } else {
                    flush(&mut settled, &mut deleted, &mut inserted);
                    settled.push(run);
                }
            }
        }
    }
    flush(&mut settled, &mut deleted, &mut inserted);
    settled
}

/// Ends a change. The blanks behind what was taken out and what was put in are no part of it where they are the same.
fn flush(settled: &mut Vec<Run>, deleted: &mut String, inserted: &mut String) {
    let (old, new) = (deleted.trim_end().len(), inserted.trim_end().len());
    let behind = if deleted[old..] == inserted[new..] { inserted.split_off(new) } else { String::new() };
    deleted.truncate(deleted.len() - behind.len());
    let pieces =
        [(Fate::Deleted, std::mem::take(deleted)), (Fate::Inserted, std::mem::take(inserted)), (Fate::Kept, behind)];
    settled.extend(pieces.into_iter().filter(|(_, text)| !text.is_empty()).map(|(fate, text)| Run { fate, text }));
}
