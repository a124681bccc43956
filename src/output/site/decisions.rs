//! Which pages hold decisions, and in which order they were made.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::knowledge::KnowledgeBase;
use crate::runbook::Runbook;
use crate::runbook::front_matter::RunbookType;
use crate::words::sort_key;

use super::page::is_folder_page;

/// The folders in which pages are decisions whoever wrote their front matter, as [`sort_key`] folds their names.
const FOLDERS: [&str; 3] = ["adr", "adrs", "decisions"];

/// Returns the pages that hold decisions, newest first; those without a day come last, the last name first, because such pages
/// are usually numbered.
pub(super) fn decisions(kb: &KnowledgeBase) -> Vec<&Runbook> {
    let mut decisions: Vec<&Runbook> = kb.runbooks.values().filter(|page| is_decision(page)).collect();
    decisions.sort_by(|left, right| {
        (Reverse(decided_on(left)), Reverse(&left.id)).cmp(&(Reverse(decided_on(right)), Reverse(&right.id)))
    });
    decisions
}

fn is_decision(page: &Runbook) -> bool {
    match page.head() {
        Some(_) => page.runbook_type() == Some(RunbookType::Decision),
        // The page of the folder itself is about the decisions.
        None => {
            let folder = page.id.as_str().rsplit_once('/').and_then(|(folder, _)| folder.rsplit('/').next());
            !is_folder_page(&page.id) && folder.is_some_and(|folder| FOLDERS.contains(&sort_key(folder).as_str()))
        }
    }
}

/// Returns the day of a decision, where the page says it.
pub(super) fn decided_on(page: &Runbook) -> Option<Date> {
    page.head()?.decided_on.as_ref().map(|day| day.0)
}
