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

use unicode_normalization::UnicodeNormalization;

/// A longer word is no word but a hash, a key, or a picture in base64.
pub(super) const LONGEST_WORD: usize = 40;

/// A longer chunk is found by its words alone.
const LONGEST_CHUNK: usize = 60;

/// A chunk of more atoms (the title of a page in an address) is found by its words alone.
const MOST_ATOMS: usize = 8;

/// Words joined to one: `mx1.example.org`, `KubePodCrashLooping`, or a single word.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Chunk {
    /// Its words, folded.
    pub words: Vec<String>,
    /// Its smallest parts, folded; the words themselves where none of them is in camel case.
    pub atoms: Vec<String>,
    /// Its atoms run together, from the first one on, from the second, …; none for a single atom.
    pub runs: Vec<String>,
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
    let mut lower = String::new();
    for piece in text.split_ascii_whitespace() {
        let folded = fold(piece);
        let mut rest = &*folded;
        while let Some(start) = rest.find(is_word) {
            let length = chunk_length(&rest[start..]);
            let text = &rest[start..start + length];
            rest = &rest[start + length..];
            if text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
                if length <= LONGEST_WORD {
                    each(Piece::Word(text));
                }
            } else if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) && is_capitalised(text) {
                if length <= LONGEST_WORD {
                    lower.clear();
                    lower.push_str(text);
                    lower.make_ascii_lowercase();
                    each(Piece::Word(&lower));
                }
            } else if read(text, &mut chunk) {
                match chunk {
                    Chunk { ref words, ref runs, .. } if words.len() == 1 && runs.is_empty() => {
                        each(Piece::Word(&words[0]));
                    }
                    _ => each(Piece::Chunk(&chunk)),
                }
            }
        }
    }
}

/// Takes a text apart, single words as chunks, too.
pub(super) fn chunks(text: &str, mut each: impl FnMut(&Chunk)) {
    pieces(text, |piece| match piece {
        Piece::Word(word) => {
            each(&Chunk { words: vec![word.to_owned()], atoms: vec![word.to_owned()], runs: Vec::new() });
        }
        Piece::Chunk(chunk) => each(chunk),
    });
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
            'ß' | 'ẞ' => folded.push_str("ss"),
            'ø' | 'Ø' => folded.push('o'),
            'ł' | 'Ł' => folded.push('l'),
            'đ' | 'Đ' => folded.push('d'),
            'ς' => folded.push('σ'),
            other => folded.push(other),
        }
    }
    Cow::Owned(folded)
}

/// Whether a character is part of words. Beyond ASCII, all that is no punctuation or symbol of the common blocks; nothing beyond
/// the Basic Multilingual Plane, whose order differs between the two programs.
pub(super) fn is_word(character: char) -> bool {
    match character {
        '0'..='9' | 'A'..='Z' | 'a'..='z' => true,
        '\0'..='\u{BF}' => matches!(character, '\u{AA}' | '\u{B5}' | '\u{BA}'),
        '\u{C0}'..='\u{1FFF}' => !matches!(
            character,
            '×' | '÷'
                | '\u{37E}'
                | '\u{387}'
                | '\u{589}'
                | '\u{5BE}'
                | '\u{60C}'
                | '\u{61B}'
                | '\u{61F}'
                | '\u{964}'
                | '\u{965}'
        ),
        '\u{2C00}'..='\u{2DFF}' | '\u{3040}'..='\u{D7FF}' | '\u{F900}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => true,
        _ => false,
    }
}

/// Whether a character is a word by itself: Chinese and Japanese are written without blanks.
fn stands_alone(character: char) -> bool {
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

/// Reads a chunk; returns whether anything is left of it.
fn read(text: &str, chunk: &mut Chunk) -> bool {
    let Chunk { words, atoms, runs } = chunk;
    words.clear();
    atoms.clear();
    runs.clear();
    // The chunk run together, and where its atoms start in it.
    let mut whole = String::new();
    let mut starts: Vec<usize> = Vec::new();
    for word in text.split(joins) {
        let folded = lower(word);
        if between_digits(&whole, &folded) {
            // Two addresses must not run together to one: 10.1.11.1 and 10.11.1.1.
            whole.push('.');
        }
        let offset = whole.len();
        whole.push_str(&folded);
        if folded.chars().count() > LONGEST_WORD {
            continue;
        }
        let parts = if word.is_ascii() { camel(word) } else { Vec::new() };
        if parts.is_empty() {
            starts.push(offset);
            atoms.push(folded.clone());
        } else {
            starts.extend(parts.iter().map(|(start, _)| offset + start));
            atoms.extend(parts.iter().map(|(start, end)| folded[*start..*end].to_owned()));
        }
        words.push(folded);
    }
    if atoms.len() > 1 && atoms.len() <= MOST_ATOMS && whole.chars().count() <= LONGEST_CHUNK {
        runs.extend(starts[..starts.len() - 1].iter().map(|start| whole[*start..].to_owned()));
    }
    !words.is_empty()
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
    let begins = |at: &usize| {
        let (before, here, after) = (bytes[at - 1], bytes[*at], bytes.get(at + 1));
        here.is_ascii_uppercase()
            && (before.is_ascii_lowercase()
                || before.is_ascii_digit()
                || before.is_ascii_uppercase() && after.is_some_and(u8::is_ascii_lowercase))
    };
    let mut bounds = vec![0];
    bounds.extend((1..bytes.len()).filter(begins));
    bounds.push(bytes.len());
    let mut parts: Vec<(usize, usize)> = bounds.windows(2).map(|pair| (pair[0], pair[1])).collect();
    parts.retain(|(start, end)| end - start >= 2);
    if parts.len() < 2 { Vec::new() } else { parts }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The chunks of a text, each as its words, atoms and runs.
    pub(in crate::search) fn shown(text: &str) -> Vec<[Vec<String>; 3]> {
        let mut shown = Vec::new();
        chunks(text, |chunk| shown.push([chunk.words.clone(), chunk.atoms.clone(), chunk.runs.clone()]));
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
