//! A finished file as a reader gets it: the words of a page without its tags, the index of the search unpacked.

use std::borrow::Cow;

use crate::bundle::SitePath;

/// What unpacks a file that no reader sees as it is, such as a part of the index of the search; nothing for any other.
pub(super) type Unpack<'a> = &'a (dyn Fn(&SitePath, &[u8]) -> Option<String> + Sync);

/// What a finished file says.
pub(super) struct Readable<'a> {
    /// Its words.
    pub(super) text: Cow<'a, str>,
    /// Whether texts stand one behind the other, so that a word at the end of one seems to name what begins the next.
    pub(super) is_joined: bool,
}

impl<'a> Readable<'a> {
    /// Reads a file.
    pub(super) fn new(path: &SitePath, bytes: &'a [u8], unpack: Unpack<'_>) -> Self {
        let address = path.as_str();
        if let Some(text) = unpack(path, bytes) {
            return Self { text: Cow::Owned(text), is_joined: true };
        }
        let text = String::from_utf8_lossy(bytes);
        if address.ends_with(".html") || address.ends_with(".atom") {
            return Self { text: Cow::Owned(visible(&text)), is_joined: false };
        }
        if address.ends_with(".ics") {
            // A line that is too long is folded (RFC 5545 §3.1), and what is looked for with it.
            return Self { text: Cow::Owned(text.replace("\r\n ", "")), is_joined: true };
        }
        Self { text, is_joined: true }
    }
}

/// Elements that stand within a line: what they hold belongs to the words around them.
const INLINE: [&str; 28] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "label",
];

/// The text of a page as it is read, a line for each block; then the tags that have attributes, a line each: what is copied by a button or
/// shown to search engines is published, too. They stand at the end, so that they do not part the words around them.
fn visible(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut attributes = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        decode(&rest[..start], &mut text);
        rest = &rest[start..];
        let Some(end) = rest.find('>') else { break };
        let tag = &rest[1..end];
        let name = tag.trim_start_matches('/');
        let name = name.split(|character: char| !character.is_ascii_alphanumeric()).next().unwrap_or_default();
        if tag.contains('=') {
            attributes.push('\n');
            decode(tag, &mut attributes);
        }
        if tag.contains("://") || !INLINE.contains(&name) {
            text.push('\n');
        }
        rest = &rest[end + 1..];
    }
    decode(rest, &mut text);
    text.push_str(&attributes);
    text
}

/// Adds a text with what stands for the characters that HTML keeps to itself.
fn decode(html: &str, text: &mut String) {
    if !html.contains('&') {
        text.push_str(html);
        return;
    }
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];
    text.push_str(&pairs.iter().fold(html.to_owned(), |html, (from, to)| html.replace(from, to)));
}
