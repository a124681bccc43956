//! Amounts of money as the language of a page writes them.

use crate::diagnostic::message;
use crate::scalar::Money;
use crate::words::Words;

/// Writes an amount: `2 038,00 €`, `€2,038.00`. Neither is ever broken over two lines.
pub(super) fn amount(words: &Words, money: Money) -> String {
    let (whole, behind) = money.digits();
    let mut written = grouped(&whole, &words.word("money-thousands"));
    if !behind.is_empty() {
        written = format!("{written}{}{behind}", words.word("site-decimal-sign"));
    }
    let written = words.say(&message!("money-amount", currency = money.currency.as_str(), amount = written));
    if money.minor < 0 { words.say(&message!("money-negative", amount = written)) } else { written }
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
    use crate::scalar::Currency;
    use crate::words::Language;

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
