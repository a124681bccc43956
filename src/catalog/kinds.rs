//! The kinds of the inventory, each with how it is written and where it is kept: a new kind is one line here.

use std::collections::BTreeSet;

use crate::diagnostic::Outcome;
use crate::names::{EntityRef, Kind};
use crate::schema::{Pointer, Schema, Yaml};

use super::Catalog;
use super::backup::{Backup, BackupDescriptor};
use super::contract::{Contract, ContractDescriptor};
use super::credential::{Credential, CredentialDescriptor};
use super::domain::{Domain, DomainDescriptor};
use super::entity::Common;
use super::fact::Fact;
use super::host::{Host, HostDescriptor};
use super::lower::Lower;
use super::mail_flow::{MailFlow, MailFlowDescriptor};
use super::organisation::{Organisation, OrganisationDescriptor};
use super::partner::{Partner, PartnerDescriptor};
use super::person::{Person, PersonDescriptor};
use super::project::{Project, ProjectDescriptor};
use super::provider::{Provider, ProviderDescriptor};
use super::service::{Service, ServiceDescriptor};
use super::term::{Term, TermDescriptor};

macro_rules! kinds {
    ($($kind:ident in $map:ident, written as $descriptor:ident;)*) => {
        /// The compiled schemas of all kinds.
        pub(super) struct Schemas {
            organisation: Schema<OrganisationDescriptor>,
            $($map: Schema<$descriptor>,)*
        }

        /// An entity as written.
        pub(super) enum Descriptor {
            Organisation(Box<OrganisationDescriptor>),
            $($kind(Box<$descriptor>),)*
        }

        /// An entity as known.
        pub(super) enum Known {
            Organisation(Box<Organisation>),
            $($kind(Box<$kind>),)*
        }

        impl Schemas {
            pub(super) fn compile() -> Self {
                let mut schemas =
                    Self { organisation: Schema::compile(), $($map: Schema::compile(),)* };
                schemas.credentials = schemas.credentials.discreet();
                schemas
            }

            /// Reads an entity; one that says nothing sound is there all the same, with everything unknown.
            /// `refused` takes the fields that are there and were reported.
            pub(super) fn read(
                &self,
                kind: Kind,
                yaml: &Yaml,
                at: &Pointer,
                refused: &mut BTreeSet<String>,
            ) -> Outcome<Descriptor> {
                match kind {
                    $(Kind::$kind => self.$map.read_noting(yaml, at, refused)
                        .map(|descriptor| Descriptor::$kind(Box::new(descriptor.unwrap_or_default()))),)*
                    Kind::Organisation | Kind::Runbook => self.organisation.read_noting(yaml, at, refused)
                        .map(|descriptor| Descriptor::Organisation(Box::new(descriptor.unwrap_or_default()))),
                }
            }
        }

        impl Descriptor {
            /// Returns an entity of which nothing is known.
            pub(super) fn unknown(kind: Kind) -> Self {
                match kind {
                    $(Kind::$kind => Self::$kind(Box::default()),)*
                    Kind::Organisation | Kind::Runbook => Self::Organisation(Box::default()),
                }
            }

            /// Resolves what the entity names. Returns nothing when the reference is of another kind, which it never is.
            pub(super) fn lower(self, reference: &EntityRef, lower: &mut Lower<'_>) -> Option<Known> {
                match self {
                    Self::Organisation(descriptor) => {
                        Some(Known::Organisation(Box::new(Organisation::lower(*descriptor, lower))))
                    }
                    $(Self::$kind(descriptor) => {
                        let id = TryFrom::try_from(reference.clone()).ok()?;
                        Some(Known::$kind(Box::new($kind::lower(id, *descriptor, lower))))
                    })*
                }
            }
        }

        impl Known {
            pub(super) fn common(&self) -> &Common {
                match self {
                    Self::Organisation(entity) => &entity.common,
                    $(Self::$kind(entity) => &entity.common,)*
                }
            }

            pub(super) fn facts(&self) -> Vec<Fact> {
                match self {
                    Self::Organisation(entity) => entity.facts(),
                    $(Self::$kind(entity) => entity.facts(),)*
                }
            }

            /// Puts the entity where its kind is kept.
            pub(super) fn keep(self, catalog: &mut Catalog) {
                match self {
                    Self::Organisation(entity) => catalog.organisation = Some(*entity),
                    $(Self::$kind(entity) => {
                        catalog.$map.insert(entity.id.clone(), *entity);
                    })*
                }
            }
        }

        /// Returns the fields that things of a kind can have, and those within them, by path: `software.license`.
        #[must_use]
        pub fn fields_of(kind: Kind) -> Vec<String> {
            match kind {
                $(Kind::$kind => crate::schema::fields::<$descriptor>(),)*
                Kind::Organisation | Kind::Runbook => crate::schema::fields::<OrganisationDescriptor>(),
            }
        }

        /// Returns what each kind may hold, as its JSON Schema.
        #[must_use]
        pub fn schemas() -> Vec<(Kind, serde_json::Value)> {
            vec![
                (Kind::Organisation, crate::schema::json_schema::<OrganisationDescriptor>()),
                $((Kind::$kind, crate::schema::json_schema::<$descriptor>()),)*
            ]
        }
    };
}

kinds! {
    Person in people, written as PersonDescriptor;
    Service in services, written as ServiceDescriptor;
    Host in hosts, written as HostDescriptor;
    Provider in providers, written as ProviderDescriptor;
    Domain in domains, written as DomainDescriptor;
    Credential in credentials, written as CredentialDescriptor;
    Backup in backups, written as BackupDescriptor;
    MailFlow in mail_flows, written as MailFlowDescriptor;
    Project in projects, written as ProjectDescriptor;
    Contract in contracts, written as ContractDescriptor;
    Partner in partners, written as PartnerDescriptor;
    Term in glossary, written as TermDescriptor;
}
