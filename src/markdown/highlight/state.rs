//! What a grammar carries from one line to the next.

use syntect::parsing::{ParseState, Scope, ScopeStack, ScopeStackOp, SyntaxReference};

use super::class::{Class, Classes};

/// The state of a grammar between two lines.
#[derive(Clone, PartialEq)]
pub(super) struct State {
    pub(super) parser: ParseState,
    stack: ScopeStack,
    /// The class at each height of the stack of scopes: the nearest one that has any.
    classes: Vec<Option<Class>>,
}

impl State {
    /// Returns the state before the first line.
    pub(super) fn new(syntax: &SyntaxReference) -> Self {
        Self { parser: ParseState::new(syntax), stack: ScopeStack::new(), classes: Vec::new() }
    }

    pub(super) fn scopes(&self) -> &[Scope] {
        self.stack.as_slice()
    }

    pub(super) fn class(&self) -> Option<Class> {
        self.classes.last().copied().flatten()
    }

    pub(super) fn apply(&mut self, change: &ScopeStackOp, table: &Classes) {
        // A restore without a clear is a fault of the grammar; the stack stays as it is.
        let _ = self.stack.apply(change);
        match change {
            ScopeStackOp::Push(_) | ScopeStackOp::Pop(_) => self.classes.truncate(self.stack.len()),
            ScopeStackOp::Clear(_) | ScopeStackOp::Restore => self.classes.clear(),
            ScopeStackOp::Noop => return,
        }
        for scope in &self.stack.scopes[self.classes.len()..] {
            let class = table.class(*scope).or(self.classes.last().copied().flatten());
            self.classes.push(class);
        }
    }
}
