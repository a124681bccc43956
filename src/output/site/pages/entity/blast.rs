//! What happens when the thing fails: what falls, what is weaker, and whom to tell, with words to send.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::diagnostic::message;
use crate::knowledge::blast::Blast;
use crate::names::{EntityRef, ProjectId};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::value::ValueView;
use crate::scalar::Stated;

use super::message::{MessageView, messages, us};

/// How many things are named of a kind.
const MOST: usize = 40;

/// What happens when the thing fails.
#[derive(Debug, Serialize)]
pub(super) struct BlastView {
    falls: Vec<Link>,
    /// How many more fall.
    more: usize,
    weakened: Vec<Link>,
    tell: Vec<TellView>,
    messages: Vec<MessageView>,
    /// The page of how it comes back, where one is worked out.
    recovery: Option<Link>,
}

/// A project to tell.
#[derive(Debug, Serialize)]
struct TellView {
    project: Link,
    /// Whom, and how they are reached.
    contact: Option<ValueView>,
    /// What it loses.
    services: Vec<Link>,
    /// The page with the words that were agreed with it.
    notice: Option<Link>,
}

impl BlastView {
    /// Tells what happens when a thing fails; nothing of what nothing depends on and nobody uses, and nothing to others than admins.
    pub(super) fn of(here: &Here<'_>, thing: &EntityRef) -> Option<Self> {
        // Who sees a part of what there is, sees a part of what falls.
        if !here.is_whole() {
            return None;
        }
        let blast = here.kb().blast(thing);
        let recovery = here.link_to_page(&Page::Loss(thing.clone()));
        if blast.is_empty() {
            return None;
        }
        let links = |things: &[&EntityRef]| things.iter().take(MOST).filter_map(|of| here.link_to(of)).collect();
        Some(Self {
            falls: links(&blast.falls),
            more: blast.falls.len().saturating_sub(MOST),
            weakened: links(&blast.weakened),
            tell: tell(here, &blast),
            messages: outage(here, &blast),
            recovery,
        })
    }
}

fn tell(here: &Here<'_>, blast: &Blast<'_>) -> Vec<TellView> {
    let view = |(project, services): (&ProjectId, &Vec<&EntityRef>)| {
        let of = here.kb().catalog.projects.get(project)?;
        let first = of.contacts.known().and_then(|contacts| contacts.first());
        let known = |value: &Stated<String>| value.known().cloned();
        let contact = first.map(|contact| {
            let channel = contact.channel.known().map(|channel| channel.as_str().to_owned());
            [known(&contact.name), channel].into_iter().flatten().collect::<Vec<_>>().join(", ")
        });
        Some(TellView {
            project: here.link_to(&project.into())?,
            contact: contact.filter(|contact| !contact.is_empty()).map(|contact| ValueView::prose(here, &contact)),
            services: services.iter().take(MOST).filter_map(|service| here.link_to(service)).collect(),
            notice: of.notice_template.as_ref().and_then(|page| here.link_to(&page.into())),
        })
    };
    blast.tell.iter().take(MOST).filter_map(view).collect()
}

/// The words to send to those who have to be told.
fn outage(here: &Here<'_>, blast: &Blast<'_>) -> Vec<MessageView> {
    let services: BTreeSet<&EntityRef> = blast.tell.values().flatten().copied().collect();
    if services.is_empty() {
        return Vec::new();
    }
    let names: Vec<String> = services.iter().take(MOST).map(|service| here.name(service).0.into_owned()).collect();
    let message = message!("blast-message", services = names.as_slice(), count = names.len(), us = us(here));
    let projects = blast.tell.keys().filter_map(|project| here.kb().catalog.projects.get(project));
    messages(here, projects, &message)
}
