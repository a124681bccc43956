//! From the scopes of grammars to a dozen classes.

use syntect::parsing::Scope;

/// What a stretch of code is. A theme needs one colour per class, and can check each for contrast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// An attribute, an option, a key.
    Attribute,
    /// A comment.
    Comment,
    /// A line taken away.
    Deleted,
    /// An escape in a string; something that is wrong.
    Escape,
    /// A function, a command.
    Function,
    /// A line added.
    Inserted,
    /// A keyword.
    Keyword,
    /// A number, a constant.
    Number,
    /// An operator.
    Operator,
    /// Punctuation; the prompt of a session.
    Punctuation,
    /// A string.
    String,
    /// A type, an element, a section.
    Type,
    /// A variable.
    Variable,
}

impl Class {
    /// All classes.
    const ALL: [Self; 13] = [
        Self::Attribute,
        Self::Comment,
        Self::Deleted,
        Self::Escape,
        Self::Function,
        Self::Inserted,
        Self::Keyword,
        Self::Number,
        Self::Operator,
        Self::Punctuation,
        Self::String,
        Self::Type,
        Self::Variable,
    ];

    /// Returns the class of a letter.
    pub(super) fn of_letter(letter: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.letter().as_bytes() == [letter])
    }

    /// Returns the class attribute: one letter, because there are very many of them.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::Attribute => "a",
            Self::Comment => "c",
            Self::Deleted => "d",
            Self::Escape => "e",
            Self::Function => "f",
            Self::Inserted => "i",
            Self::Keyword => "k",
            Self::Number => "n",
            Self::Operator => "o",
            Self::Punctuation => "p",
            Self::String => "s",
            Self::Type => "t",
            Self::Variable => "v",
        }
    }
}

/// Prefixes of scopes (Sublime Text's naming) and their classes; the longest prefix that fits decides.
const PREFIXES: &[(&str, Option<Class>)] = &[
    ("comment", Some(Class::Comment)),
    ("constant", Some(Class::Number)),
    ("constant.character.escape", Some(Class::Escape)),
    ("constant.language", Some(Class::Keyword)),
    ("constant.other.placeholder", Some(Class::Variable)),
    ("entity.name", Some(Class::Function)),
    ("entity.name.class", Some(Class::Type)),
    ("entity.name.section", Some(Class::Type)),
    ("entity.name.struct", Some(Class::Type)),
    ("entity.name.tag", Some(Class::Type)),
    ("entity.name.tag.yaml", Some(Class::Attribute)),
    ("entity.name.type", Some(Class::Type)),
    ("entity.other", Some(Class::Attribute)),
    ("invalid", Some(Class::Escape)),
    ("keyword", Some(Class::Keyword)),
    ("keyword.operator", Some(Class::Operator)),
    ("keyword.other.unit", Some(Class::Number)),
    ("markup.deleted", Some(Class::Deleted)),
    ("markup.heading", Some(Class::Keyword)),
    ("markup.inserted", Some(Class::Inserted)),
    ("markup.raw", Some(Class::String)),
    ("meta.diff.header", Some(Class::Comment)),
    ("meta.diff.range", Some(Class::Number)),
    ("punctuation", Some(Class::Punctuation)),
    ("punctuation.definition.comment", Some(Class::Comment)),
    ("punctuation.definition.deleted", Some(Class::Deleted)),
    ("punctuation.definition.inserted", Some(Class::Inserted)),
    ("punctuation.definition.parameter", Some(Class::Attribute)),
    ("punctuation.definition.string", Some(Class::String)),
    ("punctuation.definition.variable", Some(Class::Variable)),
    ("punctuation.separator.continuation", Some(Class::Escape)),
    ("storage", Some(Class::Keyword)),
    ("storage.type", Some(Class::Type)),
    ("storage.type.function", Some(Class::Keyword)),
    ("string", Some(Class::String)),
    ("string.unquoted", None),
    ("support.class", Some(Class::Type)),
    ("support.constant", Some(Class::Number)),
    ("support.function", Some(Class::Function)),
    ("support.type", Some(Class::Type)),
    ("support.type.property-name", Some(Class::Attribute)),
    ("support.variable", Some(Class::Variable)),
    ("variable", Some(Class::Variable)),
    ("variable.function", Some(Class::Function)),
    ("variable.parameter.option", Some(Class::Attribute)),
];

/// The prefixes, read once: comparing scopes is then comparing numbers.
pub(super) struct Classes(Vec<(Scope, Option<Class>)>);

impl Classes {
    pub(super) fn new() -> Self {
        let scopes = PREFIXES.iter().filter_map(|(prefix, class)| Some((Scope::new(prefix).ok()?, *class)));
        let mut table: Vec<_> = scopes.collect();
        table.sort_by_key(|(scope, _)| std::cmp::Reverse(scope.len()));
        Self(table)
    }

    pub(super) fn class(&self, scope: Scope) -> Option<Class> {
        self.0.iter().find(|(prefix, _)| prefix.is_prefix_of(scope))?.1
    }
}
