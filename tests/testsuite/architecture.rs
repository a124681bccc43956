//! The rules of the house that no compiler holds: layers, headers, names, sizes. `src/ARCHITECTURE.md` says why.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use regex::Regex;
use releve::words::Language;

/// Knows nothing of runbooks.
const VOCABULARY: &[&str] =
    &["bundle", "chronicle", "diagnostic", "difference", "history", "secret", "source", "words"];

/// Text → what was written.
const READING: &[&str] =
    &["catalog", "config", "markdown", "names", "problem", "records", "runbook", "scalar", "schema"];

/// Reading modules that stand beside each other, and never on each other.
const SIBLINGS: &[&str] = &["catalog", "records", "runbook"];

/// All that is known, and what follows from it.
const JUDGING: &[&str] = &["edition", "knowledge", "readiness", "recovery"];

/// What a module of the crate may name, itself excepted. Nobody may name `cli`.
fn allowed(module: &str) -> BTreeSet<&'static str> {
    let of = |layers: &[&'static [&'static str]]| layers.iter().copied().flatten().copied().collect();
    match module {
        module if VOCABULARY.contains(&module) => of(&[VOCABULARY]),
        module if READING.contains(&module) => {
            let mut allowed: BTreeSet<_> = of(&[VOCABULARY, READING]);
            if SIBLINGS.contains(&module) {
                allowed.retain(|other| !SIBLINGS.contains(other));
            }
            allowed
        }
        "knowledge" => of(&[VOCABULARY, READING]),
        "search" => of(&[VOCABULARY]),
        "edition" | "readiness" | "recovery" => of(&[VOCABULARY, READING, &["knowledge"]]),
        "check" => of(&[VOCABULARY, READING, JUDGING]),
        "output" => of(&[VOCABULARY, READING, JUDGING, &["search"]]),
        "io" => of(&[VOCABULARY, &["problem"]]),
        "cli" => of(&[VOCABULARY, READING, JUDGING, &["check", "search", "output", "io"]]),
        _ => panic!("`{module}` stands in no layer: put it into this table, and into src/ARCHITECTURE.md"),
    }
}

/// Crates that one part of the house keeps to itself, so that it alone changes when they do.
const HOMES: &[(&str, &[&str])] = &[
    ("axum", &["src/io/"]),
    ("git2", &["src/io/"]),
    ("ignore", &["src/io/"]),
    ("notify", &["src/io/"]),
    ("rustix", &["src/io/"]),
    ("walkdir", &["src/io/"]),
    ("tera", &["src/output/site/"]),
    ("base64", &["src/search/"]),
    ("flate2", &["src/search/"]),
    ("rust_stemmers", &["src/search/"]),
    ("saphyr", &["src/schema/", "src/source/"]),
    ("serde_yaml", &["src/schema/", "src/source/"]),
    ("jsonschema", &["src/schema/"]),
    // Hugo's pages may start with TOML.
    ("toml", &["src/config", "src/runbook/front_matter/foreign.rs"]),
    ("imara_diff", &["src/difference/"]),
    ("pulldown_cmark", &["src/markdown/", "src/runbook/summary.rs"]),
    ("spdx", &["src/scalar/"]),
    ("syntect", &["src/markdown/"]),
    ("two_face", &["src/markdown/"]),
    ("fluent_bundle", &["src/words/"]),
    ("anyhow", &["src/cli/", "src/main.rs"]),
    ("clap", &["src/cli/", "src/main.rs"]),
];

/// Longer files want to be a folder.
const LONGEST: usize = 600;

/// Names that say nothing about what a module is for.
const EMPTY_NAMES: &[&str] = &["common", "data", "handler", "helper", "helpers", "manager", "misc", "util", "utils"];

/// The files below a folder of the repository with one of these extensions, by path from the repository's root.
pub(crate) fn sources(folder: &str, extensions: &[&str]) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    walkdir::WalkDir::new(root.join(folder))
        .into_iter()
        .filter_entry(|entry| entry.file_name() != "node_modules")
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
            extensions.contains(&extension).then(|| (path.clone(), fs::read_to_string(entry.path()).unwrap()))
        })
        .collect()
}

/// A Rust text without its line comments and its unit tests: documentation may point anywhere, and a test may start from any
/// layer.
pub(crate) fn without_comments(text: &str) -> String {
    let text = text.split_once("#[cfg(test)]\nmod tests {").map_or(text, |(text, _)| text);
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The module of the crate that a file belongs to; none for the crate's own roots.
fn module_of(path: &str) -> Option<&str> {
    let module = path.strip_prefix("src/")?.split('/').next()?.trim_end_matches(".rs");
    (!matches!(module, "lib" | "main")).then_some(module)
}

/// The modules of the crate that a text names: `crate::x…`, `use crate::{x, y::z}`.
fn named_modules(text: &str) -> BTreeSet<String> {
    let text = without_comments(text);
    let mut named = BTreeSet::new();
    for (start, _) in text.match_indices("crate::") {
        if text[..start].ends_with(|before: char| before.is_alphanumeric() || before == '_') {
            continue;
        }
        let rest = &text[start + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => named.extend(heads_of_group(group)),
            None => named.extend(head(rest)),
        }
    }
    named
}

/// The first names of the paths in a group, up to its closing brace.
fn heads_of_group(group: &str) -> Vec<String> {
    let (mut heads, mut depth, mut at_head) = (Vec::new(), 0, true);
    for (index, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_head = true,
            _ if character.is_whitespace() => {}
            _ if at_head => {
                heads.extend(head(&group[index..]));
                at_head = false;
            }
            _ => {}
        }
    }
    heads
}

/// The module that a path starts with; macros and items of the crate's root are no module.
fn head(path: &str) -> Option<String> {
    let name: String = path.chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect();
    (!name.is_empty() && !path[name.len()..].starts_with('!')).then_some(name)
}

#[test]
fn modules_name_only_the_layers_below_them() {
    let mut faults = Vec::new();
    for (path, text) in sources("src", &["rs"]) {
        let Some(module) = module_of(&path) else { continue };
        if path.ends_with("/tests.rs") || path.contains("/tests/") {
            continue;
        }
        let allowed = allowed(module);
        for named in named_modules(&text) {
            if named != module && !allowed.contains(named.as_str()) {
                faults.push(format!("{path} names `crate::{named}`"));
            }
        }
        let is_top = path.matches('/').count() == 1 || path == format!("src/{module}/mod.rs");
        if is_top && text.lines().any(|line| line.starts_with("use super::")) {
            faults.push(format!("{path} leaves its module through `super`: write `crate::`"));
        }
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn the_reader_of_paths_sees_groups_and_passes_over_words() {
    let text = "use crate::{names::{Kind, id}, source::Place};\nuse crate::config;\n// crate::cli\n$crate::words::x!();\nmycrate::io::y();";
    let named: Vec<String> = named_modules(text).into_iter().collect();
    assert_eq!(named, ["config", "names", "source", "words"]);
}

#[test]
fn crates_stay_at_home() {
    let texts = sources("src", &["rs"]);
    let mut faults = Vec::new();
    for (name, homes) in HOMES {
        let used = Regex::new(&format!(r"(^|[^\w.:]){name}::|\buse {name}\b|extern crate {name}\b")).unwrap();
        for (path, text) in &texts {
            let at_home = homes.iter().any(|home| path.starts_with(home));
            if !at_home && without_comments(text).lines().any(|line| used.is_match(line)) {
                faults.push(format!("{path} names `{name}`, which belongs to {}", homes.join(", ")));
            }
        }
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent: Vec<String> = sources("src", &["rs"])
        .into_iter()
        .chain(sources("tests/testsuite", &["rs"]))
        // The crate's own front page is src/ARCHITECTURE.md; a file of unit tests is for what stands beside it.
        .filter(|(path, _)| path != "src/lib.rs" && !path.ends_with("/tests.rs"))
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(silent, [""; 0]);
}

#[test]
fn modules_are_named_for_what_they_hold() {
    let empty: Vec<String> = sources("src", &["rs"])
        .into_keys()
        .filter(|path| {
            path.trim_end_matches(".rs").split('/').any(|part| EMPTY_NAMES.contains(&part.to_lowercase().as_str()))
        })
        .collect();
    assert_eq!(empty, [""; 0]);
}

#[test]
fn files_are_short() {
    let long: Vec<String> = ["src", "themes", "tests"]
        .into_iter()
        .flat_map(|folder| sources(folder, &["rs", "css", "js", "mjs", "html", "ftl"]))
        .filter(|(path, _)| !path.starts_with("tests/browser/out/"))
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| format!("{path} has {lines} lines"))
        .collect();
    assert_eq!(long, [""; 0]);
}

#[test]
fn what_is_known_is_not_serialisable() {
    let serialised = Regex::new(r"\bSerialize\b").unwrap();
    let models: Vec<String> = sources("src", &["rs"])
        .into_iter()
        .filter(|(path, _)| matches!(module_of(path), Some("catalog" | "knowledge" | "names" | "records" | "runbook")))
        .filter(|(_, text)| serialised.is_match(&without_comments(text)))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(models, [""; 0]);
}

#[test]
fn every_check_has_its_file_and_is_listed() {
    let listed: BTreeSet<String> = releve::check::CHECKS.iter().map(|check| check.code.name.to_owned()).collect();
    assert_eq!(listed.len(), releve::check::CHECKS.len(), "two checks have one name");
    let written: BTreeSet<String> = sources("src/check", &["rs"])
        .into_iter()
        .filter(|(path, text)| !path.ends_with("/mod.rs") && text.contains(": Check = "))
        .map(|(path, _)| path.trim_start_matches("src/check/").trim_end_matches(".rs").replace('_', "-"))
        .collect();
    assert_eq!(listed, written, "listed in CHECKS, and written as files");
}

#[test]
fn every_code_explains_itself_in_four_sections() {
    let sections = [
        (Language::ENGLISH, ["## What it finds", "## Why it matters", "## Example", "## How to fix it"]),
        (
            Language::FRENCH,
            ["## Ce qui est trouvé", "## Pourquoi c’est important", "## Exemple", "## Comment corriger"],
        ),
    ];
    let mut names = BTreeSet::new();
    for code in releve::check::CHECKS.iter().map(|check| &check.code).chain(releve::problem::codes()) {
        assert!(names.insert(code.name), "two codes are named {}", code.name);
        for (language, sections) in &sections {
            let text = code.explanation.text(language);
            let found = sections_of(text);
            assert_eq!(found, sections, "{} in {language}", code.name);
            assert!(text.starts_with("# "), "{} in {language} has no heading", code.name);
            assert!(!code.summary(language).ends_with('.'), "{} in {language}: a heading, not a sentence", code.name);
        }
    }
    assert!(!names.is_empty());
}

/// The headings of the second level of a Markdown text. Those within a fence are part of an example.
fn sections_of(text: &str) -> Vec<&str> {
    let mut sections = Vec::new();
    let mut fence = 0;
    for line in text.lines() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        if fence == 0 && ticks >= 3 {
            fence = ticks;
        } else if fence > 0 && ticks >= fence && line.len() == ticks {
            fence = 0;
        } else if fence == 0 && line.starts_with("## ") {
            sections.push(line);
        }
    }
    sections
}
