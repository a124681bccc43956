//! The records as the search reads them.

use crate::names::{EntityRef, Kind};
use crate::output::site::page::Page;
use crate::output::site::record::title_with_day;
use crate::records::found::Found;
use crate::records::{Record, RecordKind};
use crate::scalar::Stated;
use crate::search::{self, Group, Part, Section};

use super::{Item, Reader};

/// Returns the message that says what a record is.
pub(super) fn kind(kind: RecordKind) -> String {
    format!("record-kind-{}", kind.name())
}

impl<'a> Reader<'a> {
    pub(super) fn record(&self, record: Record<'a>, page: &'a Page) -> search::Page {
        let kb = self.site.context.kb;
        let id = &record.file().id;
        let prose = |text: &String| Part::Prose(format!("{text} ·"));
        search::Page {
            key: id.to_string(),
            title: self.here(page, 0).map(|here| title_with_day(&here, id)).unwrap_or_default(),
            addresses: self.addresses(page, |_| true),
            language: kb.config.language.clone(),
            // What helps now stands above what went wrong once.
            group: Group::Reference,
            kind: kind(id.kind()),
            proof: None,
            names: Vec::new(),
            // Not the words of its file: they are those of the page that it is about, which is what one looks for.
            aliases: Vec::new(),
            subjects: about(record).map(|thing| kb.title(thing).to_owned()).collect(),
            services: self.services(record.subjects().into_iter()),
            sections: vec![Section { parts: said(record).map(prose).collect(), ..Section::default() }],
        }
    }

    /// The records, each with its page.
    pub(super) fn records(&self) -> impl Iterator<Item = Item<'a>> + use<'a> {
        let site = self.site;
        site.plan.pages().filter_map(|(page, tongue, _)| match page {
            Page::Record(id) if tongue == 0 => Some(Item::Record(site.context.kb.records.get(id)?, page)),
            _ => None,
        })
    }
}

/// What a record is about, and who took part. A record about twenty things is looked for by what they are, not by each of them.
fn about<'a>(record: Record<'a>) -> impl Iterator<Item = &'a EntityRef> {
    let things = record.subjects().into_iter().chain(record.people());
    things
        .filter(|thing| matches!(thing.kind(), Kind::Service | Kind::Credential | Kind::Backup | Kind::Person))
        .take(8)
}

/// What its author wrote.
fn said<'a>(record: Record<'a>) -> impl Iterator<Item = &'a String> {
    let found = |found: &'a Stated<Found>| found.known().map(|Found(found)| found.as_slice()).unwrap_or_default();
    let (texts, lists): (Vec<&Stated<String>>, &[String]) = match record {
        Record::Exercise(exercise) => (Vec::new(), found(&exercise.found)),
        Record::Acknowledgement(acknowledgement) => (vec![&acknowledgement.readback], &acknowledgement.questions),
        Record::Incident(incident) => (vec![&incident.impact, &incident.cause], found(&incident.runbooks_missing)),
    };
    let actions = match record {
        Record::Incident(incident) => incident.actions.as_slice(),
        Record::Exercise(_) | Record::Acknowledgement(_) => &[],
    };
    let actions = actions.iter().filter_map(|action| action.what.known());
    texts.into_iter().filter_map(Stated::known).chain(lists).chain(actions)
}
