//! Where each key and value of a YAML text stands, and what of YAML an inventory must not use.
//!
//! The text is read as a stream of events, before anything is built from it: so depth and alias expansion are bounded while
//! reading, and *every* repeated key is reported, where a loader stops at the first.

use std::collections::{BTreeMap, HashMap};

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError};

use super::Span;

/// Texts longer than this are not parsed.
pub const LONGEST: usize = 4 * 1024 * 1024;

/// Collections nested deeper than this are not parsed.
pub const DEEPEST: usize = 100;

/// What all aliases of a text may add to it, in bytes of the text they stand for.
const MOST_EXPANDED: usize = LONGEST;

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

/// Something in a YAML text that is no sound YAML, or that inventories do not use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlFault {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: YamlFaultKind,
}

/// What is wrong with a YAML text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YamlFaultKind {
    /// It cannot be read any further; with the probable cause.
    Syntax(SyntaxFault),
    /// The text is longer than [`LONGEST`].
    TooLong,
    /// Collections are nested deeper than [`DEEPEST`].
    TooDeep,
    /// Its aliases stand for far more text than there is, or for themselves.
    AliasBomb,
    /// A key is a list or a map.
    ComplexKey,
    /// A key stands twice in one map; the first of them counts.
    DuplicateKey {
        /// The key.
        key: String,
        /// Where it stands first.
        first: Span,
    },
    /// The merge key `<<`, which is not part of YAML 1.2.
    MergeKey,
    /// A tag such as `!vault`.
    Tag,
    /// A second document in one file; only the first is read.
    SecondDocument,
}

/// The probable cause of a syntax error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxFault {
    /// A tab is used to indent.
    Tab,
    /// A quoted text has no closing quote.
    Quote,
    /// `: ` inside a text without quotes.
    Colon,
    /// A `[` or `{` is not closed, or one too many is.
    Bracket,
    /// A line is indented differently from its neighbours.
    Indentation,
    /// `*name` without `&name`.
    Alias,
    /// None of these.
    Other,
}

impl YamlFault {
    /// Whether no value can be had from the text.
    #[must_use]
    pub fn is_fatal(&self) -> bool {
        match self.kind {
            YamlFaultKind::Syntax(_)
            | YamlFaultKind::TooLong
            | YamlFaultKind::TooDeep
            | YamlFaultKind::AliasBomb
            | YamlFaultKind::ComplexKey => true,
            YamlFaultKind::DuplicateKey { .. }
            | YamlFaultKind::MergeKey
            | YamlFaultKind::Tag
            | YamlFaultKind::SecondDocument => false,
        }
    }
}

impl Positions {
    /// Reads a text. The places of what stands before a fatal fault are known all the same.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<YamlFault>) {
        let mut reader = Reader::new(text);
        if text.len() > LONGEST {
            reader.fault(Span::default(), YamlFaultKind::TooLong);
        } else {
            reader.read();
        }
        (Self { nodes: reader.nodes }, reader.faults)
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

    /// Returns the keys of the map at the root with their spans, sorted by key.
    pub fn root_keys(&self) -> impl Iterator<Item = (&str, Span)> {
        let nodes = self.nodes.first().and_then(|root| match &root.children {
            Children::Keys { nodes, .. } => Some(nodes),
            Children::None | Children::Items(_) => None,
        });
        nodes.into_iter().flatten().filter_map(|(key, node)| Some((&**key, self.nodes.get(*node as usize)?.key?)))
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

/// A collection being read.
struct Frame {
    node: u32,
    anchor: usize,
    /// What aliases had added when it began.
    expanded: usize,
    /// The end of the last thing in it: the end of a block collection, whose end event stands after comments.
    end: u32,
    /// The key whose value comes next.
    key: Option<(Box<str>, Span)>,
}

/// What an alias may stand for.
struct Anchor {
    weight: usize,
    plain: Option<Span>,
}

struct Reader<'text> {
    text: &'text str,
    /// The byte of each character; none when the text is ASCII and both are the same.
    bytes: Option<Vec<u32>>,
    nodes: Vec<Node>,
    frames: Vec<Frame>,
    anchors: HashMap<usize, Anchor>,
    expanded: usize,
    faults: Vec<YamlFault>,
}

impl<'text> Reader<'text> {
    fn new(text: &'text str) -> Self {
        let bytes = (!text.is_ascii()).then(|| text.char_indices().map(|(byte, _)| byte as u32).collect());
        Self {
            text,
            bytes,
            nodes: Vec::new(),
            frames: Vec::new(),
            anchors: HashMap::new(),
            expanded: 0,
            faults: Vec::new(),
        }
    }

    fn read(&mut self) {
        let mut documents = 0;
        let mut parser = Parser::new_from_str(self.text);
        while let Some(event) = parser.next_event() {
            let (event, span) = match event {
                Ok((event, span)) => (event, self.span(span.start, span.end)),
                Err(error) => return self.syntax(&error),
            };
            match event {
                Event::Nothing | Event::StreamStart | Event::DocumentEnd => {}
                Event::StreamEnd => return,
                Event::DocumentStart(_) => {
                    documents += 1;
                    if documents > 1 {
                        return self.fault(span, YamlFaultKind::SecondDocument);
                    }
                }
                Event::Scalar(value, style, anchor, tag) => {
                    let span = self.scalar(span, style);
                    if tag.is_some() {
                        self.fault(span, YamlFaultKind::Tag);
                    }
                    let plain = matches!(style, ScalarStyle::Plain).then_some(span);
                    if anchor > 0 {
                        self.anchors.insert(anchor, Anchor { weight: weight(span), plain });
                    }
                    if self.awaits_key() {
                        self.key(&value, span, plain.is_some());
                    } else {
                        self.value(span, plain, Children::None);
                    }
                }
                Event::Alias(anchor) => {
                    let Some(Anchor { weight, plain }) = self.anchors.get(&anchor) else {
                        return self.fault(span, YamlFaultKind::AliasBomb);
                    };
                    let plain = *plain;
                    self.expanded = self.expanded.saturating_add(*weight);
                    if self.expanded > MOST_EXPANDED {
                        return self.fault(span, YamlFaultKind::AliasBomb);
                    }
                    if self.awaits_key() {
                        return self.fault(span, YamlFaultKind::ComplexKey);
                    }
                    self.value(span, plain, Children::None);
                }
                Event::SequenceStart(_, tag) | Event::MappingStart(_, tag)
                    if self.begins_badly(span, tag.is_some()) =>
                {
                    return;
                }
                Event::SequenceStart(anchor, _) => self.begin(span, anchor, Children::Items(Vec::new())),
                Event::MappingStart(anchor, _) => {
                    self.begin(span, anchor, Children::Keys { first: None, nodes: BTreeMap::new() });
                }
                Event::SequenceEnd | Event::MappingEnd => self.end(span),
            }
        }
    }

    /// Reports what is wrong with the start of a collection; tells whether reading stops.
    fn begins_badly(&mut self, span: Span, tagged: bool) -> bool {
        if tagged {
            self.fault(span, YamlFaultKind::Tag);
        }
        if self.awaits_key() {
            self.fault(span, YamlFaultKind::ComplexKey);
        } else if self.frames.len() >= DEEPEST {
            self.fault(span, YamlFaultKind::TooDeep);
        } else {
            return false;
        }
        true
    }

    fn begin(&mut self, span: Span, anchor: usize, children: Children) {
        let node = self.value(span, None, children);
        self.frames.push(Frame { node, anchor, expanded: self.expanded, end: span.end, key: None });
    }

    fn end(&mut self, span: Span) {
        let Some(frame) = self.frames.pop() else { return };
        let end = if span.start < span.end { span.end } else { frame.end };
        let Some(node) = self.nodes.get_mut(frame.node as usize) else { return };
        node.value.end = end.max(node.value.start);
        if frame.anchor > 0 {
            let weight = weight(node.value).saturating_add(self.expanded - frame.expanded);
            self.anchors.insert(frame.anchor, Anchor { weight, plain: None });
        }
        if let Some(parent) = self.frames.last_mut() {
            parent.end = end;
        }
    }

    fn awaits_key(&self) -> bool {
        self.frames.last().is_some_and(|frame| {
            frame.key.is_none()
                && matches!(self.nodes.get(frame.node as usize), Some(Node { children: Children::Keys { .. }, .. }))
        })
    }

    fn key(&mut self, key: &str, span: Span, plain: bool) {
        if plain && key == "<<" {
            self.fault(span, YamlFaultKind::MergeKey);
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.key = Some((key.into(), span));
            frame.end = span.end;
        }
    }

    /// Adds a value to the collection being read; a repeated key's value belongs to nothing.
    fn value(&mut self, span: Span, plain: Option<Span>, children: Children) -> u32 {
        let id = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let mut node = Node { key: None, value: span, plain, children };
        let mut repeated = None;
        if let Some(frame) = self.frames.last_mut() {
            frame.end = span.end;
            let key = frame.key.take();
            match (self.nodes.get_mut(frame.node as usize).map(|parent| &mut parent.children), key) {
                (Some(Children::Items(items)), _) => items.push(id),
                (Some(Children::Keys { first, nodes }), Some((key, key_span))) => {
                    node.key = Some(key_span);
                    first.get_or_insert(key_span);
                    match nodes.get(&key) {
                        Some(earlier) => repeated = Some((key, key_span, *earlier)),
                        None => {
                            nodes.insert(key, id);
                        }
                    }
                }
                _ => {}
            }
        }
        if let Some((key, key_span, earlier)) = repeated {
            let first = self.nodes.get(earlier as usize).and_then(|node| node.key).unwrap_or_default();
            self.fault(key_span, YamlFaultKind::DuplicateKey { key: key.into(), first });
        }
        self.nodes.push(node);
        id
    }

    fn fault(&mut self, span: Span, kind: YamlFaultKind) {
        self.faults.push(YamlFault { span, kind });
    }

    fn syntax(&mut self, error: &ScanError) {
        let start = self.byte(error.marker());
        let length = self.text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let span = Span::new(start..start + length);
        match SyntaxFault::of(error.info()) {
            Some(fault) => self.fault(span, YamlFaultKind::Syntax(fault)),
            None => self.fault(span, YamlFaultKind::TooDeep),
        }
    }

    /// Turns the parser's places, which count characters, into bytes; white space at the end is no part of a value.
    fn span(&self, start: Marker, end: Marker) -> Span {
        let (start, end) = (self.byte(&start), self.byte(&end));
        let written = self.text.get(start..end).unwrap_or_default().trim_end();
        Span::new(start..start + written.len())
    }

    /// Narrows a scalar to what the author would call it: without anchor and tag before it, or a comment after it.
    fn scalar(&self, span: Span, style: ScalarStyle) -> Span {
        let written = span.text(self.text);
        let mut start = 0;
        while matches!(written.as_bytes().get(start), Some(b'&' | b'!')) {
            let property = written[start..].find([' ', '\n']).unwrap_or(written.len() - start);
            let gap = written[start + property..].len() - written[start + property..].trim_start().len();
            start += property + gap;
        }
        let length = match style {
            ScalarStyle::SingleQuoted => quoted(&written[start..], '\''),
            ScalarStyle::DoubleQuoted => quoted(&written[start..], '"'),
            ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => written.len() - start,
        };
        Span::new(0..length).shifted(span.start as usize + start)
    }

    fn byte(&self, marker: &Marker) -> usize {
        let byte = match &self.bytes {
            None => marker.index(),
            Some(bytes) => bytes.get(marker.index()).map_or(self.text.len(), |byte| *byte as usize),
        };
        byte.min(self.text.len())
    }
}

/// Returns the length of the quoted text that `text` starts with, quotes included; all of it when it does not end.
fn quoted(text: &str, quote: char) -> usize {
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((index, character)) = characters.next() {
        if character == '\\' && quote == '"' {
            characters.next();
        } else if character == quote {
            // In single quotes, two quotes stand for one.
            if quote == '"' || characters.next_if(|(_, next)| *next == quote).is_none() {
                return index + 1;
            }
        }
    }
    text.len()
}

/// What an alias to a value adds: its bytes, and one for its being there.
fn weight(span: Span) -> usize {
    span.range().len() + 1
}

impl SyntaxFault {
    /// Tells the cause from the parser's words, which have no other form; nothing when it says "nested too deep".
    fn of(words: &str) -> Option<Self> {
        let says = |part: &str| words.contains(part);
        Some(if says("recursion limit") {
            return None;
        } else if says("tab") && !says("expected tab") {
            Self::Tab
        } else if says("quoted scalar") {
            Self::Quote
        } else if says("mapping values") || says("':'") || says("simple key") {
            Self::Colon
        } else if says("anchor") {
            Self::Alias
        } else if says("bracket") || says("flow") || says("',' or") {
            Self::Bracket
        } else if says("indent")
            || says("document start")
            || says("block mapping")
            || says("block sequence")
            || says("block collection")
        {
            Self::Indentation
        } else {
            Self::Other
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn experiment() {
        for text in [
            "a: 1\nbé:\n  c: \"x y\"   # é\n  d: [1, {e: f}]  \n\n# end\ng: |\n  é\n  two\n\nh: plain\n  goes on\ni: >-\n  t\n",
            "- a\n-   b: c\n    d: e\n# x\n",
            "a: &x {b: 1}\nc: *x\nd: &y 1.10\ne: *y\nn:\nm: ~\n",
        ] {
            let (positions, faults) = Positions::read(text);
            for node in &positions.nodes {
                println!(
                    "{:?} {:?} {:?}",
                    node.key.map(|span| span.text(text)),
                    node.value.text(text),
                    node.plain.map(|s| s.text(text))
                );
            }
            println!("{faults:?}");
        }
        for text in [
            "a: b: c\n",
            "a: [1, 2\nb: 1\n",
            "a:\n\tb: 1\n",
            "a: \"x\nb: 1\n",
            "a: 1\n b: 2\n",
            "a: *x\n",
            "a: @x\n",
            "a:\n  - b\n c: d\n",
            "a: }\n",
            "a: {b: 1\n",
            "? [a]\n: b\n",
            "a: &a [*a]\n",
            "---\na: 1\n---\nb: 2\n",
            "a: !vault |\n  x\n",
            "{{ x }}: 1\n",
            "a: {{ x }}\n",
            "a: 'it's'\n",
            "key without\nb: 1\n",
            "a: %x\n",
            "%x\n",
            "a: - b\n",
            "a: `x`\n",
            "a: |\n\tx\n",
            " a: 1\nb: 2\n",
            "",
        ] {
            let (_, faults) = Positions::read(text);
            let mut parser = Parser::new_from_str(text);
            let mut info = String::new();
            while let Some(e) = parser.next_event() {
                match e {
                    Err(e) => {
                        info = e.to_string();
                        break;
                    }
                    Ok((Event::StreamEnd, _)) => break,
                    _ => {}
                }
            }
            println!("{text:?} {faults:?} {info}");
        }
    }
}
