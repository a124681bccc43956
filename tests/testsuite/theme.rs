//! The built-in theme: what its templates may see, and what its files may name.

use std::collections::BTreeSet;

use regex::Regex;

use crate::architecture::sources;

/// Words of the template language.
const KEYWORDS: &[&str] = &[
    "and", "block", "break", "continue", "elif", "else", "endblock", "endfor", "endif", "endset", "extends", "false",
    "for", "if", "in", "include", "is", "not", "or", "raw", "endraw", "set", "true",
];

/// What a page's template may name. Components see their arguments only; the template engine holds that.
const VISIBLE: &[&str] = &["chrome", "loop", "page"];

/// The names that a template takes from outside: no field, filter, test, function, argument name, or variable of its own.
fn names_from_outside(template: &str) -> BTreeSet<String> {
    let tag = Regex::new(r"(?s)\{\{-?(.*?)-?\}\}|\{%-?(.*?)-?%\}").unwrap();
    let text = Regex::new(r#""[^"]*"|'[^']*'"#).unwrap();
    let word = Regex::new(r"[A-Za-z_][A-Za-z0-9_]*").unwrap();
    let own = Regex::new(r"\b(?:for|set)\s+(\w+)(?:\s*,\s*(\w+))?").unwrap();
    let block = Regex::new(r"^\s*(?:end)?block\b").unwrap();
    let (mut names, mut locals) = (BTreeSet::new(), BTreeSet::new());
    for tag in tag.captures_iter(template) {
        let inside = tag.get(1).or_else(|| tag.get(2)).unwrap().as_str();
        if block.is_match(inside) {
            continue;
        }
        let inside = text.replace_all(inside, "\"\"");
        for local in own.captures_iter(&inside) {
            locals.extend(local.iter().skip(1).flatten().map(|name| name.as_str().to_owned()));
        }
        for found in word.find_iter(&inside) {
            let before = inside[..found.start()].trim_end();
            let after = inside[found.end()..].trim_start();
            let is_field = before.ends_with('.') && !before.ends_with("..");
            let is_filter = before.ends_with('|') || before.ends_with(" is") || before.ends_with(" is not");
            let is_component = before.ends_with('<') && inside[..found.start()].ends_with('<');
            let is_called = after.starts_with('(');
            let is_argument = after.starts_with('=') && !after.starts_with("==");
            if !(is_field
                || is_filter
                || is_component
                || is_called
                || is_argument
                || KEYWORDS.contains(&found.as_str()))
            {
                names.insert(found.as_str().to_owned());
            }
        }
    }
    &names - &locals
}

#[test]
fn templates_see_only_chrome_and_page() {
    let mut faults = Vec::new();
    for (path, text) in sources("themes", &["html"]) {
        if path.contains("/components/") {
            continue;
        }
        for name in names_from_outside(&text) {
            if !VISIBLE.contains(&name.as_str()) {
                faults.push(format!("{path} names `{name}`"));
            }
        }
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn the_reader_of_templates_sees_names_and_passes_over_the_rest() {
    let template = r#"{% extends "base.html" %}{% block body -%}{% for item in page.items | sort(by="name") %}{% if item.a == secret %}
        {{ t(key="words", kind=item.kind) }}{{ <links items={leak} class="b" /> }}{% endif %}{% endfor %}{{ chrome.title }}"#;
    assert_eq!(names_from_outside(template), ["chrome", "leak", "page", "secret"].map(str::to_owned).into());
}

#[test]
fn a_theme_names_no_other_host() {
    // The namespaces of SVG and XLink are names, not addresses that anything fetches.
    let address = Regex::new(r#"(https?:)?//[a-z0-9-]+\.[a-z]"#).unwrap();
    let mut foreign = Vec::new();
    for (path, text) in sources("themes", &["html", "css", "js", "svg", "json"]) {
        for (number, line) in text.lines().enumerate() {
            let line = line.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xlink", "");
            if address.is_match(&line) {
                foreign.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert_eq!(foreign, [""; 0]);
}
