//! The order in which readers are led through the pages: `SUMMARY.md`, otherwise the folders.

use std::collections::BTreeMap;

use crate::config::{Config, ProjectKind};
use crate::diagnostic::{Diagnostic, Outcome, Severity, message};
use crate::names::{RunbookId, suggest};
use crate::problem::runbook::MISSING_PAGE;
use crate::runbook::summary::{self, Entry};
use crate::runbook::{Runbook, prettify};
use crate::source::{Place, Snapshot, SourcePath};
use crate::words::sort_key;

/// The tree of pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Navigation {
    /// The top of the tree.
    pub items: Vec<Item>,
}

/// A page, a folder, or a heading of `SUMMARY.md`, with what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What the reader sees.
    pub title: String,
    /// The page it leads to; none for a folder without a page of its own, a heading, a draft of `SUMMARY.md`.
    pub page: Option<RunbookId>,
    /// What stands below it.
    pub children: Vec<Item>,
}

/// Arranges the pages.
#[must_use]
pub fn build(snapshot: &Snapshot, config: &Config, runbooks: &BTreeMap<RunbookId, Runbook>) -> Outcome<Navigation> {
    let summary = config.src.join(summary::FILE_NAME).ok().and_then(|path| snapshot.get(&path));
    match summary {
        Some(file) => Summary::new(snapshot, config, runbooks).arrange(summary::read(file)),
        None => {
            let items = folders(snapshot, config, runbooks);
            Outcome { value: Navigation { items }, diagnostics: Vec::new() }
        }
    }
}

/// The pages in the order of `SUMMARY.md`.
struct Summary<'a> {
    snapshot: &'a Snapshot,
    config: &'a Config,
    pages: BTreeMap<&'a SourcePath, &'a Runbook>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Summary<'a> {
    fn new(snapshot: &'a Snapshot, config: &'a Config, runbooks: &'a BTreeMap<RunbookId, Runbook>) -> Self {
        let pages = runbooks.values().map(|runbook| (&snapshot.file(runbook.file).path, runbook)).collect();
        Self { snapshot, config, pages, diagnostics: Vec::new() }
    }

    fn arrange(mut self, entries: Vec<Entry>) -> Outcome<Navigation> {
        // The items that may still get children, outermost first, each with its depth; depths start at 1 below a part.
        let mut open: Vec<(usize, Item)> = Vec::new();
        let mut items = Vec::new();
        let mut in_part = false;
        for entry in entries {
            let (depth, item) = match entry {
                Entry::Part(title) => {
                    in_part = true;
                    (0, Item { title, page: None, children: Vec::new() })
                }
                Entry::Chapter { title, target, depth, in_list, place } => {
                    // A chapter behind the lists belongs to no part.
                    in_part &= in_list;
                    let page = target.and_then(|target| self.page(&target, place));
                    let title = if title.is_empty() { page.map_or(title, |page| page.title.clone()) } else { title };
                    (
                        depth + usize::from(in_part),
                        Item { title, page: page.map(|page| page.id.clone()), children: Vec::new() },
                    )
                }
            };
            close(&mut open, &mut items, depth);
            open.push((depth, item));
        }
        close(&mut open, &mut items, 0);
        Outcome { value: Navigation { items }, diagnostics: self.diagnostics }
    }

    fn page(&mut self, target: &str, place: Place) -> Option<&'a Runbook> {
        let path = summary::path(target, self.config);
        let page = path.as_ref().and_then(|path| self.pages.get(path).copied());
        // An address elsewhere is no chapter of mdBook's, and no page of ours.
        if page.is_none() && !target.contains("://") {
            let written = path.as_ref().map_or(target, SourcePath::as_str);
            let message = match path.as_ref().is_some_and(|path| self.snapshot.contains(path)) {
                true => message!("summary-missing-page.no-page", path = written),
                false => message!("summary-missing-page", path = written),
            };
            let mut diagnostic = Diagnostic::at(&MISSING_PAGE, place, message);
            diagnostic.severity = match self.config.kind {
                _ if self.config.create_missing => Severity::Info,
                ProjectKind::Handover => Severity::Error,
                ProjectKind::Documents => Severity::Warning,
            };
            diagnostic.help.push(match suggest(written, self.pages.keys().map(|path| path.as_str())) {
                Some(near) => message!("summary-missing-page.did-you-mean", path = near),
                None => message!("summary-missing-page.help"),
            });
            self.diagnostics.push(diagnostic);
        }
        page
    }
}

/// Moves the open items of at least this depth into the items that hold them.
fn close(open: &mut Vec<(usize, Item)>, items: &mut Vec<Item>, depth: usize) {
    while let Some((_, item)) = open.pop_if(|(own, _)| *own >= depth) {
        open.last_mut().map_or(&mut *items, |(_, parent)| &mut parent.children).push(item);
    }
}

/// A folder of pages.
#[derive(Default)]
struct Folder<'a> {
    index: Option<&'a Runbook>,
    pages: Vec<&'a Runbook>,
    folders: BTreeMap<&'a str, Folder<'a>>,
}

/// The pages in the order of their folders: by weight, then by title.
fn folders(snapshot: &Snapshot, config: &Config, runbooks: &BTreeMap<RunbookId, Runbook>) -> Vec<Item> {
    let mut root = Folder::default();
    for runbook in runbooks.values() {
        let path = &snapshot.file(runbook.file).path;
        let below = path.below(&config.src).unwrap_or_default();
        let mut folder = &mut root;
        for part in below.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev() {
            folder = folder.folders.entry(part).or_default();
        }
        let is_index = runbook.id.as_str() == "index" || runbook.id.as_str().ends_with("/index");
        if is_index && folder.index.is_none() {
            folder.index = Some(runbook);
        } else {
            folder.pages.push(runbook);
        }
    }
    let mut items = root.index.map(leaf).into_iter().collect::<Vec<_>>();
    items.extend(root.items());
    items
}

impl Folder<'_> {
    /// Arranges what stands in the folder. Recursion is as deep as paths are, which the operating system limits.
    fn items(self) -> Vec<Item> {
        let pages = self.pages.into_iter().map(|page| (page.weight, leaf(page)));
        let folders = self.folders.into_iter().map(|(name, folder)| {
            let weight = folder.index.map_or(i64::MAX, |index| index.weight);
            let title = folder.index.map_or_else(|| prettify(name), |index| index.title.clone());
            let page = folder.index.map(|index| index.id.clone());
            (weight, Item { title, page, children: folder.items() })
        });
        let mut items: Vec<(i64, Item)> = pages.chain(folders).collect();
        items.sort_by_cached_key(|(weight, item)| {
            (*weight, sort_key(&item.title), item.title.clone(), item.page.clone())
        });
        items.into_iter().map(|(_, item)| item).collect()
    }
}

fn leaf(page: &Runbook) -> Item {
    Item { title: page.title.clone(), page: Some(page.id.clone()), children: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runbook;

    fn check(archive: &str, expected: impl snapbox::IntoData) {
        let snapshot = Snapshot::from_archive(archive);
        let config = runbook::tests::config(ProjectKind::Documents);
        let declared = runbook::declare(&snapshot, &config).value;
        let names = declared.names.clone();
        let runbooks = runbook::build(declared, &names).value.originals;
        let outcome = build(&snapshot, &config, &runbooks);
        let mut shown = String::new();
        let mut open: Vec<(usize, &Item)> = outcome.value.items.iter().rev().map(|item| (0, item)).collect();
        while let Some((depth, item)) = open.pop() {
            let page = item.page.as_ref().map_or("–".to_owned(), ToString::to_string);
            shown += &format!("{}{} → {page}\n", "  ".repeat(depth), item.title);
            open.extend(item.children.iter().rev().map(|child| (depth + 1, child)));
        }
        shown += &runbook::tests::shown(&snapshot, &outcome.diagnostics);
        snapbox::assert_data_eq!(shown, expected);
    }

    #[test]
    fn folders_order_by_weight_then_title() {
        check(
            "-- src/index.md --\n# Accueil\n-- src/zoo.md --\n# Zoo\n-- src/eta.md --\n# État\n-- src/esp.md --\n# Espace\n\
             -- src/mail/README.md --\n---\nweight: 1\n---\n# Courriel\n-- src/mail/queue.md --\n# File\n-- src/old-things/x.md --\n# X\n",
            snapbox::str![[r#"
Accueil → index
Courriel → mail/index
  File → mail/queue
Espace → esp
État → eta
Old things → –
  X → old-things/x
Zoo → zoo

"#]],
        );
    }

    #[test]
    fn a_summary_orders_chapters_parts_and_drafts() {
        check(
            "-- src/SUMMARY.md --\n# Summary\n\n[Intro](README.md)\n\n# Mail\n\n- [Queue](mail/queue.md)\n  - [Deep](mail/deep%20er.md)\n\
             - [Draft]()\n\n---\n\n[Credits](credit.md)\n\
             -- src/README.md --\n-- src/mail/queue.md --\n-- src/mail/deep er.md --\n-- src/credits.md --\n",
            snapbox::str![[r#"
Intro → index
Mail → –
  Queue → mail/queue
    Deep → mail/deep er
  Draft → –
Credits → –
warning summary/missing-page src/SUMMARY.md:13:1 there is no page `src/credit.md`
  did you mean `src/credits.md`?

"#]],
        );
    }
}
