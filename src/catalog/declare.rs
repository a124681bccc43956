//! Files → declared ids → entities.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use rayon::prelude::*;

use crate::config::{Config, ProjectKind};
use crate::diagnostic::{Diagnostic, Message, Outcome, message};
use crate::names::{Kind, Names, is_entity_id, short, suggest};
use crate::problem::schema::{BAD_ID, DUPLICATE_ID, UNKNOWN_FILE, WRONG_TYPE};
use crate::scalar::Audience;
use crate::schema::{self, Pointer, Yaml};
use crate::source::{Place, Snapshot, SourceFile, Span};
use crate::words::Language;

use super::file::{self, Form};
use super::kinds::{Descriptor, Known, Schemas};
use super::lower::Lower;
use super::{Catalog, Entity};

/// Words that fields give a meaning of their own, and that so cannot be ids.
const RESERVED: [&str; 4] = ["none", "organisation", "self", "unknown"];

/// The inventory's files, each read on its own; ids declared, references not yet resolved.
#[derive(Default)]
pub struct Declared {
    /// The ids that the inventory declares.
    pub names: Names,
    entities: Vec<Written>,
}

/// An entity as written.
struct Written {
    kind: Kind,
    id: String,
    place: Place,
    /// Where it stands; nothing when its file could not be read, and only its id is known.
    text: Option<(Arc<Yaml>, Pointer)>,
    descriptor: Descriptor,
    /// The fields that are there and were reported.
    refused: BTreeSet<String>,
}

/// What the files may hold. Compiled once: whoever compares reads many inventories.
static SCHEMAS: LazyLock<Schemas> = LazyLock::new(Schemas::compile);

/// Reads the inventory's files, in parallel, and declares its ids. Only a handover project has an inventory.
#[must_use]
pub fn declare(snapshot: &Snapshot, config: &Config) -> Outcome<Declared> {
    if config.kind == ProjectKind::Documents {
        return Outcome::default();
    }
    let files: Vec<&SourceFile> = snapshot.files_below(&config.inventory).collect();
    let read: Vec<Outcome<Vec<Written>>> = files
        .par_iter()
        .filter_map(|file| Some(read(file, file::form(&file.path, &config.inventory)?, &SCHEMAS)))
        .collect();

    let mut diagnostics = Vec::new();
    let mut declared = Declared::default();
    for file in read {
        for entity in file.into_value(&mut diagnostics) {
            match declared.names.declare(entity.kind, &entity.id, entity.place) {
                None => declared.entities.push(entity),
                Some(earlier) => {
                    let message = message!("schema-duplicate-id", kind = entity.kind.name(), id = entity.id);
                    diagnostics.push(duplicate(entity.place, message, earlier));
                }
            }
        }
    }
    Outcome { value: declared, diagnostics }
}

fn duplicate(place: Place, message: Message, earlier: Place) -> Diagnostic {
    Diagnostic::at(&DUPLICATE_ID, place, message)
        .label(earlier, message!("schema-duplicate-id.first"))
        .help(message!("schema-duplicate-id.help"))
}

fn read(file: &SourceFile, form: Form<'_>, schemas: &Schemas) -> Outcome<Vec<Written>> {
    match form {
        Form::Page => Outcome::default(),
        Form::Unknown(name) => Outcome { value: Vec::new(), diagnostics: vec![unknown_file(file, name)] },
        Form::One(kind, id) => schema::load(file, 0..file.text.len())
            .and_then(|yaml, diagnostics| one(file, kind, id, yaml, schemas, diagnostics).into_iter().collect()),
        Form::Map(kind) => schema::load(file, 0..file.text.len())
            .and_then(|yaml, diagnostics| map(file, kind, yaml, schemas, diagnostics)),
    }
}

fn unknown_file(file: &SourceFile, name: &str) -> Diagnostic {
    let place = Place { file: file.id, span: Span::default() };
    let diagnostic = Diagnostic::at(&UNKNOWN_FILE, place, message!("schema-unknown-file", name = name));
    let names = file::names();
    match suggest(name, names.iter().map(String::as_str)) {
        Some(near) => diagnostic.help(message!("schema-unknown-file.did-you-mean", near = near)),
        None => diagnostic.help(message!("schema-unknown-file.help", names = names.join(", "))),
    }
}

/// Reads a file that holds one entity.
fn one(
    file: &SourceFile,
    kind: Kind,
    id: &str,
    yaml: Option<Yaml>,
    schemas: &Schemas,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Written> {
    let start = Place { file: file.id, span: Span::default() };
    let at = Pointer::root();
    let place = yaml.as_ref().map_or(start, |yaml| yaml.key_place(&at));
    if !can_be_declared(kind, id, place, diagnostics) {
        return None;
    }
    let text = yaml.map(|yaml| (Arc::new(yaml), at));
    Some(written(kind, id, place, text, schemas).into_value(diagnostics))
}

/// Reads a file that holds a map id → entity.
fn map(
    file: &SourceFile,
    kind: Kind,
    yaml: Option<Yaml>,
    schemas: &Schemas,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Written> {
    let ids: Vec<(String, Place)> = match &yaml {
        None => ids_by_line(file),
        Some(yaml) => match &yaml.value {
            serde_json::Value::Object(entities) => {
                let place = |id: &String| yaml.key_place(&Pointer::root().key(id));
                let is_entity = |id: &&String| !id.starts_with("x-") && *id != "<<";
                entities.keys().filter(is_entity).map(|id| (id.clone(), place(id))).collect()
            }
            // A file of comments only: nothing is described yet.
            serde_json::Value::Null => Vec::new(),
            _ => {
                let place = yaml.place(&Pointer::root());
                let message = message!("schema-wrong-type.map-of-ids", kind = kind.name());
                diagnostics.push(
                    Diagnostic::at(&WRONG_TYPE, place, message)
                        .help(message!("schema-wrong-type.help", wanted = "map")),
                );
                Vec::new()
            }
        },
    };
    let ids: Vec<_> = ids.into_iter().filter(|(id, place)| can_be_declared(kind, id, *place, diagnostics)).collect();
    let yaml = yaml.map(Arc::new);
    let read: Vec<Outcome<Written>> = ids
        .par_iter()
        .map(|(id, place)| {
            let text = yaml.as_ref().map(|yaml| (Arc::clone(yaml), Pointer::root().key(id)));
            written(kind, id, *place, text, schemas)
        })
        .collect();
    read.into_iter().map(|entity| entity.into_value(diagnostics)).collect()
}

fn written(
    kind: Kind,
    id: &str,
    place: Place,
    text: Option<(Arc<Yaml>, Pointer)>,
    schemas: &Schemas,
) -> Outcome<Written> {
    let mut refused = BTreeSet::new();
    let descriptor = match &text {
        Some((yaml, at)) => schemas.read(kind, yaml, at, &mut refused),
        None => Outcome { value: Descriptor::unknown(kind), diagnostics: Vec::new() },
    };
    descriptor.map(|descriptor| Written { kind, id: id.to_owned(), place, text, descriptor, refused })
}

/// Finds the ids of a map that cannot be read as YAML, so that references to them are not called dangling as well.
fn ids_by_line(file: &SourceFile) -> Vec<(String, Place)> {
    let mut ids: Vec<(String, Place)> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        if let Some((id, _)) = line.split_once(':').filter(|(id, _)| is_entity_id(id) && !id.starts_with("x-"))
            && seen.insert(id)
        {
            ids.push((id.to_owned(), Place { file: file.id, span: Span::new(start..start + id.len()) }));
        }
        start += line.len();
    }
    ids
}

/// Reports an id that cannot be one. Tells whether it can be declared all the same, so that what refers to it is not reported
/// as well: when it is a plain word.
fn can_be_declared(kind: Kind, id: &str, place: Place, diagnostics: &mut Vec<Diagnostic>) -> bool {
    if kind == Kind::Organisation {
        return true;
    }
    if RESERVED.contains(&id) {
        let message = message!("schema-bad-id.reserved", id = id);
        diagnostics.push(Diagnostic::at(&BAD_ID, place, message).help(message!("schema-bad-id.help-reserved")));
        return false;
    }
    if is_entity_id(id) {
        return true;
    }
    let message = message!("schema-bad-id", id = short(id));
    let help = message!("schema-bad-id.help", example = example_of_id(id));
    diagnostics.push(Diagnostic::at(&BAD_ID, place, message).help(help));
    let is_plain = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-' | '.');
    !id.is_empty() && !id.starts_with('.') && id.chars().all(is_plain)
}

/// Returns a sound id that looks like an unsound one.
fn example_of_id(written: &str) -> String {
    use unicode_normalization::UnicodeNormalization;

    let letters = written.nfd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter));
    let id: String = letters
        .flat_map(char::to_lowercase)
        .take(40)
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
        .collect();
    let id = id.trim_matches('-');
    if id.is_empty() { "srv1".to_owned() } else { id.to_owned() }
}

/// Resolves what the inventory's files name, and builds the catalog. `names` holds the ids of the runbooks, too; `language` is
/// that of the project.
#[must_use]
pub fn build(declared: Declared, names: &Names, language: &Language) -> Outcome<Catalog> {
    let built: Vec<Option<Outcome<(Entity, Known)>>> =
        declared.entities.into_par_iter().map(|written| entity(written, names, language)).collect();
    let mut diagnostics = Vec::new();
    let mut catalog = Catalog::default();
    let mut aliases: BTreeMap<(Kind, String), Place> = BTreeMap::new();
    for built in built.into_iter().flatten() {
        let (entity, known) = built.into_value(&mut diagnostics);
        check_aliases(&entity, names, &mut aliases, &mut diagnostics);
        catalog.entities.insert(entity.reference.clone(), entity);
        known.keep(&mut catalog);
    }
    Outcome { value: catalog, diagnostics }
}

fn entity(written: Written, names: &Names, language: &Language) -> Option<Outcome<(Entity, Known)>> {
    let Written { kind, id, place, text, descriptor, refused } = written;
    let reference = names.resolve(kind, &id)?;
    let (yaml, at) = text.unwrap_or_else(|| (Arc::new(Yaml::nothing(place)), Pointer::root()));
    let mut lower = Lower { yaml: &yaml, at, names, language, refused, diagnostics: Vec::new() };
    let known = descriptor.lower(&reference, &mut lower)?;
    let refused = lower.refused.iter().map(|field| (field.clone(), lower.place_of_refused(field, place))).collect();
    let mut diagnostics = lower.diagnostics;
    diagnostics.sort_by_key(Diagnostic::place);
    let common = known.common();
    let entity = Entity {
        name: common.name.known().cloned().unwrap_or(id),
        summary: common.summary.clone(),
        notes: common.notes.clone(),
        aliases: common.aliases.clone(),
        audience: common.audience.unwrap_or(Audience::Admins),
        audiences: common.audiences.clone(),
        facts: known.facts(),
        refused,
        place,
        reference,
    };
    Some(Outcome { value: (entity, known), diagnostics })
}

/// Reports aliases that cannot be ids, or that are ids or aliases of something else of the same kind.
fn check_aliases(
    entity: &Entity,
    names: &Names,
    taken: &mut BTreeMap<(Kind, String), Place>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let kind = entity.reference.kind();
    for alias in &entity.aliases {
        let place = entity.place;
        if !is_entity_id(alias) {
            let message = message!("schema-bad-id", id = short(alias));
            let help = message!("schema-bad-id.help", example = example_of_id(alias));
            diagnostics.push(Diagnostic::at(&BAD_ID, place, message).help(help));
            continue;
        }
        let id = names.resolve(kind, alias).and_then(|reference| names.place(&reference));
        let earlier = id.or_else(|| taken.get(&(kind, alias.clone())).copied());
        match earlier {
            Some(earlier) => {
                let message = message!("schema-duplicate-id.alias", id = alias.as_str());
                diagnostics.push(duplicate(place, message, earlier));
            }
            None => {
                taken.insert((kind, alias.clone()), place);
            }
        }
    }
}
