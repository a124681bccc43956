//! `releve explain RULE`: what a rule finds, why it matters, how to fix it.

use crate::cli::Exit;
use crate::cli::project::rules;
use crate::cli::ui::Ui;
use crate::diagnostic::message;
use crate::names::suggest;

/// Explains a rule: what it finds, why it matters, an example, how to fix it
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve explain                      all rules, one line each\n  releve explain ref/dangling --lang fr"
)]
pub(super) struct Args {
    /// The rule, as findings name it (`ref/dangling`); without it, all rules are listed.
    rule: Option<String>,
}

pub(super) fn run(ui: &Ui, args: &Args) -> anyhow::Result<Exit> {
    let codes = rules();
    let language = ui.words().language();
    let Some(rule) = &args.rule else {
        for code in codes {
            ui.print(&format!("{:<9}  {:<28}  {}\n", code.default_severity.name(), code.name, code.summary(language)))?;
        }
        return Ok(Exit::Clean);
    };
    let rule = name(rule);
    let Some(code) = codes.iter().find(|code| code.name == rule) else {
        ui.say(&message!("cli-explain-unknown", rule = rule.as_str()));
        if let Some(name) = suggest(&rule, codes.iter().map(|code| code.name)) {
            ui.say(&message!("cli-did-you-mean", name = name));
        }
        return Ok(Exit::Failed);
    };
    ui.print(&format!("{} · {}\n\n", code.name, code.default_severity.name()))?;
    ui.print(code.explanation.text(language))?;
    Ok(Exit::Clean)
}

/// Returns the name of a rule as somebody copies it from the terminal: `error[ref/dangling]:`.
fn name(written: &str) -> String {
    let inner = written.split_once('[').map_or(written, |(_, rest)| rest.split(']').next().unwrap_or(rest));
    inner.trim().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_rule_may_be_copied_from_what_was_printed() {
        for written in ["ref/dangling", "error[ref/dangling]: there is no", "[Ref/Dangling]", " ref/dangling "] {
            assert_eq!(name(written), "ref/dangling", "{written}");
        }
    }
}
