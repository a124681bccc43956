//! Which file of a parent became a file that the parent does not hold: the same bytes, else at least half the lines.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use git2::{Oid, Repository};

use super::trees::Moved;

/// How many files that went are held against each file that came. More are only compared by their bytes.
const MOST_COMPARED: usize = 200;

/// A longer file is only compared by its bytes.
const LONGEST: usize = 1 << 20;

/// The files that were renamed between a parent and a commit.
pub(super) struct Renames(BTreeMap<Vec<u8>, Moved>);

impl Renames {
    /// Finds what the files of these names were before; `added` and `removed` are all files that came and went.
    pub(super) fn find(
        repository: &Repository,
        names: &BTreeSet<&[u8]>,
        added: Vec<Moved>,
        removed: Vec<Moved>,
    ) -> Self {
        let mut renames = BTreeMap::new();
        let mut left: BTreeMap<Vec<u8>, Oid> = removed.into_iter().map(|moved| (moved.name, moved.id)).collect();
        let mut by_content: HashMap<Oid, BTreeSet<Vec<u8>>> = HashMap::new();
        for (name, id) in &left {
            by_content.entry(*id).or_default().insert(name.clone());
        }
        // Every file that came takes its match, wanted or not: two files were not both the one that went.
        let mut changed = Vec::new();
        for file in added {
            let same = by_content.get_mut(&file.id).and_then(|names| {
                let alike = names.iter().find(|name| base(name) == base(&file.name)).or_else(|| names.first()).cloned();
                alike.inspect(|name| _ = names.remove(name))
            });
            match same {
                Some(name) => {
                    left.remove(&name);
                    renames.insert(file.name, Moved { name, id: file.id });
                }
                None => changed.push(file),
            }
        }
        changed.retain(|file| names.contains(file.name.as_slice()));
        if !changed.is_empty() && changed.len() <= MOST_COMPARED && left.len() <= MOST_COMPARED {
            similar(repository, &changed, left, &mut renames);
        }
        Self(renames)
    }

    /// Returns what a file was before.
    pub(super) fn before(&self, name: &[u8]) -> Option<&Moved> {
        self.0.get(name)
    }
}

/// Pairs files that share at least half their lines, the most alike first.
fn similar(
    repository: &Repository,
    added: &[Moved],
    removed: BTreeMap<Vec<u8>, Oid>,
    renames: &mut BTreeMap<Vec<u8>, Moved>,
) {
    let removed: Vec<_> =
        removed.into_iter().filter_map(|(name, id)| Some((name, id, Lines::of(repository, id)?))).collect();
    let mut pairs = Vec::new();
    for (new, file) in added.iter().enumerate() {
        let Some(lines) = Lines::of(repository, file.id) else { continue };
        for (old, (name, _, before)) in removed.iter().enumerate() {
            // A page does not become an inventory.
            if extension(name) == extension(&file.name)
                && let Some(likeness) = lines.likeness(before)
            {
                pairs.push((std::cmp::Reverse(likeness), base(name) != base(&file.name), new, old));
            }
        }
    }
    pairs.sort_unstable();
    let (mut taken_new, mut taken_old) = (BTreeSet::new(), BTreeSet::new());
    for (_, _, new, old) in pairs {
        if !taken_new.contains(&new) && taken_old.insert(old) {
            taken_new.insert(new);
            let (name, id, _) = &removed[old];
            renames.insert(added[new].name.clone(), Moved { name: name.clone(), id: *id });
        }
    }
}

/// The lines of a file, each with how often it stands there.
struct Lines {
    counts: HashMap<u64, usize>,
    bytes: usize,
}

impl Lines {
    fn of(repository: &Repository, id: Oid) -> Option<Self> {
        let blob = repository.find_blob(id).ok()?;
        let content = blob.content();
        if content.len() > LONGEST {
            return None;
        }
        let mut counts = HashMap::new();
        for line in content.split_inclusive(|byte| *byte == b'\n') {
            // A line weighs what it has of bytes.
            *counts.entry(hash(line)).or_default() += line.len();
        }
        Some(Self { counts, bytes: content.len() })
    }

    /// How much two files share, in percent of the longer one; nothing below one half, as git has it.
    fn likeness(&self, other: &Self) -> Option<usize> {
        let longer = self.bytes.max(other.bytes);
        if longer == 0 || self.bytes.min(other.bytes) * 2 < longer {
            return None;
        }
        let shared: usize =
            self.counts.iter().map(|(line, bytes)| other.counts.get(line).map_or(0, |theirs| *bytes.min(theirs))).sum();
        (shared * 2 >= longer).then_some(shared * 100 / longer)
    }
}

/// A hash that is the same on every machine.
fn hash(line: &[u8]) -> u64 {
    let [a, b, c, d, e, f, g, h, ..] = *blake3::hash(line).as_bytes();
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

fn base(name: &[u8]) -> &[u8] {
    name.rsplit(|byte| *byte == b'/').next().unwrap_or_default()
}

fn extension(name: &[u8]) -> Option<&[u8]> {
    let base = base(name);
    base.iter().rposition(|byte| *byte == b'.').map(|dot| &base[dot + 1..])
}
