//! A third party we rely on: hosting, registrar, mail relay, software as a service, bank.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::{EntityRef, ProviderId, RunbookId};
use crate::scalar::{Country, Day, Duration, Stated, Url, words};

use super::entity::{Common, CommonDescriptor};
use super::fact::{Fact, Value};
use super::facts::{Facts, ToValue};
use super::lower::Lower;
use super::relay::RelayNeeds;

words! {
    /// What a provider does for us.
    ProviderKind in "provider-kind" {
        /// Machines.
        Hosting = "hosting",
        /// Domain names.
        Registrar = "registrar",
        /// Name servers.
        Dns = "dns",
        /// Mail.
        Mail = "mail",
        /// Software as a service.
        Saas = "saas",
        /// Room for backups.
        Backup = "backup",
        /// Takes payments.
        Payment = "payment",
        /// A bank.
        Bank = "bank",
        /// Something else.
        Other = "other",
    }
}

words! {
    /// Whether what a provider runs is free software.
    SoftwareFreedom in "software-freedom" {
        /// All of it.
        Free = "free",
        /// Some of it.
        Mixed = "mixed",
        /// None of it.
        Nonfree = "nonfree",
    }
}

/// A provider as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProviderDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
    kind: Stated<ProviderKind>,
    #[schemars(example = &"organisation")]
    account_holder: Stated<String>,
    customer_id: Option<String>,
    support: Option<String>,
    software_freedom: Stated<SoftwareFreedom>,
    jurisdiction: Option<Country>,
    processes_personal_data: Option<bool>,
    dpa: Option<Url>,
    exit: Option<Stated<ExitDescriptor>>,
    charter_exception: Option<CharterException>,
    mail: Option<RelayNeeds>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ExitDescriptor {
    #[schemars(example = &"Nextcloud")]
    to: Stated<String>,
    how: Option<String>,
    #[schemars(example = &"2d")]
    effort: Stated<Duration>,
}

/// A provider.
#[derive(Clone, Debug)]
pub struct Provider {
    /// Its id.
    pub id: ProviderId,
    /// What every entity has.
    pub common: Common,
    /// What it does for us.
    pub kind: Stated<ProviderKind>,
    /// Whose account it is: a person, or the organisation.
    pub account_holder: Stated<EntityRef>,
    /// What support asks for first.
    pub customer_id: Option<String>,
    /// How support is reached.
    pub support: Option<String>,
    /// Whether what it runs is free software.
    pub software_freedom: Stated<SoftwareFreedom>,
    /// Whose law it is under.
    pub jurisdiction: Option<Country>,
    /// Whether it sees data about people.
    pub processes_personal_data: Option<bool>,
    /// The agreement about that (data processing agreement).
    pub dpa: Option<Url>,
    /// How we leave it. Always stated when it is not free.
    pub exit: Option<Stated<Exit>>,
    /// Why it is used although a charter says otherwise.
    pub charter_exception: Option<CharterException>,
    /// What it needs in DNS, if it sends our mail.
    pub mail: Option<RelayNeeds>,
}

/// How we leave a provider.
#[derive(Clone, Debug)]
pub struct Exit {
    /// For what.
    pub to: Stated<String>,
    /// The page that says how.
    pub how: Option<RunbookId>,
    /// How long it takes.
    pub effort: Stated<Duration>,
}

/// Why a provider is used although a charter says otherwise.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CharterException {
    /// What the charter says.
    #[schemars(example = &"logiciels libres")]
    pub rule: Stated<String>,
    /// Why not here.
    #[schemars(example = &"migration en cours")]
    pub reason: Stated<String>,
    /// Until when.
    pub until: Stated<Day>,
}

impl Provider {
    pub(super) fn lower(id: ProviderId, descriptor: ProviderDescriptor, lower: &mut Lower<'_>) -> Self {
        let ProviderDescriptor {
            common,
            kind,
            account_holder,
            customer_id,
            support,
            software_freedom,
            jurisdiction,
            processes_personal_data,
            dpa,
            exit,
            charter_exception,
            mail,
        } = descriptor;
        let is_nonfree = software_freedom == Stated::Known(SoftwareFreedom::Nonfree);
        if is_nonfree {
            lower.require("exit", "{to: Nextcloud, effort: 2d}");
        }
        let at = lower.field("account_holder");
        let account_holder = lower.holder(&at, account_holder);
        let at = lower.field("exit").key("how");
        let exit = exit.or(is_nonfree.then_some(Stated::Unknown)).map(|exit| {
            exit.map(|ExitDescriptor { to, how, effort }| Exit {
                to,
                how: how.and_then(|written| lower.id(&at, &written)),
                effort,
            })
        });
        Self {
            id,
            common: common.into(),
            kind,
            account_holder,
            customer_id,
            support,
            software_freedom,
            jurisdiction,
            processes_personal_data,
            dpa,
            exit,
            charter_exception,
            mail,
        }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self {
            id: _,
            common,
            kind,
            account_holder,
            customer_id,
            support,
            software_freedom,
            jurisdiction,
            processes_personal_data,
            dpa,
            exit,
            charter_exception,
            mail,
        } = self;
        let own = Facts::default()
            .add("kind", kind)
            .add("account_holder", account_holder)
            .code("customer_id", customer_id.as_ref())
            .add("support", support)
            .add("software_freedom", software_freedom)
            .add("jurisdiction", jurisdiction)
            .add("processes_personal_data", processes_personal_data)
            .add("dpa", dpa)
            .add("exit", exit)
            .add("charter_exception", charter_exception)
            .add("mail", mail);
        common.around(own)
    }
}

impl ToValue for Exit {
    fn to_value(&self) -> Option<Value> {
        let Self { to, how, effort } = self;
        Facts::default().add("to", to).add("how", how).add("effort", effort).group()
    }
}

impl ToValue for CharterException {
    fn to_value(&self) -> Option<Value> {
        let Self { rule, reason, until } = self;
        Facts::default().add("rule", rule).add("reason", reason).add("until", until).group()
    }
}
