//! Why a site was not published, in the words of whoever reads it: what is the matter, and what to do.

use anyhow::anyhow;

use crate::diagnostic::{Message, message};
use crate::io::git::{BranchError, PushError};
use crate::words::Words;

/// Why nothing was committed.
pub(super) fn of_branch(words: &Words, branch: &str, error: &BranchError) -> anyhow::Error {
    let (reason, help) = match error {
        BranchError::NoRepository(folder) => {
            let folder = folder.display().to_string();
            (message!("publish-no-repository", folder = folder), Some(message!("publish-no-repository.help")))
        }
        BranchError::Owner(folder) => {
            let path = folder.display().to_string();
            (
                message!("publish-owner", path = path.as_str()),
                Some(message!("publish-owner.help", path = path.as_str())),
            )
        }
        BranchError::BadName(name) => {
            (message!("publish-bad-name", name = name.as_str()), Some(message!("publish-bad-name.help")))
        }
        BranchError::NoRoom(other) => (
            message!("publish-no-room", branch = branch, other = other.as_str()),
            Some(message!("publish-no-room.help")),
        ),
        BranchError::CheckedOut(folder) => {
            let folder = folder.display().to_string();
            (
                message!("publish-checked-out", branch = branch, folder = folder),
                Some(message!("publish-checked-out.help")),
            )
        }
        BranchError::Foreign | BranchError::TooLarge => {
            (message!("publish-foreign", branch = branch), Some(message!("publish-foreign.help", branch = branch)))
        }
        BranchError::Strange(files) => (
            message!("publish-strange", branch = branch, count = files.len(), names = names(files)),
            Some(message!("publish-strange.help", branch = branch)),
        ),
        BranchError::NoIdentity => (message!("publish-no-identity"), Some(message!("publish-no-identity.help"))),
        BranchError::Changed(path) => {
            (message!("publish-changed", path = path.as_str()), Some(message!("publish-changed.help")))
        }
        BranchError::Locked(file) => {
            let file = file.display().to_string();
            (message!("publish-locked", branch = branch), Some(message!("publish-locked.help", file = file)))
        }
        BranchError::Moved => (message!("publish-moved", branch = branch), Some(message!("publish-moved.help"))),
        BranchError::Git(reason) => (message!("publish-git", reason = reason.as_str()), None),
    };
    said(words, &reason, help.as_ref())
}

/// Why nothing was pushed; the commit is there.
pub(super) fn of_push(words: &Words, branch: &str, remote: &str, error: &PushError) -> anyhow::Error {
    let (reason, help) = match error {
        PushError::NoRemote(known) if known.is_empty() => {
            (message!("publish-no-remote", remote = remote), message!("publish-no-remote.add", remote = remote))
        }
        PushError::NoRemote(known) => {
            let known = known.join("`, `");
            (message!("publish-no-remote", remote = remote), message!("publish-no-remote.known", known = known))
        }
        PushError::NoToken => (message!("publish-no-token"), message!("publish-no-token.help")),
        PushError::Behind => (
            message!("publish-behind", branch = branch, remote = remote),
            message!("publish-behind.help", branch = branch, remote = remote),
        ),
        PushError::NoGit => {
            (message!("publish-no-git"), message!("publish-no-git.help", branch = branch, remote = remote))
        }
        PushError::Refused(reason) => (
            message!("publish-refused", branch = branch, remote = remote, reason = reason.as_str()),
            message!("publish-refused.help", branch = branch, remote = remote),
        ),
    };
    said(words, &reason, Some(&help))
}

/// The branch here and that of the remote went different ways.
pub(super) fn apart(words: &Words, branch: &str, remote: &str) -> String {
    let reason = words.say(&message!("publish-apart", branch = branch, remote = remote));
    format!("{reason}\n{}", words.say(&message!("publish-behind.help", branch = branch, remote = remote)))
}

/// The first of these files, as a message names them.
fn names(files: &[String]) -> String {
    /// How many are named.
    const MOST: usize = 5;
    let mut names = files.iter().take(MOST).cloned().collect::<Vec<_>>().join("`, `");
    if files.len() > MOST {
        names += "`, `…";
    }
    names
}

fn said(words: &Words, reason: &Message, help: Option<&Message>) -> anyhow::Error {
    let help = help.map(|help| format!("\n{}", words.say(help))).unwrap_or_default();
    anyhow!("{}{help}", words.say(reason))
}
