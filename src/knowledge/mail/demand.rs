//! What large receivers demand of those who send mail to them, by volume: one table for checks and pages.

use jiff::civil::{Date, date};

use crate::catalog::mail_flow::MailVolume;
use crate::scalar::{Share, words};

words! {
    /// What is demanded of a sender.
    Demanded in "demanded" {
        /// One of SPF and DKIM passes.
        SpfOrDkim = "spf-or-dkim",
        /// Both pass.
        SpfAndDkim = "spf-and-dkim",
        /// The domain has a DMARC record; `p=none` is enough.
        Dmarc = "dmarc",
        /// What SPF or DKIM proves is the domain that the reader sees.
        Alignment = "alignment",
        /// The address of the sending machine has a name that leads back to it.
        Ptr = "ptr",
        /// Mail is handed over encrypted.
        Tls = "tls",
        /// Lists and newsletters are stopped by one click (RFC 8058). Yahoo recommends it, and takes an address instead.
        OneClick = "one-click",
        /// Few readers call it spam.
        SpamRate = "spam-rate",
    }
}

words! {
    /// Of whom something is demanded.
    Senders in "senders" {
        /// Of everybody.
        All = "all",
        /// Of whoever sends so much that it counts as bulk.
        Bulk = "bulk",
    }
}

/// Above this share of mail that readers call spam, Gmail and Yahoo hold mail back.
pub const SPAM_LIMIT: Share = Share::thousandths(300);
/// Below it, Gmail calls a sender good.
pub const SPAM_GOAL: Share = Share::thousandths(100);

/// Somebody who takes mail for many people, and what they say.
#[derive(Debug)]
pub struct Receiver {
    /// What it is called.
    pub name: &'static str,
    /// The page that says what it demands.
    pub source: &'static str,
    /// The day on which that page, or a copy of it, was last read.
    pub read_on: Date,
    /// From how many mails a day to its users a sender counts as bulk; nothing where it names no number.
    pub bulk_from: Option<u32>,
}

/// Gmail. Whoever was a bulk sender once is one for good, and close to its number is enough.
pub static GMAIL: Receiver = Receiver {
    name: "Gmail",
    source: "https://support.google.com/a/answer/81126",
    read_on: date(2026, 11, 27),
    bulk_from: Some(5000),
};
/// Yahoo and AOL.
pub static YAHOO: Receiver = Receiver {
    name: "Yahoo",
    source: "https://senders.yahooinc.com/best-practices/",
    read_on: date(2026, 11, 27),
    bulk_from: None,
};
/// Outlook.com, Hotmail and Live; not the mailboxes of companies at Microsoft 365.
pub static OUTLOOK: Receiver = Receiver {
    name: "Outlook",
    source: "https://techcommunity.microsoft.com/blog/microsoftdefenderforoffice365blog/strengthening-email-ecosystem-outlook%E2%80%99s-new-requirements-for-high%E2%80%90volume-senders/4399730",
    read_on: date(2026, 11, 27),
    bulk_from: Some(5000),
};

/// All of them.
pub static RECEIVERS: [&Receiver; 3] = [&GMAIL, &YAHOO, &OUTLOOK];

/// Something that is demanded, of whom, and by whom since when.
#[derive(Debug)]
pub struct Demand {
    /// What.
    pub what: Demanded,
    /// Of whom.
    pub of: Senders,
    /// By whom, and since when.
    pub by: &'static [(&'static Receiver, Date)],
}

/// The day from which Gmail and Yahoo demanded most of it.
const FIRST: Date = date(2024, 2, 1);
/// The day from which they demanded the click.
const CLICK: Date = date(2024, 6, 1);
/// The day from which Outlook demands authentication.
const LAST: Date = date(2025, 5, 5);

/// Everything that is demanded.
pub static DEMANDS: &[Demand] = &[
    Demand { what: Demanded::SpfOrDkim, of: Senders::All, by: &[(&GMAIL, FIRST), (&YAHOO, FIRST)] },
    Demand { what: Demanded::Ptr, of: Senders::All, by: &[(&GMAIL, FIRST), (&YAHOO, FIRST)] },
    Demand { what: Demanded::Tls, of: Senders::All, by: &[(&GMAIL, FIRST)] },
    Demand { what: Demanded::SpamRate, of: Senders::All, by: &[(&GMAIL, FIRST), (&YAHOO, FIRST)] },
    Demand { what: Demanded::SpfAndDkim, of: Senders::Bulk, by: &[(&GMAIL, FIRST), (&YAHOO, FIRST), (&OUTLOOK, LAST)] },
    Demand { what: Demanded::Dmarc, of: Senders::Bulk, by: &[(&GMAIL, FIRST), (&YAHOO, FIRST), (&OUTLOOK, LAST)] },
    Demand { what: Demanded::Alignment, of: Senders::Bulk, by: &[(&GMAIL, FIRST), (&YAHOO, FIRST), (&OUTLOOK, LAST)] },
    Demand { what: Demanded::OneClick, of: Senders::Bulk, by: &[(&GMAIL, CLICK), (&YAHOO, CLICK)] },
];

/// Whether so much mail counts as bulk. What is not known does not.
#[must_use]
pub fn is_bulk(volume: Option<MailVolume>) -> bool {
    volume == Some(MailVolume::From5k)
}

/// Names who demands something, of everybody or only of bulk senders: all but the last, or `none`, and the last.
#[must_use]
pub fn receivers(what: Demanded) -> (String, &'static str) {
    let demand = DEMANDS.iter().find(|demand| demand.what == what);
    let names = demand.into_iter().flat_map(|demand| demand.by).map(|(receiver, _)| receiver.name);
    let mut names: Vec<&str> = names.collect();
    let last = names.pop().unwrap_or_default();
    (if names.is_empty() { "none".to_owned() } else { names.join(", ") }, last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scalar::Word;

    #[test]
    fn everything_that_can_be_demanded_is_demanded_once() {
        let mut words: Vec<&str> = DEMANDS.iter().map(|demand| demand.what.word()).collect();
        words.sort_unstable();
        let mut all = Demanded::WORDS.to_vec();
        all.sort_unstable();
        assert_eq!(words, all);
        assert_eq!(receivers(Demanded::Ptr), ("Gmail".to_owned(), "Yahoo"));
        assert_eq!(receivers(Demanded::Tls), ("none".to_owned(), "Gmail"));
    }
}
