//! `releve export FORMAT`: what is known, for other programs.

mod schemas;

use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::cli::Exit;
use crate::cli::moment::Moment;
use crate::cli::project::Project;
use crate::cli::readers::Readers;
use crate::cli::ui::Ui;
use crate::config::ProjectKind;
use crate::diagnostic::message;
use crate::edition::Edition;
use crate::io::disk;
use crate::io::world;
use crate::markdown::highlight::Highlighter;
use crate::output::export::{SCHEMA, WHOLE, chatons, schema, security_txt, whole};
use crate::output::{OutputContext, site};
use crate::scalar::Audience;

/// Prints or writes what is known, for other programs: JSON, a calendar, security.txt, the files of CHATONS, schemas for editors
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve export json | jq '.things.service | keys'\n  releve export calendar --lang fr > echeances.ics\n  releve export schemas --out .vscode/releve     completion and checks while YAML is typed\n  releve export json --audience public\n  releve export chatons --out public\n\nA build puts the first two, security.txt and the files of CHATONS into the site, too.\n\nExit codes: 0 printed or written, 1 there is nothing to write, and why is said, 2 could not run."
)]
pub(super) struct Args {
    /// What is exported.
    #[arg(value_enum)]
    format: Format,
    /// The folder that the files go to, under names of their own. Default: they are printed.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// For whom: what others may not see is left out. The files of CHATONS are for everybody.
    #[arg(long, value_enum, default_value_t = Readers::Admins)]
    audience: Readers,
    #[command(flatten)]
    moment: Moment,
}

/// A format of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Everything that is known, and the schema of it.
    Json,
    /// JSON Schemas of the inventory, the records and the heads of pages, for editors.
    Schemas,
    /// What has a day (RFC 5545).
    Calendar,
    /// Whom to tell about faults in security (RFC 9116).
    SecurityTxt,
    /// What a CHATONS says of itself, of what is marked `audience: public`.
    Chatons,
}

/// A file to write.
struct Exported {
    name: String,
    text: String,
}

impl Exported {
    fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }
}

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    let Args { format, out, audience, moment } = args;
    let audience = if format == Format::Chatons { Audience::Public } else { audience.into() };
    let (files, kind) = if format == Format::Schemas {
        (schemas::files(ui.words()), ProjectKind::Documents)
    } else {
        let project = moment.read(directory, None, world::cache_folder().as_deref())?;
        (of_project(ui, format, &project, audience, out.is_some()), project.kb.config.kind)
    };
    if files.is_empty() {
        ui.say(&match format {
            Format::Calendar if kind == ProjectKind::Handover => message!("export-nothing.calendar-empty"),
            Format::Calendar => message!("export-nothing.calendar"),
            Format::Chatons => message!("export-nothing.chatons"),
            Format::Json | Format::Schemas | Format::SecurityTxt => message!("export-nothing.security-txt"),
        });
        return Ok(Exit::Findings);
    }
    let Some(folder) = out else {
        let named = files.len() > 1;
        for Exported { name, text } in &files {
            let head = if named { format!("# {name}\n") } else { String::new() };
            ui.print_file(&format!("{head}{text}"))?;
        }
        return Ok(Exit::Clean);
    };
    let folder = directory.join(folder);
    for Exported { name, text } in &files {
        let path = folder.join(name);
        disk::write_over(&path, text.as_bytes()).with_context(|| disk::shown(&path))?;
    }
    ui.say(&message!("export-wrote", count = files.len(), folder = disk::shown(&folder)));
    if format == Format::Schemas {
        ui.say(&message!("export-settings", head = schemas::FRONT_MATTER));
        ui.print(&schemas::settings(&folder, directory))?;
    }
    Ok(Exit::Clean)
}

fn of_project(ui: &Ui, format: Format, project: &Project, audience: Audience, with_schema: bool) -> Vec<Exported> {
    let edition = Edition::of(&project.kb, &project.snapshot, audience);
    let (kb, snapshot) =
        edition.as_ref().map_or((&project.kb, &project.snapshot), |edition| (&edition.kb, &edition.snapshot));
    let highlighter = Highlighter::default();
    let context = OutputContext::of(snapshot, kb, &highlighter);
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    match format {
        Format::Json => {
            let mut files = vec![Exported::new(WHOLE, text(whole(&context)))];
            files.extend(with_schema.then(|| Exported::new(SCHEMA, text(schema()))));
            files
        }
        Format::Calendar => {
            let calendar = site::calendar(&context, ui.words().language());
            calendar.map(|text| Exported::new("calendar.ics", text)).into_iter().collect()
        }
        Format::SecurityTxt => security_txt(kb).map(|text| Exported::new("security.txt", text)).into_iter().collect(),
        Format::Chatons => chatons(kb).into_iter().map(|file| Exported::new(file.name, file.text)).collect(),
        Format::Schemas => schemas::files(ui.words()),
    }
}
