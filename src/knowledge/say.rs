//! Facts in plain words: for the terminal, and for `{{kind:id.field}}` in a text.

use crate::catalog::fact::Value;
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::words::Words;

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
            Value::Money(money) => money.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Bool(true) => words.word("yes"),
            Value::Bool(false) => words.word("no"),
            Value::Reference(reference) => self.title(reference).to_owned(),
            Value::List(values) => values.iter().map(|value| self.say(value, words)).collect::<Vec<_>>().join(", "),
            Value::Group(facts) => {
                facts.iter().map(|fact| self.say(&fact.value, words)).collect::<Vec<_>>().join(" · ")
            }
            Value::Unknown => words.word("unknown"),
            Value::None(reason) => reason.clone(),
        }
    }
}
