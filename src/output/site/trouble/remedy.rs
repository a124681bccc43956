//! Which pages find out what is wrong with a thing, and which bring it back.

use std::collections::BTreeMap;

use crate::names::EntityRef;
use crate::output::site::here::Here;
use crate::runbook::Runbook;
use crate::runbook::front_matter::RunbookType;

use super::is_retired;

/// What helps with one thing.
#[derive(Default)]
pub(in crate::output::site) struct Remedies<'a> {
    /// From a symptom to a cause.
    pub diagnose: Vec<&'a Runbook>,
    /// From a backup.
    pub restore: Vec<&'a Runbook>,
}

/// Returns what helps with each thing that pages are about, the pages in the order given. A backup of a thing names the page
/// that restores it, whatever that page says it is about.
pub(in crate::output::site) fn remedies<'a>(
    here: &Here<'a>,
    pages: &[&'a Runbook],
) -> BTreeMap<&'a EntityRef, Remedies<'a>> {
    let mut remedies: BTreeMap<&EntityRef, Remedies<'_>> = BTreeMap::new();
    for runbook in pages {
        for subject in &runbook.subjects {
            let remedies = remedies.entry(subject).or_default();
            match runbook.runbook_type() {
                Some(RunbookType::Diagnose) => remedies.diagnose.push(runbook),
                Some(RunbookType::Restore) => remedies.restore.push(runbook),
                _ => {}
            }
        }
    }
    for backup in here.kb().catalog.backups.values() {
        let restore = backup.restore.known().and_then(|id| here.text(id));
        let Some(restore) = restore.filter(|runbook| !is_retired(runbook)) else { continue };
        for cover in backup.covers.known().into_iter().flatten() {
            let restores = &mut remedies.entry(&cover.of).or_default().restore;
            if !restores.iter().any(|known| known.id == restore.id) {
                restores.push(restore);
            }
        }
    }
    remedies
}
