//! A project that nobody can be told in: it hears of an outage from a page that does not load.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::ours::{Ours, host_of};
use crate::names::EntityRef;
use crate::scalar::{Channel, Stated};

use super::serving;

pub(in crate::check) static NO_CONTACT: Check = Check {
    code: Code {
        name: "project/no-contact",
        default_severity: Severity::Readiness,
        explanation: explanation!("no_contact"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let ours = Ours::new(kb);
    for project in kb.catalog.projects.values() {
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&project.id)) else { continue };
        let contacts = match &project.contacts {
            // That nobody knows is a gap of its own.
            Stated::Unknown => continue,
            Stated::Known(contacts) if contacts.iter().any(|contact| contact.channel == Stated::Unknown) => continue,
            Stated::Known(contacts) => contacts.as_slice(),
            Stated::None(_) => &[],
        };
        if serving(kb, &entity.reference).is_empty() {
            continue;
        }
        let channels: Vec<&Channel> = contacts.iter().filter_map(|contact| contact.channel.known()).collect();
        let name = entity.reference.to_string();
        let (message, help) = if channels.is_empty() {
            (message!("project-no-contact", project = name), message!("project-no-contact.help"))
        } else if channels.iter().all(|channel| is_ours(&ours, channel)) {
            (message!("project-no-contact.ours", project = name), message!("project-no-contact.ours-help"))
        } else {
            continue;
        };
        findings
            .push(Diagnostic::at(code, context.field(entity, "contacts"), message).help(help).about(&entity.reference));
    }
}

/// Whether a channel runs over one of our domains.
fn is_ours(ours: &Ours<'_>, channel: &Channel) -> bool {
    let written = channel.as_str();
    let host = || host_of(written).and_then(|host| ours.domain_of(host));
    // In words, the address is one of them: `mail help@example.org`.
    let address = || written.split_whitespace().find_map(|word| ours.domain_of_address(word));
    host().or_else(address).is_some()
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(contacts: &str, serves: &str) -> String {
        let archive = format!(
            "\
-- book.toml --
[releve]
-- runbooks/inventory/domains.yaml --
ours: {{name: ours.example, fqdn: ours.example}}
-- runbooks/inventory/projects.yaml --
garden:
  name: Garden
  contacts: {contacts}
-- runbooks/inventory/services.yaml --
wiki: {{name: Wiki, serves: [{serves}]}}
"
        );
        findings(&NO_CONTACT, &archive)
    }

    #[test]
    fn nobody_can_be_told_or_only_over_what_may_be_down() {
        snapbox::assert_data_eq!(
            check("{none: they are many}", "garden"),
            str![[r#"
runbooks/inventory/projects.yaml:3:3: nobody of `project:garden` can be told
  help: ask for a name and a number or an address, and write them into `contacts`

"#]]
        );
        snapbox::assert_data_eq!(
            check(
                "[{name: Board, channel: board@ours.example}, {name: Team, channel: 'https://forum.ours.example/team'}]",
                "garden"
            ),
            str![[r#"
runbooks/inventory/projects.yaml:3:3: `project:garden` is reached over our own domains only
  help: ask for one channel that works while ours are down, such as a telephone number

"#]]
        );
    }

    #[test]
    fn one_channel_elsewhere_is_enough_and_a_gap_is_told_as_one() {
        let both = "[{name: Board, channel: board@ours.example}, {name: Ann, channel: 'telephone 06 39 98 02 10'}]";
        assert_eq!(check(both, "garden"), "");
        assert_eq!(check("unknown", "garden"), "");
        assert_eq!(check("[{name: Ann, channel: unknown}]", "garden"), "");
        assert_eq!(check("{none: it has ended}", ""), "");
    }
}
