//! The first page of an edition for others than admins: what there is, what is promised and how the promises stand, what it costs, whom
//! to write to.

use std::borrow::Cow;

use serde::Serialize;

use crate::catalog::fact::Value;
use crate::catalog::service::Service;
use crate::diagnostic::{Message, message};
use crate::names::{EntityRef, Kind};
use crate::output::site::body::{self, Html};
use crate::output::site::chrome::{Chrome, Ending};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::record;
use crate::output::site::tree::entities;
use crate::output::site::value::{FactView, ValueView, label};
use crate::records::Record;
use crate::records::exercise::{Exercise, ExerciseType};
use crate::scalar::{Duration, Stated};

use super::start::copy;

/// Where one goes on, in the order in which one asks.
const WAYS: [Page; 11] = [
    Page::List(Kind::Service),
    Page::List(Kind::Project),
    Page::Money,
    Page::Tools,
    Page::List(Kind::Provider),
    Page::List(Kind::Contract),
    Page::List(Kind::Partner),
    Page::Decisions,
    Page::Incidents,
    Page::Entity(EntityRef::Organisation),
    Page::Contents,
];

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct WelcomeView<'a> {
    title: Cow<'a, str>,
    lead: Option<Cow<'a, str>>,
    services: Vec<ServiceView>,
    ways: Vec<Link>,
    /// How the organisation can be reached.
    contacts: Vec<FactView>,
    /// People who may be named.
    people: Vec<Link>,
    introduction: Option<Html>,
    /// The language of the introduction, where it is not that of the page.
    introduction_lang: Option<String>,
    /// Which copy this is.
    copy: String,
}

#[derive(Debug, Serialize)]
struct ServiceView {
    link: Link,
    /// Where it is used.
    urls: Vec<ValueView>,
    /// What is promised, a sentence each.
    promises: Vec<String>,
    /// How the promise stands: what was last tried.
    tried: Status,
    /// What is broken now.
    broken: Option<Broken>,
}

/// What a trial showed.
#[derive(Debug, Serialize)]
struct Status {
    text: String,
    /// Whether the promise would not have been kept.
    is_late: bool,
    /// The record of it.
    record: Option<Link>,
}

/// What is broken now.
#[derive(Debug, Serialize)]
struct Broken {
    text: String,
    link: Option<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, WelcomeView<'a>) {
    let kb = here.kb();
    let organisation = kb.catalog.entities.get(&EntityRef::Organisation);
    let title = here.prose(organisation.map_or(kb.config.title.as_str(), |organisation| &organisation.name));
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending { people: Vec::new(), action: here.link_to_page(&Page::Contents) });
    let contact = |name: &str| {
        let value = Value::find(&organisation?.facts, name)?;
        Some(FactView { label: Some(label(here, name)), value: ValueView::new(here, value) })
    };
    let introduction = here.site.plan.introduction.as_ref().and_then(|id| here.text(id));
    let own = kb.config.editions.get(&kb.audience).and_then(|edition| edition.description.as_deref());
    let lead = own.or_else(|| organisation?.summary.as_deref());
    let view = WelcomeView {
        title,
        lead: lead.or(kb.config.description.as_deref()).map(|lead| here.prose(lead)),
        services: services(here),
        ways: WAYS.iter().filter_map(|page| here.link_to_page(page)).collect(),
        contacts: ["public_contact", "security_contact"].into_iter().filter_map(contact).collect(),
        people: entities(kb, Kind::Person).iter().filter_map(|person| here.described(&person.reference)).collect(),
        introduction_lang: introduction.and_then(|introduction| here.foreign(&introduction.language)),
        introduction: introduction.map(|introduction| body::html(here, introduction, &introduction.title)),
        copy: copy(here),
    };
    (chrome, view)
}

fn services(here: &Here<'_>) -> Vec<ServiceView> {
    let live = entities(here.kb(), Kind::Service);
    let live = live.into_iter().filter(|service| !here.kb().catalog.is_retired(&service.reference));
    let service = |entity: &crate::catalog::Entity| {
        let EntityRef::Service(id) = &entity.reference else { return None };
        let service = here.kb().catalog.services.get(id)?;
        Some(ServiceView {
            link: here.described(&entity.reference)?,
            urls: service.urls.iter().map(|url| ValueView::link(url.to_string(), url.as_str())).collect(),
            promises: promises(here, service),
            tried: tried(here, &entity.reference, service),
            broken: broken(here, &entity.reference),
        })
    };
    live.filter_map(service).collect()
}

fn promises(here: &Here<'_>, service: &Service) -> Vec<String> {
    let words = here.words();
    let promise = |id: &'static str, promised: &Option<Stated<Duration>>| {
        let length = promised.as_ref()?.known()?;
        Some(words.say(&Message { id, arguments: vec![("length", words.say(&length.message()).into())] }))
    };
    let promises = [
        promise("welcome-mtd", &service.mtd),
        promise("welcome-rto", &service.rto),
        promise("welcome-rpo", &service.rpo),
    ];
    promises.into_iter().flatten().collect()
}

/// Says what the newest trial that may be shown has proven of a promise.
fn tried(here: &Here<'_>, thing: &EntityRef, service: &Service) -> Status {
    let words = here.words();
    let is_trial = |exercise: &&Exercise| {
        exercise.exercise_type == Stated::Known(ExerciseType::Restore) && exercise.subjects.contains(thing)
    };
    let Some(exercise) = here.kb().records.exercises.values().rev().find(is_trial) else {
        return Status { text: words.word("welcome-not-tried"), is_late: false, record: None };
    };
    let date = here.date(exercise.file.date);
    let took = exercise.took.as_ref().and_then(Stated::known);
    let promised = service.rto.as_ref().and_then(Stated::known);
    let is_late = took.zip(promised).is_some_and(|(took, promised)| took.minutes() > promised.minutes());
    let text = match took.filter(|_| exercise.has_worked()) {
        Some(took) if is_late => message!("welcome-late", date = date, took = words.say(&took.message())),
        Some(took) => message!("welcome-kept", date = date, took = words.say(&took.message())),
        None if exercise.has_failed() => message!("welcome-failed", date = date),
        None => message!("welcome-tried", date = date),
    };
    let record = record::link(here, Record::Exercise(exercise));
    Status { text: words.say(&text), is_late: is_late || exercise.has_failed(), record }
}

/// Tells an incident that is not over.
fn broken(here: &Here<'_>, thing: &EntityRef) -> Option<Broken> {
    let mut incidents = here.kb().records.incidents.values().rev();
    let incident = incidents.find(|incident| incident.ended.is_none() && incident.services.contains(thing))?;
    let text = message!("welcome-broken", date = here.date(incident.file.date));
    Some(Broken { text: here.words().say(&text), link: record::link(here, Record::Incident(incident)) })
}
