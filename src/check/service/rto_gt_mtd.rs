//! A service that is promised to be back later than its users can bear to wait.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::scalar::Stated;

use super::live;

pub(in crate::check) static RTO_GT_MTD: Check = Check {
    code: Code {
        name: "service/rto-gt-mtd",
        default_severity: Severity::Readiness,
        explanation: explanation!("rto_gt_mtd"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (service, entity) in live(context.kb) {
        let rto = service.rto.as_ref().and_then(Stated::known);
        let mtd = service.mtd.as_ref().and_then(Stated::known);
        if let Some((rto, mtd)) = rto.zip(mtd)
            && rto > mtd
        {
            let (name, rto, mtd) = (entity.reference.to_string(), rto.to_string(), mtd.to_string());
            let message = message!("service-rto-gt-mtd", service = name, rto = rto, mtd = mtd);
            let finding = Diagnostic::at(code, context.field(entity, "rto"), message).about(&entity.reference);
            findings.push(finding.help(message!("service-rto-gt-mtd.help")));
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    fn project(mtd: &str, rto: &str) -> String {
        format!(
            "-- book.toml --\n[releve]\n-- runbooks/inventory/services.yaml --\nwiki:\n  name: Wiki\n  mtd: {mtd}\n  rto: {rto}\n"
        )
    }

    #[test]
    fn a_return_after_the_last_moment_is_reported() {
        assert_data_eq!(
            findings(&RTO_GT_MTD, &project("1d", "25h")),
            str![[r#"
runbooks/inventory/services.yaml:4:3: `service:wiki` is promised to be back in `25h`, and its users can bear `1d` at most
  help: shorten `rto`, or ask the users whether they can really wait longer and correct `mtd`

"#]]
        );
    }

    #[test]
    fn a_return_at_the_last_moment_or_at_none_that_is_known_is_not() {
        assert_eq!(findings(&RTO_GT_MTD, &project("1d", "24h")), "");
        assert_eq!(findings(&RTO_GT_MTD, &project("unknown", "25h")), "");
        assert_eq!(findings(&RTO_GT_MTD, &project("1d", "unknown")), "");
    }
}
