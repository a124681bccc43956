//! The DNS records that a domain needs so that its mail arrives, ready to be copied, beside what was seen of each.

use serde::Serialize;

use crate::catalog::Entity;
use crate::catalog::domain::Domain;
use crate::diagnostic::message;
use crate::knowledge::mail::relay::READ_ON;
use crate::knowledge::mail::spf::MOST_LOOKUPS;
use crate::knowledge::mail::zone::{Content, Purpose, Record, Zone};
use crate::names::EntityRef;
use crate::output::site::here::{Here, Link};
use crate::output::site::observed::ObservedView;
use crate::records::observation::{Observation, ObservedFact};

/// The DNS records of a domain.
#[derive(Debug, Serialize)]
pub(super) struct DnsView {
    lead: String,
    /// Who runs the name servers: there the records are set.
    at: Option<Link>,
    records: Vec<RecordView>,
    /// What one has to know before one sets them.
    notes: Vec<NoteView>,
    /// Where what the relays need is from.
    sources: Vec<SourceView>,
}

/// A record to publish.
#[derive(Debug, Serialize)]
struct RecordView {
    name: String,
    /// `TXT`, `CNAME` or `PTR`.
    kind: &'static str,
    /// What it is for.
    why: String,
    /// What it says; nothing where something else shows it.
    value: Option<String>,
    /// What shows it, in a sentence.
    shown_by: Option<String>,
    /// The console or the machine that shows it.
    shower: Option<Link>,
    /// What was seen of it.
    observed: Option<ObservedView>,
}

/// Something one has to know.
#[derive(Debug, Serialize)]
struct NoteView {
    text: String,
    /// Whether something is wrong.
    warns: bool,
}

/// A page of a relay that says what it needs.
#[derive(Debug, Serialize)]
struct SourceView {
    /// According to whom, as of when.
    text: String,
    href: &'static str,
}

/// Shows the DNS records of a domain; nothing of other things. Says with them which observations are shown there.
pub(super) fn of<'a>(here: &Here<'a>, entity: &Entity) -> Option<(DnsView, Vec<&'a Observation>)> {
    let kb = here.kb();
    let EntityRef::Domain(id) = &entity.reference else { return None };
    let domain = kb.catalog.domains.get(id)?;
    let zone = kb.zone_of(domain)?;
    let mut shown = Vec::new();
    let records = zone.records.iter().map(|of| record(here, domain, of, &mut shown)).collect();
    let words = here.words();
    let lead = if zone.sends { "dns-lead" } else { "dns-lead-silent" };
    let source = |(provider, relay): &(&_, &'static crate::knowledge::mail::relay::Relay)| SourceView {
        text: words.say(&message!(
            "dns-according-to",
            relay = here.word(relay.known),
            provider = here.name(&EntityRef::from(*provider)).0.into_owned(),
            date = here.date(READ_ON)
        )),
        href: relay.source,
    };
    let view = DnsView {
        lead: words.word(lead),
        at: domain.dns.known().and_then(|dns| here.link_to(&dns.into())),
        records,
        notes: notes(here, &zone),
        sources: zone.from_table.iter().map(source).collect(),
    };
    Some((view, shown))
}

fn record<'a>(here: &Here<'a>, domain: &Domain, record: &Record, shown: &mut Vec<&'a Observation>) -> RecordView {
    let words = here.words();
    let seen = &here.kb().records.observations;
    let of = EntityRef::from(&domain.id);
    let (why, observation) = match &record.purpose {
        Purpose::Spf => (message!("dns-spf"), seen.find(&of, ObservedFact::Spf, None)),
        Purpose::NoSpf => (message!("dns-no-spf"), seen.find(&of, ObservedFact::Spf, None)),
        Purpose::Dkim(selector) => {
            (message!("dns-dkim", selector = selector.as_str()), seen.find(&of, ObservedFact::Dkim, Some(selector)))
        }
        Purpose::Dmarc => (message!("dns-dmarc"), seen.find(&of, ObservedFact::Dmarc, None)),
        Purpose::NoDmarc => (message!("dns-no-dmarc"), seen.find(&of, ObservedFact::Dmarc, None)),
        Purpose::Reports(other) => (message!("dns-reports", domain = other.as_str()), None),
        Purpose::Bounces => (message!("dns-bounces"), None),
        Purpose::Ptr { host, ip, provider } => {
            let why = match provider {
                Some(provider) => {
                    message!("dns-ptr", provider = here.name(&provider.into()).0.into_owned())
                }
                None => message!("dns-ptr-own"),
            };
            (why, seen.find(host, ObservedFact::Ptr, Some(&ip.to_string())))
        }
    };
    shown.extend(observation);
    let (value, shown_by, shower) = match &record.content {
        Content::Value(value) => (Some(value.clone()), None, None),
        Content::Console(provider) => (None, Some("dns-in-console"), here.link_to(provider)),
        Content::Server(host) => (None, Some("dns-on-server"), here.link_to(host)),
    };
    RecordView {
        name: record.name.clone(),
        kind: record.kind,
        why: words.say(&why),
        value,
        shown_by: shown_by.map(|id| words.word(id)),
        shower,
        observed: observation.map(|observation| ObservedView::new(here, observation)),
    }
}

fn notes(here: &Here<'_>, zone: &Zone<'_>) -> Vec<NoteView> {
    let words = here.words();
    let mut notes = Vec::new();
    for relay in &zone.unsaid {
        let relay = here.name(&EntityRef::from(*relay)).0.into_owned();
        notes.push(NoteView { text: words.say(&message!("dns-unsaid", relay = relay)), warns: true });
    }
    if zone.policies_differ {
        notes.push(NoteView { text: words.word("dns-policies-differ"), warns: true });
    }
    if zone.sends && !zone.has_reports {
        notes.push(NoteView { text: words.word("dns-no-reports"), warns: true });
    }
    if zone.sends {
        let message = message!("dns-lookups", count = zone.lookups, most = MOST_LOOKUPS);
        notes.push(NoteView { text: words.say(&message), warns: zone.lookups > MOST_LOOKUPS });
    }
    notes
}
