//! Whether the mail of a flow arrives: each requirement with its verdict, who demands it, and what was seen of it.

use serde::Serialize;

use crate::catalog::Entity;
use crate::catalog::mail_flow::MailFlow;
use crate::diagnostic::message;
use crate::knowledge::mail::demand::{self, Demanded};
use crate::knowledge::mail::verdict::{Judged, Verdict};
use crate::names::EntityRef;
use crate::output::site::here::{Here, Link};
use crate::output::site::observed::ObservedView;
use crate::output::site::page::Page;
use crate::output::site::record;
use crate::scalar::Word;

/// Whether the mail of a flow arrives.
#[derive(Debug, Serialize)]
pub(super) struct ArrivesView {
    /// How many requirements are not met, were seen otherwise, and of how many nobody knows.
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
    /// `met`, `missing`, `otherwise`, `unknown` or `not-asked`.
    verdict: &'static str,
    /// The same in words.
    word: String,
    /// Why.
    said: String,
    /// The keys that it speaks of.
    keys: Vec<String>,
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
        let judged = here.kb().judge_mail_as_seen(flow);
        if judged.is_empty() {
            return None;
        }
        let lacks: Vec<String> = LACKS.iter().filter_map(|verdict| count(here, &judged, *verdict)).collect();
        let domains = flow.from_domains.known().into_iter().flatten();
        let zone = |domain: &EntityRef| {
            let href = here.href_to(&Page::from(domain), "_dns")?;
            Some(Link { href, ..here.link_to(domain)? })
        };
        Some(Self {
            said: match &lacks[..] {
                [] => here.words().word("mail-summary"),
                lacks => format!("{}.", record::capitalised(&lacks.join(", "))),
            },
            is_lacking: !lacks.is_empty(),
            rows: judged.iter().map(|judged| row(here, flow, judged)).collect(),
            mail: here.link_to_page(&Page::Mail),
            domains: domains.filter_map(|domain| zone(&domain.into())).collect(),
        })
    }
}

/// What is not as it should be, in the order in which it is said.
const LACKS: [Verdict; 3] = [Verdict::Missing, Verdict::Otherwise, Verdict::Unknown];

/// Says of how many requirements the verdict is this one; nothing where it is of none.
fn count(here: &Here<'_>, judged: &[Judged], verdict: Verdict) -> Option<String> {
    let count = judged.iter().filter(|judged| judged.verdict == verdict).count();
    let said = || message!("mail-summary-lacks", verdict = verdict.word(), count = count);
    (count > 0).then(|| here.words().say(&said()))
}

fn row(here: &Here<'_>, flow: &MailFlow, judged: &Judged) -> RowView {
    let words = here.words();
    let names_keys = judged.said.id == "mail-dkim-met";
    let demanded: Vec<String> = judged.demanded.iter().map(|what| demanded_by(here, *what)).collect();
    RowView {
        label: here.word(judged.requirement),
        verdict: judged.verdict.word(),
        word: here.word(judged.verdict),
        said: words.say(&judged.said),
        keys: if names_keys { selectors(flow).cloned().collect() } else { Vec::new() },
        demanded: (!demanded.is_empty() && judged.verdict != Verdict::NotAsked).then(|| demanded.join(" ")),
        observed: here
            .kb()
            .seen_of_mail(flow, judged.requirement)
            .into_iter()
            .map(|observation| ObservedView::beside(here, observation))
            .collect(),
    }
}

/// The keys that a flow is signed with.
fn selectors(flow: &MailFlow) -> impl Iterator<Item = &String> {
    flow.proof().and_then(|proof| proof.dkim.known()).into_iter().flatten()
}

/// Says who demands something, and of whom.
fn demanded_by(here: &Here<'_>, what: Demanded) -> String {
    let of = demand::DEMANDS.iter().find(|demand| demand.what == what).map(|demand| demand.of);
    let (others, last) = demand::receivers(what);
    let what = here.word(what);
    here.words().say(&match of {
        Some(demand::Senders::Bulk) => message!("mail-demanded-bulk", what = what, others = others, last = last),
        _ => message!("mail-demanded-all", what = what, others = others, last = last),
    })
}
