//! The plan in sentences.

use crate::diagnostic::{Message, message};
use crate::knowledge::say::Speaker;

use super::schedule::Schedule;
use super::{Cycle, Time};

impl Speaker<'_> {
    /// Says how long something takes, and how that is known.
    #[must_use]
    pub fn recovery_time(&self, time: &Time<'_>) -> String {
        self.words.say(&match time {
            Time::Measured(time, day) => {
                message!("recovery-measured", time = self.length(time.minutes()), date = (self.date)(*day))
            }
            Time::Estimated(time, _) => message!("recovery-estimated", time = self.length(time.minutes())),
            Time::WithHost(host) => message!("recovery-with-host", host = (self.name)(host)),
            Time::Promised(time) => message!("recovery-promised", time = self.length(time.minutes())),
            Time::Unknown => message!("recovery-unknown"),
        })
    }

    /// Says when everything is back.
    #[must_use]
    pub fn total(&self, schedule: &Schedule<'_>) -> String {
        let (people, time) = (schedule.people, self.length(schedule.total));
        self.words.say(&match schedule.is_at_least {
            true => message!("recovery-total-at-least", people = people, time = time),
            false => message!("recovery-total", people = people, time = time),
        })
    }

    /// Says which deadlines are missed, the first one first.
    pub fn missed(&self, schedule: &Schedule<'_>) -> impl Iterator<Item = String> {
        schedule.missed.iter().enumerate().map(|(index, missed)| {
            let (name, due, back) = ((self.name)(missed.thing), self.length(missed.due), self.length(missed.back));
            self.words.say(&match index {
                0 => message!("recovery-first-missed", name = name, due = due, back = back),
                _ => message!("recovery-missed", name = name, due = due, back = back),
            })
        })
    }

    /// Says which services wait for each other, and which of them had better not.
    #[must_use]
    pub fn cycle(&self, cycle: &Cycle<'_>) -> Option<String> {
        let (from, to) = cycle.softest()?;
        let services = cycle.services.iter().chain(cycle.services.first());
        let names = services.map(|service| (self.name)(service)).collect::<Vec<_>>().join(" → ");
        Some(self.words.say(&message!("recovery-cycle", names = names, from = (self.name)(from), to = (self.name)(to))))
    }

    /// Says a length as people count it: minutes, hours, or days and hours.
    #[must_use]
    pub fn length(&self, minutes: u64) -> String {
        self.words.say(&length(minutes))
    }
}

fn length(minutes: u64) -> Message {
    /// From how many minutes on it is days that people count: two days.
    const DAYS: u64 = 2 * 24 * 60;
    if minutes >= DAYS {
        let hours = minutes.div_ceil(60);
        return message!("recovery-days", days = hours / 24, hours = hours % 24);
    }
    message!("readiness-hours", hours = minutes / 60, minutes = minutes % 60)
}
