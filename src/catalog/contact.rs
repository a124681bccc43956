//! A way to reach somebody: a person, or those who help us.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::{EntityRef, Kind, Takes};
use crate::scalar::{Audience, Stated, words};

use super::fact::Value;
use super::facts::{Facts, ToValue};
use super::lower::Lower;

words! {
    /// A way to reach somebody.
    ContactType in "contact-type" {
        /// A telephone number.
        Phone = "phone",
        /// Signal.
        Signal = "signal",
        /// Matrix.
        Matrix = "matrix",
        /// A mail address.
        Email = "email",
        /// A postal address.
        Post = "post",
    }
}

/// A way to reach somebody, as written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactDescriptor {
    r#type: ContactType,
    #[schemars(example = &"06 39 98 00 00")]
    value: Stated<String>,
    via: Option<String>,
    audience: Option<Audience>,
}

/// A way to reach somebody.
#[derive(Clone, Debug)]
pub struct Contact {
    /// By what.
    pub contact_type: ContactType,
    /// The number or address.
    pub value: Stated<String>,
    /// What carries the channel.
    pub via: Option<EntityRef>,
    /// Who may see it.
    pub audience: Option<Audience>,
}

/// What can carry a channel.
const CARRIERS: [Kind; 4] = [Kind::Service, Kind::Provider, Kind::Host, Kind::Domain];

impl Contact {
    /// Resolves what the field `contacts` of an entity names.
    pub(super) fn lower_all(written: Stated<Vec<ContactDescriptor>>, lower: &mut Lower<'_>) -> Stated<Vec<Self>> {
        let at = lower.field("contacts");
        let contact = |(index, ContactDescriptor { r#type, value, via, audience }): (usize, ContactDescriptor)| {
            let at = at.item(index).key("via");
            let via = via.and_then(|via| lower.reference(&at, &via, Takes::Reference(&CARRIERS)));
            Self { contact_type: r#type, value, via, audience }
        };
        written.map(|contacts| contacts.into_iter().enumerate().map(contact).collect())
    }
}

impl ToValue for Contact {
    fn to_value(&self) -> Option<Value> {
        let Self { contact_type, value, via, audience } = self;
        let facts = Facts::default().add("type", contact_type);
        let facts = match value {
            Stated::Known(value) => facts.code("value", Some(value)),
            stated => facts.add("value", stated),
        };
        facts.add("via", via).add("audience", audience).group()
    }
}
