//! Words of fixed sets.

/// A word of a fixed set, such as the lifecycle of a service.
pub trait Word: Copy + 'static {
    /// The name of the set; the label of a word is the message `<set>-<word>`.
    const SET: &'static str;
    /// The words as written, in the order in which lists show them.
    const WORDS: &'static [&'static str];

    /// Returns the word as written.
    fn word(self) -> &'static str;
}

/// Declares an enum whose variants are the words of a fixed set.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident in $set:literal { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $crate::scalar::Word for $name {
            const SET: &'static str = $set;
            const WORDS: &'static [&'static str] = &[$($word),*];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                match String::deserialize(deserializer)?.as_str() {
                    $($word => Ok(Self::$variant),)*
                    other => Err(serde::de::Error::unknown_variant(other, &[$($word),*])),
                }
            }
        }

        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                // `x-set` says whose words these are, for whoever explains a schema.
                schemars::json_schema!({ "type": "string", "enum": [$($word),*], "x-set": $set })
            }
        }
    };
}
pub(crate) use words;

words! {
    /// Who may read something. Wider audiences come first.
    Audience in "audience" {
        /// Everybody.
        Public = "public",
        /// The members of the organisation.
        Members = "members",
        /// Those who run things.
        Admins = "admins",
    }
}

impl Audience {
    /// All audiences, the widest first.
    pub const ALL: [Self; 3] = [Self::Public, Self::Members, Self::Admins];

    /// Returns the audience that a word names.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.word() == word)
    }
}
