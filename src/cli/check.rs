//! `releve check`: what is wrong, and where.

use std::path::Path;

use crate::cli::Exit;
use crate::cli::moment::Moment;
use crate::cli::ui::Ui;
use crate::diagnostic::{Severity, json, message};
use crate::io::world;

/// Says what is wrong in the runbooks and the inventory, and where
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve check\n  releve check --at HEAD~1       what was wrong one commit ago\n  releve check --strict --format json > findings.json\n\nExit codes: 0 no error (with --strict: no readiness gap either), 1 some, 2 could not run."
)]
pub(super) struct Args {
    /// Counts readiness gaps as errors do.
    #[arg(long)]
    strict: bool,
    /// How findings are printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    #[command(flatten)]
    moment: Moment,
}

/// A format of the report.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// For people: the line, the caret, what to do.
    Human,
    /// For programs, in English.
    Json,
}

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    let project = args.moment.read(directory, None, world::cache_folder().as_deref())?;
    match args.format {
        Format::Human if project.findings.is_empty() => ui.say(&message!(
            "cli-checked",
            pages = project.kb.runbooks.len(),
            entities = project.kb.catalog.entities.len()
        )),
        Format::Human => ui.report(&project.findings, &project.snapshot),
        Format::Json => ui.print(&json::report(&project.findings, &project.snapshot))?,
    }
    let worst = if args.strict { Severity::Readiness } else { Severity::Error };
    let counts = project.findings.iter().any(|finding| finding.severity <= worst);
    Ok(if counts { Exit::Findings } else { Exit::Clean })
}
