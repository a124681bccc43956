//! `releve explain RULE`: what a rule finds, why it matters, how to fix it.

use crate::cli::Exit;
use crate::cli::project::rules;
use crate::cli::ui::Ui;
use crate::diagnostic::{Code, message};
use crate::names::suggest;

/// Explains a rule: what it finds, why it matters, an example, how to fix it
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  releve explain                      all rules, one line each\n  releve explain money                those of a group\n  releve explain ref/dangling --lang fr"
)]
pub(super) struct Args {
    /// The rule, as findings name it (`ref/dangling`), or a group of rules (`ref`); without it, all rules are listed.
    rule: Option<String>,
}

pub(super) fn run(ui: &Ui, args: &Args) -> anyhow::Result<Exit> {
    let codes = rules();
    let Some(rule) = &args.rule else {
        list(ui, &codes)?;
        return Ok(Exit::Clean);
    };
    let rule = name(rule);
    let group: Vec<&Code> = codes.iter().copied().filter(|code| code.group() == rule.trim_end_matches('/')).collect();
    if !group.is_empty() {
        list(ui, &group)?;
        return Ok(Exit::Clean);
    }
    let Some(code) = codes.iter().find(|code| code.name == rule) else {
        ui.say(&message!("cli-explain-unknown", rule = rule.as_str()));
        let names = codes.iter().flat_map(|code| [code.name, code.group()]);
        if let Some(name) = suggest(&rule, names) {
            ui.say(&message!("cli-did-you-mean", name = name));
        }
        return Ok(Exit::Failed);
    };
    ui.print(&format!("{} · {}\n\n", code.name, code.default_severity.name()))?;
    ui.print(code.explanation.text(ui.words().language()))?;
    Ok(Exit::Clean)
}

/// Prints rules, one line each.
fn list(ui: &Ui, codes: &[&Code]) -> anyhow::Result<()> {
    let language = ui.words().language();
    for code in codes {
        ui.print(&format!("{:<9}  {:<28}  {}\n", code.default_severity.name(), code.name, code.summary(language)))?;
    }
    Ok(())
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
