//! What stands at the head of a page, as fields.

use crate::catalog::fact::{Fact, Value};
use crate::catalog::facts::Facts;
use crate::runbook::Runbook;
use crate::runbook::front_matter::{Ordered, RunbookHead};

/// The fields of which a translation has its own.
const TRANSLATED: [&str; 5] = ["title", "summary", "symptoms", "not_when", "asks"];

/// Returns the fields at the head of a page; of a translation, those that are its own.
pub(super) fn facts(page: &Runbook, is_translation: bool) -> Vec<Fact> {
    let mut facts = match page.head() {
        Some(head) => of_head(page, head),
        None => Facts::default().add("title", &page.title).add("summary", &page.summary).finish(),
    };
    if is_translation {
        facts.retain(|fact| TRANSLATED.contains(&fact.name));
    }
    facts
}

fn of_head(page: &Runbook, head: &RunbookHead) -> Vec<Fact> {
    let RunbookHead {
        // What the page is called, whoever says it.
        title: _,
        runbook_type,
        subjects,
        symptoms,
        needs,
        risk,
        time,
        status,
        evidence_every,
        tested_with,
        alerts,
        severity,
        mode,
        not_when,
        asks,
        audience,
        lang,
        // Former ids are told as such.
        aliases: _,
        summary,
        tags,
        weight,
        decided_on,
    } = head;
    Facts::default()
        .add("title", &page.title)
        .add("summary", summary)
        .add("type", runbook_type)
        .add("status", status)
        .add("severity", severity)
        .add("for", subjects)
        .add("symptoms", symptoms)
        .add("alerts", alerts)
        .add("not_when", not_when)
        .add("needs", needs)
        .add("risk", risk)
        .add("time", time)
        .add("mode", mode)
        .add("asks", &texts(asks))
        .add("tested_with", &texts(tested_with))
        .add("evidence_every", evidence_every)
        .add("decided_on", decided_on)
        .code("lang", lang.as_ref().map(ToString::to_string).as_ref())
        .add("audience", audience)
        .add("tags", tags)
        .add("weight", weight)
        .finish()
}

/// Texts by name, one an item.
fn texts(texts: &Ordered) -> Vec<Value> {
    texts.0.iter().map(|(name, text)| Value::Text(format!("{name}: {text}"))).collect()
}
