//! How much two texts have in common.

use std::collections::BTreeSet;

/// How many words of a text are looked at.
const MOST_WORDS: usize = 400;

/// How many pairs of texts are looked at: more were not written by hand, and are told by their place.
const MOST_PAIRS: usize = 10_000;

/// The words of a text, sorted.
pub(super) struct Bag<'a>(Vec<&'a str>);

impl<'a> Bag<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut words: Vec<&str> = words.take(MOST_WORDS).collect();
        words.sort_unstable();
        Self(words)
    }

    /// Returns the part of the words that two texts share, in thousandths (Dice's coefficient).
    fn likeness(&self, other: &Self) -> usize {
        let (mut ours, mut theirs) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut shared: usize = 0;
        while let (Some(our), Some(their)) = (ours.peek(), theirs.peek()) {
            match our.cmp(their) {
                std::cmp::Ordering::Less => _ = ours.next(),
                std::cmp::Ordering::Greater => _ = theirs.next(),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    ours.next();
                    theirs.next();
                }
            }
        }
        (2000 * shared).checked_div(self.0.len() + other.0.len()).unwrap_or_default()
    }
}

/// Pairs texts of two sides that are alike, the most alike first, each once. Texts are given with what they are called.
pub(super) fn pairs<K: Ord + Copy>(before: &[(K, Bag<'_>)], after: &[(K, Bag<'_>)]) -> Vec<(K, K)> {
    /// Half of the words.
    const LEAST: usize = 500;

    if before.len() * after.len() > MOST_PAIRS {
        return Vec::new();
    }
    let all = before.iter().flat_map(|ours| after.iter().map(move |theirs| (ours, theirs)));
    let mut alike: Vec<(usize, K, K)> = all
        .map(|(ours, theirs)| (ours.1.likeness(&theirs.1), ours.0, theirs.0))
        .filter(|(likeness, ..)| *likeness >= LEAST)
        .collect();
    alike.sort_by_key(|(likeness, ours, theirs)| (std::cmp::Reverse(*likeness), *ours, *theirs));
    let mut taken = (BTreeSet::new(), BTreeSet::new());
    let mut pairs = Vec::new();
    for (_, ours, theirs) in alike {
        if !taken.0.contains(&ours) && !taken.1.contains(&theirs) {
            taken.0.insert(ours);
            taken.1.insert(theirs);
            pairs.push((ours, theirs));
        }
    }
    pairs
}
