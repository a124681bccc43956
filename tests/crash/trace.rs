//! Runs one test of this program under `strace`.

use std::collections::BTreeMap;
use std::process::{Command, ExitStatus};

/// The calls by which a program on Linux changes files; `?` lets `strace` pass over those that this processor does not have.
const CHANGING: &str = "openat,openat2,write,syncfs,fsync,fdatasync,ftruncate,fallocate,fchmod,fchmodat,fchown,flock,\
    mkdirat,linkat,symlinkat,unlinkat,renameat2,?open,?creat,?mkdir,?link,?symlink,?unlink,?rmdir,?rename,?renameat,?chmod,\
    pwrite64,writev,copy_file_range,sendfile,truncate,utimensat";

/// A call that changes something.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// Its name.
    pub(crate) name: String,
    /// Which call of this name it is in its thread, from 1.
    number: usize,
    /// Whether `strace` made it fail.
    pub(crate) is_injected: bool,
    /// The whole line.
    pub(crate) line: String,
}

/// What happens to a call.
#[derive(Debug)]
pub(crate) enum Fault<'a> {
    /// The process is killed when it makes the call.
    Kill(&'a Call),
    /// The call, and every later one of its name, fails with this error.
    Error(&'a Call, &'static str),
}

/// Runs a test; returns how it ended, and the calls it made that change something.
pub(crate) fn run(test: &str, variables: &[(&str, &str)], fault: Option<&Fault<'_>>) -> (ExitStatus, Vec<Call>) {
    let log = tempfile::NamedTempFile::new().unwrap();
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-e", &format!("trace={CHANGING}"), "-o"]).arg(log.path());
    match fault {
        Some(Fault::Kill(Call { name, number, .. })) => {
            command.args(["-e", &format!("inject={name}:signal=SIGKILL:when={number}")]);
        }
        Some(Fault::Error(Call { name, number, .. }, error)) => {
            command.args(["-e", &format!("inject={name}:error={error}:when={number}+")]);
        }
        None => {}
    }
    // `strace` counts the calls of each thread apart; with more than one test thread they would differ from run to run. (Its
    // option `--seccomp-bpf` would be quicker, but it then misses calls of threads that are to be made to fail.)
    command.arg(std::env::current_exe().unwrap()).args(["--exact", test, "--test-threads=1"]);
    command.envs(variables.iter().copied()).env("RUST_BACKTRACE", "0").env_remove("LD_LIBRARY_PATH");
    let output = command.output().unwrap_or_else(|error| panic!("`strace` has to be installed for this test: {error}"));
    let log = std::fs::read_to_string(log.path()).unwrap();
    assert!(!log.is_empty(), "`strace` traced nothing: {}", String::from_utf8_lossy(&output.stderr));
    (output.status, calls(&log))
}

/// Reads a log of lines `<thread> <call>(<arguments>) = <result>`.
fn calls(log: &str) -> Vec<Call> {
    let mut numbers: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut calls = Vec::new();
    for line in log.lines() {
        let Some((thread, call)) = line.split_once(' ') else { continue };
        let Some((name, arguments)) = call.trim_start().split_once('(') else { continue };
        let number = numbers.entry((thread, name)).or_default();
        *number += 1;
        if changes(name, arguments) {
            let is_injected = line.contains("(INJECTED)");
            calls.push(Call { name: name.to_owned(), number: *number, is_injected, line: line.to_owned() });
        }
    }
    calls
}

/// Whether a call changes something other than what is shown to the user.
fn changes(name: &str, arguments: &str) -> bool {
    match name {
        "openat" | "open" | "openat2" => arguments.contains("O_CREAT") || arguments.contains("O_TRUNC"),
        "write" | "writev" => !arguments.starts_with("1,") && !arguments.starts_with("2,"),
        _ => true,
    }
}
