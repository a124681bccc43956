//! Tables of a TOML text as typed values with places; what cannot be one becomes a diagnostic.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, message};
use crate::names::suggest;
use crate::problem::config::{UNKNOWN_KEY, WRONG_TYPE};
use crate::source::{FileId, Place, Span, clean};

/// A value as written, and where.
#[derive(Clone, Debug)]
pub(super) struct Written<T> {
    pub(super) value: T,
    pub(super) place: Place,
}

/// Whose table it is; decides what becomes of a key that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// Ours: an unknown key is a mistake.
    Releve,
    /// The whole file: its tables may be anybody's.
    File,
    /// mdBook's, where most keys are of use to us: a key near one of those is a mistake, others are noted.
    Book,
    /// mdBook's, full of keys that mean nothing here: all but ours are noted.
    Output,
}

/// The keys of a table.
#[derive(Debug)]
pub(super) struct Shape {
    /// The name of the table, dotted; empty for the whole file.
    pub(super) name: &'static str,
    pub(super) owner: Owner,
    /// Keys that mean something here.
    pub(super) keys: &'static [&'static str],
    /// Keys that others know and that mean nothing here. They are noted, however near to one of `keys` they are.
    pub(super) foreign: &'static [&'static str],
}

/// What is met on the way through a file.
#[derive(Debug)]
pub(super) struct Notes {
    pub(super) file: FileId,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Dotted names of keys and tables that mean nothing here.
    pub(super) ignored: Vec<Written<String>>,
}

impl Notes {
    fn place<T>(&self, spanned: &Spanned<T>) -> Place {
        Place { file: self.file, span: Span::new(spanned.span()) }
    }
}

/// A table being read; one that is not written reads as empty.
#[derive(Clone, Copy)]
pub(super) struct Table<'toml> {
    shape: &'static Shape,
    entries: Option<&'toml DeTable<'toml>>,
}

impl<'toml> Table<'toml> {
    /// Opens a table and reports the keys that it should not have.
    pub(super) fn open(shape: &'static Shape, entries: Option<&'toml DeTable<'toml>>, notes: &mut Notes) -> Self {
        for (key, value) in entries.into_iter().flatten() {
            let name: &str = key.get_ref();
            if shape.keys.contains(&name) {
                continue;
            }
            let suggestion = suggest(name, shape.keys.iter().copied());
            let is_mistake = match shape.owner {
                Owner::Releve => true,
                // Nobody has keys outside of all tables.
                Owner::File => suggestion.is_some() || !value.get_ref().is_table(),
                Owner::Book => suggestion.is_some(),
                Owner::Output => false,
            };
            if is_mistake && !shape.foreign.contains(&name) {
                notes.diagnostics.push(unknown_key(shape, name, suggestion, notes.place(key)));
            } else {
                notes.ignored.push(Written { value: dotted(shape.name, name), place: notes.place(key) });
            }
        }
        Self { shape, entries }
    }

    /// Opens a table inside this one whose keys are names that its users choose.
    pub(super) fn open_table(&self, key: &str, notes: &mut Notes) -> Self {
        const OPEN: Shape = Shape { name: "checks", owner: Owner::Releve, keys: &[], foreign: &[] };
        Self { shape: &OPEN, entries: self.any_table(key, notes) }
    }

    /// Opens the tables of a list, each with where it is written.
    pub(super) fn tables(&self, shape: &'static Shape, key: &str, notes: &mut Notes) -> Vec<(Self, Place)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let mut tables = Vec::new();
        let mut wrong = None;
        match value.get_ref() {
            DeValue::Array(values) => {
                for value in values {
                    match value.get_ref().as_table() {
                        Some(table) => tables.push((Self::open(shape, Some(table), notes), notes.place(value))),
                        None => wrong = wrong.or(Some(value)),
                    }
                }
            }
            _ => wrong = Some(value),
        }
        if let Some(wrong) = wrong {
            let place = notes.place(wrong);
            notes.diagnostics.push(wrong_type(Wanted::Tables, dotted(self.shape.name, key), place));
        }
        tables
    }

    /// Returns the keys that are written here.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'toml str> + use<'toml> {
        self.entries.into_iter().flatten().map(|(key, _)| &**key.get_ref())
    }

    /// Returns a date, as written: TOML has dates of its own, and people put them into quotes.
    pub(super) fn date(&self, key: &str, notes: &mut Notes) -> Option<Written<String>> {
        let value = self.get(key)?;
        let text = match value.get_ref() {
            DeValue::Datetime(date) => Some(date.to_string()),
            other => other.as_str().map(|text| clean(text.to_owned())),
        };
        let place = notes.place(value);
        if text.is_none() {
            notes.diagnostics.push(wrong_type(Wanted::Text, dotted(self.shape.name, key), place));
        }
        text.map(|value| Written { value, place })
    }

    /// Opens a table inside this one.
    pub(super) fn table(&self, shape: &'static Shape, key: &str, notes: &mut Notes) -> Self {
        Self::open(shape, self.any_table(key, notes), notes)
    }

    /// Returns a table inside this one, whatever its keys.
    pub(super) fn any_table(&self, key: &str, notes: &mut Notes) -> Option<&'toml DeTable<'toml>> {
        let value = self.get(key)?;
        let table = value.get_ref().as_table();
        if table.is_none() {
            let place = notes.place(value);
            notes.diagnostics.push(wrong_type(Wanted::Table, dotted(self.shape.name, key), place));
        }
        table
    }

    /// Whether a key is written here.
    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Returns a text.
    pub(super) fn text(&self, key: &str, notes: &mut Notes) -> Option<Written<String>> {
        let value = self.get(key)?;
        let text = value.get_ref().as_str().map(|text| clean(text.to_owned()));
        if text.is_none() {
            let place = notes.place(value);
            notes.diagnostics.push(wrong_type(Wanted::Text, dotted(self.shape.name, key), place));
        }
        text.map(|text| Written { value: text, place: notes.place(value) })
    }

    /// Returns a switch.
    pub(super) fn switch(&self, key: &str, notes: &mut Notes) -> Option<bool> {
        let value = self.get(key)?;
        let switch = value.get_ref().as_bool();
        if switch.is_none() {
            let place = notes.place(value);
            notes.diagnostics.push(wrong_type(Wanted::Switch, dotted(self.shape.name, key), place));
        }
        switch
    }

    /// Returns a whole number.
    pub(super) fn number(&self, key: &str, notes: &mut Notes) -> Option<Written<i64>> {
        let value = self.get(key)?;
        let number = value.get_ref().as_integer();
        let number = number.and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        if number.is_none() {
            let place = notes.place(value);
            notes.diagnostics.push(wrong_type(Wanted::Number, dotted(self.shape.name, key), place));
        }
        number.map(|number| Written { value: number, place: notes.place(value) })
    }

    /// Returns a list of texts; those of its values that are texts, when others are not.
    pub(super) fn texts(&self, key: &str, notes: &mut Notes) -> Option<Vec<Written<String>>> {
        let value = self.get(key)?;
        let mut texts = Vec::new();
        let mut wrong = None;
        match value.get_ref() {
            DeValue::Array(values) => {
                for value in values {
                    match value.get_ref().as_str() {
                        Some(text) => texts.push(Written { value: text.to_owned(), place: notes.place(value) }),
                        None => wrong = wrong.or(Some(value)),
                    }
                }
            }
            _ => wrong = Some(value),
        }
        if let Some(wrong) = wrong {
            let place = notes.place(wrong);
            notes.diagnostics.push(wrong_type(Wanted::Texts, dotted(self.shape.name, key), place));
        }
        Some(texts)
    }

    fn get(&self, key: &str) -> Option<&'toml Spanned<DeValue<'toml>>> {
        self.entries?.get(key)
    }
}

/// What a key takes.
#[derive(Clone, Copy)]
enum Wanted {
    Table,
    Tables,
    Text,
    Texts,
    Switch,
    Number,
}

fn wrong_type(wanted: Wanted, key: String, place: Place) -> Diagnostic {
    let (message, help) = match wanted {
        Wanted::Table => (
            message!("config-wrong-type.table", key = key.as_str()),
            message!("config-wrong-type.table-help", key = key),
        ),
        Wanted::Tables => (
            message!("config-wrong-type.tables", key = key.as_str()),
            message!("config-wrong-type.tables-help", key = key),
        ),
        Wanted::Text => (message!("config-wrong-type.text", key = key), message!("config-wrong-type.text-help")),
        Wanted::Texts => (message!("config-wrong-type.texts", key = key), message!("config-wrong-type.texts-help")),
        Wanted::Switch => (message!("config-wrong-type.switch", key = key), message!("config-wrong-type.switch-help")),
        Wanted::Number => (message!("config-wrong-type.number", key = key), message!("config-wrong-type.number-help")),
    };
    Diagnostic::at(&WRONG_TYPE, place, message).help(help)
}

fn unknown_key(shape: &Shape, name: &str, suggestion: Option<&str>, place: Place) -> Diagnostic {
    let known = || shape.keys.join("`, `");
    let (message, help) = if shape.owner == Owner::File {
        (message!("config-unknown-key.table", key = name), message!("config-unknown-key.tables", tables = known()))
    } else {
        let message = message!("config-unknown-key", key = name, table = shape.name);
        (message, message!("config-unknown-key.known", keys = known()))
    };
    let did_you_mean = |suggestion| message!("config-unknown-key.did-you-mean", suggestion = suggestion);
    Diagnostic::at(&UNKNOWN_KEY, place, message).help(suggestion.map_or(help, did_you_mean))
}

fn dotted(table: &str, key: &str) -> String {
    if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") }
}
