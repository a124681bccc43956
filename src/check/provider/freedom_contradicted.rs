//! A provider that is said to be free, or not, and the licence of what it runs says otherwise.

use crate::catalog::provider::SoftwareFreedom;
use crate::catalog::service::Service;
use crate::check::named::{Named, named};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::scalar::Stated;

pub(in crate::check) static FREEDOM_CONTRADICTED: Check = Check {
    code: Code {
        name: "provider/freedom-contradicted",
        default_severity: Severity::Warning,
        explanation: explanation!("freedom_contradicted"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for provider in kb.catalog.providers.values() {
        let otherwise = match provider.software_freedom {
            Stated::Known(SoftwareFreedom::Free) => SoftwareFreedom::Nonfree,
            Stated::Known(SoftwareFreedom::Nonfree) => SoftwareFreedom::Free,
            // Whatever it runs, some of it is free.
            Stated::Known(SoftwareFreedom::Mixed) | Stated::Unknown | Stated::None(_) => continue,
        };
        let services: Vec<&Service> =
            kb.lent_by(provider).into_iter().filter(|service| service.freedom() == Some(otherwise)).collect();
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&provider.id)).filter(|_| !services.is_empty())
        else {
            continue;
        };
        let Named { names, more } = named(services.iter().map(|service| EntityRef::from(&service.id)));
        let name = entity.reference.to_string();
        let (message, help) = if otherwise == SoftwareFreedom::Nonfree {
            (
                message!("provider-freedom-contradicted", provider = name, names = names, more = more),
                message!("provider-freedom-contradicted.help"),
            )
        } else {
            (
                message!("provider-freedom-contradicted.free", provider = name, names = names, more = more),
                message!("provider-freedom-contradicted.free-help"),
            )
        };
        let mut finding = Diagnostic::at(code, context.field(entity, "software_freedom"), message).help(help);
        for service in services.iter().filter_map(|of| kb.catalog.entities.get(&EntityRef::from(&of.id))) {
            let label = message!("provider-freedom-contradicted.here");
            finding = finding.label(context.field(service, "software"), label);
        }
        findings.push(finding.about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(freedom: &str, license: &str, runs_on: &str) -> String {
        let archive = format!(
            "\
-- book.toml --
[releve]
-- runbooks/inventory/providers.yaml --
suite:
  name: Suite
  software_freedom: {freedom}
-- runbooks/inventory/hosts.yaml --
srv1: {{name: srv1}}
-- runbooks/inventory/services.yaml --
mail:
  name: Mail
  software: {{name: Mail, license: {license}}}
  runs_on: [{runs_on}]
"
        );
        findings(&FREEDOM_CONTRADICTED, &archive)
    }

    #[test]
    fn the_licence_of_what_it_runs_says_otherwise() {
        snapbox::assert_data_eq!(
            check("free", "LicenseRef-Suite", "'provider:suite'"),
            str![[r#"
runbooks/inventory/providers.yaml:3:3: `provider:suite` is said to run free software, and the licence of `service:mail` is not free
  runbooks/inventory/services.yaml:3:3: its licence stands here
  help: write `software_freedom: mixed` or `nonfree`, or correct the licence

"#]]
        );
        snapbox::assert_data_eq!(
            check("nonfree", "AGPL-3.0-only", "'provider:suite'"),
            str![[r#"
runbooks/inventory/providers.yaml:3:3: `provider:suite` is said to run nothing free, and the licence of `service:mail` is free
  runbooks/inventory/services.yaml:3:3: its licence stands here
  help: write `software_freedom: mixed` or `free`, or correct the licence

"#]]
        );
    }

    #[test]
    fn what_agrees_is_mixed_or_runs_elsewhere_too_is_no_contradiction() {
        assert_eq!(check("free", "MIT", "'provider:suite'"), "");
        assert_eq!(check("mixed", "LicenseRef-Suite", "'provider:suite'"), "");
        assert_eq!(check("nonfree", "IPL-1.0", "'host:srv1', 'provider:suite'"), "");
        assert_eq!(check("free", "no idea", "'provider:suite'"), "");
    }
}
