//! A key that lies behind the door that it opens: the vault, or the mailbox that resets it, needs what it opens.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::credential::{Credential, Vault};
use crate::catalog::mail_flow::MailDirection;
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::ours::Ours;
use crate::names::{DomainId, EntityRef, Kind};
use crate::scalar::Stated;

pub(in crate::check) static CIRCULAR: Check = Check {
    code: Code {
        name: "access/circular",
        default_severity: Severity::Readiness,
        explanation: explanation!("circular"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let ours = Ours::new(kb);
    let mut behind = Behind { kb, vaults: BTreeMap::new(), domains: BTreeMap::new() };
    for credential in kb.catalog.credentials.values() {
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&credential.id)) else { continue };
        let opens = credential.opens.known().map(Vec::as_slice).unwrap_or_default();
        let name = entity.reference.to_string();
        if let Some(vault) = vault(credential)
            && let Some(door) = opens.iter().find(|door| behind.vault(vault).contains(door))
        {
            let message = if door == vault {
                message!("access-circular.itself", credential = name.as_str(), vault = vault.to_string())
            } else {
                message!(
                    "access-circular",
                    credential = name.as_str(),
                    vault = vault.to_string(),
                    door = door.to_string()
                )
            };
            let help = message!("access-circular.help");
            let place = context.field(entity, "store");
            findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
        }
        let resets: Option<Vec<(String, &EntityRef)>> = credential
            .reset_via
            .iter()
            .map(|mail| {
                let domain = ours.domain_of_address(mail.as_str())?;
                let door = opens.iter().find(|door| behind.domain(domain).contains(door))?;
                Some((mail.to_string(), door))
            })
            .collect();
        // One address elsewhere is enough to get back in.
        if let Some((mail, door)) = resets.and_then(|resets| resets.into_iter().next()) {
            let message = message!("access-circular.reset", credential = name, mail = mail, door = door.to_string());
            let help = message!("access-circular.reset-help");
            let place = context.field(entity, "reset_via");
            findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
        }
    }
}

fn vault(credential: &Credential) -> Option<&EntityRef> {
    match credential.store.known()?.vault.known()? {
        Vault::Reference(vault) => Some(vault),
        Vault::Place(_) => None,
    }
}

/// What has to work before somebody gets at a vault or reads the mail of a domain; found once for each.
struct Behind<'kb> {
    kb: &'kb KnowledgeBase,
    vaults: BTreeMap<&'kb EntityRef, BTreeSet<&'kb EntityRef>>,
    domains: BTreeMap<&'kb DomainId, BTreeSet<EntityRef>>,
}

impl<'kb> Behind<'kb> {
    fn vault(&mut self, vault: &'kb EntityRef) -> &BTreeSet<&'kb EntityRef> {
        let kb = self.kb;
        self.vaults.entry(vault).or_insert_with(|| {
            let mut behind = BTreeSet::new();
            let mut next = Some(vault);
            while let Some(vault) = next.filter(|vault| behind.insert(*vault)) {
                behind.extend(kb.all_needs(vault));
                // Of several keys to a vault, one may lie elsewhere: nobody is locked out then.
                let mut keys = kb.openers(vault);
                next = keys.next().filter(|_| keys.next().is_none()).and_then(self::vault);
            }
            behind
        })
    }

    fn domain(&mut self, domain: &'kb DomainId) -> &BTreeSet<EntityRef> {
        let kb = self.kb;
        self.domains.entry(domain).or_insert_with(|| {
            let domain = EntityRef::from(domain);
            let receives = |flow: &&EntityRef| match flow {
                EntityRef::MailFlow(id) => {
                    kb.catalog.mail_flows.get(id).is_some_and(|flow| flow.direction == Stated::Known(MailDirection::In))
                }
                _ => false,
            };
            let flows = kb.referring(&domain, "from_domains").filter(|from| from.kind() == Kind::MailFlow);
            let below = flows.filter(receives).flat_map(|flow| kb.all_needs(flow)).chain(kb.all_needs(&domain));
            let mut behind: BTreeSet<EntityRef> = below.cloned().collect();
            behind.insert(domain);
            behind
        })
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
