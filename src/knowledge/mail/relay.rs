//! What known relays need in the DNS of a domain, by their own pages, or by what is published where those do not say.
//!
//! A relay is recognised by what its provider declares in `mail`, never by its name. What it says there counts before this table.

use jiff::civil::{Date, date};

use crate::catalog::provider::Provider;
use crate::catalog::relay::{DkimForm, KnownRelay, RelayNeeds, ReturnPath};
use crate::scalar::Stated;

/// The day on which the pages of all relays, or copies of them, were last read.
pub const READ_ON: Date = date(2026, 11, 27);

/// What a known relay needs.
#[derive(Debug)]
pub struct Relay {
    /// Which one.
    pub known: KnownRelay,
    /// What stands for it in SPF; empty where nothing needs to, since SPF is asked of its own domain.
    pub spf: &'static str,
    /// How many look-ups `spf` costs beyond its own terms: those inside of what it includes, as measured by others in the DNS. No page
    /// promises a number.
    pub inside: usize,
    /// How its keys are published.
    pub dkim: DkimForm,
    /// Where a CNAME leads, with `{selector}` and `{domain}` for what differs; nothing where only its console knows.
    pub dkim_target: Option<&'static str>,
    /// Whose domain stands on the envelope unless one asks for something else; nothing where nobody says. A mailbox puts its own address
    /// there.
    pub return_path: Option<ReturnPath>,
    /// The CNAME that puts our domain on the envelope: its first label, and where it leads.
    pub bounces: Option<(&'static str, &'static str)>,
    /// The page that says so.
    pub source: &'static str,
}

/// Every relay whose needs are known, by word.
pub static RELAYS: &[Relay] = &[
    Relay {
        // Where the names lead differs from region to region: only its console knows.
        dkim: DkimForm::Cname,
        return_path: Some(ReturnPath::Theirs),
        source: "https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html",
        ..relay(KnownRelay::AmazonSes, "")
    },
    Relay {
        dkim: DkimForm::Cname,
        // Accounts of late are led to a domain of their own; whoever took that says `return_path: ours`.
        return_path: Some(ReturnPath::Theirs),
        source: "https://help.brevo.com/hc/en-us/articles/12163873383186",
        ..relay(KnownRelay::Brevo, "")
    },
    Relay {
        dkim: DkimForm::Cname,
        dkim_target: Some("{selector}.{domain}.dkim.fmhosted.com"),
        return_path: Some(ReturnPath::Ours),
        source: "https://www.fastmail.help/hc/en-us/articles/360060591153",
        ..relay(KnownRelay::Fastmail, "include:spf.messagingengine.com")
    },
    Relay {
        inside: 1,
        dkim: DkimForm::Cname,
        dkim_target: Some("{selector}.gandimail.net"),
        return_path: Some(ReturnPath::Ours),
        source: "https://helpdesk.gandi.net/hc/en-us/articles/14001808469404-What-is-an-SPF-record",
        ..relay(KnownRelay::Gandi, "include:_mailcust.gandi.net")
    },
    Relay {
        return_path: Some(ReturnPath::Ours),
        source: "https://support.google.com/a/answer/33786",
        ..relay(KnownRelay::GoogleWorkspace, "include:_spf.google.com")
    },
    Relay {
        inside: 4,
        return_path: Some(ReturnPath::Ours),
        source: "https://www.infomaniak.com/en/support/faq/2199/manage-spf-records",
        ..relay(KnownRelay::Infomaniak, "include:spf.infomaniak.ch")
    },
    Relay {
        inside: 4,
        return_path: Some(ReturnPath::Ours),
        source: "https://documentation.mailgun.com/docs/mailgun/user-manual/domains/domains-verify",
        ..relay(KnownRelay::Mailgun, "include:mailgun.org")
    },
    Relay {
        return_path: Some(ReturnPath::Theirs),
        bounces: Some(("bnc3", "bnc3.mailjet.com")),
        source: "https://documentation.mailjet.com/hc/en-us/articles/360042412734",
        ..relay(KnownRelay::Mailjet, "include:spf.mailjet.com")
    },
    Relay {
        dkim: DkimForm::Cname,
        return_path: Some(ReturnPath::Ours),
        source: "https://learn.microsoft.com/en-us/defender-office-365/email-authentication-spf-configure",
        ..relay(KnownRelay::Microsoft365, "include:spf.protection.outlook.com")
    },
    Relay {
        // Two `ptr`, which count as well.
        inside: 2,
        dkim: DkimForm::Cname,
        return_path: Some(ReturnPath::Ours),
        source: "https://docs.ovhcloud.com/en/guides/web-cloud/domains/dns-zone-spf",
        ..relay(KnownRelay::Ovhcloud, "include:mx.ovh.com")
    },
    Relay {
        return_path: Some(ReturnPath::Theirs),
        bounces: Some(("pm-bounces", "pm.mtasv.net")),
        source: "https://postmarkapp.com/support/article/1046-how-do-i-verify-a-domain",
        ..relay(KnownRelay::Postmark, "")
    },
    Relay {
        inside: 1,
        dkim: DkimForm::Cname,
        return_path: Some(ReturnPath::Ours),
        source: "https://proton.me/support/anti-spoofing-custom-domain",
        ..relay(KnownRelay::Proton, "include:_spf.protonmail.ch")
    },
    Relay {
        source: "https://www.scaleway.com/en/docs/transactional-email/how-to/authenticate-domain",
        ..relay(KnownRelay::ScalewayTem, "include:_spf.tem.scaleway.com")
    },
    Relay {
        dkim: DkimForm::Cname,
        return_path: Some(ReturnPath::Ours),
        source: "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/how-to-set-up-domain-authentication",
        ..relay(KnownRelay::Sendgrid, "")
    },
];

/// A relay that publishes its keys as TXT, shows them in its console, and says nothing of the envelope.
const fn relay(known: KnownRelay, spf: &'static str) -> Relay {
    Relay {
        known,
        spf,
        inside: 0,
        dkim: DkimForm::Txt,
        dkim_target: None,
        return_path: None,
        bounces: None,
        source: "",
    }
}

/// What the relay of a flow needs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Needs<'kb> {
    /// What stands for it in SPF; empty where nothing needs to; nothing where nobody knows.
    pub spf: Option<&'kb str>,
    /// How its keys are published; nothing where nobody knows.
    pub dkim: Option<DkimForm>,
    /// Whose domain stands on the envelope; nothing where nobody knows.
    pub return_path: Option<ReturnPath>,
    /// What the table says of it.
    pub table: Option<&'static Relay>,
}

impl<'kb> Needs<'kb> {
    /// Returns what a provider needs: what it says itself, and for the rest what is known of the relay that it says to be.
    #[must_use]
    pub fn of(provider: &'kb Provider) -> Self {
        let Some(RelayNeeds { relay, spf, dkim, return_path }) = &provider.mail else { return Self::default() };
        let table = relay.and_then(|known| RELAYS.iter().find(|relay| relay.known == known));
        Self {
            spf: match spf {
                Some(Stated::Known(spf)) => Some(spf),
                Some(Stated::None(_)) => Some(""),
                Some(Stated::Unknown) => None,
                None => table.map(|table| table.spf),
            },
            dkim: dkim.or(table.map(|table| table.dkim)),
            return_path: return_path.or(table.and_then(|table| table.return_path)),
            table,
        }
    }

    /// Returns where the CNAME of a key leads, where that follows from its name.
    #[must_use]
    pub fn dkim_target(&self, selector: &str, domain: &str) -> Option<String> {
        let target = self.table?.dkim_target.filter(|_| self.dkim == Some(DkimForm::Cname))?;
        Some(target.replace("{selector}", selector).replace("{domain}", domain))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scalar::Word;

    #[test]
    fn every_relay_that_can_be_declared_is_in_the_table_once_and_says_where_it_is_from() {
        let words: Vec<&str> = RELAYS.iter().map(|relay| relay.known.word()).collect();
        assert_eq!(words, KnownRelay::WORDS);
        for relay in RELAYS {
            assert!(relay.source.starts_with("https://"), "{relay:?}");
            assert!(relay.dkim_target.is_none() || relay.dkim == DkimForm::Cname, "{relay:?}");
        }
    }
}
