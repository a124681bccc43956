//! A secret that stood in an earlier commit: it is gone from the text, and still in every clone.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::check::{Check, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, Subject, explanation, message};
use crate::history::{Archive, Change, ContentId};
use crate::knowledge::KnowledgeBase;
use crate::secret;
use crate::source::{FileId, Snapshot, SourceFile};

pub(in crate::check) static IN_HISTORY: Check = Check {
    code: Code {
        name: "secret/in-history",
        default_severity: Severity::Warning,
        explanation: explanation!("in_history"),
    },
    stage: Stage::History,
};

/// How many earlier texts are looked at, the files in their order and of each the newest first: a project of a volunteer has had a few
/// thousand.
const MOST_TEXTS: usize = 20_000;

/// A secret of an earlier text: how it begins and how long it is, which tells it from others without giving it away.
type Known = (String, usize);

/// Finds secrets in what the files of a project held before, as far as their past is known; those that still stand there are told as such.
/// Each text is looked at once. Slow where there is much past, so only whoever asks for findings gets these.
#[must_use]
pub fn history(kb: &KnowledgeBase, snapshot: &Snapshot, archive: &dyn Archive) -> Vec<Diagnostic> {
    let mut texts: BTreeMap<&ContentId, (&SourceFile, &Change)> = BTreeMap::new();
    let files = snapshot.files().iter();
    let changes = files.filter_map(|file| Some((file, kb.history.changes(&file.path, "")?)));
    for (file, change) in changes.flat_map(|(file, changes)| changes.commits.iter().map(move |change| (file, change))) {
        if texts.len() >= MOST_TEXTS {
            break;
        }
        if let Some(content) = &change.content {
            texts.entry(content).or_insert((file, change));
        }
    }
    // The newest commit that had it: what to look for.
    let mut newest: BTreeMap<(FileId, Known), (Date, String, &SourceFile)> = BTreeMap::new();
    for (key, of) in found(archive, texts) {
        match newest.get_mut(&key) {
            Some(known) if (known.0, &known.1) >= (of.0, &of.1) => {}
            Some(known) => *known = of,
            None => _ = newest.insert(key, of),
        }
    }
    let report = |((_, (shown, _)), (date, commit, file)): Found<'_>| {
        let shown = format!("{shown}••••••••");
        let message = message!("secret-in-history", shown = shown, commit = commit, date = date.to_string());
        Diagnostic::new(&IN_HISTORY.code, Subject::Path(file.path.clone()), message)
            .help(message!("secret-in-history.help"))
    };
    newest.into_iter().map(report).collect()
}

/// A secret and its file; then the day and the commit that had it.
type Found<'a> = ((FileId, Known), (Date, String, &'a SourceFile));

fn found<'a>(archive: &dyn Archive, texts: BTreeMap<&'a ContentId, (&'a SourceFile, &'a Change)>) -> Vec<Found<'a>> {
    let of_text = |(content, (file, change)): (&'a ContentId, (&'a SourceFile, &'a Change))| {
        let found = archive.text(content).map(|text| secrets(&text, file)).unwrap_or_default();
        let (date, commit) = (change.revision.date, change.revision.id.short());
        found.into_iter().map(move |known| ((file.id, known), (date, commit.clone(), file)))
    };
    texts.into_par_iter().flat_map_iter(of_text).collect()
}

/// The secrets of an earlier text that its file does not hold any more.
fn secrets(text: &str, now: &SourceFile) -> Vec<Known> {
    let found = secret::find(text);
    if found.is_empty() {
        return Vec::new();
    }
    // What the file holds now was overwritten when it was read.
    let overwritten = secret::overwrite(text);
    let is_gone = |secret: &secret::Finding| {
        let still = overwritten.get(secret.secret.clone());
        still.is_none_or(|still| !now.text.contains(still))
    };
    let known = |secret: secret::Finding| {
        let shown = text.get(secret.secret.start..secret.hidden(text).start).unwrap_or_default().trim().to_owned();
        (shown, text.get(secret.secret).unwrap_or_default().chars().count())
    };
    found.into_iter().filter(is_gone).map(known).collect()
}
