//! The words of a text, section by section: what a search reads.

use pulldown_cmark::{Tag, TagEnd};

use super::Document;
use super::raw_html::{Piece, decode, pieces};
use super::stream::{Node, Stream, is_inline_element};

/// A piece of a text without markup. Facts of the inventory in it are still expressions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// Running text, cells, items.
    Prose(String),
    /// A block of code.
    Code(String),
}

/// Returns the words of a document: first those before any heading, then those below each heading, in the order of
/// [`Document::headings`]. Reads the document once more.
#[must_use]
pub fn sections(document: &Document) -> Vec<Vec<Words>> {
    let mut sections = vec![Vec::new()];
    let mut prose = String::new();
    let (mut in_heading, mut code): (bool, Option<String>) = (false, None);
    let mut undefined = Vec::new();
    for (node, _) in Stream::new(document.text.as_str(), &mut undefined) {
        match node {
            Node::Start(Tag::Heading { .. }) => {
                end_prose(&mut sections, &mut prose);
                sections.push(Vec::new());
                in_heading = true;
            }
            Node::End(TagEnd::Heading(_)) => in_heading = false,
            // Its words stand in the document's headings.
            _ if in_heading => {}
            Node::Start(Tag::CodeBlock(_)) => {
                end_prose(&mut sections, &mut prose);
                code = Some(String::new());
            }
            Node::End(TagEnd::CodeBlock) => {
                let code = code.take().unwrap_or_default();
                if let Some(section) = sections.last_mut().filter(|_| !is_protected(&code)) {
                    section.push(Words::Code(code.trim_end().to_owned()));
                }
            }
            Node::Text(run) => code.as_mut().unwrap_or(&mut prose).push_str(&run.text),
            Node::Code(text) => prose.push_str(&text),
            Node::SoftBreak | Node::HardBreak | Node::StartTight | Node::EndTight | Node::Rule => blank(&mut prose),
            Node::InlineHtml(tag) if tag.starts_with("<br") => blank(&mut prose),
            Node::Start(tag) if !is_inline_element(tag.to_end()) => blank(&mut prose),
            Node::End(tag) if !is_inline_element(tag) => blank(&mut prose),
            Node::HtmlBlock(html) => {
                blank(&mut prose);
                for (piece, _) in pieces(&html) {
                    match piece {
                        Piece::Text(text) => prose.push_str(&decode(text)),
                        Piece::Open(_) | Piece::Close(_) | Piece::Comment(_) => blank(&mut prose),
                    }
                }
            }
            _ => {}
        }
    }
    end_prose(&mut sections, &mut prose);
    sections
}

fn end_prose(sections: &mut [Vec<Words>], prose: &mut String) {
    let mut words = String::with_capacity(prose.len());
    for word in prose.split_whitespace() {
        blank(&mut words);
        words.push_str(word);
    }
    prose.clear();
    if let Some(section) = sections.last_mut().filter(|_| !words.is_empty()) {
        section.push(Words::Prose(words));
    }
}

/// Parts two blocks of text.
fn blank(prose: &mut String) {
    if !prose.is_empty() && !prose.ends_with(' ') {
        prose.push(' ');
    }
}

/// Whether code is nothing but ciphertext: of Ansible, PGP, age or SOPS. Nobody looks for its letters.
fn is_protected(code: &str) -> bool {
    const STARTS: [&str; 3] = ["$ANSIBLE_VAULT;", "-----BEGIN PGP MESSAGE", "-----BEGIN AGE ENCRYPTED FILE"];
    STARTS.iter().any(|start| code.trim_start().starts_with(start)) || code.contains("ENC[AES256_GCM,")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Text, parse};
    use crate::source::Snapshot;

    fn read(body: &str) -> Vec<Vec<Words>> {
        let snapshot = Snapshot::from_archive(&format!("-- a.md --\n{body}"));
        sections(&parse(Text::of_file(&snapshot.files()[0], 0)).value)
    }

    #[test]
    fn words_stand_below_their_heading_without_markup() {
        use Words::{Code, Prose};
        let body = "Un *mot*ier.\n\n## Étapes {#a}\n\n1. Lire [la page](b.md).\n   ```sh\n   df -h\n   ```\n2. `ls`\n\n| a | b |\n|--|--|\n| c | d |\n\n<p>e &amp; f<br>g</p><!-- h -->\n";
        let prose = |text: &str| Prose(text.to_owned());
        assert_eq!(
            read(body),
            [
                vec![prose("Un motier.")],
                vec![prose("Lire la page."), Code("df -h".to_owned()), prose("ls a b c d e & f g")]
            ]
        );
    }

    #[test]
    fn ciphertext_is_no_text() {
        assert_eq!(read("```\n$ANSIBLE_VAULT;1.1;AES256\n6238\n```\n\na\n"), [[Words::Prose("a".to_owned())]]);
        assert_eq!(read("```\nansible-vault edit a\n```\n").concat().len(), 1);
    }
}
