//! Something that looks like a mark of a passage and is none: it hides nothing.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::link::is_source;
use crate::markdown::{AudienceMark, Text, parse};
use crate::runbook::is_markdown;
use crate::schema;
use crate::source::{FileId, Place, SourceFile, Span};

pub(in crate::check) static NO_MARK: Check = Check {
    code: Code { name: "audience/no-mark", default_severity: Severity::Error, explanation: explanation!("no_mark") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let mut of_pages = Marks::default();
    // Most pages hold no comment: what explains one is not looked for in them.
    for page in context.kb.texts().filter(|page| page.document.text.as_str().contains("<!--")) {
        let document = &page.document;
        let places = document.audience_marks.iter().map(|mark| document.text.place(mark.span));
        of_pages.marks.extend(places.map(|place| (place.file, place.span.start)));
        let blocks = document.code_blocks.iter().filter(|block| is_fenced(block.span.text(document.text.as_str())));
        of_pages.code.extend(blocks.map(|block| document.text.place(block.span)));
    }
    let texts: BTreeSet<FileId> = context.kb.texts().map(|page| page.file).collect();
    for file in context.snapshot.files().iter().filter(|file| file.text.contains("<!--")) {
        let found = if texts.contains(&file.id) {
            hits(&file.text).filter(|hit| !of_pages.explains(file, *hit)).collect()
        } else if is_source(&context.kb.config, &file.path) && !is_markdown(&file.path) {
            in_yaml(file)
        } else {
            Vec::new()
        };
        for hit in found {
            let end = file.text[hit..].find("-->").map_or(hit + "<!--".len(), |end| hit + end + "-->".len());
            let end = file.text[hit..end].find('\n').map_or(end, |line| hit + line);
            let place = Place { file: file.id, span: Span::new(hit..end) };
            let help = message!("audience-no-mark.help");
            findings.push(Diagnostic::at(code, place, message!("audience-no-mark")).help(help));
        }
    }
}

/// What stands in pages, by place.
#[derive(Default)]
struct Marks {
    /// Where marks start.
    marks: BTreeSet<(FileId, u32)>,
    /// Code that was fenced: whoever shows a mark there means to show it.
    code: Vec<Place>,
}

impl Marks {
    fn explains(&self, file: &SourceFile, hit: usize) -> bool {
        let start = Span::new(hit..hit).start;
        let is_in = |place: &Place| place.file == file.id && place.span.range().contains(&hit);
        self.marks.contains(&(file.id, start)) || self.code.iter().any(is_in) || is_quoted(&file.text, hit)
    }
}

/// Finds what whoever reads the source would take for a mark.
fn hits(text: &str) -> impl Iterator<Item = usize> {
    let begins = |hit: usize| {
        let inner = text[hit + "<!--".len()..].trim_start().trim_start_matches('/').trim_start();
        let word = inner.get(.."audience".len()).unwrap_or_default();
        // Words about an audience are no mark.
        let next = inner[word.len()..].trim_start();
        word.eq_ignore_ascii_case("audience") && (next.starts_with([':', '=']) || next.starts_with("--"))
    };
    text.match_indices("<!--").map(|(hit, _)| hit).filter(move |hit| begins(*hit))
}

fn is_fenced(block: &str) -> bool {
    let block = block.trim_start_matches([' ', '>']);
    block.starts_with("```") || block.starts_with("~~~")
}

/// Whether a place lies between backticks of its line.
fn is_quoted(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    text[line..at].bytes().filter(|byte| *byte == b'`').count() % 2 == 1
}

/// Finds what is no mark in the texts of a file of YAML: what is misspelt, or, where every mark is written well and some count for nothing,
/// the first of them.
fn in_yaml(file: &SourceFile) -> Vec<usize> {
    let text = &*file.text;
    let is_mark = |hit: usize| {
        let inner = &text[hit + "<!--".len()..];
        let end = inner.find("-->").unwrap_or_default();
        AudienceMark::read(&inner[..end], Span::default()).is_some()
    };
    let misspelt: Vec<usize> = hits(text).filter(|hit| !is_mark(*hit)).collect();
    let lost = || schema::value(text).is_some_and(|value| has_lost(file, &value));
    if misspelt.is_empty() && lost() { hits(text).take(1).collect() } else { misspelt }
}

/// Whether a text in a value holds something that is written as a mark and is none, such as in code.
fn has_lost(file: &SourceFile, value: &Value) -> bool {
    match value {
        Value::String(text) if text.contains("<!--") => {
            let alone = SourceFile { text: text.as_str().into(), ..file.clone() };
            let document = parse(Text::of_file(&alone, 0)).value;
            let fenced = document.code_blocks.iter().map(|block| block.span).filter(|span| is_fenced(span.text(text)));
            let fenced: Vec<Span> = fenced.collect();
            let is_shown = |hit: &usize| is_quoted(text, *hit) || fenced.iter().any(|span| span.range().contains(hit));
            hits(text).filter(|hit| !is_shown(hit)).count() > document.audience_marks.len()
        }
        Value::Array(items) => items.iter().any(|item| has_lost(file, item)),
        Value::Object(fields) => fields.values().any(|field| has_lost(file, field)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn page(text: &str) -> String {
        findings(&NO_MARK, &format!("-- book.toml --\n[releve]\n-- runbooks/a.md --\n{text}\n"))
    }

    fn notes(text: &str) -> String {
        findings(
            &NO_MARK,
            &format!(
                "-- book.toml --\n[releve]\n-- runbooks/inventory/services.yaml --\nwiki:\n  name: Wiki\n  notes: |\n    {}\n",
                text.replace('\n', "\n    ")
            ),
        )
    }

    #[test]
    fn what_looks_like_a_mark_and_hides_nothing() {
        snapbox::assert_data_eq!(
            page(
                "<!-- Audience: admins -->\nx\n<!-- / audience -->\n\n<!-- audience = admins -->\n\n[l](a.md \"<!-- audience: admins -->\")\n\n- x\n\n      <!-- audience: admins -->\n\n<!-- audience: admins --"
            ),
            str![[r#"
runbooks/a.md:1:1: this looks like the mark of a passage, and is none: it hides nothing
  help: write <!-- audience: admins --> and <!-- /audience --> to the letter, as text of their own and not in code
runbooks/a.md:3:1: this looks like the mark of a passage, and is none: it hides nothing
  help: write <!-- audience: admins --> and <!-- /audience --> to the letter, as text of their own and not in code
runbooks/a.md:5:1: this looks like the mark of a passage, and is none: it hides nothing
  help: write <!-- audience: admins --> and <!-- /audience --> to the letter, as text of their own and not in code
runbooks/a.md:7:11: this looks like the mark of a passage, and is none: it hides nothing
  help: write <!-- audience: admins --> and <!-- /audience --> to the letter, as text of their own and not in code
runbooks/a.md:11:7: this looks like the mark of a passage, and is none: it hides nothing
  help: write <!-- audience: admins --> and <!-- /audience --> to the letter, as text of their own and not in code
runbooks/a.md:13:1: this looks like the mark of a passage, and is none: it hides nothing
  help: write <!-- audience: admins --> and <!-- /audience --> to the letter, as text of their own and not in code

"#]]
        );
        snapbox::assert_data_eq!(
            notes("<!-- Audience: admins -->x<!-- /audience -->"),
            str![[r#"
runbooks/inventory/services.yaml:4:5: this looks like the mark of a passage, and is none: it hides nothing
  help: write <!-- audience: admins --> and <!-- /audience --> to the letter, as text of their own and not in code

"#]]
        );
        snapbox::assert_data_eq!(
            notes("x\n\n    <!-- audience: admins -->"),
            str![[r#"
runbooks/inventory/services.yaml:6:9: this looks like the mark of a passage, and is none: it hides nothing
  help: write <!-- audience: admins --> and <!-- /audience --> to the letter, as text of their own and not in code

"#]]
        );
    }

    #[test]
    fn marks_comments_and_marks_that_are_shown_on_purpose() {
        assert_eq!(page("<!-- audience: admins -->x<!-- /audience --> <!-- audience of the talk -->"), "");
        assert_eq!(page("```markdown\n<!-- Audience: admins -->\n```\n\nWrite `<!-- audience = x -->`."), "");
        assert_eq!(notes("<!-- audience: admins -->x<!-- /audience --> `<!-- audience: admins -->`"), "");
    }
}
