//! Notices that files have changed, without saying which: events get lost, merged and reordered on every system, so each
//! one only means "look again".

#![expect(clippy::disallowed_methods, reason = "a door of the house: the clock ends a pause")]

use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Config, ErrorKind, Event, EventKind, PollWatcher, RecursiveMode, Watcher};

/// Changes are reported once none has followed for this long …
const QUIET: Duration = Duration::from_millis(40);
/// … or once the first is this old.
const PATIENCE: Duration = Duration::from_millis(300);
/// How often the folders are read where the system does not tell.
const POLL_INTERVAL: Duration = Duration::from_secs(1);

/// Why folders cannot be watched.
#[derive(Debug, thiserror::Error)]
#[error("cannot watch the folders for changes")]
pub struct WatchError(#[from] notify::Error);

/// Watches folders, with all that is below them.
pub struct Watch {
    watcher: Box<dyn Watcher + Send>,
    polling: bool,
    folders: Vec<PathBuf>,
    ignored: Vec<PathBuf>,
    sender: Sender<Notice>,
    notices: Receiver<Notice>,
}

enum Notice {
    Changed,
    /// The system watches no more folders, so that changes would go unseen.
    LimitReached,
}

impl Watch {
    /// Starts to watch. Changes below the `ignored` folders, where the tool itself writes, are not reported.
    ///
    /// Where the system's limit on watched folders is reached, the folders are read every second instead.
    ///
    /// # Errors
    /// When a folder does not exist or cannot be read.
    pub fn start(folders: &[PathBuf], ignored: &[PathBuf]) -> Result<Self, WatchError> {
        let (folders, ignored) = (folders.to_vec(), ignored.to_vec());
        let (sender, notices) = channel();
        match native(&folders, &ignored, &sender) {
            Ok(watcher) => Ok(Self { watcher, polling: false, folders, ignored, sender, notices }),
            Err(error) if matches!(error.kind, ErrorKind::PathNotFound) => Err(error.into()),
            // The limit on watches, that on watchers (which comes as "too many open files"), or a system without any.
            Err(_) => Self::start_polling(folders, ignored, sender, notices),
        }
    }

    fn start_polling(
        folders: Vec<PathBuf>,
        ignored: Vec<PathBuf>,
        sender: Sender<Notice>,
        notices: Receiver<Notice>,
    ) -> Result<Self, WatchError> {
        let watcher = polling(&folders, &ignored, &sender)?;
        Ok(Self { watcher, polling: true, folders, ignored, sender, notices })
    }

    /// Whether the folders are read every second, because the system does not tell of changes. May become true while waiting.
    #[must_use]
    pub fn is_polling(&self) -> bool {
        self.polling
    }

    /// Waits until something has changed and the changes have come to rest. Changes made since the last call count.
    ///
    /// # Errors
    /// When the limit on watched folders is reached and they cannot be read regularly either.
    pub fn wait(&mut self) -> Result<(), WatchError> {
        let Ok(first) = self.notices.recv() else { return Ok(()) };
        let start = Instant::now();
        let mut limit_reached = matches!(first, Notice::LimitReached);
        while let Some(left) = PATIENCE.checked_sub(start.elapsed()) {
            let Ok(notice) = self.notices.recv_timeout(QUIET.min(left)) else { break };
            limit_reached |= matches!(notice, Notice::LimitReached);
        }
        if limit_reached && !self.polling {
            self.watcher = polling(&self.folders, &self.ignored, &self.sender)?;
            self.polling = true;
        }
        Ok(())
    }
}

/// Watches through the system.
fn native(
    folders: &[PathBuf],
    ignored: &[PathBuf],
    sender: &Sender<Notice>,
) -> notify::Result<Box<dyn Watcher + Send>> {
    let mut watcher = notify::recommended_watcher(handler(ignored, sender))?;
    watch_all(&mut watcher, folders)?;
    Ok(Box::new(watcher))
}

/// Watches by reading the folders every now and then.
fn polling(
    folders: &[PathBuf],
    ignored: &[PathBuf],
    sender: &Sender<Notice>,
) -> notify::Result<Box<dyn Watcher + Send>> {
    let config = Config::default().with_poll_interval(POLL_INTERVAL);
    let mut watcher = PollWatcher::new(handler(ignored, sender), config)?;
    watch_all(&mut watcher, folders)?;
    Ok(Box::new(watcher))
}

fn watch_all(watcher: &mut dyn Watcher, folders: &[PathBuf]) -> notify::Result<()> {
    folders.iter().try_for_each(|folder| watcher.watch(folder, RecursiveMode::Recursive))
}

fn handler(ignored: &[PathBuf], sender: &Sender<Notice>) -> impl FnMut(notify::Result<Event>) + Send + 'static {
    let (ignored, sender) = (ignored.to_vec(), sender.clone());
    move |event| {
        let notice = match event {
            Ok(event) if !is_change(&event, &ignored) => return,
            Ok(_) => Notice::Changed,
            Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => Notice::LimitReached,
            // Something was missed.
            Err(_) => Notice::Changed,
        };
        // Fails only when nobody waits any more.
        _ = sender.send(notice);
    }
}

/// Whether an event may mean that a source has changed.
fn is_change(event: &Event, ignored: &[PathBuf]) -> bool {
    // Our own reading is no change; answering it by reading would never end.
    let is_reading = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
        EventKind::Access(_) => true,
        _ => false,
    };
    let is_ours = |path: &PathBuf| ignored.iter().any(|folder| path.starts_with(folder)) || is_git_bookkeeping(path);
    let all_ignored = !event.paths.is_empty() && event.paths.iter().all(is_ours);
    event.need_rescan() || !(is_reading || all_ignored)
}

/// Whether a path lies in a `.git` folder and says nothing about which commit the files are at.
fn is_git_bookkeeping(path: &Path) -> bool {
    let mut parts = path.components().map(Component::as_os_str).skip_while(|part| *part != ".git");
    if parts.next().is_none() {
        return false;
    }
    let is_lock = path.extension().is_some_and(|extension| extension == "lock");
    is_lock || !parts.next().is_some_and(|part| part == "HEAD" || part == "refs" || part == "packed-refs")
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, Flag};
    use tempfile::TempDir;

    use super::*;

    /// Changes files while a watch waits; fails after ten seconds.
    fn is_noticed(mut watch: Watch, change: impl FnOnce()) -> bool {
        let (done, noticed) = channel();
        std::thread::spawn(move || {
            watch.wait().unwrap();
            _ = done.send(());
        });
        change();
        noticed.recv_timeout(Duration::from_secs(10)).is_ok()
    }

    fn folder() -> TempDir {
        let folder = TempDir::new().unwrap();
        std::fs::create_dir(folder.path().join("docs")).unwrap();
        std::fs::write(folder.path().join("docs/a.md"), "A").unwrap();
        folder
    }

    fn watch(folder: &TempDir) -> Watch {
        let watch = Watch::start(&[folder.path().to_path_buf()], &[]).unwrap();
        assert!(!watch.is_polling());
        watch
    }

    #[test]
    fn a_file_written_in_place_is_noticed() {
        let folder = folder();
        assert!(is_noticed(watch(&folder), || std::fs::write(folder.path().join("docs/a.md"), "B").unwrap()));
    }

    #[test]
    fn a_file_saved_by_renaming_is_noticed() {
        let folder = folder();
        let elsewhere = TempDir::new().unwrap();
        std::fs::write(elsewhere.path().join("a.md"), "B").unwrap();
        let saved = || std::fs::rename(elsewhere.path().join("a.md"), folder.path().join("docs/a.md"));
        assert!(is_noticed(watch(&folder), || saved().unwrap()));
    }

    #[test]
    fn a_file_in_a_new_folder_is_noticed() {
        let folder = folder();
        let mut watch = watch(&folder);
        std::fs::create_dir(folder.path().join("new")).unwrap();
        watch.wait().unwrap();
        assert!(is_noticed(watch, || std::fs::write(folder.path().join("new/b.md"), "B").unwrap()));
    }

    #[test]
    fn polling_notices_too() {
        let folder = folder();
        let (sender, notices) = channel();
        let watch = Watch::start_polling(vec![folder.path().to_path_buf()], Vec::new(), sender, notices).unwrap();
        assert!(watch.is_polling());
        assert!(is_noticed(watch, || std::fs::write(folder.path().join("docs/b.md"), "B").unwrap()));
    }

    #[test]
    fn when_the_limit_is_reached_later_polling_takes_over() {
        let folder = folder();
        let mut watch = watch(&folder);
        watch.sender.send(Notice::LimitReached).unwrap();
        watch.wait().unwrap();
        assert!(watch.is_polling());
        assert!(is_noticed(watch, || std::fs::write(folder.path().join("docs/b.md"), "B").unwrap()));
    }

    #[test]
    fn a_folder_that_does_not_exist_is_an_error() {
        let folder = folder();
        assert!(Watch::start(&[folder.path().join("none")], &[]).is_err());
    }

    #[test]
    fn reading_and_what_the_tool_writes_are_no_changes() {
        let ignored = [PathBuf::from("/p/site")];
        let created = |path: &str| Event::new(EventKind::Create(CreateKind::File)).add_path(PathBuf::from(path));
        let cases = [
            ("/p/docs/a.md", true),
            ("/p/site/a.html", false),
            ("/p/site2/a.html", true),
            ("/p/.git/HEAD", true),
            ("/p/.git/refs/heads/main", true),
            ("/p/.git/refs/heads/main.lock", false),
            ("/p/.git/index", false),
        ];
        for (path, expected) in cases {
            assert_eq!(is_change(&created(path), &ignored), expected, "{path}");
        }
        let moved_out = created("/p/site/a.md").add_path(PathBuf::from("/p/docs/a.md"));
        assert!(is_change(&moved_out, &ignored));
        let reading = Event::new(EventKind::Access(AccessKind::Open(AccessMode::Any))).add_path("/p/docs/a.md".into());
        assert!(!is_change(&reading, &ignored));
        let overflow = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert!(is_change(&overflow, &ignored), "an overflow hides anything");
    }
}
