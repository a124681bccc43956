//! A stream of mail: who sends what, through whom, and what proves that it is ours.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::names::{DomainId, EntityRef, Kind, MailFlowId, ServiceId, Takes};
use crate::scalar::{Channel, Stated, words};

use super::entity::{Common, CommonDescriptor};
use super::fact::{Fact, Value};
use super::facts::{Facts, ToValue};
use super::lower::{Lower, TextOrRunbook};

words! {
    /// Which way mail flows.
    MailDirection in "mail-direction" {
        /// To us.
        In = "in",
        /// From us.
        Out = "out",
    }
}

words! {
    /// What mail is for: the rules of those who take it depend on that.
    MailPurpose in "mail-purpose" {
        /// What an application writes to one person: a password, a notification.
        Transactional = "transactional",
        /// What members write to each other.
        List = "list",
        /// What one writes to many.
        Newsletter = "newsletter",
        /// What people write from their mailboxes.
        Personal = "personal",
    }
}

words! {
    /// What a domain asks others to do with mail that it cannot have sent (RFC 7489).
    DmarcPolicy in "dmarc" {
        /// Nothing: only reports.
        None = "none",
        /// Set it aside.
        Quarantine = "quarantine",
        /// Refuse it.
        Reject = "reject",
    }
}

words! {
    /// How somebody who gets the mail stops it.
    ListUnsubscribe in "list-unsubscribe" {
        /// Not from their mail program.
        None = "none",
        /// By a mail (RFC 2369).
        Mailto = "mailto",
        /// By one click (RFC 8058).
        OneClick = "one-click",
    }
}

words! {
    /// How much mail there is in a day. From 5 000 a day, large mailbox providers hold a sender to stricter rules.
    MailVolume in "mail-volume" {
        /// Less than a hundred.
        Under100 = "under-100",
        /// Less than a thousand.
        Under1k = "under-1k",
        /// Less than five thousand.
        Under5k = "under-5k",
        /// Five thousand and more.
        From5k = "from-5k",
    }
}

/// A mail flow as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MailFlowDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
    #[schemars(example = &"out")]
    direction: Stated<MailDirection>,
    purpose: Stated<MailPurpose>,
    #[schemars(example = ["example-org"])]
    from_domains: Stated<Vec<String>>,
    #[schemars(example = &"provider:mailjet")]
    via: Stated<String>,
    #[serde(default)]
    used_by: Vec<String>,
    auth: Option<Stated<AuthDescriptor>>,
    return_path: Option<String>,
    ptr: Option<String>,
    list_unsubscribe: Option<Stated<ListUnsubscribe>>,
    bounces: Option<Stated<String>>,
    complaints: Option<Stated<String>>,
    volume_per_day: Option<MailVolume>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AuthDescriptor {
    spf: Stated<bool>,
    #[schemars(example = ["s1"])]
    dkim: Stated<Vec<String>>,
    dmarc: Stated<DmarcPolicy>,
    aligned: Stated<bool>,
    reports_to: Option<Stated<String>>,
}

/// A mail flow.
#[derive(Clone, Debug)]
pub struct MailFlow {
    /// Its id.
    pub id: MailFlowId,
    /// What every entity has.
    pub common: Common,
    /// Which way it flows.
    pub direction: Stated<MailDirection>,
    /// What it is for.
    pub purpose: Stated<MailPurpose>,
    /// The domains that it is from, or for.
    pub from_domains: Stated<Vec<DomainId>>,
    /// The provider or the host that it goes through.
    pub via: Stated<EntityRef>,
    /// The services that live on it.
    pub used_by: Vec<ServiceId>,
    /// What proves that it is ours. Always stated for mail that goes out.
    pub auth: Option<Stated<MailAuth>>,
    /// Where it returns to on the envelope (RFC 5321).
    pub return_path: Option<String>,
    /// The name that the address of the sending machine has.
    pub ptr: Option<String>,
    /// How somebody who gets it stops it. Always stated for lists and newsletters.
    pub list_unsubscribe: Option<Stated<ListUnsubscribe>>,
    /// Where what cannot be delivered lands, and who reads it. Always stated for mail that goes out.
    pub bounces: Option<Stated<TextOrRunbook>>,
    /// Where complaints land, and who reads them. Always stated for mail that goes out.
    pub complaints: Option<Stated<TextOrRunbook>>,
    /// How much there is in a day.
    pub volume_per_day: Option<MailVolume>,
}

/// What proves that mail is ours.
#[derive(Clone, Debug)]
pub struct MailAuth {
    /// Whether the domain names who may send for it (RFC 7208).
    pub spf: Stated<bool>,
    /// The selectors of the keys that it is signed with (RFC 6376).
    pub dkim: Stated<Vec<String>>,
    /// What happens to mail that is not ours (RFC 7489).
    pub dmarc: Stated<DmarcPolicy>,
    /// Whether what SPF or DKIM proves is the domain that the reader sees.
    pub aligned: Stated<bool>,
    /// Where reports about it go.
    pub reports_to: Option<Stated<Channel>>,
}

impl MailFlow {
    pub(super) fn lower(id: MailFlowId, descriptor: MailFlowDescriptor, lower: &mut Lower<'_>) -> Self {
        let MailFlowDescriptor {
            common,
            direction,
            purpose,
            from_domains,
            via,
            used_by,
            auth,
            return_path,
            ptr,
            list_unsubscribe,
            bounces,
            complaints,
            volume_per_day,
        } = descriptor;
        let goes_out = direction == Stated::Known(MailDirection::Out);
        if goes_out {
            let auth = "{spf: true, dkim: [s1], dmarc: none, aligned: true}";
            for (field, example) in
                [("auth", auth), ("bounces", "bounces@example.org"), ("complaints", "abuse@example.org")]
            {
                lower.require(field, example);
            }
        }
        let goes_to_many = matches!(purpose, Stated::Known(MailPurpose::List | MailPurpose::Newsletter));
        if goes_to_many {
            lower.require("list_unsubscribe", "one-click");
        }
        let at = lower.field("from_domains");
        let from_domains = from_domains.map(|written| lower.ids(&at, written));
        let at = lower.field("via");
        let via = lower.stated_reference(&at, via, Takes::Reference(&[Kind::Provider, Kind::Host]));
        let at = lower.field("used_by");
        let used_by = lower.ids(&at, used_by);
        let mut landing = |field: &str, written: Option<Stated<String>>| {
            let at = lower.field(field);
            let written = written.or(goes_out.then_some(Stated::Unknown))?;
            Some(written.and_then(|written| lower.text_or_runbook(&at, written).map_or(Stated::Unknown, Stated::Known)))
        };
        Self {
            id,
            common: common.into(),
            direction,
            purpose,
            from_domains,
            via,
            used_by,
            auth: auth.or(goes_out.then_some(Stated::Unknown)).map(|auth| auth.map(MailAuth::from)),
            return_path,
            ptr,
            list_unsubscribe: list_unsubscribe.or(goes_to_many.then_some(Stated::Unknown)),
            bounces: landing("bounces", bounces),
            complaints: landing("complaints", complaints),
            volume_per_day,
        }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self {
            id: _,
            common,
            direction,
            purpose,
            from_domains,
            via,
            used_by,
            auth,
            return_path,
            ptr,
            list_unsubscribe,
            bounces,
            complaints,
            volume_per_day,
        } = self;
        let own = Facts::default()
            .add("direction", direction)
            .add("purpose", purpose)
            .add("from_domains", from_domains)
            .add("via", via)
            .add("used_by", used_by)
            .add("bounces", bounces)
            .add("complaints", complaints)
            .add("auth", auth)
            .code("return_path", return_path.as_ref())
            .code("ptr", ptr.as_ref())
            .add("list_unsubscribe", list_unsubscribe)
            .add("volume_per_day", volume_per_day);
        common.around(own)
    }
}

impl From<AuthDescriptor> for MailAuth {
    fn from(descriptor: AuthDescriptor) -> Self {
        let AuthDescriptor { spf, dkim, dmarc, aligned, reports_to } = descriptor;
        Self { spf, dkim, dmarc, aligned, reports_to: reports_to.map(|written| written.map(Channel::from)) }
    }
}

impl ToValue for MailAuth {
    fn to_value(&self) -> Option<Value> {
        let Self { spf, dkim, dmarc, aligned, reports_to } = self;
        let selectors = |dkim: &Vec<String>| Value::List(dkim.iter().cloned().map(Value::Code).collect());
        let facts = Facts::default().add("spf", spf).add("dkim", &dkim.as_ref().map(selectors));
        facts.add("dmarc", dmarc).add("aligned", aligned).add("reports_to", reports_to).group()
    }
}
