//! What to write to a project: before works, when something is down, when it is back, when data is lost, when it ends.

use serde::Serialize;

use crate::catalog::Entity;
use crate::catalog::TextOrRunbook;
use crate::catalog::project::Project;
use crate::catalog::service::Service;
use crate::diagnostic::{Message, message};
use crate::names::EntityRef;
use crate::output::site::here::{Here, Link};
use crate::scalar::{Duration, Stated};

use super::message::{MessageView, messages, us};

/// The messages for a project.
#[derive(Debug, Serialize)]
pub(super) struct NoticesView {
    /// The page with the words that were agreed with it, which come first.
    agreed: Option<Link>,
    notices: Vec<NoticeView>,
}

/// What to write on one occasion.
#[derive(Debug, Serialize)]
struct NoticeView {
    title: String,
    messages: Vec<MessageView>,
}

impl NoticesView {
    /// Returns what to write to a project; nothing for other things, and for a project that nothing serves.
    pub(super) fn of(here: &Here<'_>, entity: &Entity) -> Option<Self> {
        let kb = here.kb();
        let EntityRef::Project(id) = &entity.reference else { return None };
        // Whoever writes them has the whole; others would take a draft for news.
        if !here.is_whole() {
            return None;
        }
        let project = kb.catalog.projects.get(id)?;
        let service = |from: &EntityRef| match from {
            EntityRef::Service(id) => kb.catalog.services.get(id),
            _ => None,
        };
        let serving = kb.referring(&entity.reference, "serves").filter_map(service);
        let serving: Vec<&Service> = serving.filter(|service| !service.is_retired()).collect();
        if serving.is_empty() {
            return None;
        }
        let notices = occasions(here, project, &serving).into_iter().map(|(title, message)| NoticeView {
            title: here.words().word(title),
            messages: messages(here, std::iter::once(project), &message),
        });
        Some(Self {
            agreed: project.notice_template.as_ref().and_then(|page| here.link_to(&page.into())),
            notices: notices.collect(),
        })
    }
}

/// What to write on each occasion, by its title. What was promised stands in it; the reader fills in the rest.
fn occasions(here: &Here<'_>, project: &Project, serving: &[&Service]) -> [(&'static str, Message); 5] {
    let names: Vec<String> =
        serving.iter().map(|service| here.name(&EntityRef::from(&service.id)).0.into_owned()).collect();
    let (services, count) = (names.as_slice(), names.len());
    let us = us(here);
    let leaves = match &project.leaves_with {
        Some(TextOrRunbook::Text(text)) => text.clone(),
        Some(TextOrRunbook::Runbook(page)) => here.name(page).0.into_owned(),
        None => "____".to_owned(),
    };
    let loss = longest(here, serving, |service| service.rpo.as_ref());
    [
        ("notice-planned", message!("notice-planned.text", services = services, count = count, us = us)),
        ("notice-outage", message!("blast-message", services = services, count = count, us = us)),
        ("notice-restored", message!("notice-restored.text", services = services, count = count, us = us)),
        ("notice-loss", message!("notice-loss.text", services = services, count = count, loss = loss, us = us)),
        ("notice-end", message!("notice-end.text", services = services, count = count, leaves = leaves, us = us)),
    ]
}

/// Returns the longest that any of the services was promised, in words; a blank where nothing was.
fn longest(here: &Here<'_>, serving: &[&Service], promise: impl Fn(&Service) -> Option<&Stated<Duration>>) -> String {
    let known = serving.iter().filter_map(|service| promise(service)?.known());
    let longest = known.max_by_key(|duration| duration.minutes());
    longest.map_or_else(|| "____".to_owned(), |duration| here.words().say(&duration.message()))
}
