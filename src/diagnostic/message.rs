//! Sentences not yet put into words.

/// The id of a Fluent message and its named arguments.
///
/// The id is `message` or `message.attribute`. Words come from [`Words::say`](crate::words::Words::say).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The id in the message files.
    pub id: &'static str,
    /// The named arguments of the message.
    pub arguments: Vec<(&'static str, Argument)>,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Argument {
    /// Shown as it is.
    Text(String),
    /// Shown as a number of the language; chooses plural forms.
    Number(i64),
    /// A number with a point, shown with the sign of the language.
    Decimal(String),
    /// Names in a sentence for people: each in quotation marks, the last after an `and`.
    Names(Vec<String>),
}

impl From<&[String]> for Argument {
    fn from(names: &[String]) -> Self {
        Self::Names(names.to_vec())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Argument {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// Makes a [`Message`]: `message!("ref-dangling", kind = kind.name(), id = written)`.
macro_rules! message {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::diagnostic::Message {
            id: $id,
            arguments: vec![$((stringify!($name), $crate::diagnostic::Argument::from($value))),*],
        }
    };
}
pub(crate) use message;
