//! What an audience may see of a project: its sources, reduced before anything is made of them.
//!
//! A page that is made of reduced sources cannot show what they do not hold, whatever it does with them: nothing further on has to
//! remember who is reading. What a thing does not say about its readers is for admins alone, so that forgetting a word hides too much,
//! never too little.

mod open;
mod passage;
mod value;
mod withheld;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::catalog;
use crate::catalog::fact::{Fact, Value};
use crate::history::{Extent, History, Revision};
use crate::knowledge::link::Target;
use crate::knowledge::navigation::Item;
use crate::knowledge::{self, KnowledgeBase};
use crate::markdown::LinkKind;
use crate::records;
use crate::runbook::is_markdown;
use crate::scalar::Audience;
use crate::schema;
use crate::source::{FileId, Snapshot, SourceFile, SourcePath, Span};

pub use open::{Holder, is_open, may_open};
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
    let pages: BTreeMap<FileId, Audience> = whole.texts().map(|page| (page.file, whole.audience_of(page))).collect();
    let reader = Reader { whole, audience, pages: &pages, unsaid: &unsaid(whole, audience) };
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
    withheld.forget(texts.iter().map(|(_, text)| &**text));
    let reduced = Snapshot::new(texts, snapshot.assets().cloned());
    let head = whole.history.head.clone();
    let head = head.map(|head| Revision { author: String::new(), email: String::new(), ..head });
    let history = History { extent: Extent::Whole, head, dirty: whole.history.dirty, ..History::default() };
    // Its problems are those of the whole, which were told.
    let mut kb = knowledge::compile(&reduced, whole.config.clone(), history, whole.as_of).value;
    kb.audience = audience;
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

/// Reduces files one by one.
struct Reader<'a> {
    whole: &'a KnowledgeBase,
    audience: Audience,
    /// Who may read each page.
    pages: &'a BTreeMap<FileId, Audience>,
    /// Links whose words are where they lead.
    unsaid: &'a BTreeMap<FileId, Vec<Span>>,
}

/// Returns the wiki links to pages that an audience may not see: their words are the name of the page, whoever wrote them.
fn unsaid(whole: &KnowledgeBase, audience: Audience) -> BTreeMap<FileId, Vec<Span>> {
    let mut unsaid: BTreeMap<FileId, Vec<Span>> = BTreeMap::new();
    for page in whole.texts() {
        for (link, lead) in whole.leads(page).filter(|(link, _)| link.kind == LinkKind::Wiki) {
            let target = match lead {
                Ok(Target::Runbook(id, _)) => whole.runbooks.get(id),
                _ => None,
            };
            if target.is_some_and(|target| whole.audience_of(target) > audience) {
                let place = page.document.text.place(link.span);
                unsaid.entry(place.file).or_default().push(place.span);
            }
        }
    }
    unsaid
}

impl Reader<'_> {
    /// Returns what the audience may see of a file; nothing where it is not for them.
    fn reduce(&self, file: &SourceFile, withheld: &mut Withheld) -> Option<String> {
        let config = &self.whole.config;
        if config.theme.as_ref().is_some_and(|theme| file.path.below(theme).is_some()) {
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
        if let Some(page) = self.pages.get(&file.id).filter(|page| **page > self.audience) {
            withheld.text(file, 0..file.text.len(), *page);
            return None;
        }
        if !is_markdown(&file.path) {
            // What lies beside things and records and is neither (what machines saw) is for those who look after it.
            let is_known =
                [&config.inventory, &config.records].into_iter().any(|folder| file.path.below(folder).is_some());
            return (!is_known).then(|| file.text.to_string());
        }
        let unsaid = self.unsaid.get(&file.id).map(Vec::as_slice).unwrap_or_default();
        Some(passage::cut(file, self.audience, unsaid, withheld).into_owned())
    }

    /// Reduces a file of YAML. What is left is written as JSON, which is YAML, and which says nothing but the values.
    fn yaml(
        &self,
        file: &SourceFile,
        withheld: &mut Withheld,
        reduce: impl FnOnce(&mut value::Reduction<'_>, &mut serde_json::Value) -> bool,
    ) -> Option<String> {
        let mut value = schema::rewritable(&file.text)?;
        let mut reduction = value::Reduction { audience: self.audience, file, withheld };
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
