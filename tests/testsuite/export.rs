//! What is exported for other programs, held against their own rules: validators of JSON Schema, and the project that it came from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::Project;

fn everything() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/everything")
}

fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).unwrap();
    validator.iter_errors(value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

/// The schemas for editors, by name.
fn schemas() -> BTreeMap<String, Value> {
    let project = Project::empty();
    let run = project.releve(&["export", "schemas", "--out", "schemas"]);
    assert_eq!(run.code, 0, "{run}");
    let files = project.files("schemas");
    files.into_iter().map(|(name, text)| (name, serde_json::from_slice(&text).unwrap())).collect()
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

/// The YAML of a project below one of its folders, by path.
fn files(root: &Path, folder: &str) -> Vec<(String, String)> {
    let walk = walkdir::WalkDir::new(root.join("runbooks").join(folder)).sort_by_file_name();
    let files = walk.into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let files = files.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "yaml"));
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(root.join("runbooks").join(folder)).unwrap();
            (path.to_str().unwrap().replace('\\', "/"), std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn what_is_known_is_what_its_schema_says() {
    let project = Project::copy_of(&everything());
    let run = project.releve(&["export", "json", "--out", "out", "--as-of", "2026-11-22"]);
    assert_eq!(run.code, 0, "{run}");
    let (whole, schema) = (project.read("out/releve.json"), project.read("out/releve.schema.json"));
    let whole: Value = serde_json::from_str(&whole).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    assert_eq!(faults(&schema, &whole), [""; 0]);
    assert_ne!(faults(&schema, &serde_json::json!({ "format": "1" })), [""; 0]);
    // What stands in the site is what the command prints.
    let built = project.build();
    let printed = project.releve(&["export", "json", "--as-of", "2026-11-22"]).stdout;
    assert_eq!(String::from_utf8_lossy(&built["releve.json"]), printed);
    // To the letter: lines of a calendar end as no others do.
    let printed = project.releve(&["export", "calendar", "--as-of", "2026-11-22", "--lang", "en"]).stdout;
    assert_eq!(String::from_utf8_lossy(&built["calendar.ics"]), printed);
}

#[test]
fn every_file_of_the_examples_is_what_the_schemas_for_editors_say() {
    let schemas = schemas();
    let one_of = |plural: &str| {
        let map = &schemas[&format!("{plural}.map.schema.json")];
        &schemas[map["additionalProperties"]["$ref"].as_str().unwrap()]
    };
    let mut count = 0;
    for root in [Path::new(env!("CARGO_MANIFEST_DIR")).to_owned(), everything()] {
        for (path, text) in files(&root, "inventory") {
            let found = match path.split_once('/') {
                None if path == "organisation.yaml" => faults(&schemas["organisation.schema.json"], &yaml(&text)),
                None => {
                    let schema = one_of(path.trim_end_matches(".yaml"));
                    let things = yaml(&text);
                    things.as_object().into_iter().flatten().flat_map(|(_, thing)| faults(schema, thing)).collect()
                }
                Some((plural, _)) => faults(one_of(plural), &yaml(&text)),
            };
            assert_eq!(found, [""; 0], "{path}");
            count += 1;
        }
        for (path, text) in files(&root, "records") {
            let folder = path.split('/').next().unwrap();
            assert_eq!(faults(&schemas[&format!("{folder}.schema.json")], &yaml(&text)), [""; 0], "{path}");
            count += 1;
        }
    }
    assert!(count > 30, "{count}");
}

#[test]
fn the_schemas_for_editors_find_what_is_wrong() {
    let schemas = schemas();
    let contract = &schemas["contract.schema.json"];
    let sound = "name: Rent\ncovers: unknown\ncost: {amount: 10.00 EUR, every: month}\nrenews_on: 2027-01-01\nauto_renew: true\nnotice: {none: free}\npaid_by: organisation\nmethod: card\nx-ours: 1\n";
    assert_eq!(faults(contract, &yaml(sound)), [""; 0]);
    for (right, wrong) in [
        ("method: card\n", ""),
        ("name: Rent", "nmae: Rent"),
        ("10.00 EUR", "ten"),
        ("2027-01-01", "1st of January"),
        ("auto_renew: true", "auto_renew: perhaps"),
        ("notice: {none: free}", "notice: P1M"),
        ("covers: unknown", "covers: [{host: srv1}]"),
    ] {
        assert_ne!(faults(contract, &yaml(&sound.replace(right, wrong))), [""; 0], "{wrong}");
    }
    let map = &schemas["contracts.map.schema.json"];
    assert_eq!(map["additionalProperties"]["$ref"], "contract.schema.json");
    assert_eq!(map["propertyNames"]["pattern"], "^[a-z0-9]([a-z0-9-]|\\.(?!\\.))*$");
}

#[test]
fn schemas_speak_the_language_of_the_reader() {
    let project = Project::empty();
    let titles = |language: &str| {
        let run = project.releve(&["export", "schemas", "--out", language, "--lang", language]);
        assert_eq!(run.code, 0, "{run}");
        let schema: Value = serde_json::from_str(&project.read(&format!("{language}/service.schema.json"))).unwrap();
        (schema["title"].clone(), schema["properties"]["owner"]["title"].clone())
    };
    assert_ne!(titles("fr"), titles("en"));
}

#[test]
fn an_export_without_content_says_what_to_write() {
    let project = Project::from_archive("-- book.toml --\n[releve]\n-- runbooks/index.md --\n# Home\n");
    for (format, expected) in [("security-txt", "security_contact"), ("chatons", "organisation.yaml")] {
        let run = project.releve(&["export", format, "--lang", "en"]);
        assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{run}");
        assert!(run.stderr.contains(expected), "{run}");
    }
    let documents = Project::from_archive("-- index.md --\n# Notes\n");
    let run = documents.releve(&["export", "calendar", "--lang", "en"]);
    assert!(run.code == 1 && run.stderr.contains("[releve]"), "{run}");
    // The table is there; nothing that everybody may see has a day.
    let run = project.releve(&["export", "calendar", "--audience", "public", "--lang", "en"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{run}");
    assert!(run.stderr.contains("this edition has no dates") && !run.stderr.contains("[releve]"), "{run}");
}

#[test]
fn chatons_says_of_services_only_what_everybody_may_read() {
    let project = Project::from_archive(
        "-- book.toml --\n[output.html]\nsite-url = \"https://releve.example.org\"\n[releve]\n-- runbooks/inventory/organisation.yaml --\nname: Les Amarres\naudience: public\nlegal_form: association loi 1901\ncountry: FR\npublic_contact: contact@example.org\ncharters: [{name: CHATONS, version: \"2\", url: \"https://www.chatons.org/charte\"}]\n-- runbooks/inventory/services.yaml --\ncloud:\n  name: Cloud\n  audience: public\n  audiences: {runs_on: public}\n  lifecycle: production\n  software: {name: Nextcloud, license: AGPL-3.0-or-later}\n  runs_on: [host:srv1]\n  urls: [\"https://cloud.example.org\"]\nvault: {name: Vault, lifecycle: production}\n-- runbooks/inventory/hosts.yaml --\nsrv1: {name: srv1, audience: public, audiences: {provider: public}, type: virtual, provider: self, hosting: rented, location: {country: FR}}\n",
    );
    let run = project.releve(&["export", "chatons", "--out", "out", "--as-of", "2026-11-22"]);
    assert_eq!(run.code, 0, "{run}");
    let organisation = project.read("out/organization.properties");
    for line in [
        "file.class = organization",
        "file.protocol = ChatonsInfos-0.5",
        "file.datetime = 2026-11-22T00:00:00",
        "organization.name = Les Amarres",
        "organization.type = ASSOCIATION",
        "organization.contact.email = contact@example.org",
        "organization.country.code = FR",
        "organization.memberof.chatons.status.level = ACTIVE",
        "# organization.website =",
        "subs.cloud = https://releve.example.org/.well-known/chatonsinfos/service-cloud.properties",
    ] {
        assert!(organisation.lines().any(|found| found == line), "{line}\n{organisation}");
    }
    let service = project.read("out/service-cloud.properties");
    for line in [
        "service.name = Cloud",
        "service.website = https://cloud.example.org",
        "# service.registration =",
        "software.name = Nextcloud",
        "software.license.name = AGPL-3.0-or-later",
        "software.license.url = https://spdx.org/licenses/AGPL-3.0-or-later.html",
        "host.name = Les Amarres",
        "host.server.type = VIRTUAL",
        "host.provider.type = HOSTEDSERVER",
        "host.country.code = FR",
    ] {
        assert!(service.lines().any(|found| found == line), "{line}\n{service}");
    }
    assert!(!organisation.contains("vault") && !project.path("out/service-vault.properties").exists());
}
