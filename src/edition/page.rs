//! A page as an audience may see it.
//!
//! What it includes is put in before anything is taken out: a passage may begin in one file and end in another, and lines are counted in the
//! whole file. What is hidden in any of the files is hidden wherever it is put in, and so is what marks in the joined text enclose.

use std::collections::BTreeMap;

use crate::knowledge::KnowledgeBase;
use crate::knowledge::link::{self, Target};
use crate::markdown::include::{self, Expanded};
use crate::markdown::{Document, LinkKind, LinkUse, parse};
use crate::runbook::{Runbook, front_matter};
use crate::scalar::Audience;
use crate::source::{FileId, Place, Snapshot, SourceFile, Span};

use super::passage::{self, Passage};
use super::withheld::Withheld;

/// Stands for words that name what an audience may not see.
pub(super) const UNSAID: &str = "…";

/// Reduces pages.
pub(super) struct Pages<'a> {
    pub(super) whole: &'a KnowledgeBase,
    pub(super) snapshot: &'a Snapshot,
    pub(super) audience: Audience,
    /// The files that are for a narrower audience as a whole.
    pub(super) closed: &'a BTreeMap<FileId, Audience>,
    /// What is hidden in the others.
    pub(super) hidden: &'a BTreeMap<FileId, Vec<Passage>>,
}

impl Pages<'_> {
    /// Returns the text of a page with what it includes and without what the audience may not see; nothing where its head cannot be read
    /// and holds something of the kind.
    pub(super) fn reduce(&self, page: &Runbook, file: &SourceFile, withheld: &mut Withheld) -> Option<String> {
        let head = &file.text[..page.body_offset];
        let mut reduced = match head.contains("<!--") {
            false => head.to_owned(),
            true => {
                let mut values = front_matter::rewritable(&file.text)?;
                passage::cut_values(file, &mut values, self.audience, withheld);
                format!("---\n{values}\n---\n")
            }
        };
        // Most pages include nothing.
        let own = Place { file: file.id, span: Span::new(page.body_offset..file.text.len()) };
        if page.document.text.pieces().all(|(_, place)| place == own) {
            reduced += &self.cut(page, &page.document, &self.passages(&page.document), withheld);
            return Some(reduced);
        }
        let Expanded { text, title } =
            include::expand_without(file, page.body_offset, self.snapshot, &|file| self.closed.contains_key(&file))
                .value;
        let document = parse(text).value;
        let passages = self.passages(&document);
        if let Some(title) = title.filter(|title| !lies_in(&passages, title.at)) {
            reduced += &format!("{{{{#title {}}}}}", title.words);
        }
        reduced += &include::literal(&self.cut(page, &document, &passages, withheld));
        Some(reduced)
    }

    /// Returns what is hidden in a text, in order, without overlaps.
    fn passages(&self, document: &Document) -> Vec<Passage> {
        let length = document.text.as_str().len();
        let mut passages = passage::hidden(&document.audience_marks, length, self.audience);
        for (piece, place) in document.text.pieces() {
            let source = place.span.range();
            for (hidden, of) in self.hidden.get(&place.file).into_iter().flatten() {
                let (start, end) = (hidden.start.max(source.start), hidden.end.min(source.end));
                if start < end {
                    passages.push((piece.start + start - source.start..piece.start + end - source.start, *of));
                }
            }
        }
        passages.sort_by_key(|(range, _)| range.start);
        let mut joined: Vec<Passage> = Vec::new();
        for (range, of) in passages {
            match joined.last_mut() {
                Some((last, of_last)) if range.start <= last.end => {
                    last.end = last.end.max(range.end);
                    *of_last = of.max(*of_last);
                }
                _ => joined.push((range, of)),
            }
        }
        joined
    }

    /// Returns the text without the passages, and without words that name what is closed.
    fn cut(&self, page: &Runbook, document: &Document, passages: &[Passage], withheld: &mut Withheld) -> String {
        let text = document.text.as_str();
        let mut cuts: Vec<(std::ops::Range<usize>, &str)> = document
            .links
            .iter()
            .filter(|link| self.is_unsaid(page, link, text))
            .map(|link| (link.span.range(), UNSAID))
            .collect();
        for (passage, of) in passages {
            let passage = passage::whole_lines(text, passage.clone());
            withheld.passage(&document.text, passage.clone(), *of);
            cuts.push((passage, ""));
        }
        passage::without(text, cuts)
    }

    /// Whether a link has no words but the name of something that is closed, whoever wrote them.
    fn is_unsaid(&self, page: &Runbook, used: &LinkUse, text: &str) -> bool {
        let is_wiki = used.kind == LinkKind::Wiki || used.span.text(text).starts_with("![[");
        if !is_wiki {
            return false;
        }
        let wiki = LinkUse { kind: LinkKind::Wiki, ..used.clone() };
        let Ok(Target::Runbook(id, anchor)) = link::resolve(self.whole, self.snapshot, page, &wiki) else {
            return false;
        };
        let Some(target) = self.whole.runbooks.get(&id) else { return false };
        self.closed.contains_key(&target.file) || anchor.is_some_and(|anchor| self.is_hidden_heading(target, &anchor))
    }

    fn is_hidden_heading(&self, page: &Runbook, id: &str) -> bool {
        let heading = page.document.headings.iter().find(|heading| heading.id == id);
        heading.is_some_and(|heading| lies_in(&self.passages(&page.document), heading.span.range().start))
    }
}

fn lies_in(passages: &[Passage], at: usize) -> bool {
    passages.iter().any(|(range, _)| range.contains(&at))
}
