//! What must be so before anything else counts: while one of these gates is shut, nobody takes over today (`domain.md` §5.3).

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::catalog::credential::{Credential, Vault};
use crate::catalog::person::{Person, Role};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::evidence::{COPY, Level};
use crate::knowledge::ours::Ours;
use crate::names::{CredentialId, EntityRef};
use crate::runbook::Runbook;
use crate::runbook::section::SectionRole;
use crate::scalar::{Duration, Stated};

use super::access::Keyring;
use super::course::Course;
use super::reason::Why;
use super::requirement::Requirement;
use super::supposed::Supposed;
use super::verdict::{Judged, ServiceVerdict};

/// A gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gate {
    /// They can be reached while everything of ours is down.
    Reachable,
    /// The vaults in which the keys lie open to them, as was shown.
    Vault,
    /// The registrar and the name servers of every domain open to them, and no domain ends soon by itself.
    Domains,
    /// They opened the copy of this site that lies elsewhere, within 90 days.
    Copy,
    /// Somebody other than those who are gone can pay, and speak for the organisation.
    Organisation,
    /// A page says what to do in the first hour, somebody may declare the takeover, and they said back what the page means.
    Takeover,
    /// They committed to the repository of this project lately: they have a clone and may write.
    Repository,
    /// What must come back is in a backup whose key does not lie in what it protects.
    Backups,
}

impl Gate {
    /// All gates, in the order in which one passes through them.
    pub const ALL: [Self; 8] = [
        Self::Reachable,
        Self::Vault,
        Self::Domains,
        Self::Copy,
        Self::Organisation,
        Self::Takeover,
        Self::Repository,
        Self::Backups,
    ];

    /// Returns the message that says when it is open.
    #[must_use]
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Reachable => "gate-reachable",
            Self::Vault => "gate-vault",
            Self::Domains => "gate-domains",
            Self::Copy => "gate-copy",
            Self::Organisation => "gate-organisation",
            Self::Takeover => "gate-takeover",
            Self::Repository => "gate-repository",
            Self::Backups => "gate-backups",
        }
    }

    /// Returns the word by which programs know it.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.message_id().trim_start_matches("gate-")
    }
}

/// Whether a gate is open, and what shuts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateVerdict {
    /// Which one.
    pub gate: Gate,
    /// Whether it is open, on each day.
    pub course: Course<bool>,
    /// What shuts it on the day of judgement.
    pub closed: Vec<Closed>,
}

/// What shuts a gate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Closed {
    /// What it is about; nothing where something is missing.
    pub thing: Option<EntityRef>,
    /// What is wrong.
    pub by: ClosedBy,
}

/// What is wrong at a gate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClosedBy {
    /// Every way to reach them runs over what is ours, or none is known.
    Unreachable,
    /// They do not get in, or it was not shown that they do.
    Access(Option<Why>),
    /// Nobody says who keeps it.
    KeeperUnknown,
    /// It ends on that day, and nothing renews it by itself.
    Ends(Date),
    /// Nobody says when it ends.
    EndUnknown,
    /// They never opened the copy.
    NeverOpened,
    /// They opened the copy too long ago: it counted until that day.
    OpenedUntil(Date),
    /// Nobody else can pay.
    NobodyPays,
    /// Nobody else may speak for the organisation.
    NobodySpeaks,
    /// No page says what to do in the first hour.
    NoPage,
    /// Nobody who is there may declare a takeover.
    NobodyDeclares,
    /// Nobody says after what silence.
    NoTrigger,
    /// They never said back what it means.
    NotReadBack,
    /// It has changed since they read it, or nobody can tell.
    ChangedSince,
    /// No commit of theirs is known.
    NeverCommitted,
    /// Their last commit is too old: it counted until that day.
    CommittedUntil(Date),
    /// No backup holds what it holds.
    NoBackup,
    /// What decrypts it lies in what it protects.
    KeyInside,
}

/// How long a commit shows that somebody may write: as long as any other way in (`domain.md` §5.2).
const COMMIT: Duration = Duration::days(180);
/// How long before its end a domain that nobody renews by itself is in danger (`domain.md` §3, `domain/expires`).
const ENDS_SOON: Duration = Duration::days(60);

/// What the gates are judged from.
pub(super) struct GateKeeper<'a, 'kb> {
    pub kb: &'kb KnowledgeBase,
    pub who: &'kb EntityRef,
    pub supposed: &'a Supposed,
    pub keyring: &'a Keyring<'kb>,
    pub requirements: &'a [Requirement<'kb>],
    pub services: &'a [ServiceVerdict<'kb>],
}

impl GateKeeper<'_, '_> {
    /// Judges every gate.
    pub(super) fn judge(&self) -> Vec<GateVerdict> {
        Gate::ALL.into_iter().map(|gate| self.verdict(gate)).collect()
    }

    fn verdict(&self, gate: Gate) -> GateVerdict {
        let mut findings = Findings { today: self.kb.as_of, course: Course::always(true), closed: Vec::new() };
        match gate {
            Gate::Reachable => self.reachable(&mut findings),
            Gate::Vault => self.vault(&mut findings),
            Gate::Domains => self.domains(&mut findings),
            Gate::Copy => self.copy(&mut findings),
            Gate::Organisation => self.organisation(&mut findings),
            Gate::Takeover => self.takeover(&mut findings),
            Gate::Repository => self.repository(&mut findings),
            Gate::Backups => self.backups(&mut findings),
        }
        findings.closed.sort_unstable();
        findings.closed.dedup();
        GateVerdict { gate, course: findings.course, closed: findings.closed }
    }

    fn reachable(&self, findings: &mut Findings) {
        let EntityRef::Person(id) = self.who else { return };
        let person = self.kb.catalog.people.get(id);
        if !person.is_some_and(|person| is_reachable(self.kb, person)) {
            findings.shut(Some(self.who), ClosedBy::Unreachable);
        }
    }

    fn vault(&self, findings: &mut Findings) {
        let of_doors: BTreeSet<&CredentialId> = self.keys_of_doors().map(|key| &key.id).collect();
        let decrypts =
            |key: &Credential| self.kb.referring(&EntityRef::from(&key.id), "encryption_key").next().is_some();
        let keys = self.kb.catalog.credentials.values().filter(|key| of_doors.contains(&key.id) || decrypts(key));
        let vaults: BTreeSet<&EntityRef> = keys
            .filter_map(|key| match key.store.known()?.vault.known()? {
                Vault::Reference(vault) => Some(vault),
                Vault::Place(_) => None,
            })
            .collect();
        for vault in vaults {
            self.opens(vault, Level::Shown, findings);
        }
    }

    /// The credentials that the services take that people rely on.
    fn keys_of_doors(&self) -> impl Iterator<Item = &Credential> {
        let live = self.requirements.iter().filter(|requirement| requirement.is_live);
        live.flat_map(|requirement| &requirement.doors).flat_map(|door| &door.keys).copied()
    }

    /// Asks for a door to open.
    fn opens(&self, thing: &EntityRef, least: Level, findings: &mut Findings) {
        if self.supposed.is_gone(thing) {
            findings.shut(Some(thing), ClosedBy::Access(Some(Why::StoreLost)));
            return;
        }
        let keys = self.kb.openers(thing).filter_map(|key| self.keyring.get(&key.id)).cloned();
        match keys.reduce(Judged::or) {
            None => findings.shut(Some(thing), ClosedBy::Access(Some(Why::NothingOpens))),
            Some(judged) => {
                let why = judged.weakest().next().map(|reason| reason.why.clone());
                findings.need(&judged.course.map(|level| level >= least), || (thing, ClosedBy::Access(why)));
            }
        }
    }

    fn domains(&self, findings: &mut Findings) {
        for (id, domain) in &self.kb.catalog.domains {
            let thing = EntityRef::from(id);
            let own = self.kb.openers(&thing).filter_map(|key| self.keyring.get(&key.id)).any(|key| !key.is_broken());
            for keeper in [&domain.registrar, &domain.dns] {
                match keeper {
                    Stated::Known(keeper) if !own => self.opens(&keeper.into(), Level::OnPaper, findings),
                    Stated::Unknown => findings.shut(Some(&thing), ClosedBy::KeeperUnknown),
                    Stated::Known(_) | Stated::None(_) => {}
                }
            }
            match &domain.expires_on {
                Stated::Unknown => findings.shut(Some(&thing), ClosedBy::EndUnknown),
                Stated::None(_) => {}
                Stated::Known(end) => {
                    let renews = domain.auto_renew == Some(true);
                    let last = if renews { end.0.tomorrow().ok() } else { ENDS_SOON.before(end.0) };
                    let course = Course::new(true, last.map(|day| (day, false)));
                    findings.need(&course, || (&thing, ClosedBy::Ends(end.0)));
                }
            }
        }
    }

    fn copy(&self, findings: &mut Findings) {
        let pages: BTreeSet<EntityRef> = self.takeover_pages().map(|page| EntityRef::from(&page.id)).collect();
        let opened = self.kb.counting_exercises().filter(|(by, exercise)| *by == self.who && exercise.opens(&pages));
        let last = opened.map(|(_, exercise)| exercise.file.date).max();
        findings.within(last, COPY, None, ClosedBy::NeverOpened, ClosedBy::OpenedUntil);
    }

    /// The pages of a takeover that may be followed.
    fn takeover_pages(&self) -> impl Iterator<Item = &Runbook> {
        self.kb.takeover_pages().filter(|page| page.is_active())
    }

    fn organisation(&self, findings: &mut Findings) {
        let is_there = |who: &EntityRef| self.kb.is_staying(who) && !self.supposed.is_gone(who);
        let organisation = self.kb.catalog.organisation.as_ref();
        let named = organisation.and_then(|organisation| organisation.representatives.known()).into_iter().flatten();
        let with = |role| self.kb.staying_with(role).map(|person| EntityRef::from(&person.id));
        let mut speak = named.map(EntityRef::from).chain(with(Role::Representative));
        if !speak.any(|who| is_there(&who)) {
            findings.shut(organisation.map(|_| &EntityRef::Organisation), ClosedBy::NobodySpeaks);
        }
        let payers = self.kb.payers();
        let payers = payers.keys().filter(|who| !self.supposed.is_gone(who));
        match payers.filter_map(|who| self.kb.counted_until(who)).max() {
            Some(last) => findings.until(last),
            None => findings.shut(organisation.map(|_| &EntityRef::Organisation), ClosedBy::NobodyPays),
        }
    }

    fn takeover(&self, findings: &mut Findings) {
        let activation = self.kb.catalog.organisation.as_ref().and_then(|organisation| organisation.activation.known());
        let organisation = EntityRef::Organisation;
        let is_there = |who: &EntityRef| self.kb.is_staying(who) && !self.supposed.is_gone(who);
        let mut who = activation.and_then(|activation| activation.who.known()).into_iter().flatten();
        if !who.any(|who| is_there(&who.into())) {
            findings.shut(Some(&organisation), ClosedBy::NobodyDeclares);
        }
        if activation.is_none_or(|activation| activation.after == Stated::Unknown) {
            findings.shut(Some(&organisation), ClosedBy::NoTrigger);
        }
        let mut pages = self.takeover_pages().filter(|page| begins(page)).peekable();
        if pages.peek().is_none() {
            findings.shut(None, ClosedBy::NoPage);
        }
        for page in pages {
            let page = EntityRef::from(&page.id);
            let read_back = self.kb.read_back(&page);
            let read = read_back.iter().find(|read| {
                read.by == self.who && read.standing.counts() && read.acknowledgement.file.date <= self.kb.as_of
            });
            match read {
                None => findings.shut(Some(&page), ClosedBy::NotReadBack),
                Some(read) if !read.changes.is_some_and(crate::chronicle::Changes::is_empty) => {
                    findings.shut(Some(&page), ClosedBy::ChangedSince);
                }
                Some(_) => {}
            }
        }
    }

    fn repository(&self, findings: &mut Findings) {
        let last = self.kb.last_commit_of(self.who).filter(|day| *day <= self.kb.as_of);
        findings.within(last, COMMIT, Some(self.who), ClosedBy::NeverCommitted, ClosedBy::CommittedUntil);
    }

    fn backups(&self, findings: &mut Findings) {
        for service in self.services.iter().filter(|service| service.is_live) {
            for reason in &service.data.reasons {
                if reason.why == Why::NoBackup {
                    findings.shut(Some(&reason.thing), ClosedBy::NoBackup);
                }
            }
        }
        for backup in self.kb.catalog.backups.values() {
            if self.kb.key_inside(backup).is_some() {
                findings.shut(Some(&EntityRef::from(&backup.id)), ClosedBy::KeyInside);
            }
        }
    }
}

/// What shuts a gate, and when.
struct Findings {
    today: Date,
    course: Course<bool>,
    closed: Vec<Closed>,
}

impl Findings {
    fn shut(&mut self, thing: Option<&EntityRef>, by: ClosedBy) {
        self.course = Course::always(false);
        self.closed.push(Closed { thing: thing.cloned(), by });
    }

    /// Asks for something that changes with the days.
    fn need<'t>(&mut self, course: &Course<bool>, otherwise: impl FnOnce() -> (&'t EntityRef, ClosedBy)) {
        self.course = self.course.min(course);
        if !course.at(self.today) {
            let (thing, by) = otherwise();
            self.closed.push(Closed { thing: Some(thing.clone()), by });
        }
    }

    /// Notes that something lasts until a day that is still to come.
    fn until(&mut self, last: Date) {
        let end = last.tomorrow().ok().map(|day| (day, false));
        self.course = self.course.min(&Course::new(true, end));
    }

    /// Asks for something to have been done within some time.
    fn within(
        &mut self,
        last: Option<Date>,
        window: Duration,
        thing: Option<&EntityRef>,
        never: ClosedBy,
        past: impl FnOnce(Date) -> ClosedBy,
    ) {
        let until = last.and_then(|day| Some((day, window.after(day)?)));
        let Some((day, until)) = until else { return self.shut(thing, never) };
        let steps = std::iter::once((day, true)).chain(until.tomorrow().ok().map(|end| (end, false)));
        let course = Course::new(false, steps);
        self.course = self.course.min(&course);
        if !course.at(self.today) {
            self.closed.push(Closed { thing: thing.cloned(), by: past(until) });
        }
    }
}

/// Whether a page says how a takeover begins: what to do in the first hour.
fn begins(page: &Runbook) -> bool {
    page.outline.sections.iter().any(|section| section.role == SectionRole::FirstHour)
}

/// Whether a person can be reached while everything of ours is down.
fn is_reachable(kb: &KnowledgeBase, person: &Person) -> bool {
    let ours = Ours::new(kb);
    let mut usable = person.contacts.known().into_iter().flatten().filter(|contact| contact.value.known().is_some());
    usable.any(|contact| kb.carrier(&ours, contact).is_none())
}
