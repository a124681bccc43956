//! The first lines of a part of a text, as words.

use pulldown_cmark::{Tag, TagEnd};

use crate::source::Span;

use super::Document;
use super::sentence::sentence_end;
use super::stream::{Node, Stream};

/// Returns the first sentences of the first `most` paragraphs and items of a part of a document, without markup.
///
/// Facts of the inventory in them are still expressions. Reads the document once more.
#[must_use]
pub fn first_lines(document: &Document, part: Span, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // The words of the paragraph that is open, and how many blocks are open whose words are no prose.
    let (mut open, mut aside): (Option<String>, usize) = (None, 0);
    let mut undefined = Vec::new();
    for (node, range) in Stream::new(document.text.as_str(), &mut undefined) {
        if range.start >= part.end as usize || lines.len() >= most {
            break;
        }
        match node {
            Node::Start(Tag::CodeBlock(_) | Tag::Table(_) | Tag::Heading { .. } | Tag::FootnoteDefinition(_)) => {
                aside += 1;
            }
            Node::End(TagEnd::CodeBlock | TagEnd::Table | TagEnd::Heading(_) | TagEnd::FootnoteDefinition) => {
                aside = aside.saturating_sub(1);
            }
            Node::Start(Tag::Paragraph) | Node::StartTight if aside == 0 && range.start >= part.start as usize => {
                open = Some(String::new());
            }
            Node::End(TagEnd::Paragraph) | Node::EndTight => {
                let words = open.take().unwrap_or_default();
                let end = sentence_end(&words).unwrap_or(words.len());
                lines.extend(Some(words[..end].trim().to_owned()).filter(|line| !line.is_empty()));
            }
            Node::Text(run) => push(&mut open, &run.text),
            Node::Code(code) => push(&mut open, &code),
            Node::SoftBreak | Node::HardBreak => push(&mut open, " "),
            _ => {}
        }
    }
    lines
}

fn push(open: &mut Option<String>, words: &str) {
    if let Some(open) = open {
        open.push_str(words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Text, parse};
    use crate::source::Snapshot;

    #[test]
    fn the_first_sentences_of_paragraphs_and_items_are_lines() {
        let body = "Before.\n\n## Part\n\n- A [link](b.md) and `code`. More.\n- B\n\n  ```\n  code\n  ```\n\n| t |\n|--|\n\nLast\nline\n";
        let snapshot = Snapshot::from_archive(&format!("-- a.md --\n{body}"));
        let document = parse(Text::of_file(&snapshot.files()[0], 0)).value;
        let part = Span::new(body.find("##").unwrap()..body.len());
        assert_eq!(first_lines(&document, part, 9), ["A link and code.", "B", "Last line"]);
        assert_eq!(first_lines(&document, part, 1), ["A link and code."]);
    }
}
