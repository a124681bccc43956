//! Calendar days.

use std::str::FromStr;

use jiff::civil::Date;

use super::format::{Format, Malformed, scalar};

/// A calendar day as it stands in a file: ISO 8601, `2026-11-22`, and in no other form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub Date);

impl FromStr for Day {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        parse(text).map(Self).ok_or(Malformed(Format::Date))
    }
}

/// Stricter than jiff, which also takes times, week dates and dates without hyphens: a day must read the same to everybody.
fn parse(text: &str) -> Option<Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits
            .iter()
            .try_fold(0_i16, |number, digit| digit.is_ascii_digit().then(|| number * 10 + i16::from(digit - b'0')))
    };
    let small = |digits| i8::try_from(number(digits)?).ok();
    Date::new(number(&[y1, y2, y3, y4])?, small(&[m1, m2])?, small(&[d1, d2])?).ok()
}

scalar!(Day, Date);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_iso_dates_are_days() {
        assert_eq!("2026-11-22".parse(), Ok(Day(Date::constant(2026, 11, 22))));
        assert!("2024-02-29".parse::<Day>().is_ok());
        for written in
            ["2026-02-29", "2026-13-01", "22/11/2026", "20261122", "2026-1-2", "2026-11-22T00:00", "", "9999-99-99"]
        {
            assert_eq!(written.parse::<Day>(), Err(Malformed(Format::Date)), "{written}");
        }
    }
}
