//! Whether what is known of us agrees with what a charter asks: yes, no, or not to be seen from here, with the things that led to it.

use crate::catalog::provider::{Provider, SoftwareFreedom};
use crate::catalog::service::Service;
use crate::config::{Question, Rule};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::ours::is_lent;
use crate::names::EntityRef;
use crate::runbook::front_matter::RunbookType;
use crate::scalar::Stated;

/// What an inventory says to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// It does not agree.
    No,
    /// Nobody can tell from here.
    Unseen,
    /// It agrees.
    Yes,
}

/// A rule, and what the inventory says to it.
#[derive(Debug)]
pub struct Judgement<'kb> {
    /// The rule.
    pub rule: &'kb Rule,
    /// The answer.
    pub answer: Answer,
    /// The things that led to it: those that do not agree, or of which nobody can tell; else those that do.
    pub things: Vec<EntityRef>,
}

/// What one thing says.
type Said = (EntityRef, Answer);

impl KnowledgeBase {
    /// Asks the rules of a charter, in their order.
    pub fn judge_by<'kb>(&'kb self, rules: &'kb [Rule]) -> impl Iterator<Item = Judgement<'kb>> {
        rules.iter().map(|rule| {
            let said = self.said_to(rule.question);
            let answer = said.iter().map(|(_, answer)| *answer).min().unwrap_or(Answer::Unseen);
            let things = said.into_iter().filter(|(_, of)| *of == answer).map(|(thing, _)| thing).collect();
            Judgement { rule, answer, things }
        })
    }

    /// Returns what each thing says that a question concerns.
    fn said_to(&self, question: Question) -> Vec<Said> {
        match question {
            Question::FreeSoftware => self.of_services(|service| free(service.freedom())),
            Question::ExceptionsListed => {
                let services = self.of_services(|service| match service.freedom() {
                    Some(SoftwareFreedom::Nonfree) => yes(self.is_explained(service)),
                    freedom => free(freedom),
                });
                let providers = self.of_providers(|provider| self.unfree_without_reason(provider));
                let all: Vec<Said> = services.into_iter().chain(providers).collect();
                // What is free needs no exception: it is named only where there is nothing else.
                let unfree: Vec<Said> = all.iter().filter(|(thing, _)| !self.is_free(thing)).cloned().collect();
                if unfree.is_empty() { all } else { unfree }
            }
            Question::Control => self.of_services(|service| match &service.runs_on {
                Stated::Known(_) => yes(!is_lent(service)),
                Stated::Unknown | Stated::None(_) => Answer::Unseen,
            }),
            Question::HostNamed => {
                let hosts = self.catalog.hosts.values();
                hosts.map(|host| (EntityRef::from(&host.id), yes(host.provider != Stated::Unknown))).collect()
            }
            Question::ThirdParties => self.of_providers(|provider| {
                self.unfree_without_reason(provider).min(yes(!processes_without_agreement(provider)))
            }),
            Question::Backups => self.of_services(|service| match &service.data {
                Stated::Known(_) => yes(!self.backups_of(service).is_empty()),
                Stated::Unknown => Answer::Unseen,
                Stated::None(_) => Answer::Yes,
            }),
            Question::DataPlace => self.places(),
            Question::Suppliers => self.of_providers(|_| Answer::Yes),
            Question::Terms => {
                let links = self.catalog.organisation.iter().flat_map(|organisation| &organisation.common.links);
                let mut terms = links.filter(|link| link.r#type.as_deref() == Some(TERMS));
                terms.next().map(|_| (EntityRef::Organisation, Answer::Yes)).into_iter().collect()
            }
            Question::NoAdvertising => Vec::new(),
        }
    }

    fn of_services(&self, say: impl Fn(&Service) -> Answer) -> Vec<Said> {
        self.live_services().map(|service| (EntityRef::from(&service.id), say(service))).collect()
    }

    fn of_providers(&self, say: impl Fn(&Provider) -> Answer) -> Vec<Said> {
        let providers = self.catalog.providers.values();
        providers.map(|provider| (EntityRef::from(&provider.id), say(provider))).collect()
    }

    /// Where machines and copies are: by what is written of them, else by the law of who provides them.
    fn places(&self) -> Vec<Said> {
        let law = |id| self.catalog.providers.get(id).is_some_and(|provider| provider.jurisdiction.is_some());
        let hosts = self.catalog.hosts.values().map(|host| {
            let thing = EntityRef::from(&host.id);
            let own = host.location.as_ref().is_some_and(|location| location.country.is_some());
            let lent = self.needs(&thing).into_iter().any(|of| matches!(of, EntityRef::Provider(id) if law(id)));
            (thing, yes(own || lent))
        });
        let copies = self.catalog.backups.values().filter_map(|backup| backup.copies.known()).flatten();
        let stores = copies.filter_map(|copy| match copy.at.known()? {
            EntityRef::Provider(id) => Some((EntityRef::from(id), yes(law(id)))),
            _ => None,
        });
        let mut places: Vec<Said> = hosts.chain(stores).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Whether a provider that is not free is used for a reason that is written down and still holds.
    #[must_use]
    pub fn unfree_without_reason(&self, provider: &Provider) -> Answer {
        match provider.software_freedom {
            Stated::Known(SoftwareFreedom::Nonfree) => {}
            Stated::Unknown => return Answer::Unseen,
            Stated::Known(SoftwareFreedom::Free | SoftwareFreedom::Mixed) | Stated::None(_) => return Answer::Yes,
        }
        let exception = provider.charter_exception.as_ref();
        let holds = exception.is_some_and(|of| of.reason.known().is_some() && of.ended(self.as_of).is_none());
        yes(holds || self.is_decided(&EntityRef::from(&provider.id)))
    }

    /// Whether a reason is written down for software that is not free: a decision about the service, or what is said of a provider where
    /// it runs.
    fn is_explained(&self, service: &Service) -> bool {
        let mut runs_on = service.runs_on.known().into_iter().flatten();
        self.is_decided(&EntityRef::from(&service.id))
            || runs_on.any(|on| match on {
                EntityRef::Provider(id) => self.catalog.providers.get(id).is_some_and(|provider| {
                    provider.charter_exception.is_some() && self.unfree_without_reason(provider) == Answer::Yes
                }),
                _ => false,
            })
    }

    /// Whether a service or a provider is known to need no exception.
    fn is_free(&self, thing: &EntityRef) -> bool {
        match thing {
            EntityRef::Service(id) => {
                self.catalog.services.get(id).and_then(Service::freedom) == Some(SoftwareFreedom::Free)
            }
            EntityRef::Provider(id) => self.catalog.providers.get(id).is_some_and(|provider| {
                !matches!(provider.software_freedom, Stated::Known(SoftwareFreedom::Nonfree) | Stated::Unknown)
            }),
            _ => false,
        }
    }

    /// Whether a decision in force is about a thing.
    fn is_decided(&self, thing: &EntityRef) -> bool {
        self.pages_about(thing).any(|page| match page {
            EntityRef::Runbook(id) => self
                .runbooks
                .get(id)
                .is_some_and(|page| page.runbook_type() == Some(RunbookType::Decision) && page.is_active()),
            _ => false,
        })
    }
}

/// The type of the link that leads to the terms of use.
const TERMS: &str = "terms";

/// Whether a provider sees data of people, and no agreement says what it does with it (GDPR, article 28).
#[must_use]
pub fn processes_without_agreement(provider: &Provider) -> bool {
    provider.processes_personal_data == Some(true) && provider.dpa.is_none()
}

fn yes(agrees: bool) -> Answer {
    if agrees { Answer::Yes } else { Answer::No }
}

fn free(freedom: Option<SoftwareFreedom>) -> Answer {
    freedom.map_or(Answer::Unseen, |freedom| yes(freedom == SoftwareFreedom::Free))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use jiff::civil::date;

    use crate::config;
    use crate::history::History;
    use crate::knowledge;
    use crate::scalar::Word as _;
    use crate::source::Snapshot;

    fn said(inventory: &str) -> String {
        let archive = format!("-- book.toml --\n[releve]\n[charters]\npacks = ['chatons-1']\n{inventory}");
        let snapshot = Snapshot::from_archive(&archive);
        let config = config::read(&snapshot, "Test", &|_| true).value;
        let kb = knowledge::compile(&snapshot, config, History::default(), date(2026, 11, 22)).value;
        let mut said = String::new();
        for pack in &kb.config.charters {
            for judgement in kb.judge_by(&pack.rules) {
                let things: Vec<String> = judgement.things.iter().map(ToString::to_string).collect();
                let _ =
                    writeln!(said, "{} {:?} {}", judgement.rule.question.word(), judgement.answer, things.join(" "));
            }
        }
        said
    }

    #[test]
    fn rules_are_answered_by_what_is_known() {
        let said = said(
            "\
-- runbooks/why.md --
---
title: Why
type: decision
for: ['service:paid']
status: active
---
-- runbooks/inventory/organisation.yaml --
name: Us
links: [{title: Terms, url: 'https://example.org/terms', type: terms}]
-- runbooks/inventory/providers.yaml --
rack: {name: Rack, software_freedom: mixed, jurisdiction: FR}
suite: {name: Suite, software_freedom: nonfree, processes_personal_data: true, charter_exception: {rule: x, reason: they vote, until: 2027-01-01}}
-- runbooks/inventory/hosts.yaml --
srv1: {name: srv1, provider: rack}
-- runbooks/inventory/services.yaml --
wiki: {name: Wiki, software: {name: Wiki, license: MIT}, runs_on: ['host:srv1'], data: personal}
mail: {name: Mail, software: {name: Suite, license: LicenseRef-Suite}, runs_on: ['provider:suite'], data: {none: theirs}}
paid: {name: Paid, software: {name: Paid, license: LicenseRef-Paid}, runs_on: ['host:srv1'], data: {none: nothing}}
",
        );
        let expected = "\
free-software No service:mail service:paid
exceptions-listed Yes service:mail service:paid provider:suite
control No service:mail
host-named Yes host:srv1
third-parties No provider:suite
backups No service:wiki
data-place Yes host:srv1
suppliers Yes provider:rack provider:suite
terms Yes organisation:organisation
no-advertising Unseen \n";
        assert_eq!(said, expected);
    }

    #[test]
    fn what_is_unknown_cannot_be_seen_and_an_exception_that_ended_is_none() {
        let provider = "-- runbooks/inventory/providers.yaml --\nsuite: {name: Suite, software_freedom: unknown}\n";
        assert!(said(provider).contains("third-parties Unseen provider:suite\n"));
        let ended = "-- runbooks/inventory/providers.yaml --\nsuite: {name: Suite, software_freedom: nonfree, charter_exception: {rule: x, reason: y, until: 2026-11-21}}\n";
        assert!(said(ended).contains("exceptions-listed No provider:suite\n"));
        assert!(said("").lines().all(|line| line.contains(" Unseen ")), "{}", said(""));
    }
}
