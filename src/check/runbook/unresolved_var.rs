//! A fact of the inventory that a page prints and that is not there.

use crate::catalog::fact::{Fact, Value};
use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::knowledge::KnowledgeBase;
use crate::knowledge::fact::UnknownFact;
use crate::names::{EntityRef, suggest};

pub(in crate::check) static UNRESOLVED_VAR: Check = Check {
    code: Code {
        name: "runbook/unresolved-var",
        default_severity: Severity::Error,
        explanation: explanation!("unresolved_var"),
    },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, &CheckContext { kb, .. }: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    for page in kb.texts() {
        for used in &page.document.facts {
            let Err(reason) = kb.fact(&used.expression) else { continue };
            let place = page.document.text.place(used.span);
            let expression = used.expression.as_str();
            findings.push(match reason {
                UnknownFact::Entity(kind, nearest) => {
                    let id = expression.split([':', '.']).nth(1).unwrap_or(expression);
                    let message = message!("runbook-unresolved-var", kind = kind.name(), id = id);
                    let help = match nearest {
                        Some(id) => message!("runbook-unresolved-var.did-you-mean", suggestion = id),
                        None => message!("runbook-unresolved-var.help"),
                    };
                    Diagnostic::at(code, place, message).help(help)
                }
                UnknownFact::Field(entity, _) => {
                    let field = field(expression, &entity);
                    let paths = kb.catalog.entities.get(&entity).map(|entity| paths(&entity.facts)).unwrap_or_default();
                    let help = match suggest(&field, paths.iter().map(String::as_str)) {
                        Some(path) => message!("runbook-unresolved-var.did-you-mean", suggestion = path),
                        None => message!("runbook-unresolved-var.fields", fields = paths.join("`, `")),
                    };
                    let reference = entity.to_string();
                    let message = message!("runbook-unresolved-var.field", reference = reference, field = field);
                    described(kb, &entity, Diagnostic::at(code, place, message).help(help))
                }
                UnknownFact::Several(_) => {
                    let message = message!("runbook-unresolved-var.several", expression = expression);
                    Diagnostic::at(code, place, message).help(message!("runbook-unresolved-var.several-help"))
                }
                UnknownFact::Gap(entity) => {
                    let message = message!("runbook-unresolved-var.gap", expression = expression);
                    let help = message!("runbook-unresolved-var.gap-help");
                    described(kb, &entity, Diagnostic::at(code, place, message).help(help))
                }
            });
        }
    }
}

/// Points at the description of the thing whose fact is missing.
fn described(kb: &KnowledgeBase, entity: &EntityRef, finding: Diagnostic) -> Diagnostic {
    match kb.catalog.entities.get(entity) {
        Some(entity) => finding.label(entity.place, message!("runbook-unresolved-var.described")),
        None => finding,
    }
}

/// Returns what an expression names behind the entity.
fn field(expression: &str, entity: &EntityRef) -> String {
    let rest = expression.strip_prefix(&entity.to_string()).unwrap_or(expression);
    rest.trim_start_matches('.').to_owned()
}

/// Returns the dotted paths of all fields and of what they hold; of a list, those of its first value.
fn paths(facts: &[Fact]) -> Vec<String> {
    let mut paths = Vec::new();
    for fact in facts {
        paths.push(fact.name.to_owned());
        let (prefix, value) = match &fact.value {
            Value::List(values) => (format!("{}.0", fact.name), values.first()),
            value => (fact.name.to_owned(), Some(value)),
        };
        if let Some(Value::Group(facts)) = value {
            paths.extend(self::paths(facts).into_iter().map(|path| format!("{prefix}.{path}")));
        }
    }
    paths
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests {
    use snapbox::{assert_data_eq, str};

    use super::*;
    use crate::check::tests::findings;

    const HOSTS: &str = "-- book.toml --\n[releve]\n-- runbooks/inventory/hosts.yaml --\nsrv1:\n  name: srv1\n  type: unknown\n\
                         \x20 addresses:\n    - ip: 192.0.2.10\n  ssh:\n    user: root\n-- runbooks/a.md --\n";

    #[test]
    fn facts_that_are_not_there_are_reported() {
        let page = "{{host:srv2.name}} {{host:srv1.adresses}} {{host:srv1.zzzzzzzzz}}\n\n```sh\nssh {{host:srv1.ssh}}\n```\n\
                    {{host:srv1.type}} {{host:srv1.ssh.usr}}\n";
        assert_data_eq!(
            findings(&UNRESOLVED_VAR, &format!("{HOSTS}{page}")),
            str![[r#"
runbooks/a.md:1:1: there is no host `srv2`
  help: did you mean `srv1`?
runbooks/a.md:1:20: `host:srv1` has no field `adresses`
  runbooks/inventory/hosts.yaml:1:1: described here
  help: did you mean `addresses`?
runbooks/a.md:1:43: `host:srv1` has no field `zzzzzzzzz`
  runbooks/inventory/hosts.yaml:1:1: described here
  help: it has the fields `name`, `addresses`, `addresses.0.ip`, `ssh`, `ssh.user`, `provider`, `type`
runbooks/a.md:4:5: `host:srv1.ssh` holds several values, and only one can be printed here
  help: go on to one of them: a field of it, or its number in the list from 0
runbooks/a.md:6:1: the inventory has no value for `host:srv1.type`, only `unknown` or `none`
  runbooks/inventory/hosts.yaml:1:1: described here
  help: fill it in in the inventory, or write here what the reader should do instead
runbooks/a.md:6:20: `host:srv1` has no field `ssh.usr`
  runbooks/inventory/hosts.yaml:1:1: described here
  help: did you mean `ssh.user`?

"#]]
        );
    }

    #[test]
    fn facts_that_are_there_and_other_braces_are_left_alone() {
        let page =
            "{{host:srv1.name}} {{host:srv1.addresses.0.ip}} {{host:srv1.ssh.user}} {{ job.name }} \\{{host:srv9.x}}\n";
        assert_eq!(findings(&UNRESOLVED_VAR, &format!("{HOSTS}{page}")), "");
    }
}
