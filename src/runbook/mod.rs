//! The Markdown pages of a project; those with our front matter are runbooks in the strict sense.

pub mod front_matter;
pub mod outline;
mod page;
pub mod section;
mod substance;
pub mod summary;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use rayon::prelude::*;

use crate::config::{Config, ProjectKind};
use crate::diagnostic::{Diagnostic, Outcome, Severity, message};
use crate::markdown::highlight::Highlighter;
use crate::markdown::{Document, include, parse};
use crate::names::{CredentialId, EntityRef, Kind, Names, RunbookId, suggest};
use crate::problem::markdown::UNKNOWN_LANGUAGE;
use crate::problem::runbook::UNRESOLVED_ASK;
use crate::scalar::Audience;
use crate::source::{FileId, Place, Snapshot, SourcePath, Span};
use crate::words::Language;

use front_matter::{FrontMatter, RunbookHead, RunbookType, Written};
use outline::Outline;
pub(crate) use page::prettify;
pub use page::{id, is_markdown};
use section::Vocabulary;
pub use substance::substance;

/// A Markdown page.
#[derive(Debug)]
pub struct Runbook {
    /// Its id: the path below the content folder without extension and without the suffix of its language. A folder's page
    /// (`index.md`, `README.md`, `_index.md`) is `folder/index`.
    pub id: RunbookId,
    /// Its file.
    pub file: FileId,
    /// What it is called: front matter, else the first heading of level 1, else `SUMMARY.md`, else its file's name.
    pub title: String,
    /// The language it is written in.
    pub language: Language,
    /// One line for lists.
    pub summary: Option<String>,
    /// Order among its siblings: lower first, then by title. Pages without a weight have the greatest, and come last.
    pub weight: i64,
    /// What stands at its head.
    pub front_matter: FrontMatter,
    /// The byte of the file that its Markdown starts at.
    pub body_offset: usize,
    /// Its text.
    pub document: Document,
    /// Its sections and steps.
    pub outline: Outline,
    /// Whether its text starts with a heading that repeats the title.
    pub repeats_title: bool,
    /// What it is about.
    pub subjects: Vec<EntityRef>,
}

impl Runbook {
    /// Returns its front matter, where that is ours.
    #[must_use]
    pub fn head(&self) -> Option<&RunbookHead> {
        match &self.front_matter {
            FrontMatter::Ours(head) => Some(head),
            FrontMatter::Foreign(_) | FrontMatter::None => None,
        }
    }

    /// Returns what kind of page it is; nothing where nobody says.
    #[must_use]
    pub fn runbook_type(&self) -> Option<RunbookType> {
        self.head()?.runbook_type.known().copied()
    }

    /// Returns who may read it, as its own head says.
    #[must_use]
    pub fn audience(&self) -> Option<Audience> {
        match &self.front_matter {
            FrontMatter::Ours(head) => head.audience,
            FrontMatter::Foreign(foreign) => foreign.audience,
            FrontMatter::None => None,
        }
    }

    /// Whether it is there to be followed, and so may be proven: not what one reads to know, or to know why.
    #[must_use]
    pub fn is_followed(&self) -> bool {
        self.head().is_some() && !matches!(self.runbook_type(), Some(RunbookType::Reference | RunbookType::Decision))
    }

    /// Returns the credentials that one needs to follow it.
    #[must_use]
    pub fn needs(&self) -> &[CredentialId] {
        self.head().map_or(&[], |head| &head.needs)
    }

    /// Returns the id of the heading, step or anchor that a link to this page means.
    #[must_use]
    pub fn anchor(&self, written: &str) -> Option<&str> {
        let step = || self.outline.steps.iter().map(|step| step.id.as_str()).find(|id| *id == written);
        self.document.anchor(written).or_else(step)
    }

    /// Returns every id in the page: of headings, steps, and anchors in raw HTML.
    pub fn anchors(&self) -> impl Iterator<Item = &str> {
        let ids = self.document.ids().iter().map(String::as_str);
        ids.chain(self.outline.steps.iter().map(|step| step.id.as_str()))
    }
}

/// The pages, each read on its own; ids declared, references not yet resolved.
pub struct Declared {
    /// The ids of the pages.
    pub names: Names,
    kind: ProjectKind,
    pages: Vec<DeclaredPage>,
    translations: Vec<DeclaredPage>,
}

/// The pages of a project.
#[derive(Debug, Default)]
pub struct Pages {
    /// Each page as it was first written, by its id.
    pub originals: BTreeMap<RunbookId, Runbook>,
    /// The same pages in other languages. A translation has its original's id, and its front matter in other words.
    pub translations: BTreeMap<(RunbookId, Language), Runbook>,
}

/// A page, read on its own.
struct DeclaredPage {
    id: String,
    file: FileId,
    /// What it is called when its front matter does not say.
    title: String,
    language: Language,
    written: Written,
    body_offset: usize,
    document: Document,
    outline: Outline,
}

/// What front matter may hold. Compiled once, as the words below: whoever compares reads many projects.
static SCHEMAS: LazyLock<front_matter::Schemas> = LazyLock::new(front_matter::Schemas::compile);

/// The words that give headings and paragraphs their roles, by language.
static VOCABULARIES: LazyLock<BTreeMap<Language, Vocabulary>> =
    LazyLock::new(|| Language::interface().map(|language| (language.clone(), Vocabulary::load(&language))).collect());

/// Reads the pages, in parallel, and declares their ids.
#[must_use]
pub fn declare(snapshot: &Snapshot, config: &Config) -> Outcome<Declared> {
    let mut diagnostics = Vec::new();
    let pages = page::find(snapshot, config).into_value(&mut diagnostics);
    let reader =
        Reader { snapshot, config, schemas: &SCHEMAS, vocabularies: &VOCABULARIES, titles: titles(snapshot, config) };
    let (translations, pages): (Vec<_>, Vec<_>) = pages.into_iter().partition(|page| page.is_translation);
    let read: Vec<Outcome<DeclaredPage>> = pages.into_par_iter().map(|page| reader.read(page, None)).collect();
    let pages: Vec<DeclaredPage> = read.into_iter().map(|page| page.into_value(&mut diagnostics)).collect();
    let by_id: BTreeMap<&str, &DeclaredPage> = pages.iter().map(|page| (page.id.as_str(), page)).collect();
    let read: Vec<Outcome<DeclaredPage>> = translations
        .into_par_iter()
        .map(|page| {
            let original = by_id.get(page.id.as_str()).copied();
            reader.read(page, original)
        })
        .collect();
    let translations: Vec<DeclaredPage> = read.into_iter().map(|page| page.into_value(&mut diagnostics)).collect();
    diagnostics.extend(unknown_languages(pages.iter().chain(&translations)));
    if config.kind == ProjectKind::Handover {
        diagnostics.extend(front_matter::note(pages.iter().map(|page| (page.file, &page.written))));
    }
    let mut names = Names::default();
    for page in &pages {
        // Ids were made to differ.
        names.declare(Kind::Runbook, &page.id, Place { file: page.file, span: Span::default() });
    }
    Outcome { value: Declared { names, kind: config.kind, pages, translations }, diagnostics }
}

/// Reads one page.
struct Reader<'a> {
    snapshot: &'a Snapshot,
    config: &'a Config,
    schemas: &'static front_matter::Schemas,
    vocabularies: &'static BTreeMap<Language, Vocabulary>,
    titles: BTreeMap<SourcePath, String>,
}

impl Reader<'_> {
    /// Reads a page, or the translation of one that was read before.
    fn read(&self, page: page::Page<'_>, original: Option<&DeclaredPage>) -> Outcome<DeclaredPage> {
        let page::Page { file, id, language, is_translation: _ } = page;
        let mut diagnostics = Vec::new();
        let of = original.map(|original| &original.written);
        let head = front_matter::read(file, self.config.kind, self.schemas, of).into_value(&mut diagnostics);
        let expanded = include::expand(file, head.body, self.snapshot).into_value(&mut diagnostics);
        let mut document = parse(expanded.text).into_value(&mut diagnostics);
        let stated = match &head.written {
            Written::Ours(ours) => ours.0.lang.as_ref().and_then(|lang| Language::from_tag(lang.as_str())),
            Written::Foreign(foreign) => foreign.lang.clone(),
            Written::Translated(_) | Written::Unreadable | Written::None => None,
        };
        // The name of a translation says which it is: by its front matter it could take the place of another, or of none.
        let stated = stated.filter(|_| original.is_none());
        let language = stated.or(language).unwrap_or_else(|| self.config.language.clone());
        let vocabulary = self.vocabularies.get(&language).or_else(|| self.vocabularies.get(&Language::ENGLISH));
        let mut outline = vocabulary.map_or_else(Outline::default, |vocabulary| Outline::read(&document, vocabulary));
        if let Some(original) = original {
            document.call_headings_as(&original.document);
            outline.call_steps_as(&original.outline, &mut document);
        }
        let heading = document.headings.iter().find(|heading| heading.level == 1 && !heading.text.is_empty());
        let title = expanded
            .title
            .map(|title| title.words)
            .or_else(|| heading.map(|heading| heading.text.clone()))
            .or_else(|| self.titles.get(&file.path).cloned())
            .unwrap_or_else(|| prettify(name(&id, self.config)));
        let (body_offset, written) = (head.body, head.written);
        let page = DeclaredPage { id, file: file.id, title, language, written, body_offset, document, outline };
        Outcome { value: page, diagnostics }
    }
}

/// Returns the part of an id that names the page: that of the folder for a folder's page.
fn name<'a>(id: &'a str, config: &'a Config) -> &'a str {
    let path = id.strip_suffix("/index").unwrap_or(id);
    if path == "index" { &config.title } else { path.rsplit('/').next().unwrap_or(path) }
}

/// Returns what `SUMMARY.md` calls the pages.
fn titles(snapshot: &Snapshot, config: &Config) -> BTreeMap<SourcePath, String> {
    let summary = config.src.join(summary::FILE_NAME).ok().and_then(|path| snapshot.get(&path));
    let entries = summary.map(summary::read).unwrap_or_default();
    let chapters = entries.into_iter().filter_map(|entry| match entry {
        summary::Entry::Chapter { title, target: Some(target), .. } => {
            Some((summary::path(&target, config)?, title)).filter(|(_, title)| !title.is_empty())
        }
        _ => None,
    });
    chapters.collect()
}

/// Reports the languages of code blocks that are not highlighted, all together, at the first of them.
fn unknown_languages<'a>(pages: impl Iterator<Item = &'a DeclaredPage>) -> Option<Diagnostic> {
    let blocks = pages.flat_map(|page| page.document.code_blocks.iter().map(move |block| (page, block)));
    let mut first = BTreeMap::new();
    for (page, block) in blocks {
        first.entry(block.language.as_str()).or_insert_with(|| page.document.text.place(block.span));
    }
    let highlighter = Highlighter::default();
    first.retain(|language, _| !highlighter.knows(language));
    let place = *first.values().min()?;
    let languages: Vec<String> = first.keys().map(|language| format!("`{language}`")).collect();
    let message = message!("markdown-unknown-language", languages = languages.join(", "));
    Some(Diagnostic::at(&UNKNOWN_LANGUAGE, place, message))
}

/// Resolves what the front matter of the pages names.
#[must_use]
pub fn build(declared: Declared, names: &Names) -> Outcome<Pages> {
    let mut outcome = Outcome { value: Pages::default(), diagnostics: Vec::new() };
    let Declared { names: _, kind, pages, translations } = declared;
    let id = |page: &DeclaredPage| names.resolve(Kind::Runbook, &page.id).and_then(|id| RunbookId::try_from(id).ok());
    for page in pages {
        let Some(id) = id(&page) else { continue };
        let runbook = page.build(id, kind, None, names).into_value(&mut outcome.diagnostics);
        outcome.value.originals.insert(runbook.id.clone(), runbook);
    }
    for page in translations {
        let Some(original) = id(&page).and_then(|id| outcome.value.originals.get(&id)) else { continue };
        let runbook = page.build(original.id.clone(), kind, Some(original), names).into_value(&mut outcome.diagnostics);
        outcome.value.translations.insert((runbook.id.clone(), runbook.language.clone()), runbook);
    }
    outcome
}

impl DeclaredPage {
    fn build(self, id: RunbookId, kind: ProjectKind, original: Option<&Runbook>, names: &Names) -> Outcome<Runbook> {
        let Self { id: _, file, title, language, written, body_offset, document, outline } = self;
        let of = original.map(|original| &original.front_matter);
        front_matter::resolve(written, of, names).and_then(|front_matter, diagnostics| {
            diagnostics.extend(unresolved_asks(&document, &front_matter, kind, original.is_some()));
            let (stated, summary, weight, subjects) = match &front_matter {
                FrontMatter::Ours(head) => {
                    (head.title.known().cloned(), head.summary.clone(), head.weight, head.subjects.clone())
                }
                FrontMatter::Foreign(foreign) => {
                    (foreign.title.clone(), foreign.description.clone(), foreign.weight, Vec::new())
                }
                FrontMatter::None => (None, None, None, Vec::new()),
            };
            let title = stated.filter(|title| !title.trim().is_empty()).unwrap_or(title);
            let first = document.headings.first().filter(|heading| document.starts_with_heading && heading.level == 1);
            let repeats_title = first.is_some_and(|heading| heading.text.trim() == title.trim());
            let weight = original.map_or(weight.unwrap_or(i64::MAX), |original| original.weight);
            Runbook {
                id,
                file,
                title,
                language,
                summary,
                weight,
                front_matter,
                body_offset,
                document,
                outline,
                repeats_title,
                subjects,
            }
        })
    }
}

/// Reports what a page asks for without declaring it, each name once.
fn unresolved_asks(
    document: &Document,
    front_matter: &FrontMatter,
    kind: ProjectKind,
    is_translation: bool,
) -> Vec<Diagnostic> {
    let declared: &[(String, String)] = match front_matter {
        FrontMatter::Ours(head) => &head.asks.0,
        FrontMatter::Foreign(_) | FrontMatter::None => &[],
    };
    let known = |name: &str| declared.iter().any(|(declared, _)| declared == name);
    let mut told = BTreeSet::new();
    let unknown = document.asks.iter().filter(|ask| !known(&ask.name) && told.insert(ask.name.as_str()));
    let report = |ask: &crate::markdown::AskUse| {
        let message = message!("runbook-unresolved-ask", name = ask.name.as_str());
        let mut diagnostic = Diagnostic::at(&UNRESOLVED_ASK, document.text.place(ask.span), message);
        diagnostic.help.push(match suggest(&ask.name, declared.iter().map(|(name, _)| name.as_str())) {
            Some(near) => message!("runbook-unresolved-ask.did-you-mean", name = near),
            None if is_translation => message!("runbook-unresolved-ask.help-original", name = ask.name.as_str()),
            None => message!("runbook-unresolved-ask.help", name = ask.name.as_str()),
        });
        if kind == ProjectKind::Documents {
            diagnostic.severity = Severity::Warning;
        }
        diagnostic
    };
    unknown.map(report).collect()
}

#[cfg(test)]
pub(crate) mod tests;
