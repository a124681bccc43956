//! What an audience may see of what is written in YAML.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::names::Kind;
use crate::scalar::Audience;
use crate::source::SourceFile;

use super::open::{Holder, is_open, may_open};
use super::passage;
use super::withheld::Withheld;

/// Fields whose items say themselves who may read them, and are for admins where they do not: how somebody can be reached.
const EACH_FOR_ITSELF: [&str; 1] = ["contacts"];

/// Takes out of values what an audience may not see.
pub(super) struct Reduction<'a> {
    /// Who reads.
    pub(super) audience: Audience,
    /// The file that is reduced.
    pub(super) file: &'a SourceFile,
    /// Keeps what was taken out.
    pub(super) withheld: &'a mut Withheld,
}

impl Reduction<'_> {
    /// Reduces a map of things; whether any is left.
    pub(super) fn things(&mut self, kind: Kind, value: &mut Value) -> bool {
        let Value::Object(things) = value else { return false };
        things.retain(|_, thing| self.thing(Holder::Thing(kind), thing));
        !things.is_empty()
    }

    /// Reduces a thing or a record; whether the audience may see it at all.
    pub(super) fn thing(&mut self, holder: Holder, value: &mut Value) -> bool {
        let own = if may_open(holder) { written(value.get("audience")) } else { Audience::Admins };
        if own > self.audience {
            self.withheld.value(self.file, value, own);
            return false;
        }
        let Value::Object(fields) = value else { return false };
        let named: BTreeMap<String, Audience> = match fields.remove("audiences") {
            Some(Value::Object(named)) => {
                named.iter().map(|(path, word)| (path.clone(), written(Some(word)))).collect()
            }
            _ => BTreeMap::new(),
        };
        fields.remove("audience");
        self.fields(&Rules { holder, own, named }, "", own, fields);
        true
    }

    /// Reduces the fields of a thing, or of a group in it. What lies in a field is for whom the field is, unless it is named.
    fn fields(&mut self, rules: &Rules, above: &str, outer: Audience, fields: &mut serde_json::Map<String, Value>) {
        fields.retain(|name, value| {
            let path = if above.is_empty() { name.clone() } else { format!("{above}.{name}") };
            let audience = rules.audience(&path, outer);
            // A field that is closed may hold one that is named.
            let holds_more = || rules.named.keys().any(|named| named.starts_with(&format!("{path}.")));
            if audience > self.audience && !holds_more() {
                self.withheld.value(self.file, value, audience);
                return false;
            }
            self.within(rules, &path, audience, value)
        });
    }

    /// Reduces what a field holds; whether anything is left.
    fn within(&mut self, rules: &Rules, path: &str, audience: Audience, value: &mut Value) -> bool {
        match value {
            Value::Object(fields) => {
                let was_empty = fields.is_empty();
                self.fields(rules, path, audience, fields);
                was_empty || !fields.is_empty()
            }
            Value::Array(items) => {
                let was_empty = items.is_empty();
                let each_for_itself = EACH_FOR_ITSELF.contains(&path);
                items.retain_mut(|item| {
                    let audience = match item.get("audience") {
                        None if each_for_itself => Audience::Admins,
                        None => audience,
                        own => audience.max(written(own)),
                    };
                    // A group may hold a field that is named.
                    if audience > self.audience && (each_for_itself || !item.is_object()) {
                        self.withheld.value(self.file, item, audience);
                        return false;
                    }
                    if let Value::Object(fields) = item {
                        fields.remove("audience");
                    }
                    self.within(rules, path, audience, item)
                });
                was_empty || !items.is_empty()
            }
            Value::String(text) => {
                passage::cut_value(self.file, text, self.audience, self.withheld);
                audience <= self.audience
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => audience <= self.audience,
        }
    }
}

/// Who may read what of a thing.
struct Rules {
    holder: Holder,
    /// Who may read the thing.
    own: Audience,
    /// Fields of which it says so itself, by path.
    named: BTreeMap<String, Audience>,
}

impl Rules {
    /// Returns who may read a field. Never more people than may read the thing.
    fn audience(&self, path: &str, outer: Audience) -> Audience {
        let is_top = !path.contains('.');
        match self.named.get(path) {
            Some(named) => (*named).max(self.own),
            None if is_open(self.holder, path) => outer,
            // Within a field that was opened by name, all is open that is not closed by itself.
            None if !is_top && !is_closed_within(self.holder, path) => outer,
            None => Audience::Admins,
        }
    }
}

/// Whether a field is closed although what holds it is open.
fn is_closed_within(holder: Holder, path: &str) -> bool {
    let field = path.split('.').next().unwrap_or_default();
    is_open(holder, field) && !is_open(holder, path)
}

/// Returns the audience that is written; what is no audience is for admins.
fn written(word: Option<&Value>) -> Audience {
    word.and_then(Value::as_str).and_then(Audience::of_word).unwrap_or(Audience::Admins)
}
