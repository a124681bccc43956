//! The first link: whether somebody gets in.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::catalog::credential::{Credential, RecoveryRoute, Vault};
use crate::catalog::person::Role;
use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::Link;
use crate::names::{CredentialId, EntityRef};
use crate::scalar::Stated;

use super::proof::Proofs;
use super::reason::Why;
use super::requirement::Requirement;
use super::supposed::Supposed;
use super::verdict::Judged;

/// How well somebody gets at each credential.
pub(super) struct Keyring<'kb> {
    keys: BTreeMap<&'kb CredentialId, Judged>,
}

impl<'kb> Keyring<'kb> {
    /// Judges what somebody can open.
    pub(super) fn of(kb: &'kb KnowledgeBase, proofs: &Proofs<'kb>, who: &EntityRef, supposed: &Supposed) -> Self {
        let judge = |key: &'kb Credential| {
            let (thing, _) = kb.catalog.entities.get_key_value(&EntityRef::from(&key.id))?;
            Some((&key.id, of_key(kb, proofs, who, supposed, key, thing)))
        };
        Self { keys: kb.catalog.credentials.values().filter_map(judge).collect() }
    }

    /// Returns how well somebody gets at a credential.
    pub(super) fn get(&self, key: &CredentialId) -> Option<&Judged> {
        self.keys.get(key)
    }

    /// Judges the first link of a service.
    pub(super) fn access(&self, requirement: &Requirement<'kb>, supposed: &Supposed) -> Judged {
        let doors = requirement.doors.iter().filter(|door| !supposed.is_gone(door.thing)).map(|door| {
            let best = door.keys.iter().filter_map(|key| self.keys.get(&key.id)).cloned();
            best.reduce(Judged::or).unwrap_or_else(|| Judged::broken(door.thing, Why::NothingOpens))
        });
        let nothing = || Judged::broken(requirement.reference, Why::NothingOpens);
        doors.reduce(Judged::and).unwrap_or_else(nothing)
    }
}

/// Judges how well somebody gets at a credential: whether they should, and what of that was shown.
fn of_key<'kb>(
    kb: &'kb KnowledgeBase,
    proofs: &Proofs<'kb>,
    who: &EntityRef,
    supposed: &Supposed,
    key: &'kb Credential,
    thing: &'kb EntityRef,
) -> Judged {
    if matches!(key.holders, Stated::None(_)) {
        return Judged::proven();
    }
    let last = match lasts(kb, who, supposed, key) {
        Ok(last) => last,
        Err(why) => return Judged::broken(thing, why),
    };
    let shown = proofs.of(&[thing], Link::Access, supposed);
    let mut judged = Judged::on_paper(thing, if shown.has_failed { Why::Failed } else { Why::NeverOpened });
    for proof in &shown.proofs {
        if proof.by == who {
            judged = judged.shown(thing, &proof.course, proof.doubt.clone(), kb.as_of);
        } else if kb.is_staying(proof.by) && !supposed.is_gone(proof.by) && !is_primary(kb, proof.by) {
            // That whoever has to be replaced gets in tells nothing about the others; nor does it of those on whom nobody may count.
            let seen = proof.seen_by_others();
            judged = judged.shown(thing, &seen, Some(Why::ByAnother), kb.as_of);
        }
    }
    judged.until(last)
}

/// Returns the last day on which somebody gets at a credential, as far as it is written down, or why they do not.
fn lasts(kb: &KnowledgeBase, who: &EntityRef, supposed: &Supposed, key: &Credential) -> Result<Date, Why> {
    let Some(holders) = key.holders.known() else { return Err(Why::HoldersUnknown) };
    if let Some(why) = store(supposed, key) {
        return Err(why);
    }
    let way = way(kb, who, supposed, key);
    if holders.contains(who) {
        return match key.has_second_factor() {
            None => Err(Why::SecondFactorUnknown),
            Some(true) if !has_second_factor(who, key) => way.ok_or(Why::SecondFactorElsewhere),
            Some(_) => Ok(Date::MAX),
        };
    }
    way.ok_or(Why::NoWay)
}

fn store(supposed: &Supposed, key: &Credential) -> Option<Why> {
    let store = match &key.store {
        Stated::Known(store) => store,
        Stated::Unknown => return Some(Why::StoreUnknown),
        Stated::None(_) => return None,
    };
    match &store.vault {
        Stated::Unknown => Some(Why::StoreUnknown),
        Stated::Known(Vault::Reference(vault)) if supposed.is_gone(vault) => Some(Why::StoreLost),
        Stated::Known(_) | Stated::None(_) => None,
    }
}

/// Whether somebody has what is asked for besides a secret, or there is a spare one.
fn has_second_factor(who: &EntityRef, key: &Credential) -> bool {
    key.second_factor.known().is_some_and(|factor| {
        factor.spare.is_some() || factor.held_by.iter().any(|holder| EntityRef::from(holder) == *who)
    })
}

/// Returns the last day of the way in that works without those who are gone; nothing where there is none. Whoever lets one in as a
/// partner does so until the agreement ends.
fn way(kb: &KnowledgeBase, who: &EntityRef, supposed: &Supposed, key: &Credential) -> Option<Date> {
    let is_there = |person: &EntityRef| kb.is_staying(person) && !supposed.is_gone(person);
    match key.route()? {
        RecoveryRoute::None => None,
        RecoveryRoute::SecondAdmin => {
            let others = key.holders.known().into_iter().flatten();
            let others = others.filter(|holder| *holder != who && !supposed.is_gone(holder));
            others.filter_map(|holder| kb.counted_until(holder)).max()
        }
        RecoveryRoute::Shares => {
            let shares = key.recovery.known().and_then(|recovery| recovery.shares.as_ref());
            let is_enough = shares.is_some_and(|shares| {
                let holders = shares.holders.known().into_iter().flatten();
                holders.filter(|holder| is_there(&EntityRef::from(*holder))).count() >= usize::from(shares.k)
            });
            is_enough.then_some(Date::MAX)
        }
        RecoveryRoute::EmergencyAccess | RecoveryRoute::Sealed | RecoveryRoute::Provider => Some(Date::MAX),
    }
}

pub(super) fn is_primary(kb: &KnowledgeBase, who: &EntityRef) -> bool {
    matches!(who, EntityRef::Person(id) if kb.catalog.people.get(id).is_some_and(|person| person.has(Role::PrimaryAdmin)))
}
