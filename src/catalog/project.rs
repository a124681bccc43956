//! A beneficiary: a project that we host.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::ProjectId;

use super::entity::{Common, CommonDescriptor};
use super::fact::Fact;
use super::facts::Facts;
use super::lower::Lower;

/// It as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProjectDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
}

/// A beneficiary: a project that we host.
#[derive(Clone, Debug)]
pub struct Project {
    /// Its id.
    pub id: ProjectId,
    /// What every entity has.
    pub common: Common,
}

impl Project {
    pub(super) fn lower(id: ProjectId, descriptor: ProjectDescriptor, _: &mut Lower<'_>) -> Self {
        let ProjectDescriptor { common } = descriptor;
        Self { id, common: common.into() }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self { id: _, common } = self;
        common.around(Facts::default())
    }
}
