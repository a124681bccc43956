//! What must be back soon, and of which nobody says what becomes of it when nobody comes.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::sheet::Tier;
use crate::scalar::Stated;

use super::live;

pub(in crate::check) static NO_ABANDON_NOTE: Check = Check {
    code: Code {
        name: "service/no-abandon-note",
        default_severity: Severity::Info,
        explanation: explanation!("no_abandon_note"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (service, entity) in live(context.kb) {
        // While nobody says how long it may be gone, that is what has to be said first.
        let outage = service.mtd.as_ref().and_then(Stated::known);
        let is_early = outage.is_some_and(|outage| Tier::from(*outage) <= Tier::Second);
        if is_early && service.if_abandoned.as_ref().is_none_or(|note| note.trim().is_empty()) {
            let message = message!("service-no-abandon-note", service = entity.reference.to_string());
            let finding = Diagnostic::at(code, context.field(entity, "if_abandoned"), message).about(&entity.reference);
            findings.push(finding.help(message!("service-no-abandon-note.help")));
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    const PROJECT: &str =
        "-- book.toml --\n[releve]\n-- runbooks/inventory/services.yaml --\nwiki:\n  name: Wiki\n  mtd: 3d\n";

    #[test]
    fn what_becomes_of_it_is_asked_of_what_must_be_back_within_a_week() {
        assert_data_eq!(
            findings(&NO_ABANDON_NOTE, PROJECT),
            str![[r#"
runbooks/inventory/services.yaml:1:1: nobody says what becomes of `service:wiki` when nobody touches it any more
  help: say in `if_abandoned` what happens after a month, after three, after a year

"#]]
        );
    }

    #[test]
    fn it_is_not_asked_where_it_is_said_or_where_there_is_time() {
        assert_eq!(findings(&NO_ABANDON_NOTE, &format!("{PROJECT}  if_abandoned: the disk is full in a month\n")), "");
        assert_eq!(findings(&NO_ABANDON_NOTE, &PROJECT.replace("3d", "2w")), "");
        assert_eq!(findings(&NO_ABANDON_NOTE, &PROJECT.replace("3d", "unknown")), "");
    }
}
