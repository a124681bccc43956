//! Text → [`Document`]: one walk that notes headings, links, facts, code and items with their places.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, LinkType, Tag, TagEnd};

use crate::diagnostic::{Code, Diagnostic, Message, Outcome, message};
use crate::names::suggest;
use crate::problem::markdown::{DUPLICATE_ID, SHORTCODE, UNCLOSED_FENCE, UNDEFINED_LINK, UNKNOWN_EFFECT};
use crate::source::Span;

use super::attributes::{Attributes, FenceInfo};
use super::document::{
    AskUse, AudienceMark, CodeBlock, Document, Effect, FactUse, Heading, LinkKind, LinkUse, ListItem, Text,
};
use super::fence::swallowed;
use super::inline::{Run, Token, code_tokens, target_facts};
use super::raw_html::{self, Piece};
use super::slug::{Taken, github, is_id, mdbook, slug};
use super::stream::{Node, Open, Stream};

/// Reads a Markdown text. Whatever it holds, all of it is understood as something.
#[must_use]
pub fn parse(text: Text) -> Outcome<Document> {
    let source = text.as_str();
    let mut undefined = Vec::new();
    let mut reading = Reading::new(&text);
    for (node, range) in Stream::new(source, &mut undefined) {
        reading.node(node, &range);
    }
    // The parser asks again for a label that it met while looking for another.
    undefined.sort_by_key(|(range, _)| range.start);
    undefined.dedup_by_key(|(range, _)| range.start);
    for (range, label) in undefined {
        // `list[0][1]` is no link.
        if source[..range.start].ends_with(char::is_alphanumeric) {
            continue;
        }
        reading.report(&UNDEFINED_LINK, &range, message!("markdown-undefined-link", label = label));
    }
    reading.name();
    let Reading { headings, links, facts, asks, code_blocks, items, audience_marks, .. } = reading;
    let mut diagnostics = reading.diagnostics;
    diagnostics.sort_by_key(Diagnostic::place);
    let starts_with_heading = reading.starts_with_heading == Some(true);
    let has_raw_html = reading.has_raw_html;
    let (ids, aliases) = (reading.taken.into_ids(), reading.aliases);
    let document = Document {
        text,
        headings,
        starts_with_heading,
        links,
        facts,
        asks,
        code_blocks,
        items,
        audience_marks,
        has_raw_html,
        ids,
        aliases,
    };
    Outcome { value: document, diagnostics }
}

/// What may carry an id of the author's.
#[derive(Clone, Copy)]
enum Named {
    Heading(usize),
    Item(usize),
}

struct Reading<'a> {
    text: &'a Text,
    source: &'a str,
    open: Vec<Open>,
    headings: Vec<Heading>,
    links: Vec<LinkUse>,
    facts: Vec<FactUse>,
    asks: Vec<AskUse>,
    code_blocks: Vec<CodeBlock>,
    items: Vec<ListItem>,
    audience_marks: Vec<AudienceMark>,
    /// Known from the first block on.
    starts_with_heading: Option<bool>,
    has_raw_html: bool,
    has_shortcode: bool,
    /// Ids that authors gave, in order, and what they gave them to.
    given: Vec<(Named, String, Range<usize>)>,
    /// Ids of anchors in raw HTML, in order.
    anchors: Vec<String>,
    taken: Taken,
    aliases: BTreeMap<String, String>,
    in_heading: bool,
    /// The number of the next item, in an ordered list at the top of the text.
    next_number: u64,
    /// How many links or images are open: an address inside them is text.
    links_open: usize,
    /// Whether the link that was opened last has no words so far.
    link_is_empty: bool,
    /// The first paragraph of the item that is open is over.
    item_text_over: bool,
    /// The next piece of the item's paragraph starts a line.
    line_starts: bool,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Reading<'a> {
    fn new(text: &'a Text) -> Self {
        Self {
            text,
            source: text.as_str(),
            open: Vec::new(),
            headings: Vec::new(),
            links: Vec::new(),
            facts: Vec::new(),
            asks: Vec::new(),
            code_blocks: Vec::new(),
            items: Vec::new(),
            audience_marks: Vec::new(),
            starts_with_heading: None,
            has_raw_html: false,
            has_shortcode: false,
            given: Vec::new(),
            anchors: Vec::new(),
            taken: Taken::default(),
            aliases: BTreeMap::new(),
            in_heading: false,
            next_number: 1,
            links_open: 0,
            link_is_empty: false,
            item_text_over: false,
            line_starts: false,
            diagnostics: Vec::new(),
        }
    }

    fn report(&mut self, code: &'static Code, range: &Range<usize>, message: Message) -> &mut Diagnostic {
        let place = self.text.place(Span::new(range.clone()));
        self.diagnostics.push(Diagnostic::at(code, place, message));
        let last = self.diagnostics.len() - 1;
        &mut self.diagnostics[last]
    }

    fn node(&mut self, node: Node<'a>, range: &Range<usize>) {
        self.lines(&node, range);
        match node {
            Node::Start(tag) => self.start(tag, range),
            Node::End(tag) => self.end(tag, range),
            Node::StartTight => self.open.push(Open::Paragraph),
            Node::EndTight => self.close_paragraph(),
            Node::Text(run) => self.run(&run),
            Node::Code(code) => {
                self.words(&code);
                let start = self.source[range.clone()].find(&*code).map(|ahead| range.start + ahead);
                for (token, at) in code_tokens(&code) {
                    let at = start.map_or(range.clone(), |start| start + at.start..start + at.end);
                    self.token(token, at);
                }
            }
            Node::InlineHtml(html) => self.raw_html(&html, range),
            Node::HtmlBlock(html) => self.raw_html(&html, range),
            Node::SoftBreak | Node::HardBreak => self.words("\n"),
            Node::Attributes(attributes) => self.attributes(attributes, range),
            Node::FootnoteReference(_) | Node::Rule | Node::TaskMark(_) | Node::Contents => {}
        }
        let is_comment = matches!(self.audience_marks.last(), Some(mark) if mark.span == Span::new(range.clone()));
        if self.starts_with_heading.is_none() && !is_comment {
            self.starts_with_heading = Some(matches!(self.open[..], [Open::Heading]));
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: &Range<usize>) {
        let open = Open::of(&tag);
        match tag {
            Tag::Heading { level, .. } => {
                let span = Span::new(range.start..range.start + self.source[range.clone()].trim_end().len());
                let heading = Heading { level: level as u8, id: String::new(), text: String::new(), span };
                self.headings.push(heading);
                self.in_heading = true;
            }
            Tag::List(Some(first)) if self.open.is_empty() => self.next_number = first,
            Tag::Item if self.open == [Open::OrderedList] => {
                self.item_text_over = false;
                let number = self.next_number;
                self.next_number = number.saturating_add(1);
                self.items.push(ListItem {
                    id: None,
                    killer: false,
                    number,
                    text: String::new(),
                    lines: Vec::new(),
                    code_blocks: self.code_blocks.len()..self.code_blocks.len(),
                    links: self.links.len()..self.links.len(),
                    span: Span::new(range.clone()),
                });
            }
            Tag::CodeBlock(kind) => self.code_block(&kind, range),
            Tag::Link { .. } | Tag::Image { .. } => {
                self.links_open += 1;
                self.link_is_empty = true;
                if let Some(used) = link_use(self.source, &tag, range) {
                    let facts = target_facts(&used.target).map(str::to_owned);
                    self.facts.extend(facts.map(|expression| FactUse { expression, span: used.target_span }));
                    self.links.push(used);
                }
            }
            _ => {}
        }
        self.open.push(open);
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Paragraph => return self.close_paragraph(),
            TagEnd::Heading(_) => self.in_heading = false,
            TagEnd::Link | TagEnd::Image => {
                self.links_open = self.links_open.saturating_sub(1);
                self.name_what_is_linked();
            }
            TagEnd::CodeBlock => {
                if let Some(heading) = swallowed(self.source, range) {
                    let place = self.text.place(Span::new(heading));
                    let first_line =
                        range.start..range.start + self.source[range.clone()].lines().next().map_or(0, str::len);
                    let diagnostic = self.report(&UNCLOSED_FENCE, &first_line, message!("markdown-unclosed-fence"));
                    *diagnostic = diagnostic
                        .clone()
                        .label(place, message!("markdown-unclosed-fence.label"))
                        .help(message!("markdown-unclosed-fence.help"));
                }
            }
            _ => {}
        }
        self.open.pop();
        if tag == TagEnd::Item && self.open == [Open::OrderedList] {
            let (code_blocks, links) = (self.code_blocks.len(), self.links.len());
            if let Some(item) = self.items.last_mut() {
                item.code_blocks.end = code_blocks;
                item.links.end = links;
            }
        }
    }

    fn close_paragraph(&mut self) {
        self.open.pop();
        self.item_text_over |= matches!(self.open[..], [Open::OrderedList, Open::Item { .. }]);
    }

    /// Notes where the lines of an item's own paragraphs start and end.
    fn lines(&mut self, node: &Node<'a>, range: &Range<usize>) {
        let Some(item) = self.items.last_mut() else { return };
        let own = matches!(self.open[..], [Open::OrderedList, Open::Item { .. }, Open::Paragraph, ..]);
        if own && self.line_starts {
            item.lines.push(Span::new(range.start..range.end));
            self.line_starts = false;
        }
        match node {
            Node::Start(Tag::Paragraph) | Node::StartTight
                if matches!(self.open[..], [Open::OrderedList, Open::Item { .. }]) =>
            {
                self.line_starts = true;
            }
            Node::SoftBreak | Node::HardBreak if own && self.open.len() == 3 => self.line_starts = true,
            Node::End(TagEnd::Paragraph) | Node::EndTight => self.line_starts = false,
            _ if own => {
                if let Some(line) = item.lines.last_mut() {
                    line.end = line.end.max(Span::new(range.clone()).end);
                }
            }
            _ => {}
        }
    }

    /// A link without words of its own, `[](person:ada)`, says the name of what it leads to: so does the step it stands in.
    fn name_what_is_linked(&mut self) {
        if !std::mem::take(&mut self.link_is_empty) || self.in_heading {
            return;
        }
        let target = self.links.last().map(|link| link.target.clone()).unwrap_or_default();
        let is_name = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        if target.split_once(':').is_some_and(|(kind, id)| is_name(kind) && is_name(id)) {
            self.words(&format!("{{{{{target}.name}}}}"));
        }
    }

    /// Adds words to the heading, or to the first paragraph of the item, that is open.
    fn words(&mut self, words: &str) {
        self.link_is_empty = false;
        match self.open[..] {
            [.., Open::CodeBlock] => {}
            [Open::OrderedList, Open::Item { .. }, Open::Paragraph, ..] if !self.item_text_over => {
                if let Some(item) = self.items.last_mut() {
                    item.text.push_str(words);
                }
            }
            // Headings stand in lists and quotations, but hold no block.
            _ if self.in_heading => {
                if let Some(heading) = self.headings.last_mut() {
                    heading.text.push_str(words);
                }
            }
            _ => {}
        }
    }

    fn run(&mut self, run: &Run<'a>) {
        if self.open.last() == Some(&Open::CodeBlock) {
            for (token, at) in code_tokens(&run.text) {
                self.token(token, run.source_range(&at));
            }
            if let Some(block) = self.code_blocks.last_mut() {
                block.code = run.text.as_ref().to_owned();
            }
            return;
        }
        self.words(&run.text);
        for (token, at) in run.tokens(self.source, self.links_open == 0) {
            self.token(token, run.source_range(&at));
        }
        if !self.has_shortcode
            && let Some(at) = run.text.find("{{<").or_else(|| run.text.find("{{%"))
        {
            self.has_shortcode = true;
            let at = run.source_range(&(at..at + 3));
            self.report(&SHORTCODE, &at, message!("markdown-shortcode"));
        }
    }

    fn token(&mut self, token: Token<'_>, range: Range<usize>) {
        let span = Span::new(range);
        match token {
            Token::Text(_) => {}
            Token::Fact(expression) => self.facts.push(FactUse { expression: expression.to_owned(), span }),
            Token::Ask(name) => self.asks.push(AskUse { name: name.to_owned(), span }),
            Token::Address(url) => self.links.push(address_use(url, span)),
        }
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'a>, range: &Range<usize>) {
        let FenceInfo { language, on, effect: written } = match kind {
            CodeBlockKind::Fenced(info) => FenceInfo::parse(info),
            CodeBlockKind::Indented => FenceInfo::default(),
        };
        let effect =
            written.as_ref().and_then(|written| Effect::ALL.into_iter().find(|effect| effect.name() == written));
        if let Some(written) = written.filter(|_| effect.is_none()) {
            let ahead = self.source[range.clone()].find("effect=").map_or(0, |ahead| ahead + "effect=".len());
            let at = range.start + ahead..range.start + ahead + written.len();
            let near = suggest(&written, Effect::ALL.map(Effect::name));
            let diagnostic = self.report(&UNKNOWN_EFFECT, &at, message!("markdown-unknown-effect", effect = written));
            diagnostic.help.push(match near {
                Some(near) => message!("markdown-unknown-effect.did-you-mean", effect = near),
                None => message!("markdown-unknown-effect.help"),
            });
        }
        let span = Span::new(range.clone());
        self.code_blocks.push(CodeBlock { language, on, effect, code: String::new(), span });
    }

    fn raw_html(&mut self, html: &str, range: &Range<usize>) {
        let is_source = self.source[range.clone()].starts_with(html);
        for (piece, at) in raw_html::pieces(html) {
            let at = if is_source { range.start + at.start..range.start + at.end } else { range.clone() };
            match piece {
                Piece::Comment(comment) => {
                    self.audience_marks.extend(AudienceMark::read(comment, Span::new(at)));
                }
                Piece::Text(text) => {
                    self.has_raw_html |= !text.trim().is_empty();
                    for (token, inner) in code_tokens(text) {
                        let at = if is_source { at.start + inner.start..at.start + inner.end } else { at.clone() };
                        self.token(token, at);
                    }
                }
                Piece::Close(_) => self.has_raw_html = true,
                Piece::Open(tag) => {
                    self.has_raw_html = true;
                    let name = if tag.name == "a" { tag.value("name") } else { None };
                    self.anchors.extend([tag.value("id"), name].into_iter().flatten().filter(|id| is_id(id)));
                    self.links.extend(raw_link_use(&tag, Span::new(at)));
                }
            }
        }
    }

    fn attributes(&mut self, attributes: Attributes, range: &Range<usize>) {
        let named = match self.open.last() {
            Some(Open::Heading) => Named::Heading(self.headings.len() - 1),
            _ => Named::Item(self.items.len().saturating_sub(1)),
        };
        if let (Named::Item(index), true) = (named, attributes.killer)
            && let Some(item) = self.items.get_mut(index)
        {
            item.killer = true;
        }
        if let Some(id) = attributes.id {
            self.given.push((named, id, range.clone()));
        }
    }

    /// Gives every heading its id: first those that authors gave, so that a slug never takes one of them.
    fn name(&mut self) {
        let mut places: BTreeMap<String, Range<usize>> = BTreeMap::new();
        for (named, id, range) in std::mem::take(&mut self.given) {
            if !self.taken.claim(&id) {
                let first = places.get(&id).map(|range| self.text.place(Span::new(range.clone())));
                let diagnostic =
                    self.report(&DUPLICATE_ID, &range, message!("markdown-duplicate-id", id = id.as_str()));
                diagnostic.help.push(message!("markdown-duplicate-id.help"));
                let labels = first.map(|place| (place, message!("markdown-duplicate-id.label")));
                diagnostic.labels.extend(labels.map(|(place, message)| crate::diagnostic::Label { place, message }));
                // A heading still gets a slug; a step its own.
                continue;
            }
            places.insert(id.clone(), range);
            match named {
                Named::Heading(index) => self.headings[index].id = id,
                Named::Item(index) => self.items[index].id = Some(id),
            }
        }
        for heading in &mut self.headings {
            heading.text.truncate(heading.text.trim_end().len());
            if heading.id.is_empty() {
                heading.id = self.taken.take(&slug(&heading.text), "section");
            }
        }
        for anchor in std::mem::take(&mut self.anchors) {
            self.taken.claim(&anchor);
        }
        let mut foreign = [Taken::default(), Taken::default()];
        for heading in &self.headings {
            for (names, name) in foreign.iter_mut().zip([github(&heading.text), mdbook(&heading.text)]) {
                let alias = names.number_from_one(&name);
                if !name.is_empty() && alias != heading.id {
                    self.aliases.entry(alias).or_insert_with(|| heading.id.clone());
                }
            }
        }
    }
}

/// Describes a link or an image; nothing for other elements.
pub(super) fn link_use(source: &str, tag: &Tag<'_>, range: &Range<usize>) -> Option<LinkUse> {
    let (kind, link_type, target) = match tag {
        Tag::Link { link_type: link_type @ LinkType::WikiLink { .. }, dest_url, .. } => {
            (LinkKind::Wiki, *link_type, dest_url)
        }
        Tag::Link { link_type, dest_url, .. } => (LinkKind::Link, *link_type, dest_url),
        Tag::Image { link_type, dest_url, .. } => (LinkKind::Image, *link_type, dest_url),
        _ => return None,
    };
    let whole = &source[range.clone()];
    let offset = match link_type {
        LinkType::Inline => whole.rfind("](").map(|start| {
            let behind = &whole[start + "](".len()..];
            whole.len() - behind.trim_start().trim_start_matches('<').len()
        }),
        LinkType::Autolink | LinkType::Email => Some(1),
        LinkType::WikiLink { .. } => whole.find("[[").map(|start| start + "[[".len()),
        _ => None,
    };
    let offset = offset.filter(|offset| whole[*offset..].starts_with(&**target));
    let target_range = offset.map_or(range.clone(), |offset| range.start + offset..range.start + offset + target.len());
    let target = match link_type {
        LinkType::Email => format!("mailto:{target}"),
        _ => target.as_ref().to_owned(),
    };
    Some(LinkUse { kind, target, span: Span::new(range.clone()), target_span: Span::new(target_range) })
}

/// Describes a bare address.
pub(super) fn address_use(url: &str, span: Span) -> LinkUse {
    LinkUse { kind: LinkKind::Link, target: url.to_owned(), span, target_span: span }
}

/// Describes the link of an `<a href>`, or the image of an `<img src>`.
pub(super) fn raw_link_use(tag: &raw_html::Tag<'_>, span: Span) -> Option<LinkUse> {
    let (kind, target) = match tag.name.as_str() {
        "a" => (LinkKind::Link, tag.value("href")?),
        "img" => (LinkKind::Image, tag.value("src")?),
        _ => return None,
    };
    // Browsers drop these from addresses; a scheme must not hide behind them.
    let target: String = target.chars().filter(|character| !character.is_control()).collect();
    Some(LinkUse { kind, target: target.trim().to_owned(), span, target_span: span })
}

#[cfg(test)]
mod tests;
