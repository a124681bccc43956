//! Real operations content by others, with known answers.
//!
//! `RELEVE_CORPORA` names the folder that holds it. Nothing of it is part of this repository: without the variable these tests
//! say that they were skipped, except where `CI` is set, where that is a failure.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use regex::Regex;
use serde_json::Value;

use crate::support::{Files, Project};

/// Finds a corpus, or says why its test is skipped.
pub(crate) fn corpus(name: &str) -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("RELEVE_CORPORA").filter(|folder| !folder.is_empty()) else {
        assert!(std::env::var_os("CI").is_none(), "RELEVE_CORPORA is not set, and CI does not skip tests");
        eprintln!("{name}: skipped, RELEVE_CORPORA is not set");
        return None;
    };
    let folder = Path::new(&folder).join(name);
    assert!(folder.is_dir(), "{} is not there", folder.display());
    Some(folder)
}

/// A project of the corpus, as a folder of documents whose content is all of it.
fn documents(folder: &Path, language: &str) -> Project {
    let project = Project::copy_of(folder);
    project.write("book.toml", &format!("[book]\nlanguage = \"{language}\"\nsrc = \".\"\n"));
    project
}

/// The pages of a project's Markdown files, by the file's path: all of them, or the test fails.
fn pages_of_sources(project: &Project, site: &Files) -> Vec<(String, String)> {
    let mut sources: Vec<String> = project.files("").into_keys().collect();
    sources.retain(|path| path.ends_with(".md") && !path.starts_with("site/") && !path.starts_with('.'));
    let page = |path: &String| {
        let bytes = site.get(&address(path)).unwrap_or_else(|| panic!("{path} has no page {}", address(path)));
        (path.clone(), String::from_utf8(bytes.clone()).unwrap())
    };
    sources.iter().map(page).collect()
}

/// The address of a page whose path holds nothing but ASCII.
fn address(path: &str) -> String {
    let slug = |part: &str| {
        let plain: String = part
            .to_lowercase()
            .chars()
            .map(|letter| if letter.is_alphanumeric() || letter == '_' { letter } else { '-' })
            .collect();
        plain.trim_matches('-').to_owned()
    };
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = name.trim_end_matches(".md");
    let is_index = matches!(stem.to_lowercase().as_str(), "readme" | "index" | "_index");
    let stem = if is_index { "index".to_owned() } else { slug(stem) };
    let folders = folder.split('/').filter(|part| !part.is_empty()).map(|part| slug(part) + "/");
    folders.collect::<String>() + &stem + ".html"
}

/// What the page is about, without what stands around it; references to characters decoded.
fn main_text(html: &str) -> String {
    let main =
        html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).expect("a page has a main part").0;
    let text = Regex::new("<[^>]*>").unwrap().replace_all(main, "");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// Every page has one heading of the first level, with words in it.
fn assert_titled(pages: &[(String, String)]) {
    let heading = Regex::new("(?s)<h1[^>]*>(.*?)</h1>").unwrap();
    for (path, html) in pages {
        let headings: Vec<_> = heading.captures_iter(html).collect();
        assert_eq!(headings.len(), 1, "{path}");
        assert!(headings[0][1].chars().any(char::is_alphanumeric), "{path}");
    }
}

/// The findings of a project, by the name of their code.
fn findings(project: &Project) -> Vec<(String, Value)> {
    let run = project.releve(&["check", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}\n{run}"));
    let list = report.get("findings").and_then(Value::as_array).unwrap_or_else(|| panic!("no findings\n{run}"));
    list.iter().map(|finding| (finding["id"].as_str().unwrap().to_owned(), finding.clone())).collect()
}

fn count(findings: &[(String, Value)], code: &str) -> usize {
    findings.iter().filter(|(name, _)| name == code).count()
}

#[test]
fn prometheus_runbooks() {
    let Some(folder) = corpus("prometheus-runbooks") else { return };
    let project = documents(&folder, "en");
    let site = project.build();
    let pages = pages_of_sources(&project, &site);
    assert_eq!(pages.len(), 119);
    assert_titled(&pages);
    let shortcode = Regex::new(r"\{\{[<%].*?[%>]\}\}").unwrap();
    let shown: Vec<usize> = pages.iter().map(|(_, html)| shortcode.find_iter(&main_text(html)).count()).collect();
    assert_eq!(shown.iter().sum::<usize>(), 14, "shortcodes are shown, not swallowed");
    assert_eq!(shown.iter().filter(|count| **count > 0).count(), 8);
}

#[test]
fn archlinux_infrastructure() {
    let Some(folder) = corpus("archlinux-infrastructure") else { return };
    let project = documents(&folder, "en");
    let site = project.build();
    let pages = pages_of_sources(&project, &site);
    assert_eq!(pages.len(), 24);
    assert_titled(&pages);
    let findings = findings(&project);
    assert_eq!(count(&findings, "link/internal-dead"), 6, "{findings:#?}");
    let alarms: Vec<_> = findings.iter().filter(|(code, _)| code.starts_with("secret/")).collect();
    assert!(alarms.is_empty(), "{alarms:#?}");
    // Ciphertext lies in the variables of hosts and groups; none of those is a page, and none is published.
    let published: Vec<&String> =
        site.keys().filter(|path| path.contains("host_vars") || path.contains("vault")).collect();
    assert_eq!(published, ["docs/vault-rekeying.html"]);
}

#[test]
fn awesome_compose() {
    let Some(folder) = corpus("awesome-compose") else { return };
    let project = documents(&folder, "en");
    let site = project.build();
    let pages = pages_of_sources(&project, &site);
    assert_eq!(pages.len(), 52);
    assert_titled(&pages);
}

#[test]
fn osmfr_infrastructure_with_its_history() {
    let Some(folder) = corpus("osmfr-infrastructure") else { return };
    let project = Project::empty();
    let bundle = folder.join("osmfr-infrastructure.bundle");
    project.git(&["clone", "--quiet", bundle.to_str().unwrap(), "."]);
    project.write("book.toml", "[book]\nlanguage = \"fr\"\nsrc = \".\"\n");
    let site = project.build();
    let pages = pages_of_sources(&project, &site);
    assert_eq!(pages.len(), 18);
    assert_titled(&pages);
    let mut dates = BTreeSet::new();
    for (path, html) in &pages {
        assert!(html.contains("<html lang=\"fr\""), "{path}");
        let date = last_change(&project, path);
        assert!(changed(html).contains(&in_french(&date)), "{path} was changed on {date}: {}", changed(html));
        dates.insert(date);
    }
    assert_eq!(dates.len(), 13, "the 18 pages were changed at 18 instants, on 13 days");
}

#[test]
fn osmfr_infrastructure_without_most_of_its_history() {
    let Some(folder) = corpus("osmfr-infrastructure") else { return };
    let (whole, shallow) = (Project::empty(), Project::empty());
    let bundle = folder.join("osmfr-infrastructure.bundle");
    whole.git(&["clone", "--quiet", bundle.to_str().unwrap(), "."]);
    let address = format!("file://{}", whole.root().display());
    shallow.git(&["clone", "--quiet", "--depth", "3", &address, "."]);
    shallow.write("book.toml", "[book]\nlanguage = \"fr\"\nsrc = \".\"\n");
    let site = shallow.build();
    let mut unknown = 0;
    for (path, html) in pages_of_sources(&shallow, &site) {
        let said = changed(&html);
        // Two of the three commits have their parents: what they changed is known, and the same as with all of the history.
        match said.contains("inconnue") {
            true => unknown += 1,
            false => assert!(said.contains(&in_french(&last_change(&whole, &path))), "{path}: {said}"),
        }
    }
    assert_eq!(unknown, 16);
    assert_eq!(count(&findings(&shallow), "git/shallow"), 1);
}

/// What a page says about its last change.
fn changed(html: &str) -> &str {
    let paragraph = html.split_once("<p class=\"changed\">").expect("a page says when it was changed").1;
    paragraph.split_once("</p>").unwrap().0
}

/// The day of the commit that last changed a file, as git itself says: `2019-03-14`, UTC.
fn last_change(project: &Project, path: &str) -> String {
    let output = Command::new("git")
        .current_dir(project.root())
        .env("TZ", "UTC")
        .args(["log", "-1", "--no-merges", "--date=format-local:%Y-%m-%d", "--format=%ad", "--", path])
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// A day as French pages write it: `14 mars 2019`.
fn in_french(date: &str) -> String {
    const MONTHS: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    let parts: Vec<usize> = date.split('-').map(|part| part.parse().unwrap()).collect();
    let [year, month, day] = parts[..] else { panic!("{date} is no date") };
    let day = if day == 1 { "1er".to_owned() } else { day.to_string() };
    format!("{day} {} {year}", MONTHS[month - 1])
}
