//! Which files each version has: what a build leaves for the next one.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::bundle::{FileDigest, Manifest, SitePath};
use crate::io::cache::Cache;
use crate::io::world;
use crate::output::Version;

/// The files of versions, by what went into them.
pub(super) struct Memory {
    cache: Option<Cache>,
    /// What tells this program from another build of it, which may make other pages; without it nothing is remembered.
    tool: Option<String>,
    known: BTreeMap<String, Manifest>,
    /// Those that this build has.
    used: BTreeMap<String, Manifest>,
    is_changed: bool,
}

/// A file: address, length, SHA-256.
#[derive(Serialize, Deserialize)]
struct KeptFile(String, u64, [u8; 32]);

impl Memory {
    /// Reads what the last build of a project left.
    pub(super) fn read(caches: Option<&Path>, root: &Path) -> Self {
        let cache = caches.map(|caches| Cache::of(caches, "versions", root));
        let kept = cache.as_ref().and_then(Cache::recall);
        let kept: BTreeMap<String, Vec<KeptFile>> =
            kept.and_then(|kept| serde_json::from_slice(&kept).ok()).unwrap_or_default();
        let known = kept.into_iter().filter_map(|(key, files)| Some((key, manifest(files)?))).collect();
        Self { cache, tool: world::own_stamp(), known, used: BTreeMap::new(), is_changed: false }
    }

    /// Names what goes into a version: the commit, what is said of it, this program.
    pub(super) fn key(&self, version: &Version) -> Option<String> {
        let Version { name, note, revision, folder } = version;
        Some(format!("{} {folder} {name:?} {note:?} {:?}", self.tool.as_ref()?, (&revision.id, &revision.author)))
    }

    /// Returns the files of a version that was made before.
    pub(super) fn recall(&mut self, key: &Option<String>) -> Option<&Manifest> {
        let key = key.as_ref()?;
        let manifest = self.known.remove(key)?;
        Some(self.used.entry(key.clone()).or_insert(manifest))
    }

    /// Takes down the files of a version.
    pub(super) fn remember(&mut self, key: Option<String>, manifest: Manifest) {
        let Some(key) = key else { return };
        self.is_changed = true;
        self.used.insert(key, manifest);
    }

    /// Leaves what this build has.
    pub(super) fn write(self) {
        let Some(cache) = self.cache.filter(|_| self.is_changed) else { return };
        let kept: BTreeMap<&String, Vec<KeptFile>> = self
            .used
            .iter()
            .map(|(key, manifest)| {
                let file =
                    |(path, digest): (&SitePath, &FileDigest)| KeptFile(path.to_string(), digest.length, digest.sha256);
                (key, manifest.files.iter().map(file).collect())
            })
            .collect();
        if let Ok(kept) = serde_json::to_vec(&kept) {
            cache.keep(&kept);
        }
    }
}

fn manifest(files: Vec<KeptFile>) -> Option<Manifest> {
    let file = |KeptFile(path, length, sha256)| Some((SitePath::new(&path)?, FileDigest { length, sha256 }));
    Some(Manifest { files: files.into_iter().map(file).collect::<Option<_>>()? })
}
