use snapbox::{IntoData, assert_data_eq, str};

use super::*;
use crate::config::RawHtml;
use crate::words::Words;

/// A configuration with `src` as its content folder.
pub(crate) fn config(kind: ProjectKind) -> Config {
    let path = |path: &str| SourcePath::new(path).unwrap();
    Config {
        kind,
        title: "Association".to_owned(),
        description: None,
        language: Language::FRENCH,
        languages: vec![Language::FRENCH, Language::ENGLISH],
        src: path("src"),
        inventory: path("src/inventory"),
        records: path("src/records"),
        site_id: None,
        build_dir: None,
        create_missing: false,
        raw_html: RawHtml::Sanitise,
        theme: None,
        theme_context: None,
        site_url: None,
        git_repository_url: None,
        edit_url_template: None,
        versions: crate::config::Versions::default(),
        publish: crate::config::Publish::default(),
        editions: BTreeMap::new(),
        charters: Vec::new(),
        checks: crate::config::Checks::default(),
    }
}

/// Shows diagnostics, one a line, with their help below.
pub(crate) fn shown(snapshot: &Snapshot, diagnostics: &[Diagnostic]) -> String {
    let words = Words::load(&Language::ENGLISH);
    let mut shown = String::new();
    for diagnostic in diagnostics {
        let place = diagnostic.place().unwrap();
        let at = snapshot.line_column(place);
        let path = &snapshot.file(place.file).path;
        let (severity, name, said) = (diagnostic.severity.name(), diagnostic.code.name, words.say(&diagnostic.message));
        shown += &format!("{severity} {name} {path}:{}:{} {said}\n", at.line, at.column);
        for help in &diagnostic.help {
            shown += &format!("  {}\n", words.say(help));
        }
    }
    shown
}

/// Reads the pages of an archive and shows what each is, and the problems.
fn check(archive: &str, expected: impl IntoData) {
    let snapshot = Snapshot::from_archive(archive);
    let mut diagnostics = Vec::new();
    let declared = declare(&snapshot, &config(ProjectKind::Handover)).into_value(&mut diagnostics);
    let names = declared.names.clone();
    let runbooks = build(declared, &names).into_value(&mut diagnostics);
    let mut text = String::new();
    for runbook in runbooks.originals.values().chain(runbooks.translations.values()) {
        let Runbook { id, title, language, repeats_title, .. } = runbook;
        let repeats = if *repeats_title { ", repeated" } else { "" };
        text += &format!("{id} [{language}] {title}{repeats}\n");
    }
    assert_data_eq!(text + &shown(&snapshot, &diagnostics), expected);
}

#[test]
fn pages_are_what_is_markdown_and_not_inventory() {
    check(
        "-- src/a.md --\n# A\n-- src/b.MARKDOWN --\n-- src/SUMMARY.md --\n- [Bee](b.MARKDOWN)\n-- src/inventory/x.md --\n-- other.md --\n\
         -- src/records/y.md --\n-- src/c_d.md --\ntext\n\n# Late\n-- src/e-f.md --\n",
        str![[r#"
a [fr] A, repeated
b [fr] Bee
c_d [fr] Late
e-f [fr] E f

"#]],
    );
}

#[test]
fn a_language_in_the_name_is_no_part_of_the_id() {
    check(
        "-- src/only.en.md --\n-- src/two.fr.md --\n-- src/two.en.md --\n-- src/v1.2.md --\n-- src/three.md --\n-- src/three.en.md --\n",
        str![[r#"
only [en] Only
three [fr] Three
two [fr] Two
v1.2 [fr] V1.2
three [en] Three
two [en] Two

"#]],
    );
}

#[test]
fn two_files_for_one_page_are_both_kept_and_reported() {
    check(
        "-- src/mail/README.md --\n# B\n-- src/mail/index.md --\n# A\n-- src/x.md --\n-- src/x.markdown --\n",
        str![[r#"
mail/README [fr] B, repeated
mail/index [fr] A, repeated
x [fr] X
x.md [fr] X.md
error runbook/duplicate-page src/mail/README.md:1:1 this file gives the same page `mail/index` as another
  join the two files, or rename one
error runbook/duplicate-page src/x.md:1:1 this file gives the same page `x` as another
  join the two files, or rename one

"#]],
    );
}

#[test]
fn what_a_page_asks_for_must_be_declared() {
    check(
        "-- src/a.md --\n---\ntype: reference\ntitle: A\nasks:\n  user: Compte\n---\n`ssh {{ask:user}}@{{ask:usr}}` {{ask:usr}}\n",
        str![[r#"
a [fr] A
error runbook/unresolved-ask src/a.md:7:19 the front matter does not declare what `usr` asks for
  did you mean `user`?

"#]],
    );
}

#[test]
fn unknown_languages_of_code_are_told_once() {
    check(
        "-- src/a.md --\n```sh\n```\n\n```promql\n```\n-- src/b.md --\n```zzz\n```\n\n```promql\n```\n",
        str![[r#"
a [fr] A
b [fr] B
info markdown/unknown-language src/a.md:4:1 code in these languages is not highlighted: `promql`, `zzz`

"#]],
    );
}

#[test]
fn a_translation_may_only_hold_words() {
    let original = "-- src/a.md --\n---\ntype: reference\ntitle: A\nasks: {user: Compte}\n---\n`{{ask:user}}`\n";
    check(
        &format!("{original}-- src/a.en.md --\n---\ntitle: Ay\nsymptom: [x]\n---\n`{{{{ask:user}}}}`\n"),
        str![[r#"
a [fr] A
a [en] Ay
error schema/unknown-key src/a.en.md:3:1 there is no field `symptom`
  did you mean `symptoms`?

"#]],
    );
    check(
        &format!("{original}-- src/a.en.md --\n---\ntype: reference\ntitle: Ay\nrisk: none\n---\n`{{{{ask:user}}}}`\n"),
        str![[r#"
a [fr] A
a [en] Ay
error schema/bad-value src/a.en.md:4:7 `risk` cannot be `none`
  choose one of: read-only, reversible, disruptive, destructive

"#]],
    );
    check(
        &format!("{original}-- src/a.en.md --\n---\ntitle: Ay\nasks: {{user: Account}}\n---\n`{{{{ask:user}}}}`\n"),
        str![[r#"
a [fr] A
a [en] Ay

"#]],
    );
}
