//! The text of pages as HTML: where links lead, what facts say.

use serde::{Serialize, Serializer};

use crate::catalog::Entity;
use crate::runbook::Runbook;

use super::here::Here;

/// HTML that is put into a page as it is.
#[derive(Debug, Default)]
pub(super) struct Html(String);

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        tera::Value::safe_string(&self.0).serialize(serializer)
    }
}

/// Renders the text of a page.
pub(super) fn html(here: &Here<'_>, runbook: &Runbook) -> Html {
    let _ = (here, runbook);
    Html(String::new())
}

/// Renders the notes of an entity.
pub(super) fn notes(here: &Here<'_>, entity: &Entity) -> Html {
    let _ = (here, entity);
    Html(String::new())
}
