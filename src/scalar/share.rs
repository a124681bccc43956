//! Small shares of a whole, as those who measure them write them.

use std::fmt;
use std::str::FromStr;

use crate::diagnostic::Argument;

/// A share in thousandths of a hundredth: `0.08` and `0.08 %` are 80. From nothing to the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u32);

/// The text is no share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text is no share in percent")]
pub struct NoShare;

impl Share {
    /// How many there are in a hundredth.
    const IN_PERCENT: u32 = 1000;

    /// Returns the share of so many thousandths of a hundredth.
    #[must_use]
    pub const fn thousandths(count: u32) -> Self {
        Self(count)
    }
}

impl FromStr for Share {
    type Err = NoShare;

    fn from_str(text: &str) -> Result<Self, NoShare> {
        let number = text.trim().trim_end_matches('%').trim_end();
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || !is_digits(whole) || part.len() > 3 || !is_digits(part) {
            return Err(NoShare);
        }
        let whole: u32 = whole.parse().map_err(|_| NoShare)?;
        let part: u32 = format!("{part:0<3}").parse().map_err(|_| NoShare)?;
        let share = whole * Self::IN_PERCENT + part;
        (share <= 100 * Self::IN_PERCENT).then_some(Self(share)).ok_or(NoShare)
    }
}

impl From<Share> for Argument {
    fn from(share: Share) -> Self {
        Self::Decimal(share.to_string())
    }
}

impl fmt::Display for Share {
    /// In percent, without the sign: `0.08`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = format!("{}.{:03}", self.0 / Self::IN_PERCENT, self.0 % Self::IN_PERCENT);
        formatter.write_str(written.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_a_number_of_hundredths_from_nothing_to_the_whole() {
        let read = |text: &str| text.parse::<Share>().ok().map(|share| share.to_string());
        for (written, said) in [("0.08", "0.08"), ("0.3%", "0.3"), ("0.300 %", "0.3"), ("12", "12"), ("100", "100")] {
            assert_eq!(read(written).as_deref(), Some(said));
        }
        for written in ["", "%", ".1", "-1", "1e3", "100.001", "0.0001", "1,5", "NaN", "٣"] {
            assert_eq!(read(written), None, "{written}");
        }
        assert!("0.29".parse::<Share>().unwrap() < Share::thousandths(300));
    }
}
