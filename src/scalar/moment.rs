//! Moments: a day, and the time on it where that is known.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime, Time};

use super::date::Day;
use super::duration::Unit;
use super::format::{Format, Malformed, scalar};

/// A moment as it stands in a file: `2026-11-22 07:40`, or the day alone. In the time of the place, as people write it down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    date: Date,
    time: Option<Time>,
}

impl Moment {
    /// Returns the day.
    #[must_use]
    pub fn date(self) -> Date {
        self.date
    }

    /// Returns the time, where it is known.
    #[must_use]
    pub fn time(self) -> Option<Time> {
        self.time
    }

    /// Whether this moment certainly lies before another: on an earlier day, or earlier on the same.
    #[must_use]
    pub fn is_before(self, other: &Self) -> bool {
        match (self.time, other.time) {
            (Some(time), Some(other_time)) => (self.date, time) < (other.date, other_time),
            _ => self.date < other.date,
        }
    }

    /// Returns how many minutes after another this moment lies; nothing where a time is not known, and when it lies before.
    #[must_use]
    pub fn minutes_after(self, other: &Self) -> Option<u64> {
        let on = |moment: &Self| Some(DateTime::from_parts(moment.date, moment.time?));
        let between = on(&self)?.duration_since(on(other)?);
        u64::try_from(between.as_secs()).ok().map(|seconds| seconds / 60)
    }

    /// Returns how many days after another this moment lies; nothing when it lies before.
    #[must_use]
    pub fn days_after(self, other: &Self) -> Option<u64> {
        let between = self.date.duration_since(other.date);
        u64::try_from(between.as_secs()).ok().map(|seconds| seconds / 60 / Unit::Days.minutes())
    }
}

impl FromStr for Moment {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let malformed = Malformed(Format::Moment);
        let (day, time) = text.split_once([' ', 'T']).map_or((text, None), |(day, time)| (day, Some(time)));
        let Day(date) = day.parse().map_err(|_| malformed)?;
        let time = time.map(|time| clock(time).ok_or(malformed)).transpose()?;
        Ok(Self { date, time })
    }
}

/// Reads `07:40`: two digits, a colon, two digits.
fn clock(text: &str) -> Option<Time> {
    let [h1, h2, b':', m1, m2] = *text.as_bytes() else { return None };
    let number = |tens: u8, ones: u8| {
        let digit = |byte: u8| byte.is_ascii_digit().then(|| i8::try_from(byte - b'0').ok()).flatten();
        Some(digit(tens)? * 10 + digit(ones)?)
    };
    Time::new(number(h1, h2)?, number(m1, m2)?, 0, 0).ok()
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => write!(formatter, "{} {:02}:{:02}", self.date, time.hour(), time.minute()),
            None => write!(formatter, "{}", self.date),
        }
    }
}

scalar!(Moment, Moment);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_and_perhaps_a_time() {
        for written in ["2026-11-22", "2026-11-22 07:40", "2026-11-22 00:00"] {
            assert_eq!(written.parse::<Moment>().map(|moment| moment.to_string()), Ok(written.to_owned()));
        }
        assert_eq!("2026-11-22T07:40".parse::<Moment>().unwrap().to_string(), "2026-11-22 07:40");
        for written in ["", "07:40", "2026-11-22 24:00", "2026-11-22 7:40", "2026-11-22 07:60", "2026-11-22 07:40:00Z"]
        {
            assert!(written.parse::<Moment>().is_err(), "{written}");
        }
    }

    #[test]
    fn what_is_not_known_to_be_earlier_is_not_called_so() {
        let moment = |written: &str| written.parse::<Moment>().unwrap();
        assert!(moment("2026-11-22 07:39").is_before(&moment("2026-11-22 07:40")));
        assert!(!moment("2026-11-22").is_before(&moment("2026-11-22 07:40")));
        assert!(moment("2026-11-21").is_before(&moment("2026-11-22 07:40")));
    }

    #[test]
    fn lengths_are_counted_in_minutes_where_times_are_known_and_else_in_days() {
        let moment = |written: &str| written.parse::<Moment>().unwrap();
        let (start, end) = (moment("2026-11-22 23:30"), moment("2026-11-24 00:15"));
        assert_eq!(end.minutes_after(&start), Some(24 * 60 + 45));
        assert_eq!(start.minutes_after(&end), None);
        assert_eq!(moment("2026-11-24").minutes_after(&start), None);
        assert_eq!(moment("2026-11-24").days_after(&start), Some(2));
    }
}
