//! Copies of a site: what is said of one that is damaged, and which build it is.

use std::fs;
use std::process::Command;

use snapbox::{assert_data_eq, str};

use crate::support::{Project, Run};

const SMALL: &str = "-- book.toml --\n[book]\ntitle = \"Small\"\nsrc = \"docs\"\n-- docs/index.md --\n# Small\n\n![Plan](plan.svg)\n-- docs/more.md --\n# More\n-- docs/plan.svg --\n<svg/>\n";

/// A folder that is no project and holds a copy of a small site, as `stick`.
fn stick() -> Project {
    let project = Project::from_archive(SMALL);
    project.build();
    let elsewhere = Project::empty();
    elsewhere.copy_in(&project.path("site"), "stick");
    elsewhere
}

/// What is said, without the path of this test's folder.
fn said(project: &Project, run: &Run) -> String {
    run.said().replace(&project.root().canonicalize().unwrap().display().to_string(), "[..]")
}

#[test]
fn a_whole_copy_is_told_by_what_it_is() {
    let stick = stick();
    let run = stick.releve(&["verify", "stick"]);
    assert_eq!(run.code, 0, "{run}");
    assert_data_eq!(
        said(&stick, &run),
        str![[r#"
the edition for admins, as of 2026-11-22, built from no commit
[..]/stick is whole: all [..] files are as built

"#]]
    );
    // Where one is, and from elsewhere, by the flag that names a folder.
    assert_eq!(stick.releve(&["-C", "stick", "verify"]).code, 0);
    assert_eq!(stick.releve(&["-C", "stick", "verify", "."]).code, 0);
    let sums =
        Command::new("sha256sum").args(["-c", "--quiet", "SHA256SUMS"]).current_dir(stick.path("stick")).status();
    assert!(sums.unwrap().success());
}

#[test]
fn damage_of_each_sort_is_told() {
    let stick = stick();
    stick.write("stick/index.html", "half a pa");
    fs::remove_file(stick.path("stick/more.html")).unwrap();
    stick.write("stick/more.html~", "");
    stick.write("stick/photos/me.jpg", "");
    stick.write("stick/CNAME", "carnet.example.org");
    let run = stick.releve(&["verify", "stick"]);
    assert_eq!(run.code, 1, "{run}");
    assert_data_eq!(
        said(&stick, &run),
        str![[r#"
changed: index.html
missing: more.html
not of this site: more.html~
not of this site: photos/
the edition for admins, as of 2026-11-22, built from no commit
[..]/stick differs from what was built: of [..] files, 1 changed, 1 missing, 2 that do not belong there
do not work from this copy: make a new one from the site or from its branch

"#]]
    );
}

#[test]
fn what_lies_beside_a_whole_site_is_told_apart() {
    let stick = stick();
    stick.write("stick/notes.txt", "call Alix");
    let run = stick.releve(&["verify", "stick"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.stdout.contains("the site itself is whole"), "{run}");
}

#[test]
fn a_damaged_or_lost_list_is_told() {
    let stick = stick();
    let sums = stick.read("stick/SHA256SUMS");
    stick.write("stick/SHA256SUMS", &format!("../outside\n{sums}"));
    let run = stick.releve(&["verify", "stick"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.stdout.contains("SHA256SUMS itself is damaged: its line 1"), "{run}");
    stick.write("stick/SHA256SUMS", "");
    let run = stick.releve(&["verify", "stick"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.stdout.contains("SHA256SUMS itself is damaged") && !run.stdout.contains("is whole"), "{run}");
    fs::remove_file(stick.path("stick/SHA256SUMS")).unwrap();
    let run = stick.releve(&["verify", "stick"]);
    assert_eq!(run.code, 2, "{run}");
    assert!(run.stderr.contains("holds no SHA256SUMS"), "{run}");
    let run = stick.releve(&["verify", "nowhere"]);
    assert_eq!(run.code, 2, "{run}");
}

#[test]
fn without_its_marker_a_copy_is_whole_and_nameless() {
    let stick = stick();
    fs::remove_file(stick.path("stick/.releve-site")).unwrap();
    let run = stick.releve(&["verify", "stick"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.stdout.contains("which build this is, is not known"), "{run}");
}

#[cfg(unix)]
#[test]
fn links_are_never_followed() {
    use std::os::unix::fs::symlink;

    let stick = stick();
    stick.copy_in(&stick.path("stick"), "whole");
    for link in ["index.html", "theme"] {
        let path = stick.path("stick").join(link);
        if path.is_dir() {
            fs::remove_dir_all(&path).unwrap();
        } else {
            fs::remove_file(&path).unwrap();
        }
        symlink(stick.path("whole").join(link), path).unwrap();
    }
    let run = stick.releve(&["verify", "stick"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.stdout.contains("changed: index.html\n"), "{run}");
    assert!(run.stdout.contains("changed: theme\nmissing: theme/build.js\n"), "{run}");
}

#[test]
fn a_copy_that_lost_thousands_is_told_in_short() {
    let stick = stick();
    let digits = "0".repeat(64);
    let lost: String = (0..5000).map(|number| format!("{digits}  lost/{number}.html\n")).collect();
    let sums = stick.read("stick/SHA256SUMS");
    stick.write("stick/SHA256SUMS", &(sums + &lost));
    let run = stick.releve(&["verify", "stick"]);
    assert_eq!(run.stdout.lines().count(), 24, "{run}");
    assert!(run.stdout.contains("… and 4980 more\n") && run.stdout.contains("5000 missing"), "{run}");
}

#[test]
fn what_is_committed_is_read_without_a_checkout() {
    let project = Project::from_archive(SMALL);
    project.build();
    let copy = Project::empty();
    copy.copy_in(&project.path("site"), "");
    copy.git(&["init", "--quiet", "--initial-branch=pages"]);
    copy.commit("awa", "2026-03-14");
    copy.git(&["checkout", "--quiet", "-b", "work"]);
    fs::remove_file(copy.path("index.html")).unwrap();
    let run = copy.releve(&["verify", "--branch", "pages"]);
    assert_eq!(run.code, 0, "{run}");
    assert!(run.stdout.contains("the branch `pages` is whole: all"), "{run}");
    copy.commit("awa", "2026-03-15");
    let run = copy.releve(&["verify", "--branch", "work"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.stdout.contains("missing: index.html\n"), "{run}");
    for nothing in ["gone", "..", ""] {
        assert_eq!(copy.releve(&["verify", "--branch", nothing]).code, 2, "{nothing}");
    }
}
