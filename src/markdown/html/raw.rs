//! Raw HTML of authors: each tag is read, and written anew with what we know to be harmless.
//!
//! Tags that authors leave open are closed where the element of ours that holds them ends, and closing tags without an opening
//! one are dropped, so that no page can break out of its place.

use std::collections::BTreeSet;

use crate::config::RawHtml;
use crate::markdown::inline::code_tokens;
use crate::markdown::parse::raw_link_use;
use crate::markdown::raw_html::{Piece, Tag, pieces};
use crate::markdown::slug::is_id;
use crate::source::Span;

use super::address::is_safe;
use super::escape::{attribute, escape_brackets};
use super::sanitise::authors_tags;
use super::write::Writer;
use super::{Document, ResolvedLink};

/// Elements without an end.
const VOID: [&str; 4] = ["br", "col", "hr", "img"];

/// How deep the elements of authors may be nested; deeper ones are dropped, and their words kept.
const MAX_DEPTH: usize = 64;

/// Attributes that are written as they are, whatever the element; the sanitiser decides which element may have them.
const KEPT: [&str; 13] = [
    "alt", "colspan", "datetime", "dir", "height", "lang", "open", "rowspan", "scope", "span", "start", "title",
    "width",
];

/// The elements of authors that are open.
#[derive(Default)]
pub(super) struct OpenTags {
    names: Vec<String>,
    /// How many were open when each element of ours that is open started.
    bounds: Vec<usize>,
    /// The ids of headings and items, and of the anchors written so far.
    ids: BTreeSet<String>,
}

impl OpenTags {
    pub(super) fn new(document: &Document) -> Self {
        let mut open = Self::default();
        if document.has_raw_html {
            open.ids.extend(document.headings.iter().map(|heading| heading.id.clone()));
            open.ids.extend(document.items.iter().filter_map(|item| item.id.clone()));
        }
        open
    }

    /// An element of ours starts.
    pub(super) fn enter(&mut self) {
        self.bounds.push(self.names.len());
    }

    /// An element of ours ends: closes what authors left open in it.
    pub(super) fn leave(&mut self, html: &mut String) {
        let bound = self.bounds.pop().unwrap_or_default();
        self.close_to(bound, html);
    }

    /// Returns how many elements of ours are open.
    pub(super) fn depth(&self) -> usize {
        self.bounds.len()
    }

    /// Whether this many elements of ours are open, and none of authors inside them.
    pub(super) fn is_at(&self, depth: usize) -> bool {
        self.bounds.len() == depth && self.names.len() == self.bounds.last().copied().unwrap_or_default()
    }

    fn close_to(&mut self, bound: usize, html: &mut String) {
        for name in self.names.drain(bound.min(self.names.len())..).rev() {
            html.push_str("</");
            html.push_str(&name);
            html.push('>');
        }
    }

    fn close(&mut self, name: &str, html: &mut String) {
        let bound = self.bounds.last().copied().unwrap_or_default();
        // A dead `<a>` was written as a `<span>`.
        let is_it = |open: &String| open == name || name == "a" && open == "span";
        if let Some(at) = self.names[bound..].iter().rposition(is_it) {
            self.close_to(bound + at, html);
        }
    }
}

impl Writer<'_> {
    pub(super) fn raw_html(&mut self, html: &str) {
        for (piece, _) in pieces(html) {
            match piece {
                Piece::Comment(_) => {}
                Piece::Text(text) => {
                    for (token, _) in code_tokens(text) {
                        self.token(token, &mut |html, text| escape_brackets(html, text));
                    }
                }
                Piece::Close(name) => self.open_tags.close(&name, &mut self.html),
                Piece::Open(tag) => self.open_tag(&tag),
            }
        }
    }

    fn open_tag(&mut self, tag: &Tag<'_>) {
        let name = tag.name.as_str();
        let is_known = authors_tags().any(|known| known == name);
        if self.options.raw_html == RawHtml::Off || !is_known || self.open_tags.names.len() >= MAX_DEPTH {
            return;
        }
        let mut attributes = String::new();
        let mut written = name;
        if let Some(link) = raw_link_use(tag, Span::default()) {
            match self.options.resolver.link(&link) {
                ResolvedLink::Internal { href }
                | ResolvedLink::Step { href, .. }
                | ResolvedLink::Entity { href, .. }
                | ResolvedLink::External { href }
                    if is_safe(&href) =>
                {
                    attribute(&mut attributes, if name == "img" { "src" } else { "href" }, &href);
                    let (key, value) = if name == "img" { ("loading", "lazy") } else { ("rel", "noreferrer") };
                    attribute(&mut attributes, key, value);
                }
                ResolvedLink::Withheld { .. } => written = "span",
                ResolvedLink::Dead { why } => self.dead(&mut attributes, &mut written, &why),
                _ => self.dead(&mut attributes, &mut written, &link.target),
            }
        }
        for (key, _) in &tag.attributes {
            if KEPT.contains(&key.as_str()) && !attributes.contains(&format!(" {key}=\"")) {
                attribute(&mut attributes, key, &tag.value(key).unwrap_or_default());
            }
        }
        let anchor = tag.value("id").or_else(|| tag.value("name").filter(|_| name == "a"));
        if let Some(id) = anchor.filter(|id| is_id(id) && self.open_tags.ids.insert(id.clone())) {
            attribute(&mut attributes, "id", &id);
        }
        self.html.push('<');
        self.html.push_str(written);
        self.html.push_str(&attributes);
        self.html.push('>');
        if written != name && name == "img" {
            // What the image would have shown.
            let alt = tag.value("alt").unwrap_or_default();
            self.text(&alt);
            self.html.push_str("</span>");
        } else if !VOID.contains(&name) {
            self.open_tags.names.push(written.to_owned());
        }
    }

    /// Makes a tag that would lead nowhere a mark that says so.
    fn dead(&self, attributes: &mut String, written: &mut &str, why: &str) {
        *written = "span";
        attribute(attributes, "class", "dead-link");
        attribute(attributes, "title", why);
    }
}
