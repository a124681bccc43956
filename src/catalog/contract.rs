//! Anything with a price or an end.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::ContractId;

use super::entity::{Common, CommonDescriptor};
use super::fact::Fact;
use super::facts::Facts;
use super::lower::Lower;

/// It as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContractDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
}

/// Anything with a price or an end.
#[derive(Clone, Debug)]
pub struct Contract {
    /// Its id.
    pub id: ContractId,
    /// What every entity has.
    pub common: Common,
}

impl Contract {
    pub(super) fn lower(id: ContractId, descriptor: ContractDescriptor, _: &mut Lower<'_>) -> Self {
        let ContractDescriptor { common } = descriptor;
        Self { id, common: common.into() }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self { id: _, common } = self;
        common.around(Facts::default())
    }
}
