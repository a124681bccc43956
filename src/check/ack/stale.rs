//! A page of takeover that somebody who takes over has not read, or not as it is now.

use crate::catalog::person::Role;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;

pub(in crate::check) static STALE: Check = Check {
    code: Code { name: "ack/stale", default_severity: Severity::Readiness, explanation: explanation!("stale") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let backups: Vec<EntityRef> =
        kb.staying_with(Role::BackupAdmin).map(|person| EntityRef::from(&person.id)).collect();
    for page in kb.takeover_pages().filter(|page| page.is_active()) {
        let reference = EntityRef::from(&page.id);
        let read_back = kb.read_back(&reference);
        for backup in &backups {
            let mut own = read_back.iter().filter(|read| read.by == backup);
            let is_waiting = own.clone().any(|read| !read.standing.counts());
            let counting = own.find(|read| read.standing.counts());
            let (person, name) = (backup.to_string(), reference.to_string());
            let message = match counting {
                None => message!("ack-stale.never", person = person, page = name),
                Some(read) if read.has_changed() => message!(
                    "ack-stale",
                    person = person,
                    page = name,
                    date = read.acknowledgement.file.date.to_string()
                ),
                Some(_) => continue,
            };
            let help = if is_waiting { message!("ack-stale.commit-help") } else { message!("ack-stale.help") };
            let place = context.head_field(page, "type");
            findings.push(Diagnostic::at(code, place, message).help(help).about(&reference));
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;
    use crate::config;
    use crate::history::{History, Revision, RevisionId};
    use crate::knowledge::evidence::Tested;
    use crate::knowledge::{self, KnowledgeBase};
    use crate::source::Snapshot;

    fn check(head: &str, by: &str) -> String {
        findings(
            &STALE,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/people.yaml --
ada: {{name: Ada, roles: [{{role: primary-admin}}]}}
alan: {{name: Alan, roles: [{{role: backup-admin}}]}}
-- runbooks/first-hour.md --
---
title: First hour
{head}
---
-- runbooks/records/acknowledgements/2026-11-20-first-hour.yaml --
date: 2026-11-20
by: {by}
subject: runbook:first-hour
readback: I call the president first, then I open the safe and change every password that Ada had.
"
            ),
        )
    }

    #[test]
    fn who_takes_over_has_not_said_back_what_it_means() {
        snapbox::assert_data_eq!(
            check("type: takeover\nstatus: active", "ada"),
            str![[r#"
runbooks/first-hour.md:3:1: `person:alan` takes over, and has not said back what `runbook:first-hour` means
  help: let them read it and say it back: `releve record acknowledgement`

"#]]
        );
    }

    #[test]
    fn who_has_or_what_is_no_page_of_takeover_is_not_reported() {
        assert_eq!(check("type: takeover\nstatus: active", "alan"), "");
        assert_eq!(check("type: takeover\nstatus: draft", "ada"), "");
        assert_eq!(check("type: reference\nstatus: active", "ada"), "");
    }

    /// Counts what is reported when the page said one thing as it was read, and says another now.
    fn reported(then: &str, now: &str) -> usize {
        let project = |step: &str| {
            Snapshot::from_archive(&format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/people.yaml --
alan: {{name: Alan, roles: [{{role: backup-admin}}]}}
-- runbooks/first-hour.md --
---
title: First hour
type: takeover
status: active
---
## Steps

1. {step}
-- runbooks/records/acknowledgements/2026-11-20-first-hour.yaml --
date: 2026-11-20
by: alan
subject: runbook:first-hour
readback: I call the president first, then I open the safe and change every password that Ada had.
"
            ))
        };
        let compile = |snapshot: &Snapshot| -> KnowledgeBase {
            let config = config::read(snapshot, "Test", &|_| true).value;
            knowledge::compile(snapshot, config, History::default(), date(2026, 11, 26)).value
        };
        let snapshot = project(now);
        let mut kb = compile(&snapshot);
        let record = kb.records.iter().next().unwrap();
        let id = RevisionId::from_bytes(&[7; 20]);
        let revision = Revision { id, date: date(2026, 11, 20), author: "Alan".to_owned(), email: String::new() };
        let tested = Tested::new(revision, &compile(&project(then)), &kb, record);
        let record = record.file().id.clone();
        kb.past.insert(record, tested);
        let mut findings = Vec::new();
        run(&STALE.code, &CheckContext { kb: &kb, snapshot: &snapshot }, &mut findings);
        findings.len()
    }

    #[test]
    fn a_page_that_has_changed_since_is_to_be_read_again() {
        assert_eq!(reported("Call the president.", "Call the treasurer."), 1);
        assert_eq!(reported("Call the president.", "Call the\n   president."), 0);
    }
}
