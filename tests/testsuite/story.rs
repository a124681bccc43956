//! The example with nine months of a past: its pages tell it.

use std::path::Path;
use std::process::Command;

use crate::support::{Files, Project};

/// The repository that `tests/story/make` makes, below a project of its own.
fn story() -> Project {
    let project = Project::empty();
    let maker = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/story/make");
    let made = Command::new("bash").arg(maker).arg(project.path("story")).output().expect("bash is installed");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    project
}

/// What a page says, without its tags.
fn said(site: &Files, path: &str) -> String {
    let html = String::from_utf8(site.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).unwrap();
    let body = html.split_once("<main").expect("a page has a main part").1;
    let mut text = String::new();
    let mut is_tag = true;
    for character in body.chars() {
        match character {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if is_tag => {}
            '\u{a0}' | '\u{202f}' => text.push(' '),
            other => text.push(other),
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_example_tells_its_story() {
    let project = story();
    let run = project.releve(&["-C", "story", "build", "--out", "site"]);
    assert_eq!(run.code, 0, "{run}");
    let site = project.files("site");
    let holds = |path: &str, words: &str| {
        let text = said(&site, path);
        assert!(text.contains(words), "{path} does not say `{words}`: {text}");
    };
    // An exercise of May, by somebody who did not write the page, and what has changed since.
    let page = "rocketchat/restaurer.html";
    holds(page, "Suivie par Administratrice de secours (n’a pas écrit la page) le 16 mai 2026, en 100 minutes");
    holds(page, "Rocket.Chat, Logiciel (Rocket.Chat8.2 → Rocket.Chat8.7)");
    holds(page, "fiable jusqu’au 16 mai 2027");
    // A page that was renamed keeps its history, and its old address leads on.
    let old = String::from_utf8(site["mail/gmail-refuse.html"].clone()).unwrap();
    assert!(old.contains("url=refuse-par-gmail-ou-outlook.html"), "{old}");
    holds("mail/refuse-par-gmail-ou-outlook.html", "le 20 février 2026 par Administrateur principal");
    // A page that is gone says where it was last.
    holds("applis/pad.html", "Telle qu’elle était dans handover-2026-06");
    // Three handovers, each whole.
    for (version, words) in [
        ("handover-2026-03", "Première passation"),
        ("handover-2026-06", "Avant l&#39;été"),
        ("handover-2026-10", "Bureau d&#39;automne"),
    ] {
        holds("versions.html", words);
        holds(&format!("versions/{version}/rocketchat/restaurer.html"), &format!("Voici la version {version}"));
    }
    holds("versions/handover-2026-06/service/rocketchat.html", "8.2");
    holds("service/rocketchat.html", "8.7");
    assert!(site.contains_key("versions/handover-2026-03/mail/gmail-refuse.html"));
    assert!(!site.contains_key("versions/handover-2026-10/mail/gmail-refuse.html"));
}

#[test]
fn no_commit_of_the_story_has_an_error_and_two_tellings_are_the_same() {
    let (project, other) = (story(), story());
    let commits = |project: &Project| {
        let log = ["-C", "story", "log", "--format=%H %an %ad %s"];
        let log = Command::new("git").args(log).current_dir(project.root()).output().unwrap();
        String::from_utf8(log.stdout).unwrap()
    };
    let told = commits(&project);
    assert_eq!(told, commits(&other));
    assert!(told.lines().count() >= 11, "{told}");
    for commit in told.lines().map(|line| line.split_once(' ').unwrap().0) {
        let run = project.releve(&["-C", "story", "check", "--at", commit]);
        assert_eq!(run.code, 0, "{commit}: {run}");
    }
    let diff = project.releve(&["-C", "story", "diff", "handover-2026-06..handover-2026-10", "--lang", "fr"]);
    assert!(diff.stdout.contains("32.0 → 33.0"), "{diff}");
}
