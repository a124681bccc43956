//! How long it takes to bring something back: as it was measured, else as its page estimates, else as somebody promised.

use jiff::civil::Date;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::{Evidence, Link};
use crate::names::{EntityRef, RunbookId};
use crate::records::exercise::ExerciseType;
use crate::runbook::Runbook;
use crate::runbook::front_matter::RunbookType;
use crate::scalar::{Duration, Stated};

/// How long it takes, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Time<'kb> {
    /// It took so long when it was last done.
    Measured(Duration, Date),
    /// Its page says so.
    Estimated(Duration, &'kb RunbookId),
    /// It comes back with the machine that it runs on, by the same page.
    WithHost(&'kb EntityRef),
    /// Nobody did it, and no page says: only that it was promised.
    Promised(Duration),
    /// Nobody knows.
    Unknown,
}

impl Time<'_> {
    /// Returns the length in minutes, where one is known.
    #[must_use]
    pub fn minutes(&self) -> Option<u64> {
        match self {
            Self::Measured(time, _) | Self::Estimated(time, _) | Self::Promised(time) => Some(time.minutes()),
            Self::WithHost(_) => Some(0),
            Self::Unknown => None,
        }
    }
}

/// Tells how long it takes to bring something back together with all of these.
pub(super) fn of<'kb>(kb: &'kb KnowledgeBase, thing: &'kb EntityRef, all: &[&'kb EntityRef]) -> Time<'kb> {
    if let Some((took, day)) = measured(kb, thing) {
        return Time::Measured(took, day);
    }
    let page = page(kb, thing);
    let host = page.and_then(|page| all.iter().find(|host| runs_on(kb, thing, host) && is_page_of(kb, page, host)));
    if let Some(host) = host {
        return Time::WithHost(host);
    }
    let estimate = page.and_then(|page| Some((*page.head()?.time.known()?, &page.id)));
    if let Some((time, page)) = estimate {
        return Time::Estimated(time, page);
    }
    let EntityRef::Service(id) = thing else { return Time::Unknown };
    let rto = kb.catalog.services.get(id).and_then(|service| service.rto.as_ref()?.known());
    rto.map_or(Time::Unknown, |rto| Time::Promised(*rto))
}

fn runs_on(kb: &KnowledgeBase, thing: &EntityRef, host: &EntityRef) -> bool {
    let EntityRef::Service(id) = thing else { return false };
    let on = kb.catalog.services.get(id).and_then(|service| service.runs_on.known());
    matches!(host, EntityRef::Host(_)) && on.is_some_and(|on| on.contains(host))
}

fn is_page_of(kb: &KnowledgeBase, page: &Runbook, host: &EntityRef) -> bool {
    self::page(kb, host).is_some_and(|of_host| of_host.id == page.id)
}

/// The last time that somebody answers for in which it was brought back, or a backup of it.
fn measured(kb: &KnowledgeBase, thing: &EntityRef) -> Option<(Duration, Date)> {
    let service = match thing {
        EntityRef::Service(id) => kb.catalog.services.get(id),
        _ => None,
    };
    let backups = service.map(|service| kb.backups_of(service)).unwrap_or_default();
    let things = std::iter::once(thing.clone()).chain(backups.iter().map(|backup| EntityRef::from(&backup.id)));
    let took = |of: &Evidence<'_>| {
        let is_restore = of.exercise.exercise_type.known() == Some(&ExerciseType::Restore);
        let counts = of.link == Link::Data && is_restore && of.is_proof() && of.exercise.file.date <= kb.as_of;
        let took = of.exercise.took.as_ref().and_then(Stated::known).filter(|_| counts)?;
        Some((of.exercise.file.date, *took))
    };
    let all: Vec<(Date, Duration)> =
        things.flat_map(|thing| kb.evidence(&thing).iter().filter_map(took).collect::<Vec<_>>()).collect();
    all.into_iter().max().map(|(day, took)| (took, day))
}

/// Returns the page that says how something is brought back: the one that its backup names, else one about it.
pub(super) fn page<'kb>(kb: &'kb KnowledgeBase, thing: &EntityRef) -> Option<&'kb Runbook> {
    let pages: Vec<&Runbook> = match thing {
        EntityRef::Service(id) => {
            let service = kb.catalog.services.get(id)?;
            let mut pages = kb.pages_for(service, RunbookType::Restore);
            let backups = kb.backups_of(service);
            let named = |page: &Runbook| backups.iter().any(|backup| backup.restore.known() == Some(&page.id));
            let is_about = |page: &Runbook| page.subjects.contains(thing);
            // A page about the machine alone says nothing of what runs on it.
            pages.retain(|page| is_about(page) || named(page));
            pages.sort_by_key(|page| (!(named(page) && is_about(page)), !is_about(page)));
            pages
        }
        _ => {
            let about = kb.pages_about(thing).filter_map(|page| match page {
                EntityRef::Runbook(id) => kb.runbooks.get(id),
                _ => None,
            });
            about.filter(|page| page.runbook_type() == Some(RunbookType::Restore)).collect()
        }
    };
    pages.into_iter().find(|page| page.is_active())
}
