//! Passages that are for an audience: `<!-- audience: admins -->` … `<!-- /audience -->`.

use std::ops::Range;

use serde_json::Value;

use crate::markdown::{AudienceMark, Text, parse};
use crate::runbook::front_matter;
use crate::runbook::is_markdown;
use crate::scalar::Audience;
use crate::source::{SourceFile, Span};

use super::withheld::Withheld;

/// A part of a text, and who may read it.
pub(super) type Passage = (Range<usize>, Audience);

/// Returns the passages of a file that an audience may not see. In a file that is no Markdown, a mark is one wherever it stands.
pub(super) fn hidden_in(file: &SourceFile, audience: Audience) -> Vec<Passage> {
    // Most files are for one audience, and say at most so at their head.
    if !file.text.contains("<!--") {
        return Vec::new();
    }
    if !is_markdown(&file.path) {
        return hidden(&marks(&file.text), file.text.len(), audience);
    }
    let body = front_matter::end(&file.text);
    // Parsed as it stands: what other files are put in is theirs.
    let document = parse(Text::of_file(file, body)).value;
    let passages = hidden(&document.audience_marks, document.text.as_str().len(), audience);
    passages.into_iter().map(|(range, of)| (body + range.start..body + range.end, of)).collect()
}

/// Whether a text that is no Markdown says of a passage who may read it.
#[must_use]
pub fn has_marks(text: &str) -> bool {
    text.contains("<!--") && !marks(text).is_empty()
}

/// Finds the marks of a text that is no Markdown.
fn marks(text: &str) -> Vec<AudienceMark> {
    let comments = text.match_indices("<!--").filter_map(|(start, opening)| {
        let inner = &text[start + opening.len()..];
        let end = inner.find("-->")?;
        AudienceMark::read(&inner[..end], Span::new(start..start + opening.len() + end + "-->".len()))
    });
    comments.collect()
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

/// Takes them out of every text in a value.
pub(super) fn cut_values(file: &SourceFile, value: &mut Value, audience: Audience, withheld: &mut Withheld) {
    match value {
        Value::String(text) => cut_value(file, text, audience, withheld),
        Value::Array(items) => items.iter_mut().for_each(|item| cut_values(file, item, audience, withheld)),
        Value::Object(fields) => fields.values_mut().for_each(|field| cut_values(file, field, audience, withheld)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Returns the outermost passages that an audience may not see, marks included, each with whom it is for. One that nobody closes goes on
/// to the end.
pub(super) fn hidden(marks: &[AudienceMark], length: usize, audience: Audience) -> Vec<Passage> {
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
pub(super) fn whole_lines(text: &str, passage: Range<usize>) -> Range<usize> {
    let before = text[..passage.start].rfind('\n').map_or(0, |newline| newline + 1);
    let after = text[passage.end..].find('\n').map_or(text.len(), |newline| passage.end + newline + 1);
    let is_alone = text[before..passage.start].trim().is_empty() && text[passage.end..after].trim().is_empty();
    if is_alone { before..after } else { passage }
}

/// Returns a text without parts of it, each with what stands there instead. What lies in another part is gone with it.
pub(super) fn without(text: &str, mut cuts: Vec<(Range<usize>, &str)>) -> String {
    cuts.sort_by_key(|(range, _)| range.start);
    let mut left = String::with_capacity(text.len());
    let mut end = 0;
    for (range, instead) in cuts {
        if range.start >= end {
            left.push_str(text.get(end..range.start).unwrap_or_default());
            left.push_str(instead);
        }
        end = end.max(range.end);
    }
    left.push_str(text.get(end..).unwrap_or_default());
    left
}
