//! What is to be said of a flow, requirement by requirement: it is met, missing, not known, or not asked of this flow.

use crate::catalog::TextOrRunbook;
use crate::catalog::mail_flow::{DmarcPolicy, ListUnsubscribe, MailAuth, MailFlow, MailPurpose};
use crate::catalog::relay::ReturnPath;
use crate::diagnostic::{Message, message};
use crate::knowledge::KnowledgeBase;
use crate::scalar::{Stated, Word, words};

use super::demand::{self, Demanded};
use super::zone::report_address;
use super::{Way, plain_name};

words! {
    /// What mail needs in order to arrive, and its sender to hear that it did not.
    Requirement in "mail-requirement" {
        /// The domain names who may send for it.
        Spf = "spf",
        /// It is signed.
        Dkim = "dkim",
        /// What SPF or DKIM proves is the domain that the reader sees.
        Alignment = "alignment",
        /// The domain says what happens to mail that is not ours.
        Dmarc = "dmarc",
        /// Somebody gets the reports about that.
        Reports = "reports",
        /// Where it returns to on the envelope.
        ReturnPath = "return-path",
        /// The address of the sending machine has its name.
        Ptr = "ptr",
        /// Readers stop it by one click.
        OneClick = "one-click",
        /// Somebody reads what cannot be delivered.
        Bounces = "bounces",
        /// Somebody reads complaints.
        Complaints = "complaints",
    }
}

words! {
    /// Whether a requirement is met.
    Verdict in "mail-verdict" {
        /// It is.
        Met = "met",
        /// It is not.
        Missing = "missing",
        /// It is by what is declared, and was seen otherwise from outside.
        Otherwise = "otherwise",
        /// Nobody knows.
        Unknown = "unknown",
        /// Nothing asks for it here.
        NotAsked = "not-asked",
    }
}

/// What is to be said of one requirement.
#[derive(Debug)]
pub struct Judged {
    /// Which.
    pub requirement: Requirement,
    /// Whether it is met.
    pub verdict: Verdict,
    /// Why.
    pub said: Message,
    /// What large receivers demand of it.
    pub demanded: &'static [Demanded],
}

impl KnowledgeBase {
    /// Judges a flow that goes out, by what is declared; nothing of mail that comes in, and nothing for others than admins, from whom it is
    /// withheld.
    #[must_use]
    pub fn judge_mail(&self, flow: &MailFlow) -> Vec<Judged> {
        if !flow.goes_out() || !self.is_whole() {
            return Vec::new();
        }
        let judge = |requirement, (verdict, said), demanded| Judged { requirement, verdict, said, demanded };
        let bulk = demand::is_bulk(flow.volume_per_day);
        let proof: &'static [Demanded] = if bulk { &[Demanded::SpfAndDkim] } else { &[Demanded::SpfOrDkim] };
        vec![
            judge(Requirement::Spf, spf(flow), proof),
            judge(Requirement::Dkim, dkim(flow), proof),
            judge(Requirement::Alignment, alignment(flow), &[Demanded::Alignment]),
            judge(Requirement::Dmarc, self.dmarc(flow), &[Demanded::Dmarc]),
            judge(Requirement::Reports, reports(flow), &[]),
            judge(Requirement::ReturnPath, self.return_path(flow), &[]),
            judge(Requirement::Ptr, self.ptr(flow), &[Demanded::Ptr]),
            judge(Requirement::OneClick, one_click(flow), &[Demanded::OneClick]),
            judge(Requirement::Bounces, landing(flow.bounces.as_ref(), "bounces"), &[]),
            judge(Requirement::Complaints, landing(flow.complaints.as_ref(), "complaints"), &[Demanded::SpamRate]),
        ]
    }

    /// Judges a flow as [`KnowledgeBase::judge_mail`] does, and holds what is declared against what was seen.
    #[must_use]
    pub fn judge_mail_as_seen(&self, flow: &MailFlow) -> Vec<Judged> {
        let mut judged = self.judge_mail(flow);
        for judged in &mut judged {
            let seen = self.seen_of_mail(flow, judged.requirement);
            // How many readers call it spam says nothing of whether somebody reads their complaints.
            let is_of_dns = judged.requirement != Requirement::Complaints;
            if judged.verdict == Verdict::Met && is_of_dns && seen.iter().any(|seen| self.differs(seen).is_some()) {
                judged.verdict = Verdict::Otherwise;
            }
        }
        judged
    }

    fn return_path(&self, flow: &MailFlow) -> (Verdict, Message) {
        let table = match self.way_of(flow) {
            Some(Way::Relay(_, needs)) => needs.return_path,
            Some(Way::Own(_)) => Some(ReturnPath::Ours),
            None => None,
        };
        match (table, &flow.return_path) {
            (Some(ReturnPath::Ours), _) => (Verdict::Met, message!("mail-return-path-ours")),
            (Some(ReturnPath::Theirs), _) => (Verdict::NotAsked, message!("mail-return-path-theirs")),
            (None, Some(_)) => (Verdict::Met, message!("mail-return-path-said")),
            (None, None) => (Verdict::Unknown, message!("mail-return-path-unknown")),
        }
    }

    fn dmarc(&self, flow: &MailFlow) -> (Verdict, Message) {
        match of_proof(flow, |proof| &proof.dmarc) {
            Stated::Known(DmarcPolicy::None) => (Verdict::Met, message!("mail-dmarc-watches")),
            Stated::Known(policy) => (Verdict::Met, message!("mail-dmarc-met", policy = policy.word())),
            Stated::None(_) => (Verdict::Missing, message!("mail-dmarc-missing-record")),
            // A domain has one policy: what another flow says of it holds for this one, too.
            Stated::Unknown => match self.policy_of_others(flow) {
                Some(policy) => (Verdict::Met, message!("mail-dmarc-elsewhere", policy = policy.word())),
                None => (Verdict::Unknown, message!("mail-dmarc-unknown")),
            },
        }
    }

    /// Returns the policy that other flows declare of the domains of a flow; nothing where one of them has none, or they differ.
    fn policy_of_others(&self, flow: &MailFlow) -> Option<DmarcPolicy> {
        let policy = |domain| {
            let flows = self.flows_of(domain).into_iter().filter(|other| other.goes_out());
            let mut policies = flows.filter_map(|other| other.proof()?.dmarc.known().copied());
            let first = policies.next()?;
            policies.all(|policy| policy == first).then_some(first)
        };
        let mut of_domains = flow.from_domains.known().into_iter().flatten().map(policy);
        let first = of_domains.next()??;
        of_domains.all(|policy| policy == Some(first)).then_some(first)
    }

    fn ptr(&self, flow: &MailFlow) -> (Verdict, Message) {
        match (self.way_of(flow), &flow.ptr) {
            (Some(Way::Relay(..)), _) => (Verdict::NotAsked, message!("mail-ptr-relay")),
            (Some(Way::Own(host)), Some(ptr)) => {
                let name = plain_name(ptr);
                let mut named = host.addresses.iter().filter_map(|address| address.name.as_deref()).peekable();
                let is_named = named.peek().is_none() || named.any(|known| plain_name(known) == name);
                match is_named {
                    true => (Verdict::Met, message!("mail-ptr-met")),
                    false => (Verdict::Missing, message!("mail-ptr-other", name = name)),
                }
            }
            (Some(Way::Own(_)), None) => {
                match self.seen_of_mail(flow, Requirement::Ptr).iter().any(|ptr| ptr.is_there()) {
                    true => (Verdict::Unknown, message!("mail-ptr-unwritten")),
                    false => (Verdict::Missing, message!("mail-ptr-missing")),
                }
            }
            (None, _) => (Verdict::Unknown, message!("mail-ptr-unknown")),
        }
    }
}

fn of_proof<T>(flow: &MailFlow, of: impl FnOnce(&MailAuth) -> &Stated<T>) -> Stated<&T> {
    flow.proof().map_or(Stated::Unknown, |proof| of(proof).as_ref())
}

fn spf(flow: &MailFlow) -> (Verdict, Message) {
    match of_proof(flow, |proof| &proof.spf) {
        Stated::Known(true) => (Verdict::Met, message!("mail-spf-met")),
        Stated::Known(false) | Stated::None(_) => (Verdict::Missing, message!("mail-spf-missing")),
        Stated::Unknown => (Verdict::Unknown, message!("mail-spf-unknown")),
    }
}

fn dkim(flow: &MailFlow) -> (Verdict, Message) {
    match of_proof(flow, |proof| &proof.dkim) {
        Stated::Known(selectors) if selectors.is_empty() => (Verdict::Missing, message!("mail-dkim-missing")),
        Stated::Known(selectors) => (Verdict::Met, message!("mail-dkim-met", count = selectors.len())),
        Stated::None(_) => (Verdict::Missing, message!("mail-dkim-missing")),
        Stated::Unknown => (Verdict::Unknown, message!("mail-dkim-unknown")),
    }
}

fn alignment(flow: &MailFlow) -> (Verdict, Message) {
    match of_proof(flow, |proof| &proof.aligned) {
        Stated::Known(true) => (Verdict::Met, message!("mail-alignment-met")),
        Stated::Known(false) | Stated::None(_) => (Verdict::Missing, message!("mail-alignment-missing")),
        Stated::Unknown => (Verdict::Unknown, message!("mail-alignment-unknown")),
    }
}

fn reports(flow: &MailFlow) -> (Verdict, Message) {
    let Some(proof) = flow.proof() else { return (Verdict::Unknown, message!("mail-reports-unknown")) };
    match (&proof.dmarc, &proof.reports_to) {
        (Stated::None(_), _) => (Verdict::NotAsked, message!("mail-reports-no-policy")),
        (_, Some(reports_to @ Stated::Known(_))) => match report_address(reports_to) {
            Some(address) => (Verdict::Met, message!("mail-reports-met", address = address)),
            None => (Verdict::Met, message!("mail-reports-said")),
        },
        (_, Some(Stated::None(_))) => (Verdict::NotAsked, message!("mail-reports-none")),
        (_, Some(Stated::Unknown)) => (Verdict::Unknown, message!("mail-reports-unknown")),
        (_, None) => (Verdict::Missing, message!("mail-reports-missing")),
    }
}

fn one_click(flow: &MailFlow) -> (Verdict, Message) {
    if !matches!(flow.purpose, Stated::Known(MailPurpose::List | MailPurpose::Newsletter)) {
        return match flow.purpose {
            Stated::Unknown => (Verdict::Unknown, message!("mail-one-click-purpose")),
            _ => (Verdict::NotAsked, message!("mail-one-click-person")),
        };
    }
    match &flow.list_unsubscribe {
        Some(Stated::Known(ListUnsubscribe::OneClick)) => (Verdict::Met, message!("mail-one-click-met")),
        Some(Stated::Known(ListUnsubscribe::Mailto)) => (Verdict::Missing, message!("mail-one-click-mailto")),
        Some(Stated::Known(ListUnsubscribe::None)) => (Verdict::Missing, message!("mail-one-click-missing")),
        Some(Stated::None(_)) => (Verdict::NotAsked, message!("mail-one-click-reason")),
        Some(Stated::Unknown) | None => (Verdict::Unknown, message!("mail-one-click-unknown")),
    }
}

fn landing(landing: Option<&Stated<TextOrRunbook>>, what: &'static str) -> (Verdict, Message) {
    match landing {
        Some(Stated::Known(_)) => (Verdict::Met, message!("mail-landing-met", what = what)),
        Some(Stated::None(_)) => (Verdict::NotAsked, message!("mail-landing-none", what = what)),
        Some(Stated::Unknown) | None => (Verdict::Unknown, message!("mail-landing-unknown", what = what)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::history::History;
    use crate::source::Snapshot;
    use crate::{config, knowledge};

    /// What is said of a requirement of a flow beside which another one declares `reject`, after a machine saw something.
    fn judge(requirement: Requirement, auth: &str, seen: &str) -> (Verdict, &'static str) {
        let snapshot = Snapshot::from_archive(&format!(
            "\
-- book.toml --
[releve]
-- runbooks/inventory/domains.yaml --
ours: {{name: ours, fqdn: ours.example}}
-- runbooks/inventory/hosts.yaml --
mx1: {{name: mx1, addresses: [{{ip: 192.0.2.1}}]}}
-- runbooks/inventory/mail_flows.yaml --
chat: {{name: Chat, direction: out, from_domains: [ours], via: host:mx1, auth: {auth}}}
list: {{name: List, direction: out, from_domains: [ours], via: host:mx1, auth: {{dmarc: reject}}}}
-- runbooks/records/observations/2026-11-20-x.yaml --
{}
observed_at: 2026-11-20
good_for: 8d
",
            seen.replace("; ", "\n")
        ));
        let config = config::read(&snapshot, "Test", &|_| true).value;
        let kb = knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 26)).value;
        let flow = kb.catalog.mail_flows.values().find(|flow| flow.id.as_str() == "chat").unwrap();
        let judged = kb.judge_mail_as_seen(flow).into_iter().find(|judged| judged.requirement == requirement).unwrap();
        (judged.verdict, judged.said.id)
    }

    #[test]
    fn what_is_declared_and_seen_otherwise_is_not_met() {
        let spf = |seen| judge(Requirement::Spf, "{spf: true, dmarc: none}", seen);
        assert_eq!(spf("subject: domain:ours; fact: spf; value: nothing").0, Verdict::Otherwise);
        assert_eq!(
            spf("subject: domain:ours; fact: spf; value: [\"v=spf1 -all\", \"v=spf1 ~all\"]").0,
            Verdict::Otherwise
        );
        assert_eq!(spf("subject: domain:ours; fact: spf; value: v=spf1 ip4:192.0.2.1 ~all").0, Verdict::Met);
        // What nobody declared, nothing that was seen contradicts.
        let undeclared = judge(Requirement::Spf, "{spf: unknown}", "subject: domain:ours; fact: spf; value: nothing");
        assert_eq!(undeclared.0, Verdict::Unknown);
    }

    #[test]
    fn a_name_that_was_seen_and_never_written_is_no_missing_name() {
        let ptr = |seen| {
            let seen = format!("subject: host:mx1; fact: ptr; at: 192.0.2.1; value: {seen}");
            judge(Requirement::Ptr, "{spf: true}", &seen)
        };
        assert_eq!(ptr("mx1.ours.example"), (Verdict::Unknown, "mail-ptr-unwritten"));
        assert_eq!(ptr("nothing"), (Verdict::Missing, "mail-ptr-missing"));
    }

    #[test]
    fn the_policy_of_a_domain_holds_for_all_its_flows() {
        let dmarc = |auth| judge(Requirement::Dmarc, auth, "subject: domain:ours; fact: mx; value: nothing");
        assert_eq!(dmarc("{dmarc: unknown}"), (Verdict::Met, "mail-dmarc-elsewhere"));
        assert_eq!(dmarc("{dmarc: {none: x}}"), (Verdict::Missing, "mail-dmarc-missing-record"));
    }
}
