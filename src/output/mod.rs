//! What a build can make.

pub mod site;

use crate::bundle::Sink;
use crate::diagnostic::{Code, Diagnostic};
use crate::history::Archive;
use crate::knowledge::KnowledgeBase;
use crate::markdown::highlight::Highlighter;
use crate::source::Snapshot;

/// What an output is made from.
pub struct OutputContext<'a> {
    /// The files that were read.
    pub snapshot: &'a Snapshot,
    /// All that is known.
    pub kb: &'a KnowledgeBase,
    /// The problems found, as they were judged for this project.
    pub findings: &'a [Diagnostic],
    /// Whether errors are published all the same: dead references are shown as such, secrets masked, and a banner says so.
    pub draft: bool,
    /// What files held in the past.
    pub archive: &'a dyn Archive,
    /// What paints code; it may remember what it painted for an earlier build.
    pub highlighter: &'a Highlighter,
}

/// Something that a build can make.
pub struct Output {
    /// Its name.
    pub name: &'static str,
    /// Makes its files, in parallel, and hands them to the sink one by one. Returns the problems met on the way, such as a
    /// template of the user's theme that does not parse.
    pub emit: fn(&OutputContext<'_>, &dyn Sink) -> Vec<Diagnostic>,
}

/// Every output.
pub static OUTPUTS: &[&Output] = &[&site::SITE];

/// Every problem that outputs report.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    site::CODES.iter().copied()
}
