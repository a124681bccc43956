//! Typed ids: one type per kind, so that a host cannot stand where a person is meant.

use std::fmt;
use std::sync::Arc;

use super::Kind;

/// An id of one kind.
pub trait TypedId: TryFrom<EntityRef> + Clone + Ord {
    /// The kind of the thing.
    const KIND: Kind;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident => $kind:ident),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(Arc<str>);

            impl $name {
                /// Returns the id as written, without its kind.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl TypedId for $name {
                const KIND: Kind = Kind::$kind;
            }

            impl From<&$name> for EntityRef {
                fn from(id: &$name) -> Self {
                    Self::$kind(id.clone())
                }
            }

            impl From<$name> for EntityRef {
                fn from(id: $name) -> Self {
                    Self::$kind(id)
                }
            }

            impl TryFrom<EntityRef> for $name {
                type Error = EntityRef;

                fn try_from(reference: EntityRef) -> Result<Self, EntityRef> {
                    match reference {
                        EntityRef::$kind(id) => Ok(id),
                        other => Err(other),
                    }
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    formatter.write_str(&self.0)
                }
            }

            impl fmt::Debug for $name {
                fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(formatter, "{}:{}", Kind::$kind.name(), self.0)
                }
            }
        )*

        /// A reference to something that exists: made by [`Names::resolve`](super::Names::resolve) only.
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EntityRef {
            /// The organisation.
            Organisation,
            $(
                #[doc = concat!("Something named by a [`", stringify!($name), "`].")]
                $kind($name),
            )*
        }

        impl EntityRef {
            /// Returns the kind of the thing.
            #[must_use]
            pub fn kind(&self) -> Kind {
                match self {
                    Self::Organisation => Kind::Organisation,
                    $(Self::$kind(_) => Kind::$kind,)*
                }
            }

            /// Returns the id without its kind. The organisation's id is `organisation`.
            #[must_use]
            pub fn id(&self) -> &str {
                match self {
                    Self::Organisation => Kind::Organisation.name(),
                    $(Self::$kind(id) => id.as_str(),)*
                }
            }

            /// Makes a reference without looking whether the thing exists.
            pub(super) fn unchecked(kind: Kind, id: &Arc<str>) -> Self {
                match kind {
                    Kind::Organisation => Self::Organisation,
                    $(Kind::$kind => Self::$kind($name(Arc::clone(id))),)*
                }
            }
        }
    };
}

ids! {
    /// Names a service.
    ServiceId => Service,
    /// Names a host.
    HostId => Host,
    /// Names a provider.
    ProviderId => Provider,
    /// Names a domain.
    DomainId => Domain,
    /// Names a credential.
    CredentialId => Credential,
    /// Names a backup.
    BackupId => Backup,
    /// Names a person.
    PersonId => Person,
    /// Names a mail flow.
    MailFlowId => MailFlow,
    /// Names a project.
    ProjectId => Project,
    /// Names a contract.
    ContractId => Contract,
    /// Names a partner.
    PartnerId => Partner,
    /// Names a word of the glossary.
    TermId => Term,
    /// Names a Markdown page: its path below the content folder without the extension.
    RunbookId => Runbook,
}

impl fmt::Display for EntityRef {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.kind().name(), self.id())
    }
}

impl fmt::Debug for EntityRef {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

/// Whether a text can be the id of an entity: lower-case ASCII letters, digits, hyphens and dots (`db-01.eu1.example.net`),
/// starting and ending with a letter or a digit, without two dots in a row.
#[must_use]
pub fn is_entity_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let ends = text.as_bytes().first().zip(text.as_bytes().last());
    ends.is_some_and(|(first, last)| plain(*first) && plain(*last))
        && text.bytes().all(|byte| plain(byte) || matches!(byte, b'-' | b'.'))
        && !text.contains("..")
}

#[cfg(test)]
mod tests {
    use super::is_entity_id;

    #[test]
    fn ids_are_plain_words_and_host_names() {
        for id in ["a", "srv1", "les-amarres", "db-01.eu1.example.net"] {
            assert!(is_entity_id(id), "{id}");
        }
        for id in ["", "-a", "a-", ".a", "a.", "a..b", "A", "é", "a_b", "a/b"] {
            assert!(!is_entity_id(id), "{id}");
        }
    }
}
