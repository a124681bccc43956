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
        for marks in excerpts(marks) {
            main = self.quote(main, marks);
        }
        let help = self.words.word("severity-help");
        let helps = diagnostic.help.iter().map(|help_message| {
            let title = Level::HELP.with_name(help.clone()).secondary_title(self.sentence(help_message));
            Group::with_title(title)
        });
        let report: Vec<Group<'_>> = std::iter::once(main).chain(helps).collect();
        let mut text = self.renderer.render(&report);
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
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::super::{Code, Explanation};
    use super::*;
    use crate::source::Span;
    use crate::words::Language;

    static CODE: Code = Code {
        name: "ref/dangling",
        default_severity: Severity::Error,
        explanation: Explanation { en: "# a reference to nothing", fr: "# une référence vers rien" },
    };

    /// Finds the first use of some words.
    fn place(snapshot: &Snapshot, path: &str, words: &str) -> Place {
        let file = snapshot.files().iter().find(|file| file.path.as_str() == path).unwrap();
        let start = file.text.find(words).unwrap();
        Place { file: file.id, span: Span::new(start..start + words.len()) }
    }

    fn english(diagnostic: &Diagnostic, snapshot: &Snapshot) -> String {
        render(diagnostic, snapshot, &Words::load(&Language::ENGLISH), false)
    }

    #[test]
    fn a_problem_shows_its_line_a_caret_and_what_to_do() {
        let snapshot = Snapshot::from_archive("-- a.yaml --\nname: Ledger\nlifecycle: production\nowner: aw\n");
        let diagnostic = Diagnostic::at(&CODE, place(&snapshot, "a.yaml", "aw"), message!("no person named `aw`"))
            .help(message!("did you mean `awa`?"))
            .help(message!("or write `unknown`"));
        assert_data_eq!(
            english(&diagnostic, &snapshot),
            str![[r#"
error[ref/dangling]: no person named `aw`
 --> a.yaml:3:8
  |
3 | owner: aw
  |        ^^
  |
help: did you mean `awa`?
help: or write `unknown`

"#]]
        );
    }

    #[test]
    fn french_says_so_in_every_word() {
        let snapshot = Snapshot::from_archive("-- a.yaml --\nowner: aw\n");
        let mut diagnostic = Diagnostic::at(&CODE, place(&snapshot, "a.yaml", "aw"), message!("personne"));
        diagnostic.severity = Severity::Readiness;
        let diagnostic = diagnostic.help(message!("nommez quelqu’un"));
        assert_data_eq!(
            render(&diagnostic, &snapshot, &Words::load(&Language::FRENCH), false),
            str![[r#"
lacune[ref/dangling]: personne
 --> a.yaml:1:8
  |
1 | owner: aw
  |        ^^
  |
aide: nommez quelqu’un

"#]]
        );
    }

    #[test]
    fn carets_stand_right_below_accents_wide_characters_and_tabs() {
        let snapshot = Snapshot::from_archive("-- é/日本.md --\n\té 日本語 [x](y) 👩‍💻\n");
        let diagnostic = Diagnostic::at(&CODE, place(&snapshot, "é/日本.md", "y"), message!("dead"));
        assert_data_eq!(
            english(&diagnostic, &snapshot),
            str![[r#"
error[ref/dangling]: dead
 --> é/日本.md:1:12
  |
1 |     é 日本語 [x](y) 👩💻
  |                  ^

"#]]
        );
    }

    #[test]
    fn further_places_are_shown_in_their_own_files() {
        let far = "# one\n".to_owned() + &"text\n".repeat(30) + "# two\n";
        let snapshot = Snapshot::from_archive(&format!("-- a.md --\n[x](b.md#thre)\n\nb\n-- b.md --\n{far}"));
        let diagnostic = Diagnostic::at(&CODE, place(&snapshot, "a.md", "thre"), message!("no such heading"))
            .label(place(&snapshot, "b.md", "two"), message!("the last heading"))
            .label(place(&snapshot, "b.md", "one"), message!("the first heading"))
            .label(place(&snapshot, "a.md", "b\n"), message!("near"));
        assert_data_eq!(
            english(&diagnostic, &snapshot),
            str![[r#"
error[ref/dangling]: no such heading
  --> a.md:1:10
   |
 1 | [x](b.md#thre)
   |          ^^^^
 2 |
 3 | b
   | - near
   |
  ::: b.md:1:3
   |
 1 | # one
   |   --- the first heading
   |
  ::: b.md:32:3
   |
32 | # two
   |   --- the last heading

"#]]
        );
    }

    #[test]
    fn a_span_over_many_lines_is_cut_to_the_first() {
        let snapshot = Snapshot::from_archive(&format!("-- a.md --\ntext\n```sh\n{}", "ls\n".repeat(50)));
        let file = &snapshot.files()[0];
        let all = Place { file: file.id, span: Span::new(5..file.text.len()) };
        assert_data_eq!(
            english(&Diagnostic::at(&CODE, all, message!("never closed")), &snapshot),
            str![[r#"
error[ref/dangling]: never closed
 --> a.md:2:1
  |
2 | ```sh
  | ^^^^^

"#]]
        );
        let two = Place { file: file.id, span: Span::new(5..14) };
        assert_data_eq!(
            english(&Diagnostic::at(&CODE, two, message!("two lines")), &snapshot),
            str![[r#"
error[ref/dangling]: two lines
 --> a.md:2:1
  |
2 | / ```sh
3 | | ls
  | |__^

"#]]
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_caret() {
        let words = "mot ".repeat(300);
        let snapshot = Snapshot::from_archive(&format!("-- a.md --\n{words}[x](y) {words}\n"));
        let diagnostic = Diagnostic::at(&CODE, place(&snapshot, "a.md", "y"), message!("dead"));
        assert_data_eq!(
            english(&diagnostic, &snapshot),
            str![[r#"
error[ref/dangling]: dead
 --> a.md:1:1205
  |
1 | ...mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot [x](y) mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot...
  |                                                                    ^

"#]]
        );
    }

    #[test]
    fn a_line_of_a_machine_is_named_and_not_quoted() {
        let snapshot = Snapshot::from_archive(&format!("-- a.md --\n{}é[x](y)\n", "0".repeat(9000)));
        let diagnostic = Diagnostic::at(&CODE, place(&snapshot, "a.md", "y"), message!("dead"))
            .label(place(&snapshot, "a.md", "x"), message!("the words"));
        assert_data_eq!(
            english(&diagnostic, &snapshot),
            str![[r#"
error[ref/dangling]: dead
--> a.md:1:9006
::: a.md:1:9003
 = the words

"#]]
        );
    }

    #[test]
    fn the_end_of_a_file_and_an_empty_file_can_be_pointed_at() {
        let snapshot = Snapshot::from_archive("-- a.md --\n-- b.md --\nlast");
        for file in snapshot.files() {
            let end = file.text.len();
            for span in [Span::new(end..end), Span::new(end + 7..end + 9), Span::new(0..end + 1)] {
                let place = Place { file: file.id, span };
                let text = english(&Diagnostic::at(&CODE, place, message!("here")), &snapshot);
                assert!(text.contains(&format!(" --> {}:1:", file.path)), "{text}");
            }
        }
    }

    #[test]
    fn a_file_or_the_project_alone_can_be_the_subject() {
        let snapshot = Snapshot::default();
        let path = SourcePath::new("images/plan.png").unwrap();
        assert_data_eq!(
            english(&Diagnostic::new(&CODE, Subject::Path(path), message!("too big")), &snapshot),
            str![[r#"
error[ref/dangling]: too big
--> images/plan.png

"#]]
        );
        assert_data_eq!(
            english(&Diagnostic::new(&CODE, Subject::Project, message!("no pages")), &snapshot),
            str![[r#"
error[ref/dangling]: no pages

"#]]
        );
    }

    #[test]
    fn nothing_that_acts_on_a_terminal_is_printed() {
        let hostile = "\u{1b}[31m\u{1b}]8;;x\u{7}\r\u{8}\u{9b}2J\u{202e}\u{2066}\u{200f}\u{feff}\u{e0041}\n\tfin";
        let path = SourcePath::new(&format!("a{hostile}.md")).unwrap();
        let text = format!("{hostile}\ncible {hostile}\n");
        let snapshot = Snapshot::new([(path.clone(), text.into())], []);
        let at = place(&snapshot, path.as_str(), "cible");
        let diagnostic = Diagnostic::at(&CODE, at, message!("summary-errors", count = hostile))
            .label(at, message!("summary-errors", count = hostile))
            .help(message!("summary-errors", count = hostile));
        let elsewhere = Diagnostic::new(&CODE, Subject::Path(path), message!("x"));
        let printed = english(&diagnostic, &snapshot) + &english(&elsewhere, &snapshot);
        let acts = |character: char| character != '\n' && super::super::visible::is_hidden(character);
        assert!(!printed.contains(acts), "{printed:?}");
        assert!(printed.contains("\\u{1b}[31m") && printed.contains("\\u{202e}"), "{printed}");
    }

    #[test]
    fn a_secret_is_never_printed() {
        use crate::secret::fake::{ALPHANUMERIC, random};
        let token = format!("ghp_{}", random(ALPHANUMERIC, 36));
        let snapshot = Snapshot::from_archive(&format!("-- a.md --\né token: {token} [x](y)\n"));
        let diagnostic =
            Diagnostic::at(&CODE, place(&snapshot, "a.md", "y"), message!("summary-errors", count = token))
                .label(place(&snapshot, "a.md", "token:"), message!("here"));
        assert_data_eq!(
            english(&diagnostic, &snapshot),
            str![[r#"
error[ref/dangling]: ghp_•••••••••••••••••••••••••••••••••••• errors
 --> a.md:1:55
  |
1 | é token: ghp_•••••••••••••••••••••••••••••••••••• [x](y)
  |   ------ here                                         ^

"#]]
        );
    }

    #[test]
    fn the_summary_counts_by_severity_in_both_languages() {
        let of = |severity| {
            let mut diagnostic = Diagnostic::new(&CODE, Subject::Project, message!("x"));
            diagnostic.severity = severity;
            diagnostic
        };
        let all = [of(Severity::Info), of(Severity::Error), of(Severity::Error), of(Severity::Readiness)];
        let (english, french) = (Words::load(&Language::ENGLISH), Words::load(&Language::FRENCH));
        assert_eq!(summary(&all, &english), "2 errors, 1 gap, 1 note");
        assert_eq!(summary(&all, &french), "2 erreurs, 1 lacune, 1 note");
        assert_eq!(summary(&[], &french), "rien à signaler");
    }
}
