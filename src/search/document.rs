//! What is searched: pages of sections. Where they come from is nobody's business here.

use crate::words::Language;

/// The groups that answers are shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Something is broken, and this page helps.
    Incidents,
    /// What runs: services, hosts, domains, backups, whom they are rented from.
    Services,
    /// How to do something.
    Procedures,
    /// Who can be asked.
    People,
    /// What is written down besides.
    Reference,
}

impl Group {
    /// All groups, in the order of their numbers in an index.
    pub const ALL: [Self; 5] = [Self::Incidents, Self::Services, Self::Procedures, Self::People, Self::Reference];

    /// Returns the word by which filters and machines name it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Incidents => "incidents",
            Self::Services => "services",
            Self::Procedures => "procedures",
            Self::People => "people",
            Self::Reference => "reference",
        }
    }
}

/// A page in one language. What it shares with the same page in another is its `key`.
#[derive(Clone, Debug)]
pub struct Page {
    /// What tells it from every other page, and is the same for its translations.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Its address in the tree of each language of the site; nothing where that tree shows the page in other words.
    pub addresses: Vec<Option<String>>,
    /// The language of its text.
    pub language: Language,
    /// The group it is shown in.
    pub group: Group,
    /// The message that says what it is.
    pub kind: String,
    /// The message that says whether it was ever proven, for pages that can be.
    pub proof: Option<String>,
    /// By what it is looked for before anything else: symptoms, alerts, host names.
    pub names: Vec<String>,
    /// By what it is looked for as well, and what says nothing to a reader: ids, former and short names, tags.
    pub aliases: Vec<String>,
    /// The names of what it is about.
    pub subjects: Vec<String>,
    /// The services that it is about, for the filter.
    pub services: Vec<String>,
    /// Its sections. The first is what stands before any heading, and always there.
    pub sections: Vec<Section>,
}

/// A part of a page that a link can lead to.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// Its id in the page; empty for the page itself.
    pub anchor: String,
    /// Its heading; empty for the page itself.
    pub heading: String,
    /// Other names by which it is looked for.
    pub names: Vec<String>,
    /// Its text, piece by piece, without markup.
    pub parts: Vec<Part>,
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words.
    Prose(String),
    /// Commands, and what programs say.
    Code(String),
    /// What is shown between them, and found by nobody: the names of fields.
    Aside(String),
}

impl Part {
    /// Returns the text.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Prose(text) | Self::Code(text) | Self::Aside(text) => text,
        }
    }
}
