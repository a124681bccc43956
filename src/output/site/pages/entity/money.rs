//! What a thing costs in a year, where that takes a look at what is paid for others; and the page that tells more about money.

use crate::catalog::Entity;
use crate::catalog::fact::Value;
use crate::names::EntityRef;
use crate::output::site::here::{Here, Link};
use crate::output::site::page::Page;
use crate::output::site::value::ValueView;
use crate::scalar::Money;

use super::{GroupView, LineView};

/// The group of a sheet that is about money.
const GROUP: &str = "_money";

/// Adds what a service costs in a year to the groups of its page, in front of its contracts.
pub(super) fn add_cost(here: &Here<'_>, entity: &Entity, groups: &mut Vec<GroupView>) {
    let EntityRef::Service(id) = &entity.reference else { return };
    // What runs where is needed to tell, and told to nobody else.
    if !here.is_whole() {
        return;
    }
    let Some(sums) = here.site.ledger.services.get(id) else { return };
    let amounts = sums.iter().map(|(currency, amount)| Value::Money(Money { minor: amount.rounded(), currency }));
    let line = LineView {
        label: here.words().word("derived-service-cost"),
        derived: true,
        value: Some(ValueView::new(here, &Value::List(amounts.collect()))),
        pages: Vec::new(),
    };
    match groups.iter_mut().find(|group| group.id == GROUP) {
        Some(group) => group.lines.insert(0, line),
        None => groups.push(GroupView {
            id: GROUP.to_owned(),
            title: here.words().word("group-money"),
            lines: vec![line],
            more: more(here, "money"),
        }),
    }
}

/// Returns the page that tells more about the question of a group.
pub(super) fn more(here: &Here<'_>, group: &str) -> Option<Link> {
    (group == "money").then(|| here.link_to_page(&Page::Money)).flatten()
}
