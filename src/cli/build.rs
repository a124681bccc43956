//! `releve build`: the site.

use std::path::{Path, PathBuf};

use crate::bundle::{SitePath, Stamp};
use crate::check::{self, Finished};
use crate::chronicle::Chronicle;
use crate::cli::chronicle;
use crate::cli::moment::Moment;
use crate::cli::progress::Counted;
use crate::cli::project::{output_folder, rules};
use crate::cli::readers::Readers;
use crate::cli::ui::Ui;
use crate::cli::{Exit, versions};
use crate::config::ProjectKind;
use crate::diagnostic::{Diagnostic, Message, Severity, Subject, message};
use crate::edition::Edition;
use crate::history::History;
use crate::io::cache::Cache;
use crate::io::disk::{self, Durability, Publication, PublishOptions, Switch};
use crate::io::world;
use crate::knowledge::KnowledgeBase;
use crate::markdown::highlight::Highlighter;
use crate::output::{OUTPUTS, OutputContext};
use crate::problem::history::DIRTY_BUILD;
use crate::scalar::{Audience, Word};
use crate::search;
use crate::source::AssetRef;

/// Builds the site of a project
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve build\n  releve build --out /srv/www/handover --as-of 2026-11-22\n  releve build --at handover-2026-06 --out before\n  releve build --draft         publishes in spite of errors, and says so on every page\n  releve build --audience public    what is marked for everybody, into site-public/\n\nWith an error in the content all faults are listed, nothing is replaced, and the exit code is 1. A draft is for whoever repairs it: `publish` does not take one, and an edition that says what is not for its readers is never written."
)]
pub(super) struct Args {
    /// Where the site goes. Default: `[build] build-dir`, else site/ in the project.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Publishes in spite of errors: with a banner, dead references shown as such, secrets masked.
    #[arg(long)]
    draft: bool,
    /// Where painted code and what git told are kept for the next build, or `off`. Default: releve/ in the user's folder of caches.
    #[arg(long, value_name = "DIR|off")]
    cache: Option<PathBuf>,
    /// Does not wait for the disk: for throw-away builds.
    #[arg(long)]
    no_sync: bool,
    /// For whom the site is: what is not marked for them stays out of every file. Others than admins get a folder of their own,
    /// site-public/ or site-members/, unless `--out` or `[editions.<audience>] build-dir` says otherwise.
    #[arg(long, value_enum, default_value_t = Readers::Admins)]
    audience: Readers,
    #[command(flatten)]
    moment: Moment,
}

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    let caches = cache_folder(args.cache);
    let project = args.moment.read(directory, args.out.as_deref(), caches.as_deref())?;
    let has_errors = project.has_errors();
    if has_errors && !args.draft {
        ui.report(&project.findings, &project.snapshot);
        ui.say(&message!("cli-build-refused"));
        return Ok(Exit::Findings);
    }
    let audience = Audience::from(args.audience);
    let edition = Edition::of(&project.kb, &project.snapshot, audience);
    let out = match args.out {
        None => output_folder(&project.folder, &project.kb.config, audience),
        Some(_) => project.out.clone(),
    };
    let (protected, home) = (project.protected(), world::home());
    let stamp = stamp(&project.kb, audience, has_errors);
    let options = PublishOptions {
        out: &out,
        project: project.folder.path(),
        protected: &protected,
        home: home.as_deref(),
        stamp: &stamp,
        durability: if args.no_sync { Durability::Unsynced } else { Durability::Synced },
        switch: Switch::Exchange,
    };
    let publication = Publication::begin(&options, &project.folder)?;
    let cache = caches.as_deref().map(|folder| Cache::of(folder, "highlight", project.folder.path()));
    let highlighter = cache.as_ref().map_or_else(Highlighter::default, |cache| Highlighter::remembering(&cache.read()));
    let sink = Counted::new(&publication, ui);
    let mut findings = project.findings.clone();
    // First, because the site of now has a page for every address that only they have.
    let place = versions::Place {
        publication: &publication,
        sink: &sink,
        highlighter: &highlighter,
        caches: caches.as_deref(),
    };
    let (versions, chronicle) = match edition {
        // What led there, and what was there before, is not for others.
        Some(_) => (Vec::new(), Chronicle::default()),
        None => {
            let versions = versions::publish(&project, &place).into_value(&mut findings);
            (versions, chronicle::read(&project, caches.as_deref()))
        }
    };
    let rules = rules();
    let context = match &edition {
        Some(edition) => {
            OutputContext { draft: has_errors, ..OutputContext::of(&edition.snapshot, &edition.kb, &highlighter) }
        }
        None => OutputContext { chronicle: &chronicle, versions: &versions, ..project.context(&rules, &highlighter) },
    };
    findings.extend(dirty(&project.kb));
    let unpack = |path: &SitePath, bytes: &[u8]| search::texts_of(path.as_str(), bytes);
    let withheld = edition.as_ref().map(|edition| &edition.withheld);
    let read = |asset: &AssetRef| project.text_of(asset);
    let finished = Finished::new(&sink, &unpack, &read, withheld);
    for output in OUTPUTS {
        findings.extend((output.emit)(&context, &finished));
    }
    findings.extend(check::judge(finished.findings(), project.kb.config.kind));
    check::set_levels(&mut findings, &project.kb.config);
    sink.end();
    // A fault found while pages were made, such as a template that does not parse, counts as one found before.
    let has_errors = findings.iter().any(|finding| finding.severity == Severity::Error);
    // Other faults are in the way of whoever reads a draft; a leak is told to somebody, and cannot be taken back.
    let has_leaks = edition.is_some() && findings.iter().any(check::is_leak);
    if has_leaks || has_errors && !args.draft {
        drop(publication);
        ui.report(&findings, &project.snapshot);
        ui.say(&if has_leaks { message!("cli-build-refused.leak") } else { message!("cli-build-refused") });
        return Ok(Exit::Findings);
    }
    if has_errors && !stamp.is_draft {
        publication.mark(&Stamp { is_draft: true, ..stamp.clone() })?;
    }
    let published = publication.finish()?;
    if let (Some(cache), Some(bytes)) = (cache, highlighter.to_bytes()) {
        cache.write(&bytes);
    }
    // Of an edition one wants to know what is wrong with it; what the project lacks was told, and is not for those who read it.
    let (told, others): (Vec<Diagnostic>, Vec<Diagnostic>) =
        findings.into_iter().partition(|finding| edition.is_none() || finding.severity == Severity::Error);
    ui.report(&told, &project.snapshot);
    if !others.is_empty() {
        ui.say(&message!("cli-build-others", count = others.len()));
    }
    ui.say(&message!("cli-built", pages = published.manifest.files.len(), folder = disk::shown(&out)));
    if let Some(edition) = &edition {
        ui.say(&described(edition));
    }
    if !published.atomic {
        ui.say(&message!("cli-not-atomic"));
    }
    if has_errors {
        ui.say(&message!("cli-build-draft"));
        return Ok(Exit::Findings);
    }
    ui.say(&message!("cli-built.open", page = disk::shown(out.join("index.html"))));
    Ok(Exit::Clean)
}

/// What the site says of itself: `publish` and `verify` read it.
fn stamp(kb: &KnowledgeBase, audience: Audience, is_draft: bool) -> Stamp {
    let History { head, dirty, .. } = &kb.history;
    Stamp {
        audience: Some(audience.word().to_owned()),
        commit: head.as_ref().map(|head| head.id.to_string()),
        has_changes: *dirty,
        is_draft,
        date: Some(kb.as_of),
    }
}

/// Says what an edition holds; that nothing is in it, where nobody has opened anything.
fn described(edition: &Edition) -> Message {
    let kb = &edition.kb;
    let (audience, pages, things) = (kb.audience.word(), kb.runbooks.len(), kb.catalog.entities.len());
    if pages + things == 0 {
        return message!("cli-built-edition-empty", audience = audience);
    }
    message!("cli-built-edition", audience = audience, pages = pages, things = things)
}

/// Says that the site is not of the commit that it names; nothing where it names none. The preview does not: it shows what is being
/// written.
fn dirty(kb: &KnowledgeBase) -> Option<Diagnostic> {
    /// How many files are named.
    const MOST: usize = 5;
    if kb.config.kind == ProjectKind::Documents || kb.history.head.is_none() {
        return None;
    }
    let changes = kb.history.changes.iter().filter(|((_, part), changes)| part.is_empty() && changes.is_uncommitted);
    let files: Vec<&str> = changes.map(|((path, _), _)| path.as_str()).collect();
    let mut names = files.iter().take(MOST).copied().collect::<Vec<_>>().join("`, `");
    if files.len() > MOST {
        names += "`, `…";
    }
    let message = message!("git-dirty-build", count = files.len(), names = names);
    let finding = Diagnostic::new(&DIRTY_BUILD, Subject::Project, message).help(message!("git-dirty-build.help"));
    (!files.is_empty()).then_some(finding)
}

/// Returns the folder that `--cache` means.
fn cache_folder(written: Option<PathBuf>) -> Option<PathBuf> {
    match written {
        None => world::cache_folder(),
        Some(off) if off.as_os_str() == "off" => None,
        Some(folder) => Some(folder),
    }
}
