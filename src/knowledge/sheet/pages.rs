//! The pages about a thing, by what one opens them for.

use std::collections::BTreeMap;

use crate::catalog::Entity;
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::runbook::Runbook;
use crate::runbook::front_matter::RunbookType;

use super::{Answer, Label, Line};

/// What one opens a page for, most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageUse {
    /// Something is broken.
    Broken,
    /// It has to be brought back.
    Restore,
    /// It has to be run.
    Operate,
    /// Somebody has to be told.
    Tell,
    /// It has to be left.
    Leave,
    /// One wants to know.
    Read,
}

impl PageUse {
    /// Returns the message that names it.
    pub(super) fn message(self) -> &'static str {
        match self {
            Self::Broken => "pages-broken",
            Self::Restore => "pages-restore",
            Self::Operate => "pages-operate",
            Self::Tell => "pages-tell",
            Self::Leave => "pages-leave",
            Self::Read => "pages-read",
        }
    }

    fn of(runbook: &Runbook) -> Self {
        match runbook.runbook_type() {
            Some(RunbookType::Diagnose) => Self::Broken,
            Some(RunbookType::Restore) => Self::Restore,
            Some(RunbookType::Operate | RunbookType::Maintain) => Self::Operate,
            Some(RunbookType::Communicate) => Self::Tell,
            Some(RunbookType::Exit) => Self::Leave,
            Some(RunbookType::Takeover | RunbookType::Reference | RunbookType::Decision) | None => Self::Read,
        }
    }
}

impl KnowledgeBase {
    /// The pages that name a thing in `for`, by use, then by id.
    pub(super) fn pages_by_use<'kb>(&'kb self, entity: &'kb Entity) -> impl Iterator<Item = Line<'kb>> {
        let mut pages: BTreeMap<PageUse, Vec<&EntityRef>> = BTreeMap::new();
        for page in self.pages_about(&entity.reference) {
            let EntityRef::Runbook(id) = page else { continue };
            let usage = self.runbooks.get(id).map_or(PageUse::Read, PageUse::of);
            pages.entry(usage).or_default().push(page);
        }
        pages.into_iter().map(|(usage, pages)| Line { label: Label::Pages(usage), answer: Answer::Pages(pages) })
    }
}
