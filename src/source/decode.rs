//! Bytes of a file → readable text, losing no word.

/// What had to be done to read a file as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// The bytes were UTF-8.
    Utf8,
    /// A byte order mark said UTF-16.
    Utf16,
    /// Not UTF-8: read as Windows-1252 (the superset of Latin-1 that editors write), from this byte on at the latest.
    Windows1252 {
        /// Offset of the first byte that is not UTF-8.
        first: usize,
    },
}

/// Decodes a file: byte order marks are dropped, CRLF and lone CR become LF, and control characters become their visible
/// pictures (U+2400 block), so that they can neither hide text nor drive a terminal.
#[must_use]
pub fn decode(bytes: &[u8]) -> (String, Encoding) {
    let (text, encoding) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (utf16(rest, u16::from_le_bytes), Encoding::Utf16),
        [0xFE, 0xFF, rest @ ..] => (utf16(rest, u16::from_be_bytes), Encoding::Utf16),
        _ => {
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            match std::str::from_utf8(bytes) {
                Ok(text) => (text.to_owned(), Encoding::Utf8),
                Err(error) => (
                    bytes.iter().map(|byte| windows_1252(*byte)).collect(),
                    Encoding::Windows1252 { first: error.valid_up_to() },
                ),
            }
        }
    };
    (clean(text), encoding)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// The 32 places where Windows-1252 differs from Latin-1 (WHATWG Encoding Standard, index-windows-1252).
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

/// Normalises line ends and makes control characters visible.
#[must_use]
pub fn clean(text: String) -> String {
    let is_plain = |character: char| !character.is_control() || matches!(character, '\n' | '\t');
    if text.chars().all(is_plain) {
        return text;
    }
    let text = text.replace("\r\n", "\n");
    text.chars()
        .map(|character| match character {
            '\r' => '\n',
            '\n' | '\t' => character,
            '\u{7F}' => '\u{2421}',
            control if control < ' ' => {
                char::from_u32(0x2400 + u32::from(control)).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            control if control.is_control() => char::REPLACEMENT_CHARACTER,
            character => character,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_line_ends_are_normalised() {
        assert_eq!(decode(b"\xEF\xBB\xBFa\r\nb\rc"), ("a\nb\nc".to_owned(), Encoding::Utf8));
        assert_eq!(decode(b"\xFF\xFE\xE9\x00a\x00").0, "éa");
        assert_eq!(decode(b"\xFE\xFF\x00\xE9").0, "é");
    }

    #[test]
    fn latin_1_is_read_and_reported_with_the_byte() {
        assert_eq!(decode(b"caf\xE9 \x80"), ("café €".to_owned(), Encoding::Windows1252 { first: 3 }));
    }

    #[test]
    fn control_characters_become_visible() {
        assert_eq!(decode(b"a\x1B[31m\x00\x7F").0, "a␛[31m␀␡");
        assert_eq!(decode("a\u{9B}b".as_bytes()).0, "a\u{FFFD}b");
    }
}
