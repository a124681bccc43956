//! Whole inventories in, diagnostics out.

mod kinds;
mod names;
mod shapes;

use snapbox::{assert_data_eq, str};

use crate::config;
use crate::diagnostic::{Diagnostic, message};
use crate::names::Kind;
use crate::problem::report;
use crate::runbook::front_matter::RunbookDescriptor;
use crate::scalar::{Duration, Every, Stated, Unit};
use crate::schema::json_schema;
use crate::source::{Place, Snapshot, Span};
use crate::words::{Language, Words};

use super::fact::Value;
use super::{Catalog, build, declare};

/// Reads an inventory, in a project that has the page `nextcloud/restore`.
fn read(inventory: &str) -> (Catalog, Vec<Diagnostic>, Snapshot) {
    let snapshot = project("[releve]\n", inventory);
    let config = config::read(&snapshot, "Test", &|_| true).value;
    let mut diagnostics = Vec::new();
    let declared = declare(&snapshot, &config).into_value(&mut diagnostics);
    let mut names = declared.names.clone();
    names.declare(Kind::Runbook, "nextcloud/restore", Place { file: snapshot.files()[0].id, span: Span::default() });
    let catalog = build(declared, &names, &config.language).into_value(&mut diagnostics);
    (catalog, diagnostics, snapshot)
}

/// Makes a project of a configuration and the files of an inventory.
fn project(book_toml: &str, inventory: &str) -> Snapshot {
    let files = inventory.replace("-- ", "-- runbooks/inventory/");
    Snapshot::from_archive(&format!("-- book.toml --\n{book_toml}{files}"))
}

fn check(archive: &str, expected: impl snapbox::IntoData) {
    let (_, diagnostics, snapshot) = read(archive);
    assert_data_eq!(report::lines(&diagnostics, &snapshot), expected);
}

/// An inventory with one thing of each kind and each field, all sound.
const WHOLE: &str = include_str!("whole.txt");

#[test]
fn a_sound_inventory_has_no_faults() {
    check(WHOLE, str![[""]]);
}

#[test]
fn every_field_is_known_and_found_by_its_path() {
    let (catalog, _, _) = read(WHOLE);
    assert_eq!(catalog.entities.len(), 16);
    let service = catalog.services.values().next().unwrap();
    assert_eq!(service.owner.known().map(|owner| owner.as_str()), Some("ada"));
    assert!(!service.depends_on[1].hard && service.depends_on[0].hard);
    let entity = &catalog.entities[&(&service.id).into()];
    assert_eq!(entity.notes.as_deref(), Some("Some *notes*.\n"));
    let fact = |path| Value::find(&entity.facts, path);
    assert_eq!(fact("software.version"), Some(&Value::Code("31".to_owned())));
    assert_eq!(fact("lifecycle"), Some(&Value::Word { set: "lifecycle", word: "production" }));
    assert_eq!(fact("rpo"), Some(&Value::Unknown));
    assert_eq!(fact("depends_on.1.hard"), Some(&Value::Bool(false)));
    let host = catalog.entities.values().find(|entity| entity.reference.kind() == Kind::Host).unwrap();
    assert_eq!(Value::find(&host.facts, "addresses.0.ip"), Some(&Value::Code("192.0.2.10".to_owned())));
    assert_eq!(Value::find(&host.facts, "ssh.user"), Some(&Value::Code("root".to_owned())));
}

#[test]
fn a_documents_project_has_no_inventory() {
    let snapshot = project("", "-- services.yaml --\nmail: {nmae: x}\n");
    let declared = declare(&snapshot, &config::read(&snapshot, "Test", &|_| true).value);
    assert!(declared.diagnostics.is_empty());
    assert_eq!(declared.value.names.ids(Kind::Service).count(), 0);
}

/// Calls `found` with the id of the label of each field and word in a schema.
fn labels(schema: &serde_json::Value, found: &mut dyn FnMut(String)) {
    if let Some(fields) = schema.get("properties").and_then(serde_json::Value::as_object) {
        fields.keys().for_each(|field| found(format!("field-{field}")));
    }
    if let (Some(set), Some(words)) = (schema.get("x-set"), schema.get("enum")) {
        let words = words.as_array().unwrap().iter();
        words.for_each(|word| found(format!("{}-{}", set.as_str().unwrap(), word.as_str().unwrap())));
    }
    match schema {
        serde_json::Value::Object(map) => map.values().for_each(|schema| labels(schema, found)),
        serde_json::Value::Array(items) => items.iter().for_each(|schema| labels(schema, found)),
        _ => {}
    }
}

#[test]
fn every_field_and_word_has_a_label_in_every_language() {
    let mut schemas = super::kinds::schemas();
    schemas.push((Kind::Runbook, json_schema::<RunbookDescriptor>()));
    for language in Language::interface() {
        let words = Words::load(&language);
        for (kind, schema) in &schemas {
            labels(schema, &mut |id| assert!(words.find(&id).is_some(), "`{id}` of {} in {language}", kind.name()));
        }
        for kind in Kind::ALL {
            for id in [format!("kind-{}", kind.name()), format!("kinds-{}", kind.name())] {
                assert!(words.find(&id).is_some(), "`{id}` in {language}");
            }
        }
        for word in Every::WORDS.map(|word| format!("every-{word}")).iter().map(String::as_str) {
            assert!(words.find(word).is_some(), "`{word}` in {language}");
        }
        for word in ["provider-self", "yes", "no", "unknown", "none"] {
            assert!(words.find(word).is_some(), "`{word}` in {language}");
        }
        for unit in Unit::ALL {
            let said = words.say(&Duration::new(2, unit).message());
            assert!(said.starts_with("2 "), "{said}");
        }
    }
}

#[test]
fn the_readme_names_every_field_and_no_other() {
    const README: &str = include_str!("../../../README.md");
    const COMMON: [&str; 8] = ["name", "summary", "links", "audience", "audiences", "notes", "aliases", "tags"];
    for (kind, schema) in super::kinds::schemas() {
        let plural = kind.plural();
        let row = README.lines().find_map(|line| line.strip_prefix(&format!("| `{plural}.yaml` |"))).unwrap();
        let cell = row.split('|').nth(1).unwrap();
        let word = |character: char| !character.is_ascii_lowercase() && character != '_';
        let without_remarks = cell.split(['(', ')']).step_by(2).collect::<String>();
        let mut named: Vec<&str> = without_remarks.split(word).filter(|word| !word.is_empty()).collect();
        let fields = schema["properties"].as_object().unwrap().keys().map(String::as_str);
        let mut fields: Vec<&str> = fields.filter(|field| !COMMON.contains(field)).collect();
        named.sort_unstable();
        fields.sort_unstable();
        assert_eq!(named, fields, "{plural}");
    }
}

#[test]
fn every_schema_is_closed() {
    for (kind, schema) in super::kinds::schemas() {
        assert_eq!(schema["additionalProperties"], serde_json::json!(false), "{}", kind.name());
    }
}

/// A number that its type cannot hold would take the whole entity with it, and nobody would be told.
#[test]
fn every_whole_number_has_a_range_unless_it_is_of_64_bits() {
    fn check(schema: &serde_json::Value) {
        match schema {
            serde_json::Value::Object(map) => {
                if schema["type"] == "integer" && schema["format"] != "int64" {
                    assert!(map.contains_key("minimum") && map.contains_key("maximum"), "{schema}");
                }
                map.values().for_each(check);
            }
            serde_json::Value::Array(items) => items.iter().for_each(check),
            _ => {}
        }
    }
    super::kinds::schemas().iter().for_each(|(_, schema)| check(schema));
    check(&json_schema::<RunbookDescriptor>());
}

#[test]
fn what_is_sound_survives_the_faults_around_it() {
    let (catalog, diagnostics, _) = read(
        r#"-- services.yaml --
mail:
  nmae: Mail
  lifecycle: production
  owner: nobody
  mtd: soon
  rto: 4h
  rpo: 1d
  software: {name: Postfix}
  runs_on: ["host:srv1", "host:gone"]
  data: {class: secret}
  depends_on: [{ref: "host:srv1", hard: maybe}, {hard: true}]
  tags: [a, {b: c}]
  colour: blue
  minimum: enough
-- hosts.yaml --
srv1: nothing
"#,
    );
    assert_eq!(diagnostics.len(), 11, "{diagnostics:#?}");
    let service = catalog.services.values().next().unwrap();
    assert_eq!(service.common.name, Stated::Known("Mail".to_owned()));
    assert_eq!(service.owner, Stated::Unknown);
    assert_eq!(service.mtd, Some(Stated::Unknown));
    assert_eq!(service.rto, Some(Stated::Known("4h".parse().unwrap())));
    let software = service.software.known().unwrap();
    assert_eq!((&software.name, &software.license), (&Stated::Known("Postfix".to_owned()), &Stated::Unknown));
    assert_eq!(service.runs_on.known().map(Vec::len), Some(1));
    assert_eq!(service.data.known().map(|data| &data.class), Some(&Stated::Unknown));
    assert_eq!(service.depends_on.len(), 0);
    assert_eq!(service.common.tags, Vec::<String>::new());
    assert_eq!(service.minimum.as_deref(), Some("enough"));
    let host = catalog.entities.values().find(|entity| entity.reference.kind() == Kind::Host).unwrap();
    assert_eq!(host.name, "srv1");
}

#[test]
fn texts_are_shown_as_their_author_wrote_them() {
    let written = [
        "31",
        "1.10",
        "012",
        "22:30",
        "0x1F",
        "0o17",
        "1e3",
        ".inf",
        "-.inf",
        ".nan",
        "no",
        "yes",
        "on",
        "off",
        "NO",
        "true",
        "False",
        "2026-11-22",
        "12345678901234567890123",
        "1_000",
        "+33",
        "-0",
        "0.0",
        "1.",
        "007",
        "3.0e-2",
        "=",
        "y",
        "TRUE",
        "~x",
    ];
    for written in written {
        let (catalog, diagnostics, snapshot) = read(&format!(
            "-- people.yaml --\nada: {{name: {written}, roles: unknown, contacts: unknown, tags: [{written}]}}\n"
        ));
        assert_eq!(report::lines(&diagnostics, &snapshot), "", "{written}");
        let person = catalog.people.values().next().unwrap();
        assert_eq!(person.common.name, Stated::Known(written.to_owned()));
        assert_eq!(person.common.tags, [written]);
    }
}

#[test]
fn the_order_of_files_and_threads_does_not_matter() {
    let once = read(WHOLE);
    let again = read(WHOLE);
    assert_eq!(format!("{:?}", once.0), format!("{:?}", again.0));
}

#[test]
fn thousands_of_entities_are_read_in_a_moment() {
    let mut archive = "-- hosts.yaml --\n".to_owned();
    for number in 0..5_000 {
        archive += &format!(
            "srv{number}:\n  name: Host {number}\n  type: virtual\n  provider: self\n  addresses: [{{ip: 192.0.2.1}}]\n  colour: {number}\n"
        );
    }
    let (catalog, diagnostics, _) = read(&archive);
    assert_eq!((catalog.hosts.len(), diagnostics.len()), (5_000, 5_000));
}

#[test]
fn every_kind_is_called_by_its_own_words_in_messages() {
    for language in Language::interface() {
        let words = Words::load(&language);
        let mut said = std::collections::BTreeSet::new();
        for kind in Kind::ALL {
            let kind = kind.name();
            said.insert(words.say(&message!("schema-duplicate-id", kind = kind, id = "x")));
            said.insert(words.say(&message!("ref-dangling", kind = kind, id = "x")));
            said.insert(words.say(&message!("ref-wrong-kind.help-id", kind = kind)));
        }
        // The organisation's file holds no map, and pages lie in no file.
        let maps = Kind::inventory().filter(|kind| *kind != Kind::Organisation);
        said.extend(maps.map(|kind| words.say(&message!("schema-wrong-type.map-of-ids", kind = kind.name()))));
        assert_eq!(said.len(), 3 * Kind::ALL.len() + Kind::ALL.len() - 2, "{language}: {said:#?}");
    }
}
