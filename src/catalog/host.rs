//! A machine, real or virtual.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::{HostId, ProviderId};
use crate::scalar::{Country, Stated, Url, words};

use super::entity::{Common, CommonDescriptor};
use super::fact::{Fact, Value};
use super::facts::{Facts, ToValue};
use super::lower::{Lower, TextOrRunbook};

words! {
    /// What kind of machine it is (the server types of ChatonsInfos).
    HostType in "host-type" {
        /// A single-board computer.
        Nano = "nano",
        /// A machine of its own.
        Physical = "physical",
        /// A virtual machine.
        Virtual = "virtual",
        /// Space on somebody's machine.
        Shared = "shared",
        /// Rented by the minute.
        Cloud = "cloud",
        /// Somebody else's application.
        Saas = "saas",
    }
}

words! {
    /// Where the machine stands (the hosting types of ChatonsInfos).
    Hosting in "hosting" {
        /// At somebody's home.
        Home = "home",
        /// Our machine in somebody's bay.
        Bay = "bay",
        /// A rented machine.
        Rented = "rented",
        /// Run by somebody else.
        Outsourced = "outsourced",
    }
}

words! {
    /// Who can reach an address.
    AddressScope in "address-scope" {
        /// Everybody.
        Public = "public",
        /// Only machines of the same network.
        Private = "private",
    }
}

words! {
    /// The word for a host that nobody else provides.
    SelfProvided in "provider" {
        /// We own it.
        Myself = "self",
    }
}

/// A host as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HostDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
    #[schemars(example = &"virtual")]
    r#type: Stated<HostType>,
    #[schemars(example = &"self")]
    provider: Stated<String>,
    hosting: Option<Hosting>,
    location: Option<Location>,
    os: Option<OperatingSystem>,
    console: Option<String>,
    config_source: Option<Url>,
    #[serde(default)]
    addresses: Vec<AddressDescriptor>,
    ssh: Option<SshDescriptor>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AddressDescriptor {
    ip: Option<String>,
    name: Option<String>,
    scope: Option<AddressScope>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SshDescriptor {
    #[schemars(example = &"root")]
    user: String,
    port: Option<u16>,
    jump: Option<String>,
    host_key: Option<String>,
}

/// A host.
#[derive(Clone, Debug)]
pub struct Host {
    /// Its id.
    pub id: HostId,
    /// What every entity has.
    pub common: Common,
    /// What kind of machine it is.
    pub host_type: Stated<HostType>,
    /// Who provides it.
    pub provider: Stated<HostProvider>,
    /// Where it stands.
    pub hosting: Option<Hosting>,
    /// In which place: what fails together.
    pub location: Option<Location>,
    /// Its operating system.
    pub os: Option<OperatingSystem>,
    /// The way in when SSH is dead.
    pub console: Option<TextOrRunbook>,
    /// The repository that rebuilds it.
    pub config_source: Option<Url>,
    /// Its addresses.
    pub addresses: Vec<Address>,
    /// How to get in.
    pub ssh: Option<Ssh>,
}

/// Who provides a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostProvider {
    /// We own it.
    Myself,
    /// A third party.
    Provider(ProviderId),
}

/// Where a host stands.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Location {
    /// In which country: whose law.
    pub country: Option<Country>,
    /// In which place.
    pub place: Option<String>,
}

/// An operating system.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OperatingSystem {
    /// What it is called.
    #[schemars(example = &"Debian")]
    pub name: Stated<String>,
    /// Its version.
    pub version: Option<String>,
    /// Its name at endoflife.date.
    pub eol_id: Option<String>,
}

/// An address of a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// IPv4 or IPv6.
    pub ip: Option<String>,
    /// A name in DNS.
    pub name: Option<String>,
    /// Who can reach it.
    pub scope: Option<AddressScope>,
}

/// How to get into a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ssh {
    /// As whom.
    pub user: String,
    /// At which port; 22 when it does not say.
    pub port: Option<u16>,
    /// By way of which host.
    pub jump: Option<HostId>,
    /// The fingerprint of its key.
    pub host_key: Option<String>,
}

impl Host {
    pub(super) fn lower(id: HostId, descriptor: HostDescriptor, lower: &mut Lower<'_>) -> Self {
        let HostDescriptor { common, r#type, provider, hosting, location, os, console, config_source, addresses, ssh } =
            descriptor;
        let at = lower.field("provider");
        let provider = provider.and_then(|written| {
            if written == "self" {
                return Stated::Known(HostProvider::Myself);
            }
            lower.id(&at, &written).map_or(Stated::Unknown, |id| Stated::Known(HostProvider::Provider(id)))
        });
        let at = lower.field("console");
        let console = console.and_then(|written| lower.text_or_runbook(&at, written));
        let at = lower.field("ssh").key("jump");
        let ssh = ssh.map(|SshDescriptor { user, port, jump, host_key }| Ssh {
            user,
            port,
            jump: jump.and_then(|written| lower.id(&at, &written)),
            host_key,
        });
        let address = |AddressDescriptor { ip, name, scope }| Address { ip, name, scope };
        Self {
            id,
            common: common.into(),
            host_type: r#type,
            provider,
            hosting,
            location,
            os,
            console,
            config_source,
            addresses: addresses.into_iter().map(address).collect(),
            ssh,
        }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self { id: _, common, host_type, provider, hosting, location, os, console, config_source, addresses, ssh } =
            self;
        let own = Facts::default()
            .add("addresses", addresses)
            .add("ssh", ssh)
            .add("console", console)
            .add("provider", provider)
            .add("type", host_type)
            .add("hosting", hosting)
            .add("location", location)
            .add("os", os)
            .add("config_source", config_source);
        common.around(own)
    }
}

impl ToValue for HostProvider {
    fn to_value(&self) -> Option<Value> {
        match self {
            Self::Myself => SelfProvided::Myself.to_value(),
            Self::Provider(id) => id.to_value(),
        }
    }
}

impl ToValue for Location {
    fn to_value(&self) -> Option<Value> {
        let Self { country, place } = self;
        Facts::default().add("place", place).add("country", country).group()
    }
}

impl ToValue for OperatingSystem {
    fn to_value(&self) -> Option<Value> {
        let Self { name, version, eol_id } = self;
        Facts::default().add("name", name).code("version", version.as_ref()).code("eol_id", eol_id.as_ref()).group()
    }
}

impl ToValue for Address {
    fn to_value(&self) -> Option<Value> {
        let Self { ip, name, scope } = self;
        Facts::default().code("ip", ip.as_ref()).code("name", name.as_ref()).add("scope", scope).group()
    }
}

impl ToValue for Ssh {
    fn to_value(&self) -> Option<Value> {
        let Self { user, port, jump, host_key } = self;
        let facts = Facts::default().code("user", Some(user)).add("port", &port.map(i64::from));
        facts.add("jump", jump).code("host_key", host_key.as_ref()).group()
    }
}
