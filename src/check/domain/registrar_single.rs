//! A registrar, or the name servers, that one person alone gets into: whoever has the names has everything.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::credential::Credential;
use crate::check::keys::{Keys, Way};
use crate::check::named::{Named, named};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;

pub(in crate::check) static REGISTRAR_SINGLE: Check = Check {
    code: Code {
        name: "domain/registrar-single",
        default_severity: Severity::Readiness,
        explanation: explanation!("registrar_single"),
    },
    stage: Stage::Knowledge(run),
};

/// Who keeps domains, or their name servers, and cannot be reached by two.
pub(in crate::check) struct LonelyKeeper<'kb> {
    /// The provider.
    pub provider: EntityRef,
    /// The domains that it keeps.
    pub domains: BTreeSet<EntityRef>,
    /// What opens it, or the domains.
    pub credentials: Vec<&'kb Credential>,
    /// Who holds any of that and stays: one, or nobody.
    pub holder: Option<&'kb EntityRef>,
}

/// Finds the keepers of domains that fewer than two people get into, and that nobody gets into without them.
pub(in crate::check) fn lonely_keepers<'kb>(kb: &'kb KnowledgeBase, keys: &Keys<'kb>) -> Vec<LonelyKeeper<'kb>> {
    let mut kept: BTreeMap<EntityRef, BTreeSet<EntityRef>> = BTreeMap::new();
    for domain in kb.catalog.domains.values() {
        for keeper in [&domain.registrar, &domain.dns].into_iter().filter_map(|keeper| keeper.known()) {
            kept.entry(keeper.into()).or_default().insert((&domain.id).into());
        }
    }
    let lonely = |(provider, domains): (EntityRef, BTreeSet<EntityRef>)| {
        let ways: Vec<&Way<'_>> = std::iter::once(&provider).chain(&domains).filter_map(|of| keys.way(of)).collect();
        let holders: BTreeSet<&EntityRef> = ways.iter().flat_map(|way| way.holders.iter().copied()).collect();
        // Who holds what is unknown is said where it is unknown.
        if ways.iter().any(|way| way.is_unsaid || way.has_route) || holders.len() > 1 {
            return None;
        }
        let credentials = ways.iter().flat_map(|way| way.credentials.iter().copied());
        let credentials: BTreeMap<_, _> = credentials.map(|credential| (&credential.id, credential)).collect();
        let holder = holders.into_iter().next();
        Some(LonelyKeeper { provider, domains, credentials: credentials.into_values().collect(), holder })
    };
    kept.into_iter().filter_map(lonely).collect()
}

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for LonelyKeeper { provider, domains, credentials, holder } in lonely_keepers(kb, &Keys::new(kb)) {
        let Named { names, more } = named(&domains);
        let name = provider.to_string();
        let key = credentials.first().and_then(|key| kb.catalog.entities.get(&EntityRef::from(&key.id)));
        let (place, message, help) = if let Some(entity) = key {
            let message = match holder {
                Some(holder) => message!(
                    "domain-registrar-single",
                    provider = name,
                    holder = holder.to_string(),
                    names = names,
                    more = more
                ),
                None => message!("domain-registrar-single.nobody", provider = name, names = names, more = more),
            };
            let help = message!("domain-registrar-single.help", credential = entity.reference.to_string());
            (context.field(entity, "holders"), message, help)
        } else if let Some(entity) = kb.catalog.entities.get(&provider) {
            let message = message!("domain-registrar-single.no-key", provider = name, names = names, more = more);
            (entity.place, message, message!("domain-registrar-single.no-key-help"))
        } else {
            continue;
        };
        findings.push(Diagnostic::at(code, place, message).help(help).about(&provider));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(credential: &str) -> String {
        findings(
            &REGISTRAR_SINGLE,
            &format!(
                "\
-- book.toml --
[releve]
-- runbooks/inventory/people.yaml --
ada: {{name: Ada}}
alan: {{name: Alan}}
-- runbooks/inventory/providers.yaml --
names: {{name: Names}}
rack: {{name: Rack}}
-- runbooks/inventory/domains.yaml --
ours: {{name: ours.example, registrar: names, dns: names}}
theirs: {{name: theirs.example, registrar: names, dns: unknown}}
-- runbooks/inventory/credentials.yaml --
rack: {{name: Rack, opens: [provider:rack], holders: [person:ada]}}
{credential}
"
            ),
        )
    }

    #[test]
    fn one_holder_has_all_domains() {
        snapbox::assert_data_eq!(
            check("key:\n  name: Key\n  opens: [provider:names]\n  holders: [person:ada]"),
            str![[r#"
runbooks/inventory/credentials.yaml:5:3: `person:ada` alone gets into `provider:names`, which keeps `domain:ours`, `domain:theirs`
  help: give `credential:key` to a second person, or arrange another way in and describe it in `recovery`

"#]]
        );
    }

    #[test]
    fn nothing_opens_the_registrar() {
        snapbox::assert_data_eq!(
            check(""),
            str![[r#"
runbooks/inventory/providers.yaml:1:1: no credential opens `provider:names`, which keeps `domain:ours`, `domain:theirs`
  help: describe the login in `credentials.yaml`: where it lies, and who holds it

"#]]
        );
    }

    #[test]
    fn two_holders_or_another_way_are_enough() {
        assert_eq!(check("key: {name: Key, opens: [provider:names], holders: [person:ada, person:alan]}"), "");
        assert_eq!(
            check("key: {name: Key, opens: [provider:names], holders: [person:ada], recovery: {route: provider}}"),
            ""
        );
        assert_eq!(
            check(
                "a: {name: A, opens: [provider:names], holders: [person:ada]}\nb: {name: B, opens: [domain:ours], holders: [person:alan]}"
            ),
            ""
        );
        assert_eq!(check("key: {name: Key, opens: [provider:names], holders: unknown}"), "");
    }
}
