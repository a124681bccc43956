//! Everything known about the association's operations: read-only, indexed, every reference resolved.

pub(crate) mod amount;
pub mod blast;
pub mod calendar;
pub mod charter;
pub mod compare;
pub mod evidence;
pub mod fact;
mod freedom;
mod lead;
pub mod link;
pub mod mail;
pub mod money;
pub mod navigation;
mod needs;
mod observed;
pub mod ours;
pub mod people;
mod relation;
pub mod say;
pub mod sheet;
mod takeover;
pub mod tracked;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::catalog::{self, Catalog, Entity};
use crate::config::Config;
use crate::diagnostic::Outcome;
use crate::history::{History, LastChange};
use crate::names::{DomainId, EntityRef, Kind, Names, RunbookId};
use crate::records::{self, Records};
use crate::runbook::{self, Runbook};
use crate::scalar::Audience;
use crate::source::{Snapshot, SourcePath};
use crate::words::Language;

use evidence::{About, Past};
pub use lead::Lead;
use lead::Leads;
use link::LinkIndex;
use navigation::Navigation;
pub use relation::Relation;

/// All that is known.
#[derive(Debug)]
pub struct KnowledgeBase {
    /// The configuration it was read with.
    pub config: Config,
    /// Every declared id.
    pub names: Names,
    /// The inventory.
    pub catalog: Catalog,
    /// The pages, each as it was first written.
    pub runbooks: BTreeMap<RunbookId, Runbook>,
    /// The same pages in other languages.
    pub translations: BTreeMap<(RunbookId, Language), Runbook>,
    /// The evidence: what was tried, read back, and lived through.
    pub records: Records,
    /// The order in which readers are led through the pages.
    pub navigation: Navigation,
    /// Who changed what, when.
    pub history: History,
    /// The day for which everything is judged.
    pub as_of: Date,
    /// Who reads it: all is known to admins, and what others see was reduced to what is for them.
    pub audience: Audience,
    /// What the records were made against, as far as somebody looked it up.
    pub past: Past,
    /// The records about each thing.
    about: About,
    /// The domains from which no mail is sent.
    silent: BTreeSet<DomainId>,
    /// What links may lead to.
    links: LinkIndex,
    /// Where the links of each text lead.
    leads: Leads,
    /// The references to each thing, in order.
    incoming: BTreeMap<EntityRef, Vec<Relation>>,
}

/// Reads a snapshot: the inventory, the pages, and everything between them.
#[must_use]
pub fn compile(snapshot: &Snapshot, config: Config, history: History, as_of: Date) -> Outcome<KnowledgeBase> {
    compile_for(Audience::Admins, snapshot, config, history, as_of)
}

/// Reads a snapshot that was reduced to what an audience may see.
#[must_use]
pub(crate) fn compile_for(
    audience: Audience,
    snapshot: &Snapshot,
    config: Config,
    history: History,
    as_of: Date,
) -> Outcome<KnowledgeBase> {
    let mut diagnostics = Vec::new();
    let (inventory, pages) =
        rayon::join(|| catalog::declare(snapshot, &config), || runbook::declare(snapshot, &config));
    let inventory = inventory.into_value(&mut diagnostics);
    let pages = pages.into_value(&mut diagnostics);
    let mut names = inventory.names.clone();
    names.extend(pages.names.clone());
    let catalog = catalog::build(inventory, &names, &config.language).into_value(&mut diagnostics);
    let runbooks = runbook::build(pages, &names).into_value(&mut diagnostics);
    let runbook::Pages { originals: runbooks, translations } = runbooks;
    let records = records::read(snapshot, &config, &names).into_value(&mut diagnostics);
    let navigation = navigation::build(snapshot, &config, &runbooks).into_value(&mut diagnostics);
    let links = LinkIndex::new(&config, snapshot, runbooks.values().chain(translations.values()));
    let mut kb = KnowledgeBase {
        config,
        names,
        catalog,
        runbooks,
        translations,
        records,
        navigation,
        history,
        as_of,
        audience,
        past: Past::new(),
        about: About::new(),
        silent: BTreeSet::new(),
        links,
        leads: Leads::new(),
        incoming: BTreeMap::new(),
    };
    kb.about = evidence::about(&kb.records);
    kb.silent = mail::silent(&kb);
    kb.leads = lead::leads(&kb, snapshot);
    kb.incoming = relation::incoming(&kb);
    Outcome { value: kb, diagnostics }
}

impl KnowledgeBase {
    /// Whether all is there: what is known was not reduced for an audience, so that what is missing can be said to be missing.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.audience == Audience::Admins
    }

    /// Returns every text: the pages, and the same in other languages.
    pub fn texts(&self) -> impl Iterator<Item = &Runbook> {
        self.runbooks.values().chain(self.translations.values())
    }

    /// Returns who may read a page; a translation is never for more people than its original. Admins, where it does not say.
    #[must_use]
    pub fn audience_of(&self, page: &Runbook) -> Audience {
        let original = self.runbooks.get(&page.id).unwrap_or(page).audience().unwrap_or(Audience::Admins);
        page.audience().map_or(original, |own| own.max(original))
    }

    /// Returns a page in a language; as it was first written where it was not translated.
    #[must_use]
    pub fn page(&self, id: &RunbookId, language: &Language) -> Option<&Runbook> {
        let translation = || self.translations.get(&(id.clone(), language.clone()));
        let translation = if self.translations.is_empty() { None } else { translation() };
        translation.or_else(|| self.runbooks.get(id))
    }

    /// Returns the last change of an entity: of its part of a file that describes several, else of its file.
    #[must_use]
    pub fn last_change(&self, entity: &Entity, snapshot: &Snapshot) -> LastChange<'_> {
        let (path, part) = self.place_of(entity, snapshot);
        self.history.last_change(path, part)
    }

    /// Returns the file that describes an entity, and what it is called in it; nothing where the file describes it alone.
    #[must_use]
    pub fn place_of<'a>(&self, entity: &'a Entity, snapshot: &'a Snapshot) -> (&'a SourcePath, &'a str) {
        let path = &snapshot.file(entity.place.file).path;
        let (kind, id) = (entity.reference.kind(), entity.reference.id());
        // The date of a file of several must never stand in for that of one of them.
        let is_alone = kind == Kind::Organisation || path.parent().file_name() == kind.plural() && path.stem() == id;
        (path, if is_alone { "" } else { id })
    }
}
