//! What people write behind the opening of a fence, and the grammar that is meant.

/// How code is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language<'n> {
    /// Not at all.
    Plain,
    /// As a session: prompts, commands, answers.
    Console,
    /// By the grammar that goes by this name or file extension.
    Grammar(&'n str),
}

impl<'n> Language<'n> {
    /// Returns what a lower-case name means.
    pub(super) fn named(name: &'n str) -> Self {
        match name {
            "" | "text" | "txt" | "plain" | "plaintext" | "none" | "nohighlight" | "output" | "ascii" | "mermaid" => {
                Self::Plain
            }
            "console" | "shell-session" | "shellsession" | "terminal" | "session" => Self::Console,
            name => Self::Grammar(grammar(name)),
        }
    }
}

/// The names that no grammar in the set goes by.
fn grammar(name: &str) -> &str {
    match name {
        "shell" | "ksh" | "dash" | "ash" | "posix" => "sh",
        "systemd" | "service" | "timer" | "socket" | "mount" | "target" | "path" | "desktop" | "conf" | "cfg"
        | "config" | "dosini" | "editorconfig" | "gitconfig" | "my.cnf" | "cnf" => "ini",
        "jsonc" | "json5" | "jsonl" | "ndjson" => "json",
        "cron" => "crontab",
        "docker-compose" | "compose" | "ansible" | "k8s" | "kubernetes" | "helm" => "yaml",
        "docker" | "containerfile" => "dockerfile",
        "postgres" | "postgresql" | "mysql" | "mariadb" | "sqlite" | "psql" | "pgsql" | "plsql" => "sql",
        "env" | "dotenv" => ".env",
        "ssh-config" | "sshconfig" | "ssh_config" => "ssh_config",
        "sshd_config" => "sshd_config",
        "terraform" => "tf",
        "golang" => "go",
        "patch" => "diff",
        "jinja" | "j2" => "jinja2",
        "vcl" => "c",
        name => name,
    }
}
