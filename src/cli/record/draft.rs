//! A record as it will be written: fields in the order of its kind, as YAML that people can go on with.

use std::fmt::Write;

/// What a record will say.
#[derive(Debug, Default)]
pub(super) struct Draft {
    fields: Vec<(&'static str, Written)>,
}

/// What a field holds.
#[derive(Debug)]
enum Written {
    /// One value.
    One(String),
    /// A list.
    Many(Vec<String>),
}

/// Words that YAML 1.1 or 1.2 takes for something else than a text.
const TAKEN: [&str; 9] = ["", "null", "true", "false", "yes", "no", "on", "off", "~"];

impl Draft {
    /// Puts a value into a field.
    pub(super) fn one(&mut self, field: &'static str, value: Option<String>) {
        self.fields.extend(value.map(|value| (field, Written::One(value))));
    }

    /// Puts values into a field; a single word that stands for all of them, such as `nothing`, is no list.
    pub(super) fn many(&mut self, field: &'static str, values: Vec<String>, word: Option<&str>) {
        let written = match values.as_slice() {
            [] => return,
            [only] if Some(only.as_str()) == word || only == "unknown" => Written::One(only.clone()),
            _ => Written::Many(values),
        };
        self.fields.push((field, written));
    }

    /// Returns the day that the file is named by.
    pub(super) fn day(&self) -> &str {
        let day = self.find("date").or_else(|| self.find("started")).unwrap_or_default();
        day.split([' ', 'T']).next().unwrap_or_default()
    }

    /// Returns words for the name of the file: what the record is about.
    pub(super) fn words(&self) -> String {
        let about = ["title", "subjects", "subject", "services"].into_iter().find_map(|field| self.find(field));
        let about = about.filter(|about| *about != "unknown").unwrap_or_default();
        let id = about.split_once(':').map_or(about, |(_, id)| id);
        let last = id.rsplit('/').next().unwrap_or_default();
        if last.trim().is_empty() { "record".to_owned() } else { last.to_owned() }
    }

    fn find(&self, wanted: &str) -> Option<&str> {
        let (_, written) = self.fields.iter().find(|(field, _)| *field == wanted)?;
        match written {
            Written::One(value) => Some(value),
            Written::Many(values) => values.first().map(String::as_str),
        }
    }

    /// Returns the file.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for (field, written) in &self.fields {
            match written {
                Written::One(value) => {
                    let _ = writeln!(text, "{field}: {}", scalar(value));
                }
                Written::Many(values) => {
                    let _ = writeln!(text, "{field}:");
                    values.iter().for_each(|value| {
                        let _ = writeln!(text, "  - {}", scalar(value));
                    });
                }
            }
        }
        text
    }
}

/// Writes a value: words, ids and days as they are, anything else in quotation marks. JSON's are YAML's, too.
fn scalar(value: &str) -> String {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "-_./".contains(character);
    // An id, a day, a length, or two of them around one colon or blank.
    let mut parts = value.split([':', ' ']);
    let is_short = parts.clone().count() <= 3 && parts.all(|part| !part.is_empty() && part.chars().all(is_plain));
    let starts_well = value.starts_with(|first: char| first.is_ascii_alphanumeric());
    // YAML knows numbers in other bases, too.
    let is_based = ["0x", "0o", "0b"].iter().any(|base| value.to_ascii_lowercase().starts_with(base));
    let is_number = is_based || value.parse::<f64>().is_ok();
    if is_short && starts_well && !is_number && !TAKEN.contains(&value.to_ascii_lowercase().as_str()) {
        value.to_owned()
    } else {
        serde_json::Value::from(value).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_is_read() {
        let values = [
            "2026-11-24",
            "2026-11-24 07:40",
            "runbook:nextcloud/restore",
            "52m",
            "no",
            "1e3",
            "0x1F",
            "a: b",
            "- a",
            "#x",
            "le disque : plein « enfin »",
            "two\nlines",
            "{a}",
            "a #b",
            "\"",
            "~",
            "*x",
            "12:30:45",
        ];
        for value in values {
            let text = format!("x: {}\n", scalar(value));
            let read: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
            let read = read.get("x").unwrap();
            assert_eq!(read.as_str(), Some(value), "{text}");
        }
        assert_eq!(scalar("runbook:nextcloud/restore"), "runbook:nextcloud/restore");
    }

    #[test]
    fn a_file_is_named_by_its_day_and_what_it_is_about() {
        let mut draft = Draft::default();
        draft.one("date", Some("2026-11-24".to_owned()));
        draft.many("subjects", vec!["runbook:nextcloud/restore".to_owned()], None);
        assert_eq!((draft.day(), draft.words().as_str()), ("2026-11-24", "restore"));
        assert_eq!(draft.text(), "date: 2026-11-24\nsubjects:\n  - runbook:nextcloud/restore\n");
        assert_eq!(Draft::default().words(), "record");
    }
}
