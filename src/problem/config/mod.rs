//! Faults in `book.toml`.

use crate::diagnostic::{Code, Severity, explanation};

/// The codes of this group, by name.
pub(super) static CODES: &[&Code] = &[
    &BAD_TOML,
    &BAD_VALUE,
    &FOREIGN_KEY,
    &MISSING_FOLDER,
    &MISSING_KEY,
    &OUTSIDE,
    &UNKNOWN_KEY,
    &UNKNOWN_RULE,
    &WRONG_TYPE,
];

/// The file is not TOML.
pub(crate) static BAD_TOML: Code =
    Code { name: "config/bad-toml", default_severity: Severity::Error, explanation: explanation!("bad_toml") };

/// A value is none of those that the key takes.
pub(crate) static BAD_VALUE: Code =
    Code { name: "config/bad-value", default_severity: Severity::Error, explanation: explanation!("bad_value") };

/// Keys of others that have no effect here.
pub(crate) static FOREIGN_KEY: Code =
    Code { name: "config/foreign-key", default_severity: Severity::Info, explanation: explanation!("foreign_key") };

/// A folder that is named does not exist.
pub(crate) static MISSING_FOLDER: Code = Code {
    name: "config/missing-folder",
    default_severity: Severity::Error,
    explanation: explanation!("missing_folder"),
};

/// A key that must be there is not.
pub(crate) static MISSING_KEY: Code =
    Code { name: "config/missing-key", default_severity: Severity::Error, explanation: explanation!("missing_key") };

/// A path leads out of where it must stay.
pub(crate) static OUTSIDE: Code =
    Code { name: "config/outside", default_severity: Severity::Error, explanation: explanation!("outside") };

/// A key that does not exist.
pub(crate) static UNKNOWN_KEY: Code =
    Code { name: "config/unknown-key", default_severity: Severity::Error, explanation: explanation!("unknown_key") };

/// A rule that does not exist.
pub(crate) static UNKNOWN_RULE: Code = Code {
    name: "config/unknown-rule",
    default_severity: Severity::Warning,
    explanation: explanation!("unknown_rule"),
};

/// A value of the wrong type.
pub(crate) static WRONG_TYPE: Code =
    Code { name: "config/wrong-type", default_severity: Severity::Error, explanation: explanation!("wrong_type") };
