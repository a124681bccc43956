//! Broken projects: every fault is listed with its place and what to do about it, and nothing is published.
//!
//! A case is a file of `tests/fixtures/broken`: the files that it lays over the sound project of `_sound.txt`, then after a line
//! `== expect` the faults that the build must list, no more and no fewer:
//!
//! ```text
//! path:line:column code
//!   words that stand in the message, a label or the help
//! ```
//!
//! `-- path -- removed` takes a file of the sound project away. Values that look like secrets are put together here, so that
//! no file of the repository holds one: `@@GITHUB_TOKEN@@` in a case.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use regex::Regex;

use crate::support::{Project, Run, differing};

/// One test per case, named for it, and the list of all.
macro_rules! cases {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                check(stringify!($name));
            }
        )*

        const CASES: &[&str] = &[$(stringify!($name)),*];
    };
}

cases! {
    alias_bomb
    ask_undeclared
    bare_id_where_the_kind_is_needed
    date_that_is_none
    dependency_dangling
    duration_that_is_none
    enum_word_unknown
    fact_field_unknown
    fact_id_unknown
    fence_unclosed
    front_matter_key_unknown
    front_matter_type_unknown
    front_matter_unclosed
    id_twice_across_files
    id_with_capitals
    include_cycle
    include_missing
    include_outside
    key_missing
    key_twice
    key_unknown
    kind_wrong
    link_to_a_missing_anchor
    link_to_a_missing_image
    link_to_a_missing_page
    link_to_javascript
    list_instead_of_map
    mail_flow_without_what_its_direction_needs
    mail_flow_word_unknown
    many_faults_at_once
    map_instead_of_list
    money_that_is_none
    nesting_too_deep
    null_value
    owner_dangling
    partner_who_agreed_without_saying_when
    project_named_where_a_service_is_meant
    secret_in_a_url
    secret_key_block
    secret_token
    share_of_more_than_all
    step_id_twice
    summary_names_a_missing_page
    summary_names_a_translation
    term_without_a_word
    toml_key_unknown
    toml_syntax
    translation_asks_what_its_original_does_not
    translation_twice
    two_index_pages
    value_empty
    value_of_the_wrong_type
    wiki_link_dead
    yaml_merge_key
    yaml_several_documents
    yaml_tab
    yaml_unclosed_quote
}

#[test]
fn every_case_is_run() {
    let written: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|name| name != "_sound")
        .collect();
    assert_eq!(written, CASES.iter().map(|name| (*name).to_owned()).collect());
    assert!(CASES.len() >= 40);
}

/// A fault that a build listed, or must list.
#[derive(Debug)]
struct Fault {
    /// `path:line:column code`.
    heading: String,
    /// What the build said about it; what it must at least have said.
    words: Vec<String>,
}

fn check(name: &str) {
    let case = fs::read_to_string(folder().join(name).with_extension("txt")).unwrap();
    let (archive, expectation) = case.split_once("\n== expect\n").expect("a case says what it expects");
    let expected = expected_faults(expectation);

    let project = Project::from_archive(&fs::read_to_string(folder().join("_sound.txt")).unwrap());
    let published = project.build();
    lay_over(&project, &filled_in(archive));
    let run = project.releve(&["build", "--out", "site"]);

    assert_eq!(run.code, 1, "{run}");
    let found = found_faults(&run);
    let headings = |faults: &[Fault]| faults.iter().map(|fault| fault.heading.clone()).collect::<BTreeSet<_>>();
    assert_eq!(headings(&found), headings(&expected), "listed ≠ expected\n{run}");
    assert_eq!(found.len(), expected.len(), "a fault is listed twice\n{run}");
    for fault in &expected {
        let said = found.iter().find(|found| found.heading == fault.heading).unwrap().words.join("\n");
        for words in &fault.words {
            assert!(said.contains(words.as_str()), "{}: not said: {words}\n{run}", fault.heading);
        }
        assert!(said.contains('^'), "{}: no caret\n{run}", fault.heading);
        assert!(said.contains("help: "), "{}: no help\n{run}", fault.heading);
    }
    for (_, _, hidden) in secrets() {
        assert!(!run.said().contains(&hidden), "a secret is shown in full\n{run}");
    }
    assert_eq!(differing(&published, &project.files("site")), [""; 0], "the published site was touched");
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/broken"))
}

/// Lays the files of a case over the sound project.
fn lay_over(project: &Project, archive: &str) {
    let mut kept = String::new();
    for line in archive.split_inclusive('\n') {
        match line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" -- removed")) {
            Some(path) => fs::remove_file(project.path(path)).unwrap(),
            None => kept.push_str(line),
        }
    }
    project.add(&kept);
}

/// Reads the expectation of a case.
fn expected_faults(text: &str) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix("  ") {
            Some(words) => faults.last_mut().expect("words belong to a fault").words.push(words.to_owned()),
            None => faults.push(Fault { heading: line.to_owned(), words: Vec::new() }),
        }
    }
    assert!(!faults.is_empty(), "a case expects a fault");
    faults
}

/// Reads the errors of a report for the terminal: `error[code]: message`, then ` --> path:line:column`.
fn found_faults(run: &Run) -> Vec<Fault> {
    let heading = Regex::new(r"^(\w+)\[([a-z-]+/[a-z-]+)\]: (.*)$").unwrap();
    let place = Regex::new(r"^ *--> (.*)$").unwrap();
    let mut faults: Vec<Fault> = Vec::new();
    let mut is_error = false;
    for line in run.said().lines() {
        if let Some(heading) = heading.captures(line) {
            is_error = &heading[1] == "error";
            if is_error {
                faults.push(Fault { heading: heading[2].to_owned(), words: vec![heading[3].to_owned()] });
            }
        } else if let (true, Some(fault)) = (is_error, faults.last_mut()) {
            if let (Some(place), false) = (place.captures(line), fault.heading.contains(' ')) {
                fault.heading = format!("{} {}", &place[1], fault.heading);
            }
            fault.words.push(line.to_owned());
        }
    }
    faults
}

/// Values that look like secrets, by the name that stands for them in a case: what may be shown, then what may not. None of
/// them opens anything.
fn secrets() -> [(&'static str, String, String); 3] {
    let dashes = "-".repeat(5);
    [
        ("@@GITHUB_TOKEN@@", ["gh", "p_"].concat(), "a1B2c3D4e5".repeat(4)[..36].to_owned()),
        ("@@PASSWORD@@", String::new(), ["hunter", "2", "correct", "horse"].concat()),
        (
            "@@PRIVATE_KEY@@",
            format!("{dashes}BEGIN OPENSSH {} KEY{dashes}\n", "PRIVATE"),
            "b3BlbnNzaC1rZXktdjEA".repeat(3),
        ),
    ]
}

fn filled_in(archive: &str) -> String {
    secrets()
        .iter()
        .fold(archive.to_owned(), |text, (name, shown, hidden)| text.replace(name, &[shown.as_str(), hidden].concat()))
}
