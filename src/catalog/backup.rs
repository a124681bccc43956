//! A backup of services or hosts.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::{BackupId, CredentialId, EntityRef, Kind, RunbookId, Takes};
use crate::scalar::{Duration, Every, Stated, Url, cron, words};

use super::entity::{Common, CommonDescriptor};
use super::fact::{Fact, Value};
use super::facts::{Facts, ToValue};
use super::lower::Lower;

words! {
    /// What of a thing is saved.
    Saved in "saved" {
        /// Its database.
        Db = "db",
        /// Its files.
        Files = "files",
        /// Its configuration.
        Config = "config",
        /// Everything.
        Full = "full",
    }
}

/// A backup as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BackupDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
    covers: Stated<Vec<CoverDescriptor>>,
    #[schemars(example = &"restic")]
    tool: Stated<String>,
    #[schemars(example = &"day")]
    schedule: Stated<String>,
    #[schemars(example = &"7 jours, 4 semaines, 6 mois")]
    retention: Stated<String>,
    copies: Stated<Vec<CopyDescriptor>>,
    #[schemars(example = &"restic-key")]
    encryption_key: Stated<String>,
    #[schemars(example = &"nextcloud/restaurer")]
    restore: Stated<String>,
    watched_by: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CoverDescriptor {
    #[schemars(example = &"service:nextcloud")]
    r#ref: String,
    what: Stated<Saved>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CopyDescriptor {
    #[schemars(example = &"host:nas")]
    at: Stated<String>,
    offsite: Stated<bool>,
    immutable: Option<bool>,
}

/// A backup.
#[derive(Clone, Debug)]
pub struct Backup {
    /// Its id.
    pub id: BackupId,
    /// What every entity has.
    pub common: Common,
    /// What it saves.
    pub covers: Stated<Vec<Cover>>,
    /// With what.
    pub tool: Stated<String>,
    /// How often.
    pub schedule: Stated<Schedule>,
    /// How long copies are kept.
    pub retention: Stated<String>,
    /// Where copies lie.
    pub copies: Stated<Vec<BackupCopy>>,
    /// What opens them.
    pub encryption_key: Stated<CredentialId>,
    /// The page that says how to get everything back.
    pub restore: Stated<RunbookId>,
    /// How silence is noticed.
    pub watched_by: Option<Watcher>,
}

/// Something that is saved.
#[derive(Clone, Debug)]
pub struct Cover {
    /// A service or a host.
    pub of: EntityRef,
    /// What of it.
    pub what: Stated<Saved>,
}

/// When a backup runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// Once in a time.
    Every(Every),
    /// In cron's or the author's words.
    Text(String),
}

/// A copy of what is saved.
#[derive(Clone, Debug)]
pub struct BackupCopy {
    /// On which host, or at which provider.
    pub at: Stated<EntityRef>,
    /// Whether it lies elsewhere than what it saves.
    pub offsite: Stated<bool>,
    /// Whether nobody can change or delete it.
    pub immutable: Option<bool>,
}

/// How silence is noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Watcher {
    /// A page to look at.
    Url(Url),
    /// In words.
    Text(String),
}

impl Schedule {
    /// Returns the longest time between two runs; nothing where only people can tell.
    #[must_use]
    pub fn longest_gap(&self) -> Option<Duration> {
        match self {
            Self::Every(every) => Some(every.length()),
            Self::Text(text) => cron::longest_gap(text),
        }
    }
}

impl Backup {
    pub(super) fn lower(id: BackupId, descriptor: BackupDescriptor, lower: &mut Lower<'_>) -> Self {
        let BackupDescriptor { common, covers, tool, schedule, retention, copies, encryption_key, restore, watched_by } =
            descriptor;
        let at = lower.field("covers");
        let mut cover = |(index, CoverDescriptor { r#ref, what }): (usize, CoverDescriptor)| {
            let takes = Takes::Reference(&[Kind::Service, Kind::Host]);
            let of = lower.reference(&at.item(index).key("ref"), &r#ref, takes)?;
            Some(Cover { of, what })
        };
        let covers = covers.map(|covers| covers.into_iter().enumerate().filter_map(&mut cover).collect());
        let at = lower.field("copies");
        let mut copy = |(index, CopyDescriptor { at: written, offsite, immutable })| {
            let takes = Takes::Reference(&[Kind::Host, Kind::Provider]);
            let at = lower.stated_reference(&at.item(index).key("at"), written, takes);
            BackupCopy { at, offsite, immutable }
        };
        let copies = copies.map(|copies| copies.into_iter().enumerate().map(&mut copy).collect());
        let at = lower.field("encryption_key");
        let encryption_key = lower.stated_id(&at, encryption_key);
        let at = lower.field("restore");
        let restore = lower.stated_id(&at, restore);
        Self {
            id,
            common: common.into(),
            covers,
            tool,
            schedule: schedule.map(|written| written.parse().map_or(Schedule::Text(written), Schedule::Every)),
            retention,
            copies,
            encryption_key,
            restore,
            watched_by: watched_by.map(|written| written.parse().map_or(Watcher::Text(written), Watcher::Url)),
        }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self { id: _, common, covers, tool, schedule, retention, copies, encryption_key, restore, watched_by } =
            self;
        let own = Facts::default()
            .add("restore", restore)
            .add("covers", covers)
            .add("copies", copies)
            .add("encryption_key", encryption_key)
            .add("tool", tool)
            .add("schedule", schedule)
            .add("retention", retention)
            .add("watched_by", watched_by);
        common.around(own)
    }
}

impl ToValue for Cover {
    fn to_value(&self) -> Option<Value> {
        let Self { of, what } = self;
        Facts::default().add("ref", of).add("what", what).group()
    }
}

impl ToValue for Schedule {
    fn to_value(&self) -> Option<Value> {
        match self {
            Self::Every(every) => every.to_value(),
            Self::Text(text) => Some(Value::Code(text.clone())),
        }
    }
}

impl ToValue for BackupCopy {
    fn to_value(&self) -> Option<Value> {
        let Self { at, offsite, immutable } = self;
        Facts::default().add("at", at).add("offsite", offsite).add("immutable", immutable).group()
    }
}

impl ToValue for Watcher {
    fn to_value(&self) -> Option<Value> {
        match self {
            Self::Url(url) => url.to_value(),
            Self::Text(text) => text.to_value(),
        }
    }
}
