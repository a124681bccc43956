//! Publishing to a branch: what is committed, what is refused, and what stays as it was whatever happens.

use std::fs;
use std::process::Command;

use snapbox::{assert_data_eq, str};

use crate::support::{Project, Run, differing, files};

const SMALL: &str = "-- book.toml --\n[book]\ntitle = \"Small\"\nsrc = \"docs\"\n-- .gitignore --\n/site\n/site-public\n-- docs/index.md --\n---\naudience: public\n---\n# Small\n\n[More](more.md)\n-- docs/more.md --\n---\naudience: public\n---\n# More\n";

/// A committed project with a built site for everybody, and somebody who commits.
fn project() -> Project {
    let project = unborn();
    project.commit("awa", "2026-03-14");
    build(&project);
    project
}

/// The same before the first commit.
fn unborn() -> Project {
    let project = Project::from_archive(SMALL);
    project.git(&["init", "--quiet"]);
    project.git(&["config", "user.name", "Awa"]);
    project.git(&["config", "user.email", "awa@example.org"]);
    build(&project);
    project
}

/// A page for everybody.
fn page(text: &str) -> String {
    format!("---\naudience: public\n---\n{text}")
}

/// Builds the edition for everybody into `site-public`.
fn build(project: &Project) {
    let run = project.releve(&["build", "--audience", "public"]);
    assert_eq!(run.code, 0, "{run}");
}

/// Lets the site say for whom it was made.
fn say_audience(project: &Project, audience: &str) {
    let marker = project.read("site-public/.releve-site").replace("audience: public", &format!("audience: {audience}"));
    project.write("site-public/.releve-site", &marker);
}

/// What git prints, without the line end.
fn git(project: &Project, arguments: &[&str]) -> String {
    let output = Command::new("git").arg("-C").arg(project.root()).args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
}

fn publish(project: &Project, arguments: &[&str]) -> Run {
    let arguments: Vec<&str> = ["publish"].iter().chain(arguments).copied().collect();
    Run::of(project.command(&arguments).env("PATH", std::env::var_os("PATH").unwrap_or_default()))
}

#[track_caller]
fn published(project: &Project, arguments: &[&str]) -> Run {
    let run = publish(project, arguments);
    assert_eq!(run.code, 0, "{run}");
    run
}

/// Refuses with a code and these words, and leaves the branch and the working tree as they were.
#[track_caller]
fn refused(project: &Project, arguments: &[&str], code: i32, words: &str) -> Run {
    let state = |project: &Project| git(project, &["for-each-ref"]) + &git(project, &["status", "--porcelain"]);
    let before = state(project);
    let run = publish(project, arguments);
    assert_eq!(run.code, code, "{run}");
    assert!(run.said().contains(words), "{run}");
    assert_eq!(before, state(project), "{run}");
    run
}

#[test]
fn the_first_commit_has_no_past_and_holds_the_site_and_nothing_else() {
    let project = project();
    let before = files(project.root());
    let run = published(&project, &[]);
    let said = run.said().replace(&project.root().canonicalize().unwrap().display().to_string(), "[..]");
    assert_data_eq!(
        said,
        str![[r#"
[..]/site-public: the edition for everybody, as of 2026-11-22, built from commit 3a86b51
committed to `pages` as [..]: [..] new
nothing has left this machine: `git push origin refs/heads/pages:refs/heads/pages`, or `releve publish --push`, sends it
a static site has no access control: whoever finds its address reads all of it, and this edition is made for that

"#]]
    );
    assert_eq!(git(&project, &["rev-list", "--count", "pages"]), "1");
    let mut expected: Vec<String> = project.files("site-public").into_keys().collect();
    expected.extend([".gitattributes".to_owned(), ".nojekyll".to_owned()]);
    expected.sort();
    let listed = git(&project, &["ls-tree", "-r", "--name-only", "pages"]);
    assert_eq!(listed.lines().collect::<Vec<_>>(), expected);
    let source = git(&project, &["rev-parse", "HEAD"]);
    assert_eq!(
        git(&project, &["log", "-1", "--format=%an <%ae>%n%B", "pages"]),
        format!(
            "Awa <awa@example.org>\nSite as of 2026-11-22, from {}\n\nSource-Commit: {source}\nEdition: public\nAs-Of: 2026-11-22\nMade-By: releve {}",
            &source[..7],
            env!("CARGO_PKG_VERSION")
        )
    );
    let outside = |files: &crate::support::Files| {
        let mut files = files.clone();
        files.retain(|path, _| !path.starts_with(".git/"));
        files
    };
    assert_eq!(differing(&outside(&before), &outside(&files(project.root()))), [""; 0]);
    assert_eq!(git(&project, &["status", "--porcelain"]), "");
    assert_eq!(git(&project, &["fsck", "--strict", "--no-dangling"]), "");
    let run = project.releve(&["verify", "--branch", "pages"]);
    assert_eq!(run.code, 0, "{run}");
}

#[test]
fn later_commits_follow_and_the_same_site_makes_none() {
    let project = project();
    published(&project, &[]);
    let run = published(&project, &[]);
    assert!(run.stderr.contains("holds this site already"), "{run}");
    project.write("docs/more.md", &page("# More\n\nAnd more.\n"));
    project.commit("awa", "2026-03-15");
    build(&project);
    let dry = published(&project, &["--dry-run"]);
    assert!(dry.stderr.contains("nothing was written"), "{dry}");
    assert_eq!(git(&project, &["rev-list", "--count", "pages"]), "1");
    published(&project, &["--message", "More, at last"]);
    assert_eq!(git(&project, &["log", "--format=%s", "pages"]).lines().next(), Some("More, at last"));
    assert_eq!(git(&project, &["rev-list", "--count", "pages"]), "2");
    fs::remove_file(project.path("docs/more.md")).unwrap();
    project.write("docs/index.md", &page("# Small\n"));
    build(&project);
    let run = published(&project, &[]);
    assert!(run.stderr.contains("1 gone"), "{run}");
    assert!(!git(&project, &["ls-tree", "-r", "--name-only", "pages"]).contains("more.html"));
}

#[test]
fn the_domain_that_a_host_keeps_on_the_branch_stays() {
    let project = project();
    published(&project, &[]);
    project.git(&["worktree", "add", "--quiet", "place", "pages"]);
    project.write("place/CNAME", "carnet.example.org\n");
    project.git(&["-C", "place", "add", "--all"]);
    project.git(&["-C", "place", "commit", "--quiet", "--message", "domain"]);
    project.git(&["worktree", "remove", "place"]);
    let run = published(&project, &[]);
    assert!(run.stderr.contains("holds this site already"), "{run}");
    assert_eq!(git(&project, &["show", "pages:CNAME"]), "carnet.example.org");
    assert_eq!(project.releve(&["verify", "--branch", "pages"]).code, 0);
}

#[test]
fn what_somebody_put_beside_the_site_is_named_and_not_deleted() {
    let project = project();
    published(&project, &[]);
    let commit = |change: &dyn Fn()| {
        project.git(&["worktree", "add", "--quiet", "place", "pages"]);
        change();
        project.git(&["-C", "place", "add", "--all"]);
        project.git(&["-C", "place", "commit", "--quiet", "--message", "by hand"]);
        project.git(&["worktree", "remove", "place"]);
    };
    commit(&|| project.write("place/own.txt", "mine"));
    refused(&project, &[], 2, "`pages` holds a file that is not of the site, and would be gone: `own.txt`");
    refused(&project, &["--dry-run"], 2, "own.txt");
    commit(&|| (0..6).for_each(|number| project.write(&format!("place/photos/{number}.jpg"), "mine")));
    let run = refused(&project, &[], 2, "`pages` holds 7 files that are not of the site");
    assert!(
        run.stderr.contains("`own.txt`, `photos/0.jpg`, `photos/1.jpg`, `photos/2.jpg`, `photos/3.jpg`, `…`"),
        "{run}"
    );
    // A list that is lost names nothing.
    commit(&|| {
        fs::remove_dir_all(project.path("place/photos")).unwrap();
        fs::remove_file(project.path("place/own.txt")).unwrap();
        fs::remove_file(project.path("place/SHA256SUMS")).unwrap();
    });
    refused(&project, &[], 2, "index.html");
    project.git(&["branch", "--quiet", "--force", "pages", "pages~3"]);
    published(&project, &[]);
}

#[test]
fn an_edition_for_some_is_published_only_where_the_place_is_said_to_be_restricted() {
    let project = project();
    for audience in ["admins", "members", "Public"] {
        build(&project);
        say_audience(&project, audience);
        refused(&project, &[], 1, "a static site has no access control");
    }
    // A site of before there were editions holds everything.
    project.write("site-public/.releve-site", "releve site\nThis folder was made by releve.\n");
    refused(&project, &[], 1, "the edition for admins");
    project.build();
    project.write(
        "book.toml",
        "[book]\ntitle = \"Small\"\nsrc = \"docs\"\n\n[publish]\nrestricted = true\nbranch = \"inside\"\n",
    );
    let run = published(&project, &[]);
    assert!(run.stderr.contains("open its address in a private window"), "{run}");
    // What follows it on the branch would be public with it.
    project.write("book.toml", "[book]\ntitle = \"Small\"\nsrc = \"docs\"\n\n[publish]\nbranch = \"inside\"\n");
    build(&project);
    refused(&project, &[], 1, "whoever fetches the branch gets both");
    published(&project, &["--branch", "pages"]);
}

#[test]
fn a_misspelt_key_publishes_nowhere() {
    let project = project();
    project.write("book.toml", "[book]\ntitle = \"Small\"\nsrc = \"docs\"\n\n[publish]\nbranh = \"site\"\n");
    let run = refused(&project, &[], 1, "did you mean `branch`?");
    assert!(run.stderr.contains("book.toml:6:1"), "{run}");
}

#[test]
fn a_site_that_is_not_what_was_built_is_not_published() {
    let project = project();
    project.write("site-public/index.html", "half a pa");
    refused(&project, &[], 1, "changed: index.html");
    fs::remove_file(project.path("site-public/.releve-site")).unwrap();
    refused(&project, &[], 1, "does not say which build it is");
    fs::remove_dir_all(project.path("site-public")).unwrap();
    refused(&project, &[], 2, "`releve build --audience public` makes it");
    fs::create_dir(project.path("site-public")).unwrap();
    refused(&project, &[], 2, "holds no SHA256SUMS");
    build(&project);
    project.write("site-public/draft.txt", "mine");
    let run = published(&project, &[]);
    assert!(run.stderr.contains("left out, because it is not of this site: draft.txt"), "{run}");
    assert!(!git(&project, &["ls-tree", "--name-only", "pages"]).contains("draft.txt"));
}

#[test]
fn a_draft_is_for_whoever_repairs_it() {
    let project = project();
    let book = |releve: &str| format!("[book]\ntitle = \"Small\"\nsrc = \"docs\"\n{releve}");
    project.write("book.toml", &book("\n[releve]\n"));
    project.write("docs/more.md", &page("# More\n\n[Gone](gone.md)\n"));
    let draft = ["build", "--draft", "--audience", "public"];
    assert_eq!(project.releve(&draft).code, 1);
    refused(&project, &[], 1, "a draft is not published");
    let run = project.releve(&["verify", "site-public"]);
    assert!(run.code == 0 && run.stdout.contains("it is a draft"), "{run}");
    // A fault that is met only while pages are made.
    project.write("docs/more.md", &page("# More\n"));
    project.write("book.toml", &book("\n[releve]\ntheme = \"mine\"\n"));
    project.write("themes/mine/templates/pages/about.html", "{{");
    assert_eq!(project.releve(&draft).code, 1);
    refused(&project, &[], 1, "a draft is not published");
    // Without a fault nothing is one, whatever was asked.
    project.write("book.toml", &book("\n[releve]\n"));
    assert_eq!(project.releve(&draft).code, 0);
    published(&project, &[]);
}

#[test]
fn what_was_not_built_from_here_is_said() {
    let project = project();
    project.write("docs/more.md", &page("# More\n\nAnd more.\n"));
    build(&project);
    published(&project, &[]);
    assert!(git(&project, &["log", "-1", "--format=%B", "pages"]).contains(" (with changes)\n"));
    project.commit("awa", "2026-03-15");
    let run = published(&project, &[]);
    assert!(run.stderr.contains("note: you are at commit"), "{run}");
}

#[test]
fn it_works_before_the_first_commit_and_beside_every_branch() {
    let project = unborn();
    published(&project, &[]);
    assert_eq!(git(&project, &["log", "-1", "--format=%s", "pages"]), "Site as of 2026-11-22");
    project.commit("awa", "2026-03-14");
    project.git(&["checkout", "--quiet", "--detach"]);
    build(&project);
    published(&project, &[]);
    project.git(&["pack-refs", "--all"]);
    project.git(&["gc", "--quiet"]);
    project.write("docs/more.md", &page("# More, packed\n"));
    build(&project);
    published(&project, &[]);
    assert_eq!(git(&project, &["rev-list", "--count", "pages"]), "3");
}

#[test]
fn a_branch_that_somebody_works_on_is_left_alone() {
    let project = project();
    refused(&project, &["--branch", "main"], 2, "`main` is checked out in");
    project.git(&["branch", "work"]);
    refused(&project, &["--branch", "work"], 2, "`work` holds something else than a site");
    published(&project, &[]);
    project.git(&["worktree", "add", "--quiet", "../place", "pages"]);
    let run = refused(&project, &[], 2, "`pages` is checked out in");
    assert!(run.stderr.contains("place"), "{run}");
    fs::remove_dir_all(project.path("../place")).unwrap();
    let unborn = unborn();
    refused(&unborn, &["--branch", "main"], 2, "`main` is checked out in");
}

#[test]
fn it_works_from_a_working_tree_beside_the_repository() {
    let project = project();
    project.git(&["worktree", "add", "--quiet", "-b", "other", "beside"]);
    project.copy_in(&project.path("site-public"), "beside/site-public");
    published(&project, &["-C", "beside"]);
    assert_eq!(git(&project, &["rev-list", "--count", "pages"]), "1");
    refused(&project, &["-C", "beside", "--branch", "main"], 2, "`main` is checked out in");
}

#[test]
fn without_a_repository_or_a_working_tree_nothing_is_committed() {
    let project = Project::from_archive(SMALL);
    build(&project);
    let run = publish(&project, &[]);
    assert_eq!(run.code, 2, "{run}");
    assert!(run.stderr.contains("lies in no git repository"), "{run}");
    project.git(&["init", "--quiet", "--bare", "."]);
    let run = publish(&project, &[]);
    assert_eq!(run.code, 2, "{run}");
    assert!(run.stderr.contains("lies in no git repository with a working tree"), "{run}");
}

#[test]
fn who_commits_must_be_known() {
    let project = project();
    project.git(&["config", "--unset", "user.email"]);
    refused(&project, &[], 2, "git config user.email");
    let run = Run::of(
        project
            .command(&["publish"])
            .env("GIT_AUTHOR_NAME", "CI")
            .env("GIT_AUTHOR_EMAIL", "ci@example.org")
            .env("GIT_COMMITTER_NAME", "CI")
            .env("GIT_COMMITTER_EMAIL", "ci@example.org"),
    );
    assert_eq!(run.code, 0, "{run}");
    assert_eq!(git(&project, &["log", "-1", "--format=%an", "pages"]), "CI");
}

#[test]
fn names_and_locks_are_told() {
    let project = project();
    for name in ["a..b", "-x", "a b", "@{", "refs/", "", "@", "HEAD", "refs", "refs/heads/main", "refs/tags/v1", "a/"] {
        let run = publish(&project, &[&format!("--branch={name}")]);
        assert_eq!(run.code, 2, "{name}: {run}");
        assert!(run.stderr.contains("cannot be the name of a branch"), "{name}: {run}");
    }
    // Near misses: names that only look like those.
    for name in ["@site", "HEADS", "my/refs/site"] {
        let run = published(&project, &["--dry-run", "--branch", name]);
        assert!(run.stderr.contains(&format!("would commit to `{name}`")), "{name}: {run}");
    }
    project.write(".git/refs/heads/pages.lock", "");
    refused(&project, &[], 2, "remove ");
    fs::remove_file(project.path(".git/refs/heads/pages.lock")).unwrap();
    // A folder of branches has no room for one of its own name.
    project.git(&["branch", "pages/old"]);
    refused(&project, &[], 2, "no branch `pages` beside the branch `pages/old`");
    refused(&project, &["--branch", "main/site"], 2, "no branch `main/site` beside the branch `main`");
    published(&project, &["--branch", "pages/new"]);
}

#[test]
fn hooks_filters_and_submodules_are_never_run() {
    let project = project();
    for hook in ["pre-commit", "commit-msg", "post-commit", "reference-transaction", "pre-push"] {
        let hook = format!(".git/hooks/{hook}");
        project.write(&hook, "#!/bin/sh\ntouch \"$(dirname \"$0\")/ran\"\nexit 1\n");
        #[cfg(unix)]
        fs::set_permissions(project.path(&hook), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    }
    project.write(".gitattributes", "* filter=evil\n");
    project.git(&["config", "filter.evil.clean", "touch .git/hooks/ran; cat"]);
    project.write(".gitmodules", "[submodule \"x\"]\n\tpath = x\n\turl = ../x\n");
    let remote = remote_of(&project);
    published(&project, &["--push"]);
    assert!(!project.path(".git/hooks/ran").exists());
    assert_eq!(git(&remote, &["rev-list", "--count", "pages"]), "1");
}

/// A bare repository that the project knows as `origin`.
fn remote_of(project: &Project) -> Project {
    let remote = Project::empty();
    remote.git(&["init", "--quiet", "--bare"]);
    let address = format!("file://{}", remote.root().display());
    project.git(&["remote", "add", "origin", &address]);
    remote
}

#[test]
fn the_branch_is_pushed_when_asked_and_never_by_force() {
    let project = project();
    refused(&project, &["--push"], 2, "git remote add origin");
    let remote = remote_of(&project);
    refused(&project, &["--push", "elsewhere"], 2, "the remotes are `origin`");
    published(&project, &[]);
    assert_eq!(git(&remote, &["for-each-ref"]), "", "nothing is sent unasked");
    let run = published(&project, &["--push"]);
    assert!(
        run.stderr.contains("holds this site already") && run.stderr.contains("pushed `pages` to `origin`"),
        "{run}"
    );
    assert_eq!(git(&remote, &["rev-parse", "pages"]), git(&project, &["rev-parse", "pages"]));

    // Somebody else publishes from a clone of their own, which goes on from what was published.
    let other = Project::empty();
    other.git(&["clone", "--quiet", git(&project, &["remote", "get-url", "origin"]).as_str(), "."]);
    other.git(&["config", "user.name", "Ben"]);
    other.git(&["config", "user.email", "ben@example.org"]);
    other.add(SMALL);
    other.write("docs/more.md", &page("# More, by Ben\n"));
    build(&other);
    published(&other, &["--push"]);
    assert_eq!(git(&remote, &["rev-list", "--count", "pages"]), "2");

    project.write("docs/more.md", &page("# More, by Awa\n"));
    build(&project);
    let run = publish(&project, &["--push"]);
    assert_eq!(run.code, 2, "{run}");
    assert!(run.stderr.contains("somebody else has published") && run.stderr.contains("git fetch origin"), "{run}");
    assert_eq!(git(&remote, &["rev-list", "--count", "pages"]), "2", "nothing is forced");
    project.git(&["fetch", "--quiet", "origin"]);
    refused(&project, &["--push"], 2, "went different ways");
    project.git(&["branch", "--quiet", "--force", "pages", "origin/pages"]);
    published(&project, &["--push"]);
    assert_eq!(git(&remote, &["rev-list", "--count", "pages"]), "3");
    assert_eq!(git(&project, &["fsck", "--strict", "--no-dangling"]), "");
}

#[test]
fn a_remote_that_says_no_is_quoted_and_the_commit_kept() {
    let project = project();
    let remote = remote_of(&project);
    remote.write("hooks/pre-receive", "#!/bin/sh\necho 'the disk quota is used up'\nexit 1\n");
    #[cfg(unix)]
    fs::set_permissions(remote.path("hooks/pre-receive"), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let run = publish(&project, &["--push"]);
    assert_eq!(run.code, 2, "{run}");
    assert!(
        run.stderr.contains("the disk quota is used up")
            && run.stderr.contains("git push origin refs/heads/pages:refs/heads/pages"),
        "{run}"
    );
    assert_eq!(git(&project, &["rev-list", "--count", "pages"]), "1");
    project.git(&["remote", "set-url", "origin", "file:///nowhere/at/all"]);
    let run = publish(&project, &["--push"]);
    assert_eq!(run.code, 2, "{run}");
    assert!(run.stderr.contains("/nowhere/at/all"), "{run}");
    let run = publish(&project, &["--push", "--token-env", "RELEVE_NO_SUCH_TOKEN"]);
    assert_eq!(run.code, 2, "{run}");
    assert!(run.stderr.contains("name the variable, not the token"), "{run}");
}
