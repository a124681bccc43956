//! Every message that is named somewhere exists. That all languages have the same ones is tested beside them.

use regex::Regex;
use releve::words::{Language, Words};

use crate::architecture::{sources, without_comments};

#[test]
fn every_message_that_is_named_exists() {
    let words = Words::load(&Language::ENGLISH);
    let in_code = Regex::new(r#"(?:message!\(|\.word\(|\.spellings\()\s*"([a-z][a-zA-Z0-9_.-]*)""#).unwrap();
    let in_templates = Regex::new(r#"\bt\(key="([^"]+)""#).unwrap();
    let mut named = 0;
    let mut missing = Vec::new();
    let code = sources("src", &["rs"]).into_iter().map(|(path, text)| (path, without_comments(&text), &in_code));
    let templates = sources("themes", &["html"]).into_iter().map(|(path, text)| (path, text, &in_templates));
    for (path, text, names) in code.filter(|(path, ..)| !path.ends_with("/tests.rs")).chain(templates) {
        for found in names.captures_iter(&text) {
            named += 1;
            if words.find(&found[1]).is_none() {
                missing.push(format!("{path}: {}", &found[1]));
            }
        }
    }
    assert_eq!(missing, [""; 0]);
    assert!(named > 100, "only {named} messages were found in the code");
}
