//! Kinds of problem.

use super::Severity;
use crate::words::Language;

/// One kind of problem: its name, how much it weighs, and why it matters.
///
/// Declared as one `static` per kind, beside the code that finds it. The name is `group/defect` and names the *defect*.
#[derive(Debug)]
pub struct Code {
    /// `group/defect`, in lower case with hyphens. Its message has the Fluent id `group-defect`.
    pub name: &'static str,
    /// How much it weighs unless the configuration says otherwise.
    pub default_severity: Severity,
    /// What it finds, why that matters, an example, how to fix it.
    pub explanation: Explanation,
}

impl Code {
    /// Returns the first part of its name.
    #[must_use]
    pub fn group(&self) -> &'static str {
        self.name.split('/').next().unwrap_or(self.name)
    }

    /// Returns the defect in one line.
    #[must_use]
    pub fn summary(&self, language: &Language) -> &'static str {
        let heading = self.explanation.text(language).lines().next().unwrap_or_default();
        heading.trim_start_matches('#').trim()
    }
}

/// The explanation of a code, in Markdown, per language: a heading that says the defect in one line, then the four sections
/// "what it finds", "why it matters", "example", "how to fix it".
#[derive(Debug)]
pub struct Explanation {
    /// English.
    pub en: &'static str,
    /// French.
    pub fr: &'static str,
}

impl Explanation {
    /// Returns the text in a language; English where it is not written in that language.
    #[must_use]
    pub fn text(&self, language: &Language) -> &'static str {
        if language.as_str() == "fr" { self.fr } else { self.en }
    }
}

/// Includes `<name>.en.md` and `<name>.fr.md` that lie beside the file.
macro_rules! explanation {
    ($stem:literal) => {
        $crate::diagnostic::Explanation {
            en: include_str!(concat!($stem, ".en.md")),
            fr: include_str!(concat!($stem, ".fr.md")),
        }
    };
}
pub(crate) use explanation;
