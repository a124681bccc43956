//! A branch → a remote, by the user's own git.
//!
//! Not by libgit2: it would bring OpenSSL and know neither the user's `ssh` nor their helpers, proxies and agents. git is there wherever a
//! repository came from. It is never told to force anything, and runs no hook of the repository.

use std::io;
use std::process::{Command, Stdio};

use super::{Branch, full};
use crate::secret;

/// How a branch is pushed.
#[derive(Clone, Copy, Debug)]
pub struct Push<'a> {
    /// The name of the remote.
    pub remote: &'a str,
    /// The name of a variable of the environment that holds a token: the password of an https remote.
    pub token: Option<&'a str>,
    /// Whether somebody is there who could type a password.
    pub may_ask: bool,
}

/// Why a branch was not pushed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PushError {
    /// The repository knows no such remote, but these.
    NoRemote(Vec<String>),
    /// That is no name of a variable, or the variable is not set.
    NoToken,
    /// The remote has commits that are not here.
    Behind,
    /// git is not installed.
    NoGit,
    /// The remote or the way there says no, in these words.
    Refused(String),
}

impl Branch {
    /// Whether a push could be tried at all.
    ///
    /// # Errors
    /// When there is no such remote, or no token in the variable.
    pub fn can_push(&self, push: &Push<'_>) -> Result<(), PushError> {
        let remotes =
            self.pool.with(|repository| repository.remotes()).map_err(|error| PushError::Refused(error.to_string()))?;
        let names: Vec<String> = remotes.iter().flatten().flatten().map(str::to_owned).collect();
        if !names.iter().any(|name| name == push.remote) {
            return Err(PushError::NoRemote(names));
        }
        match push.token {
            Some(variable) if !is_name(variable) || !crate::io::world::is_set(variable) => Err(PushError::NoToken),
            _ => Ok(()),
        }
    }

    /// Pushes the branch.
    ///
    /// # Errors
    /// When git cannot be started, or the remote does not take it.
    pub fn push(&self, push: &Push<'_>) -> Result<(), PushError> {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.top).args(["-c", "core.hooksPath=/dev/null", "-c", "push.followTags=false"]);
        if let Some(variable) = push.token {
            // An empty helper forgets those before it. The helper is given the name of the variable, never what it holds: what
            // stands on a command line is read by everybody on the machine.
            let helper = format!(
                "!f() {{ test \"$1\" = get || exit 0; grep -q ^username= || echo username=x-access-token; echo \"password=${variable}\"; }}; f"
            );
            command.args(["-c", "credential.helper="]).arg("-c").arg(format!("credential.helper={helper}"));
        }
        let refspec = format!("{name}:{name}", name = full(&self.name));
        command.args(["push", "--porcelain", "--no-verify", "--recurse-submodules=no", "--", push.remote, &refspec]);
        // Set by git for its hooks, they would lead to another repository.
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"] {
            command.env_remove(variable);
        }
        command.env("LC_ALL", "C");
        if !push.may_ask {
            command.env("GIT_TERMINAL_PROMPT", "0").stdin(Stdio::null());
        }
        let output = command.output().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => PushError::NoGit,
            _ => PushError::Refused(error.to_string()),
        })?;
        if output.status.success() {
            return Ok(());
        }
        let [told, said] = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        // git-push(1), OUTPUT: `<flag> \t <from>:<to> \t <summary> (<reason>)`.
        let refused = told.lines().find(|line| line.starts_with('!')).and_then(|line| line.split('\t').nth(2));
        match refused {
            Some(reason) if reason.contains("(fetch first)") || reason.contains("(non-fast-forward)") => {
                Err(PushError::Behind)
            }
            Some(reason) => Err(PushError::Refused(secret::overwrite(&format!("{reason}\n{}", said.trim())))),
            None => Err(PushError::Refused(secret::overwrite(said.trim()))),
        }
    }
}

/// Whether this can be the name of a variable in a shell (POSIX.1-2017 §3.235).
fn is_name(text: &str) -> bool {
    let is_sound = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    text.bytes().all(is_sound) && text.bytes().next().is_some_and(|first| !first.is_ascii_digit())
}
