//! A contract that somebody has to renew by hand, soon.

use crate::catalog::contract::Contract;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::scalar::{Day, Duration, Stated};

pub(in crate::check) static RENEWAL_DUE: Check = Check {
    code: Code {
        name: "money/renewal-due",
        default_severity: Severity::Readiness,
        explanation: explanation!("renewal_due"),
    },
    stage: Stage::Knowledge(run),
};

/// For so long before its end, at least, a contract has to be thought of (`domain.md` §3).
const LEAST: Duration = Duration::days(45);

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for contract in kb.catalog.contracts.values() {
        let Stated::Known(Day(end)) = contract.renews_on else { continue };
        // What renews itself needs nobody, as long as it is paid.
        if matches!(contract.auto_renew, Stated::Known(true) | Stated::None(_)) || is_told_of_its_domain(kb, contract) {
            continue;
        }
        let act_by = contract.notice.known().and_then(|notice| notice.before(end)).unwrap_or(end);
        let Some(from) = LEAST.before(end).map(|day| day.min(act_by)) else { continue };
        if kb.as_of < from {
            continue;
        }
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&contract.id)) else { continue };
        let (name, day, last) = (entity.reference.to_string(), end.to_string(), act_by.to_string());
        let message = if end < kb.as_of {
            message!("money-renewal-due.past", contract = name, date = day)
        } else if act_by < end {
            message!("money-renewal-due.notice", contract = name, date = day, last = last)
        } else {
            message!("money-renewal-due", contract = name, date = day)
        };
        let help = match contract.auto_renew {
            Stated::Unknown => message!("money-renewal-due.unknown-help"),
            _ => message!("money-renewal-due.help"),
        };
        let place = context.field(entity, "renews_on");
        findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
    }
}

/// Whether it is about a domain whose end is known: that is reported of the domain.
fn is_told_of_its_domain(kb: &KnowledgeBase, contract: &Contract) -> bool {
    let mut covered = contract.covers.known().into_iter().flatten();
    covered.any(|thing| match thing {
        EntityRef::Domain(id) => kb.catalog.domains.get(id).is_some_and(|domain| domain.expires_on.known().is_some()),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(contract: &str) -> String {
        let contract = contract.replace("; ", "\n  ");
        findings(
            &RENEWAL_DUE,
            &format!(
                "-- book.toml --\n[releve]\n-- runbooks/inventory/domains.yaml --\nours: {{name: Ours, expires_on: 2026-12-20}}\ntheirs: {{name: Theirs, expires_on: unknown}}\n-- runbooks/inventory/contracts.yaml --\ndues:\n  name: Dues\n  {contract}\n"
            ),
        )
    }

    #[test]
    fn it_ends_within_its_notice_or_within_45_days() {
        snapbox::assert_data_eq!(
            check("auto_renew: false; renews_on: 2027-01-06; notice: {none: it just ends}"),
            str![[r#"
runbooks/inventory/contracts.yaml:4:3: `contract:dues` ends on 2027-01-06 unless somebody renews it
  help: renew it or say that it may end, and write down the new day or take it out

"#]]
        );
        snapbox::assert_data_eq!(
            check("auto_renew: false; renews_on: 2027-01-31; notice: 3mo"),
            str![[r#"
runbooks/inventory/contracts.yaml:4:3: `contract:dues` ends on 2027-01-31 unless somebody renews it; the last day for that is 2026-10-31
  help: renew it or say that it may end, and write down the new day or take it out

"#]]
        );
        snapbox::assert_data_eq!(
            check("auto_renew: unknown; renews_on: 2026-11-21"),
            str![[r#"
runbooks/inventory/contracts.yaml:4:3: `contract:dues` ended on 2026-11-21, by what is written here
  help: ask the provider whether it renews itself, and write that into `auto_renew`

"#]]
        );
    }

    #[test]
    fn there_is_time_it_renews_itself_or_its_domain_says_so() {
        assert_eq!(check("auto_renew: false; renews_on: 2027-01-07"), "");
        assert_eq!(check("auto_renew: false; renews_on: unknown"), "");
        assert_eq!(check("auto_renew: true; renews_on: 2026-11-30; notice: 1mo"), "");
        assert_eq!(check("auto_renew: false; renews_on: 2026-12-20; covers: [domain:ours]"), "");
        assert_ne!(check("auto_renew: false; renews_on: 2026-12-20; covers: [domain:theirs]"), "");
    }
}
