//! The words of the interface on finished pages: in the language that was asked for, and in no other.
//!
//! What stands on a page was written by the author, or is a word of the interface in the page's language. A word that is neither was
//! forgotten in the code or in a template, or comes from the other language.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use regex::Regex;

use crate::architecture::sources;
use crate::support::{Files, Project};

/// Words that are the same in every language: names, units, and what files are called.
const NAMES: [&str; 8] = ["releve", "relève", "html", "git", "wcag", "rgaa", "en", "sha256sums"];

/// The example, its interface in a language.
fn example(language: &str) -> Project {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::empty();
    let config = std::fs::read_to_string(root.join("book.toml")).unwrap();
    let config = Regex::new("(?m)^language = .*$").unwrap().replace(&config, format!("language = \"{language}\""));
    let config = Regex::new("(?m)^languages = .*$").unwrap().replace(&config, format!("languages = [\"{language}\"]"));
    project.write("book.toml", &config);
    project.copy_in(&root.join("runbooks"), "runbooks");
    // The author writes one language here, whatever the interface speaks.
    for path in project.files("runbooks").into_keys().filter(|path| path.ends_with(".en.md")) {
        std::fs::remove_file(project.path("runbooks").join(path)).unwrap();
    }
    project
}

/// The words of a text, in lower case.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|character: char| !character.is_alphabetic()).filter(|word| word.len() > 1).map(str::to_lowercase)
}

/// Every message of a language by its id, with the words it may say.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words").join(language);
    let id = Regex::new(r"^(?:-?([a-zA-Z][a-zA-Z0-9_-]*)|\s+\.[a-zA-Z-]+) =(.*)$").unwrap();
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let said = match id.captures(line) {
                Some(found) => {
                    if let Some(id) = found.get(1) {
                        current = id.as_str().to_owned();
                    }
                    found[2].to_owned()
                }
                None => line.to_owned(),
            };
            messages.entry(current.clone()).or_default().extend(words(&said));
        }
    }
    messages
}

/// What a page shows and what it is read aloud as, without code, which is the author's or a command, and without the names in drawings,
/// which may be cut and stand whole beside it.
fn shown(html: &str) -> String {
    let code = Regex::new(r"(?s)<(code|pre|script|style|text)\b.*?</(?:code|pre|script|style|text)>").unwrap();
    let label = Regex::new(r#"(?:aria-label|title|alt|data-label|data-copied|data-failed)="([^"]*)""#).unwrap();
    let tag = Regex::new(r"(?s)<[^>]*>").unwrap();
    let entity = Regex::new(r"&[a-zA-Z0-9#]+;").unwrap();
    let html = code.replace_all(html, " ");
    let labels: Vec<&str> = label.captures_iter(&html).filter_map(|found| Some(found.get(1)?.as_str())).collect();
    let text = format!("{} {}", tag.replace_all(&html, " "), labels.join(" "));
    entity.replace_all(&text, " ").into_owned()
}

fn pages(files: &Files) -> impl Iterator<Item = (&String, String)> {
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path, shown(std::str::from_utf8(bytes).unwrap())))
}

/// The words that explain the rules in a language.
fn explained(language: &str) -> BTreeSet<String> {
    let texts = sources("src", &["md"]).into_iter().filter(|(path, _)| path.ends_with(&format!(".{language}.md")));
    let texts = texts.flat_map(|(_, text)| words(&text).collect::<Vec<_>>());
    // What rules are called is the same in every language.
    let names = releve::check::codes().into_iter().flat_map(|code| words(code.name).collect::<Vec<_>>());
    texts.chain(names).collect()
}

/// The words that the author of a project wrote.
fn written(project: &Project) -> BTreeSet<String> {
    let texts = project.files("runbooks").into_iter().flat_map(|(path, bytes)| {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        words(&path).chain(words(&text)).collect::<Vec<_>>()
    });
    // A charter is quoted as its authors wrote it.
    let charters = sources("src/config/charters", &["toml"]).into_values();
    let charters = charters.flat_map(|text| words(&text).collect::<Vec<_>>());
    texts.chain(words(&project.read("book.toml"))).chain(charters).collect()
}

#[test]
fn pages_speak_one_language_beside_that_of_the_author() {
    for language in ["fr", "en"] {
        let project = example(language);
        let said = messages(language).into_values().flatten().chain(explained(language));
        let known: BTreeSet<String> = said.chain(written(&project)).collect();
        let files = project.build();
        let mut strange: BTreeMap<String, &str> = BTreeMap::new();
        for (path, text) in pages(&files) {
            for word in words(&text).filter(|word| !known.contains(word) && !NAMES.contains(&word.as_str())) {
                strange.entry(word).or_insert(path);
            }
        }
        assert_eq!(
            strange,
            BTreeMap::new(),
            "words on pages in `{language}` that neither the author nor the interface wrote"
        );
    }
}

#[test]
fn no_page_shows_the_id_of_a_message() {
    for language in ["fr", "en"] {
        let ids: BTreeSet<String> = messages(language).into_keys().filter(|id| id.contains(['-', '_'])).collect();
        let project = example(language);
        let files = project.build();
        let own: String =
            project.files("runbooks").into_values().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect();
        for (path, text) in pages(&files) {
            let tokens = text.split(|character: char| !(character.is_alphanumeric() || "-_".contains(character)));
            let shown: Vec<&str> = tokens.filter(|token| ids.contains(*token) && !own.contains(*token)).collect();
            assert_eq!(shown, [""; 0], "{path} in `{language}`");
        }
    }
}
