//! What the records were made against: the project as it was at the commits that were tested.
//!
//! Of each commit only what evidence depends on is read: the inventory, and the pages that the records are about, under the names
//! that they have now.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::cli::partial;
use crate::history::{Revision, RevisionId};
use crate::io::git;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::{Past, Tested};
use crate::names::EntityRef;
use crate::records::Record;
use crate::source::{Snapshot, SourcePath};
use crate::words::{Language, Words};

/// What was found before. A question names commits and days, so its answer never changes: whoever reads a project again and again
/// asks git only for what is new.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory(BTreeMap<Question, Option<Tested>>);

/// What a record asks of the past.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Question {
    /// The commit that added the record.
    added: RevisionId,
    /// The day of the record.
    day: Date,
    /// What it is about.
    subjects: Vec<EntityRef>,
    /// The pages among them: where each may have lain, and where it lies now.
    pages: BTreeMap<SourcePath, SourcePath>,
    /// What has had other ids, and which: what was tracked is kept under the ids of now.
    aliases: Arc<BTreeMap<EntityRef, Vec<String>>>,
    /// Whether what it was then is compared with what it is now, which changes.
    is_compared: bool,
}

/// A record, and what it asks.
type Asked<'a> = (Record<'a>, Question);

/// Finds what the records were made against. What git cannot tell stays unknown, and is shown so.
pub(super) fn find(kb: &KnowledgeBase, snapshot: &Snapshot, past: &git::Past, memory: &mut Memory) -> Past {
    let aliases = Arc::new(aliases(kb));
    let question = |record, added| question(kb, snapshot, record, added, &aliases);
    let records = kb.records_to_place().map(|(record, added)| (record, question(record, added)));
    let asked: Vec<(Record<'_>, Question)> = records.collect();
    let unknown: Vec<&(Record<'_>, Question)> =
        asked.iter().filter(|(_, question)| !memory.0.contains_key(question)).collect();
    let found = look_up(kb, past, &unknown);
    memory.0.extend(found);
    let known = |(record, question): &(Record<'_>, Question)| {
        Some((record.file().id.clone(), memory.0.get(question)?.clone()?))
    };
    let past = asked.iter().filter_map(known).collect();
    memory.0.retain(|question, _| !question.is_compared);
    past
}

fn aliases(kb: &KnowledgeBase) -> BTreeMap<EntityRef, Vec<String>> {
    let things = kb.catalog.entities.iter().map(|(thing, entity)| (thing.clone(), entity.aliases.clone()));
    let pages = kb.runbooks.iter().filter_map(|(id, page)| Some((EntityRef::from(id), page.head()?.aliases.clone())));
    things.chain(pages).filter(|(_, aliases)| !aliases.is_empty()).collect()
}

fn question(
    kb: &KnowledgeBase,
    snapshot: &Snapshot,
    record: Record<'_>,
    added: &Revision,
    aliases: &Arc<BTreeMap<EntityRef, Vec<String>>>,
) -> Question {
    let subjects: Vec<EntityRef> = record.subjects().into_iter().cloned().collect();
    let pages = subjects.iter().flat_map(|subject| pages(kb, snapshot, subject)).collect();
    let is_compared = matches!(record, Record::Acknowledgement(_));
    Question {
        added: added.id.clone(),
        day: record.file().date,
        subjects,
        pages,
        aliases: Arc::clone(aliases),
        is_compared,
    }
}

/// Where a page may have lain at any time, and where it lies now.
fn pages(kb: &KnowledgeBase, snapshot: &Snapshot, subject: &EntityRef) -> Vec<(SourcePath, SourcePath)> {
    let EntityRef::Runbook(id) = subject else { return Vec::new() };
    let Some(runbook) = kb.runbooks.get(id) else { return Vec::new() };
    let now = &snapshot.file(runbook.file).path;
    let changes = kb.history.changes(now, "").map(|changes| changes.commits.as_slice()).unwrap_or_default();
    let former = changes.iter().filter_map(|change| change.path.as_ref());
    former.chain([now]).map(|path| (path.clone(), now.clone())).collect()
}

/// Asks git. Each commit is read once, whatever the number of records that were made against it.
fn look_up(
    kb: &KnowledgeBase,
    past: &git::Past,
    unknown: &[&(Record<'_>, Question)],
) -> Vec<(Question, Option<Tested>)> {
    if unknown.is_empty() {
        return Vec::new();
    }
    let asked: Vec<(RevisionId, Date)> =
        unknown.iter().map(|(_, question)| (question.added.clone(), question.day)).collect();
    // A repository that cannot be read now may be readable the next time: nothing is remembered of it.
    let Ok(tested) = past.newest_until(&asked) else { return Vec::new() };
    let mut answers = Vec::new();
    let mut by_commit: BTreeMap<RevisionId, (Revision, Vec<&Asked<'_>>)> = BTreeMap::new();
    for (asked, revision) in unknown.iter().zip(tested) {
        match revision {
            Some(revision) => {
                by_commit.entry(revision.id.clone()).or_insert_with(|| (revision, Vec::new())).1.push(asked);
            }
            None => answers.push((asked.1.clone(), None)),
        }
    }
    let voices: Vec<Words> = Language::interface().map(|language| Words::load(&language)).collect();
    let commits: Vec<_> = by_commit.into_values().collect();
    let read = commits.into_par_iter().flat_map_iter(|(revision, asked)| {
        let pages = asked.iter().flat_map(|(_, question)| question.pages.clone()).collect();
        let then = past.folder(&revision.id).ok().and_then(|folder| partial::read_renamed(&folder, &pages, kb.as_of));
        let answer = |(record, question): &(Record<'_>, Question), then: &KnowledgeBase| {
            let tested = Tested::new(revision.clone(), then, kb, *record).compared(then, kb, *record, &voices);
            (question.clone(), Some(tested))
        };
        then.map(|then| asked.into_iter().map(|asked| answer(asked, &then)).collect::<Vec<_>>()).unwrap_or_default()
    });
    answers.extend(read.collect::<Vec<_>>());
    answers
}
