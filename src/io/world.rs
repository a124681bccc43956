//! The clock and the environment, read once and handed on as values.
#![expect(clippy::disallowed_methods, reason = "this is the door to the clock and the environment")]

use std::io::IsTerminal;
use std::path::PathBuf;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::words::Language;

/// Returns today's date in UTC.
#[must_use]
pub fn today() -> Date {
    jiff::Timestamp::now().to_zoned(TimeZone::UTC).date()
}

/// Returns the day of `SOURCE_DATE_EPOCH` (reproducible-builds.org: seconds since 1970-01-01 UTC), where it is set.
///
/// # Errors
/// When it is set to something that is no such number; holds what it is set to.
pub fn source_date_epoch() -> Result<Option<Date>, String> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let value = value.to_string_lossy().into_owned();
    let date = value.trim().parse().ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    date.map(|date| Some(date.to_zoned(TimeZone::UTC).date())).ok_or(value)
}

/// Returns the language of the locale: the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set (POSIX.1-2017 §8.2).
#[must_use]
pub fn locale() -> Option<Language> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let value = names.iter().filter_map(std::env::var_os).find(|value| !value.is_empty())?;
    Language::from_tag(&value.to_string_lossy())
}

/// Whether colours are wanted on standard error: it is a terminal, and `NO_COLOR` (no-color.org) is unset or empty.
#[must_use]
pub fn wants_colour() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    !refused && std::io::stderr().is_terminal()
}

/// Returns the folder in which this user's caches lie (XDG Base Directory Specification).
#[must_use]
pub fn cache_folder() -> Option<PathBuf> {
    let xdg = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    xdg.or_else(|| home().map(|home| home.join(".cache"))).map(|caches| caches.join("releve"))
}

/// Returns what tells this program from another build of it: its length, and when it was written. Nothing where the system does not
/// say.
#[must_use]
pub fn own_stamp() -> Option<String> {
    let metadata = std::env::current_exe().ok()?.metadata().ok()?;
    let written = metadata.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(format!("{} {}", metadata.len(), written.as_nanos()))
}

/// Whether a variable of the environment is set, and not empty.
#[must_use]
pub fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}

/// Returns the home folder of the user.
#[must_use]
pub fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|path| !path.as_os_str().is_empty())
}

/// Measures how long something takes.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Starts measuring.
    #[must_use]
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }

    /// Returns how long it has been running.
    #[must_use]
    pub fn elapsed(&self) -> std::time::Duration {
        self.0.elapsed()
    }
}

/// Opens an address in the user's browser, with the program that the desktop provides for it. Returns whether it started.
#[must_use]
pub fn open_in_browser(address: &str) -> bool {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    std::process::Command::new(program).arg(address).spawn().is_ok()
}
