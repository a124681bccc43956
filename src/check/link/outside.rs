//! A link that leads out of the content folder.

use crate::check::{Check, DeadUse, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::link::DeadLink;

pub(in crate::check) static OUTSIDE: Check = Check {
    code: Code { name: "link/outside", default_severity: Severity::Error, explanation: explanation!("outside") },
    stage: Stage::Link(run),
};

fn run(code: &'static Code, kb: &KnowledgeBase, dead: &DeadUse<'_>, findings: &mut Vec<Diagnostic>) {
    if *dead.reason == DeadLink::Outside {
        let message = message!("link-outside", target = dead.link.target.trim());
        let help = message!("link-outside.help", folder = kb.config.src.as_str());
        findings.push(Diagnostic::at(code, dead.place, message).help(help));
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    #[test]
    fn links_out_of_the_content_folder_are_reported() {
        assert_data_eq!(
            findings(
                &OUTSIDE,
                "-- runbooks/a.md --\n[x](../README.md) ![y](../../../etc/passwd)\n-- README.md --\nx\n"
            ),
            str![[r#"
runbooks/a.md:1:5: `../README.md` leads out of the content folder
  help: only what lies in `runbooks` is published: move the file there, or link to where it is published
runbooks/a.md:1:24: `../../../etc/passwd` leads out of the content folder
  help: only what lies in `runbooks` is published: move the file there, or link to where it is published

"#]]
        );
    }

    #[test]
    fn links_up_and_down_inside_it_are_left_alone() {
        let archive =
            "-- runbooks/a/b.md --\n[x](../c.md) [y](/c.md) [z](missing.md)\n-- runbooks/c.md --\n[x](a/../a/b.md)\n";
        assert_eq!(findings(&OUTSIDE, archive), "");
    }
}
