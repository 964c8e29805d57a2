//! The marked tree: what a document says, with the bytes where every part of it stands.

use std::collections::{BTreeMap, HashMap};

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, StrInput};

use super::Limits;
use super::fault::FaultKind;

#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) tagged: bool,
    pub(super) kind: Kind,
}

#[derive(Debug, Clone)]
pub(super) enum Kind {
    Scalar { text: String, plain: bool },
    List(Vec<Node>),
    Map(Vec<Pair>),
}

#[derive(Debug, Clone)]
pub(super) struct Pair {
    pub(super) key: Node,
    pub(super) value: Node,
}

impl Node {
    pub(super) fn is_null(&self) -> bool {
        match &self.kind {
            Kind::Scalar { text, plain: true } => {
                matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL")
            }
            _ => false,
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } => Some(text),
            Kind::List(_) | Kind::Map(_) => None,
        }
    }

    pub(super) fn pairs(&self) -> &[Pair] {
        match &self.kind {
            Kind::Map(pairs) => pairs,
            Kind::Scalar { .. } | Kind::List(_) => &[],
        }
    }

    pub(super) fn pair(&self, key: &str) -> Option<&Pair> {
        self.pairs().iter().find(|p| p.key.text() == Some(key))
    }

    /// A single value is a list of one.
    pub(super) fn items(&self) -> &[Node] {
        match &self.kind {
            Kind::List(items) => items,
            Kind::Scalar { .. } | Kind::Map(_) => std::slice::from_ref(self),
        }
    }

    pub(super) fn range(&self) -> (usize, usize) {
        (self.start, self.end)
    }

    fn size(&self) -> usize {
        1 + match &self.kind {
            Kind::Scalar { .. } => 0,
            Kind::List(items) => items.iter().map(Node::size).sum(),
            Kind::Map(pairs) => pairs.iter().map(|p| 1 + p.value.size()).sum(),
        }
    }

    fn height(&self) -> usize {
        1 + match &self.kind {
            Kind::Scalar { .. } => 0,
            Kind::List(items) => items.iter().map(Node::height).max().unwrap_or(0),
            Kind::Map(pairs) => pairs.iter().map(|p| p.value.height()).max().unwrap_or(0),
        }
    }
}

/// Why reading a stretch of text stopped before its end.
pub(super) struct Stop {
    pub(super) kind: FaultKind,
    pub(super) at: usize,
    /// Where the document that was being read begins.
    pub(super) document: usize,
}

/// What came of a stretch of text.
pub(super) struct Parsed {
    /// The documents up to the first that cannot be read.
    pub(super) documents: Vec<Node>,
    /// Where texts begin with an anchor that nothing refers to: there, `&` was meant as a letter.
    pub(super) idle_anchors: Vec<usize>,
    pub(super) stop: Option<Stop>,
}

/// Reads `text[from..]`.
pub(super) fn parse(text: &str, from: usize, limits: &Limits) -> Parsed {
    let mut builder = Builder {
        bytes: Bytes::new(text, from),
        limits,
        open: Vec::new(),
        anchors: HashMap::new(),
        expanded: 0,
        idle: BTreeMap::new(),
        root: None,
        document: from,
        parsed: Parsed {
            documents: Vec::new(),
            idle_anchors: Vec::new(),
            stop: None,
        },
    };
    let mut parser = Parser::new(StrInput::new(&text[from..]));
    while let Some(next) = parser.next_event() {
        let stopped = match next {
            Ok((event, span)) => builder.take(event, span).err(),
            Err(error) => Some(builder.refused(&error)),
        };
        if let Some((kind, at)) = stopped {
            builder.parsed.stop = Some(Stop {
                kind,
                at,
                document: builder.document,
            });
            break;
        }
    }
    builder.parsed
}

struct Open {
    anchor: usize,
    start: usize,
    /// Of what opens it.
    end: usize,
    tagged: bool,
    is_map: bool,
    is_flow: bool,
    /// Of a mapping: keys and values in turn.
    nodes: Vec<Node>,
}

struct Builder<'t> {
    bytes: Bytes<'t>,
    limits: &'t Limits,
    open: Vec<Open>,
    anchors: HashMap<usize, Node>,
    /// How many nodes aliases have added.
    expanded: usize,
    /// Anchors of texts, and where they stand, until something refers to them.
    idle: BTreeMap<usize, usize>,
    root: Option<Node>,
    document: usize,
    parsed: Parsed,
}

type Refusal = (FaultKind, usize);

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Refusal> {
        let range = self.bytes.range(span);
        match event {
            Event::DocumentStart(_) => {
                self.document = range.0;
                self.anchors.clear();
                self.idle.clear();
            }
            Event::Alias(anchor) => self.alias(anchor, range.0)?,
            Event::Scalar(text, style, anchor, tag) => {
                let plain = style == ScalarStyle::Plain;
                let key = self.waiting_key().filter(|_| plain && text.is_empty());
                let (start, end) = key.unwrap_or_else(|| self.bytes.without_blank_end(range));
                let node = Node {
                    start,
                    end,
                    tagged: tag.is_some(),
                    kind: Kind::Scalar {
                        text: text.into_owned(),
                        plain,
                    },
                };
                if anchor > 0 {
                    self.idle.insert(anchor, start);
                }
                self.add(node, anchor);
            }
            Event::SequenceStart(anchor, tag) => self.enter(Open {
                anchor,
                tagged: tag.is_some(),
                ..self.opened(range, b'[')
            })?,
            Event::MappingStart(anchor, tag) => self.enter(Open {
                anchor,
                tagged: tag.is_some(),
                ..self.opened(range, b'{')
            })?,
            Event::SequenceEnd | Event::MappingEnd => self.leave(range.0),
            Event::DocumentEnd => {
                self.parsed.documents.extend(self.root.take());
                let idle = std::mem::take(&mut self.idle);
                self.parsed.idle_anchors.extend(idle.into_values());
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd => {}
        }
        Ok(())
    }
}

impl Builder<'_> {
    fn enter(&mut self, open: Open) -> Result<(), Refusal> {
        if self.open.len() >= self.limits.depth() {
            return Err((FaultKind::TooDeep, open.start));
        }
        self.open.push(open);
        Ok(())
    }

    /// A list or mapping that begins here, with what `[` or `{` tells of it.
    fn opened(&self, (start, end): (usize, usize), bracket: u8) -> Open {
        Open {
            anchor: 0,
            start,
            end,
            tagged: false,
            is_map: bracket == b'{',
            is_flow: end > 0 && self.bytes.text.as_bytes().get(end - 1) == Some(&bracket),
            nodes: Vec::new(),
        }
    }

    fn leave(&mut self, at: usize) {
        let open = self.open.pop().expect("invariant: ends pair with starts");
        let last = open.nodes.last().map_or(open.end, |n| n.end);
        let kind = if open.is_map {
            let mut nodes = open.nodes.into_iter();
            let mut pairs = Vec::with_capacity(nodes.len() / 2);
            while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
                pairs.push(Pair { key, value });
            }
            Kind::Map(pairs)
        } else {
            Kind::List(open.nodes)
        };
        let node = Node {
            start: open.start,
            end: if open.is_flow { at + 1 } else { last },
            tagged: open.tagged,
            kind,
        };
        self.add(node, open.anchor);
    }

    /// Copies what stands at the anchor; the copy keeps the anchor's place, where it is to be mended.
    fn alias(&mut self, anchor: usize, at: usize) -> Result<(), Refusal> {
        let Some(node) = self.anchors.get(&anchor) else {
            return Err((
                syntax("unknown-anchor", "alias without an anchor before it"),
                at,
            ));
        };
        self.idle.remove(&anchor);
        self.expanded += node.size();
        if self.expanded > self.limits.max_aliases {
            return Err((FaultKind::TooManyAliases, at));
        }
        if self.open.len() + node.height() > self.limits.depth() {
            return Err((FaultKind::TooDeep, at));
        }
        let node = node.clone();
        self.add(node, 0);
        Ok(())
    }

    fn add(&mut self, node: Node, anchor: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut() {
            Some(open) => open.nodes.push(node),
            None => self.root = Some(node),
        }
    }

    /// The key that waits for its value: where a value is empty, its key is what can be shown.
    fn waiting_key(&self) -> Option<(usize, usize)> {
        let open = self.open.last()?;
        let waits = open.is_map && open.nodes.len() % 2 == 1;
        open.nodes.last().filter(|_| waits).map(Node::range)
    }

    fn refused(&self, error: &ScanError) -> Refusal {
        let at = self.bytes.at(error.marker().index());
        (syntax("other", error.info()), at)
    }
}

fn syntax(reason: &'static str, detail: &str) -> FaultKind {
    FaultKind::Syntax {
        reason,
        detail: detail.to_owned(),
    }
}

/// Turns the parser's counts of characters into bytes.
struct Bytes<'t> {
    text: &'t str,
    from: usize,
    /// The byte of every `STRIDE`th character; empty where every character is one byte.
    milestones: Vec<usize>,
}

const STRIDE: usize = 64;

impl<'t> Bytes<'t> {
    fn new(text: &'t str, from: usize) -> Bytes<'t> {
        let rest = &text[from..];
        let milestones = if rest.is_ascii() {
            Vec::new()
        } else {
            let bytes = rest.char_indices().map(|(byte, _)| from + byte);
            bytes.step_by(STRIDE).collect()
        };
        Bytes {
            text,
            from,
            milestones,
        }
    }

    fn at(&self, character: usize) -> usize {
        if self.milestones.is_empty() {
            return self.text.len().min(self.from + character);
        }
        let Some(&start) = self.milestones.get(character / STRIDE) else {
            return self.text.len();
        };
        let mut bytes = self.text[start..].char_indices();
        bytes
            .nth(character % STRIDE)
            .map_or(self.text.len(), |(byte, _)| start + byte)
    }

    fn range(&self, span: Span) -> (usize, usize) {
        let start = self.at(span.start.index());
        (start, self.at(span.end.index()).max(start))
    }

    fn without_blank_end(&self, (start, end): (usize, usize)) -> (usize, usize) {
        (start, start + self.text[start..end].trim_end().len())
    }
}
