//! A reserve that is used up within half a year: whoever takes over should know it before they accept.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::money::{Account, Runway};
use crate::names::EntityRef;

pub(in crate::check) static RUNWAY: Check = Check {
    code: Code { name: "money/runway", default_severity: Severity::Warning, explanation: explanation!("runway") },
    stage: Stage::Knowledge(run),
};

/// So many months are time to look for money (`domain.md` §3).
const ENOUGH: u64 = 6;

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let Some(entity) = kb.catalog.entities.get(&EntityRef::Organisation) else { return };
    for Account { cost, receipts, reserve, runway, .. } in kb.ledger().accounts() {
        let [cost, receipts, reserve] =
            [Some(cost), receipts, reserve].map(|money| money.map(|money| money.to_string()));
        let (Some(cost), Some(receipts)) = (cost, receipts) else { continue };
        let message = match (runway, reserve) {
            (Runway::Months(months, until), Some(reserve)) if months < ENOUGH => match until {
                Some(until) => message!("money-runway", reserve = reserve, months = months, date = until.to_string()),
                None => message!("money-runway.undated", reserve = reserve, months = months),
            },
            (Runway::NoReserve, _) => message!("money-runway.none", cost = cost, receipts = receipts),
            _ => continue,
        };
        let place = context.field(entity, "reserves");
        findings
            .push(Diagnostic::at(code, place, message).help(message!("money-runway.help")).about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(organisation: &str) -> String {
        let organisation = organisation.replace("; ", "\n");
        findings(
            &RUNWAY,
            &format!(
                "-- book.toml --\n[releve]\n-- runbooks/inventory/organisation.yaml --\nname: Ours\n{organisation}\n-- runbooks/inventory/contracts.yaml --\nrent: {{name: Rent, cost: {{amount: \"10 EUR\", every: month}}}}\nlost: {{name: Lost, cost: unknown}}\n"
            ),
        )
    }

    const GIFTS: &str = "income: [{label: Gifts, amount: \"60.00 EUR\", every: year}]";

    #[test]
    fn the_reserve_lasts_less_than_half_a_year() {
        snapbox::assert_data_eq!(
            check(&format!("{GIFTS}; reserves: {{money: \"29.99 EUR\", on: 2026-09-30}}")),
            str![[r#"
runbooks/inventory/organisation.yaml:3:1: the reserve of 29.99 EUR lasts 5 months, until 2027-02-28
  help: say so to those who decide, and to whoever takes over: spend less, or find money, while there is time

"#]]
        );
        snapbox::assert_data_eq!(
            check(&format!("{GIFTS}; reserves: {{money: \"5 EUR\", on: unknown}}")),
            str![[r#"
runbooks/inventory/organisation.yaml:3:1: the reserve of 5.00 EUR lasts 1 month
  help: say so to those who decide, and to whoever takes over: spend less, or find money, while there is time

"#]]
        );
    }

    #[test]
    fn nothing_is_set_aside_and_a_year_ends_below_zero() {
        snapbox::assert_data_eq!(
            check(GIFTS),
            str![[r#"
runbooks/inventory/organisation.yaml:1:1: a year costs 120.00 EUR and brings 60.00 EUR, and nothing is set aside for the difference
  help: say so to those who decide, and to whoever takes over: spend less, or find money, while there is time

"#]]
        );
    }

    #[test]
    fn it_lasts_or_nobody_says() {
        assert_eq!(check(&format!("{GIFTS}; reserves: {{money: \"30 EUR\", on: 2026-09-30}}")), "");
        assert_eq!(check("income: [{label: Gifts, amount: \"10 EUR\", every: month}]"), "");
        assert_eq!(check("income: [{label: Gifts, amount: unknown, every: month}]"), "");
        assert_eq!(check(&format!("{GIFTS}; reserves: {{money: unknown, on: unknown}}")), "");
        assert_eq!(check(""), "");
    }
}
