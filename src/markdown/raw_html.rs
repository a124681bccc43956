//! The tags of raw HTML, by the grammar of CommonMark (§6.6).
//!
//! What this finds is written anew by us, tag by tag; anything else with a `<` becomes text. So nothing that an author writes
//! reaches a page as they wrote it, whatever an HTML parser would have made of it.

use std::ops::Range;

/// A piece of raw HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'h> {
    /// Words, entities as written.
    Text(&'h str),
    /// `<name …>`.
    Open(Tag<'h>),
    /// `</name>`.
    Close(String),
    /// The words of `<!-- … -->`.
    Comment(&'h str),
}

/// An opening tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag<'h> {
    /// Its name, lower case.
    pub(super) name: String,
    /// Its attributes, names in lower case, values as written between their quotes.
    pub(super) attributes: Vec<(String, &'h str)>,
}

impl Tag<'_> {
    /// Returns the value of an attribute, entities decoded; of several the first, as browsers do.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        self.attributes.iter().find(|(attribute, _)| attribute == name).map(|(_, value)| decode(value))
    }
}

/// Takes raw HTML apart. The contents of scripts and style sheets are left out.
pub(super) fn pieces(html: &str) -> Vec<(Piece<'_>, Range<usize>)> {
    let mut found = Vec::new();
    let mut text = 0;
    let mut position = 0;
    // Whether no comment, declaration or instruction ends any more: then none is looked for, which keeps this linear.
    let mut unclosed = Unclosed::default();
    while let Some(ahead) = html[position..].find('<') {
        let at = position + ahead;
        let Some((piece, end)) = piece(html, at, &mut unclosed) else {
            position = at + 1;
            continue;
        };
        if text < at {
            found.push((Piece::Text(&html[text..at]), text..at));
        }
        let hidden = match &piece {
            Some(Piece::Open(tag)) if matches!(tag.name.as_str(), "script" | "style") => close(html, end, &tag.name),
            _ => end,
        };
        if let Some(piece) = piece {
            found.push((piece, at..end));
        }
        position = hidden;
        text = hidden;
    }
    if text < html.len() {
        found.push((Piece::Text(&html[text..]), text..html.len()));
    }
    found
}

#[derive(Default)]
struct Unclosed {
    comment: bool,
    instruction: bool,
    declaration: bool,
    cdata: bool,
}

/// Reads what starts with the `<` at `at`: the piece, none for what has no meaning in a page, and where it ends.
fn piece<'h>(html: &'h str, at: usize, unclosed: &mut Unclosed) -> Option<(Option<Piece<'h>>, usize)> {
    let rest = &html[at..];
    let mut until = |opening: &str, closing: &str, given_up: fn(&mut Unclosed) -> &mut bool| -> Option<usize> {
        if !rest.starts_with(opening) || *given_up(unclosed) {
            return None;
        }
        let length = rest[opening.len()..].find(closing);
        *given_up(unclosed) = length.is_none();
        length.map(|length| opening.len() + length)
    };
    if rest.starts_with("<!-->") {
        return Some((None, at + "<!-->".len()));
    }
    if let Some(end) = until("<!--", "-->", |unclosed| &mut unclosed.comment) {
        return Some((Some(Piece::Comment(&rest["<!--".len()..end])), at + end + "-->".len()));
    }
    if let Some(end) = until("<![CDATA[", "]]>", |unclosed| &mut unclosed.cdata) {
        return Some((Some(Piece::Text(&rest["<![CDATA[".len()..end])), at + end + "]]>".len()));
    }
    if let Some(end) = until("<?", "?>", |unclosed| &mut unclosed.instruction) {
        return Some((None, at + end + "?>".len()));
    }
    if rest[1..].starts_with("!D") || rest[1..].starts_with("!d") {
        let end = until("<!", ">", |unclosed| &mut unclosed.declaration)?;
        return Some((None, at + end + ">".len()));
    }
    let mut scanner = Scanner { rest: &rest[1..] };
    let closes = scanner.eat("/");
    let name =
        scanner.take(|index, byte| byte.is_ascii_alphabetic() || index > 0 && (byte.is_ascii_digit() || byte == b'-'));
    if name.is_empty() {
        return None;
    }
    let name = name.to_ascii_lowercase();
    if closes {
        scanner.space();
        return scanner.eat(">").then(|| (Some(Piece::Close(name)), html.len() - scanner.rest.len()));
    }
    let mut attributes = Vec::new();
    loop {
        let spaced = scanner.space();
        if scanner.eat("/>") || scanner.eat(">") {
            return Some((Some(Piece::Open(Tag { name, attributes })), html.len() - scanner.rest.len()));
        }
        let attribute = scanner.take(|index, byte| {
            byte.is_ascii_alphabetic()
                || b"_:".contains(&byte)
                || index > 0 && (byte.is_ascii_digit() || b".-".contains(&byte))
        });
        if !spaced || attribute.is_empty() {
            return None;
        }
        let value = scanner.value()?;
        attributes.push((attribute.to_ascii_lowercase(), value));
    }
}

/// Returns where the contents of an element end whose text is not HTML: before its closing tag.
fn close(html: &str, from: usize, name: &str) -> usize {
    let bytes = html.as_bytes();
    let tag_at = |at: usize| {
        bytes[at..].starts_with(b"</")
            && bytes.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    html[from..].match_indices("</").map(|(ahead, _)| from + ahead).find(|at| tag_at(*at)).unwrap_or(html.len())
}

struct Scanner<'h> {
    rest: &'h str,
}

impl<'h> Scanner<'h> {
    fn eat(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn space(&mut self) -> bool {
        let before = self.rest.len();
        self.rest = self.rest.trim_ascii_start();
        self.rest.len() < before
    }

    fn take(&mut self, sound: impl Fn(usize, u8) -> bool) -> &'h str {
        let bytes = self.rest.as_bytes();
        let length = bytes.iter().enumerate().position(|(index, byte)| !sound(index, *byte)).unwrap_or(bytes.len());
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Reads `= value`, where there is one; nothing when it is malformed.
    fn value(&mut self) -> Option<&'h str> {
        let before = self.rest;
        self.space();
        if !self.eat("=") {
            self.rest = before;
            return Some("");
        }
        self.space();
        for quote in ["\"", "'"] {
            if self.eat(quote) {
                let (value, rest) = self.rest.split_once(quote)?;
                self.rest = rest;
                return Some(value);
            }
        }
        let value = self.take(|_, byte| !byte.is_ascii_whitespace() && !b"\"'=<>`".contains(&byte));
        (!value.is_empty()).then_some(value)
    }
}

/// Decodes the character references of an attribute's value: numbers, and the names that HTML requires to be written so. Others
/// stay as they are, which is safe: what we write is escaped again.
pub(super) fn decode(value: &str) -> String {
    let mut decoded = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        // The longest reference that we know, `&#1114111;`, has nine characters behind the ampersand.
        let length = after.bytes().take(10).position(|byte| byte == b';');
        match length.and_then(|length| Some((character(&after[..length])?, &after[length + 1..]))) {
            Some((character, after)) => {
                decoded.push(character);
                rest = after;
            }
            None => {
                decoded.push('&');
                rest = after;
            }
        }
    }
    decoded + rest
}

fn character(reference: &str) -> Option<char> {
    Some(match reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        number => {
            let number = number.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?).filter(|character| !character.is_control())?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> Vec<String> {
        let show = |piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Open(tag) => format!("<{} {:?}>", tag.name, tag.attributes),
            Piece::Close(name) => format!("</{name}>"),
            Piece::Comment(text) => format!("<!--{text}-->"),
        };
        pieces(html).into_iter().map(|(piece, _)| show(piece)).collect()
    }

    #[test]
    fn tags_are_read_and_malformed_ones_are_text() {
        assert_eq!(
            shown("a<B x='1' y=2 z>b</B ><!-- c --><"),
            ["a", "<b [(\"x\", \"1\"), (\"y\", \"2\"), (\"z\", \"\")]>", "b", "</b>", "<!-- c -->", "<"]
        );
        for malformed in
            ["<a/b>", "<a b=>", "<a 'x'>", "<1>", "< a>", "<a", "<a x=\"y>", "</a x>", "<!-- x", "<img/src=x>"]
        {
            assert_eq!(shown(malformed), [malformed]);
        }
    }

    #[test]
    fn the_contents_of_scripts_are_left_out() {
        assert_eq!(shown("<script>if (a<b) x()</SCRIPT>y"), ["<script []>", "</script>", "y"]);
        assert_eq!(shown("<style>p{}"), ["<style []>"]);
    }

    #[test]
    fn values_are_decoded_once() {
        let value = |html| match pieces(html).swap_remove(0).0 {
            Piece::Open(tag) => tag.value("href").unwrap(),
            other => panic!("{other:?}"),
        };
        assert_eq!(value("<a href='a&amp;b&#x6A;&#106;&eacute;&'>"), "a&bjj&eacute;&");
        assert_eq!(value("<a href='&amp;amp;'>"), "&amp;");
    }

    #[test]
    fn a_page_of_openings_takes_linear_time() {
        for hostile in ["<!--", "<a x=\"", "<", "<?", "<script>", "<![CDATA[", "<a x='", "<a b "] {
            pieces(&hostile.repeat(100_000 / hostile.len()));
        }
    }
}
