//! The theme: templates, styles and scripts, the built-in ones overridden file by file by those of the project.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rust_embed::Embed;

use crate::source::{FileId, Snapshot, SourcePath};

use super::squeeze::squeeze;

/// The built-in theme, inside the program.
#[derive(Embed)]
#[folder = "themes/default/"]
struct BuiltIn;

/// The styles, in the order in which they are joined. A name that ends in `/` stands for all files of that folder, by name.
const STYLES: [&str; 7] =
    ["layers.css", "tokens.css", "base.css", "layout.css", "components/", "utilities.css", "print.css"];

/// The scripts, in the order in which they are joined.
const SCRIPTS: [&str; 2] = ["lib/", "elements/"];

/// The scripts that answer, in the order in which they are joined. They are loaded when somebody wants to search.
const ENGINE_SCRIPTS: [&str; 4] = ["analyze.js", "shelf.js", "query.js", "answer.js"];

/// The scripts that ask and show.
const DIALOG_SCRIPTS: [&str; 2] = ["snippet.js", "dialog.js"];

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

    /// Returns the scripts that answer as one, without what only people read.
    pub(super) fn engine(&self) -> String {
        without_comments(&self.join("js/search/", &ENGINE_SCRIPTS, ".js"))
    }

    /// Returns the scripts that ask and show as one, without what only people read.
    pub(super) fn dialog(&self) -> String {
        without_comments(&self.join("js/search/", &DIALOG_SCRIPTS, ".js"))
    }

    /// Returns a sheet that only few pages load.
    pub(super) fn sheet(&self, name: &str) -> String {
        squeeze(&self.text(&format!("css/{name}")).unwrap_or_default())
    }

    /// Returns a script that only few pages load.
    pub(super) fn page_script(&self, name: &str) -> String {
        without_comments(&self.text(&format!("js/{name}")).unwrap_or_default())
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

/// Leaves out the lines of a script that are comments, the blanks that lines start with, and line ends where a statement goes on or
/// has ended. No string of ours goes over lines; a line with something like a comment in it keeps its end.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let mut short = String::with_capacity(script.len());
    for line in lines {
        short.push_str(line);
        if !line.ends_with([';', '{', ',', '(']) || line.contains("//") {
            short.push('\n');
        }
    }
    short
}

/// Returns a file of the built-in theme.
pub(super) fn built_in(name: &str) -> Option<String> {
    BuiltIn::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert!(theme.engine().len() <= 17_500, "{} bytes of the engine of the search", theme.engine().len());
        assert!(theme.dialog().len() <= 14_000, "{} bytes of its dialog", theme.dialog().len());
        for (script, most) in [("changes.js", 2_500), ("readiness.js", 2_500)] {
            let length = theme.page_script(script).len();
            assert!((1..=most).contains(&length), "{length} bytes of {script}");
        }
        for (sheet, most) in
            [("changes.css", 2_000), ("money.css", 1_000), ("readiness.css", 3_000), ("search.css", 3_000)]
        {
            let length = theme.sheet(sheet).len();
            assert!((1..=most).contains(&length), "{length} bytes of {sheet}");
        }
    }

    #[test]
    fn a_script_loses_what_only_people_read() {
        let script = "// What it does.\n(function () {\n  \"use strict\";\n\n  const a = b(\n    c, // why;\n    d,\n  );\n  return a\n})();\n";
        assert_eq!(
            without_comments(script),
            "(function () {\"use strict\";const a = b(c, // why;\nd,);return a\n})();"
        );
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
