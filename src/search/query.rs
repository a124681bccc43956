//! What somebody typed, and which words of the index it means.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::analyze::{Piece, pieces};
use super::decode::Shard;
use super::document::Group;
use super::shelf::{Damage, Index};
use super::typo::{allowed, distance};

/// Of how many words a query takes notice. A pasted line of a log has more; the longest say what it is about.
const MOST_WORDS: usize = 10;

/// A longer word is no word.
const LONGEST: usize = 60;

/// Through how many ranges of the index one beginning of a word is looked for.
const MOST_RANGES: usize = 6;

/// In how many ranges with its first letters a misspelt word is looked for, and in how many with others.
const MOST_RANGES_FOR_TYPOS: (usize, usize) = (4, 2);

/// How many of these are looked through first.
const NEAREST: usize = 2;

/// How many forms one unfinished word may mean.
const MOST_FORMS: usize = 64;

/// What a form counts that the typed word begins, times the part of it that was typed.
const PREFIX: f64 = 0.75;
/// What a form counts that is so many mistakes away.
const TYPO: [f64; 3] = [1.0, 0.7, 0.5];
/// What a form counts that only begins like the typed word.
const LIKE: f64 = 0.45;

/// Which answers are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this group.
    pub group: Option<Group>,
    /// In this language.
    pub language: Option<String>,
    /// About this service.
    pub service: Option<String>,
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A word that is asked for, and whether it may not be finished.
    Asked(String, bool),
    /// Words that are written together: a section that has them so is only better for it.
    Together(String),
    /// A word and the next, run together. They are looked for where the first one is, and not further.
    Pair(String, String),
}

/// What was typed, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    pub words: Vec<Word>,
    /// Whether there were more words.
    pub is_cut: bool,
}

impl Query {
    /// Takes a query apart.
    pub(super) fn new(typed: &str, stop: &BTreeSet<String>) -> Self {
        // Words, each with the number of the chunk that it stands in.
        let mut words: Vec<(String, usize)> = Vec::new();
        let mut together: Vec<Word> = Vec::new();
        let mut number = 0;
        pieces(typed, |piece| {
            match piece {
                Piece::Word(word) => words.push((word.to_owned(), number)),
                Piece::Chunk(chunk) => {
                    words.extend(chunk.atoms().map(|atom| (atom.to_owned(), number)));
                    together.extend(chunk.runs().next().map(|run| Word::Together(run.to_owned())));
                }
            }
            number += 1;
        });
        let last = words.last().map(|(word, _)| word.clone()).filter(|_| !typed.ends_with(char::is_whitespace));
        if words.iter().any(|(word, _)| !stop.contains(word.as_str())) {
            words.retain(|(word, _)| !stop.contains(word.as_str()));
        }
        for pair in words.windows(2) {
            let [(one, of), (other, next)] = pair else { continue };
            if of != next {
                together.push(Word::Pair(format!("{one}{other}"), one.clone()));
            }
        }
        let mut told = BTreeSet::new();
        words.retain(|(word, _)| told.insert(word.clone()));
        let is_cut = words.len() > MOST_WORDS;
        if is_cut {
            cut(&mut words);
            // Of a whole line, what stands beside what says nothing.
            together.clear();
        }
        let asked = words.into_iter().map(|(word, _)| {
            let is_open = last.as_ref() == Some(&word);
            Word::Asked(word, is_open)
        });
        let together = together.into_iter().filter(|word| told.insert(word.text().to_owned()));
        let words = asked.chain(together).filter(|word| word.text().chars().count() <= LONGEST).collect();
        Self { words, is_cut }
    }
}

impl Word {
    pub(super) fn text(&self) -> &str {
        let (Self::Asked(text, _) | Self::Together(text) | Self::Pair(text, _)) = self;
        text
    }
}

/// Keeps the longest words without digits, then the longest with some, in their order.
fn cut(words: &mut Vec<(String, usize)>) {
    let rank = |word: &str| {
        (word.contains(|character: char| character.is_ascii_digit()), std::cmp::Reverse(word.chars().count()))
    };
    let mut order: Vec<usize> = (0..words.len()).collect();
    order.sort_by_key(|index| rank(&words[*index].0));
    let kept: BTreeSet<usize> = order.into_iter().take(MOST_WORDS).collect();
    let mut index = 0;
    words.retain(|_| {
        index += 1;
        kept.contains(&(index - 1))
    });
}

/// A class of the index that a typed word may mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meant {
    pub shard: usize,
    pub class: usize,
    /// How surely, up to 1.
    pub weight: f64,
}

/// What a typed word means.
#[derive(Debug, Default)]
pub(super) struct Meaning {
    pub meant: Vec<Meant>,
    /// The form that was taken for it, where no form is written like it.
    pub taken_for: Option<String>,
}

/// The classes found for a word, each with the best weight.
#[derive(Default)]
struct Found(BTreeMap<(usize, usize), f64>);

impl Found {
    fn add(&mut self, shard: usize, class: usize, weight: f64) {
        let best = self.0.entry((shard, class)).or_insert(weight);
        *best = best.max(weight);
    }

    fn meaning(self, taken_for: Option<String>) -> Meaning {
        let meant = self.0.into_iter().map(|((shard, class), weight)| Meant { shard, class, weight });
        Meaning { meant: meant.collect(), taken_for }
    }
}

impl Index<'_> {
    /// Finds what a word means.
    pub(super) fn meaning(&self, word: &Word) -> Result<Meaning, Damage> {
        let text = word.text();
        let mut ranges = self.ranges(text, text);
        ranges.end = ranges.end.min(ranges.start + MOST_RANGES);
        let own = ranges.start..ranges.start + 1;
        let is_open = match word {
            Word::Asked(_, is_open) => *is_open,
            Word::Pair(_, first) if self.ranges(first, first).start != ranges.start => return Ok(Meaning::default()),
            Word::Pair(..) | Word::Together(_) => return Ok(self.written(text, true, own)?.meaning(None)),
        };
        // A finished word means itself, and stands in one range; only where it is not there may it be a beginning.
        if !is_open {
            let exact = self.exact(text, own.start)?;
            if !exact.0.is_empty() {
                return Ok(exact.meaning(None));
            }
        }
        let written = self.written(text, is_open, ranges.clone())?;
        if !written.0.is_empty() {
            return Ok(written.meaning(None));
        }
        let letters: Vec<char> = text.chars().collect();
        let is_name = text.contains(|character: char| character.is_ascii_digit() || character == '.');
        let most = if is_name { 0 } else { allowed(letters.len()) };
        let mut best = Meaning::default();
        let mut least = most + 1;
        for (near, may_go_on) in if most > 0 { self.stages(&letters, ranges.start) } else { Vec::new() } {
            for is_open in [false, may_go_on && is_open] {
                if least > 1
                    && let Some((steps, found)) = self.misspelt(&letters, &near, least - 1, is_open)?
                {
                    (least, best) = (steps, found);
                }
            }
        }
        if !best.meant.is_empty() || is_name { Ok(best) } else { self.alike(&letters, ranges) }
    }

    /// Where a misspelt word is looked for, one after the other until a form is found that is one mistake away: near the word itself,
    /// where a mistake at its end leads; among the words of its first two letters; where a mistake in its first letters leads (the
    /// second one too many, or swapped with the next or the first); and whether a form may go on there.
    fn stages(&self, letters: &[char], own: usize) -> Vec<(Vec<usize>, bool)> {
        let (first, second, third) = (letters[0], letters[1], letters[2]);
        let mut near: Vec<usize> = self.beginning(&[first, second]).collect();
        near.sort_by_key(|number| number.abs_diff(own));
        let mut far: Vec<usize> = Vec::new();
        for start in [&[first, third][..], &[second, first], &[first]] {
            let fresh: Vec<usize> =
                self.beginning(start).filter(|number| !near.contains(number) && !far.contains(number)).collect();
            far.extend(fresh);
        }
        far.truncate(MOST_RANGES_FOR_TYPOS.1);
        near.truncate(MOST_RANGES_FOR_TYPOS.0);
        let rest = near.split_off(near.len().min(NEAREST));
        vec![(near, true), (rest, true), (far, false)]
    }

    /// Finds the form that is written like a word.
    fn exact(&self, text: &str, number: usize) -> Result<Found, Damage> {
        let shard = self.shard(number)?;
        let mut found = Found::default();
        if let Ok(at) = shard.forms.binary_search_by(|(form, _)| form.as_str().cmp(text)) {
            found.add(number, shard.forms[at].1, 1.0);
        }
        Ok(found)
    }

    /// Finds the forms that are written like a word, or begin so.
    fn written(&self, text: &str, is_open: bool, ranges: Range<usize>) -> Result<Found, Damage> {
        let length = text.chars().count();
        let (mut found, mut begun) = (Found::default(), Vec::new());
        for number in ranges {
            let shard = self.shard(number)?;
            let start = shard.forms.partition_point(|(form, _)| form.as_str() < text);
            for (form, class) in shard.forms[start..].iter().take_while(|(form, _)| form.starts_with(text)) {
                if form == text {
                    found.add(number, *class, 1.0);
                } else {
                    begun.push((PREFIX * length as f64 / form.chars().count() as f64, number, *class));
                }
            }
        }
        if length >= 2 && (is_open || found.0.is_empty()) {
            // Stable: forms of one length stay in the order of the alphabet.
            begun.sort_by(|(one, ..), (other, ..)| other.total_cmp(one));
            for (weight, number, class) in begun.into_iter().take(MOST_FORMS) {
                found.add(number, class, weight);
            }
        }
        Ok(found)
    }

    /// Finds the forms that are the fewest mistakes away, and how many that are.
    fn misspelt(
        &self,
        letters: &[char],
        ranges: &[usize],
        most: usize,
        is_open: bool,
    ) -> Result<Option<(usize, Meaning)>, Damage> {
        let mut best: Vec<Candidate> = Vec::new();
        let mut least = most;
        for number in ranges {
            let shard = self.shard(*number)?;
            for (form, class) in &shard.forms {
                let known: Vec<char> = form.chars().collect();
                let Some(steps) = distance(letters, &known, least, is_open) else { continue };
                if steps < least {
                    best.clear();
                    least = steps;
                }
                best.push(Candidate::new(*number, &shard, form, *class));
            }
        }
        // One more or less `s` is no mistake, and nothing to tell.
        let text: String = letters.iter().collect();
        let same: Vec<Candidate> =
            best.iter().filter(|candidate| is_inflected(&candidate.form, &text)).cloned().collect();
        if !same.is_empty() {
            return Ok(Some((1, Meaning { taken_for: None, ..taken(same, 1.0) })));
        }
        if best.is_empty() {
            return Ok(None);
        }
        let weight = if is_open { TYPO[least] * PREFIX } else { TYPO[least] };
        Ok(Some((least, taken(best, weight))))
    }

    /// The ranges with words that start with some letters.
    fn beginning(&self, letters: &[char]) -> Range<usize> {
        let start: String = letters.iter().collect();
        self.ranges(&start, &start)
    }

    /// Finds the forms that share the longest beginning with a word: inflections that no text has.
    fn alike(&self, letters: &[char], ranges: Range<usize>) -> Result<Meaning, Damage> {
        let fewest = (letters.len() * 3).div_ceil(5).max(4);
        let mut best: Vec<Candidate> = Vec::new();
        let mut longest = fewest;
        for number in ranges {
            let shard = self.shard(number)?;
            for (form, class) in &shard.forms {
                let shared = form.chars().zip(letters).take_while(|(one, other)| one == *other).count();
                if shared > longest {
                    best.clear();
                    longest = shared;
                }
                if shared == longest {
                    best.push(Candidate::new(number, &shard, form, *class));
                }
            }
        }
        Ok(taken(best, LIKE))
    }
}

/// A form that a word may have been meant to be.
#[derive(Clone)]
struct Candidate {
    form: String,
    shard: usize,
    class: usize,
    /// In how many sections it stands.
    count: usize,
}

impl Candidate {
    fn new(number: usize, shard: &Shard, form: &str, class: usize) -> Self {
        Self { form: form.to_owned(), shard: number, class, count: shard.count(class) }
    }
}

/// Whether two words differ by the ending of a plural alone.
fn is_inflected(one: &str, other: &str) -> bool {
    fn bare(word: &str) -> &str {
        word.strip_suffix(['s', 'x']).unwrap_or(word)
    }
    bare(one) == bare(other)
}

/// What a word means that was taken for some forms: it is said to be the one that stands in most sections.
fn taken(mut forms: Vec<Candidate>, weight: f64) -> Meaning {
    forms.truncate(MOST_FORMS);
    // Of equals, the first.
    let best = forms.iter().rev().max_by_key(|candidate| candidate.count);
    let taken_for = best.map(|candidate| candidate.form.clone());
    let mut found = Found::default();
    for candidate in forms {
        found.add(candidate.shard, candidate.class, weight);
    }
    found.meaning(taken_for)
}
