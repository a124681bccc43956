//! Code → which bytes of it are keywords, strings, comments…: syntect's parser with the grammars of two-face, and our own dozen
//! classes instead of its several hundred scopes.
//!
//! The result is ranges, not HTML, so that whoever writes it can put other marks into the same code.

mod class;
mod console;
mod language;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use syntect::parsing::{ParseState, ScopeStack, ScopeStackOp, SyntaxReference, SyntaxSet};

pub use class::Class;
use class::Classes;
use language::Language;

/// Blocks above this are shown plain: nobody reads colours in a quarter of a megabyte.
const MAX_BLOCK: usize = 256 << 10;

/// Lines above this are shown plain: regular expressions of grammars may take quadratic time in them.
const MAX_LINE: usize = 10 << 10;

/// How many pieces are remembered, over all blocks (12 bytes each).
const MAX_REMEMBERED: usize = 4 << 20;

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
    remembered: RwLock<Remembered>,
}

struct Grammars {
    syntaxes: SyntaxSet,
    classes: Classes,
}

/// What was highlighted, by the hash of language and code. Only looked up, never listed.
#[derive(Default)]
struct Remembered {
    blocks: HashMap<[u8; 32], Arc<[Piece]>>,
    pieces: usize,
}

impl Highlighter {
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
        let plain = || Arc::from([Piece { end: offset(code.len()), class: None }]);
        let language = Language::named(language);
        if language == Language::Plain || code.len() > MAX_BLOCK {
            return plain();
        }
        let mut hasher = blake3::Hasher::new();
        hasher.update(language.key().as_bytes()).update(b"\n").update(code.as_bytes());
        let key = *hasher.finalize().as_bytes();
        let remembered = self.remembered.read().unwrap_or_else(PoisonError::into_inner).blocks.get(&key).cloned();
        if let Some(pieces) = remembered {
            return pieces;
        }
        let grammars = self.grammars();
        let mut painter = Painter { grammars, line: String::new(), pieces: Vec::new() };
        match language {
            Language::Console => console::paint(code, &mut painter),
            Language::Grammar(name) => match grammars.syntax(name) {
                Some(syntax) => painter.block(syntax, code, 0),
                None => return plain(),
            },
            Language::Plain => {}
        }
        let pieces: Arc<[Piece]> = painter.finish(code.len()).into();
        let mut remembered = self.remembered.write().unwrap_or_else(PoisonError::into_inner);
        if remembered.pieces + pieces.len() <= MAX_REMEMBERED {
            remembered.pieces += pieces.len();
            remembered.blocks.insert(key, Arc::clone(&pieces));
        }
        pieces
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

/// Collects pieces; neighbours of one class become one.
struct Painter<'g> {
    grammars: &'g Grammars,
    /// A line that lacked its line end: the grammars count on one.
    line: String,
    pieces: Vec<Piece>,
}

impl<'g> Painter<'g> {
    /// Paints code that starts at byte `start` of the block.
    fn block(&mut self, syntax: &'g SyntaxReference, code: &str, start: usize) {
        let mut state = State::new(syntax);
        let mut start = start;
        for line in code.split_inclusive('\n') {
            self.line(&mut state, line, start);
            start += line.len();
        }
    }

    /// Paints a line that starts at byte `start` of the block, and moves the state past it.
    fn line(&mut self, state: &mut State, line: &str, start: usize) {
        if line.len() > MAX_LINE {
            return self.paint(start + line.len(), None);
        }
        let parsed = if line.ends_with('\n') {
            state.parser.parse_line(line, &self.grammars.syntaxes)
        } else {
            self.line.clear();
            self.line.push_str(line);
            self.line.push('\n');
            state.parser.parse_line(&self.line, &self.grammars.syntaxes)
        };
        // A grammar that contradicts itself leaves the line plain.
        for (at, change) in parsed.unwrap_or_default() {
            self.paint(start + at.min(line.len()), state.class());
            state.apply(&change, &self.grammars.classes);
        }
        self.paint(start + line.len(), state.class());
    }

    /// Gives everything up to `end` that has no class yet this one.
    fn paint(&mut self, end: usize, class: Option<Class>) {
        let end = offset(end);
        let start = self.pieces.last().map_or(0, |piece| piece.end);
        if end <= start {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if last.class == class => last.end = end,
            _ => self.pieces.push(Piece { end, class }),
        }
    }

    fn finish(mut self, length: usize) -> Vec<Piece> {
        self.paint(length, None);
        self.pieces
    }
}

/// What is carried from one line to the next.
struct State {
    parser: ParseState,
    scopes: ScopeStack,
    /// The class at each height of the stack of scopes: the nearest one that has any.
    classes: Vec<Option<Class>>,
}

impl State {
    fn new(syntax: &SyntaxReference) -> Self {
        Self { parser: ParseState::new(syntax), scopes: ScopeStack::new(), classes: Vec::new() }
    }

    fn class(&self) -> Option<Class> {
        self.classes.last().copied().flatten()
    }

    fn apply(&mut self, change: &ScopeStackOp, table: &Classes) {
        // A restore without a clear is a fault of the grammar; the stack stays as it is.
        let _ = self.scopes.apply(change);
        match change {
            ScopeStackOp::Push(_) | ScopeStackOp::Pop(_) => self.classes.truncate(self.scopes.len()),
            ScopeStackOp::Clear(_) | ScopeStackOp::Restore => self.classes.clear(),
            ScopeStackOp::Noop => return,
        }
        for scope in &self.scopes.scopes[self.classes.len()..] {
            let class = table.class(*scope).or(self.class());
            self.classes.push(class);
        }
    }
}

fn offset(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
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
    fn equal_blocks_are_painted_once() {
        let highlighter = Highlighter::default();
        let first = highlighter.highlight("sh", "ls\n");
        assert!(Arc::ptr_eq(&first, &highlighter.highlight("sh", "ls\n")));
    }
}
