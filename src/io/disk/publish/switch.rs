//! From the old site to the new one: in one step where the file system can, file by file where it cannot.
#![expect(clippy::disallowed_methods, reason = "this is the door")]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::output::Existing;
use crate::bundle::{MARKER, SUMS};

/// Puts `new` at the place of `out`, in one step. Says no where that cannot be done here.
pub(super) fn at_once(new: &Path, out: &Path, existing: &Existing) -> io::Result<bool> {
    let switched = match existing {
        // A folder that is not empty by now is not replaced: the system says so.
        Existing::Absent | Existing::Empty => fs::rename(new, out),
        Existing::Site(_) => exchange(new, out),
    };
    match switched {
        Ok(()) => Ok(true),
        Err(error) if is_impossible(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Undoes [`at_once`].
pub(super) fn back(new: &Path, out: &Path, existing: &Existing) -> io::Result<()> {
    match existing {
        Existing::Absent | Existing::Empty => fs::rename(out, new),
        Existing::Site(_) => exchange(new, out),
    }
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange(new: &Path, out: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    Ok(renameat_with(CWD, new, CWD, out, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange(_new: &Path, _out: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether this error says that the file system, or the place (a mount point), cannot exchange folders.
fn is_impossible(error: &io::Error) -> bool {
    use io::ErrorKind::{CrossesDevices, InvalidInput, ResourceBusy, Unsupported};
    matches!(error.kind(), CrossesDevices | InvalidInput | ResourceBusy | Unsupported)
}

/// A file that could not be put in place or removed.
pub(super) struct SwitchError {
    pub(super) path: PathBuf,
    pub(super) source: io::Error,
}

/// Moves the `changed` files of `new` into `out`, one by one, then removes every file that is not `wanted`.
///
/// Each file is whole at every instant. Assets come before the pages that show them, and the list of all files last, so that a
/// site half replaced does not pass for sound.
pub(super) fn file_by_file(
    new: &Path,
    out: &Path,
    changed: &[&str],
    wanted: &BTreeSet<&str>,
) -> Result<(), SwitchError> {
    let fault = |path: PathBuf| |source| SwitchError { path, source };
    fs::create_dir_all(out).map_err(fault(out.to_owned()))?;
    let rank = |address: &str| match address {
        MARKER => 0,
        SUMS => 3,
        page if page.ends_with(".html") => 2,
        _ => 1,
    };
    let mut order = changed.to_vec();
    order.sort_by_key(|address| (rank(address), *address));
    for address in order {
        make_room(out, address).map_err(fault(out.join(address)))?;
        move_file(&new.join(address), &out.join(address)).map_err(fault(out.join(address)))?;
    }
    for entry in WalkDir::new(out).min_depth(1).contents_first(true) {
        let entry = entry.map_err(|error| SwitchError { path: out.to_owned(), source: error.into() })?;
        if entry.file_type().is_dir() {
            match fs::remove_dir(entry.path()) {
                Err(error) if error.kind() != io::ErrorKind::DirectoryNotEmpty => {
                    return Err(SwitchError { path: entry.into_path(), source: error });
                }
                _ => {}
            }
        } else if !is_wanted(out, entry.path(), wanted) {
            fs::remove_file(entry.path()).map_err(fault(entry.path().to_owned()))?;
        }
    }
    Ok(())
}

/// Counts the files of a folder that are not `wanted`.
pub(super) fn count_others(folder: &Path, wanted: &BTreeSet<&str>) -> usize {
    let files = WalkDir::new(folder).into_iter().flatten().filter(|entry| !entry.file_type().is_dir());
    files.filter(|entry| !is_wanted(folder, entry.path(), wanted)).count()
}

fn is_wanted(folder: &Path, path: &Path, wanted: &BTreeSet<&str>) -> bool {
    let relative = path.strip_prefix(folder).ok().and_then(Path::to_str);
    relative.is_some_and(|relative| wanted.contains(relative.replace(std::path::MAIN_SEPARATOR, "/").as_str()))
}

/// Makes the folders of a file; a file where a folder has to be, or a folder where the file has to be, is removed.
fn make_room(out: &Path, address: &str) -> io::Result<()> {
    let mut folder = out.to_owned();
    let mut parts = address.split('/').peekable();
    while let Some(part) = parts.next() {
        folder.push(part);
        let is_last = parts.peek().is_none();
        let there = match fs::symlink_metadata(&folder) {
            Ok(metadata) => Some(metadata.is_dir()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        match (there, is_last) {
            (Some(true), true) => fs::remove_dir_all(&folder)?,
            (Some(false), false) => {
                fs::remove_file(&folder)?;
                fs::create_dir(&folder)?;
            }
            (None, false) => fs::create_dir(&folder)?,
            (Some(true), false) | (Some(false) | None, true) => {}
        }
    }
    Ok(())
}

fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            // The output is a mount point of its own: the copy needs a name in it until it is whole.
            let mut name = std::ffi::OsString::from(".releve-part-");
            name.push(to.file_name().unwrap_or_default());
            let part = to.with_file_name(name);
            fs::copy(from, &part)?;
            File::open(&part)?.sync_all()?;
            fs::rename(&part, to)
        }
        moved => moved,
    }
}

/// Waits until everything that was written to the file system of `folder` is on its disk.
#[cfg(target_os = "linux")]
pub(super) fn sync_files(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

/// Waits until every file below `folder` is on its disk.
#[cfg(not(target_os = "linux"))]
pub(super) fn sync_files(folder: &Path) -> io::Result<()> {
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            fs::OpenOptions::new().write(true).open(entry.path())?.sync_all()?;
        }
    }
    Ok(())
}

/// Waits until the names in a folder are on its disk.
pub(super) fn sync_names(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    match File::open(folder)?.sync_all() {
        // This file system has nothing to wait for.
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => {}
        synced => synced?,
    }
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
