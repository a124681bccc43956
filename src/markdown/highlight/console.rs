//! Sessions as people paste them: a prompt, a command, what it answered.

use super::memory::Position;
use super::{Class, Painter, Pieces};

/// Paints a session. Commands are shell; answers are plain.
pub(super) fn paint(code: &str, painter: &Painter<'_>, pieces: &mut Pieces) {
    let Some(shell) = painter.start("sh") else { return };
    let mut start = 0;
    // Where a command goes on in the next line.
    let mut open: Option<Position> = None;
    for line in code.split_inclusive('\n') {
        let prompt = if open.is_some() { 0 } else { prompt_length(line) };
        match open.take().or_else(|| (prompt > 0).then(|| shell.clone())) {
            Some(position) => {
                pieces.paint(start + prompt, Some(Class::Punctuation));
                let next = painter.line(position, &line[prompt..], start + prompt, pieces);
                open = line.trim_end().ends_with('\\').then_some(next);
            }
            None => pieces.paint(start + line.len(), None),
        }
        start += line.len();
    }
}

/// Returns how many bytes of a line are a prompt: `$ `, `# `, `user@host:~$ `, `[user@host dir]# `; 0 for none.
fn prompt_length(line: &str) -> usize {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let rest = &line[indent..];
    for (at, character) in rest.char_indices() {
        let ends = matches!(character, '$' | '#' | '%') && rest[at + 1..].starts_with(' ');
        let before = &rest[..at];
        if ends && (at == 0 || before.contains('@') || before.ends_with(']')) {
            return indent + at + 2;
        }
        if character.is_whitespace() && !rest.starts_with('[') || at > 80 {
            return 0;
        }
    }
    0
}
