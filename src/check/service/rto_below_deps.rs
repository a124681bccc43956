//! A promise that cannot be kept: what a service needs takes longer to come back than the service itself may.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::scalar::{Duration, Stated};

use super::live;

pub(in crate::check) static RTO_BELOW_DEPS: Check = Check {
    code: Code {
        name: "service/rto-below-deps",
        default_severity: Severity::Readiness,
        explanation: explanation!("rto_below_deps"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let rto = |thing: &EntityRef| -> Option<Duration> {
        let EntityRef::Service(id) = thing else { return None };
        kb.catalog.services.get(id)?.rto.as_ref().and_then(Stated::known).copied()
    };
    for (_, entity) in live(kb) {
        let Some(own) = rto(&entity.reference) else { continue };
        // The slowest of those that it needs: all others come back before it.
        let below = kb.needs(&entity.reference).into_iter().filter_map(|below| Some((rto(below)?, below)));
        let Some((slowest, below)) = below.max().filter(|(slowest, _)| *slowest > own) else { continue };
        let message = message!(
            "service-rto-below-deps",
            service = entity.reference.to_string(),
            rto = own.to_string(),
            below = below.to_string(),
            slowest = slowest.to_string()
        );
        let help = message!("service-rto-below-deps.help", rto = slowest.to_string(), below = below.to_string());
        findings.push(Diagnostic::at(code, context.field(entity, "rto"), message).help(help).about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    fn check(rto: &str, hard: &str) -> String {
        findings(
            &RTO_BELOW_DEPS,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/services.yaml --
wiki:
  name: Wiki
  depends_on: [{{ref: 'service:base'{hard}}}, {{ref: 'service:login'}}]
  rto: {rto}
base: {{name: Base, rto: 8h}}
login: {{name: Login, rto: 1h}}
"
            ),
        )
    }

    #[test]
    fn a_promise_shorter_than_what_it_stands_on_is_reported() {
        assert_data_eq!(
            check("4h", ""),
            str![[r#"
runbooks/inventory/services.yaml:4:3: `service:wiki` is promised back within `4h`, and needs `service:base`, which is promised within `8h` only
  help: promise `8h`, make `service:base` quicker, or say `hard: false` if it runs without

"#]]
        );
    }

    #[test]
    fn the_same_length_and_what_is_only_liked_are_fine() {
        assert_eq!(check("8h", ""), "");
        assert_eq!(check("4h", ", hard: false"), "");
        assert_eq!(check("unknown", ""), "");
    }
}
