//! Nobody has tried the whole takeover for a year.

use crate::catalog::person::Role;
use crate::check::{Check, CheckContext, Stage};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Message, Severity, Subject, explanation, message};
use crate::names::EntityRef;
use crate::records::exercise::ExerciseType;
use crate::scalar::{Duration, Stated, Unit};

pub(in crate::check) static NONE_THIS_YEAR: Check = Check {
    code: Code {
        name: "exercise/none-this-year",
        default_severity: Severity::Readiness,
        explanation: explanation!("none_this_year"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    // Where nobody takes over, nobody can try it.
    if kb.staying_with(Role::BackupAdmin).next().is_none() {
        return;
    }
    let mut tries = kb.counting_exercises().filter(|(_, of)| of.exercise_type == Stated::Known(ExerciseType::Takeover));
    let help = message!("exercise-none-this-year.help");
    let finding = match tries.next_back() {
        Some((_, last)) if Duration::new(1, Unit::Years).after(last.file.date).is_some_and(|end| end < kb.as_of) => {
            let message = message!("exercise-none-this-year", date = last.file.date.to_string());
            Diagnostic::at(code, last.file.place, message)
        }
        Some(_) => return,
        None => {
            let message = message!("exercise-none-this-year.never");
            let page = kb.takeover_pages().find(|page| page.is_active()).or_else(|| kb.takeover_pages().next());
            match page {
                Some(page) => {
                    Diagnostic::at(code, context.head_field(page, "type"), message).about(&EntityRef::from(&page.id))
                }
                None => Diagnostic::new(code, Subject::Project, message).help(page_to_write(&kb.config)),
            }
        }
    };
    findings.push(finding.help(help));
}

/// Where there is no page to follow, one has to be written before anybody can try.
fn page_to_write(config: &Config) -> Message {
    let page = config.src.join("takeover.md").map_or_else(|_| "takeover.md".to_owned(), |page| page.to_string());
    message!("exercise-none-this-year.help-page", page = page)
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(date: &str, of: &str, role: &str) -> String {
        findings(
            &NONE_THIS_YEAR,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/people.yaml --
alan: {{name: Alan, roles: [{{role: {role}}}]}}
-- runbooks/first-hour.md --
---
title: First hour
type: takeover
status: active
---
-- runbooks/records/exercises/{date}-a.yaml --
date: {date}
type: {of}
by: alan
subjects: [runbook:first-hour]
result: fail
took: 4h
found: [no way in]
"
            ),
        )
    }

    #[test]
    fn never_or_too_long_ago() {
        snapbox::assert_data_eq!(
            check("2026-11-20", "tabletop", "backup-admin"),
            str![[r#"
runbooks/first-hour.md:3:1: nobody has ever tried a whole takeover
  help: let a backup administrator run everything for an evening without the primary one, and record it: `type: takeover`

"#]]
        );
        snapbox::assert_data_eq!(
            check("2025-11-21", "takeover", "backup-admin"),
            str![[r#"
runbooks/records/exercises/2025-11-21-a.yaml:1:1: the last takeover that was tried is that of 2025-11-21: more than a year ago
  help: let a backup administrator run everything for an evening without the primary one, and record it: `type: takeover`

"#]]
        );
    }

    #[test]
    fn where_nobody_can_read_how_the_page_comes_first() {
        let archive = "-- book.toml --\n[releve]\n-- runbooks/inventory/people.yaml --\nalan: {name: Alan, roles: [{role: backup-admin}]}\n";
        snapbox::assert_data_eq!(
            findings(&NONE_THIS_YEAR, archive),
            str![[r#"
project: nobody has ever tried a whole takeover
  help: write first how one takes over, as a page with `type: takeover`: `runbooks/takeover.md`
  help: let a backup administrator run everything for an evening without the primary one, and record it: `type: takeover`

"#]]
        );
    }

    #[test]
    fn a_try_within_the_year_counts_however_it_ended() {
        assert_eq!(check("2025-11-22", "takeover", "backup-admin"), "");
        assert_eq!(check("2026-11-20", "tabletop", "primary-admin"), "");
    }
}
