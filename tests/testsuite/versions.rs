//! What a project was: any commit as a checkout of it, and the versions that stand beside the site.

use std::fs;

use crate::corpora::corpus;
use crate::support::{Files, Project, differing};

const PROJECT: &str = "-- book.toml --
[book]
title = \"Example\"
language = \"en\"
src = \"runbooks\"

[releve]
-- .gitignore --
/site
*.draft.md
-- runbooks/index.md --
# Welcome

[Mail](mail/stuck.md), [a drawing](img/net.svg), {{#include ../shared/note.md}}
-- runbooks/mail/stuck.md --
# Mail is stuck

Call Awa.
-- runbooks/mail/old.md --
# An old page

With enough words of its own that it is no other page.
-- runbooks/img/net.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\"/>
-- shared/note.md --
A note.
";

/// A project of four commits, two of them marked.
fn marked() -> Project {
    let project = Project::from_archive(PROJECT);
    project.git(&["init", "--quiet"]);
    project.commit("awa", "2026-03-01");
    project.git_as("awa", "2026-03-02", &["tag", "-a", "handover-1", "-m", "Before the holidays"]);
    project.write("runbooks/mail/stuck.md", "# Mail is stuck\n\nCall Ben.\n");
    project.git(&["mv", "runbooks/mail/old.md", "runbooks/mail/renamed.md"]);
    project.commit("ben", "2026-04-01");
    project.write("runbooks/mail/gone.md", "# Soon gone\n\nNothing like the others.\n");
    project.commit("ben", "2026-05-01");
    project.git(&["tag", "handover-2"]);
    fs::remove_file(project.path("runbooks/mail/gone.md")).unwrap();
    project.write("runbooks/mail/stuck.md", "# Mail is stuck\n\nCall Chloé.\n");
    project.commit("awa", "2026-06-01");
    project
}

/// The site of a commit, and that of a checkout of it, both as of a day.
fn twice(project: &Project, commit: &str, day: &str) -> (Files, Files) {
    let run = project.releve(&["build", "--draft", "--at", commit, "--as-of", day, "--out", "at"]);
    assert!(run.code < 2, "{run}");
    let checkout = Project::empty();
    let name = project.root().file_name().unwrap();
    // The name of the folder is the title of a project that has none.
    let folder = checkout.path(name.to_str().unwrap());
    checkout.git(&["clone", "--quiet", project.root().to_str().unwrap(), folder.to_str().unwrap()]);
    checkout.git(&["-C", folder.to_str().unwrap(), "checkout", "--quiet", commit]);
    let out = checkout.path("site");
    let arguments =
        ["-C", folder.to_str().unwrap(), "build", "--draft", "--as-of", day, "--out", out.to_str().unwrap()];
    let other = checkout.releve(&arguments);
    assert_eq!(run.code, other.code, "{run}\n{other}");
    (project.files("at"), checkout.files("site"))
}

#[test]
fn a_commit_is_built_as_a_checkout_of_it_would_be() {
    let project = marked();
    // Untracked and changed files are not part of any commit.
    project.write("runbooks/untracked.md", "# Untracked\n");
    project.write("runbooks/mail/stuck.md", "# Changed\n");
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink("stuck.md", project.path("runbooks/mail/link.md")).unwrap();
        symlink("../../shared", project.path("runbooks/mail/shared")).unwrap();
        symlink("/etc/passwd", project.path("runbooks/outside.md")).unwrap();
        symlink("../../../../etc/passwd", project.path("runbooks/climbing.md")).unwrap();
        symlink("loop.md", project.path("runbooks/loop.md")).unwrap();
        symlink("nowhere.md", project.path("runbooks/dangling.md")).unwrap();
    }
    project.write("runbooks/latin.md", "# Été\n");
    fs::write(project.path("runbooks/latin.md"), b"# \xC9t\xE9\n").unwrap();
    fs::write(project.path("runbooks/crlf.md"), b"# Line ends\r\n\r\nTwo.\r\n").unwrap();
    project.commit("ben", "2026-07-01");
    // A file that is tracked although a list ignores it.
    project.write("runbooks/hidden.draft.md", "# Hidden\n");
    project.git(&["add", "--force", "runbooks/hidden.draft.md"]);
    project.commit("ben", "2026-07-02");
    // A submodule that nobody fetched is an empty folder.
    let inner = Project::from_archive("-- inner.md --\n# Inner\n");
    inner.git(&["init", "--quiet"]);
    inner.commit("awa", "2026-01-01");
    let inner_url = inner.root().to_str().unwrap().to_owned();
    project.git(&["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &inner_url, "runbooks/inner"]);
    project.commit("ben", "2026-07-03");
    project.write("runbooks/untracked.md", "# Changed after the last commit\n");
    for commit in ["HEAD", "HEAD~1", "HEAD~2", "handover-2", "handover-1"] {
        let (at, checkout) = twice(&project, commit, "2026-11-22");
        assert!(at.len() > 20, "{commit}: {} files", at.len());
        assert_eq!(differing(&at, &checkout), [""; 0], "{commit}");
        assert!(!at.values().any(|bytes| String::from_utf8_lossy(bytes).contains("root:x:0")), "{commit}");
        assert!(!at.contains_key("inner/inner.html") && !at.contains_key("hidden-draft.html"));
    }
}

#[test]
fn every_commit_of_a_real_project_is_built_as_a_checkout_would_be() {
    let Some(folder) = corpus("osmfr-infrastructure") else { return };
    let project = Project::empty();
    let bundle = folder.join("osmfr-infrastructure.bundle");
    project.git(&["clone", "--quiet", bundle.to_str().unwrap(), "."]);
    // Every eleventh of them: each takes two builds and a clone.
    for back in (0..66).step_by(11) {
        let commit = format!("HEAD~{back}");
        let (at, checkout) = twice(&project, &commit, "2026-11-22");
        assert!(at.len() > 20, "{commit}: {} files", at.len());
        assert_eq!(differing(&at, &checkout), [""; 0], "{commit}");
    }
}

#[test]
fn a_commit_is_judged_by_its_own_day() {
    let project = marked();
    let files = |arguments: &[&str]| {
        assert_eq!(project.releve(arguments).code, 0);
        String::from_utf8(project.files("at")["about.html"].clone()).unwrap()
    };
    assert!(files(&["build", "--at", "handover-1", "--out", "at"]).contains("1 March 2026"));
    let asked = files(&["build", "--at", "handover-1", "--as-of", "2026-10-09", "--out", "at"]);
    assert!(asked.contains("9 October 2026"));
    let refused = project.releve(&["check", "--at", "handover-9"]);
    assert_eq!(
        (refused.code, refused.stderr.as_str()),
        (2, "could not run: no commit, tag or branch is called `handover-9`\n")
    );
}

#[test]
fn versions_stand_beside_the_site_and_lead_to_the_pages_of_now() {
    let project = marked();
    let site = project.build();
    let page = |path: &str| String::from_utf8(site.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).unwrap();
    let list = page("versions.html");
    let newest = list.find("versions/handover-2/index.html").unwrap();
    assert!(newest < list.find("versions/handover-1/index.html").unwrap());
    assert!(list.contains("Before the holidays") && list.contains("1 May 2026"));

    let then = page("versions/handover-1/mail/stuck.html");
    assert!(then.contains("Call Awa") && then.contains("the version handover-1, as of 1 March 2026"));
    assert!(then.contains("href=\"../../../mail/stuck.html\""));
    // Neither search nor history, nor versions of its own.
    for absent in ["site-search", "history/", "versions.html"] {
        assert!(!then.contains(absent), "{absent}");
    }
    let below = |part: &str| site.keys().any(|path| path.starts_with("versions/") && path[9..].contains(part));
    assert!(!below("search/") && !below("history/") && !below("versions") && !below(".atom"));

    // What was renamed leads on; what is gone says where it was last.
    assert!(page("mail/old.html").contains("url=renamed.html"));
    let gone = page("mail/gone.html");
    assert!(gone.contains("../versions/handover-2/mail/gone.html") && !gone.contains("handover-1"));

    // Every page of a version leads to something that is there.
    for path in site.keys().filter(|path| path.starts_with("versions/") && path.ends_with(".html")) {
        let now = path.splitn(3, '/').nth(2).unwrap();
        assert!(site.contains_key(now), "{path} leads to {now}");
    }
    let listed = project.releve(&["versions"]);
    let lines: Vec<&str> = listed.stdout.lines().collect();
    assert_eq!(lines.len(), 2, "{listed}");
    assert!(lines[0].starts_with("handover-2  2026-05-01 · ben · "), "{listed}");
    assert!(lines[1].starts_with("handover-1  2026-03-01 · awa · ") && lines[1].ends_with(" · Before the holidays"));
}

#[test]
fn the_newest_versions_on_the_way_are_kept() {
    let project = marked();
    project.git(&["checkout", "--quiet", "-b", "side", "HEAD~1"]);
    project.write("runbooks/side.md", "# Side\n");
    project.commit("ben", "2026-08-01");
    project.git(&["tag", "handover-side"]);
    project.git(&["checkout", "--quiet", "main"]);
    project.git(&["tag", "handover-now"]);
    project.git(&["tag", "unrelated"]);
    project.write("book.toml", "[book]\nlanguage = \"en\"\nsrc = \"runbooks\"\n[releve]\n[versions]\nkeep = 2\n");
    project.commit("awa", "2026-09-01");
    let site = project.build();
    let kept = |name: &str| site.contains_key(&format!("versions/{name}/index.html"));
    let all = ["handover-now", "handover-2", "handover-1", "handover-side", "unrelated"];
    assert_eq!(all.map(kept), [true, true, false, false, false]);
    let listed = project.releve(&["versions"]);
    assert!(listed.stderr.contains("which keeps 2: handover-1"), "{listed}");
    assert!(listed.stderr.contains("handover-side") && !listed.stderr.contains("unrelated"), "{listed}");

    project.write(
        "book.toml",
        "[book]\nlanguage = \"en\"\nsrc = \"runbooks\"\n[releve]\n[versions]\ntags = \"unrelated\"\n",
    );
    let site = project.build();
    assert!(
        site.contains_key("versions/unrelated/index.html") && !site.contains_key("versions/handover-now/index.html")
    );
    project.write("book.toml", "[book]\nlanguage = \"en\"\nsrc = \"runbooks\"\n[releve]\n[versions]\nkeep = 0\n");
    assert!(!project.build().contains_key("versions.html"));
}

#[test]
fn what_is_remembered_of_versions_never_changes_them() {
    let project = marked();
    let cold = project.releve(&["build", "--out", "site", "--cache", "off"]);
    assert_eq!(cold.code, 0, "{cold}");
    let right = project.files("site");
    project.build();
    let page = "site/versions/handover-1/mail/stuck.html";
    // Somebody was here: a version is made anew, whether the length of a file differs, its bytes, or it is gone.
    for damage in [|text: String| text + "x", |text: String| text.replace("Awa", "Eve")] {
        project.write(page, &damage(project.read(page)));
        assert_eq!(differing(&right, &project.build()), [""; 0]);
    }
    fs::remove_file(project.path(page)).unwrap();
    assert_eq!(differing(&right, &project.build()), [""; 0]);
    fs::remove_dir_all(project.path("site")).unwrap();
    assert_eq!(differing(&right, &project.build()), [""; 0]);
    // A version that is marked anew is not the one that was.
    project.git(&["tag", "--force", "handover-1", "HEAD~2"]);
    project.build();
    assert!(project.read(page).contains("Call Ben"));
}

#[test]
fn versions_hide_the_secrets_that_were_in_them() {
    let token = format!("ghp_{}", "0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R");
    let project = marked();
    project.write("runbooks/mail/stuck.md", &format!("# Mail is stuck\n\nThe token is `{token}`.\n"));
    project.write("runbooks/token.txt", &format!("{token}\n"));
    project.write("runbooks/index.md", "# Welcome\n\n[a file](token.txt)\n");
    project.commit("awa", "2026-07-01");
    project.git(&["tag", "handover-3"]);
    project.write("runbooks/mail/stuck.md", "# Mail is stuck\n\nCall Chloé.\n");
    fs::remove_file(project.path("runbooks/token.txt")).unwrap();
    project.write("runbooks/index.md", "# Welcome\n");
    project.commit("awa", "2026-07-02");
    let site = project.build();
    assert!(site.contains_key("versions/handover-3/files/token.txt"));
    for (path, bytes) in &site {
        assert!(!String::from_utf8_lossy(bytes).contains(&token[4..]), "{path}");
    }
}

#[test]
fn without_a_past_there_are_no_versions_and_nothing_is_wrong() {
    let project = Project::from_archive(PROJECT);
    assert!(!project.build().contains_key("versions.html"));
    let listed = project.releve(&["versions"]);
    assert_eq!(listed.code, 2);
    assert!(listed.stderr.contains("lies in no git repository"), "{listed}");
    project.git(&["init", "--quiet"]);
    project.commit("awa", "2026-03-01");
    let listed = project.releve(&["versions"]);
    assert_eq!((listed.code, listed.stdout.as_str()), (0, ""), "{listed}");
    assert!(listed.stderr.contains("git tag -a handover-"), "{listed}");
    assert!(!project.build().contains_key("versions.html"));
}

#[test]
fn a_version_that_has_lost_an_object_is_named_and_the_others_stand() {
    let objects = {
        let project = marked();
        let mut list = std::process::Command::new("git");
        let list = list.args(["rev-list", "--objects", "handover-1"]).current_dir(project.root()).output().unwrap();
        let list = String::from_utf8(list.stdout).unwrap();
        list.lines().map(|line| line.split(' ').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let mut named = 0;
    for object in &objects {
        let project = marked();
        fs::remove_file(project.path(&format!(".git/objects/{}/{}", &object[..2], &object[2..]))).unwrap();
        let run = project.releve(&["build", "--out", "site"]);
        assert_eq!(run.code, 0, "without {object}: {run}");
        let site = project.files("site");
        for (version, words) in [("handover-1", "Call Awa"), ("handover-2", "Call Ben")] {
            let page = site.get(&format!("versions/{version}/mail/stuck.html"));
            let is_whole = page.is_some_and(|page| String::from_utf8_lossy(page).contains(words));
            let is_named = run.stderr.contains(&format!("`{version}` cannot be read whole"));
            // A version that is lost with its commit is no version any more.
            let is_gone = !site.contains_key(&format!("versions/{version}/index.html"));
            assert!(is_whole || is_named || is_gone, "without {object}: {version}: {run}");
            named += usize::from(is_named);
        }
    }
    assert!(objects.len() > 8 && named > 3, "{named} of {}", objects.len());
}

#[test]
fn a_site_of_files_that_are_not_committed_says_so_and_the_preview_does_not() {
    let project =
        Project::from_archive("-- book.toml --\n[releve]\n-- runbooks/a.md --\n# A\n-- runbooks/b.md --\n# B\n");
    let built = || project.releve(&["build", "--lang", "en"]).stderr;
    assert!(!built().contains("git/dirty-build"), "{}", built());
    project.git(&["init", "--quiet"]);
    project.commit("awa", "2026-03-14");
    assert!(!built().contains("git/dirty-build"), "{}", built());
    project.write("runbooks/b.md", "# B, again\n");
    project.write("runbooks/c.md", "# C\n");
    assert!(
        built().contains("from 2 files that differ from their commit: `runbooks/b.md`, `runbooks/c.md`"),
        "{}",
        built()
    );
    let checked = project.releve(&["check", "--lang", "en"]).stderr;
    assert!(!checked.contains("git/dirty-build"), "{checked}");
}
