//! What a contract costs, or a gift brings, in a year.

use crate::catalog::contract::{Contract, Cost};
use crate::catalog::organisation::Income;
use crate::scalar::{Currency, Every, Money, Stated};

use super::exact::{Exact, Sums};

/// What something comes to in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Price {
    /// So much.
    Yearly(Currency, Exact),
    /// Nothing, as somebody says: it is free, or paid once and for all.
    Nothing,
    /// Nobody says how much, or how often.
    Unknown,
}

impl Price {
    /// Whether money flows at all, as far as anybody knows.
    #[must_use]
    pub fn is_something(self) -> bool {
        match self {
            Self::Yearly(_, amount) => amount > Exact::default(),
            Self::Nothing => false,
            Self::Unknown => true,
        }
    }

    /// Returns the amount to the nearest smallest unit; nothing where there is none.
    #[must_use]
    pub fn rounded(self) -> Option<Money> {
        match self {
            Self::Yearly(currency, amount) => Some(Money { minor: amount.rounded(), currency }),
            Self::Nothing | Self::Unknown => None,
        }
    }

    /// Returns the amount as a sum of its own.
    #[must_use]
    pub fn sums(self) -> Sums {
        let mut sums = Sums::default();
        if let Self::Yearly(currency, amount) = self {
            sums.add(currency, amount);
        }
        sums
    }

    fn of(amount: &Stated<Money>, every: &Stated<Every>) -> Self {
        match (amount, every) {
            (Stated::None(_), _) => Self::Nothing,
            // Nothing is nothing, however often.
            (Stated::Known(Money { minor: 0, currency }), _) => Self::Yearly(*currency, Exact::default()),
            (Stated::Known(_), Stated::None(_)) => Self::Nothing,
            (Stated::Known(money), Stated::Known(every)) => {
                Self::Yearly(money.currency, Exact::yearly(money.minor, *every))
            }
            (Stated::Unknown, _) | (_, Stated::Unknown) => Self::Unknown,
        }
    }
}

impl Contract {
    /// Returns what it costs in a year.
    #[must_use]
    pub fn price(&self) -> Price {
        match &self.cost {
            Stated::Known(Cost { amount, every }) => Price::of(amount, every),
            Stated::None(_) => Price::Nothing,
            Stated::Unknown => Price::Unknown,
        }
    }
}

impl Income {
    /// Returns what it brings in a year.
    #[must_use]
    pub fn price(&self) -> Price {
        Price::of(&self.amount, &self.every)
    }
}
