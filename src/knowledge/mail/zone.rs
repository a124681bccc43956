//! What has to stand in the DNS of a domain so that its mail arrives: one SPF record for all its relays, its keys, its DMARC policy, and
//! the names of our own machines.

use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::catalog::domain::Domain;
use crate::catalog::host::HostProvider;
use crate::catalog::mail_flow::{DmarcPolicy, MailFlow};
use crate::catalog::relay::{DkimForm, ReturnPath};
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, ProviderId};
use crate::scalar::{Channel, ContactAddress, Stated, Word};

use super::relay::{Needs, Relay};
use super::{Way, plain_name, public_addresses, reverse_name, spf};

/// What has to stand in the DNS of a domain.
#[derive(Debug)]
pub struct Zone<'kb> {
    /// Whether mail is sent from it.
    pub sends: bool,
    /// The records, in the order in which one sets them.
    pub records: Vec<Record>,
    /// How many look-ups its SPF record costs at least: what is inside of what it includes is counted as far as it is known.
    pub lookups: usize,
    /// The relays of which nobody says what stands for them in SPF: the record is not complete.
    pub unsaid: BTreeSet<&'kb ProviderId>,
    /// What was taken from the table of known relays.
    pub from_table: Vec<(&'kb ProviderId, &'static Relay)>,
    /// Whether flows disagree about the policy: the domain can have only one.
    pub policies_differ: bool,
    /// Whether somebody gets the reports.
    pub has_reports: bool,
}

/// A record to publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The whole name, without the dot at its end.
    pub name: String,
    /// `TXT`, `CNAME` or `PTR`.
    pub kind: &'static str,
    /// What it says, as it goes into a zone.
    pub content: Content,
    /// What it is for.
    pub purpose: Purpose,
}

/// What a record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// This, to the letter.
    Value(String),
    /// What the console of a relay shows.
    Console(EntityRef),
    /// What the mail server of a machine of ours shows.
    Server(EntityRef),
}

/// What a record is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Says who may send.
    Spf,
    /// Says that nobody may.
    NoSpf,
    /// The key with a selector.
    Dkim(String),
    /// Says what happens to mail that is not ours.
    Dmarc,
    /// Says that a domain from which nothing comes is always forged.
    NoDmarc,
    /// Lets reports arrive at another domain, in whose DNS it stands (RFC 7489, section 7.1).
    Reports(String),
    /// Puts our domain on the envelope of a relay, so that SPF counts as well. Nothing needs it.
    Bounces,
    /// Gives an address of ours its name, at whoever rents it to us.
    Ptr {
        /// The machine.
        host: EntityRef,
        /// Its address.
        ip: IpAddr,
        /// Who rents it to us; nothing where it is ours.
        provider: Option<ProviderId>,
    },
}

impl KnowledgeBase {
    /// Returns what has to stand in the DNS of a domain; nothing of one without a name, and of one of which nobody knows whether it sends.
    /// An edition for others than admins may not see every flow: what it says would forbid mail that is sent.
    #[must_use]
    pub fn zone_of(&self, domain: &Domain) -> Option<Zone<'_>> {
        if !self.is_whole() {
            return None;
        }
        let fqdn = plain_name(domain.fqdn.known()?);
        // An alias, or an address, is no name of ours to publish for.
        if fqdn.is_empty() || !fqdn.bytes().all(|byte| byte.is_ascii_graphic()) {
            return None;
        }
        let flows: Vec<&MailFlow> = self.flows_of(&domain.id).into_iter().filter(|flow| flow.goes_out()).collect();
        if flows.is_empty() {
            return self.silent.contains(&domain.id).then(|| silent(&fqdn));
        }
        let mut zone = Zone {
            sends: true,
            records: Vec::new(),
            lookups: 0,
            unsaid: BTreeSet::new(),
            from_table: Vec::new(),
            policies_differ: false,
            has_reports: false,
        };
        let mut terms: Vec<String> = Vec::new();
        let mut relays = BTreeSet::new();
        for flow in &flows {
            match self.way_of(flow) {
                Some(Way::Relay(provider, needs)) if relays.insert(&provider.id) => {
                    zone.add_relay(&provider.id, needs, &mut terms);
                }
                Some(Way::Own(host)) => {
                    let own =
                        public_addresses(host).map(|ip| format!("{}:{ip}", if ip.is_ipv4() { "ip4" } else { "ip6" }));
                    own.for_each(|term| push(&mut terms, term));
                }
                Some(Way::Relay(..)) | None => {}
            }
        }
        zone.lookups += spf::lookups(&terms.join(" "));
        let is_complete = zone.unsaid.is_empty() && flows.iter().all(|flow| self.way_of(flow).is_some());
        if is_complete || !terms.is_empty() {
            let terms = terms.iter().map(|term| format!(" {term}")).collect::<String>();
            let value = spf::written(&format!("v=spf1{terms} ~all"));
            zone.records.push(Record::txt(fqdn.clone(), value, Purpose::Spf));
        }
        self.keys(&flows, &fqdn, &mut zone);
        zone.policy(&flows, &fqdn);
        self.names_of_hosts(&flows, &mut zone);
        self.bounces(&flows, &fqdn, &mut zone);
        Some(zone)
    }

    /// The keys that its mail is signed with.
    fn keys(&self, flows: &[&MailFlow], fqdn: &str, zone: &mut Zone<'_>) {
        let mut told = BTreeSet::new();
        for flow in flows {
            let selectors = flow.proof().and_then(|proof| proof.dkim.known());
            let (Some(selectors), Some(way)) = (selectors, self.way_of(flow)) else { continue };
            for selector in selectors.iter().map(|selector| plain_name(selector)) {
                if selector.is_empty() || !told.insert(selector.clone()) {
                    continue;
                }
                let (kind, content) = match way {
                    Way::Own(host) => ("TXT", Content::Server((&host.id).into())),
                    Way::Relay(provider, needs) => {
                        let kind = if needs.dkim == Some(DkimForm::Cname) { "CNAME" } else { "TXT" };
                        let target = needs.dkim_target(&selector, fqdn).map(|target| Content::Value(target + "."));
                        (kind, target.unwrap_or_else(|| Content::Console((&provider.id).into())))
                    }
                };
                let name = format!("{selector}._domainkey.{fqdn}");
                zone.records.push(Record { name, kind, content, purpose: Purpose::Dkim(selector) });
            }
        }
    }

    /// The names of the machines of ours that send.
    fn names_of_hosts(&self, flows: &[&MailFlow], zone: &mut Zone<'_>) {
        for flow in flows {
            let (Some(Way::Own(host)), Some(ptr)) = (self.way_of(flow), &flow.ptr) else { continue };
            let provider = match &host.provider {
                Stated::Known(HostProvider::Provider(id)) => Some(id.clone()),
                _ => None,
            };
            for ip in public_addresses(host) {
                let record = Record {
                    name: reverse_name(ip),
                    kind: "PTR",
                    content: Content::Value(plain_name(ptr) + "."),
                    purpose: Purpose::Ptr { host: (&host.id).into(), ip, provider: provider.clone() },
                };
                if !zone.records.contains(&record) {
                    zone.records.push(record);
                }
            }
        }
    }

    /// What puts our domain on the envelope of relays that put theirs there.
    fn bounces(&self, flows: &[&MailFlow], fqdn: &str, zone: &mut Zone<'_>) {
        for flow in flows {
            let Some(Way::Relay(_, Needs { return_path: Some(ReturnPath::Theirs), table: Some(table), .. })) =
                self.way_of(flow)
            else {
                continue;
            };
            let Some((label, target)) = table.bounces else { continue };
            let record = Record {
                name: format!("{label}.{fqdn}"),
                kind: "CNAME",
                content: Content::Value(format!("{target}.")),
                purpose: Purpose::Bounces,
            };
            if !zone.records.contains(&record) {
                zone.records.push(record);
            }
        }
    }
}

impl<'kb> Zone<'kb> {
    fn add_relay(&mut self, provider: &'kb ProviderId, needs: Needs<'kb>, terms: &mut Vec<String>) {
        match needs.spf {
            Some(spf) => spf::terms(spf).for_each(|term| push(terms, term)),
            None => {
                self.unsaid.insert(provider);
            }
        }
        if let Some(table) = needs.table {
            self.from_table.push((provider, table));
            // What the provider says itself may include something else.
            if needs.spf == Some(table.spf) {
                self.lookups += table.inside;
            }
        }
    }

    /// The policy of the domain, and what reports about it need elsewhere. Where flows disagree, the mildest: it loses nothing.
    fn policy(&mut self, flows: &[&MailFlow], fqdn: &str) {
        let proofs = || flows.iter().filter_map(|flow| flow.proof());
        let policies: BTreeSet<DmarcPolicy> = proofs().filter_map(|proof| proof.dmarc.known().copied()).collect();
        self.policies_differ = policies.len() > 1;
        let policy = policies.first().copied().unwrap_or(DmarcPolicy::None);
        let reports: BTreeSet<&str> = proofs().filter_map(|proof| report_address(proof.reports_to.as_ref()?)).collect();
        self.has_reports = !reports.is_empty();
        let mut value = format!("v=DMARC1; p={}", policy.word());
        if !reports.is_empty() {
            let addresses: Vec<String> = reports.iter().map(|address| format!("mailto:{address}")).collect();
            value += &format!("; rua={}", addresses.join(","));
        }
        self.records.push(Record::txt(format!("_dmarc.{fqdn}"), spf::written(&value), Purpose::Dmarc));
        for address in reports {
            let Some((_, other)) = address.rsplit_once('@').map(|(local, other)| (local, plain_name(other))) else {
                continue;
            };
            // Only a domain that is not below the same one has to say that it takes the reports.
            let is_near = other == fqdn || fqdn.ends_with(&format!(".{other}")) || other.ends_with(&format!(".{fqdn}"));
            if !is_near {
                let name = format!("{fqdn}._report._dmarc.{other}");
                self.records.push(Record::txt(name, "v=DMARC1".to_owned(), Purpose::Reports(other)));
            }
        }
    }
}

impl Record {
    fn txt(name: String, value: String, purpose: Purpose) -> Self {
        Self { name, kind: "TXT", content: Content::Value(value), purpose }
    }
}

/// What a domain says from which nothing is sent.
fn silent(fqdn: &str) -> Zone<'static> {
    Zone {
        sends: false,
        records: vec![
            Record::txt(fqdn.to_owned(), "v=spf1 -all".to_owned(), Purpose::NoSpf),
            Record::txt(format!("_dmarc.{fqdn}"), "v=DMARC1; p=reject".to_owned(), Purpose::NoDmarc),
        ],
        lookups: 0,
        unsaid: BTreeSet::new(),
        from_table: Vec::new(),
        policies_differ: false,
        has_reports: false,
    }
}

fn push(terms: &mut Vec<String>, term: String) {
    if !terms.contains(&term) {
        terms.push(term);
    }
}

/// Returns the mail address that reports go to, where they go to one. What would end the address in a record is none.
#[must_use]
pub fn report_address(reports_to: &Stated<Channel>) -> Option<&str> {
    let address = match reports_to.known()? {
        Channel::Address(ContactAddress::Email(email)) => email.as_str(),
        Channel::Address(ContactAddress::Url(url)) => url.as_str().strip_prefix("mailto:")?,
        Channel::Text(_) => return None,
    };
    (!address.contains([';', ',', '!', '?'])).then_some(address)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::history::History;
    use crate::source::Snapshot;
    use crate::{config, knowledge};

    /// The records of a domain, a line each, and what one has to know.
    fn zone(flows: &str) -> String {
        let snapshot = Snapshot::from_archive(&format!(
            "\
-- book.toml --
[releve]
-- runbooks/inventory/domains.yaml --
ours: {{name: ours, fqdn: Ours.example.}}
boxes: {{name: boxes, fqdn: boxes.example}}
-- runbooks/inventory/providers.yaml --
mailjet: {{name: Mailjet, mail: {{relay: mailjet}}}}
google: {{name: Google, mail: {{relay: google-workspace}}}}
gandi: {{name: Gandi, mail: {{relay: gandi, spf: \"v=spf1 include:_mailcust.gandi.net -all\"}}}}
other: {{name: Other}}
rack: {{name: Rack}}
-- runbooks/inventory/hosts.yaml --
mx1:
  name: mx1
  provider: rack
  addresses: [{{ip: 192.0.2.1}}, {{ip: \"2001:db8::1\"}}, {{ip: 10.0.0.1, scope: private}}, {{ip: not an address}}]
-- runbooks/inventory/mail_flows.yaml --
{flows}
"
        ));
        let config = config::read(&snapshot, "Test", &|_| true).value;
        let kb = knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 26)).value;
        let domain = kb.catalog.domains.values().find(|domain| domain.id.as_str() == "ours").unwrap();
        let Some(zone) = kb.zone_of(domain) else { return "nothing\n".to_owned() };
        let mut said = String::new();
        for Record { name, kind, content, .. } in &zone.records {
            said += &match content {
                Content::Value(value) => format!("{name} {kind} {value}\n"),
                Content::Console(of) | Content::Server(of) => format!("{name} {kind} shown by {of}\n"),
            };
        }
        let Zone { lookups, unsaid, policies_differ, .. } = zone;
        said + &format!("{lookups} look-ups, {} unsaid, policies differ: {policies_differ}\n", unsaid.len())
    }

    fn flow(name: &str, via: &str, auth: &str) -> String {
        format!(
            "{name}: {{name: X, direction: out, from_domains: [ours], via: {via}, ptr: mx1.ours.example, auth: {auth}}}\n"
        )
    }

    #[test]
    fn all_relays_of_a_domain_stand_in_one_record() {
        let auth = |key: &str, policy: &str| {
            format!("{{spf: true, dkim: [{key}], dmarc: {policy}, aligned: true, reports_to: dmarc@boxes.example}}")
        };
        let flows = [
            flow("a", "provider:mailjet", &auth("mailjet", "quarantine")),
            flow("b", "provider:mailjet", &auth("mailjet", "quarantine")),
            flow("c", "provider:google", &auth("google", "none")),
            flow("d", "provider:gandi", &auth("gm1, gm2", "unknown")),
            flow("e", "host:mx1", &auth("own", "{none: x}")),
        ];
        assert_data_eq!(
            zone(&flows.concat()),
            str![[r#"
ours.example TXT v=spf1 include:spf.mailjet.com include:_spf.google.com include:_mailcust.gandi.net ip4:192.0.2.1 ip6:2001:db8::1 ~all
mailjet._domainkey.ours.example TXT shown by provider:mailjet
google._domainkey.ours.example TXT shown by provider:google
gm1._domainkey.ours.example CNAME gm1.gandimail.net.
gm2._domainkey.ours.example CNAME gm2.gandimail.net.
own._domainkey.ours.example TXT shown by host:mx1
_dmarc.ours.example TXT v=DMARC1; p=none; rua=mailto:dmarc@boxes.example
ours.example._report._dmarc.boxes.example TXT v=DMARC1
1.2.0.192.in-addr.arpa PTR mx1.ours.example.
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa PTR mx1.ours.example.
bnc3.ours.example CNAME bnc3.mailjet.com.
3 look-ups, 0 unsaid, policies differ: true

"#]]
        );
    }

    #[test]
    fn what_nobody_says_of_a_relay_is_said_and_a_policy_that_loses_nothing_is_proposed() {
        assert_data_eq!(
            zone(&flow("a", "provider:other", "unknown")),
            str![[r#"
_dmarc.ours.example TXT v=DMARC1; p=none
0 look-ups, 1 unsaid, policies differ: false

"#]]
        );
        assert_data_eq!(
            zone(&flow("a", "unknown", "{spf: true, dkim: unknown, dmarc: reject, aligned: true}")),
            str![[r#"
_dmarc.ours.example TXT v=DMARC1; p=reject
0 look-ups, 0 unsaid, policies differ: false

"#]]
        );
    }

    #[test]
    fn a_domain_from_which_nothing_is_sent_says_so_unless_something_may_be() {
        let other = "a: {name: X, direction: out, from_domains: [boxes], via: provider:mailjet, auth: unknown}\n";
        let incoming = "b: {name: X, direction: in, from_domains: [ours], via: provider:mailjet}\n";
        assert_data_eq!(
            zone(&format!("{other}{incoming}")),
            str![[r#"
ours.example TXT v=spf1 -all
_dmarc.ours.example TXT v=DMARC1; p=reject
0 look-ups, 0 unsaid, policies differ: false

"#]]
        );
        assert_eq!(zone(&format!("{other}{}", incoming.replace("in,", "unknown,"))), "nothing\n");
        assert_eq!(zone(&other.replace("[boxes]", "unknown")), "nothing\n");
        assert_eq!(zone("{}"), "nothing\n");
    }
}
