//! What pages say of exercises: who followed a page, what that is worth, what has changed since.

use std::sync::Arc;

use jiff::civil::date;

use super::{Built, PROJECT, handover};
use crate::config;
use crate::history::{Change, Changes, Extent, History, NoArchive, Revision, RevisionId};
use crate::knowledge::evidence::Tested;
use crate::knowledge::{self, KnowledgeBase};
use crate::source::{Snapshot, SourcePath};

const PAGE: &str = "runbooks/nextcloud/restaurer.md";
const RECORD: &str = "runbooks/records/exercises/2026-11-24-nextcloud.yaml";

/// The project with a second person and an exercise of hers.
pub(super) fn project(exercise: &str) -> String {
    let people = "awa:\n  commits_as: [awa@example.org]\n";
    let project = PROJECT.replace("awa:\n", people);
    let second = "-- runbooks/inventory/people/bea.yaml --\nname: Béa\nroles: unknown\ncontacts: unknown\ncommits_as: [bea@example.org]\n";
    format!("{}{project}{second}-- {RECORD} --\n{exercise}", handover("fr"))
}

pub(super) const EXERCISE: &str = "\
date: 2026-11-24
type: restore
by: bea
subjects: [runbook:nextcloud/restaurer]
result: pass-with-fixes
took: 52m
data_age: 9h
found: [la clé n’était pas là où la page le dit]
";

pub(super) fn known(archive: &str, record_by: &str) -> (KnowledgeBase, Snapshot) {
    let changes = |author: &str| Changes {
        is_uncommitted: author.is_empty(),
        commits: vec![Change {
            revision: Arc::new(Revision {
                id: RevisionId::from_bytes(&[1; 20]),
                date: date(2026, 11, 24),
                author: author.to_owned(),
                email: format!("{author}@example.org"),
            }),
            path: None,
            content: None,
        }],
        is_whole: true,
    };
    let path = |path: &str| (SourcePath::new(path).unwrap(), String::new());
    let changes = [(path(PAGE), changes("awa")), (path(RECORD), changes(record_by))];
    let history = History { extent: Extent::Whole, changes: changes.into_iter().collect(), ..History::default() };
    let snapshot = Snapshot::from_archive(archive);
    let config = config::read(&snapshot, "project", &|_| true).value;
    (knowledge::compile(&snapshot, config, history, date(2026, 11, 26)).value, snapshot)
}

/// Builds the site of a project whose record somebody committed, and that was otherwise when it was made.
pub(super) fn built(exercise: &str, record_by: &str, (now, then): (&str, &str)) -> Built {
    let archive = project(exercise);
    let (mut kb, snapshot) = known(&archive, record_by);
    assert!(archive.contains(now));
    let (before, _) = known(&archive.replace(now, then), record_by);
    kb.past = kb
        .records_to_place()
        .map(|(record, added)| (record.file().id.clone(), Tested::new(added.clone(), &before, &kb, record)))
        .collect();
    Built::of(&snapshot, &kb, false, &NoArchive)
}

/// What the page says at its head, without markup.
fn said(built: &Built) -> String {
    let page = built.page("nextcloud/restaurer.html");
    let start = page.find("class=\"proof\"").unwrap();
    let head = &page[start..start + page[start..].find("Dernière modification").unwrap()];
    let mut said = String::new();
    for piece in head.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        if tag == "p" || tag == "li" {
            said.push('\n');
        }
        said.push_str(text);
    }
    said.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_page_says_who_followed_it_and_until_when_that_may_be_trusted() {
    let built = built(EXERCISE, "bea", ("Lire l’état", "Lire l’état"));
    assert_eq!(
        said(&built),
        "Suivie par Béa (n’a pas écrit la page) le 24 novembre 2026, en 52 minutes, avec des données vieilles de 9 heures, \
         après des corrections en route. Rien de ce qui compte n’a changé depuis. Fiable jusqu’au 24 novembre 2027\n\
         Constaté\u{a0}:\nla clé n’était pas là où la page le dit"
    );
    let page = built.page("nextcloud/restaurer.html");
    assert!(page.contains("<time datetime=\"2027-11-24\" data-past=\"passé\u{a0}: à éprouver de nouveau\">"));
}

#[test]
fn what_has_changed_since_is_told_old_and_new() {
    let said = |change| said(&built(EXERCISE, "bea", change));
    let step = said(("Lire l’état.", "Regarder."));
    assert!(step.contains("Modifié depuis\u{a0}:\nétape 1\u{a0}: Lire l’état."), "{step}");
    assert!(said(("uptime", "w")).contains("étape 1\u{a0}: Lire l’état.\nPour ce qui n’a pas changé"));
    let fact = said(("  runs_on: [host:srv1]", "  runs_on: unknown"));
    assert!(fact.contains("Nextcloud, Tourne sur (INCONNU → Serveur 1)"), "{fact}");
    // What is not tracked is no change.
    assert!(said(("summary: Fichiers", "summary: Tous les fichiers")).contains("Rien de ce qui compte"));
}

#[test]
fn what_somebody_else_says_and_what_nobody_answers_for_is_not_proof() {
    let said = |exercise: &str, by: &str| said(&built(exercise, by, ("uptime", "uptime")));
    assert!(said(EXERCISE, "awa").contains("Rapporté par Awa Diallo, et non par la personne elle-même."));
    assert!(said(EXERCISE, "eve").contains("Rapporté par eve"));
    let uncommitted = said(EXERCISE, "");
    assert!(uncommitted.contains("ne compte pas") && !uncommitted.contains("Fiable"), "{uncommitted}");
    let own = said(&EXERCISE.replace("by: bea", "by: awa"), "awa");
    assert!(own.contains("Suivie par Awa Diallo (auteur de la page)"), "{own}");
}

#[test]
fn the_author_of_a_translated_page_is_that_of_the_original() {
    let english = |by: &str| {
        let translation = "-- runbooks/nextcloud/restaurer.en.md --\n---\ntitle: Restore Nextcloud\n---\n";
        let archive = project(&format!("{}{translation}", EXERCISE.replace("by: bea", &format!("by: {by}"))));
        let archive = archive.replace("[releve]\n", "[releve]\nlanguages = [\"fr\", \"en\"]\n");
        let (kb, snapshot) = known(&archive, by);
        Built::of(&snapshot, &kb, false, &NoArchive).page("en/nextcloud/restaurer.html").to_owned()
    };
    assert!(english("bea").contains("(not an author of the page)"));
    assert!(english("awa").contains("(author of the page)"));
}

#[test]
fn a_page_that_could_not_be_followed_or_was_only_read_is_not_to_be_trusted() {
    let failed = built(&EXERCISE.replace("pass-with-fixes", "fail"), "bea", ("uptime", "uptime"));
    let words = said(&failed);
    assert!(words.starts_with("Essayée sans succès par Béa") && !words.contains("Fiable"), "{words}");
    let read = built(&EXERCISE.replace("type: restore", "type: read-through"), "bea", ("uptime", "uptime"));
    let words = said(&read);
    assert!(words.starts_with("Relue, sans être suivie, par Béa") && !words.contains("Fiable"), "{words}");
}
