//! The pages of the users as the search reads them.

use std::borrow::Cow;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::PageTrust;
use crate::markdown::{Words, sections};
use crate::names::EntityRef;
use crate::output::site::page::Page;
use crate::output::site::said;
use crate::runbook::Runbook;
use crate::runbook::front_matter::RunbookType;
use crate::search::{self, Group, Part, Section};
use crate::words::Words as Interface;

use super::{Reader, wording};

impl<'a> Reader<'a> {
    /// Returns the group of a page: one that says what one sees when it is needed is for when something is broken.
    pub(super) fn group(&self, text: &Runbook) -> Group {
        let Some(head) = text.head() else {
            return if self.alerts.contains_key(&text.id) { Group::Incidents } else { Group::Reference };
        };
        match text.runbook_type() {
            Some(RunbookType::Reference | RunbookType::Decision) => Group::Reference,
            Some(RunbookType::Diagnose) => Group::Incidents,
            _ if !head.symptoms.is_empty() || !head.alerts.is_empty() => Group::Incidents,
            _ => Group::Procedures,
        }
    }

    pub(super) fn text(&self, text: &'a Runbook) -> search::Page {
        let kb = self.site.context.kb;
        let words = self.words(text);
        let page = Page::Runbook(text.id.clone());
        let shows = |tongue: usize| {
            let language = &self.site.tongues[tongue].language;
            kb.page(&text.id, language).is_some_and(|shown| shown.language == text.language)
        };
        let head = text.head();
        let original = kb.runbooks.get(&text.id).unwrap_or(text);
        let (mut names, mut aliases): (Vec<String>, Vec<String>) = Default::default();
        if let Some(head) = head {
            names.extend(head.symptoms.iter().map(|symptom| said::plain(kb, words, symptom).into_owned()));
            names.extend(head.alerts.iter().cloned());
            aliases.extend(head.aliases.iter().chain(&head.tags).cloned());
        }
        names.extend(self.alerts.get(&text.id).map(|alert| (*alert).to_owned()));
        search::Page {
            key: EntityRef::from(&text.id).to_string(),
            title: said::title(kb, words, text).into_owned(),
            addresses: self.addresses(&page, shows),
            language: text.language.clone(),
            group: self.group(original),
            kind: text.runbook_type().map_or_else(|| wording::PAGE.to_owned(), wording::runbook_type),
            proof: self.trust(text).map(wording::proof),
            names,
            aliases,
            subjects: text.subjects.iter().map(|subject| kb.title(subject).to_owned()).collect(),
            services: self.services(text.subjects.iter()),
            sections: self.sections(text, words),
        }
    }

    /// Whether a page was ever followed; nothing for one that nobody follows, and where nothing is judged. A translation is proven by what proves its original.
    pub(super) fn trust(&self, text: &Runbook) -> Option<PageTrust> {
        let original = self.site.context.kb.runbooks.get(&text.id).unwrap_or(text);
        let is_whole = self.site.context.kb.is_whole();
        (text.is_followed() && is_whole).then(|| self.site.context.kb.page_trust(original, self.site.context.snapshot))
    }

    /// The words of the interface in the language of a text, else in that of the site.
    fn words(&self, text: &Runbook) -> &'a Interface {
        let site = self.site;
        site.voices.get(&text.language).unwrap_or(&site.tongues[0].words)
    }

    fn sections(&self, text: &Runbook, words: &Interface) -> Vec<Section> {
        let kb = self.site.context.kb;
        let mut found = sections(&text.document).into_iter();
        let mut lead = Section::default();
        // What stands over the text on its page.
        let introduction = match text.head() {
            Some(head) => [&head.summary, &head.not_when],
            None => [&text.summary, &None],
        };
        let introduction = introduction.into_iter().flatten().map(|text| part(kb, words, Words::Prose(text.clone())));
        lead.parts.extend(introduction);
        lead.parts.extend(found.next().into_iter().flatten().map(|of| part(kb, words, of)));
        let mut all = vec![lead];
        for (index, (heading, words_below)) in text.document.headings.iter().zip(found).enumerate() {
            let parts = words_below.into_iter().map(|of| part(kb, words, of));
            // The heading that repeats the title is the title.
            if index == 0 && text.repeats_title {
                all[0].parts.extend(parts);
                continue;
            }
            all.push(Section {
                anchor: heading.id.clone(),
                heading: said::plain(kb, words, &heading.text).into_owned(),
                names: Vec::new(),
                parts: parts.collect(),
            });
        }
        all
    }
}

/// A piece of a text with the facts that it names.
pub(super) fn part(kb: &KnowledgeBase, words: &Interface, of: Words) -> Part {
    let said = |text: String| match said::plain(kb, words, &text) {
        Cow::Owned(said) => said,
        Cow::Borrowed(_) => text,
    };
    match of {
        Words::Prose(prose) => Part::Prose(said(prose)),
        Words::Code(code) => Part::Code(said(code)),
    }
}
