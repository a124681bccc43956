//! The plan for programs.

use std::collections::BTreeSet;

use anyhow::Context;
use serde_json::{Value, json};

use crate::names::EntityRef;
use crate::recovery::schedule::Schedule;
use crate::recovery::{Plan, Time};

/// Writes a plan as JSON; lengths are in minutes.
///
/// # Errors
/// When it cannot be written, which no plan is known to make happen.
pub(super) fn report(gone: &BTreeSet<EntityRef>, plan: &Plan<'_>, shown: &[&Schedule<'_>]) -> anyhow::Result<String> {
    let name = |index: &usize| plan.items.get(*index).map(|item| item.thing.to_string());
    let items = plan.items.iter().map(|item| {
        json!({
            "thing": item.thing.to_string(),
            "wave": item.wave + 1,
            "minutes": item.time.minutes(),
            "known": known(&item.time),
            "page": item.page.map(|page| format!("runbook:{page}")),
            "needs": item.needs.iter().filter_map(name).collect::<Vec<_>>(),
            "deadline": item.deadline.map(|deadline| deadline.minutes()),
            "without_copy": item.is_without_copy,
        })
    });
    let schedules = shown.iter().map(|schedule| {
        let spans = plan.items.iter().zip(&schedule.spans).map(|(item, span)| {
            json!({
                "thing": item.thing.to_string(), "start": span.start, "end": span.end,
                "person": span.person + 1, "at_least": span.is_at_least,
            })
        });
        json!({
            "people": schedule.people,
            "total": schedule.total,
            "at_least": schedule.is_at_least,
            "critical": schedule.critical.iter().filter_map(name).collect::<Vec<_>>(),
            "missed": schedule.missed.iter().map(|missed| json!({
                "thing": missed.thing.to_string(), "due": missed.due, "back": missed.back,
            })).collect::<Vec<_>>(),
            "spans": spans.collect::<Vec<_>>(),
        })
    });
    let cycles = plan.cycles.iter().map(|cycle| {
        let soften = cycle.softest().map(|(from, to)| json!({ "from": from.to_string(), "to": to.to_string() }));
        json!({ "services": names(&cycle.services), "soften": soften })
    });
    let whole = json!({
        "lost": if gone.is_empty() { json!("everything") } else { json!(gone.iter().map(ToString::to_string).collect::<Vec<_>>()) },
        "items": items.collect::<Vec<_>>(),
        "schedules": schedules.collect::<Vec<_>>(),
        "waiting": plan.waiting.iter().map(|(thing, needs)| json!({ "thing": thing.to_string(), "needs": names(needs) })).collect::<Vec<_>>(),
        "cycles": cycles.collect::<Vec<_>>(),
        "domains": names(&plan.domains),
        "unreadable": names(&plan.unreadable),
        "gone": names(&plan.gone),
    });
    Ok(serde_json::to_string_pretty(&whole).context("the plan as JSON")? + "\n")
}

fn names(things: &[&EntityRef]) -> Vec<Value> {
    things.iter().map(|thing| json!(thing.to_string())).collect()
}

/// How the time is known.
fn known(time: &Time<'_>) -> &'static str {
    match time {
        Time::Measured(..) => "measured",
        Time::Estimated(..) => "estimated",
        Time::WithHost(_) => "with-host",
        Time::Promised(_) => "promised",
        Time::Unknown => "unknown",
    }
}
