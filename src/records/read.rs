//! Files → records.

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use crate::config::{Config, ProjectKind};
use crate::diagnostic::{Diagnostic, Message, Outcome, message};
use crate::names::{Names, suggest};
use crate::problem::record::UNKNOWN_FILE;
use crate::problem::schema::WRONG_TYPE;
use crate::schema::{self, Pointer, Schema, Yaml};
use crate::source::{Place, Snapshot, SourceFile, SourcePath, Span};

use super::acknowledgement::{Acknowledgement, AcknowledgementDescriptor};
use super::exercise::{Exercise, ExerciseDescriptor};
use super::file::{self, Form};
use super::incident::{Incident, IncidentDescriptor};
use super::lower::Lower;
use super::observation::{self, Observation, ObservationDescriptor, ObservationFile};
use super::{RecordFile, RecordKind, Records};

/// What records may hold, compiled.
struct Schemas {
    exercise: Schema<ExerciseDescriptor>,
    acknowledgement: Schema<AcknowledgementDescriptor>,
    incident: Schema<IncidentDescriptor>,
    observation: Schema<ObservationDescriptor>,
}

/// A record as known.
enum Known {
    Exercise(Box<Exercise>),
    Acknowledgement(Box<Acknowledgement>),
    Incident(Box<Incident>),
    Observation(Box<Observation>),
}

/// Returns what the files of each folder of records may hold, as its JSON Schema.
#[must_use]
pub fn schemas() -> [(&'static str, serde_json::Value); 4] {
    [
        (RecordKind::Exercise.folder(), schema::json_schema::<ExerciseDescriptor>()),
        (RecordKind::Acknowledgement.folder(), schema::json_schema::<AcknowledgementDescriptor>()),
        (RecordKind::Incident.folder(), schema::json_schema::<IncidentDescriptor>()),
        (observation::FOLDER, schema::json_schema::<ObservationDescriptor>()),
    ]
}

/// Reads the records, in parallel. `names` holds every id of the project. Only a handover project has records.
#[must_use]
pub fn read(snapshot: &Snapshot, config: &Config, names: &Names) -> Outcome<Records> {
    let mut outcome = Outcome::<Records>::default();
    if config.kind == ProjectKind::Documents {
        return outcome;
    }
    let files: Vec<&SourceFile> = snapshot.files_below(&config.records).collect();
    if files.is_empty() {
        return outcome;
    }
    let schemas = Schemas::compile();
    let read: Vec<Outcome<Option<Known>>> =
        files.par_iter().map(|file| of_file(file, &config.records, &schemas, names)).collect();
    for record in read {
        if let Some(known) = record.into_value(&mut outcome.diagnostics) {
            known.keep(&mut outcome.value);
        }
    }
    outcome
}

/// Reads one file as the record that it would be in the folder of the records: what is written is judged as what is read.
#[must_use]
pub fn read_one(file: &SourceFile, folder: &SourcePath, names: &Names) -> Outcome<Records> {
    of_file(file, folder, &Schemas::compile(), names).map(|known| {
        let mut records = Records::default();
        known.into_iter().for_each(|known| known.keep(&mut records));
        records
    })
}

impl Known {
    /// Puts the record where its kind is kept.
    fn keep(self, records: &mut Records) {
        match self {
            Self::Exercise(exercise) => {
                records.exercises.insert(exercise.file.id.clone(), *exercise);
            }
            Self::Acknowledgement(acknowledgement) => {
                records.acknowledgements.insert(acknowledgement.file.id.clone(), *acknowledgement);
            }
            Self::Incident(incident) => {
                records.incidents.insert(incident.file.id.clone(), *incident);
            }
            Self::Observation(observation) => records.observations.keep(*observation),
        }
    }
}

impl Schemas {
    fn compile() -> Self {
        Self {
            exercise: Schema::compile(),
            acknowledgement: Schema::compile(),
            incident: Schema::compile(),
            observation: Schema::compile(),
        }
    }
}

/// Returns the fields that records of a kind can have, and those within them, by path.
#[must_use]
pub fn fields_of(kind: RecordKind) -> Vec<String> {
    match kind {
        RecordKind::Exercise => schema::fields::<ExerciseDescriptor>(),
        RecordKind::Acknowledgement => schema::fields::<AcknowledgementDescriptor>(),
        RecordKind::Incident => schema::fields::<IncidentDescriptor>(),
    }
}

fn of_file(file: &SourceFile, folder: &SourcePath, schemas: &Schemas, names: &Names) -> Outcome<Option<Known>> {
    let (id, date) = match file::form(&file.path, folder) {
        Some(Form::Record(id, date)) => (Some(id), date),
        Some(Form::Observation(date)) => (None, date),
        Some(Form::Misplaced(parent)) => return unknown(file, folder, misplaced(parent)),
        Some(Form::Misnamed) => return unknown(file, folder, message!("record-unknown-file.help-name")),
        Some(Form::Page) | None => return Outcome::default(),
    };
    schema::load(file, 0..file.text.len()).and_then(|yaml, diagnostics| {
        let yaml = yaml?;
        let (path, place) = (file.path.clone(), yaml.key_place(&Pointer::root()));
        let mut lower = Lower { yaml: &yaml, names, diagnostics: Vec::new() };
        let known = match id {
            Some(id) => record(RecordFile { id, path, place, date }, schemas, &mut lower, diagnostics),
            None => descriptor(&schemas.observation, &yaml, diagnostics)
                .and_then(|written| Observation::lower(ObservationFile { path, place, date }, written, &mut lower))
                .map(|observation| Known::Observation(Box::new(observation))),
        };
        diagnostics.append(&mut lower.diagnostics);
        diagnostics.sort_by_key(Diagnostic::place);
        known
    })
}

/// Reads what people recorded.
fn record(
    file: RecordFile,
    schemas: &Schemas,
    lower: &mut Lower<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Known> {
    let yaml = lower.yaml;
    match file.id.kind() {
        RecordKind::Exercise => descriptor(&schemas.exercise, yaml, diagnostics)
            .map(|written| Known::Exercise(Box::new(Exercise::lower(file, written, lower)))),
        RecordKind::Acknowledgement => descriptor(&schemas.acknowledgement, yaml, diagnostics)
            .map(|written| Known::Acknowledgement(Box::new(Acknowledgement::lower(file, written, lower)))),
        RecordKind::Incident => descriptor(&schemas.incident, yaml, diagnostics)
            .map(|written| Known::Incident(Box::new(Incident::lower(file, written, lower)))),
    }
}

/// Reads what was written. Where a list is wanted that may be `nothing`, the help says so.
fn descriptor<D: DeserializeOwned + schemars::JsonSchema>(
    schema: &Schema<D>,
    yaml: &Yaml,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<D> {
    let first = diagnostics.len();
    let read = schema.read(yaml, &Pointer::root()).into_value(diagnostics);
    for field in ["found", "runbooks_missing"].map(|field| Pointer::root().key(field)) {
        let places = [yaml.place(&field), yaml.key_place(&field)];
        for diagnostic in &mut diagnostics[first..] {
            if diagnostic.code == &WRONG_TYPE && diagnostic.place().is_some_and(|place| places.contains(&place)) {
                diagnostic.help.push(message!("record-nothing.help"));
            }
        }
    }
    read
}

/// Says which folder was probably meant.
fn misplaced(parent: &str) -> Message {
    let folders = || RecordKind::ALL.into_iter().map(RecordKind::folder).chain([observation::FOLDER]);
    match suggest(parent, folders()) {
        Some(near) => message!("record-unknown-file.did-you-mean", folder = near),
        None => {
            let named: Vec<String> = folders().map(|name| format!("`{name}/`")).collect();
            message!("record-unknown-file.help", folders = named.join(", "))
        }
    }
}

fn unknown(file: &SourceFile, folder: &SourcePath, help: Message) -> Outcome<Option<Known>> {
    let place = Place { file: file.id, span: Span::default() };
    let name = file.path.below(folder).unwrap_or_default();
    let diagnostic = Diagnostic::at(&UNKNOWN_FILE, place, message!("record-unknown-file", name = name)).help(help);
    Outcome { value: None, diagnostics: vec![diagnostic] }
}
