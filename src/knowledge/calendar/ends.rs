//! What ends by itself: the days that the inventory gives, and the last day to act.

use jiff::civil::Date;

use crate::catalog::Entity;
use crate::catalog::fact::{Fact, Value};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::people::answering;
use crate::names::{EntityRef, Kind};
use crate::runbook::Runbook;
use crate::runbook::front_matter::RunbookType;

use super::{Deputies, Due, Event, Occasion, Renewal};

/// The fields that say when something ends. Other days (when a charter was signed, when reserves were counted) are of the past.
const ENDS: [&str; 5] = ["expires_on", "renews_on", "method_expires_on", "ends_on", "until"];

/// The fields that say who answers for a thing.
const ANSWER: [&str; 4] = ["paid_by", "owner", "account_holder", "registrant"];

/// The fields that name what a date is about, or whose account it hangs on.
const STANDS_ON: [&str; 2] = ["covers", "registrar"];

/// Returns the days on which a thing, or something of it, ends.
#[must_use]
pub fn ending(entity: &Entity) -> Vec<(Date, Occasion<'static>)> {
    let mut days = Vec::new();
    ends(&entity.facts, &mut |field, on| days.extend(on.map(|day| (day, occasion(entity, field)))));
    days
}

/// Finds everything in the inventory that ends.
pub(super) fn events<'kb>(kb: &'kb KnowledgeBase, deputies: &Deputies<'kb>) -> Vec<Event<'kb>> {
    let mut events = Vec::new();
    for entity in kb.catalog.entities.values() {
        ends(&entity.facts, &mut |field, on| events.push(event(kb, entity, field, on, deputies)));
    }
    // What others may not see is no gap to them.
    events.retain(|event| kb.is_whole() || event.due != Due::Unknown);
    events
}

/// Calls `found` with each field that says when something ends, also inside groups.
fn ends(facts: &[Fact], found: &mut impl FnMut(&'static str, Option<Date>)) {
    for fact in facts {
        match &fact.value {
            Value::Date(date) if ENDS.contains(&fact.name) => found(fact.name, Some(*date)),
            Value::Unknown if ENDS.contains(&fact.name) => found(fact.name, None),
            Value::Group(facts) => ends(facts, found),
            _ => {}
        }
    }
}

fn event<'kb>(
    kb: &'kb KnowledgeBase,
    entity: &'kb Entity,
    field: &'static str,
    on: Option<Date>,
    deputies: &Deputies<'kb>,
) -> Event<'kb> {
    let notice = match Value::find(&entity.facts, "notice") {
        Some(Value::Duration(notice)) if field == "renews_on" => Some(*notice),
        _ => None,
    };
    let mut stands_on = Vec::new();
    for field in STANDS_ON {
        if let Some(value) = Value::find(&entity.facts, field) {
            value.references(&mut |reference| stands_on.push(reference));
        }
    }
    let occasion = occasion(entity, field);
    let mut near = stands_on.iter().filter_map(|thing| kb.catalog.entities.get(*thing));
    let treasurer = deputies.treasurer.filter(|_| occasion == Occasion::PaymentEnds);
    let near = near.find_map(|thing| answering(thing, &ANSWER));
    // Pages about a host or a service are about running it, not about paying for it.
    let papers = stands_on.iter().copied().filter(|thing| matches!(thing.kind(), Kind::Domain | Kind::Provider));
    let things = std::iter::once(&entity.reference).chain(papers);
    let last = on.zip(notice).and_then(|(on, notice)| notice.before(on));
    Event {
        thing: entity.reference.clone(),
        occasion,
        due: match (on, last) {
            (Some(end), Some(last)) => Due::Before { last, end },
            (Some(day), None) => Due::On(day),
            (None, _) => Due::Unknown,
        },
        who: answering(entity, &ANSWER).or(treasurer).or(near).or(deputies.admin_beside(&entity.reference)),
        runbooks: runbooks(kb, things),
        recorded: None,
    }
}

fn occasion(entity: &Entity, field: &str) -> Occasion<'static> {
    let renewal = || match Value::find(&entity.facts, "auto_renew") {
        Some(Value::Bool(true)) => Renewal::ByItself,
        Some(Value::Bool(false)) => Renewal::ByHand,
        _ => Renewal::Unknown,
    };
    match (field, entity.reference.kind()) {
        ("method_expires_on", _) => Occasion::PaymentEnds,
        ("ends_on", _) => Occasion::AgreementEnds,
        ("until", Kind::Person) => Occasion::Leaves,
        ("until", _) => Occasion::ExceptionEnds,
        ("renews_on", _) => Occasion::Renews(renewal()),
        _ => Occasion::Expires(renewal()),
    }
}

/// Returns the pages that say how to keep the first of these things that has some.
pub(super) fn runbooks<'kb>(
    kb: &'kb KnowledgeBase,
    mut things: impl Iterator<Item = &'kb EntityRef>,
) -> Vec<&'kb EntityRef> {
    let pages = things.find_map(|thing| {
        let pages: Vec<_> = kb.pages_about(thing).filter(|page| says_how(kb, page)).collect();
        (!pages.is_empty()).then_some(pages)
    });
    pages.unwrap_or_default()
}

/// Whether a page says how something is kept running: what is broken, decided or told to others helps nobody to renew it.
fn says_how(kb: &KnowledgeBase, page: &EntityRef) -> bool {
    let EntityRef::Runbook(id) = page else { return false };
    let of = kb.runbooks.get(id).and_then(Runbook::runbook_type);
    matches!(of, Some(RunbookType::Maintain | RunbookType::Operate))
}
