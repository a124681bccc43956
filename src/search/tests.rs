use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;

use serde_json::Map;

use super::*;
use crate::words::Language;

/// A page of one section.
pub(super) fn page(title: &str, text: &str) -> Page {
    Page {
        key: title.to_owned(),
        title: title.to_owned(),
        addresses: vec![Some(format!("{}.html", title.to_lowercase()))],
        language: Language::FRENCH,
        group: Group::Procedures,
        kind: "kind-runbook".to_owned(),
        proof: None,
        names: Vec::new(),
        aliases: Vec::new(),
        subjects: Vec::new(),
        services: Vec::new(),
        sections: vec![Section { parts: vec![Part::Prose(text.to_owned())], ..Section::default() }],
    }
}

/// The files of a search over pages.
fn files(pages: &[Page]) -> HashMap<String, Vec<u8>> {
    let languages = [Language::FRENCH, Language::ENGLISH];
    let purpose = Purpose { languages: &languages, words: Map::new(), synonyms: &[] };
    let messages = Messages { kinds: vec!["kind-runbook".to_owned()], proofs: vec!["search-proof-none".to_owned()] };
    let files = Mutex::new(HashMap::new());
    write(purpose, &messages, pages.len(), &|number| pages[number].clone(), &|name, bytes| {
        assert!(files.lock().unwrap().insert(name.to_owned(), bytes).is_none(), "{name} is written twice");
    });
    files.into_inner().unwrap()
}

/// The titles and headings that answer a French reader, best first.
fn ask(files: &HashMap<String, Vec<u8>>, query: &str, filter: &Filter) -> Vec<String> {
    let index = Index::open(files).unwrap();
    let answer = index.ask(query, "fr", filter).unwrap();
    let shown = answer.hits.iter().map(|hit| {
        let found = index.found(&answer, hit, "fr").unwrap();
        found.heading.map_or(found.title.clone(), |heading| format!("{} › {heading}", found.title))
    });
    shown.collect()
}

fn knowledge() -> Vec<Page> {
    let section = |anchor: &str, heading: &str, text: &str| Section {
        anchor: anchor.to_owned(),
        heading: heading.to_owned(),
        names: Vec::new(),
        parts: vec![Part::Prose(text.to_owned())],
    };
    let mut restore = page("Restaurer Nextcloud", "Depuis une sauvegarde.");
    restore.services = vec!["Nextcloud".to_owned()];
    restore.names = vec!["Des dossiers ont disparu".to_owned()];
    restore.sections.push(section("base", "La base refuse la connexion", "could not connect to server"));
    let mut english = page("Restore Nextcloud", "From a backup.");
    (english.key, english.language) = (restore.key.clone(), Language::ENGLISH);
    english.addresses = vec![None, Some("en/restore.html".to_owned())];
    let mut disk = page("Le disque est plein", "df -h");
    disk.group = Group::Incidents;
    disk.names = vec!["KubePersistentVolumeFillingUp".to_owned(), "srv-01.example.org".to_owned()];
    vec![restore, disk, page("Qui appeler", "Awa, présidente"), english]
}

#[test]
fn a_page_is_found_by_what_people_type() {
    let files = files(&knowledge());
    let cases = [
        ("restaurer nextcloud", "Restaurer Nextcloud"),
        ("restauration", "Restaurer Nextcloud"),
        ("RESTAURÉE", "Restaurer Nextcloud"),
        ("backup", "Restaurer Nextcloud"),
        ("dossiers disparus", "Restaurer Nextcloud"),
        ("nextclud", "Restaurer Nextcloud"),
        ("enxtcloud", "Restaurer Nextcloud"),
        ("nextc", "Restaurer Nextcloud"),
        ("base connexion", "Restaurer Nextcloud › La base refuse la connexion"),
        ("could not connect to server", "Restaurer Nextcloud › La base refuse la connexion"),
        ("VolumeFillingUp", "Le disque est plein"),
        ("volumefilling", "Le disque est plein"),
        ("srv-01", "Le disque est plein"),
        ("srv01", "Le disque est plein"),
        ("disk full", "Le disque est plein"),
        ("l’état du disque", "Le disque est plein"),
        // Of words that say nothing, those in titles and headings count.
        ("qui", "Qui appeler"),
        ("la presidente", "Qui appeler"),
    ];
    for (query, expected) in cases {
        assert_eq!(ask(&files, query, &Filter::default()).first().map(String::as_str), Some(expected), "{query}");
    }
    for query in ["", "   ", "zzzzzzz", "…"] {
        assert_eq!(ask(&files, query, &Filter::default()), [""; 0], "{query:?}");
    }
}

#[test]
fn a_page_and_its_translation_are_one_answer_in_the_words_that_fit() {
    let files = files(&knowledge());
    let index = Index::open(&files).unwrap();
    let first = |query: &str, reader: &str| {
        let answer = index.ask(query, reader, &Filter::default()).unwrap();
        assert_eq!(answer.total, 1, "{query}");
        index.found(&answer, &answer.hits[0], reader).unwrap().address
    };
    assert_eq!(first("nextcloud", "fr"), "restaurer nextcloud.html");
    assert_eq!(first("nextcloud", "en"), "en/restore.html");
    assert_eq!(first("restore nextcloud", "fr"), "restaurer nextcloud.html");
    assert_eq!(first("restaurer nextcloud", "en"), "en/restore.html");
    // What is only said in the other language is found in it.
    assert_eq!(first("refuse la connexion", "en"), "restaurer nextcloud.html#base");
}

#[test]
fn answers_are_narrowed_to_a_group_a_language_or_a_service() {
    let files = files(&knowledge());
    let narrowed = |filter: Filter| ask(&files, "nextcloud disque présidente", &filter);
    let all = Filter::default();
    assert_eq!(narrowed(Filter { group: Some(Group::Incidents), ..all.clone() }), ["Le disque est plein"]);
    assert_eq!(narrowed(Filter { language: Some("en".to_owned()), ..all.clone() }), ["Restore Nextcloud"]);
    assert_eq!(narrowed(Filter { service: Some("Nextcloud".to_owned()), ..all }), ["Restaurer Nextcloud"]);
}

#[test]
fn how_a_query_was_read_is_told() {
    let files = files(&knowledge());
    let index = Index::open(&files).unwrap();
    let answer = index.ask("nextclud zzzzzzz", "fr", &Filter::default()).unwrap();
    assert_eq!(answer.taken, [("nextclud".to_owned(), "nextcloud".to_owned())]);
    assert_eq!((answer.nowhere, answer.is_cut), (vec!["zzzzzzz".to_owned()], false));
    let line = "Nov 22 03:14:07 srv1 postfix smtp relay none deferred connection timed out while disque plein waiting";
    assert!(index.ask(line, "fr", &Filter::default()).unwrap().is_cut);
    assert_eq!(ask(&files, line, &Filter::default())[0], "Le disque est plein");
}

#[test]
fn the_same_pages_give_the_same_files() {
    let pages: Vec<Page> = (0..400)
        .map(|number| page(&format!("Page {number}"), &format!("mot{number} sauvegarde {} serveur", number % 7)))
        .collect();
    let once: BTreeMap<_, _> = files(&pages).into_iter().collect();
    let again: BTreeMap<_, _> = files(&pages).into_iter().collect();
    assert!(once.len() > 10);
    assert!(once == again);
}

#[test]
fn a_file_that_is_missing_damaged_or_of_another_build_is_named() {
    let whole = files(&knowledge());
    let other = files(&knowledge()[..2]);
    let ask = |files: &HashMap<String, Vec<u8>>| -> Result<(), Damage> {
        let index = Index::open(files)?;
        let answer = index.ask(
            "restaurer nextcloud",
            "fr",
            &Filter { service: Some("Nextcloud".to_owned()), ..Filter::default() },
        )?;
        index.found(&answer, &answer.hits[0], "fr").map(|_| ())
    };
    assert_eq!(ask(&whole), Ok(()));
    for name in whole.keys().filter(|name| !name.starts_with("i/") || *name == "i/0") {
        let damage = Err(Damage(name.clone()));
        let mut files = whole.clone();
        let bytes = files.remove(name).unwrap();
        assert_eq!(ask(&files), damage);
        files.insert(name.clone(), bytes[..bytes.len() / 2].to_vec());
        assert_eq!(ask(&files), damage);
        if let Some(foreign) = other.get(name).filter(|foreign| name != "m" && **foreign != bytes) {
            files.insert(name.clone(), foreign.clone());
            assert_eq!(ask(&files), damage);
        }
    }
}
