//! How often something happens.

use std::fmt;
use std::str::FromStr;

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
}
