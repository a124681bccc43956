//! Who sends mail for which domain through whom, what is missing, and what large receivers demand.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::catalog::mail_flow::MailFlow;
use crate::diagnostic::message;
use crate::knowledge::amount::whole;
use crate::knowledge::mail::demand::{DEMANDS, Demand, RECEIVERS, Receiver, SPAM_GOAL, SPAM_LIMIT};
use crate::knowledge::mail::verdict::{Requirement, Verdict};
use crate::names::{EntityRef, Kind};
use crate::output::site::chrome::{Chrome, Ending};
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::value::ValueView;
use crate::runbook::front_matter::RunbookType;
use crate::scalar::Word;

/// How many relays stand beside each other; with more, a table helps nobody, and the list of flows says the same.
const MOST_RELAYS: usize = 6;

/// What of a flow stands in the table, by its own name or a shorter one: of several requirements the worst. The rest is on its page.
const COLUMNS: [(Option<&str>, &[Requirement]); 6] = [
    (None, &[Requirement::Spf]),
    (None, &[Requirement::Dkim]),
    (None, &[Requirement::Alignment]),
    (None, &[Requirement::Dmarc]),
    (Some("mail-column-one-click"), &[Requirement::OneClick]),
    (Some("mail-column-returns"), &[Requirement::Bounces, Requirement::Complaints]),
];

/// What the template sees.
#[derive(Debug, Serialize)]
pub(super) struct MailView {
    title: String,
    /// The pages to open when mail does not arrive.
    pages: Vec<Link>,
    /// What the flows go through, a column each; nothing where there are too many.
    relays: Vec<Link>,
    /// What is sent from each domain through each relay.
    matrix: Vec<MatrixRow>,
    /// What is looked at, a column each.
    columns: Vec<String>,
    /// What goes out.
    flows: Vec<FlowRow>,
    /// What comes in.
    incoming: Vec<FlowRow>,
    demands: Vec<DemandRow>,
    receivers: Vec<ReceiverView>,
    /// What the shares of spam mean.
    spam: String,
}

/// What is sent from a domain.
#[derive(Debug, Serialize)]
struct MatrixRow {
    domain: Link,
    cells: Vec<MatrixCell>,
}

/// What is sent from a domain through one relay.
#[derive(Debug, Serialize)]
struct MatrixCell {
    /// The relay.
    label: String,
    /// The flows, by what they are for.
    flows: Vec<Link>,
}

/// A flow.
#[derive(Debug, Serialize)]
struct FlowRow {
    link: Link,
    /// From which domains, through what, for what.
    about: Vec<ValueView>,
    /// What is wrong with how many readers call it spam.
    spam: Option<String>,
    marks: Vec<Mark>,
}

/// Whether a requirement is met.
#[derive(Debug, Serialize)]
struct Mark {
    /// Which.
    label: String,
    /// `met`, `missing`, `otherwise`, `unknown` or `not-asked`.
    verdict: &'static str,
    /// The same in words.
    word: String,
}

/// Something that is demanded.
#[derive(Debug, Serialize)]
struct DemandRow {
    what: String,
    /// Of whom.
    of: String,
    /// By whom, and since when.
    by: Vec<String>,
}

/// Somebody who demands.
#[derive(Debug, Serialize)]
struct ReceiverView {
    name: &'static str,
    href: &'static str,
    /// From how much on mail is bulk, and when that was read.
    said: String,
}

pub(super) fn view<'a>(here: &Here<'a>) -> (Chrome<'a>, MailView) {
    let title = here.title(&Page::Mail);
    // No contents beside it: the table of flows needs the room.
    let mut chrome = Chrome::new(here, &title);
    let flows = || here.kb().catalog.mail_flows.values();
    let pages = pages(here);
    let relays: BTreeSet<&EntityRef> =
        flows().filter(|flow| flow.goes_out()).filter_map(|flow| flow.via.known()).collect();
    let relays: Vec<&EntityRef> = relays.into_iter().collect();
    let relays = if relays.len() > MOST_RELAYS { Vec::new() } else { relays };
    let view = MailView {
        matrix: matrix(here, &relays),
        relays: relays.iter().filter_map(|relay| here.link_to(relay)).collect(),
        columns: COLUMNS.iter().map(|column| column_label(here, column)).collect(),
        flows: flows().filter(|flow| flow.goes_out()).filter_map(|flow| self::flow(here, flow)).collect(),
        incoming: flows().filter(|flow| !flow.goes_out()).filter_map(|flow| self::flow(here, flow)).collect(),
        demands: DEMANDS.iter().map(|demand| self::demand(here, demand)).collect(),
        receivers: RECEIVERS.iter().map(|receiver| self::receiver(here, receiver)).collect(),
        spam: here.words().say(&message!("mail-spam", goal = SPAM_GOAL, limit = SPAM_LIMIT)),
        pages,
        title,
    };
    let first = view.pages.first().cloned();
    chrome.ending = Some(Ending::general(here, first.or_else(|| here.link_to_page(&Page::Broken))));
    (chrome, view)
}

/// The pages that help when mail does not arrive: about a flow, or about the relay that it goes through.
fn pages(here: &Here<'_>) -> Vec<Link> {
    let kb = here.kb();
    let things: BTreeSet<EntityRef> = kb
        .catalog
        .mail_flows
        .values()
        .flat_map(|flow| {
            let relay = flow.via.known().filter(|via| via.kind() == Kind::Provider).cloned();
            std::iter::once(EntityRef::from(&flow.id)).chain(relay)
        })
        .collect();
    let about = |thing: &EntityRef| kb.pages_about(thing).cloned().collect::<Vec<_>>();
    // What names a flow itself first.
    let (flows, others): (Vec<_>, Vec<_>) = things.iter().partition(|thing| thing.kind() == Kind::MailFlow);
    let mut pages: Vec<EntityRef> = Vec::new();
    for page in flows.into_iter().chain(others).flat_map(about) {
        let EntityRef::Runbook(id) = &page else { continue };
        let kind = kb.runbooks.get(id).and_then(|runbook| runbook.runbook_type());
        if kind == Some(RunbookType::Diagnose) && !pages.contains(&page) {
            pages.push(page);
        }
    }
    pages.iter().filter_map(|page| here.described(page)).collect()
}

fn matrix(here: &Here<'_>, relays: &[&EntityRef]) -> Vec<MatrixRow> {
    let row = |domain: &crate::names::DomainId| {
        let flows: Vec<&MailFlow> = here.kb().flows_of(domain).into_iter().filter(|flow| flow.goes_out()).collect();
        let cell = |relay: &&EntityRef| {
            let through = flows.iter().filter(|flow| flow.via.known() == Some(relay));
            let link = |flow: &&MailFlow| {
                let link = here.link_to(&(&flow.id).into())?;
                match flow.purpose.known() {
                    Some(purpose) => Some(Link { text: here.word(*purpose), lang: None, ..link }),
                    None => Some(link),
                }
            };
            MatrixCell { label: here.name(relay).0.into_owned(), flows: through.filter_map(link).collect() }
        };
        let domain = here.link_to(&domain.into())?;
        (!flows.is_empty()).then(|| MatrixRow { domain, cells: relays.iter().map(cell).collect() })
    };
    if relays.is_empty() {
        return Vec::new();
    }
    here.kb().catalog.domains.keys().filter_map(row).collect()
}

fn flow(here: &Here<'_>, flow: &MailFlow) -> Option<FlowRow> {
    let judged = here.kb().judge_mail_as_seen(flow);
    let mark = |column: &(Option<&str>, &[Requirement])| {
        let of_column = judged.iter().filter(|judged| column.1.contains(&judged.requirement));
        let verdict = of_column.map(|judged| judged.verdict).max_by_key(|verdict| weight(*verdict))?;
        Some(Mark { label: column_label(here, column), verdict: verdict.word(), word: here.word(verdict) })
    };
    let domains = flow.from_domains.known().into_iter().flatten();
    let purpose = flow.purpose.known().map(|purpose| ValueView::text(here.word(*purpose)));
    let domains = domains.map(|domain| ValueView::reference(here, &domain.into()));
    let via = flow.via.known().map(|via| ValueView::reference(here, via));
    Some(FlowRow {
        link: here.link_to(&(&flow.id).into())?,
        about: purpose.into_iter().chain(domains).chain(via).collect(),
        spam: spam(here, flow),
        marks: COLUMNS.iter().filter_map(mark).collect(),
    })
}

/// Says that too many readers call it spam, where that was seen.
fn spam(here: &Here<'_>, flow: &MailFlow) -> Option<String> {
    let kb = here.kb();
    let mut seen = kb.seen_of_mail(flow, Requirement::Complaints).into_iter();
    seen.any(|seen| kb.differs(seen).is_some()).then(|| here.words().word("mail-too-much-spam"))
}

fn column_label(here: &Here<'_>, (name, requirements): &(Option<&str>, &[Requirement])) -> String {
    let own = || requirements.first().map(|requirement| here.word(*requirement));
    name.map(|name| here.words().word(name)).or_else(own).unwrap_or_default()
}

/// Which of several verdicts stands for all of them.
fn weight(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::NotAsked => 0,
        Verdict::Met => 1,
        Verdict::Unknown => 2,
        Verdict::Otherwise => 3,
        Verdict::Missing => 4,
    }
}

fn demand(here: &Here<'_>, demand: &Demand) -> DemandRow {
    let since = |(receiver, since): &(&Receiver, _)| {
        here.words().say(&message!("mail-since", receiver = receiver.name, date = here.date(*since)))
    };
    DemandRow { what: here.word(demand.what), of: here.word(demand.of), by: demand.by.iter().map(since).collect() }
}

fn receiver(here: &Here<'_>, receiver: &'static Receiver) -> ReceiverView {
    let date = here.date(receiver.read_on);
    let said = match receiver.bulk_from {
        Some(count) => message!("mail-bulk-from", count = whole(here.words(), count), date = date),
        None => message!("mail-bulk-unsaid", date = date),
    };
    ReceiverView { name: receiver.name, href: receiver.source, said: here.words().say(&said) }
}
