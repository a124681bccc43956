//! What an audience may see of a project: its sources, reduced before anything is made of them.
//!
//! A page that is made of reduced sources cannot show what they do not hold, whatever it does with them: nothing further on has to
//! remember who is reading. What a thing does not say about its readers is for admins alone, so that forgetting a word hides too much,
//! never too little.

mod open;
mod page;
mod passage;
mod value;
mod withheld;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::catalog;
use crate::catalog::fact::{Fact, Value};
use crate::config::{self, Checks, Config};
use crate::history::{Extent, History, Revision};
use crate::knowledge::link::is_source;
use crate::knowledge::navigation::Item;
use crate::knowledge::{self, KnowledgeBase};
use crate::records;
use crate::runbook::{Runbook, front_matter, is_markdown, summary};
use crate::scalar::Audience;
use crate::schema;
use crate::source::{FileId, Snapshot, SourceFile, SourcePath};

use page::{Pages, UNSAID};
use passage::Passage;

pub use open::{Holder, is_open, may_open};
pub use passage::has_marks;
pub use withheld::{Search, Taken, Withheld};

/// A project as an audience may see it.
#[derive(Debug)]
pub struct Edition {
    /// Its files, without what is for a narrower audience.
    pub snapshot: Snapshot,
    /// What these say.
    pub kb: KnowledgeBase,
    /// What was taken out: finished files are held against it.
    pub withheld: Withheld,
}

impl Edition {
    /// Reduces a project to what an audience may see; nothing for admins, who see all of it.
    #[must_use]
    pub fn of(whole: &KnowledgeBase, snapshot: &Snapshot, audience: Audience) -> Option<Self> {
        (audience != Audience::Admins).then(|| reduce(whole, snapshot, audience))
    }
}

/// What led there stays behind: an edition for others has no history, and so no former names and values.
fn reduce(whole: &KnowledgeBase, snapshot: &Snapshot, audience: Audience) -> Edition {
    let texts: BTreeMap<FileId, &Runbook> = whole.texts().map(|page| (page.file, page)).collect();
    let closed: BTreeMap<FileId, Audience> = snapshot
        .files()
        .par_iter()
        .filter_map(|file| Some((file.id, readers(whole, &texts, file)?)))
        .filter(|(_, of)| *of > audience)
        .collect();
    let hidden: BTreeMap<FileId, Vec<Passage>> = snapshot
        .files()
        .par_iter()
        .filter(|file| !closed.contains_key(&file.id))
        .map(|file| (file.id, passage::hidden_in(file, audience)))
        .filter(|(_, passages)| !passages.is_empty())
        .collect();
    let pages = Pages { whole, snapshot, audience, closed: &closed, hidden: &hidden };
    let reader = Reader { texts: &texts, pages };
    let read: Vec<(SourcePath, Option<String>, Withheld)> = snapshot
        .files()
        .par_iter()
        .map(|file| {
            let mut withheld = Withheld::default();
            let text = reader.reduce(file, &mut withheld);
            (file.path.clone(), text, withheld)
        })
        .collect();
    let mut withheld = Withheld::default();
    let mut texts: Vec<(SourcePath, Arc<str>)> = Vec::new();
    for (path, text, of_file) in read {
        withheld.add(of_file);
        texts.extend(text.map(|text| (path, text.into())));
    }
    let config = &whole.config;
    // What a theme says, nobody opened to readers by saying it there.
    let open = texts.iter().filter(|(path, _)| !is_of_theme(config, path)).map(|(_, text)| &**text);
    withheld.forget(open.chain(called(config, audience)));
    let assets = snapshot.assets().filter(|asset| !is_source(config, &asset.path)).cloned();
    let reduced = Snapshot::new(texts, assets);
    let head = whole.history.head.clone();
    let head = head.map(|head| Revision { author: String::new(), email: String::new(), ..head });
    let history = History { extent: Extent::Whole, head, dirty: whole.history.dirty, ..History::default() };
    // Its problems are those of the whole, which were told; what of them is accepted, and why, is for those who mend them.
    let config = Config { checks: Checks::default(), ..config.clone() };
    let mut kb = knowledge::compile_for(audience, &reduced, config, history, whole.as_of).value;
    if let Some(own) = whole.config.editions.get(&audience).cloned() {
        let config = &mut kb.config;
        config.title = own.title.unwrap_or(std::mem::take(&mut config.title));
        config.description = own.description.or(config.description.take());
        config.site_url = own.site_url.or(config.site_url.take());
    }
    // Where the sources lie is nobody else's business, nor who committed them.
    kb.config.git_repository_url = None;
    kb.config.edit_url_template = None;
    kb.navigation.items = led_to(std::mem::take(&mut kb.navigation.items));
    for entity in kb.catalog.entities.values_mut() {
        entity.facts = said(std::mem::take(&mut entity.facts));
    }
    Edition { snapshot: reduced, kb, withheld }
}

/// Returns who may read a file as a whole; nothing where it does not say and is read for what lies in it.
fn readers(whole: &KnowledgeBase, texts: &BTreeMap<FileId, &Runbook>, file: &SourceFile) -> Option<Audience> {
    if let Some(page) = texts.get(&file.id) {
        return Some(whole.audience_of(page));
    }
    if !is_source(&whole.config, &file.path) {
        return None;
    }
    // Things and records are reduced one by one, and put into no page: they would stand there as they are written.
    let (path, config) = (&file.path, &whole.config);
    let is_included = is_markdown(path) && !config.is_knowledge(path) && !summary::is_summary(path, config);
    if is_included { front_matter::audience(file) } else { Some(Audience::Admins) }
}

fn is_of_theme(config: &Config, path: &SourcePath) -> bool {
    config.theme.as_ref().is_some_and(|theme| path.below(theme).is_some())
}

/// What the site of an edition is called by its configuration.
fn called(config: &Config, audience: Audience) -> impl Iterator<Item = &str> {
    let own = config.editions.get(&audience);
    let own = own.into_iter().flat_map(|own| [own.title.as_deref(), own.description.as_deref()]);
    own.chain([Some(config.title.as_str()), config.description.as_deref()]).flatten()
}

/// Reduces files one by one.
struct Reader<'a> {
    /// The pages and their translations.
    texts: &'a BTreeMap<FileId, &'a Runbook>,
    pages: Pages<'a>,
}

impl Reader<'_> {
    /// Returns what the audience may see of a file; nothing where it is not for them.
    fn reduce(&self, file: &SourceFile, withheld: &mut Withheld) -> Option<String> {
        let Pages { whole, closed, hidden, .. } = self.pages;
        let config = &whole.config;
        if is_of_theme(config, &file.path) {
            return Some(file.text.to_string());
        }
        if let Some(holds) = catalog::holds(&file.path, &config.inventory) {
            return self.yaml(file, withheld, |reduction, value| match holds {
                catalog::Holds::One(kind) => reduction.thing(Holder::Thing(kind), value),
                catalog::Holds::Several(kind) => reduction.things(kind, value),
            });
        }
        if let Some(kind) = records::kind_of(&file.path, &config.records) {
            return self.yaml(file, withheld, |reduction, value| reduction.thing(Holder::Record(kind), value));
        }
        if summary::is_summary(&file.path, config) {
            return Some(self.summary(file, withheld));
        }
        if file.path.as_str() == config::FILE_NAME {
            let waivers = config.checks.waivers.iter().filter_map(|waiver| waiver.because.as_deref());
            waivers.for_each(|because| withheld.value(file, &because.into(), Audience::Admins));
            return None;
        }
        if let Some(of) = closed.get(&file.id) {
            withheld.text(file, 0..file.text.len(), *of);
            return None;
        }
        if let Some(page) = self.texts.get(&file.id) {
            return self.pages.reduce(page, file, withheld);
        }
        let passages = hidden.get(&file.id).map(Vec::as_slice).unwrap_or_default();
        for (passage, of) in passages {
            withheld.text(file, passage.clone(), *of);
        }
        // What a page includes is in it; what is left can only be a file that a page leads to, and goes out as it is.
        let goes_out = file.path.below(&config.src).is_some() && !is_source(config, &file.path) && passages.is_empty();
        goes_out.then(|| file.text.to_string())
    }

    /// Reduces the order of pages: without its passages, and chapters that lead to a closed page are called nothing.
    fn summary(&self, file: &SourceFile, withheld: &mut Withheld) -> String {
        let whole = self.pages.whole;
        let mut cuts = Vec::new();
        for (passage, of) in passage::hidden_in(file, self.pages.audience) {
            withheld.text(file, passage.clone(), of);
            cuts.push((passage::whole_lines(&file.text, passage), ""));
        }
        for entry in summary::read(file) {
            let summary::Entry::Chapter { target: Some(target), place, .. } = entry else { continue };
            let path = summary::path(&target, &whole.config);
            let page = path.and_then(|path| self.pages.snapshot.get(&path));
            if page.is_some_and(|page| self.pages.closed.contains_key(&page.id)) {
                cuts.push((place.span.range(), UNSAID));
            }
        }
        passage::without(&file.text, cuts)
    }

    /// Reduces a file of YAML. What is left is written as JSON, which is YAML, and which says nothing but the values.
    fn yaml(
        &self,
        file: &SourceFile,
        withheld: &mut Withheld,
        reduce: impl FnOnce(&mut value::Reduction<'_>, &mut serde_json::Value) -> bool,
    ) -> Option<String> {
        let mut value = schema::rewritable(&file.text)?;
        let mut reduction = value::Reduction { audience: self.pages.audience, file, withheld };
        reduce(&mut reduction, &mut value).then(|| value.to_string())
    }
}

/// Returns the chapters that lead to a page, each with its parts; a heading over nothing goes.
fn led_to(items: Vec<Item>) -> Vec<Item> {
    let items = items.into_iter().map(|item| Item { children: led_to(item.children), ..item });
    items.filter(|item| item.page.is_some() || !item.children.is_empty()).collect()
}

/// Returns the facts that say something: a gap is for those who can fill it, and a reference to what is not for this audience is none.
fn said(facts: Vec<Fact>) -> Vec<Fact> {
    let known = facts.into_iter().filter_map(|fact| Some(Fact { value: known(fact.value)?, ..fact }));
    known.collect()
}

fn known(value: Value) -> Option<Value> {
    match value {
        Value::Unknown => None,
        Value::List(values) => {
            let values: Vec<Value> = values.into_iter().filter_map(known).collect();
            (!values.is_empty()).then_some(Value::List(values))
        }
        Value::Group(facts) => {
            let facts = said(facts);
            (!facts.is_empty()).then_some(Value::Group(facts))
        }
        other => Some(other),
    }
}
