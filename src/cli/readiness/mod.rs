//! `releve readiness`: whether somebody can take over today, and what follows.

mod hand_back;
mod human;
mod json;

use std::collections::BTreeSet;
use std::path::Path;

use crate::cli::format::Format;
use crate::cli::moment::Moment;
use crate::cli::ui::Ui;
use crate::cli::{Exit, named};
use crate::io::world;
use crate::knowledge::evidence::Level;
use crate::names::EntityRef;
use crate::readiness::action::{Action, plan};
use crate::readiness::missing::{BusFactor, Fall};
use crate::readiness::verdict::Standby;
use crate::readiness::{Readiness, readiest};

/// Says whether somebody can take over today, why, and what is best done next
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve readiness\n  releve readiness --as-of 2027-06-01             if nobody does anything until then\n  releve readiness --without host:srv1            what can be brought back when that machine is gone\n  releve readiness --without person:ada --revoke  what to change, close and give to others when she goes\n\nExit codes: 0 whatever it says; with --strict 1 while a gate is shut or a service cannot be taken over; 2 could not run."
)]
pub(super) struct Args {
    /// Supposes that these are gone, as `kind:id`: people, hosts, providers, services. Those with the role `primary-admin` always are.
    #[arg(long, value_name = "REF", num_args = 1..)]
    without: Vec<String>,
    /// Lists what to rotate, revoke and give to somebody else when the people in --without go.
    #[arg(long, requires = "without")]
    revoke: bool,
    /// Exits with 1 while a gate is shut or a service cannot be taken over.
    #[arg(long)]
    strict: bool,
    /// How it is printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    #[command(flatten)]
    moment: Moment,
}

/// How many actions are told.
const STEPS: usize = 3;

/// What is printed.
struct Report<'kb> {
    /// What is supposed to be gone.
    without: BTreeSet<EntityRef>,
    /// Those who stand by.
    people: Vec<Standby<'kb>>,
    together: Option<Standby<'kb>>,
    plan: Vec<Action>,
    falls: Vec<Fall<'kb>>,
    bus_factor: BusFactor<'kb>,
}

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    let project = args.moment.read(directory, None, world::cache_folder().as_deref())?;
    let Some(without) = named::find_all(ui, &project.kb, &args.without) else { return Ok(Exit::Failed) };
    if args.revoke {
        let format = args.format;
        return hand_back::run(ui, &project, &without, format);
    }
    let readiness = Readiness::new(&project.kb, &project.snapshot);
    let supposed = readiness.takeover().without(readiness.gone_with(&without));
    let standing_by = readiness.standing_by(&supposed);
    let people: Vec<Standby<'_>> = standing_by.iter().map(|who| readiness.judge(who, &supposed)).collect();
    let best = readiest(&people, readiness.today());
    let report = Report {
        together: if people.len() > 1 { readiness.together(&standing_by, &supposed) } else { None },
        plan: best.and_then(|best| best.who).map(|who| plan(&readiness, who, &supposed, STEPS)).unwrap_or_default(),
        falls: if without.is_empty() { Vec::new() } else { readiness.falls(&without) },
        bus_factor: readiness.bus_factor(),
        without,
        people,
    };
    match args.format {
        Format::Human => ui.print_painted(&human::report(&report, &project, ui.words()))?,
        Format::Json => ui.print(&json::report(&report, &project)?)?,
    }
    let today = project.kb.as_of;
    let is_ready = readiest(&report.people, today)
        .is_some_and(|best| best.is_open(today) && best.live().all(|service| service.course.at(today) > Level::Broken));
    Ok(if args.strict && !is_ready { Exit::Findings } else { Exit::Clean })
}
