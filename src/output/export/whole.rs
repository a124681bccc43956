//! Everything that is known, as JSON: things with their fields and relations, pages with their steps, records, and days.
//!
//! Written thing by thing: what is known is not held a second time. The schema is made from the same types.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::catalog::Entity;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::calendar::{self, Due};
use crate::knowledge::sheet::Tier;
use crate::names::{EntityRef, Kind};
use crate::output::OutputContext;
use crate::output::site::Addresses;
use crate::records::acknowledgement::Acknowledgement;
use crate::records::exercise::Exercise;
use crate::records::found::Found;
use crate::records::incident::Incident;
use crate::runbook::Runbook;
use crate::scalar::{Stated, Word};

use super::SCHEMA;
use super::said::{Fields, Gaps};

/// The version of this form. A field that goes, or means something else, asks for a new one; one that is added does not.
const FORMAT: u32 = 1;

/// Makes the JSON.
#[must_use]
pub fn whole(context: &OutputContext<'_>) -> Vec<u8> {
    let from = From { kb: context.kb, addresses: Addresses::of(context) };
    let mut bytes = serde_json::to_vec_pretty(&Whole::of(&from)).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// Makes its JSON Schema (draft 2020-12).
#[must_use]
pub fn schema() -> Vec<u8> {
    let schema = crate::schema::json_schema::<Whole<'static>>();
    let mut bytes = serde_json::to_vec_pretty(&schema).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// What the export is made from.
struct From<'a> {
    kb: &'a KnowledgeBase,
    addresses: Addresses,
}

impl From<'_> {
    fn address(&self, thing: &EntityRef) -> Option<String> {
        self.addresses.page(thing).map(ToString::to_string)
    }

    /// Whether something is there: what an audience may not see is not named for it either.
    fn has(&self, thing: &EntityRef) -> bool {
        match thing {
            EntityRef::Runbook(id) => self.kb.runbooks.contains_key(id),
            other => self.kb.catalog.entities.contains_key(other),
        }
    }

    fn gaps(&self) -> Gaps {
        if self.kb.is_whole() { Gaps::Told } else { Gaps::LeftOut }
    }

    fn names<'t>(&self, things: impl IntoIterator<Item = &'t EntityRef>) -> Vec<String> {
        things.into_iter().filter(|thing| self.has(thing)).map(ToString::to_string).collect()
    }
}

/// All that is known of a project.
#[derive(Serialize, JsonSchema)]
struct Whole<'a> {
    /// Where the schema of this file is.
    #[serde(rename = "$schema")]
    schema: String,
    /// The version of this form.
    format: u32,
    /// What the site is called.
    title: &'a str,
    /// The day for which everything is judged.
    as_of: String,
    /// The commit that was read; left out where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<Commit>,
    /// The languages of the site, the main one first.
    languages: Vec<&'a str>,
    /// Where the site is published; addresses below are relative to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    site_url: Option<&'a str>,
    /// The things, by kind and id.
    #[schemars(with = "BTreeMap<String, BTreeMap<String, Thing<'a>>>")]
    things: Things<'a>,
    /// The pages, by id.
    #[schemars(with = "BTreeMap<String, Page<'a>>")]
    runbooks: Pages<'a>,
    /// What was tried, read back, and lived through, by kind and name of the file.
    records: Records<'a>,
    /// What has a day, in the order of days.
    calendar: Vec<Day>,
}

impl<'a> Whole<'a> {
    fn of(from: &'a From<'a>) -> Self {
        let kb = from.kb;
        let config = &kb.config;
        Self {
            schema: config.published(SCHEMA).unwrap_or_else(|| SCHEMA.to_owned()),
            format: FORMAT,
            title: &config.title,
            as_of: kb.as_of.to_string(),
            commit: kb.history.head.as_ref().map(|head| Commit {
                id: head.id.to_string(),
                date: head.date.to_string(),
                dirty: kb.history.dirty,
            }),
            languages: config.languages.iter().map(crate::words::Language::as_str).collect(),
            site_url: config.site_url.as_deref(),
            things: Things(from),
            runbooks: Pages(from),
            records: Records::of(from),
            calendar: calendar::events(kb)
                .iter()
                .filter(|event| from.has(&event.thing))
                .map(|event| Day::of(from, event))
                .collect(),
        }
    }
}

/// A commit.
#[derive(Serialize, JsonSchema)]
struct Commit {
    /// Its id.
    id: String,
    /// Its day.
    date: String,
    /// Whether the files that were read differ from it.
    dirty: bool,
}

/// The things, written kind by kind.
struct Things<'a>(&'a From<'a>);

impl Serialize for Things<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let has = |kind: &Kind| self.0.kb.catalog.entities.keys().any(|thing| thing.kind() == *kind);
        serializer.collect_map(Kind::inventory().filter(has).map(|kind| (kind.name(), OfKind(self.0, kind))))
    }
}

/// The things of a kind, written one by one.
struct OfKind<'a>(&'a From<'a>, Kind);

impl Serialize for OfKind<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let of_kind = self.0.kb.catalog.entities.values().filter(|entity| entity.reference.kind() == self.1);
        serializer.collect_map(of_kind.map(|entity| (entity.reference.id(), Thing::of(self.0, entity))))
    }
}

/// A thing of the inventory.
#[derive(Serialize, JsonSchema)]
struct Thing<'a> {
    /// What people call it.
    name: &'a str,
    /// Its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// Its fields, as the inventory writes them.
    #[schemars(with = "BTreeMap<String, super::said::Said<'a>>")]
    fields: Fields<'a>,
    /// Notes, in Markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<&'a str>,
    /// How early a service must be back: 1 within a day, 2 within a week, 3 later. Follows from `mtd`.
    #[serde(skip_serializing_if = "Option::is_none")]
    tier: Option<&'static str>,
    /// Who refers to it, and through which field.
    referred_by: Vec<Referred>,
}

/// A reference to a thing.
#[derive(Serialize, JsonSchema)]
struct Referred {
    /// Who refers to it.
    from: String,
    /// Through which field; `text` where it stands in the text of a page.
    field: &'static str,
}

impl<'a> Thing<'a> {
    fn of(from: &'a From<'a>, entity: &'a Entity) -> Self {
        let referred = from.kb.incoming(&entity.reference).filter(|relation| from.has(&relation.from));
        let is_service = entity.reference.kind() == Kind::Service;
        Self {
            name: &entity.name,
            url: from.address(&entity.reference),
            fields: Fields(&entity.facts, from.gaps()),
            notes: entity.notes.as_deref(),
            tier: Tier::of(entity).filter(|_| is_service).map(Tier::number),
            referred_by: referred
                .map(|relation| Referred { from: relation.from.to_string(), field: relation.field })
                .collect(),
        }
    }
}

/// The pages, written one by one.
struct Pages<'a>(&'a From<'a>);

impl Serialize for Pages<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.kb.runbooks.values().map(|page| (page.id.as_str(), Page::of(self.0, page))))
    }
}

/// A page.
#[derive(Serialize, JsonSchema)]
struct Page<'a> {
    /// What it is called.
    title: &'a str,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'static str>,
    /// The language it was first written in.
    language: &'a str,
    /// One line that says what it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    /// What it is about.
    r#for: Vec<String>,
    /// The credentials that one needs to follow it.
    needs: Vec<String>,
    /// Its steps, in their order.
    steps: Vec<Step<'a>>,
}

/// A step of a page.
#[derive(Serialize, JsonSchema)]
struct Step<'a> {
    /// Its permanent id: the place of the page to jump to.
    id: &'a str,
    /// What to do, in a sentence.
    action: &'a str,
}

impl<'a> Page<'a> {
    fn of(from: &From<'a>, page: &'a Runbook) -> Self {
        let needs: Vec<EntityRef> = page.needs().iter().map(EntityRef::from).collect();
        let steps = page.outline.steps.iter();
        Self {
            title: &page.title,
            url: from.address(&EntityRef::from(&page.id)),
            r#type: page.runbook_type().map(Word::word),
            language: page.language.as_str(),
            summary: page.summary.as_deref(),
            r#for: from.names(&page.subjects),
            needs: from.names(&needs),
            steps: steps.map(|step| Step { id: &step.id, action: &step.action }).collect(),
        }
    }
}

/// The records.
#[derive(Serialize, JsonSchema)]
struct Records<'a> {
    /// What was tried.
    exercises: BTreeMap<&'a str, Tried<'a>>,
    /// What was read back.
    acknowledgements: BTreeMap<&'a str, ReadBack<'a>>,
    /// What went wrong.
    incidents: BTreeMap<&'a str, WentWrong<'a>>,
}

impl<'a> Records<'a> {
    fn of(from: &'a From<'a>) -> Self {
        let records = &from.kb.records;
        let (exercises, read) = (records.exercises.iter(), records.acknowledgements.iter());
        Self {
            exercises: exercises.map(|(id, of)| (id.name(), Tried::of(from, of))).collect(),
            acknowledgements: read.map(|(id, of)| (id.name(), ReadBack::of(from, of))).collect(),
            incidents: records.incidents.iter().map(|(id, of)| (id.name(), WentWrong::of(from, of))).collect(),
        }
    }
}

/// An exercise.
#[derive(Serialize, JsonSchema)]
struct Tried<'a> {
    /// Its day.
    date: String,
    /// How near to the real thing it came.
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'static str>,
    /// Who did it.
    by: Vec<String>,
    /// What it was about.
    subjects: Vec<String>,
    /// How it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<&'static str>,
    /// How long it took.
    #[serde(skip_serializing_if = "Option::is_none")]
    took: Option<String>,
    /// What was found on the way; empty where somebody looked and there was nothing, left out where nobody says.
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<&'a [String]>,
}

impl<'a> Tried<'a> {
    fn of(from: &From<'_>, exercise: &'a Exercise) -> Self {
        Self {
            date: exercise.file.date.to_string(),
            r#type: exercise.exercise_type.known().map(|of| of.word()),
            by: from.names(exercise.by.known().into_iter().chain(&exercise.helped_by)),
            subjects: from.names(&exercise.subjects),
            result: exercise.result.known().map(|result| result.word()),
            took: exercise.took.as_ref().and_then(Stated::known).map(ToString::to_string),
            found: exercise.found.known().map(|Found(found)| found.as_slice()),
        }
    }
}

/// An acknowledgement.
#[derive(Serialize, JsonSchema)]
struct ReadBack<'a> {
    /// Its day.
    date: String,
    /// Who read it.
    by: Vec<String>,
    /// What was read.
    subjects: Vec<String>,
    /// What it means, in the reader's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    readback: Option<&'a str>,
    /// What remained open.
    questions: &'a [String],
}

impl<'a> ReadBack<'a> {
    fn of(from: &From<'_>, acknowledgement: &'a Acknowledgement) -> Self {
        Self {
            date: acknowledgement.file.date.to_string(),
            by: from.names(acknowledgement.by.known()),
            subjects: from.names(acknowledgement.subject.known()),
            readback: acknowledgement.readback.known().map(String::as_str),
            questions: &acknowledgement.questions,
        }
    }
}

/// An incident.
#[derive(Serialize, JsonSchema)]
struct WentWrong<'a> {
    /// Its day.
    date: String,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    /// When it was over; left out while it goes on, or nobody says.
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<String>,
    /// What was broken.
    subjects: Vec<String>,
    /// Why it happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<&'a str>,
    /// What people felt of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    impact: Option<&'a str>,
    /// What everybody may read of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    public_summary: Option<&'a str>,
}

impl<'a> WentWrong<'a> {
    fn of(from: &From<'_>, incident: &'a Incident) -> Self {
        let ended = incident.ended.as_ref().and_then(Stated::known);
        Self {
            date: incident.file.date.to_string(),
            title: incident.title.known().map(String::as_str),
            ended: ended.map(ToString::to_string),
            subjects: from.names(&incident.services),
            cause: incident.cause.known().map(String::as_str),
            impact: incident.impact.known().map(String::as_str),
            public_summary: incident.public_summary.as_deref(),
        }
    }
}

/// Something that has a day.
#[derive(Serialize, JsonSchema)]
struct Day {
    /// What it is about.
    thing: String,
    /// What happens to it: a word that never changes.
    occasion: String,
    /// The last day to act; left out of what is due already and of what nobody knows the day of.
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<String>,
    /// The day itself, where it has to be acted on some time before.
    #[serde(skip_serializing_if = "Option::is_none")]
    ends: Option<String>,
    /// Whether it is due already.
    due: bool,
    /// Whether somebody has to act.
    needs_somebody: bool,
    /// Who.
    #[serde(skip_serializing_if = "Option::is_none")]
    who: Option<String>,
}

impl Day {
    fn of(from: &From<'_>, event: &calendar::Event<'_>) -> Self {
        let ends = match event.due {
            Due::Before { end, .. } => Some(end.to_string()),
            Due::Now | Due::On(_) | Due::Unknown => None,
        };
        Self {
            thing: event.thing.to_string(),
            occasion: event.occasion.to_string(),
            on: event.day().map(|day| day.to_string()),
            ends,
            due: event.due == Due::Now,
            needs_somebody: event.occasion.needs_somebody(),
            who: event.who.filter(|who| from.has(who)).map(ToString::to_string),
        }
    }
}
