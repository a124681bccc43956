//! The inventory: what the association has and relies on.
//!
//! One file per kind: how it is written (the descriptor), what is known of it (the entity), the lowering between them, and
//! the facts that pages show. [`declare()`] reads the files and declares the ids; [`build`] resolves what they name.

pub mod backup;
pub mod contact;
pub mod contract;
pub mod credential;
mod declare;
pub mod domain;
mod entity;
pub mod fact;
pub(crate) mod facts;
mod file;
pub mod host;
mod kinds;
mod lower;
pub mod mail_flow;
pub mod organisation;
pub mod partner;
mod parts;
pub mod person;
pub mod project;
pub mod provider;
pub mod relay;
pub mod service;
pub mod term;
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests;

use std::collections::BTreeMap;

use crate::names::{
    BackupId, ContractId, CredentialId, DomainId, EntityRef, HostId, MailFlowId, PartnerId, PersonId, ProjectId,
    ProviderId, ServiceId, TermId,
};
use crate::scalar::Audience;
use crate::source::Place;

use fact::Fact;

pub use declare::{Declared, build, declare};
pub use entity::{Common, Link};
pub use file::{Holds, holds};
pub use kinds::{fields_of, schemas};
pub use lower::{TextOrRunbook, UrlOrRunbook};
pub use parts::parts;

/// What every entity has.
#[derive(Clone, Debug)]
pub struct Entity {
    /// What it is called in references.
    pub reference: EntityRef,
    /// What people call it; its id when nobody says.
    pub name: String,
    /// One line that says what it is.
    pub summary: Option<String>,
    /// Free notes, in Markdown.
    pub notes: Option<String>,
    /// Former ids: old addresses lead here.
    pub aliases: Vec<String>,
    /// Who may read about it.
    pub audience: Audience,
    /// Who may read which of its fields, by path, where that differs from what is usual.
    pub audiences: BTreeMap<String, Audience>,
    /// Where its description starts: the key of its map, or the first key of its own file.
    pub place: Place,
    /// The fields that are there and have an error, each with its key; where that is misspelt, with the empty place at the start of the
    /// description. What is known of them is less than what was meant.
    pub refused: BTreeMap<String, Place>,
    /// All its fields but the notes, in the order in which a page shows them.
    pub facts: Vec<Fact>,
}

impl Entity {
    /// Whether a field is there and has an error, so that nothing follows from its absence.
    #[must_use]
    pub fn is_refused(&self, field: &str) -> bool {
        self.refused.contains_key(field)
    }
}

/// The inventory.
#[derive(Debug, Default)]
pub struct Catalog {
    /// What every entity has, by reference.
    pub entities: BTreeMap<EntityRef, Entity>,
    /// The organisation, when it is described.
    pub organisation: Option<organisation::Organisation>,
    /// The people.
    pub people: BTreeMap<PersonId, person::Person>,
    /// The services.
    pub services: BTreeMap<ServiceId, service::Service>,
    /// The hosts.
    pub hosts: BTreeMap<HostId, host::Host>,
    /// The providers.
    pub providers: BTreeMap<ProviderId, provider::Provider>,
    /// The domains.
    pub domains: BTreeMap<DomainId, domain::Domain>,
    /// The credentials.
    pub credentials: BTreeMap<CredentialId, credential::Credential>,
    /// The backups.
    pub backups: BTreeMap<BackupId, backup::Backup>,
    /// The mail flows.
    pub mail_flows: BTreeMap<MailFlowId, mail_flow::MailFlow>,
    /// The projects we host.
    pub projects: BTreeMap<ProjectId, project::Project>,
    /// The contracts.
    pub contracts: BTreeMap<ContractId, contract::Contract>,
    /// The partners.
    pub partners: BTreeMap<PartnerId, partner::Partner>,
    /// The words of the glossary.
    pub glossary: BTreeMap<TermId, term::Term>,
}

impl Catalog {
    /// Whether a thing is kept for its history only: a service that nobody uses any more.
    #[must_use]
    pub fn is_retired(&self, thing: &EntityRef) -> bool {
        matches!(thing, EntityRef::Service(id) if self.services.get(id).is_some_and(service::Service::is_retired))
    }
}
