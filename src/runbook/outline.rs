//! The structure of a runbook: its sections by role, and its steps.

use crate::markdown::html::{Mark, Marks};
use crate::markdown::{Document, ListItem, Taken, sentence_end, slug};
use crate::source::Span;

use super::section::{LineRole, SectionRole, Vocabulary};

/// A section whose heading tells what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is for.
    pub role: SectionRole,
    /// Which of the document's headings opens it.
    pub heading: usize,
    /// From its heading to the next one that is not below it.
    pub span: Span,
}

/// A step: an item that is done, and seen to have worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id, unique in the page: the author's `{#id}`, else the slug of its first six words. Never its number, which
    /// changes when a step is put before it.
    pub id: String,
    /// The number that is shown before it.
    pub number: u64,
    /// What to do: its first sentence. Facts of the inventory in it are still expressions.
    pub action: String,
    /// Whether it does harm when it is left out or done wrong.
    pub killer: bool,
    /// Which of the document's code blocks stand in it.
    pub code_blocks: std::ops::Range<usize>,
    /// What is to be seen when it worked.
    pub expected: Vec<Passage>,
    /// What to do when that is not to be seen.
    pub otherwise: Vec<Passage>,
    /// Which of the document's links lead from there to another place of this page.
    pub branches: Vec<usize>,
    /// The section it stands in.
    pub role: SectionRole,
    /// The whole item in the text.
    pub span: Span,
}

/// A labelled line in a step, and the lines that go on after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Label included.
    pub span: Span,
    /// Where the label ends in the text; at its start when it is not plain text.
    pub label_end: u32,
}

/// The structure of a runbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Its sections with a role, in order.
    pub sections: Vec<Section>,
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

impl Outline {
    /// Reads the structure of a document.
    #[must_use]
    pub fn read(document: &Document, vocabulary: &Vocabulary) -> Self {
        let sections = sections(document, vocabulary);
        let mut steps: Vec<Step> = Vec::new();
        let mut ahead = sections.iter().peekable();
        // The sections that hold the item, outermost first; the innermost decides.
        let mut open: Vec<&Section> = Vec::new();
        for item in &document.items {
            while let Some(section) = ahead.next_if(|section| section.span.start <= item.span.start) {
                open.push(section);
            }
            while open.pop_if(|section| section.span.end <= item.span.start).is_some() {}
            let holding = open.last();
            if let Some(role) = holding.map(|section| section.role).filter(|role| role.has_steps()) {
                steps.push(step(document, item, role, vocabulary));
            }
        }
        if !steps.is_empty() {
            let mut taken = Taken::new(document.ids().clone());
            for step in steps.iter_mut().filter(|step| step.id.is_empty()) {
                let words: Vec<&str> = step.action.split_whitespace().take(6).collect();
                step.id = taken.take(&slug(&words.join(" ")), "step");
            }
        }
        Self { sections, steps }
    }

    /// Gives the steps the ids that the same steps have in the text of which this is a translation, when the two are built alike;
    /// else, ids that none of the headings has, which may be called otherwise by now.
    pub(super) fn call_steps_as(&mut self, original: &Self, document: &mut Document) {
        let own: Vec<String> = self.steps.iter().map(|step| step.id.clone()).collect();
        let originals: Vec<&str> = original.steps.iter().map(|step| step.id.as_str()).collect();
        let are_alike = own.len() == originals.len();
        let wanted = if are_alike { originals } else { own.iter().map(String::as_str).collect() };
        let mut steps: Vec<_> = self.steps.iter_mut().map(|step| &mut step.id).zip(wanted).collect();
        document.call_steps(&mut steps);
    }

    /// Returns the first section with a role.
    #[must_use]
    pub fn section(&self, role: SectionRole) -> Option<&Section> {
        self.sections.iter().find(|section| section.role == role)
    }

    /// Returns what rendering has to know.
    #[must_use]
    pub fn marks(&self) -> Marks {
        let marks = self.steps.iter().flat_map(|step| {
            let item = (step.span.start, Mark::Step { id: step.id.clone(), killer: step.killer });
            let expected = step.expected.iter().map(|line| (line.span.start, Mark::Expected(line.label_end)));
            let otherwise = step.otherwise.iter().map(|line| (line.span.start, Mark::Otherwise(line.label_end)));
            std::iter::once(item).chain(expected).chain(otherwise)
        });
        let sections = self.sections.iter().map(|section| {
            let Span { start, end } = section.span;
            (start, Mark::Section { class: section.role.name(), end })
        });
        Marks::new(marks.chain(sections).collect())
    }
}

fn sections(document: &Document, vocabulary: &Vocabulary) -> Vec<Section> {
    let end = Span::new(0..document.text.as_str().len()).end;
    let mut sections: Vec<Section> = Vec::new();
    // The sections that are open, by level; at most six.
    let mut open: Vec<(u8, usize)> = Vec::new();
    for (index, heading) in document.headings.iter().enumerate() {
        while let Some((_, section)) = open.pop_if(|(level, _)| *level >= heading.level) {
            sections[section].span.end = heading.span.start;
        }
        // The title names the page, not a section: "Vérifier les sauvegardes" is a task.
        let is_title = index == 0 && heading.level == 1;
        if let Some(role) = vocabulary.role(&heading.text).filter(|_| !is_title) {
            open.push((heading.level, sections.len()));
            sections.push(Section { role, heading: index, span: Span { start: heading.span.start, end } });
        }
    }
    sections
}

fn step(document: &Document, item: &ListItem, role: SectionRole, vocabulary: &Vocabulary) -> Step {
    let text = document.text.as_str();
    let (mut expected, mut otherwise): (Vec<Passage>, Vec<Passage>) = (Vec::new(), Vec::new());
    let mut last: Option<LineRole> = None;
    let mut previous_end = item.span.start;
    for line in &item.lines {
        let goes_on = !text[previous_end as usize..line.start as usize].trim_matches([' ', '\t']).contains("\n\n");
        previous_end = line.end;
        let written = line.text(text);
        let role = vocabulary.line_role(written);
        let list = match role.map(|(role, _)| role).or(last.filter(|_| goes_on)) {
            Some(LineRole::Expected) => &mut expected,
            Some(LineRole::Otherwise) => &mut otherwise,
            None => {
                last = None;
                continue;
            }
        };
        match (role, list.last_mut()) {
            (Some((role, label)), _) => {
                let is_plain = written.starts_with(char::is_alphanumeric);
                let label_end = if is_plain { line.start + Span::new(0..label).end } else { line.start };
                list.push(Passage { span: *line, label_end });
                last = Some(role);
            }
            (None, Some(passage)) => passage.span.end = line.end,
            (None, None) => {}
        }
    }
    let leads_on = |index: &usize| {
        let link = &document.links[*index];
        let within = |passage: &Passage| passage.span.start <= link.span.start && link.span.start < passage.span.end;
        link.target.starts_with('#') && otherwise.iter().any(within)
    };
    Step {
        id: item.id.clone().unwrap_or_default(),
        number: item.number,
        action: action(&item.text, vocabulary),
        killer: item.killer,
        code_blocks: item.code_blocks.clone(),
        branches: item.links.clone().filter(leads_on).collect(),
        expected,
        otherwise,
        role,
        span: item.span,
    }
}

/// Returns the first sentence of an item, before the first labelled line.
fn action(text: &str, vocabulary: &Vocabulary) -> String {
    let lines = text.lines().enumerate();
    let lines = lines.take_while(|(number, line)| *number == 0 || vocabulary.line_role(line).is_none());
    let paragraph = lines.map(|(_, line)| line.trim()).collect::<Vec<_>>().join(" ");
    let end = sentence_end(&paragraph).unwrap_or(paragraph.len());
    paragraph[..end].trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Text, parse};
    use crate::source::Snapshot;
    use crate::words::Language;

    fn read(body: &str) -> (Document, Outline) {
        let snapshot = Snapshot::from_archive(&format!("-- a.md --\n{body}"));
        let document = parse(Text::of_file(&snapshot.files()[0], 0)).value;
        let outline = Outline::read(&document, &Vocabulary::load(&Language::FRENCH));
        (document, outline)
    }

    const PAGE: &str = "\
# Aucun courriel ne part

## Étapes

1. Couper les lettres d'information. Elles attendront. {#lettres .killer}
2. Lire la cause du blocage dans la file d'attente

   ```sh on=host:mx1 effect=reads
   postqueue -p
   ```

   Attendu : une ligne « Connection timed out ».

   Sinon : « relay access denied » → [rétablir](#lettres),
   ou rien → [appeler](person:admin).
3. Serré
   Attendu : rien
   **Sinon :** tout

### Vérifier

1. Ceci n'est pas une étape.

## Ensuite

1. Ni cela.
";

    #[test]
    fn steps_are_the_items_of_step_sections() {
        let (document, outline) = read(PAGE);
        let text = |passages: &[Passage]| -> Vec<String> {
            passages.iter().map(|passage| passage.span.text(document.text.as_str()).to_owned()).collect()
        };
        let ids: Vec<&str> = outline.steps.iter().map(|step| step.id.as_str()).collect();
        assert_eq!(ids, ["lettres", "lire-la-cause-du-blocage-dans", "serre"]);
        let [letters, cause, tight] = &outline.steps[..] else { panic!("three steps") };
        assert_eq!((letters.action.as_str(), letters.killer), ("Couper les lettres d'information.", true));
        assert_eq!(cause.action, "Lire la cause du blocage dans la file d'attente");
        assert_eq!(cause.code_blocks, 0..1);
        assert_eq!(text(&cause.expected), ["Attendu : une ligne « Connection timed out »."]);
        assert_eq!(
            text(&cause.otherwise),
            ["Sinon : « relay access denied » → [rétablir](#lettres),\n   ou rien → [appeler](person:admin)."]
        );
        let branches: Vec<&str> = cause.branches.iter().map(|link| document.links[*link].target.as_str()).collect();
        assert_eq!(branches, ["#lettres"]);
        assert_eq!(tight.action, "Serré");
        assert_eq!(
            (text(&tight.expected), text(&tight.otherwise)),
            (vec!["Attendu : rien".to_owned()], vec!["**Sinon :** tout".to_owned()])
        );
    }

    #[test]
    fn step_ids_are_told_apart_from_headings_and_each_other() {
        let (_, outline) = read("## Steps\n\n1. Wait\n2. Wait\n3. 等\n\n## Wait\n");
        let ids: Vec<&str> = outline.steps.iter().map(|step| step.id.as_str()).collect();
        assert_eq!(ids, ["wait-2", "wait-3", "step"]);
    }

    #[test]
    fn a_link_without_words_gives_the_action_the_name_of_what_it_leads_to() {
        let (_, outline) = read("## Steps\n\n1. Appeler [](person:awa).\n2. Lire [la page](a.md) ou [](a.md).\n");
        let actions: Vec<&str> = outline.steps.iter().map(|step| step.action.as_str()).collect();
        assert_eq!(actions, ["Appeler {{person:awa.name}}.", "Lire la page ou ."]);
    }

    #[test]
    fn the_title_is_no_section() {
        let (_, outline) = read("# Vérifier les sauvegardes\n\n1. a\n\n## Notes\n\n1. b\n");
        assert_eq!(outline, Outline::default());
    }
}
