//! Who can pay: without them, what is paid by hand ends.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::credential::Credential;
use crate::catalog::person::Role;
use crate::catalog::provider::{Provider, ProviderKind};
use crate::knowledge::KnowledgeBase;
use crate::names::{CredentialId, EntityRef, Kind};
use crate::scalar::Stated;

/// Why somebody can pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaysBy<'kb> {
    /// They are the treasurer.
    Office,
    /// They hold what opens the bank.
    Key(&'kb CredentialId),
    /// A contract says that they pay it.
    Contract,
}

impl KnowledgeBase {
    /// Returns who can pay and why, by reference. Whoever leaves is not counted on.
    #[must_use]
    pub fn payers(&self) -> BTreeMap<EntityRef, BTreeSet<PaysBy<'_>>> {
        let mut payers: BTreeMap<EntityRef, BTreeSet<PaysBy<'_>>> = BTreeMap::new();
        for treasurer in self.staying_with(Role::Treasurer) {
            payers.entry(EntityRef::from(&treasurer.id)).or_default().insert(PaysBy::Office);
        }
        for key in self.bank_keys() {
            for holder in self.staying_holders(key).into_iter().flatten() {
                payers.entry(holder.clone()).or_default().insert(PaysBy::Key(&key.id));
            }
        }
        let paid_by = self.catalog.contracts.values().filter_map(|contract| contract.paid_by.known());
        for person in paid_by.filter(|payer| payer.kind() == Kind::Person && self.is_staying(payer)) {
            payers.entry(person.clone()).or_default().insert(PaysBy::Contract);
        }
        payers
    }

    /// Returns what opens the place where the money lies, a bank or whoever moves money for us, by id.
    #[must_use]
    pub fn bank_keys(&self) -> Vec<&Credential> {
        let is_bank =
            |provider: &&Provider| matches!(provider.kind, Stated::Known(ProviderKind::Bank | ProviderKind::Payment));
        let banks = self.catalog.providers.values().filter(is_bank).map(|bank| EntityRef::from(&bank.id));
        let keys = banks.flat_map(|bank| self.openers(&bank).collect::<Vec<_>>());
        keys.map(|key| (&key.id, key)).collect::<BTreeMap<_, _>>().into_values().collect()
    }
}
