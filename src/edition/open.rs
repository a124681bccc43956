//! Which fields whoever may read a thing may read. All others are for admins, unless the thing opens them by name.
//!
//! Open is what one tells outsiders when one speaks of a thing at all: what it is, what it promises, what it costs, on what terms one
//! leaves. Closed is what helps to get in, to pose as somebody, or to know what is weak: where it runs, who holds what, which version.

use crate::names::Kind;
use crate::records::RecordKind;

/// What has fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A thing of the inventory.
    Thing(Kind),
    /// A record.
    Record(RecordKind),
}

/// Fields of every thing that are as open as the thing.
const OF_ALL: [&str; 3] = ["name", "summary", "aliases"];

/// Fields within an open field that are not.
const CLOSED_WITHIN: [&str; 2] = ["software.version", "exit.how"];

/// Whether whoever may read a thing may read a field of it, by its path: `software.license`.
#[must_use]
pub fn is_open(holder: Holder, path: &str) -> bool {
    let field = path.split('.').next().unwrap_or_default();
    let is_of_all = matches!(holder, Holder::Thing(_)) && OF_ALL.contains(&field);
    let is_open = may_open(holder) && (is_of_all || fields(holder).contains(&field));
    let is_within =
        |closed: &&str| path.strip_prefix(*closed).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    is_open && !CLOSED_WITHIN.iter().any(is_within)
}

/// Whether a thing can be for others than admins at all. Credentials never are: a list of keys and of who has them is what an attacker
/// asks for first. Nor is what somebody read back in their own words.
#[must_use]
pub fn may_open(holder: Holder) -> bool {
    !matches!(holder, Holder::Thing(Kind::Credential) | Holder::Record(RecordKind::Acknowledgement))
}

/// The open fields of each.
fn fields(holder: Holder) -> &'static [&'static str] {
    match holder {
        Holder::Thing(kind) => match kind {
            Kind::Organisation => &[
                "legal_form",
                "registration_id",
                "country",
                "public_contact",
                "security_contact",
                "languages",
                "charters",
            ],
            Kind::Person => &["roles", "contacts", "languages"],
            Kind::Service => &["lifecycle", "urls", "software", "serves", "mtd", "rto", "rpo", "minimum", "data"],
            Kind::Host => &["type", "hosting", "location"],
            Kind::Provider => &[
                "kind",
                "software_freedom",
                "jurisdiction",
                "processes_personal_data",
                "dpa",
                "exit",
                "charter_exception",
            ],
            Kind::Domain => &["fqdn"],
            Kind::MailFlow => &["direction", "purpose", "from_domains", "via"],
            Kind::Backup => &["covers", "schedule", "retention"],
            Kind::Project => &["contacts", "languages", "promise", "leaves_with"],
            Kind::Contract => &["covers", "cost", "share"],
            Kind::Partner => &["agreed", "agreed_on", "ends_on", "reciprocal", "contacts"],
            Kind::Term => &["fr", "en", "also", "means"],
            Kind::Credential | Kind::Runbook => &[],
        },
        Holder::Record(kind) => match kind {
            RecordKind::Exercise => &["date", "type", "subjects", "result", "took", "data_age"],
            RecordKind::Incident => &["title", "started", "noticed", "ended", "services", "public_summary"],
            RecordKind::Acknowledgement => &[],
        },
    }
}
