//! Passages of a page that are for an audience: `<!-- audience: admins -->` … `<!-- /audience -->`.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::Value;

use crate::markdown::{AudienceMark, Text, parse};
use crate::runbook::front_matter;
use crate::scalar::Audience;
use crate::source::{SourceFile, Span};

use super::withheld::Withheld;

/// Stands for words that name what an audience may not see.
const UNSAID: &str = "…";

/// Returns the text of a file without the passages that an audience may not see; `unsaid` are links in it whose words name what they may
/// not see.
pub(super) fn cut<'a>(
    file: &'a SourceFile,
    audience: Audience,
    unsaid: &[Span],
    withheld: &mut Withheld,
) -> Cow<'a, str> {
    // Most pages are for one audience.
    if unsaid.is_empty() && !file.text.contains("audience") {
        return Cow::Borrowed(&file.text);
    }
    let body = front_matter::end(&file.text);
    // Parsed as it stands: what other files are put in is theirs.
    let document = parse(Text::of_file(file, body)).value;
    let passages = hidden(&document.audience_marks, document.text.as_str().len(), audience);
    let mut cuts: Vec<(Range<usize>, &str)> = unsaid.iter().map(|span| (span.range(), UNSAID)).collect();
    for (passage, of) in passages {
        let passage = whole_lines(&file.text, body + passage.start..body + passage.end);
        withheld.text(file, passage.clone(), of);
        cuts.push((passage, ""));
    }
    cuts.sort_by_key(|(range, _)| range.start);
    let mut left = String::with_capacity(file.text.len());
    let mut end = 0;
    // A link in a passage is gone with it.
    for (range, instead) in cuts {
        if range.start >= end {
            left.push_str(file.text.get(end..range.start).unwrap_or_default());
            left.push_str(instead);
        }
        end = end.max(range.end);
    }
    left.push_str(file.text.get(end..).unwrap_or_default());
    Cow::Owned(left)
}

/// Takes the passages that an audience may not see out of a text in a file of YAML, such as notes.
pub(super) fn cut_value(file: &SourceFile, text: &mut String, audience: Audience, withheld: &mut Withheld) {
    if !text.contains("<!--") {
        return;
    }
    let alone = SourceFile { text: text.as_str().into(), ..file.clone() };
    let document = parse(Text::of_file(&alone, 0)).value;
    for (passage, of) in hidden(&document.audience_marks, alone.text.len(), audience).into_iter().rev() {
        let passage = whole_lines(&alone.text, passage);
        withheld.value(file, &Value::from(&alone.text[passage.clone()]), of);
        text.replace_range(passage, "");
    }
}

/// Returns the outermost passages that an audience may not see, marks included, each with whom it is for. One that nobody closes goes on
/// to the end.
fn hidden(marks: &[AudienceMark], length: usize, audience: Audience) -> Vec<(Range<usize>, Audience)> {
    let mut hidden = Vec::new();
    let mut open: Vec<(usize, Audience)> = Vec::new();
    let is_hidden = |(_, of): &(usize, Audience)| *of > audience;
    for mark in marks {
        match &mark.audience {
            Some(word) => open.push((mark.span.range().start, Audience::of_word(word).unwrap_or(Audience::Admins))),
            None => {
                let closed = open.pop().filter(is_hidden).filter(|_| !open.iter().any(is_hidden));
                hidden.extend(closed.map(|(start, of)| (start..mark.span.range().end, of)));
            }
        }
    }
    hidden.extend(open.into_iter().find(is_hidden).map(|(start, of)| (start..length, of)));
    hidden
}

/// Returns a passage with the rest of its lines, where nothing else stands on them: a mark in a line of its own leaves no empty line.
fn whole_lines(text: &str, passage: Range<usize>) -> Range<usize> {
    let before = text[..passage.start].rfind('\n').map_or(0, |newline| newline + 1);
    let after = text[passage.end..].find('\n').map_or(text.len(), |newline| passage.end + newline + 1);
    let is_alone = text[before..passage.start].trim().is_empty() && text[passage.end..after].trim().is_empty();
    if is_alone { before..after } else { passage }
}
