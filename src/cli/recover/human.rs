//! The plan for people: by wave, then what it comes to.

use std::collections::BTreeSet;

use crate::cli::lines::Lines;
use crate::cli::project::Project;
use crate::cli::ui::{Paint, Painted};
use crate::diagnostic::message;
use crate::knowledge::say::Speaker;
use crate::names::EntityRef;
use crate::readiness::Readiness;
use crate::recovery::schedule::{Schedule, Span};
use crate::recovery::{Item, Plan};
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
    let mut printer = Printer { lines: Lines::new(words) };
    let names = printer.speaker().names(gone);
    match gone.is_empty() {
        true => printer.lines.say(Paint::Bold, &message!("recovery-everything")),
        false => printer.lines.say(Paint::Bold, &message!("recovery-lost", names = names)),
    }
    printer.people(project, people);
    if plan.items.is_empty() && people.is_empty() {
        printer.lines.say(Paint::Plain, &message!("recovery-nothing"));
    }
    printer.items(plan, shown);
    printer.around(plan);
    for schedule in shown.iter().filter(|_| !plan.items.is_empty()) {
        printer.schedule(plan, schedule);
    }
    printer.lines.painted()
}

struct Printer<'a> {
    lines: Lines<'a>,
}

impl<'a> Printer<'a> {
    /// What falls without people, which is nothing that has to be brought back.
    fn people(&mut self, project: &Project, people: &BTreeSet<EntityRef>) {
        if people.is_empty() {
            return;
        }
        self.lines.say(Paint::Plain, &message!("recovery-person"));
        let falls = Readiness::new(&project.kb, &project.snapshot).falls(people);
        if falls.is_empty() {
            self.lines.line(Paint::Plain, format!("  {}", self.lines.words.word("readiness-without-none")));
        }
        let speaker = self.speaker();
        for fall in falls {
            let (from, to) = (speaker.level(fall.from), speaker.level(fall.to));
            self.lines.line(Paint::Plain, format!("  {}: {from} → {to}", fall.service));
        }
    }

    fn items(&mut self, plan: &Plan<'_>, shown: &[&Schedule<'_>]) {
        let mut wave = None;
        for (index, item) in plan.items.iter().enumerate() {
            if wave != Some(item.wave) {
                wave = Some(item.wave);
                self.lines.line(Paint::Plain, "");
                self.lines.say(Paint::Bold, &message!("recovery-wave", number = item.wave + 1));
            }
            let backs: Vec<String> =
                shown.iter().filter_map(|schedule| schedule.spans.get(index)).map(|span| self.back(span)).collect();
            let time = self.speaker().recovery_time(&item.time);
            self.lines.line(Paint::Plain, format!("  {:<28} {:<14} {time}", item.thing.to_string(), backs.join(" / ")));
            self.detail(item);
        }
    }

    fn back(&self, span: &Span) -> String {
        let sign = if span.is_at_least { "≥ " } else { "" };
        format!("{sign}{}", self.speaker().length(span.end))
    }

    fn detail(&mut self, item: &Item<'_>) {
        if item.is_without_copy {
            self.lines.line(Paint::Red, format!("    {}", self.lines.words.word("recovery-without-copy")));
        }
        if let Some(page) = item.page {
            self.lines.line(Paint::Faint, format!("    runbook:{page}"));
        }
    }

    /// What stands around: loops, what waits, what is out of reach.
    fn around(&mut self, plan: &Plan<'_>) {
        let speaker = self.speaker();
        let names = |things: &[&EntityRef]| speaker.names(things.iter().copied());
        self.lines.line(Paint::Plain, "");
        for said in plan.cycles.iter().filter_map(|cycle| speaker.cycle(cycle)) {
            self.lines.line(Paint::Red, said);
        }
        for (thing, needs) in &plan.waiting {
            let message = message!("recovery-waiting", name = thing.to_string(), needs = names(needs));
            self.lines.say(Paint::Plain, &message);
        }
        if !plan.domains.is_empty() {
            self.lines.say(Paint::Plain, &message!("recovery-domains", names = names(&plan.domains)));
        }
        if !plan.unreadable.is_empty() {
            self.lines.say(Paint::Plain, &message!("recovery-unreadable", names = names(&plan.unreadable)));
        }
        if !plan.gone.is_empty() {
            self.lines.say(Paint::Red, &message!("recovery-gone", names = names(&plan.gone)));
        }
    }

    fn schedule(&mut self, plan: &Plan<'_>, schedule: &Schedule<'_>) {
        let speaker = self.speaker();
        self.lines.line(Paint::Bold, speaker.total(schedule));
        let critical = schedule.critical.iter().filter_map(|index| plan.items.get(*index)).map(|item| item.thing);
        let critical = speaker.names(critical);
        if !critical.is_empty() {
            let said = self.lines.words.say(&message!("recovery-critical", names = critical));
            self.lines.line(Paint::Plain, format!("  {said}"));
        }
        for missed in speaker.missed(schedule) {
            self.lines.line(Paint::Red, format!("  {missed}"));
        }
        if schedule.missed.is_empty() {
            self.lines.line(Paint::Plain, format!("  {}", self.lines.words.word("recovery-none-missed")));
        }
    }

    fn speaker(&self) -> Speaker<'a> {
        Speaker::referring(self.lines.words)
    }
}
