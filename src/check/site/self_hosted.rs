//! A handover site that goes down with what it describes, and of which nobody has opened a copy elsewhere.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::catalog::person::Role;
use crate::check::{Check, CheckContext, Stage};
use crate::config::FILE_NAME;
use crate::diagnostic::{Code, Diagnostic, Severity, Subject, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::ours::{Ours, host_of, is_lent};
use crate::names::EntityRef;
use crate::scalar::Duration;
use crate::source::{Place, Snapshot, SourcePath, Span};

pub(in crate::check) static SELF_HOSTED: Check = Check {
    code: Code {
        name: "site/self-hosted",
        default_severity: Severity::Readiness,
        explanation: explanation!("self_hosted"),
    },
    stage: Stage::Knowledge(run),
};

/// For so long it is believed that a copy is still there, and current enough.
const WINDOW: Duration = Duration::days(90);

fn run(code: &'static Code, &CheckContext { kb, snapshot }: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let Some((key, url, carrier)) = hosted_by_us(kb) else { return };
    let opened = last_opened(kb);
    if opened.is_some_and(|day| WINDOW.after(day).is_none_or(|end| end >= kb.as_of)) {
        return;
    }
    let (url, carrier_name) = (url.to_owned(), carrier.to_string());
    let message = match opened {
        Some(day) => message!("site-self-hosted.old", url = url, carrier = carrier_name, date = day.to_string()),
        None => message!("site-self-hosted", url = url, carrier = carrier_name),
    };
    let subject = place_of(snapshot, key).map_or(Subject::Project, Subject::Place);
    findings.push(Diagnostic::new(code, subject, message).help(message!("site-self-hosted.help")).about(&carrier));
}

/// Returns where the site, or else its repository, is reached, and what of ours carries it.
fn hosted_by_us(kb: &KnowledgeBase) -> Option<(&'static str, &str, EntityRef)> {
    let ours = Ours::new(kb);
    let written = [("site-url", &kb.config.site_url), ("git-repository-url", &kb.config.git_repository_url)];
    written.into_iter().find_map(|(key, url)| {
        let url = url.as_deref()?;
        let carrier = carrier(kb, &ours, host_of(url)?)?;
        Some((key, url, carrier))
    })
}

/// Returns what of ours stands behind the name of a host: a service that is reached there, a host of that name, a domain above it.
fn carrier(kb: &KnowledgeBase, ours: &Ours<'_>, host: &str) -> Option<EntityRef> {
    let is_it = |other: &str| other.eq_ignore_ascii_case(host);
    let mut services = kb.catalog.services.values().filter(|service| !service.is_retired());
    let reached = services.find(|service| service.urls.iter().filter_map(|url| host_of(url.as_str())).any(is_it));
    if let Some(service) = reached {
        // Run by others, it does not go down with our hosts.
        return (!is_lent(service)).then(|| EntityRef::from(&service.id));
    }
    let mut hosts = kb.catalog.hosts.values();
    let names =
        |host: &crate::catalog::host::Host| host.addresses.iter().filter_map(|at| at.name.as_deref()).any(is_it);
    let named = hosts.find(|host| names(host)).map(|host| EntityRef::from(&host.id));
    named.or_else(|| ours.domain_of(host).map(EntityRef::from))
}

/// Returns the last day on which somebody who takes over opened a copy: an access check of a page of takeover.
fn last_opened(kb: &KnowledgeBase) -> Option<Date> {
    let pages: BTreeSet<EntityRef> = kb.takeover_pages().map(|page| EntityRef::from(&page.id)).collect();
    let takes_over = |by: &EntityRef| match by {
        EntityRef::Person(id) => {
            kb.catalog.people.get(id).is_some_and(|person| person.stays() && person.has(Role::BackupAdmin))
        }
        _ => false,
    };
    let mut opened = kb.counting_exercises().filter(|(by, exercise)| takes_over(by) && exercise.opens(&pages));
    opened.next_back().map(|(_, exercise)| exercise.file.date)
}

/// Returns the place of a key of the configuration.
fn place_of(snapshot: &Snapshot, key: &str) -> Option<Place> {
    let file = snapshot.get(&SourcePath::new(FILE_NAME).ok()?)?;
    let mut at = 0;
    for line in file.text.split_inclusive('\n') {
        let written = line.trim_start();
        let is_key = |rest: &str| rest.trim_start().starts_with('=');
        if written.strip_prefix(key).is_some_and(is_key) {
            let start = at + line.len() - written.len();
            return Some(Place { file: file.id, span: Span::new(start..start + key.len()) });
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(config: &str, exercise: &str) -> String {
        findings(
            &SELF_HOSTED,
            &format!(
                "\
-- book.toml --
[output.html]
{config}
[releve]
-- runbooks/inventory/people.yaml --
ada: {{name: Ada, roles: [{{role: primary-admin}}]}}
alan: {{name: Alan, roles: [{{role: backup-admin}}]}}
-- runbooks/inventory/domains.yaml --
ours: {{name: ours.example, fqdn: ours.example}}
-- runbooks/inventory/hosts.yaml --
srv1: {{name: srv1, addresses: [{{name: srv1.rack.example}}]}}
-- runbooks/inventory/services.yaml --
pages: {{name: Pages, runs_on: [host:srv1], urls: ['https://pages.ours.example/']}}
lent: {{name: Lent, runs_on: [provider:forge], urls: ['https://lent.ours.example/']}}
-- runbooks/inventory/providers.yaml --
forge: {{name: Forge}}
-- runbooks/first-hour.md --
---
title: First hour
type: takeover
---
-- runbooks/records/exercises/{exercise}
subjects: [runbook:first-hour]
result: pass
found: nothing
"
            ),
        )
    }

    const COPY: &str = "2026-11-20-copy.yaml --\ndate: 2026-11-20\ntype: access-check\nby: alan";
    const OURS: &str = "site-url = \"https://relay.ours.example/x/\"";

    #[test]
    fn a_site_of_ours_and_nobody_opened_a_copy() {
        snapbox::assert_data_eq!(
            check(OURS, &COPY.replace("alan", "ada")),
            str![[r#"
book.toml:2:1: this site is reached at https://relay.ours.example/x/, on `domain:ours`: it goes down with what it describes, and nobody who takes over has opened a copy
  help: let a backup administrator open a copy that lies elsewhere, and record it: `type: access-check` with a page of takeover in `subjects`

"#]]
        );
        let service = "site-url = \"https://pages.ours.example\"";
        snapbox::assert_data_eq!(
            check(service, &COPY.replace("2026-11-20", "2026-08-23")),
            str![[r#"
book.toml:2:1: this site is reached at https://pages.ours.example, on `service:pages`: it goes down with what it describes, and a copy was last opened on 2026-08-23
  help: let a backup administrator open a copy that lies elsewhere, and record it: `type: access-check` with a page of takeover in `subjects`

"#]]
        );
        let repository = "site-url = \"/x/\"\ngit-repository-url = \"https://srv1.rack.example/x\"";
        snapbox::assert_data_eq!(
            check(repository, &COPY.replace("access-check", "read-through")),
            str![[r#"
book.toml:3:1: this site is reached at https://srv1.rack.example/x, on `host:srv1`: it goes down with what it describes, and nobody who takes over has opened a copy
  help: let a backup administrator open a copy that lies elsewhere, and record it: `type: access-check` with a page of takeover in `subjects`

"#]]
        );
    }

    #[test]
    fn a_copy_was_opened_within_three_months() {
        assert_eq!(check(OURS, COPY), "");
        assert_eq!(check(OURS, &COPY.replace("2026-11-20", "2026-08-24")), "");
    }

    #[test]
    fn a_site_elsewhere_does_not_go_down_with_ours() {
        let tried = COPY.replace("alan", "ada");
        for url in ["https://forge.example/x/", "https://lent.ours.example/x/", "/x/"] {
            assert_eq!(check(&format!("site-url = \"{url}\""), &tried), "", "{url}");
        }
    }
}
