//! What stands at the head of a page: our front matter, that of another tool, or none.
//!
//! In a handover project, front matter is ours when it has `for`, or a `type` of [`RunbookType`]; anything else was written
//! for another tool, and only what everybody means by it (title, description, language, weight) is used.

mod descriptor;
mod foreign;
mod split;
#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "`str!` looks for its file, so that it can be rewritten")]
mod tests;
mod translation;

use crate::config::ProjectKind;
use crate::diagnostic::{Diagnostic, Outcome, Severity, message};
use crate::names::{CredentialId, EntityRef, Kind, Names, Takes};
use crate::problem::schema::{FOREIGN_FRONT_MATTER, UNCLOSED_FRONT_MATTER};
use crate::scalar::{Audience, Day, Duration, Stated};
use crate::schema::{self, Pointer, Schema, Yaml};
use crate::source::{FileId, Place, SourceFile, Span};
use crate::words::Language;

pub use descriptor::{Mode, Ordered, Risk, RunbookDescriptor, RunbookType, SeverityWord, Status};
pub use foreign::Foreign;
use split::{Head, Syntax};
pub use translation::TranslationDescriptor;

/// Returns the byte of a page at which its text starts, behind its front matter.
#[must_use]
pub fn end(text: &str) -> usize {
    match split::split(text) {
        Head::Closed { body, .. } => body,
        Head::None | Head::Unclosed => 0,
    }
}

/// Returns who may read a file by its head, as far as it says.
#[must_use]
pub fn audience(file: &SourceFile) -> Option<Audience> {
    match split::split(&file.text) {
        Head::Closed { syntax: Syntax::Yaml, range, .. } => foreign::yaml(&schema::load(file, range).value?).audience,
        Head::Closed { syntax: Syntax::Toml, range, .. } => foreign::toml(file, range).value.audience,
        Head::None | Head::Unclosed => None,
    }
}

/// Returns what stands at the head of a page as values to be written down again; nothing where there is no head, or none that can be read.
#[must_use]
pub fn rewritable(text: &str) -> Option<serde_json::Value> {
    match split::split(text) {
        Head::Closed { syntax: Syntax::Yaml, range, .. } => schema::rewritable(text.get(range)?),
        Head::Closed { syntax: Syntax::Toml, range, .. } => foreign::toml_value(text.get(range)?),
        Head::None | Head::Unclosed => None,
    }
}

/// What stands at the head of a page, references not yet resolved.
#[derive(Debug)]
pub enum Written {
    /// Our front matter.
    Ours(Box<(RunbookDescriptor, Yaml)>),
    /// The words of a translation; everything else is said by its original.
    Translated(Box<TranslationDescriptor>),
    /// Front matter of another tool.
    Foreign(Foreign),
    /// Something that cannot be read.
    Unreadable,
    /// None.
    None,
}

/// What a front matter of ours may hold, compiled.
pub struct Schemas {
    runbook: Schema<RunbookDescriptor>,
    translation: Schema<TranslationDescriptor>,
}

impl Schemas {
    /// Compiles them.
    #[must_use]
    pub fn compile() -> Self {
        Self { runbook: Schema::compile(), translation: Schema::compile() }
    }
}

/// What stands at the head of a page.
#[derive(Clone, Debug)]
pub enum FrontMatter {
    /// Our front matter.
    Ours(Box<RunbookHead>),
    /// Front matter of another tool.
    Foreign(Foreign),
    /// None.
    None,
}

/// The front matter of a runbook, as known.
#[derive(Clone, Debug, Default)]
pub struct RunbookHead {
    /// What it is called.
    pub title: Stated<String>,
    /// What it is for; decides its sections.
    pub runbook_type: Stated<RunbookType>,
    /// `for`: what it is about.
    pub subjects: Vec<EntityRef>,
    /// What a user says, or the literal error.
    pub symptoms: Vec<String>,
    /// The credentials that one needs to follow it.
    pub needs: Vec<CredentialId>,
    /// What following it does to the world. Unknown on reference pages that do not say.
    pub risk: Stated<Risk>,
    /// How long following it takes. Unknown on reference pages that do not say.
    pub time: Stated<Duration>,
    /// Whether it may be followed. Unknown on reference pages that do not say.
    pub status: Stated<Status>,
    /// How often somebody has to follow it, so that it is trusted.
    pub evidence_every: Option<Duration>,
    /// Software → the version it was tested with, in the order written.
    pub tested_with: Ordered,
    /// The names of the alerts that lead here.
    pub alerts: Vec<String>,
    /// How bad it is when this page is needed.
    pub severity: Option<SeverityWord>,
    /// How its steps are used.
    pub mode: Option<Mode>,
    /// When this is the wrong page.
    pub not_when: Option<String>,
    /// `{{ask:name}}` → what the reader is asked for, in the order written.
    pub asks: Ordered,
    /// Who may read it.
    pub audience: Option<Audience>,
    /// The language it is written in.
    pub lang: Option<Language>,
    /// Former ids: old addresses lead here.
    pub aliases: Vec<String>,
    /// One line for lists.
    pub summary: Option<String>,
    /// Free words.
    pub tags: Vec<String>,
    /// Order among its siblings: lower first.
    pub weight: Option<i64>,
    /// The day of a decision.
    pub decided_on: Option<Day>,
}

/// The front matter of a page, and where its text begins.
#[derive(Debug)]
pub struct Read {
    /// What stands at its head.
    pub written: Written,
    /// The byte of the file that the Markdown starts at.
    pub body: usize,
}

/// Reads the head of a page. Whatever is wrong with it, the page still has its text.
///
/// `original` is what stands at the head of the page of which this is a translation.
#[must_use]
pub fn read(file: &SourceFile, kind: ProjectKind, schemas: &Schemas, original: Option<&Written>) -> Outcome<Read> {
    let mut outcome = match split::split(&file.text) {
        Head::None => Outcome { value: Read { written: Written::None, body: 0 }, diagnostics: Vec::new() },
        Head::Unclosed => unclosed(file),
        Head::Closed { syntax: Syntax::Toml, range, body } => {
            foreign::toml(file, range).map(|foreign| Read { written: Written::Foreign(foreign), body })
        }
        Head::Closed { syntax: Syntax::Yaml, range, body } => {
            let mut diagnostics = Vec::new();
            let yaml = schema::load(file, range).into_value(&mut diagnostics);
            let read = match yaml {
                Some(yaml) if yaml.value.is_object() => {
                    let written = written(yaml, kind, schemas, original).into_value(&mut diagnostics);
                    Read { written, body }
                }
                Some(yaml) if yaml.value.is_null() => Read { written: Written::None, body },
                // Prose between two rules.
                Some(_) => Read { written: Written::None, body: 0 },
                None => Read { written: Written::Unreadable, body },
            };
            Outcome { value: read, diagnostics }
        }
    };
    if kind == ProjectKind::Documents {
        for diagnostic in &mut outcome.diagnostics {
            diagnostic.severity = diagnostic.severity.max(Severity::Warning);
        }
    }
    outcome
}

fn unclosed(file: &SourceFile) -> Outcome<Read> {
    let first_line = file.text.find('\n').unwrap_or(file.text.len());
    let place = Place { file: file.id, span: Span::new(0..first_line) };
    let diagnostic = Diagnostic::at(&UNCLOSED_FRONT_MATTER, place, message!("schema-unclosed-front-matter"))
        .help(message!("schema-unclosed-front-matter.help"));
    Outcome { value: Read { written: Written::Unreadable, body: 0 }, diagnostics: vec![diagnostic] }
}

fn written(yaml: Yaml, kind: ProjectKind, schemas: &Schemas, original: Option<&Written>) -> Outcome<Written> {
    let is_ours = kind == ProjectKind::Handover
        && (yaml.value.get("for").is_some() || yaml.value.get("type").is_some_and(descriptor::is_ours));
    // One that repeats the whole front matter is read as one, so that its faults are found; its words are what counts.
    if matches!(original, Some(Written::Ours(_))) && !is_ours {
        return schemas.translation.read(&yaml, &Pointer::root()).map(|descriptor| {
            descriptor.map_or(Written::Unreadable, |descriptor| Written::Translated(Box::new(descriptor)))
        });
    }
    if !is_ours {
        return Outcome { value: Written::Foreign(foreign::yaml(&yaml)), diagnostics: Vec::new() };
    }
    schemas.runbook.read(&yaml, &Pointer::root()).and_then(|descriptor, diagnostics| match descriptor {
        Some(descriptor) => {
            if original.is_none() {
                descriptor.requirements(&yaml, diagnostics);
            }
            Written::Ours(Box::new((descriptor, yaml)))
        }
        None => Written::Unreadable,
    })
}

/// Notes, once for a whole project, that pages have front matter of another tool; points at the first of them.
#[must_use]
pub fn note<'a>(pages: impl IntoIterator<Item = (FileId, &'a Written)>) -> Option<Diagnostic> {
    let mut foreign = pages.into_iter().filter(|(_, written)| matches!(written, Written::Foreign(_)));
    let (first, _) = foreign.next()?;
    let message = message!("schema-foreign-front-matter", count = foreign.count() + 1);
    // The opening line, `---` or `+++`.
    let place = Place { file: first, span: Span::new(0..3) };
    Some(Diagnostic::at(&FOREIGN_FRONT_MATTER, place, message).help(message!("schema-foreign-front-matter.help")))
}

/// Resolves what the front matter names. A translation, of a page with the front matter `original`, changes only its words.
#[must_use]
pub fn resolve(written: Written, original: Option<&FrontMatter>, names: &Names) -> Outcome<FrontMatter> {
    let words = match written {
        Written::Ours(ours) if !matches!(original, Some(FrontMatter::Ours(_))) => {
            let (descriptor, yaml) = *ours;
            return head(descriptor, &yaml, names).map(|head| FrontMatter::Ours(Box::new(head)));
        }
        Written::Ours(ours) => ours.0.into(),
        Written::Translated(words) => *words,
        Written::Foreign(foreign) => return Outcome { value: FrontMatter::Foreign(foreign), diagnostics: Vec::new() },
        Written::Unreadable => {
            return Outcome { value: FrontMatter::Foreign(Foreign::unreadable()), diagnostics: Vec::new() };
        }
        Written::None => TranslationDescriptor::default(),
    };
    let value = match original {
        Some(FrontMatter::Ours(head)) => FrontMatter::Ours(Box::new(words.put_into(head))),
        _ => FrontMatter::None,
    };
    Outcome { value, diagnostics: Vec::new() }
}

fn head(descriptor: RunbookDescriptor, yaml: &Yaml, names: &Names) -> Outcome<RunbookHead> {
    let RunbookDescriptor {
        title,
        r#type,
        r#for,
        symptoms,
        needs,
        risk,
        time,
        status,
        evidence_every,
        tested_with,
        alerts,
        severity,
        mode,
        not_when,
        asks,
        audience,
        lang,
        aliases,
        summary,
        tags,
        weight,
        decided_on,
    } = descriptor;
    let mut diagnostics = Vec::new();
    let mut list = |field: &str, written: Vec<String>, takes: Takes<'_>| -> Vec<EntityRef> {
        let at = Pointer::root().key(field);
        let places = (0..).map(|index| yaml.place(&at.item(index)));
        let references = written.iter().zip(places);
        references.filter_map(|(written, place)| names.reference(written, takes, place, &mut diagnostics)).collect()
    };
    let subjects = match r#for {
        Stated::Known(written) => list("for", written, Takes::Reference(&Kind::ALL)),
        Stated::Unknown | Stated::None(_) => Vec::new(),
    };
    let needs = list("needs", needs, Takes::Id(Kind::Credential));
    let head = RunbookHead {
        title,
        runbook_type: r#type,
        subjects,
        symptoms,
        needs: needs.into_iter().filter_map(|reference| CredentialId::try_from(reference).ok()).collect(),
        risk,
        time,
        status,
        evidence_every,
        tested_with,
        alerts,
        severity,
        mode,
        not_when,
        asks,
        audience,
        lang: lang.and_then(|lang| Language::from_tag(lang.as_str())),
        aliases,
        summary,
        tags,
        weight,
        decided_on,
    };
    Outcome { value: head, diagnostics }
}
