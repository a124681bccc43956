//! The projects that we host: whether we can reach them, and whether they can leave with what is theirs.

mod no_contact;
mod no_exit_route;

use crate::catalog::service::Service;
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;

pub(super) use no_contact::NO_CONTACT;
pub(super) use no_exit_route::NO_EXIT_ROUTE;

/// Returns the services in use that serve a project, by id.
fn serving<'kb>(kb: &'kb KnowledgeBase, project: &EntityRef) -> Vec<&'kb Service> {
    let service = |from: &EntityRef| match from {
        EntityRef::Service(id) => kb.catalog.services.get(id),
        _ => None,
    };
    kb.referring(project, "serves").filter_map(service).filter(|service| !service.is_retired()).collect()
}
