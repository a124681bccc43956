//! A style sheet without what only people read.

/// Drops what a browser does not read of a style sheet: comments, blanks that separate nothing, the last semicolon of a rule, the
/// seam between two blocks of the same layer. A third of its bytes.
///
/// Strings, addresses in `url(…)` and escaped characters stay as they are. A blank goes only beside a character that separates by
/// itself, so `a :hover`, `(min-width: 1px) and (…)` and the operators of `calc` keep theirs. Numbers stay as they are written:
/// `0px` is not `0` everywhere.
pub(super) fn squeeze(css: &str) -> String {
    /// What needs no blank before it, and what needs none after it; a blank before `:` or `(` means something.
    const BEFORE: [char; 6] = ['{', '}', ';', ',', '>', ')'];
    const AFTER: [&str; 9] = ["", " ", "{", "}", ";", ",", ">", "(", ":"];
    let mut squeezed = String::with_capacity(css.len());
    // What was taken over last: an escaped separator is none.
    let mut last = "";
    let mut seam = Seam::default();
    let mut rest = css;
    while let Some(character) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
        } else if character.is_ascii_whitespace() {
            rest = rest.trim_ascii_start();
            if !rest.is_empty() && !rest.starts_with(BEFORE) && !AFTER.contains(&last) {
                squeezed.push(' ');
                last = " ";
            }
        } else {
            let (token, after) = rest.split_at(token_length(rest, character));
            if token == "}" && last == ";" {
                squeezed.pop();
            }
            squeezed.push_str(token);
            seam.close(&mut squeezed, token);
            last = token;
            rest = after;
        }
    }
    squeezed
}

/// Where in a squeezed sheet the last statement outside of all blocks starts, to see whether it goes on with the layer before it.
#[derive(Default)]
struct Seam {
    depth: usize,
    start: usize,
    layer: String,
}

impl Seam {
    /// Follows the blocks as they open and end, and takes the seam out when a layer opens that has just ended.
    fn close(&mut self, squeezed: &mut String, token: &str) {
        match token {
            "{" if self.depth == 0 => {
                let opened = &squeezed[self.start..];
                // Only behind a rule: a statement would need its semicolon back.
                let goes_on =
                    opened.starts_with("@layer ") && opened == self.layer && squeezed[..self.start].ends_with("}}");
                if goes_on {
                    squeezed.truncate(self.start - 1);
                } else {
                    self.layer = opened.to_owned();
                }
                self.depth = 1;
            }
            "{" => self.depth += 1,
            "}" | ";" => {
                self.depth -= usize::from(token == "}" && self.depth > 0);
                if self.depth == 0 {
                    self.start = squeezed.len();
                }
            }
            _ => {}
        }
    }
}

/// Returns the length of what must be taken as it is at the start of a style sheet: a string, an address, an escaped character, or
/// one character.
fn token_length(css: &str, character: char) -> usize {
    match character {
        '"' | '\'' => closed_by(css, 1, character),
        '\\' => escape_length(css),
        // An address in quotes is a string like others.
        'u' if css.starts_with("url(") && !css[4..].trim_ascii_start().starts_with(['"', '\'']) => {
            closed_by(css, 4, ')')
        }
        _ => character.len_utf8(),
    }
}

/// Returns the length of an escaped character: one as it is, or up to six digits and the blank that ends them.
fn escape_length(css: &str) -> usize {
    let digits = css[1..].bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    match css[1 + digits..].chars().next() {
        Some(next) if digits == 0 || next.is_ascii_whitespace() => 1 + digits + next.len_utf8(),
        _ => 1 + digits,
    }
}

/// Returns how long the start of a style sheet is up to a character that is not escaped; all of it when there is none.
fn closed_by(css: &str, start: usize, end: char) -> usize {
    let mut is_escaped = false;
    for (place, character) in css[start..].char_indices() {
        if character == end && !is_escaped {
            return start + place + end.len_utf8();
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    css.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_blanks_go_and_strings_stay() {
        let css = "/* a */\n@layer x {\n  .b, .c {\n    content: \"/* d */  }\";\n    margin: 0 1px;\n  }\n\n  .e .f { gap: 0 }\n}\n";
        assert_eq!(squeeze(css), "@layer x{.b,.c{content:\"/* d */  }\";margin:0 1px}.e .f{gap:0}}");
        assert_eq!(squeeze("a /* never closed"), "a ");
        assert_eq!(squeeze("a \"never closed; }"), "a \"never closed; }");
        assert_eq!(squeeze("a /* b */ /* c */ d\\"), "a d\\");
    }

    #[test]
    fn a_blank_that_means_something_stays() {
        for sheet in [
            "a :hover,b:is(.c .d)>e{margin:calc(1px + (2px - 3px) * 4) auto}",
            "@media (min-width:60rem) and (min-height:32rem){p + p{margin:0px}}",
            ".a\\; .b\\:c,.\\31  d,.\\e9 e{--x:url(data:a;b{c}/*d*/ ;}) 1px;content:\"\\\"; }\"}",
            "a[href^=\"b  c\" i]{color:light-dark(#fff,#000)}",
        ] {
            assert_eq!(squeeze(sheet), sheet);
        }
        assert_eq!(squeeze("a > b :first-child { x : y ; }"), "a>b :first-child{x :y}");
        assert_eq!(squeeze("a { b: url( 'c ; }' ) ; }"), "a{b:url('c ; }')}");
    }

    #[test]
    fn a_layer_goes_on_where_it_ended() {
        assert_eq!(
            squeeze("@layer a { b { } }\n@layer a { c { } }\n@layer d { e { } }"),
            "@layer a{b{}c{}}@layer d{e{}}"
        );
        for sheet in [
            "@layer a,b;@layer a{@layer c,d}@layer a{e{}}",
            "@layer a{b{}}c{}@layer a{d{}}",
            "@media print{a{}}@media print{b{}}",
            "a{}}}@layer b{c{}}",
        ] {
            assert_eq!(squeeze(sheet), sheet);
        }
    }
}
