//! The verdict for people: the headline, what to do next, then the table, the gates, and who cannot be missed.

use crate::cli::lines::Lines;
use crate::cli::project::Project;
use crate::cli::ui::{Paint, Painted};
use crate::diagnostic::message;
use crate::knowledge::evidence::{Level, Link};
use crate::knowledge::say::Speaker;
use crate::names::EntityRef;
use crate::readiness::action::Action;
use crate::readiness::course::Course;
use crate::readiness::missing::BusFactor;
use crate::readiness::readiest;
use crate::readiness::verdict::{ServiceVerdict, Standby};
use crate::records::exercise::ExerciseType;
use crate::words::Words;

use super::Report;

/// How many reasons are told of a gate.
const MOST_REASONS: usize = 4;
/// How many things an action or a reason names.
const MOST_NAMED: usize = 4;

/// Prints a report.
pub(super) fn report(report: &Report<'_>, project: &Project, words: &Words) -> Vec<Painted> {
    let mut printer = Printer { project, lines: Lines::new(words) };
    let today = project.kb.as_of;
    let Some(best) = readiest(&report.people, today) else {
        printer.lines.line(Paint::Bold, words.word("readiness-nobody"));
        printer.bus_factor(&report.bus_factor);
        return printer.lines.painted();
    };
    printer.headline(best);
    printer.action(report.plan.first());
    if let Some(together) = &report.together {
        let counts = printer.spoken(|speaker| speaker.counts(together.counts(today)));
        printer.lines.say(Paint::Plain, &message!("readiness-together", counts = counts));
    }
    printer.table(best);
    printer.gates(best);
    printer.without(report);
    printer.bus_factor(&report.bus_factor);
    printer.lines.painted()
}

struct Printer<'a> {
    project: &'a Project,
    lines: Lines<'a>,
}

impl Printer<'_> {
    fn name(&self, thing: &EntityRef) -> String {
        self.project.kb.title(thing).to_owned()
    }

    /// Says something, with things by their names; in reasons, as they are referred to.
    fn spoken<T>(&self, say: impl FnOnce(&Speaker<'_>) -> T) -> T {
        let name = |thing: &EntityRef| self.name(thing);
        say(&Speaker { words: self.lines.words, name: &name, date: &|day| day.to_string() })
    }

    fn referred<T>(&self, say: impl FnOnce(&Speaker<'_>) -> T) -> T {
        say(&Speaker::referring(self.lines.words))
    }

    fn headline(&mut self, best: &Standby<'_>) {
        let today = self.project.kb.as_of;
        let counts = best.counts(today);
        self.lines.line(Paint::Bold, self.spoken(|speaker| speaker.headline(Some(best), today)));
        if !best.is_open(today) {
            self.lines.line(Paint::Plain, self.spoken(|speaker| speaker.counts(counts)));
        }
        if counts.all() == 0 {
            self.lines.line(Paint::Plain, self.lines.words.word("readiness-no-services"));
        }
        self.lines.line(Paint::Plain, self.spoken(|speaker| speaker.gates(best, today)));
        for said in [
            self.spoken(|speaker| speaker.figure(best, today)),
            self.spoken(|speaker| speaker.first_to_fall(best, today)),
        ] {
            said.into_iter().for_each(|said| self.lines.line(Paint::Plain, said));
        }
    }

    fn action(&mut self, action: Option<&Action>) {
        let Some(action) = action else { return };
        let subjects = &action.exercise.subjects;
        let mut things = subjects.iter().take(MOST_NAMED).map(ToString::to_string).collect::<Vec<_>>().join(", ");
        if subjects.len() > MOST_NAMED {
            things += &format!(", … +{}", subjects.len() - MOST_NAMED);
        }
        let what = self.lines.words.say(&match action.exercise_type {
            ExerciseType::AccessCheck => message!("readiness-action-access-check", things = things),
            ExerciseType::Restore => message!("readiness-action-restore", things = things),
            ExerciseType::Takeover => message!("readiness-action-takeover", things = things),
            _ => message!("readiness-action-partial", things = things),
        });
        let (time, lifts) = self.spoken(|speaker| (speaker.time(action), speaker.lifts(action)));
        let said = self.lines.words.say(&message!("readiness-action", what = what, time = time, lifts = lifts));
        self.lines.say(Paint::Bold, &message!("readiness-next", action = said));
    }

    fn table(&mut self, best: &Standby<'_>) {
        let today = self.project.kb.as_of;
        let width = best.live().map(|service| service.service.id().chars().count()).max().unwrap_or_default().min(28);
        let links = [Link::Access, Link::KnowHow, Link::Data];
        let heads = links.map(|link| self.spoken(|speaker| speaker.link(link)));
        let cell = 15;
        self.lines.line(Paint::Plain, "");
        let head: String = heads.iter().map(|head| pad(head, cell)).collect();
        self.lines.line(Paint::Faint, format!("  {}{}", pad("", width + 2), head));
        for service in best.live() {
            let level = |course: &Course<Level>| self.spoken(|speaker| speaker.level(course.at(today)));
            let words = links.map(|link| level(&service.link(link).course));
            let cells: String = words.iter().map(|word| pad(word, cell)).collect();
            let verdict = level(&service.course);
            let tier = service.tier.number();
            let name = pad(service.service.id(), width + 2);
            self.lines.line(Paint::Bold, format!("{tier} {name}{cells}= {verdict}"));
            self.reasons(service);
        }
    }

    fn reasons(&mut self, service: &ServiceVerdict<'_>) {
        let links = [&service.access, &service.know_how, &service.data];
        let level = links.iter().map(|link| link.level()).min().unwrap_or(Level::Proven);
        let all = links.into_iter().filter(|link| link.level() == level).flat_map(|link| link.weakest());
        for said in self.referred(|speaker| speaker.reasons(all, MOST_NAMED)) {
            self.lines.line(Paint::Plain, format!("    {said}"));
        }
        if !service.held_by.is_empty() {
            let services = service.held_by.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            let said = self.lines.words.say(&message!("readiness-held-by", services = services));
            self.lines.line(Paint::Plain, format!("    {said}"));
        }
    }

    fn gates(&mut self, best: &Standby<'_>) {
        let today = self.project.kb.as_of;
        self.lines.line(Paint::Plain, "");
        for gate in &best.gates {
            let is_open = gate.course.at(today);
            let (mark, paint) = if is_open { ('+', Paint::Green) } else { ('!', Paint::Red) };
            let word = self.lines.words.word(if is_open { "readiness-gate-open" } else { "readiness-gate-shut" });
            let said = self.lines.words.word(gate.gate.message_id());
            self.lines.line(paint, format!("{mark} {said}: {word}"));
            for closed in gate.closed.iter().take(MOST_REASONS) {
                let said = self.referred(|speaker| speaker.closed(closed));
                self.lines.line(Paint::Plain, format!("    {said}"));
            }
            if gate.closed.len() > MOST_REASONS {
                self.lines.line(Paint::Plain, format!("    … +{}", gate.closed.len() - MOST_REASONS));
            }
        }
    }

    fn without(&mut self, report: &Report<'_>) {
        if report.without.is_empty() {
            return;
        }
        self.lines.line(Paint::Plain, "");
        let names = report.without.iter().map(|thing| self.name(thing)).collect::<Vec<_>>().join(", ");
        self.lines.say(Paint::Bold, &message!("readiness-without", names = names));
        if report.falls.is_empty() {
            self.lines.line(Paint::Plain, format!("    {}", self.lines.words.word("readiness-without-none")));
        }
        for fall in &report.falls {
            let (from, to) = self.spoken(|speaker| (speaker.level(fall.from), speaker.level(fall.to)));
            self.lines.line(Paint::Plain, format!("    {}: {from} → {to}", self.name(fall.service)));
        }
    }

    fn bus_factor(&mut self, found: &BusFactor<'_>) {
        self.lines.line(Paint::Plain, "");
        self.lines.line(Paint::Plain, self.spoken(|speaker| speaker.bus_factor(found)));
    }
}

fn pad(text: &str, width: usize) -> String {
    let mut padded: String = text.chars().take(width.max(1)).collect();
    padded.extend(std::iter::repeat_n(' ', width.saturating_sub(text.chars().count())));
    padded
}
