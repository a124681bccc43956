//! Taking over, phase by phase: the steps that pages of type `takeover` give, or those that the inventory suggests where they give
//! none.

mod generated;

use serde::Serialize;

use crate::markdown::slug;
use crate::runbook::Runbook;
use crate::runbook::front_matter::RunbookType;
use crate::runbook::outline::Step;
use crate::runbook::section::SectionRole;

use super::here::Here;
use super::page::Page;
use super::said::said;
use super::trouble::{labels, marks};
use super::value::ValueView;

/// The phases, in order: the sections of takeover pages, the places of ours that show them, and the messages that name them.
pub(super) const PHASES: [(SectionRole, &str, &str); 6] = [
    (SectionRole::FirstMinute, "_first-minute", "site-first-minute"),
    (SectionRole::FirstHour, "_first-hour", "site-first-hour"),
    (SectionRole::FirstDay, "_first-day", "site-first-day"),
    (SectionRole::FirstWeek, "_first-week", "site-first-week"),
    (SectionRole::FirstMonth, "_first-month", "site-first-month"),
    (SectionRole::HandBack, "_hand-back", "site-hand-back"),
];

/// A list to tick off.
#[derive(Debug, Serialize)]
pub(super) struct Checklist {
    /// Its items, in order.
    pub items: Vec<Item>,
    /// Whether nobody wrote these steps: the inventory suggests them.
    pub generated: bool,
}

/// Something to do.
#[derive(Debug, Serialize)]
pub(super) struct Item {
    /// What to do.
    text: String,
    /// The language of the words, where it is not that of the page (WCAG 2.2, 3.1.2).
    lang: Option<String>,
    /// Where it is explained.
    href: Option<String>,
    /// Whether it does harm when it is left out or done wrong.
    killer: bool,
    /// What the inventory names for it.
    values: Vec<ValueView>,
}

impl Item {
    /// Something that nobody wrote a page about.
    fn generated(here: &Here<'_>, message: &str, values: Vec<ValueView>) -> Self {
        Self { text: here.words().word(message), lang: None, href: None, killer: false, values }
    }
}

/// What lists are made of.
pub(super) struct Takeovers<'a> {
    /// The pages that may be followed, gravest first.
    all: Vec<&'a Runbook>,
    /// The pages of type `takeover` for when the administrator is gone, in the order of their authors.
    pub full: Vec<&'a Runbook>,
    /// Those for a few days only, while the administrator is merely away.
    pub stand_in: Vec<&'a Runbook>,
}

impl<'a> Takeovers<'a> {
    /// Finds them. Pages for a stand-in say so in their aliases, tags or title.
    pub(super) fn find(here: &Here<'a>, all: Vec<&'a Runbook>) -> Self {
        let marks = marks(here, "stand-in-words");
        let is_stand_in = |runbook: &&Runbook| {
            let title = slug(&runbook.title);
            labels(runbook).any(|label| marks.contains(&slug(label))) || marks.iter().any(|mark| title.contains(mark))
        };
        let mut takeovers: Vec<_> = of_type(&all, RunbookType::Takeover).collect();
        // How grave they are says nothing here: the order of the author does. Stable, so that titles still decide.
        takeovers.sort_by_key(|runbook| runbook.weight);
        let (stand_in, full) = takeovers.into_iter().partition(is_stand_in);
        Self { all, full, stand_in }
    }
}

fn of_type<'a>(pages: &[&'a Runbook], wanted: RunbookType) -> impl Iterator<Item = &'a Runbook> {
    pages.iter().copied().filter(move |page| page.runbook_type() == Some(wanted))
}

/// Returns the list of a phase.
pub(super) fn phase(here: &Here<'_>, takeovers: &Takeovers<'_>, role: SectionRole) -> Checklist {
    let written: Vec<Item> =
        takeovers.full.iter().flat_map(|runbook| steps(here, runbook, |step| step.role == role)).collect();
    let generated = written.is_empty();
    Checklist { items: if generated { generated::phase(here, takeovers, role) } else { written }, generated }
}

/// Returns the list of somebody who stands in for a few days; at its end what falls due in any case.
pub(super) fn stand_in(here: &Here<'_>, takeovers: &Takeovers<'_>) -> Checklist {
    let written: Vec<Item> = takeovers.stand_in.iter().flat_map(|runbook| steps(here, runbook, |_| true)).collect();
    let generated = written.is_empty();
    let mut items = if generated { generated::stand_in(here) } else { written };
    items.push(generated::due(here, takeovers));
    Checklist { items, generated }
}

/// The steps of a page, each with the place where it is explained.
fn steps(here: &Here<'_>, runbook: &Runbook, wanted: impl Fn(&Step) -> bool) -> Vec<Item> {
    let page = Page::Runbook(runbook.id.clone());
    let item = |step: &Step| Item {
        text: said(here, runbook, &step.action).into_owned(),
        lang: here.foreign(&runbook.language),
        href: here.href_to(&page, &step.id),
        killer: step.killer,
        values: Vec::new(),
    };
    runbook.outline.steps.iter().filter(|step| wanted(step)).map(item).collect()
}
