//! Steps that are hard to follow for somebody who is tired and afraid.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Message, Severity, explanation, message};
use crate::names::EntityRef;
use crate::runbook::Runbook;
use crate::runbook::outline::Step;
use crate::source::{Place, Span};

use super::followed;
use super::lexicon::{Lexicon, find, plain};

pub(in crate::check) static STEP_SHAPE: Check = Check {
    code: Code {
        name: "runbook/step-shape",
        default_severity: Severity::Warning,
        explanation: explanation!("step_shape"),
    },
    stage: Stage::Knowledge(run),
};

/// What to do is said in so many words at most.
const MOST_WORDS: usize = 25;

/// The languages of blocks that are typed in; others show what is to be seen.
const COMMANDS: [&str; 7] = ["sh", "bash", "zsh", "shell", "console", "powershell", "sql"];

/// How many steps are shown.
const SHOWN: usize = 8;

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for (page, _) in followed(context.kb) {
        let lexicon = Lexicon::of(&page.language);
        let hard = page.outline.steps.iter().filter_map(|step| Some((step, hardship(page, step, lexicon)?)));
        let hard: Vec<(&Step, Message)> = hard.collect();
        let Some((first, _)) = hard.first() else { continue };
        let message = message!("runbook-step-shape", count = hard.len());
        let mut finding = Diagnostic::at(code, place(page, first), message).about(&EntityRef::from(&page.id));
        for (step, hardship) in hard.iter().take(SHOWN) {
            finding = finding.label(place(page, step), hardship.clone());
        }
        findings.push(finding.help(message!("runbook-step-shape.help")));
    }
}

/// The first line of a step.
fn place(page: &Runbook, step: &Step) -> Place {
    let text = step.span.text(page.document.text.as_str());
    let start = step.span.start as usize;
    page.document.text.place(Span::new(start..start + text.find('\n').unwrap_or(text.len())))
}

/// Says what makes a step hard to follow.
fn hardship(page: &Runbook, step: &Step, lexicon: Option<&Lexicon>) -> Option<Message> {
    let words = step.action.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    if words > MOST_WORDS {
        return Some(message!("runbook-step-shape.long", count = words));
    }
    let commands = commands(page, step);
    if commands > 1 {
        return Some(message!("runbook-step-shape.commands", count = commands));
    }
    let action = plain(&step.action);
    let vague = lexicon?.vague.iter().find(|phrase| find(&action, phrase).is_some())?;
    Some(message!("runbook-step-shape.vague", phrase = vague.as_str()))
}

/// Counts the blocks that are typed in on the way; what helps where something else is to be seen is another way.
fn commands(page: &Runbook, step: &Step) -> usize {
    let end = step.otherwise.first().map_or(step.span.end, |otherwise| otherwise.span.start);
    let blocks = page.document.code_blocks.get(step.code_blocks.clone()).unwrap_or_default();
    let is_command =
        |block: &&crate::markdown::CodeBlock| COMMANDS.contains(&block.language.as_str()) && block.span.start < end;
    blocks.iter().filter(is_command).count()
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    fn page(language: &str, steps: &str) -> String {
        let head = format!("title: A\ntype: operate\nstatus: active\nlang: {language}");
        format!("-- book.toml --\n[releve]\n-- runbooks/a.md --\n---\n{head}\n---\n## Steps\n\n{steps}")
    }

    const LONG: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
                        eighteen nineteen twenty twentyone twentytwo twentythree twentyfour";

    #[test]
    fn long_and_double_and_easy_steps_are_reported_together() {
        let steps = format!(
            "1. Say {LONG} twentysix.\n2. Stop and start it.\n\n   ```sh\n   stop\n   ```\n\n   ```sh\n   start\n   ```\n\n\
             3. Simply restart it.\n4. Wait.\n"
        );
        assert_data_eq!(
            findings(&STEP_SHAPE, &page("en", &steps)),
            str![[r#"
runbooks/a.md:9:1: 3 steps are hard to follow under stress
  runbooks/a.md:9:1: its first sentence has 26 words: say what to do in 25 at most
  runbooks/a.md:10:1: 2 commands in one step: make a step of each, with what one should see
  runbooks/a.md:20:1: `simply`: what is easy for you is not for whoever reads this
  help: rewrite for somebody who has never done it, and is tired

"#]]
        );
        assert_data_eq!(
            findings(&STEP_SHAPE, &page("fr", "1. Il suffit d’attendre.\n")),
            str![[r#"
runbooks/a.md:9:1: a step is hard to follow under stress
  runbooks/a.md:9:1: `il suffit d'`: what is easy for you is not for whoever reads this
  help: rewrite for somebody who has never done it, and is tired

"#]]
        );
    }

    #[test]
    fn what_is_said_at_length_behind_the_action_or_done_otherwise_is_not() {
        let steps = format!(
            "1. Say {LONG}. It goes on and on, simply because it can.\n2. Stop it.\n\n   ```sh\n   stop\n   ```\n\n\
             \x20  ```text\n   stopped\n   ```\n\n   If not: kill it.\n\n   ```sh\n   kill\n   ```\n\n3. Adjust the clock.\n"
        );
        assert_eq!(findings(&STEP_SHAPE, &page("en", &steps)), "");
        assert_eq!(findings(&STEP_SHAPE, &page("fr", "1. Mettre le moteur au juste milieu.\n")), "");
    }
}
