//! The key that opens a backup would be lost together with what the backup protects, or with one person.

use crate::catalog::Entity;
use crate::catalog::backup::Backup;
use crate::catalog::credential::{Credential, Vault};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind};

use super::is_in_use;

pub(in crate::check) static KEY_INSIDE: Check = Check {
    code: Code {
        name: "backup/key-inside",
        default_severity: Severity::Readiness,
        explanation: explanation!("key_inside"),
    },
    stage: Stage::Knowledge(run),
};

/// How many backups a sentence names; the others are counted.
const NAMED: usize = 5;

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for credential in kb.catalog.credentials.values() {
        let reference = EntityRef::from(&credential.id);
        let backups = opened(kb, &reference);
        let Some(entity) = kb.catalog.entities.get(&reference).filter(|_| !backups.is_empty()) else { continue };
        findings.extend(inside(code, context, credential, entity, &backups));
        findings.extend(in_one_hand(code, context, credential, entity, &backups));
    }
}

/// The backups in use that a credential opens.
fn opened<'kb>(kb: &'kb KnowledgeBase, key: &EntityRef) -> Vec<&'kb Backup> {
    let backups = kb.referring(key, "encryption_key").filter_map(|from| match from {
        EntityRef::Backup(id) => kb.catalog.backups.get(id),
        _ => None,
    });
    backups.filter(|backup| is_in_use(kb, backup)).collect()
}

/// Reports a key that lies in something that its backups protect, or that stands on it.
fn inside(
    code: &'static Code,
    context: &CheckContext<'_>,
    credential: &Credential,
    entity: &Entity,
    backups: &[&Backup],
) -> Option<Diagnostic> {
    let kb = context.kb;
    let Vault::Reference(vault) = credential.store.known()?.vault.known()? else { return None };
    let inside: Vec<&Backup> = backups.iter().filter(|backup| kb.key_inside(backup).is_some()).copied().collect();
    if inside.is_empty() {
        return None;
    }
    let message = message!(
        "backup-key-inside",
        key = entity.reference.to_string(),
        vault = vault.to_string(),
        backups = named(&inside)
    );
    let finding = Diagnostic::at(code, context.beside(entity, "store"), message).about(&entity.reference);
    Some(finding.help(message!("backup-key-inside.help")))
}

/// Reports a key that is gone with one person.
fn in_one_hand(
    code: &'static Code,
    context: &CheckContext<'_>,
    credential: &Credential,
    entity: &Entity,
    backups: &[&Backup],
) -> Option<Diagnostic> {
    let holders = context.kb.staying_holders(credential)?;
    // A partner is several people.
    let is_one = holders.iter().all(|holder| holder.kind() == Kind::Person) && holders.len() < 2;
    if !is_one || credential.route().is_some() {
        return None;
    }
    let (key, backups) = (entity.reference.to_string(), named(backups));
    let message = match holders.first() {
        Some(holder) => message!("backup-key-inside.one", key = key, holder = holder.to_string(), backups = backups),
        None => message!("backup-key-inside.nobody", key = key, backups = backups),
    };
    let finding = Diagnostic::at(code, context.field(entity, "holders"), message).about(&entity.reference);
    Some(finding.help(message!("backup-key-inside.holders-help")))
}

fn named(backups: &[&Backup]) -> String {
    let named = backups.iter().take(NAMED);
    let mut names: Vec<String> = named.map(|backup| EntityRef::from(&backup.id).to_string()).collect();
    if backups.len() > NAMED {
        names.push(format!("+{}", backups.len() - NAMED));
    }
    names.join("`, `")
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
vault: {name: Vault, runs_on: [host:srv1]}
wiki: {name: Wiki, runs_on: [host:srv1]}
-- runbooks/inventory/hosts.yaml --
srv1: {name: srv1}
-- runbooks/inventory/people.yaml --
ada: {name: Ada}
bob: {name: Bob}
eve: {name: Eve, until: 2027-01-01}
-- runbooks/inventory/credentials.yaml --
key:
  name: Key
  store: {vault: service:vault, item: borg}
  holders: [person:ada, person:bob]
-- runbooks/inventory/backups.yaml --
night:
  name: Night
  covers: [{ref: host:srv1, what: full}]
  encryption_key: key
";

    #[test]
    fn a_key_in_what_it_protects_is_reported() {
        assert_data_eq!(
            findings(&KEY_INSIDE, PROJECT),
            str![[r#"
runbooks/inventory/credentials.yaml:3:3: `credential:key`, which opens `backup:night`, lies in `service:vault`, which would be lost together with what the backup protects
  help: keep the key in a second place that stands elsewhere, and say so in `store`, or as `recovery: { route: sealed }`

"#]]
        );
    }

    #[test]
    fn a_key_in_one_pair_of_hands_is_reported() {
        let outside = PROJECT.replace("host:srv1, what", "service:wiki, what");
        assert_data_eq!(
            findings(&KEY_INSIDE, &outside.replace("person:bob]", "person:eve]")),
            str![[r#"
runbooks/inventory/credentials.yaml:4:3: only `person:ada` holds `credential:key`, which opens `backup:night`, and no other way in is known
  help: give the key to a second person and add them to `holders`, or say in `recovery` how one gets at it without them

"#]]
        );
        assert_data_eq!(
            findings(&KEY_INSIDE, &outside.replace("person:ada, person:bob]", "person:eve]")),
            str![[r#"
runbooks/inventory/credentials.yaml:4:3: nobody who stays holds `credential:key`, which opens `backup:night`, and no other way in is known
  help: give the key to a second person and add them to `holders`, or say in `recovery` how one gets at it without them

"#]]
        );
    }

    #[test]
    fn a_key_elsewhere_in_two_pairs_of_hands_is_not() {
        assert_eq!(findings(&KEY_INSIDE, &PROJECT.replace("host:srv1, what", "service:wiki, what")), "");
        assert_eq!(findings(&KEY_INSIDE, &PROJECT.replace("vault: service:vault", "vault: {place: the safe}")), "");
    }

    #[test]
    fn a_sealed_envelope_helps_and_the_emergency_access_of_the_lost_vault_does_not() {
        let route = |route: &str| PROJECT.replace("  holders:", &format!("  recovery: {{route: {route}}}\n  holders:"));
        assert_eq!(findings(&KEY_INSIDE, &route("sealed")), "");
        assert_ne!(findings(&KEY_INSIDE, &route("emergency-access")), "");
    }
}
