//! What a project may do about a rule: how far its weight may be changed, and whether a finding of it may be accepted.
//!
//! A rule about the rules that can be switched off is none: those of `config` and `waiver` stay as they are. What publishes a secret, or
//! shows to all what is for some, cannot be taken back by anybody, so it is said whatever was configured, and nobody can accept it. Other
//! errors may become warnings, as they are in a folder of documents, so that a project can be taken over step by step. A readiness gap
//! never becomes an error: no edit of a file repairs it, and it must not keep a site from being published.

use crate::diagnostic::{Code, Severity};

/// Groups whose rules keep their weight.
const FIXED: [&str; 2] = ["config", "waiver"];
/// Groups whose findings are always said.
const ALWAYS_SAID: [&str; 2] = ["audience", "secret"];

/// Why a rule cannot have the weight that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It keeps its own.
    Fixed,
    /// It weighs at least as much as a warning.
    AtLeastWarning,
    /// It is about the world, and never blocks.
    NeverBlocks,
}

/// Whether a rule may have a weight, nothing being off.
pub(super) fn may_weigh(code: &Code, wanted: Option<Severity>) -> Result<(), Refusal> {
    let group = group(code);
    if FIXED.contains(&group) {
        return Err(Refusal::Fixed);
    }
    if code.default_severity == Severity::Readiness && wanted == Some(Severity::Error) {
        return Err(Refusal::NeverBlocks);
    }
    let must_be_said = ALWAYS_SAID.contains(&group) || code.default_severity == Severity::Error;
    if must_be_said && !matches!(wanted, Some(Severity::Error | Severity::Readiness | Severity::Warning)) {
        return Err(Refusal::AtLeastWarning);
    }
    Ok(())
}

/// Whether a finding of a rule may be accepted for a time.
pub(super) fn may_be_waived(code: &Code) -> bool {
    let group = group(code);
    !FIXED.contains(&group) && !ALWAYS_SAID.contains(&group)
}

fn group(code: &Code) -> &'static str {
    code.name.split('/').next().unwrap_or_default()
}
