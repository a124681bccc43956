//! A step that needs a page of somebody else: it may be gone, or the network may.

use std::collections::BTreeSet;

use crate::catalog::fact::{Fact, Value};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::link::Target;
use crate::knowledge::ours::{Ours, host_of};
use crate::names::{EntityRef, Kind};
use crate::runbook::Runbook;

pub(in crate::check) static EXTERNAL_CRITICAL: Check = Check {
    code: Code {
        name: "link/external-critical",
        default_severity: Severity::Warning,
        explanation: explanation!("external_critical"),
    },
    stage: Stage::Knowledge(run),
};

/// How many links of a page are shown beside the first.
const SHOWN: usize = 4;

/// Fields with pages about a thing, and not of it.
const ABOUT: [&str; 2] = ["source", "links"];

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    let places = Places::new(kb);
    for page in kb.runbooks.values().filter(|page| page.is_followed() && page.is_active()) {
        let leads = kb.leads(page).filter_map(|(link, lead)| match lead {
            Ok(Target::External(address)) if is_in_step(page, link.span.start) => Some((link, address.as_str())),
            _ => None,
        });
        let foreign = leads.filter_map(|(link, address)| {
            let host = host(address).filter(|host| is_page(address) && !places.have(host))?;
            Some((host, page.document.text.place(link.target_span)))
        });
        let foreign: Vec<_> = foreign.collect();
        let Some((first, place)) = foreign.first() else { continue };
        let message = message!("link-external-critical", host = first.as_str(), more = foreign.len() - 1);
        let mut finding = Diagnostic::at(code, *place, message).about(&EntityRef::from(&page.id));
        for (host, place) in foreign.iter().skip(1).take(SHOWN) {
            finding = finding.label(*place, message!("link-external-critical.another", host = host.as_str()));
        }
        findings.push(finding.help(message!("link-external-critical.help")));
    }
}

fn is_in_step(page: &Runbook, at: u32) -> bool {
    let steps = &page.outline.steps;
    let next = steps.partition_point(|step| step.span.start <= at);
    next.checked_sub(1).and_then(|index| steps.get(index)).is_some_and(|step| at < step.span.end)
}

/// Whether an address is that of a page, and not of a place where one does something: of a forum, of a test of mail. A host that the reader
/// fills in is one of theirs.
fn is_page(address: &str) -> bool {
    let after = address.split_once("://").map_or(address, |(_, rest)| rest);
    !address.contains("{{") && after.split_once('/').is_some_and(|(_, path)| !path.is_empty())
}

/// Returns the host of an address of the web, in lower case.
fn host(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    host_of(address).filter(|_| is_web).map(str::to_lowercase)
}

/// Where our own things and those of our providers are found: whoever takes over needs these places themselves.
struct Places<'kb> {
    ours: Ours<'kb>,
    hosts: BTreeSet<String>,
    /// The domains below which our providers have their pages.
    of_providers: BTreeSet<String>,
}

impl<'kb> Places<'kb> {
    fn new(kb: &'kb KnowledgeBase) -> Self {
        let mut places = Self { ours: Ours::new(kb), hosts: BTreeSet::new(), of_providers: BTreeSet::new() };
        for entity in kb.catalog.entities.values() {
            let mut hosts = BTreeSet::new();
            let kind = entity.reference.kind();
            // What one has to do with an organisation is done on its own pages; the pages about a software are read.
            let is_somebody = matches!(kind, Kind::Organisation | Kind::Provider | Kind::Partner | Kind::Project);
            note(&entity.facts, if is_somebody { &[] } else { &ABOUT }, &mut hosts);
            if kind == Kind::Provider {
                places.of_providers.extend(hosts.iter().map(|host| site(host).to_owned()));
            }
            places.hosts.extend(hosts);
        }
        places
    }

    fn have(&self, host: &str) -> bool {
        self.hosts.contains(host) || self.of_providers.contains(site(host)) || self.ours.domain_of(host).is_some()
    }
}

/// The last two parts of the name of a host: the console of a provider is rarely where its support is.
fn site(host: &str) -> &str {
    host.rmatch_indices('.').nth(1).map_or(host, |(dot, _)| &host[dot + 1..])
}

/// Notes the hosts of all addresses in fields, but for some of these.
fn note(facts: &[Fact], except: &[&str], hosts: &mut BTreeSet<String>) {
    for fact in facts.iter().filter(|fact| !except.contains(&fact.name)) {
        note_value(&fact.value, except, hosts);
    }
}

fn note_value(value: &Value, except: &[&str], hosts: &mut BTreeSet<String>) {
    match value {
        Value::Url(text) | Value::Text(text) | Value::Code(text) => hosts.extend(host(text.trim())),
        Value::List(values) => values.iter().for_each(|value| note_value(value, except, hosts)),
        Value::Group(facts) => note(facts, except, hosts),
        _ => {}
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    fn project(body: &str) -> String {
        format!(
            "\
-- book.toml --
[releve]
-- runbooks/inventory/services.yaml --
wiki:
  name: Wiki
  urls: [\"https://wiki.club.test\"]
  software: {{name: Wiki, source: \"https://forge.test/wiki\", license: unknown}}
-- runbooks/inventory/providers.yaml --
rack: {{name: Rack, support: \"https://help.rack.test/tickets\"}}
-- runbooks/inventory/domains.yaml --
club: {{name: Club, fqdn: club.test}}
-- runbooks/inventory/organisation.yaml --
name: Club
links: [{{title: Authority, url: \"https://authority.test/declare\"}}]
-- runbooks/a.md --
---
title: A
type: operate
status: active
---
{body}"
        )
    }

    #[test]
    fn a_step_that_needs_a_page_of_others_is_reported_once_for_a_page() {
        let body =
            "## Steps\n\n1. Follow [their guide](https://docs.test/guide).\n2. Read https://forge.test/wiki/issues\n";
        assert_data_eq!(
            findings(&EXTERNAL_CRITICAL, &project(body)),
            str![[r#"
runbooks/a.md:8:25: steps need pages of others, at `docs.test` and one more place
  runbooks/a.md:9:9: another, at `forge.test`
  help: write into the step what one needs from there, and keep the link for those who want more

"#]]
        );
    }

    #[test]
    fn our_own_places_and_those_of_providers_and_what_stands_beside_the_steps_are_not() {
        let body = "See [their guide](https://docs.test/guide).\n\n## Steps\n\n1. Open [the wiki](https://wiki.club.test/x), \
                    [the forum](https://forum.club.test) and [the console](https://console.rack.test:8443/login).\n\
                    2. [Write](mailto:help@docs.test), or ask [them](https://docs.test/) or [them](https://authority.test/form).\n3. Open https://{{ask:site}}/admin\n\n\n## Afterwards\n\nRead [more](https://docs.test/more).\n";
        assert_eq!(findings(&EXTERNAL_CRITICAL, &project(body)), "");
    }
}
