//! Which files are pages, and what each is called in references.

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};

use crate::config::{Config, ProjectKind};
use crate::diagnostic::{Diagnostic, Outcome, message};
use crate::problem::runbook::DUPLICATE_PAGE;
use crate::source::{Place, Snapshot, SourceFile, SourcePath, Span};
use crate::words::Language;

use super::summary;

/// The stems of files that are their folder's page, by precedence.
const INDEXES: [&str; 3] = ["index", "readme", "_index"];

/// A file that is a page.
pub(super) struct Page<'s> {
    /// The file.
    pub(super) file: &'s SourceFile,
    /// Its id: the path below the content folder without extension and without the suffix of its language. A folder's page is
    /// `folder/index`. A translation has the id of its original.
    pub(super) id: String,
    /// The language that its name says.
    pub(super) language: Option<Language>,
    /// Whether it is the translation of another file.
    pub(super) is_translation: bool,
}

/// Whether a file holds Markdown by its name.
#[must_use]
pub fn is_markdown(path: &SourcePath) -> bool {
    ["md", "markdown"].iter().any(|known| path.extension().eq_ignore_ascii_case(known))
}

/// Whether a file is a page by its name.
pub(super) fn is_page(path: &SourcePath, config: &Config) -> bool {
    let Some(below) = path.below(&config.src) else { return false };
    let within = |folder: &SourcePath| path.below(folder).is_some();
    let is_ours = config.kind == ProjectKind::Handover && (within(&config.inventory) || within(&config.records));
    let is_theme = config.theme.as_ref().is_some_and(within);
    is_markdown(path) && below != summary::FILE_NAME && !is_ours && !is_theme
}

/// Finds the pages of a project, by path.
pub(super) fn find<'s>(snapshot: &'s Snapshot, config: &Config) -> Outcome<Vec<Page<'s>>> {
    let main = config.languages.first().unwrap_or(&config.language);
    let mut by_id: BTreeMap<String, Vec<Candidate<'s>>> = BTreeMap::new();
    for file in snapshot.files_below(&config.src).filter(|file| is_page(&file.path, config)) {
        let candidate = Candidate::of(file, config);
        by_id.entry(candidate.id.clone()).or_default().push(candidate);
    }
    let mut taken: BTreeSet<String> = by_id.keys().cloned().collect();
    let mut outcome = Outcome { value: Vec::new(), diagnostics: Vec::new() };
    for (id, mut candidates) in by_id {
        candidates.sort_by_key(|candidate| {
            let is_translation = candidate.language.as_ref().is_some_and(|language| language != main);
            (is_translation, candidate.precedence)
        });
        let mut candidates = candidates.into_iter();
        let Some(holder) = candidates.next() else { continue };
        let mut languages = BTreeMap::from([(holder.language.clone().unwrap_or_else(|| main.clone()), holder.file)]);
        outcome.value.push(Page {
            file: holder.file,
            id: id.clone(),
            language: holder.language,
            is_translation: false,
        });
        for Candidate { file, language, below, .. } in candidates {
            let rival = match languages.entry(language.clone().unwrap_or_else(|| main.clone())) {
                Entry::Occupied(rival) => Some(*rival.get()),
                Entry::Vacant(free) => {
                    free.insert(file);
                    None
                }
            };
            let is_translation = rival.is_none();
            let id = if let Some(rival) = rival {
                let start = |file: &SourceFile| Place { file: file.id, span: Span::default() };
                let message = message!("runbook-duplicate-page", id = id.as_str());
                outcome.diagnostics.push(
                    Diagnostic::at(&DUPLICATE_PAGE, start(file), message)
                        .label(start(rival), message!("runbook-duplicate-page.label"))
                        .help(message!("runbook-duplicate-page.help")),
                );
                free(&mut taken, &[stem(&below), &below])
            } else {
                id.clone()
            };
            outcome.value.push(Page { file, id, language, is_translation });
        }
    }
    outcome.value.sort_by_key(|page| page.file.id);
    outcome
}

/// Returns the id that a file has, or would have if it were there and had it alone; nothing for a file that is no page.
#[must_use]
pub fn id(path: &SourcePath, config: &Config) -> Option<String> {
    is_page(path, config).then(|| Named::of(path.below(&config.src).unwrap_or_default(), config).id)
}

/// What a name says of a page.
struct Named {
    id: String,
    language: Option<Language>,
    precedence: usize,
}

impl Named {
    /// Reads a path below the content folder.
    fn of(below: &str, config: &Config) -> Self {
        let without_extension = stem(below);
        let suffix = without_extension.rsplit_once('.').and_then(|(rest, suffix)| {
            let language = config.languages.iter().find(|language| language.as_str() == suffix)?;
            (!rest.is_empty() && !rest.ends_with('/')).then(|| (rest, language.clone()))
        });
        let (path, language) = suffix.map_or((without_extension, None), |(rest, language)| (rest, Some(language)));
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
        let index = INDEXES.iter().position(|index| name.eq_ignore_ascii_case(index));
        let id = match index {
            Some(_) if folder.is_empty() => INDEXES[0].to_owned(),
            Some(_) => format!("{folder}/{}", INDEXES[0]),
            None => path.to_owned(),
        };
        Self { id, language, precedence: index.unwrap_or_default() }
    }
}

/// A file, and the id it would have if it had it alone.
struct Candidate<'s> {
    file: &'s SourceFile,
    id: String,
    language: Option<Language>,
    precedence: usize,
    /// Its path below the content folder.
    below: String,
}

impl<'s> Candidate<'s> {
    fn of(file: &'s SourceFile, config: &Config) -> Self {
        let below = file.path.below(&config.src).unwrap_or_default().to_owned();
        let Named { id, language, precedence } = Named::of(&below, config);
        Self { file, id, language, precedence, below }
    }
}

fn stem(below: &str) -> &str {
    below.rsplit_once('.').map_or(below, |(stem, _)| stem)
}

/// Takes the first of several names that is free, or numbers the last.
fn free(taken: &mut BTreeSet<String>, names: &[&str]) -> String {
    let numbered = (2..).map(|number| format!("{}-{number}", names.last().copied().unwrap_or_default()));
    let mut candidates = names.iter().map(|name| (*name).to_owned()).chain(numbered);
    candidates.find(|name| taken.insert(name.clone())).unwrap_or_default()
}

/// Makes words of the name of a file or folder: `restore-mail` → `Restore mail`.
pub(crate) fn prettify(name: &str) -> String {
    let spaced = name.replace(['-', '_'], " ");
    let spaced = spaced.trim();
    let mut characters = spaced.chars();
    characters
        .next()
        .map_or_else(|| name.to_owned(), |first| first.to_uppercase().collect::<String>() + characters.as_str())
}
