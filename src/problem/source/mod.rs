//! Files that cannot be read as they are.

use crate::diagnostic::{Code, Severity, explanation};

/// A file whose name no path of a project can have.
pub(crate) static BAD_NAME: Code =
    Code { name: "source/bad-name", default_severity: Severity::Warning, explanation: explanation!("bad_name") };

/// A link that leads round in a circle.
pub(crate) static LINK_CYCLE: Code =
    Code { name: "source/link-cycle", default_severity: Severity::Warning, explanation: explanation!("link_cycle") };

/// A link that leads to nothing.
pub(crate) static LINK_DANGLING: Code = Code {
    name: "source/link-dangling",
    default_severity: Severity::Warning,
    explanation: explanation!("link_dangling"),
};

/// A link that leads out of what may be published.
pub(crate) static LINK_OUTSIDE: Code = Code {
    name: "source/link-outside",
    default_severity: Severity::Warning,
    explanation: explanation!("link_outside"),
};

/// A text that is not UTF-8.
pub(crate) static NOT_UTF8: Code =
    Code { name: "source/not-utf8", default_severity: Severity::Warning, explanation: explanation!("not_utf8") };

/// A FIFO, a device, or a socket.
pub(crate) static SPECIAL_FILE: Code = Code {
    name: "source/special-file",
    default_severity: Severity::Warning,
    explanation: explanation!("special_file"),
};

/// A text too long to be read; an error where it is YAML.
pub(crate) static TOO_LARGE: Code =
    Code { name: "source/too-large", default_severity: Severity::Warning, explanation: explanation!("too_large") };

/// A file or folder that the system does not let us read.
pub(crate) static UNREADABLE: Code =
    Code { name: "source/unreadable", default_severity: Severity::Error, explanation: explanation!("unreadable") };

/// The codes of this group, by name.
pub(super) static CODES: &[&Code] =
    &[&BAD_NAME, &LINK_CYCLE, &LINK_DANGLING, &LINK_OUTSIDE, &NOT_UTF8, &SPECIAL_FILE, &TOO_LARGE, &UNREADABLE];
