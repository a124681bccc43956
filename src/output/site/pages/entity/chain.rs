//! Where a service stands: what it needs, itself, what needs it.

use serde::Serialize;

use crate::catalog::Entity;
use crate::names::{EntityRef, Kind};
use crate::output::site::body::Html;
use crate::output::site::here::{Here, Link};
use crate::output::site::map::{self, Layer};

/// The neighbours of a service, both ways.
#[derive(Debug, Serialize)]
pub(super) struct Chain {
    /// What it stands on and depends on.
    needs: Vec<Link>,
    /// What depends on it.
    needed_by: Vec<Link>,
    /// The same as a drawing; nothing of so many that a drawing tells nothing.
    map: Option<Html>,
}

impl Chain {
    /// Returns the neighbours of a service; nothing for other things, and for a service that stands alone.
    pub(super) fn of(here: &Here<'_>, entity: &Entity) -> Option<Self> {
        // To others it would say that a service needs nothing.
        if entity.reference.kind() != Kind::Service || !here.is_whole() {
            return None;
        }
        let mut needs: Vec<&EntityRef> = Vec::new();
        for fact in entity.facts.iter().filter(|fact| matches!(fact.name, "runs_on" | "depends_on")) {
            fact.value.references(&mut |reference| needs.extend((!needs.contains(&reference)).then_some(reference)));
        }
        let needed_by = here.kb().referring(&entity.reference, "depends_on");
        let needed_by: Vec<Link> = needed_by.filter_map(|service| here.link_to(service)).collect();
        let needs: Vec<Link> = needs.into_iter().filter_map(|reference| here.link_to(reference)).collect();
        let layer = |nodes: &[Link], is_here| Layer { nodes: nodes.to_vec(), is_here };
        let here_layer = Layer { nodes: here.link_to(&entity.reference).into_iter().collect(), is_here: true };
        let layers = [layer(&needs, false), here_layer, layer(&needed_by, false)];
        let map = map::draw(&layers, &here.words().word("entity-map"));
        (!needs.is_empty() || !needed_by.is_empty()).then_some(Self { needs, needed_by, map })
    }
}
