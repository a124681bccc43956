//! What a YAML text says, as one number: to tell a change from a new line break.

use serde_json::Value;

/// Returns a hash of what a text says; nothing when it is no YAML.
#[must_use]
pub fn of(text: &str) -> Option<u64> {
    super::value(text).map(|value| hash(&value))
}

/// Returns a hash of what a value says: without formatting, comments, and the order of keys. It is the same on every machine.
#[must_use]
pub fn hash(value: &Value) -> u64 {
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
