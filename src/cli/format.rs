//! For whom an answer is printed.

/// A format of an answer.
#[derive(Clone, Copy, clap::ValueEnum)]
pub(super) enum Format {
    /// For people.
    Human,
    /// For programs, with words that do not depend on the language.
    Json,
}
