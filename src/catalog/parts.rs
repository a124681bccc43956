//! The entities in a file as units of change, so that each has its own last change in git.

use serde_json::Value;

use crate::schema::{self, substance};
use crate::source::SourcePath;

use super::file::{Form, form};

/// Returns the ids of the entities in an inventory file that holds several, each with a hash of what it says; of a file that
/// describes one, its hash, without a name.
///
/// The hash does not depend on formatting, comments, or the order of keys. Other files, and files that cannot be read, have no
/// parts.
#[must_use]
pub fn parts(path: &SourcePath, inventory: &SourcePath, text: &str) -> Vec<(String, u64)> {
    match (form(path, inventory), schema::value(text)) {
        (Some(Form::Map(_)), Some(Value::Object(entities))) => {
            entities.into_iter().map(|(id, value)| (id, substance::hash(&value))).collect()
        }
        (Some(Form::One(..)), Some(value)) => vec![(String::new(), substance::hash(&value))],
        _ => Vec::new(),
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
    fn a_file_of_one_entity_has_one_part_without_a_name() {
        let inventory = SourcePath::new("runbooks/inventory").unwrap();
        let of = |path: &str, text: &str| parts(&SourcePath::new(path).unwrap(), &inventory, text);
        for path in ["runbooks/inventory/services/mail.yaml", "runbooks/inventory/organisation.yaml"] {
            assert_eq!(of(path, "name: x\ntags: [a]\n"), of(path, "# x\ntags:\n  - a\nname: 'x'\n"));
            assert_ne!(of(path, "name: x\n"), of(path, "name: y\n"));
            assert_eq!(of(path, "name: x\n")[0].0, "");
        }
        assert_eq!(of("runbooks/index.md", "name: x\n"), []);
        assert_eq!(parts_of("a: ["), []);
        assert_eq!(parts_of(""), []);
    }
}
