//! `releve recover`: in which order things come back, and which deadline is missed.

mod human;
mod json;

use std::collections::BTreeSet;
use std::path::Path;

use crate::cli::format::Format;
use crate::cli::moment::Moment;
use crate::cli::ui::Ui;
use crate::cli::{Exit, named};
use crate::io::world;
use crate::names::{EntityRef, Kind};
use crate::recovery::{Lost, plan};

/// Says in which order things come back, how long that takes, and which deadline is missed
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve recover                              everything is lost\n  releve recover --lost host:srv1             one machine, and what runs on it\n  releve recover --lost provider:acme --people 1\n\nExit codes: 0 whatever it says; with --strict 1 when a deadline is missed or a loop has no beginning; 2 could not run."
)]
pub(super) struct Args {
    /// What is lost, as `kind:id`: hosts, providers, services, people. Without it, everything.
    #[arg(long, value_name = "REF", num_args = 1..)]
    lost: Vec<String>,
    /// How many people work on it: tells both without it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=2))]
    people: Option<u8>,
    /// Exits with 1 when a deadline is missed or a loop has no beginning.
    #[arg(long)]
    strict: bool,
    /// How it is printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    #[command(flatten)]
    moment: Moment,
}

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    let project = args.moment.read(directory, None, world::cache_folder().as_deref())?;
    let Some(gone) = named::find_all(ui, &project.kb, &args.lost) else { return Ok(Exit::Failed) };
    let people: BTreeSet<EntityRef> = gone.iter().filter(|thing| thing.kind() == Kind::Person).cloned().collect();
    let things: BTreeSet<EntityRef> = gone.difference(&people).cloned().collect();
    let lost = if gone.is_empty() { Lost::Everything } else { Lost::These(things) };
    let plan = plan(&project.kb, &lost);
    let schedules = [&plan.alone, &plan.together];
    let wanted = |people: usize| args.people.is_none_or(|wanted| usize::from(wanted) == people);
    let shown: Vec<_> = schedules.into_iter().filter(|schedule| wanted(schedule.people)).collect();
    match args.format {
        Format::Human => ui.print_painted(&human::report(&project, &gone, &people, &plan, &shown, ui.words()))?,
        Format::Json => ui.print(&json::report(&gone, &plan, &shown)?)?,
    }
    let is_late = shown.iter().any(|schedule| !schedule.missed.is_empty()) || !plan.cycles.is_empty();
    Ok(if args.strict && is_late { Exit::Findings } else { Exit::Clean })
}
