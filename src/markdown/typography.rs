//! French typography: the spaces that must not break.
//!
//! Before `;`, `!` and `?` a narrow no-break space, before `:` and inside « » a no-break space (Imprimerie nationale, *Lexique
//! des règles typographiques*). Only a space that the author wrote is replaced, so that `http://`, `10:30` and `--flag!` stay
//! what they are; guillemets, which mean nothing else, get theirs in any case.

use std::borrow::Cow;

const NO_BREAK: char = '\u{A0}';
const NARROW_NO_BREAK: char = '\u{202F}';

/// Sets the spaces of a French text. The text is prose: never code, an address, or a value.
#[must_use]
pub fn french(text: &str) -> Cow<'_, str> {
    if !text.contains([';', '!', '?', ':', '«', '»']) {
        return Cow::Borrowed(text);
    }
    let mut set = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            ' ' => {
                let mut behind = characters.clone();
                let mark = behind.next();
                // `:smile:` and `!important` are no punctuation of a sentence.
                let ends = behind.next().is_none_or(|next| next.is_whitespace() || "!?»)…\"’.,".contains(next));
                set.push(match mark {
                    Some(';' | '!' | '?') if ends => NARROW_NO_BREAK,
                    Some(':') if ends => NO_BREAK,
                    Some('»') => NO_BREAK,
                    _ => ' ',
                });
            }
            '«' => {
                set.push('«');
                if characters.next_if_eq(&' ').is_some() || !characters.peek().is_none_or(|next| next.is_whitespace()) {
                    set.push(NO_BREAK);
                }
            }
            '»' => {
                if set.chars().next_back().is_some_and(|last| !last.is_whitespace()) {
                    set.push(NO_BREAK);
                }
                set.push('»');
            }
            character => set.push(character),
        }
    }
    Cow::Owned(set)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_that_the_author_wrote_do_not_break() {
        let cases = [
            ("Attendu : « oui » ; non !", "Attendu\u{A0}: «\u{A0}oui\u{A0}»\u{202F}; non\u{202F}!"),
            ("«oui»", "«\u{A0}oui\u{A0}»"),
            (" :", "\u{A0}:"),
            ("Vraiment ?!", "Vraiment\u{202F}?!"),
            ("« ", "«\u{A0}"),
        ];
        for (written, expected) in cases {
            assert_eq!(french(written), expected, "{written}");
        }
    }

    #[test]
    fn nothing_is_put_where_nothing_was() {
        for text in ["à 10:30, oui!", "a :smile: b", "x !important", "d\u{E9}j\u{E0}\u{A0}: oui", "plain"] {
            assert_eq!(french(text), text);
        }
    }
}
