//! The second pair of eyes on pages with raw HTML: an HTML parser of browser grade, and a list of what may be there.
//!
//! The first is [`super::raw`], which writes anew every tag that it lets through. This one balances what is left, and would
//! catch what the first misunderstood. The list is what we write ourselves.

use std::collections::{HashMap, HashSet};

use ammonia::{Builder, UrlRelative};

use super::address::SCHEMES;

/// The elements of authors that get through.
const AUTHORS_TAGS: &str = "
    a abbr article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt em
    figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small
    span strong sub summary sup table tbody td tfoot th thead time tr u ul var
";

/// The elements that we write besides.
const OUR_TAGS: [&str; 3] = ["input", "label", "nav"];

/// Returns the elements of authors that get through.
pub(super) fn authors_tags() -> impl Iterator<Item = &'static str> {
    AUTHORS_TAGS.split_ascii_whitespace()
}

/// Attributes that any element may have.
const ATTRIBUTES: [&str; 8] = ["aria-label", "class", "dir", "id", "lang", "role", "tabindex", "title"];

/// Cleans the HTML of a text.
pub(super) fn sanitise(html: &str) -> String {
    let attributes: HashMap<&str, HashSet<&str>> = [
        ("a", &["href", "rel"][..]),
        ("col", &["span"]),
        ("colgroup", &["span"]),
        ("details", &["open"]),
        ("img", &["alt", "height", "loading", "src", "width"]),
        ("input", &["checked", "disabled", "type"]),
        ("li", &["value"]),
        ("ol", &["start"]),
        ("td", &["colspan", "rowspan"]),
        ("th", &["colspan", "rowspan", "scope"]),
        ("time", &["datetime"]),
    ]
    .into_iter()
    .map(|(tag, names)| (tag, names.iter().copied().collect()))
    .collect();
    Builder::new()
        .tags(authors_tags().chain(OUR_TAGS).collect())
        .generic_attributes(ATTRIBUTES.into_iter().collect())
        .tag_attributes(attributes)
        .url_schemes(SCHEMES.into_iter().collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .clean(html)
        .to_string()
}
