//! The third link: whether the data comes back.

use jiff::civil::Date;

use crate::catalog::backup::Backup;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::Link;
use crate::names::EntityRef;
use crate::scalar::{Duration, Stated};

use super::access::Keyring;
use super::proof::{Proofs, Took};
use super::reason::Why;
use super::requirement::{RequiredData, Requirement};
use super::supposed::Supposed;
use super::verdict::Judged;

/// Judges the third link of a service: there is a backup, somebody gets at its key, and it was brought back in time.
pub(super) fn data<'kb>(
    kb: &'kb KnowledgeBase,
    proofs: &Proofs<'kb>,
    who: &EntityRef,
    supposed: &Supposed,
    keyring: &Keyring<'kb>,
    requirement: &Requirement<'kb>,
) -> Judged {
    let parts = match &requirement.data {
        RequiredData::None => return Judged::proven(),
        RequiredData::Unknown => return Judged::broken(requirement.reference, Why::DataUnknown),
        RequiredData::Parts(parts) => parts,
    };
    let part = |backups: &Vec<&'kb Backup>| {
        let backups = backups.iter().filter_map(|backup| {
            let (thing, _) = kb.catalog.entities.get_key_value(&EntityRef::from(&backup.id))?;
            let reached = reach(supposed, keyring, backup, thing);
            Some(reached.err().unwrap_or_else(|| restored(proofs, who, supposed, requirement, thing, kb.as_of)))
        });
        backups.reduce(Judged::or)
    };
    let nothing = || Judged::broken(requirement.reference, Why::NoBackup);
    parts.iter().filter_map(part).reduce(Judged::and).unwrap_or_else(nothing)
}

/// Whether somebody gets at a backup and what decrypts it; what is broken where they do not.
fn reach(supposed: &Supposed, keyring: &Keyring<'_>, backup: &Backup, thing: &EntityRef) -> Result<(), Judged> {
    match &backup.copies {
        Stated::Known(copies) if copies.iter().all(|copy| copy.at.known().is_some_and(|at| supposed.is_gone(at))) => {
            return Err(Judged::broken(thing, Why::CopiesLost));
        }
        Stated::Unknown => return Err(Judged::broken(thing, Why::CopiesUnknown)),
        Stated::Known(_) | Stated::None(_) => {}
    }
    let key = match &backup.encryption_key {
        Stated::Known(key) => key,
        Stated::Unknown => return Err(Judged::broken(thing, Why::KeyUnknown)),
        Stated::None(_) => return Ok(()),
    };
    match keyring.get(key) {
        Some(judged) if !judged.is_broken() => Ok(()),
        _ => Err(Judged::broken(thing, Why::KeyOutOfReach(key.into()))),
    }
}

/// Judges how well it was shown that a backup comes back. The newest measure tells whether it does in time.
fn restored<'kb>(
    proofs: &Proofs<'kb>,
    who: &EntityRef,
    supposed: &Supposed,
    requirement: &Requirement<'kb>,
    thing: &'kb EntityRef,
    today: Date,
) -> Judged {
    let objective = match &requirement.service.rto {
        Some(Stated::Known(rto)) => Objective::Within(*rto),
        Some(Stated::None(_)) => Objective::Any,
        Some(Stated::Unknown) | None => Objective::Unknown,
    };
    // An exercise about the service tells of its backup, too; what failed for the one has failed for the other.
    let shown = proofs.of(&[thing, requirement.reference], Link::Data, supposed);
    let mut judged = Judged::on_paper(thing, if shown.has_failed { Why::Failed } else { Why::NeverRestored });
    for proof in &shown.proofs {
        match objective.missed(proof.took) {
            None if proof.by == who => judged = judged.shown(thing, &proof.course, proof.doubt.clone(), today),
            None => {
                let seen = proof.seen_by_others();
                judged = judged.shown(thing, &seen, Some(Why::ByAnother), today);
            }
            Some(Why::TooSlow) => {
                judged = judged.because(&Why::TooSlow);
                break;
            }
            Some(why) => judged = judged.because(&why),
        }
    }
    judged
}

/// How long it may take to bring something back.
enum Objective {
    Within(Duration),
    Any,
    Unknown,
}

impl Objective {
    /// Returns why an exercise does not show that it comes back in time.
    fn missed(&self, took: Took) -> Option<Why> {
        match (self, took) {
            (_, Took::Supposed) | (Self::Any, _) => None,
            (Self::Unknown, _) => Some(Why::NoObjective),
            (Self::Within(_), Took::Unknown) => Some(Why::NotTimed),
            (Self::Within(rto), Took::Measured(took)) => (took > *rto).then_some(Why::TooSlow),
        }
    }
}
