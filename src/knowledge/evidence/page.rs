//! What the exercises say about a page, in one word: for whoever has to choose between pages.

use jiff::civil::Date;

use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::runbook::Runbook;
use crate::source::Snapshot;

use super::{Drift, Evidence, has_failed_last};

/// Whether a page was ever followed. Nothing here depends on the day on which that is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageTrust {
    /// Nobody followed it, as far as anybody answers for.
    Never,
    /// Whoever tried last did not get through.
    Failed,
    /// It was followed, and what it depends on has changed since.
    Changed,
    /// It was followed, and nobody can tell what has changed since.
    Unclear,
    /// Who wrote it followed it, or nobody knows whether they did; to be trusted until that day.
    Followed(Option<Date>),
    /// Somebody who did not write it followed it; to be trusted until that day.
    FollowedByAnother(Option<Date>),
}

impl KnowledgeBase {
    /// Returns what the exercises say about a page.
    #[must_use]
    pub fn page_trust(&self, runbook: &Runbook, snapshot: &Snapshot) -> PageTrust {
        let evidence = self.evidence(&EntityRef::from(&runbook.id));
        if has_failed_last(&evidence) {
            return PageTrust::Failed;
        }
        let followed = evidence.iter().filter(|of| of.is_proof());
        let trust = |of: &Evidence<'_>| {
            let wrote = self.is_author(of.by, runbook, snapshot);
            match (&of.drift, wrote) {
                (Drift::Unknown, _) => PageTrust::Unclear,
                (drift, _) if drift.is_something() => PageTrust::Changed,
                (_, Some(false)) => PageTrust::FollowedByAnother(of.trust_until()),
                (_, Some(true) | None) => PageTrust::Followed(of.trust_until()),
            }
        };
        followed.map(trust).max().unwrap_or(PageTrust::Never)
    }
}
