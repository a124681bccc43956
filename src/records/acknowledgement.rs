//! An acknowledgement: somebody read something, and said back in their own words what it means.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diagnostic::{Diagnostic, message};
use crate::names::{EntityRef, Kind, Takes};
use crate::problem::record::SHORT_READBACK;
use crate::scalar::{Day, Stated};
use crate::schema::Pointer;

use super::RecordFile;
use super::lower::Lower;

/// With fewer words nobody shows that they understood a page: "read, all clear" is a click.
pub const FEWEST_WORDS: usize = 10;

/// An acknowledgement as written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AcknowledgementDescriptor {
    date: Stated<Day>,
    #[schemars(example = &"admin-secours")]
    by: Stated<String>,
    #[schemars(example = &"runbook:nextcloud/restaurer")]
    subject: Stated<String>,
    readback: Stated<String>,
    #[serde(default)]
    questions: Vec<String>,
}

/// An acknowledgement.
#[derive(Clone, Debug)]
pub struct Acknowledgement {
    /// Its file, with its day.
    pub file: RecordFile,
    /// Who read it: a person or a partner.
    pub by: Stated<EntityRef>,
    /// What was read.
    pub subject: Stated<EntityRef>,
    /// What it means, in the reader's own words.
    pub readback: Stated<String>,
    /// What remained open.
    pub questions: Vec<String>,
}

impl Acknowledgement {
    pub(super) fn lower(file: RecordFile, descriptor: AcknowledgementDescriptor, lower: &mut Lower<'_>) -> Self {
        let AcknowledgementDescriptor { date, by, subject, readback, questions } = descriptor;
        lower.compare_day(file.date, "date", date.known());
        let words = readback.known().map(|text| words_of(text));
        if let Some(words) = words.filter(|words| *words < FEWEST_WORDS) {
            let place = lower.yaml.place(&Pointer::root().key("readback"));
            let message = message!("record-short-readback", count = words);
            let help = message!("record-short-readback.help", fewest = FEWEST_WORDS);
            lower.diagnostics.push(Diagnostic::at(&SHORT_READBACK, place, message).help(help));
        }
        let at = Pointer::root().key("subject");
        let takes = Takes::Reference(&Kind::ALL);
        Self {
            file,
            by: lower.stated_actor("by", by),
            subject: subject
                .and_then(|written| lower.reference(&at, &written, takes).map_or(Stated::Unknown, Stated::Known)),
            readback,
            questions,
        }
    }

    /// Whether enough was said back to show that the page was understood.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.readback.known().is_some_and(|text| words_of(text) >= FEWEST_WORDS)
    }
}

fn words_of(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
