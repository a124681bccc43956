//! What is found, in sentences: ids of messages and their arguments, so that the terminal and the site say the same in any language.

use jiff::civil::Date;

use crate::diagnostic::{Argument, Message, message};
use crate::knowledge::evidence::{Level, Link};
use crate::knowledge::say::Speaker;
use crate::names::EntityRef;
use crate::scalar::Word;

use super::action::Action;
use super::forecast::Change;
use super::gate::{Closed, ClosedBy};
use super::missing::BusFactor;
use super::reason::{Reason, Why};
use super::verdict::{Counts, Standby};

impl Speaker<'_> {
    /// Names a level.
    #[must_use]
    pub fn level(&self, level: Level) -> String {
        self.words.word(match level {
            Level::Broken => "level-no",
            Level::OnPaper => "level-on-paper",
            Level::Shown => "level-likely",
            Level::Proven => "level-proven",
        })
    }

    /// Names a link.
    #[must_use]
    pub fn link(&self, link: Link) -> String {
        self.words.word(match link {
            Link::Access => "link-access",
            Link::KnowHow => "link-know-how",
            Link::Data => "link-data",
        })
    }

    /// Says how many services stand where.
    #[must_use]
    pub fn counts(&self, counts: Counts) -> String {
        let Counts { no, on_paper, likely, proven } = counts;
        self.words.say(&message!("readiness-counts", proven = proven, likely = likely, paper = on_paper, no = no))
    }

    /// Says whether somebody can take over on a day: with how many services, or what keeps them from it first.
    #[must_use]
    pub fn headline(&self, standby: Option<&Standby<'_>>, day: Date) -> String {
        let Some(standby) = standby else { return self.words.word("readiness-nobody") };
        let name = standby.who.map(self.name).unwrap_or_default();
        let shut = standby.gates.iter().filter(|gate| !gate.course.at(day)).find_map(|gate| gate.closed.first());
        self.words.say(&match shut {
            None => message!("readiness-can", name = name, counts = self.counts(standby.counts(day))),
            Some(closed) => message!("readiness-not-today", name = name, reason = self.closed(closed)),
        })
    }

    /// Says how many gates are shut on a day.
    #[must_use]
    pub fn gates(&self, standby: &Standby<'_>, day: Date) -> String {
        match standby.gates.iter().filter(|gate| !gate.course.at(day)).count() {
            0 => self.words.word("readiness-gates-open"),
            count => self.words.say(&message!("readiness-gates-shut", count = count)),
        }
    }

    /// Says the figure of a day; nothing without services.
    #[must_use]
    pub fn figure(&self, standby: &Standby<'_>, day: Date) -> Option<String> {
        let figure = standby.figure(day)?;
        Some(self.words.say(&match standby.is_open(day) {
            true => message!("readiness-figure", figure = figure),
            false => message!("readiness-figure-blocked", figure = figure),
        }))
    }

    /// Says what changes by itself.
    #[must_use]
    pub fn change(&self, change: &Change) -> String {
        match change {
            Change::Service { service, to } => self.words.say(&message!(
                "readiness-falls-service",
                service = (self.name)(service),
                level = self.level(*to)
            )),
            Change::Link { service, link, to } => self.words.say(&message!(
                "readiness-falls-link",
                service = (self.name)(service),
                link = self.link(*link),
                level = self.level(*to)
            )),
            Change::Gate { gate, is_open } => {
                let gate = self.words.word(gate.message_id());
                self.words.say(&match is_open {
                    true => message!("readiness-opens-gate", gate = gate),
                    false => message!("readiness-falls-gate", gate = gate),
                })
            }
            Change::Rehearsed(true) => self.words.word("readiness-gains-rehearsal"),
            Change::Rehearsed(false) => self.words.word("readiness-falls-rehearsal"),
        }
    }

    /// Says what is the first to become worth less after a day; nothing where nothing does.
    #[must_use]
    pub fn first_to_fall(&self, standby: &Standby<'_>, day: Date) -> Option<String> {
        let first = standby.first_to_fall(day)?;
        let (what, date) = (self.change(&first.change), (self.date)(first.day));
        Some(self.words.say(&message!("readiness-first-to-fall", what = what, date = date)))
    }

    /// Says how long an action takes.
    #[must_use]
    pub fn time(&self, action: &Action) -> String {
        let (hours, minutes) = (action.minutes / 60, action.minutes % 60);
        self.words.say(&message!("readiness-hours", hours = hours, minutes = minutes))
    }

    /// Says what an action lifts.
    #[must_use]
    pub fn lifts(&self, action: &Action) -> String {
        self.words.say(&message!(
            "readiness-lifts",
            count = action.lifts.len(),
            services = self.names(action.lifts.iter().map(|(service, _)| service)),
            links = action.links
        ))
    }

    /// Says who cannot be missed.
    #[must_use]
    pub fn bus_factor(&self, found: &BusFactor<'_>) -> String {
        let said = |people: &[&EntityRef], service: &EntityRef| {
            let names = self.names(people.iter().copied());
            let service = (self.name)(service);
            message!("readiness-bus-factor", count = people.len(), names = names, service = service)
        };
        self.words.say(&match found {
            BusFactor::None(service) => said(&[], service),
            BusFactor::These(people, service) => said(people, service),
            BusFactor::More(count) => message!("readiness-bus-factor-more", count = *count),
        })
    }

    /// Says why something is worth no more.
    #[must_use]
    pub fn reason(&self, reason: &Reason) -> String {
        self.why(&reason.why, (self.name)(&reason.thing))
    }

    fn why(&self, why: &Why, thing: String) -> String {
        let plain = |id| Message { id, arguments: vec![("thing", Argument::from(thing.clone()))] };
        self.words.say(&match why {
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
        })
    }

    /// Says why something is worth no more, what is so for the same reason together; of many things, the first `most`.
    #[must_use]
    pub fn reasons<'r>(&self, reasons: impl IntoIterator<Item = &'r Reason>, most: usize) -> Vec<String> {
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
    pub fn closed(&self, closed: &Closed) -> String {
        let thing = closed.thing.as_ref().map(|thing| (self.name)(thing)).unwrap_or_default();
        let plain = |id| Message { id, arguments: vec![("thing", Argument::from(thing.clone()))] };
        if let (ClosedBy::Access(Some(why)), Some(_)) = (&closed.by, &closed.thing) {
            return self.why(why, thing);
        }
        self.words.say(&match &closed.by {
            ClosedBy::Unreachable => plain("closed-unreachable"),
            ClosedBy::Access(_) => plain("closed-access"),
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
        })
    }
}
