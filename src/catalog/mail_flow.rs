//! A stream of mail: who sends what, through whom.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::MailFlowId;

use super::entity::{Common, CommonDescriptor};
use super::fact::Fact;
use super::facts::Facts;
use super::lower::Lower;

/// It as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MailFlowDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
}

/// A stream of mail: who sends what, through whom.
#[derive(Clone, Debug)]
pub struct MailFlow {
    /// Its id.
    pub id: MailFlowId,
    /// What every entity has.
    pub common: Common,
}

impl MailFlow {
    pub(super) fn lower(id: MailFlowId, descriptor: MailFlowDescriptor, _: &mut Lower<'_>) -> Self {
        let MailFlowDescriptor { common } = descriptor;
        Self { id, common: common.into() }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self { id: _, common } = self;
        common.around(Facts::default())
    }
}
