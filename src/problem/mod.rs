//! Problems met while reading: the codes that the reading phases report.
//!
//! They are declared as the checks are (`check`), one group a folder, but lie below the phases that report them.

pub(crate) mod config;
pub(crate) mod history;
pub(crate) mod include;
pub(crate) mod markdown;
pub(crate) mod record;
pub(crate) mod reference;
#[cfg(test)]
pub(crate) mod report;
pub(crate) mod runbook;
pub(crate) mod schema;
pub(crate) mod source;

use crate::diagnostic::Code;

/// Every problem of reading, by group.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    let groups = [
        config::CODES,
        history::CODES,
        include::CODES,
        markdown::CODES,
        record::CODES,
        reference::CODES,
        runbook::CODES,
        schema::CODES,
        source::CODES,
    ];
    groups.into_iter().flatten().copied()
}
