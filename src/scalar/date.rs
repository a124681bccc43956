//! Calendar days.

use std::str::FromStr;

use jiff::civil::Date;

use super::format::{Format, Malformed, scalar};

/// A calendar day as it stands in a file: ISO 8601, `2026-11-22`, and in no other form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub Date);

/// Why a text is no day, where that can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDay {
    /// There is no month of this number.
    Month(u8),
    /// The month ends before the day.
    Short {
        /// The year.
        year: i16,
        /// The number of the month.
        month: u8,
        /// How many days it has.
        days: u8,
    },
    /// It is the day in another form.
    Form(Date),
}

impl Day {
    /// Returns why a text is no day: which part of `2027-02-30` is not there, or which day `31/01/2027` is. The day comes before the month,
    /// unless only the other way round is there such a day.
    #[must_use]
    pub fn fault(text: &str) -> Option<NoDay> {
        let text = text.trim();
        if let [Some(year @ 1000..), Some(month), Some(day)] = numbers(text, '-')
            && let Some(fault) = no_such_day(year, month, day)
        {
            return Some(fault);
        }
        let written = ['-', '/', '.'].into_iter().find_map(|mark| match numbers(text, mark) {
            [Some(first), Some(second), Some(third)] => Some((first, second, third)),
            _ => None,
        });
        let date = |year: i16, month: i16, day: i16| Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok();
        let (first, second, third) = written?;
        let found = match (first, third) {
            (1000.., _) => date(first, second, third),
            (_, 1000..) => date(third, second, first).or_else(|| date(third, first, second)),
            _ => None,
        };
        found.map(NoDay::Form)
    }
}

/// The three numbers between two marks; nothing for each where there are not three.
fn numbers(text: &str, mark: char) -> [Option<i16>; 3] {
    let mut parts = text.split(mark);
    let mut next = || {
        let part = parts.next().filter(|part| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        part.parse().ok()
    };
    let numbers = [next(), next(), next()];
    if parts.next().is_some() { [None; 3] } else { numbers }
}

/// Which part of a date is not there.
fn no_such_day(year: i16, month: i16, day: i16) -> Option<NoDay> {
    let first = i8::try_from(month).ok().and_then(|month| Date::new(year, month, 1).ok());
    let month = u8::try_from(month).ok()?;
    let Some(first) = first else { return Some(NoDay::Month(month)) };
    let days = u8::try_from(first.days_in_month()).ok()?;
    (day > i16::from(days)).then_some(NoDay::Short { year, month, days })
}

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

    #[test]
    fn what_is_wrong_with_a_day_is_told() {
        let short = |year, month, days| Some(NoDay::Short { year, month, days });
        let form = |year, month, day| Some(NoDay::Form(Date::constant(year, month, day)));
        assert_eq!(Day::fault("2027-02-30"), short(2027, 2, 28));
        assert_eq!(Day::fault("2028-02-30"), short(2028, 2, 29));
        assert_eq!(Day::fault("2027-04-31"), short(2027, 4, 30));
        assert_eq!(Day::fault("2027-13-31"), Some(NoDay::Month(13)));
        assert_eq!(Day::fault("2027-00-31"), Some(NoDay::Month(0)));
        for written in ["31/01/2027", "31.01.2027", "31-01-2027", "31-1-2027", "01/31/2027", "2027/01/31", "2027-1-31"]
        {
            assert_eq!(Day::fault(written), form(2027, 1, 31), "{written}");
        }
        assert_eq!(Day::fault("02/01/2027"), form(2027, 1, 2));
        for written in
            ["", "soon", "2027-01-00", "2027-01", "31/01/27", "31/13/2027", "1-2-3", "1/2/2027/4", "2027-02-"]
        {
            assert_eq!(Day::fault(written), None, "{written}");
        }
    }
}
