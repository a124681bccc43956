//! One build at a time for one output folder.
//!
//! The lock is the system's and ends with the process, however that ends; the file only gives it a place. A file that holds a
//! process id would have to be judged stale by guessing.
#![expect(clippy::disallowed_methods, reason = "this is the door")]

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::PublishError;
use super::output::Output;

/// A held lock. Dropped, it removes its file and is free.
pub(super) struct Lock {
    path: PathBuf,
    /// Closed, it gives the lock back.
    _file: File,
}

impl Lock {
    /// Takes the lock of an output folder, or says at once that another build has it.
    pub(super) fn take(output: &Output) -> Result<Self, PublishError> {
        let path = output.beside(".releve-lock");
        let fault = |source| PublishError::io("lock", &path, source);
        loop {
            let mut options = OpenOptions::new();
            options.read(true).write(true).create(true).truncate(false);
            #[cfg(unix)]
            {
                use std::os::unix::fs::OpenOptionsExt;
                // Whoever may write beside the output could put a link there that leads to somebody else's file.
                options.custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
            }
            let file = options.open(&path).map_err(fault)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(PublishError::Busy { path: output.path() }),
                Err(TryLockError::Error(error)) => return Err(fault(error)),
            }
            // The build that had the lock has removed its file: if that was between our opening and our locking, we hold a
            // lock that nobody else will ever see.
            if is_at(&file, &path).map_err(fault)? {
                return Ok(Self { path, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A file that stays is taken over by the next build. Elsewhere than on Unix we could not tell whether it was replaced.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Whether this open file is the one at this path.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let held = file.metadata()?;
        match fs::symlink_metadata(path) {
            Ok(there) => Ok((held.dev(), held.ino()) == (there.dev(), there.ino())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
    #[cfg(not(unix))]
    {
        let _ = (file, path);
        Ok(true)
    }
}
