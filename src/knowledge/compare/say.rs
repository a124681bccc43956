//! Changes in plain words: what changed, and what stood and stands there.

use crate::catalog::fact::Value;
use crate::diagnostic::{Message, message};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::words::Words;

use super::{Change, ChangeSet, Event, FieldPart, FieldPath, TextPlace, What};

impl ChangeSet {
    /// Returns what people call a thing: as it is called now, or was when it was last there.
    #[must_use]
    pub fn name<'a>(&'a self, reference: &'a EntityRef, kb: &'a KnowledgeBase) -> &'a str {
        self.gone.get(reference).map_or_else(|| kb.title(reference), String::as_str)
    }

    /// Returns a value in which what is gone stands by its name: there is no page to go to.
    #[must_use]
    pub fn without_gone(&self, value: &Value) -> Value {
        match value {
            Value::Reference(reference) => {
                self.gone.get(reference).map_or_else(|| value.clone(), |name| Value::Text(name.clone()))
            }
            Value::List(values) => Value::List(values.iter().map(|value| self.without_gone(value)).collect()),
            Value::Group(facts) => {
                let mut facts = facts.clone();
                facts.iter_mut().for_each(|fact| fact.value = self.without_gone(&fact.value));
                Value::Group(facts)
            }
            other => other.clone(),
        }
    }

    /// Says what changed, without what stood there: `Runs on`, `step 5 reads otherwise`.
    #[must_use]
    pub fn say(&self, change: &Change, kb: &KnowledgeBase, words: &Words) -> String {
        let path = |path: &FieldPath| self.say_path(path, kb, words);
        match &change.what {
            What::Field(field) | What::Items { field, .. } => path(field),
            What::Order(field) => words.say(&message!("change-order", field = path(field))),
            What::Step { was, now } => words.say(&step(*was, *now)),
            What::StepMoved { was, now, action } => {
                words.say(&message!("change-step-moved", was = *was, number = *now, action = action.as_str()))
            }
            What::Heading => words.word("change-heading"),
            What::Text(place) => words.say(&text(place, change)),
        }
    }

    fn say_path(&self, path: &FieldPath, kb: &KnowledgeBase, words: &Words) -> String {
        let part = |part: &FieldPart| match part {
            FieldPart::Field(name) => words.find(&format!("field-{name}")).unwrap_or_else(|| name.replace('_', " ")),
            FieldPart::Item(value) => kb.say(&self.without_gone(value), words),
        };
        path.0.iter().map(part).collect::<Vec<_>>().join(" › ")
    }
}

/// Says what happened to a step.
fn step(was: Option<u64>, now: Option<u64>) -> Message {
    match (was, now) {
        (Some(was), Some(now)) if was == now => message!("change-step-replaced", number = now),
        (Some(was), Some(now)) => message!("change-step-replaced-and-counted", was = was, number = now),
        (Some(was), None) => message!("change-step-removed", number = was),
        (None, now) => message!("change-step-added", number = now.unwrap_or_default()),
    }
}

/// Says what happened to a text.
fn text(place: &TextPlace, change: &Change) -> Message {
    match (place, &change.was, &change.now) {
        (TextPlace::Introduction, None, _) => message!("change-introduction-added"),
        (TextPlace::Introduction, _, None) => message!("change-introduction-removed"),
        (TextPlace::Introduction, ..) => message!("change-introduction"),
        (TextPlace::Notes, None, _) => message!("change-notes-added"),
        (TextPlace::Notes, _, None) => message!("change-notes-removed"),
        (TextPlace::Notes, ..) => message!("change-notes"),
        (TextPlace::Section(heading), None, _) => message!("change-section-added", heading = heading.as_str()),
        (TextPlace::Section(heading), _, None) => message!("change-section-removed", heading = heading.as_str()),
        (TextPlace::Section(heading), ..) => message!("change-section", heading = heading.as_str()),
    }
}

impl Change {
    /// Says how many items a list has left, when it lost some.
    #[must_use]
    pub fn left(&self) -> Option<Message> {
        match &self.what {
            What::Items { left, .. } if self.was.is_some() => Some(message!("change-items-left", count = *left)),
            _ => None,
        }
    }
}

impl Event {
    /// Says what happened to the whole of a thing; nothing when it is what it was.
    #[must_use]
    pub fn message(&self) -> Option<Message> {
        match self {
            Self::Added => Some(message!("change-added")),
            Self::Removed => Some(message!("change-removed")),
            Self::Renamed(from) => Some(message!("change-renamed", id = from.id())),
            Self::Changed => None,
        }
    }
}
