//! Times at which cron starts something, as far as they say how often.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::Duration;

/// The first of the days that are looked at.
const FIRST: Date = date(2024, 1, 1);
/// Eight years: the 29th of February stands in them twice.
const DAYS: u64 = 8 * 365 + 2;
/// The minutes of a day.
const MINUTES: u64 = 24 * 60;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS: [&str; 7] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/// Returns the longest time between two starts of `30 2 * * *` or `@daily`; nothing of what is no such expression, or starts nothing.
#[must_use]
pub fn longest_gap(expression: &str) -> Option<Duration> {
    let expression = match expression.trim() {
        "@hourly" => "0 * * * *",
        "@daily" | "@midnight" => "0 0 * * *",
        "@weekly" => "0 0 * * 0",
        "@monthly" => "0 0 1 * *",
        "@yearly" | "@annually" => "0 0 1 1 *",
        other => other,
    };
    let fields: Vec<&str> = expression.split_whitespace().collect();
    let [minute, hour, day, month, weekday] = fields[..] else { return None };
    let minutes = numbers(minute, 0, 59, &[])?;
    let hours = numbers(hour, 0, 23, &[])?;
    let days = Days {
        days: numbers(day, 1, 31, &[])?,
        months: numbers(month, 1, 12, &MONTHS)?,
        weekdays: numbers(weekday, 0, 7, &WEEKDAYS)?,
        // Where both are restricted, cron starts on either.
        either: !day.starts_with('*') && !weekday.starts_with('*'),
    };
    let times: Vec<u64> = hours.iter().flat_map(|hour| minutes.iter().map(move |minute| hour * 60 + minute)).collect();
    let (first, last) = (*times.first()?, *times.last()?);
    let within = times.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0);
    // Most of them start on every day.
    let apart = if days.are_all() { 1 } else { days.farthest_apart()? };
    let across = apart * MINUTES + first - last;
    Some(Duration::of_minutes(within.max(across)))
}

/// On which days it starts.
struct Days {
    days: Vec<u64>,
    months: Vec<u64>,
    weekdays: Vec<u64>,
    either: bool,
}

impl Days {
    fn are_all(&self) -> bool {
        self.days.len() == 31 && self.months.len() == 12 && self.weekdays.len() >= 7
    }

    /// Returns the most days from one to the next.
    fn farthest_apart(&self) -> Option<u64> {
        let days = FIRST.series(1.day()).zip(0_u64..DAYS);
        let starts: Vec<u64> = days.filter(|(day, _)| self.hold(*day)).map(|(_, number)| number).collect();
        starts.windows(2).map(|pair| pair[1] - pair[0]).max()
    }

    fn hold(&self, day: Date) -> bool {
        let has = |numbers: &[u64], number: i8| u64::try_from(number).is_ok_and(|number| numbers.contains(&number));
        let weekday = day.weekday().to_sunday_zero_offset();
        let on_day = has(&self.days, day.day());
        // Seven is Sunday, too.
        let on_weekday = has(&self.weekdays, weekday) || weekday == 0 && self.weekdays.contains(&7);
        has(&self.months, day.month()) && if self.either { on_day || on_weekday } else { on_day && on_weekday }
    }
}

/// Returns the numbers that a field allows, in order: `*`, `*/4`, `8-18`, `8-18/2`, `1,15`, `mon-fri`.
fn numbers(field: &str, least: u64, most: u64, names: &[&str]) -> Option<Vec<u64>> {
    let number = |written: &str| {
        let named = names.iter().position(|name| written.to_lowercase().starts_with(name));
        let named = named.and_then(|index| u64::try_from(index).ok()).map(|index| index + least);
        named.or_else(|| written.parse().ok()).filter(|number| (least..=most).contains(number))
    };
    let mut allowed = Vec::new();
    for part in field.split(',') {
        let (range, step) = part.split_once('/').map_or((part, None), |(range, step)| (range, Some(step)));
        let step: u64 = step.map_or(Some(1), |step| step.parse().ok().filter(|step| *step > 0))?;
        let (from, to) = match range.split_once('-') {
            _ if range == "*" => (least, most),
            Some((from, to)) => (number(from)?, number(to)?),
            // `5/15` goes on to the end.
            None if part.contains('/') => (number(range)?, most),
            None => (number(range)?, number(range)?),
        };
        let mut next = from;
        while next <= to {
            allowed.push(next);
            next = next.saturating_add(step);
        }
    }
    allowed.sort_unstable();
    allowed.dedup();
    (!allowed.is_empty()).then_some(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gap(expression: &str) -> Option<String> {
        longest_gap(expression).map(|gap| gap.to_string())
    }

    #[test]
    fn the_longest_time_between_two_starts_is_found() {
        let cases = [
            ("30 2 * * *", "1d"),
            ("@daily", "1d"),
            ("@hourly", "1h"),
            ("*/15 * * * *", "15m"),
            ("0 */4 * * *", "4h"),
            ("0 8-18 * * *", "14h"),
            ("0 3 * * 0", "7d"),
            ("0 3 * * 7", "7d"),
            ("0 3 * * mon-fri", "3d"),
            ("0 3 * * MON,THU", "4d"),
            ("0 3 1 * *", "31d"),
            ("0 3 1 jan *", "366d"),
            ("0 3 29 2 *", "1461d"),
            // On the first, and on Mondays.
            ("0 3 1 * 1", "7d"),
            ("0 0/18446744073709551615 * * *", "1d"),
        ];
        for (expression, expected) in cases {
            assert_eq!(gap(expression).as_deref(), Some(expected), "{expression}");
        }
    }

    #[test]
    fn what_is_no_such_expression_says_nothing() {
        for written in
            ["", "every night", "0 25 * * *", "0 3 * *", "*/0 * * * *", "0 3 31 2 *", "@reboot", "5-1 * * * *"]
        {
            assert_eq!(gap(written), None, "{written}");
        }
    }
}
