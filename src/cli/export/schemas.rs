//! Schemas for editors: a file for each kind of the inventory, in both of its forms, for each kind of record, and for the head of a page.

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::cli::export::Exported;
use crate::io::disk;
use crate::names::Kind;
use crate::runbook::front_matter::RunbookDescriptor;
use crate::schema::{editor, json_schema};
use crate::words::Words;
use crate::{catalog, records};

/// The head of a page, which an editor finds no file for: it stands at the top of Markdown.
pub(super) const FRONT_MATTER: &str = "front-matter.schema.json";

/// Makes the files, with titles in the words of the reader.
pub(super) fn files(words: &Words) -> Vec<Exported> {
    let mut files = Vec::new();
    let mut add = |name: String, schema: Value, title: &str| {
        let text = serde_json::to_string_pretty(&editor::of_file(schema, title)).unwrap_or_default() + "\n";
        files.push(Exported::new(name, text));
    };
    for (kind, schema) in catalog::schemas() {
        let one = of_one(kind);
        add(one.clone(), editor::for_editors(schema, words), &words.word(&format!("kind-{}", kind.name())));
        if kind != Kind::Organisation {
            add(of_map(kind), editor::map_of(&one), &words.word(&format!("kinds-{}", kind.name())));
        }
    }
    for (folder, schema) in records::schemas() {
        add(of_records(folder), editor::for_editors(schema, words), &words.word(&format!("export-{folder}")));
    }
    let head = editor::for_editors(json_schema::<RunbookDescriptor>(), words);
    add(FRONT_MATTER.to_owned(), head, &words.word("kind-runbook"));
    files
}

/// Says to VS Code, and whatever reads its settings, which files of a project each schema is for: what to put into `.vscode/settings.json`.
pub(super) fn settings(folder: &Path, project: &Path) -> String {
    let near = folder.strip_prefix(project).unwrap_or(folder);
    let mut schemas = Map::new();
    let mut add = |name: String, files: Vec<String>| {
        let path = disk::shown(near.join(name));
        // What lies in the project is told from a bare name by its first step.
        let is_elsewhere = path.starts_with("..") || Path::new(&path).is_absolute();
        schemas.insert(if is_elsewhere { path } else { format!("./{path}") }, json!(files));
    };
    for kind in Kind::inventory() {
        let plural = kind.plural();
        let whole = format!("**/inventory/{plural}.yaml");
        if kind == Kind::Organisation {
            add(of_one(kind), vec![whole]);
        } else {
            add(of_map(kind), vec![whole]);
            add(of_one(kind), vec![format!("**/inventory/{plural}/*.yaml")]);
        }
    }
    for (folder, _) in records::schemas() {
        add(of_records(folder), vec![format!("**/records/{folder}/*.yaml")]);
    }
    serde_json::to_string_pretty(&json!({ "yaml.schemas": schemas })).unwrap_or_default() + "\n"
}

/// The schema of one thing: of a file of its own.
fn of_one(kind: Kind) -> String {
    format!("{}.schema.json", kind.name())
}

/// The schema of a file with several things of a kind.
fn of_map(kind: Kind) -> String {
    // The words of the glossary have a kind of their own, and the organisation is one.
    format!("{}.map.schema.json", kind.plural())
}

/// The schema of the files in a folder of records.
fn of_records(folder: &str) -> String {
    format!("{folder}.schema.json")
}
