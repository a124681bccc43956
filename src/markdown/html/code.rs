//! Code blocks: where a command runs, what it does to the world, and the code with its classes.

use std::ops::Range;

use crate::markdown::inline::{Token, code_tokens};
use crate::markdown::{CodeBlock, Effect, LinkKind, LinkUse};
use crate::names::Kind;

use super::ResolvedLink;
use super::address::is_safe;
use super::escape::{attribute, escape_text};
use super::write::Writer;

/// A line of code: that of a command is an element, so that the theme can mark where it goes on in the next row.
struct Line {
    is_marked: bool,
    is_open: bool,
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
        self.code(block, &mut Line { is_marked: is_command, is_open: false });
        self.html.push_str("</code></pre></div>\n");
    }

    fn code_head(&mut self, block: &CodeBlock) {
        self.html.push_str("<div class=\"code-head\">");
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

    fn code(&mut self, block: &CodeBlock, line: &mut Line) {
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
        let mut asks = asks.into_iter().peekable();
        let mut start = 0;
        for piece in self.options.highlighter.highlight(&block.language, &code).iter() {
            let end = (piece.end as usize).min(code.len());
            while start < end {
                // A piece may end inside a place to fill in, which is written whole.
                let stop = asks.peek().map_or(end, |(ask, _)| ask.start.clamp(start, end));
                self.pieces(&code[start..stop], piece.class.map(|class| class.letter()), line);
                start = stop;
                if let Some((ask, name)) = asks.next_if(|(ask, _)| ask.start == start && start < end) {
                    self.open_line(line);
                    self.ask(name);
                    start = ask.end;
                }
            }
        }
        self.close_line(line);
    }

    /// Writes a piece of code, which may go over several lines.
    fn pieces(&mut self, code: &str, class: Option<&str>, line: &mut Line) {
        if !line.is_marked {
            return self.piece(code, class);
        }
        for part in code.split_inclusive('\n') {
            let words = part.strip_suffix('\n').unwrap_or(part);
            if !words.is_empty() {
                self.open_line(line);
                self.piece(words, class);
            }
            if words.len() < part.len() {
                // Between the elements, not inside: or else a browser would copy two line ends for one.
                self.close_line(line);
                self.html.push('\n');
            }
        }
    }

    fn open_line(&mut self, line: &mut Line) {
        if line.is_marked && !std::mem::replace(&mut line.is_open, true) {
            self.html.push_str("<span class=\"line\">");
        }
    }

    fn close_line(&mut self, line: &mut Line) {
        if std::mem::take(&mut line.is_open) {
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
