//! Lines that were painted before, so that they need not be painted again.
//!
//! Grammars run at less than a megabyte a second, and runbooks repeat themselves: the same `systemctl`, the same keys of the
//! same YAML. What a line becomes depends on nothing but its text and the state before it; states are few, so they get numbers.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, PoisonError, RwLock};

use super::Piece;
use super::state::State;

/// How many bytes of lines and pieces are kept at most. What comes later is painted each time.
const MAX_BYTES: usize = 48 << 20;

/// How many states are kept at most: hostile code makes new ones without end (here-documents with ever other marks).
const MAX_STATES: usize = 4096;

/// Where in a grammar a line starts.
#[derive(Clone)]
pub(super) enum Position {
    /// A state that has a number.
    Known(u32),
    /// One that came when there was no room.
    Other(Box<State>),
}

/// A painted line: pieces from its first byte on, and where the next line starts.
#[derive(Clone)]
pub(super) struct Painted {
    pub(super) pieces: Arc<[Piece]>,
    pub(super) next: Position,
}

/// The lines painted so far; shared between threads. Only looked up, never listed.
#[derive(Default)]
pub(super) struct Memory(RwLock<Kept>);

/// Lines, what they became, and the number of the state behind them.
type Lines = HashMap<Box<str>, (Arc<[Piece]>, u32)>;

#[derive(Default)]
struct Kept {
    states: Vec<Arc<State>>,
    /// Numbers of the states with a hash.
    numbers: HashMap<u64, Vec<u32>>,
    /// Painted lines by the number of the state before them.
    lines: Vec<Lines>,
    bytes: usize,
}

impl Memory {
    /// Returns what a line became in this position, if it is known.
    pub(super) fn recall(&self, position: &Position, line: &str) -> Option<Painted> {
        let Position::Known(number) = position else { return None };
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (pieces, next) = kept.lines.get(*number as usize)?.get(line)?;
        Some(Painted { pieces: Arc::clone(pieces), next: Position::Known(*next) })
    }

    /// Keeps what a line became, if there is room.
    pub(super) fn keep(&self, position: &Position, line: &str, pieces: &Arc<[Piece]>, next: &Position) {
        let (Position::Known(number), Position::Known(next)) = (position, next) else { return };
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        kept.bytes += line.len() + size_of_val(&**pieces) + 64;
        if kept.bytes <= MAX_BYTES
            && let Some(lines) = kept.lines.get_mut(*number as usize)
        {
            lines.insert(line.into(), (Arc::clone(pieces), *next));
        }
    }

    /// Returns the state of a position.
    pub(super) fn state(&self, position: &Position) -> State {
        match position {
            Position::Other(state) => (**state).clone(),
            Position::Known(number) => {
                let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
                (*kept.states[*number as usize]).clone()
            }
        }
    }

    /// Gives a state its number.
    pub(super) fn position(&self, state: State) -> Position {
        let mut hasher = DefaultHasher::new();
        state.scopes().hash(&mut hasher);
        let hash = hasher.finish();
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let Kept { states, numbers, lines, .. } = &mut *kept;
        let same = numbers.entry(hash).or_default();
        if let Some(number) = same.iter().find(|number| *states[**number as usize] == state) {
            return Position::Known(*number);
        }
        let Some(number) = u32::try_from(states.len()).ok().filter(|_| states.len() < MAX_STATES) else {
            return Position::Other(Box::new(state));
        };
        same.push(number);
        states.push(Arc::new(state));
        lines.push(HashMap::new());
        Position::Known(number)
    }
}
