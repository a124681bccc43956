//! The languages that people read and speak, by their names.

use crate::catalog::fact::Value;
use crate::output::site::here::Here;
use crate::output::site::value::ValueView;

/// Shows tags of languages (BCP 47) as what the languages are called; a tag that has no name here stays as it is.
pub(super) fn spoken(here: &Here<'_>, languages: &Value) -> ValueView {
    let Value::List(languages) = languages else { return ValueView::new(here, languages) };
    let name = |language: &Value| {
        let tag = here.kb().say(language, here.words());
        here.words().find(&format!("language-{}", tag.to_ascii_lowercase())).unwrap_or(tag)
    };
    ValueView::text(languages.iter().map(name).collect::<Vec<_>>().join(", "))
}
