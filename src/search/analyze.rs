//! A text as the words by which it is found.
//!
//! The reader's browser takes queries apart in the same way (`themes/default/js/search/analyze.js`); `tests/search/tokens.json` is
//! read by both, so that they cannot drift apart. Everything here is therefore written down in characters, not in properties of a
//! Unicode version: two programs of different years must agree.
//!
//! 1. *Fold*: compatibility decomposition (Unicode NFKD), marks dropped, `œ` and `æ` as two letters. `état`, `État`, `ETAT` are one.
//! 2. *Chunks*: words joined by one of `. _ - ‐` each, such as `mx1.example.org`, `kube-apiserver`, `node_cpu_seconds_total`.
//! 3. *Atoms*: the words of a chunk, those in camel case taken apart: `KubePodCrashLooping` has four.
//! 4. A chunk of several atoms is also found by its atoms run together, from each atom on: `podcrashlooping`, `exampleorg`. So
//!    `Rocket.Chat`, `rocket-chat` and `rocketchat` are one, and any part of a long name is the beginning of something.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// A longer word is no word but a hash, a key, or a picture in base64.
pub(super) const LONGEST_WORD: usize = 40;

/// A longer chunk is found by its words alone.
const LONGEST_CHUNK: usize = 60;

/// A chunk of more atoms (the title of a page in an address) is found by its words alone.
const MOST_ATOMS: usize = 8;

/// Words joined to one: `mx1.example.org`, `KubePodCrashLooping`, or a single word.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    /// Its words run together, folded; a dot where digits would meet.
    whole: String,
    /// Where its words stand.
    words: Vec<Range<usize>>,
    /// Where its smallest parts stand: the words themselves where none of them is in camel case.
    atoms: Vec<Range<usize>>,
}

impl Chunk {
    /// Returns its words.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|place| &self.whole[place.clone()])
    }

    /// Returns its smallest parts.
    pub(super) fn atoms(&self) -> impl Iterator<Item = &str> {
        self.atoms.iter().map(|place| &self.whole[place.clone()])
    }

    /// Returns its atoms run together, from the first one on, from the second, …; none for a single atom.
    pub(super) fn runs(&self) -> impl Iterator<Item = &str> {
        let is_run = (2..=MOST_ATOMS).contains(&self.atoms.len()) && self.whole.chars().count() <= LONGEST_CHUNK;
        let starts = self.atoms.iter().take(if is_run { self.atoms.len() - 1 } else { 0 });
        starts.map(|atom| &self.whole[atom.start..])
    }

    /// Reads a chunk.
    fn read(&mut self, text: &str) {
        let Self { whole, words, atoms } = self;
        whole.clear();
        words.clear();
        atoms.clear();
        for word in text.split(joins) {
            let parts = if word.is_ascii() { camel(word) } else { Vec::new() };
            let length = word.chars().count();
            if parts.is_empty() && length > LONGEST_WORD {
                continue;
            }
            if between_digits(whole, word) {
                // Two addresses must not run together to one: 10.1.11.1 and 10.11.1.1.
                whole.push('.');
            }
            let start = whole.len();
            if word.is_ascii() {
                whole.push_str(word);
                whole[start..].make_ascii_lowercase();
            } else {
                whole.push_str(&lower(word));
            }
            if length <= LONGEST_WORD {
                words.push(start..whole.len());
            }
            if parts.is_empty() {
                atoms.push(start..whole.len());
            }
            let parts = parts.into_iter().filter(|(from, to)| to - from <= LONGEST_WORD);
            atoms.extend(parts.map(|(from, to)| start + from..start + to));
        }
    }
}

/// A piece of a text as it is found.
pub(super) enum Piece<'a> {
    /// A single word, folded: what nearly all of a text is made of.
    Word(&'a str),
    /// Several words joined, or one of several parts.
    Chunk(&'a Chunk),
}

/// Takes a text apart.
pub(super) fn pieces(text: &str, mut each: impl FnMut(Piece<'_>)) {
    let mut chunk = Chunk::default();
    let mut word = String::new();
    for piece in text.split_ascii_whitespace() {
        let folded = fold(piece);
        let mut rest = &*folded;
        while let Some(start) = rest.find(is_word) {
            let length = chunk_length(&rest[start..]);
            let text = &rest[start..start + length];
            rest = &rest[start + length..];
            if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) && is_capitalised(text) {
                if length <= LONGEST_WORD {
                    word.clear();
                    word.push_str(text);
                    word.make_ascii_lowercase();
                    each(Piece::Word(&word));
                }
                continue;
            }
            chunk.read(text);
            if let ([of], [atom]) = (&chunk.words[..], &chunk.atoms[..])
                && of == atom
            {
                each(Piece::Word(&chunk.whole[of.clone()]));
            } else if !chunk.atoms.is_empty() {
                each(Piece::Chunk(&chunk));
            }
        }
    }
}

/// Whether no capital stands inside a word of ASCII.
fn is_capitalised(word: &str) -> bool {
    !word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
}

/// Folds a text but for its capitals, which tell where words in camel case begin.
pub(super) fn fold(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    for character in text.nfkd() {
        match character {
            // Marks, the soft hyphen, and what has no width.
            '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}' => {}
            'œ' => folded.push_str("oe"),
            'Œ' => folded.push_str("OE"),
            'æ' => folded.push_str("ae"),
            'Æ' => folded.push_str("AE"),
            'ß' => folded.push_str("ss"),
            'ẞ' => folded.push_str("SS"),
            'ø' => folded.push('o'),
            'Ø' => folded.push('O'),
            'ł' => folded.push('l'),
            'Ł' => folded.push('L'),
            'đ' => folded.push('d'),
            'Đ' => folded.push('D'),
            'ς' => folded.push('σ'),
            other => folded.push(other),
        }
    }
    Cow::Owned(folded)
}

/// Punctuation among the letters of Latin-1, Armenian, Hebrew, Arabic and Devanagari.
const PUNCTUATION: [char; 9] = ['×', '÷', '\u{589}', '\u{5BE}', '\u{60C}', '\u{61B}', '\u{61F}', '\u{964}', '\u{965}'];

/// Whether a character is part of words. Beyond ASCII, all that is no punctuation or symbol of the common blocks; nothing beyond
/// the Basic Multilingual Plane, whose order differs between the two programs.
pub(super) fn is_word(character: char) -> bool {
    match character {
        '0'..='9' | 'A'..='Z' | 'a'..='z' => true,
        '\0'..='\u{BF}' => matches!(character, '\u{AA}' | '\u{B5}' | '\u{BA}'),
        '\u{C0}'..='\u{1FFF}' => !PUNCTUATION.contains(&character),
        '\u{2C00}'..='\u{2DFF}' | '\u{3040}'..='\u{D7FF}' | '\u{F900}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => true,
        _ => false,
    }
}

/// Whether a character is a word by itself: Chinese and Japanese are written without blanks.
pub(super) fn stands_alone(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

fn joins(character: char) -> bool {
    matches!(character, '.' | '_' | '-' | '\u{2010}')
}

/// How long the chunk is that a text starts with, in bytes.
fn chunk_length(text: &str) -> usize {
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((start, character)) = characters.next() {
        if stands_alone(character) {
            return if start == 0 { character.len_utf8() } else { end };
        }
        if is_word(character) {
            end = start + character.len_utf8();
        } else {
            let goes_on = characters.peek().is_some_and(|(_, next)| is_word(*next) && !stands_alone(*next));
            if !joins(character) || !goes_on {
                return end;
            }
        }
    }
    end
}

/// Folds the capitals of a word.
pub(super) fn lower(word: &str) -> String {
    // A capital sigma at the end of a word has a small form of its own.
    word.to_lowercase().replace('ς', "σ")
}

fn between_digits(before: &str, after: &str) -> bool {
    before.ends_with(|last: char| last.is_ascii_digit()) && after.starts_with(|first: char| first.is_ascii_digit())
}

/// The parts of a word in camel case that have at least two characters, if there are at least two of them: `CPUThrottlingHigh`,
/// not `IPv6`.
fn camel(word: &str) -> Vec<(usize, usize)> {
    let bytes = word.as_bytes();
    if !bytes.iter().skip(1).any(u8::is_ascii_uppercase) {
        return Vec::new();
    }
    let is_small = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
    let begins = |at: &usize| {
        let (before, here) = (bytes[at - 1], bytes[*at]);
        // `CPUThrottling` has two parts, `URLs` has one.
        let goes_on = before.is_ascii_uppercase() && is_small(at + 1) && is_small(at + 2);
        here.is_ascii_uppercase() && (before.is_ascii_lowercase() || before.is_ascii_digit() || goes_on)
    };
    let mut bounds = vec![0];
    bounds.extend((1..bytes.len()).filter(begins));
    bounds.push(bytes.len());
    let mut parts: Vec<(usize, usize)> = bounds.windows(2).map(|pair| (pair[0], pair[1])).collect();
    parts.retain(|(start, end)| end - start >= 2);
    if parts.len() < 2 { Vec::new() } else { parts }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The chunks of a text, each as its words, atoms and runs.
    fn shown(text: &str) -> Vec<[Vec<String>; 3]> {
        let mut shown = Vec::new();
        pieces(text, |piece| {
            shown.push(match piece {
                Piece::Word(word) => [vec![word.to_owned()], vec![word.to_owned()], Vec::new()],
                Piece::Chunk(chunk) => {
                    let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
                    [chunk.words().collect(), chunk.atoms().collect(), chunk.runs().collect()].map(owned)
                }
            });
        });
        shown
    }

    #[test]
    fn both_programs_take_the_same_texts_apart_in_the_same_way() {
        let fixture: serde_json::Value = serde_json::from_str(include_str!("../../tests/search/tokens.json")).unwrap();
        let cases = fixture.as_array().unwrap();
        assert!(cases.len() > 40);
        for case in cases {
            let text = case["text"].as_str().unwrap();
            assert_eq!(serde_json::to_value(shown(text)).unwrap(), case["chunks"], "{text:?}");
        }
    }
}
