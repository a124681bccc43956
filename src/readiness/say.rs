//! What is found, in sentences: ids of messages and their arguments, so that the terminal and the site say the same in any language.

use jiff::civil::Date;

use crate::diagnostic::{Argument, Message, message};
use crate::knowledge::evidence::{Level, Link};
use crate::names::EntityRef;
use crate::scalar::Word;

use super::gate::{Closed, ClosedBy};
use super::reason::{Reason, Why};

/// How things and days are called where something is said.
pub struct Speaker<'a> {
    /// What people call a thing.
    pub name: &'a dyn Fn(&EntityRef) -> String,
    /// How a day is written.
    pub date: &'a dyn Fn(Date) -> String,
}

/// Returns the message that names a level.
#[must_use]
pub fn level_id(level: Level) -> &'static str {
    match level {
        Level::Broken => "level-no",
        Level::OnPaper => "level-on-paper",
        Level::Shown => "level-likely",
        Level::Proven => "level-proven",
    }
}

/// Returns the message that names a link.
#[must_use]
pub fn link_id(link: Link) -> &'static str {
    match link {
        Link::Access => "link-access",
        Link::KnowHow => "link-know-how",
        Link::Data => "link-data",
    }
}

impl Speaker<'_> {
    /// Says why something is worth no more.
    #[must_use]
    pub fn reason(&self, reason: &Reason) -> Message {
        self.why(&reason.why, (self.name)(&reason.thing))
    }

    fn why(&self, why: &Why, thing: String) -> Message {
        let plain = |id| Message { id, arguments: vec![("thing", Argument::from(thing.clone()))] };
        match why {
            Why::NothingOpens => plain("why-nothing-opens"),
            Why::HoldersUnknown => plain("why-holders-unknown"),
            Why::StoreUnknown => plain("why-store-unknown"),
            Why::StoreLost => plain("why-store-lost"),
            Why::NoWay => plain("why-no-way"),
            Why::SecondFactorUnknown => plain("why-second-factor-unknown"),
            Why::SecondFactorElsewhere => plain("why-second-factor-elsewhere"),
            Why::NeverOpened => plain("why-never-opened"),
            Why::PageMissing(of) => message!("why-page-missing", thing = thing, of = of.word()),
            Why::Draft => plain("why-draft"),
            Why::NeverFollowed => plain("why-never-followed"),
            Why::ByAuthor => plain("why-by-author"),
            Why::AuthorUnknown => plain("why-author-unknown"),
            Why::DataUnknown => plain("why-data-unknown"),
            Why::NoBackup => plain("why-no-backup"),
            Why::CopiesUnknown => plain("why-copies-unknown"),
            Why::CopiesLost => plain("why-copies-lost"),
            Why::KeyUnknown => plain("why-key-unknown"),
            Why::KeyOutOfReach(key) => message!("why-key-out-of-reach", thing = thing, key = (self.name)(key)),
            Why::NeverRestored => plain("why-never-restored"),
            Why::NoObjective => plain("why-no-objective"),
            Why::NotTimed => plain("why-not-timed"),
            Why::TooSlow => plain("why-too-slow"),
            Why::Failed => plain("why-failed"),
            Why::Old(until) => message!("why-old", thing = thing, date = (self.date)(*until)),
            Why::Changed => plain("why-changed"),
            Why::ChangeUnknown => plain("why-change-unknown"),
            Why::Reported => plain("why-reported"),
            Why::ByAnother => plain("why-by-another"),
        }
    }

    /// Says why something is worth no more, what is so for the same reason together; of many things, the first `most`.
    #[must_use]
    pub fn reasons<'r>(&self, reasons: impl IntoIterator<Item = &'r Reason>, most: usize) -> Vec<Message> {
        let mut by_reason: Vec<(&Reason, Vec<&EntityRef>)> = Vec::new();
        for reason in reasons {
            match by_reason.iter_mut().find(|(first, _)| first.why == reason.why) {
                Some((_, things)) => things.push(&reason.thing),
                None => by_reason.push((reason, vec![&reason.thing])),
            }
        }
        let said = |(reason, things): (&Reason, Vec<&EntityRef>)| {
            let mut names: Vec<String> = things.iter().take(most).map(|thing| (self.name)(thing)).collect();
            if things.len() > most {
                names.push(format!("… +{}", things.len() - most));
            }
            self.why(&reason.why, names.join(", "))
        };
        by_reason.into_iter().map(said).collect()
    }

    /// Says what shuts a gate.
    #[must_use]
    pub fn closed(&self, closed: &Closed) -> Message {
        let thing = closed.thing.as_ref().map(|thing| (self.name)(thing)).unwrap_or_default();
        let plain = |id| Message { id, arguments: vec![("thing", Argument::from(thing.clone()))] };
        match &closed.by {
            ClosedBy::Unreachable => plain("closed-unreachable"),
            ClosedBy::Access(why) => match (why, &closed.thing) {
                (Some(why), Some(of)) => {
                    let reason = Reason { level: Level::Broken, thing: of.clone(), why: why.clone() };
                    self.reason(&reason)
                }
                _ => plain("closed-access"),
            },
            ClosedBy::KeeperUnknown => plain("closed-keeper-unknown"),
            ClosedBy::Ends(day) => message!("closed-ends", thing = thing, date = (self.date)(*day)),
            ClosedBy::EndUnknown => plain("closed-end-unknown"),
            ClosedBy::NeverOpened => plain("closed-never-opened"),
            ClosedBy::OpenedUntil(day) => message!("closed-opened-until", date = (self.date)(*day)),
            ClosedBy::NobodyPays => plain("closed-nobody-pays"),
            ClosedBy::NobodySpeaks => plain("closed-nobody-speaks"),
            ClosedBy::NoPage => plain("closed-no-page"),
            ClosedBy::NobodyDeclares => plain("closed-nobody-declares"),
            ClosedBy::NoTrigger => plain("closed-no-trigger"),
            ClosedBy::NotReadBack => plain("closed-not-read-back"),
            ClosedBy::ChangedSince => plain("closed-changed-since"),
            ClosedBy::NeverCommitted => plain("closed-never-committed"),
            ClosedBy::CommittedUntil(day) => message!("closed-committed-until", date = (self.date)(*day)),
            ClosedBy::NoBackup => plain("why-no-backup"),
            ClosedBy::KeyInside => plain("closed-key-inside"),
        }
    }
}
