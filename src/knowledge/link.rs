//! Where a link in a page leads.
//!
//! One function answers for the check and for the site, so that what is published and what is reported cannot differ.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::{self, Config};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::fact::UnknownFact;
use crate::markdown::html::SCHEMES;
use crate::markdown::{LinkKind, LinkUse, fill_blanks};
use crate::names::{EntityRef, Kind, RunbookId, suggest};
use crate::runbook::{Runbook, is_markdown};
use crate::source::{PathError, Snapshot, SourcePath};
use crate::words::Language;

/// How many names a dead link is compared with: a page may hold thousands of both.
const MOST_CANDIDATES: usize = 300;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a page, or to the id of a heading or step in it.
    Runbook(RunbookId, Option<String>),
    /// To an entity of the inventory.
    Entity(EntityRef),
    /// To a file that is published beside the pages.
    Asset(SourcePath),
    /// To a folder that holds pages but has none of its own.
    Folder(SourcePath),
    /// Out of the site, by one of `http`, `https`, `mailto`, `tel`; the address as written.
    External(String),
}

/// Why a link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeadLink {
    /// No such page or file; the nearest target that would work, as it would be written.
    File(Option<String>),
    /// The page exists, the heading or step does not; the nearest id that exists.
    Anchor(RunbookId, Option<String>),
    /// Nothing of that kind has this id; the nearest id that exists.
    Entity(Kind, Option<String>),
    /// It leads out of the content folder.
    Outside,
    /// Its target uses a fact that the inventory does not have.
    Fact(UnknownFact),
    /// A scheme that is not allowed (`javascript:`, `data:`, `file:` …).
    Scheme(String),
}

/// The pages and files that links may lead to, by the ways in which people write them.
#[derive(Clone, Debug, Default)]
pub struct LinkIndex {
    pages: BTreeMap<SourcePath, RunbookId>,
    folders: BTreeSet<SourcePath>,
    /// Pages by the slug of their title and of their file's stem, for `[[wiki links]]`.
    names: BTreeMap<String, RunbookId>,
    /// Paths of pages by their file name, for "did you mean".
    by_file_name: BTreeMap<String, Vec<SourcePath>>,
}

impl LinkIndex {
    /// Indexes the pages of a project.
    #[must_use]
    pub fn new<'a>(config: &Config, snapshot: &Snapshot, runbooks: impl Iterator<Item = &'a Runbook>) -> Self {
        let mut index = Self::default();
        for runbook in runbooks {
            let path = &snapshot.file(runbook.file).path;
            let mut folder = path.parent();
            while folder.below(&config.src).is_some() && index.folders.insert(folder.clone()) && !folder.is_root() {
                folder = folder.parent();
            }
            for name in [runbook.title.as_str(), path.stem()] {
                index.names.entry(crate::markdown::slug(name)).or_insert_with(|| runbook.id.clone());
            }
            index.by_file_name.entry(path.file_name().to_owned()).or_default().push(path.clone());
            index.pages.insert(path.clone(), runbook.id.clone());
        }
        index
    }

    /// Returns the page that a file became.
    #[must_use]
    pub fn page(&self, path: &SourcePath) -> Option<&RunbookId> {
        self.pages.get(path)
    }

    /// Returns the page of a folder: what a link to the folder shows.
    fn folder_page(&self, folder: &SourcePath) -> Option<&RunbookId> {
        const NAMES: [&str; 3] = ["index.md", "README.md", "_index.md"];
        NAMES.iter().find_map(|name| self.page(&folder.join(name).ok()?))
    }

    /// Returns the path of a page that a dead path probably meant: the same file name in another folder, else the nearest
    /// name in the same folder.
    fn nearest(&self, path: &SourcePath) -> Option<&SourcePath> {
        if let Some(path) = self.by_file_name.get(path.file_name()).and_then(|paths| paths.first()) {
            return Some(path);
        }
        let folder = path.parent();
        let siblings: Vec<&SourcePath> = self
            .pages
            .range(folder.clone()..)
            .map(|(path, _)| path)
            .take_while(|page| page.below(&folder).is_some())
            .filter(|page| page.parent() == folder)
            .take(MOST_CANDIDATES)
            .collect();
        let name = suggest(path.file_name(), siblings.iter().map(|page| page.file_name()))?;
        siblings.into_iter().find(|page| page.file_name() == name)
    }
}

/// Finds where a link in the notes of an entity leads: they lie in no folder of pages, so paths mean nothing there.
///
/// # Errors
/// Why it leads nowhere.
pub fn resolve_in_notes(kb: &KnowledgeBase, link: &LinkUse) -> Result<Target, DeadLink> {
    let written = written(kb, link)?;
    absolute(kb, &written).unwrap_or_else(|| {
        // A path probably means the page whose file is called so.
        let path = written.split(['#', '?']).next().unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or_default();
        let page = kb.links.by_file_name.get(name).and_then(|paths| kb.links.page(paths.first()?));
        Err(DeadLink::File(page.map(|id| format!("{}:{id}", Kind::Runbook.name()))))
    })
}

/// Finds where a link leads.
///
/// # Errors
/// Why it leads nowhere.
pub fn resolve(kb: &KnowledgeBase, snapshot: &Snapshot, from: &Runbook, link: &LinkUse) -> Result<Target, DeadLink> {
    let written = written(kb, link)?;
    let written = written.as_str();
    if link.kind == LinkKind::Wiki {
        return wiki(kb, written);
    }
    if let Some(judged) = absolute(kb, written) {
        return judged;
    }
    let (path, anchor) = written.split_once('#').map_or((written, None), |(path, anchor)| (path, Some(anchor)));
    let path = percent_decoded(path.split('?').next().unwrap_or_default());
    if path.is_empty() {
        let own = anchor.and_then(|anchor| from.anchor(&percent_decoded(anchor)));
        return own.map_or_else(
            || page(kb, &from.id, anchor),
            |own| Ok(Target::Runbook(from.id.clone(), Some(own.to_owned()))),
        );
    }
    let source = &snapshot.file(from.file).path;
    let joined = match path.strip_prefix('/') {
        Some(absolute) => kb.config.src.join(absolute),
        None => source.parent().join(&path),
    };
    let target = joined.map_err(|error| match error {
        PathError::Outside | PathError::Absolute => DeadLink::Outside,
        PathError::Character => DeadLink::File(None),
    })?;
    if target.below(&kb.config.src).is_none() && target != kb.config.src {
        return Err(DeadLink::Outside);
    }
    if let Some(id) = candidates(&target).find_map(|candidate| kb.links.page(&candidate)) {
        return page(kb, id, anchor);
    }
    if let Some(id) = kb.links.folder_page(&target) {
        return page(kb, id, anchor);
    }
    if kb.links.folders.contains(&target) {
        return Ok(Target::Folder(target));
    }
    let may_go_out = kb.is_whole() || !is_source(&kb.config, &target);
    if snapshot.contains(&target) && !target.is_hidden() && may_go_out {
        return Ok(Target::Asset(target));
    }
    let nearest = kb.links.nearest(&target).map(|path| relative(path, &source.parent()));
    Err(DeadLink::File(nearest))
}

/// Whether a file says what pages are made of, so that only the whole site may hold it as it is: Markdown, things, records, the
/// configuration.
#[must_use]
pub fn is_source(config: &Config, path: &SourcePath) -> bool {
    config.is_knowledge(path) || is_markdown(path) || path.as_str() == config::FILE_NAME
}

/// Returns the target as it counts, its facts put in.
fn written(kb: &KnowledgeBase, link: &LinkUse) -> Result<String, DeadLink> {
    // Browsers drop tabs and newlines inside an address, and blanks around it (WHATWG URL, "basic URL parser"): so must we
    // before judging its scheme.
    let written: String = link.target.chars().filter(|character| !character.is_control()).collect();
    fill_blanks(written.trim(), |expression| kb.address(expression), |_| None).map_err(DeadLink::Fact)
}

/// Finds where an address leads that means the same wherever it stands; nothing for a path.
fn absolute(kb: &KnowledgeBase, written: &str) -> Option<Result<Target, DeadLink>> {
    if let Some(rest) = written.strip_prefix("//") {
        return Some(Ok(Target::External(format!("https://{rest}"))));
    }
    // The name of a kind may hold an underscore, which no scheme does.
    if let Some((kind, id)) = written.split_once(':').and_then(|(kind, id)| Some((Kind::from_name(kind)?, id))) {
        return Some(reference(kb, kind, id));
    }
    let (scheme, _) = scheme(written)?;
    Some(if SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()) {
        Ok(Target::External(written.to_owned()))
    } else {
        Err(DeadLink::Scheme(scheme.to_owned()))
    })
}

/// The files that a path may mean: itself, and the Markdown page behind `page` and `page.html`, as wikis and mdBook write.
fn candidates(target: &SourcePath) -> impl Iterator<Item = SourcePath> {
    let folder = target.parent();
    let page = match target.extension() {
        "html" => Some(format!("{}.md", target.stem())),
        "md" | "markdown" => None,
        _ => Some(format!("{}.md", target.file_name())),
    };
    [Some(target.clone()), page.and_then(|page| folder.join(&page).ok())].into_iter().flatten()
}

fn page(kb: &KnowledgeBase, id: &RunbookId, anchor: Option<&str>) -> Result<Target, DeadLink> {
    let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty()) else {
        return Ok(Target::Runbook(id.clone(), None));
    };
    let anchor = percent_decoded(anchor);
    let Some(runbook) = kb.runbooks.get(id) else {
        return Err(DeadLink::File(None));
    };
    let translations = || {
        kb.translations.range((id.clone(), Language::FIRST)..).map_while(|((of, _), page)| (of == id).then_some(page))
    };
    match runbook.anchor(&anchor).or_else(|| translations().find_map(|page| page.anchor(&anchor))) {
        Some(id_of_heading) => Ok(Target::Runbook(id.clone(), Some(id_of_heading.to_owned()))),
        None => {
            let near = suggest(&anchor, runbook.anchors().take(MOST_CANDIDATES)).map(str::to_owned);
            Err(DeadLink::Anchor(id.clone(), near))
        }
    }
}

fn reference(kb: &KnowledgeBase, kind: Kind, id: &str) -> Result<Target, DeadLink> {
    let (id, anchor) = id.split_once('#').map_or((id, None), |(id, anchor)| (id, Some(anchor)));
    match kb.names.resolve(kind, id) {
        Some(EntityRef::Runbook(id)) => page(kb, &id, anchor),
        Some(entity) => Ok(Target::Entity(entity)),
        None => Err(DeadLink::Entity(kind, kb.names.suggest(kind, id).map(str::to_owned))),
    }
}

fn wiki(kb: &KnowledgeBase, written: &str) -> Result<Target, DeadLink> {
    let (name, anchor) = written.split_once('#').map_or((written, None), |(name, anchor)| (name, Some(anchor)));
    let slug = crate::markdown::slug(name.rsplit('/').next().unwrap_or(name));
    match kb.links.names.get(&slug) {
        Some(id) => page(kb, id, anchor),
        None => {
            let initial = slug.chars().next().map_or_else(String::new, String::from);
            let names = kb.links.names.range(initial.clone()..).map(|(name, _)| name.as_str());
            let alike = names.take_while(|name| name.starts_with(&initial)).take(MOST_CANDIDATES);
            Err(DeadLink::File(suggest(&slug, alike).map(str::to_owned)))
        }
    }
}

/// Splits a scheme off (RFC 3986 §3.1): a letter, then letters, digits, `+`, `-`, `.`, up to a colon.
fn scheme(written: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = written.split_once(':')?;
    let sound = |character: char| character.is_ascii_alphanumeric() || "+-.".contains(character);
    let starts = scheme.starts_with(|character: char| character.is_ascii_alphabetic());
    (starts && scheme.chars().all(sound)).then_some((scheme, rest))
}

/// Decodes `%41` sequences (RFC 3986 §2.1); what is not one, or gives no UTF-8, stays as written.
fn percent_decoded(written: &str) -> String {
    if !written.contains('%') {
        return written.to_owned();
    }
    let hex = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written.as_bytes();
    while let [first, tail @ ..] = rest {
        match (first, tail) {
            (b'%', [high, low, after @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                bytes.push(hex(*high).unwrap_or_default() * 16 + hex(*low).unwrap_or_default());
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| written.to_owned())
}

/// Writes a path as a link from a folder.
fn relative(path: &SourcePath, folder: &SourcePath) -> String {
    let own: Vec<&str> = path.parts().collect();
    let base: Vec<&str> = folder.parts().collect();
    let shared = own.iter().zip(&base).take_while(|(own, base)| own == base).count();
    let ups = std::iter::repeat_n("..", base.len() - shared);
    ups.chain(own[shared..].iter().copied()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_are_seen_as_browsers_see_them() {
        assert_eq!(scheme("javascript:alert(1)"), Some(("javascript", "alert(1)")));
        assert_eq!(scheme("a b:c"), None);
        assert_eq!(scheme("../a:b.md"), None);
    }

    #[test]
    fn percent_sequences_are_decoded_once() {
        assert_eq!(percent_decoded("caf%C3%A9%2520"), "café%20");
        assert_eq!(percent_decoded("100%"), "100%");
        assert_eq!(percent_decoded("%ff"), "%ff");
    }

    #[test]
    fn a_suggestion_is_written_as_the_author_would_write_it() {
        let path = |text: &str| SourcePath::new(text).unwrap();
        assert_eq!(relative(&path("runbooks/mail/a.md"), &path("runbooks/dns")), "../mail/a.md");
        assert_eq!(relative(&path("runbooks/a.md"), &path("runbooks")), "a.md");
    }
}
