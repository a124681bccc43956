//! The site: every page is planned, then rendered, each on its own and in parallel.

mod address;
mod body;
mod calendar;
mod checklist;
mod chrome;
mod contact;
mod decisions;
mod drawing;
mod feed;
mod here;
mod jump;
mod map;
mod observed;
mod page;
mod pages;
mod past;
mod preview;
mod problem;
mod proof;
mod read_back;
mod record;
mod said;
mod search;
mod squeeze;
mod templates;
#[cfg(test)]
mod tests;
mod theme;
mod told;
mod tree;
mod trouble;
mod value;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::bundle::{Sink, SitePath};
use crate::catalog::person::Role;
use crate::diagnostic::Diagnostic;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::link::Target;
use crate::knowledge::people::with_role;
use crate::names::EntityRef;
use crate::output::{Output, OutputContext};
use crate::words::{Language, Words};

use here::{Here, Site, Tongue, Voices};
use page::{Linked, Page, SitePlan};
pub use preview::Preview;
pub(super) use problem::CODES;
pub use search::say_proof;
use templates::Templates;
use theme::Theme;
use tree::Tree;

/// The site.
pub(super) static SITE: Output = Output { name: "site", emit };

/// The files of the theme, under names that never change: a new style must not change every page.
const THEME_FILES: [&str; 13] = [
    "theme/build.js",
    "theme/changes.css",
    "theme/changes.js",
    "theme/early.js",
    "theme/icon.svg",
    "theme/money.css",
    "theme/readiness.css",
    "theme/readiness.js",
    "theme/releve.css",
    "theme/releve.js",
    "theme/search-dialog.js",
    "theme/search.css",
    "theme/search.js",
];

fn emit(context: &OutputContext<'_>, sink: &dyn Sink) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let (site, templates) = prepare(context, &mut diagnostics);
    // First, so that what it holds of all pages is gone before code is painted.
    if context.version.is_none() {
        search::emit(&site, &|path, bytes| sink.put(path, bytes));
    }
    let pages: Vec<(&Page, usize, &SitePath)> = site.plan.pages().collect();
    pages.par_iter().for_each(|(page, language, path)| {
        let Some(tongue) = site.tongues.get(*language) else { return };
        let here = Here::new(&site, page, path, tongue);
        if let Some(html) = pages::render(&here, &templates) {
            sink.put(path, html.into_bytes());
        }
    });
    for (path, text) in feed::feeds(&site).into_iter().chain(calendar::calendars(&site)) {
        sink.put(&path, text.into_bytes());
    }
    for (path, address) in site.plan.files() {
        if let Some(asset) = context.snapshot.asset(path) {
            sink.copy(address, asset);
        } else if let Some(file) = context.snapshot.get(path) {
            sink.put(address, file.text.as_bytes().to_vec());
        }
    }
    for address in THEME_FILES {
        if let (Some(path), Some(text)) = (SitePath::new(address), theme_file(&site, templates.theme(), address)) {
            sink.put(&path, text.into_bytes());
        }
    }
    diagnostics.extend(templates.into_problems());
    diagnostics
}

/// Returns the folder in which a version stands; it is never one in which the user has pages, nor one of those taken. Nothing for
/// a name of which no folder can be made.
#[must_use]
pub fn version_folder(kb: &KnowledgeBase, name: &str, taken: &mut BTreeSet<SitePath>) -> Option<SitePath> {
    let is_users =
        kb.runbooks.keys().any(|id| address::slug(id.as_str().split('/').next().unwrap_or_default()) == "versions");
    let above = if is_users { "_versions" } else { "versions" };
    let numbers = std::iter::once(String::new()).chain((2..).map(|number| format!("-{number}")));
    let mut folders = numbers.map_while(|number| SitePath::new(&format!("{above}/{}{number}", address::slug(name))));
    folders.find(|folder| taken.insert(folder.clone()))
}

/// Makes the calendar in a language of the site, or in its main one where it has no such language; nothing where it has no page of dates.
#[must_use]
pub fn calendar(context: &OutputContext<'_>, language: &Language) -> Option<String> {
    // What is wrong with a template is said by whoever builds the site.
    let (site, _) = prepare(context, &mut Vec::new());
    let spoken = site.tongues.iter().find(|tongue| tongue.language == *language);
    calendar::calendar(&site, spoken.or(site.tongues.first())?)
}

/// Where the pages of things are, for other outputs.
pub(super) struct Addresses(SitePlan);

impl Addresses {
    /// Plans the site. What is wrong with addresses is said by whoever builds it.
    pub(super) fn of(context: &OutputContext<'_>) -> Self {
        Self(page::plan(context, linked(context), &mut Vec::new()))
    }

    /// Returns the page of a thing, in the main language.
    pub(super) fn page(&self, thing: &EntityRef) -> Option<&SitePath> {
        match thing {
            // What a word means stands in the glossary.
            EntityRef::Term(_) => self.0.address(&Page::Glossary, 0),
            other => self.0.address(&Page::from(other), 0),
        }
    }
}

/// Makes the files of the search alone, by their names without extension.
#[must_use]
pub fn search_files(context: &OutputContext<'_>) -> HashMap<String, Vec<u8>> {
    // What is wrong with a template is said by whoever builds the site.
    let (site, _) = prepare(context, &mut Vec::new());
    search::files(&site)
}

/// Plans the site and loads its templates: what every page needs before it can be rendered.
fn prepare<'a>(context: &'a OutputContext<'a>, diagnostics: &mut Vec<Diagnostic>) -> (Site<'a>, Templates<'a>) {
    let config = &context.kb.config;
    let voices = voices(context);
    // What the interface does not speak it says in English.
    let words = |language: &Language| {
        let words = voices.get(language).or_else(|| voices.get(&Language::ENGLISH));
        words.map_or_else(|| Arc::new(Words::load(language)), Arc::clone)
    };
    let words: Vec<Arc<Words>> = config.languages.iter().map(words).collect();
    let theme = Theme::new(context.snapshot, config.theme.as_ref());
    let templates = Templates::load(theme, &words, config.theme_context);
    let plan = page::plan(context, linked(context), diagnostics);
    let tongues = config.languages.iter().zip(words).enumerate().map(|(index, (language, words))| {
        let tree = Tree::new(context.kb, context.snapshot, &plan, &words, language);
        Tongue { language: language.clone(), index, words, tree }
    });
    let site = Site {
        context,
        tongues: tongues.collect(),
        voices,
        plan,
        ledger: context.kb.ledger(),
        primary_admin: with_role(context.kb, Role::PrimaryAdmin),
        backup_admin: with_role(context.kb, Role::BackupAdmin),
    };
    (site, templates)
}

/// Loads the words of every language of the site, of its texts, and of those to whom messages are sent, that the interface speaks.
fn voices(context: &OutputContext<'_>) -> Voices {
    let kb = context.kb;
    let of_us = kb.catalog.organisation.iter().flat_map(|organisation| &organisation.languages);
    let written_to = kb.catalog.projects.values().flat_map(|project| &project.languages).chain(of_us);
    let written_to: BTreeSet<Language> =
        written_to.filter_map(|language| Language::from_tag(language.as_str())).collect();
    let texts = kb.texts().map(|text| &text.language);
    let used: BTreeSet<&Language> = texts.chain(&kb.config.languages).chain(&written_to).collect();
    let spoken = Language::interface().filter(|language| used.contains(language));
    spoken.map(|language| (language.clone(), Arc::new(Words::load(&language)))).collect()
}

/// Returns what pages link to beside pages: a file that nobody links to is not published.
fn linked(context: &OutputContext<'_>) -> Linked {
    let kb = context.kb;
    let mut linked = Linked::default();
    for (_, lead) in kb.texts().flat_map(|text| kb.leads(text)) {
        match lead {
            Ok(Target::Asset(path)) => linked.files.insert(path.clone()),
            Ok(Target::Folder(path)) => linked.folders.insert(path.clone()),
            _ => false,
        };
    }
    linked
}

/// Makes a file of the theme.
fn theme_file(site: &Site<'_>, theme: &Theme<'_>, address: &str) -> Option<String> {
    match address {
        "theme/build.js" => Some(build_line(site)),
        "theme/changes.css" => Some(theme.sheet("changes.css")),
        "theme/changes.js" => Some(theme.page_script("changes.js")),
        "theme/early.js" => theme.text("js/early.js").map(Into::into),
        "theme/icon.svg" => theme.text("icon.svg").map(Into::into),
        "theme/money.css" => Some(theme.sheet("money.css")),
        "theme/readiness.css" => Some(theme.sheet("readiness.css")),
        "theme/readiness.js" => Some(theme.page_script("readiness.js")),
        "theme/releve.css" => Some(theme.style()),
        "theme/releve.js" => Some(theme.script()),
        "theme/search.css" => Some(theme.sheet("search.css")),
        "theme/search-dialog.js" => Some(theme.dialog()),
        "theme/search.js" => Some(theme.engine()),
        _ => None,
    }
}

/// The one file that says to every page which build it belongs to, in each language, so that a new build does not change the pages.
fn build_line(site: &Site<'_>) -> String {
    let lines = site.tongues.iter().filter_map(|tongue| {
        let path = site.plan.address(&Page::Start, tongue.index)?;
        let line = pages::copy(&Here::new(site, &Page::Start, path, tongue));
        Some((tongue.words.language().to_string(), line.into()))
    });
    // JSON is JavaScript (ECMA-262, since 2019).
    let lines = serde_json::Value::Object(lines.collect());
    format!("(globalThis.releve = globalThis.releve || {{}}).build = {lines};\n")
}
