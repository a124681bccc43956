//! A word of the glossary.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::TermId;

use super::entity::{Common, CommonDescriptor};
use super::fact::Fact;
use super::facts::Facts;
use super::lower::Lower;

/// It as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TermDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
}

/// A word of the glossary.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// What every entity has.
    pub common: Common,
}

impl Term {
    pub(super) fn lower(id: TermId, descriptor: TermDescriptor, _: &mut Lower<'_>) -> Self {
        let TermDescriptor { common } = descriptor;
        Self { id, common: common.into() }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self { id: _, common } = self;
        common.around(Facts::default())
    }
}
