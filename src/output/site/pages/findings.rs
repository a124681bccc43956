//! All that was found, by how much it hurts: errors, gaps, warnings, notes; what somebody accepted for a time comes last.
//!
//! What one rule found stands together, below a link to what the rule is for. A long list is cut, and says by how much: `releve check`
//! prints all of it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::diagnostic::{Code, Diagnostic, Message, Severity, Subject, Waived, message};
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;

use super::accepted::{accepted, shown};
use super::rule;

/// How many findings of one rule are shown.
const MOST_OF_RULE: usize = 50;
/// How many findings of one weight are shown.
const MOST: usize = 400;
/// How many things a finding links to.
const MOST_THINGS: usize = 8;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct FindingsView {
    title: String,
    sections: Vec<Section>,
    readiness: Option<Link>,
}

/// Findings of one weight.
#[derive(Debug, Serialize)]
struct Section {
    id: &'static str,
    title: String,
    /// How many there are.
    count: usize,
    rules: Vec<RuleView>,
    /// That there are more, of rules that are not shown at all, and how many.
    more: Option<String>,
}

/// What one rule found.
#[derive(Debug, Serialize)]
struct RuleView {
    name: &'static str,
    summary: &'static str,
    /// What the rule is for.
    href: Option<String>,
    findings: Vec<FindingView>,
    /// That some are not shown, and how many.
    more: Option<String>,
}

/// One finding.
#[derive(Debug, Serialize)]
struct FindingView {
    message: Vec<Run>,
    help: Vec<Vec<Run>>,
    /// The file and the line.
    place: Option<String>,
    things: Vec<Link>,
    /// Until when, why and by whom it is accepted.
    accepted: Option<String>,
}

/// Words, or something that is written so.
#[derive(Debug, Serialize)]
struct Run {
    text: String,
    is_code: bool,
}

/// The rules whose findings shut a gate of readiness, or are about to (`domain.md` §3): of gaps, these hurt first.
const SHUT_GATES: [&str; 13] = [
    "access/circular",
    "ack/stale",
    "backup/key-inside",
    "backup/none",
    "domain/expires",
    "domain/registrar-single",
    "exercise/none-this-year",
    "person/no-backup-admin",
    "person/no-representative",
    "person/own-infra-contact",
    "ref/cycle-hard",
    "service/no-runbook",
    "site/self-hosted",
];

/// A finding, and what was decided about it.
type Found<'a> = (&'a Diagnostic, Option<&'a Waived>);

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, FindingsView) {
    let title = here.title(&Page::Findings);
    let context = here.site.context;
    let of = |severity: Severity| {
        let findings = context.findings.iter().filter(move |finding| finding.severity == severity);
        findings.map(|finding| (finding, None)).collect::<Vec<Found<'_>>>()
    };
    let waived = context.waived.iter().map(|waived| (&waived.finding, Some(waived))).collect();
    let sections = [
        ("_errors", "findings-errors", of(Severity::Error)),
        ("_gaps", "findings-gaps", of(Severity::Readiness)),
        ("_warnings", "findings-warnings", of(Severity::Warning)),
        ("_notes", "findings-notes", of(Severity::Info)),
        ("_accepted", "findings-accepted", waived),
    ];
    let sections = sections.into_iter().filter(|(.., found)| !found.is_empty());
    let sections: Vec<Section> = sections.map(|(id, title, found)| section(here, id, title, found)).collect();
    let mut chrome = Chrome::new(here, &title);
    chrome.toc = sections.iter().map(|section| TocEntry::new(section.id, section.title.clone())).collect();
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Readiness)));
    (chrome, FindingsView { title, sections, readiness: here.link_to_page(&Page::Readiness) })
}

fn section(here: &Here<'_>, id: &'static str, title: &str, found: Vec<Found<'_>>) -> Section {
    let count = found.len();
    let mut by_rule: BTreeMap<&str, (&'static Code, Vec<Found<'_>>)> = BTreeMap::new();
    for found in found {
        let code = found.0.code;
        by_rule.entry(code.name).or_insert_with(|| (code, Vec::new())).1.push(found);
    }
    let mut left = MOST;
    let mut more = 0;
    let mut rules = Vec::new();
    let mut by_rule: Vec<(&'static Code, Vec<Found<'_>>)> = by_rule.into_values().collect();
    by_rule.sort_by_key(|(code, _)| (!SHUT_GATES.contains(&code.name), code.name));
    for (code, found) in by_rule {
        let shown = found.len().min(MOST_OF_RULE).min(left);
        if shown == 0 {
            more += found.len();
            continue;
        }
        left -= shown;
        rules.push(RuleView {
            name: code.name,
            summary: code.summary(here.words().language()),
            href: rule::href(here, code),
            findings: found.iter().take(shown).map(|found| finding(here, *found)).collect(),
            more: more_said(here, found.len() - shown),
        });
    }
    Section { id, title: here.words().word(title), count, rules, more: more_said(here, more) }
}

/// Takes apart what a message says and what it quotes between backticks; an odd one quotes nothing.
fn runs(text: &str) -> Vec<Run> {
    let parts: Vec<&str> = text.split('`').collect();
    let is_even = parts.len() % 2 == 1;
    let run = |(index, part): (usize, &&str)| Run { text: (*part).to_owned(), is_code: is_even && index % 2 == 1 };
    parts.iter().enumerate().filter(|(_, part)| !part.is_empty()).map(run).collect()
}

fn more_said(here: &Here<'_>, count: usize) -> Option<String> {
    (count > 0).then(|| here.words().say(&message!("findings-more", count = count)))
}

fn finding(here: &Here<'_>, (finding, waived): Found<'_>) -> FindingView {
    let say = |message: &Message| runs(&shown(&here.words().say(message)));
    let snapshot = here.site.context.snapshot;
    let place = match &finding.subject {
        Subject::Place(place) => {
            let path = &snapshot.file(place.file).path;
            Some(format!("{path}:{}", snapshot.line_column(*place).line))
        }
        Subject::Path(path) => Some(path.to_string()),
        Subject::Project => None,
    };
    let things: BTreeSet<_> = finding.about.iter().filter_map(|thing| here.kb().names.find(thing)).collect();
    FindingView {
        message: say(&finding.message),
        help: finding.help.iter().map(say).collect(),
        place: place.map(|place| shown(&place)),
        things: things.iter().filter_map(|thing| here.link_to(thing)).take(MOST_THINGS).collect(),
        accepted: waived.map(|waived| {
            let (because, by) = (waived.because.as_str(), waived.by.as_str());
            accepted(here, here.date(waived.until), because, by)
        }),
    }
}
