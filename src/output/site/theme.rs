//! The theme: templates, styles and scripts, the built-in ones overridden file by file by those of the project.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rust_embed::Embed;

use crate::source::{FileId, Snapshot, SourcePath};

/// The built-in theme, inside the program.
#[derive(Embed)]
#[folder = "themes/default/"]
struct BuiltIn;

/// The styles, in the order in which they are joined. A name that ends in `/` stands for all files of that folder, by name.
const STYLES: [&str; 7] =
    ["layers.css", "tokens.css", "base.css", "layout.css", "components/", "utilities.css", "print.css"];

/// The scripts, in the order in which they are joined.
const SCRIPTS: [&str; 2] = ["lib/", "elements/"];

/// The files of a theme.
pub(super) struct Theme<'a> {
    /// What the project overrides or adds: path inside the theme → its file.
    own: BTreeMap<&'a str, (FileId, &'a str)>,
    /// Every path inside the theme, whoever it comes from.
    names: BTreeSet<String>,
}

impl<'a> Theme<'a> {
    /// Returns the built-in theme as the files of a folder of the project override it.
    pub(super) fn new(snapshot: &'a Snapshot, folder: Option<&SourcePath>) -> Self {
        let own: BTreeMap<_, _> = folder
            .into_iter()
            .flat_map(|folder| snapshot.files_below(folder).map(move |file| (folder, file)))
            .filter_map(|(folder, file)| Some((file.path.below(folder)?, (file.id, &*file.text))))
            .collect();
        let names = BuiltIn::iter().map(Cow::into_owned).chain(own.keys().map(|name| (*name).to_owned())).collect();
        Self { own, names }
    }

    /// Returns a file's text.
    pub(super) fn text(&self, name: &str) -> Option<Cow<'a, str>> {
        match self.own.get(name) {
            Some((_, text)) => Some(Cow::Borrowed(text)),
            None => built_in(name).map(Cow::Owned),
        }
    }

    /// Returns the file of the project that gives this part of the theme, if one does.
    pub(super) fn source(&self, name: &str) -> Option<FileId> {
        self.own.get(name).map(|(file, _)| *file)
    }

    /// Returns the names of the files below a folder of the theme, sorted.
    pub(super) fn below(&self, folder: &str) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str).filter(move |name| name.starts_with(folder))
    }

    /// Returns all styles as one sheet.
    pub(super) fn style(&self) -> String {
        squeeze(&self.join("css/", &STYLES, ".css"))
    }

    /// Returns all scripts as one.
    pub(super) fn script(&self) -> String {
        self.join("js/", &SCRIPTS, ".js")
    }

    fn join(&self, folder: &str, order: &[&str], extension: &str) -> String {
        let mut joined = String::new();
        for entry in order {
            let entry = format!("{folder}{entry}");
            let names = self.below(&entry).filter(|name| name.ends_with(extension));
            for text in names.filter_map(|name| self.text(name)) {
                joined.push_str(&text);
            }
        }
        joined
    }
}

/// Returns a file of the built-in theme.
pub(super) fn built_in(name: &str) -> Option<String> {
    BuiltIn::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned())
}

/// Drops what a browser does not read of a style sheet: comments, blanks that separate nothing, the last semicolon of a rule. A third
/// of its bytes.
///
/// Strings, addresses in `url(…)` and escaped characters stay as they are. A blank goes only beside a character that separates by
/// itself, so `a :hover`, `(min-width: 1px) and (…)` and the operators of `calc` keep theirs. Numbers stay as they are written:
/// `0px` is not `0` everywhere.
fn squeeze(css: &str) -> String {
    /// What needs no blank before it, and what needs none after it; a blank before `:` or `(` means something.
    const BEFORE: [char; 6] = ['{', '}', ';', ',', '>', ')'];
    const AFTER: [&str; 9] = ["", " ", "{", "}", ";", ",", ">", "(", ":"];
    let mut squeezed = String::with_capacity(css.len());
    // What was taken over last: an escaped separator is none.
    let mut last = "";
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
            last = token;
            rest = after;
        }
    }
    squeezed
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
    fn a_project_overrides_the_theme_file_by_file_and_adds_to_it() {
        let snapshot = Snapshot::from_archive(
            "-- themes/ours/css/tokens.css --\n:root { --own: 1 }\n-- themes/ours/css/components/own.css --\n.own {}\n",
        );
        let folder = SourcePath::new("themes/ours").unwrap();
        let style = Theme::new(&snapshot, Some(&folder)).style();
        assert!(style.contains("--own") && style.contains(".own{}") && !style.contains("--measure:"));
        assert!(style.starts_with("@layer tokens"), "the built-in files that are not overridden stay");
    }

    #[test]
    fn style_and_script_stay_within_their_budgets() {
        let snapshot = Snapshot::default();
        let theme = Theme::new(&snapshot, None);
        assert!(theme.style().len() <= 20_000, "{} bytes of CSS", theme.style().len());
        assert!(theme.script().len() <= 12_000, "{} bytes of JavaScript", theme.script().len());
    }

    #[test]
    fn nothing_in_the_theme_is_loaded_from_elsewhere() {
        for name in BuiltIn::iter() {
            let text = built_in(&name).unwrap().replace("http://www.w3.org/2000/svg", "");
            // `[href^="http"]` is a selector, `http-equiv` an attribute.
            assert!(!text.contains("://"), "{name}");
        }
    }
}
