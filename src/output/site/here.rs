//! The site while it is rendered, and the page that is being written: every link is made here, relative to that page.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::bundle::SitePath;
use crate::diagnostic::message;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::money::Ledger;
use crate::knowledge::say::Speaker;
use crate::names::{EntityRef, RunbookId, TermId};
use crate::output::OutputContext;
use crate::runbook::Runbook;
use crate::scalar::Word;
use crate::source::SourcePath;
use crate::words::{Language, Words};

use super::page::{Page, SitePlan};
use super::record;
use super::said::{self, set};
use super::tree::{Node, Tree, list_title};

/// What every page is rendered from.
pub(super) struct Site<'a> {
    /// The knowledge and the findings.
    pub context: &'a OutputContext<'a>,
    /// Every address.
    pub plan: SitePlan,
    /// The languages of the site, the main one first.
    pub tongues: Vec<Tongue>,
    /// The words of the interface in every language of the site and of its texts, as far as it speaks them.
    pub voices: Voices,
    /// What a year costs and brings.
    pub ledger: Ledger<'a>,
    /// Who runs everything: whom a page names when nobody is nearer.
    pub primary_admin: Option<&'a EntityRef>,
    /// Who stands in.
    pub backup_admin: Option<&'a EntityRef>,
}

/// The words of the interface, by language. Each is loaded once, whoever speaks it.
pub(super) type Voices = BTreeMap<Language, Arc<Words>>;

/// A language of the site: every page exists in each, with its text in that language where it was translated.
pub(super) struct Tongue {
    /// Which language.
    pub language: Language,
    /// Its position in the configuration.
    pub index: usize,
    /// The words of the interface.
    pub words: Arc<Words>,
    /// Where pages stand to each other.
    pub tree: Tree,
}

/// The page that is being written.
#[derive(Clone, Copy)]
pub(super) struct Here<'a> {
    /// What it is rendered from.
    pub site: &'a Site<'a>,
    /// Which page it is.
    pub page: &'a Page,
    /// Its address.
    pub path: &'a SitePath,
    /// Its language.
    pub tongue: &'a Tongue,
    /// The words of the interface here: those of the page's language, or of a text in another that is shown on it.
    pub voice: &'a Words,
}

/// A link.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Link {
    /// The relative address.
    pub href: String,
    /// What the reader sees.
    pub text: String,
    /// One line more, where there is room for it.
    pub note: Option<String>,
    /// The language of the words, where it is not that of the page (WCAG 2.2, 3.1.2).
    pub lang: Option<String>,
    /// The same of the line more.
    pub note_lang: Option<String>,
}

impl Link {
    /// Leads somewhere, with words in the language of the page.
    pub(super) fn new(href: String, text: impl Into<String>) -> Self {
        Self { href, text: text.into(), note: None, lang: None, note_lang: None }
    }
}

impl<'a> Here<'a> {
    /// Starts a page in a language of the site.
    pub(super) fn new(site: &'a Site<'a>, page: &'a Page, path: &'a SitePath, tongue: &'a Tongue) -> Self {
        Self { site, page, path, tongue, voice: &tongue.words }
    }

    /// Returns all that is known.
    pub(super) fn kb(&self) -> &'a KnowledgeBase {
        self.site.context.kb
    }

    /// Whether pages say what something is worth and what is missing: an earlier version is read without what led to it, and other
    /// audiences than admins see too little to be told that there is nothing.
    pub(super) fn is_judged(&self) -> bool {
        self.site.context.version.is_none() && self.is_whole()
    }

    /// Whether all is shown: what is read was not reduced for an audience.
    pub(super) fn is_whole(&self) -> bool {
        self.kb().is_whole()
    }

    /// Returns the words of the interface.
    pub(super) fn words(&self) -> &'a Words {
        self.voice
    }

    /// Returns the same place as a text in some language sees it: what the interface says in the midst of that text, it says in the
    /// language of the text. A language that the interface does not speak leaves everything as it is.
    pub(super) fn within(self, language: &Language) -> Self {
        Self { voice: self.site.voices.get(language).map_or(self.voice, |words| words), ..self }
    }

    /// Returns where pages stand to each other.
    pub(super) fn tree(&self) -> &'a Tree {
        &self.tongue.tree
    }

    /// Returns the tag of a language, to be put on words in it, unless it is the page's own.
    pub(super) fn foreign(&self, language: &Language) -> Option<String> {
        (language != self.words().language()).then(|| language.to_string())
    }

    /// Returns a page of the user's in the language of this one; as it was first written where it was not translated.
    pub(super) fn text(&self, id: &RunbookId) -> Option<&'a Runbook> {
        self.kb().page(id, &self.tongue.language)
    }

    /// Sets the spaces of the author's words as their language wants them. Never for what is copied to the letter.
    pub(super) fn prose(&self, text: &'a str) -> Cow<'a, str> {
        prose(self.kb(), text)
    }

    /// Returns where a file is found by whoever reads of it elsewhere, if the project says where its site is.
    pub(super) fn absolute(&self, path: &SitePath) -> Option<String> {
        self.kb().config.published(path.as_str())
    }

    /// Returns the address of a page in the language of this one; nothing when the site has no such page.
    pub(super) fn page_at(&self, page: &Page) -> Option<&'a SitePath> {
        self.site.plan.address(page, self.tongue.index)
    }

    /// Returns how this page refers to another; nothing when the site has no such page.
    pub(super) fn href(&self, page: &Page) -> Option<String> {
        self.href_in(page, self.tongue)
    }

    /// Returns how this page refers to another in some language.
    pub(super) fn href_in(&self, page: &Page, tongue: &Tongue) -> Option<String> {
        // What a word means stands in the glossary, not on a page of its own.
        if let Page::Entity(EntityRef::Term(id)) = page {
            let glossary = self.site.plan.address(&Page::Glossary, tongue.index)?;
            return Some(format!("{}#{id}", glossary.relative_to(self.path)));
        }
        self.site.plan.address(page, tongue.index).map(|path| path.relative_to(self.path))
    }

    /// Returns how this page refers to a place in a page: a heading, a step.
    pub(super) fn href_to(&self, page: &Page, id: &str) -> Option<String> {
        if page == self.page { Some(format!("#{id}")) } else { Some(format!("{}#{id}", self.href(page)?)) }
    }

    /// Returns how this page refers to a file that is published beside the pages.
    pub(super) fn file(&self, path: &SourcePath) -> Option<String> {
        self.site.plan.file(path).map(|path| path.relative_to(self.path))
    }

    /// Returns how this page refers to an address of ours, such as a file of the theme.
    pub(super) fn own(&self, address: &str) -> String {
        SitePath::new(address).map_or_else(|| address.to_owned(), |path| path.relative_to(self.path))
    }

    /// Returns a link to a page, with these words.
    pub(super) fn link(&self, page: &Page, text: impl Into<String>) -> Option<Link> {
        Some(Link::new(self.href(page)?, text))
    }

    /// Returns a link to a page, with the words of a node of the tree.
    pub(super) fn link_as(&self, page: &Page, node: &Node) -> Option<Link> {
        Some(Link { lang: node.lang.clone(), ..self.link(page, &node.text)? })
    }

    /// Returns a link to one of our own pages, under its name.
    pub(super) fn link_to_page(&self, page: &Page) -> Option<Link> {
        self.link(page, self.title(page))
    }

    /// Returns the name of a page that is ours: nothing of the user's stands in it.
    pub(super) fn title(&self, page: &Page) -> String {
        let id = match page {
            Page::Start if !self.is_whole() => "site-welcome",
            Page::Start => "site-start",
            Page::Takeover => "site-takeover",
            Page::Broken => "site-broken",
            Page::Contacts => "site-contacts",
            Page::Access => "site-access",
            Page::Dates => "site-dates",
            Page::Mail => "mail-title",
            Page::Money => "money-title",
            Page::Index => "site-index",
            Page::Glossary => "site-glossary",
            Page::Decisions => "site-decisions",
            Page::Tools => "tools-title",
            Page::Charter => "charter-title",
            Page::Readiness => "readiness-title",
            Page::Departures => "departures-title",
            Page::Recovery => "recovery-title",
            Page::Loss(thing) => {
                return self.words().say(&message!("recovery-title-of", name = self.name(thing).0.into_owned()));
            }
            Page::Findings => "findings-title",
            Page::Rules => "rules-title",
            Page::RulesOf(group) => return self.words().say(&message!("rules-of", group = *group)),
            Page::Exercises => "site-exercises",
            Page::Incidents => "site-incidents",
            Page::Record(id) => return record::title_with_day(self, id),
            Page::History(_) => "history-title",
            Page::Changes => "changes-title",
            Page::Contents => "site-contents",
            Page::About => "site-about",
            Page::NotFound => "site-not-found",
            Page::List(kind) => list_title(*kind),
            Page::Entity(reference) => return self.name(reference).0.into_owned(),
            Page::Runbook(id) => return self.name(&id.into()).0.into_owned(),
            Page::Folder(path) => return path.file_name().to_owned(),
            Page::Versions => "site-versions",
            Page::Redirect(name) => return name.clone(),
            Page::Former(address) => return address.to_string(),
        };
        self.words().word(id)
    }

    /// Returns the name that people give a thing, and the language it is in where that is not the page's own.
    pub(super) fn name(&self, reference: &EntityRef) -> (Cow<'a, str>, Option<String>) {
        let term = match reference {
            EntityRef::Term(id) => self.term(id),
            _ => None,
        };
        if let Some(term) = term {
            return term;
        }
        match reference {
            EntityRef::Runbook(id) => match self.text(id) {
                Some(page) => (said::title(self.kb(), self.words(), page), self.foreign(&page.language)),
                None => (Cow::Owned(id.to_string()), None),
            },
            other => {
                let language = &self.kb().config.language;
                let name = self
                    .kb()
                    .catalog
                    .entities
                    .get(other)
                    .map_or_else(|| Cow::Owned(other.id().to_owned()), |entity| set(language, &entity.name));
                (name, self.foreign(language))
            }
        }
    }

    /// Returns a word of the glossary in the language of the page, else in one that has it, and says in which.
    fn term(&self, id: &TermId) -> Option<(Cow<'a, str>, Option<String>)> {
        let word = &self.kb().catalog.glossary.get(id)?.word;
        let languages = [self.words().language(), &Language::FRENCH, &Language::ENGLISH];
        languages
            .into_iter()
            .find_map(|language| Some((set(language, word.words_in(language)?), self.foreign(language))))
    }

    /// Returns a link to a thing, under the name that people give it.
    pub(super) fn link_to(&self, reference: &EntityRef) -> Option<Link> {
        let (text, lang) = self.name(reference);
        Some(Link { lang, ..self.link(&Page::from(reference), text)? })
    }

    /// Returns a link to a thing with the line that says what it is.
    pub(super) fn described(&self, reference: &EntityRef) -> Option<Link> {
        let kb = self.kb();
        let (note, language) = match reference {
            EntityRef::Runbook(id) => {
                let page = self.text(id);
                let note = page.and_then(|page| Some(said::said(self, page, page.summary.as_deref()?)));
                (note, page.map_or(&kb.config.language, |page| &page.language))
            }
            other => {
                let summary = kb.catalog.entities.get(other).and_then(|entity| entity.summary.as_deref());
                (summary.map(|summary| prose(kb, summary)), &kb.config.language)
            }
        };
        let note_lang = note.as_ref().and_then(|_| self.foreign(language));
        Some(Link { note: note.map(Cow::into_owned), note_lang, ..self.link_to(reference)? })
    }

    /// Says a word of a fixed set.
    pub(super) fn word<W: Word>(&self, word: W) -> String {
        self.words().word(&format!("{}-{}", W::SET, word.word()))
    }

    /// Says what follows from the facts, with things and days as pages call them.
    pub(super) fn speak<T>(&self, say: impl FnOnce(&Speaker<'_>) -> T) -> T {
        let name = |thing: &EntityRef| self.name(thing).0.into_owned();
        let date = |day| self.date(day);
        say(&Speaker { words: self.words(), name: &name, date: &date })
    }

    /// Says a day in words: absolute, because a page does not know when it is read.
    pub(super) fn date(&self, date: Date) -> String {
        let words = self.words();
        let month = self.month(date);
        let day = u64::from(date.day().unsigned_abs());
        words.say(&message!("site-date", day = day, month = month, year = date.year().to_string()))
    }

    /// Names the month of a day.
    pub(super) fn month(&self, date: Date) -> String {
        self.words().word(MONTHS[usize::from(date.month().unsigned_abs().clamp(1, 12)) - 1])
    }
}

/// Sets the spaces of the author's words, in the main language of the project.
pub(super) fn prose<'a>(kb: &KnowledgeBase, text: &'a str) -> Cow<'a, str> {
    set(&kb.config.language, text)
}

/// The messages that name the months.
pub(super) const MONTHS: [&str; 12] = [
    "site-month-1",
    "site-month-2",
    "site-month-3",
    "site-month-4",
    "site-month-5",
    "site-month-6",
    "site-month-7",
    "site-month-8",
    "site-month-9",
    "site-month-10",
    "site-month-11",
    "site-month-12",
];
