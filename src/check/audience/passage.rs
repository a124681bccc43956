//! A passage for an audience that does not exist, that nobody closes, or that was never opened; a head that names no audience.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Message, Severity, explanation, message};
use crate::markdown::AudienceMark;
use crate::names::suggest;
use crate::runbook::Runbook;
use crate::runbook::front_matter::{Foreign, FrontMatter};
use crate::scalar::{Audience, Word};
use crate::source::{Place, Span};

pub(in crate::check) static PASSAGE: Check = Check {
    code: Code { name: "audience/passage", default_severity: Severity::Error, explanation: explanation!("passage") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for page in context.kb.texts() {
        of_head(code, context, page, findings);
        of_page(code, page, findings);
    }
}

/// What stands at the head of a page in no words of ours is judged nowhere else.
fn of_head(code: &'static Code, context: &CheckContext<'_>, page: &Runbook, findings: &mut Vec<Diagnostic>) {
    let FrontMatter::Foreign(Foreign { unknown_audience: Some(word), .. }) = &page.front_matter else { return };
    let head = &context.snapshot.file(page.file).text[..page.body_offset];
    let line = head.split_inclusive('\n').scan(0, |end, line| {
        *end += line.len();
        Some((*end - line.len(), line))
    });
    let mut written = line.filter(|(_, line)| line.to_ascii_lowercase().starts_with("audience"));
    let (start, line) = written.next().unwrap_or((0, head.lines().next().unwrap_or_default()));
    let place = Place { file: page.file, span: Span::new(start..start + line.trim_end().len()) };
    let message = message!("audience-passage.head", word = word.as_str());
    let mut diagnostic = Diagnostic::at(code, place, message).help(near(word));
    // Another tool may have audiences of its own.
    diagnostic.severity = diagnostic.severity.max(Severity::Warning);
    findings.push(diagnostic);
}

/// Says which audience was probably meant.
fn near(word: &str) -> Message {
    match suggest(word, Audience::WORDS.iter().copied()) {
        Some(near) => message!("audience-passage.did-you-mean", near = near),
        None => message!("audience-passage.help", words = Audience::WORDS.join(", ")),
    }
}

fn of_page(code: &'static Code, page: &Runbook, findings: &mut Vec<Diagnostic>) {
    let mut open: Vec<&AudienceMark> = Vec::new();
    let mut report = |mark: &AudienceMark, message, help| {
        findings.push(Diagnostic::at(code, page.document.text.place(mark.span), message).help(help));
    };
    for mark in &page.document.audience_marks {
        match &mark.audience {
            None if open.pop().is_none() => {
                report(mark, message!("audience-passage.stray"), message!("audience-passage.stray-help"));
            }
            None => {}
            Some(word) => {
                if Audience::of_word(word).is_none() {
                    report(mark, message!("audience-passage", word = word.as_str()), near(word));
                }
                open.push(mark);
            }
        }
    }
    for mark in open {
        report(mark, message!("audience-passage.unclosed"), message!("audience-passage.unclosed-help"));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(text: &str) -> String {
        findings(&PASSAGE, &format!("-- book.toml --\n[releve]\n-- runbooks/a.md --\n{text}\n"))
    }

    #[test]
    fn a_head_that_names_no_audience() {
        snapbox::assert_data_eq!(
            check("---\ntitle: A\nAudience: admin\n---\nx"),
            str![[r#"
runbooks/a.md:3:1: there is no audience `admin`; the page is shown to admins alone
  help: did you mean `admins`?

"#]]
        );
        assert_eq!(check("---\ntitle: A\naudience: admins\n---\nx"), "");
        assert_eq!(check("---\ntitle: For the audience\n---\nx"), "");
    }

    #[test]
    fn an_audience_that_does_not_exist_and_marks_without_their_other_half() {
        snapbox::assert_data_eq!(
            check(
                "<!-- audience: admin -->\n\nx\n\n<!-- /audience -->\n\n<!-- /audience -->\n\n<!-- audience: members -->\n\ny"
            ),
            str![[r#"
runbooks/a.md:1:1: there is no audience `admin`; the passage is shown to admins alone
  help: did you mean `admins`?
runbooks/a.md:7:1: this closes a passage that was not opened
  help: take it out, or open the passage with <!-- audience: members --> or <!-- audience: admins -->
runbooks/a.md:9:1: nobody closes this passage: it goes on to the end of the page
  help: write <!-- /audience --> where it ends

"#]]
        );
    }

    #[test]
    fn whole_passages_nested_ones_and_code_are_none() {
        assert_eq!(
            check("<!-- audience: members -->\n\nx <!-- audience: admins -->y<!-- /audience -->\n\n<!-- /audience -->"),
            ""
        );
        assert_eq!(check("```html\n<!-- audience: admin -->\n```\n\n<!-- audiences -->"), "");
    }
}
