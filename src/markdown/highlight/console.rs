//! Sessions as people paste them: a prompt, a command, what it answered.

use super::{Class, Painter, State};

/// Paints a session. Commands are shell; answers are plain.
pub(super) fn paint(code: &str, painter: &mut Painter<'_>) {
    let Some(shell) = painter.grammars.syntax("sh") else { return };
    let mut start = 0;
    // The state of a command that goes on in the next line.
    let mut open: Option<State> = None;
    for line in code.split_inclusive('\n') {
        let prompt = if open.is_some() { 0 } else { prompt_length(line) };
        let (command_start, end) = (start + prompt, start + line.len());
        let state = open.take().or_else(|| (prompt > 0).then(|| State::new(shell)));
        match state {
            Some(mut state) => {
                painter.paint(command_start, Some(Class::Punctuation));
                painter.line(&mut state, &line[prompt..], command_start);
                open = line.trim_end().ends_with('\\').then_some(state);
            }
            None => painter.paint(end, None),
        }
        start = end;
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
