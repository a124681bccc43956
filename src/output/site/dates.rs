//! Everything that ends by itself, in the order in which somebody has to act.
//!
//! Days are not compared with that of the build: the page must not change with it, and a reader knows what day it is.

use jiff::civil::Date;

use crate::catalog::Entity;
use crate::catalog::fact::{Fact, Value};
use crate::catalog::person::Role;
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind};
use crate::runbook::Runbook;
use crate::runbook::front_matter::RunbookType;

use super::people::{answering, with_role};

/// The fields that say when something ends. Other days (when a charter was signed, when reserves were counted) are of the past.
const ENDS: [&str; 5] = ["expires_on", "renews_on", "method_expires_on", "ends_on", "until"];

/// The fields that say who answers for a thing.
const ANSWER: [&str; 4] = ["paid_by", "owner", "account_holder", "registrant"];

/// The fields that name what a date is about, or whose account it hangs on.
const STANDS_ON: [&str; 2] = ["covers", "registrar"];

/// A day on which something ends, or does so unless somebody acts.
#[derive(Debug)]
pub(super) struct DateAhead<'a> {
    /// The day itself; none when nobody knows it.
    pub on: Option<Date>,
    /// The last day to act, where it has to be done some time before.
    pub act_before: Option<Date>,
    /// The field that says so.
    pub field: &'static str,
    /// What ends.
    pub entity: &'a Entity,
    /// What happens if nobody does anything.
    pub otherwise: Otherwise,
    /// Who has to act.
    pub who: Option<&'a EntityRef>,
    /// The pages that help, nearest first.
    pub runbooks: Vec<&'a EntityRef>,
}

/// What happens if nobody does anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Otherwise {
    /// It renews itself, as long as it is paid.
    Renews,
    /// It ends: somebody has to renew it by hand.
    Ends,
    /// Nobody knows whether it renews itself.
    Unknown,
    /// The card or mandate ends, and the next payment fails.
    PaymentFails,
    /// An agreement ends.
    AgreementEnds,
    /// An exception to a rule ends, and the rule holds again.
    RuleHolds,
    /// Somebody leaves, with what only they can do.
    Leaves,
}

impl Otherwise {
    /// Returns the message that says it.
    pub(super) fn message(self) -> &'static str {
        match self {
            Self::Renews => "site-otherwise-renews",
            Self::Ends => "site-otherwise-ends",
            Self::Unknown => "site-otherwise-unknown",
            Self::PaymentFails => "site-otherwise-payment-fails",
            Self::AgreementEnds => "site-otherwise-agreement-ends",
            Self::RuleHolds => "site-otherwise-rule-holds",
            Self::Leaves => "site-otherwise-leaves",
        }
    }

    /// Whether somebody has to act.
    pub(super) fn needs_somebody(self) -> bool {
        !matches!(self, Self::Renews | Self::RuleHolds)
    }
}

impl DateAhead<'_> {
    /// Returns the message that names what happens on the day.
    pub(super) fn what(&self) -> &'static str {
        what(self.field, self.otherwise)
    }

    /// Returns the day that counts: the last one to act on.
    pub(super) fn day(&self) -> Option<Date> {
        self.act_before.or(self.on)
    }
}

/// Returns the message that names what happens on a day.
fn what(field: &str, otherwise: Otherwise) -> &'static str {
    match (field, otherwise) {
        ("renews_on", _) => "site-ends-renews",
        (_, Otherwise::PaymentFails) => "site-ends-payment",
        (_, Otherwise::AgreementEnds) => "site-ends-agreement",
        (_, Otherwise::RuleHolds) => "site-ends-exception",
        (_, Otherwise::Leaves) => "site-ends-person",
        _ => "site-ends-expires",
    }
}

/// Returns the days on which a thing, or something of it, ends, and the message that names each.
pub(super) fn ending(entity: &Entity) -> Vec<(Date, &'static str)> {
    let mut days = Vec::new();
    ends(&entity.facts, &mut |field, on| days.extend(on.map(|day| (day, what(field, otherwise(entity, field))))));
    days
}

/// Returns every day on which something ends, first what comes first, then what nobody knows the day of.
pub(super) fn dates(kb: &KnowledgeBase) -> Vec<DateAhead<'_>> {
    let roles = [Role::PrimaryAdmin, Role::BackupAdmin, Role::Treasurer];
    let [primary, backup, treasurer] = roles.map(|role| with_role(kb, role));
    let people = People { primary, backup, treasurer };
    let mut dates = Vec::new();
    for entity in kb.catalog.entities.values() {
        ends(&entity.facts, &mut |field, on| dates.push(date_ahead(kb, entity, field, on, &people)));
    }
    dates.sort_by_key(|date| (date.day().is_none(), date.day(), &date.entity.reference, date.field));
    dates
}

/// Who acts where a thing names nobody.
struct People<'a> {
    primary: Option<&'a EntityRef>,
    backup: Option<&'a EntityRef>,
    treasurer: Option<&'a EntityRef>,
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

fn date_ahead<'a>(
    kb: &'a KnowledgeBase,
    entity: &'a Entity,
    field: &'static str,
    on: Option<Date>,
    people: &People<'a>,
) -> DateAhead<'a> {
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
    let otherwise = otherwise(entity, field);
    let mut near = stands_on.iter().filter_map(|thing| kb.catalog.entities.get(*thing));
    let treasurer = people.treasurer.filter(|_| otherwise == Otherwise::PaymentFails);
    // Whoever leaves hands over to those who stay.
    let admin = [people.primary, people.backup].into_iter().flatten().find(|admin| **admin != entity.reference);
    let near = near.find_map(|thing| answering(thing, &ANSWER));
    // Pages about a host or a service are about running it, not about paying for it.
    let papers = stands_on.iter().copied().filter(|thing| matches!(thing.kind(), Kind::Domain | Kind::Provider));
    let things = std::iter::once(&entity.reference).chain(papers);
    DateAhead {
        on,
        act_before: on.zip(notice).and_then(|(on, notice)| notice.before(on)),
        field,
        entity,
        otherwise,
        who: answering(entity, &ANSWER).or(treasurer).or(near).or(admin),
        runbooks: runbooks(kb, things),
    }
}

fn otherwise(entity: &Entity, field: &str) -> Otherwise {
    match (field, entity.reference.kind()) {
        ("method_expires_on", _) => Otherwise::PaymentFails,
        ("ends_on", _) => Otherwise::AgreementEnds,
        ("until", Kind::Person) => Otherwise::Leaves,
        ("until", _) => Otherwise::RuleHolds,
        _ => match Value::find(&entity.facts, "auto_renew") {
            Some(Value::Bool(true)) => Otherwise::Renews,
            Some(Value::Bool(false)) => Otherwise::Ends,
            _ => Otherwise::Unknown,
        },
    }
}

/// Returns the pages that say how to keep the first of these things that has some.
fn runbooks<'a>(kb: &'a KnowledgeBase, mut things: impl Iterator<Item = &'a EntityRef>) -> Vec<&'a EntityRef> {
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
