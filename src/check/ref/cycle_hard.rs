//! Services that cannot start without each other: no order of recovery exists.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::recovery::cycles;

pub(in crate::check) static CYCLE_HARD: Check = Check {
    code: Code {
        name: "ref/cycle-hard",
        default_severity: Severity::Readiness,
        explanation: explanation!("cycle_hard"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let live: Vec<&EntityRef> = kb.catalog.entities.keys().filter(|thing| !kb.catalog.is_retired(thing)).collect();
    for cycle in cycles(kb, &live) {
        let Some((from, to)) = cycle.softest() else { continue };
        let Some(entity) = kb.catalog.entities.get(from) else { continue };
        let names = cycle.services.iter().chain(cycle.services.first()).map(ToString::to_string);
        let names = names.collect::<Vec<_>>().join("` → `");
        let message = message!("ref-cycle-hard", names = names);
        let help = message!("ref-cycle-hard.help", from = from.to_string(), to = to.to_string());
        let mut finding = Diagnostic::at(code, context.beside(entity, "depends_on"), message).help(help);
        for service in &cycle.services {
            finding = finding.about(service);
        }
        findings.push(finding);
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    fn check(hard: &str) -> String {
        findings(
            &CYCLE_HARD,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/services.yaml --
login:
  name: Login
  mtd: 1d
  depends_on: [{{ref: 'service:mail'}}]
mail:
  name: Mail
  mtd: 2d
  depends_on:
    - {{ref: 'service:login'{hard}}}
old:
  name: Old
  lifecycle: retired
  depends_on: [{{ref: 'service:old'}}]
"
            ),
        )
    }

    #[test]
    fn a_loop_is_named_with_the_dependency_to_soften() {
        assert_data_eq!(
            check(""),
            str![[r#"
runbooks/inventory/services.yaml:4:3: these cannot start without each other: `service:login` → `service:mail` → `service:login`
  help: make one of them soft: most likely `service:login` can run for a while without `service:mail` (`hard: false`)

"#]]
        );
    }

    #[test]
    fn a_soft_dependency_and_what_is_retired_are_none() {
        assert_eq!(check(", hard: false"), "");
    }
}
