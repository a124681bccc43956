//! What is printed, for each shape of diagnostic.

use snapbox::{assert_data_eq, str};

use super::*;
use crate::diagnostic::{Code, Explanation};
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
aide : nommez quelqu’un

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
fn what_has_no_place_has_no_frame_and_a_file_has_one() {
    let snapshot = Snapshot::default();
    let finding = |subject| {
        let finding = Diagnostic::new(&CODE, subject, message!("no pages"));
        english(&finding.help(message!("write one")).help(message!("or two")), &snapshot)
    };
    assert_data_eq!(
        finding(Subject::Project),
        str![[r#"
error[ref/dangling]: no pages
help: write one
help: or two

"#]]
    );
    assert_data_eq!(
        finding(Subject::Path(SourcePath::new("runbooks").unwrap())),
        str![[r#"
error[ref/dangling]: no pages
--> runbooks
 |
help: write one
help: or two

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
    let acts = |character: char| character != '\n' && crate::diagnostic::visible::is_hidden(character);
    assert!(!printed.contains(acts), "{printed:?}");
    assert!(printed.contains("\\u{1b}[31m") && printed.contains("\\u{202e}"), "{printed}");
}

#[test]
fn a_secret_is_never_printed() {
    use crate::secret::fake::{ALPHANUMERIC, random};
    let token = format!("ghp_{}", random(ALPHANUMERIC, 36));
    let snapshot = Snapshot::from_archive(&format!("-- a.md --\né token: {token} [x](y)\n"));
    let diagnostic = Diagnostic::at(&CODE, place(&snapshot, "a.md", "y"), message!("summary-errors", count = token))
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
