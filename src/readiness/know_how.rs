//! The second link: whether somebody knows how.

use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::Link;
use crate::names::EntityRef;
use crate::runbook::Runbook;

use super::proof::Proofs;
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
        judged = match proof.is_author {
            // Who wrote a page and follows it shows that they get in, and nothing of the page (`domain.md` §5.6, 2).
            Some(true) => judged,
            Some(false) if proof.by == who => judged.shown(thing, &proof.course, proof.doubt.clone(), kb.as_of),
            None if proof.by == who => judged.shown(thing, &proof.seen_by_others(), Some(Why::AuthorUnknown), kb.as_of),
            Some(false) | None => judged.shown(thing, &proof.seen_by_others(), Some(Why::ByAnother), kb.as_of),
        };
    }
    judged
}
