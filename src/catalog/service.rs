//! A service that people use.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::{EntityRef, Kind, PersonId, ProjectId, ServiceId, Takes};
use crate::scalar::{Duration, Stated, Url, words};

use super::entity::{Common, CommonDescriptor};
use super::fact::{Fact, Value};
use super::facts::{Facts, ToValue};
use super::lower::{Lower, UrlOrRunbook};

words! {
    /// Where a service stands in its life (the words of Backstage, and `retired`).
    Lifecycle in "lifecycle" {
        /// Tried out.
        Experimental = "experimental",
        /// Relied on.
        Production = "production",
        /// On its way out.
        Deprecated = "deprecated",
        /// Gone.
        Retired = "retired",
    }
}

words! {
    /// What data about people a service holds.
    DataClass in "data-class" {
        /// Nothing about people but what running it needs.
        Basic = "basic",
        /// Personal data.
        Personal = "personal",
        /// Data that hurts when it leaks (GDPR article 9, and the like).
        Sensitive = "sensitive",
    }
}

/// A service as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ServiceDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
    #[schemars(example = &"production")]
    lifecycle: Stated<Lifecycle>,
    #[schemars(example = &"ada")]
    owner: Stated<String>,
    #[serde(default)]
    urls: Vec<Url>,
    software: Stated<Software>,
    #[schemars(example = ["host:srv1"])]
    runs_on: Stated<Vec<String>>,
    #[serde(default)]
    depends_on: Vec<DependencyDescriptor>,
    #[serde(default)]
    serves: Vec<String>,
    mtd: Option<Stated<Duration>>,
    rto: Option<Stated<Duration>>,
    rpo: Option<Stated<Duration>>,
    minimum: Option<String>,
    data: Stated<DataDescriptor>,
    if_abandoned: Option<String>,
    admin_url: Option<Url>,
    monitoring: Option<Url>,
    paths: Option<Paths>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DependencyDescriptor {
    #[schemars(example = &"host:srv1")]
    r#ref: String,
    hard: Option<bool>,
}

/// What a service holds: the class alone, or with more to say.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum DataDescriptor {
    Whole(DataGroup),
    Class(DataClass),
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DataGroup {
    class: Stated<DataClass>,
    export: Option<String>,
}

/// A service.
#[derive(Clone, Debug)]
pub struct Service {
    /// Its id.
    pub id: ServiceId,
    /// What every entity has.
    pub common: Common,
    /// Where it stands in its life.
    pub lifecycle: Stated<Lifecycle>,
    /// Who answers for it.
    pub owner: Stated<PersonId>,
    /// Where people find it.
    pub urls: Vec<Url>,
    /// What it is made of.
    pub software: Stated<Software>,
    /// The hosts and providers it runs on.
    pub runs_on: Stated<Vec<EntityRef>>,
    /// What it needs besides.
    pub depends_on: Vec<Dependency>,
    /// The projects that use it.
    pub serves: Vec<ProjectId>,
    /// The longest outage that can be borne (maximum tolerable downtime). Always stated in production.
    pub mtd: Option<Stated<Duration>>,
    /// The time in which it is promised to be back. Always stated in production.
    pub rto: Option<Stated<Duration>>,
    /// The time whose work may be lost. Always stated in production.
    pub rpo: Option<Stated<Duration>>,
    /// What is enough for a while.
    pub minimum: Option<String>,
    /// What data about people it holds.
    pub data: Stated<ServiceData>,
    /// What happens when nobody touches it.
    pub if_abandoned: Option<String>,
    /// Where it is administered.
    pub admin_url: Option<Url>,
    /// Where it is watched.
    pub monitoring: Option<Url>,
    /// Where its files lie.
    pub paths: Option<Paths>,
}

/// The software that a service is made of.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Software {
    /// What it is called.
    #[schemars(example = &"Nextcloud")]
    pub name: Stated<String>,
    /// Its version.
    pub version: Option<String>,
    /// Its licence, by its SPDX identifier.
    #[schemars(example = &"AGPL-3.0-or-later")]
    pub license: Stated<String>,
    /// Where its source is.
    pub source: Option<Url>,
    /// Its name at endoflife.date.
    pub eol_id: Option<String>,
}

/// Something that a service needs.
#[derive(Clone, Debug)]
pub struct Dependency {
    /// What.
    pub on: EntityRef,
    /// Whether the service is down without it.
    pub hard: bool,
}

/// The data about people that a service holds.
#[derive(Clone, Debug)]
pub struct ServiceData {
    /// How delicate it is.
    pub class: Stated<DataClass>,
    /// How people take it with them.
    pub export: Option<UrlOrRunbook>,
}

/// Where the files of a service lie.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Paths {
    /// Its configuration.
    pub config: Option<String>,
    /// Its data.
    pub data: Option<String>,
    /// Its logs.
    pub logs: Option<String>,
}

/// What a service can depend on.
const DEPENDENCIES: [Kind; 5] = [Kind::Service, Kind::Host, Kind::Provider, Kind::Domain, Kind::Credential];

impl Service {
    /// Whether nobody uses it any more.
    #[must_use]
    pub fn is_retired(&self) -> bool {
        self.lifecycle == Stated::Known(Lifecycle::Retired)
    }

    pub(super) fn lower(id: ServiceId, descriptor: ServiceDescriptor, lower: &mut Lower<'_>) -> Self {
        let ServiceDescriptor {
            common,
            lifecycle,
            owner,
            urls,
            software,
            runs_on,
            depends_on,
            serves,
            mtd,
            rto,
            rpo,
            minimum,
            data,
            if_abandoned,
            admin_url,
            monitoring,
            paths,
        } = descriptor;
        if lifecycle == Stated::Known(Lifecycle::Production) {
            for (field, example) in [("mtd", "7d"), ("rto", "2d"), ("rpo", "1d")] {
                lower.require(field, example);
            }
        }
        let is_production = lifecycle == Stated::Known(Lifecycle::Production);
        let objective = |written: Option<Stated<Duration>>| written.or(is_production.then_some(Stated::Unknown));
        let at = lower.field("owner");
        let owner = lower.stated_id(&at, owner);
        let at = lower.field("runs_on");
        let takes = Takes::Reference(&[Kind::Host, Kind::Provider]);
        let runs_on = runs_on.map(|written| lower.references(&at, written, takes));
        let at = lower.field("depends_on");
        let depends_on =
            depends_on.into_iter().enumerate().filter_map(|(index, DependencyDescriptor { r#ref, hard })| {
                let on = lower.reference(&at.item(index).key("ref"), &r#ref, Takes::Reference(&DEPENDENCIES))?;
                Some(Dependency { on, hard: hard.unwrap_or(true) })
            });
        let depends_on = depends_on.collect();
        let at = lower.field("serves");
        let serves = lower.ids(&at, serves);
        let at = lower.field("data").key("export");
        let data = data.map(|data| {
            let DataGroup { class, export } = match data {
                DataDescriptor::Whole(group) => group,
                DataDescriptor::Class(class) => DataGroup { class: Stated::Known(class), export: None },
            };
            ServiceData { class, export: export.and_then(|written| lower.url_or_runbook(&at, &written)) }
        });
        Self {
            id,
            common: common.into(),
            lifecycle,
            owner,
            urls,
            software,
            runs_on,
            depends_on,
            serves,
            mtd: objective(mtd),
            rto: objective(rto),
            rpo: objective(rpo),
            minimum,
            data,
            if_abandoned,
            admin_url,
            monitoring,
            paths,
        }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self {
            id: _,
            common,
            lifecycle,
            owner,
            urls,
            software,
            runs_on,
            depends_on,
            serves,
            mtd,
            rto,
            rpo,
            minimum,
            data,
            if_abandoned,
            admin_url,
            monitoring,
            paths,
        } = self;
        let own = Facts::default()
            .add("lifecycle", lifecycle)
            .add("owner", owner)
            .add("serves", serves)
            .add("urls", urls)
            .add("admin_url", admin_url)
            .add("monitoring", monitoring)
            .add("runs_on", runs_on)
            .add("depends_on", depends_on)
            .add("software", software)
            .add("paths", paths)
            .add("mtd", mtd)
            .add("rto", rto)
            .add("rpo", rpo)
            .add("minimum", minimum)
            .add("data", data)
            .add("if_abandoned", if_abandoned);
        common.around(own)
    }
}

impl ToValue for Software {
    fn to_value(&self) -> Option<Value> {
        let Self { name, version, license, source, eol_id } = self;
        let facts = Facts::default().add("name", name).code("version", version.as_ref()).add("license", license);
        facts.add("source", source).code("eol_id", eol_id.as_ref()).group()
    }
}

impl ToValue for Dependency {
    fn to_value(&self) -> Option<Value> {
        let Self { on, hard } = self;
        Facts::default().add("ref", on).add("hard", hard).group()
    }
}

impl ToValue for ServiceData {
    fn to_value(&self) -> Option<Value> {
        let Self { class, export } = self;
        Facts::default().add("class", class).add("export", export).group()
    }
}

impl ToValue for Paths {
    fn to_value(&self) -> Option<Value> {
        let Self { config, data, logs } = self;
        let facts = Facts::default().code("config", config.as_ref()).code("data", data.as_ref());
        facts.code("logs", logs.as_ref()).group()
    }
}
