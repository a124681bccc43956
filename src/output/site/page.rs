//! Every page of the site and its address, decided before anything is rendered: the only source of URLs.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::SitePath;
use crate::config::ProjectKind;
use crate::diagnostic::{Diagnostic, Subject, message};
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind, RunbookId};
use crate::output::{KeptVersion, OutputContext};
use crate::records::RecordId;
use crate::runbook;
use crate::source::{Place, Snapshot, SourcePath, Span};

use super::address::{file_address, set_aside, slug, with_suffix};
use super::decisions::decisions;
use super::pages::{has_tools, scenarios};
use super::past;
use super::problem::{ADDRESS_SHARED, ADDRESS_TAKEN};
use super::trouble::has_signs;

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Page {
    /// Start here. Holds the text of the root's own page.
    Start,
    /// A Markdown page.
    Runbook(RunbookId),
    /// A folder that has no page of its own, by its path.
    Folder(SourcePath),
    /// A thing of the inventory.
    Entity(EntityRef),
    /// All things of a kind.
    List(Kind),
    /// Taking over, from the first minute to the first month.
    Takeover,
    /// Something is broken: which page to open, by what one sees.
    Broken,
    /// Whom to call: who knows, who may decide, who answers where.
    Contacts,
    /// Where the doors are and who has the keys; never a value.
    Access,
    /// What ends by itself, and when.
    Dates,
    /// Who sends mail for whom, and what it needs to arrive.
    Mail,
    /// What a year costs and brings, what ends first, and who can pay.
    Money,
    /// Every name on the site, from A to Z.
    Index,
    /// What words mean here, in the languages of the project.
    Glossary,
    /// Why things are as they are.
    Decisions,
    /// What we use, how free it is, and how we would leave.
    Tools,
    /// What the charters ask that were turned on, and what is known of us says to it.
    Charter,
    /// Whether somebody can take over today.
    Readiness,
    /// What to take back when somebody goes.
    Departures,
    /// In which order things come back when everything is lost.
    Recovery,
    /// The same when a host or a provider is.
    Loss(EntityRef),
    /// What was found: errors, gaps, warnings, and what is accepted for a time.
    Findings,
    /// What each rule finds, and why.
    Rules,
    /// The same for the rules of one group, `access` or `runbook`.
    RulesOf(&'static str),
    /// What was tried and read back, and what was never proven.
    Exercises,
    /// What went wrong.
    Incidents,
    /// A record.
    Record(RecordId),
    /// How a thing came to be what it is.
    History(EntityRef),
    /// What changed lately.
    Changes,
    /// Everything on the site.
    Contents,
    /// Which copy this is, and how to trust it.
    About,
    /// What a web server shows for an address that does not exist.
    NotFound,
    /// A short or former name, as the last part of its address.
    Redirect(String),
    /// The earlier versions of the site.
    Versions,
    /// An address that a page had before: it was renamed, or a version still has it.
    Former(SitePath),
}

impl Page {
    /// Returns the page that shows all things of a kind: its list, unless a page of ours tells more about them.
    pub(super) fn list(kind: Kind) -> Self {
        match kind {
            Kind::Organisation => Self::Entity(EntityRef::Organisation),
            Kind::Person => Self::Contacts,
            Kind::Credential => Self::Access,
            Kind::Term => Self::Glossary,
            Kind::Runbook => Self::Contents,
            other => Self::List(other),
        }
    }
}

impl From<&EntityRef> for Page {
    fn from(reference: &EntityRef) -> Self {
        match reference {
            EntityRef::Runbook(id) => Self::Runbook(id.clone()),
            other => Self::Entity(other.clone()),
        }
    }
}

/// What a short or former name leads to.
#[derive(Debug, Default)]
pub(super) struct Redirect {
    /// The name as written, by whoever is first.
    pub name: String,
    /// What has the name.
    pub targets: BTreeSet<EntityRef>,
}

/// What became of the page that had an address.
#[derive(Clone, Debug, Default)]
pub(super) struct Former {
    /// The page that is it now, under another name.
    pub now: Option<EntityRef>,
    /// The versions that have it, by their position, the newest first.
    pub versions: Vec<usize>,
}

/// Endings of files that browsers open as pages with scripts. SVG is not among them: it is shown as an image.
const OPENED_AS_PAGES: [&str; 8] = [".html", ".htm", ".xhtml", ".xht", ".xml", ".mhtml", ".mht", ".svgz"];

/// Every page and its address, every published file and its address.
#[derive(Debug, Default)]
pub(super) struct SitePlan {
    /// The addresses in the main language.
    addresses: BTreeMap<Page, SitePath>,
    /// The addresses in each other language, in the order of the configuration.
    translated: Vec<BTreeMap<Page, SitePath>>,
    files: BTreeMap<SourcePath, SitePath>,
    /// The page of the root folder: its text is part of [`Page::Start`], whose address it shares.
    pub introduction: Option<RunbookId>,
    /// The short and former names, by the last part of their address.
    pub redirects: BTreeMap<String, Redirect>,
    /// The addresses that pages had before.
    pub former: BTreeMap<SitePath, Former>,
}

impl SitePlan {
    /// Returns the address of a page in a language, by its position in the configuration; nothing when the site has no such page.
    #[must_use]
    pub(super) fn address(&self, page: &Page, language: usize) -> Option<&SitePath> {
        let translated = language.checked_sub(1).and_then(|other| self.translated.get(other)?.get(page));
        translated.or_else(|| self.addresses.get(page))
    }

    /// Returns the address of a file that is published beside the pages.
    #[must_use]
    pub(super) fn file(&self, path: &SourcePath) -> Option<&SitePath> {
        self.files.get(path)
    }

    /// Returns the files that are published beside the pages.
    pub(super) fn files(&self) -> impl Iterator<Item = (&SourcePath, &SitePath)> {
        self.files.iter()
    }

    /// Returns the pages to render, with the position of their language and their addresses.
    pub(super) fn pages(&self) -> impl Iterator<Item = (&Page, usize, &SitePath)> {
        let languages = std::iter::once(&self.addresses).chain(&self.translated);
        let all = languages
            .enumerate()
            .flat_map(|(language, addresses)| addresses.iter().map(move |(page, address)| (page, language, address)));
        all.filter(|(page, ..)| !matches!(page, Page::Runbook(id) if Some(id) == self.introduction.as_ref()))
    }
}

/// What links of pages lead to beside pages.
#[derive(Debug, Default)]
pub(super) struct Linked {
    /// Files, which are published only when a page links to them.
    pub files: BTreeSet<SourcePath>,
    /// Folders without a page of their own.
    pub folders: BTreeSet<SourcePath>,
}

/// Gives every page an address.
pub(super) fn plan(context: &OutputContext<'_>, linked: Linked, diagnostics: &mut Vec<Diagnostic>) -> SitePlan {
    let mut planner = Planner {
        kb: context.kb,
        snapshot: context.snapshot,
        taken: BTreeMap::new(),
        numbers: BTreeMap::new(),
        plan: SitePlan::default(),
        diagnostics,
    };
    // Who comes first keeps the address: what the users wrote, then what stands for it, then what is ours alone.
    planner.claim(Page::Start, "index.html".to_owned());
    planner.runbooks();
    planner.folders(linked.folders);
    planner.entities();
    planner.views();
    let is_judged = context.version.is_none() && planner.is_whole();
    // An earlier version is no more judged, and others than admins are not told what is weak.
    if is_judged {
        planner.judgement();
    }
    planner.records();
    planner.claim(Page::Index, "index-a-z.html".to_owned());
    planner.claim(Page::Contents, "contents.html".to_owned());
    planner.claim(Page::About, "about.html".to_owned());
    planner.claim(Page::NotFound, "404.html".to_owned());
    if !context.chronicle.days.is_empty() {
        planner.claim(Page::Changes, "changes.html".to_owned());
    }
    if is_judged && context.kb.config.kind == ProjectKind::Handover {
        planner.claim(Page::Findings, "findings.html".to_owned());
        planner.claim(Page::Rules, "rules/index.html".to_owned());
        let groups: BTreeSet<&str> = context.rules.iter().map(|code| code.group()).collect();
        for group in groups {
            planner.claim(Page::RulesOf(group), format!("rules/{group}.html"));
        }
    }
    if !context.versions.is_empty() {
        planner.claim(Page::Versions, "versions.html".to_owned());
    }
    planner.redirects();
    planner.histories();
    planner.files(linked.files);
    planner.other_languages();
    planner.former(context.versions);
    planner.plan
}

struct Planner<'a> {
    kb: &'a KnowledgeBase,
    snapshot: &'a Snapshot,
    /// Whose each address is: a user's page, or nobody in particular.
    taken: BTreeMap<SitePath, Option<RunbookId>>,
    /// The last number given to tell pages of one address apart.
    numbers: BTreeMap<String, usize>,
    plan: SitePlan,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Planner<'_> {
    /// Whether all is shown, and not an edition for others than admins.
    fn is_whole(&self) -> bool {
        self.kb.is_whole()
    }

    /// The users' pages: the page of a folder is the folder's `index.html`, that of the root is part of the start page.
    fn runbooks(&mut self) {
        let (of_folders, others): (Vec<_>, Vec<_>) = self.kb.runbooks.keys().partition(|id| is_folder_page(id));
        // The pages of folders first: a page that is merely called like one gives way.
        for id in of_folders {
            match id.as_str().rsplit_once('/') {
                Some((folder, _)) => self.claim_runbook(id, format!("{}/index.html", folder_address(folder))),
                None => {
                    self.plan.introduction = Some(id.clone());
                    if let Some(start) = self.plan.addresses.get(&Page::Start).cloned() {
                        self.plan.addresses.insert(Page::Runbook(id.clone()), start);
                    }
                }
            }
        }
        for id in others {
            self.claim_runbook(id, format!("{}.html", folder_address(id.as_str())));
        }
    }

    /// A page for every folder that holds pages and has none of its own. Where `SUMMARY.md` says how pages are ordered, folders
    /// are no part of that order, and only those that somebody links to get one.
    fn folders(&mut self, linked: BTreeSet<SourcePath>) {
        let src = &self.kb.config.src;
        let has_summary = src.join("SUMMARY.md").is_ok_and(|path| self.snapshot.contains(&path));
        let mut folders = linked;
        let files = self.kb.runbooks.values().map(|runbook| &self.snapshot.file(runbook.file).path);
        for file in files.filter(|_| !has_summary) {
            let mut folder = file.parent();
            while folder.below(src).is_some_and(|below| !below.is_empty()) && folders.insert(folder.clone()) {
                folder = folder.parent();
            }
        }
        for folder in folders {
            let below = folder.below(src).unwrap_or_default();
            let address = format!("{}/index.html", folder_address(below));
            let own = SitePath::new(&address).and_then(|path| self.taken.get(&path));
            if own.is_none() && !below.is_empty() {
                self.claim(Page::Folder(folder), address);
            }
        }
    }

    /// A page for every thing of the inventory, and one for every kind.
    fn entities(&mut self) {
        let mut kinds = BTreeSet::new();
        for reference in self.kb.catalog.entities.keys() {
            let kind = reference.kind();
            // What a word means stands in the glossary.
            if kind == Kind::Term {
                continue;
            }
            // There is one organisation, so its page is that of its folder; of other kinds, the list is.
            let address = match kind {
                Kind::Organisation => format!("{}/index.html", kind_folder(kind)),
                _ => format!("{}/{}.html", kind_folder(kind), slug(reference.id())),
            };
            self.claim(Page::Entity(reference.clone()), address);
            kinds.insert(kind);
        }
        for kind in kinds {
            if let list @ Page::List(_) = Page::list(kind) {
                self.claim(list, format!("{}/index.html", kind_folder(kind)));
            }
        }
    }

    /// Our own views of what is known, each where there is something to see.
    fn views(&mut self) {
        let kb = self.kb;
        let has = |kind: Kind| kb.catalog.entities.keys().any(|reference| reference.kind() == kind);
        // How to take over, what is broken and what ends is for those who act.
        let is_handover = kb.config.kind == ProjectKind::Handover && self.is_whole();
        let views = [
            (Page::Takeover, "take-over.html", is_handover),
            (Page::Broken, "broken.html", is_handover || self.is_whole() && has_signs(kb)),
            (
                Page::Contacts,
                "contacts.html",
                self.is_whole() && (has(Kind::Person) || has(Kind::Provider) || has(Kind::Partner)),
            ),
            (Page::Access, "access.html", has(Kind::Credential)),
            (Page::Dates, "dates.html", is_handover),
            (Page::Mail, "mail.html", has(Kind::MailFlow) && self.is_whole()),
            (Page::Money, "money.html", kb.has_books()),
            (Page::Glossary, "glossary.html", has(Kind::Term)),
            (Page::Decisions, "decisions.html", !decisions(kb).is_empty()),
            (Page::Tools, "tools.html", has_tools(kb)),
            (Page::Exercises, "exercises/index.html", is_handover),
            (Page::Incidents, "incidents/index.html", !kb.records.incidents.is_empty()),
        ];
        for (page, address, exists) in views {
            if exists {
                self.claim(page, address.to_owned());
            }
        }
    }

    /// The pages that say who could take over.
    fn judgement(&mut self) {
        let kb = self.kb;
        if kb.live_services().next().is_some() {
            self.claim(Page::Readiness, "readiness.html".to_owned());
            self.claim(Page::Recovery, "recovery/index.html".to_owned());
        }
        if !kb.config.charters.is_empty() {
            self.claim(Page::Charter, "charter.html".to_owned());
        }
        for thing in scenarios(kb) {
            let address = format!("recovery/{}-{}.html", slug(thing.kind().name()), slug(thing.id()));
            self.claim(Page::Loss(thing), address);
        }
        if !kb.catalog.people.is_empty() {
            self.claim(Page::Departures, "departures.html".to_owned());
        }
    }

    /// A page for every record, beside those of its kind.
    fn records(&mut self) {
        for record in self.kb.records.iter() {
            let id = &record.file().id;
            self.claim(Page::Record(id.clone()), format!("{}/{}.html", id.kind().folder(), id.name()));
        }
    }

    /// A page for every short name, former name and alert.
    fn redirects(&mut self) {
        let mut redirects: BTreeMap<String, Redirect> = BTreeMap::new();
        let mut name = |written: &str, target: &EntityRef| {
            let redirect = redirects.entry(slug(written)).or_default();
            redirect.targets.insert(target.clone());
            if redirect.name.is_empty() {
                redirect.name = written.to_owned();
            }
        };
        for entity in self.kb.catalog.entities.values() {
            entity.aliases.iter().for_each(|alias| name(alias, &entity.reference));
        }
        for runbook in self.kb.runbooks.values() {
            let Some(head) = runbook.head() else { continue };
            head.aliases.iter().chain(&head.alerts).for_each(|alias| name(alias, &EntityRef::from(&runbook.id)));
        }
        for alias in redirects.keys() {
            self.claim(Page::Redirect(alias.clone()), format!("r/{alias}.html"));
        }
        self.plan.redirects = redirects;
    }

    /// A page for the past of every page and thing of which some is known.
    fn histories(&mut self) {
        let kb = self.kb;
        let mut planned = Vec::new();
        for (page, address) in &self.plan.addresses {
            let thing = match page {
                Page::Runbook(id) => EntityRef::from(id),
                Page::Entity(reference) => reference.clone(),
                _ => continue,
            };
            if past::is_known(kb, self.snapshot, &thing) {
                planned.push((Page::History(thing), format!("history/{address}")));
            }
        }
        for (page, address) in planned {
            self.claim(page, address);
        }
    }

    /// The files that pages link to, under `files/`.
    fn files(&mut self, linked: BTreeSet<SourcePath>) {
        for path in linked {
            let below = path.below(&self.kb.config.src).unwrap_or(path.as_str());
            let mut address = file_address("files/", below.split('/'));
            // A page of somebody else's making may load what it likes: it is handed out to be read, not to be opened.
            if OPENED_AS_PAGES.iter().any(|ending| address.ends_with(ending)) {
                address.push_str(".txt");
            }
            if let Some(address) = self.free(&address) {
                self.taken.insert(address.clone(), None);
                self.plan.files.insert(path, address);
            }
        }
    }

    /// Every page again below a folder of each other language, but for what belongs to no language: short names lead to the main
    /// one, and a server has but one page for what does not exist.
    fn other_languages(&mut self) {
        for language in self.kb.config.languages.iter().skip(1) {
            let mut translated = BTreeMap::new();
            for (page, address) in self.plan.addresses.clone() {
                if matches!(page, Page::Redirect(_) | Page::NotFound) {
                    continue;
                }
                // The introduction is part of the start page.
                let shared = matches!(&page, Page::Runbook(id) if Some(id) == self.plan.introduction.as_ref());
                let wanted = format!("{language}/{address}");
                let address = if shared { SitePath::new(&wanted) } else { self.make_way(&wanted) };
                if let Some(address) = address {
                    self.taken.insert(address.clone(), None);
                    translated.insert(page, address);
                }
            }
            self.plan.translated.push(translated);
        }
    }

    /// A page for every address that a page had before and that nothing has now: whoever kept it, or comes from a version, is led on.
    fn former(&mut self, versions: &[KeptVersion]) {
        let mut former: BTreeMap<SitePath, Former> = BTreeMap::new();
        for runbook in self.kb.runbooks.values() {
            let path = &self.snapshot.file(runbook.file).path;
            let changes = self.kb.history.changes(path, "").map(|changes| changes.commits.as_slice());
            let before = changes.unwrap_or_default().iter().filter_map(|change| change.path.as_ref());
            for path in before.filter(|before| *before != path).collect::<BTreeSet<_>>() {
                let Some(address) = runbook::id(path, &self.kb.config).and_then(|id| page_address(&id)) else {
                    continue;
                };
                // Of two pages that had an address, the one that has it in the order of names; both can be found by it in a version.
                former.entry(address).or_default().now.get_or_insert_with(|| EntityRef::from(&runbook.id));
            }
        }
        for (index, kept) in versions.iter().enumerate() {
            for address in kept.pages.iter().filter(|address| address.as_str() != "404.html") {
                if !self.taken.contains_key(address) {
                    former.entry(address.clone()).or_default().versions.push(index);
                }
            }
        }
        former.retain(|address, _| !self.taken.contains_key(address));
        for address in former.keys() {
            self.taken.insert(address.clone(), None);
            self.plan.addresses.insert(Page::Former(address.clone()), address.clone());
        }
        self.plan.former = former;
    }

    /// Gives a user's page its address; two that would share one are told apart by a number, and told about.
    fn claim_runbook(&mut self, id: &RunbookId, wanted: String) {
        let Some(address) = self.free(&wanted) else { return };
        if address.as_str() != wanted {
            let other = SitePath::new(&wanted).and_then(|path| self.taken.get(&path).cloned()).flatten();
            let other = other.map_or_else(|| wanted.clone(), |id| id.to_string());
            self.diagnostics.push(
                Diagnostic::new(
                    &ADDRESS_SHARED,
                    self.place(id).map_or(Subject::Project, Subject::Place),
                    message!("site-address-shared", page = id.as_str(), other = other, address = address.as_str()),
                )
                .help(message!("site-address-shared.help")),
            );
        }
        self.taken.insert(address.clone(), Some(id.clone()));
        self.plan.addresses.insert(Page::Runbook(id.clone()), address);
    }

    /// Gives one of our pages its address.
    fn claim(&mut self, page: Page, wanted: String) {
        let Some(address) = self.make_way(&wanted) else { return };
        self.taken.insert(address.clone(), None);
        self.plan.addresses.insert(page, address);
    }

    /// Returns the address, or another one where somebody has it: a user's page that wants the same as one of ours keeps it.
    fn make_way(&mut self, wanted: &str) -> Option<SitePath> {
        let owner = SitePath::new(wanted).and_then(|path| self.taken.get(&path).cloned());
        let address = self.free(&if owner.is_some() { set_aside(wanted) } else { wanted.to_owned() })?;
        if let Some(Some(id)) = owner {
            self.diagnostics.push(
                Diagnostic::new(
                    &ADDRESS_TAKEN,
                    self.place(&id).map_or(Subject::Project, Subject::Place),
                    message!("site-address-taken", page = id.as_str(), wanted = wanted, address = address.as_str()),
                )
                .help(message!("site-address-taken.help")),
            );
        }
        Some(address)
    }

    /// Returns the address, or the first numbered variant of it that nobody has.
    fn free(&mut self, wanted: &str) -> Option<SitePath> {
        let mut address = SitePath::new(wanted)?;
        while self.taken.contains_key(&address) {
            // The number to try next is remembered: a thousand pages of one name would else try a million addresses.
            let number = self.numbers.entry(wanted.to_owned()).and_modify(|number| *number += 1).or_insert(2);
            address = SitePath::new(&with_suffix(wanted, &format!("-{number}")))?;
        }
        Some(address)
    }

    fn place(&self, id: &RunbookId) -> Option<Place> {
        let file = self.kb.runbooks.get(id)?.file;
        let end = self.snapshot.file(file).text.find('\n').unwrap_or_default();
        Some(Place { file, span: Span::new(0..end) })
    }
}

/// The address that a page of the user's wants, but for that of the root.
fn page_address(id: &str) -> Option<SitePath> {
    let address = match id.strip_suffix("/index") {
        Some(folder) => format!("{}/index.html", folder_address(folder)),
        None => format!("{}.html", folder_address(id)),
    };
    SitePath::new(&address)
}

/// The folder of the pages of a kind.
fn kind_folder(kind: Kind) -> String {
    kind.name().replace('_', "-")
}

/// Whether a page is that of its folder, whatever its file is called.
pub(super) fn is_folder_page(id: &RunbookId) -> bool {
    id.as_str() == "index" || id.as_str().ends_with("/index")
}

/// The address of a folder, or of a page without its extension.
fn folder_address(path: &str) -> String {
    let parts: Vec<String> = path.split('/').map(slug).collect();
    parts.join("/")
}
