//! How often something happens.

use std::fmt;
use std::str::FromStr;

use jiff::Span;
use jiff::civil::Date;

use super::format::{Format, Malformed, scalar};
use super::{Duration, Unit};

/// How often something happens or is paid: `day`, `week`, `month`, `quarter`, `year`, or a length of time such as `2y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// `day`.
    Day,
    /// `week`.
    Week,
    /// `month`.
    Month,
    /// `quarter`.
    Quarter,
    /// `year`.
    Year,
    /// Once in this time.
    Each(Duration),
}

impl Every {
    /// The intervals that have a word.
    pub const WORDS: [&str; 5] = ["day", "week", "month", "quarter", "year"];

    /// Returns the word for the interval; none when it is written as a length of time.
    #[must_use]
    pub fn word(self) -> Option<&'static str> {
        Some(match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Each(_) => return None,
        })
    }

    /// Returns the interval as a length of time.
    #[must_use]
    pub fn length(self) -> Duration {
        match self {
            Self::Day => Duration::new(1, Unit::Days),
            Self::Week => Duration::new(1, Unit::Weeks),
            Self::Month => Duration::new(1, Unit::Months),
            Self::Quarter => Duration::new(3, Unit::Months),
            Self::Year => Duration::new(1, Unit::Years),
            Self::Each(duration) => duration,
        }
    }

    /// Returns the first day from another day on, on which it happens, counted from one on which it does; nothing where no calendar
    /// reaches. Months are those of the calendar: what is due on the 31st is due on the last day of a shorter month.
    #[must_use]
    pub fn first_from(self, on: Date, from: Date) -> Option<Date> {
        let length = self.length();
        let count = i64::from(length.count());
        let months = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
        // The last time that cannot be too late, and the one after it.
        let (step, behind) = match length.unit() {
            Unit::Years => (Span::new().try_years(count), (months(from) - months(on)).div_euclid(count * 12)),
            Unit::Months => (Span::new().try_months(count), (months(from) - months(on)).div_euclid(count)),
            Unit::Minutes | Unit::Hours | Unit::Days | Unit::Weeks => {
                let days = i64::try_from(length.minutes().div_ceil(Unit::Days.minutes())).ok()?;
                let between = i64::from((from - on).get_days());
                (Span::new().try_days(days), between.div_euclid(days))
            }
        };
        let step = step.ok()?;
        let times = [behind.saturating_sub(1), behind, behind.saturating_add(1)];
        times
            .into_iter()
            .filter_map(|times| on.checked_add(step.checked_mul(times).ok()?).ok())
            .find(|day| *day >= from)
    }
}

impl FromStr for Every {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        Ok(match text {
            "day" => Self::Day,
            "week" => Self::Week,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "year" => Self::Year,
            // Once in no time at all is no interval.
            _ => match text.parse::<Duration>() {
                Ok(duration) if duration.minutes() > 0 => Self::Each(duration),
                _ => return Err(Malformed(Format::Every)),
            },
        })
    }
}

impl fmt::Display for Every {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Each(duration) => duration.fmt(formatter),
            named => formatter.write_str(named.word().unwrap_or_default()),
        }
    }
}

scalar!(Every, Every);

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn intervals_are_words_or_lengths_of_time() {
        for written in ["day", "week", "month", "quarter", "year", "2y", "6mo"] {
            assert_eq!(written.parse::<Every>().map(|every| every.to_string()), Ok(written.to_owned()));
        }
        for written in ["daily", "Month", "0d", "", "2 years"] {
            assert!(written.parse::<Every>().is_err(), "{written}");
        }
    }

    #[test]
    fn what_happens_again_and_again_happens_next_on_a_day_of_the_calendar() {
        let first = |every: &str, on: Date, from: Date| every.parse::<Every>().unwrap().first_from(on, from);
        let on = date(2027, 1, 31);
        assert_eq!(first("month", on, date(2027, 1, 31)), Some(date(2027, 1, 31)));
        assert_eq!(first("month", on, date(2027, 2, 1)), Some(date(2027, 2, 28)));
        assert_eq!(first("month", on, date(2026, 11, 30)), Some(date(2026, 11, 30)));
        assert_eq!(first("month", on, date(2026, 12, 1)), Some(date(2026, 12, 31)));
        assert_eq!(first("quarter", on, date(2027, 5, 1)), Some(date(2027, 7, 31)));
        assert_eq!(first("2y", on, date(2027, 2, 1)), Some(date(2029, 1, 31)));
        assert_eq!(first("week", on, date(2027, 2, 8)), Some(date(2027, 2, 14)));
        assert_eq!(first("1h", on, date(2020, 5, 5)), Some(date(2020, 5, 5)));
        assert_eq!(first("30d", on, date(2026, 12, 31)), Some(date(2027, 1, 1)));
        assert_eq!(first("4294967295y", on, date(2027, 2, 1)), None);
    }
}
