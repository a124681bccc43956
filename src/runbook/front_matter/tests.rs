//! Heads of pages in, what was understood and diagnostics out.

use snapbox::{assert_data_eq, str};

use crate::names::Kind;
use crate::problem::report;
use crate::source::Snapshot;

use super::*;

/// Reads the head of a page in a project that has a service, a credential and a page.
fn read_page(text: &str, kind: ProjectKind) -> (FrontMatter, String, String) {
    let snapshot = Snapshot::from_archive(&format!("-- page.md --\n{text}"));
    let file = &snapshot.files()[0];
    let mut diagnostics = Vec::new();
    let Read { written, body } = read(file, kind, &Schemas::compile(), None).into_value(&mut diagnostics);
    let mut names = Names::default();
    let place = Place { file: file.id, span: Span::default() };
    for (kind, id) in [(Kind::Service, "cloud"), (Kind::Credential, "root"), (Kind::Runbook, "index")] {
        names.declare(kind, id, place);
    }
    let front_matter = resolve(written, None, &names).into_value(&mut diagnostics);
    (front_matter, file.text[body..].to_owned(), report::lines(&diagnostics, &snapshot))
}

fn ours(text: &str) -> (RunbookHead, String) {
    match read_page(text, ProjectKind::Handover) {
        (FrontMatter::Ours(head), body, report) => {
            assert_eq!(body, "# Text\n");
            (*head, report)
        }
        (other, _, report) => panic!("{other:?} {report}"),
    }
}

fn foreign(text: &str) -> (Foreign, String) {
    match read_page(text, ProjectKind::Handover) {
        (FrontMatter::Foreign(foreign), body, report) => {
            assert_eq!(body, "# Text\n");
            (foreign, report)
        }
        (other, _, report) => panic!("{other:?} {report}"),
    }
}

#[test]
fn every_field_of_a_runbook_is_understood() {
    let (head, report) = ours(
        r#"---
title: Restaurer Nextcloud
type: diagnose
for: ["service:cloud", "credential:root", "runbook:index"]
symptoms: [page blanche, 502]
needs: [root]
risk: destructive
time: 45m
status: active
evidence_every: 6mo
tested_with: {nextcloud: 31.10, debian: 13}
alerts: [CloudDown]
severity: grave
mode: read-do
not_when: rien
asks: {snapshot: Quelle sauvegarde ?, date: Quel jour ?}
audience: admins
lang: fr-FR
aliases: [nextcloud/reparer]
summary: Tout remettre
tags: [cloud]
weight: 3
x-note: ours
---
# Text
"#,
    );
    assert_eq!(report, "");
    assert_eq!(head.runbook_type, Stated::Known(RunbookType::Diagnose));
    assert_eq!(
        head.subjects.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["service:cloud", "credential:root", "runbook:index"]
    );
    assert_eq!(head.needs.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["root"]);
    assert_eq!(head.symptoms, ["page blanche", "502"]);
    assert_eq!(head.tested_with.0, [("nextcloud".into(), "31.10".into()), ("debian".into(), "13".into())]);
    assert_eq!(head.asks.0.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["snapshot", "date"]);
    assert_eq!((head.lang, head.weight), (Some(Language::FRENCH), Some(3)));
    assert_eq!(head.time, Stated::Known("45m".parse().unwrap()));
}

#[test]
fn what_a_type_requires_is_missed() {
    assert_data_eq!(
        ours("---\ntype: diagnose\n---\n# Text\n").1,
        str![[r#"
error[schema/missing-key] page.md:2:1 the field `title` is missing | add `title: Restaurer Nextcloud`, or `title: unknown` until somebody knows
error[schema/missing-key] page.md:2:1 the field `for` is missing | add `for: [service:nextcloud]`, or `for: unknown` until somebody knows
error[schema/missing-key] page.md:2:1 the field `risk` is missing | add `risk: reversible`, or `risk: unknown` until somebody knows
error[schema/missing-key] page.md:2:1 the field `time` is missing | add `time: 30m`, or `time: unknown` until somebody knows
error[schema/missing-key] page.md:2:1 the field `status` is missing | add `status: draft`, or `status: unknown` until somebody knows
error[schema/missing-key] page.md:2:1 the field `symptoms` is missing | add `symptoms: ["la page reste blanche"]`, or `symptoms: unknown` until somebody knows

"#]]
    );
    assert_eq!(ours("---\ntitle: T\ntype: reference\n---\n# Text\n").1, "");
    assert_eq!(ours("---\ntitle: T\ntype: takeover\nrisk: unknown\ntime: 1h\nstatus: draft\n---\n# Text\n").1, "");
}

#[test]
fn faults_stand_at_their_place_in_the_page() {
    assert_data_eq!(
        ours(
            r#"---
title: Té
type: restor
for: ["service:clod", cloud]
needs: ["credential:root"]
risk: {level: high}
time: an hour
status: unknown
tiem: 3
asks: {a: {b: c}}
---
# Text
"#
        )
        .1,
        str![[r#"
error[schema/bad-value] page.md:3:7 `type` cannot be `restor` | did you mean `restore`? | choose one of: takeover, restore, operate, diagnose, maintain, communicate, exit, reference, decision
error[schema/wrong-type] page.md:6:1 `risk` takes a text, not a group of fields | write it on one line, in quotes if it holds `: ` or starts with a special character
error[schema/bad-duration] page.md:7:7 `an hour` is not a length of time | write a whole number and a unit, such as `30m`, `4h`, `3d`, `2w`, `6mo` or `1y`
error[schema/unknown-key] page.md:9:1 there is no field `tiem` | did you mean `time`?
error[schema/wrong-type] page.md:10:8 `a` takes a text, not a group of fields | write it on one line, in quotes if it holds `: ` or starts with a special character
error[ref/dangling] page.md:4:7 there is no service `clod` | did you mean `cloud`?
error[ref/wrong-kind] page.md:4:23 `cloud` does not say what kind of thing it is | write `service:cloud`

"#]]
    );
}

#[test]
fn what_cannot_be_read_is_for_admins() {
    let audience = |text: &str| match read_page(text, ProjectKind::Handover).0 {
        FrontMatter::Foreign(foreign) => (foreign.audience, foreign.unknown_audience),
        _ => (None, None),
    };
    let admins = Some(Audience::Admins);
    assert_eq!(audience("---\ntitle: T\naudience: public\n---\nx"), (Some(Audience::Public), None));
    assert_eq!(audience("---\ntitle: T\nAudience: admin\n---\nx"), (admins, Some("admin".to_owned())));
    assert_eq!(audience("---\ntitle: T\naudience: [admins]\n---\nx"), (admins, Some("[\"admins\"]".to_owned())));
    assert_eq!(audience("+++\ntags = [broken\naudience = \"public\"\n+++\nx"), (admins, None));
    assert_eq!(audience("---\ntitle: [broken\n---\nx"), (admins, None));
    assert_eq!(audience("---\ntitle: never closed\n\nx"), (admins, None));
    assert_eq!(audience("---\ntitle: T\n---\nx"), (None, None));
}

#[test]
fn front_matter_is_ours_by_its_subject_or_its_type() {
    let (found, report) =
        foreign("---\ntitle: 2024\ntype: posts\ndescription: D\nlang: en\nweight: 2\ndraft: true\n---\n# Text\n");
    assert_eq!(report, "");
    let expected = Foreign {
        title: Some("2024".to_owned()),
        description: Some("D".to_owned()),
        lang: Some(Language::ENGLISH),
        weight: Some(2),
        audience: None,
        unknown_audience: None,
    };
    assert_eq!(found, expected);
    let toml = "+++\ntitle = \"T\"\ndate = 2024-01-01\n[extra]\na = 1\n+++\n# Text\n";
    assert_eq!(foreign(toml).0.title.as_deref(), Some("T"));
    assert!(matches!(read_page("---\ntype: restore\n---\nx", ProjectKind::Documents).0, FrontMatter::Foreign(_)));
    assert!(matches!(read_page("---\nfor: x\n---\nx", ProjectKind::Handover).0, FrontMatter::Ours(_)));
    assert!(matches!(read_page("# T\n", ProjectKind::Handover).0, FrontMatter::None));
}

#[test]
fn a_page_keeps_its_text_whatever_its_head() {
    let page = |text: &str| {
        let (_, body, report) = read_page(text, ProjectKind::Handover);
        format!("{body:?}\n{report}")
    };
    let all = [
        "---\ntitle: a: b\n---\nText\n",
        "---\ntitle: T\n\nText\n",
        "---\nSome words.\n---\nText\n",
        "---\n# nothing\n---\nText\n",
        "+++\ntitle = \n+++\nText\n",
        "---\n\nWords\n\n---\nText\n",
        "---\n- a\n---\nText\n",
    ];
    assert_data_eq!(
        all.map(page).join(""),
        str![[r#"
"Text/n"
error[schema/bad-yaml] page.md:2:9 a colon stands where no key can be | put a text that holds `: ` in quotes, or check how this line is indented
"---/ntitle: T/n/nText/n"
error[schema/unclosed-front-matter] page.md:1:1 the front matter is not closed | end it with a line that holds only `---`
"---/nSome words./n---/nText/n"
"Text/n"
"Text/n"
warning[schema/bad-yaml] page.md:2:9 the TOML front matter cannot be read from here on
"---/n/nWords/n/n---/nText/n"
"---/n- a/n---/nText/n"

"#]]
    );
}

#[test]
fn in_a_folder_of_documents_a_fault_is_a_warning() {
    let (_, _, report) = read_page("---\ntitle: a: b\n---\nText\n", ProjectKind::Documents);
    assert!(report.starts_with("warning[schema/bad-yaml]"), "{report}");
}

#[test]
fn foreign_front_matter_is_noted_once() {
    let snapshot = Snapshot::from_archive(
        "-- a.md --\n# None\n-- b.md --\n---\ntitle: T\n---\n-- c.md --\n---\ntype: restore\n---\n-- d.md --\n+++\n+++\n",
    );
    let schemas = Schemas::compile();
    let written = |file: &SourceFile| (file.id, read(file, ProjectKind::Handover, &schemas, None).value.written);
    let pages: Vec<_> = snapshot.files().iter().map(written).collect();
    let noted = |pages: &[(FileId, Written)]| note(pages.iter().map(|(file, written)| (*file, written)));
    assert_data_eq!(
        report::lines(noted(&pages).as_slice(), &snapshot),
        str![[r#"
info[schema/foreign-front-matter] b.md:1:1 the front matter of 2 pages was written for another tool | title, description, language and weight are used; add `type` or `for` to turn a page into a runbook

"#]]
    );
    assert_eq!(noted(&pages[..1]), None);
}
