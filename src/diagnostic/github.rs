//! Findings as commands of a GitHub workflow: printed in a job, they stand beside the lines of a pull request.

use super::excerpt::Excerpts;
use super::report::{paragraph, region};
use super::{Diagnostic, Report, Severity};
use crate::words::{Language, Words};

/// Returns one command a line. What is accepted for a time is left out: there is no level below a notice.
#[must_use]
pub fn report(report: &Report<'_>) -> String {
    let words = Words::load(&Language::ENGLISH);
    let mut excerpts = Excerpts::new(report.snapshot);
    report.findings.iter().map(|finding| command(finding, &mut excerpts, &words)).collect()
}

fn command(finding: &Diagnostic, excerpts: &mut Excerpts<'_>, words: &Words) -> String {
    let name = match finding.severity {
        Severity::Error => "error",
        Severity::Readiness | Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let (path, region) = region(&finding.subject, excerpts);
    let mut properties = Vec::new();
    if let Some(path) = path {
        properties.push(format!("file={}", property(&path)));
    }
    if let Some(region) = region {
        properties.push(format!("line={},endLine={}", region.line, region.end_line));
        // Columns of a place over several lines are refused.
        if region.line == region.end_line {
            properties.push(format!("col={},endColumn={}", region.column, region.end_column));
        }
    }
    properties.push(format!("title={}", property(finding.code.name)));
    format!("::{name} {}::{}\n", properties.join(","), data(&paragraph(finding, words)))
}

/// Escapes the text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property, in which commas and colons have a meaning, too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
