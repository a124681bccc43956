//! Why things are as they are: the decisions, newest first.

use serde::Serialize;

use crate::names::EntityRef;
use crate::output::site::chrome::{Chrome, Ending};
use crate::output::site::decisions::{decided_on, decisions};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::value::ValueView;
use crate::runbook::Runbook;
use crate::runbook::front_matter::{RunbookHead, Status};
use crate::scalar::Stated;

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

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, DecisionsView) {
    let title = here.title(&Page::Decisions);
    let mut chrome = Chrome::new(here, &title);
    chrome.ending = Some(Ending::general(here, here.link_to_page(&Page::Contents)));
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
