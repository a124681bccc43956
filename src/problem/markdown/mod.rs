//! Faults in the Markdown of a page.

use crate::diagnostic::{Code, Severity, explanation};

/// Two things with one id.
pub(crate) static DUPLICATE_ID: Code = Code {
    name: "markdown/duplicate-id",
    default_severity: Severity::Error,
    explanation: explanation!("duplicate_id"),
};

/// A shortcode of Hugo, shown as text.
pub(crate) static SHORTCODE: Code =
    Code { name: "markdown/shortcode", default_severity: Severity::Info, explanation: explanation!("shortcode") };

/// A fence that was not closed and swallows headings.
pub(crate) static UNCLOSED_FENCE: Code = Code {
    name: "markdown/unclosed-fence",
    default_severity: Severity::Error,
    explanation: explanation!("unclosed_fence"),
};

/// A reference link whose label is defined nowhere.
pub(crate) static UNDEFINED_LINK: Code = Code {
    name: "markdown/undefined-link",
    default_severity: Severity::Warning,
    explanation: explanation!("undefined_link"),
};

/// An effect of a command that is none of the three.
pub(crate) static UNKNOWN_EFFECT: Code = Code {
    name: "markdown/unknown-effect",
    default_severity: Severity::Error,
    explanation: explanation!("unknown_effect"),
};

/// Languages of code blocks that are not highlighted.
pub(crate) static UNKNOWN_LANGUAGE: Code = Code {
    name: "markdown/unknown-language",
    default_severity: Severity::Info,
    explanation: explanation!("unknown_language"),
};

/// The codes of this group, by name.
pub(super) static CODES: &[&Code] =
    &[&DUPLICATE_ID, &SHORTCODE, &UNCLOSED_FENCE, &UNDEFINED_LINK, &UNKNOWN_EFFECT, &UNKNOWN_LANGUAGE];
