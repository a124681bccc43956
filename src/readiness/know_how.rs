//! The second link: whether somebody knows how.

use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::{Level, Link};
use crate::names::EntityRef;
use crate::runbook::Runbook;

use super::proof::{Proof, Proofs};
use super::reason::Why;
use super::requirement::{RequiredPage, Requirement};
use super::supposed::Supposed;
use super::verdict::Judged;

/// Judges the second link of a service: every page that it takes is there, and somebody other than its author followed it.
pub(super) fn know_how<'kb>(
    kb: &'kb KnowledgeBase,
    proofs: &Proofs<'kb>,
    who: &EntityRef,
    supposed: &Supposed,
    requirement: &Requirement<'kb>,
) -> Judged {
    let page = |required: &RequiredPage<'kb>| {
        let pages = required.pages.iter().map(|page| of_page(kb, proofs, who, supposed, page));
        pages.reduce(Judged::or).unwrap_or_else(|| Judged::broken(requirement.reference, Why::PageMissing(required.of)))
    };
    requirement.pages.iter().map(page).reduce(Judged::and).unwrap_or_else(Judged::proven)
}

/// Judges how well somebody knows a page.
pub(super) fn of_page<'kb>(
    kb: &'kb KnowledgeBase,
    proofs: &Proofs<'kb>,
    who: &EntityRef,
    supposed: &Supposed,
    page: &'kb Runbook,
) -> Judged {
    let thing = &EntityRef::from(&page.id);
    if !page.is_active() {
        return Judged::broken(thing, Why::Draft);
    }
    let shown = proofs.of(&[thing], Link::KnowHow, supposed);
    let never = match shown.proofs.first() {
        _ if shown.has_failed => Why::Failed,
        Some(_) => Why::ByAuthor,
        None => Why::NeverFollowed,
    };
    let mut judged = Judged::on_paper(thing, never);
    for proof in &shown.proofs {
        let most = most(proof, who);
        let doubt = match proof.is_author {
            _ if proof.by != who => Some(Why::ByAnother),
            None => Some(proof.doubt.clone().unwrap_or(Why::AuthorUnknown)),
            Some(_) => proof.doubt.clone(),
        };
        if most > Level::OnPaper {
            judged = judged.shown(thing, &proof.course.map(|level| level.min(most)), doubt, kb.as_of);
        }
    }
    judged
}

/// How much it can show that somebody followed a page: nothing of it when they wrote it; less when somebody else did, or nobody knows who
/// wrote it (`domain.md` §5.6, 2).
fn most(proof: &Proof<'_>, who: &EntityRef) -> Level {
    match proof.is_author {
        Some(true) => Level::OnPaper,
        Some(false) if proof.by == who => Level::Proven,
        Some(false) | None => Level::Shown,
    }
}
