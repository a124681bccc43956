//! Who can get into each thing: its credentials, their holders who stay, and the ways in when those are gone. Found in one pass.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::credential::{Credential, RecoveryRoute};
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::scalar::Stated;

/// The ways into everything.
pub(super) struct Keys<'kb> {
    kb: &'kb KnowledgeBase,
    into: BTreeMap<&'kb EntityRef, Way<'kb>>,
}

/// The ways into a thing.
#[derive(Default)]
pub(super) struct Way<'kb> {
    /// The credentials that open it.
    pub credentials: Vec<&'kb Credential>,
    /// The holders of any of them who stay.
    pub holders: BTreeSet<&'kb EntityRef>,
    /// Whether of one of them nobody says who holds it.
    pub is_unsaid: bool,
    /// Whether one of them can be had without its holders.
    pub has_route: bool,
}

/// Why a credential rests on one person.
#[derive(Clone, Copy)]
pub(super) enum Single<'kb> {
    /// Nobody says who holds it.
    Unsaid,
    /// Nobody holds it who stays.
    Nobody,
    /// One holds it.
    Only(&'kb EntityRef),
}

impl<'kb> Keys<'kb> {
    pub(super) fn new(kb: &'kb KnowledgeBase) -> Self {
        let mut into: BTreeMap<&EntityRef, Way<'_>> = BTreeMap::new();
        for credential in kb.catalog.credentials.values() {
            let holders = kb.staying_holders(credential);
            for thing in credential.opens.known().into_iter().flatten() {
                let way = into.entry(thing).or_default();
                way.credentials.push(credential);
                way.is_unsaid |= credential.holders == Stated::Unknown;
                way.holders.extend(holders.iter().flatten());
                way.has_route |= credential.route().is_some_and(|route| route != RecoveryRoute::SecondAdmin);
            }
        }
        Self { kb, into }
    }

    /// Returns the things that anything opens, each with the ways in.
    pub(super) fn ways(&self) -> impl Iterator<Item = (&'kb EntityRef, &Way<'kb>)> {
        self.into.iter().map(|(thing, way)| (*thing, way))
    }

    /// Returns the ways into a thing; nothing where no credential opens it.
    pub(super) fn way(&self, thing: &EntityRef) -> Option<&Way<'kb>> {
        self.into.get(thing)
    }

    /// Tells whether a credential rests on one person or on nobody: fewer than two hold it, and without them there is no way to it.
    pub(super) fn single(&self, credential: &'kb Credential) -> Option<Single<'kb>> {
        let has_other_way = match credential.route() {
            None => false,
            // Another administrator lets one in: there has to be another one, with this key or with one of their own.
            Some(RecoveryRoute::SecondAdmin) => self.has_second(credential),
            Some(_) => true,
        };
        if has_other_way || matches!(credential.holders, Stated::None(_)) {
            return None;
        }
        let Some(holders) = self.kb.staying_holders(credential) else { return Some(Single::Unsaid) };
        let mut holders = holders.into_iter();
        match (holders.next(), holders.next()) {
            (None, _) => Some(Single::Nobody),
            (Some(only), None) => Some(Single::Only(only)),
            (Some(_), Some(_)) => None,
        }
    }

    fn has_second(&self, credential: &Credential) -> bool {
        let mut doors = credential.opens.known().into_iter().flatten();
        doors.any(|door| self.into.get(door).is_some_and(|way| way.holders.len() > 1))
    }

    /// Whether all that a credential opens is out of use: then it is a leftover, and nobody has to get in.
    pub(super) fn is_leftover(&self, credential: &Credential) -> bool {
        let opens = credential.opens.known().map(Vec::as_slice).unwrap_or_default();
        !opens.is_empty() && opens.iter().all(|door| self.kb.catalog.is_retired(door))
    }
}

/// Whether a holder can sign in with a credential on their own: no second factor stands in the way that others have.
pub(super) fn can_use(credential: &Credential, holder: &EntityRef) -> bool {
    let holds = credential.holders.known().is_some_and(|holders| holders.contains(holder));
    holds && !(credential.has_second_factor() == Some(true) && lacks_factor(credential, holder))
}

/// Whether a holder has neither the second factor of a credential nor a spare one to turn to.
pub(super) fn lacks_factor(credential: &Credential, holder: &EntityRef) -> bool {
    let Some(factor) = credential.second_factor.known() else { return false };
    // Whose it is that a partner uses is nowhere to be written.
    let EntityRef::Person(person) = holder else { return false };
    factor.spare.is_none() && !factor.held_by.contains(person)
}
