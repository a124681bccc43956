//! An exception that nothing needs hides what comes later.

use super::super::{Check, Stage};
use crate::diagnostic::{Code, Severity, explanation};

/// Told when findings are settled, where it is known which waivers were needed.
pub(in crate::check) static UNUSED: Check = Check {
    code: Code { name: "waiver/unused", default_severity: Severity::Warning, explanation: explanation!("unused") },
    stage: Stage::Settling,
};
