//! Written references → typed ones.
//!
//! A reference is `kind:id`. Where a field takes one kind only, it is the bare id: one form per field, because two would be
//! mixed up (Backstage allows both, and its users stumble over when the kind may be left out).

use crate::diagnostic::{Diagnostic, message};
use crate::problem::reference::{DANGLING, WRONG_KIND};
use crate::source::Place;

use super::{EntityRef, Kind, Names};

impl Names {
    /// Resolves a reference as a field writes it that takes these kinds, and reports why it cannot.
    ///
    /// A reference in the wrong form is reported and resolved all the same when it is clear what it means.
    pub fn reference(
        &self,
        written: &str,
        allowed: &[Kind],
        place: Place,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<EntityRef> {
        let prefix = written.split_once(':').and_then(|(kind, id)| Some((Kind::from_name(kind.trim())?, id.trim())));
        match (prefix, allowed) {
            (Some((kind, _)), allowed) if !allowed.contains(&kind) => {
                let message = message!("ref-wrong-kind", kind = kind.name(), written = shown(written));
                let help = message!("ref-wrong-kind.help", kinds = list(allowed));
                diagnostics.push(Diagnostic::at(&WRONG_KIND, place, message).help(help));
                None
            }
            (Some((kind, id)), [_]) => {
                let message = message!("ref-wrong-kind.bare", kind = kind.name(), written = shown(written));
                let help = message!("ref-wrong-kind.write", form = shown(id));
                diagnostics.push(Diagnostic::at(&WRONG_KIND, place, message).help(help));
                self.existing(kind, id, place, diagnostics)
            }
            (Some((kind, id)), _) => self.existing(kind, id, place, diagnostics),
            (None, [kind]) => self.existing(*kind, written, place, diagnostics),
            // There is one organisation; its kind is its name.
            (None, _) if written == Kind::Organisation.name() && allowed.contains(&Kind::Organisation) => {
                self.existing(Kind::Organisation, written, place, diagnostics)
            }
            (None, _) => {
                let meant = allowed.iter().find_map(|kind| self.resolve(*kind, written));
                let message = message!("ref-wrong-kind.form", written = shown(written));
                let help = match &meant {
                    Some(meant) => message!("ref-wrong-kind.write", form = meant.to_string()),
                    None => message!("ref-wrong-kind.help", kinds = list(allowed)),
                };
                diagnostics.push(Diagnostic::at(&WRONG_KIND, place, message).help(help));
                meant
            }
        }
    }

    fn existing(&self, kind: Kind, id: &str, place: Place, diagnostics: &mut Vec<Diagnostic>) -> Option<EntityRef> {
        let found = self.resolve(kind, id);
        if found.is_none() {
            diagnostics.push(self.dangling(kind, id, place));
        }
        found
    }

    /// Reports an id that nothing has, with the one that was probably meant.
    #[must_use]
    pub fn dangling(&self, kind: Kind, id: &str, place: Place) -> Diagnostic {
        let diagnostic = Diagnostic::at(&DANGLING, place, message!("ref-dangling", kind = kind.name(), id = shown(id)));
        if let Some(near) = self.suggest(kind, id) {
            return diagnostic.help(message!("ref-dangling.did-you-mean", id = near));
        }
        let elsewhere = Kind::ALL.into_iter().find_map(|other| self.resolve(other, id));
        match elsewhere {
            Some(other) => diagnostic.help(message!("ref-dangling.elsewhere", reference = other.to_string())),
            None => diagnostic.help(message!("ref-dangling.help", kind = kind.name(), file = kind.plural())),
        }
    }
}

/// Returns a written reference as messages quote it.
fn shown(written: &str) -> String {
    let is_short = written.chars().nth(40).is_none() && !written.contains('\n');
    if is_short { written.to_owned() } else { "…".to_owned() }
}

fn list(kinds: &[Kind]) -> String {
    let forms: Vec<String> = kinds
        .iter()
        .map(|kind| match (kind, kinds) {
            (Kind::Organisation, _) => "`organisation`".to_owned(),
            (kind, [_]) => format!("`<{}>`", kind.name()),
            (kind, _) => format!("`{}:…`", kind.name()),
        })
        .collect();
    forms.join(", ")
}
