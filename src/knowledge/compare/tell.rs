//! Changes as plain data, in all languages of the interface and in bounded space: what a site keeps and shows of a day.

use std::borrow::Borrow;

use crate::catalog::fact::Value;
use crate::chronicle::{self, Changes, Named, OfService, Spoken, Stood, Thing};
use crate::diagnostic::{Message, message};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::secret;
use crate::words::Words;

use super::{Change, ChangeSet, Changed, Held};

/// How much of one comparison is told, in bytes of what stood somewhere. Whoever wants more asks git.
const MOST_TOLD: usize = 16 << 10;

/// What something costs beside its words.
const LEAST_COST: usize = 64;

impl ChangeSet {
    /// Tells what changed between the two knowledge bases that were compared, by these words of all languages. What comes last is left out when
    /// it is too much.
    #[must_use]
    pub fn tell<W: Borrow<Words>>(&self, before: &KnowledgeBase, after: &KnowledgeBase, voices: &[W]) -> Changes {
        let voices = voices.iter().map(Borrow::borrow).collect();
        let mut teller = Teller { changes: self, before, after, voices, left: MOST_TOLD };
        let mut told = Changes::default();
        for (service, things) in self.by_service() {
            let service = service.map(|id| teller.named(&EntityRef::from(id)));
            let mut of_service = OfService { service, things: Vec::new() };
            for thing in things {
                match teller.thing(thing) {
                    Some(thing) => of_service.things.push(thing),
                    None => told.untold += 1,
                }
            }
            if !of_service.things.is_empty() {
                told.services.push(of_service);
            }
        }
        told
    }
}

struct Teller<'a> {
    changes: &'a ChangeSet,
    before: &'a KnowledgeBase,
    after: &'a KnowledgeBase,
    voices: Vec<&'a Words>,
    /// How much may still be told.
    left: usize,
}

impl Teller<'_> {
    /// Takes what something costs from what is left; whether there was that much.
    fn pay(&mut self, cost: usize) -> bool {
        let rest = self.left.checked_sub(cost + LEAST_COST);
        // Once something was left out everything behind it is: what is told has no holes.
        self.left = rest.unwrap_or_default();
        rest.is_some()
    }

    fn thing(&mut self, changed: &Changed) -> Option<Thing> {
        if !self.pay(changed.name.len()) {
            return None;
        }
        let mut thing = Thing {
            thing: Named { id: changed.subject.to_string(), name: changed.name.clone() },
            language: changed.language.as_ref().map(ToString::to_string),
            event: changed.event.message().map(|message| self.spoken(&message)),
            changes: Vec::new(),
            is_cut: false,
        };
        for change in &changed.changes {
            if !self.pay(length(change.was.as_ref()) + length(change.now.as_ref())) {
                thing.is_cut = true;
                break;
            }
            thing.changes.push(self.change(change));
        }
        Some(thing)
    }

    fn change(&self, change: &Change) -> chronicle::Change {
        chronicle::Change {
            what: self.in_each(|words| self.changes.say(change, self.after, words)),
            was: change.was.as_ref().map(|held| self.stood(held, self.before)),
            now: change.now.as_ref().map(|held| self.stood(held, self.after)),
            note: change.left().map(|message| self.spoken(&message)),
        }
    }

    fn stood(&self, held: &Held, kb: &KnowledgeBase) -> Stood {
        let stood = self.said(held, kb);
        match &stood {
            // Whoever made the knowledge base has overwritten what was found in it; nothing depends on that.
            Stood::Text(text) if !secret::find(text).is_empty() => {
                Stood::Value(self.spoken(&message!("history-withheld")))
            }
            _ => stood,
        }
    }

    fn said(&self, held: &Held, kb: &KnowledgeBase) -> Stood {
        let value = match held {
            Held::Text(text) => return Stood::Text(text.clone()),
            Held::Value(value) => value,
        };
        if let Some(things) = references(value) {
            return Stood::Things(things.into_iter().map(|thing| self.named(thing)).collect());
        }
        match value {
            Value::Text(text) | Value::Code(text) | Value::Url(text) => Stood::Text(text.clone()),
            Value::Date(date) => Stood::Day(date.to_string()),
            other => Stood::Value(self.in_each(|words| kb.say(other, words))),
        }
    }

    fn named(&self, reference: &EntityRef) -> Named {
        Named { id: reference.to_string(), name: self.changes.name(reference, self.after).to_owned() }
    }

    fn spoken(&self, message: &Message) -> Spoken {
        self.in_each(|words| words.say(message))
    }

    fn in_each(&self, say: impl Fn(&Words) -> String) -> Spoken {
        Spoken(self.voices.iter().map(|words| (words.language().to_string(), say(words))).collect())
    }
}

/// Returns the things that a value names, if it does nothing else.
fn references(value: &Value) -> Option<Vec<&EntityRef>> {
    match value {
        Value::Reference(reference) => Some(vec![reference]),
        Value::List(values) if !values.is_empty() => {
            let single = |value: &'_ Value| matches!(value, Value::Reference(_));
            values.iter().all(single).then(|| values.iter().filter_map(references).flatten().collect())
        }
        _ => None,
    }
}

/// How long it is what stood somewhere, about.
fn length(held: Option<&Held>) -> usize {
    fn of(value: &Value) -> usize {
        match value {
            Value::Text(text) | Value::Code(text) | Value::Url(text) | Value::None(text) => text.len(),
            Value::List(values) => values.iter().map(of).sum(),
            Value::Group(facts) => facts.iter().map(|fact| of(&fact.value)).sum(),
            _ => LEAST_COST / 4,
        }
    }
    match held {
        None => 0,
        Some(Held::Text(text)) => text.len(),
        Some(Held::Value(value)) => of(value),
    }
}
