//! The files of a search: a manifest, the index in ranges of the alphabet, and the texts in handfuls of pages.

use rayon::prelude::*;

use crate::words::Language;

use super::document::Page;
use super::encode::{SHARD, shards};
use super::gather::{Gathered, Gatherer};
use super::invert::Inverter;
use super::manifest::{ABOUTS, Entry, MANIFEST, Manifest, abouts};
use super::pack::{Packed, pack};
use super::stop;
use super::stored::Stored;
use super::synonyms::Synonyms;

/// How many pages are read together: few enough to be spread over processors, enough to know most words.
const BATCH: usize = 128;

/// How many batches are under way before they are put together: enough for every processor, and no whole site in memory.
const WAVE: usize = 16;

/// From how many pages on the texts are cut into larger pieces: a large site would else be a heap of small files.
const MANY_PAGES: usize = 3000;

/// What an index is made for.
pub struct Purpose<'a> {
    /// The languages of the site, each with its tree.
    pub languages: &'a [Language],
    /// What the search says, in each of these languages.
    pub words: serde_json::Map<String, serde_json::Value>,
    /// Words of the project that mean the same.
    pub synonyms: &'a [Vec<String>],
}

/// What is made of a batch of pages.
struct Batch {
    gathered: Gathered,
    entries: Vec<Entry>,
    texts: Vec<(usize, u16)>,
}

/// The messages that pages use, in the order of their numbers.
pub struct Messages {
    /// What pages are.
    pub kinds: Vec<String>,
    /// Whether they were ever proven.
    pub proofs: Vec<String>,
}

/// Makes the files of a search over `count` pages, which are asked for in any order, from several threads, and hands each to `put`
/// under its name without extension. Pages of one language and group should follow each other.
pub fn write(
    purpose: Purpose<'_>,
    messages: &Messages,
    count: usize,
    page: &(dyn Fn(usize) -> Page + Sync),
    put: &(dyn Fn(&str, Vec<u8>) + Sync),
) {
    let stop = stop::words();
    let is_stop = |word: &str| stop.contains(word);
    let synonyms = Synonyms::new(purpose.synonyms, &is_stop);
    let gatherer = Gatherer { synonyms: &synonyms, is_stop: &is_stop };
    let size = if count < MANY_PAGES { SHARD } else { 2 * SHARD };
    let starts: Vec<usize> = (0..count).step_by(BATCH).collect();
    let (mut inverter, mut entries, mut texts) = (Inverter::default(), Vec::new(), Vec::new());
    for wave in starts.chunks(WAVE) {
        let batches: Vec<Batch> = wave
            .par_iter()
            .map(|start| {
                let pages: Vec<Page> = (*start..count.min(start + BATCH)).map(page).collect();
                let gathered = gatherer.gather(&pages);
                let entries = pages.iter().map(Entry::of).collect();
                Batch { gathered, entries, texts: store(pages, *start, size, messages, put) }
            })
            .collect();
        for batch in batches {
            inverter.add(batch.gathered);
            entries.extend(batch.entries);
            texts.extend(batch.texts);
        }
    }
    let index = inverter.finish(&synonyms);
    let shards: Vec<(String, u16)> = shards(&index, size)
        .into_par_iter()
        .enumerate()
        .map(|(number, shard)| {
            let name = format!("i/{number}");
            let Packed { script, sum } = pack(&name, &shard.bytes);
            put(&name, script);
            (shard.start, sum)
        })
        .collect();
    let mut manifest = Manifest::new(purpose, messages, &entries);
    let Packed { script, sum } =
        pack(ABOUTS, &serde_json::to_vec(&abouts(&manifest.services, &entries)).unwrap_or_default());
    put(ABOUTS, script);
    (manifest.abouts, manifest.texts, manifest.shards) = (sum, texts, shards);
    put(MANIFEST, pack(MANIFEST, &serde_json::to_vec(&manifest).unwrap_or_default()).script);
}

/// Writes the texts of pages into files of about `size` bytes, each called by its first page.
fn store(
    pages: Vec<Page>,
    first: usize,
    size: usize,
    messages: &Messages,
    put: &(dyn Fn(&str, Vec<u8>) + Sync),
) -> Vec<(usize, u16)> {
    let mut files = Vec::new();
    let (count, mut json, mut from) = (pages.len(), Vec::from(b"["), 0);
    for (index, page) in pages.into_iter().enumerate() {
        if index > from {
            json.push(b',');
        }
        let number: usize = page.key.bytes().map(usize::from).sum();
        // Writing to memory does not fail.
        let _ = serde_json::to_writer(&mut json, &Stored::of(page, messages));
        // Some pages end a file early, by their keys: where one page grows, the files behind it soon start where they did.
        let is_end = json.len() >= size || json.len() >= size / 2 && number.is_multiple_of(3);
        if is_end || index + 1 == count {
            json.push(b']');
            let name = format!("d/{}", first + from);
            let Packed { script, sum } = pack(&name, &json);
            put(&name, script);
            files.push((index + 1 - from, sum));
            json.truncate(1);
            from = index + 1;
        }
    }
    files
}
