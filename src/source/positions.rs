//! Where each key and value of a YAML text stands, and what of YAML an inventory must not use.
//!
//! The text is read as a stream of events, before anything is built from it: so depth and alias expansion are bounded while
//! reading, and *every* repeated key is reported, where a loader stops at the first.

mod fault;
mod reader;

use std::collections::BTreeMap;

use super::Span;

pub use fault::{SyntaxFault, YamlFault, YamlFaultKind};
use reader::Reader;

/// Texts longer than this are not parsed.
pub const LONGEST: usize = 4 * 1024 * 1024;

/// Collections nested deeper than this are not parsed.
pub const DEEPEST: usize = 100;

/// Places of the keys and values of one YAML text, by JSON pointer (RFC 6901).
///
/// Spans are bytes of that text. What an alias stands for has the alias's own place.
#[derive(Debug, Default)]
pub struct Positions {
    /// The first is the root, if the text has one.
    nodes: Vec<Node>,
}

#[derive(Debug)]
struct Node {
    key: Option<Span>,
    value: Span,
    /// The scalar's text, when it is written without quotes: here, or where the alias leads.
    plain: Option<Span>,
    children: Children,
}

#[derive(Debug)]
enum Children {
    None,
    Keys { first: Option<Span>, nodes: BTreeMap<Box<str>, u32> },
    Items(Vec<u32>),
}

impl Positions {
    /// Reads a text. The places of what stands before a fatal fault are known all the same.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<YamlFault>) {
        let (nodes, faults) = Reader::read(text);
        (Self { nodes }, faults)
    }

    /// Returns the span of the value at a pointer, or of the nearest value above it.
    #[must_use]
    pub fn value(&self, pointer: &str) -> Span {
        self.walk(pointer).1.map_or_else(Span::default, |node| node.value)
    }

    /// Returns the span of the key that a pointer ends with; items of lists and the root have none.
    #[must_use]
    pub fn key(&self, pointer: &str) -> Option<Span> {
        self.exact(pointer)?.key
    }

    /// Returns the span of the first key of the map at a pointer.
    #[must_use]
    pub fn first_key(&self, pointer: &str) -> Option<Span> {
        match &self.exact(pointer)?.children {
            Children::Keys { first, .. } => *first,
            Children::None | Children::Items(_) => None,
        }
    }

    /// Returns the span of the text of a scalar that is written without quotes.
    #[must_use]
    pub fn plain(&self, pointer: &str) -> Option<Span> {
        self.exact(pointer)?.plain
    }

    fn exact(&self, pointer: &str) -> Option<&Node> {
        match self.walk(pointer) {
            (true, node) => node,
            (false, _) => None,
        }
    }

    /// Follows a pointer as far as it goes; tells whether that was to its end.
    fn walk(&self, pointer: &str) -> (bool, Option<&Node>) {
        let Some(mut node) = self.nodes.first() else { return (false, None) };
        for token in pointer.split('/').skip(1) {
            let child = match &node.children {
                Children::None => None,
                Children::Keys { nodes, .. } if token.contains('~') => {
                    nodes.get(token.replace("~1", "/").replace("~0", "~").as_str()).copied()
                }
                Children::Keys { nodes, .. } => nodes.get(token).copied(),
                Children::Items(nodes) => token.parse().ok().and_then(|index: usize| nodes.get(index).copied()),
            };
            match child.and_then(|child| self.nodes.get(child as usize)) {
                Some(child) => node = child,
                None => return (false, Some(node)),
            }
        }
        (true, Some(node))
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;

    /// Shows each key and value with the text of its span.
    fn shown(text: &str) -> String {
        let (positions, faults) = Positions::read(text);
        assert_eq!(faults, []);
        let mut shown = String::new();
        for Node { key, value, .. } in &positions.nodes {
            let key = key.map_or("-", |key| key.text(text));
            shown += &format!("{key} => {}\n", value.text(text).replace('\n', "⏎"));
        }
        shown
    }

    fn faults(text: &str) -> Vec<(YamlFaultKind, String)> {
        let (_, faults) = Positions::read(text);
        faults.into_iter().map(|fault| (fault.kind, text[fault.span.start as usize..].to_owned())).collect()
    }

    #[test]
    fn spans_are_bytes_of_what_the_author_would_call_the_value() {
        assert_data_eq!(
            shown(
                "é: \"x # y\"   # é\nb:\n  c: 'it''s' # d\n  d: [1, {e: f}]  \n\n# end\ng: >-\n  é\n  two\n\nh: plain\n  goes on\nn:\n"
            ),
            str![[r#"
- => é: "x # y"   # é⏎b:⏎  c: 'it''s' # d⏎  d: [1, {e: f}]  ⏎⏎# end⏎g: >-⏎  é⏎  two⏎⏎h: plain⏎  goes on⏎n
é => "x # y"
b => c: 'it''s' # d⏎  d: [1, {e: f}]
c => 'it''s'
d => [1, {e: f}]
- => 1
- => {e: f}
e => f
g => é⏎  two
h => plain⏎  goes on
n => 

"#]]
        );
        assert_data_eq!(
            shown("a: &x {b: 1}\nc: *x\nd: &y 1.10\ne: [*y]\n"),
            str![[r#"
- => a: &x {b: 1}⏎c: *x⏎d: &y 1.10⏎e: [*y]
a => &x {b: 1}
b => 1
c => *x
d => 1.10
e => [*y]
- => *y

"#]]
        );
    }

    #[test]
    fn pointers_lead_to_places_and_to_the_nearest_place_above() {
        let text = "mail:\n  tags: [a, 2.0]\n  \"x/y~z\": 1\n  of: &v 010\n  as: *v\n";
        let (positions, _) = Positions::read(text);
        let value = |pointer| positions.value(pointer).text(text);
        assert_eq!(value("/mail/tags/1"), "2.0");
        assert_eq!(value("/mail/x~1y~0z"), "1");
        assert_eq!(value("/mail/tags/7/deeper"), "[a, 2.0]");
        assert_eq!(positions.key("/mail/tags").map(|key| key.text(text)), Some("tags"));
        assert_eq!(positions.key("/mail/nothing"), None);
        assert_eq!(positions.first_key("/mail").map(|key| key.text(text)), Some("tags"));
        assert_eq!(positions.plain("/mail/as").map(|plain| plain.text(text)), Some("010"));
    }

    #[test]
    fn every_repeated_key_is_reported_with_the_first() {
        let text = "a: 1\nb: {c: 1, c: 2, c: 3}\na: {x: [1]}\n";
        let (positions, faults) = Positions::read(text);
        let found: Vec<_> = faults.iter().map(|fault| (fault.span.start, fault.kind.clone())).collect();
        let first = |start: usize| Span::new(start..start + 1);
        let repeated = |key: &str, at| YamlFaultKind::DuplicateKey { key: key.to_owned(), first: first(at) };
        assert_eq!(found, [(15, repeated("c", 9)), (21, repeated("c", 9)), (27, repeated("a", 0))]);
        assert!(faults.iter().all(|fault| !fault.is_fatal()));
        assert_eq!(positions.value("/a").text(text), "1");
    }

    #[test]
    fn the_cause_of_a_syntax_error_is_told() {
        let fault = |text| match &faults(text)[..] {
            [(YamlFaultKind::Syntax(fault), rest)] => (*fault, rest.chars().next()),
            other => panic!("{other:?}"),
        };
        assert_eq!(fault("a:\n\tb: 1\n"), (SyntaxFault::Tab, Some('\t')));
        assert_eq!(fault("a:\n  b: 1\n\tc: 2\n"), (SyntaxFault::Tab, Some('\t')));
        assert_eq!(fault("a: \"x\nb: 1\n"), (SyntaxFault::Quote, Some('"')));
        assert_eq!(fault("a: 'it's'\n"), (SyntaxFault::Quote, Some('s')));
        assert_eq!(fault("a: b: c\n"), (SyntaxFault::Colon, Some(':')));
        assert_eq!(fault("a: {b: 1\n"), (SyntaxFault::Bracket, None));
        assert_eq!(fault("a: }\n"), (SyntaxFault::Bracket, Some('}')));
        assert_eq!(fault("a:\n  - b\n c: d\n"), (SyntaxFault::Indentation, Some('c')));
        assert_eq!(fault(" a: 1\nb: 2\n"), (SyntaxFault::Indentation, Some('b')));
        assert_eq!(fault("a: *b\n"), (SyntaxFault::Alias, Some('*')));
        assert_eq!(fault("a: @b\n"), (SyntaxFault::Other, Some('@')));
    }

    #[test]
    fn what_inventories_do_not_use_is_told() {
        let kinds = |text| faults(text).into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
        assert_eq!(kinds("a: {{ x }}\n"), [YamlFaultKind::ComplexKey]);
        assert_eq!(kinds("? [a]\n: b\n"), [YamlFaultKind::ComplexKey]);
        assert_eq!(kinds("a: &a {b: 1}\nc:\n  <<: *a\n"), [YamlFaultKind::MergeKey]);
        assert_eq!(kinds("'<<': 1\n"), []);
        assert_eq!(kinds("a: !vault |\n  x\nb: !x [1]\n"), [YamlFaultKind::Tag, YamlFaultKind::Tag]);
        assert_eq!(kinds("---\na: 1\n---\nb: 2\n"), [YamlFaultKind::SecondDocument]);
        assert_eq!(kinds("---\na: 1\n...\n"), []);
        assert_eq!(kinds(""), []);
    }

    #[test]
    fn depth_size_and_aliases_are_bounded() {
        let kinds = |text: &str| faults(text).into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
        assert_eq!(kinds(&"[".repeat(200_000)), [YamlFaultKind::TooDeep]);
        assert_eq!(kinds(&"- ".repeat(200_000)), [YamlFaultKind::TooDeep]);
        let block: String = (0..1_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
        assert_eq!(kinds(&block), [YamlFaultKind::TooDeep]);
        assert_eq!(kinds(&format!("{}{}", "[".repeat(DEEPEST), "]".repeat(DEEPEST))), []);
        assert_eq!(kinds(&format!("a: {}", "x".repeat(LONGEST))), [YamlFaultKind::TooLong]);

        let bomb = |levels: usize| {
            let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
            for level in 1..=levels {
                let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
                text += &format!("a{level}: &a{level} [{aliases}]\n");
            }
            text
        };
        assert_eq!(kinds(&bomb(9)), [YamlFaultKind::AliasBomb]);
        assert_eq!(kinds(&bomb(2)), []);
        assert_eq!(kinds("a: &a [*a]\n"), [YamlFaultKind::AliasBomb]);
    }
}
