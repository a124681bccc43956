//! The feed of what changed, in Atom (RFC 4287): an entry for each day, for programs that tell people.

use std::fmt::{Display, Write};

use jiff::civil::Date;

use crate::bundle::SitePath;
use crate::chronicle::{Change, Day, Stood, Thing};
use crate::difference::{Fate, difference};
use crate::history::RevisionId;
use crate::markdown::html::{escape_attribute, escape_text};

use super::address::site_name;
use super::here::{Here, Site, Tongue};
use super::page::Page;
use super::pages::changes::{id, note, when};
use super::told::{in_words, is_long};

/// Under which the names of entries are ours (RFC 4151). They are names and no addresses: nobody is asked for them.
const TAG: &str = "tag:releve.invalid,2026:";

/// Returns the address of the feed of a language of the site.
pub(super) fn address(tongue: &Tongue) -> String {
    if tongue.index == 0 { "changes.atom".to_owned() } else { format!("{}/changes.atom", tongue.language) }
}

/// Makes the feeds, one a language.
pub(super) fn feeds(site: &Site<'_>) -> Vec<(SitePath, String)> {
    let feed = |tongue: &Tongue| {
        let page = site.plan.address(&Page::Changes, tongue.index)?;
        let path = SitePath::new(&address(tongue))?;
        let here = Here::new(site, &Page::Changes, page, tongue);
        let text = Feed { here, path: &path, text: String::new() }.write();
        Some((path, text))
    };
    site.tongues.iter().filter_map(feed).collect()
}

/// A feed while it is written.
struct Feed<'a> {
    /// The page that tells the same.
    here: Here<'a>,
    /// The address of the feed.
    path: &'a SitePath,
    text: String,
}

impl Feed<'_> {
    fn write(mut self) -> String {
        let kb = self.here.kb();
        let days = &self.here.site.context.chronicle.days;
        // What is not committed may never come to be.
        let committed = |day| Some((day, Day::date(day)?, day.first.as_ref()?));
        let days: Vec<(&Day, Date, &RevisionId)> = days.iter().filter_map(committed).collect();
        let language = self.here.words().language().clone();
        let site = site_name(&kb.config);
        let name = format!("{TAG}{site}/{language}/changes");
        let page = self.here.absolute(self.here.path).unwrap_or_else(|| self.here.path.relative_to(self.path));

        let _ = write!(
            self.text,
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n"
        );
        let title = format!("{} · {}", self.here.title(&Page::Changes), kb.config.title);
        self.line("title", &title);
        self.line("id", &name);
        let newest = days.iter().map(|(_, date, _)| *date).max();
        // Never the day of the build: the same commit gives the same feed.
        let newest = newest.or_else(|| Some(kb.history.head.as_ref()?.date));
        self.updated(newest.unwrap_or(kb.as_of));
        // A copy on a stick lies nowhere in particular.
        if let Some(url) = self.here.absolute(self.path) {
            self.link("self", &url);
        }
        self.link("alternate", &page);
        for (day, date, first) in days {
            self.text += "<entry>\n";
            self.line("title", &self.title(day));
            self.line("id", &format!("{name}/{first}"));
            self.updated(date);
            for author in &day.authors {
                self.text += "<author>";
                self.element("name", author);
                self.text += "</author>\n";
            }
            self.link("alternate", &format!("{page}#{}", id(day)));
            self.text += "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">\n";
            self.changes(day);
            self.text += "</div></content>\n</entry>\n";
        }
        self.text + "</feed>\n"
    }

    /// Names a day, with the services of which something changed.
    fn title(&self, day: &Day) -> String {
        let services = day.changes.services.iter().filter_map(|of_service| of_service.service.as_ref());
        let services: Vec<&str> = services.map(|service| service.name.as_str()).collect();
        let when = when(&self.here, day);
        if services.is_empty() { when } else { format!("{when} · {}", services.join(", ")) }
    }

    fn changes(&mut self, day: &Day) {
        if let Some(note) = note(&self.here, day) {
            self.element("p", &note);
        }
        for of_service in &day.changes.services {
            let shared = || self.here.words().word("changes-shared");
            let name = of_service.service.as_ref().map_or_else(shared, |service| service.name.clone());
            self.line("h2", &name);
            self.text += "<ul>\n";
            of_service.things.iter().for_each(|thing| self.thing(thing));
            self.text += "</ul>\n";
        }
    }

    fn thing(&mut self, thing: &Thing) {
        let language = self.here.words().language();
        self.text += "<li>";
        self.element("strong", &thing.thing.name);
        if let Some(event) = &thing.event {
            self.words(format_args!(" — {}", event.words_in(language)));
        }
        if !thing.changes.is_empty() {
            self.text += "<ul>\n";
            for change in &thing.changes {
                self.text += "<li>";
                self.change(change);
                self.text += "</li>\n";
            }
            self.text += "</ul>\n";
        }
        if thing.is_cut {
            self.element("p", &self.here.words().word("changes-cut-thing"));
        }
        self.text += "</li>\n";
    }

    fn change(&mut self, change: &Change) {
        let language = self.here.words().language();
        self.words(change.what.words_in(language));
        if let (Some(Stood::Text(was)), Some(Stood::Text(now))) = (&change.was, &change.now)
            && (is_long(was) || is_long(now))
        {
            for passage in difference(was, now).passages {
                self.text += "<p>";
                for run in passage.runs {
                    match run.fate {
                        Fate::Kept | Fate::Folded => self.words(&run.text),
                        Fate::Deleted => self.element("del", &run.text),
                        Fate::Inserted => self.element("ins", &run.text),
                    }
                }
                self.text += "</p>";
            }
        } else {
            for (element, stood) in [("del", &change.was), ("ins", &change.now)] {
                if let Some(stood) = stood {
                    self.text.push(' ');
                    self.element(element, &in_words(&self.here, stood));
                }
            }
        }
        if let Some(note) = &change.note {
            self.words(format_args!(" ({})", note.words_in(language)));
        }
    }

    fn updated(&mut self, day: Date) {
        let _ = writeln!(self.text, "<updated>{day}T00:00:00Z</updated>");
    }

    fn link(&mut self, relation: &str, url: &str) {
        let _ = write!(self.text, "<link rel=\"{relation}\" href=\"");
        escape_attribute(&mut self.text, url);
        self.text += "\"/>\n";
    }

    fn element(&mut self, name: &str, text: &str) {
        let _ = write!(self.text, "<{name}>");
        self.words(text);
        let _ = write!(self.text, "</{name}>");
    }

    fn line(&mut self, name: &str, text: &str) {
        self.element(name, text);
        self.text.push('\n');
    }

    /// Writes words. What XML cannot hold in any form is left out.
    fn words(&mut self, words: impl Display) {
        let is_xml = |character: &char| !character.is_control() || matches!(character, '\n' | '\t');
        let words: String =
            words.to_string().chars().filter(is_xml).filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
        escape_text(&mut self.text, &words);
    }
}
