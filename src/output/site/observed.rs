//! What a machine saw of a thing from outside: the values, the moment, and until when that is worth something.

use serde::Serialize;

use crate::diagnostic::message;
use crate::records::observation::{Observation, ObservedFact};

use super::here::Here;
use super::proof::UntilView;
use super::record;
use super::value::ValueView;

/// What was seen of one fact.
#[derive(Debug, Serialize)]
pub(super) struct ObservedView {
    /// What it is called.
    label: String,
    /// Which of several.
    at: Option<String>,
    /// What was seen; nothing of what is not published.
    values: Vec<ValueView>,
    /// When, in a sentence.
    moment: String,
    /// Until when it is worth something.
    until: Option<UntilView>,
    /// What is not as it should be.
    amiss: Option<AmissView>,
}

/// What is not as it should be with something that was seen.
#[derive(Debug, Serialize)]
struct AmissView {
    /// In a word or two.
    word: String,
    /// In a sentence.
    said: String,
}

impl ObservedView {
    /// Shows an observation beside what is declared of something else: it is called by the thing of which it is.
    pub(super) fn beside(here: &Here<'_>, observation: &Observation) -> Self {
        Self { label: here.name(&observation.subject).0.into_owned(), ..Self::new(here, observation) }
    }

    /// Shows one observation.
    pub(super) fn new(here: &Here<'_>, observation: &Observation) -> Self {
        let words = here.words();
        let Observation { path: _, place: _, subject: _, fact, at, seen, observed_at, good_for: _ } = observation;
        let value = |text: &String| match (fact, observation.day(), observation.share()) {
            (ObservedFact::ExpiresOn | ObservedFact::CertificateEndsOn, Some(day), _) => {
                ValueView::text(here.date(day))
            }
            (ObservedFact::SpamRate, _, Some(share)) => ValueView::text(words.say(&message!("percent", share = share))),
            _ => ValueView::code(text),
        };
        let until = observation.good_until().map(|until| {
            let text = words.say(&message!("observed-until", date = here.date(until)));
            UntilView::of(until, text, words.word("observed-past"))
        });
        Self {
            label: here.word(*fact),
            at: at.clone(),
            values: seen.0.iter().map(value).collect(),
            moment: words.say(&message!("observed-moment", moment = record::moment(here, *observed_at))),
            until,
            amiss: here.kb().differs(observation).map(|difference| AmissView {
                word: here.word(difference.amiss),
                said: record::capitalised(&words.say(&difference.said)),
            }),
        }
    }
}
