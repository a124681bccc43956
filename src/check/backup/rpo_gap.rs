//! More work would be lost than the users of a service were promised.

use crate::catalog::backup::Backup;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::scalar::Duration;

use super::promise::{broken, costs, labelled, listed, report};
use super::restore::{measured, restores};

pub(in crate::check) static RPO_GAP: Check = Check {
    code: Code { name: "backup/rpo-gap", default_severity: Severity::Readiness, explanation: explanation!("rpo_gap") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let costs = costs(kb, |backup| gap(backup).max(age(kb, backup)));
    for (id, broken) in broken(kb, |service| service.rpo.as_ref(), &costs) {
        let lost = costs.get(id).copied().unwrap_or_default();
        let Some(backup) = kb.catalog.backups.get(id) else { continue };
        let (name, lost_for) = (format!("backup:{}", id.as_str()), Duration::of_minutes(lost).to_string());
        let message = if gap(backup) == Some(lost) {
            message!("backup-rpo-gap", backup = name, gap = lost_for, services = listed(&broken))
        } else {
            message!("backup-rpo-gap.measured", backup = name, age = lost_for, services = listed(&broken))
        };
        let finding = report(code, context, id, "schedule", message);
        let finding = finding.map(|finding| labelled(context, finding, &broken, "rpo"));
        findings.extend(finding.map(|finding| finding.help(message!("backup-rpo-gap.help"))));
    }
}

/// The longest time between two runs, in minutes, where it can be told.
fn gap(backup: &Backup) -> Option<u64> {
    backup.schedule.known()?.longest_gap().map(|gap| gap.minutes())
}

/// How old the data was that came back last, in minutes.
fn age(kb: &KnowledgeBase, backup: &Backup) -> Option<u64> {
    measured(&restores(kb, backup), |exercise| exercise.data_age).map(|(age, _)| age.minutes())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    const PROJECT: &str = "\
-- book.toml --
[releve]
-- runbooks/inventory/services.yaml --
wiki:
  name: Wiki
  rpo: 4h
-- runbooks/inventory/people.yaml --
ada: {name: Ada}
-- runbooks/inventory/backups.yaml --
night:
  name: Night
  covers: [{ref: service:wiki, what: full}]
  schedule: day
";

    const TRY: &str = "-- runbooks/records/exercises/2026-06-01-try.yaml --\ndate: 2026-06-01\ntype: restore\nby: ada\n\
                       subjects: [backup:night]\ntook: 1h\ndata_age: 30h\nresult: pass\nfound: nothing\n";

    #[test]
    fn a_backup_that_runs_too_rarely_is_reported() {
        assert_data_eq!(
            findings(&RPO_GAP, PROJECT),
            str![[r#"
runbooks/inventory/backups.yaml:4:3: up to `1d` may lie between two runs of `backup:night`, more than the loss promised to `service:wiki` (`4h`)
  runbooks/inventory/services.yaml:3:3: promised here: `4h`
  help: run it more often, or promise less in `rpo` and tell the users

"#]]
        );
        assert_data_eq!(
            findings(&RPO_GAP, &PROJECT.replace("schedule: day", "schedule: \"0 8-18 * * *\"")),
            str![[r#"
runbooks/inventory/backups.yaml:4:3: up to `14h` may lie between two runs of `backup:night`, more than the loss promised to `service:wiki` (`4h`)
  runbooks/inventory/services.yaml:3:3: promised here: `4h`
  help: run it more often, or promise less in `rpo` and tell the users

"#]]
        );
    }

    #[test]
    fn data_that_was_older_than_promised_is_reported() {
        let project = PROJECT.replace("rpo: 4h", "rpo: 1d");
        assert_data_eq!(
            findings(&RPO_GAP, &format!("{project}{TRY}")),
            str![[r#"
runbooks/inventory/backups.yaml:4:3: what was last restored from `backup:night` was `30h` old, more than the loss promised to `service:wiki` (`1d`)
  runbooks/inventory/services.yaml:3:3: promised here: `1d`
  help: run it more often, or promise less in `rpo` and tell the users

"#]]
        );
    }

    #[test]
    fn one_that_runs_often_enough_or_in_words_is_not() {
        assert_eq!(findings(&RPO_GAP, &PROJECT.replace("rpo: 4h", "rpo: 1d")), "");
        assert_eq!(findings(&RPO_GAP, &PROJECT.replace("schedule: day", "schedule: \"0 */4 * * *\"")), "");
        assert_eq!(findings(&RPO_GAP, &PROJECT.replace("schedule: day", "schedule: when there is time")), "");
        // A month is a month.
        let monthly = PROJECT.replace("schedule: day", "schedule: \"0 3 1 * *\"").replace("rpo: 4h", "rpo: 1mo");
        assert_eq!(findings(&RPO_GAP, &monthly), "");
    }

    #[test]
    fn the_best_backup_of_each_part_decides() {
        let hourly = |what: &str| {
            let backup =
                format!("hourly: {{name: Hourly, covers: [{{ref: service:wiki, what: {what}}}], schedule: 1h}}\n");
            findings(&RPO_GAP, &format!("{PROJECT}{backup}"))
        };
        assert_eq!(hourly("full"), "");
        // The files are as old as before.
        assert_ne!(hourly("db"), "");
    }
}
