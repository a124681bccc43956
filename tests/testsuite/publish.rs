//! Publishing a folder: whose folder it is, what stays in it, and how its bytes can be checked.

use std::fmt::Write as _;
use std::fs;

use sha2::{Digest, Sha256};

use crate::support::{Project, differing};

const SMALL: &str = "-- book.toml --\n[book]\ntitle = \"Small\"\nsrc = \"docs\"\n-- docs/index.md --\n# Small\n\n[More](more.md)\n-- docs/more.md --\n# More\n";

#[test]
fn building_twice_changes_nothing() {
    let project = Project::from_archive(SMALL);
    let first = project.build();
    assert_eq!(differing(&first, &project.build()), [""; 0]);
}

#[test]
fn the_page_of_a_deleted_source_goes() {
    let project = Project::from_archive(SMALL);
    assert!(project.build().contains_key("more.html"));
    fs::remove_file(project.path("docs/more.md")).unwrap();
    project.write("docs/index.md", "# Small\n");
    let rebuilt = project.build();
    assert!(!rebuilt.contains_key("more.html"), "{:?}", rebuilt.keys());
    let clean = Project::from_archive(SMALL);
    fs::remove_file(clean.path("docs/more.md")).unwrap();
    clean.write("docs/index.md", "# Small\n");
    assert_eq!(differing(&clean.build(), &rebuilt), [""; 0], "rebuilt and built anew");
}

#[test]
fn checksums_name_every_file_but_their_own() {
    let project = Project::from_archive(SMALL);
    let mut files = project.build();
    let list = String::from_utf8(files.remove("SHA256SUMS").expect("a list of checksums")).unwrap();
    let mut expected = String::new();
    for (path, bytes) in files.iter().filter(|(path, _)| !path.starts_with('.')) {
        let digest: String = Sha256::digest(bytes).iter().fold(String::new(), |mut hexadecimal, byte| {
            write!(hexadecimal, "{byte:02x}").unwrap();
            hexadecimal
        });
        writeln!(expected, "{digest}  {path}").unwrap();
    }
    let sorted = |text: &str| {
        let mut lines: Vec<&str> = text.lines().filter(|line| !line.contains("  .")).collect();
        lines.sort_unstable();
        lines.join("\n")
    };
    assert_eq!(sorted(&list), sorted(&expected));
}

#[test]
fn a_folder_that_is_not_ours_is_left_alone() {
    let project = Project::from_archive(SMALL);
    project.write("precious/thesis.txt", "five years of work");
    project.write("half/index.html", "<p>somebody else's page</p>");
    project.write("docs/images/.keep", "");
    let before = project.files("");
    for folder in ["precious", "half", ".", "docs", "docs/images", "docs/new", "..", "/", "book.toml", "book.toml/site"]
    {
        let run = project.releve(&["build", "--out", folder]);
        assert_ne!(run.code, 0, "{folder}: {run}");
        assert!(!run.stderr.is_empty(), "{folder}: no word of why");
        assert_eq!(differing(&before, &project.files("")), [""; 0], "{folder}");
    }
}

#[test]
fn no_site_lies_in_another() {
    let project = Project::from_archive(SMALL);
    project.build();
    let before = project.files("");
    for inside in ["site/members", "site/theme/x/y"] {
        let run = project.releve(&["build", "--audience", "members", "--out", inside]);
        assert!(run.code == 2 && run.stderr.contains("it lies in another site"), "{run}");
    }
    let book = |editions: &str| format!("[book]\ntitle = \"Small\"\nsrc = \"docs\"\n\n{editions}");
    project.write("book.toml", &book("[editions.members]\nbuild-dir = \"site/members\"\n"));
    let run = project.releve(&["build", "--audience", "members"]);
    assert!(run.code == 1 && run.stderr.contains("book.toml:6:13"), "{run}");
    project.write("book.toml", SMALL.split("-- ").nth(1).unwrap().trim_start_matches("book.toml --\n"));
    assert_eq!(differing(&before, &project.files("")), [""; 0]);
    let run = project.releve(&["build", "--audience", "members", "--out", "site-inside"]);
    assert_eq!(run.code, 0, "{run}");
}

#[cfg(unix)]
#[test]
fn a_link_instead_of_the_folder_is_not_followed_into_somebodys_data() {
    let project = Project::from_archive(SMALL);
    project.write("precious/thesis.txt", "five years of work");
    std::os::unix::fs::symlink("precious", project.path("site")).unwrap();
    let run = project.releve(&["build", "--out", "site"]);
    assert_eq!(run.code, 2, "{run}");
    assert_eq!(project.read("precious/thesis.txt"), "five years of work");
    assert_eq!(project.files("precious").len(), 1);
}

#[test]
fn an_empty_folder_is_taken_and_known_again() {
    let project = Project::from_archive(SMALL);
    fs::create_dir(project.path("site")).unwrap();
    project.build();
    project.build();
}

#[test]
fn a_draft_is_published_with_its_faults_and_says_so() {
    let project = Project::from_archive(
        &format!("{SMALL}\n[Gone](gone.md)\n").replace("src = \"docs\"\n", "src = \"docs\"\n\n[releve]\n"),
    );
    let run = project.releve(&["build", "--out", "site"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(!project.path("site").exists(), "an error publishes nothing");
    let run = project.releve(&["build", "--draft", "--out", "site"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(project.read("site/more.html").contains("Gone"));
}
