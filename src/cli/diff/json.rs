//! Changes for programs, in English.

use serde_json::{Value as Json, json};

use crate::catalog::fact::{Fact, Value};
use crate::history::Revision;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::compare::{Change, ChangeSet, Changed, Event, FieldPart, FieldPath, Held, TextPlace, What};
use crate::words::{Language, Words};

use super::Side;

/// Lays out all changes.
pub(super) fn report(before: &Side, after: &Side, changes: &ChangeSet) -> String {
    let words = Words::load(&Language::ENGLISH);
    let things = changes.things.iter().map(|thing| self::thing(thing, before, after, changes, &words));
    let report = json!({
        "from": side(before),
        "to": side(after),
        "things": things.collect::<Vec<_>>(),
    });
    format!("{report:#}\n")
}

fn side(side: &Side) -> Json {
    let revision =
        |revision: &Revision| json!({ "commit": revision.id.to_string(), "date": revision.date.to_string() });
    side.revision.as_ref().map_or(Json::Null, revision)
}

fn thing(thing: &Changed, before: &Side, after: &Side, changes: &ChangeSet, words: &Words) -> Json {
    let (event, from) = match &thing.event {
        Event::Added => ("added", None),
        Event::Removed => ("removed", None),
        Event::Renamed(from) => ("renamed", Some(from.to_string())),
        Event::Changed => ("changed", None),
    };
    let services: Vec<String> = thing.services.iter().map(ToString::to_string).collect();
    let of_change = |change: &Change| {
        let (before, after) = (&before.project.kb, &after.project.kb);
        let mut told = json!({ "what": what(&change.what), "says": changes.say(change, after, words) });
        told["was"] = change.was.as_ref().map_or(Json::Null, |was| held(was, before, words));
        told["now"] = change.now.as_ref().map_or(Json::Null, |now| held(now, after, words));
        told
    };
    json!({
        "subject": thing.subject.to_string(),
        "name": thing.name,
        "language": thing.language.as_ref().map(Language::as_str),
        "event": event,
        "from": from,
        "services": services,
        "changes": thing.changes.iter().map(of_change).collect::<Vec<_>>(),
    })
}

fn what(what: &What) -> Json {
    match what {
        What::Field(field) => json!({ "field": path(field) }),
        What::Items { field, left } => json!({ "items_of": path(field), "left": left }),
        What::Order(field) => json!({ "order_of": path(field) }),
        What::Step { was, now } => json!({ "step": { "was": was, "now": now } }),
        What::StepMoved { was, now, action } => {
            json!({ "moved_step": { "was": was, "now": now, "action": action } })
        }
        What::Heading => json!("heading"),
        What::Text(TextPlace::Introduction) => json!("introduction"),
        What::Text(TextPlace::Notes) => json!("notes"),
        What::Text(TextPlace::Section(heading)) => json!({ "section": heading }),
    }
}

/// The way to a field: keys as they are written, and what tells an item from the others.
fn path(path: &FieldPath) -> Vec<Json> {
    let part = |part: &FieldPart| match part {
        FieldPart::Field(name) => json!(name),
        FieldPart::Item(item) => json!({ "item": value(item) }),
    };
    path.0.iter().map(part).collect()
}

fn held(held: &Held, kb: &KnowledgeBase, words: &Words) -> Json {
    match held {
        Held::Text(text) => json!({ "text": text }),
        Held::Value(of) => json!({ "value": value(of), "says": kb.say(of, words) }),
    }
}

/// A value as it would be written, as far as JSON can.
fn value(of: &Value) -> Json {
    match of {
        Value::Text(text) | Value::Code(text) | Value::Url(text) => json!(text),
        Value::Word { word, .. } => json!(word),
        Value::Date(date) => json!(date.to_string()),
        Value::Duration(duration) => json!(duration.to_string()),
        Value::Money(money) => json!(money.to_string()),
        Value::Number(number) => json!(number),
        Value::Bool(is) => json!(is),
        Value::Reference(reference) => json!(reference.to_string()),
        Value::List(values) => values.iter().map(value).collect(),
        Value::Group(facts) => facts.iter().map(|Fact { name, value: of }| ((*name).to_owned(), value(of))).collect(),
        Value::Unknown => json!("unknown"),
        Value::None(reason) => json!({ "none": reason }),
    }
}
