//! What can be wrong with the site as a whole: addresses that two pages want, templates that fail.

use crate::diagnostic::{Code, Severity, explanation};

/// A user's page has the address of one of ours.
pub(super) static ADDRESS_TAKEN: Code = Code {
    name: "site/address-taken",
    default_severity: Severity::Warning,
    explanation: explanation!("address_taken"),
};

/// Two pages of the user would have one address.
pub(super) static ADDRESS_SHARED: Code = Code {
    name: "site/address-shared",
    default_severity: Severity::Warning,
    explanation: explanation!("address_shared"),
};

/// A template of the project's theme does not parse or does not render.
pub(super) static BAD_TEMPLATE: Code =
    Code { name: "theme/bad-template", default_severity: Severity::Error, explanation: explanation!("bad_template") };

/// The project's templates were made for another version of what templates see.
pub(super) static OTHER_CONTEXT: Code = Code {
    name: "theme/other-context",
    default_severity: Severity::Warning,
    explanation: explanation!("other_context"),
};

/// The codes of the site, by name.
pub(crate) static CODES: &[&Code] = &[&ADDRESS_SHARED, &ADDRESS_TAKEN, &BAD_TEMPLATE, &OTHER_CONTEXT];
