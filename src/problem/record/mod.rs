//! Faults in the records: exercises, acknowledgements, incidents, and what machines saw.

use crate::diagnostic::{Code, Severity, explanation};

/// A record whose file is named for another day.
pub(crate) static DATE_DIFFERS: Code =
    Code { name: "record/date-differs", default_severity: Severity::Error, explanation: explanation!("date_differs") };

/// An exercise that did not simply pass, and found nothing.
pub(crate) static FOUND_NOTHING: Code = Code {
    name: "record/found-nothing",
    default_severity: Severity::Warning,
    explanation: explanation!("found_nothing"),
};

/// Moments of an incident that cannot follow each other so.
pub(crate) static IMPOSSIBLE_ORDER: Code = Code {
    name: "record/impossible-order",
    default_severity: Severity::Error,
    explanation: explanation!("impossible_order"),
};

/// An observation of a thing that has several of what was seen, which does not say of which.
pub(crate) static NOT_SAID_OF_WHAT: Code = Code {
    name: "record/not-said-of-what",
    default_severity: Severity::Error,
    explanation: explanation!("not_said_of_what"),
};

/// An acknowledgement that says too little back. Only the reader can say more, so it blocks nothing.
pub(crate) static SHORT_READBACK: Code = Code {
    name: "record/short-readback",
    default_severity: Severity::Readiness,
    explanation: explanation!("short_readback"),
};

/// A file among the records that is none.
pub(crate) static UNKNOWN_FILE: Code = Code {
    name: "record/unknown-file",
    default_severity: Severity::Warning,
    explanation: explanation!("unknown_file"),
};

/// An observation of a day or a share that is none.
pub(crate) static UNREADABLE_VALUE: Code = Code {
    name: "record/unreadable-value",
    default_severity: Severity::Error,
    explanation: explanation!("unreadable_value"),
};

/// The codes of this group, by name.
pub(super) static CODES: &[&Code] = &[
    &DATE_DIFFERS,
    &FOUND_NOTHING,
    &IMPOSSIBLE_ORDER,
    &NOT_SAID_OF_WHAT,
    &SHORT_READBACK,
    &UNKNOWN_FILE,
    &UNREADABLE_VALUE,
];
