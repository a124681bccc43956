//! Faults in YAML texts: inventory, records, front matter.

use crate::diagnostic::{Code, Severity, explanation};

/// Declares codes, each with its explanation beside this file.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $severity:ident, $stem:literal;)*) => {
        $(
            $(#[$doc])*
            pub(crate) static $name: Code = Code {
                name: $code,
                default_severity: Severity::$severity,
                explanation: explanation!($stem),
            };
        )*

        /// The codes of this group, by name.
        pub(super) static CODES: &[&Code] = &[$(&$name),*];
    };
}

codes! {
    /// Aliases that stand for far more text than there is.
    ALIAS_BOMB = "schema/alias-bomb", Error, "alias_bomb";
    /// A date that is none.
    BAD_DATE = "schema/bad-date", Error, "bad_date";
    /// A length of time that is none.
    BAD_DURATION = "schema/bad-duration", Error, "bad_duration";
    /// An id that cannot be one.
    BAD_ID = "schema/bad-id", Error, "bad_id";
    /// An amount of money that is none.
    BAD_MONEY = "schema/bad-money", Error, "bad_money";
    /// A value that its field does not take.
    BAD_VALUE = "schema/bad-value", Error, "bad_value";
    /// A text that is not the YAML that inventories use.
    BAD_YAML = "schema/bad-yaml", Error, "bad_yaml";
    /// Two things of one kind with one id.
    DUPLICATE_ID = "schema/duplicate-id", Error, "duplicate_id";
    /// A key that stands twice in one map.
    DUPLICATE_KEY = "schema/duplicate-key", Error, "duplicate_key";
    /// Front matter of another tool in a handover project.
    FOREIGN_FRONT_MATTER = "schema/foreign-front-matter", Info, "foreign_front_matter";
    /// A required field that is not there.
    MISSING_KEY = "schema/missing-key", Error, "missing_key";
    /// A field that is there and says nothing.
    NULL_VALUE = "schema/null-value", Error, "null_value";
    /// Lists and maps nested too deep.
    TOO_DEEP = "schema/too-deep", Error, "too_deep";
    /// A file too large to read.
    TOO_LARGE = "schema/too-large", Error, "too_large";
    /// Front matter without its closing line.
    UNCLOSED_FRONT_MATTER = "schema/unclosed-front-matter", Error, "unclosed_front_matter";
    /// A file in the inventory folder that is no inventory.
    UNKNOWN_FILE = "schema/unknown-file", Warning, "unknown_file";
    /// A key that no field has.
    UNKNOWN_KEY = "schema/unknown-key", Error, "unknown_key";
    /// A text where a list is wanted, and the like.
    WRONG_TYPE = "schema/wrong-type", Error, "wrong_type";
}
