//! A project that we host: who must be warned, and what it was promised.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::{ProjectId, RunbookId};
use crate::scalar::{Audience, Channel, Lang, Stated};

use super::entity::{Common, CommonDescriptor};
use super::fact::{Fact, Value};
use super::facts::{Facts, ToValue};
use super::lower::{Lower, TextOrRunbook};

/// A project as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProjectDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
    contacts: Stated<Vec<ProjectContactDescriptor>>,
    #[serde(default)]
    languages: Vec<Lang>,
    promise: Option<String>,
    notice_template: Option<String>,
    leaves_with: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ProjectContactDescriptor {
    #[schemars(example = &"Bureau du projet")]
    name: Stated<String>,
    #[schemars(example = &"bureau@example.org")]
    channel: Stated<String>,
    audience: Option<Audience>,
}

/// A project: those for whom we run services.
#[derive(Clone, Debug)]
pub struct Project {
    /// Its id.
    pub id: ProjectId,
    /// What every entity has.
    pub common: Common,
    /// Whom to warn, and how.
    pub contacts: Stated<Vec<ProjectContact>>,
    /// The languages that its people read.
    pub languages: Vec<Lang>,
    /// What it was told about outages and data.
    pub promise: Option<String>,
    /// The page with the message to send.
    pub notice_template: Option<RunbookId>,
    /// What its people take with them when they leave, and how.
    pub leaves_with: Option<TextOrRunbook>,
}

/// Somebody in a project.
#[derive(Clone, Debug)]
pub struct ProjectContact {
    /// Who.
    pub name: Stated<String>,
    /// Where they are reached.
    pub channel: Stated<Channel>,
    /// Who may see it.
    pub audience: Option<Audience>,
}

impl Project {
    pub(super) fn lower(id: ProjectId, descriptor: ProjectDescriptor, lower: &mut Lower<'_>) -> Self {
        let ProjectDescriptor { common, contacts, languages, promise, notice_template, leaves_with } = descriptor;
        let at = lower.field("notice_template");
        let notice_template = notice_template.and_then(|written| lower.id(&at, &written));
        let at = lower.field("leaves_with");
        let leaves_with = leaves_with.and_then(|written| lower.text_or_runbook(&at, written));
        Self {
            id,
            common: common.into(),
            contacts: contacts.map(|contacts| contacts.into_iter().map(ProjectContact::from).collect()),
            languages,
            promise,
            notice_template,
            leaves_with,
        }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self { id: _, common, contacts, languages, promise, notice_template, leaves_with } = self;
        let own = Facts::default()
            .add("contacts", contacts)
            .add("promise", promise)
            .add("notice_template", notice_template)
            .add("leaves_with", leaves_with)
            .add("languages", languages);
        common.around(own)
    }
}

impl From<ProjectContactDescriptor> for ProjectContact {
    fn from(descriptor: ProjectContactDescriptor) -> Self {
        let ProjectContactDescriptor { name, channel, audience } = descriptor;
        Self { name, channel: channel.map(Channel::from), audience }
    }
}

impl ToValue for ProjectContact {
    fn to_value(&self) -> Option<Value> {
        let Self { name, channel, audience } = self;
        Facts::default().add("name", name).add("channel", channel).add("audience", audience).group()
    }
}
