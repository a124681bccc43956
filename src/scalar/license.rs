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
            // The name of a licence in words falls apart at its blanks: the whole of it tells more.
            let suggestion = meant(written).or_else(|| meant(part));
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
    let imprecise = imprecise_license_id(written).filter(|(_, length)| *length == written.len()).map(|(id, _)| id.name);
    let is_current = |name: &&str| license_id(name).is_some_and(|id| !id.is_deprecated());
    let names = || identifiers::LICENSES.iter().map(|license| license.name).filter(is_current);
    let folded = || names().find(|name| name.eq_ignore_ascii_case(written));
    imprecise.or_else(folded).or_else(|| suggest(written, names()))
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
        assert_eq!(misread("apache 2"), "apache: Apache-2.0");
        assert_eq!(misread("free, of course"), "free: -");
        assert_eq!(misread(""), ": -");
        assert_eq!(misread("(MIT"), "(: MIT");
    }
}
