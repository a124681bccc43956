//! A record of a day that was still to come when it was committed: nobody can have done that by then.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};

pub(in crate::check) static DATED_AHEAD: Check = Check {
    code: Code {
        name: "record/dated-ahead",
        default_severity: Severity::Warning,
        explanation: explanation!("dated_ahead"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, &CheckContext { kb, .. }: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for record in kb.records.iter() {
        let file = record.file();
        if kb.is_foretold(file)
            && let Some(added) = kb.history.changes(&file.path, "").and_then(|changes| changes.first())
        {
            let message = message!(
                "record-dated-ahead",
                written = file.date.to_string(),
                added = added.revision.date.to_string()
            );
            findings.push(Diagnostic::at(code, file.place, message).help(message!("record-dated-ahead.help")));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::{Date, date};

    use super::*;
    use crate::config;
    use crate::history::{Change, Changes, Extent, History, Revision, RevisionId};
    use crate::knowledge;
    use crate::source::{Snapshot, SourcePath};

    const PROJECT: &str = "\
-- book.toml --
[releve]
-- runbooks/restore.md --
# Restore
-- runbooks/records/exercises/2026-06-03-cloud.yaml --
date: 2026-06-03
type: partial
by: unknown
subjects: [runbook:restore]
result: pass
found: nothing
";

    /// Counts what is reported of the record when it was added on a day.
    fn reported(added: Option<Date>) -> usize {
        let revision = |date| Revision {
            id: RevisionId::from_bytes(&[7; 20]),
            date,
            author: "Bob".to_owned(),
            email: String::new(),
        };
        let commits = added.map(|date| Change { revision: Arc::new(revision(date)), path: None, content: None });
        let changes =
            Changes { is_uncommitted: added.is_none(), commits: commits.into_iter().collect(), is_whole: true };
        let path = SourcePath::new("runbooks/records/exercises/2026-06-03-cloud.yaml").unwrap();
        let changes = [((path, String::new()), changes)].into_iter().collect();
        let history = History { extent: Extent::Whole, changes, ..History::default() };
        let snapshot = Snapshot::from_archive(PROJECT);
        let config = config::read(&snapshot, "Test", &|_| true).value;
        let kb = knowledge::compile(&snapshot, config, history, date(2026, 11, 26)).value;
        let mut findings = Vec::new();
        run(&DATED_AHEAD.code, &CheckContext { kb: &kb, snapshot: &snapshot }, &mut findings);
        findings.len()
    }

    #[test]
    fn a_record_of_a_day_to_come_is_reported() {
        assert_eq!(reported(Some(date(2026, 6, 1))), 1);
    }

    #[test]
    fn a_day_that_began_before_that_of_utc_and_what_is_not_committed_are_not() {
        assert_eq!(reported(Some(date(2026, 6, 2))), 0);
        assert_eq!(reported(Some(date(2026, 6, 3))), 0);
        assert_eq!(reported(Some(date(2026, 7, 1))), 0);
        assert_eq!(reported(None), 0);
    }
}
