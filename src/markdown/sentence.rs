//! Where a sentence ends.

/// Returns where the first sentence of a text ends, its mark included; nothing when the text has no such mark.
#[must_use]
pub fn sentence_end(text: &str) -> Option<usize> {
    let ends = |(at, character): &(usize, char)| {
        let rest = &text[at + character.len_utf8()..];
        let next = rest.trim_start().chars().next();
        // "e.g. foo" goes on; "Stop. Then" does not.
        matches!(character, '.' | '!' | '?' | '…')
            && next.is_none_or(|next| rest.starts_with(char::is_whitespace) && !next.is_lowercase())
    };
    text.char_indices().find(ends).map(|(at, character)| at + character.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_does_not_end_at_an_abbreviation_or_inside_a_name() {
        let first = |text: &'static str| sentence_end(text).map(|end| &text[..end]);
        assert_eq!(first("Use a client, e.g. psql. Then wait"), Some("Use a client, e.g. psql."));
        assert_eq!(first("Edit nginx.conf now"), None);
        assert_eq!(first("Prêt\u{a0}? Oui."), Some("Prêt\u{a0}?"));
    }
}
