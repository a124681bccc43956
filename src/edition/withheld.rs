//! What an audience may not see, in a form that finished files can be held against.
//!
//! The second line of defence: the sources of an edition do not hold it. Both are needed, since a page can be made of more than its
//! sources, and a rule of reduction can be wrong.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use aho_corasick::AhoCorasick;
use serde_json::Value;

use crate::markdown::Text;
use crate::scalar::{Audience, Day};
use crate::source::{Place, SourceFile, Span};

/// How many words in a row no two authors write alike by chance.
const WINDOW: usize = 8;

/// From how many letters on a short value tells something by itself, if it holds a digit: a number of a customer, an address, a phone.
const TELLING: usize = 8;

/// What was taken out of the sources.
#[derive(Debug, Default)]
pub struct Withheld {
    /// Words in a row, by their hash, and where the first that stands there does.
    rows: HashMap<u64, Taken>,
    /// Short values that tell something.
    values: BTreeMap<String, Taken>,
}

/// Where something stands that was taken out, and whom it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taken {
    /// Its place in the whole project.
    pub place: Place,
    /// Who may read it.
    pub audience: Audience,
}

impl Withheld {
    /// Whether nothing was taken out that could be found again.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.values.is_empty()
    }

    /// Keeps a part of a file, line by line.
    pub(super) fn text(&mut self, file: &SourceFile, part: Range<usize>, audience: Audience) {
        self.passage(&Text::of_file(file, 0), part, audience);
    }

    /// Keeps a part of a text that was put together from files, line by line.
    pub(super) fn passage(&mut self, text: &Text, part: Range<usize>, audience: Audience) {
        let mut start = part.start;
        for line in text.as_str().get(part).unwrap_or_default().split_inclusive('\n') {
            let place = text.place(Span::new(start..start + line.trim_end().len()));
            self.words(line, Taken { place, audience });
            start += line.len();
        }
    }

    /// Keeps the texts of a value.
    pub(super) fn value(&mut self, file: &SourceFile, value: &Value, audience: Audience) {
        match value {
            Value::String(text) => {
                let first = text.lines().next().unwrap_or_default();
                let start = file.text.find(first).unwrap_or_default();
                let place = Place { file: file.id, span: Span::new(start..start + first.len()) };
                self.words(text, Taken { place, audience });
            }
            Value::Array(items) => items.iter().for_each(|item| self.value(file, item, audience)),
            Value::Object(fields) => fields.values().for_each(|field| self.value(file, field, audience)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn words(&mut self, text: &str, taken: Taken) {
        let words = words(text);
        for row in words.windows(WINDOW) {
            self.rows.entry(hash(row)).or_insert(taken);
        }
        let is_day = text.trim().parse::<Day>().is_ok();
        let tells = text.len() >= TELLING && text.bytes().any(|byte| byte.is_ascii_digit()) && !is_day;
        if tells && words.len() < WINDOW {
            self.values.entry(joined(&words)).or_insert(taken);
        }
    }

    /// Adds what was taken out of another file.
    pub(super) fn add(&mut self, mut other: Self) {
        // What stands in both stays where it was found first.
        other.rows.retain(|row, _| !self.rows.contains_key(row));
        self.rows.extend(other.rows);
        other.values.retain(|value, _| !self.values.contains_key(value));
        self.values.append(&mut other.values);
    }

    /// Forgets what is also said where the audience may see it.
    pub(super) fn forget<'a>(&mut self, visible: impl Iterator<Item = &'a str>) {
        let mut said = BTreeSet::new();
        let finder = self.finder();
        for text in visible {
            // Line breaks and quotation marks of JSON.
            let words = words(&text.replace("\\n", "\n").replace("\\\"", "\""));
            for row in words.windows(WINDOW) {
                self.rows.remove(&hash(row));
            }
            said.extend(finder.iter().flat_map(|finder| finder.values_in(&words)));
        }
        let mut index = 0;
        self.values.retain(|_, _| {
            index += 1;
            !said.contains(&(index - 1))
        });
    }

    /// Finds the short values in texts; nothing where there are none.
    fn finder(&self) -> Option<ValueFinder> {
        let found = (!self.values.is_empty()).then(|| AhoCorasick::new(self.values.keys()).ok())?;
        found.map(ValueFinder)
    }

    /// Prepares to look for what was taken out.
    #[must_use]
    pub fn search(&self) -> Search<'_> {
        Search { rows: &self.rows, taken: self.values.values().copied().collect(), finder: self.finder() }
    }
}

/// Looks for what was taken out.
pub struct Search<'a> {
    rows: &'a HashMap<u64, Taken>,
    /// Where each short value stands, in their order.
    taken: Vec<Taken>,
    finder: Option<ValueFinder>,
}

impl Search<'_> {
    /// Returns what a text says of it, in the order of places.
    #[must_use]
    pub fn find(&self, text: &str) -> BTreeSet<Taken> {
        let words = words(text);
        let rows = words.windows(WINDOW).filter_map(|row| self.rows.get(&hash(row)).copied());
        let values = self.finder.iter().flat_map(|finder| finder.values_in(&words));
        let values: Vec<Taken> = values.filter_map(|index| self.taken.get(index).copied()).collect();
        rows.chain(values).collect()
    }
}

struct ValueFinder(AhoCorasick);

impl ValueFinder {
    /// Returns the numbers of the values that stand in a text.
    fn values_in(&self, words: &[String]) -> Vec<usize> {
        let text = joined(words);
        self.0.find_overlapping_iter(&text).map(|found| found.pattern().as_usize()).collect()
    }
}

/// The words of a text, whatever stands between them.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Words with a space before, between and behind them, so that none is found in the midst of another.
fn joined(words: &[String]) -> String {
    let mut text = String::from(" ");
    for word in words {
        text.push_str(word);
        text.push(' ');
    }
    text
}

fn hash(row: &[String]) -> u64 {
    let mut hasher = blake3::Hasher::new();
    for word in row {
        hasher.update(word.as_bytes()).update(b" ");
    }
    let [a, b, c, d, e, f, g, h, ..] = *hasher.finalize().as_bytes();
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}
