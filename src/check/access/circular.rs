//! A key that lies behind the door that it opens: the vault, or the mailbox that resets it, needs what it opens.

use std::collections::BTreeMap;

use crate::catalog::credential::{Credential, Vault};
use crate::catalog::mail_flow::MailDirection;
use crate::check::ground::{Ground, Reached};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::ours::Ours;
use crate::names::EntityRef;
use crate::scalar::{Email, Stated};

pub(in crate::check) static CIRCULAR: Check = Check {
    code: Code {
        name: "access/circular",
        default_severity: Severity::Readiness,
        explanation: explanation!("circular"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let ground = Ground::new(context.kb);
    vaults(code, context, &ground, findings);
    resets(code, context, &ground, findings);
}

/// Reports what lies in a vault that stands on what it opens. Vault by vault: few hold many.
fn vaults(code: &'static Code, context: &CheckContext<'_>, ground: &Ground<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let mut lies_in: BTreeMap<&EntityRef, Vec<&Credential>> = BTreeMap::new();
    for credential in kb.catalog.credentials.values() {
        if let Some(vault) = vault(credential) {
            lies_in.entry(vault).or_default().push(credential);
        }
    }
    let mut behind = ground.nothing();
    for (vault, credentials) in lies_in {
        behind.clear();
        go_behind(kb, ground, vault, &mut behind);
        for credential in credentials {
            let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&credential.id)) else { continue };
            let Some(door) = doors(credential).iter().find(|door| ground.has(&behind, door)) else { continue };
            let (name, vault_name) = (entity.reference.to_string(), vault.to_string());
            let message = if door == vault {
                message!("access-circular.itself", credential = name, vault = vault_name)
            } else {
                message!("access-circular", credential = name, vault = vault_name, door = door.to_string())
            };
            let help = message!("access-circular.help");
            let place = context.beside(entity, "store");
            findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
        }
    }
}

/// Reports what is reset by mail that does not arrive without what it opens. One address elsewhere is enough to get back in.
fn resets(code: &'static Code, context: &CheckContext<'_>, ground: &Ground<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let ours = Ours::new(kb);
    let mut behind = ground.nothing();
    for credential in kb.catalog.credentials.values() {
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&credential.id)) else { continue };
        let mut door_of = |mail: &Email| {
            behind.clear();
            go_behind_mail(kb, ground, &ours.domain_of_address(mail.as_str())?.into(), &mut behind);
            doors(credential).iter().find(|door| ground.has(&behind, door))
        };
        let closed: Option<Vec<(&Email, &EntityRef)>> =
            credential.reset_via.iter().map(|mail| Some((mail, door_of(mail)?))).collect();
        let Some((mail, door)) = closed.and_then(|closed| closed.into_iter().next()) else { continue };
        let message = message!(
            "access-circular.reset",
            credential = entity.reference.to_string(),
            mail = mail.to_string(),
            door = door.to_string()
        );
        let help = message!("access-circular.reset-help");
        let place = context.beside(entity, "reset_via");
        findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
    }
}

fn doors(credential: &Credential) -> &[EntityRef] {
    credential.opens.known().map(Vec::as_slice).unwrap_or_default()
}

fn vault(credential: &Credential) -> Option<&EntityRef> {
    match credential.store.known()?.vault.known()? {
        Vault::Reference(vault) => Some(vault),
        Vault::Place(_) => None,
    }
}

/// Adds what has to work before somebody gets at a vault: what it needs, and the vault of its key.
fn go_behind<'kb>(kb: &'kb KnowledgeBase, ground: &Ground<'_>, vault: &'kb EntityRef, behind: &mut Reached) {
    let mut next = Some(vault);
    while let Some(vault) = next.filter(|vault| !ground.has(behind, vault)) {
        ground.go_down(vault, behind);
        // Of several keys to a vault, one may lie elsewhere: nobody is locked out then.
        let mut keys = kb.openers(vault);
        next = keys.next().filter(|_| keys.next().is_none()).and_then(self::vault);
    }
}

/// Adds what has to work before somebody reads the mail to a domain.
fn go_behind_mail(kb: &KnowledgeBase, ground: &Ground<'_>, domain: &EntityRef, behind: &mut Reached) {
    ground.go_down(domain, behind);
    for flow in kb.referring(domain, "from_domains") {
        if let EntityRef::MailFlow(id) = flow
            && kb.catalog.mail_flows.get(id).is_some_and(|flow| flow.direction == Stated::Known(MailDirection::In))
        {
            ground.go_down(flow, behind);
        }
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(credentials: &str) -> String {
        findings(
            &CIRCULAR,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/providers.yaml --
rack: {{name: Rack}}
names: {{name: Names}}
safe: {{name: Safe}}
-- runbooks/inventory/domains.yaml --
ours: {{name: ours.example, fqdn: ours.example, registrar: names, dns: names}}
-- runbooks/inventory/hosts.yaml --
srv1: {{name: srv1, provider: rack}}
-- runbooks/inventory/services.yaml --
vault: {{name: Vault, runs_on: [host:srv1]}}
-- runbooks/inventory/credentials.yaml --
{credentials}
"
            ),
        )
    }

    #[test]
    fn the_vault_stands_on_what_the_key_opens() {
        snapbox::assert_data_eq!(
            check("rack: {name: Rack, opens: [provider:rack], store: {vault: service:vault, item: Rack}}"),
            str![[r#"
runbooks/inventory/credentials.yaml:1:1: `credential:rack` lies in `service:vault`, which cannot be reached without `provider:rack` that it opens
  help: keep a copy where it can be had without that: another vault, or a sealed envelope, and name it in `store`

"#]]
        );
        snapbox::assert_data_eq!(
            check("safe: {name: Safe, opens: [provider:safe], store: {vault: provider:safe, item: Safe}}"),
            str![[r#"
runbooks/inventory/credentials.yaml:1:1: `credential:safe` opens `provider:safe`, and lies in it
  help: keep a copy where it can be had without that: another vault, or a sealed envelope, and name it in `store`

"#]]
        );
    }

    #[test]
    fn the_key_of_the_vault_lies_in_another_one() {
        snapbox::assert_data_eq!(
            check(
                "safe: {name: Safe, opens: [provider:safe], store: {vault: service:vault, item: Safe}}\nroot: {name: Root, opens: [host:srv1], store: {vault: provider:safe, item: Root}}"
            ),
            str![[r#"
runbooks/inventory/credentials.yaml:2:1: `credential:root` lies in `provider:safe`, which cannot be reached without `host:srv1` that it opens
  help: keep a copy where it can be had without that: another vault, or a sealed envelope, and name it in `store`

"#]]
        );
    }

    #[test]
    fn the_mail_that_resets_it_arrives_below_what_it_opens() {
        let key =
            |mails: &str| check(&format!("names:\n  name: Names\n  opens: [provider:names]\n  reset_via: [{mails}]"));
        snapbox::assert_data_eq!(
            key("contact@ours.example"),
            str![[r#"
runbooks/inventory/credentials.yaml:4:3: the mail that resets `credential:names` goes to contact@ours.example, which does not arrive without `provider:names` that it opens
  help: enter an address that lies on none of your own domains, and name it in `reset_via`

"#]]
        );
        assert_eq!(key("contact@ours.example, contact@elsewhere.example"), "");
    }

    #[test]
    fn a_vault_elsewhere_is_no_circle() {
        assert_eq!(check("rack: {name: Rack, opens: [provider:rack], store: {vault: provider:safe, item: Rack}}"), "");
        let paper = "safe: {name: Safe, opens: [provider:safe], store: {vault: {place: drawer}, item: Safe}}";
        assert_eq!(
            check(&format!(
                "{paper}\nroot: {{name: Root, opens: [host:srv1], store: {{vault: provider:safe, item: Root}}}}"
            )),
            ""
        );
        assert_eq!(check("names: {name: Names, opens: [provider:names], store: {vault: service:vault, item: N}}"), "");
    }
}
