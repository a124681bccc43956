//! Ways to reach somebody, as addresses that one touch opens; and until when somebody is there.

use jiff::civil::Date;

use crate::catalog::partner::Bond;
use crate::catalog::person::Person;
use crate::diagnostic::message;
use crate::names::EntityRef;
use crate::scalar::ContactAddress;

use super::here::Here;
use super::value::ValueView;

/// The fewest digits that make a number in the midst of words one to call.
const FEWEST_DIGITS: usize = 8;

/// Returns the address that opens a channel, by the word of its type (RFC 3966 for `tel`, RFC 6068 for `mailto`). None where
/// there is nothing to open but something to copy, such as a user name.
pub(super) fn address(channel: &str, value: &str) -> Option<String> {
    match channel {
        "phone" => Some(format!("tel:{}", dialled(value))),
        "email" => Some(format!("mailto:{value}")),
        // Signal opens its links for numbers in their international form alone.
        "signal" if value.starts_with('+') => Some(format!("https://signal.me/#p/{}", dialled(value))),
        "matrix" if value.starts_with('@') => Some(format!("https://matrix.to/#/{value}")),
        _ => None,
    }
}

/// Returns the address that starts a text message, where the channel is a number (RFC 5724).
pub(super) fn text_message(channel: &str, number: &str) -> Option<String> {
    (channel == "phone").then(|| format!("sms:{}", dialled(number)))
}

/// Says that somebody leaves, and when; nothing of those who stay.
pub(super) fn leaves(here: &Here<'_>, person: &Person) -> Option<String> {
    let until = person.until.as_ref()?;
    Some(here.words().say(&message!("site-leaves-on", date = here.date(until.0))))
}

/// Says what one has to know before anything else of a partner: that nothing is agreed with it, or until when. The day stands there before it
/// as after it, since a page does not know when it is read.
pub(super) fn bond(here: &Here<'_>, partner: &EntityRef) -> Option<String> {
    let words = here.words();
    let EntityRef::Partner(id) = partner else { return None };
    let partner = here.kb().catalog.partners.get(id)?;
    match partner.bond(Date::MIN) {
        Bond::Intention => Some(words.word("site-only-intention")),
        Bond::Agreed | Bond::Ended(_) => {
            let end = partner.ends_on.as_ref()?;
            Some(words.say(&message!("partner-until", date = here.date(end.0))))
        }
    }
}

/// Shows words that may start with a number or an address to reach somebody by: `01 99 00 44 00, day and night`.
pub(super) fn in_words(here: &Here<'_>, written: &str) -> ValueView {
    // Addresses may hold commas: the whole text first.
    if let Some(address) = reach(written) {
        return ValueView::link(address, written);
    }
    let (head, rest) = written.split_once([',', ';']).unwrap_or((written, ""));
    match reach(head) {
        Some(address) => ValueView::row([ValueView::link(address, head.trim()), ValueView::prose(here, rest.trim())]),
        None => ValueView::prose(here, written),
    }
}

/// Returns the address behind a number, a mail address or an address to open, if the text is one.
fn reach(written: &str) -> Option<String> {
    let written = written.trim();
    let is_number = written.starts_with(['+', '0', '('])
        && written.chars().all(|letter| letter.is_ascii_digit() || "+ .-()/\u{a0}\u{202f}".contains(letter))
        && written.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS;
    if is_number {
        return address("phone", written);
    }
    written.parse::<ContactAddress>().ok().map(|contact| contact.to_url().to_string())
}

/// Returns what is dialled of a number: blanks, dots and brackets are for the eye, and so is the `(0)` of an international one.
fn dialled(number: &str) -> String {
    let plain = if number.trim_start().starts_with('+') { number.replacen("(0)", "", 1) } else { number.to_owned() };
    plain.chars().filter(|letter| letter.is_ascii_digit() || matches!(letter, '+' | '*' | '#')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_dialled_without_what_is_for_the_eye() {
        assert_eq!(address("phone", "+33 (0)6 39.98-01 10").as_deref(), Some("tel:+33639980110"));
        assert_eq!(text_message("phone", "06 39 98 01 10").as_deref(), Some("sms:0639980110"));
        assert_eq!(address("signal", "06 39 98 01 10"), None);
        assert_eq!(address("matrix", "@ada:example.org").as_deref(), Some("https://matrix.to/#/@ada:example.org"));
        assert_eq!(address("post", "1 rue du Port"), None);
    }

    #[test]
    fn what_words_start_with_is_reached_and_a_year_is_no_number() {
        assert_eq!(reach("01 99 00 44 00").as_deref(), Some("tel:0199004400"));
        assert_eq!(reach("ada@example.org").as_deref(), Some("mailto:ada@example.org"));
        assert_eq!(reach("https://example.org/a,b").as_deref(), Some("https://example.org/a,b"));
        assert_eq!(reach("2026-11-22"), None);
        assert_eq!(reach("24/7"), None);
        assert_eq!(reach("Ticket"), None);
    }
}
