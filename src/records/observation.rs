//! What a machine saw of a thing from outside: a DNS record, the end of a domain, how many call our mail spam.
//!
//! An observation is no evidence: nobody vouches for it, and it counts for nothing in readiness. It stands beside what is declared,
//! with its moment, and is worth something only as long as it says itself: after that, nobody knows.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::Deserializer;

use crate::diagnostic::{Diagnostic, message};
use crate::names::{EntityRef, Kind, Takes};
use crate::problem::record::{NOT_SAID_OF_WHAT, UNREADABLE_VALUE};
use crate::scalar::{Day, Duration, Moment, Share, Word, words};
use crate::schema::Pointer;
use crate::source::{Place, SourcePath};

use super::found::NOTHING;
use super::lower::Lower;

/// The folder of observations, beside those of the records.
pub const FOLDER: &str = "observations";

words! {
    /// What can be seen of a thing from outside.
    ObservedFact in "observed-fact" {
        /// The TXT records of a domain that start with `v=spf1` (RFC 7208).
        Spf = "spf",
        /// The TXT record below a selector of a domain (RFC 6376), followed where it is a CNAME.
        Dkim = "dkim",
        /// The TXT records below `_dmarc` that start with `v=DMARC1` (RFC 7489).
        Dmarc = "dmarc",
        /// Which servers take mail for a domain.
        Mx = "mx",
        /// The name that an address of a host has (RFC 1035, section 3.5).
        Ptr = "ptr",
        /// How much of our mail its readers call spam, in percent: Google Postmaster Tools or the console of a relay says so.
        SpamRate = "spam-rate",
        /// The day on which a domain ends, by its registry (RDAP, RFC 9083).
        ExpiresOn = "expires-on",
        /// The day on which a certificate ends.
        CertificateEndsOn = "certificate-ends-on",
    }
}

impl ObservedFact {
    /// Returns the kinds of things of which it can be seen.
    fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Spf | Self::Dkim | Self::Dmarc | Self::Mx | Self::ExpiresOn => &[Kind::Domain],
            Self::Ptr => &[Kind::Host],
            Self::SpamRate => &[Kind::MailFlow, Kind::Domain],
            Self::CertificateEndsOn => &[Kind::Service, Kind::Host, Kind::Domain],
        }
    }

    /// Returns what `at` has to say, as an example: a thing may have several, and only this tells them apart.
    fn at(self) -> Option<&'static str> {
        match self {
            Self::Dkim => Some("mailjet"),
            Self::Ptr => Some("192.0.2.10"),
            _ => None,
        }
    }
}

/// What was seen, in the order written: the records of a name, one each; nothing where the word `nothing` stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(pub Vec<String>);

/// An observation as written, by a machine.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ObservationDescriptor {
    #[schemars(example = &"domain:example-org")]
    subject: String,
    #[schemars(example = &"spf")]
    fact: ObservedFact,
    at: Option<String>,
    value: Seen,
    observed_at: Moment,
    good_for: Duration,
}

/// An observation.
#[derive(Clone, Debug)]
pub struct Observation {
    /// The file that holds it.
    pub path: SourcePath,
    /// Where it starts in that file.
    pub place: Place,
    /// What was looked at.
    pub subject: EntityRef,
    /// What was looked for.
    pub fact: ObservedFact,
    /// Which of several: the selector of a key, the address of a host.
    pub at: Option<String>,
    /// What was seen.
    pub seen: Seen,
    /// When.
    pub observed_at: Moment,
    /// How long it is worth something.
    pub good_for: Duration,
}

/// The file of an observation.
pub(super) struct ObservationFile {
    pub(super) path: SourcePath,
    pub(super) place: Place,
    /// The day in its name.
    pub(super) date: Date,
}

impl Observation {
    /// Returns the last day on which it is worth something; nothing where no calendar reaches.
    #[must_use]
    pub fn good_until(&self) -> Option<Date> {
        self.good_for.after(self.observed_at.date())
    }

    /// Whether it is worth something on a day: it had been made by then, and its time was not over.
    #[must_use]
    pub fn is_good_on(&self, day: Date) -> bool {
        self.observed_at.date() <= day && self.good_until().is_none_or(|until| day <= until)
    }

    /// Whether anything was seen at all.
    #[must_use]
    pub fn is_there(&self) -> bool {
        !self.seen.0.is_empty()
    }

    /// Returns the day that was seen; nothing for what is no day.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        match &self.seen.0[..] {
            [only] => only.parse::<Day>().ok().map(|day| day.0),
            _ => None,
        }
    }

    /// Returns the share that was seen; nothing for what is none.
    #[must_use]
    pub fn share(&self) -> Option<Share> {
        match &self.seen.0[..] {
            [only] => only.parse().ok(),
            _ => None,
        }
    }

    /// Returns what is known; nothing where it is not known of what.
    pub(super) fn lower(
        file: ObservationFile,
        descriptor: ObservationDescriptor,
        lower: &mut Lower<'_>,
    ) -> Option<Self> {
        let ObservationFile { path, place, date } = file;
        let ObservationDescriptor { subject, fact, at, value: seen, observed_at, good_for } = descriptor;
        lower.compare_day(date, "observed_at", Some(&Day(observed_at.date())));
        let field = |name: &str| Pointer::root().key(name);
        if let (Some(example), None) = (fact.at(), &at) {
            let message = message!("record-not-said-of-what", fact = fact.word());
            let help = message!("record-not-said-of-what.help", example = example);
            lower
                .diagnostics
                .push(Diagnostic::at(&NOT_SAID_OF_WHAT, lower.yaml.place(&field("fact")), message).help(help));
            return None;
        }
        let subject = lower.reference(&field("subject"), &subject, Takes::Reference(fact.kinds()))?;
        let at = at.map(|at| at.trim_end_matches('.').to_ascii_lowercase());
        let observation = Self { path, place, subject, fact, at, seen, observed_at, good_for };
        let help = match fact {
            ObservedFact::ExpiresOn | ObservedFact::CertificateEndsOn if observation.day().is_none() => {
                message!("record-unreadable-value.day")
            }
            ObservedFact::SpamRate if observation.share().is_none() => message!("record-unreadable-value.share"),
            _ => return Some(observation),
        };
        let message = message!("record-unreadable-value", fact = fact.word());
        let place = lower.yaml.place(&field("value"));
        lower.diagnostics.push(Diagnostic::at(&UNREADABLE_VALUE, place, message).help(help));
        None
    }
}

/// What was seen last of each thing. What was seen before it is no longer so, and stays in its file.
#[derive(Clone, Debug, Default)]
pub struct Observations(BTreeMap<EntityRef, BTreeMap<(ObservedFact, Option<String>), Observation>>);

impl Observations {
    /// Returns what was seen last of a thing, each fact once.
    pub fn of(&self, subject: &EntityRef) -> impl Iterator<Item = &Observation> {
        self.0.get(subject).into_iter().flat_map(BTreeMap::values)
    }

    /// Returns what was seen last of each thing.
    pub fn iter(&self) -> impl Iterator<Item = &Observation> {
        self.0.values().flat_map(BTreeMap::values)
    }

    /// Returns what was seen last of one fact; `at` as in [`Observation::at`].
    #[must_use]
    pub fn find(&self, subject: &EntityRef, fact: ObservedFact, at: Option<&str>) -> Option<&Observation> {
        let at = at.map(|at| at.trim_end_matches('.').to_ascii_lowercase());
        self.0.get(subject)?.get(&(fact, at))
    }

    /// Keeps the newer of two; of one moment, that of the file that comes later.
    pub(super) fn keep(&mut self, observation: Observation) {
        let of_subject = self.0.entry(observation.subject.clone()).or_default();
        let key = (observation.fact, observation.at.clone());
        let is_older = |kept: &Observation| {
            let moment = |of: &Observation| (of.observed_at.date(), of.observed_at.time(), of.path.clone());
            moment(kept) < moment(&observation)
        };
        if of_subject.get(&key).is_none_or(is_older) {
            of_subject.insert(key, observation);
        }
    }
}

impl<'de> Deserialize<'de> for Seen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde_json::Value;

        let text = |value: &Value| match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        // The schema lets nothing else through.
        Ok(match Value::deserialize(deserializer)? {
            Value::String(word) if word == NOTHING => Self::default(),
            Value::Array(items) => Self(items.iter().filter_map(text).collect()),
            value => Self(text(&value).into_iter().collect()),
        })
    }
}

impl JsonSchema for Seen {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Seen".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                { "type": "string" },
                { "type": "number" },
                { "type": "array", "items": { "type": "string" } },
            ],
            "examples": ["v=spf1 -all"],
        })
    }
}
