//! `releve serve`: a preview that follows every change.
//!
//! One thread owns the project and the plan of its site. It answers for one page at a time, and starts anew when a file
//! changed; the server and the watch only talk to it. Nothing is written.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use anyhow::Context;
use jiff::civil::Date;

use crate::bundle::SitePath;
use crate::chronicle::Chronicle;
use crate::cli::Exit;
use crate::cli::chronicle;
use crate::cli::moment::AsOf;
use crate::cli::project::rules;
use crate::cli::project::{self, Project};
use crate::cli::ui::Ui;
use crate::diagnostic::text::Printer;
use crate::diagnostic::{Severity, message};
use crate::io::server::{Pages, Server};
use crate::io::watch::Watch;
use crate::io::world;
use crate::markdown::highlight::Highlighter;
use crate::markdown::html::escape_text;
use crate::output::OutputContext;
use crate::output::site::Preview;

/// Shows the site while you write: pages reload by themselves, errors are shown in them
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve serve\n  releve serve --open --port 8080\n\nListens on this machine only (127.0.0.1). Nothing is written; `releve build` makes the site."
)]
pub(super) struct Args {
    /// Opens the start page in the browser.
    #[arg(long)]
    open: bool,
    /// The port to listen on. Default: one that is free.
    #[arg(long, default_value_t = 0)]
    port: u16,
    #[command(flatten)]
    as_of: AsOf,
}

/// What the thread that owns the project is asked.
enum Request {
    /// A file of the site, and where to send its bytes.
    File(SitePath, Sender<Option<Vec<u8>>>),
    /// The sources changed.
    Changed,
}

/// The server's side of the thread that owns the project.
struct Client(Sender<Request>);

impl Pages for Client {
    fn get(&self, path: &SitePath) -> Option<Vec<u8>> {
        let (reply, answer) = channel();
        self.0.send(Request::File(path.clone(), reply)).ok()?;
        answer.recv().ok()?
    }
}

pub(super) fn run(ui: &Ui, directory: &Path, args: Args) -> anyhow::Result<Exit> {
    let as_of = args.as_of.resolve()?;
    let project = project::read(directory, as_of, None, world::cache_folder().as_deref())?;
    let (requests, inbox) = channel();
    let server = Server::start(args.port, Arc::new(Client(requests.clone())))?;
    let mut watch = Watch::start(&[project.folder.path().to_owned()], std::slice::from_ref(&project.out))?;
    std::thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || while watch.wait().is_ok() && requests.send(Request::Changed).is_ok() {})
        .context("the watch on the sources")?;
    let address = server.url();
    ui.report(&project.findings, &project.snapshot);
    ui.say(&message!("cli-serve-ready", address = address.as_str()));
    if args.open && !world::open_in_browser(&address) {
        ui.say(&message!("cli-serve-open-failed", address = address.as_str()));
    }
    follow(ui, directory, as_of, project, &server, &inbox);
    Ok(Exit::Clean)
}

/// Answers from the project as it is, and reads it anew whenever it changed.
fn follow(ui: &Ui, directory: &Path, as_of: Date, first: Project, server: &Server, inbox: &Receiver<Request>) {
    let mut project = first;
    let highlighter = Highlighter::default();
    let caches = world::cache_folder();
    let mut chronicle = chronicle::committed(&project, caches.as_deref());
    while answer(ui, &project, &chronicle, &highlighter, inbox) {
        match project::read_again(&project, directory, as_of, caches.as_deref()) {
            Ok(changed) => {
                ui.report(&changed.findings, &changed.snapshot);
                let errors = changed.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
                ui.say(&message!("cli-serve-rebuilt", errors = errors));
                if changed.kb.history.head != project.kb.history.head {
                    chronicle = chronicle::committed(&changed, caches.as_deref());
                }
                project = changed;
            }
            // The last readable state stays.
            Err(error) => ui.say(&message!("cli-serve-failed", reason = format!("{error:#}"))),
        }
        server.reload();
    }
}

/// Answers until the sources change. Returns whether to go on.
fn answer(
    ui: &Ui,
    project: &Project,
    chronicle: &Chronicle,
    highlighter: &Highlighter,
    inbox: &Receiver<Request>,
) -> bool {
    let rules = rules();
    let context = OutputContext { chronicle, ..project.context(&rules, highlighter) };
    let preview = Preview::new(&context);
    let faults = faults(ui, project, preview.problems());
    while let Ok(request) = inbox.recv() {
        match request {
            Request::Changed => return true,
            Request::File(path, reply) => {
                let bytes = preview.file(&path, &project.folder).map(|bytes| with_faults(&path, bytes, &faults));
                // Whoever asked may have gone away.
                let _ = reply.send(bytes);
            }
        }
    }
    false
}

/// The faults of the project as a page shows them; empty when there are none.
fn faults(ui: &Ui, project: &Project, of_theme: &[crate::diagnostic::Diagnostic]) -> String {
    let mut printer = Printer::new(&project.snapshot, ui.words(), false);
    let faults = project.findings.iter().chain(of_theme).filter(|finding| finding.severity == Severity::Error);
    let text: String = faults.map(|finding| printer.render(finding) + "\n").collect();
    if text.is_empty() {
        return text;
    }
    let mut html = "<div class=\"preview-faults\" role=\"alert\"><pre>".to_owned();
    escape_text(&mut html, &text);
    html + "</pre></div>"
}

/// Puts the faults at the top of a page.
fn with_faults(path: &SitePath, bytes: Vec<u8>, faults: &str) -> Vec<u8> {
    const MAIN: &str = "<main";
    if faults.is_empty() || !path.as_str().ends_with(".html") {
        return bytes;
    }
    match String::from_utf8(bytes) {
        Ok(page) => page.replacen(MAIN, &format!("{faults}{MAIN}"), 1).into_bytes(),
        Err(bytes) => bytes.into_bytes(),
    }
}
