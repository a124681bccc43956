//! Links.

use crate::markdown::{LinkKind, LinkUse};

use super::ResolvedLink;
use super::address::is_safe;
use super::escape::{attribute, escape_text};
use super::write::Writer;

/// An open link: how it ends, and what it shows when its author gave no words.
pub(super) struct OpenLink {
    end: &'static str,
    words: Option<String>,
    /// Which step it leads to, in words: a reader of paper cannot follow a link.
    place: String,
    /// Where its words start.
    start: usize,
}

impl Writer<'_> {
    pub(super) fn link(&mut self, link: &LinkUse, title: &str) {
        if self.image.is_some() {
            return;
        }
        let resolved = self.options.resolver.link(link);
        let (end, words) = match resolved {
            ResolvedLink::Internal { ref href } if is_safe(href) => {
                self.open_link(href, "", title);
                ("</a>", None)
            }
            ResolvedLink::Step { ref href, place } if is_safe(href) => {
                self.open_link(href, "", title);
                self.links.push(OpenLink {
                    end: "</a>",
                    words: Some(link.target.clone()),
                    place,
                    start: self.html.len(),
                });
                return;
            }
            ResolvedLink::Entity { ref href, ref name } if is_safe(href) => {
                self.open_link(href, " class=\"entity\"", title);
                ("</a>", Some(name.clone()))
            }
            ResolvedLink::External { ref href } if is_safe(href) => {
                self.open_link(href, " class=\"external\" rel=\"noreferrer\"", title);
                ("</a>", None)
            }
            ResolvedLink::Withheld { ref instead } => ("", Some(instead.clone())),
            resolved => {
                let why = if let ResolvedLink::Dead { why } = resolved { why } else { String::new() };
                self.html.push_str("<span class=\"dead-link\"");
                attribute(&mut self.html, "title", if why.is_empty() { &link.target } else { &why });
                self.html.push('>');
                ("</span>", None)
            }
        };
        // A link without words shows where it leads.
        let words = words.or_else(|| (link.kind != LinkKind::Image).then(|| link.target.clone()));
        self.links.push(OpenLink { end, words, place: String::new(), start: self.html.len() });
    }

    fn open_link(&mut self, href: &str, attributes: &str, title: &str) {
        self.html.push_str("<a");
        attribute(&mut self.html, "href", href);
        self.html.push_str(attributes);
        if !title.is_empty() {
            attribute(&mut self.html, "title", title);
        }
        self.html.push('>');
    }

    pub(super) fn end_link(&mut self) {
        if self.image.is_some() {
            return;
        }
        let Some(link) = self.links.pop() else { return };
        if self.html.len() == link.start
            && let Some(words) = &link.words
        {
            escape_text(&mut self.html, words);
        }
        if !link.place.is_empty() && !self.html[link.start..].contains(&link.place) {
            self.html.push(' ');
            if self.is_foreign() {
                self.html.push_str("<span");
                self.ours();
                self.html.push('>');
            }
            self.html.push('(');
            escape_text(&mut self.html, &link.place);
            self.html.push(')');
            if self.is_foreign() {
                self.html.push_str("</span>");
            }
        }
        self.html.push_str(link.end);
    }
}
