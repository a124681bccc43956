//! The verdict for programs.

use anyhow::Context;
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::cli::project::Project;
use crate::knowledge::evidence::{Level, Link};
use crate::knowledge::say::Speaker;
use crate::readiness::missing::BusFactor;
use crate::readiness::readiest;
use crate::readiness::verdict::{Judged, Standby};
use crate::scalar::Word;
use crate::words::{Language, Words};

use super::Report;

/// Writes a report as JSON.
///
/// # Errors
/// When it cannot be written, which no report is known to make happen.
pub(super) fn report(report: &Report<'_>, project: &Project) -> anyhow::Result<String> {
    let today = project.kb.as_of;
    let best = readiest(&report.people, today).and_then(|best| best.who);
    let bus_factor = match &report.bus_factor {
        BusFactor::None(service) => json!({ "at_least": 0, "people": [], "service": service.to_string() }),
        BusFactor::These(people, service) => json!({
            "at_least": people.len(),
            "people": people.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "service": service.to_string(),
        }),
        BusFactor::More(count) => json!({ "at_least": count + 1 }),
    };
    let plan = report.plan.iter().map(|action| {
        json!({
            "type": action.exercise_type.word(),
            "by": action.exercise.by.to_string(),
            "subjects": action.exercise.subjects.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "minutes": action.minutes,
            "lifts": action.lifts.iter().map(|(service, to)| json!({ "service": service.to_string(), "to": level(*to) })).collect::<Vec<_>>(),
            "links": action.links,
        })
    });
    let falls = report
        .falls
        .iter()
        .map(|fall| json!({ "service": fall.service.to_string(), "from": level(fall.from), "to": level(fall.to) }));
    let whole = json!({
        "as_of": today.to_string(),
        "without": report.without.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "readiest": best.map(ToString::to_string),
        "people": report.people.iter().map(|standby| of(standby, today)).collect::<Vec<_>>(),
        "together": report.together.as_ref().map(|standby| of(standby, today)),
        "next": plan.collect::<Vec<_>>(),
        "falls": falls.collect::<Vec<_>>(),
        "bus_factor": bus_factor,
    });
    let text = serde_json::to_string_pretty(&whole).context("the verdict as JSON")?;
    Ok(text + "\n")
}

fn of(standby: &Standby<'_>, today: Date) -> Value {
    let counts = standby.counts(today);
    let services = standby.live().map(|service| {
        let links = [("access", Link::Access), ("know_how", Link::KnowHow), ("data", Link::Data)];
        let links = links.map(|(name, link)| (name.to_owned(), judged(service.link(link), today)));
        json!({
            "service": service.service.to_string(),
            "tier": service.tier.number(),
            "level": level(service.course.at(today)),
            "links": Value::Object(links.into_iter().collect()),
            "held_by": service.held_by.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "becomes": service.course.after(today).map(|(day, to)| json!({ "on": day.to_string(), "to": level(to) })).collect::<Vec<_>>(),
        })
    });
    let gates = standby.gates.iter().map(|gate| {
        json!({
            "gate": gate.gate.word(),
            "open": gate.course.at(today),
            "closed_by": gate.closed.iter().map(|closed| {
                json!({ "thing": closed.thing.as_ref().map(ToString::to_string), "why": said(|speaker| speaker.closed(closed)) })
            }).collect::<Vec<_>>(),
            "becomes": gate.course.after(today).map(|(day, open)| json!({ "on": day.to_string(), "open": open })).collect::<Vec<_>>(),
        })
    });
    json!({
        "who": standby.who.map(ToString::to_string),
        "counts": { "no": counts.no, "on_paper": counts.on_paper, "likely": counts.likely, "proven": counts.proven },
        "blocked": !standby.is_open(today),
        "figure": standby.figure(today),
        "rehearsed": standby.rehearsed.at(today),
        "services": services.collect::<Vec<_>>(),
        "gates": gates.collect::<Vec<_>>(),
    })
}

fn judged(judged: &Judged, today: Date) -> Value {
    let reasons = judged
        .weakest()
        .map(|reason| json!({ "thing": reason.thing.to_string(), "why": said(|speaker| speaker.reason(reason)) }));
    json!({
        "level": level(judged.course.at(today)),
        "because": reasons.collect::<Vec<_>>(),
        "becomes": judged.course.after(today).map(|(day, to)| json!({ "on": day.to_string(), "to": level(to) })).collect::<Vec<_>>(),
    })
}

/// Says something in English, whatever the language of the terminal.
fn said(say: impl FnOnce(&Speaker<'_>) -> String) -> String {
    let words = Words::load(&Language::ENGLISH);
    say(&Speaker::referring(&words))
}

/// The word for a level that does not depend on the language.
fn level(level: Level) -> &'static str {
    match level {
        Level::Broken => "no",
        Level::OnPaper => "on-paper",
        Level::Shown => "likely",
        Level::Proven => "proven",
    }
}
