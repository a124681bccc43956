//! Diagnostics for people at a terminal, in the form that rustc made familiar.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::excerpt::{Excerpt, Excerpts};
use super::visible::visible;
use super::{Diagnostic, Message, Severity, Subject, message};
use crate::secret;
use crate::source::{FileId, Place, Snapshot, SourcePath};
use crate::words::Words;

/// A span over more lines is cut to its first line: an unclosed fence swallows half a page, and its first line tells all.
const MAX_SPAN_LINES: usize = 4;
/// Places of one file that are at most this many lines apart share one excerpt.
const NEAR_LINES: usize = 6;
/// A line of more bytes is not quoted: it was not written by hand, and a caret in it helps nobody.
const MAX_LINE_BYTES: usize = 8 * 1024;
/// A sentence of more characters is cut: it quotes something that is none of a name.
const MAX_SENTENCE: usize = 600;

/// Returns one diagnostic with the lines it is about; ends with a line end.
///
/// Nothing of the content reaches the terminal but what can be seen: secrets are masked, control characters written out.
#[must_use]
pub fn render(diagnostic: &Diagnostic, snapshot: &Snapshot, words: &Words, color: bool) -> String {
    Printer::new(snapshot, words, color).render(diagnostic)
}

/// Returns how many diagnostics there are of each severity, in one line.
#[must_use]
pub fn summary(diagnostics: &[Diagnostic], words: &Words) -> String {
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let of = |severity| {
        let count = count(severity);
        (count > 0).then(|| {
            words.say(&match severity {
                Severity::Error => message!("summary-errors", count = count),
                Severity::Readiness => message!("summary-gaps", count = count),
                Severity::Warning => message!("summary-warnings", count = count),
                Severity::Info => message!("summary-notes", count = count),
            })
        })
    };
    let severities = [Severity::Error, Severity::Readiness, Severity::Warning, Severity::Info];
    let parts: Vec<String> = severities.into_iter().filter_map(of).collect();
    if parts.is_empty() { words.word("summary-clean") } else { parts.join(", ") }
}

/// Prints the diagnostics of one snapshot; a file that several of them quote is indexed once.
pub struct Printer<'a> {
    excerpts: Excerpts<'a>,
    words: &'a Words,
    renderer: Renderer,
}

/// A place to underline.
struct Mark {
    file: FileId,
    range: Range<usize>,
    /// The lines it stands on, from 0.
    lines: Range<usize>,
    label: Option<String>,
    kind: AnnotationKind,
}

impl<'a> Printer<'a> {
    /// Prints for a terminal that shows colours, or for one that does not.
    #[must_use]
    pub fn new(snapshot: &'a Snapshot, words: &'a Words, color: bool) -> Self {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        Self { excerpts: Excerpts::new(snapshot), words, renderer }
    }

    /// Returns one diagnostic with the lines it is about; ends with a line end.
    #[must_use]
    pub fn render(&mut self, diagnostic: &Diagnostic) -> String {
        let name = self.words.word(match diagnostic.severity {
            Severity::Error => "severity-error",
            Severity::Readiness => "severity-gap",
            Severity::Warning => "severity-warning",
            Severity::Info => "severity-note",
        });
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Readiness | Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        let title = level.with_name(name).primary_title(self.sentence(&diagnostic.message)).id(diagnostic.code.name);
        let mut main = Group::with_title(title);
        match &diagnostic.subject {
            Subject::Place(_) => {}
            Subject::Path(path) => main = main.element(Origin::path(shown_path(path))),
            Subject::Project => {}
        }
        let marks = self.marks(diagnostic);
        let has_frame = !marks.is_empty() || matches!(diagnostic.subject, Subject::Path(_));
        for marks in excerpts(marks) {
            main = self.quote(main, marks);
        }
        let help = self.words.word("severity-help") + &self.words.word("before-colon");
        let helps = diagnostic.help.iter().map(|help_message| {
            let title = Level::HELP.with_name(help.clone()).secondary_title(self.sentence(help_message));
            Group::with_title(title)
        });
        let report: Vec<Group<'_>> = std::iter::once(main).chain(helps).collect();
        let mut text = if has_frame {
            self.renderer.render(&report)
        } else {
            // Each by itself: between a title and what belongs to it stands an edge, even where there is nothing to show.
            let alone: Vec<String> = report.into_iter().map(|group| self.renderer.render(&[group])).collect();
            alone.join("\n")
        };
        text.push('\n');
        text
    }

    /// Says a message on one line, without secrets and without anything that acts on a terminal.
    fn sentence(&self, message: &Message) -> String {
        let said = self.words.say(message);
        let masked = secret::mask(&said);
        let mut shown: String = visible(&masked).chars().take(MAX_SENTENCE).collect();
        if shown.chars().count() == MAX_SENTENCE {
            shown.push('…');
        }
        shown
    }

    /// Returns the places of a diagnostic, the main one first, the others in the order of files and lines.
    fn marks(&mut self, diagnostic: &Diagnostic) -> Vec<Mark> {
        let mut labels: Vec<_> = diagnostic.labels.iter().collect();
        labels.sort_by_key(|label| label.place);
        let main = diagnostic.place().map(|place| (place, None, AnnotationKind::Primary));
        let labels = labels
            .into_iter()
            .map(|label| (label.place, Some(self.sentence(&label.message)), AnnotationKind::Context))
            .collect::<Vec<_>>();
        let mark = |(place, label, kind): (Place, Option<String>, AnnotationKind)| {
            let excerpt = self.excerpts.file(place.file);
            let range = excerpt.range(place);
            let first = excerpt.line(range.start);
            let mut last = excerpt.line(range.end.saturating_sub(1).max(range.start));
            if last - first >= MAX_SPAN_LINES {
                last = first;
            }
            let end = range.end.min(excerpt.lines(first, last).end).max(range.start);
            Mark { file: place.file, range: range.start..end, lines: first..last, label, kind }
        };
        main.into_iter().chain(labels).map(mark).collect()
    }

    /// Adds an excerpt of one file, with its marks.
    fn quote<'group>(&mut self, group: Group<'group>, marks: Vec<Mark>) -> Group<'group> {
        let Some(first) = marks.first() else { return group };
        let excerpt = self.excerpts.file(first.file);
        let path = shown_path(excerpt.path);
        let top = marks.iter().map(|mark| mark.lines.start).min().unwrap_or_default();
        let bottom = marks.iter().map(|mark| mark.lines.end).max().unwrap_or_default();
        if (top..=bottom).any(|line| excerpt.lines(line, line).len() > MAX_LINE_BYTES) {
            return marks.into_iter().fold(group, |group, mark| {
                let at = excerpt.line_column(mark.range.start);
                let group = group.element(Origin::path(path.clone()).line(at.line).char_column(at.column));
                match mark.label {
                    Some(label) => group.element(Level::NOTE.no_name().message(label)),
                    None => group,
                }
            });
        }
        let whole = excerpt.lines(top, bottom);
        let annotations: Vec<Annotation<'_>> =
            marks.into_iter().map(|mark| annotation(excerpt, whole.start, mark)).collect();
        let snippet = Snippet::source(excerpt.shown(whole)).line_start(top + 1).path(path).annotations(annotations);
        group.element(snippet)
    }
}

/// Returns a path as it may be shown: file names hold secrets and control characters, too.
fn shown_path(path: &SourcePath) -> String {
    visible(&secret::mask(path.as_str())).into_owned()
}

/// Underlines a mark in an excerpt that starts at a byte of the file.
fn annotation<'group>(excerpt: &Excerpt<'_>, start: usize, mark: Mark) -> Annotation<'group> {
    // Masking changes how many bytes the text before the mark takes.
    let from = excerpt.shown(start..mark.range.start).len();
    let to = excerpt.shown(start..mark.range.end).len();
    mark.kind.span(from..to).label(mark.label)
}

/// Puts marks of one file that stand close together into one excerpt. The first mark stays in the first excerpt.
fn excerpts(marks: Vec<Mark>) -> Vec<Vec<Mark>> {
    let mut excerpts: Vec<Vec<Mark>> = Vec::new();
    for mark in marks {
        let near = |other: &Mark| {
            other.file == mark.file
                && mark.lines.start <= other.lines.end + NEAR_LINES
                && other.lines.start <= mark.lines.end + NEAR_LINES
        };
        match excerpts.iter_mut().find(|excerpt| excerpt.iter().any(near)) {
            Some(excerpt) => excerpt.push(mark),
            None => excerpts.push(vec![mark]),
        }
    }
    excerpts
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests;
