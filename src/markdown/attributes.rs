//! What authors write in braces behind a heading or an item, and behind the language of a code block.
//!
//! The parser's own heading attributes are off: they would take `## Restart {name}` for an attribute and lose the word, and
//! hand `{onclick=…}` to whoever renders. Here only ids and classes are attributes; of the classes one has a meaning.

use std::ops::Range;

use super::slug::is_id;

/// The attributes of a heading or an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attributes {
    /// `#id`; of several the last.
    pub(super) id: Option<String>,
    /// Whether `.killer` stands among the classes.
    pub(super) killer: bool,
}

/// Reads the attributes at the end of a text. Returns them and the range of the text that they take, from the space before on.
pub(super) fn trailing(text: &str) -> Option<(Attributes, Range<usize>)> {
    let before = text.trim_end();
    let inner_end = before.strip_suffix('}')?.len();
    let start = before.rfind('{')?;
    let inner = &before[start + 1..inner_end];
    if inner.trim().is_empty() || before[..start].ends_with(['{', '\\']) {
        return None;
    }
    let mut attributes = Attributes::default();
    let mut marked = false;
    for word in inner.split_whitespace() {
        if let Some(id) = word.strip_prefix('#').filter(|id| is_id(id)) {
            attributes.id = Some(id.to_owned());
            marked = true;
        } else if let Some(class) = word.strip_prefix('.').filter(|class| is_id(class)) {
            attributes.killer |= class == "killer";
            marked = true;
        } else if word.split_once('=').is_none_or(|(key, _)| !is_id(key)) {
            // A word of the text, such as the `{host}` of a template.
            return None;
        }
    }
    let start = before[..start].trim_end().len();
    marked.then_some((attributes, start..text.len()))
}

/// What stands behind the opening of a fence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FenceInfo {
    /// The language, lower case; empty for none.
    pub(super) language: String,
    /// `on=`.
    pub(super) on: Option<String>,
    /// `effect=`.
    pub(super) effect: Option<String>,
}

impl FenceInfo {
    /// Reads `sh on=host:mx1 effect=reads`; values with spaces are quoted. mdBook's `rust,ignore` and Pandoc's `{.sh}` are
    /// understood; attributes of others are left alone.
    pub(super) fn parse(info: &str) -> Self {
        let info = info.trim();
        let mut rest = info.strip_prefix("{").map_or(info, |inner| inner.strip_suffix('}').unwrap_or(inner)).trim();
        let mut parsed = Self::default();
        let length = rest.find([' ', '\t', ',', '{', '=']).unwrap_or(rest.len());
        if !rest[length..].starts_with('=') {
            parsed.language = rest[..length].trim_start_matches('.').to_lowercase();
            rest = &rest[length..];
        }
        while let Some((key, after)) = rest.split_once('=') {
            let key = key.rsplit([' ', '\t', ',', '{']).next().unwrap_or_default();
            let (value, after) = match after.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
                None => after.split_at(after.find([' ', '\t', ',', '}']).unwrap_or(after.len())),
            };
            match key {
                "on" => parsed.on = Some(value.to_owned()),
                "effect" => parsed.effect = Some(value.to_owned()),
                _ => {}
            }
            rest = after;
        }
        parsed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Option<String>, bool, &str)> {
        trailing(text).map(|(attributes, range)| (attributes.id, attributes.killer, &text[..range.start]))
    }

    #[test]
    fn ids_and_classes_are_attributes_and_words_are_words() {
        assert_eq!(read("Lire. {#cause}"), Some((Some("cause".to_owned()), false, "Lire.")));
        assert_eq!(read("Couper {#a .killer} "), Some((Some("a".to_owned()), true, "Couper")));
        assert_eq!(read("Titre {#a onclick=alert(1)}"), Some((Some("a".to_owned()), false, "Titre")));
        for words in ["Restart {name}", "On {{host:mx1.name}}", "{# comment #}", "Set {onclick=alert(1)}", "x {}", "a}"]
        {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn fence_info_is_read_with_quotes_and_foreign_attributes() {
        let read = |info| {
            let FenceInfo { language, on, effect } = FenceInfo::parse(info);
            (language, on.unwrap_or_default(), effect.unwrap_or_default())
        };
        let owned = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(read("sh on=host:mx1 effect=reads"), owned("sh", "host:mx1", "reads"));
        assert_eq!(read("sql on=\"psql prompt\" run=1"), owned("sql", "psql prompt", ""));
        assert_eq!(read("rust,ignore"), owned("rust", "", ""));
        assert_eq!(read("{.Sh}"), owned("sh", "", ""));
        assert_eq!(read("title=\"a b\" on=here"), owned("", "here", ""));
        assert_eq!(read(""), owned("", "", ""));
    }
}
