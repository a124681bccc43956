//! Which backup decides how well a promise to the users of a service is kept.

use std::collections::BTreeMap;

use crate::catalog::backup::{Backup, Saved};
use crate::catalog::service::Service;
use crate::check::CheckContext;
use crate::diagnostic::{Code, Diagnostic, Message, message};
use crate::knowledge::KnowledgeBase;
use crate::names::{BackupId, EntityRef};
use crate::scalar::{Duration, Stated};

/// How many services a sentence names; the others are counted.
const NAMED: usize = 5;

/// What a backup costs whoever needs it, in minutes: the time it takes, or the work that is lost.
pub(super) type Costs<'kb> = BTreeMap<&'kb BackupId, u64>;

/// A promise that a backup does not keep.
pub(super) struct Broken<'kb> {
    service: &'kb Service,
    promised: Duration,
}

/// Returns for each backup the live services to which more is promised than it gives. A promise is kept when all that a service holds
/// keeps it, each part by the best of its backups.
pub(super) fn broken<'kb>(
    kb: &'kb KnowledgeBase,
    promise: impl Fn(&Service) -> Option<&Stated<Duration>>,
    costs: &Costs<'kb>,
) -> BTreeMap<&'kb BackupId, Vec<Broken<'kb>>> {
    let covering = covering(kb);
    let mut broken: BTreeMap<&BackupId, Vec<Broken<'kb>>> = BTreeMap::new();
    for service in kb.live_services() {
        let Some(promised) = promise(service).and_then(Stated::known).copied() else { continue };
        if let Some((cost, backup)) = deciding(service, &covering, costs)
            && exceeds(cost, promised)
        {
            broken.entry(backup).or_default().push(Broken { service, promised });
        }
    }
    broken
}

/// Names the services whose promise is not kept, with the promise, and says at which of them it stands.
pub(super) fn listed(broken: &[Broken<'_>]) -> String {
    let named = broken.iter().take(NAMED);
    let mut list: Vec<String> =
        named.map(|broken| format!("`{}` (`{}`)", EntityRef::from(&broken.service.id), broken.promised)).collect();
    if broken.len() > NAMED {
        list.push(format!("+{}", broken.len() - NAMED));
    }
    list.join(", ")
}

/// Points at the promises that are not kept.
pub(super) fn labelled(
    context: &CheckContext<'_>,
    mut finding: Diagnostic,
    broken: &[Broken<'_>],
    field: &'static str,
) -> Diagnostic {
    for broken in broken.iter().take(NAMED) {
        if let Some(entity) = context.kb.catalog.entities.get(&EntityRef::from(&broken.service.id)) {
            let promised: Message = message!("backup-promised", promised = broken.promised.to_string());
            finding = finding.label(context.field(entity, field), promised);
        }
    }
    finding
}

/// Reports what a backup gives, at a field of it.
pub(super) fn report(
    code: &'static Code,
    context: &CheckContext<'_>,
    backup: &BackupId,
    field: &str,
    message: Message,
) -> Option<Diagnostic> {
    let reference = EntityRef::from(backup);
    let entity = context.kb.catalog.entities.get(&reference)?;
    Some(Diagnostic::at(code, context.field(entity, field), message).about(&reference))
}

/// Months have 28 to 31 days, and hardly anybody who promises one means the difference.
fn exceeds(cost: u64, promised: Duration) -> bool {
    cost * 100 > promised.minutes() * 104
}

/// What is covered by which backups, and what of it is saved.
type Covering<'kb> = BTreeMap<&'kb EntityRef, Vec<(&'kb BackupId, Option<Saved>)>>;

fn covering(kb: &KnowledgeBase) -> Covering<'_> {
    let mut covering = Covering::new();
    for backup in kb.catalog.backups.values() {
        for cover in backup.covers.known().into_iter().flatten() {
            covering.entry(&cover.of).or_default().push((&backup.id, cover.what.known().copied()));
        }
    }
    covering
}

/// Returns the backup that decides about a service, and its cost: of its database and its files the worse, each from the best backup.
fn deciding<'kb>(service: &Service, covering: &Covering<'kb>, costs: &Costs<'kb>) -> Option<(u64, &'kb BackupId)> {
    let own = EntityRef::from(&service.id);
    let things = std::iter::once(&own).chain(service.runs_on.known().into_iter().flatten());
    let (mut full, mut database, mut files) = (None, None, None);
    for (backup, what) in things.filter_map(|thing| covering.get(thing)).flatten() {
        let Some(cost) = costs.get(backup) else { continue };
        let best = match what {
            Some(Saved::Db) => &mut database,
            Some(Saved::Files) => &mut files,
            // No work is lost with a configuration.
            Some(Saved::Config) => continue,
            Some(Saved::Full) | None => &mut full,
        };
        *best = cheaper(*best, Some((*cost, *backup)));
    }
    cheaper(database, full).max(cheaper(files, full))
}

type Cost<'kb> = Option<(u64, &'kb BackupId)>;

fn cheaper<'kb>(left: Cost<'kb>, right: Cost<'kb>) -> Cost<'kb> {
    left.into_iter().chain(right).min()
}

/// Finds what every backup costs.
pub(super) fn costs<'kb>(kb: &'kb KnowledgeBase, cost: impl Fn(&'kb Backup) -> Option<u64>) -> Costs<'kb> {
    kb.catalog.backups.values().filter_map(|backup| Some((&backup.id, cost(backup)?))).collect()
}
