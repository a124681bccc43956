//! The fields of an entity as a tree of typed values: what pages show, `show` prints, and `{{kind:id.field}}` names.

use jiff::civil::Date;

use crate::names::EntityRef;
use crate::scalar::{Duration, Money};

/// A field of an entity, or of a group inside one.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The key as written in YAML; its label is the message `field-<name>`.
    pub name: &'static str,
    /// What it says.
    pub value: Value,
}

/// What a field says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words of the author, in the language of the project.
    Text(String),
    /// Something that is copied to the letter: a path, an address, a user name, a fingerprint.
    Code(String),
    /// One of a fixed set of words; its label is the message `<field>-<word>`.
    Word {
        /// The field or type that the word belongs to.
        set: &'static str,
        /// The word as written.
        word: &'static str,
    },
    /// A calendar day.
    Date(Date),
    /// A length of time.
    Duration(Duration),
    /// An amount of money.
    Money(Money),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Bool(bool),
    /// An address to open; only `http`, `https`, `mailto` and `tel` ever get here.
    Url(String),
    /// Another thing that exists.
    Reference(EntityRef),
    /// Several values.
    List(Vec<Value>),
    /// Several fields.
    Group(Vec<Fact>),
    /// The author wrote `unknown`: a gap that counts.
    Unknown,
    /// The author wrote `none`, with this reason.
    None(String),
}

impl Value {
    /// Finds the value at a dotted path (`addresses.0.ip`): field names, and positions in lists from 0.
    #[must_use]
    pub fn find<'a>(facts: &'a [Fact], path: &str) -> Option<&'a Self> {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let value = &facts.iter().find(|fact| fact.name == first)?.value;
        rest.map_or(Some(value), |rest| value.at(rest))
    }

    fn at(&self, path: &str) -> Option<&Self> {
        match self {
            Self::Group(facts) => Self::find(facts, path),
            Self::List(values) => {
                let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
                let value = values.get(first.parse::<usize>().ok()?)?;
                rest.map_or(Some(value), |rest| value.at(rest))
            }
            _ => None,
        }
    }

    /// Calls `found` with each reference in this value, however deep.
    pub fn references<'a>(&'a self, found: &mut impl FnMut(&'a EntityRef)) {
        match self {
            Self::Reference(reference) => found(reference),
            Self::List(values) => {
                for value in values {
                    value.references(found);
                }
            }
            Self::Group(facts) => {
                for fact in facts {
                    fact.value.references(found);
                }
            }
            _ => {}
        }
    }
}
