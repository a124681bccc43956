//! Records that were written all at once, or that leave out how long it took: they look like more than they are.

use std::collections::BTreeMap;

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::history::Revision;
use crate::names::EntityRef;
use crate::records::exercise::{Exercise, ExerciseType};
use crate::records::{Record, RecordFile};
use crate::scalar::Stated;
use crate::source::{Place, Snapshot, Span};

pub(in crate::check) static BATCH: Check = Check {
    code: Code { name: "exercise/batch", default_severity: Severity::Warning, explanation: explanation!("batch") },
    stage: Stage::Knowledge(run),
};

/// Nobody does more than this between two commits: an evening's work is committed on that evening.
const MOST: usize = 5;

fn run(code: &'static Code, &CheckContext { kb, snapshot }: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let mut added: BTreeMap<_, (&Revision, Vec<&RecordFile>)> = BTreeMap::new();
    for record in kb.records.iter() {
        let by = match record {
            Record::Exercise(exercise) => exercise.by.known(),
            Record::Acknowledgement(acknowledgement) => acknowledgement.by.known(),
            Record::Incident(_) => None,
        };
        let file = record.file();
        let first = kb.history.changes(&file.path, "").and_then(|changes| changes.first());
        if let (Some(by), Some(first)) = (by, first) {
            let together = added.entry((&first.revision.id, by)).or_insert_with(|| (&first.revision, Vec::new()));
            together.1.push(file);
        }
    }
    for ((_, by), (revision, files)) in added {
        let Some(first) = files.first().filter(|_| files.len() > MOST) else { continue };
        let message = message!(
            "exercise-batch",
            person = by.to_string(),
            count = files.len(),
            commit = revision.id.short(),
            date = revision.date.to_string()
        );
        findings.push(Diagnostic::at(code, first.place, message).help(message!("exercise-batch.help")).about(by));
    }
    for exercise in kb.records.exercises.values() {
        if let Some(place) = untimed(exercise, snapshot) {
            let finding = Diagnostic::at(code, place, message!("exercise-batch.untimed"));
            let finding = finding.help(message!("exercise-batch.untimed-help"));
            let by: Option<&EntityRef> = exercise.by.known();
            findings.push(match by {
                Some(by) => finding.about(by),
                None => finding,
            });
        }
    }
}

/// Returns where an exercise whose length is the point of it says that nobody measured it. A key that is missing is reported when the
/// record is read.
fn untimed(exercise: &Exercise, snapshot: &Snapshot) -> Option<Place> {
    let is_timed = matches!(exercise.exercise_type, Stated::Known(ExerciseType::Restore | ExerciseType::Takeover));
    if !is_timed || exercise.took.as_ref().and_then(Stated::known).is_some() {
        return None;
    }
    const KEY: &str = "took";
    let Place { file, .. } = exercise.file.place;
    let text = &*snapshot.file(file).text;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.strip_prefix(KEY).is_some_and(|rest| rest.starts_with(':')) {
            return Some(Place { file, span: Span::new(at..at + KEY.len()) });
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;
    use crate::config;
    use crate::history::{Change, Changes, Extent, History, RevisionId};
    use crate::knowledge;
    use crate::source::SourcePath;

    /// Counts what is reported of so many records that one commit added.
    fn reported(count: usize) -> usize {
        let mut archive = "\
-- book.toml --
[releve]
-- runbooks/inventory/people.yaml --
ada: {name: Ada}
-- runbooks/a.md --
# A
"
        .to_owned();
        let mut history = History { extent: Extent::Whole, ..History::default() };
        let id = RevisionId::from_bytes(&[7; 20]);
        let revision = Revision { id, date: date(2026, 11, 20), author: "Ada".to_owned(), email: String::new() };
        let revision = Arc::new(revision);
        for index in 0..count {
            let path = format!("runbooks/records/exercises/2026-11-{:02}-a.yaml", index + 1);
            let written = "type: read-through\nby: ada\nsubjects: [runbook:a]\nresult: pass\nfound: nothing\n";
            archive += &format!("-- {path} --\ndate: 2026-11-{:02}\n{written}", index + 1);
            let commits = vec![Change { revision: Arc::clone(&revision), path: None, content: None }];
            let changes = Changes { is_uncommitted: false, commits, is_whole: true };
            history.changes.insert((SourcePath::new(&path).unwrap(), String::new()), changes);
        }
        let snapshot = Snapshot::from_archive(&archive);
        let config = config::read(&snapshot, "Test", &|_| true).value;
        let kb = knowledge::compile(&snapshot, config, history, date(2026, 11, 26)).value;
        let mut findings = Vec::new();
        run(&BATCH.code, &CheckContext { kb: &kb, snapshot: &snapshot }, &mut findings);
        findings.len()
    }

    #[test]
    fn six_records_of_one_commit_are_one_too_many() {
        assert_eq!(reported(6), 1);
        assert_eq!(reported(5), 0);
    }

    fn check(took: &str, of: &str) -> String {
        findings(
            &BATCH,
            &format!(
                "-- book.toml --\n[releve]\n-- runbooks/a.md --\n# A\n-- runbooks/records/exercises/2026-11-20-a.yaml --\ndate: 2026-11-20\ntype: {of}\nby: unknown\nsubjects: [runbook:a]\nresult: pass\n{took}found: nothing\n"
            ),
        )
    }

    #[test]
    fn a_restore_that_nobody_timed_says_little() {
        snapbox::assert_data_eq!(
            check("took: unknown\n", "restore"),
            str![[r#"
runbooks/records/exercises/2026-11-20-a.yaml:6:1: nobody knows how long this took
  help: measure it the next time; as long as that is not known, nobody can tell whether it is fast enough

"#]]
        );
    }

    #[test]
    fn what_is_timed_missing_or_not_about_time_is_not_reported() {
        assert_eq!(check("took: 1h\n", "restore"), "");
        assert_eq!(check("", "restore"), "");
        assert_eq!(check("took: unknown\n", "read-through"), "");
    }
}
