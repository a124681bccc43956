//! The site while it is rendered, and the page that is being written: every link is made here, relative to that page.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::Serialize;

use crate::bundle::SitePath;
use crate::diagnostic::message;
use crate::knowledge::KnowledgeBase;
use crate::markdown::french;
use crate::names::EntityRef;
use crate::output::OutputContext;
use crate::source::SourcePath;
use crate::words::{Language, Words};

use super::page::{Page, SitePlan};
use super::tree::{Tree, list_title};

/// What every page is rendered from.
pub(super) struct Site<'a> {
    /// The knowledge and the findings.
    pub context: &'a OutputContext<'a>,
    /// The words of the interface.
    pub words: Words,
    /// Every address.
    pub plan: SitePlan,
    /// Where pages stand to each other.
    pub tree: Tree,
    /// Who runs everything: whom a page names when nobody is nearer.
    pub primary_admin: Option<&'a EntityRef>,
    /// Who stands in.
    pub backup_admin: Option<&'a EntityRef>,
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
}

impl<'a> Here<'a> {
    /// Returns all that is known.
    pub(super) fn kb(&self) -> &'a KnowledgeBase {
        self.site.context.kb
    }

    /// Returns the words of the interface.
    pub(super) fn words(&self) -> &'a Words {
        &self.site.words
    }

    /// Sets the spaces of the author's words as their language wants them. Never for what is copied to the letter.
    pub(super) fn prose(&self, text: &'a str) -> Cow<'a, str> {
        prose(self.kb(), text)
    }

    /// Returns how this page refers to another; nothing when the site has no such page.
    pub(super) fn href(&self, page: &Page) -> Option<String> {
        self.site.plan.address(page).map(|path| path.relative_to(self.path))
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
        Some(Link { href: self.href(page)?, text: text.into(), note: None, lang: None })
    }

    /// Returns a link to one of our own pages, under its name.
    pub(super) fn link_to_page(&self, page: &Page) -> Option<Link> {
        self.link(page, self.title(page))
    }

    /// Returns the name of a page that is ours: nothing of the user's stands in it.
    pub(super) fn title(&self, page: &Page) -> String {
        let id = match page {
            Page::Start => "site-start",
            Page::Takeover => "site-takeover",
            Page::Broken => "site-broken",
            Page::Contacts => "site-contacts",
            Page::Access => "site-access",
            Page::Dates => "site-dates",
            Page::Index => "site-index",
            Page::Glossary => "site-glossary",
            Page::Decisions => "site-decisions",
            Page::Contents => "site-contents",
            Page::About => "site-about",
            Page::NotFound => "site-not-found",
            Page::List(kind) => list_title(*kind),
            Page::Entity(reference) => return prose(self.kb(), self.kb().title(reference)).into_owned(),
            Page::Runbook(id) => return prose(self.kb(), self.kb().title(&id.into())).into_owned(),
            Page::Folder(path) => return path.file_name().to_owned(),
            Page::Redirect(name) => return name.clone(),
        };
        self.words().word(id)
    }

    /// Returns a link to a thing, under the name that people give it.
    pub(super) fn link_to(&self, reference: &EntityRef) -> Option<Link> {
        self.link(&Page::from(reference), prose(self.kb(), self.kb().title(reference)))
    }

    /// Returns a link to a thing with the line that says what it is.
    pub(super) fn described(&self, reference: &EntityRef) -> Option<Link> {
        let kb = self.kb();
        let note = match reference {
            EntityRef::Runbook(id) => kb.runbooks.get(id).and_then(|runbook| runbook.summary.as_deref()),
            other => kb.catalog.entities.get(other).and_then(|entity| entity.summary.as_deref()),
        };
        let note = note.map(|note| prose(kb, note).into_owned());
        Some(Link { note, ..self.link_to(reference)? })
    }

    /// Says a day in words: absolute, because a page does not know when it is read.
    pub(super) fn date(&self, date: Date) -> String {
        let words = self.words();
        let month = words.word(MONTHS[usize::from(date.month().unsigned_abs().clamp(1, 12)) - 1]);
        let day = i64::from(date.day()).to_string();
        words.say(&message!("site-date", day = day, month = month, year = date.year().to_string()))
    }
}

/// Sets the spaces of words in the language of the site.
pub(super) fn prose<'a>(kb: &KnowledgeBase, text: &'a str) -> Cow<'a, str> {
    if kb.config.language == Language::FRENCH { french(text) } else { Cow::Borrowed(text) }
}

/// The messages that name the months.
const MONTHS: [&str; 12] = [
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
