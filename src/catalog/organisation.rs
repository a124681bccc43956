//! The organisation: who may speak for it, and who may declare a takeover.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::PersonId;
use crate::scalar::{ContactAddress, Country, Day, Duration, Every, Lang, Money, Stated, Url};

use super::entity::{Common, CommonDescriptor};
use super::fact::{Fact, Value};
use super::facts::{Facts, ToValue};
use super::lower::Lower;

/// The organisation as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrganisationDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
    legal_form: Option<String>,
    registration_id: Option<String>,
    country: Option<Country>,
    #[schemars(example = ["ada"])]
    representatives: Stated<Vec<String>>,
    activation: Stated<ActivationDescriptor>,
    public_contact: Option<ContactAddress>,
    security_contact: Option<ContactAddress>,
    #[serde(default)]
    languages: Vec<Lang>,
    #[serde(default)]
    income: Vec<Income>,
    reserves: Option<Reserves>,
    #[serde(default)]
    charters: Vec<Charter>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ActivationDescriptor {
    #[schemars(example = ["ada"])]
    who: Stated<Vec<String>>,
    #[schemars(example = &"3d")]
    after: Stated<Duration>,
    #[schemars(example = &"appel, puis courriel au bureau")]
    how: Stated<String>,
}

/// The organisation.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// What every entity has.
    pub common: Common,
    /// Its form in law.
    pub legal_form: Option<String>,
    /// Its number in the register.
    pub registration_id: Option<String>,
    /// Where it is registered.
    pub country: Option<Country>,
    /// Who may legally speak to providers and the bank.
    pub representatives: Stated<Vec<PersonId>>,
    /// When somebody takes over.
    pub activation: Stated<Activation>,
    /// Where anybody may write to.
    pub public_contact: Option<ContactAddress>,
    /// Where faults in security are reported.
    pub security_contact: Option<ContactAddress>,
    /// The languages of its people.
    pub languages: Vec<Lang>,
    /// What it lives on.
    pub income: Vec<Income>,
    /// What it could live on for a while.
    pub reserves: Option<Reserves>,
    /// What it has promised to follow.
    pub charters: Vec<Charter>,
}

/// When somebody takes over.
#[derive(Clone, Debug)]
pub struct Activation {
    /// Who may declare it.
    pub who: Stated<Vec<PersonId>>,
    /// After what silence.
    pub after: Stated<Duration>,
    /// By which channel.
    pub how: Stated<String>,
}

/// Money that comes in.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Income {
    /// What it is called.
    #[schemars(example = &"Dons")]
    pub label: String,
    /// How much.
    pub amount: Stated<Money>,
    /// How often.
    pub every: Stated<Every>,
    /// In which year.
    pub year: Option<i64>,
}

/// Money that is there.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reserves {
    /// How much.
    pub money: Stated<Money>,
    /// On which day.
    pub on: Stated<Day>,
}

/// A charter that was signed.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Charter {
    /// What it is called.
    #[schemars(example = &"CHATONS")]
    pub name: String,
    /// Which version of it.
    #[schemars(example = &"2")]
    pub version: Stated<String>,
    /// Where it can be read.
    pub url: Stated<Url>,
}

impl Organisation {
    pub(super) fn lower(descriptor: OrganisationDescriptor, lower: &mut Lower<'_>) -> Self {
        let OrganisationDescriptor {
            common,
            legal_form,
            registration_id,
            country,
            representatives,
            activation,
            public_contact,
            security_contact,
            languages,
            income,
            reserves,
            charters,
        } = descriptor;
        let representatives_at = lower.field("representatives");
        let activation_at = lower.field("activation");
        Self {
            common: common.into(),
            legal_form,
            registration_id,
            country,
            representatives: representatives.map(|written| lower.ids(&representatives_at, written)),
            activation: activation.map(|ActivationDescriptor { who, after, how }| Activation {
                who: who.map(|written| lower.ids(&activation_at.key("who"), written)),
                after,
                how,
            }),
            public_contact,
            security_contact,
            languages,
            income,
            reserves,
            charters,
        }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self {
            common,
            legal_form,
            registration_id,
            country,
            representatives,
            activation,
            public_contact,
            security_contact,
            languages,
            income,
            reserves,
            charters,
        } = self;
        let own = Facts::default()
            .add("representatives", representatives)
            .add("activation", activation)
            .add("public_contact", public_contact)
            .add("security_contact", security_contact)
            .add("legal_form", legal_form)
            .code("registration_id", registration_id.as_ref())
            .add("country", country)
            .add("languages", languages)
            .add("income", income)
            .add("reserves", reserves)
            .add("charters", charters);
        common.around(own)
    }
}

impl ToValue for Activation {
    fn to_value(&self) -> Option<Value> {
        let Self { who, after, how } = self;
        Facts::default().add("who", who).add("after", after).add("how", how).group()
    }
}

impl ToValue for Income {
    fn to_value(&self) -> Option<Value> {
        let Self { label, amount, every, year } = self;
        Facts::default().add("label", label).add("amount", amount).add("every", every).add("year", year).group()
    }
}

impl ToValue for Reserves {
    fn to_value(&self) -> Option<Value> {
        let Self { money, on } = self;
        Facts::default().add("money", money).add("on", on).group()
    }
}

impl ToValue for Charter {
    fn to_value(&self) -> Option<Value> {
        let Self { name, version, url } = self;
        Facts::default().add("name", name).add("version", version).add("url", url).group()
    }
}
