//! The walk that writes HTML.

use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, Tag, TagEnd};

use crate::diagnostic::message;
use crate::markdown::inline::{Run, Token};
use crate::markdown::parse::{address_use, link_use};
use crate::markdown::stream::{Node, Stream};
use crate::markdown::typography::french;
use crate::markdown::{Document, Heading, fill_blanks, sentence_end};
use crate::source::Span;
use crate::words::Language;

use super::escape::{attribute, escape_text};
use super::footnotes::Footnotes;
use super::image::OpenImage;
use super::link::OpenLink;
use super::raw::OpenTags;
use super::steps::{Action, Paragraph};
use super::{RenderOptions, placeholder};

/// Writes the HTML of a text.
pub(super) fn write(document: &Document, options: &RenderOptions<'_>) -> String {
    let source = document.text.as_str();
    let mut writer = Writer {
        document,
        options,
        source,
        html: String::with_capacity(source.len() * 2),
        is_french: *options.language == Language::FRENCH,
        heading: 0,
        code_block: 0,
        in_code_block: false,
        paragraph: Paragraph::None,
        label_end: None,
        step_starts: false,
        action: Action::None,
        sections: Vec::new(),
        line_break: None,
        task: None,
        task_label: false,
        links: Vec::new(),
        image: None,
        tables: Vec::new(),
        footnotes: Footnotes::default(),
        open_tags: OpenTags::new(document),
    };
    let mut undefined = Vec::new();
    let mut nodes = Stream::new(source, &mut undefined);
    while let Some((node, range)) = nodes.next() {
        if writer.leaves_title_out() && writer.heading == 0 && matches!(node, Node::Start(Tag::Heading { .. })) {
            writer.heading = 1;
            nodes.by_ref().find(|(node, _)| matches!(node, Node::End(TagEnd::Heading(_))));
            continue;
        }
        writer.node(node, &range);
    }
    writer.open_tags.leave(&mut writer.html);
    writer.close_sections(u32::MAX);
    writer.footnotes();
    writer.html
}

/// A table: the alignment of its columns, and the column of the next cell.
struct OpenTable {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

pub(super) struct Writer<'a> {
    pub(super) document: &'a Document,
    pub(super) options: &'a RenderOptions<'a>,
    source: &'a str,
    pub(super) html: String,
    is_french: bool,
    /// The next of the document's headings.
    heading: usize,
    /// The next of the document's code blocks.
    code_block: usize,
    in_code_block: bool,
    pub(super) paragraph: Paragraph,
    /// Where the label ends that the paragraph starts with.
    pub(super) label_end: Option<u32>,
    /// A step starts: the first sentence that follows says what to do.
    pub(super) step_starts: bool,
    pub(super) action: Action,
    /// Where the sections end that are open.
    pub(super) sections: Vec<u32>,
    /// A line break that waits for what follows: it may start a paragraph of its own.
    line_break: Option<&'static str>,
    /// The box of a task that waits for its paragraph.
    pub(super) task: Option<bool>,
    /// Whether the paragraph is the label of a task's box.
    pub(super) task_label: bool,
    pub(super) links: Vec<OpenLink>,
    pub(super) image: Option<OpenImage>,
    tables: Vec<OpenTable>,
    pub(super) footnotes: Footnotes,
    pub(super) open_tags: OpenTags,
}

impl<'a> Writer<'a> {
    pub(super) fn leaves_title_out(&self) -> bool {
        let has_title = self.document.headings.first().is_some_and(|heading| heading.level == 1);
        self.options.without_title && self.document.starts_with_heading && has_title
    }

    fn node(&mut self, node: Node<'a>, range: &Range<usize>) {
        self.end_line(&node, range);
        match node {
            Node::Start(tag) => {
                self.start(&tag, range);
                self.open_tags.enter();
            }
            Node::End(tag) => {
                self.open_tags.leave(&mut self.html);
                self.end(tag);
            }
            Node::StartTight => {
                self.open_paragraph(range.start, false);
                self.open_tags.enter();
            }
            Node::EndTight => {
                self.open_tags.leave(&mut self.html);
                self.close_paragraph();
            }
            Node::Text(_) if self.in_code_block => {}
            Node::Text(run) => self.run(&run),
            Node::Code(code) => {
                if !self.image_words(&code) {
                    self.html.push_str("<code>");
                    for (token, _) in crate::markdown::inline::code_tokens(&code) {
                        self.token(token, &mut escape_text);
                    }
                    self.html.push_str("</code>");
                }
            }
            Node::InlineHtml(html) => self.raw_html(&html),
            Node::HtmlBlock(html) => self.raw_html(&html),
            Node::FootnoteReference(label) => self.footnote_reference(&label),
            Node::SoftBreak => self.line_break = Some("\n"),
            Node::HardBreak => self.line_break = Some("<br>\n"),
            Node::Rule => self.html.push_str("<hr>\n"),
            Node::TaskMark(done) => {
                self.task = Some(done);
                // In a loose list, the paragraph starts before its box.
                if self.paragraph == Paragraph::Element {
                    self.task_box();
                }
            }
            Node::Contents => self.contents(),
            Node::Attributes(_) => {}
        }
    }

    /// Writes the line break that waited: as such, or as the end of a paragraph when the next line has a meaning of its own.
    fn end_line(&mut self, next: &Node<'a>, range: &Range<usize>) {
        if matches!(next, Node::Attributes(_)) {
            return;
        }
        let Some(line_break) = self.line_break.take() else { return };
        if matches!(next, Node::End(_) | Node::EndTight) || self.image_words(" ") {
            return;
        }
        if self.line_mark(range.start).is_some() {
            self.open_tags.leave(&mut self.html);
            self.close_paragraph();
            self.open_paragraph(range.start, true);
            self.open_tags.enter();
        } else {
            self.html.push_str(line_break);
        }
    }

    fn start(&mut self, tag: &Tag<'a>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => self.open_paragraph(range.start, true),
            Tag::Heading { .. } => {
                self.section(range.start);
                let heading = &self.document.headings[self.heading];
                let level = (heading.level + self.options.heading_offset).min(6);
                self.html.push_str(&format!("<h{level}"));
                attribute(&mut self.html, "id", &heading.id);
                self.html.push('>');
            }
            Tag::BlockQuote(None) => self.html.push_str("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => self.notice(*kind),
            Tag::CodeBlock(_) => self.in_code_block = true,
            Tag::List(None) => self.html.push_str("<ul>\n"),
            Tag::List(Some(first)) => {
                let is_steps = self.options.marks.has_step(Span::new(range.clone()));
                if is_steps && *first == 1 {
                    self.pause();
                }
                self.html.push_str(if is_steps { "<ol class=\"steps\"" } else { "<ol" });
                if *first != 1 {
                    attribute(&mut self.html, "start", &first.to_string());
                }
                self.html.push_str(">\n");
            }
            Tag::Item => self.item(range.start),
            Tag::FootnoteDefinition(label) => self.footnote_starts(label),
            Tag::DefinitionList => self.html.push_str("<dl>\n"),
            Tag::DefinitionListTitle => self.html.push_str("<dt>"),
            Tag::DefinitionListDefinition => self.html.push_str("<dd>"),
            Tag::Table(alignments) => {
                self.html.push_str("<div class=\"table\" role=\"group\" tabindex=\"0\"");
                let last = self.heading.checked_sub(1).map(|last| self.words_of(&self.document.headings[last]));
                let label = last.unwrap_or_else(|| self.options.words.word("table-label"));
                attribute(&mut self.html, "aria-label", &label);
                self.html.push_str("><table>\n");
                self.tables.push(OpenTable { alignments: alignments.clone(), column: 0, in_head: false });
            }
            Tag::TableHead => {
                self.html.push_str("<thead><tr>");
                self.row(true);
            }
            Tag::TableRow => {
                self.html.push_str("<tr>");
                self.row(false);
            }
            Tag::TableCell => self.cell(),
            Tag::Emphasis => self.inline("<em>"),
            Tag::Strong => self.inline("<strong>"),
            Tag::Strikethrough => self.inline("<del>"),
            Tag::Superscript => self.inline("<sup>"),
            Tag::Subscript => self.inline("<sub>"),
            Tag::Link { title, .. } => {
                if let Some(link) = link_use(self.source, tag, range) {
                    self.link(&link, title);
                }
            }
            Tag::Image { title, .. } => self.image_starts(link_use(self.source, tag, range), title),
            // Blocks of HTML come whole; metadata blocks are off.
            Tag::HtmlBlock | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.close_paragraph(),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(None) => self.html.push_str("</blockquote>\n"),
            TagEnd::BlockQuote(Some(_)) => self.html.push_str("</div>\n"),
            TagEnd::CodeBlock => {
                self.in_code_block = false;
                let document = self.document;
                self.code_block(&document.code_blocks[self.code_block]);
                self.code_block += 1;
            }
            TagEnd::List(true) => self.html.push_str("</ol>\n"),
            TagEnd::List(false) => self.html.push_str("</ul>\n"),
            TagEnd::Item => {
                // A box without words behind it.
                if self.task.is_some() {
                    self.open_paragraph(usize::MAX, false);
                    self.close_paragraph();
                }
                self.html.push_str("</li>\n");
            }
            TagEnd::FootnoteDefinition => self.footnote_ends(),
            TagEnd::DefinitionList => self.html.push_str("</dl>\n"),
            TagEnd::DefinitionListTitle => self.html.push_str("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.html.push_str("</dd>\n"),
            TagEnd::Table => {
                self.tables.pop();
                self.html.push_str("</tbody></table></div>\n");
            }
            TagEnd::TableHead => self.html.push_str("</tr></thead>\n<tbody>\n"),
            TagEnd::TableRow => self.html.push_str("</tr>\n"),
            TagEnd::TableCell => {
                let in_head = self.tables.last().is_some_and(|table| table.in_head);
                self.html.push_str(if in_head { "</th>" } else { "</td>" });
            }
            TagEnd::Emphasis => self.inline("</em>"),
            TagEnd::Strong => self.inline("</strong>"),
            TagEnd::Strikethrough => self.inline("</del>"),
            TagEnd::Superscript => self.inline("</sup>"),
            TagEnd::Subscript => self.inline("</sub>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.image_ends(),
            TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Writes the tag of an inline element, unless it stands in the words of an image.
    fn inline(&mut self, tag: &str) {
        if self.image.is_none() {
            self.html.push_str(tag);
        }
    }

    fn end_heading(&mut self) {
        let heading = &self.document.headings[self.heading];
        self.heading += 1;
        self.html.push_str(" <a class=\"anchor\" href=\"#");
        super::escape_attribute(&mut self.html, &heading.id);
        self.html.push('"');
        let label = self.options.words.say(&message!("anchor-label", heading = self.words_of(heading)));
        attribute(&mut self.html, "aria-label", &label);
        self.ours();
        let level = (heading.level + self.options.heading_offset).min(6);
        self.html.push_str(&format!(">#</a></h{level}>\n"));
    }

    /// Says that the element that is being opened holds words of ours, where the text is in another language (WCAG 2.2, 3.1.2).
    pub(super) fn ours(&mut self) {
        if self.is_foreign() {
            attribute(&mut self.html, "lang", self.options.words.language().as_str());
        }
    }

    /// Whether the text is in another language than our words.
    pub(super) fn is_foreign(&self) -> bool {
        self.options.words.language() != self.options.language
    }

    /// Returns the words of a heading, facts said.
    pub(super) fn words_of(&self, heading: &Heading) -> String {
        let said = fill_blanks(&heading.text, |expression| self.options.resolver.fact(expression).ok_or(()), |_| None);
        said.unwrap_or_else(|()| heading.text.clone())
    }

    fn notice(&mut self, kind: BlockQuoteKind) {
        let (class, word) = match kind {
            BlockQuoteKind::Note => ("note", "notice-note"),
            BlockQuoteKind::Tip => ("tip", "notice-tip"),
            BlockQuoteKind::Important => ("important", "notice-important"),
            BlockQuoteKind::Warning => ("warning", "notice-warning"),
            BlockQuoteKind::Caution => ("caution", "notice-caution"),
        };
        let title = self.options.words.word(word);
        self.html.push_str(&format!("<div class=\"notice notice-{class}\" role=\"note\"><p class=\"notice-title\""));
        self.ours();
        self.html.push('>');
        escape_text(&mut self.html, &title);
        self.html.push_str("</p>\n");
    }

    fn row(&mut self, in_head: bool) {
        if let Some(table) = self.tables.last_mut() {
            table.column = 0;
            table.in_head = in_head;
        }
    }

    fn cell(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let alignment = table.alignments.get(table.column).copied().unwrap_or(Alignment::None);
        table.column += 1;
        self.html.push_str(if table.in_head { "<th scope=\"col\"" } else { "<td" });
        self.html.push_str(match alignment {
            Alignment::None => ">",
            Alignment::Left => " class=\"align-left\">",
            Alignment::Center => " class=\"align-center\">",
            Alignment::Right => " class=\"align-right\">",
        });
    }

    fn run(&mut self, run: &Run<'a>) {
        if self.image_words(&run.text) {
            return;
        }
        let is_french = self.is_french;
        let mut say = |html: &mut String, text: &str| {
            if is_french { escape_text(html, &french(text)) } else { escape_text(html, text) }
        };
        // A label is plain text, so its bytes are those of the source.
        let label = self.label_end.take().and_then(|end| (end as usize).checked_sub(run.source(0)));
        let label = label.filter(|label| run.text.is_char_boundary(*label)).unwrap_or_default();
        if label > 0 {
            self.html.push_str("<strong class=\"label\">");
            say(&mut self.html, &run.text[..label]);
            self.html.push_str("</strong>");
        }
        let mut action_end = if self.in_action() { sentence_end(&run.text) } else { None };
        for (token, range) in run.tokens(self.source, self.links.is_empty()) {
            match token {
                Token::Text(text) => {
                    let mut rest = &text[label.saturating_sub(range.start).min(text.len())..];
                    if let Some(end) = action_end.take_if(|end| *end <= range.end) {
                        let (action, after) = rest.split_at(end.saturating_sub(range.start).min(rest.len()));
                        say(&mut self.html, action);
                        self.close_action();
                        rest = after;
                    }
                    say(&mut self.html, rest);
                }
                token => self.token(token, &mut say),
            }
        }
    }

    /// Writes a piece of text.
    pub(super) fn token(&mut self, token: Token<'_>, say: &mut dyn FnMut(&mut String, &str)) {
        match token {
            Token::Text(text) => say(&mut self.html, text),
            Token::Fact(expression) => match self.options.resolver.fact(expression) {
                Some(words) => {
                    self.html.push_str("<span class=\"fact\">");
                    escape_text(&mut self.html, &words);
                    self.html.push_str("</span>");
                }
                None => {
                    self.html.push_str("<span class=\"dead-link\">{{");
                    escape_text(&mut self.html, expression);
                    self.html.push_str("}}</span>");
                }
            },
            Token::Ask(name) => self.ask(name),
            Token::Address(url) => {
                self.link(&address_use(url, Span::default()), "");
                escape_text(&mut self.html, url);
                self.end_link();
            }
        }
    }

    /// Writes words of ours.
    pub(super) fn text(&mut self, text: &str) {
        escape_text(&mut self.html, text);
    }

    /// Writes a place to fill in.
    pub(super) fn ask(&mut self, name: &str) {
        match self.options.resolver.ask(name) {
            Some(label) => {
                self.html.push_str("<span class=\"ask\"");
                attribute(&mut self.html, "title", &label);
                self.html.push('>');
            }
            None => self.html.push_str("<span class=\"ask dead-link\">"),
        }
        escape_text(&mut self.html, &placeholder(name));
        self.html.push_str("</span>");
    }
}
