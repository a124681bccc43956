//! A past without git: versions of a project, one a commit.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::date;

use crate::catalog;
use crate::chronicle::{Changes, Chronicle, Day};
use crate::config::Config;
use crate::history::{self, Archive, Change, ContentId, Extent, History, Revision, RevisionId};
use crate::knowledge;
use crate::knowledge::compare::compare;
use crate::source::{Snapshot, SourcePath};
use crate::words::{Language, Words};

/// The versions of a project, the oldest first.
#[derive(Default)]
pub(super) struct Past {
    versions: Vec<Snapshot>,
    texts: BTreeMap<ContentId, Arc<str>>,
}

impl Archive for Past {
    fn text(&self, content: &ContentId) -> Option<Arc<str>> {
        self.texts.get(content).cloned()
    }
}

fn content(text: &str) -> ContentId {
    ContentId::from_bytes(&blake3::hash(text.as_bytes()).as_bytes()[..20])
}

/// A version's commit, on its day of March 2026.
fn revision(day: u8) -> Revision {
    Revision {
        id: RevisionId::from_bytes(&[day; 20]),
        date: date(2026, 3, i8::try_from(day).unwrap()),
        author: "Awa Exemple".to_owned(),
        email: "awa@example.org".to_owned(),
    }
}

impl Past {
    /// A past of these archives.
    pub(super) fn new(versions: &[&str]) -> Self {
        Self::of_snapshots(versions.iter().map(|archive| Snapshot::from_archive(archive)).collect())
    }

    /// A past in which every file once had one line more at its end, and things had another name.
    pub(super) fn of_changes_everywhere(snapshot: &Snapshot) -> Self {
        let former = |path: &SourcePath, text: &str| match path.extension() {
            "yaml" => text.replace("name: ", "name: Old "),
            _ => format!("{text}\n# One line.\n"),
        };
        let files = snapshot.files().iter().map(|file| (file.path.clone(), former(&file.path, &file.text).into()));
        Self::of_snapshots(vec![Snapshot::new(files, []), snapshot.clone()])
    }

    fn of_snapshots(versions: Vec<Snapshot>) -> Self {
        let texts = versions.iter().flat_map(|version| version.files().iter());
        let texts = texts.map(|file| (content(&file.text), file.text.clone())).collect();
        Self { versions, texts }
    }

    /// The history of the files of a snapshot, on a day of March 2026 a version.
    pub(super) fn history(&self, snapshot: &Snapshot) -> History {
        if self.versions.is_empty() {
            return History::default();
        }
        let inventory = SourcePath::new("runbooks/inventory").unwrap();
        let mut changes = BTreeMap::new();
        for file in snapshot.files() {
            let parts = catalog::parts(&file.path, &inventory, &file.text);
            let names = std::iter::once(String::new()).chain(parts.into_iter().map(|(name, _)| name));
            for part in names {
                let said = |snapshot: &Snapshot| {
                    let file = snapshot.get(&file.path)?;
                    let parts = catalog::parts(&file.path, &inventory, &file.text);
                    let hash = parts.into_iter().find(|(name, _)| *name == part).map(|(_, hash)| hash);
                    (part.is_empty() || hash.is_some()).then(|| (hash, part.is_empty().then(|| file.text.clone())))
                };
                changes.insert((file.path.clone(), part.clone()), self.changes(&file.path, &said, &said(snapshot)));
            }
        }
        History { extent: Extent::Whole, head: None, dirty: false, changes }
    }

    /// What changed on each of the days. The second state was marked as a version.
    pub(super) fn chronicle(&self, config: &Config) -> Chronicle {
        let words: Vec<Words> = Language::interface().map(|language| Words::load(&language)).collect();
        let known = |version: &Snapshot| {
            knowledge::compile(version, config.clone(), History::default(), date(2026, 3, 1)).value
        };
        let mut former = None;
        let mut days = Vec::new();
        for (day, version) in (1..).zip(&self.versions) {
            let now = known(version);
            let changes = match &former {
                Some(former) => compare(former, &now).tell(former, &now, &words),
                None => Changes { is_first: true, ..Changes::default() },
            };
            let versions = if day == 2 { vec!["handover-1".to_owned()] } else { Vec::new() };
            if !changes.is_empty() {
                days.insert(
                    0,
                    Day {
                        first: Some(revision(day).id),
                        revision: Some(revision(day)),
                        authors: vec!["Awa & Ben".to_owned()],
                        versions,
                        changes,
                    },
                );
            }
            former = Some(now);
        }
        Chronicle { days, is_cut: false }
    }

    fn changes<T: PartialEq>(
        &self,
        path: &SourcePath,
        said: &dyn Fn(&Snapshot) -> Option<T>,
        now: &Option<T>,
    ) -> history::Changes {
        let mut commits = Vec::new();
        let mut former = None;
        for (day, version) in (1..).zip(&self.versions) {
            let current = said(version);
            if current != former {
                let content = version.get(path).map(|file| content(&file.text));
                commits.insert(0, Change { revision: Arc::new(revision(day)), path: Some(path.clone()), content });
            }
            former = current;
        }
        history::Changes { is_uncommitted: former != *now, is_whole: true, commits }
    }
}
