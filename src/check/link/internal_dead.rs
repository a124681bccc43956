//! A page, heading, image or entity that a link names and that does not exist.

use crate::check::{Check, DeadUse, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::link::DeadLink;
use crate::markdown::LinkKind;
use crate::names::RunbookId;
use crate::source::Place;

pub(in crate::check) static INTERNAL_DEAD: Check = Check {
    code: Code {
        name: "link/internal-dead",
        default_severity: Severity::Error,
        explanation: explanation!("internal_dead"),
    },
    stage: Stage::Link(run),
};

fn run(code: &'static Code, kb: &KnowledgeBase, dead: &DeadUse<'_>, findings: &mut Vec<Diagnostic>) {
    let target = dead.link.target.trim();
    let (message, nearest) = match dead.reason {
        DeadLink::File(nearest) => {
            let message = match dead.link.kind {
                LinkKind::Link => message!("link-internal-dead", target = target),
                LinkKind::Image => message!("link-internal-dead.image", target = target),
                LinkKind::Wiki => message!("link-internal-dead.wiki", target = target),
            };
            let folder = target.rsplit_once('/').filter(|_| dead.link.kind == LinkKind::Wiki);
            (
                message,
                nearest.as_ref().map(|name| folder.map_or(name.clone(), |(folder, _)| format!("{folder}/{name}"))),
            )
        }
        DeadLink::Anchor(page, nearest) => {
            findings.push(dead_anchor(code, kb, dead, page, nearest.as_deref()));
            return;
        }
        DeadLink::Entity(kind, nearest) => {
            let id = target.split_once(':').map_or(target, |(_, id)| id);
            let nearest = nearest.as_ref().map(|id| format!("{}:{id}", kind.name()));
            (message!("link-internal-dead.entity", kind = kind.name(), id = id), nearest)
        }
        DeadLink::Outside | DeadLink::Scheme(_) | DeadLink::Fact(_) => return,
    };
    let help = match nearest {
        Some(nearest) => message!("link-internal-dead.did-you-mean", suggestion = nearest),
        None => message!("link-internal-dead.target-help"),
    };
    findings.push(Diagnostic::at(code, dead.place, message).help(help));
}

/// Reports a missing heading, with the one that was probably meant, or those that there are.
fn dead_anchor(
    code: &'static Code,
    kb: &KnowledgeBase,
    dead: &DeadUse<'_>,
    page: &RunbookId,
    nearest: Option<&str>,
) -> Diagnostic {
    /// How many headings a help lists.
    const LISTED: usize = 8;

    let anchor = dead.link.target.split_once('#').map_or("", |(_, anchor)| anchor);
    let message = message!("link-internal-dead.anchor", anchor = anchor, page = page.as_str());
    let mut finding = Diagnostic::at(code, dead.place, message);
    let Some(document) = kb.runbooks.get(page).map(|page| &page.document) else { return finding };
    match nearest {
        Some(nearest) => {
            let heading = document.headings.iter().find(|heading| heading.id == nearest);
            let place: Option<Place> = heading.map(|heading| document.text.place(heading.span));
            if let Some(place) = place {
                finding = finding.label(place, message!("link-internal-dead.nearest"));
            }
            finding.help(message!("link-internal-dead.did-you-mean", suggestion = nearest))
        }
        None if document.headings.is_empty() => finding.help(message!("link-internal-dead.no-headings")),
        None => {
            let ids: Vec<&str> = document.headings.iter().take(LISTED).map(|heading| &*heading.id).collect();
            finding.help(message!("link-internal-dead.headings", ids = ids.join("`, `")))
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    #[test]
    fn pages_images_headings_and_entities_that_do_not_exist_are_reported() {
        assert_data_eq!(
            findings(
                &INTERNAL_DEAD,
                "-- book.toml --\n[releve]\n\
                 -- runbooks/mail/file.md --\n# File\n\n## Vider la file\n\n## Relancer\n\n[x](fil.md) ![plan](plan.png)\n\
                 [x](../dns.md#zones) [x](#vider-la-fil) [x](#zzzzzzzzzzzz)\n[x](service:nextclod) [[Fille]]\n\
                 -- runbooks/dns.md --\nNo heading here.\n\
                 -- runbooks/inventory/services.yaml --\nnextcloud:\n  name: Nextcloud\n",
            ),
            str![[r#"
runbooks/mail/file.md:7:5: no page or file at `fil.md`
  help: did you mean `file.md`?
runbooks/mail/file.md:7:21: no image at `plan.png`
  help: correct the target, or add what is missing
runbooks/mail/file.md:8:5: no heading or step `zones` in the page `dns`
  help: that page has no headings
runbooks/mail/file.md:8:26: no heading or step `vider-la-fil` in the page `mail/file`
  runbooks/mail/file.md:3:1: the nearest heading
  help: did you mean `vider-la-file`?
runbooks/mail/file.md:8:45: no heading or step `zzzzzzzzzzzz` in the page `mail/file`
  help: that page has the headings `file`, `vider-la-file`, `relancer`
runbooks/mail/file.md:9:5: there is no service `nextclod`
  help: did you mean `service:nextcloud`?
runbooks/mail/file.md:9:25: no page is called `Fille`
  help: did you mean `file`?

"#]]
        );
    }

    #[test]
    fn notes_of_the_inventory_are_looked_at_too() {
        assert_data_eq!(
            findings(
                &INTERNAL_DEAD,
                "-- book.toml --\n[releve]\n-- runbooks/a.md --\n# A\n-- runbooks/inventory/services.yaml --\nwiki:\n  name: Wiki\n\
                 \x20 notes: |\n    See [a](a.md), [b](runbook:a), [c](service:wik), [d](https://example.org).\n",
            ),
            str![[r#"
runbooks/inventory/services.yaml:4:13: no page or file at `a.md`
  help: did you mean `runbook:a`?
runbooks/inventory/services.yaml:4:40: there is no service `wik`
  help: did you mean `service:wiki`?

"#]],
        );
    }

    #[test]
    fn links_that_lead_somewhere_are_left_alone() {
        assert_eq!(
            findings(
                &INTERNAL_DEAD,
                "-- book.toml --\n[releve]\n\
                 -- runbooks/mail/file.md --\n# File\n\n## Vider la file\n\n[a](../dns.md) [b](../dns) [c](#vider-la-file) \
                 [d](https://example.org/x.md#y) [e](mailto:a@example.org) [f](service:nextcloud) [i](mail_flow:lettre) [g](../../../x) `[h](i.md)`\n\
                 -- runbooks/dns.md --\n# DNS\n\
                 -- runbooks/inventory/services.yaml --\nnextcloud:\n  name: Nextcloud\n\
                 -- runbooks/inventory/mail_flows.yaml --\nlettre:\n  name: Lettre\n",
            ),
            ""
        );
    }
}
