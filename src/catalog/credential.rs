//! A pointer to a secret: where it lies and who holds it, never its value.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::{CredentialId, EntityRef, Kind, PersonId, Takes};
use crate::scalar::{Duration, Email, Stated, words};

use super::entity::{Common, CommonDescriptor};
use super::fact::{Fact, Value};
use super::facts::{Facts, ToValue};
use super::lower::Lower;

words! {
    /// What kind of secret it is.
    CredentialKind in "credential-kind" {
        /// A name and a password.
        Login = "login",
        /// A key for SSH.
        SshKey = "ssh-key",
        /// A token for programs.
        ApiToken = "api-token",
        /// A passphrase.
        Passphrase = "passphrase",
        /// Codes for when the second factor is lost.
        RecoveryCodes = "recovery-codes",
        /// A key to plug in.
        HardwareKey = "hardware-key",
        /// Something on paper.
        Paper = "paper",
    }
}

words! {
    /// What is asked for besides the secret.
    SecondFactorType in "second-factor" {
        /// Nothing.
        None = "none",
        /// A code from an application.
        Totp = "totp",
        /// A key to plug in.
        Key = "key",
        /// A code by text message.
        Sms = "sms",
    }
}

words! {
    /// The way in when the holders are gone.
    RecoveryRoute in "recovery-route" {
        /// Another administrator lets you in.
        SecondAdmin = "second-admin",
        /// The emergency access of a password manager.
        EmergencyAccess = "emergency-access",
        /// Several people put their parts together.
        Shares = "shares",
        /// A sealed envelope.
        Sealed = "sealed",
        /// The provider lets the organisation in.
        Provider = "provider",
        /// There is none.
        None = "none",
    }
}

/// A credential as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CredentialDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
    #[schemars(example = ["host:srv1"])]
    opens: Stated<Vec<String>>,
    kind: Stated<CredentialKind>,
    store: Stated<StoreDescriptor>,
    #[schemars(example = ["person:ada"])]
    holders: Stated<Vec<String>>,
    second_factor: Stated<SecondFactorDescriptor>,
    recovery: Stated<RecoveryDescriptor>,
    shared: Option<bool>,
    rotate_every: Option<Duration>,
    #[serde(default)]
    reset_via: Vec<Email>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct StoreDescriptor {
    #[schemars(example = &"service:vaultwarden")]
    vault: Stated<VaultDescriptor>,
    #[schemars(example = &"srv1 root")]
    item: Stated<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum VaultDescriptor {
    Reference(String),
    Place(PlaceDescriptor),
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PlaceDescriptor {
    #[schemars(example = &"coffre de l'association")]
    place: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SecondFactorDescriptor {
    #[schemars(example = &"totp")]
    r#type: Stated<SecondFactorType>,
    #[serde(default)]
    held_by: Vec<String>,
    spare: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RecoveryDescriptor {
    route: Stated<RecoveryRoute>,
    delay: Option<Duration>,
    detail: Option<String>,
    shares: Option<SharesDescriptor>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SharesDescriptor {
    #[schemars(example = 2)]
    k: u8,
    #[schemars(example = 3)]
    n: u8,
    #[schemars(example = ["ada", "alan", "grace"])]
    holders: Stated<Vec<String>>,
}

/// A credential.
#[derive(Clone, Debug)]
pub struct Credential {
    /// Its id.
    pub id: CredentialId,
    /// What every entity has.
    pub common: Common,
    /// What it opens.
    pub opens: Stated<Vec<EntityRef>>,
    /// What kind of secret it is.
    pub kind: Stated<CredentialKind>,
    /// Where it lies.
    pub store: Stated<Store>,
    /// Who can get at it: people, or those who help us.
    pub holders: Stated<Vec<EntityRef>>,
    /// What is asked for besides.
    pub second_factor: Stated<SecondFactor>,
    /// The way in when the holders are gone.
    pub recovery: Stated<Recovery>,
    /// Whether several people use the same one.
    pub shared: Option<bool>,
    /// How often it is changed.
    pub rotate_every: Option<Duration>,
    /// The mail addresses that can reset it.
    pub reset_via: Vec<Email>,
}

/// Where a secret lies.
#[derive(Clone, Debug)]
pub struct Store {
    /// In which vault.
    pub vault: Stated<Vault>,
    /// What it is called in there.
    pub item: Stated<String>,
}

/// A place for secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vault {
    /// A service or a provider.
    Reference(EntityRef),
    /// A drawer, a safe, somebody's keyring.
    Place(String),
}

/// What is asked for besides the secret.
#[derive(Clone, Debug)]
pub struct SecondFactor {
    /// What.
    pub factor_type: Stated<SecondFactorType>,
    /// Who has it.
    pub held_by: Vec<PersonId>,
    /// Where a spare one lies.
    pub spare: Option<String>,
}

/// The way in when the holders are gone.
#[derive(Clone, Debug)]
pub struct Recovery {
    /// Which way.
    pub route: Stated<RecoveryRoute>,
    /// How long it takes.
    pub delay: Option<Duration>,
    /// How it goes.
    pub detail: Option<String>,
    /// The parts, where it is split.
    pub shares: Option<Shares>,
}

/// A secret that is split: any `k` of `n` parts are enough.
#[derive(Clone, Debug)]
pub struct Shares {
    /// How many parts are enough.
    pub k: u8,
    /// How many there are.
    pub n: u8,
    /// Who has them.
    pub holders: Stated<Vec<PersonId>>,
}

/// What a credential can open.
const OPENED: [Kind; 5] = [Kind::Host, Kind::Provider, Kind::Domain, Kind::Backup, Kind::Service];

impl Credential {
    pub(super) fn lower(id: CredentialId, descriptor: CredentialDescriptor, lower: &mut Lower<'_>) -> Self {
        let CredentialDescriptor {
            common,
            opens,
            kind,
            store,
            holders,
            second_factor,
            recovery,
            shared,
            rotate_every,
            reset_via,
        } = descriptor;
        let at = lower.field("opens");
        let opens = opens.map(|written| lower.references(&at, written, Takes::Reference(&OPENED)));
        let at = lower.field("holders");
        let takes = Takes::Reference(&[Kind::Person, Kind::Partner]);
        let holders = holders.map(|written| lower.references(&at, written, takes));
        let at = lower.field("store").key("vault");
        let store = store.map(|StoreDescriptor { vault, item }| Store {
            vault: vault.and_then(|vault| match vault {
                VaultDescriptor::Reference(written) => {
                    let takes = Takes::Reference(&[Kind::Service, Kind::Provider]);
                    lower
                        .reference(&at, &written, takes)
                        .map_or(Stated::Unknown, |vault| Stated::Known(Vault::Reference(vault)))
                }
                VaultDescriptor::Place(PlaceDescriptor { place }) => Stated::Known(Vault::Place(place)),
            }),
            item,
        });
        let at = lower.field("second_factor").key("held_by");
        let second_factor = second_factor.map(|SecondFactorDescriptor { r#type, held_by, spare }| SecondFactor {
            factor_type: r#type,
            held_by: lower.ids(&at, held_by),
            spare,
        });
        let at = lower.field("recovery").key("shares").key("holders");
        let recovery = recovery.map(|RecoveryDescriptor { route, delay, detail, shares }| Recovery {
            route,
            delay,
            detail,
            shares: shares.map(|SharesDescriptor { k, n, holders }| Shares {
                k,
                n,
                holders: holders.map(|written| lower.ids(&at, written)),
            }),
        });
        Self {
            id,
            common: common.into(),
            opens,
            kind,
            store,
            holders,
            second_factor,
            recovery,
            shared,
            rotate_every,
            reset_via,
        }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self {
            id: _,
            common,
            opens,
            kind,
            store,
            holders,
            second_factor,
            recovery,
            shared,
            rotate_every,
            reset_via,
        } = self;
        let own = Facts::default()
            .add("opens", opens)
            .add("store", store)
            .add("holders", holders)
            .add("second_factor", second_factor)
            .add("recovery", recovery)
            .add("kind", kind)
            .add("shared", shared)
            .add("rotate_every", rotate_every)
            .add("reset_via", reset_via);
        common.around(own)
    }
}

impl ToValue for Store {
    fn to_value(&self) -> Option<Value> {
        let Self { vault, item } = self;
        Facts::default().add("vault", vault).add("item", item).group()
    }
}

impl ToValue for Vault {
    fn to_value(&self) -> Option<Value> {
        match self {
            Self::Reference(reference) => reference.to_value(),
            Self::Place(place) => place.to_value(),
        }
    }
}

impl ToValue for SecondFactor {
    fn to_value(&self) -> Option<Value> {
        let Self { factor_type, held_by, spare } = self;
        Facts::default().add("type", factor_type).add("held_by", held_by).add("spare", spare).group()
    }
}

impl ToValue for Recovery {
    fn to_value(&self) -> Option<Value> {
        let Self { route, delay, detail, shares } = self;
        let facts = Facts::default().add("route", route).add("delay", delay);
        facts.add("detail", detail).add("shares", shares).group()
    }
}

impl ToValue for Shares {
    fn to_value(&self) -> Option<Value> {
        let Self { k, n, holders } = self;
        let facts = Facts::default().add("k", &i64::from(*k)).add("n", &i64::from(*n));
        facts.add("holders", holders).group()
    }
}
