//! An incident: what went wrong, who noticed when, which pages helped and which were missing.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diagnostic::{Diagnostic, message};
use crate::names::{EntityRef, Kind, Takes};
use crate::problem::record::IMPOSSIBLE_ORDER;
use crate::scalar::{Audience, Day, Moment, Stated};
use crate::schema::Pointer;

use super::RecordFile;
use super::found::Found;
use super::lower::Lower;

/// An incident as written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IncidentDescriptor {
    #[schemars(example = &"Les courriels sont refusés")]
    title: Stated<String>,
    started: Stated<Moment>,
    noticed: Stated<Moment>,
    ended: Option<Stated<Moment>>,
    #[schemars(example = &["nextcloud"])]
    services: Stated<Vec<String>>,
    cause: Stated<String>,
    impact: Stated<String>,
    #[serde(default)]
    runbooks_used: Vec<String>,
    runbooks_missing: Stated<Found>,
    #[serde(default)]
    actions: Vec<ActionDescriptor>,
    public_summary: Option<String>,
    audience: Option<Audience>,
    #[serde(default)]
    audiences: BTreeMap<String, Audience>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ActionDescriptor {
    what: Stated<String>,
    who: Option<String>,
    by: Option<Day>,
    done: Option<Day>,
}

/// An incident.
#[derive(Clone, Debug)]
pub struct Incident {
    /// Its file, with the day on which it started.
    pub file: RecordFile,
    /// What people call it.
    pub title: Stated<String>,
    /// When it started, as far as is known now.
    pub started: Stated<Moment>,
    /// When somebody noticed.
    pub noticed: Stated<Moment>,
    /// When it was over; nothing while it goes on.
    pub ended: Option<Stated<Moment>>,
    /// What was broken.
    pub services: Vec<EntityRef>,
    /// Why it happened.
    pub cause: Stated<String>,
    /// What people felt of it.
    pub impact: Stated<String>,
    /// The pages that were followed.
    pub runbooks_used: Vec<EntityRef>,
    /// The pages that somebody looked for, and that did not exist or did not say it.
    pub runbooks_missing: Stated<Found>,
    /// What is to be done so that it does not happen again, or hurts less.
    pub actions: Vec<Action>,
    /// What everybody may read of it.
    pub public_summary: Option<String>,
    /// Who may read it; admins when it does not say.
    pub audience: Option<Audience>,
    /// Who may read which of its fields, where that differs from what is usual.
    pub audiences: BTreeMap<String, Audience>,
}

/// Something to be done after an incident.
#[derive(Clone, Debug)]
pub struct Action {
    /// What.
    pub what: Stated<String>,
    /// Who does it: a person or a partner.
    pub who: Option<EntityRef>,
    /// Until when.
    pub by: Option<Day>,
    /// When it was done; nothing while it is not.
    pub done: Option<Day>,
}

impl Incident {
    pub(super) fn lower(file: RecordFile, descriptor: IncidentDescriptor, lower: &mut Lower<'_>) -> Self {
        let IncidentDescriptor {
            title,
            started,
            noticed,
            ended,
            services,
            cause,
            impact,
            runbooks_used,
            runbooks_missing,
            actions,
            public_summary,
            audience,
            audiences,
        } = descriptor;
        let day = started.known().map(|moment| Day(moment.date()));
        lower.compare_day(file.date, "started", day.as_ref());
        let ended_on = ended.as_ref().and_then(Stated::known);
        check_order(lower, &[("started", started.known()), ("noticed", noticed.known()), ("ended", ended_on)]);
        let actions_at = Pointer::root().key("actions");
        let mut action = |(index, ActionDescriptor { what, who, by, done })| {
            let at = actions_at.item(index).key("who");
            Action { what, who: who.and_then(|who: String| lower.actor(&at, &who)), by, done }
        };
        let actions = actions.into_iter().enumerate().map(&mut action).collect();
        Self {
            file,
            title,
            started,
            noticed,
            ended,
            services: match services {
                Stated::Known(written) => lower.references("services", written, Takes::Id(Kind::Service)),
                Stated::Unknown | Stated::None(_) => Vec::new(),
            },
            cause,
            impact,
            runbooks_used: lower.references("runbooks_used", runbooks_used, Takes::Id(Kind::Runbook)),
            runbooks_missing,
            actions,
            public_summary,
            audience,
            audiences,
        }
    }
}

/// Reports each moment that lies before one that it must follow.
fn check_order(lower: &mut Lower<'_>, moments: &[(&'static str, Option<&Moment>)]) {
    let mut earlier: Option<(&'static str, &Moment)> = None;
    for (field, moment) in moments {
        let Some(moment) = moment else { continue };
        if let Some((before, _)) = earlier.filter(|(_, earlier)| moment.is_before(earlier)) {
            let place = lower.yaml.place(&Pointer::root().key(field));
            let message = message!("record-impossible-order", later = *field, earlier = before);
            let diagnostic = Diagnostic::at(&IMPOSSIBLE_ORDER, place, message)
                .label(
                    lower.yaml.place(&Pointer::root().key(before)),
                    message!("record-impossible-order.earlier", earlier = before),
                )
                .help(message!("record-impossible-order.help"));
            lower.diagnostics.push(diagnostic);
        }
        earlier = Some((field, moment));
    }
}
