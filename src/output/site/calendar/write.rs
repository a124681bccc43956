//! The text of iCalendar (RFC 5545): content lines, folded (§3.1), with the values of texts escaped (§3.3.11).

/// The longest line, in octets and without its end (§3.1).
const LONGEST: usize = 75;

/// A calendar while it is written.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Writes a property whose value stands as it is: a day, a number, an address, a word of the standard.
    pub(super) fn property(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{}", printable(value)));
    }

    /// Writes a property whose value is a text. A text without a word is left out.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        if !text.trim().is_empty() {
            self.fold(&format!("{name}:{}", escaped(text)));
        }
    }

    /// Returns the whole text.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// Writes a line, in several where it is too long; never inside a character, though the standard would let a reader cope with it.
    fn fold(&mut self, line: &str) {
        let mut room = LONGEST;
        for character in line.chars() {
            if character.len_utf8() > room {
                self.0.push_str("\r\n ");
                // The space that marks what follows is part of the line.
                room = LONGEST - 1;
            }
            self.0.push(character);
            room -= character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Escapes what a text may not hold as it is. Of control characters only the tab may stand in it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// Leaves out what would end the line.
fn printable(value: &str) -> String {
    value.chars().filter(|character| !character.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Reads one property as the standard says: unfolds, then takes the escapes back.
    fn read(written: &str) -> String {
        let unfolded = written.replace("\r\n ", "");
        let value = unfolded.trim_end_matches("\r\n").split_once(':').unwrap().1;
        let mut text = String::new();
        let mut characters = value.chars();
        while let Some(character) = characters.next() {
            text.push(match character {
                '\\' => match characters.next().unwrap() {
                    'n' | 'N' => '\n',
                    other => other,
                },
                other => other,
            });
        }
        text
    }

    fn written(text: &str) -> String {
        let mut lines = Lines::default();
        lines.text("SUMMARY", text);
        lines.finish()
    }

    #[test]
    fn a_text_keeps_what_the_standard_gives_a_meaning() {
        assert_eq!(written("a;b, c\\d\r\ne"), "SUMMARY:a\\;b\\, c\\\\d\\ne\r\n");
        assert_eq!(written(" \n"), "");
    }

    #[test]
    fn a_line_of_seventy_five_octets_is_not_folded() {
        let longest = "x".repeat(LONGEST - "SUMMARY:".len());
        assert_eq!(written(&longest), format!("SUMMARY:{longest}\r\n"));
        assert_eq!(written(&format!("{longest}é")), format!("SUMMARY:{longest}\r\n é\r\n"));
    }

    proptest! {
        #[test]
        fn every_text_is_read_back_and_no_line_is_too_long(text in "\\PC{0,300}|(.|\n|é|💾|;|,|\\\\){0,200}") {
            prop_assume!(!text.trim().is_empty());
            let written = written(&text);
            for line in written.split_terminator("\r\n") {
                prop_assert!(line.len() <= LONGEST && !line.contains(['\r', '\n']), "{line:?}");
            }
            let kept: String = text.replace("\r\n", "\n").replace('\r', "\n");
            let kept: String = kept.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect();
            prop_assert_eq!(read(&written), kept);
        }
    }
}
