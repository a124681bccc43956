//! A licence that is none: nobody can tell whether the software is free.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::scalar::license;

pub(in crate::check) static UNKNOWN_LICENSE: Check = Check {
    code: Code {
        name: "service/unknown-license",
        default_severity: Severity::Warning,
        explanation: explanation!("unknown_license"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for service in kb.catalog.services.values().filter(|service| !service.is_retired()) {
        let license = service.software.known().and_then(|software| software.license.known());
        let (Some(Err(misread)), Some(entity)) =
            (license.map(|license| license::is_free(license)), kb.catalog.entities.get(&EntityRef::from(&service.id)))
        else {
            continue;
        };
        let message = message!("service-unknown-license", service = entity.reference.to_string(), part = misread.part);
        let help = match misread.suggestion {
            Some(suggestion) => message!("service-unknown-license.did-you-mean", suggestion = suggestion),
            None => message!("service-unknown-license.help"),
        };
        let place = context.field(entity, "software");
        findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(license: &str, lifecycle: &str) -> String {
        let archive = format!(
            "\
-- book.toml --
[releve]
-- runbooks/inventory/services.yaml --
wiki:
  name: Wiki
  lifecycle: {lifecycle}
  software: {{name: Wiki, license: {license}}}
"
        );
        findings(&UNKNOWN_LICENSE, &archive)
    }

    #[test]
    fn what_is_no_licence_is_reported_with_what_was_meant() {
        snapbox::assert_data_eq!(
            check("AGPLv3", "production"),
            str![[r#"
runbooks/inventory/services.yaml:4:3: the licence of `service:wiki` is none that is known: `AGPLv3`
  help: did you mean `AGPL-3.0-only`?

"#]]
        );
        snapbox::assert_data_eq!(
            check("free of charge", "production"),
            str![[r#"
runbooks/inventory/services.yaml:4:3: the licence of `service:wiki` is none that is known: `free`
  help: write its identifier of the SPDX list (https://spdx.org/licenses/), or `LicenseRef-…` for one that is not free

"#]]
        );
    }

    #[test]
    fn a_licence_a_gap_and_one_of_its_own_are_silent() {
        assert_eq!(check("IPL-1.0 OR EPL-2.0", "production"), "");
        assert_eq!(check("LicenseRef-Suite", "production"), "");
        assert_eq!(check("unknown", "production"), "");
        assert_eq!(check("AGPLv3", "retired"), "");
    }
}
