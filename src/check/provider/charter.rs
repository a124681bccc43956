//! A provider that does not agree with a charter that was turned on.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::charter::{Answer, processes_without_agreement};
use crate::names::EntityRef;

pub(in crate::check) static CHARTER: Check = Check {
    code: Code { name: "provider/charter", default_severity: Severity::Warning, explanation: explanation!("charter") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for pack in &kb.config.charters {
        for provider in kb.catalog.providers.values() {
            let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&provider.id)) else { continue };
            let (name, charter) = (entity.reference.to_string(), pack.name.as_str());
            // An exception that has ended is told by `provider/exception-expired`.
            let has_ended = provider.charter_exception.as_ref().is_some_and(|of| of.ended(kb.as_of).is_some());
            if kb.unfree_without_reason(provider) == Answer::No && !has_ended {
                let message = message!("provider-charter", provider = name.as_str(), charter = charter);
                let finding = Diagnostic::at(code, context.field(entity, "software_freedom"), message);
                findings.push(finding.help(message!("provider-charter.help")).about(&entity.reference));
            }
            if processes_without_agreement(provider) {
                let message = message!("provider-charter.data", provider = name, charter = charter);
                let finding = Diagnostic::at(code, context.field(entity, "processes_personal_data"), message);
                findings.push(finding.help(message!("provider-charter.data-help")).about(&entity.reference));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(packs: &str, provider: &str) -> String {
        let archive = format!(
            "\
-- book.toml --
[releve]
[charters]
packs = [{packs}]
-- runbooks/inventory/providers.yaml --
suite:
  name: Suite
  {}
",
            provider.replace("; ", "\n  ")
        );
        findings(&CHARTER, &archive)
    }

    const SUITE: &str = "software_freedom: nonfree; processes_personal_data: true";

    #[test]
    fn what_is_not_free_or_sees_data_needs_a_reason_and_an_agreement() {
        snapbox::assert_data_eq!(
            check("'chatons-1'", SUITE),
            str![[r#"
runbooks/inventory/providers.yaml:3:3: `provider:suite` is not free, and nobody says why it is used in spite of CHATONS
  help: leave it; or say why not and until when in `charter_exception`, or in a page of `type: decision` about it
runbooks/inventory/providers.yaml:4:3: `provider:suite` sees data of people, and no agreement says what it does with it, as CHATONS asks
  help: ask it for its data processing agreement, and write its address into `dpa`

"#]]
        );
    }

    #[test]
    fn without_a_charter_and_with_reason_and_agreement_nothing_is_said() {
        assert_eq!(check("", SUITE), "");
        let exception = "charter_exception: {rule: free software, reason: they vote, until: 2027-01-01}";
        assert_eq!(check("'chatons-1'", &format!("{SUITE}; dpa: https://example.org/dpa; {exception}")), "");
        assert_eq!(check("'chatons-1'", "software_freedom: unknown"), "");
    }
}
