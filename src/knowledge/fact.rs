//! Facts of the inventory that a page prints: `{{host:srv1.ssh.user}}`.

use crate::catalog::Entity;
use crate::catalog::fact::Value;
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind, suggest};

/// Why a page cannot print a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnknownFact {
    /// Nothing of that kind has this id; the nearest id that exists.
    Entity(Kind, Option<String>),
    /// It has no such field, or the field is not filled in; the nearest field that is.
    Field(EntityRef, Option<String>),
    /// The field holds several values or a group: the path must go on to one of them.
    Several(EntityRef),
    /// The inventory says `unknown` or `none` there.
    Gap(EntityRef),
}

impl KnowledgeBase {
    /// Returns the value that `kind:id.path` names.
    ///
    /// # Errors
    /// Why there is nothing to print.
    pub fn fact(&self, expression: &str) -> Result<Value, UnknownFact> {
        let (kind, rest) = parts(expression).ok_or(UnknownFact::Entity(Kind::Service, None))?;
        let Some((entity, path)) = self.entity_and_path(kind, rest) else {
            let id = rest.split('.').next().unwrap_or(rest);
            return Err(match self.names.resolve(kind, rest).or_else(|| self.names.resolve(kind, id)) {
                Some(reference) => UnknownFact::Field(reference, None),
                None => UnknownFact::Entity(kind, self.names.suggest(kind, id).map(str::to_owned)),
            });
        };
        if path == "name" {
            return Ok(Value::Text(entity.name.clone()));
        }
        let reference = || entity.reference.clone();
        match Value::find(&entity.facts, path) {
            Some(Value::Unknown | Value::None(_)) => Err(UnknownFact::Gap(reference())),
            Some(Value::List(_) | Value::Group(_)) => Err(UnknownFact::Several(reference())),
            Some(value) => Ok(value.clone()),
            None => {
                let first = path.split('.').next().unwrap_or(path);
                let nearest = suggest(first, entity.facts.iter().map(|fact| fact.name)).map(str::to_owned);
                Err(UnknownFact::Field(reference(), nearest))
            }
        }
    }

    /// Returns the value that `kind:id.path` names, as part of an address: to the letter, without words of a language.
    ///
    /// # Errors
    /// As for [`KnowledgeBase::fact`]; a value that is no address, path or text counts as a field that is not there.
    pub fn address(&self, expression: &str) -> Result<String, UnknownFact> {
        match self.fact(expression)? {
            Value::Text(text) | Value::Code(text) | Value::Url(text) => Ok(text),
            Value::Number(number) => Ok(number.to_string()),
            _ => Err(match self.fact_subject(expression) {
                Some(subject) => UnknownFact::Field(subject, None),
                None => UnknownFact::Entity(Kind::Service, None),
            }),
        }
    }

    /// Returns the thing whose fact an expression names.
    #[must_use]
    pub fn fact_subject(&self, expression: &str) -> Option<EntityRef> {
        let (kind, rest) = parts(expression)?;
        self.entity_and_path(kind, rest).map(|(entity, _)| entity.reference.clone())
    }

    /// Splits `id.path`. Ids may hold dots: the longest declared one wins.
    fn entity_and_path<'a>(&self, kind: Kind, rest: &'a str) -> Option<(&Entity, &'a str)> {
        rest.rmatch_indices('.').find_map(|(dot, _)| {
            let reference = self.names.resolve(kind, &rest[..dot])?;
            Some((self.catalog.entities.get(&reference)?, &rest[dot + 1..]))
        })
    }
}

fn parts(expression: &str) -> Option<(Kind, &str)> {
    let (kind, rest) = expression.split_once(':')?;
    Some((Kind::from_name(kind)?, rest))
}
