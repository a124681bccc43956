//! Somebody who is needed when our services are down, and can be reached through them only.

use std::collections::BTreeSet;

use crate::catalog::person::{Person, Role};
use crate::check::named::{Named, named};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::ours::Ours;
use crate::names::{EntityRef, PersonId};
use crate::scalar::Stated;

pub(in crate::check) static OWN_INFRA_CONTACT: Check = Check {
    code: Code {
        name: "person/own-infra-contact",
        default_severity: Severity::Readiness,
        explanation: explanation!("own_infra_contact"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let ours = Ours::new(kb);
    for person in needed(kb) {
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&person.id)) else { continue };
        let contacts = match &person.contacts {
            Stated::Known(contacts) => contacts.as_slice(),
            Stated::Unknown => &[],
            Stated::None(_) => continue,
        };
        let usable = contacts.iter().filter(|contact| contact.value.known().is_some());
        let carriers: Vec<Option<EntityRef>> = usable.map(|contact| kb.carrier(&ours, contact)).collect();
        if carriers.iter().any(Option::is_none) {
            continue;
        }
        let who = entity.reference.to_string();
        let carriers: BTreeSet<EntityRef> = carriers.into_iter().flatten().collect();
        let message = if carriers.is_empty() {
            message!("person-own-infra-contact.unknown", person = who)
        } else {
            let Named { names, more } = named(&carriers);
            message!("person-own-infra-contact", person = who, names = names, more = more)
        };
        let help = message!("person-own-infra-contact.help");
        findings
            .push(Diagnostic::at(code, context.field(entity, "contacts"), message).help(help).about(&entity.reference));
    }
}

/// The people without whom nobody takes over: those who do, those who hand over, and those who may declare it.
fn needed(kb: &KnowledgeBase) -> impl Iterator<Item = &Person> {
    let admins = [Role::PrimaryAdmin, Role::BackupAdmin].into_iter().flat_map(|role| kb.staying_with(role));
    let activation = kb.catalog.organisation.as_ref().and_then(|organisation| organisation.activation.known());
    let declare = activation.and_then(|activation| activation.who.known()).into_iter().flatten();
    let ids: BTreeSet<&PersonId> = admins.map(|person| &person.id).chain(declare).collect();
    ids.into_iter().filter_map(|id| kb.catalog.people.get(id)).filter(|person| person.stays())
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(contacts: &str) -> String {
        findings(
            &OWN_INFRA_CONTACT,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/domains.yaml --
ours: {{name: ours.example, fqdn: ours.example}}
-- runbooks/inventory/hosts.yaml --
srv1: {{name: srv1}}
-- runbooks/inventory/providers.yaml --
mail: {{name: Mail}}
-- runbooks/inventory/services.yaml --
chat: {{name: Chat, runs_on: [host:srv1]}}
bought: {{name: Bought, runs_on: [provider:mail]}}
-- runbooks/inventory/people.yaml --
alan:
  name: Alan
  roles: [{{role: backup-admin}}]
  contacts: {contacts}
grace:
  name: Grace
  roles: [{{role: contact}}]
  contacts: [{{type: email, value: grace@ours.example}}]
"
            ),
        )
    }

    #[test]
    fn a_mailbox_and_a_chat_of_ours_are_no_way_when_they_are_down() {
        let said = check(
            "[{type: email, value: alan@mail.ours.example}, {type: matrix, value: '@alan:ours.example'}, {type: phone, value: '42', via: service:chat}]",
        );
        snapbox::assert_data_eq!(
            said,
            str![[r#"
runbooks/inventory/people.yaml:4:3: every way to reach `person:alan` goes through `service:chat`, `domain:ours`, which may be what is down
  help: add a telephone number, or an address that lies on none of your own domains

"#]]
        );
    }

    #[test]
    fn nobody_says_how_to_reach_somebody() {
        snapbox::assert_data_eq!(
            check("unknown"),
            str![[r#"
runbooks/inventory/people.yaml:4:3: nobody says how to reach `person:alan`
  help: add a telephone number, or an address that lies on none of your own domains

"#]]
        );
    }

    #[test]
    fn one_channel_elsewhere_is_enough() {
        for elsewhere in [
            "{type: phone, value: '42'}",
            "{type: email, value: alan@elsewhere.example}",
            "{type: email, value: alan@notours.example, via: provider:mail}",
            "{type: matrix, value: '@alan:elsewhere.example', via: service:bought}",
        ] {
            assert_eq!(check(&format!("[{{type: email, value: alan@ours.example}}, {elsewhere}]")), "", "{elsewhere}");
        }
    }
}
