//! Code blocks: where a command runs, what it does to the world, and the code with its classes.

use std::collections::VecDeque;
use std::ops::Range;

use crate::markdown::inline::{Token, code_tokens};
use crate::markdown::{CodeBlock, Effect, LinkKind, LinkUse};
use crate::names::Kind;

use super::ResolvedLink;
use super::address::is_safe;
use super::escape::{attribute, escape_text};
use super::write::Writer;

/// The rows of a command: they break between words only, and the theme marks where a line goes on in the next row.
#[derive(Default)]
struct Rows {
    /// The words in which a browser would break a row at a hyphen or a slash: on paper, nobody could tell that from a blank.
    words: VecDeque<Range<usize>>,
    /// Whether the code is a command; other code is shown in lines that scroll.
    are_marked: bool,
    in_line: bool,
    in_word: bool,
}

impl Rows {
    fn of_command(code: &str) -> Self {
        let mut words = VecDeque::new();
        for word in code.split_ascii_whitespace().filter(|word| word.len() > 1 && word.contains(['-', '/'])) {
            // Each word is a part of the code, so its place follows from its address.
            let start = word.as_ptr() as usize - code.as_ptr() as usize;
            words.push_back(start..start + word.len());
        }
        Self { words, are_marked: true, ..Self::default() }
    }

    /// Returns where the piece of a line that starts at `at` ends: where a word starts or ends.
    fn end(&self, at: usize) -> usize {
        let word = self.words.front();
        word.map_or(usize::MAX, |word| if word.start > at { word.start } else { word.end })
    }
}

impl Writer<'_> {
    pub(super) fn code_block(&mut self, block: &CodeBlock) {
        let is_command = block.on.is_some() || block.effect.is_some();
        self.html.push_str(match block.effect {
            Some(Effect::Destroys) => "<div class=\"code destroys\">",
            _ => "<div class=\"code\">",
        });
        if is_command || !block.language.is_empty() {
            self.code_head(block);
        }
        // A command is never cut off, so there is nothing to scroll to with the keyboard.
        self.html.push_str(if is_command { "<pre><code" } else { "<pre tabindex=\"0\"><code" });
        let is_class = |byte: u8| byte.is_ascii_alphanumeric() || b"-_+#.".contains(&byte);
        if !block.language.is_empty() && block.language.bytes().all(is_class) {
            attribute(&mut self.html, "class", &format!("language-{}", block.language));
        }
        self.html.push('>');
        self.code(block, is_command);
        self.html.push_str("</code></pre></div>\n");
    }

    fn code_head(&mut self, block: &CodeBlock) {
        self.html.push_str("<div class=\"code-head\"");
        self.ours();
        self.html.push('>');
        if let Some(on) = &block.on {
            self.html.push_str("<span class=\"code-where\">");
            self.place(on, block);
            self.html.push_str("</span> ");
        }
        if let Some(effect) = block.effect {
            let name = effect.name();
            self.html.push_str(&format!("<span class=\"effect effect-{name}\">"));
            let words = self.options.words.word(&format!("effect-{name}"));
            escape_text(&mut self.html, &words);
            self.html.push_str("</span> ");
        }
        if !block.language.is_empty() {
            self.html.push_str("<span class=\"code-lang\">");
            escape_text(&mut self.html, &block.language);
            self.html.push_str("</span>");
        }
        self.html.push_str("</div>");
    }

    /// Writes where a command runs: the reader's machine, a thing of the inventory, or the author's words.
    fn place(&mut self, on: &str, block: &CodeBlock) {
        if on == "here" {
            let here = self.options.words.word("code-here");
            escape_text(&mut self.html, &here);
            return;
        }
        let is_reference = on.split_once(':').is_some_and(|(kind, _)| Kind::from_name(kind).is_some());
        let prefix = self.options.words.word(if is_reference { "code-on" } else { "code-prompt" });
        escape_text(&mut self.html, &prefix);
        self.html.push(' ');
        let resolved = is_reference.then(|| {
            let (target, span) = (on.to_owned(), block.span);
            self.options.resolver.link(&LinkUse { kind: LinkKind::Link, target, span, target_span: span })
        });
        match resolved {
            Some(ResolvedLink::Entity { href, name }) if is_safe(&href) => {
                self.html.push_str("<a");
                attribute(&mut self.html, "href", &href);
                self.html.push('>');
                escape_text(&mut self.html, &name);
                self.html.push_str("</a>");
            }
            Some(ResolvedLink::Withheld { instead }) => escape_text(&mut self.html, &instead),
            Some(ResolvedLink::Dead { why }) => {
                self.html.push_str("<span class=\"dead-link\"");
                attribute(&mut self.html, "title", &why);
                self.html.push('>');
                escape_text(&mut self.html, on);
                self.html.push_str("</span>");
            }
            _ => escape_text(&mut self.html, on),
        }
    }

    fn code(&mut self, block: &CodeBlock, is_command: bool) {
        // Facts become what they say before the code is highlighted; places to fill in are marked over it.
        let mut code = String::with_capacity(block.code.len());
        let mut asks: Vec<(Range<usize>, &str)> = Vec::new();
        for (token, range) in code_tokens(&block.code) {
            match token {
                Token::Fact(expression) => match self.options.resolver.fact(expression) {
                    Some(words) => code.push_str(&words),
                    None => code.push_str(&block.code[range]),
                },
                Token::Ask(name) => {
                    asks.push((code.len()..code.len() + range.len(), name));
                    code.push_str(&block.code[range]);
                }
                Token::Text(text) | Token::Address(text) => code.push_str(text),
            }
        }
        let mut rows = if is_command { Rows::of_command(&code) } else { Rows::default() };
        let mut asks = asks.into_iter().peekable();
        let mut start = 0;
        for piece in self.options.highlighter.highlight(&block.language, &code).iter() {
            let end = (piece.end as usize).min(code.len());
            while start < end {
                // A piece may end inside a place to fill in, which is written whole.
                let stop = asks.peek().map_or(end, |(ask, _)| ask.start.clamp(start, end));
                self.pieces(&code, start..stop, piece.class.map(|class| class.letter()), &mut rows);
                start = stop;
                if let Some((ask, name)) = asks.next_if(|(ask, _)| ask.start == start && start < end) {
                    self.enter(start, &mut rows);
                    self.ask(name);
                    start = ask.end;
                    self.leave(start, &mut rows);
                }
            }
        }
        self.end_code_line(&mut rows);
    }

    /// Writes a piece of code, which may go over several words and lines.
    fn pieces(&mut self, code: &str, range: Range<usize>, class: Option<&str>, rows: &mut Rows) {
        if !rows.are_marked {
            return self.piece(&code[range], class);
        }
        let mut start = range.start;
        while start < range.end {
            let rest = &code[start..range.end];
            if rest.starts_with('\n') {
                // Between the elements, not inside: or else a browser would copy two line ends for one.
                self.end_code_line(rows);
                self.html.push('\n');
                start += 1;
                continue;
            }
            self.enter(start, rows);
            let end = rest.find('\n').map_or(range.end, |length| start + length).min(rows.end(start));
            let part = &code[start..end];
            self.piece(part, class.filter(|_| !part.trim_ascii().is_empty()));
            start = end;
            self.leave(start, rows);
        }
    }

    /// Opens the line and the word that start here.
    fn enter(&mut self, at: usize, rows: &mut Rows) {
        if rows.are_marked && !std::mem::replace(&mut rows.in_line, true) {
            self.html.push_str("<span class=\"line\">");
        }
        if rows.words.front().is_some_and(|word| word.start == at) {
            self.html.push_str("<span class=\"word\">");
            rows.in_word = true;
        }
    }

    /// Closes the word that ends here.
    fn leave(&mut self, at: usize, rows: &mut Rows) {
        if rows.words.pop_front_if(|word| word.end <= at).is_some() && std::mem::take(&mut rows.in_word) {
            self.html.push_str("</span>");
        }
    }

    fn end_code_line(&mut self, rows: &mut Rows) {
        if std::mem::take(&mut rows.in_line) {
            self.html.push_str("</span>");
        }
    }

    fn piece(&mut self, code: &str, class: Option<&str>) {
        match class {
            Some(class) if !code.is_empty() => {
                self.html.push_str("<span class=\"");
                self.html.push_str(class);
                self.html.push_str("\">");
                escape_text(&mut self.html, code);
                self.html.push_str("</span>");
            }
            _ => escape_text(&mut self.html, code),
        }
    }
}
