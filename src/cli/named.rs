//! Things that the command line names, as `kind:id`.

use std::collections::BTreeSet;

use crate::diagnostic::message;
use crate::knowledge::KnowledgeBase;
use crate::names::{EntityRef, Kind};

use super::ui::Ui;

/// Finds what is named; nothing, and it is said why, where it does not exist.
pub(super) fn find(ui: &Ui, kb: &KnowledgeBase, written: &str) -> Option<EntityRef> {
    let (kind, id) = match written.split_once(':') {
        Some((kind, id)) => (Kind::from_name(kind), id),
        None => (Kind::from_name(written).filter(|kind| *kind == Kind::Organisation), written),
    };
    let Some(kind) = kind else {
        let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        ui.say(&message!("cli-show-form", reference = written, kinds = kinds.join(", ")));
        return None;
    };
    let found = kb.names.resolve(kind, id);
    if found.is_none() {
        ui.say(&message!("cli-show-unknown", reference = written));
        if let Some(near) = kb.names.suggest(kind, id) {
            ui.say(&message!("cli-did-you-mean", name = format!("{}:{near}", kind.name())));
        }
    }
    found
}

/// Finds all that are named; nothing as soon as one of them does not exist.
pub(super) fn find_all(ui: &Ui, kb: &KnowledgeBase, written: &[String]) -> Option<BTreeSet<EntityRef>> {
    written.iter().map(|written| find(ui, kb, written)).collect()
}
