//! What changed lately, day by day: found in git, a pair of states at a time.
//!
//! 1. The states that the line of the commit went through are parted into stretches: days, and the versions within them ([`stretch`]).
//! 2. The project is read at both ends of a stretch, as far as they differ, compared, and told.
//! 3. What was told is kept for the next run: two commits differ in the same way for ever ([`memory`]).

mod memory;
mod stretch;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::chronicle::{Changes, Chronicle, Day};
use crate::cli::partial;
use crate::cli::project::Project;
use crate::history::{Extent, History, Revision, RevisionId};
use crate::io::git::{Past, PastError};
use crate::knowledge::compare::compare;
use crate::knowledge::{self, KnowledgeBase};
use crate::runbook::is_markdown;
use crate::source::{Snapshot, SourcePath};
use crate::words::{Language, Words};

use memory::Memory;
use stretch::{Stretch, stretches};

/// How many days are told. Whoever wants more asks `releve diff`.
const MOST_DAYS: usize = 30;

/// How many states are looked at before anything older counts as not told: first a few, which is enough for most, then more.
const MOST_STATES: [usize; 2] = [128, 4096];

/// Finds what changed lately, what is not committed included. What cannot be read is not told, and neither is what lies behind it.
pub(super) fn read(project: &Project, caches: Option<&Path>) -> Chronicle {
    let mut chronicle = committed(project, caches);
    if project.kb.history.dirty
        && let Some(teller) = Teller::new(project)
        && let Some(changes) = teller.uncommitted(project).filter(|changes| !changes.is_empty())
    {
        let day = Day { revision: None, first: None, authors: Vec::new(), versions: Vec::new(), changes };
        chronicle.days.insert(0, day);
    }
    chronicle
}

/// Finds what the latest commits changed.
pub(super) fn committed(project: &Project, caches: Option<&Path>) -> Chronicle {
    let Some(teller) = Teller::new(project) else { return Chronicle::default() };
    let mut memory = Memory::read(caches, project.folder.path());
    let chronicle = teller.committed(project, &mut memory).unwrap_or_default();
    memory.write();
    chronicle
}

/// Tells what changed in a repository.
struct Teller<'a> {
    past: &'a Past,
    /// The commit that the project is at.
    head: &'a Revision,
    /// The words of every language of the interface.
    voices: Vec<Words>,
}

impl<'a> Teller<'a> {
    fn new(project: &'a Project) -> Option<Self> {
        let voices = Language::interface().map(|language| Words::load(&language)).collect();
        Some(Self { past: project.past()?, head: project.kb.history.head.as_ref()?, voices })
    }

    fn committed(&self, project: &Project, memory: &mut Memory) -> Result<Chronicle, PastError> {
        let versions = self.versions(project)?;
        let mut chronicle = Chronicle::default();
        for most in MOST_STATES {
            let line = self.past.line(&self.head.id, most)?;
            // Where the line ends by itself nothing was before; where it is cut off nobody knows.
            let is_whole = line.len() < most && project.kb.history.extent == Extent::Whole;
            let stretches = stretches(&line, &versions, is_whole);
            let is_all = line.len() < most;
            chronicle = self.days(stretches, memory);
            chronicle.is_cut |= !is_whole;
            if is_all || chronicle.days.len() == MOST_DAYS {
                break;
            }
        }
        Ok(chronicle)
    }

    /// The names of the versions that were marked, by commit.
    fn versions(&self, project: &Project) -> Result<BTreeMap<RevisionId, Vec<String>>, PastError> {
        let mut versions: BTreeMap<RevisionId, Vec<String>> = BTreeMap::new();
        // Which of them lie on the line is seen there.
        for tag in self.past.tags(&project.kb.config.versions.tags, &self.head.id, 0)?.older {
            versions.entry(tag.revision.id).or_default().push(tag.name);
        }
        Ok(versions)
    }

    /// Tells the newest stretches in which something changed.
    fn days(&self, stretches: Vec<Stretch>, memory: &mut Memory) -> Chronicle {
        let mut chronicle = Chronicle::default();
        let mut versions: Vec<String> = Vec::new();
        let mut rest = stretches.as_slice();
        while !rest.is_empty() {
            // No more than are told: what is looked at once is not looked at by the next run.
            let wanted = MOST_DAYS - chronicle.days.len();
            if wanted == 0 {
                chronicle.is_cut = true;
                break;
            }
            let (stretches, later) = rest.split_at(wanted.min(rest.len()));
            rest = later;
            let told: Vec<Option<Changes>> =
                stretches.par_iter().map(|stretch| memory.recall(stretch).or_else(|| self.changes(stretch))).collect();
            for (stretch, told) in stretches.iter().zip(told) {
                let Some(changes) = told else {
                    chronicle.is_cut = true;
                    return chronicle;
                };
                memory.remember(stretch, &changes);
                // A version that was marked when nothing changed is what the project had been since the last change.
                versions.extend(stretch.versions.iter().cloned());
                if changes.is_empty() {
                    continue;
                }
                chronicle.days.push(Day {
                    revision: Some(stretch.last.clone()),
                    first: Some(stretch.first.clone()),
                    authors: stretch.authors.iter().cloned().collect(),
                    versions: std::mem::take(&mut versions),
                    changes,
                });
            }
        }
        chronicle
    }

    /// Tells what changed in a stretch; nothing when it cannot be read.
    fn changes(&self, stretch: &Stretch) -> Option<Changes> {
        let is_there = |revision: &Revision| match self.past.folder(&revision.id) {
            Ok(folder) => Ok(Some(folder)),
            Err(PastError::NoProject { .. }) => Ok(None),
            Err(error) => Err(error),
        };
        let Some(folder) = is_there(&stretch.last).ok()? else { return Some(Changes::default()) };
        let before = stretch.before.as_ref().map(is_there).transpose().ok()?.flatten();
        let (Some(former), Some(before)) = (before, &stretch.before) else {
            return Some(Changes { is_first: true, ..Changes::default() });
        };
        let differing = self.past.differing(&before.id, &stretch.last.id).ok()?;
        let pages: BTreeSet<SourcePath> = differing.iter().filter(|path| is_markdown(path)).cloned().collect();
        if pages.is_empty() && !differing.iter().any(is_inventory) {
            return Some(Changes::default());
        }
        let [before, after] = [(&former, before), (&folder, &stretch.last)]
            .map(|(folder, revision)| partial::read(folder, &pages, revision.date));
        Some(self.tell(&before?, &after?))
    }

    /// Tells what is not committed yet.
    fn uncommitted(&self, project: &Project) -> Option<Changes> {
        let kb = &project.kb;
        let changed = kb.history.changes.iter().filter(|(_, changes)| changes.is_uncommitted);
        let changed: BTreeSet<&SourcePath> = changed.map(|((path, _), _)| path).collect();
        let folder = self.past.folder(&self.head.id).ok()?;
        let gone = partial::pages(&folder).into_iter().filter(|path| !project.snapshot.contains(path));
        let pages: BTreeSet<SourcePath> = changed.into_iter().cloned().chain(gone).filter(is_markdown).collect();
        let before = partial::read(&folder, &pages, kb.as_of)?;
        let text = |path: &SourcePath, text: &Arc<str>| match is_markdown(path) && !pages.contains(path) {
            true => Arc::from(""),
            false => Arc::clone(text),
        };
        let files = project.snapshot.files().iter().map(|file| (file.path.clone(), text(&file.path, &file.text)));
        let after = knowledge::compile(&Snapshot::new(files, []), kb.config.clone(), History::default(), kb.as_of);
        Some(self.tell(&before, &after.value))
    }

    fn tell(&self, before: &KnowledgeBase, after: &KnowledgeBase) -> Changes {
        compare(before, after).tell(before, after, &self.voices)
    }
}

/// Whether a file may say something of the inventory, or where it lies.
fn is_inventory(path: &SourcePath) -> bool {
    matches!(path.extension(), "yaml" | "yml" | "toml")
}
