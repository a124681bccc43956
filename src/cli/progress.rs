//! How far a long build is: one line on a terminal, once it takes more than a second.

use std::sync::Mutex;
use std::time::Duration;

use crate::bundle::{Sink, SitePath};
use crate::cli::ui::Ui;
use crate::diagnostic::message;
use crate::io::world::Stopwatch;
use crate::source::AssetRef;

/// How often the line is written anew.
const INTERVAL: Duration = Duration::from_millis(200);

/// A sink that tells how many files went through it to another one.
pub(super) struct Counted<'a> {
    sink: &'a dyn Sink,
    ui: &'a Ui,
    watch: Stopwatch,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    files: usize,
    next: Duration,
    has_line: bool,
}

impl<'a> Counted<'a> {
    pub(super) fn new(sink: &'a dyn Sink, ui: &'a Ui) -> Self {
        let seen = Seen { next: Duration::from_secs(1), ..Seen::default() };
        Self { sink, ui, watch: Stopwatch::start(), seen: Mutex::new(seen) }
    }

    fn count(&self) {
        let Ok(mut seen) = self.seen.lock() else { return };
        seen.files += 1;
        let elapsed = self.watch.elapsed();
        if self.ui.is_terminal() && elapsed >= seen.next {
            seen.next = elapsed + INTERVAL;
            seen.has_line = true;
            self.ui.line(&message!("cli-progress", files = seen.files));
        }
    }

    /// Wipes the line.
    pub(super) fn end(&self) {
        if self.seen.lock().is_ok_and(|seen| seen.has_line) {
            self.ui.wipe_line();
        }
    }
}

impl Sink for Counted<'_> {
    fn put(&self, path: &SitePath, bytes: Vec<u8>) {
        self.sink.put(path, bytes);
        self.count();
    }

    fn copy(&self, path: &SitePath, asset: &AssetRef) {
        self.sink.copy(path, asset);
        self.count();
    }
}
