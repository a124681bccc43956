//! `{{#include path:lines}}`: other files put into a page, before it is parsed.
//!
//! Understood as in mdBook: line ranges (`a.sh:2:10`, `:10`, `2:`, `2`), anchors (`a.sh:NAME`, between lines that hold
//! `ANCHOR: NAME` and `ANCHOR_END: NAME`), `{{#rustdoc_include …}}`, `{{#title …}}`. `\{{#include` is literal, and so is every
//! other directive. A path is relative to the file that includes; it must lie below the project root and not be hidden, so
//! that no page can publish `.git` or `.env`.
//!
//! A directive that cannot be followed stays in the text as it is: the reader sees that something is missing.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Outcome, message};
use crate::markdown::Text;
use crate::names::suggest;
use crate::problem::include::{CYCLE, MISSING, OUTSIDE, TOO_LARGE};
use crate::source::{FileId, Place, Snapshot, SourceFile, SourcePath, Span};

use super::lines::{Selection, select};

/// How many includes may lie in each other (mdBook's figure).
const MAX_DEPTH: usize = 10;

/// How long a page may become through its includes, in bytes. Ten levels of ten includes would reach 10¹⁰ pieces.
const MAX_BYTES: usize = 16 << 20;

/// How many bytes of files may be looked through for one page; an include counts one KiB on top, so that includes of nothing
/// come to an end, too.
const MAX_READ: usize = 64 << 20;

/// A page after its includes were put in.
#[derive(Clone, Debug)]
pub struct Expanded {
    /// Its text.
    pub text: Text,
    /// What `{{#title …}}` says it is called.
    pub title: Option<Title>,
}

/// A `{{#title …}}`, which leaves nothing in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// What it says.
    pub words: String,
    /// The byte of the text that follows it.
    pub at: usize,
}

/// Returns the files that a text at `path` includes, so that they can be read before the page is. Paths that may not be
/// included are left out; [`expand`] reports them.
#[must_use]
pub fn wanted(text: &str, path: &SourcePath) -> Vec<SourcePath> {
    let folder = path.parent();
    let includes = directives(text).filter_map(|directive| match directive.kind {
        Kind::Include { path, .. } => folder.join(path).ok().filter(|path| !path.is_hidden()),
        Kind::Title(_) | Kind::Escaped => None,
    });
    let mut paths: Vec<SourcePath> = includes.collect();
    paths.sort();
    paths.dedup();
    paths
}

/// Puts the includes of a file into its text, from `body_offset` on. Without any, the text is shared and not copied.
#[must_use]
pub fn expand(file: &SourceFile, body_offset: usize, snapshot: &Snapshot) -> Outcome<Expanded> {
    expand_without(file, body_offset, snapshot, &|_| false)
}

/// Does as [`expand`] does, and puts nothing in of the files that are `left_out`, nor of what those include.
#[must_use]
pub fn expand_without(
    file: &SourceFile,
    body_offset: usize,
    snapshot: &Snapshot,
    left_out: &dyn Fn(FileId) -> bool,
) -> Outcome<Expanded> {
    let shared = Text::of_file(file, body_offset);
    if directives(shared.as_str()).next().is_none() {
        return Outcome { value: Expanded { text: shared, title: None }, diagnostics: Vec::new() };
    }
    let mut expansion = Expansion {
        snapshot,
        left_out,
        text: String::new(),
        pieces: Vec::new(),
        chain: Vec::new(),
        title: None,
        read: 0,
        full: false,
        diagnostics: Vec::new(),
    };
    expansion.file(file, body_offset..file.text.len());
    if expansion.pieces.is_empty() {
        expansion.pieces.push((0, Place { file: file.id, span: Span::new(body_offset..body_offset) }));
    }
    let text = Text::of_pieces(expansion.text, expansion.pieces);
    Outcome { value: Expanded { text, title: expansion.title }, diagnostics: expansion.diagnostics }
}

/// Returns a text in which every directive is literal, so that it stays as it is when it is expanded.
#[must_use]
pub fn literal(text: &str) -> Cow<'_, str> {
    let mut literal = String::new();
    let mut copied = 0;
    for directive in directives(text) {
        literal.push_str(&text[copied..directive.range.start]);
        literal.push('\\');
        copied = directive.range.start;
    }
    if copied == 0 && literal.is_empty() {
        return Cow::Borrowed(text);
    }
    literal.push_str(&text[copied..]);
    Cow::Owned(literal)
}

struct Expansion<'s> {
    snapshot: &'s Snapshot,
    left_out: &'s dyn Fn(FileId) -> bool,
    text: String,
    pieces: Vec<(u32, Place)>,
    /// The files being put in, outermost first.
    chain: Vec<FileId>,
    title: Option<Title>,
    /// How many bytes of files were looked through.
    read: usize,
    /// Whether a cap was reached: said once, and nothing more is put in.
    full: bool,
    diagnostics: Vec<Diagnostic>,
}

impl<'s> Expansion<'s> {
    fn file(&mut self, file: &'s SourceFile, range: std::ops::Range<usize>) {
        self.chain.push(file.id);
        let mut copied = range.start;
        for directive in directives(&file.text[range.clone()]) {
            let at = range.start + directive.range.start..range.start + directive.range.end;
            let place = Place { file: file.id, span: Span::new(at.clone()) };
            self.copy(file, copied..at.start);
            copied = at.end;
            match directive.kind {
                // The back-slash has done its work.
                Kind::Escaped => {}
                Kind::Title(title) => {
                    self.title = Some(Title { words: title.to_owned(), at: self.text.len() });
                }
                Kind::Include { path, selection } => {
                    if let Err(diagnostic) = self.include(file, place, path, &selection) {
                        self.diagnostics.push(*diagnostic);
                        self.copy(file, at);
                    }
                }
            }
        }
        self.copy(file, copied..range.end);
        self.chain.pop();
    }

    fn include(
        &mut self,
        from: &SourceFile,
        place: Place,
        written: &str,
        selection: &Selection<'_>,
    ) -> Result<(), Box<Diagnostic>> {
        if self.full {
            return Ok(());
        }
        let outside =
            |variant| Box::new(Diagnostic::at(&OUTSIDE, place, variant).help(message!("include-outside.help")));
        let path = from.path.parent().join(written);
        let path = path.map_err(|_| outside(message!("include-outside", path = written)))?;
        if path.is_hidden() {
            return Err(outside(message!("include-outside.hidden", path = path.as_str())));
        }
        let Some(file) = self.snapshot.get(&path) else {
            let missing = Diagnostic::at(&MISSING, place, message!("include-missing", path = path.as_str()));
            let known = self.snapshot.files().iter().map(|file| file.path.as_str());
            return Err(Box::new(match suggest(path.as_str(), known) {
                Some(near) => missing.help(message!("include-missing.did-you-mean", path = near)),
                None => missing.help(message!("include-missing.help")),
            }));
        };
        if (self.left_out)(file.id) {
            return Ok(());
        }
        if let Some(start) = self.chain.iter().position(|id| *id == file.id) {
            let names: Vec<&str> = self.chain[start..].iter().map(|id| self.snapshot.file(*id).path.as_str()).collect();
            let chain = format!("{} → {}", names.join(" → "), file.path);
            let cycle = Diagnostic::at(&CYCLE, place, message!("include-cycle", chain = chain));
            return Err(Box::new(cycle.help(message!("include-cycle.help"))));
        }
        if self.chain.len() > MAX_DEPTH {
            let message = message!("include-too-large.depth", limit = MAX_DEPTH);
            return Err(Box::new(Diagnostic::at(&TOO_LARGE, place, message).help(message!("include-too-large.help"))));
        }
        self.read += file.text.len() + 1024;
        if self.read > MAX_READ {
            return Err(self.too_large(place));
        }
        let ranges = select(&file.text, selection).ok_or_else(|| {
            let message = match selection {
                Selection::Anchor(name) => message!("include-missing.anchor", path = path.as_str(), anchor = *name),
                Selection::Lines(_) => message!("include-missing.lines", path = path.as_str()),
            };
            Box::new(Diagnostic::at(&MISSING, place, message))
        })?;
        for range in ranges {
            if self.text.len() + range.len() > MAX_BYTES {
                return Err(self.too_large(place));
            }
            self.file(file, range);
        }
        Ok(())
    }

    fn too_large(&mut self, place: Place) -> Box<Diagnostic> {
        self.full = true;
        let message = message!("include-too-large", limit = MAX_BYTES >> 20);
        Box::new(Diagnostic::at(&TOO_LARGE, place, message).help(message!("include-too-large.help")))
    }

    fn copy(&mut self, file: &SourceFile, range: std::ops::Range<usize>) {
        if !range.is_empty() {
            let place = Place { file: file.id, span: Span::new(range.clone()) };
            self.pieces.push((Span::new(self.text.len()..self.text.len()).start, place));
            self.text.push_str(&file.text[range]);
        }
    }
}

struct Directive<'t> {
    range: std::ops::Range<usize>,
    kind: Kind<'t>,
}

enum Kind<'t> {
    Include {
        path: &'t str,
        selection: Selection<'t>,
    },
    Title(&'t str),
    /// Only the back-slash before a directive: its range is that one byte.
    Escaped,
}

/// Finds the directives of a text, in order.
fn directives(text: &str) -> impl Iterator<Item = Directive<'_>> {
    text.match_indices("{{#").filter_map(move |(start, opening)| {
        let inner = argument(&text[start + opening.len()..])?;
        let (name, argument) = inner.split_once(char::is_whitespace)?;
        let argument = argument.trim();
        let kind = match name {
            "include" | "rustdoc_include" => {
                let (path, selection) = argument.split_once(':').unwrap_or((argument, ""));
                Kind::Include { path: path.trim(), selection: Selection::parse(selection.trim()) }
            }
            "title" => Kind::Title(argument),
            _ => return None,
        };
        if text[..start].ends_with('\\') {
            return Some(Directive { range: start - 1..start, kind: Kind::Escaped });
        }
        Some(Directive { range: start..start + opening.len() + inner.len() + "}}".len(), kind })
    })
}

/// Returns a text up to the `}}` that closes a directive: on the same line, and before another directive opens, so that
/// directives do not overlap and each byte is looked at once.
fn argument(text: &str) -> Option<&str> {
    let end = text.as_bytes().windows(2).position(|pair| pair[0] == b'\n' || matches!(pair, b"}}" | b"{{"))?;
    text[end..].starts_with("}}").then(|| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use snapbox::{IntoData, assert_data_eq, str};

    /// Expands the first file of the archive, and lists its problems.
    fn check(archive: &str, expected: impl IntoData) {
        let snapshot = Snapshot::from_archive(archive);
        let page = snapshot.get(&SourcePath::new("src/page.md").unwrap()).unwrap();
        let outcome = expand(page, 0, &snapshot);
        let mut shown = outcome.value.text.as_str().to_owned();
        for diagnostic in &outcome.diagnostics {
            let place = diagnostic.place().unwrap();
            let at = snapshot.line_column(place);
            let words = crate::words::Words::load(&crate::words::Language::ENGLISH);
            let path = &snapshot.file(place.file).path;
            let said = words.say(&diagnostic.message);
            shown += &format!("{} {path}:{}:{} {said}\n", diagnostic.code.name, at.line, at.column);
            for help in &diagnostic.help {
                shown += &format!("  {}\n", words.say(help));
            }
        }
        assert_data_eq!(shown, expected);
    }

    #[test]
    fn a_literal_text_stays_as_it_is_when_it_is_expanded() {
        let written = r"{{#include a.sh}} \{{#include a.sh}} {{#title T}} {{#unknown}} {{host:x.y}}";
        let snapshot = Snapshot::from_archive(&format!("-- page.md --\n{}\n-- a.sh --\nx\n", literal(written)));
        let page = snapshot.get(&SourcePath::new("page.md").unwrap()).unwrap();
        let expanded = expand(page, 0, &snapshot).value;
        assert_eq!((expanded.text.as_str().trim_end(), expanded.title), (written, None));
        assert!(matches!(literal("{{#unknown}}"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_is_left_out_leaves_nothing_nor_does_what_it_includes() {
        let snapshot = Snapshot::from_archive(
            "-- page.md --\n1 {{#include shut.md}} 2 {{#include open.md}} 3\n-- open.md --\nopen\n-- shut.md --\nshut {{#include open.md}}\n",
        );
        let file = |path: &str| snapshot.get(&SourcePath::new(path).unwrap()).unwrap();
        let shut = file("shut.md").id;
        let outcome = expand_without(file("page.md"), 0, &snapshot, &|file| file == shut);
        assert_eq!(outcome.value.text.as_str(), "1  2 open 3\n");
        assert!(outcome.diagnostics.is_empty());
    }

    #[test]
    fn lines_and_anchors_are_put_in() {
        check(
            "-- src/page.md --\n{{#include ../a.sh:2:3}}|{{#include ../a.sh:4:}}|{{#include ../a.sh::1}}|{{#include ../a.sh:in}}\n\
             -- a.sh --\none\n# ANCHOR: in\nthree\n# ANCHOR_END: in\n",
            str![[r#"
# ANCHOR: in
three|# ANCHOR_END: in|one|three

"#]],
        );
    }

    #[test]
    fn a_path_outside_or_hidden_is_refused() {
        check(
            "-- src/page.md --\n{{#include ../../etc/passwd}}\n{{#include ../.env}}\n{{#include /etc/passwd}}\n-- .env --\nSECRET\n",
            str![[r#"
{{#include ../../etc/passwd}}
{{#include ../.env}}
{{#include /etc/passwd}}
include/outside src/page.md:1:1 `../../etc/passwd` leads out of the project and is not included
  copy what the page needs into a file of the project that is not hidden
include/outside src/page.md:2:1 `.env` is hidden and is not included
  copy what the page needs into a file of the project that is not hidden
include/outside src/page.md:3:1 `/etc/passwd` leads out of the project and is not included
  copy what the page needs into a file of the project that is not hidden

"#]],
        );
    }

    #[test]
    fn a_missing_file_is_reported_with_the_nearest_one() {
        check(
            "-- src/page.md --\n{{#include snipet.md}}\n-- src/snippet.md --\nx\n",
            str![[r#"
{{#include snipet.md}}
include/missing src/page.md:1:1 there is no file `src/snipet.md` to include
  did you mean `src/snippet.md`?

"#]],
        );
    }

    #[test]
    fn a_cycle_is_reported_with_its_chain() {
        check(
            "-- src/page.md --\nA {{#include b.md}}\n-- src/b.md --\nB {{#include page.md}}\n",
            str![[r#"
A B {{#include page.md}}
include/cycle src/b.md:1:3 these files include each other: src/page.md → src/b.md → src/page.md
  take one of these lines out, or move what they share into a file of its own

"#]],
        );
    }

    #[test]
    fn a_bomb_is_cut_and_reported_once() {
        let mut archive = String::from("-- src/page.md --\n{{#include 0.md}}\n");
        for level in 0..9 {
            let line = format!("{{{{#include {}.md}}}}\n", level + 1).repeat(10);
            archive += &format!("-- src/{level}.md --\n{line}");
        }
        archive += &format!("-- src/9.md --\n{}\n", "x".repeat(100_000));
        let snapshot = Snapshot::from_archive(&archive);
        let page = snapshot.get(&SourcePath::new("src/page.md").unwrap()).unwrap();
        let outcome = expand(page, 0, &snapshot);
        assert!(outcome.value.text.as_str().len() <= MAX_BYTES + archive.len());
        let codes: Vec<&str> = outcome.diagnostics.iter().map(|diagnostic| diagnostic.code.name).collect();
        assert_eq!(codes, ["include/too-large"]);
    }

    #[test]
    fn a_back_slash_and_other_directives_are_literal() {
        check(
            "-- src/page.md --\n\\{{#include a.md}} {{#playground a.rs}} {{#title Hi}}{{ .Values }}\n",
            str![[r#"
{{#include a.md}} {{#playground a.rs}} {{ .Values }}

"#]],
        );
    }

    #[test]
    fn a_directive_in_a_directive_is_put_in_once() {
        check(
            "-- src/page.md --\n{{#include a {{#include a.md}} b}}\n-- src/a.md --\nA",
            str![[r#"
{{#include a A b}}

"#]],
        );
    }

    #[test]
    fn a_text_without_includes_is_shared() {
        let snapshot = Snapshot::from_archive("-- a.md --\n---\nx: y\n---\nBody\n");
        let file = &snapshot.files()[0];
        let text = expand(file, 13, &snapshot).value.text;
        assert_eq!(text.as_str(), "Body\n");
        assert!(std::ptr::eq(text.as_str().as_ptr(), file.text[13..].as_ptr()));
        assert_eq!(text.place(Span::new(0..4)).span, Span::new(13..17));
    }

    #[test]
    fn places_lead_back_to_the_included_file() {
        let snapshot = Snapshot::from_archive("-- src/page.md --\nA\n{{#include ../b.md:2}}\nC\n-- b.md --\n1\ntwo\n");
        let page = snapshot.get(&SourcePath::new("src/page.md").unwrap()).unwrap();
        let text = expand(page, 0, &snapshot).value.text;
        let at = |word: &str| {
            let start = text.as_str().find(word).unwrap();
            let place = text.place(Span::new(start..start + word.len()));
            let file = snapshot.file(place.file);
            (file.path.as_str().to_owned(), place.span.text(&file.text).to_owned())
        };
        assert_eq!(at("two"), ("b.md".to_owned(), "two".to_owned()));
        assert_eq!(at("C"), ("src/page.md".to_owned(), "C".to_owned()));
    }

    #[test]
    fn the_files_wanted_are_those_that_may_be_read() {
        let path = SourcePath::new("src/page.md").unwrap();
        let text = "{{#include ../b.sh:2}} {{#include ../.git/config}} {{#include ../../x}} \\{{#include c.md}}";
        assert_eq!(wanted(text, &path), [SourcePath::new("b.sh").unwrap()]);
    }
}
