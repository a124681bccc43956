//! Shares that make more than the whole: the cost of a project cannot be worked out from them.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;

pub(in crate::check) static SHARE_OVER_100: Check = Check {
    code: Code {
        name: "money/share-over-100",
        default_severity: Severity::Error,
        explanation: explanation!("share_over_100"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for contract in context.kb.catalog.contracts.values() {
        let percent: u64 = contract.share.values().map(|part| u64::from(part.get())).sum();
        let Some(entity) = context.kb.catalog.entities.get(&EntityRef::from(&contract.id)) else { continue };
        if percent > 100 {
            let message = message!("money-share-over-100", contract = entity.reference.to_string(), percent = percent);
            let help = message!("money-share-over-100.help");
            let place = context.field(entity, "share");
            findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
        }
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(share: &str) -> String {
        findings(
            &SHARE_OVER_100,
            &format!(
                "-- book.toml --\n[releve]\n-- runbooks/inventory/projects.yaml --\ngarden: {{name: Garden}}\nchoir: {{name: Choir}}\n-- runbooks/inventory/contracts.yaml --\nrent:\n  name: Rent\n  share: {share}\n"
            ),
        )
    }

    #[test]
    fn more_than_the_whole_is_shared() {
        snapbox::assert_data_eq!(
            check("{garden: 60, choir: 41}"),
            str![[r#"
runbooks/inventory/contracts.yaml:3:3: the shares of `contract:rent` make 101%
  help: write shares that make 100 at most; what is left over is for all projects

"#]]
        );
    }

    #[test]
    fn the_whole_or_less_is_shared() {
        assert_eq!(check("{garden: 60, choir: 40}"), "");
        assert_eq!(check("{garden: 10}"), "");
    }
}
