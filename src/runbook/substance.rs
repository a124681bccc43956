//! What a page says, as one number: to tell a change from a new line break.

use super::front_matter;

/// Returns a hash of the text of a page, without its front matter, and whatever the white space between its words. It is the same on every
/// machine.
#[must_use]
pub fn substance(text: &str) -> u64 {
    let body = &text[front_matter::end(text)..];
    let mut hasher = blake3::Hasher::new();
    for word in body.split_whitespace() {
        hasher.update(word.as_bytes()).update(b" ");
    }
    let [a, b, c, d, e, f, g, h, ..] = *hasher.finalize().as_bytes();
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_and_white_space_are_no_substance() {
        let page = substance("# A\n\nOne two.\n");
        assert_eq!(page, substance("---\ntitle: A\n---\n# A\n\nOne\n  two.\n"));
        assert_ne!(page, substance("# A\n\nOnetwo.\n"));
        assert_ne!(page, substance("# A\n\nOne three.\n"));
    }
}
