//! Finished files → a published folder: the old site or the new one, at every instant.

mod error;
mod generation;
mod lock;
mod options;
mod output;
mod switch;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

pub use error::PublishError;
use generation::{Generation, TransferError, compare};
use lock::Lock;
pub use options::{Durability, PublishOptions, Switch};
pub use output::Refusal;
use output::{Existing, Output};
use rayon::prelude::*;

use crate::bundle::{FileDigest, MARKER, Manifest, SUMS, Sink, SitePath, Stamp};
use crate::source::{AssetRef, Source};

/// What a publication has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// How many files were written because they are new or differ.
    pub written: usize,
    /// How many files equal the old ones and were kept.
    pub shared: usize,
    /// How many files of the old folder are gone.
    pub removed: usize,
    /// The length of all files together, in bytes.
    pub bytes: u64,
    /// Whether the site was switched in one step.
    pub atomic: bool,
    /// The old site, where it could not be removed after the switch; the next build tries again.
    pub leftover: Option<PathBuf>,
    /// All files.
    pub manifest: Manifest,
}

/// A site being published: the sink that writes it.
///
/// Nothing can be seen of it until [`finish`](Self::finish); dropped before that, it leaves no trace.
pub struct Publication<'a> {
    project: &'a Path,
    assets: &'a dyn Source,
    durability: Durability,
    switch: Switch,
    output: Output,
    existing: Existing,
    /// The addresses taken, in lower case: on many systems `A.html` and `a.html` are one file.
    taken: Mutex<HashSet<String>>,
    kept: Mutex<BTreeMap<SitePath, Kept>>,
    fault: Mutex<Option<PublishError>>,
    generation: Generation,
    /// The last field: the lock is given back when all else is done.
    _lock: Lock,
}

/// What a file is made from.
#[derive(Clone, Copy)]
enum Incoming<'b> {
    Bytes(&'b [u8]),
    Asset(&'b AssetRef),
}

impl<'b> Incoming<'b> {
    fn length(self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Asset(asset) => asset.length,
        }
    }

    fn open(self, assets: &'b dyn Source) -> io::Result<Box<dyn io::Read + 'b>> {
        match self {
            Self::Bytes(bytes) => Ok(Box::new(bytes)),
            Self::Asset(asset) => assets.open(asset),
        }
    }

    /// Returns where it comes from, below the project.
    fn origin(self) -> &'b str {
        match self {
            Self::Bytes(_) => "",
            Self::Asset(asset) => asset.path.as_str(),
        }
    }
}

/// A file of the new generation.
#[derive(Clone, Copy)]
struct Kept {
    digest: FileDigest,
    is_shared: bool,
}

impl<'a> Publication<'a> {
    /// Checks the output folder, takes its lock, and starts a generation beside it.
    ///
    /// # Errors
    /// When the folder is refused, another build is at work, or the system fails.
    pub fn begin(options: &PublishOptions<'a>, assets: &'a dyn Source) -> Result<Self, PublishError> {
        let output = Output::locate(options)?;
        output.inspect()?;
        output.make_parent()?;
        let lock = Lock::take(&output)?;
        // Again: what was seen before the lock may have changed.
        let existing = output.inspect()?;
        Generation::remove_leftovers(&output)?;
        let generation = Generation::create(&output, options.stamp)?;
        Ok(Self {
            project: options.project,
            assets,
            durability: options.durability,
            switch: options.switch,
            output,
            existing,
            taken: Mutex::new([SUMS, MARKER].map(str::to_lowercase).into()),
            kept: Mutex::default(),
            fault: Mutex::default(),
            generation,
            _lock: lock,
        })
    }

    /// Says anew which build the site is, where that was found only while it was made.
    ///
    /// # Errors
    /// When the system fails.
    pub fn mark(&self, stamp: &Stamp) -> Result<(), PublishError> {
        self.generation.mark(stamp)
    }

    /// Makes the new site the visible one.
    ///
    /// # Errors
    /// The first fault met by any file, or a fault of the switch itself.
    pub fn finish(mut self) -> Result<Published, PublishError> {
        let kept = std::mem::take(&mut *self.kept.lock().unwrap_or_else(PoisonError::into_inner));
        let manifest = Manifest { files: kept.iter().map(|(path, kept)| (path.clone(), kept.digest)).collect() };
        if let Some(fault) = self.take_fault() {
            return Err(fault);
        }
        let sums = manifest.sums();
        let sums_are_shared = self.keep(SUMS, Incoming::Bytes(sums.as_bytes()))?.is_shared;

        let mut wanted: BTreeSet<&str> = kept.keys().map(SitePath::as_str).collect();
        wanted.extend([SUMS, MARKER]);
        let mut changed: Vec<&str> =
            kept.iter().filter(|(_, kept)| !kept.is_shared).map(|(path, _)| path.as_str()).collect();
        let written = changed.len();
        changed.extend((!sums_are_shared).then_some(SUMS));
        changed.push(MARKER);

        self.sync(self.generation.path(), switch::sync_files)?;
        let out = self.output.path();
        let removed = switch::count_others(&out, &wanted);
        let atomic = self.switch == Switch::Exchange && self.switch_at_once()?;
        if !atomic {
            switch::file_by_file(self.generation.path(), &out, &changed, &wanted)
                .map_err(|error| PublishError::io("replace", &error.path, error.source))?;
            self.sync(&out, switch::sync_files)?;
        }
        // The switch is done: what cannot be removed now is no reason to say that it is not.
        let leftover = match self.generation.remove() {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Some(self.generation.path().to_owned()),
            _ => None,
        };
        let bytes = manifest.files.values().map(|digest| digest.length).sum();
        Ok(Published { written, shared: kept.len() - written, removed, bytes, atomic, leftover, manifest })
    }

    /// Exchanges old and new; whether that can be done here. When the names cannot be brought to the disk, it is undone: a
    /// build that reports a fault has changed nothing.
    fn switch_at_once(&self) -> Result<bool, PublishError> {
        let (new, out) = (self.generation.path(), self.output.path());
        if !switch::at_once(new, &out, &self.existing).map_err(|source| PublishError::io("replace", &out, source))? {
            return Ok(false);
        }
        self.sync(&self.output.parent, switch::sync_names).inspect_err(|_| {
            let _ = switch::back(new, &out, &self.existing);
        })?;
        Ok(true)
    }

    fn sync(&self, path: &Path, sync: fn(&Path) -> io::Result<()>) -> Result<(), PublishError> {
        match self.durability {
            Durability::Synced => sync(path).map_err(|source| PublishError::io("bring to the disk", path, source)),
            Durability::Unsynced => Ok(()),
        }
    }

    /// Takes a file: a second name for the old one when that has the same bytes, a new one otherwise.
    fn keep(&self, address: &str, incoming: Incoming<'_>) -> Result<Kept, PublishError> {
        let fault = |error| match error {
            TransferError::Read(source) => PublishError::io("read", &self.project.join(incoming.origin()), source),
            TransferError::Write(source) => PublishError::io("write", &self.generation.path().join(address), source),
        };
        if let Some(digest) = self.share(address, incoming).map_err(TransferError::Read).map_err(fault)? {
            return Ok(Kept { digest, is_shared: true });
        }
        let bytes = incoming.open(self.assets).map_err(TransferError::Read).map_err(fault)?;
        let digest = self.generation.write(address, bytes).map_err(fault)?;
        Ok(Kept { digest, is_shared: false })
    }

    /// Shares the old file at this address, if it has the same bytes. They are compared whole: an old list of digests would be
    /// quicker to read, and believed after somebody has changed the file.
    fn share(&self, address: &str, incoming: Incoming<'_>) -> io::Result<Option<FileDigest>> {
        let Existing::Site(site) = &self.existing else { return Ok(None) };
        let Ok(old) = site.open_file(address) else { return Ok(None) };
        let Ok(metadata) = old.metadata() else { return Ok(None) };
        if metadata.len() != incoming.length() || !self.generation.has_our_mode(&metadata) {
            return Ok(None);
        }
        let Some(digest) = compare(old, incoming.open(self.assets)?)? else { return Ok(None) };
        // Not every file system links; then the file is written.
        Ok(self.generation.link(address, &site.path().join(address)).is_ok().then_some(digest))
    }

    /// Takes over files of the old site, if each of them still holds what the manifest says of it; whether that was so. Each is read
    /// whole: a file that somebody changed is made anew, with all others.
    pub fn adopt(&self, manifest: &Manifest) -> bool {
        let Existing::Site(site) = &self.existing else { return false };
        let open = |path: &SitePath| site.open_file(path.as_str());
        let is_right = |(path, digest): (&SitePath, &FileDigest)| {
            let Ok(old) = open(path) else { return false };
            let is_ours = old
                .metadata()
                .is_ok_and(|metadata| metadata.len() == digest.length && self.generation.has_our_mode(&metadata));
            is_ours && generation::digest(old) == Some(*digest)
        };
        if !manifest.files.par_iter().all(is_right) {
            return false;
        }
        manifest.files.par_iter().for_each(|(path, digest)| {
            match self.generation.link(path.as_str(), &site.path().join(path.as_str())) {
                Ok(()) => {
                    self.taken.lock().unwrap_or_else(PoisonError::into_inner).insert(path.as_str().to_lowercase());
                    self.note(path, Kept { digest: *digest, is_shared: true });
                }
                // Not every file system links; then the file is written.
                Err(_) => match open(path).and_then(|mut old| {
                    let mut bytes = Vec::new();
                    old.read_to_end(&mut bytes)?;
                    Ok(bytes)
                }) {
                    Ok(bytes) => self.put(path, bytes),
                    Err(source) => self.fail(PublishError::io("read", &site.path().join(path.as_str()), source)),
                },
            }
        });
        true
    }

    /// Returns the files taken so far below a folder.
    #[must_use]
    pub fn taken_below(&self, folder: &SitePath) -> Manifest {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let prefix = format!("{folder}/");
        let below = kept.iter().filter(|(path, _)| path.as_str().starts_with(&prefix));
        Manifest { files: below.map(|(path, kept)| (path.clone(), kept.digest)).collect() }
    }

    fn note(&self, path: &SitePath, kept: Kept) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone(), kept);
    }

    fn fail(&self, fault: PublishError) {
        self.fault.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(fault);
    }

    fn take(&self, path: &SitePath, incoming: Incoming<'_>) {
        if self.fault.lock().unwrap_or_else(PoisonError::into_inner).is_some() {
            return;
        }
        let is_new = self.taken.lock().unwrap_or_else(PoisonError::into_inner).insert(path.as_str().to_lowercase());
        let kept = if is_new {
            self.keep(path.as_str(), incoming)
        } else {
            Err(PublishError::Collision { path: path.clone() })
        };
        match kept {
            Ok(kept) => self.note(path, kept),
            Err(fault) => self.fail(fault),
        }
    }

    fn take_fault(&self) -> Option<PublishError> {
        self.fault.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Sink for Publication<'_> {
    fn put(&self, path: &SitePath, bytes: Vec<u8>) {
        self.take(path, Incoming::Bytes(&bytes));
    }

    fn copy(&self, path: &SitePath, asset: &AssetRef) {
        self.take(path, Incoming::Asset(asset));
    }
}

#[cfg(test)]
mod tests;
