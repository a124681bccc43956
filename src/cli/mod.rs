//! The commands: one file each. Whatever they print goes through [`ui`].

mod build;
mod check;
mod chronicle;
mod diff;
mod explain;
mod export;
mod format;
mod init;
mod lines;
mod moment;
mod named;
mod partial;
mod progress;
mod project;
mod publish;
mod readers;
mod readiness;
mod record;
mod recover;
mod refused;
mod search;
#[cfg(feature = "serve")]
mod serve;
mod show;
mod tested;
pub mod ui;
mod verify;
mod versions;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::io::world;
use crate::words::{Language, Words};

use ui::Ui;

/// Turns Markdown runbooks and YAML inventories into a handover site.
///
/// A project is a folder with a `book.toml` and a folder of runbooks; `releve init` makes one.
#[derive(Parser)]
#[command(
    name = "releve",
    version,
    after_help = "Examples:\n  releve init my-handover      a starter project that already builds\n  releve build                 the site of this project, in site/\n  releve check --lang fr       what is wrong, in French\n\nExit codes: 0 no error, 1 errors (with --strict: or gaps), 2 could not run."
)]
pub struct Cli {
    /// The project's folder.
    #[arg(short = 'C', value_name = "DIR", global = true, default_value = ".")]
    directory: PathBuf,

    /// The language of messages: en or fr. Default: the locale's, else English.
    #[arg(long, value_name = "LANG", global = true, value_parser = language)]
    lang: Option<Language>,

    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Init(init::Args),
    Build(build::Args),
    Check(check::Args),
    Diff(diff::Args),
    Explain(explain::Args),
    Publish(publish::Args),
    Export(export::Args),
    Readiness(readiness::Args),
    Record(record::Args),
    Recover(recover::Args),
    Search(search::Args),
    Show(show::Args),
    Verify(verify::Args),
    Versions(versions::Args),
    #[cfg(feature = "serve")]
    Serve(serve::Args),
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing to say.
    Clean,
    /// There are findings that count.
    Findings,
    /// The command could not run.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Clean => Self::SUCCESS,
            Exit::Findings => Self::from(1),
            Exit::Failed => Self::from(2),
        }
    }
}

/// Runs the command line that the process was started with.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let language = cli.lang.or_else(world::locale).unwrap_or(Language::ENGLISH);
    let ui = Ui::new(Words::load(&language), world::wants_colour());
    let result = match cli.command {
        Command::Init(args) => init::run(&ui, &cli.directory, args),
        Command::Build(args) => build::run(&ui, &cli.directory, args),
        Command::Check(args) => check::run(&ui, &cli.directory, args),
        Command::Diff(args) => diff::run(&ui, &cli.directory, args),
        Command::Explain(args) => explain::run(&ui, &args),
        Command::Publish(args) => publish::run(&ui, &cli.directory, args),
        Command::Export(args) => export::run(&ui, &cli.directory, args),
        Command::Readiness(args) => readiness::run(&ui, &cli.directory, args),
        Command::Record(args) => record::run(&ui, &cli.directory, args),
        Command::Recover(args) => recover::run(&ui, &cli.directory, args),
        Command::Search(args) => search::run(&ui, &cli.directory, args),
        Command::Show(args) => show::run(&ui, &cli.directory, args),
        Command::Verify(args) => verify::run(&ui, &cli.directory, &args),
        Command::Versions(args) => versions::run(&ui, &cli.directory, args),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(&ui, &cli.directory, args),
    };
    result
        .unwrap_or_else(|error| {
            ui.failure(&error);
            Exit::Failed
        })
        .into()
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag)
        .filter(|language| Language::interface().any(|spoken| spoken == *language))
        .ok_or_else(|| "the interface speaks en and fr".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_folder_of_init_is_not_the_project_folder() {
        Cli::command().debug_assert();
        let cli = Cli::parse_from(["releve", "init", "handover"]);
        assert_eq!(cli.directory, PathBuf::from("."));
    }
}
