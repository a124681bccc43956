//! What a build makes: the same bytes for the same inputs, few changes for a small edit, and no link that leads nowhere.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::process::Command;

use regex::Regex;
use releve::bundle::SitePath;

use crate::support::{Files, Project, Run, differing};

/// The example that the repository holds, without its history and its earlier outputs.
fn example() -> Project {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::empty();
    std::fs::copy(root.join("book.toml"), project.path("book.toml")).unwrap();
    project.copy_in(&root.join("runbooks"), "runbooks");
    project
}

/// The site with every kind of page.
fn everything() -> Project {
    Project::copy_of(&fixture("everything"))
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

#[test]
fn the_same_inputs_give_the_same_bytes_wherever_they_are_built() {
    let expected = everything().build();
    let elsewhere = everything();
    let mut runs = Vec::new();
    for (name, change) in [
        (
            "one thread",
            (|command: &mut Command| command.env("RAYON_NUM_THREADS", "1")) as fn(&mut Command) -> &mut Command,
        ),
        ("four threads", |command| command.env("RAYON_NUM_THREADS", "4")),
        ("another zone", |command| command.env("TZ", "Pacific/Kiritimati")),
        ("another locale", |command| command.env("LANG", "fr_FR.UTF-8").env("LC_ALL", "fr_FR.UTF-8")),
        ("the day as an argument", |command| command.env_remove("SOURCE_DATE_EPOCH").args(["--as-of", "2026-11-22"])),
    ] {
        let mut command = elsewhere.command(&["build", "--out", "site"]);
        runs.push((name, Run::of(change(&mut command)), elsewhere.files("site")));
    }
    let outside = Project::empty();
    let target = elsewhere.path("site");
    let mut command =
        outside.command(&["-C", elsewhere.root().to_str().unwrap(), "build", "--out", target.to_str().unwrap()]);
    runs.push(("from another folder", Run::of(&mut command), elsewhere.files("site")));
    for (name, run, built) in runs {
        assert_eq!(run.code, 0, "{name}: {run}");
        assert_eq!(differing(&expected, &built), [""; 0], "{name}");
    }
}

#[test]
fn a_cache_changes_how_long_a_build_takes_and_nothing_else() {
    let project = example();
    let built = |cache: &str| {
        let run = project.releve(&["build", "--out", "site", "--cache", cache]);
        assert_eq!(run.code, 0, "{run}");
        project.files("site")
    };
    let without = built("off");
    assert!(!project.path("caches").exists());
    let cold = built("caches");
    let kept = project.files("caches");
    assert_eq!(kept.len(), 1);
    let warm = built("caches");
    assert_eq!(project.files("caches"), kept);
    let (name, bytes) = kept.first_key_value().unwrap();
    std::fs::write(project.path("caches").join(name), &bytes[..bytes.len() / 2]).unwrap();
    let damaged = built("caches");
    assert_eq!(project.files("caches"), kept);
    for (name, files) in [("cold", cold), ("warm", warm), ("damaged", damaged)] {
        assert_eq!(differing(&without, &files), [""; 0], "{name}");
    }
}

#[cfg(unix)]
#[test]
fn the_same_inputs_give_the_same_bytes_under_another_umask() {
    let expected = everything().build();
    let project = everything();
    let mut command = Command::new("sh");
    command
        .args(["-c", r#"umask 077; exec "$0" build --out site"#, env!("CARGO_BIN_EXE_releve")])
        .current_dir(project.root())
        .env("SOURCE_DATE_EPOCH", "1795305600");
    let run = Run::of(&mut command);
    assert_eq!(run.code, 0, "{run}");
    assert_eq!(differing(&expected, &project.files("site")), [""; 0]);
}

#[test]
fn one_sentence_edited_changes_few_files_and_back_again_none() {
    let project = example();
    let page = example_page(&project);
    let before = project.build();
    let text = project.read(&page);
    project.write(&page, &format!("{text}\nOne sentence more.\n"));
    let after = project.build();
    let (of_search, changed): (Vec<_>, Vec<_>) =
        differing(&before, &after).into_iter().partition(|path| path.starts_with("search/"));
    assert!(!changed.is_empty() && changed.len() <= 10, "{} files changed: {changed:#?}", changed.len());
    // The manifest, the text of the page, and a range for each of the words.
    assert!(!of_search.is_empty() && of_search.len() <= 6, "{} files changed: {of_search:#?}", of_search.len());
    project.write(&page, &text);
    assert_eq!(differing(&before, &project.build()), [""; 0]);
}

/// A runbook of the example, whichever comes first.
fn example_page(project: &Project) -> String {
    project
        .files("runbooks")
        .into_iter()
        .filter(|(path, _)| path.ends_with(".md") && path.contains('/'))
        .find(|(_, bytes)| bytes.starts_with(b"---\n"))
        .map(|(path, _)| format!("runbooks/{path}"))
        .expect("the example has a runbook")
}

#[test]
fn every_link_leads_to_a_file_and_a_place_in_it() {
    for (name, project) in sites() {
        let site = Site::of(project.build());
        assert_eq!(site.dead_links(), [""; 0], "{name}");
    }
}

#[test]
fn every_page_is_reached_from_the_start() {
    for (name, project) in sites() {
        let site = Site::of(project.build());
        let reached = site.reached_from("index.html");
        let lost: Vec<&String> =
            site.pages.keys().filter(|page| !reached.contains(*page) && *page != "404.html").collect();
        assert!(lost.is_empty(), "{name}: nobody finds {lost:?}");
    }
}

#[test]
fn addresses_work_on_every_file_system() {
    for (name, project) in sites() {
        let files = project.build();
        let mut folded = BTreeSet::new();
        for path in files.keys() {
            assert!(SitePath::new(path).is_some(), "{name}: {path}");
            assert!(path.is_ascii() && path.len() <= 180, "{name}: {path}");
            assert!(path.split('/').all(|part| part.len() <= 80), "{name}: {path}");
            assert!(folded.insert(path.to_lowercase()), "{name}: {path} differs from another only in case");
        }
    }
}

#[test]
fn a_book_made_for_mdbook_is_understood_as_it_is() {
    let project = Project::copy_of(&fixture("mdbook"));
    let files = project.build();
    let page = |path: &str| std::str::from_utf8(&files[path]).unwrap();
    assert!(page("guide/installation.html").contains("of which none"), "includes are put in");
    assert!(page("guide/from-source.html").contains("<table"), "tables are tables");
    assert!(page("index.html").contains("A book as mdBook knows it"), "the book has its title");
    let contents = page("contents.html");
    let order: Vec<usize> = ["Installation", "From source", "Not written yet", "Contributors"]
        .iter()
        .map(|title| contents.find(title).unwrap_or_else(|| panic!("{title} is not in the contents")))
        .collect();
    assert!(order.is_sorted(), "SUMMARY.md orders the contents");
}

/// The budgets of a page's furniture, in bytes: a phone on a bad line loads it before anything is readable. What is loaded when
/// somebody searches has its own.
#[test]
fn style_and_scripts_stay_small() {
    let files = everything().build();
    let weight = |names: &[&str]| -> usize { names.iter().map(|name| files[&format!("theme/{name}")].len()).sum() };
    assert!(weight(&["releve.css"]) <= 20_000, "{} bytes of style", weight(&["releve.css"]));
    let scripts = weight(&["build.js", "early.js", "releve.js"]);
    assert!(scripts <= 12_000, "{scripts} bytes of script");
    assert!(weight(&["search.js"]) <= 17_500 && weight(&["search-dialog.js", "search.css"]) <= 17_000);
    assert!(weight(&["changes.css"]) <= 2_000 && weight(&["changes.js"]) <= 2_500);
    let known = [
        "build.js",
        "changes.css",
        "changes.js",
        "early.js",
        "money.css",
        "readiness.css",
        "readiness.js",
        "releve.css",
        "releve.js",
        "search-dialog.js",
        "search.css",
        "search.js",
    ];
    let furniture = files.keys().filter(|path| path.ends_with(".css") || path.ends_with(".js"));
    let unknown: Vec<&String> = furniture
        .filter(|path| !path.starts_with("search/") && !known.iter().any(|name| **path == format!("theme/{name}")))
        .collect();
    assert!(unknown.is_empty(), "without a budget: {unknown:?}");
}

fn sites() -> [(&'static str, Project); 3] {
    [("example", example()), ("everything", everything()), ("mdbook", Project::copy_of(&fixture("mdbook")))]
}

/// A built site: its files, and what its pages link to.
struct Site {
    files: Files,
    pages: BTreeMap<String, Page>,
}

#[derive(Default)]
struct Page {
    ids: BTreeSet<String>,
    /// As written, entities decoded.
    links: Vec<String>,
}

impl Site {
    fn of(files: Files) -> Self {
        let tag = Regex::new(r#"<[a-zA-Z][^\s>/]*((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*/?>"#).unwrap();
        let attribute = Regex::new(r#"([a-zA-Z:-]+)="([^"]*)""#).unwrap();
        let mut pages = BTreeMap::new();
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
            let html = std::str::from_utf8(bytes).expect("pages are UTF-8");
            let mut page = Page::default();
            for tag in tag.captures_iter(html) {
                for attribute in attribute.captures_iter(&tag[1]) {
                    let value = attribute[2].replace("&#x2F;", "/").replace("&#39;", "'").replace("&amp;", "&");
                    match &attribute[1] {
                        "id" => assert!(page.ids.insert(value.clone()), "{path}: the id `{value}` stands twice"),
                        "href" | "src" | "xlink:href" => page.links.push(value),
                        _ => {}
                    }
                }
            }
            pages.insert(path.clone(), page);
        }
        Self { files, pages }
    }

    /// Where a link of a page leads below the site's folder, and to which place in it; nothing when it leaves the site.
    fn target(from: &str, link: &str) -> Option<(String, Option<String>)> {
        if Regex::new("^[a-z][a-z0-9+.-]*:").unwrap().is_match(link) {
            return None;
        }
        let (path, place) = link.split_once('#').map_or((link, None), |(path, place)| (path, Some(place)));
        let mut parts: Vec<&str> = from.split('/').collect();
        if !path.is_empty() {
            parts.pop();
            for part in path.split('/') {
                match part {
                    "." => {}
                    ".." => assert!(parts.pop().is_some(), "{from}: {link} leaves the site"),
                    part => parts.push(part),
                }
            }
        }
        Some((decoded(&parts.join("/")), place.map(decoded)))
    }

    fn dead_links(&self) -> Vec<String> {
        let mut dead = Vec::new();
        for (from, page) in &self.pages {
            for link in &page.links {
                let Some((path, place)) = Self::target(from, link) else { continue };
                let alive = match (self.pages.get(&path), place) {
                    (Some(target), Some(place)) => place.is_empty() || target.ids.contains(&place),
                    _ => self.files.contains_key(&path),
                };
                if !alive {
                    dead.push(format!("{from}: {link}"));
                }
            }
        }
        dead
    }

    fn reached_from(&self, start: &str) -> BTreeSet<String> {
        let mut reached = BTreeSet::from([start.to_owned()]);
        let mut queue = VecDeque::from([start.to_owned()]);
        while let Some(from) = queue.pop_front() {
            let links = self.pages.get(&from).map_or(&[][..], |page| &page.links);
            for (path, _) in links.iter().filter_map(|link| Self::target(&from, link)) {
                if self.pages.contains_key(&path) && reached.insert(path.clone()) {
                    queue.push_back(path);
                }
            }
        }
        reached
    }
}

/// Undoes percent-encoding (RFC 3986, 2.1).
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = (*first == b'%').then(|| tail.get(..2)).flatten();
        let byte = escaped.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
