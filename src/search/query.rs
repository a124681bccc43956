//! What somebody typed, and which words of the index it means.

use std::collections::{BTreeMap, BTreeSet};

use super::analyze::chunks;
use super::document::Group;
use super::shelf::{Damage, Index};
use super::typo::{allowed, distance};

/// Of how many words a query takes notice. A pasted line of a log has more; the longest say what it is about.
const MOST_WORDS: usize = 12;

/// A longer word is no word.
const LONGEST: usize = 60;

/// Through how many ranges of the index one beginning of a word is looked for.
const MOST_RANGES: usize = 6;

/// In how many ranges with its first letters a misspelt word is looked for, and in how many with others.
const MOST_RANGES_FOR_TYPOS: usize = 5;

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
pub(super) struct Word {
    pub text: String,
    /// Whether it may not be finished.
    pub is_open: bool,
    /// Whether a section counts as one that has it. Words run together only make it better.
    pub is_asked: bool,
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
    pub(super) fn new(typed: &str, stop: &BTreeSet<&str>) -> Self {
        // Words, each with the number of the chunk that it stands in.
        let mut words: Vec<(String, usize)> = Vec::new();
        let mut together: Vec<String> = Vec::new();
        let mut number = 0;
        chunks(typed, |chunk| {
            words.extend(chunk.atoms.iter().map(|atom| (atom.clone(), number)));
            together.extend(chunk.runs.first().cloned());
            number += 1;
        });
        let last = words.last().map(|(word, _)| word.clone()).filter(|_| !typed.ends_with(char::is_whitespace));
        if words.iter().any(|(word, _)| !stop.contains(word.as_str())) {
            words.retain(|(word, _)| !stop.contains(word.as_str()));
        }
        for pair in words.windows(2) {
            if pair[0].1 != pair[1].1 {
                together.push(format!("{}{}", pair[0].0, pair[1].0));
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
        let mut query = Self { words: Vec::new(), is_cut };
        let mut add = |text: String, is_open, is_asked| {
            if text.chars().count() <= LONGEST {
                query.words.push(Word { text, is_open, is_asked });
            }
        };
        for (word, _) in words {
            let is_open = last.as_ref() == Some(&word);
            add(word, is_open, true);
        }
        for run in together {
            if told.insert(run.clone()) {
                add(run, true, false);
            }
        }
        query
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
        let text = word.text.as_str();
        let mut ranges = self.ranges(text, text);
        ranges.end = ranges.end.min(ranges.start + MOST_RANGES);
        let written = self.written(word, ranges.clone())?;
        if !written.0.is_empty() || !word.is_asked {
            return Ok(written.meaning(None));
        }
        let letters: Vec<char> = text.chars().collect();
        let is_name = text.contains(|character: char| character.is_ascii_digit() || character == '.');
        let most = if is_name { 0 } else { allowed(letters.len()) };
        let mut best = Meaning::default();
        let mut least = most + 1;
        for (near, may_go_on) in if most > 0 { self.stages(&letters, ranges.start) } else { Vec::new() } {
            for is_open in [false, may_go_on && word.is_open] {
                if least > 1
                    && let Some((steps, found)) = self.misspelt(&letters, &near, least - 1, is_open)?
                {
                    (least, best) = (steps, found);
                }
            }
        }
        if best.taken_for.is_some() || is_name { Ok(best) } else { self.alike(&letters, ranges) }
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
        far.truncate(MOST_RANGES_FOR_TYPOS);
        near.truncate(MOST_RANGES_FOR_TYPOS);
        let rest = near.split_off(near.len().min(NEAREST));
        vec![(near, true), (rest, true), (far, false)]
    }

    /// Finds the forms that are written like a word, or begin so.
    fn written(&self, word: &Word, ranges: std::ops::Range<usize>) -> Result<Found, Damage> {
        let text = word.text.as_str();
        let length = text.chars().count();
        let (mut exact, mut begun) = (Found::default(), Vec::new());
        for number in ranges {
            let shard = self.shard(number)?;
            let start = shard.forms.partition_point(|(form, _)| form.as_str() < text);
            for (form, class) in shard.forms[start..].iter().take_while(|(form, _)| form.starts_with(text)) {
                if form == text {
                    exact.add(number, *class, 1.0);
                } else {
                    begun.push((PREFIX * length as f64 / form.chars().count() as f64, number, *class));
                }
            }
        }
        // A finished word means itself.
        if length >= 2 && (word.is_open || exact.0.is_empty()) {
            // Stable: forms of one length stay in the order of the alphabet.
            begun.sort_by(|(one, ..), (other, ..)| other.total_cmp(one));
            for (weight, number, class) in begun.into_iter().take(MOST_FORMS) {
                exact.add(number, class, weight);
            }
        }
        Ok(exact)
    }

    /// Finds the forms that are the fewest mistakes away, and how many that are.
    fn misspelt(
        &self,
        letters: &[char],
        ranges: &[usize],
        most: usize,
        is_open: bool,
    ) -> Result<Option<(usize, Meaning)>, Damage> {
        let mut best: Vec<(usize, usize, String)> = Vec::new();
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
                best.push((*number, *class, form.clone()));
            }
        }
        if best.is_empty() {
            return Ok(None);
        }
        let weight = if is_open { TYPO[least] * PREFIX } else { TYPO[least] };
        Ok(Some((least, taken(best, weight))))
    }

    /// The ranges with words that start with some letters.
    fn beginning(&self, letters: &[char]) -> std::ops::Range<usize> {
        let start: String = letters.iter().collect();
        self.ranges(&start, &start)
    }

    /// Finds the forms that share the longest beginning with a word: inflections that no text has.
    fn alike(&self, letters: &[char], ranges: std::ops::Range<usize>) -> Result<Meaning, Damage> {
        let fewest = (letters.len() * 3).div_ceil(5).max(4);
        let mut best: Vec<(usize, usize, String)> = Vec::new();
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
                    best.push((number, *class, form.clone()));
                }
            }
        }
        Ok(taken(best, LIKE))
    }
}

/// What a word means that was taken for the first of some forms.
fn taken(forms: Vec<(usize, usize, String)>, weight: f64) -> Meaning {
    let taken_for = forms.first().map(|(.., form)| form.clone());
    let mut found = Found::default();
    for (number, class, _) in forms.into_iter().take(MOST_FORMS) {
        found.add(number, class, weight);
    }
    found.meaning(taken_for)
}
