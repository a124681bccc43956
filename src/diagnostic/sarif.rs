//! Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines.
//!
//! Columns count UTF-16 code units, as the standard has it unless said otherwise; it is said all the same. Paths are relative to the
//! project's folder, `%SRCROOT%`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::excerpt::Excerpts;
use super::json::escape;
use super::report::{Fingerprints, PROJECT, paragraph, region, sentence, uri};
use super::{Code, Diagnostic, Report, Severity, Subject, Waived};
use crate::secret;
use crate::words::{Language, Words};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What the paths are relative to, by the name that code hosts know.
const ROOT: &str = "%SRCROOT%";

/// Returns the report as text, ending with a line end. Words are English; secrets are masked.
#[must_use]
pub fn report(report: &Report<'_>) -> String {
    let words = Words::load(&Language::ENGLISH);
    let found = report.findings.iter().chain(report.waived.iter().map(|waived| &waived.finding));
    let found: BTreeSet<&str> = found.map(|finding| finding.code.name).collect();
    // Only rules that something is said about: the explanations of all would be longer than most reports.
    let rules: Vec<&Code> = report.rules.iter().copied().filter(|rule| found.contains(rule.name)).collect();
    let places = rules.iter().enumerate().map(|(place, rule)| (rule.name, place)).collect();
    let mut writer =
        Writer { excerpts: Excerpts::new(report.snapshot), fingerprints: Fingerprints::default(), words, places };
    let mut results: Vec<Value> =
        report.findings.iter().map(|finding| Value::Object(writer.result(finding, None))).collect();
    results.extend(report.waived.iter().map(|waived| Value::Object(writer.result(&waived.finding, Some(waived)))));
    let sarif = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": env!("CARGO_PKG_NAME"),
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules.into_iter().map(rule).collect::<Vec<_>>(),
                },
            },
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    });
    // Nothing in it can fail to be JSON: its keys are text and its numbers whole.
    escape(&serde_json::to_string_pretty(&sarif).unwrap_or_default()) + "\n"
}

fn rule(code: &Code) -> Value {
    let text = code.explanation.text(&Language::ENGLISH);
    let summary = code.summary(&Language::ENGLISH);
    let finds = text.split("\n## ").nth(1).and_then(|section| section.split_once('\n')).map(|(_, finds)| finds.trim());
    json!({
        "id": code.name,
        "shortDescription": { "text": summary },
        "fullDescription": { "text": finds.unwrap_or(summary) },
        "help": { "text": text, "markdown": text },
        "defaultConfiguration": { "level": level(code.default_severity) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Readiness | Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

struct Writer<'a> {
    excerpts: Excerpts<'a>,
    fingerprints: Fingerprints,
    words: Words,
    /// Where each rule stands in the list.
    places: BTreeMap<&'a str, usize>,
}

impl Writer<'_> {
    fn result(&mut self, finding: &Diagnostic, waived: Option<&Waived>) -> Map<String, Value> {
        let location = self.location(&finding.subject, None);
        let (path, _) = region(&finding.subject, &mut self.excerpts);
        let mut result = Map::new();
        let mut set = |key: &str, value: Value| result.insert(key.to_owned(), value);
        set("ruleId", finding.code.name.into());
        if let Some(place) = self.places.get(finding.code.name) {
            set("ruleIndex", (*place).into());
        }
        set("level", level(finding.severity).into());
        set("message", json!({ "text": paragraph(finding, &self.words) }));
        set("locations", json!([location]));
        let related: Vec<Value> = finding
            .labels
            .iter()
            .map(|label| {
                let said = sentence(&label.message, &self.words);
                self.location(&Subject::Place(label.place), Some(said))
            })
            .collect();
        if !related.is_empty() {
            set("relatedLocations", related.into());
        }
        let fingerprint = self.fingerprints.next(finding, path.as_deref(), &self.words);
        set("partialFingerprints", json!({ "releve/v1": fingerprint }));
        if let Some(waived) = waived {
            let why = format!("accepted until {} by {}: {}", waived.until, waived.by, waived.because);
            let why = secret::mask(&why);
            set("suppressions", json!([{ "kind": "external", "status": "accepted", "justification": why }]));
        }
        let things: Vec<_> = finding.about.iter().map(|thing| secret::mask(thing)).collect();
        set("properties", json!({ "severity": finding.severity.name(), "about": things }));
        result
    }

    fn location(&mut self, subject: &Subject, said: Option<String>) -> Value {
        let (path, region) = region(subject, &mut self.excerpts);
        let mut physical = json!({
            "artifactLocation": { "uri": uri(path.as_deref().unwrap_or(PROJECT)), "uriBaseId": ROOT },
        });
        if let Some(region) = region {
            physical["region"] = json!({
                "startLine": region.line,
                "startColumn": region.column,
                "endLine": region.end_line,
                "endColumn": region.end_column,
            });
        }
        let mut location = json!({ "physicalLocation": physical });
        if let Some(said) = said {
            location["message"] = json!({ "text": said });
        }
        location
    }
}
