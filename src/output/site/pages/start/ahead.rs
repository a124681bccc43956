//! What ends by itself soon: the one place, with About this copy, where a page may know the day of the build.

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Serialize;

use crate::catalog::Entity;
use crate::catalog::fact::Value;
use crate::output::site::here::{Here, Link};
use crate::output::site::value::label;

/// How many dates the page shows before it leads to all of them.
const MOST_DATES: usize = 6;

/// How far ahead, and how far back, the page looks, in days: what has just lapsed may still be saved.
const DAYS: i32 = 60;

/// The fields that tell when something ends.
const ENDS: [&str; 5] = ["expires_on", "renews_on", "method_expires_on", "ends_on", "until"];

/// Something that ends.
#[derive(Debug, Serialize)]
pub(super) struct Ahead {
    /// On which day; nothing when nobody knows.
    date: Option<String>,
    /// Whether the day has passed.
    passed: bool,
    link: Link,
    /// What happens then: the name of the field.
    what: String,
    /// Whether it renews itself, where somebody says so.
    by_itself: Option<bool>,
    /// The page that says what to do.
    action: Option<Link>,
}

/// Returns what ends within reach of the day of the build, the earliest first, then what ends on a day that nobody knows.
pub(super) fn ahead(here: &Here<'_>) -> Vec<Ahead> {
    let kb = here.kb();
    let from = kb.as_of.saturating_sub(DAYS.days());
    let to = kb.as_of.saturating_add(DAYS.days());
    let mut ends: Vec<(Option<Date>, &Entity, &'static str)> = Vec::new();
    for entity in kb.catalog.entities.values() {
        for fact in entity.facts.iter().filter(|fact| ENDS.contains(&fact.name)) {
            match &fact.value {
                Value::Date(date) if (from..=to).contains(date) => ends.push((Some(*date), entity, fact.name)),
                Value::Unknown => ends.push((None, entity, fact.name)),
                _ => {}
            }
        }
    }
    // Stable: what ends on the same day stays in the order of the inventory.
    ends.sort_by_key(|(date, ..)| (date.is_none(), *date));
    ends.into_iter().take(MOST_DATES).filter_map(|(date, entity, field)| row(here, date, entity, field)).collect()
}

fn row(here: &Here<'_>, date: Option<Date>, entity: &Entity, field: &str) -> Option<Ahead> {
    let renews = matches!(field, "expires_on" | "renews_on");
    Some(Ahead {
        date: date.map(|date| here.date(date)),
        passed: date.is_some_and(|date| date < here.kb().as_of),
        link: here.link_to(&entity.reference)?,
        what: label(here, field),
        by_itself: match Value::find(&entity.facts, "auto_renew") {
            Some(Value::Bool(by_itself)) if renews => Some(*by_itself),
            _ => None,
        },
        action: here.kb().pages_about(&entity.reference).find_map(|page| here.link_to(page)),
    })
}
