//! Small checked values: durations, money, intervals.

use std::fmt;

/// A length of time as people state it: `30m`, `4h`, `3d`, `2w`, `6mo`, `1y`.
///
/// Months count 30 days and years 365 when lengths are compared: objectives are orders of magnitude, not appointments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration {
    minutes: u64,
}

/// A price or an amount: an exact decimal and an ISO 4217 currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// Hundredths of the currency's unit.
    pub cents: i64,
    /// Three capital letters.
    pub currency: String,
}

impl fmt::Display for Duration {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}m", self.minutes)
    }
}
