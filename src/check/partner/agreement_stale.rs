//! An agreement of mutual aid that has ended, grown old, or was never tried: goodwill is no access.

use jiff::civil::Date;

use crate::catalog::partner::{Bond, Partner};
use crate::check::keys::Keys;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::scalar::{Duration, Stated};

use super::held;

pub(in crate::check) static AGREEMENT_STALE: Check = Check {
    code: Code {
        name: "partner/agreement-stale",
        default_severity: Severity::Readiness,
        explanation: explanation!("agreement_stale"),
    },
    stage: Stage::Knowledge(run),
};

/// How long an agreement without an end, and what was tried with a partner, are good for (`domain.md` §3).
const GOOD_FOR: Duration = Duration::days(365);

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let keys = Keys::new(kb);
    let is_old = |day: Date| GOOD_FOR.after(day).is_some_and(|until| until < kb.as_of);
    for partner in kb.catalog.partners.values() {
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&partner.id)) else { continue };
        let name = || entity.reference.to_string();
        let untried_help = || message!("partner-agreement-stale.untried-help", partner = name());
        let (field, message, help) = match partner.bond(kb.as_of) {
            // That nothing is agreed is said where somebody would count on it.
            Bond::Intention => continue,
            // Whoever holds a key without agreement is told by `partner/holds-without-agreement`.
            Bond::Ended(_) if !held(context, &keys, partner).is_empty() => continue,
            Bond::Ended(day) => (
                "ends_on",
                message!("partner-agreement-stale.ended", partner = name(), date = day.to_string()),
                message!("partner-agreement-stale.ended-help"),
            ),
            Bond::Agreed => match (
                grown_old(partner, is_old),
                kb.last_tried_with(&entity.reference).map(|exercise| exercise.file.date),
            ) {
                (Some(day), _) => (
                    "agreed_on",
                    message!("partner-agreement-stale", partner = name(), date = day.to_string()),
                    message!("partner-agreement-stale.help"),
                ),
                (None, None) => {
                    ("agreed", message!("partner-agreement-stale.untried", partner = name()), untried_help())
                }
                (None, Some(day)) if is_old(day) => (
                    "agreed",
                    message!("partner-agreement-stale.tried", partner = name(), date = day.to_string()),
                    untried_help(),
                ),
                (None, Some(_)) => continue,
            },
        };
        let place = context.field(entity, field);
        findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
    }
}

/// Returns the day of an agreement that is old; one that says itself how long it holds does not grow old before.
fn grown_old(partner: &Partner, is_old: impl Fn(Date) -> bool) -> Option<Date> {
    match partner.agreed_on {
        Stated::Known(day) if partner.ends_on.is_none() && is_old(day.0) => Some(day.0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(partner: &str, exercise: &str) -> String {
        let archive = format!(
            "\
-- book.toml --
[releve]
-- runbooks/inventory/people.yaml --
ada: {{name: Ada}}
-- runbooks/inventory/partners.yaml --
coop:
  name: Coop
  agreed: [{{what: Restart, answer_within: 1d}}]
  agreement: https://example.org/a
  {}
-- runbooks/inventory/hosts.yaml --
srv1: {{name: srv1}}
{exercise}",
            partner.replace("; ", "\n  ")
        );
        findings(&AGREEMENT_STALE, &archive)
    }

    fn tried(day: &str, who: &str) -> String {
        format!(
            "-- runbooks/records/exercises/{day}-help.yaml --\ndate: {day}\ntype: access-check\n{who}\nsubjects: ['host:srv1']\nresult: pass\nfound: nothing\n"
        )
    }

    #[test]
    fn an_agreement_ends_grows_old_or_was_never_tried() {
        let lately = tried("2026-10-01", "by: partner:coop");
        snapbox::assert_data_eq!(
            check("agreed_on: 2024-05-01; ends_on: 2026-05-01", &lately),
            str![[r#"
runbooks/inventory/partners.yaml:6:3: the agreement with `partner:coop` ended on 2026-05-01
  help: renew it and write down until when; until then it counts for nothing

"#]]
        );
        snapbox::assert_data_eq!(
            check("agreed_on: 2025-11-21", &lately),
            str![[r#"
runbooks/inventory/partners.yaml:5:3: what `partner:coop` agreed to is of 2025-11-21: more than a year ago
  help: ask whether it still holds, and write the day of the answer into `agreed_on`, or an end into `ends_on`

"#]]
        );
        snapbox::assert_data_eq!(
            check("agreed_on: 2026-09-01", ""),
            str![[r#"
runbooks/inventory/partners.yaml:3:3: nothing was ever tried with `partner:coop`
  help: let them sign in or restart something once, and record it: `releve record exercise`, with `by: partner:coop` or `helped_by`

"#]]
        );
        snapbox::assert_data_eq!(
            check("agreed_on: 2025-01-01; ends_on: 2028-01-01", &tried("2025-11-21", "by: partner:coop")),
            str![[r#"
runbooks/inventory/partners.yaml:3:3: the last thing that was tried with `partner:coop` is of 2025-11-21: more than a year ago
  help: let them sign in or restart something once, and record it: `releve record exercise`, with `by: partner:coop` or `helped_by`

"#]]
        );
    }

    #[test]
    fn one_that_was_tried_within_the_year_holds_and_an_intention_is_none() {
        let helped = tried("2025-11-22", "by: ada\nhelped_by: ['partner:coop']");
        assert_eq!(check("agreed_on: 2025-11-22", &helped), "");
        assert_eq!(check("agreed_on: 2024-01-01; ends_on: 2026-11-22", &helped), "");
        assert_eq!(check("agreed_on: {none: not yet}", ""), "");
    }
}
