//! Small drawings of what comes before what: layers from above to below, as inline SVG. Each node is a link; the same stands beside it as text.
//!
//! One layout for paper, phones and wide screens: two columns at both sides of a trunk that leads from layer to layer, 340 units wide, which a
//! phone shows at its full size. Colours are those of the text around it, so that the drawing is dark where the page is, and black on paper.

use std::fmt::Write as _;

use crate::output::site::body::Html;
use crate::output::site::drawing::{WIDTH, escape, lang, short};
use crate::output::site::here::Link;

/// A drawing with more nodes tells nothing that a list does not tell better.
pub(super) const MOST: usize = 30;

/// The size of a node.
const NODE: (u32, u32) = (152, 30);
/// The room between two rows, and between two layers, where the trunk has its arrow.
const GAP: u32 = 10;
const BETWEEN: u32 = 26;
/// How many letters fit into a node, and into one that has a layer for itself.
const LETTERS: usize = 20;
const WIDE_LETTERS: usize = 42;

/// Things that stand beside each other.
pub(super) struct Layer {
    pub nodes: Vec<Link>,
    /// Whether it is what the page is about.
    pub is_here: bool,
}

/// Where a node stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Box {
    x: u32,
    y: u32,
    width: u32,
}

/// Draws layers, each needed by the next; nothing of too many nodes, and of a single layer.
pub(super) fn draw(layers: &[Layer], title: &str) -> Option<Html> {
    let layers: Vec<&Layer> = layers.iter().filter(|layer| !layer.nodes.is_empty()).collect();
    let count: usize = layers.iter().map(|layer| layer.nodes.len()).sum();
    if layers.len() < 2 || count > MOST {
        return None;
    }
    let (places, height) = places(&layers);
    let mut svg = String::new();
    let _ = write!(
        svg,
        "<svg class=\"map\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"group\" aria-label=\"{}\" fill=\"none\" stroke=\"currentColor\" font-size=\"13\">",
        escape(title)
    );
    for (layer, boxes) in layers.iter().zip(&places) {
        for (node, place) in layer.nodes.iter().zip(boxes) {
            draw_node(&mut svg, node, *place, layer.is_here);
        }
    }
    trunk(&mut svg, &places);
    svg.push_str("</svg>");
    Some(Html::made(svg))
}

/// Gives each node its place, and the drawing its height.
fn places(layers: &[&Layer]) -> (Vec<Vec<Box>>, u32) {
    let mut y = 2;
    let mut all = Vec::new();
    for (index, layer) in layers.iter().enumerate() {
        if index > 0 {
            y += BETWEEN;
        }
        let mut boxes = Vec::new();
        if layer.nodes.len() == 1 {
            boxes.push(Box { x: 2, y, width: WIDTH - 4 });
            y += NODE.1;
        } else {
            for row in layer.nodes.chunks(2) {
                for column in (0..).zip(row).map(|(column, _)| column) {
                    boxes.push(Box { x: 2 + column * (WIDTH - 4 - NODE.0), y, width: NODE.0 });
                }
                y += NODE.1 + GAP;
            }
            y -= GAP;
        }
        all.push(boxes);
    }
    (all, y + 2)
}

fn draw_node(svg: &mut String, node: &Link, place: Box, is_here: bool) {
    let Box { x, y, width } = place;
    let most = if width > NODE.0 { WIDE_LETTERS } else { LETTERS };
    let stroke = if is_here { 3 } else { 1 };
    let weight = if is_here { " font-weight=\"700\"" } else { "" };
    let _ = write!(
        svg,
        "<a href=\"{href}\"{lang}><title>{full}</title><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"5\" stroke-width=\"{stroke}\"/><text x=\"{middle}\" y=\"{line}\" text-anchor=\"middle\" fill=\"currentColor\" stroke=\"none\"{weight}>{text}</text></a>",
        href = escape(&node.href),
        lang = lang(node.lang.as_deref()),
        full = escape(&node.text),
        height = NODE.1,
        middle = x + width / 2,
        line = y + NODE.1 / 2 + 5,
        text = escape(&short(&node.text, most)),
    );
}

/// The line that leads from layer to layer, with a branch to each node and an arrow to what needs it.
fn trunk(svg: &mut String, places: &[Vec<Box>]) {
    let middle = WIDTH / 2;
    for (below, above) in places.iter().skip(1).zip(places) {
        let (Some(from), Some(to)) = (above.last(), below.first()) else { continue };
        let end = from.y + NODE.1;
        let tip = to.y - 4;
        let _ = write!(
            svg,
            "<path d=\"M{middle} {end}V{tip}M{} {}L{middle} {tip}L{} {}\"/>",
            middle - 5,
            tip - 7,
            middle + 5,
            tip - 7
        );
    }
    for boxes in places.iter().filter(|boxes| boxes.len() > 1) {
        let (Some(first), Some(last)) = (boxes.first(), boxes.last()) else { continue };
        let center = |place: &Box| place.y + NODE.1 / 2;
        let _ = write!(svg, "<path d=\"M{middle} {}V{}\"/>", first.y.saturating_sub(8), last.y + NODE.1);
        for place in boxes {
            let side = if place.x < middle { place.x + place.width } else { place.x };
            let _ = write!(svg, "<path d=\"M{side} {y}H{middle}\"/>", y = center(place));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(count: usize, is_here: bool) -> Layer {
        let node = |number: usize| Link::new(format!("n{number}.html"), format!("Node {number}"));
        Layer { nodes: (0..count).map(node).collect(), is_here }
    }

    #[test]
    fn nothing_overlaps_and_everything_lies_inside() {
        for counts in [[1, 1, 1], [3, 1, 2], [5, 1, 9], [0, 1, 7]] {
            let layers: Vec<Layer> = counts.iter().map(|count| layer(*count, *count == 1)).collect();
            let shown: Vec<&Layer> = layers.iter().filter(|layer| !layer.nodes.is_empty()).collect();
            let (places, height) = places(&shown);
            let boxes: Vec<Box> = places.into_iter().flatten().collect();
            assert_eq!(boxes.len(), counts.iter().sum::<usize>());
            for (index, one) in boxes.iter().enumerate() {
                assert!(one.x + one.width <= WIDTH && one.y + NODE.1 <= height, "{one:?} in {height}");
                for other in &boxes[index + 1..] {
                    let apart =
                        one.x + one.width <= other.x || one.y + NODE.1 <= other.y || other.x + other.width <= one.x;
                    assert!(apart, "{one:?} and {other:?}");
                }
            }
        }
    }

    #[test]
    fn names_are_escaped_and_cut_with_the_whole_beside_them() {
        let long = Link::new("a.html\"".to_owned(), "A & a very long name <that> does not fit".to_owned());
        let layers = [Layer { nodes: vec![long.clone(), long], is_here: false }, layer(1, true)];
        let svg = serde_json::to_string(&draw(&layers, "\"Map\"").unwrap()).unwrap();
        assert!(svg.contains("&quot;Map&quot;") && svg.contains("a.html&quot;"), "{svg}");
        assert!(svg.contains("<title>A &amp; a very long name &lt;that&gt; does not fit</title>"), "{svg}");
        assert!(svg.contains(">A &amp; a very long nam…</text>"), "{svg}");
    }

    #[test]
    fn one_layer_or_too_many_nodes_are_not_drawn() {
        assert!(draw(&[layer(3, true)], "x").is_none());
        assert!(draw(&[layer(0, false), layer(1, true)], "x").is_none());
        assert!(draw(&[layer(MOST, false), layer(1, true)], "x").is_none());
        assert!(draw(&[layer(MOST - 1, false), layer(1, true)], "x").is_some());
    }
}
