//! Events of the YAML parser → nodes with places.

use std::collections::{BTreeMap, HashMap};

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError};

use crate::source::Span;

use super::{Children, DEEPEST, LONGEST, Node, SyntaxFault, YamlFault, YamlFaultKind};

/// What all aliases of a text may add to it, in bytes of the text they stand for.
const MOST_EXPANDED: usize = LONGEST;

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

pub(super) struct Reader<'text> {
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
    /// Reads a text into its nodes, the root first.
    pub(super) fn read(text: &'text str) -> (Vec<Node>, Vec<YamlFault>) {
        let mut reader = Self::new(text);
        if text.len() > LONGEST {
            reader.fault(Span::default(), YamlFaultKind::TooLong);
        } else {
            reader.events();
        }
        (reader.nodes, reader.faults)
    }

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

    fn events(&mut self) {
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
                        if value.is_empty() && plain.is_some() {
                            return self.fault(span, YamlFaultKind::Syntax(SyntaxFault::Colon));
                        }
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
        let fault = SyntaxFault::of(error.info());
        let mut start = self.byte(error.marker());
        if fault == Some(SyntaxFault::Tab) {
            start = indenting_tab(self.text, start);
        }
        let length = self.text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let span = Span::new(start..start + length);
        match fault {
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
            let property = written[start..].find(char::is_whitespace).unwrap_or(written.len() - start);
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

/// Where the first tab stands that indents the line of a byte or one after it. The parser stops at what stands before or behind
/// the tab, a line too early when that is a value; without such a tab, its own place is the best known.
fn indenting_tab(text: &str, start: usize) -> usize {
    let mut line_start = text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    for line in text.get(line_start..).unwrap_or_default().split_inclusive('\n') {
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indentation].find('\t') {
            return line_start + tab;
        }
        line_start += line.len();
    }
    start
}
