//! A chain as boxes and the lines between them.

use serde::Serialize;

use crate::site::view::parts::LightView;
use crate::site::view::wrap::wrapped;

use super::Node;

const SIZE: i64 = 14;
const LINE: i64 = 20;
const PAD: i64 = 10;
/// Between boxes of one column.
const GAP: i64 = 10;
/// Between columns.
const LANE: i64 = 30;
/// Widths of the columns of meetings, decisions and tasks.
const COLUMNS: [i64; 3] = [150, 260, 290];
/// A drawing no higher than this has the meeting at its middle, a higher one at its top.
const LOW: i64 = 420;
/// The narrow drawing, and how far each step stands in.
const SLIM: i64 = 330;
const STEP: i64 = 22;

#[derive(Debug, Serialize)]
pub(crate) struct Drawing {
    pub(crate) width: i64,
    pub(crate) height: i64,
    /// Lines from what was decided to what follows from it.
    pub(crate) ways: Vec<String>,
    pub(crate) boxes: Vec<BoxView>,
}

#[derive(Debug, Serialize)]
pub(crate) struct BoxView {
    pub(crate) kind: &'static str,
    pub(crate) x: i64,
    pub(crate) y: i64,
    pub(crate) width: i64,
    pub(crate) height: i64,
    /// The text in one piece, for those who do not see the lines.
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) lines: Vec<TextLine>,
    /// The last line: a light and a note.
    pub(crate) note: TextLine,
    /// The note alone, which may be in another language than the light's word, and what stands before it.
    pub(crate) own: String,
    pub(crate) before: String,
    pub(crate) light: Option<LightView>,
    /// Where the light's sign stands.
    pub(crate) light_x: i64,
    pub(crate) light_y: i64,
}

#[derive(Debug, Default, Serialize)]
pub(crate) struct TextLine {
    pub(crate) x: i64,
    pub(crate) y: i64,
    pub(crate) text: String,
}

impl BoxView {
    fn middle(&self) -> i64 {
        self.y + self.height / 2
    }

    fn moved(mut self, down: i64) -> BoxView {
        self.y += down;
        self.note.y += down;
        self.light_y += down;
        for line in &mut self.lines {
            line.y += down;
        }
        self
    }
}

/// A box with its top at 0.
fn boxed(node: &Node, x: i64, width: i64) -> BoxView {
    let lines = wrapped(&node.link.text, width - 2 * PAD, SIZE);
    let count = i64::try_from(lines.len()).unwrap_or(1).max(1);
    let light = node.light.clone();
    let word = light.as_ref().map(|light| light.label.clone());
    let own = node.note.clone();
    let gap = if own.is_empty() { "" } else { "\u{a0}\u{a0}" };
    let before = word.map_or_else(String::new, |word| word + gap);
    let note = format!("{before}{own}");
    let has_note = i64::from(!note.is_empty());
    let note_y = PAD + (count + has_note) * LINE - 6;
    let sign = if light.is_some() { 20 } else { 0 };
    let lines = (1..).zip(lines).map(|(number, text)| TextLine {
        x: x + PAD,
        y: PAD + number * LINE - 6,
        text,
    });
    BoxView {
        kind: node.kind,
        x,
        y: 0,
        width,
        height: 2 * PAD - 4 + (count + has_note) * LINE,
        label: node.link.text.clone(),
        href: node.link.href.clone(),
        lines: lines.collect(),
        note: TextLine {
            x: x + PAD + sign,
            y: note_y,
            text: note,
        },
        own,
        before,
        light,
        light_x: x + PAD,
        light_y: note_y - 12,
    }
}

/// Three columns, from left to right.
pub(super) fn broad(root: &Node) -> Drawing {
    let lefts = [0, COLUMNS[0] + LANE, COLUMNS[0] + COLUMNS[1] + 2 * LANE];
    let (mut boxes, mut ways, mut middles) = (Vec::new(), Vec::new(), Vec::new());
    let mut bottom = 0;
    for node in &root.below {
        let decision = boxed(node, lefts[1], COLUMNS[1]);
        let tasks = node
            .below
            .iter()
            .map(|task| boxed(task, lefts[2], COLUMNS[2]));
        let tasks: Vec<BoxView> = tasks.collect();
        let all: i64 = tasks.iter().map(|task| task.height + GAP).sum();
        let height = decision.height.max(all - GAP);
        let decision = {
            let down = bottom + (height - decision.height) / 2;
            decision.moved(down)
        };
        let mut down = bottom + (height - (all - GAP).max(0)) / 2;
        for task in tasks {
            let next = down + task.height + GAP;
            let task = task.moved(down);
            ways.push(way(
                (lefts[1] + COLUMNS[1], decision.middle()),
                (lefts[2], task.middle()),
            ));
            boxes.push(task);
            down = next;
        }
        middles.push(decision.middle());
        boxes.push(decision);
        bottom += height + 2 * GAP;
    }
    let all = bottom - 2 * GAP;
    let meeting = boxed(root, lefts[0], COLUMNS[0]);
    let height = all.max(meeting.height);
    let down = if height <= LOW {
        (height - meeting.height) / 2
    } else {
        0
    };
    let meeting = meeting.moved(down);
    let from = (COLUMNS[0], meeting.middle());
    ways.extend(
        middles
            .into_iter()
            .map(|middle| way(from, (lefts[1], middle))),
    );
    boxes.insert(0, meeting);
    Drawing {
        width: lefts[2] + COLUMNS[2],
        height,
        ways,
        boxes,
    }
}

fn way((x, y): (i64, i64), (to_x, to_y): (i64, i64)) -> String {
    let turn = x + LANE / 2;
    format!("M{x} {y}H{turn}V{to_y}H{to_x}")
}

/// One below the other, each step a little further in.
pub(super) fn slim(root: &Node) -> Drawing {
    let (mut boxes, mut ways) = (Vec::new(), Vec::new());
    let mut bottom = 0;
    let mut put = |node: &Node, depth: i64, from: Option<i64>| {
        let x = depth * STEP;
        let here = boxed(node, x, SLIM - x).moved(bottom);
        if let Some(from) = from {
            let turn = x - STEP / 2;
            ways.push(format!("M{turn} {from}V{}H{x}", here.middle()));
        }
        bottom += here.height + GAP;
        let end = here.y + here.height;
        boxes.push(here);
        end
    };
    let top = put(root, 0, None);
    for decision in &root.below {
        let end = put(decision, 1, Some(top));
        for task in &decision.below {
            put(task, 2, Some(end));
        }
    }
    Drawing {
        width: SLIM,
        height: bottom - GAP,
        ways,
        boxes,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Node;
    use super::{broad, slim};
    use crate::site::view::parts::Link;

    fn node(kind: &'static str, text: &str, below: Vec<Node>) -> Node {
        Node {
            kind,
            link: Link::text(text),
            note: String::new(),
            light: None,
            below,
        }
    }

    /// One decision with two tasks, and one that nobody carries out; every text on one line.
    fn small() -> Node {
        let tasks = vec![node("task", "甲", vec![]), node("task", "乙", vec![])];
        let first = node("decision", "修路", tasks);
        let second = node("decision", "听取汇报", vec![]);
        node("meeting", "例会", vec![first, second])
    }

    #[test]
    fn boxes_stand_in_three_columns() {
        // A box with one line is 20 − 4 + 20 = 36 high. The two tasks take 36 + 10 + 36 = 82, the first decision stands at
        // their middle; the second decision begins 20 below.
        let drawing = broad(&small());
        let places: Vec<_> = drawing
            .boxes
            .iter()
            .map(|one| (one.kind, one.x, one.y))
            .collect();
        assert_eq!(
            places,
            [
                ("meeting", 0, 51),
                ("task", 470, 0),
                ("task", 470, 46),
                ("decision", 180, 23),
                ("decision", 180, 102),
            ]
        );
        assert_eq!((drawing.width, drawing.height), (760, 138));
        assert_eq!(
            drawing.ways,
            [
                "M440 41H455V18H470",
                "M440 41H455V64H470",
                "M150 69H165V41H180",
                "M150 69H165V120H180",
            ]
        );
    }

    #[test]
    fn on_a_narrow_page_they_stand_below_each_other() {
        let drawing = slim(&small());
        let places: Vec<_> = drawing
            .boxes
            .iter()
            .map(|one| (one.x, one.y, one.width))
            .collect();
        assert_eq!(
            places,
            [
                (0, 0, 330),
                (22, 46, 308),
                (44, 92, 286),
                (44, 138, 286),
                (22, 184, 308)
            ]
        );
        assert_eq!(drawing.height, 220);
        assert_eq!(drawing.ways[0], "M11 36V64H22");
        assert_eq!(drawing.ways[1], "M33 82V110H44");
    }

    #[test]
    fn long_texts_make_higher_boxes() {
        // 240 units take 17 characters of 14: 40 of them are three lines.
        let text = "一二三四五六七八九十".repeat(4);
        let root = node("meeting", "例会", vec![node("decision", &text, vec![])]);
        let drawing = broad(&root);
        let decision = &drawing.boxes[1];
        assert_eq!(decision.lines.len(), 3);
        assert_eq!(decision.height, 76);
        assert_eq!(decision.label, text);
    }
}
