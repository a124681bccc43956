//! The events of the parser, made even: what both reading and rendering walk over.
//!
//! Neighbouring text is joined into runs; the loose text of tight list items gets paragraph marks; `{#id}` is taken off;
//! `[TOC]` is recognised; what only looks like markup (shortcodes, shell tests in double brackets) becomes text again.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{
    BrokenLink, BrokenLinkCallback, CowStr, Event, LinkType, OffsetIter, Options, Parser, Tag, TagEnd,
};

use super::attributes::{Attributes, trailing};
use super::inline::Run;

/// What we switch on. Never math (`$HOME/$USER` would become a formula), metadata blocks (they swallow text anywhere in a page),
/// smart punctuation (`--flag` would change), or the parser's heading attributes (see [`super::attributes`]).
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_WIKILINKS);

/// A piece of a Markdown text.
#[derive(Clone, Debug)]
pub(super) enum Node<'a> {
    /// An element starts.
    Start(Tag<'a>),
    /// An element ends.
    End(TagEnd),
    /// The text of a tight list item starts: a paragraph without an element of its own.
    StartTight,
    /// It ends.
    EndTight,
    /// Words.
    Text(Run<'a>),
    /// Inline code.
    Code(CowStr<'a>),
    /// An HTML tag or comment in a line.
    InlineHtml(CowStr<'a>),
    /// A whole block of HTML.
    HtmlBlock(String),
    /// A reference to a footnote.
    FootnoteReference(CowStr<'a>),
    /// A line end in a paragraph.
    SoftBreak,
    /// A forced line break.
    HardBreak,
    /// A horizontal rule.
    Rule,
    /// The box of a task, ticked or not.
    TaskMark(bool),
    /// The place of a table of contents.
    Contents,
    /// The attributes of the heading or item that this stands in.
    Attributes(Attributes),
}

/// What an open element means to a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// A numbered list.
    OrderedList,
    /// An item of a list.
    Item {
        /// Whether its first paragraph is not over.
        first: bool,
    },
    /// A paragraph, or the text of a tight item.
    Paragraph,
    /// A heading.
    Heading,
    /// A code block.
    CodeBlock,
    /// Anything else.
    Other,
}

impl Open {
    /// Returns what an element that starts means.
    pub(super) fn of(tag: &Tag<'_>) -> Self {
        match tag {
            Tag::List(Some(_)) => Self::OrderedList,
            Tag::Item => Self::Item { first: true },
            Tag::Paragraph => Self::Paragraph,
            Tag::Heading { .. } => Self::Heading,
            Tag::CodeBlock(_) => Self::CodeBlock,
            _ => Self::Other,
        }
    }
}

/// Collects the labels of `[text][label]` that are defined nowhere.
struct Undefined<'s>(&'s mut Vec<(Range<usize>, String)>);

impl<'a> BrokenLinkCallback<'a> for Undefined<'_> {
    fn handle_broken_link(&mut self, link: BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)> {
        // `[text]` alone is more often text than a link.
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            self.0.push((link.span, link.reference.into_string()));
        }
        None
    }
}

/// The walk over a text.
pub(super) struct Stream<'a, 's> {
    source: &'a str,
    events: OffsetIter<'a, Undefined<'s>>,
    /// An event that was looked at and not yet used.
    ahead: Option<(Event<'a>, Range<usize>)>,
    ready: VecDeque<(Node<'a>, Range<usize>)>,
    open: Vec<Open>,
    tight: bool,
    /// The last byte of the text given out, for marks that have no place of their own.
    position: usize,
    /// Whether the wiki link that is open is one; if not, its end is text.
    shell_test: bool,
}

impl<'a, 's> Stream<'a, 's> {
    /// Starts a walk; labels of undefined references end up in `undefined`.
    pub(super) fn new(source: &'a str, undefined: &'s mut Vec<(Range<usize>, String)>) -> Self {
        let events =
            Parser::new_with_broken_link_callback(source, OPTIONS, Some(Undefined(undefined))).into_offset_iter();
        Self {
            source,
            events,
            ahead: None,
            ready: VecDeque::new(),
            open: Vec::new(),
            tight: false,
            position: 0,
            shell_test: false,
        }
    }

    fn event(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        let (event, range) = self.ahead.take().or_else(|| self.events.next())?;
        let event = match event {
            // `{{<details>}}` is a shortcode, not an element.
            Event::InlineHtml(html)
                if self.source[..range.start].ends_with("{{") && self.source[range.end..].starts_with("}}") =>
            {
                Event::Text(html)
            }
            // `[[ -f file ]]` is a test of the shell.
            Event::Start(Tag::Link { link_type: LinkType::WikiLink { .. }, .. })
                if self.source[range.start + 2..].starts_with(' ') =>
            {
                self.shell_test = true;
                return Some((Event::Text(CowStr::Borrowed("[[")), range.start..range.start + 2));
            }
            Event::End(TagEnd::Link) if self.shell_test => {
                self.shell_test = false;
                return Some((Event::Text(CowStr::Borrowed("]]")), range.end - 2..range.end));
            }
            event => event,
        };
        Some((event, range))
    }

    fn advance(&mut self) -> Option<()> {
        let (event, range) = self.event()?;
        if is_inline(&event) {
            if matches!(self.open.last(), Some(Open::Item { .. })) && !self.tight {
                self.tight = true;
                self.ready.push_back((Node::StartTight, range.start..range.start));
            }
        } else if self.tight && matches!(self.open.last(), Some(Open::Item { .. })) {
            self.end_tight();
        }
        self.position = range.end;
        match event {
            Event::Text(text) => self.run(text, range),
            Event::Start(Tag::Paragraph) if is_contents_mark(&self.source[range.clone()]) => {
                while let Some((event, _)) = self.event() {
                    if event == Event::End(TagEnd::Paragraph) {
                        break;
                    }
                }
                self.ready.push_back((Node::Contents, range));
            }
            Event::Start(Tag::HtmlBlock) => {
                let mut html = String::new();
                while let Some((event, _)) = self.event() {
                    match event {
                        Event::Html(line) | Event::Text(line) => html.push_str(&line),
                        _ => break,
                    }
                }
                self.ready.push_back((Node::HtmlBlock(html), range));
            }
            Event::Start(tag) => {
                self.open.push(Open::of(&tag));
                self.ready.push_back((Node::Start(tag), range));
            }
            Event::End(tag) => {
                if self.open.pop() == Some(Open::Paragraph) {
                    self.first_paragraph_ended();
                }
                self.ready.push_back((Node::End(tag), range));
            }
            Event::Code(code) => self.ready.push_back((Node::Code(code), range)),
            Event::InlineHtml(html) => self.ready.push_back((Node::InlineHtml(html), range)),
            Event::Html(html) => self.ready.push_back((Node::HtmlBlock(html.into_string()), range)),
            Event::FootnoteReference(label) => self.ready.push_back((Node::FootnoteReference(label), range)),
            Event::SoftBreak => self.ready.push_back((Node::SoftBreak, range)),
            Event::HardBreak => self.ready.push_back((Node::HardBreak, range)),
            Event::Rule => self.ready.push_back((Node::Rule, range)),
            Event::TaskListMarker(done) => self.ready.push_back((Node::TaskMark(done), range)),
            // Math is off.
            Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.ready.push_back((Node::Text(Run::new(text, range.start)), range));
            }
        }
        Some(())
    }

    /// Joins the text that follows, and takes attributes off its end where they may stand.
    fn run(&mut self, text: CowStr<'a>, range: Range<usize>) {
        let mut end = range.end;
        let mut run = Run::new(text, range.start);
        while let Some((event, range)) = self.event() {
            if let Event::Text(text) = event {
                run.push(&text, &range, self.source);
                end = range.end;
            } else {
                self.ahead = Some((event, range));
                break;
            }
        }
        self.position = end;
        let range = range.start..end;
        let attributes = if self.may_end_in_attributes() { trailing(&run.text) } else { None };
        let Some((attributes, taken)) = attributes else {
            self.ready.push_back((Node::Text(run), range));
            return;
        };
        let place = run.source_range(&taken);
        run.truncate(taken.start);
        if !run.text.is_empty() {
            self.ready.push_back((Node::Text(run), range.start..place.start));
        }
        self.ready.push_back((Node::Attributes(attributes), place));
        self.first_paragraph_ended();
    }

    /// Whether the text just read ends a heading, or a line in the first paragraph of a top-level item of an ordered list.
    fn may_end_in_attributes(&self) -> bool {
        match (&self.open[..], &self.ahead) {
            ([.., Open::Heading], Some((Event::End(TagEnd::Heading(_)), _))) => true,
            (
                [Open::OrderedList, Open::Item { first: true }]
                | [Open::OrderedList, Open::Item { first: true }, Open::Paragraph],
                Some((event, _)),
            ) => !is_inline(event) || matches!(event, Event::SoftBreak | Event::HardBreak),
            _ => false,
        }
    }

    fn first_paragraph_ended(&mut self) {
        if let Some(Open::Item { first }) = self.open.iter_mut().rev().find(|open| matches!(open, Open::Item { .. })) {
            *first = false;
        }
    }

    fn end_tight(&mut self) {
        self.tight = false;
        self.ready.push_back((Node::EndTight, self.position..self.position));
        self.first_paragraph_ended();
    }
}

impl<'a> Iterator for Stream<'a, '_> {
    type Item = (Node<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        while self.ready.is_empty() {
            self.advance()?;
        }
        self.ready.pop_front()
    }
}

/// Whether an event stands in a line of text; the ends of inline elements never follow an item directly.
fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Text(_)
        | Event::Code(_)
        | Event::InlineHtml(_)
        | Event::FootnoteReference(_)
        | Event::SoftBreak
        | Event::HardBreak
        | Event::InlineMath(_)
        | Event::DisplayMath(_) => true,
        Event::Start(tag) => is_inline_element(tag.to_end()),
        Event::End(tag) => is_inline_element(*tag),
        // The box of a task stands before its paragraph.
        Event::Html(_) | Event::Rule | Event::TaskListMarker(_) => false,
    }
}

/// Whether an element stands in a line of text.
pub(super) fn is_inline_element(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

/// Whether a paragraph asks for a table of contents, in the words of GitLab or of most other wikis.
fn is_contents_mark(paragraph: &str) -> bool {
    matches!(paragraph.trim(), "[[_TOC_]]" | "[TOC]" | "[[TOC]]")
}
