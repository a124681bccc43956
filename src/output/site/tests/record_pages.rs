//! The pages of the records: one each, the two lists, what was never proven, and the days of a thing.

use jiff::civil::date;

use super::Built;
use super::records::{EXERCISE, built, known, project};
use crate::bundle::{Bundle, SitePath};
use crate::history::{Revision, RevisionId};
use crate::markdown::highlight::Highlighter;
use crate::output::{OutputContext, Version};

/// An acknowledgement and an incident beside the exercise.
const OTHERS: &str = "\
-- runbooks/records/acknowledgements/2026-11-25-restaurer.yaml --
date: 2026-11-25
by: bea
subject: runbook:nextcloud/restaurer
readback: Je lis l’état, je note, je n’efface rien. Puis j’appelle avant de toucher à la base.
questions: [qui paie le second disque ?]
-- runbooks/records/incidents/2026-11-20-disque.yaml --
title: Le disque est plein
started: 2026-11-20 23:30
noticed: 2026-11-21 08:10
ended: 2026-11-21
services: [nextcloud]
cause: Un journal que personne ne faisait tourner.
impact: Aucun fichier ne s’enregistrait.
runbooks_used: [nextcloud/restaurer]
runbooks_missing: [comment agrandir un disque]
actions:
  - {what: surveiller le disque, who: bea, by: 2026-12-05}
  - {what: vider le journal, done: 2026-11-21}
  - {what: écrire la page}
-- runbooks/inventory/credentials.yaml --
root: {name: Clé root, opens: [host:srv1], kind: ssh-key, store: unknown, holders: [bea], second_factor: unknown, recovery: unknown}
-- runbooks/records/exercises/2026-11-26-root.yaml --
date: 2026-11-26
type: access-check
by: bea
subjects: [credential:root]
result: fail
found: [la porte ne s’ouvre pas]
";

/// What the page says, without markup, below its title.
fn text(page: &str) -> String {
    let (_, main) = page.split_once("<main").unwrap();
    let (main, _) = main.split_once("<div class=\"ending\">").unwrap();
    let (_, main) = main.split_once("<h1").unwrap();
    let mut text = String::new();
    for piece in main.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        if ["p", "li", "dt", "dd", "h2", "h3", "tr", "td", "div"]
            .iter()
            .any(|block| tag.split(' ').next() == Some(block))
        {
            text.push('\n');
        }
        text.push_str(words);
    }
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn all(by: &str) -> Built {
    built(&format!("{EXERCISE}{OTHERS}"), by, ("Lire l’état.", "Lire l’état."))
}

#[test]
fn a_record_says_what_was_done_and_whose_word_it_is() {
    let built = all("bea");
    let page = text(built.page("exercises/2026-11-24-nextcloud.html"));
    assert!(page.contains("Restauration\u{a0}: Restaurer Nextcloud"), "{page}");
    assert!(page.contains("Enregistré par la personne elle-même."));
    assert!(page.contains("Résultat\nréussi après corrections\nPar\nBéa"), "{page}");
    assert!(page.contains("la clé n’était pas là où la page le dit"));
    assert!(page.contains("Rien de ce qui compte n’a changé depuis.\nFiable jusqu’au 24 novembre 2027"), "{page}");
    let reported = text(all("awa").page("exercises/2026-11-24-nextcloud.html"));
    assert!(reported.contains("Rapporté par Awa Diallo") && !reported.contains("elle-même.\n24"), "{reported}");
}

#[test]
fn a_newer_record_takes_the_place_of_an_older_one() {
    let older = "-- runbooks/records/exercises/2026-10-01-nextcloud.yaml --\n";
    let older = format!("{OTHERS}{older}{}", EXERCISE.replace("2026-11-24", "2026-10-01"));
    let built = built(&format!("{EXERCISE}{older}"), "bea", ("uptime", "uptime"));
    assert!(built.page("exercises/2026-10-01-nextcloud.html").contains("Un relevé plus récent compte"));
    assert!(!built.page("exercises/2026-11-24-nextcloud.html").contains("Un relevé plus récent compte"));
}

#[test]
fn a_record_that_does_not_count_says_why() {
    let of = |exercises: &str, others: &str, address: &str| {
        let built = built(&format!("{exercises}{others}"), "bea", ("uptime", "uptime"));
        text(built.page(address))
    };
    let address = "exercises/2026-11-24-nextcloud.html";
    let read = of(&EXERCISE.replace("type: restore", "type: read-through"), OTHERS, address);
    assert!(read.contains("Seulement lu") && !read.contains("Un relevé plus récent"), "{read}");
    assert!(!of(EXERCISE, OTHERS, address).contains("Seulement lu"));
    let nobody = of(&EXERCISE.replace("by: bea", "by: unknown"), OTHERS, address);
    assert!(nobody.contains("n’est pas nommée") && !nobody.contains("Un relevé plus récent"), "{nobody}");
    let address = "acknowledgements/2026-11-25-restaurer.html";
    let click =
        OTHERS.replace("Je lis l’état, je note, je n’efface rien. Puis j’appelle avant de toucher à la base.", "Lu.");
    let short = of(EXERCISE, &click, address);
    assert!(short.contains("trop peu a été redit") && !short.contains("Un relevé plus récent"), "{short}");
    assert!(!of(EXERCISE, OTHERS, address).contains("trop peu"));
}

#[test]
fn an_incident_says_how_long_it_took_and_what_was_missing() {
    let built = all("bea");
    let page = text(built.page("incidents/2026-11-20-disque.html"));
    assert!(page.contains("20 novembre 2026 à 23\u{a0}h\u{a0}30\nRemarqué"), "{page}");
    assert!(page.contains("8\u{a0}h\u{a0}40 après le début"), "{page}");
    assert!(page.contains("21 novembre 2026a duré 1 jour"), "where only the day is known, days are counted: {page}");
    assert!(page.contains("Pages qui manquaient\ncomment agrandir un disque"), "{page}");
    assert!(page.contains("vider le journal") && page.contains("fait le 21 novembre 2026"), "{page}");
    assert!(built.page("incidents/2026-11-20-disque.html").contains("datetime=\"2026-12-05\" data-past=\"en retard\""));
    let list = text(built.page("incidents/index.html"));
    assert!(list.contains("a duré 1 jour"), "{list}");
    let open = super::records::built(
        &format!("{EXERCISE}{}", OTHERS.replace("ended: 2026-11-21\n", "")),
        "bea",
        ("uptime", "uptime"),
    );
    let open = text(open.page("incidents/index.html"));
    assert!(open.contains("n’est pas fini") && !open.contains("a duré"), "{open}");
    let (_, left) = list.split_once("Reste à faire\nsurveiller").unwrap();
    assert!(left.contains("écrire la page") && !left.contains("vider le journal"), "{list}");
}

#[test]
fn what_was_never_proven_is_named_and_what_was_is_not() {
    let list = |built: &Built| text(built.page("exercises/index.html"));
    let built = all("bea");
    let (done, gaps) = list(&built).rsplit_once("Jamais éprouvé\n").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    assert!(done.find("Essai d’accès").unwrap() < done.find("Restauration").unwrap(), "the newest first: {done}");
    assert!(done.contains("Je lis l’état, je note, je n’efface rien."), "{done}");
    assert!(gaps.contains("Clé rootle dernier essai a échoué"), "{gaps}");
    assert!(!gaps.contains("Restaurer Nextcloud"), "it was followed: {gaps}");
    assert!(gaps.contains("La première heure") && gaps.contains("\nNextcloud"), "{gaps}");
    // To try a part of a backup is not to restore it.
    let backup = |exercise_type: &str| {
        let backup = "-- runbooks/inventory/backups.yaml --\nnuit: {name: Chaque nuit, covers: unknown, tool: unknown, copies: unknown}\n";
        let record = format!(
            "-- runbooks/records/exercises/2026-11-25-nuit.yaml --\ndate: 2026-11-25\ntype: {exercise_type}\nby: bea\nsubjects: [backup:nuit]\nresult: pass\ntook: 1h\nfound: nothing\n"
        );
        let built = super::records::built(&format!("{EXERCISE}{backup}{record}"), "bea", ("uptime", "uptime"));
        list(&built).rsplit_once("Jamais éprouvé\n").unwrap().1.contains("Chaque nuit")
    };
    assert!(backup("partial"));
    assert!(!backup("restore"));
    let nothing = Built::handover(super::PROJECT);
    assert!(
        list(&nothing).contains("Aucun exercice n’est enregistré") && list(&nothing).contains("Restaurer Nextcloud")
    );
    assert!(!nothing.files.contains_key("incidents/index.html"));
}

#[test]
fn a_thing_shows_its_days_the_newest_first() {
    let built = all("bea");
    let days = |address: &str| {
        let page = text(built.page(address));
        let (_, days) = page.rsplit_once("Au fil du temps\n").unwrap_or_default();
        days.lines().take_while(|line| !line.starts_with("Référence")).collect::<Vec<_>>().join("|")
    };
    assert_eq!(days("service/nextcloud.html"), "20 novembre 2026|Le disque est plein · incident");
    assert_eq!(days("credential/root.html"), "26 novembre 2026|Essai d’accès\u{a0}: Clé root · échoué");
    assert_eq!(days("host/srv1.html"), "");
    let person = days("person/bea.html");
    let expected = ["26 novembre", "25 novembre", "24 novembre", "20 novembre"].map(|day| person.find(day).unwrap());
    assert!(expected.is_sorted(), "{person}");
}

#[test]
fn a_record_is_found_by_what_its_author_wrote() {
    let built = all("bea");
    let names: Vec<&String> = built.files.keys().filter(|address| address.starts_with("search/")).collect();
    assert!(!names.is_empty());
    assert!(built.page("index-a-z.html").contains("Le disque est plein, 20 novembre 2026"), "incidents have names");
    assert!(!built.page("index-a-z.html").contains("Restauration\u{a0}: "));
}

#[test]
fn an_earlier_version_does_not_say_whose_word_a_record_is() {
    let archive = project(&format!("{EXERCISE}{OTHERS}"));
    let (kb, snapshot) = known(&archive, "");
    let id = RevisionId::from_bytes(&[1; 20]);
    let version = Version {
        name: "v1".to_owned(),
        note: None,
        revision: Revision { id, date: date(2026, 11, 24), author: "awa".to_owned(), email: String::new() },
        folder: SitePath::new("versions/v1").unwrap(),
    };
    let highlighter = Highlighter::default();
    let bundle = Bundle::default();
    let context = OutputContext { version: Some(&version), ..OutputContext::of(&snapshot, &kb, &highlighter) };
    (super::SITE.emit)(&context, &bundle);
    for (path, bytes) in bundle.into_files() {
        let text = String::from_utf8_lossy(&bytes);
        let claims = ["Enregistré par", "Rapporté par", "ne compte pas", "Fiable"];
        assert!(!path.as_str().ends_with(".html") || claims.iter().all(|claim| !text.contains(claim)), "{path}");
    }
}

#[test]
fn a_title_and_a_finding_are_words_and_never_markup() {
    let hostile = EXERCISE.replace("la clé n’était", "<script>alert(1)</script> la clé n’était");
    let incident = OTHERS.replace("title: Le disque", "title: <img src=x onerror=alert(1)> Le disque");
    let built = built(&format!("{hostile}{incident}"), "bea", ("uptime", "uptime"));
    for (address, page) in built.pages() {
        assert!(!page.contains("<script>alert") && !page.contains("<img src=x"), "{address}");
    }
}
