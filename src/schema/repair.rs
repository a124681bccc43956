//! Takes out of a value what is not sound, and reports it, so that the rest can be used.
//!
//! Positions in lists never change: places are found by them afterwards. So a list that holds something unsound which cannot
//! be left out by itself is left out as a whole.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::diagnostic::Diagnostic;

use super::Schema;
use super::fault::{self, Kind, Violation};
use super::place::{Pointer, Yaml};
use super::say;

/// Each round takes out what the last one brought to light, one level further up; no value is that deep.
const ROUNDS: usize = 16;

impl<D> Schema<D> {
    /// Returns what is sound of the value at a pointer. `reported` takes what was reported, and so is not reported again when its absence is
    /// noticed.
    pub(super) fn sound(
        &self,
        yaml: &Yaml,
        at: &Pointer,
        reported: &mut BTreeSet<Pointer>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Value> {
        let mut value = yaml.value.pointer(at.as_str())?.clone();
        drop_empty(&mut value, &Pointer::root(), &mut |pointer| {
            diagnostics.push(say::empty(yaml, &pointer.below(at)));
            reported.insert(pointer);
        });
        if value.is_null() {
            value = Value::Object(Map::new());
        }
        let mut invented = BTreeSet::new();
        for _ in 0..ROUNDS {
            let mut violations = self.violations(&value);
            if violations.is_empty() {
                return Some(value);
            }
            if take_as_written(&mut value, &violations, yaml, at) {
                continue;
            }
            // A misspelt key gives its value to the field that was meant before that is found missing.
            violations.sort_by_key(|violation| !matches!(violation.kind, Kind::Unknown { .. }));
            take_misspelt(&violations, reported);
            take_strange(&violations, &value, reported);
            for violation in violations {
                let Violation { pointer, kind } = &violation;
                if invented.contains(pointer) {
                    // Not even `unknown` is taken here: the group that needs this field goes.
                    remove(&mut value, pointer.parent()?)?;
                    continue;
                }
                if reported.insert(pointer.clone()) && !is_consequence(&violation, reported) {
                    let here = value.pointer(pointer.as_str());
                    diagnostics.push(say::report(&violation, here, self.discreet, yaml, &pointer.below(at)));
                }
                if matches!(kind, Kind::Missing { may_be_unknown: false, .. }) {
                    remove(&mut value, pointer.parent()?)?;
                } else if matches!(kind, Kind::Missing { .. }) {
                    let parent = pointer.parent().unwrap_or_default();
                    if let Some(Value::Object(map)) = value.pointer_mut(parent.as_str())
                        && !map.contains_key(&pointer.last())
                    {
                        map.insert(pointer.last(), Value::from("unknown"));
                        invented.insert(pointer.clone());
                    }
                } else if let Some(key) = kind.meant(pointer) {
                    rename(&mut value, pointer, key);
                } else {
                    remove(&mut value, pointer.clone())?;
                }
            }
        }
        None
    }

    fn violations(&self, value: &Value) -> Vec<Violation> {
        let mut found = Vec::new();
        if let Some(validator) = self.validator.as_ref().filter(|validator| !validator.is_valid(value)) {
            for error in validator.iter_errors(value) {
                fault::violations(&error, &self.schema, &mut found);
            }
        }
        found
    }
}

/// Whether a group only has the wrong shape, or is not there, because something in it was reported and taken out: `{none: ""}`.
fn is_consequence(violation: &Violation, reported: &BTreeSet<Pointer>) -> bool {
    let below = violation.pointer.key("");
    let first = reported.range(below.clone()..).next();
    matches!(violation.kind, Kind::Type { .. } | Kind::Word { .. } | Kind::Missing { .. })
        && first.is_some_and(|first| first.as_str().starts_with(below.as_str()))
}

/// A field that is missing because its name is misspelt is one fault, not two.
fn take_misspelt(violations: &[Violation], reported: &mut BTreeSet<Pointer>) {
    for Violation { pointer, kind } in violations {
        let Some(key) = kind.meant(pointer) else { continue };
        let meant = pointer.parent().unwrap_or_default().key(key);
        if violations.iter().any(|other| other.pointer == meant && matches!(other.kind, Kind::Missing { .. })) {
            reported.insert(meant);
        }
    }
}

/// A group of which every key is unknown is one fault for each key: that it has none of the fields it must have goes without saying.
fn take_strange(violations: &[Violation], value: &Value, reported: &mut BTreeSet<Pointer>) {
    let is_strange = |group: &Pointer| {
        let Some(Value::Object(map)) = value.pointer(group.as_str()) else { return false };
        let is_unknown = |key: &String| {
            let at = group.key(key);
            let found = violations.iter().find(|violation| violation.pointer == at);
            found.is_some_and(|found| matches!(found.kind, Kind::Unknown { .. }) && found.kind.meant(&at).is_none())
        };
        !map.is_empty() && map.keys().all(is_unknown)
    };
    for Violation { pointer, .. } in violations.iter().filter(|found| matches!(found.kind, Kind::Missing { .. })) {
        // The thing itself is not: what it must have is its first lesson.
        let group = pointer.parent().filter(|group| group.parent().is_some());
        if group.as_ref().is_some_and(is_strange) {
            reported.insert(pointer.clone());
        }
    }
}

/// Gives a misspelt key the name that was probably meant, unless that one is there, too.
fn rename(value: &mut Value, pointer: &Pointer, meant: &str) {
    let parent = pointer.parent().unwrap_or_default();
    if let Some(Value::Object(map)) = value.pointer_mut(parent.as_str())
        && let Some(misspelt) = map.shift_remove(&pointer.last())
    {
        map.entry(meant).or_insert(misspelt);
    }
}

/// Texts may look like numbers, dates or booleans (`version: 1.10`): takes them as their author wrote them.
fn take_as_written(value: &mut Value, violations: &[Violation], yaml: &Yaml, at: &Pointer) -> bool {
    let mut taken = false;
    for violation in violations {
        if !matches!(violation.kind, Kind::Type { wanted: "text" }) {
            continue;
        }
        if let Some(here @ (Value::Number(_) | Value::Bool(_))) = value.pointer_mut(violation.pointer.as_str())
            && let Some(written) = yaml.written(&violation.pointer.below(at))
        {
            *here = Value::from(written);
            taken = true;
        }
    }
    taken
}

/// Takes out nulls, empty texts, lists and maps, and the keys `x-…`, which are nobody's business. An item of a list stays,
/// as null.
fn drop_empty(value: &mut Value, at: &Pointer, report: &mut dyn FnMut(Pointer)) {
    let is_empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    };
    match value {
        Value::Object(map) => map.retain(|key, value| {
            if key.starts_with("x-") || key == "<<" {
                return false;
            }
            let at = at.key(key);
            if is_empty(value) {
                report(at);
                return false;
            }
            drop_empty(value, &at, report);
            true
        }),
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                let at = at.item(index);
                if is_empty(item) {
                    *item = Value::Null;
                    report(at);
                } else {
                    drop_empty(item, &at, report);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Removes what a pointer leads to from its map; from a list, the list. Returns nothing when nothing is left.
fn remove(value: &mut Value, mut pointer: Pointer) -> Option<()> {
    loop {
        let parent = pointer.parent()?;
        match value.pointer_mut(parent.as_str()) {
            Some(Value::Object(map)) => {
                map.shift_remove(&pointer.last());
                return Some(());
            }
            Some(Value::Array(_)) => pointer = parent,
            // Something above it has gone already.
            _ => return Some(()),
        }
    }
}
