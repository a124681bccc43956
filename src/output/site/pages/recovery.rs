//! In which order things come back: when everything is lost, or one host, or one provider.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::diagnostic::message;
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind};
use crate::output::site::body::Html;
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::here::{Here, Link};
use crate::output::site::map::{self, Layer};
use crate::output::site::page::Page;
use crate::recovery::schedule::{Missed, Schedule, Span};
use crate::recovery::{Item, Lost, Plan, Time, plan};

/// How many things are told of what stands around.
const MOST: usize = 60;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct RecoveryView {
    title: String,
    /// What is lost.
    lost: Option<Link>,
    waves: Vec<WaveView>,
    /// The waves as a drawing; nothing of so many things that a drawing tells nothing.
    map: Option<Html>,
    totals: Vec<TotalView>,
    cycles: Vec<CycleView>,
    waiting: Vec<WaitingView>,
    /// What the loss takes with it, each with what that means.
    taken: Vec<TakenView>,
    /// The other losses that are worked out.
    scenarios: Vec<Link>,
    /// How the same is printed.
    command: String,
}

/// What can be brought back at the same time.
#[derive(Debug, Serialize)]
struct WaveView {
    id: String,
    title: String,
    items: Vec<ItemView>,
}

/// Something to bring back.
#[derive(Debug, Serialize)]
struct ItemView {
    thing: Link,
    /// How long it takes, and how that is known.
    time: String,
    /// Whether that is no more than a promise, or nothing.
    is_guess: bool,
    /// When it is back, for one person and for two.
    back: String,
    /// How long it may be down.
    within: Option<String>,
    /// Whether it is back too late, for one person, or for two.
    is_late: bool,
    page: Option<Link>,
    /// What has to be back right before.
    needs: Vec<Link>,
    is_without_copy: bool,
}

/// What a number of people come to.
#[derive(Debug, Serialize)]
struct TotalView {
    said: String,
    critical: Vec<Link>,
    missed: Vec<String>,
}

/// A loop of dependencies.
#[derive(Debug, Serialize)]
struct CycleView {
    said: String,
    services: Vec<Link>,
}

/// Something that stands still until others are back.
#[derive(Debug, Serialize)]
struct WaitingView {
    thing: Link,
    needs: Vec<Link>,
}

/// Things that a loss takes with it.
#[derive(Debug, Serialize)]
struct TakenView {
    title: String,
    things: Vec<Link>,
    more: usize,
}

/// Returns the hosts and providers whose loss takes something down that has to be brought back.
pub(in crate::output::site) fn scenarios(kb: &KnowledgeBase) -> BTreeSet<EntityRef> {
    let things = kb.catalog.entities.keys().filter(|thing| matches!(thing.kind(), Kind::Host | Kind::Provider));
    let carries = |thing: &&EntityRef| {
        let runs = kb.referring(thing, "runs_on").any(|from| from.kind() == Kind::Service);
        runs || kb.referring(thing, "provider").any(|from| from.kind() == Kind::Host)
    };
    things.filter(carries).take(MOST_SCENARIOS).cloned().collect()
}

/// Of how many hosts and providers the loss is worked out.
const MOST_SCENARIOS: usize = 100;

pub(super) fn view<'a>(here: &Here<'a>, lost: Option<&EntityRef>) -> (Chrome<'a>, RecoveryView) {
    let words = here.words();
    let kb = here.kb();
    let loss = lost.map_or(Lost::Everything, |thing| Lost::These(BTreeSet::from([thing.clone()])));
    let plan = plan(kb, &loss);
    let title = match lost {
        None => here.title(&Page::Recovery),
        Some(thing) => words.say(&message!("recovery-title-of", name = here.name(thing).0.into_owned())),
    };
    let mut chrome = Chrome::new(here, &title);
    let waves = waves(here, &plan);
    chrome.toc = waves.iter().map(|wave| TocEntry::new(&wave.id, wave.title.clone())).collect();
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Readiness)));
    let layer =
        |wave: &WaveView| Layer { nodes: wave.items.iter().map(|item| item.thing.clone()).collect(), is_here: false };
    let layers: Vec<Layer> = waves.iter().map(layer).collect();
    let totals = [&plan.alone, &plan.together].map(|schedule| total(here, &plan, schedule));
    let everything = lost.and_then(|_| here.link(&Page::Recovery, words.word("recovery-everything")));
    let others = scenarios(kb).into_iter().filter(|thing| Some(thing) != lost);
    let others = others.filter_map(|thing| {
        let (name, lang) = here.name(&thing);
        Some(Link { lang, ..here.link(&Page::Loss(thing.clone()), name)? })
    });
    let view = RecoveryView {
        lost: lost.and_then(|thing| here.link_to(thing)),
        totals: if plan.items.is_empty() { Vec::new() } else { totals.into() },
        cycles: plan.cycles.iter().filter_map(|cycle| cycle_view(here, cycle)).collect(),
        waiting: plan
            .waiting
            .iter()
            .take(MOST)
            .filter_map(|(thing, needs)| waiting(here, &plan, thing, needs))
            .collect(),
        taken: taken(here, &plan),
        scenarios: everything.into_iter().chain(others).collect(),
        command: lost.map_or_else(|| "releve recover".to_owned(), |thing| format!("releve recover --lost {thing}")),
        map: map::draw(&layers, &words.word("recovery-map")),
        waves,
        title,
    };
    (chrome, view)
}

fn waves(here: &Here<'_>, plan: &Plan<'_>) -> Vec<WaveView> {
    let mut waves: Vec<WaveView> = Vec::new();
    for (index, item) in plan.items.iter().enumerate() {
        if waves.len() <= item.wave {
            let number = item.wave + 1;
            let title = here.words().say(&message!("recovery-wave", number = number));
            waves.push(WaveView { id: format!("_wave-{number}"), title, items: Vec::new() });
        }
        if let (Some(wave), Some(view)) = (waves.last_mut(), item_view(here, plan, index, item)) {
            wave.items.push(view);
        }
    }
    waves
}

fn item_view(here: &Here<'_>, plan: &Plan<'_>, index: usize, item: &Item<'_>) -> Option<ItemView> {
    let words = here.words();
    let (one, two) = (plan.alone.spans.get(index)?, plan.together.spans.get(index)?);
    let back = message!("recovery-back", one = back(here, one), two = back(here, two));
    let direct = here.kb().needs(item.thing);
    let needs = item.needs.iter().filter_map(|needed| plan.items.get(*needed)).map(|needed| needed.thing);
    let is_late =
        |schedule: &Schedule<'_>| schedule.missed.iter().any(|missed: &Missed<'_>| missed.thing == item.thing);
    Some(ItemView {
        thing: here.link_to(item.thing)?,
        time: here.speak(|speaker| speaker.recovery_time(&item.time)),
        is_guess: matches!(item.time, Time::Promised(_) | Time::Unknown),
        back: words.say(&back),
        within: item.deadline.map(|deadline| {
            let time = here.speak(|speaker| speaker.length(deadline.minutes()));
            words.say(&message!("recovery-within", time = time))
        }),
        is_late: is_late(&plan.alone) || is_late(&plan.together),
        page: item.page.and_then(|page| here.link_to(&page.into())),
        needs: needs.filter(|needed| direct.contains(needed)).filter_map(|needed| here.link_to(needed)).collect(),
        is_without_copy: item.is_without_copy,
    })
}

fn back(here: &Here<'_>, span: &Span) -> String {
    let sign = if span.is_at_least { "≥\u{a0}" } else { "" };
    format!("{sign}{}", here.speak(|speaker| speaker.length(span.end)))
}

fn total(here: &Here<'_>, plan: &Plan<'_>, schedule: &Schedule<'_>) -> TotalView {
    let critical = schedule.critical.iter().filter_map(|index| plan.items.get(*index));
    TotalView {
        said: here.speak(|speaker| speaker.total(schedule)),
        critical: critical.take(MOST).filter_map(|item| here.link_to(item.thing)).collect(),
        missed: here.speak(|speaker| speaker.missed(schedule).take(MOST).collect()),
    }
}

fn cycle_view(here: &Here<'_>, cycle: &crate::recovery::Cycle<'_>) -> Option<CycleView> {
    let said = here.speak(|speaker| speaker.cycle(cycle))?;
    Some(CycleView { said, services: cycle.services.iter().filter_map(|service| here.link_to(service)).collect() })
}

fn waiting(here: &Here<'_>, plan: &Plan<'_>, thing: &EntityRef, needs: &[&EntityRef]) -> Option<WaitingView> {
    // Of what it waits for, what nothing else of it stands on: the rest is back before.
    let is_last = |needed: &&&EntityRef| {
        !needs.iter().any(|other| other != *needed && here.kb().all_needs(other).contains(**needed))
    };
    let last: Vec<Link> = needs
        .iter()
        .take(MOST)
        .filter(|needed| plan.items.len() > MOST || is_last(needed))
        .filter_map(|needed| here.link_to(needed))
        .collect();
    Some(WaitingView { thing: here.link_to(thing)?, needs: last })
}

fn taken(here: &Here<'_>, plan: &Plan<'_>) -> Vec<TakenView> {
    let all = [
        ("recovery-gone-heading", &plan.gone),
        ("recovery-unreadable-heading", &plan.unreadable),
        ("recovery-domains-heading", &plan.domains),
    ];
    let view = |(title, things): (&str, &Vec<&EntityRef>)| TakenView {
        title: here.words().word(title),
        things: things.iter().take(MOST).filter_map(|thing| here.link_to(thing)).collect(),
        more: things.len().saturating_sub(MOST),
    };
    all.into_iter().filter(|(_, things)| !things.is_empty()).map(view).collect()
}
