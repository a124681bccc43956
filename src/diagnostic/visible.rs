//! Text of others, made safe to show: nothing in it can drive a terminal, hide, or turn lines around.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a character acts instead of being seen: control characters, marks that turn the direction of text around or end
/// lines, and characters without width that only hide things (Unicode TR 36 and TR 39).
pub(super) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Returns a text on one line, with what would act written as Rust escapes it: `\u{1b}`, `\n`.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '\n' => shown.push_str("\\n"),
            '\t' => shown.push_str("\\t"),
            hidden if is_hidden(hidden) => {
                // Writing to a `String` cannot fail.
                let _ = write!(shown, "\\u{{{:x}}}", u32::from(hidden));
            }
            character => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_written_out_and_words_stay() {
        assert_eq!(
            visible("\u{1b}[31mé\r\n\u{9b}2J\u{202e}x\u{e0041}"),
            "\\u{1b}[31mé\\u{d}\\n\\u{9b}2J\\u{202e}x\\u{e0041}"
        );
        assert!(matches!(visible("L’été à 20\u{a0}h : 日本 👩‍💻"), Cow::Borrowed(_)));
    }
}
