//! What to take back, to change and to give to somebody else when a person goes, or a partner.

use std::collections::BTreeMap;

use crate::catalog::person::Person;
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind};

/// What is to be done with a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Task {
    /// They know the secret itself: change it.
    Rotate,
    /// They have a way in of their own: close it.
    Revoke,
    /// They have what is asked for besides: give it to somebody else, and take theirs off.
    SecondFactor,
    /// They hold a part, or are part of the way in when holders are gone: make another.
    Recovery,
    /// They answer for it: name somebody else.
    Own,
    /// It is in their name: have it put into that of the organisation.
    Transfer,
    /// They pay: name somebody else.
    Pay,
    /// They speak for the organisation, or may declare a takeover: elect somebody else, and tell the bank and the providers.
    Represent,
    /// They may write to the repository of this project: take that back.
    Write,
    /// Something else names them.
    Other,
}

impl Task {
    /// Returns the message that says what is to be done.
    #[must_use]
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Rotate => "hand-back-rotate",
            Self::Revoke => "hand-back-revoke",
            Self::SecondFactor => "hand-back-second-factor",
            Self::Recovery => "hand-back-recovery",
            Self::Own => "hand-back-own",
            Self::Transfer => "hand-back-transfer",
            Self::Pay => "hand-back-pay",
            Self::Represent => "hand-back-represent",
            Self::Write => "hand-back-write",
            Self::Other => "hand-back-other",
        }
    }
}

/// Returns what is to be done when somebody goes, the most urgent first, each with the things by reference.
#[must_use]
pub fn hand_back(kb: &KnowledgeBase, who: &EntityRef) -> BTreeMap<Task, Vec<EntityRef>> {
    let mut tasks: BTreeMap<Task, Vec<EntityRef>> = BTreeMap::new();
    for relation in kb.incoming(who) {
        if let Some(task) = task(kb, relation.field, &relation.from) {
            tasks.entry(task).or_default().push(relation.from.clone());
        }
    }
    let commits = |person: &Person| !person.commits_as.is_empty();
    if let EntityRef::Person(id) = who
        && kb.catalog.people.get(id).is_some_and(commits)
    {
        tasks.entry(Task::Write).or_default();
    }
    tasks.values_mut().for_each(|things| {
        things.sort_unstable();
        things.dedup();
    });
    tasks
}

/// What a field that names somebody asks for; nothing of what only tells about them.
fn task(kb: &KnowledgeBase, field: &str, from: &EntityRef) -> Option<Task> {
    match (from, field) {
        (EntityRef::Credential(id), "holders") => {
            // Who holds a secret that others hold, too, knows it; a login or a key of one's own is closed.
            let key = kb.catalog.credentials.get(id)?;
            let is_own = key.shared == Some(false);
            Some(if is_own { Task::Revoke } else { Task::Rotate })
        }
        (EntityRef::Credential(_), "second_factor") => Some(Task::SecondFactor),
        (EntityRef::Credential(_), "recovery") => Some(Task::Recovery),
        (_, "owner") => Some(Task::Own),
        (_, "account_holder" | "registrant") => Some(Task::Transfer),
        (_, "paid_by") => Some(Task::Pay),
        (EntityRef::Organisation, _) => Some(Task::Represent),
        // Pages speak of people; a search finds them.
        (_, "text" | "for") => None,
        _ if from.kind() == Kind::Runbook => None,
        _ => Some(Task::Other),
    }
}
