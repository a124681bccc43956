//! What was told of two commits, kept for the next run.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::chronicle::Changes;
use crate::io::cache::Cache;
use crate::io::world;

use super::Stretch;

/// What changed between pairs of commits.
pub(super) struct Memory {
    cache: Option<Cache>,
    /// What tells this program from another build of it, which may tell otherwise; without it nothing is kept.
    tool: Option<String>,
    known: BTreeMap<String, Changes>,
    /// Those that this run asked for.
    used: BTreeMap<String, Changes>,
    is_changed: bool,
}

/// The same, as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    tool: String,
    changes: BTreeMap<String, Changes>,
}

impl Memory {
    /// Reads what the last run left.
    pub(super) fn read(caches: Option<&Path>, root: &Path) -> Self {
        let cache = caches.map(|caches| Cache::of(caches, "changes", root));
        let tool = world::own_stamp();
        let kept = cache.as_ref().and_then(Cache::recall);
        let kept: Option<Kept> = kept.and_then(|kept| serde_json::from_slice(&kept).ok());
        let known = kept.filter(|kept| Some(&kept.tool) == tool.as_ref()).map(|kept| kept.changes);
        Self { cache, tool, known: known.unwrap_or_default(), used: BTreeMap::new(), is_changed: false }
    }

    /// Returns what was told of a stretch.
    pub(super) fn recall(&self, stretch: &Stretch) -> Option<Changes> {
        let key = key(stretch);
        self.used.get(&key).or_else(|| self.known.get(&key)).cloned()
    }

    /// Takes down what was told of a stretch.
    pub(super) fn remember(&mut self, stretch: &Stretch, changes: &Changes) {
        let key = key(stretch);
        self.is_changed |= !self.known.contains_key(&key) && !self.used.contains_key(&key);
        self.used.insert(key, changes.clone());
    }

    /// Leaves what this run asked for.
    pub(super) fn write(self) {
        let (Some(cache), Some(tool)) = (self.cache, self.tool) else { return };
        if self.is_changed
            && let Ok(bytes) = serde_json::to_vec(&Kept { tool, changes: self.used })
        {
            cache.keep(&bytes);
        }
    }
}

/// Names a stretch: what lies between two commits never changes.
fn key(stretch: &Stretch) -> String {
    let before = stretch.before.as_ref().map(|before| before.id.to_string()).unwrap_or_default();
    format!("{before}..{}", stretch.last.id)
}
