//! What a build can make.

pub mod export;
pub mod site;

use std::collections::BTreeSet;

use crate::bundle::{Sink, SitePath};
use crate::chronicle::Chronicle;
use crate::diagnostic::{Code, Diagnostic, Waived};
use crate::history::{Archive, NoArchive, Revision};
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
    /// The problems that somebody accepted for a time.
    pub waived: &'a [Waived],
    /// Every kind of problem that can be found, by name.
    pub rules: &'a [&'static Code],
    /// Whether errors are published all the same: dead references are shown as such, secrets masked, and a banner says so.
    pub draft: bool,
    /// What files held in the past.
    pub archive: &'a dyn Archive,
    /// What changed lately; empty where that is not known, and for versions of the project.
    pub chronicle: &'a Chronicle,
    /// Which version of the project this is; nothing for the project as it is now.
    pub version: Option<&'a Version>,
    /// The versions that stand beside the site, the newest first.
    pub versions: &'a [KeptVersion],
    /// What paints code; it may remember what it painted for an earlier build.
    pub highlighter: &'a Highlighter,
}

/// Nothing is known of the past.
static NOTHING_CHANGED: Chronicle = Chronicle { days: Vec::new(), is_cut: false };

impl<'a> OutputContext<'a> {
    /// What is made of what is known alone: nothing is judged, and nothing told of the past. Whoever knows more says so in the fields.
    #[must_use]
    pub fn of(snapshot: &'a Snapshot, kb: &'a KnowledgeBase, highlighter: &'a Highlighter) -> Self {
        Self {
            snapshot,
            kb,
            findings: &[],
            waived: &[],
            rules: &[],
            draft: false,
            archive: &NoArchive,
            chronicle: &NOTHING_CHANGED,
            version: None,
            versions: &[],
            highlighter,
        }
    }
}

/// An earlier state of the project that somebody gave a name. It is a site of its own, below that of now: without search, history,
/// and versions of its own.
#[derive(Clone, Debug)]
pub struct Version {
    /// The name: that of the tag.
    pub name: String,
    /// What was said when it was marked.
    pub note: Option<String>,
    /// The commit.
    pub revision: Revision,
    /// The folder of its site in that of now.
    pub folder: SitePath,
}

/// A version that stands beside the site of now.
#[derive(Clone, Debug)]
pub struct KeptVersion {
    /// Which one.
    pub version: Version,
    /// The addresses of its pages below its folder.
    pub pages: BTreeSet<SitePath>,
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
pub static OUTPUTS: &[&Output] = &[&site::SITE, &export::EXPORT];

/// Every problem that outputs report.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    site::CODES.iter().copied()
}
