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

/// No amount has more digits, those of its decimals included: a hundred thousand million euros, less a cent. What such a price comes to
/// in a year is then still counted, even if it is paid every minute, and so are the sums of all that anybody has to pay.
const MOST_DIGITS: u32 = 13;

impl Money {
    /// Whether a text is an amount, of more than is counted with.
    #[must_use]
    pub fn is_too_large(text: &str) -> bool {
        written(text).is_some() && parse(text).is_none()
    }

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

    /// Returns the amount that a text means all the same, where only one can be meant: `12,50 €`, `£18`, `1 990,00 EUR`.
    #[must_use]
    pub fn mended(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_of_number = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.');
        let (first, last) = (text.find(is_of_number)?, text.rfind(is_of_number)?);
        let currency = match (text[..first].trim(), text[last + 1..].trim()) {
            (before, "") => currency_meant(before)?,
            ("", behind) => currency_meant(behind)?,
            _ => return None,
        };
        let (units, behind) = parts_meant(&text[first..=last])?;
        let decimals = currency.decimals() as usize;
        if behind.len() > decimals {
            return None;
        }
        let point = if decimals == 0 { "" } else { "." };
        parse(&format!("{units}{point}{behind:0<decimals$} {currency}"))
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

fn parse(text: &str) -> Option<Money> {
    let (units, behind, currency) = written(text)?;
    let whole = units.parse::<i64>().ok()?.checked_mul(10_i64.checked_pow(currency.decimals())?)?;
    let minor = whole.checked_add(behind.map_or(Some(0), |behind| behind.parse().ok())?)?;
    (minor < 10_i64.pow(MOST_DIGITS)).then_some(Money { minor, currency })
}

/// The digits of an amount, before and behind the point, and its currency. It has no decimals, or exactly those of its currency: what
/// `31.5 EUR` means has to be guessed.
fn written(text: &str) -> Option<(&str, Option<&str>, Currency)> {
    let (amount, currency) = text.split_once(' ')?;
    let currency = Currency::new(currency)?;
    let (units, behind) = amount.split_once('.').map_or((amount, None), |(units, behind)| (units, Some(behind)));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let decimals = currency.decimals();
    let is_sound = |behind: &str| is_number(behind) && u32::try_from(behind.len()) == Ok(decimals);
    (is_number(units) && behind.is_none_or(is_sound)).then_some((units, behind, currency))
}

/// Returns the currency that is meant by its code in any letters, its sign, or its name. `$` and `£` are those that most people mean.
fn currency_meant(written: &str) -> Option<Currency> {
    let code = written.to_uppercase();
    Currency::new(match code.as_str() {
        "€" | "EURO" | "EUROS" => "EUR",
        "$" => "USD",
        "£" => "GBP",
        other => other,
    })
}

/// Takes a number apart as people write it: the digits of the whole units, with thousands set apart, and those behind the comma or the
/// point. Three digits behind a lone mark may be thousands or decimals: nothing.
fn parts_meant(number: &str) -> Option<(String, &str)> {
    let (units, behind) = match number.rfind([',', '.']) {
        Some(at) if number[at + 1..].len() == 3 => return None,
        Some(at) => (&number[..at], &number[at + 1..]),
        None => (number, ""),
    };
    let is_gap = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '.' | '\'' | '’');
    let mut groups = units.split(is_gap);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (!digits.is_empty() && are_digits(&digits) && are_digits(behind)).then_some((digits, behind))
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
    fn more_than_anybody_has_is_refused_and_said_to_be_that() {
        for largest in ["99999999999.99 EUR", "9999999999999 JPY", "9999999999.999 KWD", "00000000000000001 EUR"] {
            assert!(largest.parse::<Money>().is_ok() && !Money::is_too_large(largest), "{largest}");
        }
        for larger in ["100000000000 EUR", "10000000000000 JPY", "92233720368547758 EUR", "99999999999999999999 EUR"] {
            assert!(larger.parse::<Money>().is_err() && Money::is_too_large(larger), "{larger}");
        }
        for other in ["31,00 EUR", "100000000000", "100000000000.5 EUR", ""] {
            assert!(!Money::is_too_large(other), "{other}");
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

    #[test]
    fn an_amount_that_can_only_mean_one_is_mended() {
        let mended = |written: &str| Money::mended(written).map(|money| money.to_string());
        for (written, meant) in [
            ("12,50 EUR", "12.50 EUR"),
            ("12,5 EUR", "12.50 EUR"),
            ("12.50 eur", "12.50 EUR"),
            ("31.00EUR", "31.00 EUR"),
            ("18 $", "18.00 USD"),
            ("18 €", "18.00 EUR"),
            ("12,50\u{a0}€", "12.50 EUR"),
            ("€18", "18.00 EUR"),
            ("£18.99", "18.99 GBP"),
            ("18 euros", "18.00 EUR"),
            ("1 990,00 EUR", "1990.00 EUR"),
            ("1\u{202f}234\u{a0}567,89 €", "1234567.89 EUR"),
            ("1.990,00 EUR", "1990.00 EUR"),
            ("1'990.00 CHF", "1990.00 CHF"),
            ("15 000 XOF", "15000 XOF"),
        ] {
            assert_eq!(mended(written).as_deref(), Some(meant), "{written}");
        }
        for written in [
            "12,50",
            "-5 EUR",
            "1,990 EUR",
            "1.990 EUR",
            "19 90,00 EUR",
            "1990 000 EUR",
            "12,50 EUR / an",
            "EUR 5 €",
            "EUR",
            "",
            ", EUR",
            "1,50 JPY",
            "99999999999999999999 EUR",
        ] {
            assert_eq!(mended(written), None, "{written}");
        }
    }
}
