//! What a provider that sends our mail needs in the DNS of a domain: who may send, where the keys lie, where errors return to.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::scalar::{Stated, words};

use super::fact::Value;
use super::facts::{Facts, ToValue};

words! {
    /// A relay whose needs are known here: `knowledge::mail::relay` has them, with their sources.
    KnownRelay in "relay" {
        /// Amazon Simple Email Service.
        AmazonSes = "amazon-ses",
        /// Brevo, formerly Sendinblue.
        Brevo = "brevo",
        /// Fastmail.
        Fastmail = "fastmail",
        /// The mailboxes of Gandi.
        Gandi = "gandi",
        /// Google Workspace.
        GoogleWorkspace = "google-workspace",
        /// Infomaniak.
        Infomaniak = "infomaniak",
        /// Mailgun.
        Mailgun = "mailgun",
        /// Mailjet.
        Mailjet = "mailjet",
        /// Microsoft 365.
        Microsoft365 = "microsoft-365",
        /// The mailboxes of OVHcloud.
        Ovhcloud = "ovhcloud",
        /// Postmark.
        Postmark = "postmark",
        /// Proton Mail.
        Proton = "proton",
        /// Transactional Email of Scaleway.
        ScalewayTem = "scaleway-tem",
        /// SendGrid.
        Sendgrid = "sendgrid",
    }
}

words! {
    /// How a key is published.
    DkimForm in "dkim-form" {
        /// The key itself, as TXT.
        Txt = "txt",
        /// A name of the relay, as CNAME: the relay changes the key by itself.
        Cname = "cname",
    }
}

words! {
    /// Whose domain stands on the envelope: SPF proves that one, and counts for DMARC only if it is ours.
    ReturnPath in "return-path" {
        /// Ours, or one below it.
        Ours = "ours",
        /// The relay's.
        Theirs = "theirs",
    }
}

/// What a relay needs, as written; and as known, for nothing refers to anything.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RelayNeeds {
    /// Which known relay it is. What stands beside it is said of this one, and counts instead.
    pub relay: Option<KnownRelay>,
    /// What stands for it in SPF: `include:spf.relay.example`, or that nothing needs to.
    #[schemars(example = &"include:spf.relay.example")]
    pub spf: Option<Stated<String>>,
    /// How its keys are published.
    pub dkim: Option<DkimForm>,
    /// Whose domain stands on the envelope.
    pub return_path: Option<ReturnPath>,
}

impl ToValue for RelayNeeds {
    fn to_value(&self) -> Option<Value> {
        let Self { relay, spf, dkim, return_path } = self;
        let facts = Facts::default().add("relay", relay);
        let facts = match spf {
            Some(Stated::Known(spf)) => facts.code("spf", Some(spf)),
            stated => facts.add("spf", stated),
        };
        facts.add("dkim", dkim).add("return_path", return_path).group()
    }
}
