//! Lengths of time.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use jiff::Span;
use jiff::civil::Date;

use crate::diagnostic::{Message, message};

use super::format::{Format, Malformed, scalar};

/// A length of time as people state it: `30m`, `4h`, `3d`, `2w`, `6mo`, `1y`.
///
/// Kept as written, because `14d` and `2w` are said differently; equal when they are as long. Months count 30 days and years
/// 365 when lengths are compared: objectives are orders of magnitude, not appointments.
#[derive(Clone, Copy, Debug)]
pub struct Duration {
    count: u32,
    unit: Unit,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// `m`.
    Minutes,
    /// `h`.
    Hours,
    /// `d`.
    Days,
    /// `w`.
    Weeks,
    /// `mo`.
    Months,
    /// `y`.
    Years,
}

impl Unit {
    /// All units, shortest first.
    pub const ALL: [Self; 6] = [Self::Minutes, Self::Hours, Self::Days, Self::Weeks, Self::Months, Self::Years];

    /// Returns the letters written behind the number.
    #[must_use]
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Minutes => "m",
            Self::Hours => "h",
            Self::Days => "d",
            Self::Weeks => "w",
            Self::Months => "mo",
            Self::Years => "y",
        }
    }

    /// Returns its length in minutes.
    #[must_use]
    pub fn minutes(self) -> u64 {
        match self {
            Self::Minutes => 1,
            Self::Hours => 60,
            Self::Days => 24 * 60,
            Self::Weeks => 7 * 24 * 60,
            Self::Months => 30 * 24 * 60,
            Self::Years => 365 * 24 * 60,
        }
    }
}

/// What people write for a unit, in English and in French.
const UNITS: [(&[&str], Unit); 6] = [
    (&["m", "min", "mn", "mins", "minute", "minutes"], Unit::Minutes),
    (&["h", "hr", "hrs", "hour", "hours", "heure", "heures"], Unit::Hours),
    (&["d", "day", "days", "j", "jr", "jrs", "jour", "jours"], Unit::Days),
    (&["w", "week", "weeks", "sem", "semaine", "semaines"], Unit::Weeks),
    (&["mo", "month", "months", "mois"], Unit::Months),
    (&["y", "yr", "yrs", "year", "years", "a", "an", "ans", "année", "années"], Unit::Years),
];

impl Duration {
    /// Returns the duration of so many units.
    #[must_use]
    pub fn new(count: u32, unit: Unit) -> Self {
        Self { count, unit }
    }

    /// Returns the duration of so many days.
    #[must_use]
    pub const fn days(count: u32) -> Self {
        Self { count, unit: Unit::Days }
    }

    /// Returns the duration of so many minutes, in the largest unit of days, hours and minutes that leaves no rest.
    #[must_use]
    pub fn of_minutes(minutes: u64) -> Self {
        let units = [Unit::Days, Unit::Hours, Unit::Minutes];
        let unit = units.into_iter().find(|unit| minutes.is_multiple_of(unit.minutes())).unwrap_or(Unit::Minutes);
        Self { count: u32::try_from(minutes / unit.minutes()).unwrap_or(u32::MAX), unit }
    }

    /// Returns the length that a text means all the same, where only one can be meant: `1 mois`, `3 days`, `2 h`, `1h30`.
    #[must_use]
    pub fn mended(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let (count, rest) = text.split_at(text.bytes().take_while(u8::is_ascii_digit).count());
        let rest = rest.trim();
        let count: u32 = count.parse().ok()?;
        if let Some(minutes) = rest.strip_prefix('h').map(|rest| rest.trim_end_matches(['m', 'n', 'i']).trim())
            && minutes.len() == 2
            && let Ok(minutes @ ..60) = minutes.parse::<u32>()
        {
            return Some(Self { count: count.checked_mul(60)?.checked_add(minutes)?, unit: Unit::Minutes });
        }
        let (_, unit) = UNITS.into_iter().find(|(words, _)| words.contains(&rest))?;
        Some(Self { count, unit })
    }

    /// Returns the number before the unit.
    #[must_use]
    pub fn count(self) -> u32 {
        self.count
    }

    /// Returns the unit.
    #[must_use]
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// Returns the length in minutes.
    #[must_use]
    pub fn minutes(self) -> u64 {
        u64::from(self.count) * self.unit.minutes()
    }

    /// Returns the day that lies so long before another; nothing where no calendar reaches. Months and years are those of the
    /// calendar, as contracts count, and a day that has begun counts as a whole.
    #[must_use]
    pub fn before(self, day: Date) -> Option<Date> {
        day.checked_sub(self.span()?).ok()
    }

    /// Returns the day that lies so long after another, counted in the same way.
    #[must_use]
    pub fn after(self, day: Date) -> Option<Date> {
        day.checked_add(self.span()?).ok()
    }

    /// Returns the length on a calendar.
    fn span(self) -> Option<Span> {
        let count = i64::from(self.count);
        let span = match self.unit {
            Unit::Minutes | Unit::Hours => {
                Span::new().try_days(i64::try_from(self.minutes().div_ceil(Unit::Days.minutes())).ok()?)
            }
            Unit::Days => Span::new().try_days(count),
            Unit::Weeks => Span::new().try_weeks(count),
            Unit::Months => Span::new().try_months(count),
            Unit::Years => Span::new().try_years(count),
        };
        span.ok()
    }

    /// Returns the sentence that says it: `3 days`.
    #[must_use]
    pub fn message(self) -> Message {
        let count = u64::from(self.count);
        match self.unit {
            Unit::Minutes => message!("duration-minutes", count = count),
            Unit::Hours => message!("duration-hours", count = count),
            Unit::Days => message!("duration-days", count = count),
            Unit::Weeks => message!("duration-weeks", count = count),
            Unit::Months => message!("duration-months", count = count),
            Unit::Years => message!("duration-years", count = count),
        }
    }
}

impl FromStr for Duration {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let malformed = Malformed(Format::Duration);
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (count, suffix) = text.split_at(digits);
        let unit = Unit::ALL.into_iter().find(|unit| unit.suffix() == suffix).ok_or(malformed)?;
        Ok(Self { count: count.parse().map_err(|_| malformed)?, unit })
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.count, self.unit.suffix())
    }
}

impl PartialEq for Duration {
    fn eq(&self, other: &Self) -> bool {
        self.minutes() == other.minutes()
    }
}

impl Eq for Duration {}

impl Ord for Duration {
    fn cmp(&self, other: &Self) -> Ordering {
        self.minutes().cmp(&other.minutes())
    }
}

impl PartialOrd for Duration {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Duration {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.minutes().hash(state);
    }
}

scalar!(Duration, Duration);

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn durations_are_a_number_and_a_unit() {
        for written in ["30m", "4h", "3d", "2w", "6mo", "1y", "0m"] {
            assert_eq!(written.parse::<Duration>().map(|duration| duration.to_string()), Ok(written.to_owned()));
        }
        for written in ["", "4", "h", "4 h", "4hours", "-4h", "1.5h", "1h30m", "4H", "99999999999d", "٣d"] {
            assert_eq!(written.parse::<Duration>(), Err(Malformed(Format::Duration)), "{written}");
        }
    }

    #[test]
    fn durations_are_compared_by_length() {
        let duration = |written: &str| written.parse::<Duration>().unwrap();
        assert_eq!(duration("2w"), duration("14d"));
        assert!(duration("90m") > duration("1h"));
        assert!(duration("1y") > duration("12mo"));
    }

    #[test]
    fn notice_is_counted_by_the_calendar_and_never_fails() {
        let before = |length: &str| length.parse::<Duration>().unwrap().before(date(2027, 3, 31));
        assert_eq!(before("1mo"), Some(date(2027, 2, 28)));
        assert_eq!(before("2w"), Some(date(2027, 3, 17)));
        assert_eq!(before("36h"), Some(date(2027, 3, 29)));
        assert_eq!(before("1y"), Some(date(2026, 3, 31)));
        assert_eq!(before("4294967295y"), None);
        let after = |length: &str| length.parse::<Duration>().unwrap().after(date(2027, 8, 31));
        assert_eq!(after("180d"), Some(date(2028, 2, 27)));
        assert_eq!(after("6mo"), Some(date(2028, 2, 29)));
        assert_eq!(after("4294967295y"), None);
    }

    #[test]
    fn a_length_that_can_only_mean_one_is_mended() {
        let mended = |written: &str| Duration::mended(written).map(|duration| duration.to_string());
        for (written, meant) in [
            ("1 mois", "1mo"),
            ("1 month", "1mo"),
            ("2 jours", "2d"),
            ("2j", "2d"),
            ("3 days", "3d"),
            ("1 an", "1y"),
            ("2 Années", "2y"),
            ("4 h", "4h"),
            ("30 min", "30m"),
            ("2 semaines", "2w"),
            ("1h30", "90m"),
            ("1 h 30", "90m"),
            ("2h05min", "125m"),
        ] {
            assert_eq!(mended(written).as_deref(), Some(meant), "{written}");
        }
        for written in ["mois", "un mois", "1.5h", "-1 an", "1 mois et demi", "1h75", "1h3", "7200", "", "1 lune"] {
            assert_eq!(mended(written), None, "{written}");
        }
    }
}
