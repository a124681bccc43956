//! The two YAML parsers held against each other.

use proptest::prelude::*;
use serde_json::Value;
use snapbox::{assert_data_eq, str};

use crate::problem::report;
use crate::source::{Positions, Snapshot, Span, YamlFault};

use super::value as parser;
use super::{Pointer, load, value};

/// Texts that parsers are known to read differently.
const TEXTS: &[&str] = &[
    "",
    "# only a comment\n",
    "a: 1\nb: [x, y, {c: d}]\n",
    "a:\n- b\n- c\n",
    "a: 'it''s'\nb: \"x\\n\\u00e9\\\"\"\n",
    "a: |\n  two\n  lines\nb: >\n  folded\n  text\n\n  more\nc: |+\n  kept\n\nd: >-\n  stripped\n",
    "plain: several\n  lines\n  of text\nnext: x # comment\n",
    "é: à\n日本: 語\n\"🦀\": 🦀\n",
    "a: no\nb: 012\nc: 0o17\nd: 0x1F\ne: 1_000\nf: 12:30\ng: 2026-01-01\nh: ~\ni: null\nj: .inf\nk: 1e3\n",
    "a: &x {b: 1}\nc: *x\nd: [*x, *x]\n",
    "- - a\n  - b\n-\n  - c\n",
    "? a\n: b\n? c\n",
    "{a: 1, b, c: }\n",
    "a: - b\n",
    "a: b: c\n",
    "a:\n\tb: 1\n",
    "a: \"open\n",
    "a: [1, 2\n",
    "a: http://x:80/?a#b\n",
    "a: x #y\nb: x#y\n",
    "a: {b: http://x, c: y}\n",
    "a: @x\n",
    "a: %x\n",
    "a: `x`\n",
    "a: !!str 1\n",
    "a: !x 1\n",
    "%YAML 1.2\n---\na: 1\n",
    "---\na: 1\n---\nb: 2\n",
    "--- a\n",
    "--- |\n  a\n",
    "a: 1\n...\n",
    "a: 1\na: 2\n",
    "1: a\n2.50: b\ntrue: c\n~: d\n",
    "a: -\nb: - \n",
    "a: ?\nb: :\nc: -x\nd: ?x\n",
    "\"a\": {\"b\":1,\"c\":[2]}\n",
    "a: [\n  1, # one\n  2\n]\n",
    "a: ''\nb: \"\"\n",
    "- \n- a\n",
    "a: |2\n   x\n",
    "a: *b\n",
    "<<: {a: 1}\n",
    " a: 1\n b: 2\n",
    "a: 1\n b: 2\n",
    "a:\n    b: 1\n  c: 2\n",
    "a: 'x' y\n",
    "a: [x]y\n",
    "a: ]\n",
    "[a, b]: c\n",
    "{{ a }}: b\n",
    "a: {{ b }}\n",
    "a\n",
    "a:b\n",
    "a: b\nc\n",
];

/// How two readings of a text differ.
#[derive(Debug, PartialEq)]
enum Difference {
    /// The places could be read, the value could not.
    Refused,
    /// A value stands elsewhere, or is another one.
    Reading(String),
}

/// Holds the value of a text against its places.
fn agree(text: &str) -> Result<(), Difference> {
    let (positions, faults) = Positions::read(text);
    if faults.iter().any(YamlFault::is_fatal) {
        return Ok(());
    }
    let parsed = parser::parse(text).map_err(|_| Difference::Refused)?;
    compare(&parsed, &positions, text, &Pointer::root()).map_err(Difference::Reading)
}

/// Every value has a place, and a scalar that stands there without quotes is the scalar.
fn compare(value: &Value, positions: &Positions, text: &str, at: &Pointer) -> Result<(), String> {
    let place = positions.value(at.as_str());
    let is_there = at.as_str().is_empty() || positions.value(at.as_str()) != Span::default();
    if place.text(text).starts_with('*') {
        // What an alias stands for has the place of the alias.
        return Ok(());
    }
    if !is_there {
        return Err(format!("nothing stands at {at}"));
    }
    match value {
        Value::Array(items) => {
            items.iter().enumerate().try_for_each(|(index, item)| compare(item, positions, text, &at.item(index)))
        }
        Value::Object(map) => map.iter().try_for_each(|(key, item)| {
            let at = at.key(key);
            if positions.key(at.as_str()).is_none() {
                return Err(format!("no key stands at {at}"));
            }
            compare(item, positions, text, &at)
        }),
        Value::String(string) => match positions.plain(at.as_str()) {
            Some(plain) => {
                let written = plain.text(text).split_whitespace().collect::<Vec<_>>().join(" ");
                let read = string.split_whitespace().collect::<Vec<_>>().join(" ");
                (written == read).then_some(()).ok_or_else(|| format!("{written:?} at {at} is read as {read:?}"))
            }
            None => Ok(()),
        },
        Value::Number(number) => {
            let plain = positions.plain(at.as_str()).map(|plain| plain.text(text));
            plain.map(|_| ()).ok_or_else(|| format!("the number {number} at {at} is quoted: {place:?}"))
        }
        Value::Null | Value::Bool(_) => Ok(()),
    }
}

#[test]
fn both_parsers_read_the_same() {
    for text in TEXTS {
        assert_eq!(agree(text), Ok(()), "{text:?}");
    }
}

#[test]
fn what_only_one_parser_takes_is_reported_where_it_stands() {
    // libyaml takes no tab where a line begins.
    let text = "\ta: b\n";
    assert_eq!(agree(text), Err(Difference::Refused));
    let snapshot = Snapshot::from_archive(&format!("-- a.yaml --\n{text}"));
    let loaded = load(&snapshot.files()[0], 0..text.len());
    assert!(loaded.value.is_none());
    assert_data_eq!(
        report::lines(&loaded.diagnostics, &snapshot),
        str![[r#"
error[schema/bad-yaml] a.yaml:1:1 a tab is used to indent | indent with spaces

"#]]
    );
}

#[test]
fn line_breaks_that_only_one_parser_knows_break_no_line() {
    let snapshot = Snapshot::from_archive("-- a.yaml --\na: b\u{2028}c\ne: \u{2029}f\n");
    let file = &snapshot.files()[0];
    let yaml = load(file, 0..file.text.len()).value.unwrap();
    assert_eq!(yaml.value, serde_json::json!({ "a": "b\u{2003}c", "e": "\u{2003}f" }));
    let place = yaml.place(&Pointer::root().key("e"));
    assert_eq!(place.span.text(&file.text), "\u{2029}f");
}

#[test]
fn what_an_escape_makes_drives_no_terminal() {
    let snapshot = Snapshot::from_archive("-- a.yaml --\n\"k\\u0007\": \"a\\u001b[31mb\\u0000\\r\\nc\\td\"\n");
    let file = &snapshot.files()[0];
    let yaml = load(file, 0..file.text.len()).value.unwrap();
    assert_eq!(yaml.value, serde_json::json!({ "k\u{2407}": "a\u{241b}[31mb\u{2400}\nc\td" }));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_too_strange(
        text in "([a-c]|[-:?,\\[\\]{}#&*!|>'\"%@`~<]|é|1|\\.|  |\n|\n  |: |- |\t){0,40}",
    ) {
        let snapshot = Snapshot::from_archive(&format!("-- a.yaml --\n{text}"));
        let file = &snapshot.files()[0];
        let loaded = load(file, 0..file.text.len());
        for diagnostic in &loaded.diagnostics {
            let span = diagnostic.place().unwrap().span;
            prop_assert!(span.start <= span.end && span.end as usize <= file.text.len());
        }
        match agree(&file.text) {
            Ok(()) => {}
            Err(Difference::Refused) => prop_assert!(loaded.value.is_none() && !loaded.diagnostics.is_empty()),
            // Where the name of an anchor ends is read differently: `&a: b`.
            Err(Difference::Reading(difference)) => prop_assert!(text.contains('&'), "{difference}"),
        }
        prop_assert_eq!(loaded.value.is_some(), value(&file.text).is_some());
    }
}
