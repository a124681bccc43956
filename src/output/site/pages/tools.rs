//! What we use, how free it is, why we accept the rest, and how we would leave: what an association can publish as its ethics of tools.
//!
//! An edition for the public holds less than what is known. What is not there is not spoken of: a gap would look like one of ours.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::Entity;
use crate::catalog::fact::Value;
use crate::catalog::organisation::Charter;
use crate::catalog::provider::{CharterException, Exit, Provider, SoftwareFreedom};
use crate::catalog::service::Service;
use crate::diagnostic::message;
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind};
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::decisions::decisions;
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::tree::entities;
use crate::output::site::value::{FactView, ValueView, label};
use crate::records::exercise::Exercise;
use crate::scalar::{Duration, Stated};
use crate::words::sort_key;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct ToolsView {
    title: String,
    /// How much of it is free, in one sentence.
    summary: Option<String>,
    software: Vec<SoftwareRow>,
    providers: Vec<Group>,
    /// How people take their data with them, by service.
    exports: Vec<ExportView>,
    /// The charters that were signed, with where they can be read.
    charters: Vec<ValueView>,
}

/// A program, with what it is used for.
#[derive(Debug, Serialize)]
struct SoftwareRow {
    name: ValueView,
    services: Vec<Link>,
    license: Option<ValueView>,
    freedom: Option<Freedom>,
    source: Option<ValueView>,
}

/// How free something is.
#[derive(Debug, Serialize)]
struct Freedom {
    text: String,
    /// Whether all of it is.
    is_free: bool,
}

/// Providers that are equally free.
#[derive(Debug, Serialize)]
struct Group {
    id: &'static str,
    title: String,
    providers: Vec<ProviderView>,
}

/// A provider, and what we say for ourselves about it.
#[derive(Debug, Serialize)]
struct ProviderView {
    link: Link,
    facts: Vec<FactView>,
}

/// How people take their data with them from a service.
#[derive(Debug, Serialize)]
struct ExportView {
    link: Link,
    how: ValueView,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, ToolsView) {
    let words = here.words();
    let title = here.title(&Page::Tools);
    let mut chrome = Chrome::new(here, &title);
    let software = software(here);
    let providers = providers(here);
    let exports = exports(here);
    let sections = [(!software.is_empty(), "_software", "tools-software")];
    let sections = sections.into_iter().filter(|(exists, ..)| *exists).map(|(_, id, title)| (id, words.word(title)));
    let groups = providers.iter().map(|group| (group.id, group.title.clone()));
    let last = (!exports.is_empty()).then(|| ("_data", words.word("tools-data")));
    chrome.toc = sections.chain(groups).chain(last).map(|(id, title)| TocEntry::new(id, title)).collect();
    let next = [Page::Charter, Page::Decisions, Page::List(Kind::Provider), Page::Start];
    let next = next.iter().find_map(|page| here.link_to_page(page));
    chrome.ending = Some(Ending::general(here, next));
    let view =
        ToolsView { title, summary: summary(here, &software), software, providers, exports, charters: charters(here) };
    (chrome, view)
}

/// Whether there is anything to say.
pub(in crate::output::site) fn has_tools(kb: &KnowledgeBase) -> bool {
    let mut services = kb.catalog.services.values();
    services.any(|service| !service.is_retired() && service.software.known().is_some())
        || !kb.catalog.providers.is_empty()
}

/// The programs, by name; one that is used for several services stands there once.
fn software(here: &Here<'_>) -> Vec<SoftwareRow> {
    let services = here.kb().catalog.services.values().filter(|service| !service.is_retired());
    let mut programs: BTreeMap<(String, &str, &str), Vec<&Service>> = BTreeMap::new();
    for service in services {
        let Some((name, software)) = service.software.known().and_then(|of| Some((of.name.known()?, of))) else {
            continue;
        };
        let license = software.license.known().map_or("", String::as_str);
        programs.entry((sort_key(name), name, license)).or_default().push(service);
    }
    let row = |((_, name, license), services): ((String, &str, &str), Vec<&Service>)| {
        let link = |service: &&Service| here.link_to(&EntityRef::from(&service.id));
        let source = services.iter().find_map(|service| service.software.known()?.source.as_ref());
        SoftwareRow {
            name: ValueView::prose(here, name),
            license: Some(match license {
                "" => ValueView::unknown(here),
                license => ValueView::code(license),
            }),
            freedom: services.first().and_then(|service| service.freedom()).map(|freedom| Freedom::new(here, freedom)),
            source: source.map(|url| ValueView::address(url.as_str())),
            services: services.iter().filter_map(link).collect(),
        }
    };
    programs.into_iter().map(row).collect()
}

impl Freedom {
    fn new(here: &Here<'_>, freedom: SoftwareFreedom) -> Self {
        Self { text: here.word(freedom), is_free: freedom == SoftwareFreedom::Free }
    }
}

/// Says how many programs are free, of those of which it is known.
fn summary(here: &Here<'_>, software: &[SoftwareRow]) -> Option<String> {
    let known: Vec<bool> = software.iter().filter_map(|row| Some(row.freedom.as_ref()?.is_free)).collect();
    let free = known.iter().filter(|is_free| **is_free).count();
    let unknown = software.len() - known.len();
    let said = || message!("tools-summary", free = free, all = known.len(), unknown = unknown);
    (!known.is_empty()).then(|| here.words().say(&said()))
}

/// The providers, those first that ask for a reason.
fn providers(here: &Here<'_>) -> Vec<Group> {
    let catalog = &here.kb().catalog;
    let mut groups: BTreeMap<usize, Vec<ProviderView>> = BTreeMap::new();
    for entity in entities(here.kb(), Kind::Provider) {
        let EntityRef::Provider(id) = &entity.reference else { continue };
        let Some(provider) = catalog.providers.get(id) else { continue };
        let place = match &provider.software_freedom {
            Stated::Known(SoftwareFreedom::Nonfree) => 0,
            Stated::Known(SoftwareFreedom::Mixed) => 1,
            Stated::Known(SoftwareFreedom::Free) => 2,
            Stated::None(_) => 3,
            Stated::Unknown => 4,
        };
        if let Some(link) = here.described(&entity.reference) {
            groups.entry(place).or_default().push(ProviderView { link, facts: facts(here, provider) });
        }
    }
    const GROUPS: [(&str, &str); 5] = [
        ("_nonfree", "tools-nonfree"),
        ("_mixed", "tools-mixed"),
        ("_free", "tools-free"),
        ("_beside", "tools-beside"),
        ("_unsaid", "tools-unsaid"),
    ];
    let group = |(place, providers): (usize, Vec<ProviderView>)| {
        let (id, title) = GROUPS.get(place)?;
        Some(Group { id, title: here.words().word(title), providers })
    };
    groups.into_iter().filter_map(group).collect()
}

/// What we say for ourselves about a provider; nothing of what is not known.
fn facts(here: &Here<'_>, provider: &Provider) -> Vec<FactView> {
    let mut facts = Vec::new();
    let mut add = |label: String, value: Option<ValueView>| {
        facts.extend(value.filter(|value| !value.is_empty()).map(|value| FactView { label: Some(label), value }));
    };
    let word = |id: &str| here.words().word(id);
    if let Stated::None(reason) = &provider.software_freedom {
        add(word("field-reason"), Some(ValueView::prose(here, reason)));
    }
    add(label(here, "jurisdiction"), provider.jurisdiction.as_ref().map(|country| ValueView::code(country.as_str())));
    if !provider.is_unfree() {
        return facts;
    }
    let exception = provider.charter_exception.as_ref();
    let thing = EntityRef::from(&provider.id);
    let about: Vec<&EntityRef> = here.kb().pages_about(&thing).collect();
    let decided = decisions(here.kb()).into_iter().map(|page| EntityRef::from(&page.id));
    let decided = decided.filter(|page| about.contains(&page)).map(|page| ValueView::reference(here, &page));
    let decided: Vec<ValueView> = decided.collect();
    // A decision says why as well as an exception does.
    let unsaid = || decided.is_empty().then(|| ValueView::unknown(here));
    add(word("tools-why"), exception.and_then(|exception| why(here, exception)).or_else(unsaid));
    add(word("tools-decided"), Some(ValueView::list(decided)));
    let exit = provider.exit.as_ref();
    add(word("tools-leave"), exit.and_then(|exit| leave(here, exit)));
    let pages = here.kb().exit_pages(provider).into_iter().map(EntityRef::from);
    add(label(here, "how"), Some(ValueView::list(pages.map(|page| ValueView::reference(here, &page)).collect())));
    let effort = exit.and_then(|exit| exit.known()?.effort.known());
    add(label(here, "effort"), effort.map(|effort| ValueView::text(here.words().say(&effort.message()))));
    add(word("tools-tried"), tried(here, provider, effort));
    facts
}

/// Why it is accepted, and until when.
fn why(here: &Here<'_>, exception: &CharterException) -> Option<ValueView> {
    let reason = ValueView::prose(here, exception.reason.known()?);
    let until = exception.until.known();
    let until =
        until.map(|until| ValueView::text(here.words().say(&message!("tools-until", date = here.date(until.0)))));
    Some(ValueView::row(std::iter::once(reason).chain(until)))
}

/// For what we would leave it; why we would not.
fn leave(here: &Here<'_>, exit: &Stated<Exit>) -> Option<ValueView> {
    match exit {
        Stated::Known(exit) => exit.to.known().map(|to| ValueView::prose(here, to)),
        Stated::None(reason) => Some(ValueView::prose(here, reason)),
        Stated::Unknown => None,
    }
}

/// Whether the way out was tried, when, and how long it took beside what was thought. That it never was is said only where exercises are
/// shown at all: an edition without them knows nothing of it.
fn tried(here: &Here<'_>, provider: &Provider, effort: Option<&Duration>) -> Option<ValueView> {
    let kb = here.kb();
    let Some(exercise) = kb.exit_tried(provider) else {
        let is_shown = !kb.records.exercises.is_empty() && !kb.exit_pages(provider).is_empty();
        return is_shown.then(|| ValueView::gap(here.words().word("tools-untried")));
    };
    let text = how_it_went(here, exercise, effort);
    Some(match here.href(&Page::Record(exercise.file.id.clone())) {
        Some(href) => ValueView::link(href, text),
        None => ValueView::text(text),
    })
}

fn how_it_went(here: &Here<'_>, exercise: &Exercise, effort: Option<&Duration>) -> String {
    let words = here.words();
    let date = here.date(exercise.file.date);
    if exercise.has_failed() {
        return words.say(&message!("tools-tried-in-vain", date = date));
    }
    let took = exercise.took.as_ref().and_then(Stated::known).map(|took| words.say(&took.message()));
    match (took, effort) {
        (Some(took), Some(effort)) => {
            let effort = words.say(&effort.message());
            words.say(&message!("tools-tried-beside", date = date, took = took, effort = effort))
        }
        (Some(took), None) => words.say(&message!("tools-tried-in", date = date, took = took)),
        (None, _) => words.say(&message!("tools-tried-on", date = date)),
    }
}

/// How people take their data with them, of each service that says so.
fn exports(here: &Here<'_>) -> Vec<ExportView> {
    let kb = here.kb();
    let services = entities(kb, Kind::Service).into_iter().filter(|entity| !kb.catalog.is_retired(&entity.reference));
    let export = |entity: &Entity| {
        let export = Value::find(&entity.facts, "data.export")?;
        Some(ExportView { link: here.link_to(&entity.reference)?, how: ValueView::new(here, export) })
    };
    services.filter_map(export).collect()
}

fn charters(here: &Here<'_>) -> Vec<ValueView> {
    let charters = here.kb().catalog.organisation.as_ref().map(|of| of.charters.as_slice()).unwrap_or_default();
    let words = here.words();
    let charter = |charter: &Charter| {
        let name = match charter.version.known() {
            Some(version) => {
                words.say(&message!("tools-charter-version", name = charter.name.as_str(), version = version.as_str()))
            }
            None => charter.name.clone(),
        };
        match charter.url.known() {
            Some(url) => ValueView::link(url.as_str().to_owned(), name),
            None => ValueView::text(name),
        }
    };
    charters.iter().map(charter).collect()
}
