//! Something is broken: which page to open, by what one sees, by alert, by service, by severity; and what to do when none fits.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::markdown::{Taken, slug};
use crate::names::{EntityRef, Kind};
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::said::{said, title};
use crate::output::site::tree::entities;
use crate::output::site::trouble::{self, Remedies, Sign};
use crate::output::site::value::ValueView;
use crate::runbook::Runbook;
use crate::runbook::front_matter::{RunbookType, SeverityWord, Status};
use crate::scalar::Stated;
use crate::words::sort_key;

/// The place of what to do at an intrusion when no page says it.
pub(super) const INTRUSION: &str = "_intrusion";

/// The steps of the general method, for when nothing fits.
const METHOD: [&str; 6] = [
    "site-method-note",
    "site-method-where",
    "site-method-recent",
    "site-method-look",
    "site-method-one",
    "site-method-stop",
];

/// What to do at an intrusion.
const ISOLATE: [&str; 6] = [
    "site-intrusion-isolate",
    "site-intrusion-stay-on",
    "site-intrusion-keep",
    "site-intrusion-write",
    "site-intrusion-call",
    "site-intrusion-keys",
];

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct BrokenView {
    title: String,
    /// The page for an intrusion; without one, this page says the least that must be known.
    intrusion: Option<Link>,
    isolate: Vec<String>,
    groups: Vec<Group>,
    alerts: Vec<Line>,
    services: Vec<ServiceRow>,
    severities: Vec<Severities>,
    method: Vec<String>,
    contacts: Option<Link>,
    /// What mail needs to arrive.
    mail: Option<Link>,
}

/// The symptoms of one thing.
#[derive(Debug, Serialize)]
struct Group {
    /// The place of the group, for jumps.
    id: String,
    title: ValueView,
    pages: Vec<Remedy>,
}

/// A page, and what one sees when it is the right one.
#[derive(Debug, Serialize)]
struct Remedy {
    link: Link,
    severity: Option<SeverityTag>,
    draft: bool,
    signs: Vec<Link>,
}

/// An alert, and the page it leads to.
#[derive(Debug, Serialize)]
struct Line {
    link: Link,
    severity: Option<SeverityTag>,
    /// What the page is called, where that says more than the alert.
    page: Option<String>,
    draft: bool,
}

/// How bad it is: a word, and the class that gives it a symbol and a shape.
#[derive(Debug, Serialize)]
struct SeverityTag {
    word: String,
    class: &'static str,
}

#[derive(Debug, Serialize)]
struct ServiceRow {
    link: Link,
    diagnose: Vec<Link>,
    restore: Vec<Link>,
}

#[derive(Debug, Serialize)]
struct Severities {
    severity: Option<SeverityTag>,
    links: Vec<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, BrokenView) {
    let words = here.words();
    let title = here.title(&Page::Broken);
    let pages = trouble::pages(here);
    let symptoms = trouble::symptoms(&pages);
    let alerts = trouble::alerts(&pages);
    let link = |runbook: &&Runbook| here.link_to(&EntityRef::from(&runbook.id));
    let intrusion = trouble::intrusion(here, &pages);
    let isolate = if intrusion.is_some() { Vec::new() } else { ISOLATE.map(|id| words.word(id)).into() };
    let view = BrokenView {
        intrusion: intrusion.as_ref().and_then(link),
        isolate,
        groups: groups(here, &symptoms),
        services: services(here, &pages),
        severities: severities(here, &pages, &symptoms, &alerts),
        alerts: alerts.iter().filter_map(|sign| line(here, sign, sign.words.to_owned())).collect(),
        method: METHOD.map(|id| words.word(id)).into(),
        contacts: here.link_to_page(&Page::Contacts),
        mail: here.link_to_page(&Page::Mail),
        title,
    };
    let mut chrome = Chrome::new(here, &view.title);
    let places = [
        (INTRUSION, "site-way-intrusion", !view.isolate.is_empty()),
        ("_symptoms", "site-broken-symptoms", true),
        ("_alerts", "site-broken-alerts", !view.alerts.is_empty()),
        ("_services", "site-broken-services", !view.services.is_empty()),
        ("_severity", "site-broken-severity", !view.severities.is_empty()),
        ("_method", "site-broken-method", true),
    ];
    let places = places.into_iter().filter(|(.., is_there)| *is_there);
    chrome.toc = places.map(|(id, name, _)| TocEntry::new(id, words.word(name))).collect();
    chrome.ending = Some(Ending::general(here, view.contacts.clone().or_else(|| here.link_to_page(&Page::Start))));
    (chrome, view)
}

/// The symptoms by what they are symptoms of: a page that is about several things stands with the first service among them, else
/// with the first of them. Services come first.
fn groups(here: &Here<'_>, symptoms: &[Sign<'_>]) -> Vec<Group> {
    let kb = here.kb();
    let mut groups: BTreeMap<_, Group> = BTreeMap::new();
    let mut taken = Taken::default();
    for sign in symptoms {
        let subjects = &sign.runbook.subjects;
        let subject = subjects.iter().find(|subject| subject.kind() == Kind::Service).or(subjects.first());
        // What is about nothing in particular comes last.
        let key = subject.map(|subject| (subject.kind(), sort_key(kb.title(subject)), subject));
        let group = groups.entry((key.is_none(), key)).or_insert_with(|| Group {
            id: taken.take(&format!("_see-{}", slug(&subject.map_or_else(String::new, EntityRef::to_string))), "_see"),
            title: subject.map_or_else(
                || ValueView::text(here.words().word("site-broken-anything")),
                |subject| ValueView::reference(here, subject),
            ),
            pages: Vec::new(),
        });
        let Some(Line { link, severity, draft, .. }) =
            line(here, sign, said(here, sign.runbook, sign.words).into_owned())
        else {
            continue;
        };
        // The signs of one page follow each other.
        match group.pages.last_mut().filter(|last| last.link.href == link.href) {
            Some(last) => last.signs.push(link),
            None => {
                let title = title(here.kb(), here.words(), sign.runbook).into_owned();
                let page = Link { text: title, ..link.clone() };
                group.pages.push(Remedy { link: page, severity, draft, signs: vec![link] });
            }
        }
    }
    groups.into_values().collect()
}

fn line(here: &Here<'_>, sign: &Sign<'_>, text: String) -> Option<Line> {
    let runbook = sign.runbook;
    let link = here.link(&Page::Runbook(runbook.id.clone()), text)?;
    Some(Line {
        link: Link { lang: here.foreign(&runbook.language), ..link },
        severity: trouble::severity(runbook).map(|severity| tag(here, severity)),
        page: Some(title(here.kb(), here.words(), runbook).into_owned())
            .filter(|title| !is_same_name(title, sign.words)),
        draft: runbook.head().is_some_and(|head| head.status == Stated::Known(Status::Draft)),
    })
}

/// Whether two names differ by their spaces and capitals alone, as an alert and the title of its page often do.
fn is_same_name(one: &str, other: &str) -> bool {
    let letters = |name: &str| {
        name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    letters(one) == letters(other)
}

fn tag(here: &Here<'_>, severity: SeverityWord) -> SeverityTag {
    let class = match severity {
        SeverityWord::Grave => "tag-danger",
        SeverityWord::Annoying => "tag-warning",
        SeverityWord::Minor => "tag-minor",
    };
    SeverityTag { word: here.word(severity), class }
}

/// Every service that is still there, with the pages that find out what is wrong with it and those that bring it back.
fn services(here: &Here<'_>, pages: &[&Runbook]) -> Vec<ServiceRow> {
    let kb = here.kb();
    let remedies = trouble::remedies(here, pages);
    let links = |runbooks: &[&Runbook]| -> Vec<Link> {
        runbooks.iter().filter_map(|runbook| here.link_to(&EntityRef::from(&runbook.id))).collect()
    };
    let none = Remedies::default();
    entities(kb, Kind::Service)
        .into_iter()
        .filter(|service| !kb.catalog.is_retired(&service.reference))
        .filter_map(|service| {
            let Remedies { diagnose, restore } = remedies.get(&service.reference).unwrap_or(&none);
            Some(ServiceRow {
                link: here.link_to(&service.reference)?,
                diagnose: links(diagnose),
                restore: links(restore),
            })
        })
        .collect()
}

/// The pages for when something is broken, each once, by how bad that is.
fn severities(here: &Here<'_>, pages: &[&Runbook], symptoms: &[Sign<'_>], alerts: &[Sign<'_>]) -> Vec<Severities> {
    let signs: BTreeSet<_> = symptoms.iter().chain(alerts).map(|sign| &sign.runbook.id).collect();
    let mut severities: Vec<(Option<SeverityWord>, Vec<Link>)> = Vec::new();
    let helps =
        |runbook: &&&Runbook| signs.contains(&runbook.id) || runbook.runbook_type() == Some(RunbookType::Diagnose);
    let is_judged = pages.iter().any(|runbook| trouble::severity(runbook).is_some());
    // The pages are in the order of severity, so those that are as bad stand together.
    for runbook in pages.iter().filter(helps) {
        let Some(link) = here.link_to(&EntityRef::from(&runbook.id)) else { continue };
        let severity = trouble::severity(runbook);
        match severities.last_mut() {
            Some((last, links)) if *last == severity => links.push(link),
            _ => severities.push((severity, vec![link])),
        }
    }
    // Where nobody has judged anything, there is no order to show.
    severities.retain(|(severity, _)| severity.is_some() || is_judged);
    let view = |(severity, links): (Option<SeverityWord>, Vec<Link>)| Severities {
        severity: severity.map(|severity| tag(here, severity)),
        links,
    };
    severities.into_iter().map(view).collect()
}
