//! A hit as it is shown: what the page is, where, and why it answers.

use super::answer::{Answer, Hit};
use super::document::Group;
use super::shelf::{Damage, Index};
use super::snippet::{Span, Wanted, beginning, sign, snippet};

/// A page that answers, with what is stored of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The title of the page.
    pub title: String,
    /// The heading of the section that says it best; nothing for the page itself.
    pub heading: Option<String>,
    /// Where it is below the folder of the site, in the tree of the reader where that shows it.
    pub address: String,
    /// The language of the text.
    pub language: String,
    /// The group it is shown in.
    pub group: Group,
    /// The message that says what it is.
    pub kind: String,
    /// The message that says whether it was ever proven.
    pub proof: Option<String>,
    /// The part of its text that was found.
    pub snippet: Vec<Span>,
}

impl Index<'_> {
    /// Returns what is shown of a hit to a reader of a language.
    ///
    /// # Errors
    /// When the texts are missing or damaged.
    pub fn found(&self, answer: &Answer, hit: &Hit, reader: &str) -> Result<Found, Damage> {
        let stored = self.stored(hit.page)?;
        let (anchor, heading, _) = stored.s.get(hit.section).cloned().unwrap_or_default();
        let entry = self.pages[hit.page];
        let tree = self.manifest.languages.iter().position(|language| language == reader).unwrap_or_default();
        let own = stored.a.get(tree).cloned().flatten();
        let mut address = own.or_else(|| stored.a.iter().flatten().next().cloned()).unwrap_or_default();
        if !anchor.is_empty() {
            address = format!("{address}#{anchor}");
        }
        let wanted = Wanted { forms: &answer.forms, beginnings: &answer.beginnings };
        // Of a page as a whole, a sign by which it is known says more than its text, and its text says more than none.
        let signs: &[String] = if hit.section == 0 { &stored.n } else { &[] };
        let sections = stored.s.iter().skip(hit.section).take(if hit.section == 0 { usize::MAX } else { 1 });
        let texts = || sections.clone().map(|(_, _, text)| text);
        let found = sign(signs, &wanted).or_else(|| texts().find_map(|text| snippet(text, &wanted)));
        let snippet = found.or_else(|| texts().find(|text| !text.is_empty()).map(|text| beginning(text)));
        Ok(Found {
            title: stored.t,
            heading: Some(heading).filter(|heading| !heading.is_empty()),
            address,
            language: self.languages[entry.language].clone(),
            group: entry.group,
            kind: self.manifest.kinds.get(stored.k).cloned().unwrap_or_default(),
            proof: stored.p.checked_sub(1).and_then(|proof| self.manifest.proofs.get(proof).cloned()),
            snippet: snippet.unwrap_or_default(),
        })
    }
}
