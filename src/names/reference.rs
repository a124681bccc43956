//! Written references → typed ones.
//!
//! A reference is `kind:id`. Where a field takes one kind only, the bare id says the same.

use crate::diagnostic::{Diagnostic, Message, message};
use crate::problem::reference::{DANGLING, WRONG_KIND};
use crate::source::Place;

use super::{EntityRef, Kind, Names};

/// Which references a field takes.
#[derive(Clone, Copy, Debug)]
pub enum Takes<'a> {
    /// Things of one kind, by their bare id or as `kind:id`.
    Id(Kind),
    /// Things of these kinds, as `kind:id`.
    Reference(&'a [Kind]),
}

impl Names {
    /// Resolves a reference as a field writes it, and reports why it cannot.
    ///
    /// A reference in the wrong form is reported and resolved all the same when it is clear what it means.
    pub fn reference(
        &self,
        written: &str,
        takes: Takes<'_>,
        place: Place,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<EntityRef> {
        let prefix = written.split_once(':').and_then(|(kind, id)| Some((Kind::from_name(kind.trim())?, id.trim())));
        match (prefix, takes) {
            (None, Takes::Id(kind)) => self.existing(kind, written, place, diagnostics),
            (Some((kind, id)), Takes::Id(only)) if kind == only => self.existing(kind, id, place, diagnostics),
            (Some((kind, id)), Takes::Reference(kinds)) if kinds.contains(&kind) => {
                self.existing(kind, id, place, diagnostics)
            }
            (Some(_), takes) => {
                let message = message!("ref-wrong-kind", written = short(written));
                diagnostics.push(Diagnostic::at(&WRONG_KIND, place, message).help(takes.help()));
                None
            }
            // There is one organisation; its kind is its name.
            (None, Takes::Reference(kinds))
                if written == Kind::Organisation.name() && kinds.contains(&Kind::Organisation) =>
            {
                self.existing(Kind::Organisation, written, place, diagnostics)
            }
            (None, Takes::Reference(kinds)) => {
                let meant = kinds.iter().find_map(|kind| self.resolve(*kind, written));
                let message = message!("ref-wrong-kind.form", written = short(written));
                let help = match &meant {
                    Some(meant) => message!("ref-wrong-kind.write", form = meant.to_string()),
                    None => takes.help(),
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
        let diagnostic = Diagnostic::at(&DANGLING, place, message!("ref-dangling", kind = kind.name(), id = short(id)));
        if id == "none" {
            return diagnostic.help(message!("ref-dangling.none"));
        }
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

/// Values longer than this, in characters, are not quoted: they could be secrets, and would drown the sentence.
const LONGEST_QUOTED: usize = 40;

/// Returns a written text as messages quote it.
pub(crate) fn short(text: &str) -> String {
    let one_line = !text.contains('\n') && text.chars().nth(LONGEST_QUOTED).is_none();
    if one_line { text.to_owned() } else { "…".to_owned() }
}

impl Takes<'_> {
    /// Says what the field takes.
    fn help(self) -> Message {
        match self {
            Self::Id(kind) => message!("ref-wrong-kind.help-id", kind = kind.name()),
            Self::Reference(kinds) => {
                let forms: Vec<String> = kinds
                    .iter()
                    .map(|kind| match kind {
                        Kind::Organisation => "`organisation`".to_owned(),
                        kind => format!("`{}:…`", kind.name()),
                    })
                    .collect();
                message!("ref-wrong-kind.help", kinds = forms.join(", "))
            }
        }
    }
}
