//! The files of a search: a manifest, the index in ranges of the alphabet, and the texts in handfuls of pages.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::words::Language;

use super::document::{Group, Page};
use super::encode::{SHARD, shards};
use super::gather::{Gathered, Gatherer};
use super::invert::invert;
use super::pack::{Packed, pack};
use super::stop;
use super::synonyms::Synonyms;

/// The version of the files. A program that reads another one says so instead of reading.
pub(super) const VERSION: u32 = 1;

/// The file that is loaded first, and names all others.
pub const MANIFEST: &str = "m";

/// How many pages are read together: few enough to be spread over processors, enough to know most words.
const BATCH: usize = 128;

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

/// The file that says what is where.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub version: u32,
    /// The languages of the trees of the site.
    pub languages: Vec<String>,
    /// What the search says, by language.
    pub words: serde_json::Map<String, serde_json::Value>,
    /// Words that say nothing.
    pub stop: String,
    /// The messages that say what a page is.
    pub kinds: Vec<String>,
    /// The messages that say whether it was ever proven.
    pub proofs: Vec<String>,
    /// How many sections each page has.
    pub sections: Vec<usize>,
    /// Language, group, and number of pages that follow each other in both.
    pub runs: Vec<(String, usize, usize)>,
    /// The services that pages are about, each with its pages, as steps from one to the next.
    pub services: Vec<(String, Vec<usize>)>,
    /// Pages that are another in other words, and that other.
    pub twins: Vec<(usize, usize)>,
    /// How many pages each file of texts has, and its checksum.
    pub texts: Vec<(usize, u32)>,
    /// Where each range of the index starts, and its checksum.
    pub shards: Vec<(String, u32)>,
}

/// A page in a file of texts. Names are short: there are many.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Stored {
    /// Title.
    pub t: String,
    /// Address in each tree.
    pub a: Vec<Option<String>>,
    /// What it is, by its position in the manifest.
    pub k: usize,
    /// Whether it was proven, by its position in the manifest plus one.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub p: usize,
    /// Symptoms, alerts, and other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub n: Vec<String>,
    /// Sections: anchor, heading, text.
    pub s: Vec<(String, String, String)>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// What the manifest says of a page.
struct Entry {
    key: String,
    language: Language,
    group: Group,
    services: Vec<String>,
    sections: usize,
}

/// What is made of a batch of pages.
struct Batch {
    gathered: Gathered,
    entries: Vec<Entry>,
    texts: Vec<(usize, u32)>,
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
    let batches: Vec<Batch> = starts
        .into_par_iter()
        .map(|start| {
            let pages: Vec<Page> = (start..count.min(start + BATCH)).map(page).collect();
            let texts = store(&pages, start, size, messages, put);
            let entries = pages.iter().map(Entry::of).collect();
            Batch { gathered: gatherer.gather(&pages), entries, texts }
        })
        .collect();
    let (mut gathered, mut entries, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    for batch in batches {
        gathered.push(batch.gathered);
        entries.extend(batch.entries);
        texts.extend(batch.texts);
    }
    let index = invert(gathered, &synonyms);
    let shards: Vec<(String, u32)> = shards(&index, size)
        .into_par_iter()
        .enumerate()
        .map(|(number, shard)| {
            let name = format!("i/{number}");
            let Packed { script, sum } = pack(&name, &shard.bytes);
            put(&name, script);
            (shard.start, sum)
        })
        .collect();
    let manifest = manifest(purpose, messages, &entries, texts, shards);
    let bytes = serde_json::to_vec(&manifest).unwrap_or_default();
    put(MANIFEST, pack(MANIFEST, &bytes).script);
}

/// Writes the texts of pages into files of about `size` bytes, each called by its first page.
fn store(
    pages: &[Page],
    first: usize,
    size: usize,
    messages: &Messages,
    put: &(dyn Fn(&str, Vec<u8>) + Sync),
) -> Vec<(usize, u32)> {
    let mut files = Vec::new();
    let (mut json, mut from) = (Vec::from(b"["), 0);
    for (index, page) in pages.iter().enumerate() {
        if index > from {
            json.push(b',');
        }
        json.extend(serde_json::to_vec(&Stored::of(page, messages)).unwrap_or_default());
        if is_end(&json, page, size) || index + 1 == pages.len() {
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

/// Whether a file of texts ends with a page. Some pages end it early, by their keys: where one page grows, the files behind it soon
/// start where they did.
fn is_end(json: &[u8], page: &Page, size: usize) -> bool {
    let number: usize = page.key.bytes().map(usize::from).sum();
    json.len() >= size || json.len() >= size / 2 && number.is_multiple_of(3)
}

fn manifest(
    purpose: Purpose<'_>,
    messages: &Messages,
    entries: &[Entry],
    texts: Vec<(usize, u32)>,
    shards: Vec<(String, u32)>,
) -> Manifest {
    let mut runs: Vec<(String, usize, usize)> = Vec::new();
    let mut services: std::collections::BTreeMap<&str, Vec<usize>> = std::collections::BTreeMap::new();
    let mut originals: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    let mut twins = Vec::new();
    for (page, entry) in entries.iter().enumerate() {
        let (language, group) = (entry.language.as_str(), entry.group as usize);
        match runs.last_mut() {
            Some((last, same, pages)) if last == language && *same == group => *pages += 1,
            _ => runs.push((language.to_owned(), group, 1)),
        }
        for service in &entry.services {
            services.entry(service).or_default().push(page);
        }
        let original = *originals.entry(&entry.key).or_insert(page);
        if original != page {
            twins.push((page, original));
        }
    }
    let steps = |pages: Vec<usize>| {
        let mut last = 0;
        let step = |page| {
            let step = page - last;
            last = page;
            step
        };
        pages.into_iter().map(step).collect()
    };
    Manifest {
        version: VERSION,
        languages: purpose.languages.iter().map(ToString::to_string).collect(),
        words: purpose.words,
        stop: stop::WORDS.split_ascii_whitespace().collect::<Vec<_>>().join(" "),
        kinds: messages.kinds.clone(),
        proofs: messages.proofs.clone(),
        sections: entries.iter().map(|entry| entry.sections).collect(),
        runs,
        services: services.into_iter().map(|(name, pages)| (name.to_owned(), steps(pages))).collect(),
        twins,
        texts,
        shards,
    }
}

impl Entry {
    fn of(page: &Page) -> Self {
        Self {
            key: page.key.clone(),
            language: page.language.clone(),
            group: page.group,
            services: page.services.clone(),
            sections: page.sections.len(),
        }
    }
}

impl Stored {
    fn of(page: &Page, messages: &Messages) -> Self {
        let position = |all: &[String], message: &str| all.iter().position(|known| known == message);
        let text = |parts: &[super::Part]| parts.iter().map(super::Part::text).collect::<Vec<_>>().join(" ");
        Self {
            t: page.title.clone(),
            a: page.addresses.clone(),
            k: position(&messages.kinds, &page.kind).unwrap_or_default(),
            p: page.proof.as_ref().and_then(|proof| position(&messages.proofs, proof)).map_or(0, |proof| proof + 1),
            n: page.names.clone(),
            s: page
                .sections
                .iter()
                .map(|section| (section.anchor.clone(), section.heading.clone(), text(&section.parts)))
                .collect(),
        }
    }
}
