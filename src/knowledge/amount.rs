//! Amounts of money as a language writes them.

use crate::catalog::fact::{Fact, Value};
use crate::diagnostic::message;
use crate::scalar::{Money, Unit};
use crate::words::Words;

/// Writes an amount: `2 038,00 €`, `€2,038.00`. Neither is ever broken over two lines.
pub(crate) fn amount(words: &Words, money: Money) -> String {
    let (whole, behind) = money.digits();
    let mut written = grouped(&whole, &words.word("money-thousands"));
    if !behind.is_empty() {
        written = format!("{written}{}{behind}", words.word("site-decimal-sign"));
    }
    let written = words.say(&message!("money-amount", currency = money.currency.as_str(), amount = written));
    if money.minor < 0 { words.say(&message!("money-negative", amount = written)) } else { written }
}

/// Says an amount with how often it is paid, `70,00 € par mois`; nothing where one of the two is not known.
pub(crate) fn rate(words: &Words, money: &Value, every: &Value) -> Option<String> {
    let Value::Money(money) = money else { return None };
    let amount = amount(words, *money);
    let word = match every {
        Value::Word { set: "every", word } => *word,
        // Once in one year is once a year.
        Value::Duration(length) if length.count() == 1 => match length.unit() {
            Unit::Minutes => "minute",
            Unit::Hours => "hour",
            Unit::Days => "day",
            Unit::Weeks => "week",
            Unit::Months => "month",
            Unit::Years => "year",
        },
        Value::Duration(length) => {
            let said = words.say(&length.message());
            let each = message!("price-each", amount = amount, length = said, unit = length.unit().suffix());
            return Some(words.say(&each));
        }
        _ => return None,
    };
    Some(words.say(&message!("price-every", amount = amount, every = word)))
}

/// Says a field and the one after it as a price, where they are one.
pub(crate) fn price_of(words: &Words, fact: &Fact, next: Option<&Fact>) -> Option<String> {
    let next = next.filter(|next| (fact.name, next.name) == ("amount", "every"))?;
    rate(words, &fact.value, &next.value)
}

/// Writes a whole number: `5 000`, `5,000`.
pub(crate) fn whole(words: &Words, number: u32) -> String {
    grouped(&number.to_string(), &words.word("money-thousands"))
}

/// Sets a sign between the thousands.
fn grouped(digits: &str, sign: &str) -> String {
    let mut grouped = String::new();
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push_str(sign);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::facts::ToValue as _;
    use crate::scalar::{Currency, Every};
    use crate::words::Language;

    #[test]
    fn how_often_an_amount_is_paid_stands_with_it() {
        let said = |language: &Language, every: &str| {
            let money = Value::Money(Money { minor: 3600, currency: Currency::new("EUR").unwrap() });
            rate(&Words::load(language), &money, &every.parse::<Every>().unwrap().to_value()?)
        };
        let french = |every: &str| said(&Language::FRENCH, every).unwrap();
        assert_eq!(french("month"), "36,00\u{a0}€ par mois");
        assert_eq!(french("1y"), "36,00\u{a0}€ par an");
        assert_eq!(french("2y"), "36,00\u{a0}€ tous les 2 ans");
        assert_eq!(french("2w"), "36,00\u{a0}€ toutes les 2 semaines");
        assert_eq!(said(&Language::ENGLISH, "2y").unwrap(), "€36.00 every 2 years");
        assert_eq!(said(&Language::ENGLISH, "quarter").unwrap(), "€36.00 a quarter");
    }

    #[test]
    fn each_language_has_its_way_to_write_an_amount() {
        let said = |language: &Language, minor, code: &str| {
            amount(&Words::load(language), Money { minor, currency: Currency::new(code).unwrap() })
        };
        let french = |minor, code: &str| said(&Language::FRENCH, minor, code);
        assert_eq!(french(203_800, "EUR"), "2\u{202f}038,00\u{a0}€");
        assert_eq!(french(-2800, "EUR"), "−28,00\u{a0}€");
        assert_eq!(french(1_234_567_890, "JPY"), "1\u{202f}234\u{202f}567\u{202f}890\u{a0}JPY");
        assert_eq!(french(1250, "KWD"), "1,250\u{a0}KWD");
        let english = |minor, code: &str| said(&Language::ENGLISH, minor, code);
        assert_eq!(english(203_800, "EUR"), "€2,038.00");
        assert_eq!(english(-2800, "EUR"), "−€28.00");
        assert_eq!(english(99_900, "CHF"), "CHF\u{a0}999.00");
        assert_eq!(english(0, "GBP"), "£0.00");
    }
}
