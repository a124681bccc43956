//! What a page or a thing of the inventory said at former times.

use std::ops::Range;
use std::sync::Arc;

use crate::history::{Archive, Change, Changes};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::secret;
use crate::source::{Snapshot, SourcePath};
use crate::words::Language;

/// What a thing was at former times.
pub(super) struct Past<'a> {
    /// The content folder.
    src: &'a SourcePath,
    /// Which thing.
    pub thing: &'a EntityRef,
    /// Its changes.
    pub changes: &'a Changes,
    /// The file that it is written in.
    pub path: &'a SourcePath,
    /// What it is called in a file that describes several things; nothing in one of its own.
    part: &'a str,
    /// What its file says now.
    text: &'a str,
    archive: &'a dyn Archive,
}

/// What a thing said at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// This.
    Text(Arc<str>),
    /// Nothing: it was not there.
    Nothing,
    /// There was a secret in it, which no page repeats.
    Withheld,
    /// The text is missing, or too long to be read.
    Unreadable,
}

/// Whether some of the past of a thing is known.
pub(super) fn is_known(kb: &KnowledgeBase, snapshot: &Snapshot, thing: &EntityRef) -> bool {
    let changes = place(kb, snapshot, thing, None).and_then(|(path, part)| kb.history.changes(path, part));
    changes.is_some_and(|changes| !changes.commits.is_empty())
}

/// The file that a thing is written in, and what it is called there. A page may have one in another language.
fn place<'a>(
    kb: &'a KnowledgeBase,
    snapshot: &'a Snapshot,
    thing: &EntityRef,
    language: Option<&Language>,
) -> Option<(&'a SourcePath, &'a str)> {
    match thing {
        EntityRef::Runbook(id) => {
            let page = language.map_or_else(|| kb.runbooks.get(id), |language| kb.page(id, language))?;
            Some((&snapshot.file(page.file).path, ""))
        }
        other => Some(kb.place_of(kb.catalog.entities.get(other)?, snapshot)),
    }
}

impl<'a> Past<'a> {
    /// Returns the past of a thing; of a page, that of its text in a language.
    pub(super) fn of(
        kb: &'a KnowledgeBase,
        snapshot: &'a Snapshot,
        archive: &'a dyn Archive,
        thing: &'a EntityRef,
        language: &Language,
    ) -> Option<Self> {
        let (path, part) = place(kb, snapshot, thing, Some(language))?;
        let changes = kb.history.changes(path, part)?;
        Some(Self { src: &kb.config.src, thing, changes, path, part, text: &snapshot.get(path)?.text, archive })
    }

    /// Returns what it says now.
    pub(super) fn now(&self) -> Said {
        self.said(self.text)
    }

    /// Returns what it said after a change.
    pub(super) fn after(&self, change: &Change) -> Said {
        // Only what lay among the content may be shown: what was moved there from elsewhere was not written for readers.
        let is_content = change.path.as_ref().is_some_and(|path| path.below(self.src).is_some());
        let content = change.content.as_ref().filter(|_| is_content);
        let text = content.and_then(|content| self.archive.text(content));
        text.map_or(Said::Unreadable, |text| self.said(&text))
    }

    fn said(&self, whole: &str) -> Said {
        let text = if self.part.is_empty() { whole } else { &whole[entry(whole, self.part).unwrap_or(0..whole.len())] };
        match text {
            text if text.trim().is_empty() => Said::Nothing,
            text if !secret::find(text).is_empty() => Said::Withheld,
            text => Said::Text(text.into()),
        }
    }
}

/// Returns where a map of YAML says what a key at its top holds: from the key to the next one.
fn entry(text: &str, key: &str) -> Option<Range<usize>> {
    let (mut start, mut found) = (0, None);
    for line in text.split_inclusive('\n') {
        let is_key = !line.starts_with([' ', '\t', '#', '\n', '-', ']', '}']);
        match found {
            Some(found) if is_key => return Some(found..start),
            None if is_key && name(line) == Some(key) => found = Some(start),
            _ => {}
        }
        start += line.len();
    }
    found.map(|found| found..text.len())
}

/// Returns the key that a line starts with, without quotation marks.
fn name(line: &str) -> Option<&str> {
    let key = line.split_once(':')?.0.trim_end();
    let quoted = |mark: char| key.strip_prefix(mark).and_then(|key| key.strip_suffix(mark));
    Some(quoted('"').or_else(|| quoted('\'')).unwrap_or(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_is_cut_at_its_keys() {
        let text = "# All.\nmail:\n  name: Mail\n\n  # Still.\n\"web\": {name: Web}\n'mails':\n  name: x\n";
        let said = |key: &str| entry(text, key).map(|range| &text[range]);
        assert_eq!(said("mail"), Some("mail:\n  name: Mail\n\n  # Still.\n"));
        assert_eq!(said("web"), Some("\"web\": {name: Web}\n"));
        assert_eq!(said("mails"), Some("'mails':\n  name: x\n"));
        assert_eq!(said("name"), None);
    }
}
