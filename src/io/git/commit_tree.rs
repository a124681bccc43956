//! The tree of a commit as a tree of files: what a checkout of it would hold, read from objects.
//!
//! Nothing of the work tree is looked at. A submodule is an empty folder, as in a checkout that nobody told to fetch it. No filter runs: a
//! file that git keeps in another form is read in that form.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::ffi::OsString;
use std::io::{self, Cursor, Read};
use std::sync::{Arc, Mutex, PoisonError};

use git2::{ObjectType, Oid};

use super::pool::Pool;
use crate::io::files::tree::{Entry, EntryKind, Opened, Refusal, Target, Tree};
use crate::source::SourcePath;

/// How many links are followed on the way to one file: what Linux follows.
const MOST_LINKS: usize = 40;

/// How long the target of a link may be: what systems allow.
const LONGEST_TARGET: u64 = 4096;

/// The tree of a commit, from the root of a project on.
pub(super) struct CommitTree {
    pool: Arc<Pool>,
    /// The tree at the top of the repository.
    top: Oid,
    /// The folders from there to the root of the project.
    root: Vec<Vec<u8>>,
    /// The folders met so far: reading each of a thousand files must not read their folder a thousand times.
    folders: Mutex<HashMap<Oid, Arc<Listing>>>,
}

/// What a folder holds, by name.
type Listing = BTreeMap<Vec<u8>, Node>;

/// An entry of a git tree.
#[derive(Clone, Copy)]
struct Node {
    id: Oid,
    kind: NodeKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum NodeKind {
    File,
    Folder,
    Link,
    Submodule,
}

/// A place in the tree, by its real path from the top.
struct Found {
    parts: Vec<Vec<u8>>,
    node: Node,
}

impl CommitTree {
    pub(super) fn new(pool: Arc<Pool>, top: Oid, root: Vec<Vec<u8>>) -> Self {
        Self { pool, top, root, folders: Mutex::default() }
    }

    /// Whether the project's root is there at all.
    pub(super) fn has_root(&self) -> io::Result<bool> {
        match self.direct(&self.root) {
            Ok(node) => Ok(matches!(node.kind, NodeKind::Folder | NodeKind::Submodule)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn listing(&self, folder: Node) -> io::Result<Arc<Listing>> {
        if folder.kind == NodeKind::Submodule {
            return Ok(Arc::default());
        }
        if let Some(known) = self.folders.lock().unwrap_or_else(PoisonError::into_inner).get(&folder.id) {
            return Ok(Arc::clone(known));
        }
        let read = self.pool.with(|repository| {
            let tree = repository.find_tree(folder.id)?;
            let entries = tree.iter().filter_map(|entry| {
                let kind = match (entry.kind(), entry.filemode()) {
                    (Some(ObjectType::Tree), _) => NodeKind::Folder,
                    (Some(ObjectType::Commit), _) => NodeKind::Submodule,
                    (Some(ObjectType::Blob), 0o120_000) => NodeKind::Link,
                    (Some(ObjectType::Blob), _) => NodeKind::File,
                    _ => return None,
                };
                Some((entry.name_bytes().to_vec(), Node { id: entry.id(), kind }))
            });
            Ok(Arc::new(entries.collect::<Listing>()))
        });
        let listing = read.map_err(fault)?;
        self.folders.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.id, Arc::clone(&listing));
        Ok(listing)
    }

    /// Follows a path from the top where no part is a link.
    fn direct(&self, parts: &[Vec<u8>]) -> io::Result<Node> {
        let mut node = Node { id: self.top, kind: NodeKind::Folder };
        for part in parts {
            node = match node.kind {
                NodeKind::Folder | NodeKind::Submodule => *self.listing(node)?.get(part).ok_or_else(missing)?,
                NodeKind::File | NodeKind::Link => return Err(missing()),
            };
        }
        Ok(node)
    }

    /// Follows a path from the top, and the links in it.
    fn follow(&self, parts: Vec<Vec<u8>>) -> Result<Found, Refusal> {
        let mut pending: VecDeque<Vec<u8>> = parts.into();
        let top = Node { id: self.top, kind: NodeKind::Folder };
        let (mut names, mut nodes) = (Vec::new(), vec![top]);
        let mut links = 0;
        while let Some(part) = pending.pop_front() {
            let here = nodes.last().copied().unwrap_or(top);
            if matches!(here.kind, NodeKind::File | NodeKind::Link) {
                return Err(Refusal::Dangling);
            }
            match part.as_slice() {
                b"" | b"." => continue,
                b".." => {
                    // The top of the repository is never left.
                    names.pop().ok_or(Refusal::Outside)?;
                    nodes.pop();
                    continue;
                }
                _ => {}
            }
            let node = *self.listing(here).map_err(Refusal::Unreadable)?.get(&part).ok_or(Refusal::Dangling)?;
            if node.kind != NodeKind::Link {
                names.push(part);
                nodes.push(node);
                continue;
            }
            links += 1;
            if links > MOST_LINKS {
                return Err(Refusal::Cycle);
            }
            if self.blob_length(node.id).map_err(Refusal::Unreadable)? > LONGEST_TARGET {
                return Err(Refusal::Dangling);
            }
            let target = self.bytes(node.id).map_err(Refusal::Unreadable)?;
            if target.starts_with(b"/") {
                return Err(Refusal::Outside);
            }
            if target.is_empty() {
                return Err(Refusal::Dangling);
            }
            for part in target.rsplit(|byte| *byte == b'/') {
                pending.push_front(part.to_vec());
            }
        }
        Ok(Found { parts: names, node: nodes.last().copied().unwrap_or(top) })
    }

    fn bytes(&self, id: Oid) -> io::Result<Vec<u8>> {
        self.pool.with(|repository| Ok(repository.find_blob(id)?.content().to_vec())).map_err(fault)
    }

    /// The length of a blob, without reading it.
    fn blob_length(&self, id: Oid) -> io::Result<u64> {
        let (length, _) = self.pool.with(|repository| repository.odb()?.read_header(id)).map_err(fault)?;
        Ok(length as u64)
    }

    /// The parts from the top of the repository of a path below the root of the project.
    fn parts(&self, path: &str) -> Vec<Vec<u8>> {
        let below = path.split('/').filter(|part| !part.is_empty()).map(|part| part.as_bytes().to_vec());
        self.root.iter().cloned().chain(below).collect()
    }
}

impl Tree for CommitTree {
    fn open(&self, real: &str) -> io::Result<Opened<'_>> {
        let node = self.direct(&self.parts(real))?;
        if node.kind != NodeKind::File {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
        }
        Ok(Opened {
            length: self.blob_length(node.id)?,
            bytes: Box::new(Blob { tree: self, id: node.id, bytes: None }),
        })
    }

    fn resolve(&self, path: &SourcePath) -> Result<Target, Refusal> {
        let found = self.follow(self.parts(path.as_str()))?;
        let below = found.parts.strip_prefix(self.root.as_slice()).ok_or(Refusal::Outside)?;
        let name = String::from_utf8(below.join(&b'/')).map_err(|_| Refusal::BadName)?;
        let real = SourcePath::new(&name).map_err(|_| Refusal::BadName)?;
        match found.node.kind {
            NodeKind::File => Ok(Target::File(real)),
            NodeKind::Folder | NodeKind::Submodule => Ok(Target::Folder(real)),
            NodeKind::Link => Err(Refusal::Dangling),
        }
    }

    fn entries(&self, real: &SourcePath) -> io::Result<Vec<Entry>> {
        let node = self.direct(&self.parts(real.as_str()))?;
        let listing = self.listing(node)?;
        let entries = listing.iter().map(|(name, node)| Entry {
            name: os_name(name),
            kind: match node.kind {
                NodeKind::File => EntryKind::File,
                NodeKind::Folder | NodeKind::Submodule => EntryKind::Folder,
                NodeKind::Link => EntryKind::Link,
            },
        });
        Ok(entries.collect())
    }

    fn length(&self, real: &SourcePath) -> io::Result<u64> {
        let node = self.direct(&self.parts(real.as_str()))?;
        self.blob_length(node.id)
    }
}

/// A blob that is read when somebody wants it: what is too long is never read.
struct Blob<'a> {
    tree: &'a CommitTree,
    id: Oid,
    bytes: Option<Cursor<Vec<u8>>>,
}

impl Read for Blob<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = match &mut self.bytes {
            Some(bytes) => bytes,
            None => self.bytes.insert(Cursor::new(self.tree.bytes(self.id)?)),
        };
        bytes.read(buffer)
    }
}

/// A name as the system would show it.
fn os_name(name: &[u8]) -> OsString {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStringExt;
        OsString::from_vec(name.to_vec())
    }
    #[cfg(not(unix))]
    {
        String::from_utf8_lossy(name).into_owned().into()
    }
}

fn missing() -> io::Error {
    io::ErrorKind::NotFound.into()
}

fn fault(error: git2::Error) -> io::Error {
    // An object that is not there is damage; "not found" would pass for a file that was never there.
    io::Error::other(error.message().to_owned())
}
