//! Which files differ between two trees.
//!
//! Equal subtrees have equal ids and are skipped; folders that hold no wanted file are never opened. Trees are read as raw
//! bytes: libgit2 would build a table of all entries of each tree, and a walk over ten thousand commits looks at most of
//! them only to find that they are equal.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};
use std::ffi::CStr;
use std::rc::Rc;

use git2::{ObjectType, Odb, Oid, Repository};

/// How many bytes of trees are kept: the tree of a parent is that of the next commit.
const KEPT_BYTES: usize = 32 << 20;

/// The length of an object id in a tree.
const ID_LENGTH: usize = 20;

/// How deep folders may lie in one another. Nobody lays them deeper, and a commit may hold anything.
const DEEPEST: usize = 256;

/// How many files may differ between two trees. A few small trees can make a tree of any size, by holding each other again and again.
const MOST_MOVES: usize = 200_000;

/// The wanted files as a tree of folders. Files are known by their index.
#[derive(Default)]
pub(super) struct Wanted {
    files: BTreeMap<Vec<u8>, usize>,
    folders: BTreeMap<Vec<u8>, Self>,
}

impl Wanted {
    /// Arranges files by their `/`-separated names; the index of a file is its position.
    pub(super) fn new<'a>(names: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut top = Self::default();
        for (index, name) in names.enumerate() {
            top.insert(name, index);
        }
        top
    }

    /// Adds a file.
    pub(super) fn insert(&mut self, name: &[u8], index: usize) {
        let mut folder = self;
        let mut parts = name.split(|byte| *byte == b'/').peekable();
        while let Some(part) = parts.next() {
            if parts.peek().is_none() {
                folder.files.insert(part.to_vec(), index);
            } else {
                folder = folder.folders.entry(part.to_vec()).or_default();
            }
        }
    }

    /// Adds all files of this folder and those below.
    fn collect(&self, files: &mut Vec<usize>) {
        files.extend(self.files.values());
        for folder in self.folders.values() {
            folder.collect(files);
        }
    }
}

/// A wanted file whose content differs between two trees; none where a tree does not hold it.
pub(super) struct Difference {
    pub(super) file: usize,
    pub(super) ours: Option<Oid>,
    pub(super) theirs: Option<Oid>,
}

/// The files that differ between two trees.
#[derive(Default)]
pub(super) struct Moves {
    /// Those that only the first holds.
    pub(super) added: Vec<Moved>,
    /// Those that only the second holds.
    pub(super) removed: Vec<Moved>,
    /// Those that both hold, with what the second holds.
    pub(super) replaced: Vec<Moved>,
}

/// A file of one of two trees.
pub(super) struct Moved {
    pub(super) name: Vec<u8>,
    pub(super) id: Oid,
}

/// An entry that differs between two folders; none where a folder does not hold it.
struct Differing {
    name: Vec<u8>,
    kind: Kind,
    ours: Option<Oid>,
    theirs: Option<Oid>,
}

/// What a comparison found.
#[derive(Default)]
pub(super) struct Comparison {
    pub(super) differences: Vec<Difference>,
    /// Files in folders that could not be read, in one tree or the other.
    pub(super) unreadable: Vec<usize>,
}

/// Reads and compares trees.
pub(super) struct Trees<'repository> {
    odb: Odb<'repository>,
    kept: HashMap<Oid, Rc<[u8]>>,
    kept_bytes: usize,
    /// What git said when it first failed to read a tree.
    pub(super) fault: Option<String>,
}

impl<'repository> Trees<'repository> {
    pub(super) fn new(repository: &'repository Repository) -> Result<Self, git2::Error> {
        Ok(Self { odb: repository.odb()?, kept: HashMap::new(), kept_bytes: 0, fault: None })
    }

    /// Compares the wanted files of two trees; none is the empty tree.
    pub(super) fn compare(&mut self, wanted: &Wanted, ours: Option<Oid>, theirs: Option<Oid>) -> Comparison {
        let mut comparison = Comparison::default();
        self.compare_folder(wanted, ours, theirs, &mut comparison);
        comparison
    }

    fn compare_folder(&mut self, wanted: &Wanted, ours: Option<Oid>, theirs: Option<Oid>, found: &mut Comparison) {
        let Some(differing) = self.differing(ours, theirs) else {
            wanted.collect(&mut found.unreadable);
            return;
        };
        for Differing { name, kind, ours, theirs } in differing {
            if kind == Kind::Tree {
                if let Some(folder) = wanted.folders.get(&name) {
                    self.compare_folder(folder, ours, theirs, found);
                }
            } else if let Some(file) = wanted.files.get(&name) {
                found.differences.push(Difference { file: *file, ours, theirs });
            }
        }
    }

    /// Returns the files that differ between two trees, in the order of names. Nothing when a folder cannot be read, or they are too
    /// many, or too deep.
    pub(super) fn moves(&mut self, ours: Oid, theirs: Oid) -> Option<Moves> {
        let mut moves = Moves::default();
        let mut found = |name: Vec<u8>, ours, theirs| match (ours, theirs) {
            (Some(id), None) => moves.added.push(Moved { name, id }),
            (None, Some(id)) => moves.removed.push(Moved { name, id }),
            (Some(_), Some(id)) => moves.replaced.push(Moved { name, id }),
            (None, None) => {}
        };
        let mut left = MOST_MOVES;
        self.moved_below(&mut Vec::new(), 0, (Some(ours), Some(theirs)), &mut left, &mut found)?;
        Some(moves)
    }

    fn moved_below(
        &mut self,
        folder: &mut Vec<u8>,
        depth: usize,
        (ours, theirs): (Option<Oid>, Option<Oid>),
        left: &mut usize,
        found: &mut dyn FnMut(Vec<u8>, Option<Oid>, Option<Oid>),
    ) -> Option<()> {
        for Differing { name, kind, ours, theirs } in self.differing(ours, theirs)? {
            let length = folder.len();
            folder.extend_from_slice(&name);
            if kind == Kind::File {
                *left = left.checked_sub(1)?;
                found(folder.clone(), ours, theirs);
            } else if kind == Kind::Tree {
                *left = left.checked_sub(1).filter(|_| depth < DEEPEST)?;
                folder.push(b'/');
                self.moved_below(folder, depth + 1, (ours, theirs), left, found)?;
            }
            folder.truncate(length);
        }
        Some(())
    }

    /// Returns the entries of two folders that differ; nothing when one of the folders cannot be read.
    fn differing(&mut self, ours: Option<Oid>, theirs: Option<Oid>) -> Option<Vec<Differing>> {
        let mut differing = Vec::new();
        // A link or a submodule is no file: what it holds is no former state of one.
        let content = |entry: &Entry<'_>| entry.oid().filter(|_| entry.kind != Kind::Other);
        if ours == theirs {
            return Some(differing);
        }
        let (our_bytes, their_bytes) = (self.read(ours)?, self.read(theirs)?);
        let (mut our_entries, mut their_entries) = (Entries(&our_bytes), Entries(&their_bytes));
        let (mut our, mut their) = (our_entries.next(), their_entries.next());
        while our.is_some() || their.is_some() {
            let order = match (&our, &their) {
                (Some(our), Some(their)) => our.order(their),
                (Some(_), None) => Ordering::Less,
                _ => Ordering::Greater,
            };
            // The side whose name comes first holds an entry that the other one lacks.
            let left = if order.is_le() { our.take() } else { None };
            let right = if order.is_ge() { their.take() } else { None };
            if left.as_ref().map(|entry| entry.id) != right.as_ref().map(|entry| entry.id)
                && let Some(entry) = left.as_ref().or(right.as_ref())
            {
                differing.push(Differing {
                    name: entry.name.to_vec(),
                    kind: entry.kind,
                    ours: left.as_ref().and_then(content),
                    theirs: right.as_ref().and_then(content),
                });
            }
            our = our.or_else(|| our_entries.next());
            their = their.or_else(|| their_entries.next());
        }
        Some(differing)
    }

    /// Returns the bytes of a tree, or nothing when it cannot be read.
    fn read(&mut self, tree: Option<Oid>) -> Option<Rc<[u8]>> {
        let Some(id) = tree else { return Some(Rc::default()) };
        if let Some(bytes) = self.kept.get(&id) {
            return Some(Rc::clone(bytes));
        }
        let bytes = match raw(&self.odb, id) {
            Ok(bytes) => bytes,
            Err(fault) => {
                self.fault.get_or_insert(fault);
                return None;
            }
        };
        if self.kept_bytes + bytes.len() > KEPT_BYTES {
            self.kept.clear();
            self.kept_bytes = 0;
        }
        self.kept_bytes += bytes.len();
        self.kept.insert(id, Rc::clone(&bytes));
        Some(bytes)
    }
}

/// The bytes of a tree.
fn raw(odb: &Odb<'_>, id: Oid) -> Result<Rc<[u8]>, String> {
    let object = odb.read(id).map_err(|error| error.message().to_owned())?;
    if object.kind() == ObjectType::Tree { Ok(object.data().into()) } else { Err(format!("object {id} is no tree")) }
}

/// What an entry of a tree is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    Tree,
    /// A link or a submodule.
    Other,
}

/// An entry of a tree.
struct Entry<'a> {
    name: &'a [u8],
    id: &'a [u8],
    kind: Kind,
}

impl Entry<'_> {
    fn oid(&self) -> Option<Oid> {
        Oid::from_bytes(self.id).ok()
    }

    /// The order of entries in a tree: by name, where that of a tree ends with a slash.
    fn order(&self, other: &Self) -> Ordering {
        if self.name == other.name {
            return (self.kind == Kind::Tree).cmp(&(other.kind == Kind::Tree));
        }
        let end = |entry: &Self| (entry.kind == Kind::Tree).then_some(b'/');
        self.name.iter().copied().chain(end(self)).cmp(other.name.iter().copied().chain(end(other)))
    }
}

/// The entries of a tree's bytes: `<mode in octal> <name>\0<id>` each. Ends at the first that is not sound.
struct Entries<'a>(&'a [u8]);

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        let head = CStr::from_bytes_until_nul(self.0).ok()?.to_bytes();
        let space = head.iter().position(|byte| *byte == b' ')?;
        let (id, rest) = self.0[head.len() + 1..].split_at_checked(ID_LENGTH)?;
        self.0 = rest;
        // Old tools wrote `040000`.
        let zeros = head[..space].iter().take_while(|digit| **digit == b'0').count();
        let kind = match &head[zeros..space] {
            b"40000" => Kind::Tree,
            mode if mode.starts_with(b"100") => Kind::File,
            _ => Kind::Other,
        };
        Some(Entry { name: &head[space + 1..], id, kind })
    }
}
