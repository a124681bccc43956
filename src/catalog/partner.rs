//! Somebody who helps when we cannot: mutual aid.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::PartnerId;
use crate::scalar::{Day, Duration, Stated, Url};

use super::contact::{Contact, ContactDescriptor};
use super::entity::{Common, CommonDescriptor};
use super::fact::{Fact, Value};
use super::facts::{Facts, ToValue};
use super::lower::Lower;

/// A partner as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartnerDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
    contacts: Stated<Vec<ContactDescriptor>>,
    agreed: Stated<Vec<Agreed>>,
    agreement: Stated<Url>,
    agreed_on: Stated<Day>,
    ends_on: Option<Day>,
    reciprocal: Option<String>,
}

/// A partner. One with whom nothing is agreed yet says why in `agreed`.
#[derive(Clone, Debug)]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// What every entity has.
    pub common: Common,
    /// How they can be reached.
    pub contacts: Stated<Vec<Contact>>,
    /// What they have agreed to do.
    pub agreed: Stated<Vec<Agreed>>,
    /// Where that is written.
    pub agreement: Stated<Url>,
    /// Since when.
    pub agreed_on: Stated<Day>,
    /// Until when.
    pub ends_on: Option<Day>,
    /// What we owe them in return.
    pub reciprocal: Option<String>,
}

/// Something that a partner has agreed to do.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agreed {
    /// What.
    #[schemars(example = &"redémarrer les hôtes")]
    pub what: Stated<String>,
    /// What it does not cover.
    pub limits: Option<String>,
    /// In which time they answer.
    #[schemars(example = &"1d")]
    pub answer_within: Stated<Duration>,
}

/// What a partner is worth on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bond {
    /// There is an agreement, and it is in force.
    Agreed,
    /// There was one, until that day.
    Ended(Date),
    /// There is none: what was agreed, where it is written, or since when, is unknown or does not exist.
    Intention,
}

impl Partner {
    /// Tells what it is worth on a day. Nobody may count on an intention, however good.
    #[must_use]
    pub fn bond(&self, day: Date) -> Bond {
        let is_agreed = self.agreed.known().is_some_and(|agreed| !agreed.is_empty())
            && self.agreement.known().is_some()
            && self.agreed_on.known().is_some();
        match &self.ends_on {
            _ if !is_agreed => Bond::Intention,
            Some(end) if end.0 < day => Bond::Ended(end.0),
            _ => Bond::Agreed,
        }
    }

    pub(super) fn lower(id: PartnerId, descriptor: PartnerDescriptor, lower: &mut Lower<'_>) -> Self {
        let PartnerDescriptor { common, contacts, agreed, agreement, agreed_on, ends_on, reciprocal } = descriptor;
        let contacts = Contact::lower_all(contacts, lower);
        Self { id, common: common.into(), contacts, agreed, agreement, agreed_on, ends_on, reciprocal }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self { id: _, common, contacts, agreed, agreement, agreed_on, ends_on, reciprocal } = self;
        let own = Facts::default()
            .add("agreed", agreed)
            .add("contacts", contacts)
            .add("agreement", agreement)
            .add("agreed_on", agreed_on)
            .add("ends_on", ends_on)
            .add("reciprocal", reciprocal);
        common.around(own)
    }
}

impl ToValue for Agreed {
    fn to_value(&self) -> Option<Value> {
        let Self { what, limits, answer_within } = self;
        Facts::default().add("what", what).add("limits", limits).add("answer_within", answer_within).group()
    }
}
