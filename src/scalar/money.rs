//! Amounts of money.

use std::fmt;
use std::str::FromStr;

use super::Currency;
use super::format::{Format, Malformed, scalar};

/// A price or an amount, written `31.00 EUR`: an exact decimal and a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// How much, in the smallest unit of the currency: cents of EUR, whole JPY.
    pub minor: i64,
    /// Of what.
    pub currency: Currency,
}

impl Money {
    /// Returns an example in the currency that a text seems to mean, so that whoever wrote it sees how it is written.
    #[must_use]
    pub fn example(text: &str) -> String {
        let written = text.split_whitespace().next_back().unwrap_or_default().to_uppercase();
        let currency = Currency::new(&written).or_else(|| Currency::new("EUR"));
        currency.map_or_else(String::new, |currency| {
            let minor = 31 * 10_i64.pow(currency.decimals());
            Self { minor, currency }.to_string()
        })
    }

    /// Returns the amount without its sign: the digits of the whole units, and those behind the point, if there are any.
    #[must_use]
    pub fn digits(self) -> (String, String) {
        let decimals = self.currency.decimals();
        let unit = 10_u64.pow(decimals);
        let (whole, rest) = (self.minor.unsigned_abs() / unit, self.minor.unsigned_abs() % unit);
        let behind = if decimals == 0 { String::new() } else { format!("{rest:0width$}", width = decimals as usize) };
        (whole.to_string(), behind)
    }
}

impl FromStr for Money {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        parse(text).ok_or(Malformed(Format::Money))
    }
}

/// An amount has no decimals, or exactly those of its currency: what `31.5 EUR` means has to be guessed.
fn parse(text: &str) -> Option<Money> {
    let (amount, currency) = text.split_once(' ')?;
    let currency = Currency::new(currency)?;
    let (units, behind) = amount.split_once('.').map_or((amount, None), |(units, behind)| (units, Some(behind)));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let decimals = currency.decimals();
    let is_sound = |behind: &str| is_number(behind) && u32::try_from(behind.len()) == Ok(decimals);
    if !is_number(units) || !behind.is_none_or(is_sound) {
        return None;
    }
    let whole = units.parse::<i64>().ok()?.checked_mul(10_i64.checked_pow(decimals)?)?;
    let minor = whole.checked_add(behind.map_or(Some(0), |behind| behind.parse().ok())?)?;
    Some(Money { minor, currency })
}

impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.minor < 0 { "-" } else { "" };
        let (whole, behind) = self.digits();
        let point = if behind.is_empty() { "" } else { "." };
        write!(formatter, "{sign}{whole}{point}{behind} {}", self.currency)
    }
}

scalar!(Money, Money);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_exact_and_names_its_currency() {
        let money = |minor, code: &str| Ok(Money { minor, currency: Currency::new(code).unwrap() });
        assert_eq!("31.00 EUR".parse(), money(3100, "EUR"));
        assert_eq!("31 EUR".parse(), money(3100, "EUR"));
        assert_eq!("0.05 EUR".parse(), money(5, "EUR"));
        assert_eq!("15000 JPY".parse(), money(15_000, "JPY"));
        assert_eq!("1.250 KWD".parse(), money(1250, "KWD"));
        for written in [
            "31.00",
            "31,00 EUR",
            "31.5 EUR",
            "31. EUR",
            ".50 EUR",
            "-1 EUR",
            "31.00EUR",
            "31.00 eur",
            "31.00 €",
            "1 000 EUR",
            "100.00 JPY",
            "1.25 KWD",
            "99999999999999999999 EUR",
            "9223372036854775807 EUR",
        ] {
            assert_eq!(written.parse::<Money>(), Err(Malformed(Format::Money)), "{written}");
        }
    }

    #[test]
    fn money_is_written_with_the_decimals_of_its_currency_and_its_sign() {
        let said = |minor, code: &str| Money { minor, currency: Currency::new(code).unwrap() }.to_string();
        assert_eq!(said(5, "EUR"), "0.05 EUR");
        assert_eq!(said(-28, "EUR"), "-0.28 EUR");
        assert_eq!(said(-2800, "EUR"), "-28.00 EUR");
        assert_eq!(said(31, "JPY"), "31 JPY");
        assert_eq!(said(1250, "KWD"), "1.250 KWD");
        assert_eq!(said(i64::MIN, "EUR"), "-92233720368547758.08 EUR");
    }

    #[test]
    fn the_example_is_in_the_currency_that_was_meant() {
        assert_eq!(Money::example("31,00 eur"), "31.00 EUR");
        assert_eq!(Money::example("100.00 JPY"), "31 JPY");
        assert_eq!(Money::example("1.25 KWD"), "31.000 KWD");
        assert_eq!(Money::example("3 180,00 €"), "31.00 EUR");
        assert_eq!(Money::example(""), "31.00 EUR");
    }
}
