//! `releve check`: what is wrong, and where.

use std::path::Path;

use crate::check;
use crate::cli::Exit;
use crate::cli::moment::Moment;
use crate::cli::project::rules;
use crate::cli::ui::Ui;
use crate::diagnostic::{self, Report, Severity, github, gitlab, json, junit, message, sarif};
use crate::io::world;

/// Says what is wrong in the runbooks and the inventory, and where
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve check\n  releve check --at HEAD~1       what was wrong one commit ago\n  releve check --strict --format json > findings.json\n  releve check --format sarif > findings.sarif\n  releve check --format github   in a workflow: findings stand beside the lines\n\nExit codes: 0 no error (with --strict: no readiness gap either), 1 some, 2 could not run."
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
    /// For programs, in English; so are all that follow.
    Json,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
    /// JUnit XML, for build servers.
    Junit,
    /// Commands of a GitHub or Forgejo workflow: findings stand beside the lines.
    Github,
    /// GitLab's report of code quality.
    Gitlab,
}

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    let project = args.moment.read(directory, None, world::cache_folder().as_deref())?;
    let rules = rules();
    // Only here: a build is not to wait for the whole past to be read.
    let past = check::history(&project.kb, &project.snapshot, project.archive());
    let mut findings = project.findings.clone();
    findings.extend(check::judge(past, project.kb.config.kind));
    check::set_levels(&mut findings, &project.kb.config);
    diagnostic::sort(&mut findings, &project.snapshot);
    let fails_on = if args.strict { Severity::Readiness } else { Severity::Error };
    let report =
        Report { findings: &findings, waived: &project.waived, rules: &rules, fails_on, snapshot: &project.snapshot };
    match args.format {
        Format::Human => {
            if findings.is_empty() {
                ui.say(&message!(
                    "cli-checked",
                    pages = project.kb.runbooks.len(),
                    entities = project.kb.catalog.entities.len()
                ));
            }
            ui.report(&findings, &project.snapshot);
            if !project.waived.is_empty() {
                ui.say(&message!("findings-waived-count", count = project.waived.len()));
            }
        }
        Format::Json => ui.print(&json::report(&report))?,
        Format::Sarif => ui.print(&sarif::report(&report))?,
        Format::Junit => ui.print(&junit::report(&report))?,
        Format::Github => ui.print(&github::report(&report))?,
        Format::Gitlab => ui.print(&gitlab::report(&report))?,
    }
    let counts = findings.iter().any(|finding| finding.severity <= fails_on);
    Ok(if counts { Exit::Findings } else { Exit::Clean })
}
