//! What all drawings share: how wide they are, and how words get into them.

use crate::markdown::html::escape_attribute;

/// The width in units, which a phone shows at its full size.
pub(super) const WIDTH: u32 = 340;

/// Shortens a name that would not fit.
pub(super) fn short(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let kept: String = name.chars().take(most - 1).collect();
    format!("{}…", kept.trim_end())
}

/// Returns the attribute that says which language a name is in, where it is not the page's.
pub(super) fn lang(language: Option<&str>) -> String {
    language.map(|language| format!(" lang=\"{}\"", escape(language))).unwrap_or_default()
}

/// Returns a text as the value of an attribute, or between tags.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::new();
    escape_attribute(&mut escaped, text);
    escaped
}
