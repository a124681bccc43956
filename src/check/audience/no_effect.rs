//! An audience that is written and does not reach those it names: something around it, or its kind, is for fewer.

use crate::catalog::Entity;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::edition::{Holder, may_open};
use crate::scalar::{Audience, Word};

use super::named;

pub(in crate::check) static NO_EFFECT: Check = Check {
    code: Code {
        name: "audience/no-effect",
        default_severity: Severity::Warning,
        explanation: explanation!("no_effect"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let is_shut =
        |entity: &&Entity| entity.audience < Audience::Admins && !may_open(Holder::Thing(entity.reference.kind()));
    for entity in kb.catalog.entities.values().filter(is_shut) {
        let message = message!("audience-no-effect.kind", thing = entity.reference.to_string());
        let finding = Diagnostic::at(code, context.field(entity, "audience"), message);
        findings.push(finding.help(message!("audience-no-effect.kind-help")).about(&entity.reference));
    }
    for of in named(context) {
        for (field, audience) in of.fields.iter().filter(|(_, audience)| **audience < of.own) {
            let message = message!(
                "audience-no-effect",
                field = field.as_str(),
                audience = audience.word(),
                of = of.name.as_str(),
                own = of.own.word()
            );
            findings.push(Diagnostic::at(code, of.place, message).help(message!("audience-no-effect.help")));
        }
    }
    for page in kb.texts() {
        let own = kb.audience_of(page);
        for mark in &page.document.audience_marks {
            let Some(audience) = mark.audience.as_deref().and_then(Audience::of_word) else { continue };
            if audience < own {
                let message = message!("audience-no-effect.passage", audience = audience.word(), own = own.word());
                let place = page.document.text.place(mark.span);
                findings.push(Diagnostic::at(code, place, message).help(message!("audience-no-effect.passage-help")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(text: &str) -> String {
        findings(&NO_EFFECT, &format!("-- book.toml --\n[releve]\n{text}"))
    }

    #[test]
    fn something_is_for_more_people_than_what_holds_it() {
        snapbox::assert_data_eq!(
            check(
                "-- runbooks/inventory/services.yaml --\nwiki:\n  name: Wiki\n  audience: members\n  audiences: {urls: public}\n-- runbooks/inventory/credentials.yaml --\nroot:\n  name: Root\n  audience: public\n-- runbooks/a.md --\n<!-- audience: public -->\n\nx\n\n<!-- /audience -->\n"
            ),
            str![[r#"
runbooks/a.md:1:1: the passage is to be for everybody, but the page is only for admins
  help: write the wider audience at the head of the page, and mark what is not for them
runbooks/inventory/credentials.yaml:3:3: `credential:root` is for admins whatever it says: a list of keys helps an attacker first
  help: take `audience` out
runbooks/inventory/services.yaml:4:3: `urls` is to be for everybody, but `service:wiki` itself is only for members
  help: write the wider audience under `audience` of the thing as well, or take it out here

"#]]
        );
    }

    #[test]
    fn something_is_for_fewer() {
        assert_eq!(
            check(
                "-- runbooks/inventory/services.yaml --\nwiki:\n  name: Wiki\n  audience: public\n  audiences: {urls: members, runs_on: public}\n-- runbooks/a.md --\n---\ntitle: A\naudience: public\n---\n<!-- audience: admins -->\n\nx\n\n<!-- /audience -->\n"
            ),
            ""
        );
    }
}
