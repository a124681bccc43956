//! The front matter of a translation: words, and who may read them, because what a page is for, needs and risks is the same in every
//! language.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::scalar::{Audience, Lang, Stated};

use super::{Ordered, RunbookDescriptor, RunbookHead};

/// The front matter of a translation as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of `RunbookHead`")]
pub struct TranslationDescriptor {
    #[schemars(example = &"Restore Nextcloud")]
    pub title: Option<String>,
    pub summary: Option<String>,
    #[serde(default)]
    pub symptoms: Vec<String>,
    pub not_when: Option<String>,
    #[serde(default)]
    pub asks: Ordered,
    pub lang: Option<Lang>,
    pub audience: Option<Audience>,
}

impl From<RunbookDescriptor> for TranslationDescriptor {
    fn from(descriptor: RunbookDescriptor) -> Self {
        let RunbookDescriptor { title, summary, symptoms, not_when, asks, lang, audience, .. } = descriptor;
        let title = match title {
            Stated::Known(title) => Some(title),
            Stated::Unknown | Stated::None(_) => None,
        };
        Self { title, summary, symptoms, not_when, asks, lang, audience }
    }
}

impl TranslationDescriptor {
    /// Returns the front matter of the original in these words; where a word is missing, the original's stands.
    pub(super) fn put_into(self, original: &RunbookHead) -> RunbookHead {
        let Self { title, summary, symptoms, not_when, asks, lang: _, audience } = self;
        let mut head = original.clone();
        head.audience = audience.or(head.audience);
        head.title = title.map_or(Stated::Unknown, Stated::Known);
        head.summary = summary.or(head.summary);
        head.not_when = not_when.or(head.not_when);
        if !symptoms.is_empty() {
            head.symptoms = symptoms;
        }
        for (name, label) in &mut head.asks.0 {
            if let Some((_, translated)) = asks.0.iter().find(|(translated, _)| translated == name) {
                label.clone_from(translated);
            }
        }
        head
    }
}
