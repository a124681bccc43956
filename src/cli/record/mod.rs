//! `releve record`: writes down what was tried, read back, or went wrong, as one dated file that is sound.
//!
//! What flags do not say is asked on a terminal (`ask`), put together as a file (`draft`), judged by what reads records, and only
//! then written; what it will show is told (`promise`). Nothing is ever committed: whose word a record is, the commit says.

mod ask;
mod draft;
mod promise;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::check;
use crate::cli::Exit;
use crate::cli::moment::AsOf;
use crate::cli::project::{self, Project};
use crate::cli::ui::Ui;
use crate::config::ProjectKind;
use crate::diagnostic::{Severity, message};
use crate::io::{disk, world};
use crate::markdown::slug;
use crate::records::{self, RecordKind, Records};
use crate::scalar::Day;
use crate::source::{Snapshot, SourcePath};

use ask::Asker;
use draft::Draft;

/// Writes a record: what somebody tried, read back, or what went wrong
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve record exercise       asks for everything\n  releve record exercise --by backup-admin --type restore --subject service:nextcloud \\\n    --result pass-with-fixes --took 52m --found \"the key was in another vault\"\n  releve record acknowledgement --by backup-admin --subject runbook:nextcloud/restore \\\n    --readback \"First I look at the disk, then I bring the files back, and I call before I touch the database.\"\n  releve record incident --title \"The disk is full\" --started \"2026-11-24 07:40\" --service nextcloud\n\nAsks for what no flag says when it runs on a terminal. Never replaces a file, never commits."
)]
pub(super) struct Args {
    #[command(subcommand)]
    kind: Kind,
}

#[derive(clap::Subcommand)]
enum Kind {
    Exercise(ExerciseArgs),
    Acknowledgement(AcknowledgementArgs),
    Incident(IncidentArgs),
}

/// Records that somebody tried something
#[derive(clap::Args)]
struct ExerciseArgs {
    #[command(flatten)]
    of: Common,
    /// How near to the real thing it came: access-check, read-through, tabletop, partial, restore or takeover.
    #[arg(long = "type", value_name = "TYPE")]
    exercise_type: Option<String>,
    /// Who did it: the id of a person, or `partner:…`.
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    /// Who was asked on the way; may be said several times.
    #[arg(long, value_name = "WHO")]
    helped_by: Vec<String>,
    /// What it was about, as `kind:id`; may be said several times.
    #[arg(long = "subject", value_name = "REF")]
    subjects: Vec<String>,
    /// How it ended: pass, pass-with-fixes or fail.
    #[arg(long)]
    result: Option<String>,
    /// How long it took, as `52m` or `3h`; wanted of a restore and of a takeover.
    #[arg(long, value_name = "LENGTH")]
    took: Option<String>,
    /// How old the data was that came back, as `9h`.
    #[arg(long, value_name = "LENGTH")]
    data_age: Option<String>,
    /// What was found on the way, or `nothing`; may be said several times.
    #[arg(long, value_name = "TEXT")]
    found: Vec<String>,
    /// The commit in which that was put right.
    #[arg(long, value_name = "COMMIT")]
    fixed_in: Option<String>,
}

/// Records that somebody read something, and said back what it means
#[derive(clap::Args)]
struct AcknowledgementArgs {
    #[command(flatten)]
    of: Common,
    /// Who read it: the id of a person, or `partner:…`.
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    /// What was read, as `kind:id`.
    #[arg(long, value_name = "REF")]
    subject: Option<String>,
    /// What it means, in the reader's own words: at least ten.
    #[arg(long, value_name = "TEXT")]
    readback: Option<String>,
    /// What remained open; may be said several times.
    #[arg(long = "question", value_name = "TEXT")]
    questions: Vec<String>,
}

/// Records that something went wrong
#[derive(clap::Args)]
struct IncidentArgs {
    /// A few words for the name of the file, after its day.
    #[arg(long, value_name = "WORDS")]
    name: Option<String>,
    /// What people call it.
    #[arg(long)]
    title: Option<String>,
    /// When it started, as `2026-11-24 07:40` or the day alone. Default: today.
    #[arg(long, value_name = "MOMENT")]
    started: Option<String>,
    /// When somebody noticed.
    #[arg(long, value_name = "MOMENT")]
    noticed: Option<String>,
    /// When it was over; nothing while it goes on.
    #[arg(long, value_name = "MOMENT")]
    ended: Option<String>,
    /// What was broken: the id of a service; may be said several times.
    #[arg(long = "service", value_name = "ID")]
    services: Vec<String>,
    /// Why it happened.
    #[arg(long, value_name = "TEXT")]
    cause: Option<String>,
    /// What people felt of it.
    #[arg(long, value_name = "TEXT")]
    impact: Option<String>,
    /// A page that was followed; may be said several times.
    #[arg(long = "used", value_name = "PAGE")]
    runbooks_used: Vec<String>,
    /// A page that was missing, or `nothing`; may be said several times.
    #[arg(long = "missing", value_name = "TEXT")]
    runbooks_missing: Vec<String>,
}

/// What exercises and acknowledgements share.
#[derive(clap::Args)]
struct Common {
    /// The day, as YYYY-MM-DD. Default: today.
    #[arg(long)]
    date: Option<String>,
    /// A few words for the name of the file, after its day.
    #[arg(long, value_name = "WORDS")]
    name: Option<String>,
}

/// How many letters of the name of a file follow its day. Systems take 255 bytes, but nobody reads them.
const LONGEST_NAME: usize = 100;

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    let today = AsOf::default().resolve()?;
    let project = project::read(directory, today, None, world::cache_folder().as_deref())?;
    if project.kb.config.kind == ProjectKind::Documents {
        bail!(ui.words().word("cli-record-documents"));
    }
    let mut asker = Asker::new(ui, &project.kb);
    let (kind, name, draft) = match args.kind {
        Kind::Exercise(args) => (RecordKind::Exercise, args.of.name.clone(), ask::exercise(&mut asker, args, today)),
        Kind::Acknowledgement(args) => {
            (RecordKind::Acknowledgement, args.of.name.clone(), ask::acknowledgement(&mut asker, args, today))
        }
        Kind::Incident(args) => (RecordKind::Incident, args.name.clone(), ask::incident(&mut asker, args, today)),
    };
    let missing = asker.missing();
    if !missing.is_empty() {
        bail!(ui.words().say(&message!("cli-record-missing", flags = missing.join(", "))));
    }
    if draft.day().parse::<Day>().is_err() {
        // The name of its file would make it no record, and nobody would read what it says.
        ui.say(&message!("cli-record-no-day", day = draft.day()));
        ui.say(&message!("cli-record-refused"));
        return Ok(Exit::Findings);
    }
    if name.as_deref().is_some_and(|name| slug(name).len() > LONGEST_NAME) {
        ui.say(&message!("cli-record-long-name", most = LONGEST_NAME));
        ui.say(&message!("cli-record-refused"));
        return Ok(Exit::Findings);
    }
    let path = place(&project, kind, &draft, name.as_deref())?;
    let text = draft.text();
    let Some(records) = judge(ui, &project, &path, &text) else { return Ok(Exit::Findings) };
    let target = project.folder.path().join(path.as_str());
    if disk::is_taken(&target) {
        bail!(ui.words().say(&message!("cli-record-taken", path = shown(directory, &path).display().to_string())));
    }
    let written = disk::write_new_below(project.folder.path(), &path, text.as_bytes());
    written.with_context(|| target.display().to_string())?;
    ui.print(&format!("{}\n", shown(directory, &path).display()))?;
    if let Some(record) = records.iter().next() {
        promise::tell(ui, &project.kb, record, &shown(directory, &path));
    }
    Ok(Exit::Clean)
}

/// The path as whoever typed the command sees it.
fn shown(directory: &Path, path: &SourcePath) -> PathBuf {
    if directory == Path::new(".") { PathBuf::from(path.as_str()) } else { directory.join(path.as_str()) }
}

/// Chooses the file: its day, and a few words. Those that nobody asked for give way to a file that is there.
fn place(project: &Project, kind: RecordKind, draft: &Draft, name: Option<&str>) -> anyhow::Result<SourcePath> {
    let folder = project.kb.config.records.join(kind.folder())?;
    let words = name.map_or_else(|| draft.words(), str::to_owned);
    let mut words = slug(&words);
    // Of plain letters: a title may be longer than the name of a file.
    words.truncate(LONGEST_NAME);
    let stem = format!("{}-{}", draft.day(), words.trim_end_matches('-'));
    let path = |number: usize| match number {
        1 => folder.join(&format!("{stem}.yaml")),
        _ => folder.join(&format!("{stem}-{number}.yaml")),
    };
    let is_taken = |path: &SourcePath| disk::is_taken(&project.folder.path().join(path.as_str()));
    let mut number = 1;
    while name.is_none() && is_taken(&path(number)?) {
        number += 1;
    }
    Ok(path(number)?)
}

/// Reads what would be written as it will be read; tells what is wrong, and returns nothing when it must not be written so.
fn judge(ui: &Ui, project: &Project, path: &SourcePath, text: &str) -> Option<Records> {
    let snapshot = Snapshot::new([(path.clone(), text.into())], []);
    let mut findings = check::sources(&snapshot);
    let file = snapshot.get(path)?;
    let records = records::read_one(file, &project.kb.config.records, &project.kb.names).into_value(&mut findings);
    let findings = check::judge(findings, ProjectKind::Handover);
    ui.report(&findings, &snapshot);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        ui.say(&message!("cli-record-refused"));
        return None;
    }
    Some(records)
}
