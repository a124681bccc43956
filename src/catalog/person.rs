//! Somebody who does, decides, or can be asked.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::{EntityRef, Kind, PersonId, Takes};
use crate::scalar::{Day, Lang, Stated, words};

use super::contact::{Contact, ContactDescriptor};
use super::entity::{Common, CommonDescriptor};
use super::fact::{Fact, Value};
use super::facts::{Facts, ToValue};
use super::lower::Lower;

words! {
    /// What somebody is there for.
    Role in "role" {
        /// Runs things today.
        PrimaryAdmin = "primary-admin",
        /// Takes over.
        BackupAdmin = "backup-admin",
        /// Answers for a service.
        ServiceOwner = "service-owner",
        /// Pays.
        Treasurer = "treasurer",
        /// Speaks for the organisation in law.
        Representative = "representative",
        /// Can be asked.
        Contact = "contact",
    }
}

/// A person as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
    roles: Stated<Vec<RoleDescriptor>>,
    contacts: Stated<Vec<ContactDescriptor>>,
    availability: Option<String>,
    timezone: Option<String>,
    #[serde(default)]
    languages: Vec<Lang>,
    from: Option<Day>,
    until: Option<Day>,
    #[serde(default)]
    commits_as: Vec<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RoleDescriptor {
    role: Role,
    #[serde(default)]
    scope: Vec<String>,
}

/// A person.
#[derive(Clone, Debug)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// What every entity has.
    pub common: Common,
    /// What they are there for.
    pub roles: Stated<Vec<HeldRole>>,
    /// How they can be reached.
    pub contacts: Stated<Vec<Contact>>,
    /// When they can be reached.
    pub availability: Option<String>,
    /// Their time zone.
    pub timezone: Option<String>,
    /// The languages they speak.
    pub languages: Vec<Lang>,
    /// Since when they are there.
    pub from: Option<Day>,
    /// Until when they are there; in the past for somebody who has left.
    pub until: Option<Day>,
    /// Their identities in git, `Name <mail>`.
    pub commits_as: Vec<String>,
}

/// A role and what it covers.
#[derive(Clone, Debug)]
pub struct HeldRole {
    /// The role.
    pub role: Role,
    /// What it covers; the whole organisation when empty.
    pub scope: Vec<EntityRef>,
}

impl Person {
    pub(super) fn lower(id: PersonId, descriptor: PersonDescriptor, lower: &mut Lower<'_>) -> Self {
        let PersonDescriptor { common, roles, contacts, availability, timezone, languages, from, until, commits_as } =
            descriptor;
        let roles_at = lower.field("roles");
        let mut role = |(index, RoleDescriptor { role, scope })| HeldRole {
            role,
            scope: lower.references(&roles_at.item(index).key("scope"), scope, Takes::Reference(&Kind::ALL)),
        };
        let roles = roles.map(|roles| roles.into_iter().enumerate().map(&mut role).collect());
        let contacts = Contact::lower_all(contacts, lower);
        Self { id, common: common.into(), roles, contacts, availability, timezone, languages, from, until, commits_as }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self { id: _, common, roles, contacts, availability, timezone, languages, from, until, commits_as } = self;
        let own = Facts::default()
            .add("roles", roles)
            .add("contacts", contacts)
            .add("availability", availability)
            .add("timezone", timezone)
            .add("languages", languages)
            .add("from", from)
            .add("until", until)
            .add("commits_as", commits_as);
        common.around(own)
    }
}

impl ToValue for HeldRole {
    fn to_value(&self) -> Option<Value> {
        let Self { role, scope } = self;
        Facts::default().add("role", role).add("scope", scope).group()
    }
}
