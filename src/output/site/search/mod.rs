//! What the search of a site reads: its pages in every language, the things of its inventory, its views.

mod glossary;
mod record;
mod text;
mod thing;
mod view;
mod wording;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use crate::bundle::SitePath;
use crate::catalog::Entity;
use crate::knowledge::evidence::PageTrust;
use crate::names::{EntityRef, Kind, RunbookId};
use crate::records::Record;
use crate::runbook::Runbook;
use crate::search::{self, Group};

use super::here::{Here, Site};
use super::page::Page;
use super::pages::GLOSSARY_LANGUAGES;
use super::trouble;

pub use wording::say_proof;

/// The folder of the files of the search.
const FOLDER: &str = "search/";

/// Something that is found.
enum Item<'a> {
    /// A page of the users', in one language.
    Text(&'a Runbook),
    /// A thing of the inventory.
    Thing(&'a Entity),
    /// A record, and its page.
    Record(Record<'a>, &'a Page),
    /// A page of ours, in the language of a tree.
    View(&'a Page, usize),
    /// The glossary, in the language of a tree.
    Glossary(usize),
}

/// Everything that is found on a site, in the order of the index.
struct Reader<'a> {
    site: &'a Site<'a>,
    items: Vec<Item<'a>>,
    /// The names of alerts by which pages of other tools are called.
    alerts: BTreeMap<&'a RunbookId, &'a str>,
}

/// Makes the files of the search, and hands each to `put` under its name without extension, from several threads.
fn write(site: &Site<'_>, put: &(dyn Fn(&str, Vec<u8>) + Sync)) {
    let reader = Reader::new(site);
    let languages: Vec<_> = site.tongues.iter().map(|tongue| tongue.language.clone()).collect();
    let synonyms = glossary::synonyms(site.context.kb);
    let messages = search::Messages { kinds: wording::kinds(), proofs: reader.proofs() };
    let purpose =
        search::Purpose { languages: &languages, words: wording::words(site, &messages), synonyms: &synonyms };
    search::write(purpose, &messages, reader.items.len(), &|number| reader.page(&reader.items[number]), put);
}

/// Makes the files of the search, and hands each to `put` with its address, from several threads.
pub(super) fn emit(site: &Site<'_>, put: &(dyn Fn(&SitePath, Vec<u8>) + Sync)) {
    write(site, &|name, bytes| {
        if let Some(path) = SitePath::new(&format!("{FOLDER}{name}.js")) {
            put(&path, bytes);
        }
    });
}

/// Makes the files of the search, by their names without extension.
pub(super) fn files(site: &Site<'_>) -> HashMap<String, Vec<u8>> {
    let files = Mutex::new(HashMap::new());
    write(site, &|name, bytes| {
        files.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), bytes);
    });
    files.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// The files of a search, made when the first of them is asked for.
#[derive(Default)]
pub(super) struct Lazy(OnceCell<HashMap<String, Vec<u8>>>);

impl Lazy {
    /// Returns a file of the search by its address.
    pub(super) fn file(&self, site: &Site<'_>, path: &SitePath) -> Option<Vec<u8>> {
        let name = path.as_str().strip_prefix(FOLDER)?.strip_suffix(".js")?;
        self.0.get_or_init(|| files(site)).get(name).cloned()
    }
}

impl<'a> Reader<'a> {
    fn new(site: &'a Site<'a>) -> Self {
        let kb = site.context.kb;
        let alerts = trouble::called_like_alerts(kb).into_iter().map(|sign| (&sign.runbook.id, sign.words)).collect();
        let mut reader = Self { site, items: Vec::new(), alerts };
        let mut items: Vec<Item<'a>> = kb.texts().map(Item::Text).collect();
        // What a word means stands in the glossary.
        let things = kb.catalog.entities.values().filter(|entity| entity.reference.kind() != Kind::Term);
        items.extend(things.map(Item::Thing));
        items.extend(reader.records());
        items.extend(site.plan.pages().filter_map(|(page, tongue, _)| match page {
            Page::Glossary => Some(Item::Glossary(tongue)),
            // The introduction stands in for the start page.
            Page::Start if site.plan.introduction.is_some() => None,
            page => view::is_found(page).then_some(Item::View(page, tongue)),
        }));
        // Pages of one language and group follow each other, and of these the neighbours: what is found together lies together.
        items.sort_by_cached_key(|item| {
            let (language, group, address) = reader.place(item);
            // The main language first: of a page and its translations, the first is the original.
            (language != kb.config.language.as_str(), language, group, address)
        });
        reader.items = items;
        reader
    }

    /// All that says whether a page was proven, each once.
    fn proofs(&self) -> Vec<String> {
        let texts = self.items.iter().filter_map(|item| match item {
            Item::Text(text) => self.trust(text),
            Item::Thing(_) | Item::Record(..) | Item::View(..) | Item::Glossary(_) => None,
        });
        let trust: BTreeSet<PageTrust> = texts.collect();
        let proofs: BTreeSet<String> = trust.into_iter().map(wording::proof).collect();
        proofs.into_iter().collect()
    }

    /// Where an item stands in the order of the index: by language, group and address.
    fn place(&self, item: &Item<'a>) -> (String, Group, String) {
        let main = &self.site.context.kb.config.language;
        let address = |page: &Page| self.site.plan.address(page, 0).map(ToString::to_string).unwrap_or_default();
        let tongue = |index: &usize| self.site.tongues[*index].language.to_string();
        match item {
            Item::Text(text) => (text.language.to_string(), self.group(text), address(&Page::Runbook(text.id.clone()))),
            Item::Thing(entity) => {
                let page = Page::from(&entity.reference);
                (main.to_string(), thing::group(entity.reference.kind()), address(&page))
            }
            Item::Record(_, page) => (main.to_string(), Group::Reference, address(page)),
            Item::View(page, index) => (tongue(index), view::group(page), address(page)),
            Item::Glossary(index) => (tongue(index), Group::Reference, address(&Page::Glossary)),
        }
    }

    fn page(&self, item: &Item<'a>) -> search::Page {
        match item {
            Item::Text(text) => self.text(text),
            Item::Thing(entity) => self.thing(entity),
            Item::Record(record, page) => self.record(*record, page),
            Item::View(page, tongue) => self.view(page, *tongue),
            Item::Glossary(tongue) => self.glossary(*tongue),
        }
    }

    /// Returns a place in the tree of a language to speak from.
    fn here(&self, page: &'a Page, tongue: usize) -> Option<Here<'a>> {
        let tongue = self.site.tongues.get(tongue)?;
        Some(Here::new(self.site, page, self.site.plan.address(page, tongue.index)?, tongue))
    }

    /// The address of a page in each tree that shows it as `shows` says.
    fn addresses(&self, page: &Page, shows: impl Fn(usize) -> bool) -> Vec<Option<String>> {
        let address = |tongue: usize| self.site.plan.address(page, tongue).map(ToString::to_string);
        (0..self.site.tongues.len()).map(|tongue| address(tongue).filter(|_| shows(tongue))).collect()
    }

    /// The names of the services among some things.
    fn services<'r>(&self, things: impl Iterator<Item = &'r EntityRef>) -> Vec<String> {
        let services = things.filter(|thing| thing.kind() == Kind::Service);
        let mut names: Vec<String> = services.map(|service| self.site.context.kb.title(service).to_owned()).collect();
        names.sort();
        names.dedup();
        names
    }
}
