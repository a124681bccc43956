//! `book.toml` as written → the configuration as used.

mod book_toml;
mod table;

use crate::diagnostic::{Diagnostic, Outcome, message};
use crate::names::suggest;
use crate::problem::config::{BAD_VALUE, MISSING_FOLDER, OUTSIDE};
use crate::source::{Snapshot, SourcePath};
use crate::words::Language;

use book_toml::{Book, BookToml, Build, OutputHtml, Releve};
use table::Written;

/// The name of the configuration file, at the root of a project.
pub const FILE_NAME: &str = "book.toml";

/// The folder of themes, at the root of a project.
pub const THEMES: &str = "themes";

/// What kind of project this is; decides what is an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectKind {
    /// book.toml has a `[releve]` table: inventory and records are read, structure is enforced.
    Handover,
    /// A folder of documents (an mdBook, a wiki export): what would be a structural error is a warning.
    Documents,
}

/// What becomes of raw HTML in Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawHtml {
    /// Passed through an allow-list (ammonia).
    Sanitise,
    /// Tags dropped, text kept.
    Off,
}

/// The configuration as used: every key with its value or its default.
#[derive(Clone, Debug)]
pub struct Config {
    /// What kind of project this is.
    pub kind: ProjectKind,
    /// `[book] title`; the name of the root folder otherwise.
    pub title: String,
    /// `[book] description`.
    pub description: Option<String>,
    /// `[book] language`: of the interface and of pages that do not say otherwise. English, as in mdBook, when neither it
    /// nor `[releve] languages` is written.
    pub language: Language,
    /// `[releve] languages`: languages of the content, the first being the main one.
    pub languages: Vec<Language>,
    /// `[book] src`: the content folder.
    pub src: SourcePath,
    /// `[releve] inventory`, below `src`.
    pub inventory: SourcePath,
    /// `[releve] records`, below `src`.
    pub records: SourcePath,
    /// `[releve] site-id`: sets this site's browser storage apart from other local files.
    pub site_id: Option<String>,
    /// `[build] build-dir`, as written.
    pub build_dir: Option<String>,
    /// `[build] create-missing`: whether `SUMMARY.md` may name pages that do not exist. As in mdBook, it may, unless this is a
    /// handover project, where nothing dead is published unseen.
    pub create_missing: bool,
    /// `[html] raw`.
    pub raw_html: RawHtml,
    /// `[releve] theme`: the folder of the user's theme, `themes/<name>`.
    pub theme: Option<SourcePath>,
    /// `[output.html] site-url`.
    pub site_url: Option<String>,
    /// `[output.html] git-repository-url`.
    pub git_repository_url: Option<String>,
    /// `[output.html] edit-url-template`, with `{path}`.
    pub edit_url_template: Option<String>,
}

/// Reads the configuration of a snapshot that holds at least `book.toml`, if there is one.
///
/// `root_name` is the name of the root folder: the title of a project that gives none. `has_folder` tells whether a folder
/// of that name lies below the root: it decides what the content folder of a project without `[book] src` is.
#[must_use]
pub fn read(snapshot: &Snapshot, root_name: &str, has_folder: &dyn Fn(&str) -> bool) -> Outcome<Config> {
    let mut diagnostics = Vec::new();
    let file = SourcePath::new(FILE_NAME).ok().and_then(|path| snapshot.get(&path));
    let written = file.map_or_else(BookToml::default, |file| book_toml::read(file).into_value(&mut diagnostics));
    let value = Lowering { has_folder, diagnostics: &mut diagnostics }.config(written, root_name);
    Outcome { value, diagnostics }
}

/// From what is written to what is used.
struct Lowering<'a> {
    has_folder: &'a dyn Fn(&str) -> bool,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Lowering<'_> {
    fn config(&mut self, written: BookToml, root_name: &str) -> Config {
        let BookToml { book, build, output_html, releve, html_raw } = written;
        let Book { title, description, src, language } = book;
        let Build { build_dir, create_missing } = build;
        let OutputHtml { site_url, git_repository_url, edit_url_template } = output_html;
        let kind = if releve.is_some() { ProjectKind::Handover } else { ProjectKind::Documents };
        let Releve { inventory, records, site_id, languages, theme } = releve.unwrap_or_default();
        let (language, languages) = self.languages(language, languages.unwrap_or_default());
        let src = src.and_then(|src| self.src(&src)).unwrap_or_else(|| self.default_src(kind));
        Config {
            kind,
            title: value(title).unwrap_or_else(|| root_name.to_owned()),
            description: value(description),
            language,
            languages,
            inventory: self.below(&src, "releve.inventory", inventory, "inventory"),
            records: self.below(&src, "releve.records", records, "records"),
            src,
            site_id: value(site_id),
            build_dir: value(build_dir),
            create_missing: create_missing.unwrap_or(kind == ProjectKind::Documents),
            raw_html: html_raw.and_then(|raw| self.raw_html(&raw)).unwrap_or(RawHtml::Sanitise),
            theme: theme.and_then(|theme| self.theme(&theme)),
            site_url: value(site_url),
            git_repository_url: value(git_repository_url),
            edit_url_template: value(edit_url_template),
        }
    }

    /// The main language, and all of them, the main one first.
    fn languages(&mut self, main: Option<Written<String>>, all: Vec<Written<String>>) -> (Language, Vec<Language>) {
        let main = main.and_then(|main| self.language("book.language", &main));
        let mut languages: Vec<Language> = main.iter().cloned().collect();
        for written in &all {
            if let Some(language) = self.language("releve.languages", written)
                && !languages.contains(&language)
            {
                languages.push(language);
            }
        }
        if languages.is_empty() {
            languages.push(Language::ENGLISH);
        }
        (languages[0].clone(), languages)
    }

    fn language(&mut self, key: &str, written: &Written<String>) -> Option<Language> {
        let language = Language::from_tag(&written.value);
        if language.is_none() {
            let message = message!("config-bad-value.language", key = key, value = written.value.as_str());
            let help = message!("config-bad-value.language-help");
            self.diagnostics.push(Diagnostic::at(&BAD_VALUE, written.place, message).help(help));
        }
        language
    }

    fn src(&mut self, written: &Written<String>) -> Option<SourcePath> {
        let Ok(src) = SourcePath::new(&written.value) else {
            let message = message!("config-outside", key = "book.src", value = written.value.as_str());
            self.diagnostics
                .push(Diagnostic::at(&OUTSIDE, written.place, message).help(message!("config-outside.help")));
            return None;
        };
        if !src.is_root() && !(self.has_folder)(src.as_str()) {
            let message = message!("config-missing-folder", key = "book.src", folder = src.as_str());
            self.diagnostics.push(
                Diagnostic::at(&MISSING_FOLDER, written.place, message).help(message!("config-missing-folder.help")),
            );
        }
        Some(src)
    }

    /// The content folder of a project that names none: ours is `runbooks`, mdBook's is `src`.
    fn default_src(&self, kind: ProjectKind) -> SourcePath {
        let usual = match kind {
            ProjectKind::Handover => ["runbooks", "src"],
            ProjectKind::Documents => ["src", "runbooks"],
        };
        let folder = usual.into_iter().find(|folder| (self.has_folder)(folder));
        folder.and_then(|folder| SourcePath::new(folder).ok()).unwrap_or_else(SourcePath::root)
    }

    fn below(&mut self, src: &SourcePath, key: &str, written: Option<Written<String>>, default: &str) -> SourcePath {
        if let Some(written) = written {
            match src.join(&written.value) {
                Ok(path) if path != *src && path.below(src).is_some() => return path,
                _ => {
                    let message = message!("config-outside.src", key = key, value = written.value.as_str());
                    self.diagnostics
                        .push(Diagnostic::at(&OUTSIDE, written.place, message).help(message!("config-outside.help")));
                }
            }
        }
        src.join(default).unwrap_or_else(|_| src.clone())
    }

    fn raw_html(&mut self, written: &Written<String>) -> Option<RawHtml> {
        const CHOICES: [&str; 2] = ["sanitise", "off"];
        match &*written.value {
            "sanitise" => return Some(RawHtml::Sanitise),
            "off" => return Some(RawHtml::Off),
            _ => {}
        }
        let message = message!(
            "config-bad-value",
            key = "html.raw",
            value = written.value.as_str(),
            choices = CHOICES.join("`, `"),
        );
        let help = match suggest(&written.value, CHOICES) {
            Some(suggestion) => message!("config-bad-value.did-you-mean", suggestion = suggestion),
            None => message!("config-bad-value.help"),
        };
        self.diagnostics.push(Diagnostic::at(&BAD_VALUE, written.place, message).help(help));
        None
    }

    fn theme(&mut self, written: &Written<String>) -> Option<SourcePath> {
        let themes = SourcePath::new(THEMES).ok()?;
        let Some(theme) = themes.join(&written.value).ok().filter(|theme| theme.parent() == themes) else {
            let message = message!("config-outside.theme", key = "releve.theme", value = written.value.as_str());
            self.diagnostics
                .push(Diagnostic::at(&OUTSIDE, written.place, message).help(message!("config-outside.help")));
            return None;
        };
        if !(self.has_folder)(theme.as_str()) {
            let message = message!("config-missing-folder", key = "releve.theme", folder = theme.as_str());
            self.diagnostics.push(
                Diagnostic::at(&MISSING_FOLDER, written.place, message).help(message!("config-missing-folder.help")),
            );
            return None;
        }
        Some(theme)
    }
}

fn value(written: Option<Written<String>>) -> Option<String> {
    written.map(|written| written.value)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::diagnostic::{self, text};
    use crate::words::Words;

    /// The folders of every project below.
    const FOLDERS: [&str; 4] = ["runbooks", "docs/handbook", "themes/amarres", "themes/default"];

    fn read_toml(toml: &str) -> (Config, String) {
        let snapshot = Snapshot::from_archive(&format!("-- book.toml --\n{toml}"));
        let Outcome { value, mut diagnostics } = read(&snapshot, "folder", &|name| FOLDERS.contains(&name));
        diagnostic::sort(&mut diagnostics, &snapshot);
        let words = Words::load(&Language::ENGLISH);
        let report = diagnostics.iter().map(|diagnostic| text::render(diagnostic, &snapshot, &words, false)).collect();
        (value, report)
    }

    fn config(toml: &str) -> Config {
        let (config, report) = read_toml(toml);
        assert_eq!(report, "");
        config
    }

    fn report(toml: &str) -> String {
        read_toml(toml).1
    }

    #[test]
    fn a_folder_without_a_file_is_a_project_of_documents() {
        let config = read(&Snapshot::default(), "folder", &|_| false).value;
        assert_eq!((config.kind, &*config.title), (ProjectKind::Documents, "folder"));
        assert_eq!((config.src.as_str(), config.inventory.as_str()), ("", "inventory"));
        assert_eq!(config.languages, [Language::ENGLISH]);
        assert!(config.create_missing);
    }

    #[test]
    fn the_usual_content_folder_is_taken_when_none_is_named() {
        let src = |toml: &str, folders: &'static [&str]| {
            let snapshot = Snapshot::from_archive(&format!("-- book.toml --\n{toml}"));
            read(&snapshot, "folder", &|name| folders.contains(&name)).value.src.as_str().to_owned()
        };
        assert_eq!(src("", &["src", "runbooks"]), "src");
        assert_eq!(src("", &["runbooks"]), "runbooks");
        assert_eq!(src("[releve]", &["src", "runbooks"]), "runbooks");
        assert_eq!(src("[releve]", &["docs"]), "");
    }

    #[test]
    fn an_mdbook_is_understood_and_its_other_keys_are_noted_once() {
        let (config, report) = read_toml(
            "[book]\ntitle = \"Le guide\"\nauthors = [\"Léa\"]\nsrc = \"docs/handbook\"\nmultilingual = false\n\
             text-direction = \"ltr\"\n[build]\nbuild-dir = \"out\"\ncreate-missing = false\n[rust]\nedition = \"2021\"\n\
             [output.html]\nsite-url = \"/guide/\"\ntheme = \"theme\"\ngit-repository-icon = \"fa-git\"\n\
             edit-url-template = \"https://forge.example.org/{path}\"\n[output.linkcheck]\n[preprocessor.mermaid]\n",
        );
        assert_eq!((config.kind, config.src.as_str()), (ProjectKind::Documents, "docs/handbook"));
        assert_eq!(config.title, "Le guide");
        assert_eq!((config.build_dir.as_deref(), config.create_missing), (Some("out"), false));
        assert_eq!(config.site_url.as_deref(), Some("/guide/"));
        assert_eq!(config.edit_url_template.as_deref(), Some("https://forge.example.org/{path}"));
        assert_eq!(config.theme, None);
        assert_data_eq!(
            report,
            str![[r#"
note[config/foreign-key]: these keys mean nothing here and are ignored: `book.text-direction`, `rust`, `output.html.theme`, `output.html.git-repository-icon`, `output.linkcheck`, `preprocessor.mermaid`
 --> book.toml:6:1
  |
6 | text-direction = "ltr"
  | ^^^^^^^^^^^^^^

"#]]
        );
    }

    #[test]
    fn a_handover_project_has_its_own_table() {
        let config = config(
            "[book]\nlanguage = \"fr\"\n[releve]\nsite-id = \"amarres\"\nlanguages = [\"en\", \"fr-FR\"]\n\
             inventory = \"faits\"\ntheme = \"amarres\"\n[html]\nraw = \"off\"\n[checks]\nanything = 1\n\
             [editions.public]\n[versions]\nkeep = 3\n[publish]\n",
        );
        assert_eq!(config.kind, ProjectKind::Handover);
        assert_eq!((config.src.as_str(), config.inventory.as_str()), ("runbooks", "runbooks/faits"));
        assert_eq!(config.records.as_str(), "runbooks/records");
        assert_eq!(config.languages, [Language::FRENCH, Language::ENGLISH]);
        assert_eq!(config.theme.unwrap().as_str(), "themes/amarres");
        assert_eq!((config.raw_html, config.create_missing), (RawHtml::Off, false));
    }

    #[test]
    fn the_first_of_the_languages_is_the_main_one_when_none_is_named() {
        assert_eq!(config("[releve]\nlanguages = [\"fr\", \"en\"]").language, Language::FRENCH);
    }

    #[test]
    fn misspelt_keys_are_shown_with_the_right_ones() {
        assert_data_eq!(
            report("titel = 1\n[boook]\n[book]\ntitel = \"a\"\n[releve]\nsite_id = \"a\"\nowner = 1\n"),
            str![[r#"
error[config/unknown-key]: no table or key `titel` in `book.toml`
 --> book.toml:1:1
  |
1 | titel = 1
  | ^^^^^
  |
help: every key stands in a table; the tables known here are `book`, `build`, `output`, `preprocessor`, `releve`, `checks`, `versions`, `editions`, `publish`, `html`
error[config/unknown-key]: no table or key `boook` in `book.toml`
 --> book.toml:2:2
  |
2 | [boook]
  |  ^^^^^
  |
help: did you mean `book`?
error[config/unknown-key]: no key `titel` in `[book]`
 --> book.toml:4:1
  |
4 | titel = "a"
  | ^^^^^
  |
help: did you mean `title`?
error[config/unknown-key]: no key `site_id` in `[releve]`
 --> book.toml:6:1
  |
6 | site_id = "a"
  | ^^^^^^^
  |
help: did you mean `site-id`?
error[config/unknown-key]: no key `owner` in `[releve]`
 --> book.toml:7:1
  |
7 | owner = 1
  | ^^^^^
  |
help: the keys known here are `inventory`, `records`, `site-id`, `languages`, `theme`

"#]]
        );
    }

    #[test]
    fn values_of_the_wrong_type_are_shown() {
        assert_data_eq!(
            report(
                "publish = true\n[book]\ntitle = 3\n[build]\ncreate-missing = \"no\"\n\
                 [releve]\nlanguages = [\"fr\", 2]\n"
            ),
            str![[r#"
error[config/wrong-type]: `publish` must be a table
 --> book.toml:1:11
  |
1 | publish = true
  |           ^^^^
  |
help: write `[publish]` on a line of its own, and its keys below
error[config/wrong-type]: `book.title` must be a text
 --> book.toml:3:9
  |
3 | title = 3
  |         ^
  |
help: write it in quotes: `"…"`
error[config/wrong-type]: `build.create-missing` must be yes or no
 --> book.toml:5:18
  |
5 | create-missing = "no"
  |                  ^^^^
  |
help: write `true` or `false`, without quotes
error[config/wrong-type]: `releve.languages` must be a list of texts
 --> book.toml:7:20
  |
7 | languages = ["fr", 2]
  |                    ^
  |
help: write it in square brackets: `["…", "…"]`

"#]]
        );
    }

    #[test]
    fn values_that_cannot_be_are_shown() {
        assert_data_eq!(
            report("[book]\nlanguage = \"français\"\n[releve]\nlanguages = [\"??\"]\n[html]\nraw = \"sanitize\"\n"),
            str![[r#"
error[config/bad-value]: `book.language` is no language: `français`
 --> book.toml:2:12
  |
2 | language = "français"
  |            ^^^^^^^^^^
  |
help: write a language tag such as `fr`, `en` or `pt-BR`
error[config/bad-value]: `releve.languages` is no language: `??`
 --> book.toml:4:14
  |
4 | languages = ["??"]
  |              ^^^^
  |
help: write a language tag such as `fr`, `en` or `pt-BR`
error[config/bad-value]: `html.raw` cannot be `sanitize`: it is one of `sanitise`, `off`
 --> book.toml:6:7
  |
6 | raw = "sanitize"
  |       ^^^^^^^^^^
  |
help: did you mean `sanitise`?

"#]]
        );
    }

    #[test]
    fn paths_stay_where_they_belong() {
        let (config, report) = read_toml(
            "[book]\nsrc = \"../notes\"\n[releve]\ninventory = \"../themes\"\nrecords = \".\"\ntheme = \"../x\"\n",
        );
        assert_eq!((config.src.as_str(), config.inventory.as_str()), ("runbooks", "runbooks/inventory"));
        assert_eq!((config.records.as_str(), config.theme), ("runbooks/records", None));
        assert_data_eq!(
            report,
            str![[r#"
error[config/outside]: `book.src` must be a folder inside the project, not `../notes`
 --> book.toml:2:7
  |
2 | src = "../notes"
  |       ^^^^^^^^^^
  |
help: nothing outside the project is read: move the folder into it
error[config/outside]: `releve.inventory` must be a folder inside the content folder, not `../themes`
 --> book.toml:4:13
  |
4 | inventory = "../themes"
  |             ^^^^^^^^^^^
  |
help: nothing outside the project is read: move the folder into it
error[config/outside]: `releve.records` must be a folder inside the content folder, not `.`
 --> book.toml:5:11
  |
5 | records = "."
  |           ^^^
  |
help: nothing outside the project is read: move the folder into it
error[config/outside]: `releve.theme` must be the name of a folder in `themes`, not `../x`
 --> book.toml:6:9
  |
6 | theme = "../x"
  |         ^^^^^^
  |
help: nothing outside the project is read: move the folder into it

"#]]
        );
    }

    #[test]
    fn folders_that_are_missing_are_shown() {
        assert_data_eq!(
            report("[book]\nsrc = \"runbook\"\n[releve]\ntheme = \"amares\"\n"),
            str![[r#"
error[config/missing-folder]: `book.src` names a folder that does not exist: `runbook`
 --> book.toml:2:7
  |
2 | src = "runbook"
  |       ^^^^^^^^^
  |
help: correct the name, or create the folder
error[config/missing-folder]: `releve.theme` names a folder that does not exist: `themes/amares`
 --> book.toml:4:9
  |
4 | theme = "amares"
  |         ^^^^^^^^
  |
help: correct the name, or create the folder

"#]]
        );
        assert_eq!(report("[book]\nsrc = \".\"\n"), "");
    }

    #[test]
    fn what_can_be_made_out_of_broken_toml_is_used_and_every_fault_shown() {
        let (config, report) =
            read_toml("[book]\ntitle = Relève\nlanguage = \"fr\"\n[releve]\nsite_id = 1\n[html]\nraw = 'off\n");
        assert_eq!((config.language, config.kind), (Language::FRENCH, ProjectKind::Handover));
        assert_data_eq!(
            report,
            str![[r#"
error[config/bad-toml]: `book.toml` cannot be read: string values must be quoted, expected literal string
 --> book.toml:2:9
  |
2 | title = Relève
  |         ^^^^^^
  |
help: texts stand in quotes, lists in square brackets, and each key once in its table
error[config/bad-toml]: `book.toml` cannot be read: invalid literal string, expected `'`
 --> book.toml:7:11
  |
7 | raw = 'off
  |           ^
  |
help: texts stand in quotes, lists in square brackets, and each key once in its table

"#]]
        );
    }

    #[test]
    fn no_text_is_too_strange() {
        for toml in
            ["\u{0}", "[", "=", "\"", "[[book]]", "book = []", "a.b.c = 1", &"[".repeat(10_000), &"a=".repeat(9999)]
        {
            read_toml(toml);
        }
    }
}
