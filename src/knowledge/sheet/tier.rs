//! What must be back first.

use crate::catalog::Entity;
use crate::catalog::fact::Value;
use crate::scalar::{Duration, Unit};

/// How early a service must be back. Never declared: it follows from the longest outage that can be borne.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Within a day.
    First,
    /// Within a week.
    Second,
    /// Later.
    Third,
}

impl Tier {
    /// All tiers, what must be back first in front.
    pub const ALL: [Self; 3] = [Self::First, Self::Second, Self::Third];

    /// Returns the tier of a service; nothing while its tolerable outage is not known.
    #[must_use]
    pub fn of(service: &Entity) -> Option<Self> {
        match Value::find(&service.facts, "mtd")? {
            Value::Duration(outage) => Some(Self::from(*outage)),
            _ => None,
        }
    }

    /// Returns its number: 1 must be back first.
    #[must_use]
    pub fn number(self) -> &'static str {
        match self {
            Self::First => "1",
            Self::Second => "2",
            Self::Third => "3",
        }
    }
}

impl From<Duration> for Tier {
    fn from(outage: Duration) -> Self {
        if outage <= Duration::new(1, Unit::Days) {
            Self::First
        } else if outage <= Duration::new(7, Unit::Days) {
            Self::Second
        } else {
            Self::Third
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_a_week_are_the_limits() {
        let tier = |outage: &str| Tier::from(outage.parse::<Duration>().unwrap()).number();
        assert_eq!(
            ["30m", "24h", "1d", "25h", "1w", "7d", "8d", "1mo"].map(tier),
            ["1", "1", "1", "2", "2", "2", "3", "3"]
        );
    }
}
