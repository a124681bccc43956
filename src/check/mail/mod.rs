//! Mail: whether it arrives, and whether somebody hears that it does not.

mod bounce_unread;
mod dmarc_missing;
mod no_auth;
mod no_one_click;
mod no_ptr;
mod not_as_declared;
mod policies_differ;
mod spam_rate;
mod spf_sprawl;

use crate::catalog::Entity;
use crate::catalog::domain::Domain;
use crate::catalog::mail_flow::MailFlow;
use crate::diagnostic::message;
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::records::observation::Observation;

use super::CheckContext;

pub(super) use bounce_unread::BOUNCE_UNREAD;
pub(super) use dmarc_missing::DMARC_MISSING;
pub(super) use no_auth::NO_AUTH;
pub(super) use no_one_click::NO_ONE_CLICK;
pub(super) use no_ptr::NO_PTR;
pub(super) use not_as_declared::NOT_AS_DECLARED;
pub(super) use policies_differ::POLICIES_DIFFER;
pub(super) use spam_rate::SPAM_RATE;
pub(super) use spf_sprawl::SPF_SPRAWL;

/// The flows that go out.
fn outgoing(kb: &KnowledgeBase) -> impl Iterator<Item = (&MailFlow, &Entity)> {
    let flows = kb.catalog.mail_flows.values().filter(|flow| flow.goes_out());
    flows.filter_map(|flow| Some((flow, kb.catalog.entities.get(&EntityRef::from(&flow.id))?)))
}

/// The domains from which mail goes out, each with its flows.
fn senders(kb: &KnowledgeBase) -> impl Iterator<Item = (&Domain, Vec<&MailFlow>)> {
    kb.catalog.domains.values().filter_map(|domain| {
        let flows: Vec<&MailFlow> = kb.flows_of(&domain.id).into_iter().filter(|flow| flow.goes_out()).collect();
        (!flows.is_empty()).then_some((domain, flows))
    })
}

/// What was seen and is still worth something, and differs from what is declared.
fn differing(kb: &KnowledgeBase) -> impl Iterator<Item = (&Observation, Message)> {
    let seen = kb.records.observations.iter().filter(|observation| observation.is_good_on(kb.as_of));
    seen.filter_map(|observation| Some((observation, kb.differs(observation)?.said)))
}

/// Reports that what was seen of a thing is not as it should be, in these words: at the thing, with the observation beside it.
fn seen(
    code: &'static Code,
    context: &CheckContext<'_>,
    observation: &Observation,
    message: Message,
    why: Message,
) -> Option<Diagnostic> {
    let entity = context.kb.catalog.entities.get(&observation.subject)?;
    let label = message!("mail-seen-here", moment = observation.observed_at.to_string());
    let diagnostic = Diagnostic::at(code, entity.place, message).label(observation.place, label);
    Some(diagnostic.help(why).about(&entity.reference))
}
