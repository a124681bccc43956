//! The file of a search that is loaded first: what there is, and where.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::words::Language;

use super::document::{Group, Page};
use super::emit::{Messages, Purpose};
use super::stop;

/// The version of the files. A program that reads another one says so instead of reading.
pub(super) const VERSION: u32 = 1;

/// The name of the manifest.
pub(super) const MANIFEST: &str = "m";

/// The name of the file that says which pages are about each service: wanted by the filter alone.
pub(super) const ABOUTS: &str = "s";

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
    /// The services that pages are about.
    pub services: Vec<String>,
    /// The checksum of the file that says which pages are about each.
    pub abouts: u16,
    /// Pages that are another in other words, and that other.
    pub twins: Vec<(usize, usize)>,
    /// How many pages each file of texts has, and its checksum.
    pub texts: Vec<(usize, u16)>,
    /// Where each range of the index starts, and its checksum.
    pub shards: Vec<(String, u16)>,
}

/// What the manifest says of a page.
pub(super) struct Entry {
    pub key: String,
    pub language: Language,
    pub group: Group,
    pub services: Vec<String>,
    pub sections: usize,
}

impl Manifest {
    /// Says what there is. What lies where is known when it has been written.
    pub(super) fn new(purpose: Purpose<'_>, messages: &Messages, entries: &[Entry]) -> Self {
        let mut runs: Vec<(String, usize, usize)> = Vec::new();
        let mut originals: BTreeMap<&str, usize> = BTreeMap::new();
        let mut twins = Vec::new();
        for (page, entry) in entries.iter().enumerate() {
            let (language, group) = (entry.language.as_str(), entry.group as usize);
            match runs.last_mut() {
                Some((last, same, pages)) if last == language && *same == group => *pages += 1,
                _ => runs.push((language.to_owned(), group, 1)),
            }
            let original = *originals.entry(&entry.key).or_insert(page);
            if original != page {
                twins.push((page, original));
            }
        }
        let services: BTreeSet<&String> = entries.iter().flat_map(|entry| &entry.services).collect();
        Self {
            version: VERSION,
            languages: purpose.languages.iter().map(ToString::to_string).collect(),
            words: purpose.words,
            stop: stop::WORDS.split_ascii_whitespace().collect::<Vec<_>>().join(" "),
            kinds: messages.kinds.clone(),
            proofs: messages.proofs.clone(),
            sections: entries.iter().map(|entry| entry.sections).collect(),
            runs,
            services: services.into_iter().cloned().collect(),
            abouts: 0,
            twins,
            texts: Vec::new(),
            shards: Vec::new(),
        }
    }
}

/// Returns the pages about each service, as steps from one to the next.
pub(super) fn abouts(services: &[String], entries: &[Entry]) -> Vec<Vec<usize>> {
    let mut abouts: Vec<(usize, Vec<usize>)> = vec![(0, Vec::new()); services.len()];
    for (page, entry) in entries.iter().enumerate() {
        for service in &entry.services {
            let Ok(at) = services.binary_search(service) else { continue };
            let (last, steps) = &mut abouts[at];
            steps.push(page - std::mem::replace(last, page));
        }
    }
    abouts.into_iter().map(|(_, steps)| steps).collect()
}

impl Entry {
    pub(super) fn of(page: &Page) -> Self {
        Self {
            key: page.key.clone(),
            language: page.language.clone(),
            group: page.group,
            services: page.services.clone(),
            sections: page.sections.len(),
        }
    }
}
