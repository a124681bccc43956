//! Which file of a parent became a file that the parent does not hold: the same bytes, else at least half the lines.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use git2::{Oid, Repository};

use super::pool;
use super::trees::{Moved, Moves};

/// How many files that went are held against each file that came. More are only compared by their bytes.
const MOST_COMPARED: usize = 1000;

/// A longer file is only compared by its bytes.
const LONGEST: usize = 1 << 20;

/// The files that were renamed between a parent and a commit.
pub(super) struct Renames {
    before: BTreeMap<Vec<u8>, Moved>,
    /// Whether all files that came were held against all that went.
    pub(super) is_whole: bool,
    /// What git said when it first failed to read one.
    pub(super) fault: Option<String>,
}

impl Renames {
    /// Finds what the files of these names were before, of all files that differ.
    pub(super) fn find(repository: &Repository, names: &BTreeSet<&[u8]>, moves: Moves) -> Self {
        let mut renames = BTreeMap::new();
        let mut left: BTreeMap<Vec<u8>, Oid> =
            moves.removed.iter().map(|moved| (moved.name.clone(), moved.id)).collect();
        // A file that something else took the place of has gone, too; only its bytes can tell where.
        let mut gone = [Contents::new(moves.removed), Contents::new(moves.replaced)];
        // Every file that came takes its match, wanted or not: two files were not both the one that went.
        let mut changed = Vec::new();
        for file in moves.added {
            match gone.iter_mut().find_map(|contents| contents.take(&file)) {
                Some(name) => {
                    left.remove(&name);
                    renames.insert(file.name, Moved { name, id: file.id });
                }
                None => changed.push(file),
            }
        }
        changed.retain(|file| names.contains(file.name.as_slice()));
        let mut fault = None;
        let is_whole = changed.is_empty() || left.is_empty() || changed.len().max(left.len()) <= MOST_COMPARED;
        if is_whole {
            fault = similar(repository, &changed, left, &mut renames);
        }
        Self { before: renames, is_whole: is_whole && fault.is_none(), fault }
    }

    /// Returns what a file was before.
    pub(super) fn before(&self, name: &[u8]) -> Option<&Moved> {
        self.before.get(name)
    }
}

/// Files by what they hold.
struct Contents(HashMap<Oid, BTreeSet<Vec<u8>>>);

impl Contents {
    fn new(files: Vec<Moved>) -> Self {
        let mut contents: HashMap<Oid, BTreeSet<Vec<u8>>> = HashMap::new();
        for Moved { name, id } in files {
            contents.entry(id).or_default().insert(name);
        }
        Self(contents)
    }

    /// Takes a file that holds the same as another, one of the same name if there is one.
    fn take(&mut self, file: &Moved) -> Option<Vec<u8>> {
        let names = self.0.get_mut(&file.id)?;
        let name = names.iter().find(|name| base(name) == base(&file.name)).or_else(|| names.first()).cloned()?;
        names.remove(&name);
        Some(name)
    }
}

/// Pairs files that share at least half their lines, the most alike first; says what git said when one could not be read.
fn similar(
    repository: &Repository,
    added: &[Moved],
    removed: BTreeMap<Vec<u8>, Oid>,
    renames: &mut BTreeMap<Vec<u8>, Moved>,
) -> Option<String> {
    let mut fault = None;
    let mut lines_of = |id: Oid| match pool::blob(repository, id, LONGEST) {
        Ok(blob) => Some(Lines::of(blob?.content())),
        Err(error) => {
            fault.get_or_insert_with(|| error.message().to_owned());
            None
        }
    };
    let removed: Vec<_> = removed.into_iter().filter_map(|(name, id)| Some((name, id, lines_of(id)?))).collect();
    let mut pairs = Vec::new();
    for (new, file) in added.iter().enumerate() {
        let Some(lines) = lines_of(file.id) else { continue };
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
    fault
}

/// The lines of a file, each with how often it stands there.
struct Lines {
    counts: HashMap<u64, usize>,
    bytes: usize,
}

impl Lines {
    fn of(content: &[u8]) -> Self {
        let mut counts = HashMap::new();
        for line in content.split_inclusive(|byte| *byte == b'\n') {
            // A line weighs what it has of bytes.
            *counts.entry(hash(line)).or_default() += line.len();
        }
        Self { counts, bytes: content.len() }
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
