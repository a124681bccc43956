//! Images. Drawings in SVG come only this way: an image runs no script.

use crate::markdown::LinkUse;

use super::ResolvedLink;
use super::address::is_safe;
use super::escape::{attribute, escape_text};
use super::write::Writer;

/// An image whose words are being read.
pub(super) struct OpenImage {
    link: Option<LinkUse>,
    title: String,
    /// Its words, without markup.
    alt: String,
    /// How many images stand in it: their words are its words.
    nested: usize,
}

impl Writer<'_> {
    pub(super) fn image_starts(&mut self, link: Option<LinkUse>, title: &str) {
        match &mut self.image {
            Some(image) => image.nested += 1,
            None => self.image = Some(OpenImage { link, title: title.to_owned(), alt: String::new(), nested: 0 }),
        }
    }

    /// Takes words for the image that is open; false when none is.
    pub(super) fn image_words(&mut self, words: &str) -> bool {
        let image = self.image.as_mut();
        image.map(|image| image.alt.push_str(words)).is_some()
    }

    pub(super) fn image_ends(&mut self) {
        match self.image.as_mut() {
            Some(image) if image.nested > 0 => image.nested -= 1,
            _ => {
                if let Some(image) = self.image.take() {
                    self.image(&image);
                }
            }
        }
    }

    fn image(&mut self, image: &OpenImage) {
        let Some(link) = &image.link else { return };
        let why = match self.options.resolver.link(link) {
            ResolvedLink::Internal { href } | ResolvedLink::Entity { href, .. } | ResolvedLink::External { href }
                if is_safe(&href) =>
            {
                self.html.push_str("<img");
                attribute(&mut self.html, "src", &href);
                attribute(&mut self.html, "alt", &image.alt);
                if !image.title.is_empty() {
                    attribute(&mut self.html, "title", &image.title);
                }
                self.html.push_str(" loading=\"lazy\">");
                return;
            }
            ResolvedLink::Withheld { instead } => {
                let shown = if image.alt.is_empty() { &instead } else { &image.alt };
                escape_text(&mut self.html, shown);
                return;
            }
            ResolvedLink::Dead { why } => why,
            _ => link.target.clone(),
        };
        self.html.push_str("<span class=\"dead-link\"");
        attribute(&mut self.html, "title", &why);
        self.html.push('>');
        let shown = if image.alt.is_empty() { &link.target } else { &image.alt };
        escape_text(&mut self.html, shown);
        self.html.push_str("</span>");
    }
}
