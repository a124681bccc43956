//! Every name on the site, from A to Z: pages, things, short names, alerts, symptoms, host names, words of the glossary.

use serde::Serialize;

use crate::catalog::Entity;
use crate::names::EntityRef;
use crate::output::site::chrome::{Chrome, Ending};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::said::said;
use crate::records::RecordKind;
use crate::runbook::Runbook;
use crate::words::{Language, sort_key};

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct IndexView {
    title: String,
    letters: Vec<Letter>,
}

/// The names that begin with a letter.
#[derive(Debug, Serialize)]
struct Letter {
    /// The letter; nothing for digits and signs.
    letter: Option<String>,
    /// What its heading is called in addresses.
    id: String,
    links: Vec<Link>,
}

/// A name and where it stands.
struct Name {
    /// What it is sorted by: from its first letter or digit on, because nobody looks up a quotation mark.
    key: String,
    link: Link,
}

impl Name {
    fn new(link: Link) -> Self {
        let text = link.text.trim_start_matches(|character: char| !character.is_alphanumeric());
        let key = sort_key(if text.is_empty() { &link.text } else { text });
        Self { key, link }
    }

    /// Returns the letter that it stands under; nothing for digits and signs.
    fn letter(&self) -> Option<char> {
        self.key.chars().next().filter(|first| first.is_alphabetic())
    }
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, IndexView) {
    let title = here.title(&Page::Index);
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Contents)));
    (chrome, IndexView { title, letters: letters(names(here)) })
}

/// Sorts the names and parts them by their first letter; digits and signs come first.
fn letters(mut names: Vec<Name>) -> Vec<Letter> {
    names.sort_by(|left, right| {
        let order = |name: &Name| name.letter().is_some();
        let left_words = (order(left), &left.key, &left.link.text, &left.link.href);
        left_words.cmp(&(order(right), &right.key, &right.link.text, &right.link.href))
    });
    names.dedup_by(|left, right| left.link.text == right.link.text && left.link.href == right.link.href);
    let mut letters: Vec<(Option<char>, Letter)> = Vec::new();
    for name in names {
        let letter = name.letter();
        match letters.last_mut().filter(|(last, _)| *last == letter) {
            Some((_, same)) => same.links.push(name.link),
            None => {
                let id = letter.map_or_else(|| "_0".to_owned(), |letter| format!("_{letter}"));
                let heading = letter.map(|letter| letter.to_uppercase().to_string());
                letters.push((letter, Letter { letter: heading, id, links: vec![name.link] }));
            }
        }
    }
    letters.into_iter().map(|(_, letter)| letter).collect()
}

fn names(here: &Here<'_>) -> Vec<Name> {
    let kb = here.kb();
    let mut names = Vec::new();
    for (page, language, _) in here.site.plan.pages() {
        let is_ours = match page {
            Page::Runbook(_) | Page::Entity(_) | Page::Folder(_) | Page::History(_) | Page::Redirect(_) => false,
            Page::Loss(_) | Page::RulesOf(_) => false,
            // People remember what an incident was called. The names of other records begin with their kind.
            Page::Record(id) => id.kind() == RecordKind::Incident,
            _ => true,
        };
        // The page of what does not exist is nothing to look up.
        if language == 0 && is_ours && *page != Page::NotFound {
            names.extend(here.link_to_page(page));
        }
    }
    for id in kb.runbooks.keys() {
        let Some(page) = here.text(id) else { continue };
        names.extend(here.link_to(&id.into()));
        names.extend(symptoms(here, page));
    }
    for entity in kb.catalog.entities.values() {
        names.extend(entity_names(here, entity));
    }
    for (alias, redirect) in &here.site.plan.redirects {
        let titles: Vec<_> = redirect.targets.iter().map(|target| here.title(&Page::from(target))).collect();
        let link = match redirect.targets.first() {
            Some(only) if redirect.targets.len() == 1 => here.link(&Page::from(only), &redirect.name),
            _ => here.link(&Page::Redirect(alias.clone()), &redirect.name),
        };
        let authors = here.foreign(&kb.config.language);
        names.extend(link.map(|link| Link {
            note: Some(titles.join(", ")),
            lang: authors.clone(),
            note_lang: authors,
            ..link
        }));
    }
    names.into_iter().map(Name::new).collect()
}

/// What one sees when a page is needed.
fn symptoms(here: &Here<'_>, page: &Runbook) -> Vec<Link> {
    let symptoms = page.head().into_iter().flat_map(|head| &head.symptoms);
    let link = |symptom: &String| {
        let link = here.link_to(&EntityRef::from(&page.id))?;
        Some(Link {
            text: said(here, page, symptom).into_owned(),
            note: Some(link.text),
            note_lang: link.lang.clone(),
            ..link
        })
    };
    symptoms.filter_map(link).collect()
}

/// The names of a thing: what people call it, and what machines call it.
fn entity_names(here: &Here<'_>, entity: &Entity) -> Vec<Link> {
    let catalog = &here.kb().catalog;
    let kind = here.words().word(&format!("kind-{}", entity.reference.kind().name()));
    let Some(link) = here.link_to(&entity.reference) else { return Vec::new() };
    let link = Link { note: Some(kind), ..link };
    let name = |text: &str, language: Option<&Language>| Link {
        text: text.to_owned(),
        lang: language.and_then(|language| here.foreign(language)),
        ..link.clone()
    };
    let mut names: Vec<Link> = Vec::new();
    match &entity.reference {
        EntityRef::Host(id) => {
            let addresses = catalog.hosts.get(id).into_iter().flat_map(|host| &host.addresses);
            names.extend(addresses.filter_map(|address| address.name.as_deref()).map(|text| name(text, None)));
        }
        EntityRef::Domain(id) => {
            let fqdn = catalog.domains.get(id).and_then(|domain| domain.fqdn.known());
            names.extend(fqdn.map(|text| name(text, None)));
        }
        EntityRef::Term(id) => {
            if let Some(term) = catalog.glossary.get(id) {
                let words = [(&term.word.fr, Language::FRENCH), (&term.word.en, Language::ENGLISH)];
                let words = words.into_iter().filter_map(|(word, language)| Some((word.as_deref()?, language)));
                names.extend(words.map(|(word, language)| name(word, Some(&language))));
                names.extend(term.also.iter().map(|text| name(text, None)));
            }
        }
        _ => {}
    }
    // A machine is often called by its own name, and a word of the glossary always.
    if !names.iter().any(|name| name.text == link.text) {
        names.push(link);
    }
    names
}
