//! What changed lately, from the commits of a repository: the page, the feed, and what may never stand in them.

use snapbox::{IntoData, assert_data_eq, str};

use crate::support::{Files, Project, differing};

const BEFORE: &str = "-- book.toml --
[book]
title = \"Example\"
language = \"en\"
src = \"runbooks\"

[releve]
-- .gitignore --
site*
-- runbooks/index.md --
# Example

Who runs what.
-- runbooks/mail/stuck.md --
# Mail is stuck

Restart postfix on mx1.
-- runbooks/inventory/people.yaml --
awa: {name: Awa Exemple, roles: [{role: primary-admin}], contacts: unknown}
ben: {name: Ben Exemple, roles: [{role: backup-admin}], contacts: unknown}
-- runbooks/inventory/hosts.yaml --
mx1: {name: First exchanger, type: virtual, provider: self}
mx2: {name: Second exchanger, type: virtual, provider: self}
-- runbooks/inventory/services.yaml --
mail: {name: Mail, lifecycle: experimental, owner: awa, software: unknown, runs_on: [host:mx1], data: basic}
";

/// A repository of three days: it begins, a version is marked amid the second day, a step changes on the third.
fn repository() -> Project {
    let project = Project::from_archive(BEFORE);
    project.git(&["init", "--quiet"]);
    project.commit("awa", "2026-03-01");
    project.add(&BEFORE.replace("owner: awa", "owner: ben"));
    project.commit("awa", "2026-03-02");
    project.git(&["tag", "handover-1"]);
    project.write("notes.txt", "nothing that anybody reads");
    project.commit("awa", "2026-03-02");
    project.add(&BEFORE.replace("owner: awa", "owner: ben").replace("runs_on: [host:mx1]", "runs_on: [host:mx2]"));
    project.commit("ben", "2026-03-02");
    project.write("runbooks/mail/stuck.md", "# Mail is stuck\n\nRestart postfix on mx2.\n");
    project.commit("ben", "2026-03-03");
    project
}

fn text<'a>(site: &'a Files, path: &str) -> &'a str {
    std::str::from_utf8(site.get(path).unwrap_or_else(|| panic!("no {path}"))).unwrap()
}

/// What the page says of each day, without markup but for what was and is.
fn told(site: &Files) -> String {
    let page = text(site, "changes.html");
    let days = page.split_once("<section class=\"day\"").unwrap().1.split("<div class=\"ending\">").next().unwrap();
    let marked = days.replace("<del>", "[-").replace("</del>", "-]").replace("<ins>", "{+").replace("</ins>", "+}");
    let markup =
        regex::Regex::new("(?s)<span class=\"visually-hidden\">[^<]*</span>|<code>[^<]*</code>|<[^>]*>").unwrap();
    let lines = markup.replace_all(&marked, "").lines().map(str::trim).collect::<Vec<_>>().join("\n");
    let lines = lines.lines().filter(|line| !line.is_empty() && !line.contains("aria-labelledby"));
    lines.map(|line| format!("{line}\n")).collect()
}

#[test]
fn days_and_versions_are_told_the_newest_first() {
    let project = repository();
    let site = project.build();
    assert_data_eq!(
        told(&site),
        str![[r#"
3 March 2026
ben ·
Several services, or none
Mail is stuck runbook · History
the introduction reads otherwise
[-Restart postfix on mx1.-] → {+Restart postfix on mx2.+}
2 March 2026
awa, ben ·
Mail
Mail service · History
Runs on
[-First exchanger-] → {+Second exchanger+}
2 March 2026
awa ·
State of version handover-1
Mail
Mail service · History
Owner
[-Awa Exemple-] → {+Ben Exemple+}
1 March 2026
awa ·
From here on git knows this project: everything in it was new.
Feed (Atom)

"#]]
        .raw()
    );

    // Built again, from what was kept, from nothing, and without keeping anything: the same.
    for arguments in [&["build", "--out", "site"][..], &["build", "--out", "site", "--cache", "off"]] {
        assert_eq!(project.releve(arguments).code, 0);
        assert_eq!(differing(&site, &project.files("site")), [""; 0]);
    }
    // An earlier version tells nothing of how it came to be, and neither does a project without a past.
    assert!(site.contains_key("versions/handover-1/index.html"));
    assert!(!site.contains_key("versions/handover-1/changes.html"));
    assert!(site.keys().filter(|path| path.ends_with(".atom")).eq(["changes.atom"]));
    let site = Project::from_archive(BEFORE).build();
    assert!(!site.contains_key("changes.html") && !site.contains_key("changes.atom"));
}

#[test]
fn what_is_not_committed_stands_on_top() {
    let project = repository();
    project.write("runbooks/mail/stuck.md", "# Mail is stuck\n\nAsk Ben.\n");
    project.write("runbooks/new.md", "# New\n\nText.\n");
    std::fs::remove_file(project.path("runbooks/index.md")).unwrap();
    let site = project.build();
    assert_data_eq!(
        told(&site).split("3 March 2026").next().unwrap().to_owned(),
        str![[r#"
Not committed yet
Several services, or none
Example runbook, gone
Mail is stuck runbook · History
the introduction reads otherwise
[-Restart postfix on mx2.-] → {+Ask Ben.+}
New runbook, new

"#]]
        .raw()
    );
    assert!(!text(&site, "changes.atom").contains("Ask Ben"), "what is not committed may never come to be");
}

#[test]
fn each_commit_has_its_own_past_and_a_part_of_a_repository_too() {
    let project = repository();
    assert_eq!(project.releve(&["build", "--at", "handover-1", "--out", "site"]).code, 0);
    let site = project.files("site");
    assert!(told(&site).starts_with("2 March 2026\nawa ·\nState of version handover-1"), "{}", told(&site));

    let whole = Project::empty();
    whole.git(&["init", "--quiet"]);
    whole.write("README.md", "Other things.\n");
    whole.commit("awa", "2026-02-01");
    for day in ["2026-02-02", "2026-02-03"] {
        whole.copy_in(project.path("runbooks").as_path(), "handover/runbooks");
        whole.write("handover/book.toml", "[book]\nlanguage = \"en\"\n[releve]\n");
        whole.write("handover/runbooks/mail/stuck.md", &format!("# Mail\n\nSince {day}.\n"));
        whole.commit("awa", day);
    }
    whole.write("README.md", "Other other things.\n");
    whole.commit("awa", "2026-02-04");
    assert_eq!(whole.releve(&["build", "-C", "handover", "--out", "site"]).code, 0);
    let told = told(&whole.files("site"));
    assert!(
        told.starts_with("3 February 2026\n") && told.contains("[-Since 2026-02-02.-] → {+Since 2026-02-03.+}"),
        "{told}"
    );
    assert!(told.contains("2 February 2026") && !told.contains("1 February 2026"), "{told}");
}

#[test]
fn thirty_days_are_told_and_looked_at_once() {
    let project = Project::from_archive("-- a.md --\n# A\n\nOne.\n-- .gitignore --\nsite\n");
    project.git(&["init", "--quiet"]);
    for day in 1..=9 {
        for month in 1..=4 {
            project.write("a.md", &format!("# A\n\nSince {month} and {day}.\n"));
            project.commit("awa", &format!("2026-{month:02}-{day:02}"));
        }
    }
    let site = project.build();
    let told = told(&site);
    assert_eq!(told.matches("the introduction reads otherwise").count(), 30);
    assert!(told.contains("Older changes are told by"));
    let kept = || -> Vec<_> { project.caches().into_iter().filter(|(path, _)| path.contains("changes-")).collect() };
    let first = kept();
    assert_eq!(String::from_utf8_lossy(&first[0].1).matches("..").count(), 30, "nothing is looked at that is not told");
    project.build();
    assert_eq!(kept(), first);
}

#[test]
fn documents_have_it_too() {
    let project = Project::from_archive("-- a.md --\n# A\n\nOne.\n-- b.md --\n# B\n\nTwo.\n-- .gitignore --\nsite\n");
    project.git(&["init", "--quiet"]);
    project.commit("awa", "2026-03-01");
    project.write("a.md", "# A\n\nOne and a half.\n");
    project.commit("awa", "2026-03-02");
    let site = project.build();
    assert!(told(&site).contains("{+One and a half.+}"), "{}", told(&site));
}

#[test]
fn a_shallow_clone_tells_what_it_knows() {
    let project = repository();
    let clone = Project::empty();
    let from = format!("file://{}", project.root().display());
    clone.git(&["clone", "--quiet", "--depth", "2", &from, "clone"]);
    assert_eq!(clone.releve(&["build", "-C", "clone", "--out", "clone/site"]).code, 0);
    let site = clone.files("clone/site");
    assert!(told(&site).starts_with("3 March 2026"), "{}", told(&site));
    assert!(!told(&site).contains("2 March 2026") && told(&site).contains("Older changes are told by"));
}

#[test]
fn a_secret_that_was_once_committed_is_told_nowhere() {
    let token = format!("ghp_{}", "Zk3vQ9xLr7TmW2yBn8Hd5Pc1Jf6Gs4AaVeU0".chars().rev().collect::<String>());
    let project = repository();
    let with = |secret: &str| {
        project.write("runbooks/mail/stuck.md", &format!("# Mail is stuck\n\nThe token is {secret}, use it.\n"));
        let hosts = format!("mx1: {{name: First exchanger, type: virtual, provider: self, console: '{secret}'}}\n");
        project.write(
            "runbooks/inventory/hosts.yaml",
            &format!(
                "{hosts}mx2: {{name: Second exchanger, type: virtual, provider: self, notes: 'Ask for {secret}.'}}\n"
            ),
        );
    };
    with(&token);
    project.commit("awa", "2026-03-04");
    with("in the vault");
    project.commit("awa", "2026-03-05");
    assert_ne!(project.releve(&["check", "--at", "HEAD~1"]).code, 0, "it is one");
    let site = project.build();
    assert!(told(&site).contains("5 March 2026") && told(&site).contains("4 March 2026"));
    let mut told: Vec<(String, String)> =
        site.iter().map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into_owned())).collect();
    for range in ["HEAD~1..HEAD", "HEAD~2..HEAD~1", "2026-03-04", "handover-1"] {
        for format in ["human", "json"] {
            let run = project.releve(&["diff", range, "--format", format]);
            assert_eq!(run.code, 1, "{run}");
            told.push((format!("{range} {format}"), run.said()));
        }
    }
    let caches: Vec<_> = project.caches().into_iter().filter(|(path, _)| path.contains("changes-")).collect();
    assert_eq!(caches.len(), 1);
    told.extend(caches.iter().map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into_owned())));
    for (place, text) in told {
        assert!(!text.contains(&token) && !text.contains(&token[12..]), "{place}");
    }
}

#[test]
fn a_page_says_what_has_changed_since_somebody_read_it() {
    let project = repository();
    let people = BEFORE.split("-- runbooks/inventory/people.yaml --\n").nth(1).unwrap().split("-- ").next().unwrap();
    let people = people.replace("name: Ben Exemple,", "name: Ben Exemple, commits_as: [ben@example.org],");
    project.write("runbooks/inventory/people.yaml", &people);
    let record = |subject: &str| {
        format!(
            "date: 2026-03-04\nby: ben\nsubject: {subject}\nreadback: I look which exchanger is meant, then I restart postfix there and nowhere else.\n"
        )
    };
    project.write("runbooks/records/acknowledgements/2026-03-04-mail.yaml", &record("runbook:mail/stuck"));
    project.write("runbooks/records/acknowledgements/2026-03-04-host.yaml", &record("host:mx1"));
    project.commit("ben", "2026-03-04");
    let page = |path: &str| {
        let site = project.build();
        let page = text(&site, path)
            .split("<div class=\"proof\">")
            .nth(1)
            .unwrap()
            .split("<p class=\"changed\">")
            .next()
            .unwrap()
            .to_owned();
        let markup = regex::Regex::new("(?s)<[^>]*>").unwrap();
        markup.replace_all(&page, "").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let read = "Read, and said back in their own words, by Ben Exemple on 4 March 2026.";
    assert_eq!(page("mail/stuck.html"), format!("{read} Nothing has changed here since."));

    project.write("runbooks/mail/stuck.md", "# Mail is stuck\n\nRestart postfix on mx3.\n");
    let hosts = project
        .read("runbooks/inventory/hosts.yaml")
        .replace("type: virtual, provider: self}", "type: virtual, provider: self, os: {name: Debian, version: 13}}");
    project.write("runbooks/inventory/hosts.yaml", &hosts);
    project.commit("awa", "2026-03-05");
    let changed = "Changed since, and not read back yet:";
    assert_eq!(
        page("mail/stuck.html"),
        format!(
            "{read} {changed} the introduction reads otherwise before: Restart postfix on mx2. → now: Restart postfix on mx3."
        )
    );
    assert_eq!(page("host/mx1.html"), format!("{read} {changed} Operating system now: Debian · 13"));
}
