//! How a runbook ends: that this was all of it, and what must hold now.

use serde::Serialize;

use crate::diagnostic::message;
use crate::markdown::first_lines;
use crate::output::site::here::Here;
use crate::output::site::said::said;
use crate::runbook::Runbook;
use crate::runbook::section::SectionRole;
use crate::source::Span;

/// How many lines of the section that verifies are repeated.
const MOST_LINES: usize = 3;

/// The end of a runbook.
#[derive(Debug, Serialize)]
pub(super) struct EndView<'a> {
    /// Says that this was the whole list, by its title.
    end_of: String,
    /// How to see that it worked.
    verify: Option<VerifyView<'a>>,
}

/// The section that says how to see that it worked.
#[derive(Debug, Serialize)]
struct VerifyView<'a> {
    href: String,
    heading: std::borrow::Cow<'a, str>,
    /// What must hold now.
    lines: Vec<String>,
}

pub(super) fn view<'a>(here: &Here<'a>, runbook: &'a Runbook, title: &str) -> EndView<'a> {
    let verify = runbook.outline.section(SectionRole::Verify).map(|section| {
        let heading = &runbook.document.headings[section.heading];
        let text = Span { start: heading.span.end, end: section.span.end };
        let lines = first_lines(&runbook.document, text, MOST_LINES);
        let line = |line: &String| said(here, runbook, line.trim_end_matches([':', ' ', '\u{a0}'])).into_owned();
        VerifyView {
            href: format!("#{}", heading.id),
            heading: said(here, runbook, &heading.text),
            lines: lines.iter().map(line).collect(),
        }
    });
    EndView { end_of: here.words().say(&message!("site-end-of", title = title)), verify }
}
