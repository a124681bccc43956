//! `audiences` names a field that there is not: what it was to open stays closed, and what it was to close stays open.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::suggest;

use super::named;

pub(in crate::check) static UNKNOWN_FIELD: Check = Check {
    code: Code {
        name: "audience/unknown-field",
        default_severity: Severity::Error,
        explanation: explanation!("unknown_field"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for of in named(context) {
        let known = of.known_fields();
        for field in of.fields.keys().filter(|field| !known.contains(field)) {
            let message = message!("audience-unknown-field", field = field.as_str(), of = of.name.as_str());
            let help = match suggest(field, known.iter().map(String::as_str)) {
                Some(near) => message!("audience-unknown-field.did-you-mean", near = near),
                None => message!("audience-unknown-field.help", fields = known.join(", ")),
            };
            let finding = Diagnostic::at(code, of.place, message).help(help);
            findings.push(match of.thing {
                Some(thing) => finding.about(&thing.reference),
                None => finding,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(audiences: &str) -> String {
        findings(
            &UNKNOWN_FIELD,
            &format!(
                "-- book.toml --\n[releve]\n-- runbooks/inventory/services.yaml --\nwiki:\n  name: Wiki\n  audience: public\n  audiences: {audiences}\n"
            ),
        )
    }

    #[test]
    fn a_field_is_misspelt_or_of_another_kind() {
        snapbox::assert_data_eq!(
            check("{run_on: public, software.versions: public}"),
            str![[r#"
runbooks/inventory/services.yaml:4:3: `audiences` of `service:wiki` names `run_on`, which is no field of it
  help: did you mean `runs_on`?
runbooks/inventory/services.yaml:4:3: `audiences` of `service:wiki` names `software.versions`, which is no field of it
  help: did you mean `software.version`?

"#]]
        );
    }

    #[test]
    fn fields_and_fields_within_fields_are_known() {
        assert_eq!(check("{runs_on: public, software.version: members, notes: members}"), "");
    }
}
