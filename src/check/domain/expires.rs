//! A domain that ends soon, or of which nobody knows when it ends.

use crate::check::{Check, CheckContext, Stage};
use crate::diagnostic::{Code, Diagnostic, Severity, explanation, message};
use crate::names::EntityRef;
use crate::scalar::{Day, Stated};

use super::{RENEWED_BY, SOON, is_within};

pub(in crate::check) static EXPIRES: Check = Check {
    code: Code { name: "domain/expires", default_severity: Severity::Readiness, explanation: explanation!("expires") },
    stage: Stage::Knowledge(run),
};

fn run(code: &'static Code, context: &CheckContext<'_>, findings: &mut Vec<Diagnostic>) {
    let kb = context.kb;
    for domain in kb.catalog.domains.values() {
        let renews_itself = domain.auto_renew == Some(true);
        let (key, day) = match domain.expires_on {
            Stated::Known(Day(day)) if day < kb.as_of => ("past", day.to_string()),
            Stated::Known(Day(day)) if is_within(kb, if renews_itself { RENEWED_BY } else { SOON }, day) => {
                ("soon", day.to_string())
            }
            Stated::Unknown => ("unknown", String::new()),
            Stated::Known(_) | Stated::None(_) => continue,
        };
        let Some(entity) = kb.catalog.entities.get(&EntityRef::from(&domain.id)) else { continue };
        let name = entity.reference.to_string();
        let message = match key {
            "past" => message!("domain-expires.past", domain = name, date = day),
            "soon" => message!("domain-expires", domain = name, date = day),
            _ => message!("domain-expires.unknown", domain = name),
        };
        let help = match key {
            "unknown" => message!("domain-expires.unknown-help"),
            _ if renews_itself => message!("domain-expires.renews-help"),
            _ => message!("domain-expires.help"),
        };
        let place = context.field(entity, "expires_on");
        findings.push(Diagnostic::at(code, place, message).help(help).about(&entity.reference));
    }
}

#[cfg(test)]
mod tests {
    use snapbox::str;

    use super::*;
    use crate::check::tests::findings;

    fn check(domain: &str) -> String {
        let domain = domain.replace("; ", "\n  ");
        findings(
            &EXPIRES,
            &format!(
                "-- book.toml --\n[releve]\n-- runbooks/inventory/domains.yaml --\nours:\n  name: ours.example\n  {domain}\n"
            ),
        )
    }

    #[test]
    fn the_end_is_near_past_or_not_known() {
        snapbox::assert_data_eq!(
            check("expires_on: 2027-01-20"),
            str![[r#"
runbooks/inventory/domains.yaml:3:3: `domain:ours` ends on 2027-01-20
  help: renew it now, and write down the new day

"#]]
        );
        snapbox::assert_data_eq!(
            check("expires_on: 2026-11-21; auto_renew: true"),
            str![[r#"
runbooks/inventory/domains.yaml:3:3: `domain:ours` ended on 2026-11-21, by what is written here
  help: it renews itself: look whether it has, and write down the new day

"#]]
        );
        snapbox::assert_data_eq!(
            check("expires_on: 2026-12-21; auto_renew: true"),
            str![[r#"
runbooks/inventory/domains.yaml:3:3: `domain:ours` ends on 2026-12-21
  help: it renews itself: look whether it has, and write down the new day

"#]]
        );
        snapbox::assert_data_eq!(
            check("expires_on: unknown"),
            str![[r#"
runbooks/inventory/domains.yaml:3:3: nobody says when `domain:ours` ends
  help: look at the registrar, and write down the day

"#]]
        );
    }

    #[test]
    fn there_is_time_or_it_renews_itself() {
        assert_eq!(check("expires_on: 2027-01-21"), "");
        assert_eq!(check("expires_on: 2026-12-22; auto_renew: true"), "");
        assert_eq!(check("expires_on: {none: the school renews it}"), "");
    }
}
