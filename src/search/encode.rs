//! The bytes of an index: shards of one alphabetical range each, so that a query loads what it asks for and no more.
//!
//! A shard holds, in this order (numbers are LEB128 varints, as in Protocol Buffers):
//!
//! | | |
//! |---|---|
//! | length of the text, text | one line per form, sorted: a character that says how many characters it shares with the form before (`0` + n), then the rest of it |
//! | number of classes | |
//! | per form: reference | 0 for the next class, n for the n-th before it |
//! | per class: length of `also`, `also` | the forms of its synonyms, one a line |
//! | per class: rarity, number of sections, length of postings | |
//! | per class: postings | one number per section: (sections passed over) · 16 + value |

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::invert::{Class, Inverted};
use super::postings::number as write;

/// The most characters that a form shares with the one before: the character that says so stays in ASCII.
const MOST_SHARED: usize = 70;

/// How many bytes a shard has before it is packed, about.
pub(super) const SHARD: usize = 10_000;

/// A range of the index.
#[derive(Debug)]
pub(super) struct Shard {
    /// What the words in it start with, or come after: the first of them, cut to what tells it from the shard before.
    pub start: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Cuts an index into shards. Words that share their first two letters stay together while they fit.
pub(super) fn shards(index: &Inverted, size: usize) -> Vec<Shard> {
    let mut shards = Vec::new();
    let mut from = 0;
    while from < index.forms.len() {
        let to = end(index, from, size);
        let start = if from == 0 { String::new() } else { telling(&index.forms[from - 1].0, &index.forms[from].0) };
        shards.push(Shard { start, bytes: encode(&index.forms[from..to], &index.classes) });
        from = to;
    }
    shards
}

/// Returns where a shard ends that starts at a form: before it grows too large, at the last change of the first two letters, else
/// of the first three, …, if it is half full there.
fn end(index: &Inverted, from: usize, size: usize) -> usize {
    let mut bytes = 0;
    let mut told: HashSet<u32, RandomState> = HashSet::default();
    // Where the first two, three, … letters changed last, and how much stands before.
    let mut changes = [(from, 0); 4];
    for at in from..index.forms.len() {
        let (form, class) = &index.forms[at];
        if at > from {
            for (place, letters) in changes.iter_mut().zip(2..) {
                if prefix(&index.forms[at - 1].0, letters) != prefix(form, letters) {
                    *place = (at, bytes);
                }
            }
        }
        bytes += form.len() / 2 + 4;
        if told.insert(*class) {
            bytes += postings_length(&index.classes[*class as usize].postings);
        }
        if bytes > size && at > from {
            let full = changes.into_iter().find(|(place, before)| *place > from && *before >= size / 2);
            return full.map_or(at, |(place, _)| place);
        }
    }
    index.forms.len()
}

/// How many bytes a list of sections takes, about: one for each, and one more where they lie far apart.
fn postings_length(postings: &[(u32, u8)]) -> usize {
    let last = postings.last().map_or(0, |(section, _)| *section as usize);
    if last / postings.len().max(1) < 8 { postings.len() * 5 / 4 } else { postings.len() * 2 }
}

fn prefix(form: &str, letters: usize) -> &str {
    form.char_indices().nth(letters).map_or(form, |(end, _)| &form[..end])
}

/// Returns the shortest beginning of a form that comes after the form before it.
fn telling(before: &str, form: &str) -> String {
    let shared = before.chars().zip(form.chars()).take_while(|(one, other)| one == other).count();
    prefix(form, shared + 1).to_owned()
}

fn encode(forms: &[(String, u32)], classes: &[Class]) -> Vec<u8> {
    let mut text = String::new();
    let mut references: Vec<usize> = Vec::with_capacity(forms.len());
    // The classes in the order in which they come first.
    let mut order: Vec<u32> = Vec::new();
    let mut places: HashMap<u32, usize, RandomState> = HashMap::default();
    let mut before = "";
    for (form, class) in forms {
        let shared = before.chars().zip(form.chars()).take_while(|(one, other)| one == other).count().min(MOST_SHARED);
        text.push(char::from(b'0' + u8::try_from(shared).unwrap_or_default()));
        text.push_str(&form[prefix(form, shared).len()..]);
        text.push('\n');
        before = form;
        match places.get(class) {
            Some(place) => references.push(order.len() - place),
            None => {
                places.insert(*class, order.len());
                order.push(*class);
                references.push(0);
            }
        }
    }
    let mut bytes = Vec::new();
    string(&mut bytes, text.trim_end_matches('\n'));
    number(&mut bytes, order.len());
    references.into_iter().for_each(|reference| number(&mut bytes, reference));
    let of = |class: &u32| &classes[*class as usize];
    order.iter().for_each(|class| string(&mut bytes, &of(class).also.join("\n")));
    let postings: Vec<Vec<u8>> = order.iter().map(|class| postings(&of(class).postings)).collect();
    for (class, postings) in order.iter().zip(&postings) {
        bytes.push(of(class).rarity);
        number(&mut bytes, of(class).postings.len());
        number(&mut bytes, postings.len());
    }
    bytes.extend(postings.into_iter().flatten());
    bytes
}

fn postings(sections: &[(u32, u8)]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(sections.len() * 2);
    let mut next = 0;
    for (section, value) in sections {
        number(&mut bytes, (section - next) as usize * 16 + usize::from(*value));
        next = section + 1;
    }
    bytes
}

fn string(bytes: &mut Vec<u8>, text: &str) {
    number(bytes, text.len());
    bytes.extend_from_slice(text.as_bytes());
}

fn number(bytes: &mut Vec<u8>, number: usize) {
    write(bytes, u32::try_from(number).unwrap_or(u32::MAX));
}
