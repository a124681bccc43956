//! Code → which bytes of it are keywords, strings, comments…: syntect's parser with the grammars of two-face, and our own dozen
//! classes instead of its several hundred scopes.
//!
//! The result is ranges, not HTML, so that whoever writes it can put other marks into the same code.

mod blocks;
mod class;
mod console;
mod language;
mod memory;
mod state;

use std::sync::{Arc, OnceLock};

use syntect::parsing::{SyntaxReference, SyntaxSet};

use blocks::Blocks;
pub use class::Class;
use class::Classes;
use language::Language;
use memory::{Memory, Painted, Position};
use state::State;

/// Blocks above this are shown plain: nobody reads colours in a quarter of a megabyte.
const MAX_BLOCK: usize = 256 << 10;

/// Lines above this are shown plain: regular expressions of grammars may take quadratic time in them.
const MAX_LINE: usize = 10 << 10;

/// A stretch of code of one class, up to the byte `end`; it starts where the piece before ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// One past its last byte.
    pub end: u32,
    /// What it is; nothing for plain code.
    pub class: Option<Class>,
}

/// Highlights code. Made once and shared between threads; grammars are loaded when the first block asks for one.
#[derive(Default)]
pub struct Highlighter {
    grammars: OnceLock<Grammars>,
    memory: Memory,
    blocks: Blocks,
}

struct Grammars {
    syntaxes: SyntaxSet,
    classes: Classes,
}

impl Highlighter {
    /// Makes a highlighter that remembers what an earlier one painted: the bytes that [`Highlighter::to_bytes`] returned. Bytes
    /// that are damaged, or of another version of the tool, are as good as none.
    #[must_use]
    pub fn remembering(bytes: &[u8]) -> Self {
        Self { blocks: Blocks::from_bytes(bytes), ..Self::default() }
    }

    /// Returns what was painted or remembered, for the next run; nothing when that run would learn nothing new. The result of
    /// highlighting is the same with and without.
    #[must_use]
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        self.blocks.to_bytes()
    }

    /// Whether code in this language is highlighted, or meant to be plain.
    #[must_use]
    pub fn knows(&self, language: &str) -> bool {
        match Language::named(language) {
            Language::Plain | Language::Console => true,
            Language::Grammar(name) => self.grammars().syntax(name).is_some(),
        }
    }

    /// Returns the pieces of a block of code, in order, to its end. Code in an unknown language is one plain piece.
    #[must_use]
    pub fn highlight(&self, language: &str, code: &str) -> Arc<[Piece]> {
        let named = Language::named(language);
        if named == Language::Plain || code.len() > MAX_BLOCK {
            let mut pieces = Pieces::default();
            pieces.paint(code.len(), None);
            return pieces.0.into();
        }
        self.blocks.get(language, code, || self.paint(&named, code))
    }

    fn paint(&self, language: &Language<'_>, code: &str) -> Vec<Piece> {
        let mut pieces = Pieces::default();
        let painter = Painter { grammars: self.grammars(), memory: &self.memory };
        match language {
            Language::Console => console::paint(code, &painter, &mut pieces),
            Language::Grammar(name) => painter.block(name, code, &mut pieces),
            Language::Plain => {}
        }
        pieces.paint(code.len(), None);
        pieces.0
    }

    fn grammars(&self) -> &Grammars {
        self.grammars.get_or_init(|| Grammars { syntaxes: two_face::syntax::extra_newlines(), classes: Classes::new() })
    }
}

impl Grammars {
    fn syntax(&self, name: &str) -> Option<&SyntaxReference> {
        self.syntaxes.find_syntax_by_token(name)
    }
}

/// Pieces in order; neighbours of one class become one.
#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    /// Gives everything up to `end` that has no class yet this one.
    fn paint(&mut self, end: usize, class: Option<Class>) {
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        let start = self.0.last().map_or(0, |piece| piece.end);
        if end <= start {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.class == class => last.end = end,
            _ => self.0.push(Piece { end, class }),
        }
    }
}

/// Paints lines by the grammars, or from memory.
struct Painter<'g> {
    grammars: &'g Grammars,
    memory: &'g Memory,
}

impl Painter<'_> {
    fn block(&self, name: &str, code: &str, pieces: &mut Pieces) {
        let Some(mut position) = self.start(name) else { return };
        let mut start = 0;
        for line in code.split_inclusive('\n') {
            position = self.line(position, line, start, pieces);
            start += line.len();
        }
    }

    /// Returns the position before the first line of a language.
    fn start(&self, name: &str) -> Option<Position> {
        Some(self.memory.position(State::new(self.grammars.syntax(name)?)))
    }

    /// Paints a line that starts at byte `start` of the block, and returns where the next one starts in the grammar.
    fn line(&self, position: Position, line: &str, start: usize, pieces: &mut Pieces) -> Position {
        if line.len() > MAX_LINE {
            pieces.paint(start + line.len(), None);
            return position;
        }
        let painted = self.memory.recall(&position, line).unwrap_or_else(|| self.parse(&position, line));
        for piece in painted.pieces.iter() {
            pieces.paint(start + piece.end as usize, piece.class);
        }
        painted.next
    }

    fn parse(&self, position: &Position, line: &str) -> Painted {
        let mut state = self.memory.state(position);
        let parsed = if line.ends_with('\n') {
            state.parser.parse_line(line, &self.grammars.syntaxes)
        } else {
            // The grammars count on a line end.
            state.parser.parse_line(&format!("{line}\n"), &self.grammars.syntaxes)
        };
        let mut pieces = Pieces::default();
        // A grammar that contradicts itself leaves the line plain.
        for (at, change) in parsed.unwrap_or_default() {
            pieces.paint(at.min(line.len()), state.class());
            state.apply(&change, &self.grammars.classes);
        }
        pieces.paint(line.len(), state.class());
        let pieces: Arc<[Piece]> = pieces.0.into();
        let next = self.memory.position(state);
        self.memory.keep(position, line, &pieces, &next);
        Painted { pieces, next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows code with its classes, as `k(if)`.
    fn shown(language: &str, code: &str) -> String {
        let mut shown = String::new();
        let mut start = 0;
        for piece in Highlighter::default().highlight(language, code).iter() {
            let text = &code[start..piece.end as usize];
            start = piece.end as usize;
            match piece.class {
                Some(class) => shown += &format!("{}({text})", class.letter()),
                None => shown += text,
            }
        }
        assert_eq!(start, code.len(), "every byte is in a piece");
        shown
    }

    #[test]
    fn shell_is_painted() {
        assert_eq!(shown("sh", "sudo grep -c \"a $b\" x # why\n"), "f(sudo) grepa( -c) s(\"a )v($b)s(\") x c(# why\n)");
    }

    #[test]
    fn sessions_show_prompts_commands_and_answers() {
        assert_eq!(
            shown("console", "root@mx1:~# echo \\\n  hi\nhi if true\n$ ls -l\n"),
            "p(root@mx1:~# )f(echo) e(\\\n)  hi\nhi if true\np($ )f(ls)a( -l)\n"
        );
    }

    #[test]
    fn names_that_people_use_are_known() {
        let highlighter = Highlighter::default();
        for name in
            ["sh", "bash", "systemd", "service", "timer", "jsonc", "cron", "docker-compose", "yml", "conf", "dotenv"]
        {
            assert!(highlighter.knows(name), "{name}");
        }
        for name in
            ["nginx", "toml", "sql", "dockerfile", "hcl", "python", "diff", "ini", "text", "", "console", "sshconfig"]
        {
            assert!(highlighter.knows(name), "{name}");
        }
        assert!(!highlighter.knows("promql"));
    }

    #[test]
    fn unknown_and_oversized_code_is_plain() {
        assert_eq!(shown("promql", "if true\n"), "if true\n");
        let long = format!("if {}\nif true\n", "x".repeat(MAX_LINE));
        let painted = shown("bash", &long);
        assert!(
            painted.starts_with("if xx") && painted.ends_with("\nk(if) f(true)\n"),
            "{}",
            &painted[painted.len() - 40..]
        );
        assert_eq!(Highlighter::default().highlight("bash", &"if true\n".repeat(MAX_BLOCK / 8 + 1)).len(), 1);
    }

    #[test]
    fn a_line_from_memory_is_the_line_painted_anew() {
        let highlighter = Highlighter::default();
        let code = "cat <<EOF\nif true\nEOF\nif true\n";
        let first = highlighter.highlight("sh", code);
        assert_eq!(first, highlighter.highlight("sh", code));
        assert_eq!(first, Highlighter::default().highlight("sh", code));
        // The same words inside the document and behind it are not the same.
        assert!(shown("sh", code).ends_with("k(if) f(true)\n"), "{}", shown("sh", code));
    }
}
