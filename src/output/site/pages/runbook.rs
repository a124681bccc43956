//! A Markdown page; a runbook in the strict sense is a checklist: what one weighs before starting, the steps, and how it ends.

mod end;
mod head;

use std::borrow::Cow;

use serde::Serialize;

use crate::names::EntityRef;
use crate::output::site::body::{self, Html, title_id};
use crate::output::site::chrome::{Chrome, Ending, changed, people_for, toc};
use crate::output::site::here::Here;
use crate::output::site::page::Page;
use crate::output::site::said::{said, title};
use crate::runbook::Runbook;
use crate::runbook::front_matter::Mode;
use crate::scalar::Word;

use super::accepted::gaps;

use end::EndView;
use head::HeadView;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct RunbookView<'a> {
    title: Cow<'a, str>,
    /// The id of the heading whose place the title takes.
    title_id: Option<&'a str>,
    lead: Option<Cow<'a, str>>,
    /// What stands before the text of a page with our front matter.
    head: Option<HeadView<'a>>,
    /// How its steps are used: `read-do` or `do-confirm`.
    mode: &'static str,
    has_steps: bool,
    /// What is known to be missing, and accepted for a time.
    accepted: Vec<String>,
    body: Html,
    end: Option<EndView<'a>>,
}

pub(super) fn view<'a>(here: &Here<'a>, runbook: &'a Runbook) -> (Chrome<'a>, RunbookView<'a>) {
    let path = &here.site.context.snapshot.file(runbook.file).path;
    let title = title(here.kb(), here.words(), runbook);
    let mut chrome = Chrome::new(here, &title);
    chrome.toc = toc(here, runbook, &runbook.title);
    let changed = changed(here, here.kb().history.last_change(path, ""));
    let head = runbook.head();
    let next = chrome.next.is_none().then(|| here.link_to_page(&Page::Start)).flatten();
    chrome.ending = Some(Ending { people: people_for(here, runbook.subjects.iter()), action: next });
    let head_view = match head {
        Some(head) => Some(head::view(here, runbook, head, changed)),
        None => {
            chrome.changed = Some(changed);
            None
        }
    };
    let view = RunbookView {
        end: head.map(|_| end::view(here, runbook, &title)),
        title,
        title_id: title_id(&runbook.document, &runbook.title),
        lead: runbook.summary.as_deref().map(|lead| said(here, runbook, lead)),
        head: head_view,
        mode: head.and_then(|head| head.mode).unwrap_or(Mode::ReadDo).word(),
        has_steps: !runbook.outline.steps.is_empty(),
        accepted: gaps(here, &EntityRef::from(&runbook.id), Some(path)),
        body: body::html(here, runbook, &runbook.title),
    };
    (chrome, view)
}
