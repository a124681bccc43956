//! Anything with a price or an end.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diagnostic::{Diagnostic, message};
use crate::names::{ContractId, EntityRef, Kind, ProjectId, Takes};
use crate::problem::schema::BAD_VALUE;
use crate::scalar::{Day, Duration, Every, Money, Percent, Stated, Unit};

use super::entity::{Common, CommonDescriptor};
use super::fact::{Fact, Value};
use super::facts::{Facts, ToValue};
use super::lower::Lower;

/// A contract as written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContractDescriptor {
    #[serde(flatten)]
    common: CommonDescriptor,
    #[schemars(example = ["host:srv1"])]
    covers: Stated<Vec<String>>,
    cost: Stated<Cost>,
    renews_on: Stated<Day>,
    auto_renew: Stated<bool>,
    #[schemars(example = &"1mo")]
    notice: Stated<Duration>,
    #[schemars(example = &"organisation")]
    paid_by: Stated<String>,
    #[schemars(example = &"carte bancaire")]
    method: Stated<String>,
    method_expires_on: Option<Day>,
    #[serde(default)]
    share: BTreeMap<String, Percent>,
}

/// A contract.
#[derive(Clone, Debug)]
pub struct Contract {
    /// Its id.
    pub id: ContractId,
    /// What every entity has.
    pub common: Common,
    /// What it pays for.
    pub covers: Stated<Vec<EntityRef>>,
    /// What it costs; nothing is a price, too.
    pub cost: Stated<Cost>,
    /// The day on which it ends or goes on.
    pub renews_on: Stated<Day>,
    /// Whether it goes on by itself.
    pub auto_renew: Stated<bool>,
    /// How long before that day it must be ended.
    pub notice: Stated<Duration>,
    /// Who pays: a person, or the organisation.
    pub paid_by: Stated<EntityRef>,
    /// With what.
    pub method: Stated<String>,
    /// The day from which that no longer pays: dead cards end contracts silently.
    pub method_expires_on: Option<Day>,
    /// Which part of the cost is for which project.
    pub share: BTreeMap<ProjectId, Percent>,
}

/// A price.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// How much.
    pub amount: Stated<Money>,
    /// How often.
    pub every: Stated<Every>,
}

/// What a contract can pay for.
const COVERED: [Kind; 4] = [Kind::Provider, Kind::Domain, Kind::Host, Kind::Service];

impl Contract {
    pub(super) fn lower(id: ContractId, descriptor: ContractDescriptor, lower: &mut Lower<'_>) -> Self {
        let ContractDescriptor {
            common,
            covers,
            cost,
            renews_on,
            auto_renew,
            notice,
            paid_by,
            method,
            method_expires_on,
            share,
        } = descriptor;
        let notice = notice.and_then(|notice| sound_notice(notice, lower));
        let at = lower.field("covers");
        let covers = covers.map(|written| lower.references(&at, written, Takes::Reference(&COVERED)));
        let at = lower.field("paid_by");
        let paid_by = lower.holder(&at, paid_by);
        let at = lower.field("share");
        let share = share.into_iter().filter_map(|(project, part)| Some((lower.id_of_key(&at, &project)?, part)));
        Self {
            id,
            common: common.into(),
            covers,
            cost,
            renews_on,
            auto_renew,
            notice,
            paid_by,
            method,
            method_expires_on,
            share: share.collect(),
        }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let Self {
            id: _,
            common,
            covers,
            cost,
            renews_on,
            auto_renew,
            notice,
            paid_by,
            method,
            method_expires_on,
            share,
        } = self;
        let own = Facts::default()
            .add("covers", covers)
            .add("cost", cost)
            .add("renews_on", renews_on)
            .add("auto_renew", auto_renew)
            .add("notice", notice)
            .add("paid_by", paid_by)
            .add("method", method)
            .add("method_expires_on", method_expires_on)
            .add("share", share);
        common.around(own)
    }
}

/// A notice that somebody could give; one that is longer than any contract runs is a slip of the pen, and would have its last day in another
/// century, or in no calendar.
fn sound_notice(notice: Duration, lower: &mut Lower<'_>) -> Stated<Duration> {
    const MOST_YEARS: u32 = 10;
    if notice <= Duration::new(MOST_YEARS, Unit::Years) {
        return Stated::Known(notice);
    }
    let place = lower.yaml.place(&lower.field("notice"));
    let message = message!("schema-bad-value", field = "notice", value = notice.to_string());
    let help = message!("schema-bad-value.help-notice", most = u64::from(MOST_YEARS));
    lower.diagnostics.push(Diagnostic::at(&BAD_VALUE, place, message).help(help));
    Stated::Unknown
}

impl ToValue for Cost {
    fn to_value(&self) -> Option<Value> {
        let Self { amount, every } = self;
        Facts::default().add("amount", amount).add("every", every).group()
    }
}

impl ToValue for BTreeMap<ProjectId, Percent> {
    fn to_value(&self) -> Option<Value> {
        let part = |(project, part)| Facts::default().add("ref", project).add("percent", part).group();
        let parts: Vec<Value> = self.iter().filter_map(part).collect();
        (!parts.is_empty()).then_some(Value::List(parts))
    }
}
