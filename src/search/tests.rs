use std::collections::HashMap;
use std::sync::Mutex;

use super::*;
use crate::words::Language;

/// A page of one section.
pub(super) fn page(title: &str, text: &str) -> Page {
    Page {
        key: title.to_owned(),
        title: title.to_owned(),
        addresses: vec![Some(format!("{}.html", title.to_lowercase()))],
        language: Language::FRENCH,
        group: Group::Procedures,
        kind: "kind-runbook".to_owned(),
        proof: None,
        names: Vec::new(),
        subjects: Vec::new(),
        services: Vec::new(),
        sections: vec![Section { parts: vec![Part::Prose(text.to_owned())], ..Section::default() }],
    }
}
