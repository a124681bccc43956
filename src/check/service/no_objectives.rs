//! A service in production of which nobody says how long it may be gone, or how much may be lost.

use crate::catalog::service::{Lifecycle, Service};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::scalar::{Duration, Stated};

use super::live;

pub(in crate::check) static NO_OBJECTIVES: Check = Check {
    code: Code {
        name: "service/no-objectives",
        default_severity: Severity::Readiness,
        explanation: explanation!("no_objectives"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (service, entity) in
        live(context.kb).filter(|(service, _)| service.lifecycle == Stated::Known(Lifecycle::Production))
    {
        let mut unknown = unknown(service);
        unknown.retain(|field| !entity.is_refused(field));
        let Some(first) = unknown.first() else { continue };
        let (name, fields) = (entity.reference.to_string(), unknown.join("`, `"));
        let message = message!("service-no-objectives", service = name, fields = fields);
        let finding = Diagnostic::at(code, context.field(entity, first), message).about(&entity.reference);
        findings.push(finding.help(message!("service-no-objectives.help")));
    }
}

/// The promises of which the inventory says that nobody knows them. One that is not there at all is asked for by the schema.
fn unknown(service: &Service) -> Vec<&'static str> {
    // Where there is no data, none can be lost.
    let has_data = !matches!(service.data, Stated::None(_));
    let promises: [(&str, &Option<Stated<Duration>>, bool); 3] =
        [("mtd", &service.mtd, true), ("rto", &service.rto, true), ("rpo", &service.rpo, has_data)];
    let unknown = promises.into_iter().filter(|(_, promise, matters)| *matters && **promise == Some(Stated::Unknown));
    unknown.map(|(name, ..)| name).collect()
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
  lifecycle: production
  mtd: 2d
  rto: unknown
  rpo: unknown
  data: {class: personal}
";

    #[test]
    fn promises_that_nobody_knows_are_reported_together() {
        assert_data_eq!(
            findings(&NO_OBJECTIVES, PROJECT),
            str![[r#"
runbooks/inventory/services.yaml:5:3: `service:wiki` is in production, and nobody knows its `rto`, `rpo`
  help: ask those who use it how long they can wait, and how much work they can do again

"#]]
        );
    }

    #[test]
    fn what_is_known_or_needs_none_is_not() {
        assert_eq!(findings(&NO_OBJECTIVES, &PROJECT.replace("unknown", "4h")), "");
        assert_eq!(findings(&NO_OBJECTIVES, &PROJECT.replace("production", "experimental")), "");
        assert_eq!(
            findings(&NO_OBJECTIVES, &PROJECT.replace("unknown", "{none: \"best effort, as we told everybody\"}")),
            ""
        );
        let without_data =
            PROJECT.replace("rto: unknown", "rto: 4h").replace("{class: personal}", "{none: \"static\"}");
        assert_eq!(findings(&NO_OBJECTIVES, &without_data), "");
    }
}
