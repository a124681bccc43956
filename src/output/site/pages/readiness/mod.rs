//! Whether somebody can take over today: the verdict, why, what is best done next, and what becomes of it if nobody does anything.
//!
//! Verdicts are those of the day of the build, which the page names. Every change that comes by itself stands in a list, by its day; a few
//! lines of script follow the calendar with it, and without them the days can be read.

mod forecast;
mod gates;
mod others;
mod table;

use serde::Serialize;

use crate::diagnostic::message;
use crate::knowledge::evidence::Level;
use crate::output::site::chrome::{Chrome, Ending, TocEntry};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::readiness::action::{Action, plan};
use crate::readiness::verdict::{Counts, Standby};
use crate::readiness::{Readiness, readiest};
use crate::records::exercise::ExerciseType;

use forecast::ForecastView;
use gates::GateView;
use others::OthersView;
use table::RowView;

/// How many actions are told.
const STEPS: usize = 4;
/// How many things an action names.
const MOST_NAMED: usize = 12;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct ReadinessView {
    title: String,
    /// The day for which it is judged.
    judged: String,
    /// The verdict in a sentence.
    headline: String,
    /// Whether every gate is open.
    is_open: bool,
    /// How many services stand where, the worst first.
    counts: Vec<CountView>,
    /// How many gates are shut.
    gates_said: Option<String>,
    /// The figure, or that it is blocked.
    figure: Option<String>,
    /// Why it is no more, where a rehearsal is missing.
    unrehearsed: Option<String>,
    /// What all who stand by can do together.
    together: Option<String>,
    /// What changes first by itself.
    first_to_fall: Option<String>,
    /// What is best done, one after the other.
    actions: Vec<ActionView>,
    gates: Vec<GateView>,
    rows: Vec<RowView>,
    forecast: ForecastView,
    others: OthersView,
    /// What the verdict rests on.
    provenance: String,
    /// All that was found, of which this is a part.
    findings: Option<Link>,
    /// The words that a script sets: by level, and of a gate.
    words: Vec<WordView>,
}

/// How many services stand somewhere.
#[derive(Debug, Serialize)]
struct CountView {
    level: &'static str,
    word: String,
    count: usize,
}

/// A word that a script sets.
#[derive(Debug, Serialize)]
struct WordView {
    key: &'static str,
    word: String,
}

/// Something to do.
#[derive(Debug, Serialize)]
struct ActionView {
    said: String,
    things: Vec<Link>,
    /// How many more things belong to it.
    more: usize,
    lifts: String,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, ReadinessView) {
    let words = here.words();
    let title = here.title(&Page::Readiness);
    let kb = here.kb();
    let today = kb.as_of;
    let readiness = Readiness::new(kb, here.site.context.snapshot);
    let supposed = readiness.takeover();
    let standing_by = readiness.standing_by(&supposed);
    let people: Vec<Standby<'_>> = standing_by.iter().map(|who| readiness.judge(who, &supposed)).collect();
    let best = readiest(&people, today);
    let together = if people.len() > 1 { readiness.together(&standing_by, &supposed) } else { None };
    let actions = best.and_then(|best| best.who).map(|who| plan(&readiness, who, &supposed, STEPS)).unwrap_or_default();
    let counts = best.map(|best| best.counts(today)).unwrap_or_default();
    let view = ReadinessView {
        judged: words.say(&message!("readiness-judged", date = here.date(today))),
        headline: here.speak(|speaker| speaker.headline(best, today)),
        is_open: best.is_some_and(|best| best.is_open(today)),
        counts: count_views(here, counts),
        gates_said: best.map(|best| here.speak(|speaker| speaker.gates(best, today))),
        figure: best.and_then(|best| here.speak(|speaker| speaker.figure(best, today))),
        unrehearsed: best.filter(|best| !best.rehearsed.at(today)).map(|_| words.word("readiness-unrehearsed")),
        together: together.map(|together| {
            let counts = here.speak(|speaker| speaker.counts(together.counts(today)));
            words.say(&message!("readiness-together", counts = counts))
        }),
        first_to_fall: best.and_then(|best| here.speak(|speaker| speaker.first_to_fall(best, today))),
        actions: actions.iter().map(|action| action_view(here, action)).collect(),
        gates: best.map(|best| gates::views(here, best)).unwrap_or_default(),
        rows: best.map(|best| table::rows(here, best)).unwrap_or_default(),
        forecast: best.map(|best| forecast::view(here, best)).unwrap_or_default(),
        others: others::view(here, &readiness, &people, best),
        provenance: provenance(here, best),
        findings: here.link_to_page(&Page::Findings),
        words: level_words(here),
        title: title.clone(),
    };
    let mut chrome = Chrome::new(here, &title);
    let places = [
        ("_next", "readiness-next-heading", view.actions.is_empty()),
        ("_gates", "readiness-gates-heading", view.gates.is_empty()),
        ("_services", "readiness-services-heading", view.rows.is_empty()),
        ("_forecast", "readiness-forecast-heading", view.forecast.days.is_empty()),
        ("_missing", "readiness-missing-heading", view.others.people.is_empty()),
        ("_rule", "readiness-rule-heading", false),
    ];
    let places = places.into_iter().filter(|(.., is_empty)| !is_empty);
    chrome.toc = places.map(|(id, name, _)| TocEntry::new(id, words.word(name))).collect();
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Exercises)));
    (chrome, view)
}

fn count_views(here: &Here<'_>, counts: Counts) -> Vec<CountView> {
    let all = [
        (Level::Broken, counts.no),
        (Level::OnPaper, counts.on_paper),
        (Level::Shown, counts.likely),
        (Level::Proven, counts.proven),
    ];
    all.into_iter().map(|(level, count)| CountView { level: key(level), word: word(here, level), count }).collect()
}

/// The name of a level for styles and scripts.
pub(super) fn key(level: Level) -> &'static str {
    match level {
        Level::Broken => "no",
        Level::OnPaper => "paper",
        Level::Shown => "likely",
        Level::Proven => "proven",
    }
}

/// What a level is called.
pub(super) fn word(here: &Here<'_>, level: Level) -> String {
    here.speak(|speaker| speaker.level(level))
}

fn level_words(here: &Here<'_>) -> Vec<WordView> {
    let levels = [Level::Broken, Level::OnPaper, Level::Shown, Level::Proven];
    let mut all: Vec<WordView> =
        levels.into_iter().map(|level| WordView { key: key(level), word: word(here, level) }).collect();
    all.push(WordView { key: "open", word: here.words().word("readiness-gate-open") });
    all.push(WordView { key: "shut", word: here.words().word("readiness-gate-shut") });
    all
}

fn action_view(here: &Here<'_>, action: &Action) -> ActionView {
    let words = here.words();
    let subjects = &action.exercise.subjects;
    let more = subjects.len().saturating_sub(MOST_NAMED);
    let what = match action.exercise_type {
        ExerciseType::AccessCheck => "readiness-do-access-check",
        ExerciseType::Restore => "readiness-do-restore",
        ExerciseType::Takeover => "readiness-do-takeover",
        _ => "readiness-do-partial",
    };
    let (time, lifts) = here.speak(|speaker| (speaker.time(action), speaker.lifts(action)));
    ActionView {
        said: words.say(&message!("readiness-do", what = words.word(what), time = time)),
        things: subjects.iter().take(MOST_NAMED).filter_map(|thing| here.link_to(thing)).collect(),
        more,
        lifts,
    }
}

/// Says what the verdict rests on: of the links of all services, how many on records, how many on what is only written down.
fn provenance(here: &Here<'_>, best: Option<&Standby<'_>>) -> String {
    let today = here.kb().as_of;
    let levels = best
        .into_iter()
        .flat_map(Standby::live)
        .flat_map(|service| [&service.access, &service.know_how, &service.data].map(|link| link.course.at(today)));
    let (mut records, mut paper, mut missing) = (0_usize, 0_usize, 0_usize);
    for level in levels {
        *match level {
            Level::Broken => &mut missing,
            Level::OnPaper => &mut paper,
            Level::Shown | Level::Proven => &mut records,
        } += 1;
    }
    let all = records + paper + missing;
    here.words().say(&message!("readiness-provenance", records = records, all = all, paper = paper, missing = missing))
}
