//! Diagnostics for programs: one JSON document with a version of its own.
//!
//! Words are English whatever the project speaks; `message_id` and `arguments` allow any other. Lines and columns count from
//! 1, columns in characters; the end is the first character after. Fields may be added within a version, not changed.

use serde::Serialize;
use serde_json::{Map, Value};

use super::excerpt::Excerpts;
use super::visible::is_hidden;
use super::{Argument, Diagnostic, Message, Severity, Subject};
use crate::secret;
use crate::source::Place;
use crate::words::{Language, Words};

/// The version of the document: raised when a field changes its meaning or goes.
const VERSION: u32 = 1;

/// Returns the report as text, ending with a line end.
///
/// Secrets are masked; control characters and marks that turn text around are escaped, so that printing the report on a
/// terminal is harmless.
#[must_use]
pub fn report(report: &super::Report<'_>) -> String {
    let words = Words::load(&Language::ENGLISH);
    let mut excerpts = Excerpts::new(report.snapshot);
    let count = |severity| report.findings.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let report = Report {
        version: VERSION,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        findings: report.findings.iter().map(|diagnostic| finding(diagnostic, &mut excerpts, &words)).collect(),
        waived: report.waived.iter().map(|waived| self::waived(waived, &mut excerpts, &words)).collect(),
        counts: Counts {
            error: count(Severity::Error),
            readiness: count(Severity::Readiness),
            warning: count(Severity::Warning),
            info: count(Severity::Info),
        },
    };
    // Nothing in the report can fail to be JSON: its keys are text and its numbers whole.
    escape(&serde_json::to_string_pretty(&report).unwrap_or_default()) + "\n"
}

#[derive(Serialize)]
struct Report {
    version: u32,
    tool: Tool,
    findings: Vec<Finding>,
    /// What somebody accepted for a time: it counts nowhere.
    waived: Vec<Waived>,
    counts: Counts,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Finding {
    /// The name of the code.
    id: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    sentence: Sentence,
    #[serde(flatten)]
    location: Location,
    help: Vec<Sentence>,
    labels: Vec<Label>,
    /// The things that it concerns: `service:wiki`.
    about: Vec<String>,
}

#[derive(Serialize)]
struct Waived {
    #[serde(flatten)]
    finding: Finding,
    waiver: Waiver,
}

#[derive(Serialize)]
struct Waiver {
    because: String,
    by: String,
    /// The last day on which it holds.
    until: String,
}

#[derive(Serialize)]
struct Sentence {
    message: String,
    message_id: &'static str,
    arguments: Map<String, Value>,
}

/// Where something stands. A finding about a file has no line, one about the project no path either.
#[derive(Default, Serialize)]
struct Location {
    path: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct Label {
    #[serde(flatten)]
    sentence: Sentence,
    #[serde(flatten)]
    location: Location,
}

#[derive(Serialize)]
struct Counts {
    error: usize,
    readiness: usize,
    warning: usize,
    info: usize,
}

fn finding(diagnostic: &Diagnostic, excerpts: &mut Excerpts<'_>, words: &Words) -> Finding {
    let location = match &diagnostic.subject {
        Subject::Place(place) => location(*place, excerpts),
        Subject::Path(path) => Location { path: Some(secret::mask(path.as_str()).into_owned()), ..Location::default() },
        Subject::Project => Location::default(),
    };
    let label = |label: &super::Label| Label {
        sentence: sentence(&label.message, words),
        location: self::location(label.place, excerpts),
    };
    Finding {
        id: diagnostic.code.name,
        severity: diagnostic.severity.name(),
        sentence: sentence(&diagnostic.message, words),
        labels: diagnostic.labels.iter().map(label).collect(),
        location,
        help: diagnostic.help.iter().map(|help| sentence(help, words)).collect(),
        about: diagnostic.about.iter().map(|thing| secret::mask(thing).into_owned()).collect(),
    }
}

fn waived(waived: &super::Waived, excerpts: &mut Excerpts<'_>, words: &Words) -> Waived {
    let mask = |text: &str| secret::mask(text).into_owned();
    Waived {
        finding: finding(&waived.finding, excerpts, words),
        waiver: Waiver { because: mask(&waived.because), by: mask(&waived.by), until: waived.until.to_string() },
    }
}

fn sentence(message: &Message, words: &Words) -> Sentence {
    let argument = |(name, argument): &(&'static str, Argument)| {
        let value = match argument {
            Argument::Text(text) | Argument::Decimal(text) => Value::from(secret::mask(text)),
            Argument::Number(number) => Value::from(*number),
            Argument::Names(names) => names.iter().map(|name| secret::mask(name)).collect(),
        };
        ((*name).to_owned(), value)
    };
    Sentence {
        message: secret::mask(&words.say(message)).into_owned(),
        message_id: message.id,
        arguments: message.arguments.iter().map(argument).collect(),
    }
}

fn location(place: Place, excerpts: &mut Excerpts<'_>) -> Location {
    let excerpt = excerpts.file(place.file);
    let range = excerpt.range(place);
    let (start, end) = (excerpt.line_column(range.start), excerpt.line_column(range.end));
    Location {
        path: Some(secret::mask(excerpt.path.as_str()).into_owned()),
        line: Some(start.line),
        column: Some(start.column),
        end_line: Some(end.line),
        end_column: Some(end.column),
    }
}

/// Escapes what JSON lets pass and a terminal obeys. Outside strings, a document holds no such character but line ends.
pub(super) fn escape(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        if character != '\n' && is_hidden(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                escaped.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            escaped.push(character);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Explanation, message};
    use super::*;
    use crate::secret::fake::{ALPHANUMERIC, random};
    use crate::source::{Snapshot, SourcePath, Span};

    static CODE: Code = Code {
        name: "link/internal-dead",
        default_severity: Severity::Error,
        explanation: Explanation { en: "# a link to nothing", fr: "# un lien vers rien" },
    };

    fn report(findings: &[Diagnostic], snapshot: &Snapshot) -> String {
        let fails_on = Severity::Error;
        super::report(&crate::diagnostic::Report { findings, waived: &[], rules: &[], fails_on, snapshot })
    }

    fn parse(json: &str) -> Value {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_finding_has_its_place_words_id_and_arguments() {
        let snapshot = Snapshot::from_archive("-- a.md --\né\n日本 [x](y)\n");
        let place = Place { file: snapshot.files()[0].id, span: Span::new(14..15) };
        let diagnostic = Diagnostic::at(&CODE, place, message!("summary-errors", count = 2_usize))
            .help(message!("severity-help"))
            .label(place, message!("severity-note"));
        let json = parse(&report(&[diagnostic], &snapshot));
        assert_eq!(json["version"], 1);
        assert_eq!(json["tool"]["name"], "releve");
        assert_eq!(
            json["findings"][0],
            serde_json::json!({
                "id": "link/internal-dead", "severity": "error",
                "message": "2 errors", "message_id": "summary-errors", "arguments": {"count": 2},
                "path": "a.md", "line": 2, "column": 8, "end_line": 2, "end_column": 9,
                "help": [{"message": "help", "message_id": "severity-help", "arguments": {}}],
                "labels": [{
                    "message": "note", "message_id": "severity-note", "arguments": {},
                    "path": "a.md", "line": 2, "column": 8, "end_line": 2, "end_column": 9,
                }],
                "about": [],
            })
        );
        assert_eq!(json["counts"], serde_json::json!({"error": 1, "readiness": 0, "warning": 0, "info": 0}));
    }

    #[test]
    fn a_finding_about_the_project_has_no_place() {
        let json = parse(&report(&[Diagnostic::new(&CODE, Subject::Project, message!("x"))], &Snapshot::default()));
        assert_eq!((&json["findings"][0]["path"], &json["findings"][0]["line"]), (&Value::Null, &Value::Null));
    }

    #[test]
    fn what_a_terminal_obeys_is_escaped_and_comes_back_whole() {
        let hostile = "\u{1b}[31m\u{9b}\u{7f}\u{202e}\u{e0041}\n\"\\";
        let path = SourcePath::new("a\u{9b}b").unwrap();
        let diagnostic = Diagnostic::new(&CODE, Subject::Path(path), message!("summary-errors", count = hostile));
        let text = report(&[diagnostic], &Snapshot::default());
        assert!(!text.contains(|character: char| character != '\n' && is_hidden(character)), "{text:?}");
        let finding = &parse(&text)["findings"][0];
        assert_eq!((&finding["path"], &finding["arguments"]["count"]), (&"a\u{9b}b".into(), &hostile.into()));
    }

    #[test]
    fn a_secret_is_never_written() {
        let token = format!("ghp_{}", random(ALPHANUMERIC, 36));
        let path = SourcePath::new(&format!("backups/{token}.md")).unwrap();
        let diagnostic = Diagnostic::new(&CODE, Subject::Path(path), message!("summary-errors", count = &*token));
        assert!(!report(&[diagnostic], &Snapshot::default()).contains(&token[8..]));
    }
}
