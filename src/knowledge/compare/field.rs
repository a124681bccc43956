//! Which fields say something else.

use std::collections::BTreeMap;

use crate::catalog::fact::{Fact, Value};

use super::{Change, FieldPart, FieldPath, Held, What};

/// Compares fields, in the order in which a page shows them; those that are gone come last.
pub(super) fn compare<'a>(
    before: impl Iterator<Item = &'a Fact>,
    after: impl Iterator<Item = &'a Fact>,
    path: &FieldPath,
    changes: &mut Vec<Change>,
) {
    let before: Vec<&Fact> = before.collect();
    let after: Vec<&Fact> = after.collect();
    let find = |facts: &[&'a Fact], name: &str| facts.iter().find(|fact| fact.name == name).map(|fact| &fact.value);
    for fact in &after {
        values(find(&before, fact.name), Some(&fact.value), path.field(fact.name), changes);
    }
    for fact in before.iter().filter(|fact| find(&after, fact.name).is_none()) {
        values(Some(&fact.value), None, path.field(fact.name), changes);
    }
}

impl FieldPath {
    /// Goes on to a field.
    fn field(&self, name: &'static str) -> Self {
        self.to(FieldPart::Field(name))
    }

    fn to(&self, part: FieldPart) -> Self {
        let mut parts = self.0.clone();
        parts.push(part);
        Self(parts)
    }
}

fn values(before: Option<&Value>, after: Option<&Value>, path: FieldPath, changes: &mut Vec<Change>) {
    match (before, after) {
        (before, after) if before == after => {}
        (Some(Value::Group(before)), Some(Value::Group(after))) => {
            compare(before.iter(), after.iter(), &path, changes);
        }
        (Some(Value::List(before)), Some(Value::List(after))) => lists(before, after, path, changes),
        // A list that is not there holds nothing: what it held is gone item by item.
        (Some(Value::List(before)), None) => lists(before, &[], path, changes),
        (None, Some(Value::List(after))) => lists(&[], after, path, changes),
        (before, after) => changes.push(Change { what: What::Field(path), was: held(before), now: held(after) }),
    }
}

fn held(value: Option<&Value>) -> Option<Held> {
    value.cloned().map(Held::Value)
}

/// Compares lists, whose order says little: items are gone, are new, or say something else about the same.
fn lists(before: &[Value], after: &[Value], path: FieldPath, changes: &mut Vec<Change>) {
    let (mut lost, mut gained) = apart(before, after);
    let list = |values: &[Value]| Some(Held::Value(Value::List(values.to_vec())));
    if lost.is_empty() && gained.is_empty() {
        changes.push(Change { what: What::Order(path), was: list(before), now: list(after) });
        return;
    }
    for (was, now) in same_subject(&mut lost, &mut gained) {
        // The only item of a list needs no name.
        let is_only = before.len() == 1 && after.len() == 1;
        let path = if is_only { path.clone() } else { path.to(FieldPart::Item(subject(now).clone())) };
        values(Some(was), Some(now), path, changes);
    }
    match (lost.as_slice(), gained.as_slice()) {
        ([], []) => {}
        ([was], [now]) => {
            changes.push(Change { what: What::Field(path), was: held(Some(was)), now: held(Some(now)) });
        }
        (lost, gained) => {
            let some = |values: &[&Value]| {
                let values: Vec<Value> = values.iter().map(|value| (*value).clone()).collect();
                (!values.is_empty()).then_some(Held::Value(Value::List(values)))
            };
            let what = What::Items { field: path, left: after.len() };
            changes.push(Change { what, was: some(lost), now: some(gained) });
        }
    }
}

/// Returns the items that only one of two lists holds, in their order.
fn apart<'a>(before: &'a [Value], after: &'a [Value]) -> (Vec<&'a Value>, Vec<&'a Value>) {
    // Values have no order of their own; written out they have one, and long lists stay quick to compare.
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for value in before {
        *counts.entry(format!("{value:?}")).or_default() += 1;
    }
    let gained = after.iter().filter(|value| match counts.get_mut(&format!("{value:?}")) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    let gained = gained.collect();
    // What is left of the counts stands on the older side alone; of equal items the last ones.
    let lost = before.iter().rev().filter(|value| match counts.get_mut(&format!("{value:?}")) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    });
    let mut lost: Vec<&Value> = lost.collect();
    lost.reverse();
    (lost, gained)
}

/// Takes the groups that are about the same thing out of both lists: a way to reach somebody by the same channel, a dependency on
/// the same host. Groups of which several are about one thing are told apart by nothing, and stay.
fn same_subject<'a>(lost: &mut Vec<&'a Value>, gained: &mut Vec<&'a Value>) -> Vec<(&'a Value, &'a Value)> {
    let subjects = |values: &[&'a Value]| {
        let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, value) in values.iter().enumerate().filter(|(_, value)| matches!(value, Value::Group(_))) {
            places.entry(format!("{:?}", subject(value))).or_default().push(place);
        }
        places
    };
    let (ours, theirs) = (subjects(lost), subjects(gained));
    let mut pairs = Vec::new();
    for (subject, places) in &theirs {
        if let ([now], Some([was])) = (places.as_slice(), ours.get(subject).map(Vec::as_slice)) {
            pairs.push((*now, *was));
        }
    }
    pairs.sort_unstable();
    let taken: Vec<(&Value, &Value)> = pairs.iter().map(|(now, was)| (lost[*was], gained[*now])).collect();
    lost.retain(|value| !taken.iter().any(|(was, _)| std::ptr::eq(*was, *value)));
    gained.retain(|value| !taken.iter().any(|(_, now)| std::ptr::eq(*now, *value)));
    taken
}

/// What an item of a list is about: its first field.
fn subject(value: &Value) -> &Value {
    match value {
        Value::Group(facts) => facts.first().map_or(value, |first| &first.value),
        value => value,
    }
}
