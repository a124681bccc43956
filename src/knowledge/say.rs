//! Facts in plain words: for the terminal, and for `{{kind:id.field}}` in a text. What follows from them is said by a [`Speaker`], so that
//! the terminal and the site say the same in any language.

use jiff::civil::Date;

use crate::catalog::fact::{Fact, Value};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::amount::{amount, price_of};
use crate::names::EntityRef;
use crate::words::Words;

/// How things and days are called where something is said, and in which words.
pub struct Speaker<'a> {
    /// The words of a language.
    pub words: &'a Words,
    /// What people call a thing.
    pub name: &'a dyn Fn(&EntityRef) -> String,
    /// How a day is written.
    pub date: &'a dyn Fn(Date) -> String,
}

impl<'a> Speaker<'a> {
    /// Says things as they are referred to, which is what one types next, and days in ISO 8601.
    #[must_use]
    pub fn referring(words: &'a Words) -> Self {
        Self { words, name: &|thing| thing.to_string(), date: &|day| day.to_string() }
    }

    /// Names things, one after the other.
    pub fn names<'t>(&self, things: impl IntoIterator<Item = &'t EntityRef>) -> String {
        things.into_iter().map(|thing| (self.name)(thing)).collect::<Vec<_>>().join(", ")
    }
}

impl KnowledgeBase {
    /// Returns what people call a thing: the name of an entity, the title of a page.
    #[must_use]
    pub fn title<'a>(&'a self, reference: &'a EntityRef) -> &'a str {
        match reference {
            EntityRef::Runbook(id) => self.runbooks.get(id).map_or(id.as_str(), |runbook| &runbook.title),
            other => self.catalog.entities.get(other).map_or_else(|| other.id(), |entity| &entity.name),
        }
    }

    /// Says a value in plain words. What people copy (paths, addresses, dates in ISO 8601) stays to the letter.
    #[must_use]
    pub fn say(&self, value: &Value, words: &Words) -> String {
        match value {
            Value::Text(text) | Value::Code(text) | Value::Url(text) => text.clone(),
            Value::Word { set, word } => words.word(&format!("{set}-{word}")),
            Value::Date(date) => date.to_string(),
            Value::Duration(duration) => words.say(&duration.message()),
            Value::Money(money) => amount(words, *money),
            Value::Number(number) => number.to_string(),
            Value::Bool(true) => words.word("yes"),
            Value::Bool(false) => words.word("no"),
            Value::Reference(reference) => self.title(reference).to_owned(),
            Value::List(values) => values.iter().map(|value| self.say(value, words)).collect::<Vec<_>>().join(", "),
            Value::Group(facts) => self.parts(facts, words).join(" · "),
            Value::Unknown => words.word("unknown"),
            Value::None(reason) => reason.clone(),
        }
    }

    /// Says the fields of a group, one after the other; a price in one.
    fn parts(&self, facts: &[Fact], words: &Words) -> Vec<String> {
        let mut parts = Vec::new();
        let mut facts = facts.iter().peekable();
        while let Some(fact) = facts.next() {
            match price_of(words, fact, facts.peek().copied()) {
                Some(price) => {
                    parts.push(price);
                    facts.next();
                }
                None => parts.push(self.say(&fact.value, words)),
            }
        }
        parts
    }
}
