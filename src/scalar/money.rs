//! Amounts of money.

use std::fmt;
use std::str::FromStr;

use super::format::{Format, Malformed, scalar};

/// A price or an amount, written `31.00 EUR`: an exact decimal and an ISO 4217 currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// Hundredths of the currency's unit.
    pub cents: i64,
    /// Three capital letters.
    pub currency: String,
}

impl FromStr for Money {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        parse(text).ok_or(Malformed(Format::Money))
    }
}

fn parse(text: &str) -> Option<Money> {
    let (amount, currency) = text.split_once(' ')?;
    let (units, cents) = amount.split_once('.').unwrap_or((amount, "00"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_sound = digits(units) && digits(cents) && cents.len() == 2;
    let is_currency = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_sound || !is_currency {
        return None;
    }
    let cents = units.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents.parse().ok()?)?;
    Some(Money { cents, currency: currency.to_owned() })
}

impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{:02} {}", self.cents / 100, self.cents % 100, self.currency)
    }
}

scalar!(Money, Money);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_exact_and_names_its_currency() {
        let money = |cents| Ok(Money { cents, currency: "EUR".to_owned() });
        assert_eq!("31.00 EUR".parse(), money(3100));
        assert_eq!("31 EUR".parse(), money(3100));
        assert_eq!("0.05 EUR".parse(), money(5));
        for written in ["31.00", "31,00 EUR", "31.5 EUR", "-1 EUR", "31.00EUR", "31.00 eur", "31.00 €", "1 000 EUR"] {
            assert_eq!(written.parse::<Money>(), Err(Malformed(Format::Money)), "{written}");
        }
        assert!("99999999999999999999 EUR".parse::<Money>().is_err());
    }
}
