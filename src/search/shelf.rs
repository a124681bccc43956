//! An index as it lies on a disk or in memory, read piece by piece.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::decode::Shard;
use super::document::Group;
use super::manifest::{ABOUTS, MANIFEST, Manifest, VERSION};
use super::pack::unpack;
use super::stored::Stored;

/// Where the files of a search are.
pub trait Shelf {
    /// Returns the bytes of a file, by its name without extension.
    fn file(&self, name: &str) -> Option<Vec<u8>>;
}

impl Shelf for HashMap<String, Vec<u8>> {
    fn file(&self, name: &str) -> Option<Vec<u8>> {
        self.get(name).cloned()
    }
}

/// A file of a search that is missing, damaged, or of another build than the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage(pub String);

/// What stands in an index of a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct PageEntry {
    /// The page that it says in other words; itself for most.
    pub original: usize,
    /// The position of the language of its text in [`Index::languages`].
    pub language: usize,
    pub group: Group,
    /// Its first section.
    pub first: usize,
}

/// An index, opened.
pub struct Index<'a> {
    shelf: &'a dyn Shelf,
    pub(super) manifest: Manifest,
    pub(super) pages: Vec<PageEntry>,
    /// The page of each section.
    pub(super) owners: Vec<u32>,
    /// The languages of texts.
    pub(super) languages: Vec<String>,
    /// Words that say nothing.
    pub(super) stop: BTreeSet<String>,
    /// The first page of each file of texts.
    texts: Vec<usize>,
    shards: RefCell<HashMap<usize, Rc<Shard>>>,
}

impl<'a> Index<'a> {
    /// Opens the index on a shelf.
    ///
    /// # Errors
    /// When its manifest is missing, damaged, or of another version.
    pub fn open(shelf: &'a dyn Shelf) -> Result<Self, Damage> {
        let damage = || Damage(MANIFEST.to_owned());
        let (bytes, _) = shelf.file(MANIFEST).and_then(|script| unpack(MANIFEST, &script)).ok_or_else(damage)?;
        let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|_| damage())?;
        if manifest.version != VERSION {
            return Err(damage());
        }
        let mut languages: Vec<String> = Vec::new();
        let mut pages = Vec::with_capacity(manifest.sections.len());
        let mut owners = Vec::new();
        let runs = manifest.runs.iter().flat_map(|(language, group, pages)| {
            std::iter::repeat_n((language, *group), (*pages).min(manifest.sections.len()))
        });
        for (sections, (language, group)) in manifest.sections.iter().zip(runs) {
            let language = languages.iter().position(|known| known == language).unwrap_or_else(|| {
                languages.push(language.clone());
                languages.len() - 1
            });
            let group = *Group::ALL.get(group).ok_or_else(damage)?;
            let page = pages.len();
            pages.push(PageEntry { original: page, language, group, first: owners.len() });
            owners.extend(std::iter::repeat_n(page as u32, *sections));
        }
        for (page, original) in &manifest.twins {
            pages.get_mut(*page).ok_or_else(damage)?.original = *original;
        }
        let stored: usize = manifest.texts.iter().map(|(pages, _)| pages).sum();
        let is_sound = pages.len() == manifest.sections.len() && stored == pages.len() && !manifest.shards.is_empty();
        if !is_sound || pages.iter().any(|page| page.original >= pages.len()) {
            return Err(damage());
        }
        let texts = manifest.texts.iter().scan(0, |next, (pages, _)| {
            let first = *next;
            *next += pages;
            Some(first)
        });
        let texts = texts.collect();
        let stop = manifest.stop.split(' ').map(str::to_owned).collect();
        Ok(Self { shelf, manifest, pages, owners, languages, stop, texts, shards: RefCell::default() })
    }

    /// Returns the ranges of the index that may hold words from `from` up to those that start with `to`, in order.
    pub(super) fn ranges(&self, from: &str, to: &str) -> std::ops::Range<usize> {
        let shards = &self.manifest.shards;
        let start = shards.partition_point(|(start, _)| start.as_str() <= from).saturating_sub(1);
        let end = shards.partition_point(|(start, _)| start.as_str() <= to || start.starts_with(to));
        start..end.max(start)
    }

    /// Returns a range of the index.
    pub(super) fn shard(&self, number: usize) -> Result<Rc<Shard>, Damage> {
        if let Some(shard) = self.shards.borrow().get(&number) {
            return Ok(Rc::clone(shard));
        }
        let name = format!("i/{number}");
        let sum = self.manifest.shards.get(number).map(|(_, sum)| *sum);
        let shard = self.load(&name, sum).and_then(Shard::read).map(Rc::new).ok_or(Damage(name))?;
        self.shards.borrow_mut().insert(number, Rc::clone(&shard));
        Ok(shard)
    }

    /// Returns what is stored of a page.
    pub(super) fn stored(&self, page: usize) -> Result<Stored, Damage> {
        let at = self.texts.partition_point(|first| *first <= page).saturating_sub(1);
        let first = self.texts.get(at).copied().unwrap_or_default();
        let name = format!("d/{first}");
        let sum = self.manifest.texts.get(at).map(|(_, sum)| *sum);
        let read = |bytes: Vec<u8>| serde_json::from_slice::<Vec<Stored>>(&bytes).ok()?.into_iter().nth(page - first);
        self.load(&name, sum).and_then(read).ok_or(Damage(name))
    }

    /// Returns the pages about a service.
    pub(super) fn about(&self, service: &str) -> Result<BTreeSet<usize>, Damage> {
        let bytes = self.load(ABOUTS, Some(self.manifest.abouts));
        let abouts: Option<Vec<Vec<usize>>> = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let abouts = abouts.ok_or_else(|| Damage(ABOUTS.to_owned()))?;
        let at = self.manifest.services.iter().position(|name| name == service);
        let steps = at.and_then(|at| abouts.get(at)).into_iter().flatten();
        let page = steps.scan(0, |page, step| {
            *page += step;
            Some(*page)
        });
        Ok(page.collect())
    }

    fn load(&self, name: &str, wanted: Option<u16>) -> Option<Vec<u8>> {
        let (bytes, sum) = unpack(name, &self.shelf.file(name)?)?;
        (Some(sum) == wanted).then_some(bytes)
    }

    /// Returns the names of the services that pages are about.
    pub fn services(&self) -> impl Iterator<Item = &str> {
        self.manifest.services.iter().map(String::as_str)
    }
}
