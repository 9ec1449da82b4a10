//! Spans onto the DOM: one ordered walk over an element's text nodes, then marks around them or highlights over them.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node, Range, Text};

/// The text of an element, tied to the nodes it stands in.
///
/// Offsets are UTF-16 code units, as everywhere in the browser. It is a snapshot: after an edit make a new one.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Painter {
    pieces: Vec<Piece>,
    text: String,
    painted: Vec<(Highlight, Range)>,
}

#[derive(Debug)]
struct Piece {
    node: Text,
    start: u32,
    end: u32,
}

/// Elements that begin and end a line of text; a list, because asking for the computed style would force a layout.
const BLOCKS: &str = " ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 \
    HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL ";
/// Elements whose text is not the reader's.
const SKIPPED: &str = " BUTTON INPUT NOSCRIPT SCRIPT SELECT STYLE TEMPLATE TEXTAREA ";

fn is_one_of(list: &str, node: &Node) -> bool {
    list.contains(&format!(" {} ", node.node_name()))
}

#[wasm_bindgen]
impl Painter {
    /// Reads an element as a browser shows it: white space inside a line is a space, block elements are lines.
    pub fn read(root: &Node) -> Painter {
        Painter::walk(root, 0, false)
    }

    /// Reads an element whose text nodes, joined, are the text itself, or its part from `base` on.
    pub fn verbatim(root: &Node, base: u32) -> Painter {
        Painter::walk(root, base, true)
    }

    /// The text that was read; what spans count in.
    #[wasm_bindgen(getter)]
    pub fn text(&self) -> String {
        self.text.clone()
    }

    /// Wraps spans (`start, end, start, end, …`) in elements that `make(index, isFirst)` gives; a span over several nodes
    /// gets one element in each. Spans may nest and cross. The painter is used up: its nodes are replaced.
    pub fn mark(self, spans: &[u32], make: &Function) -> Result<(), JsValue> {
        let spans = Ordered::new(spans);
        let mut started = vec![false; spans.len];
        let mut next = 0;
        let mut open: Vec<Span> = Vec::new();
        for piece in &self.pieces {
            open.retain(|s| s.end > piece.start);
            let mut inside = open.clone();
            while let Some(&span) = spans.sorted.get(next).filter(|s| s.start < piece.end) {
                if span.end > piece.start {
                    inside.push(span);
                    open.push(span);
                }
                next += 1;
            }
            if !inside.is_empty() {
                piece.wrap(&inside, &mut started, make)?;
            }
        }
        Ok(())
    }

    /// Adds ranges over the spans to the document's highlight `name` and touches no node. The registry is shared: every
    /// painter adds to the same highlight and takes away only its own. False where the browser has no highlights.
    pub fn highlight(&mut self, name: &str, spans: &[u32]) -> Result<bool, JsValue> {
        let Some(registry) = self.registry()? else { return Ok(false) };
        let highlight = match registry.get(name) {
            Some(highlight) => highlight,
            None => {
                let made = Highlight::new()?;
                registry.set(name, &made);
                made
            }
        };
        for span in Ordered::new(spans).sorted {
            if let Some(range) = self.range(span.start, span.end)? {
                highlight.add(&range);
                self.painted.push((highlight.clone(), range));
            }
        }
        Ok(true)
    }

    /// The range over a span; none where the span lies outside.
    pub fn range(&self, start: u32, end: u32) -> Result<Option<Range>, JsValue> {
        let first = self.pieces.partition_point(|p| p.end <= start);
        let last = self.pieces.partition_point(|p| p.start < end);
        let (Some(first), Some(last)) =
            (self.pieces.get(first), last.checked_sub(1).and_then(|last| self.pieces.get(last)))
        else {
            return Ok(None);
        };
        let range = Range::new()?;
        range.set_start(&first.node, start.saturating_sub(first.start))?;
        range.set_end(&last.node, end.min(last.end).saturating_sub(last.start))?;
        Ok(Some(range))
    }

    /// Takes this painter's highlights away.
    pub fn clear(&mut self) {
        for (highlight, range) in self.painted.drain(..) {
            highlight.delete(&range);
        }
    }
}

impl Painter {
    /// The highlights of the document that holds the text, which may be a frame's; none where the browser has none.
    fn registry(&self) -> Result<Option<HighlightRegistry>, JsValue> {
        let document = self.pieces.first().and_then(|piece| piece.node.owner_document());
        let Some(window) = document.and_then(|document| document.default_view()) else { return Ok(None) };
        let css = Reflect::get(&window, &"CSS".into())?;
        let registry = Reflect::get(&css, &"highlights".into())?;
        Ok((!registry.is_undefined()).then(|| registry.unchecked_into()))
    }

    fn walk(root: &Node, base: u32, verbatim: bool) -> Painter {
        let mut painter = Painter { pieces: Vec::new(), text: String::new(), painted: Vec::new() };
        let mut end = base;
        let mut line_ended = false;
        let mut node = root.first_child();
        while let Some(current) = node {
            let skipped = is_one_of(SKIPPED, &current);
            line_ended |= is_one_of(BLOCKS, &current);
            // By its type and not its class: a frame has classes of its own.
            if current.node_type() == Node::TEXT_NODE {
                let text: &Text = current.unchecked_ref();
                let mut data = text.data();
                if !verbatim {
                    // One for one, so that offsets in the node and in the text differ by a constant.
                    data = data.replace(['\n', '\r', '\t'], " ");
                    let is_blank = data.trim().is_empty();
                    if line_ended && !is_blank && !painter.text.is_empty() {
                        painter.text.push('\n');
                        end += 1;
                    }
                    line_ended &= is_blank;
                }
                let length = data.encode_utf16().count() as u32;
                painter.pieces.push(Piece { node: text.clone(), start: end, end: end + length });
                painter.text.push_str(&data);
                end += length;
            }
            node = current.first_child().filter(|_| !skipped).or_else(|| {
                let mut up = current;
                while up != *root {
                    line_ended |= is_one_of(BLOCKS, &up);
                    match up.next_sibling() {
                        Some(next) => return Some(next),
                        None => up = up.parent_node()?,
                    }
                }
                None
            });
        }
        painter
    }
}

#[derive(Clone, Copy, Debug)]
struct Span {
    start: u32,
    end: u32,
    index: usize,
}

/// Spans in text order, an outer one before those inside it.
struct Ordered {
    sorted: Vec<Span>,
    len: usize,
}

impl Ordered {
    fn new(pairs: &[u32]) -> Ordered {
        let spans = pairs.chunks_exact(2).enumerate();
        let mut sorted: Vec<Span> = spans.map(|(index, p)| Span { start: p[0], end: p[1], index }).collect();
        let len = sorted.len();
        sorted.retain(|s| s.start < s.end);
        sorted.sort_by_key(|s| (s.start, std::cmp::Reverse(s.end), s.index));
        Ordered { sorted, len }
    }
}

impl Piece {
    /// Replaces the node by its text with marks around the parts of `spans` that lie in it.
    fn wrap(&self, spans: &[Span], started: &mut [bool], make: &Function) -> Result<(), JsValue> {
        let document: Document = self.node.owner_document().ok_or("a text node without a document")?;
        let fragment = document.create_document_fragment();
        let inside = |at: u32| at.clamp(self.start, self.end);
        let mut borders: Vec<u32> = spans.iter().flat_map(|s| [inside(s.start), inside(s.end)]).collect();
        borders.extend([self.start, self.end]);
        borders.sort_unstable();
        borders.dedup();
        let mut open: Vec<(Span, Node)> = Vec::new();
        let mut next = 0;
        for (from, to) in borders.iter().zip(borders.iter().skip(1)) {
            // What ends here closes, and with it what was opened inside; the rest of that opens again.
            let closes = open.iter().position(|(s, _)| s.end <= *from).unwrap_or(open.len());
            let mut opening: Vec<Span> = open.drain(closes..).map(|(s, _)| s).filter(|s| s.end > *from).collect();
            while let Some(&span) = spans.get(next).filter(|s| s.start <= *from) {
                opening.push(span);
                next += 1;
            }
            for span in opening {
                let first = started.get(span.index).is_some_and(|s| !s);
                if let Some(s) = started.get_mut(span.index) {
                    *s = true;
                }
                let arguments = Array::of2(&JsValue::from(span.index as u32), &JsValue::from(first));
                let mark: Element = make.apply(&JsValue::NULL, &arguments)?.dyn_into()?;
                open.last().map_or(fragment.as_ref(), |(_, node)| node).append_child(&mark)?;
                open.push((span, mark.into()));
            }
            let words = self.node.substring_data(from - self.start, to - from)?;
            let parent = open.last().map_or(fragment.as_ref(), |(_, node)| node);
            parent.append_child(&document.create_text_node(&words))?;
        }
        self.node.replace_with_with_node_1(&fragment)
    }
}

// The CSS Custom Highlight API, declared here because web-sys keeps it behind an unstable cfg.
#[wasm_bindgen]
extern "C" {
    #[derive(Clone, Debug)]
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &Range) -> bool;

    #[derive(Clone, Debug)]
    type HighlightRegistry;
    #[wasm_bindgen(method)]
    fn get(this: &HighlightRegistry, name: &str) -> Option<Highlight>;
    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);
}
