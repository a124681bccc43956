//! A card ends, and everything that it pays ends after it, without a word.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::catalog::contract::Contract;
use crate::check::named::{Named, named};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::scalar::{Duration, Stated};

pub(in crate::check) static CARD_EXPIRING: Check = Check {
    code: Code {
        name: "money/card-expiring",
        default_severity: Severity::Readiness,
        explanation: explanation!("card_expiring"),
    },
    stage: Stage::Knowledge(run),
};

/// For so long before its end a card is a matter of readiness: banks send the next one a month ahead, and every contract has to be told.
const SOON: Duration = Duration::days(90);

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    // One card pays many contracts: what has to be changed is the card.
    let mut by_card: BTreeMap<(Date, Option<&EntityRef>), Vec<&Contract>> = BTreeMap::new();
    for contract in kb.catalog.contracts.values() {
        let Some(end) = contract.method_expires_on else { continue };
        let is_near = SOON.after(kb.as_of).is_some_and(|limit| end.0 < limit);
        if is_near && contract.price().is_something() && !ends_before(contract, end.0) {
            by_card.entry((end.0, contract.paid_by.known())).or_default().push(contract);
        }
    }
    for ((end, _), contracts) in by_card {
        let things = || contracts.iter().map(|contract| EntityRef::from(&contract.id));
        let Some(entity) = things().next().and_then(|first| kb.catalog.entities.get(&first)) else { continue };
        let first = contracts.iter().map(|contract| contract.first_refused(end)).min().unwrap_or(end).to_string();
        let Named { names, more } = named(things());
        let day = end.to_string();
        let message = if end < kb.as_of {
            message!("money-card-expiring.past", names = names, more = more, date = day)
        } else {
            message!("money-card-expiring", names = names, more = more, date = day, first = first)
        };
        let place = context.field(entity, "method_expires_on");
        let help = message!("money-card-expiring.help");
        findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
    }
}

/// Whether a contract is over no later than its card is.
fn ends_before(contract: &Contract, card: Date) -> bool {
    let ends = matches!(contract.auto_renew, Stated::Known(false));
    ends && contract.renews_on.known().is_some_and(|day| day.0 <= card)
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(contracts: &str) -> String {
        findings(
            &CARD_EXPIRING,
            &format!("-- book.toml --\n[releve]\n-- runbooks/inventory/contracts.yaml --\n{contracts}"),
        )
    }

    fn rent(rest: &str) -> String {
        let rest = rest.replace("; ", "\n  ");
        format!("rent:\n  name: Rent\n  cost: {{amount: \"70.00 EUR\", every: month}}\n  {rest}\n")
    }

    #[test]
    fn one_card_is_one_finding_with_all_that_it_pays() {
        let card = "method_expires_on: 2027-01-31";
        let disk = format!(
            "disk:\n  name: Disk\n  cost: {{amount: \"48 EUR\", every: year}}\n  auto_renew: true\n  renews_on: 2027-06-01\n  {card}\n"
        );
        snapbox::assert_data_eq!(
            check(&format!("{}{disk}", rent(&format!("auto_renew: true; renews_on: 2026-12-15; {card}")))),
            str![[r#"
runbooks/inventory/contracts.yaml:12:3: what pays `contract:disk`, `contract:rent` ends on 2027-01-31; the first payment to fail is that of 2027-02-15
  help: give each provider the new card or another way to pay, and write its end into `method_expires_on`

"#]]
        );
    }

    #[test]
    fn a_card_that_has_ended_is_said_until_the_new_one_is_written_down() {
        snapbox::assert_data_eq!(
            check(&rent("renews_on: unknown; method_expires_on: 2026-11-21")),
            str![[r#"
runbooks/inventory/contracts.yaml:5:3: what pays `contract:rent` ended on 2026-11-21, by what is written here
  help: give each provider the new card or another way to pay, and write its end into `method_expires_on`

"#]]
        );
    }

    #[test]
    fn there_is_time_nothing_to_pay_or_the_contract_is_over_before() {
        assert_eq!(check(&rent("method_expires_on: 2027-02-20")), "");
        assert_eq!(check(&rent("method: transfer")), "");
        assert_eq!(check(&rent("auto_renew: false; renews_on: 2026-12-31; method_expires_on: 2027-01-31")), "");
        assert_eq!(check("a: {name: A, cost: {none: a gift}, method_expires_on: 2027-01-31}\n"), "");
    }
}
