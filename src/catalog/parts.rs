//! The entities in a file as units of change, so that each has its own last change in git.

use serde_json::Value;

use crate::schema;
use crate::source::SourcePath;

use super::file::{Form, form};

/// Returns the ids of the entities in an inventory file that holds several, each with a hash of what it says.
///
/// The hash does not depend on formatting, comments, or the order of keys, and is the same on every machine. Other files, and
/// files that cannot be read, have no parts.
#[must_use]
pub fn parts(path: &SourcePath, inventory: &SourcePath, text: &str) -> Vec<(String, u64)> {
    if !matches!(form(path, inventory), Some(Form::Map(_))) {
        return Vec::new();
    }
    let Some(Value::Object(entities)) = schema::value(text) else { return Vec::new() };
    entities.into_iter().map(|(id, value)| (id, hash(&value))).collect()
}

fn hash(value: &Value) -> u64 {
    let mut hasher = blake3::Hasher::new();
    feed(value, &mut hasher);
    let [a, b, c, d, e, f, g, h, ..] = *hasher.finalize().as_bytes();
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

/// Feeds a value to a hasher, each part with its kind and length, so that different values never feed the same bytes.
fn feed(value: &Value, hasher: &mut blake3::Hasher) {
    let mut text = |kind: &[u8], text: &str| {
        hasher.update(kind).update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
    };
    match value {
        Value::Null => text(b"n", ""),
        Value::Bool(value) => text(b"b", if *value { "true" } else { "false" }),
        Value::Number(number) => text(b"d", &number.to_string()),
        Value::String(string) => text(b"s", string),
        Value::Array(items) => {
            hasher.update(b"a").update(&(items.len() as u64).to_le_bytes());
            items.iter().for_each(|item| feed(item, hasher));
        }
        Value::Object(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_by_key(|(key, _)| *key);
            hasher.update(b"m").update(&(entries.len() as u64).to_le_bytes());
            for (key, value) in entries {
                hasher.update(&(key.len() as u64).to_le_bytes()).update(key.as_bytes());
                feed(value, hasher);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts_of(text: &str) -> Vec<(String, u64)> {
        let inventory = SourcePath::new("runbooks/inventory").unwrap();
        parts(&SourcePath::new("runbooks/inventory/services.yaml").unwrap(), &inventory, text)
    }

    #[test]
    fn formatting_comments_and_order_are_no_change() {
        let block = parts_of("# x\nmail:\n  name: Mail\n  tags: [a, b]\nweb: {name: Web}\n");
        let flow = parts_of("web:\n  name: 'Web' # y\nmail: {tags: [a, b], name: \"Mail\"}\n");
        assert_eq!(block.len(), 2);
        assert!(block.iter().all(|part| flow.contains(part)), "{block:?} {flow:?}");
    }

    #[test]
    fn another_value_is_a_change_of_its_entity_only() {
        let before = parts_of("mail: {name: Mail}\nweb: {name: Web}\n");
        let after = parts_of("mail: {name: Mails}\nweb: {name: Web}\n");
        assert_ne!(before[0], after[0]);
        assert_eq!(before[1], after[1]);
        assert_ne!(parts_of("a: {version: 1.10}\n"), parts_of("a: {version: 1.1}\n"));
    }

    #[test]
    fn only_maps_of_entities_have_parts() {
        let inventory = SourcePath::new("runbooks/inventory").unwrap();
        for path in
            ["runbooks/inventory/services/mail.yaml", "runbooks/inventory/organisation.yaml", "runbooks/index.md"]
        {
            assert_eq!(parts(&SourcePath::new(path).unwrap(), &inventory, "a: {name: x}\n"), []);
        }
        assert_eq!(parts_of("a: ["), []);
        assert_eq!(parts_of(""), []);
    }
}
