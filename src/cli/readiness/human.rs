//! The verdict for people: the headline, what to do next, then the table, the gates, and who cannot be missed.

use crate::cli::project::Project;
use crate::cli::ui::{Paint, Painted};
use crate::diagnostic::{Message, message};
use crate::knowledge::evidence::{Level, Link};
use crate::names::EntityRef;
use crate::readiness::action::Action;
use crate::readiness::forecast::{Change, Transition};
use crate::readiness::missing::BusFactor;
use crate::readiness::readiest;
use crate::readiness::say::{Speaker, level_id, link_id};
use crate::readiness::verdict::{Counts, ServiceVerdict, Standby};
use crate::records::exercise::ExerciseType;
use crate::words::Words;

use super::Report;

/// How many reasons are told of a gate.
const MOST_REASONS: usize = 4;
/// How many things an action or a reason names.
const MOST_NAMED: usize = 4;

/// Prints a report.
pub(super) fn report(report: &Report<'_>, project: &Project, words: &Words) -> Vec<Painted> {
    let mut printer = Printer { project, words, lines: Vec::new() };
    let today = project.kb.as_of;
    let Some(best) = readiest(&report.people, today) else {
        printer.line(Paint::Bold, words.word("readiness-nobody"));
        printer.bus_factor(&report.bus_factor);
        return printer.lines;
    };
    printer.headline(best);
    printer.action(report.plan.first());
    if let Some(together) = &report.together {
        let counts = printer.counts(together.counts(today));
        printer.say(Paint::Plain, &message!("readiness-together", counts = counts));
    }
    printer.table(best);
    printer.gates(best);
    printer.without(report);
    printer.bus_factor(&report.bus_factor);
    printer.lines
}

struct Printer<'a> {
    project: &'a Project,
    words: &'a Words,
    lines: Vec<Painted>,
}

impl Printer<'_> {
    fn line(&mut self, paint: Paint, text: String) {
        self.lines.push(Painted::new(paint, text));
        self.lines.push(Painted::new(Paint::Plain, "\n"));
    }

    fn say(&mut self, paint: Paint, message: &Message) {
        self.line(paint, self.words.say(message));
    }

    fn name(&self, thing: &EntityRef) -> String {
        self.project.kb.title(thing).to_owned()
    }

    fn spoken(&self, say: impl FnOnce(&Speaker<'_>) -> Message) -> String {
        let name = |thing: &EntityRef| thing.to_string();
        let date = |day: jiff::civil::Date| day.to_string();
        self.words.say(&say(&Speaker { name: &name, date: &date }))
    }

    fn counts(&self, counts: Counts) -> String {
        let Counts { no, on_paper, likely, proven } = counts;
        self.words.say(&message!("readiness-counts", proven = proven, likely = likely, paper = on_paper, no = no))
    }

    fn headline(&mut self, best: &Standby<'_>) {
        let today = self.project.kb.as_of;
        let counts = best.counts(today);
        let name = best.who.map(|who| self.name(who)).unwrap_or_default();
        let said = self.counts(counts);
        let shut = best.gates.iter().filter(|gate| !gate.course.at(today));
        let first = shut.clone().find_map(|gate| gate.closed.first());
        match first {
            None => self.say(Paint::Bold, &message!("readiness-can", name = name, counts = said)),
            Some(closed) => {
                let reason = self.spoken(|speaker| speaker.closed(closed));
                self.say(Paint::Bold, &message!("readiness-not-today", name = name, reason = reason));
                self.line(Paint::Plain, said);
            }
        }
        if counts.all() == 0 {
            self.line(Paint::Plain, self.words.word("readiness-no-services"));
        }
        match shut.count() {
            0 => self.line(Paint::Plain, self.words.word("readiness-gates-open")),
            count => self.say(Paint::Plain, &message!("readiness-gates-shut", count = count)),
        }
        if let Some(figure) = best.figure(today) {
            match best.is_open(today) {
                true => self.say(Paint::Plain, &message!("readiness-figure", figure = figure)),
                false => self.say(Paint::Plain, &message!("readiness-figure-blocked", figure = figure)),
            }
        }
        if let Some(transition) = best.transitions(today).iter().find(|transition| is_fall(best, transition, today)) {
            let what = self.change(&transition.change);
            let date = transition.day.to_string();
            self.say(Paint::Plain, &message!("readiness-first-to-fall", what = what, date = date));
        }
    }

    fn change(&self, change: &Change) -> String {
        let level = |level: Level| self.words.word(level_id(level));
        match change {
            Change::Service { service, to } => {
                self.words.say(&message!("readiness-falls-service", service = self.name(service), level = level(*to)))
            }
            Change::Link { service, link, to } => self.words.say(&message!(
                "readiness-falls-link",
                service = self.name(service),
                link = self.words.word(link_id(*link)),
                level = level(*to)
            )),
            Change::Gate { gate, is_open } => {
                let gate = self.words.word(&format!("gate-{}", gate.word()));
                match is_open {
                    true => self.words.say(&message!("readiness-opens-gate", gate = gate)),
                    false => self.words.say(&message!("readiness-falls-gate", gate = gate)),
                }
            }
            Change::Rehearsed(true) => self.words.word("readiness-gains-rehearsal"),
            Change::Rehearsed(false) => self.words.word("readiness-falls-rehearsal"),
        }
    }

    fn action(&mut self, action: Option<&Action>) {
        let Some(action) = action else { return };
        let said = said_action(self.words, action, &|thing| thing.to_string(), &|thing| self.name(thing));
        self.say(Paint::Bold, &message!("readiness-next", action = said));
    }

    fn table(&mut self, best: &Standby<'_>) {
        let today = self.project.kb.as_of;
        let width = best.live().map(|service| service.service.id().chars().count()).max().unwrap_or_default().min(28);
        let links = [Link::Access, Link::KnowHow, Link::Data];
        let heads = links.map(|link| self.words.word(link_id(link)));
        let cell = 15;
        self.line(Paint::Plain, String::new());
        let head: String = heads.iter().map(|head| pad(head, cell)).collect();
        self.line(Paint::Faint, format!("  {}{}", pad("", width + 2), head));
        for service in best.live() {
            let words = links.map(|link| self.words.word(level_id(service.link(link).course.at(today))));
            let cells: String = words.iter().map(|word| pad(word, cell)).collect();
            let verdict = self.words.word(level_id(service.course.at(today)));
            let tier = service.tier.number();
            let name = pad(service.service.id(), width + 2);
            self.line(Paint::Bold, format!("{tier} {name}{cells}= {verdict}"));
            self.reasons(service);
        }
    }

    fn reasons(&mut self, service: &ServiceVerdict<'_>) {
        let links = [&service.access, &service.know_how, &service.data];
        let level = links.iter().map(|link| link.level()).min().unwrap_or(Level::Proven);
        let all = links.into_iter().filter(|link| link.level() == level).flat_map(|link| link.weakest());
        let name = |thing: &EntityRef| thing.to_string();
        let date = |day: jiff::civil::Date| day.to_string();
        let reasons = Speaker { name: &name, date: &date }.reasons(all, MOST_NAMED);
        for said in reasons.iter().map(|reason| self.words.say(reason)).collect::<Vec<_>>() {
            self.line(Paint::Plain, format!("    {said}"));
        }
        if !service.held_by.is_empty() {
            let services = service.held_by.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            let said = self.words.say(&message!("readiness-held-by", services = services));
            self.line(Paint::Plain, format!("    {said}"));
        }
    }

    fn gates(&mut self, best: &Standby<'_>) {
        let today = self.project.kb.as_of;
        self.line(Paint::Plain, String::new());
        for gate in &best.gates {
            let is_open = gate.course.at(today);
            let (mark, paint) = if is_open { ('+', Paint::Green) } else { ('!', Paint::Red) };
            let word = self.words.word(if is_open { "readiness-gate-open" } else { "readiness-gate-shut" });
            let said = self.words.word(&format!("gate-{}", gate.gate.word()));
            self.line(paint, format!("{mark} {said}: {word}"));
            for closed in gate.closed.iter().take(MOST_REASONS) {
                let said = self.spoken(|speaker| speaker.closed(closed));
                self.line(Paint::Plain, format!("    {said}"));
            }
            if gate.closed.len() > MOST_REASONS {
                self.line(Paint::Plain, format!("    … +{}", gate.closed.len() - MOST_REASONS));
            }
        }
    }

    fn without(&mut self, report: &Report<'_>) {
        if report.without.is_empty() {
            return;
        }
        self.line(Paint::Plain, String::new());
        let names = report.without.iter().map(|thing| self.name(thing)).collect::<Vec<_>>().join(", ");
        self.say(Paint::Bold, &message!("readiness-without", names = names));
        if report.falls.is_empty() {
            self.line(Paint::Plain, format!("    {}", self.words.word("readiness-without-none")));
        }
        for fall in &report.falls {
            let (from, to) = (self.words.word(level_id(fall.from)), self.words.word(level_id(fall.to)));
            self.line(Paint::Plain, format!("    {}: {from} → {to}", self.name(fall.service)));
        }
    }

    fn bus_factor(&mut self, found: &BusFactor<'_>) {
        self.line(Paint::Plain, String::new());
        let said = said_bus_factor(self.words, found, &|thing| self.name(thing));
        self.line(Paint::Plain, said);
    }
}

/// Whether something becomes worth less.
fn is_fall(standby: &Standby<'_>, transition: &Transition, today: jiff::civil::Date) -> bool {
    match &transition.change {
        Change::Gate { is_open, .. } => !is_open,
        Change::Service { service, to } => {
            standby.services.iter().any(|of| of.service == service && of.course.at(today) > *to)
        }
        Change::Link { service, link, to } => {
            standby.services.iter().any(|of| of.service == service && of.link(*link).course.at(today) > *to)
        }
        Change::Rehearsed(is_rehearsed) => !is_rehearsed,
    }
}

fn pad(text: &str, width: usize) -> String {
    let mut padded: String = text.chars().take(width.max(1)).collect();
    padded.extend(std::iter::repeat_n(' ', width.saturating_sub(text.chars().count())));
    padded
}

/// Says what is best done.
pub(super) fn said_action(
    words: &Words,
    action: &Action,
    reference: &dyn Fn(&EntityRef) -> String,
    name: &dyn Fn(&EntityRef) -> String,
) -> String {
    let subjects = &action.exercise.subjects;
    let mut things = subjects.iter().take(MOST_NAMED).map(reference).collect::<Vec<_>>().join(", ");
    if subjects.len() > MOST_NAMED {
        things += &format!(", … +{}", subjects.len() - MOST_NAMED);
    }
    let what = match action.exercise_type {
        ExerciseType::AccessCheck => words.say(&message!("readiness-action-access-check", things = things)),
        ExerciseType::Restore => words.say(&message!("readiness-action-restore", things = things)),
        ExerciseType::Takeover => words.say(&message!("readiness-action-takeover", things = things)),
        _ => words.say(&message!("readiness-action-partial", things = things)),
    };
    let services = action.lifts.iter().map(|(service, _)| name(service)).collect::<Vec<_>>().join(", ");
    let lifts = message!("readiness-lifts", count = action.lifts.len(), services = services, links = action.links);
    let (hours, minutes) = (action.minutes / 60, action.minutes % 60);
    let time = words.say(&message!("readiness-hours", hours = hours, minutes = minutes));
    words.say(&message!("readiness-action", what = what, time = time, lifts = words.say(&lifts)))
}

/// Says who cannot be missed.
pub(super) fn said_bus_factor(words: &Words, found: &BusFactor<'_>, name: &dyn Fn(&EntityRef) -> String) -> String {
    match found {
        BusFactor::None(service) => {
            words.say(&message!("readiness-bus-factor", count = 0_usize, names = "", service = name(service)))
        }
        BusFactor::These(people, service) => {
            let names = people.iter().map(|who| name(who)).collect::<Vec<_>>().join(", ");
            words.say(&message!("readiness-bus-factor", count = people.len(), names = names, service = name(service)))
        }
        BusFactor::More(count) => words.say(&message!("readiness-bus-factor-more", count = *count)),
    }
}
