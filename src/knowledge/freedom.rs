//! How free what we use is, and whether we could leave it.

use jiff::civil::Date;

use crate::catalog::provider::{CharterException, Provider, SoftwareFreedom};
use crate::catalog::service::Service;
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, RunbookId};
use crate::records::exercise::Exercise;
use crate::runbook::front_matter::RunbookType;
use crate::scalar::{Stated, license};

impl Service {
    /// Tells whether its software is free, by its licence; nothing where nobody says which, or it cannot be read.
    #[must_use]
    pub fn freedom(&self) -> Option<SoftwareFreedom> {
        let license = self.software.known()?.license.known()?;
        let is_free = license::is_free(license).ok()?;
        Some(if is_free { SoftwareFreedom::Free } else { SoftwareFreedom::Nonfree })
    }
}

impl Provider {
    /// Whether some of what it runs is not free, or all of it.
    #[must_use]
    pub fn is_unfree(&self) -> bool {
        matches!(self.software_freedom, Stated::Known(SoftwareFreedom::Mixed | SoftwareFreedom::Nonfree))
    }
}

impl CharterException {
    /// Returns the day on which it ended, where that is past. It holds on its last day.
    #[must_use]
    pub fn ended(&self, day: Date) -> Option<Date> {
        self.until.known().map(|until| until.0).filter(|until| *until < day)
    }
}

impl KnowledgeBase {
    /// Returns the pages that say how a provider is left: the one that it names, then those of that type that are about it.
    #[must_use]
    pub fn exit_pages<'kb>(&'kb self, provider: &'kb Provider) -> Vec<&'kb RunbookId> {
        let named = provider.exit.as_ref().and_then(|exit| exit.known()?.how.as_ref());
        let thing = EntityRef::from(&provider.id);
        let about = self.pages_about(&thing).filter_map(|page| match page {
            EntityRef::Runbook(id) => Some(id),
            _ => None,
        });
        let is_exit = |id: &&RunbookId| {
            let page = self.runbooks.get(*id);
            page.is_some_and(|page| page.runbook_type() == Some(RunbookType::Exit) && page.is_active())
        };
        let others = about.filter(is_exit).filter(|id| Some(*id) != named);
        named.into_iter().chain(others).collect()
    }

    /// Returns the newest exercise in which the way out was tried, and not only read, that somebody answers for; whether it worked is for
    /// the reader to say.
    #[must_use]
    pub fn exit_tried<'kb>(&'kb self, provider: &'kb Provider) -> Option<&'kb Exercise> {
        let pages: Vec<EntityRef> = self.exit_pages(provider).into_iter().map(EntityRef::from).collect();
        let tried = pages.iter().flat_map(|page| self.counting_exercises_of(page)).map(|(_, exercise)| exercise);
        let tried = tried.filter(|exercise| {
            let is_done = exercise.exercise_type.known().is_some_and(|of| of.is_done());
            is_done && (exercise.has_worked() || exercise.has_failed())
        });
        tried.max_by(|left, right| left.file.id.cmp(&right.file.id))
    }

    /// Returns the services that run at a provider and nowhere else, and are in use; by id.
    #[must_use]
    pub fn lent_by<'kb>(&'kb self, provider: &Provider) -> Vec<&'kb Service> {
        let provider = EntityRef::from(&provider.id);
        let service = |from: &EntityRef| match from {
            EntityRef::Service(id) => self.catalog.services.get(id),
            _ => None,
        };
        let is_alone = |service: &&Service| {
            let is_there = |on: &EntityRef| *on == provider;
            !service.is_retired() && service.runs_on.known().is_some_and(|runs_on| runs_on.iter().all(is_there))
        };
        self.referring(&provider, "runs_on").filter_map(service).filter(is_alone).collect()
    }
}
