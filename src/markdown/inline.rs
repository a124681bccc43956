//! What stands inside plain text: facts, places to fill in, bare addresses.
//!
//! The parser cuts text at every character that could have been markup; [`Run`] joins the cuts, so that `{{host:a_b.name}}` is
//! seen whole, and remembers where each byte came from.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::names::Kind;

/// Neighbouring text of one paragraph, escapes and entities decoded.
#[derive(Clone, Debug)]
pub(super) struct Run<'a> {
    /// The text.
    pub(super) text: Cow<'a, str>,
    /// Where the text starts in the source.
    start: usize,
    /// Further pieces: each starts at a byte of `text` and stands at a byte of the source.
    pieces: Vec<(usize, usize)>,
}

impl<'a> Run<'a> {
    pub(super) fn new(text: CowStr<'a>, start: usize) -> Self {
        let text = match text {
            CowStr::Borrowed(text) => Cow::Borrowed(text),
            owned => Cow::Owned(owned.into_string()),
        };
        Self { text, start, pieces: Vec::new() }
    }

    /// Appends the text that stands at `range` of the source.
    pub(super) fn push(&mut self, text: &CowStr<'a>, range: &Range<usize>, source: &'a str) {
        let end = self.source(self.text.len());
        if end != range.start || **text != source[range.clone()] || self.pieces.is_empty() && !self.is_source(source) {
            self.pieces.push((self.text.len(), range.start));
        } else if self.pieces.is_empty() {
            // Both stand in the source side by side as they are: nothing to copy.
            self.text = Cow::Borrowed(&source[self.start..range.end]);
            return;
        }
        self.text.to_mut().push_str(text);
    }

    fn is_source(&self, source: &str) -> bool {
        source.get(self.start..self.start + self.text.len()) == Some(&*self.text)
    }

    /// Returns where a byte of the text stands in the source.
    pub(super) fn source(&self, offset: usize) -> usize {
        let index = self.pieces.partition_point(|(start, _)| *start <= offset);
        let (from, source) = index.checked_sub(1).map_or((0, self.start), |index| self.pieces[index]);
        source + (offset - from)
    }

    /// Returns where a range of the text stands in the source.
    pub(super) fn source_range(&self, range: &Range<usize>) -> Range<usize> {
        let last = range.end.saturating_sub(1).max(range.start);
        self.source(range.start)..self.source(last) + (range.end - last)
    }

    /// Keeps the first `length` bytes.
    pub(super) fn truncate(&mut self, length: usize) {
        match &mut self.text {
            Cow::Borrowed(text) => *text = &text[..length],
            Cow::Owned(text) => text.truncate(length),
        }
    }

    /// Whether a back-slash in the source made the character at a byte of the text literal.
    fn is_escaped(&self, offset: usize, source: &str) -> bool {
        let starts_piece = offset == 0 || self.pieces.binary_search_by_key(&offset, |(start, _)| *start).is_ok();
        starts_piece && source[..self.source(offset)].ends_with('\\')
    }

    /// Takes the text apart. Without `addresses`, bare addresses are text: inside links.
    pub(super) fn tokens<'r>(&'r self, source: &'r str, addresses: bool) -> Vec<(Token<'r>, Range<usize>)> {
        tokens(&self.text, addresses, &|offset| self.is_escaped(offset, source))
    }
}

/// A piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// Words.
    Text(&'t str),
    /// `{{kind:id.path}}`: what stands between the braces.
    Fact(&'t str),
    /// `{{ask:name}}`: the name.
    Ask(&'t str),
    /// A bare address.
    Address(&'t str),
}

/// Takes code apart: facts and places to fill in. A back-slash that makes one of them literal is dropped, and only there: code
/// is full of back-slashes and braces of its own.
pub(super) fn code_tokens(code: &str) -> Vec<(Token<'_>, Range<usize>)> {
    let mut found = tokens(code, false, &|_| false);
    for index in 1..found.len() {
        let [.., before, used] = &mut found[..=index] else { continue };
        if let (Token::Text(text), Token::Fact(_) | Token::Ask(_)) = (before.0, used.0)
            && let Some(text) = text.strip_suffix('\\')
        {
            *before = (Token::Text(text), before.1.start..before.1.end - 1);
            used.0 = Token::Text(&code[used.1.clone()]);
        }
    }
    found
}

/// Returns the facts that the target of a link uses: `[admin]({{service:cloud.admin_url}})`.
pub(super) fn target_facts(target: &str) -> impl Iterator<Item = &str> {
    code_tokens(target).into_iter().filter_map(|(token, _)| match token {
        Token::Fact(expression) => Some(expression),
        _ => None,
    })
}

/// Puts the facts that the target of a link, or the words of a heading, use in their places, and what the reader is asked; a blank for
/// which `ask` has nothing to say stays as it was written.
///
/// # Errors
/// What `fact` says of the first one that it does not know.
pub fn fill_blanks<E>(
    target: &str,
    mut fact: impl FnMut(&str) -> Result<String, E>,
    ask: impl Fn(&str) -> Option<String>,
) -> Result<String, E> {
    let pieces = code_tokens(target).into_iter().map(|(token, range)| match token {
        Token::Fact(expression) => fact(expression),
        Token::Text(text) => Ok(text.to_owned()),
        Token::Ask(name) => Ok(ask(name).unwrap_or_else(|| target[range].to_owned())),
        Token::Address(_) => Ok(target[range].to_owned()),
    });
    pieces.collect()
}

fn tokens<'t>(text: &'t str, addresses: bool, is_escaped: &dyn Fn(usize) -> bool) -> Vec<(Token<'t>, Range<usize>)> {
    let mut found = Vec::new();
    let mut copied = 0;
    let mut add = |token, range: Range<usize>| {
        if copied < range.start {
            found.push((Token::Text(&text[copied..range.start]), copied..range.start));
        }
        copied = range.end;
        if !range.is_empty() {
            found.push((token, range));
        }
    };
    let mut position = 0;
    while let Some(ahead) = text[position..].find(if addresses { &['{', ':'][..] } else { &['{'][..] }) {
        let at = position + ahead;
        position = at + 1;
        if text[at..].starts_with(':') {
            if let Some(range) = address(text, at) {
                position = range.end;
                add(Token::Address(&text[range.clone()]), range);
            }
        } else if let Some((token, length)) = braces(&text[at..]) {
            position = at + length;
            if !is_escaped(at) {
                add(token, at..at + length);
            }
        }
    }
    add(Token::Text(""), text.len()..text.len());
    found
}

/// Reads `{{kind:id.path}}` or `{{ask:name}}` at the start of a text. Anything else in braces is literal.
fn braces(text: &str) -> Option<(Token<'_>, usize)> {
    // No expression is that long; the limit keeps a page of opening braces linear.
    const LIMIT: usize = 300;
    let inner = text.strip_prefix("{{")?;
    let inner = &inner[..inner.floor_char_boundary(LIMIT)];
    let inner = &inner[..inner.find("}}")?];
    let expression = inner.trim();
    let (word, rest) = expression.split_once(':')?;
    let sound = |character: char| !character.is_whitespace() && !matches!(character, '{' | '}' | '|');
    if rest.is_empty() || !rest.chars().all(sound) {
        return None;
    }
    let token = match word {
        "ask" => Token::Ask(rest),
        word if Kind::from_name(word).is_some() => Token::Fact(expression),
        _ => return None,
    };
    Some((token, inner.len() + "{{}}".len()))
}

/// Reads a bare `http` or `https` address around the colon at `colon`.
fn address(text: &str, colon: usize) -> Option<Range<usize>> {
    let before = &text[..colon];
    let scheme = ["https", "http"].into_iter().find(|scheme| {
        let tail = before.len().checked_sub(scheme.len()).and_then(|start| before.get(start..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(scheme))
    })?;
    let start = colon - scheme.len();
    if before[..start].chars().next_back().is_some_and(char::is_alphanumeric) || !text[colon..].starts_with("://") {
        return None;
    }
    let rest = &text[colon + "://".len()..];
    let stops = |character: char| character.is_whitespace() || matches!(character, '<' | '>' | '"' | '`' | '«' | '»');
    let mut url = &rest[..rest.find(stops).unwrap_or(rest.len())];
    // Punctuation at the end belongs to the sentence; a closing bracket only when it was not opened inside (GFM's rule).
    let opened = url.matches('(').count();
    let mut closed = url.matches(')').count();
    loop {
        let shorter = url.trim_end_matches(['?', '!', '.', ',', ':', ';', '*', '_', '~', '\'', '’', '…', ']', '}']);
        if shorter.ends_with(')') && closed > opened {
            closed -= 1;
            url = &shorter[..shorter.len() - 1];
        } else if shorter.len() < url.len() {
            url = shorter;
        } else {
            break;
        }
    }
    (!url.is_empty()).then(|| start..colon + "://".len() + url.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<Token<'_>> {
        tokens(text, true, &|_| false).into_iter().map(|(token, _)| token).collect()
    }

    #[test]
    fn facts_and_asks_are_found_and_other_braces_are_literal() {
        use Token::{Ask, Fact, Text};
        assert_eq!(
            shown("a {{host:mx1.name}} {{ ask:db }}"),
            [Text("a "), Fact("host:mx1.name"), Text(" "), Ask("db")]
        );
        for literal in ["{{ .Values.host }}", "{{hosts:x}}", "{{host:}}", "{{host: x}}", "{{person:a | upper}}", "{{{{"]
        {
            assert_eq!(shown(literal), [Text(literal)]);
        }
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        use Token::{Address, Text};
        assert_eq!(
            shown("voir (https://a.org/x_(y)), ou xhttp://b"),
            [Text("voir ("), Address("https://a.org/x_(y)"), Text("), ou xhttp://b")]
        );
        assert_eq!(shown("http:// https://a.org."), [Text("http:// "), Address("https://a.org"), Text(".")]);
    }

    #[test]
    fn in_code_only_the_back_slash_of_a_fact_is_dropped() {
        let code = r"a \{{host:x.y}} \{{ z }} {{ask:b}}";
        let text: Vec<Token<'_>> = code_tokens(code).into_iter().map(|(token, _)| token).collect();
        assert_eq!(text, [Token::Text("a "), Token::Text("{{host:x.y}}"), Token::Text(r" \{{ z }} "), Token::Ask("b")]);
    }
}
