//! A domain name.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::{CredentialId, DomainId, EntityRef, ProviderId};
use crate::scalar::{Day, Stated};

use super::entity::{Common, CommonDescriptor};
use super::fact::Fact;
use super::facts::Facts;
use super::lower::Lower;

/// A domain as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DomainDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
    #[schemars(example = &"example.org")]
    fqdn: Stated<String>,
    #[schemars(example = &"gandi")]
    registrar: Stated<String>,
    #[schemars(example = &"gandi")]
    dns: Stated<String>,
    #[schemars(example = &"organisation")]
    registrant: Stated<String>,
    expires_on: Stated<Day>,
    auto_renew: Option<bool>,
    transfer_lock: Option<bool>,
    dnssec: Option<bool>,
    transfer_code: Option<String>,
}

/// A domain (the words of RDAP).
#[derive(Clone, Debug)]
pub struct Domain {
    /// Its id.
    pub id: DomainId,
    /// What every entity has.
    pub common: Common,
    /// The whole name.
    pub fqdn: Stated<String>,
    /// Where it is registered.
    pub registrar: Stated<ProviderId>,
    /// Who runs its name servers.
    pub dns: Stated<ProviderId>,
    /// Whose it is in law: a person, or the organisation.
    pub registrant: Stated<EntityRef>,
    /// The day on which it ends unless it is renewed.
    pub expires_on: Stated<Day>,
    /// Whether it renews itself.
    pub auto_renew: Option<bool>,
    /// Whether it is locked against transfer.
    pub transfer_lock: Option<bool>,
    /// Whether it is signed.
    pub dnssec: Option<bool>,
    /// Where its transfer code lies.
    pub transfer_code: Option<CredentialId>,
}

impl Domain {
    pub(super) fn lower(id: DomainId, descriptor: DomainDescriptor, lower: &mut Lower<'_>) -> Self {
        let DomainDescriptor {
            common,
            fqdn,
            registrar,
            dns,
            registrant,
            expires_on,
            auto_renew,
            transfer_lock,
            dnssec,
            transfer_code,
        } = descriptor;
        let at = lower.field("registrar");
        let registrar = lower.stated_id(&at, registrar);
        let at = lower.field("dns");
        let dns = lower.stated_id(&at, dns);
        let at = lower.field("registrant");
        let registrant = lower.holder(&at, registrant);
        let at = lower.field("transfer_code");
        let transfer_code = transfer_code.and_then(|written| lower.id(&at, &written));
        Self {
            id,
            common: common.into(),
            fqdn,
            registrar,
            dns,
            registrant,
            expires_on,
            auto_renew,
            transfer_lock,
            dnssec,
            transfer_code,
        }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self {
            id: _,
            common,
            fqdn,
            registrar,
            dns,
            registrant,
            expires_on,
            auto_renew,
            transfer_lock,
            dnssec,
            transfer_code,
        } = self;
        let own = match fqdn {
            Stated::Known(fqdn) => Facts::default().code("fqdn", Some(fqdn)),
            stated => Facts::default().add("fqdn", stated),
        };
        let own = own
            .add("expires_on", expires_on)
            .add("auto_renew", auto_renew)
            .add("registrar", registrar)
            .add("dns", dns)
            .add("registrant", registrant)
            .add("transfer_lock", transfer_lock)
            .add("transfer_code", transfer_code)
            .add("dnssec", dnssec);
        common.around(own)
    }
}
