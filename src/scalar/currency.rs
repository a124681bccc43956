//! Currencies.

use std::fmt;

/// A currency by its ISO 4217 code: three capital letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// The currencies whose unit is not divided into hundredths, by the number of decimals (ISO 4217, list one, of 2024).
const OTHER_DECIMALS: [(u32, &[&str]); 3] = [
    (
        0,
        &[
            "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
            "XOF", "XPF",
        ],
    ),
    (3, &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]),
    (4, &["CLF", "UYW"]),
];

impl Currency {
    /// Reads a code: three letters, capitals only.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self(letters))
    }

    /// Returns the code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Returns how many decimals an amount has (ISO 4217, "minor unit"): two, except for a few.
    #[must_use]
    pub fn decimals(self) -> u32 {
        let others = OTHER_DECIMALS.iter().find(|(_, codes)| codes.contains(&self.as_str()));
        others.map_or(2, |(decimals, _)| *decimals)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_is_three_capitals_and_knows_its_decimals() {
        let decimals = |code: &str| Currency::new(code).map(Currency::decimals);
        assert_eq!(["EUR", "JPY", "XOF", "KWD", "CLF"].map(decimals), [Some(2), Some(0), Some(0), Some(3), Some(4)]);
        assert_eq!(["eur", "EURO", "€", "EU", "ÉU"].map(decimals), [None; 5]);
    }
}
