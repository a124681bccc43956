//! Somebody who helps when we cannot: mutual aid.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::PartnerId;

use super::entity::{Common, CommonDescriptor};
use super::fact::Fact;
use super::facts::Facts;
use super::lower::Lower;

/// It as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartnerDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
}

/// Somebody who helps when we cannot: mutual aid.
#[derive(Clone, Debug)]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// What every entity has.
    pub common: Common,
}

impl Partner {
    pub(super) fn lower(id: PartnerId, descriptor: PartnerDescriptor, _: &mut Lower<'_>) -> Self {
        let PartnerDescriptor { common } = descriptor;
        Self { id, common: common.into() }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self { id: _, common } = self;
        common.around(Facts::default())
    }
}
