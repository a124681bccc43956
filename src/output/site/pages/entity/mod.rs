//! A thing of the inventory: a few groups of facts, in the order in which somebody who was not there asks for them.

mod arrives;
mod blast;
mod chain;
mod dns;
mod ending;
mod message;
mod money;
mod notice;
mod timeline;

use std::borrow::Cow;

use serde::Serialize;

use crate::catalog::Entity;
use crate::catalog::fact::Value;
use crate::knowledge::mail::verdict::Requirement;
use crate::knowledge::sheet::{Answer, Group, Label, Line};
use crate::names::EntityRef;
use crate::output::site::body::{self, Html};
use crate::output::site::chrome::{Chrome, TocEntry, changed};
use crate::output::site::contact;
use crate::output::site::contact::bond;
use crate::output::site::here::{Here, Link};
use crate::output::site::observed::ObservedView;
use crate::output::site::value::ValueView;

use super::accepted::gaps;
use super::spoken::spoken;

use arrives::ArrivesView;
use blast::BlastView;
use chain::Chain;
use dns::DnsView;
use notice::NoticesView;
use timeline::Timeline;

/// From how many groups on a page lists them at its head.
const FEWEST_GROUPS: usize = 4;

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct EntityView<'a> {
    title: Cow<'a, str>,
    lead: Option<Cow<'a, str>>,
    /// What one has to know of a partner before anything else: that nothing is agreed, or until when.
    bond: Option<String>,
    /// Where a service stands between what it needs and what needs it.
    chain: Option<Chain>,
    /// What is known to be missing, and accepted for a time.
    accepted: Vec<String>,
    /// Whether the mail of a flow arrives.
    arrives: Option<ArrivesView>,
    groups: Vec<GroupView>,
    /// Whether something on the page is derived, which is then explained.
    has_derived: bool,
    /// The DNS records that the mail of a domain needs.
    dns: Option<DnsView>,
    /// What machines saw of it, as far as it does not stand beside something else.
    observed: Vec<ObservedView>,
    notes: Option<Html>,
    /// What to write to a project.
    notices: Option<NoticesView>,
    /// What happens when it fails.
    blast: Option<BlastView>,
    /// What happened to it, and what is due.
    timeline: Option<Timeline>,
    reference: Option<String>,
}

/// Lines that answer one question.
#[derive(Debug, Serialize)]
struct GroupView {
    /// The id of its heading; the leading `_` keeps it apart from headings of the notes.
    id: String,
    title: String,
    lines: Vec<LineView>,
    /// The page that tells more about the same question.
    more: Option<Link>,
}

/// One answer.
#[derive(Debug, Serialize)]
struct LineView {
    label: String,
    /// Whether the thing's own description does not say so, but it follows from others.
    derived: bool,
    /// What is known.
    value: Option<ValueView>,
    /// The pages that help.
    pages: Vec<Link>,
}

pub(super) fn view<'a>(here: &Here<'a>, entity: &'a Entity) -> (Chrome<'a>, EntityView<'a>) {
    let kb = here.kb();
    let sheet = kb.sheet(entity);
    let title = here.prose(&entity.name);
    let mut chrome = Chrome::new(here, &title);
    let mut groups: Vec<GroupView> = sheet.iter().map(|group| self::group(here, group)).collect();
    money::add_cost(here, entity, &mut groups);
    let notes = body::notes(here, entity);
    let timeline = Timeline::of(here, entity);
    let notices = NoticesView::of(here, entity);
    let blast = BlastView::of(here, &entity.reference);
    let arrives = ArrivesView::of(here, entity);
    let (dns, mut shown) = dns::of(here, entity).map_or((None, Vec::new()), |(dns, shown)| (Some(dns), shown));
    if let EntityRef::MailFlow(id) = &entity.reference {
        // It stands beside what is said of it.
        let flow = kb.catalog.mail_flows.get(id).filter(|_| arrives.is_some());
        shown.extend(flow.into_iter().flat_map(|flow| kb.seen_of_mail(flow, Requirement::Complaints)));
    }
    let observed = kb.records.observations.of(&entity.reference);
    let observed = observed.filter(|observation| !shown.iter().any(|shown| std::ptr::eq(*shown, *observation)));
    let observed: Vec<ObservedView> = observed.map(|observation| ObservedView::new(here, observation)).collect();
    chrome.changed = Some(changed(here, kb.last_change(entity, here.site.context.snapshot)));
    chrome.ending = Some(ending::of(here, entity, &sheet));
    if groups.len() >= FEWEST_GROUPS {
        let words = here.words();
        chrome.toc.extend(arrives.is_some().then(|| TocEntry::new("_arrives", words.word("arrives-title"))));
        chrome.toc.extend(groups.iter().map(|group| TocEntry::new(&group.id, group.title.clone())));
        chrome.toc.extend(dns.is_some().then(|| TocEntry::new("_dns", words.word("dns-title"))));
        chrome.toc.extend((!observed.is_empty()).then(|| TocEntry::new("_observed", words.word("observed-title"))));
        chrome.toc.extend(notes.is_some().then(|| TocEntry::new("_notes", words.word("site-notes"))));
        chrome.toc.extend(notices.is_some().then(|| TocEntry::new("_notices", here.words().word("notices-title"))));
        chrome.toc.extend(blast.is_some().then(|| TocEntry::new("_blast", words.word("blast-title"))));
        chrome.toc.extend(timeline.is_some().then(|| TocEntry::new("_timeline", words.word("timeline"))));
    }
    let view = EntityView {
        title,
        lead: entity.summary.as_deref().map(|lead| here.prose(lead)),
        bond: bond(here, &entity.reference),
        chain: Chain::of(here, entity),
        accepted: gaps(here, &entity.reference, None),
        has_derived: groups.iter().flat_map(|group| &group.lines).any(|line| line.derived),
        arrives,
        groups,
        dns,
        observed,
        notes,
        notices,
        blast,
        timeline,
        reference: here.is_whole().then(|| entity.reference.to_string()),
    };
    (chrome, view)
}

fn group(here: &Here<'_>, group: &Group<'_>) -> GroupView {
    GroupView {
        id: format!("_{}", group.name),
        title: here.words().word(&format!("group-{}", group.name)),
        lines: group.lines.iter().map(|line| self::line(here, line)).collect(),
        more: money::more(here, group.name),
    }
}

fn line(here: &Here<'_>, line: &Line<'_>) -> LineView {
    let (value, pages) = match &line.answer {
        Answer::Declared(Value::Text(text)) if line.label == Label::Field("support") => {
            (Some(contact::in_words(here, text)), Vec::new())
        }
        Answer::Declared(value) if line.label == Label::Field("languages") => (Some(spoken(here, value)), Vec::new()),
        Answer::Declared(value) => (Some(ValueView::new(here, value)), Vec::new()),
        Answer::Derived(value) => (Some(ValueView::new(here, value)), Vec::new()),
        Answer::Missing(why) => (Some(ValueView::missing(here.words().say(why))), Vec::new()),
        Answer::Pages(pages) => (None, pages.iter().filter_map(|page| here.described(page)).collect()),
    };
    let derived = matches!(line.answer, Answer::Derived(_) | Answer::Missing(_));
    LineView { label: line.label.say(here.words()), derived, value, pages }
}
