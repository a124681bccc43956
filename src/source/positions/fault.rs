//! What of YAML an inventory must not use, and what is no YAML.

use crate::source::Span;

#[cfg(doc)]
use super::{DEEPEST, LONGEST};

/// Something in a YAML text that is no sound YAML, or that inventories do not use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlFault {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: YamlFaultKind,
}

/// What is wrong with a YAML text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YamlFaultKind {
    /// It cannot be read any further; with the probable cause.
    Syntax(SyntaxFault),
    /// The text is longer than [`LONGEST`].
    TooLong,
    /// Collections are nested deeper than [`DEEPEST`].
    TooDeep,
    /// Its aliases stand for far more text than there is, or for themselves.
    AliasBomb,
    /// A key is a list or a map.
    ComplexKey,
    /// A key stands twice in one map; the first of them counts.
    DuplicateKey {
        /// The key.
        key: String,
        /// Where it stands first.
        first: Span,
    },
    /// The merge key `<<`, which is not part of YAML 1.2.
    MergeKey,
    /// A tag such as `!vault`.
    Tag,
    /// A second document in one file; only the first is read.
    SecondDocument,
}

/// The probable cause of a syntax error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxFault {
    /// A tab is used to indent.
    Tab,
    /// A quoted text has no closing quote.
    Quote,
    /// `: ` inside a text without quotes.
    Colon,
    /// A `[` or `{` is not closed, or one too many is.
    Bracket,
    /// A line is indented differently from its neighbours.
    Indentation,
    /// `*name` without `&name`.
    Alias,
    /// None of these.
    Other,
}

impl YamlFault {
    /// Whether no value can be had from the text.
    #[must_use]
    pub fn is_fatal(&self) -> bool {
        match self.kind {
            YamlFaultKind::Syntax(_)
            | YamlFaultKind::TooLong
            | YamlFaultKind::TooDeep
            | YamlFaultKind::AliasBomb
            | YamlFaultKind::ComplexKey => true,
            YamlFaultKind::DuplicateKey { .. }
            | YamlFaultKind::MergeKey
            | YamlFaultKind::Tag
            | YamlFaultKind::SecondDocument => false,
        }
    }
}

impl SyntaxFault {
    /// Tells the cause from the parser's words, which have no other form; nothing when it says "nested too deep".
    pub(super) fn of(words: &str) -> Option<Self> {
        let says = |part: &str| words.contains(part);
        Some(if says("recursion limit") {
            return None;
        } else if says("tab") && !says("expected tab") {
            Self::Tab
        } else if says("quoted scalar") {
            Self::Quote
        } else if says("mapping values") || says("':'") || says("simple key") {
            Self::Colon
        } else if says("anchor") {
            Self::Alias
        } else if says("bracket") || says("node content") || says("flow") || says("',' or") {
            Self::Bracket
        } else if says("indent")
            || says("document start")
            || says("block mapping")
            || says("block sequence")
            || says("block collection")
        {
            Self::Indentation
        } else {
            Self::Other
        })
    }
}
