//! Licences: whether what an SPDX expression allows is free software.

use spdx::{
    AdditionItem, Expression, LicenseItem, LicenseReq, ParseMode, identifiers, imprecise_license_id, license_id,
};

use crate::names::suggest;

/// What cannot be read in an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// The part that is not understood, as written.
    pub part: String,
    /// The identifier that was probably meant.
    pub suggestion: Option<&'static str>,
}

/// Words that people write instead of a licence where there is none that they may use freely.
const PROPRIETARY: [&str; 5] = ["none", "proprietary", "propriétaire", "proprietaire", "commercial"];

/// As the specification has it, but for identifiers that the list has replaced since: `GPL-3.0` is what most people write.
const MODE: ParseMode = ParseMode {
    allow_slash_as_or_operator: false,
    allow_imprecise_license_names: false,
    allow_postfix_plus_on_gpl: true,
    allow_deprecated: true,
    allow_unknown: false,
};

/// Tells whether an SPDX expression gives the freedoms of free software (annex D of the specification, 2.3): of `OR` one may choose the
/// freer side, of `AND` both have to be kept. A licence is free when the Free Software Foundation or the Open Source Initiative say so,
/// by the list that the crate carries; one that somebody wrote themselves (`LicenseRef-…`) is not.
///
/// # Errors
///
/// Gives the part that is no licence, operator or bracket.
pub fn is_free(expression: &str) -> Result<bool, Misread> {
    let written = expression.trim();
    if PROPRIETARY.contains(&written.to_lowercase().as_str()) {
        return Ok(false);
    }
    match Expression::parse_mode(written, MODE) {
        Ok(expression) => Ok(expression.evaluate(is_free_alone)),
        Err(error) => {
            let part = written.get(error.span).map(str::trim).filter(|part| !part.is_empty()).unwrap_or(written);
            // The name of a licence in words falls apart at its blanks: the whole of it tells more, and a part of it too little.
            let is_joined = written.split_whitespace().any(|word| ["AND", "OR", "WITH"].contains(&word));
            let suggestion = meant(if is_joined { part } else { written });
            Err(Misread { part: part.to_owned(), suggestion })
        }
    }
}

fn is_free_alone(required: &LicenseReq) -> bool {
    let is_free = match &required.license {
        LicenseItem::Spdx { id, .. } => id.is_fsf_free_libre() || id.is_osi_approved(),
        LicenseItem::Other(_) => false,
    };
    // Exceptions of the list add permissions; of one that somebody wrote themselves nobody can tell.
    is_free && !matches!(required.addition, Some(AdditionItem::Other(_)))
}

/// Returns the identifier that was probably meant.
fn meant(written: &str) -> Option<&'static str> {
    let written = written.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '+');
    let is_current = |name: &&str| license_id(name).is_some_and(|id| !id.is_deprecated());
    let names = || identifiers::LICENSES.iter().map(|license| license.name).filter(is_current);
    if let Some(folded) = names().find(|name| name.eq_ignore_ascii_case(written)) {
        return Some(folded);
    }
    // The crate's table of names takes `GPL` for the second version. Whose version is not said is not guessed.
    match gnu(written) {
        Gnu::Known(name) => Some(name),
        Gnu::Unversioned => None,
        Gnu::Other => {
            let imprecise = imprecise_license_id(written).filter(|(_, length)| *length == written.len());
            imprecise.map(|(id, _)| id.name).or_else(|| suggest(written, names()))
        }
    }
}

/// A licence of the GNU project as people write it.
enum Gnu {
    /// This one.
    Known(&'static str),
    /// One of them, and nobody says which version.
    Unversioned,
    /// None of them, or misspelt.
    Other,
}

/// Reads `GPL v3`, `gnu agplv3+`, `LGPL 2.1 or later`.
fn gnu(written: &str) -> Gnu {
    let lower = written.to_lowercase();
    let rest = lower.strip_prefix("gnu ").unwrap_or(&lower);
    let family = ["agpl", "lgpl", "gpl"].into_iter().find_map(|family| Some((family, rest.strip_prefix(family)?)));
    let Some((family, rest)) = family else { return Gnu::Other };
    let digits = rest.trim_start_matches([' ', '-', 'v', '.']);
    let end = digits.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(digits.len());
    let (version, after) = digits.split_at(end);
    let version = version.trim_end_matches('.');
    if version.is_empty() {
        return if rest.trim().is_empty() { Gnu::Unversioned } else { Gnu::Other };
    }
    let minor = if version.contains('.') { "" } else { ".0" };
    let ending = match after.trim_matches([' ', '-']) {
        "" | "only" => "only",
        "+" | "or later" | "or-later" => "or-later",
        _ => return Gnu::Other,
    };
    let name = format!("{}-{version}{minor}-{ending}", family.to_uppercase());
    license_id(&name).map_or(Gnu::Other, |id| Gnu::Known(id.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_licences_one_chooses_the_freer_or_keeps_both() {
        for free in [
            "MIT",
            "AGPL-3.0-or-later",
            "GPL-3.0",
            "GPL-2.0+",
            "IPL-1.0 OR EPL-2.0",
            "MIT AND Apache-2.0",
            "BUSL-1.1 OR MIT",
            "(BUSL-1.1 OR MIT) AND ISC",
            "GPL-2.0-or-later WITH Classpath-exception-2.0",
        ] {
            assert_eq!(is_free(free), Ok(true), "{free}");
        }
        for other in [
            "SSPL-1.0",
            "BUSL-1.1",
            "LicenseRef-Google-Workspace",
            "MIT AND LicenseRef-x",
            "Proprietary",
            "propriétaire",
            "NONE",
            "MIT WITH AdditionRef-no-resale",
        ] {
            assert_eq!(is_free(other), Ok(false), "{other}");
        }
    }

    #[test]
    fn what_is_no_licence_is_told_with_what_was_meant() {
        let misread = |written: &str| {
            let Misread { part, suggestion } = is_free(written).unwrap_err();
            format!("{part}: {}", suggestion.unwrap_or("-"))
        };
        assert_eq!(misread("AGPL-3.0-or-latre"), "AGPL-3.0-or-latre: AGPL-3.0-or-later");
        assert_eq!(misread("MIT OR apache-2.0"), "apache-2.0: Apache-2.0");
        assert_eq!(misread("apache 2.0"), "apache: Apache-2.0");
        assert_eq!(misread("GPL v3 ("), "GPL: GPL-3.0-only");
        assert_eq!(misread("gnu agplv3+"), "gnu: AGPL-3.0-or-later");
        assert_eq!(misread("LGPL 2.1 or later"), "LGPL: LGPL-2.1-or-later");
        assert_eq!(misread("GPL"), "GPL: -");
        assert_eq!(misread("free, of course"), "free: -");
        assert_eq!(misread(""), ": -");
        assert_eq!(misread("(MIT"), "(: MIT");
    }
}
