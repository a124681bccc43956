//! Findings as GitLab's report of code quality: a subset of Code Climate's, shown beside a merge request.

use serde::Serialize;

use super::excerpt::Excerpts;
use super::json::escape;
use super::report::{Fingerprints, PROJECT, paragraph, region};
use super::{Report, Severity};
use crate::words::{Language, Words};

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// Returns a list of issues. What is accepted for a time is left out: the format has no word for it.
#[must_use]
pub fn report(report: &Report<'_>) -> String {
    let words = Words::load(&Language::ENGLISH);
    let mut excerpts = Excerpts::new(report.snapshot);
    let mut fingerprints = Fingerprints::default();
    let issues: Vec<Issue> = report
        .findings
        .iter()
        .map(|finding| {
            let (path, region) = region(&finding.subject, &mut excerpts);
            let severity = match finding.severity {
                Severity::Error => "critical",
                Severity::Readiness => "major",
                Severity::Warning => "minor",
                Severity::Info => "info",
            };
            Issue {
                description: paragraph(finding, &words),
                check_name: finding.code.name,
                fingerprint: fingerprints.next(finding, path.as_deref(), &words),
                severity,
                location: Location {
                    path: path.unwrap_or_else(|| PROJECT.to_owned()),
                    lines: Lines { begin: region.map_or(1, |region| region.line) },
                },
            }
        })
        .collect();
    // Nothing in it can fail to be JSON: its keys are text and its numbers whole.
    escape(&serde_json::to_string_pretty(&issues).unwrap_or_default()) + "\n"
}
