//! What an edition for an audience holds: nothing that is for fewer people, in any byte of any file, and what is for them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use regex::Regex;
use releve::catalog;
use releve::edition::{Holder, is_open};
use releve::names::Kind;
use releve::records::{self, RecordKind};
use releve::search;

use crate::support::Project;

/// The words of who reads what: `sperling12` is for everybody, `goldfink3` for members, `zeisig7` for admins.
const WORDS: [&str; 3] = ["sperling", "goldfink", "zeisig"];

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/editions/{name}.txt"));
    std::fs::read_to_string(path).unwrap()
}

/// Builds an edition and returns the words found in its files, each with a file that holds it.
fn words_of(project: &Project, audience: &str) -> BTreeMap<String, String> {
    // The fixture is broken on purpose: what is dead or not closed must not leak either.
    let run = project.releve(&["build", "--draft", "--audience", audience, "--out", "site", "--cache", "off"]);
    assert!(run.code <= 1 && !run.stderr.contains("audience/leak"), "{run}");
    let word = Regex::new("(?i)(?:sperling|goldfink|zeisig)[0-9]*").unwrap();
    let mut found = BTreeMap::new();
    for (path, bytes) in project.files("site") {
        let packed = search::unpacked(&path, &bytes).unwrap_or_default();
        for text in [path.as_bytes(), &bytes, &packed] {
            let text = String::from_utf8_lossy(text);
            found.extend(word.find_iter(&text).map(|word| (word.as_str().to_lowercase(), path.clone())));
        }
    }
    found
}

/// The words that begin like this, with the files that hold them.
fn beginning<'a>(found: &'a BTreeMap<String, String>, word: &str) -> Vec<(&'a str, &'a str)> {
    let found = found.iter().filter(|(found, _)| found.starts_with(word));
    found.map(|(found, path)| (found.as_str(), path.as_str())).collect()
}

/// The words of the fixture that begin like this.
fn written(fixture: &str, word: &str) -> BTreeSet<String> {
    let word = Regex::new(&format!("{word}[0-9]+")).unwrap();
    word.find_iter(&fixture.to_lowercase()).map(|word| word.as_str().to_owned()).collect()
}

#[test]
fn no_byte_of_an_edition_holds_what_is_for_fewer_people() {
    let fixture = fixture("project");
    let project = Project::from_archive(&fixture);
    let [public, members, admins] = ["public", "members", "admins"].map(|audience| words_of(&project, audience));

    assert_eq!(beginning(&public, "zeisig"), [], "admins in public");
    assert_eq!(beginning(&public, "goldfink"), [], "members in public");
    assert_eq!(beginning(&members, "zeisig"), [], "admins in members");

    // What is not there because nothing is there would prove nothing.
    let missing = |found: &BTreeMap<String, String>, word: &str| {
        let written = written(&fixture, word).into_iter();
        written.filter(|word| !found.contains_key(word)).collect::<Vec<_>>()
    };
    assert_eq!(missing(&public, WORDS[0]), [""; 0], "for everybody, in public");
    assert_eq!(missing(&members, WORDS[0]), [""; 0], "for everybody, in members");
    assert_eq!(missing(&members, WORDS[1]), [""; 0], "for members, in members");
    assert!(beginning(&admins, "zeisig").len() > 120, "{}", beginning(&admins, "zeisig").len());
}

#[test]
fn what_is_put_together_from_several_files_holds_no_more() {
    let fixture = fixture("joined");
    let project = Project::from_archive(&fixture);
    let [public, members] = ["public", "members"].map(|audience| words_of(&project, audience));
    assert_eq!(beginning(&public, "zeisig"), [], "admins in public");
    assert_eq!(beginning(&public, "goldfink"), [], "members in public");
    assert_eq!(beginning(&members, "zeisig"), [], "admins in members");
    let missing: Vec<String> =
        written(&fixture, WORDS[0]).into_iter().filter(|word| !public.contains_key(word)).collect();
    assert_eq!(missing, [""; 0], "for everybody, in public");
}

#[test]
fn a_theme_says_nothing_that_is_closed() {
    let files = "-- book.toml --\n[releve]\ntheme = \"mine\"\n-- runbooks/index.md --\n---\ntitle: Open\naudience: public\n---\nx\n\
                 -- runbooks/inventory/providers.yaml --\nrack: {name: Rack, kind: hosting, account_holder: unknown, software_freedom: free, processes_personal_data: false, exit: {none: x}, customer_id: RADE-004217}\n-- themes/mine/templates/pages/about.html --\n\
                 {% extends \"base.html\" %}\n{% block body %}<p>TEXT</p>{% endblock body %}\n";
    let run = |text: &str| {
        let project = Project::from_archive(&files.replace("TEXT", text));
        project.releve(&["--lang", "en", "build", "--audience", "public", "--out", "site"])
    };
    let told = run("Customer RADE-004217");
    assert!(told.code == 1 && told.stderr.contains("audience/leak"), "{told}");
    let near = run("Customer RADE-004218");
    assert!(!near.stderr.contains("audience/leak"), "{near}");
}

#[test]
fn amounts_and_addresses_that_are_closed_stay_out_too() {
    let project = Project::from_archive(&fixture("project"));
    let run = project.releve(&["build", "--draft", "--audience", "members", "--out", "site", "--cache", "off"]);
    assert!(run.code <= 1, "{run}");
    for (path, bytes) in project.files("site") {
        let packed = search::unpacked(&path, &bytes).unwrap_or_default();
        let text = format!("{}{}", String::from_utf8_lossy(&bytes), String::from_utf8_lossy(&packed));
        let digits: String = text.chars().filter(|letter| letter.is_ascii_digit()).collect();
        for closed in ["765432198", "876543219", "654321987", "203011377", "2222"] {
            assert!(
                !text.contains("203.0.113.77") && (closed.len() < 9 || !digits.contains(closed)),
                "{path}: {closed}"
            );
        }
    }
}

/// A new field of a kind has to be tried here: whoever adds one is told.
#[test]
fn the_fixture_uses_every_field_of_every_kind() {
    let project = Project::from_archive(&fixture("project"));
    let text = |path: &str| std::fs::read_to_string(project.path(path)).unwrap();
    let uses = |text: &str, path: &str| {
        let field = path.rsplit('.').next().unwrap();
        Regex::new(&format!(r"(?m)[\s{{,]{field}:|^{field}:")).unwrap().is_match(text)
    };
    let mut missing = Vec::new();
    for kind in Kind::inventory() {
        let text = text(&format!("runbooks/inventory/{}.yaml", kind.plural()));
        let fields = catalog::fields_of(kind);
        missing
            .extend(fields.iter().filter(|field| !uses(&text, field)).map(|field| format!("{} {field}", kind.name())));
    }
    for kind in [RecordKind::Exercise, RecordKind::Incident] {
        let name = if kind == RecordKind::Exercise { "2026-11-01-open" } else { "2026-11-04-open" };
        let text = text(&format!("runbooks/records/{}/{name}.yaml", kind.folder()));
        let fields = records::fields_of(kind);
        missing
            .extend(fields.iter().filter(|field| !uses(&text, field)).map(|field| format!("{} {field}", kind.name())));
    }
    // What every kind has in common is tried where it stands once.
    missing.retain(|field| {
        !["audiences", "aliases", "links.type", "contacts.via"].iter().any(|name| field.ends_with(&format!(" {name}")))
    });
    assert_eq!(missing, [""; 0]);
}

#[test]
fn the_readme_names_the_open_fields_of_every_kind() {
    const README: &str = include_str!("../../README.md");
    let things = Kind::inventory().map(|kind| (kind.name(), Holder::Thing(kind), catalog::fields_of(kind)));
    let kinds = [RecordKind::Exercise, RecordKind::Incident];
    let records = kinds.map(|kind| (kind.name(), Holder::Record(kind), records::fields_of(kind)));
    for (name, holder, fields) in things.chain(records) {
        let open: BTreeSet<&str> = fields.iter().map(String::as_str).filter(|field| is_open(holder, field)).collect();
        let of_all = ["name", "summary", "aliases"];
        let row = README.lines().find_map(|line| line.strip_prefix(&format!("| {name} | ")));
        // Exceptions stand in brackets, and name fields within fields.
        let named = row.map(|row| row.split(['(', ')']).step_by(2).collect::<String>()).unwrap_or_default();
        let named =
            named.split(|letter: char| !letter.is_ascii_lowercase() && letter != '_').filter(|word| !word.is_empty());
        let open = open.into_iter().filter(|field| !field.contains('.') && !of_all.contains(field));
        assert_eq!(named.collect::<BTreeSet<_>>(), open.collect(), "{name}");
    }
}

#[test]
fn an_edition_goes_into_a_folder_of_its_own_and_says_what_it_holds() {
    let project = Project::from_archive(
        "-- book.toml --\n[releve]\n-- runbooks/inventory/services.yaml --\nwiki:\n  name: Wiki\n  audience: members\n  \
         lifecycle: experimental\n  owner: unknown\n  runs_on: unknown\n  software: unknown\n  data: {none: no}\n",
    );
    let run = project.releve(&["--lang", "en", "build", "--audience", "members"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.stderr.contains("this is the edition for members: 0 pages and 1 thing are marked for them"), "{run}");
    assert!(project.path("site-members/service/wiki.html").exists());
    let run = project.releve(&["--lang", "en", "build", "--audience", "public"]);
    assert!(run.stderr.contains("nothing is marked for everybody yet"), "{run}");
    assert!(project.path("site-public/index.html").exists() && !project.path("site-public/service").exists());
    assert!(!project.path("site").exists());
}

#[test]
fn what_the_theme_says_in_spite_of_it_is_not_published() {
    let project = Project::from_archive(
        "-- book.toml --\n[releve]\ntheme = \"mine\"\n-- themes/mine/templates/pages/about.html --\n\
         {% extends \"base.html\" %}\n{% block body %}<p>Customer <b>RADE</b>-004217</p>{% endblock %}\n\
         -- runbooks/inventory/providers.yaml --\nrade:\n  name: Rade\n  audience: public\n  kind: hosting\n  \
         account_holder: unknown\n  customer_id: RADE-004217\n  software_freedom: unknown\n",
    );
    let run = project.releve(&["--lang", "en", "build", "--audience", "public", "--out", "site"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.stderr.contains("audience/leak") && run.stderr.contains("providers.yaml:6"), "{run}");
    assert!(!project.path("site").exists());
    let run = project.releve(&["--lang", "en", "build", "--out", "site"]);
    assert_eq!(run.code, 0, "{run}");
}

#[test]
fn a_draft_puts_up_with_faults_and_never_with_a_leak() {
    let project = Project::from_archive(
        "-- book.toml --\n[releve]\ntheme = \"mine\"\n-- themes/mine/templates/pages/about.html --\n\
         {% extends \"base.html\" %}\n{% block body %}<p>Customer <b>RADE</b>-004217</p>{% endblock %}\n\
         -- runbooks/inventory/providers.yaml --\nrade:\n  name: Rade\n  audience: public\n  kind: hosting\n  \
         account_holder: nobody\n  customer_id: RADE-004217\n  software_freedom: unknown\n",
    );
    let draft = ["--lang", "en", "build", "--draft", "--audience", "public"];
    let run = project.releve(&draft);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.stderr.contains("audience/leak") && run.stderr.contains("a draft would not be either"), "{run}");
    assert!(!project.path("site-public").exists());
    // For admins nothing is a leak.
    let run = project.releve(&["--lang", "en", "build", "--draft"]);
    assert!(run.code == 1 && project.read("site/.releve-site").contains("\ndraft: yes\n"), "{run}");
    project.write("themes/mine/templates/pages/about.html", "{% extends \"base.html\" %}\n");
    let run = project.releve(&draft);
    assert!(run.code == 1 && project.read("site-public/.releve-site").contains("\ndraft: yes\n"), "{run}");
}
