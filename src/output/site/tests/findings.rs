//! The page of findings, that of the rules, and what is accepted on the page of a thing.

use std::collections::BTreeMap;

use jiff::civil::date;

use crate::bundle::Bundle;
use crate::check;
use crate::config;
use crate::diagnostic::{Code, Diagnostic, Waived, message};
use crate::history::History;
use crate::knowledge;
use crate::markdown::highlight::Highlighter;
use crate::output::OutputContext;
use crate::output::site::SITE;
use crate::source::Snapshot;

use super::{PROJECT, handover};

const WAIVER: &str = "[[checks.waivers]]\nrule = \"ref/orphan\"\non = \"host:srv1\"\nbecause = \"it <b>goes</b>\"\n\
     by = \"person:awa\"\nuntil = 2026-12-31\n";

/// Builds a site where a rule found something about the host so often, and something else is accepted.
fn built(found: usize) -> BTreeMap<String, String> {
    let snapshot = Snapshot::from_archive(&(handover("en") + WAIVER + PROJECT));
    let config = config::read(&snapshot, "project", &|_| true).value;
    let kb = knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 22)).value;
    let rules = check::codes();
    let rule = |name: &str| -> &'static Code { rules.iter().find(|code| code.name == name).unwrap() };
    let host = kb.catalog.entities.values().find(|entity| entity.reference.to_string() == "host:srv1").unwrap();
    let finding = |name| Diagnostic::at(rule(name), host.place, message!("config-bad-toml", reason = "<i>x</i>"));
    let findings: Vec<Diagnostic> = (0..found).map(|_| finding("link/outside").about(&host.reference)).collect();
    let waived = Waived {
        finding: finding("ref/orphan").help(message!("config-bad-toml.help")),
        because: "it goes".to_owned(),
        by: "person:awa".to_owned(),
        until: date(2026, 12, 31),
    };
    let (highlighter, waived) = (Highlighter::default(), [waived]);
    let of = OutputContext::of(&snapshot, &kb, &highlighter);
    let context = OutputContext { findings: &findings, waived: &waived, rules: &rules, ..of };
    let bundle = Bundle::default();
    assert_eq!((SITE.emit)(&context, &bundle), []);
    let files = bundle.into_files().into_iter();
    files.map(|(path, bytes)| (path.to_string(), String::from_utf8(bytes).unwrap())).collect()
}

#[test]
fn a_finding_has_its_rule_its_place_and_its_thing_and_what_is_accepted_comes_last() {
    let files = built(1);
    let page = &files["findings.html"];
    for part in [
        "<a href=\"rules/link.html#_link-outside\">",
        "&lt;i&gt;x",
        "inventory/hosts.yaml:",
        "href=\"host/srv1.html\"",
        "Known gap, accepted until 31 December 2026 because it goes, by Awa",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(!page.contains("<i>x"));
    assert!(page.find("_errors").unwrap() < page.find("_accepted").unwrap());
}

#[test]
fn a_thousand_findings_are_cut_and_counted() {
    let (one, many) = (built(1), built(1000));
    let page = &many["findings.html"];
    let counts: Vec<&str> = page.lines().filter(|line| line.contains("_errors") || line.contains("more")).collect();
    assert!(page.contains("(1000)") && page.contains("… and 950 more"), "{counts:#?}");
    assert!(page.len() < one["findings.html"].len() + 50 * 1000);
}

#[test]
fn every_rule_has_its_place_on_the_page_of_its_group_and_is_listed() {
    let files = built(1);
    let list = &files["rules/index.html"];
    for code in check::codes() {
        let id = format!("_{}", code.name.replace('/', "-"));
        let page = &files[&format!("rules/{}.html", code.group())];
        assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
        let ids = super::attributes(page, "id");
        let unique: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len());
        assert!(list.contains(&format!("href=\"{}.html#{id}\"", code.group())), "{id}");
    }
}

#[test]
fn the_page_of_a_thing_says_what_is_accepted_and_nothing_in_it_is_markup() {
    let files = built(1);
    let page = &files["host/srv1.html"];
    assert!(page.contains("accepted until 31 December 2026 because it &lt;b&gt;goes"), "{page}");
    assert!(!files["service/nextcloud.html"].contains("accepted until"));
}
