//! What `book.toml` may say, and what is said about it.

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
         inventory = \"faits\"\ntheme = \"amarres\"\n[html]\nraw = \"off\"\n[checks]\n\"ref/orphan\" = \"off\"\n\
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
help: every key stands in a table; the tables known here are `book`, `build`, `output`, `preprocessor`, `releve`, `charters`, `checks`, `versions`, `editions`, `publish`, `html`
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
help: the keys known here are `inventory`, `records`, `site-id`, `languages`, `theme`, `theme-context`

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
fn no_edition_goes_into_the_folder_of_another() {
    assert_data_eq!(
        report(
            "[editions.public]\nbuild-dir = \"site\"\n[editions.members]\nbuild-dir = \"./site/../site/members/\"\n"
        ),
        str![[r#"
error[config/bad-value]: `editions.members.build-dir`, `./site/../site/members/`, lies in `editions.public.build-dir`, `site`: whoever gets the one edition would get the other, too
 --> book.toml:2:13
  |
2 | build-dir = "site"
  |             ^^^^^^
  |
help: give each edition a folder beside the others, such as `site-public` and `site-members`
error[config/bad-value]: `editions.public.build-dir` and `build.build-dir` are one folder, `site`: an edition would take the place of the other
 --> book.toml:2:13
  |
2 | build-dir = "site"
  |             ^^^^^^
  |
help: give each edition a folder beside the others, such as `site-public` and `site-members`
error[config/bad-value]: `editions.members.build-dir`, `./site/../site/members/`, lies in `build.build-dir`, `site`: whoever gets the one edition would get the other, too
 --> book.toml:4:13
  |
4 | build-dir = "./site/../site/members/"
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^
  |
help: give each edition a folder beside the others, such as `site-public` and `site-members`

"#]]
    );
    assert_data_eq!(
        report("[build]\nbuild-dir = \"out/site-public/all\"\n[editions.public]\nbuild-dir = \"out\"\n"),
        str![[r#"
error[config/bad-value]: `editions.members.build-dir`, `out/site-public/all-members`, lies in `editions.public.build-dir`, `out`: whoever gets the one edition would get the other, too
 --> book.toml:4:13
  |
4 | build-dir = "out"
  |             ^^^^^
  |
help: give each edition a folder beside the others, such as `site-public` and `site-members`
error[config/bad-value]: `build.build-dir`, `out/site-public/all`, lies in `editions.public.build-dir`, `out`: whoever gets the one edition would get the other, too
 --> book.toml:4:13
  |
4 | build-dir = "out"
  |             ^^^^^
  |
help: give each edition a folder beside the others, such as `site-public` and `site-members`

"#]]
    );
    for apart in [
        "",
        "[build]\nbuild-dir = \"site-public\"\n",
        "[editions.public]\nbuild-dir = \"site-members2\"\n",
        "[build]\nbuild-dir = \"out/all\"\n[editions.public]\nbuild-dir = \"out/public\"\n",
        "[editions.public]\nbuild-dir = \"../site\"\n",
    ] {
        assert_eq!(report(apart), "", "{apart}");
    }
}

#[test]
fn no_text_is_too_strange() {
    for toml in ["\u{0}", "[", "=", "\"", "[[book]]", "book = []", "a.b.c = 1", &"[".repeat(10_000), &"a=".repeat(9999)]
    {
        read_toml(toml);
    }
}
