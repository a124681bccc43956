//! Whether the mail of a flow arrives: each requirement with its verdict, who demands it, and what was seen of it.

use serde::Serialize;

use crate::catalog::Entity;
use crate::catalog::mail_flow::MailFlow;
use crate::diagnostic::message;
use crate::knowledge::mail::demand::{self, Demanded};
use crate::knowledge::mail::verdict::{Judged, Requirement, Verdict};
use crate::knowledge::mail::{Way, public_addresses};
use crate::names::EntityRef;
use crate::output::site::here::{Here, Link};
use crate::output::site::observed::ObservedView;
use crate::output::site::page::Page;
use crate::records::observation::{Observation, ObservedFact};
use crate::scalar::Word;

/// Whether the mail of a flow arrives.
#[derive(Debug, Serialize)]
pub(super) struct ArrivesView {
    /// How many requirements are not met, and of how many nobody knows.
    said: String,
    /// Whether any is not.
    is_lacking: bool,
    rows: Vec<RowView>,
    /// What is demanded of whom.
    mail: Option<Link>,
    /// The domains that it is from: their pages have the records to publish.
    domains: Vec<Link>,
}

/// One requirement.
#[derive(Debug, Serialize)]
struct RowView {
    label: String,
    /// `met`, `missing`, `unknown` or `not-asked`.
    verdict: &'static str,
    /// The same in words.
    word: String,
    /// Why.
    said: String,
    /// Who demands it of whom.
    demanded: Option<String>,
    /// What was seen of it.
    observed: Vec<ObservedView>,
}

impl ArrivesView {
    /// Judges a flow; nothing of other things, and of mail that comes in.
    pub(super) fn of(here: &Here<'_>, entity: &Entity) -> Option<Self> {
        let EntityRef::MailFlow(id) = &entity.reference else { return None };
        let flow = here.kb().catalog.mail_flows.get(id)?;
        let judged = here.kb().judge_mail(flow);
        if judged.is_empty() {
            return None;
        }
        let count = |verdict| judged.iter().filter(|judged| judged.verdict == verdict).count();
        let (missing, unknown) = (count(Verdict::Missing), count(Verdict::Unknown));
        let domains = flow.from_domains.known().into_iter().flatten();
        let zone = |domain: &EntityRef| {
            let href = here.href_to(&Page::from(domain), "_dns")?;
            Some(Link { href, ..here.link_to(domain)? })
        };
        Some(Self {
            said: here.words().say(&message!("mail-summary", missing = missing, unknown = unknown)),
            is_lacking: missing + unknown > 0,
            rows: judged.iter().map(|judged| row(here, flow, judged)).collect(),
            mail: here.link_to_page(&Page::Mail),
            domains: domains.filter_map(|domain| zone(&domain.into())).collect(),
        })
    }
}

fn row(here: &Here<'_>, flow: &MailFlow, judged: &Judged) -> RowView {
    let words = here.words();
    let demanded: Vec<String> = judged.demanded.iter().map(|what| demanded_by(here, *what)).collect();
    RowView {
        label: here.word(judged.requirement),
        verdict: judged.verdict.word(),
        word: here.word(judged.verdict),
        said: words.say(&judged.said),
        demanded: (!demanded.is_empty() && judged.verdict != Verdict::NotAsked).then(|| demanded.join(" ")),
        observed: observed(here, flow, judged.requirement)
            .into_iter()
            .map(|observation| ObservedView::beside(here, observation))
            .collect(),
    }
}

/// Says who demands something, and of whom.
fn demanded_by(here: &Here<'_>, what: Demanded) -> String {
    let of = demand::DEMANDS.iter().find(|demand| demand.what == what).map(|demand| demand.of);
    let receivers = demand::receivers(what);
    let what = here.word(what);
    here.words().say(&match of {
        Some(demand::Senders::Bulk) => message!("mail-demanded-bulk", what = what, receivers = receivers),
        _ => message!("mail-demanded-all", what = what, receivers = receivers),
    })
}

/// What was seen of a requirement, at each domain that the flow is from or at the machine that sends.
fn observed<'a>(here: &Here<'a>, flow: &MailFlow, requirement: Requirement) -> Vec<&'a Observation> {
    let kb = here.kb();
    let seen = &kb.records.observations;
    let domains: Vec<EntityRef> = flow.from_domains.known().into_iter().flatten().map(EntityRef::from).collect();
    let of_domains =
        |fact, at: Option<&str>| domains.iter().filter_map(|domain| seen.find(domain, fact, at)).collect::<Vec<_>>();
    match requirement {
        Requirement::Spf => of_domains(ObservedFact::Spf, None),
        Requirement::Dkim => {
            let selectors = flow.proof().and_then(|proof| proof.dkim.known()).into_iter().flatten();
            selectors.flat_map(|selector| of_domains(ObservedFact::Dkim, Some(selector))).collect()
        }
        Requirement::Dmarc => of_domains(ObservedFact::Dmarc, None),
        Requirement::Ptr => {
            let Some(Way::Own(host)) = kb.way_of(flow) else { return Vec::new() };
            let reference = EntityRef::from(&host.id);
            let at = public_addresses(host).map(|ip| ip.to_string());
            at.filter_map(|at| seen.find(&reference, ObservedFact::Ptr, Some(&at))).collect()
        }
        Requirement::Complaints => {
            let own = seen.find(&EntityRef::from(&flow.id), ObservedFact::SpamRate, None);
            own.into_iter().chain(of_domains(ObservedFact::SpamRate, None)).collect()
        }
        _ => Vec::new(),
    }
}
