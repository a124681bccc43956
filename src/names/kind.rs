//! The kinds of things that have a name.

/// A kind of entity, in the order in which lists show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The organisation itself; there is one.
    Organisation,
    /// A service that people use.
    Service,
    /// A beneficiary: a project that we host.
    Project,
    /// A machine, real or virtual.
    Host,
    /// A third party we rely on.
    Provider,
    /// A domain name.
    Domain,
    /// A stream of mail: who sends what, through whom.
    MailFlow,
    /// A pointer to a secret: where it lies and who holds it, never its value.
    Credential,
    /// A backup of services or hosts.
    Backup,
    /// Anything with a price or an end.
    Contract,
    /// Somebody who helps when we cannot: mutual aid.
    Partner,
    /// Somebody.
    Person,
    /// A word of the glossary.
    Term,
    /// A Markdown page.
    Runbook,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 14] = [
        Self::Organisation,
        Self::Service,
        Self::Project,
        Self::Host,
        Self::Provider,
        Self::Domain,
        Self::MailFlow,
        Self::Credential,
        Self::Backup,
        Self::Contract,
        Self::Partner,
        Self::Person,
        Self::Term,
        Self::Runbook,
    ];

    /// The kinds that the inventory describes: all but runbooks.
    pub fn inventory() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|kind| *kind != Self::Runbook)
    }

    /// Returns the word written before the colon of a reference.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Service => "service",
            Self::Host => "host",
            Self::Provider => "provider",
            Self::Domain => "domain",
            Self::Credential => "credential",
            Self::Backup => "backup",
            Self::Person => "person",
            Self::MailFlow => "mail_flow",
            Self::Project => "project",
            Self::Contract => "contract",
            Self::Partner => "partner",
            Self::Term => "term",
            Self::Runbook => "runbook",
        }
    }

    /// Returns the kind of a written word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Returns the stem of the inventory file, and the name of the folder, that describes this kind.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Service => "services",
            Self::Host => "hosts",
            Self::Provider => "providers",
            Self::Domain => "domains",
            Self::Credential => "credentials",
            Self::Backup => "backups",
            Self::Person => "people",
            Self::MailFlow => "mail_flows",
            Self::Project => "projects",
            Self::Contract => "contracts",
            Self::Partner => "partners",
            Self::Term => "glossary",
            Self::Runbook => "runbooks",
        }
    }
}
