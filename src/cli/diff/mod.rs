//! `releve diff A..B`: what changed between two times, in facts and steps.

mod human;
mod json;

use std::path::Path;

use anyhow::{Context, bail};

use crate::cli::Exit;
use crate::cli::moment::AsOf;
use crate::cli::project::{self, Project};
use crate::cli::ui::Ui;
use crate::diagnostic::{Message, message};
use crate::history::Revision;
use crate::io::git::Past;
use crate::io::world;
use crate::knowledge::compare::compare;

/// Says what changed between two times, in facts and steps, old and new together
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve diff handover-2026-06          since that version, what is not committed included\n  releve diff HEAD                      what is not committed\n  releve diff 2026-06-01..2026-11-22    between the ends of two days\n  releve diff HEAD~3..HEAD --format json\n\nExit codes: 0 nothing changed, 1 something did, 2 could not run."
)]
pub(super) struct Args {
    /// From when to when: A..B, or A alone for everything since then. A tag, a branch, HEAD~3, the first digits of a commit's
    /// id, or a day as YYYY-MM-DD, which means the last commit up to its end.
    #[arg(value_name = "A..B")]
    range: String,
    /// How changes are printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// A format of the changes.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// For people: by service, what was beside what is.
    Human,
    /// For programs, in English.
    Json,
}

/// One of the two times.
struct Side {
    /// As it was written; nothing for what lies on disk.
    written: Option<String>,
    revision: Option<Revision>,
    project: Project,
}

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    let (from, to) = args.range.split_once("..").unwrap_or((&args.range, ""));
    if from.is_empty() || to.starts_with('.') {
        bail!("`{}` does not say since when: write A..B, or A alone", args.range);
    }
    let past = Past::open(directory)?;
    let before = at(&past, from)?;
    let after = if to.is_empty() { now(directory)? } else { at(&past, to)? };
    let changes = compare(&before.project.kb, &after.project.kb);
    match args.format {
        Format::Human if changes.is_empty() => ui.say(&message!("cli-diff-nothing")),
        Format::Human => ui.print_painted(&human::report(&before, &after, &changes, ui.words()))?,
        Format::Json => ui.print(&json::report(&before, &after, &changes))?,
    }
    Ok(if changes.is_empty() { Exit::Clean } else { Exit::Findings })
}

fn at(past: &Past, written: &str) -> anyhow::Result<Side> {
    let revision = past.find(written)?;
    let project = project::read_alone(past, &revision).with_context(|| written.to_owned())?;
    Ok(Side { written: Some(written.to_owned()), revision: Some(revision), project })
}

fn now(directory: &Path) -> anyhow::Result<Side> {
    let project = project::read(directory, AsOf::default().resolve()?, None, world::cache_folder().as_deref())?;
    Ok(Side { written: None, revision: None, project })
}

impl Side {
    /// Says which time it is.
    fn message(&self) -> Message {
        match (&self.written, &self.revision) {
            (Some(written), Some(revision)) => message!(
                "cli-diff-at",
                name = written.as_str(),
                date = revision.date.to_string(),
                commit = revision.id.short()
            ),
            _ => message!("cli-diff-now"),
        }
    }
}
