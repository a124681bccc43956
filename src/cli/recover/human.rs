//! The plan for people: by wave, then what it comes to.

use std::collections::BTreeSet;

use crate::cli::project::Project;
use crate::cli::ui::{Paint, Painted};
use crate::diagnostic::{Message, message};
use crate::names::EntityRef;
use crate::readiness::Readiness;
use crate::readiness::say::Speaker;
use crate::recovery::schedule::{Schedule, Span};
use crate::recovery::{Item, Plan, Time, length};
use crate::words::Words;

/// Prints a plan.
pub(super) fn report(
    project: &Project,
    gone: &BTreeSet<EntityRef>,
    people: &BTreeSet<EntityRef>,
    plan: &Plan<'_>,
    shown: &[&Schedule<'_>],
    words: &Words,
) -> Vec<Painted> {
    let mut printer = Printer { words, lines: Vec::new() };
    let names = names(gone.iter());
    match gone.is_empty() {
        true => printer.say(Paint::Bold, &message!("recovery-everything")),
        false => printer.say(Paint::Bold, &message!("recovery-lost", names = names)),
    }
    printer.people(project, people);
    if plan.items.is_empty() && people.is_empty() {
        printer.say(Paint::Plain, &message!("recovery-nothing"));
    }
    printer.items(plan, shown);
    printer.around(plan);
    for schedule in shown.iter().filter(|_| !plan.items.is_empty()) {
        printer.schedule(plan, schedule);
    }
    printer.lines
}

struct Printer<'a> {
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

    /// What falls without people, which is nothing that has to be brought back.
    fn people(&mut self, project: &Project, people: &BTreeSet<EntityRef>) {
        if people.is_empty() {
            return;
        }
        self.say(Paint::Plain, &message!("recovery-person"));
        let falls = Readiness::new(&project.kb, &project.snapshot).falls(people);
        if falls.is_empty() {
            self.line(Paint::Plain, format!("  {}", self.words.word("readiness-without-none")));
        }
        for fall in falls {
            let speaker = Speaker { words: self.words, name: &|thing| thing.to_string(), date: &|day| day.to_string() };
            let (from, to) = (speaker.level(fall.from), speaker.level(fall.to));
            self.line(Paint::Plain, format!("  {}: {from} → {to}", fall.service));
        }
    }

    fn items(&mut self, plan: &Plan<'_>, shown: &[&Schedule<'_>]) {
        let mut wave = None;
        for (index, item) in plan.items.iter().enumerate() {
            if wave != Some(item.wave) {
                wave = Some(item.wave);
                self.line(Paint::Plain, String::new());
                self.say(Paint::Bold, &message!("recovery-wave", number = item.wave + 1));
            }
            let backs: Vec<String> =
                shown.iter().filter_map(|schedule| schedule.spans.get(index)).map(|span| self.back(span)).collect();
            let time = self.words.say(&said_time(self.words, &item.time));
            self.line(Paint::Plain, format!("  {:<28} {:<14} {time}", item.thing.to_string(), backs.join(" / ")));
            self.detail(item);
        }
    }

    fn back(&self, span: &Span) -> String {
        let sign = if span.is_at_least { "≥ " } else { "" };
        format!("{sign}{}", self.words.say(&length(span.end)))
    }

    fn detail(&mut self, item: &Item<'_>) {
        if item.is_without_copy {
            self.line(Paint::Red, format!("    {}", self.words.word("recovery-without-copy")));
        }
        if let Some(page) = item.page {
            self.line(Paint::Faint, format!("    runbook:{page}"));
        }
    }

    /// What stands around: loops, what waits, what is out of reach.
    fn around(&mut self, plan: &Plan<'_>) {
        self.line(Paint::Plain, String::new());
        for cycle in &plan.cycles {
            if let Some((from, to)) = cycle.softest() {
                let names = cycle.services.iter().chain(cycle.services.first()).map(ToString::to_string);
                let names = names.collect::<Vec<_>>().join(" → ");
                let message = message!("recovery-cycle", names = names, from = from.to_string(), to = to.to_string());
                self.say(Paint::Red, &message);
            }
        }
        for (thing, needs) in &plan.waiting {
            let needs = names(needs.iter().copied());
            self.say(Paint::Plain, &message!("recovery-waiting", name = thing.to_string(), needs = needs));
        }
        if !plan.domains.is_empty() {
            self.say(Paint::Plain, &message!("recovery-domains", names = names(plan.domains.iter().copied())));
        }
        if !plan.unreadable.is_empty() {
            self.say(Paint::Plain, &message!("recovery-unreadable", names = names(plan.unreadable.iter().copied())));
        }
        if !plan.gone.is_empty() {
            self.say(Paint::Red, &message!("recovery-gone", names = names(plan.gone.iter().copied())));
        }
    }

    fn schedule(&mut self, plan: &Plan<'_>, schedule: &Schedule<'_>) {
        let (people, time) = (schedule.people, self.words.say(&length(schedule.total)));
        match schedule.is_at_least {
            true => self.say(Paint::Bold, &message!("recovery-total-at-least", people = people, time = time)),
            false => self.say(Paint::Bold, &message!("recovery-total", people = people, time = time)),
        }
        let critical = schedule.critical.iter().filter_map(|index| plan.items.get(*index)).map(|item| item.thing);
        let critical = names(critical);
        if !critical.is_empty() {
            self.line(Paint::Plain, format!("  {}", self.words.say(&message!("recovery-critical", names = critical))));
        }
        for (index, missed) in schedule.missed.iter().enumerate() {
            let (name, due) = (missed.thing.to_string(), self.words.say(&length(missed.due)));
            let back = self.words.say(&length(missed.back));
            let message = match index {
                0 => message!("recovery-first-missed", name = name, due = due, back = back),
                _ => message!("recovery-missed", name = name, due = due, back = back),
            };
            self.line(Paint::Red, format!("  {}", self.words.say(&message)));
        }
        if schedule.missed.is_empty() {
            self.line(Paint::Plain, format!("  {}", self.words.word("recovery-none-missed")));
        }
    }
}

/// Says how long something takes, and how that is known.
fn said_time(words: &Words, time: &Time<'_>) -> Message {
    let said = |minutes: u64| words.say(&length(minutes));
    match time {
        Time::Measured(time, day) => {
            message!("recovery-measured", time = said(time.minutes()), date = day.to_string())
        }
        Time::Estimated(time, _) => message!("recovery-estimated", time = said(time.minutes())),
        Time::WithHost(host) => message!("recovery-with-host", host = host.to_string()),
        Time::Promised(time) => message!("recovery-promised", time = said(time.minutes())),
        Time::Unknown => message!("recovery-unknown"),
    }
}

fn names<'a>(things: impl Iterator<Item = &'a EntityRef>) -> String {
    things.map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
