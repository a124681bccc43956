//! The front matter of a runbook as written.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use crate::diagnostic::Diagnostic;
use crate::scalar::{Audience, Day, Duration, Lang, Stated, Word, words};
use crate::schema::{Pointer, Yaml};

words! {
    /// What a runbook is for; decides the sections it must have.
    RunbookType in "runbook-type" {
        /// Taking over everything.
        Takeover = "takeover",
        /// Bringing something back from its backup.
        Restore = "restore",
        /// A known task.
        Operate = "operate",
        /// From a symptom to a cause.
        Diagnose = "diagnose",
        /// What has to be done again and again.
        Maintain = "maintain",
        /// Telling people.
        Communicate = "communicate",
        /// Leaving a provider, or ending a service.
        Exit = "exit",
        /// Something to look up.
        Reference = "reference",
        /// Why something is as it is.
        Decision = "decision",
    }
}

words! {
    /// What following a runbook does to the world.
    Risk in "risk" {
        /// Nothing.
        ReadOnly = "read-only",
        /// Something that can be undone.
        Reversible = "reversible",
        /// People notice.
        Disruptive = "disruptive",
        /// Something is gone afterwards.
        Destructive = "destructive",
    }
}

words! {
    /// Whether a runbook may be followed.
    Status in "status" {
        /// Not finished.
        Draft = "draft",
        /// To be followed.
        Active = "active",
        /// Kept for its history.
        Retired = "retired",
    }
}

words! {
    /// How bad it is when a page is needed.
    SeverityWord in "severity" {
        /// People are hurt by it.
        Grave = "grave",
        /// People are annoyed by it.
        Annoying = "annoying",
        /// Hardly anybody notices.
        Minor = "minor",
    }
}

words! {
    /// How the steps of a runbook are used (the two kinds of checklist in aviation).
    Mode in "mode" {
        /// Read a step, do it.
        ReadDo = "read-do",
        /// Do from memory, then confirm with the list.
        DoConfirm = "do-confirm",
    }
}

/// Texts by name, in the order written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ordered(pub Vec<(String, String)>);

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let map = Map::deserialize(deserializer)?;
        let texts = map.into_iter().filter_map(|(name, text)| match text {
            Value::String(text) => Some((name, text)),
            _ => None,
        });
        Ok(Self(texts.collect()))
    }
}

impl JsonSchema for Ordered {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Texts".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": { "type": "string" } })
    }
}

/// The front matter of a runbook as written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are those of `RunbookHead`")]
pub struct RunbookDescriptor {
    #[schemars(example = &"Restaurer Nextcloud")]
    pub title: Stated<String>,
    pub r#type: Stated<RunbookType>,
    #[serde(default)]
    pub r#for: Stated<Vec<String>>,
    #[serde(default)]
    pub symptoms: Vec<String>,
    #[serde(default)]
    pub needs: Vec<String>,
    #[serde(default)]
    pub risk: Stated<Risk>,
    #[serde(default)]
    pub time: Stated<Duration>,
    #[serde(default)]
    pub status: Stated<Status>,
    pub evidence_every: Option<Duration>,
    #[serde(default)]
    pub tested_with: Ordered,
    #[serde(default)]
    pub alerts: Vec<String>,
    pub severity: Option<SeverityWord>,
    pub mode: Option<Mode>,
    pub not_when: Option<String>,
    #[serde(default)]
    pub asks: Ordered,
    pub audience: Option<Audience>,
    pub lang: Option<Lang>,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub summary: Option<String>,
    #[serde(default)]
    pub tags: Vec<String>,
    pub weight: Option<i64>,
    pub decided_on: Option<Day>,
}

/// Whether the value of `type` is one of ours.
pub(super) fn is_ours(written: &Value) -> bool {
    written.as_str().is_some_and(|word| RunbookType::WORDS.contains(&word))
}

impl RunbookDescriptor {
    /// Reports the fields that this type of runbook must have, and this one has not.
    pub(super) fn requirements(&self, yaml: &Yaml, diagnostics: &mut Vec<Diagnostic>) {
        let runbook_type = self.r#type.known().copied();
        // What is looked up is not followed: it takes no time and risks nothing.
        let is_reference = matches!(runbook_type, Some(RunbookType::Reference | RunbookType::Decision));
        let has_subject = is_reference || runbook_type == Some(RunbookType::Takeover);
        let required = [
            ("for", "[service:nextcloud]", !has_subject),
            ("risk", "reversible", !is_reference),
            ("time", "30m", !is_reference),
            ("status", "draft", !is_reference),
            ("symptoms", "[\"la page reste blanche\"]", runbook_type == Some(RunbookType::Diagnose)),
        ];
        for (field, example, is_required) in required {
            // What is written and wrong has been reported.
            if is_required && yaml.value.get(field).is_none() {
                diagnostics.push(yaml.missing(&Pointer::root(), field, example));
            }
        }
    }
}
