//! What every entity has.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::scalar::{Audience, Stated, Url};

use super::fact::{Fact, Value};
use super::facts::{Facts, ToValue};

/// The fields of every entity as written. A kind that finds its name elsewhere takes `Option<String>` for it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub(crate) struct CommonDescriptor<Name = Stated<String>> {
    name: Name,
    summary: Option<String>,
    #[serde(default)]
    links: Vec<Link>,
    audience: Option<Audience>,
    #[serde(default)]
    audiences: BTreeMap<String, Audience>,
    notes: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    tags: Vec<String>,
}

/// What every entity has.
#[derive(Clone, Debug)]
pub struct Common {
    /// What people call it.
    pub name: Stated<String>,
    /// One line that says what it is.
    pub summary: Option<String>,
    /// Where else it is written about.
    pub links: Vec<Link>,
    /// Who may read about it; admins when it does not say.
    pub audience: Option<Audience>,
    /// Who may read which of its fields, by path, where that differs from what is usual.
    pub audiences: BTreeMap<String, Audience>,
    /// Free notes, in Markdown.
    pub notes: Option<String>,
    /// Former ids.
    pub aliases: Vec<String>,
    /// Free words.
    pub tags: Vec<String>,
}

/// A page elsewhere.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What it is called.
    #[schemars(example = &"Documentation")]
    pub title: String,
    /// Where it is.
    pub url: Url,
    /// What kind of page it is.
    pub r#type: Option<String>,
}

impl ToValue for Link {
    fn to_value(&self) -> Option<Value> {
        let Self { title, url, r#type } = self;
        Facts::default().add("title", title).add("url", url).add("type", r#type).group()
    }
}

impl<Name> CommonDescriptor<Name> {
    /// Turns what is written as the name into what people call it.
    pub(super) fn named(self, name_of: impl FnOnce(Name) -> Stated<String>) -> Common {
        let Self { name, summary, links, audience, audiences, notes, aliases, tags } = self;
        Common { name: name_of(name), summary, links, audience, audiences, notes, aliases, tags }
    }
}

impl From<CommonDescriptor> for Common {
    fn from(descriptor: CommonDescriptor) -> Self {
        descriptor.named(|name| name)
    }
}

impl Common {
    /// Returns the facts of an entity: what a page says first, its own, and what a page says last. The notes are no fact: they
    /// are a text of their own.
    pub(super) fn around(&self, own: Facts) -> Vec<Fact> {
        let Self { name, summary, links, audience, audiences: _, notes: _, aliases, tags } = self;
        let first = Facts::default().add("name", name).add("summary", summary).extend(own.finish());
        first.add("links", links).add("tags", tags).add("audience", audience).add("aliases", aliases).finish()
    }
}
