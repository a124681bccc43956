//! Why things are as they are: the decisions, newest first.

use std::cmp::Reverse;

use jiff::civil::Date;
use serde::Serialize;

use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::output::site::chrome::{Chrome, Ending, people_for};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::{Page, is_folder_page};
use crate::output::site::value::ValueView;
use crate::runbook::Runbook;
use crate::runbook::front_matter::{RunbookHead, RunbookType, Status};
use crate::scalar::Stated;
use crate::words::sort_key;

/// The folders in which pages are decisions whoever wrote their front matter, as [`sort_key`] folds their names.
const FOLDERS: [&str; 3] = ["adr", "adrs", "decisions"];

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct DecisionsView {
    title: String,
    decisions: Vec<Decision>,
}

#[derive(Debug, Serialize)]
struct Decision {
    link: Link,
    /// The day, where the page says it.
    decided_on: Option<String>,
    status: Option<ValueView>,
}

/// Returns the pages that hold decisions, newest first; those without a day come last, the last name first, because such pages
/// are usually numbered.
pub(in crate::output::site) fn decisions(kb: &KnowledgeBase) -> Vec<&Runbook> {
    let mut decisions: Vec<&Runbook> = kb.runbooks.values().filter(|page| is_decision(page)).collect();
    decisions.sort_by(|left, right| {
        (Reverse(decided_on(left)), Reverse(&left.id)).cmp(&(Reverse(decided_on(right)), Reverse(&right.id)))
    });
    decisions
}

fn is_decision(page: &Runbook) -> bool {
    match page.head() {
        Some(head) => head.runbook_type.known() == Some(&RunbookType::Decision),
        // The page of the folder itself is about the decisions.
        None => {
            let folder = page.id.as_str().rsplit_once('/').and_then(|(folder, _)| folder.rsplit('/').next());
            !is_folder_page(&page.id) && folder.is_some_and(|folder| FOLDERS.contains(&sort_key(folder).as_str()))
        }
    }
}

fn decided_on(page: &Runbook) -> Option<Date> {
    page.head()?.decided_on.as_ref().map(|day| day.0)
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, DecisionsView) {
    let title = here.title(&Page::Decisions);
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending {
        people: people_for(here, std::iter::empty()),
        action: here.link_to_page(&Page::Contents),
        ..Ending::default()
    });
    let decision = |page: &Runbook| {
        Some(Decision {
            link: here.described(&EntityRef::from(&page.id))?,
            decided_on: decided_on(page).map(|day| here.date(day)),
            status: page.head().map(|head| status(here, head)),
        })
    };
    let decisions = decisions(here.kb()).into_iter().filter_map(decision).collect();
    (chrome, DecisionsView { title, decisions })
}

/// How far a decision has come: the words of pages mean something else here.
fn status(here: &Here<'_>, head: &RunbookHead) -> ValueView {
    let id = match &head.status {
        Stated::Known(Status::Draft) => "site-decision-proposed",
        Stated::Known(Status::Active) => "site-decision-in-force",
        Stated::Known(Status::Retired) => "site-decision-superseded",
        Stated::Unknown => return ValueView::unknown(here),
        Stated::None(reason) => return ValueView::prose(here, reason),
    };
    ValueView::text(here.words().word(id))
}
