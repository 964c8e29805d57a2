//! Labels of a chart: each is put where it covers no other and no mark, or left out.

use crate::decimal::Decimal;

use super::{Label, WIDTH, text, whole};

/// The height of a line of text, and from its top to the foot of its digits.
const LINE: i64 = 16;
const FOOT: i64 = 13;
/// On each stretch of the line.
const SAMPLES: i64 = 24;
/// How many places below one another are tried, half a line apart.
const DEPTHS: i64 = 8;
/// Between a mark and the text about it.
const GAP: i64 = 6;

/// How broad a text is at the size of small screens, where it is drawn largest.
pub(in crate::site::view) fn width(text: &str) -> i64 {
    text.chars()
        .map(|c| if c.is_ascii() { 8 } else { 15 })
        .sum()
}

/// How broad a label may be: it is bold, and faces that stand in for missing ones are broad.
fn broad(text: &str) -> i64 {
    text.chars()
        .map(|c| if c.is_ascii() { 10 } else { 15 })
        .sum()
}

#[derive(Debug, Clone, Copy)]
pub(in crate::site::view) struct Area {
    pub(in crate::site::view) left: Decimal,
    pub(in crate::site::view) right: Decimal,
    pub(in crate::site::view) top: Decimal,
    pub(in crate::site::view) bottom: Decimal,
}

impl Area {
    pub(in crate::site::view) fn meets(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

pub(in crate::site::view) struct Labels {
    left: Decimal,
    right: Decimal,
    taken: Vec<Area>,
    placed: Vec<Label>,
}

impl Labels {
    /// Marks, and the line that joins them.
    pub(in crate::site::view) fn new(
        (left, right): (Decimal, Decimal),
        marks: &[(Decimal, Decimal)],
    ) -> Labels {
        let mut taken: Vec<Area> = marks.iter().map(|place| about(*place, 4)).collect();
        for pair in marks.windows(2) {
            taken.extend(between(pair[0], pair[1]).map(|place| about(place, 1)));
        }
        Labels {
            left,
            right,
            taken,
            placed: Vec::new(),
        }
    }

    /// Another line that no text may cover.
    pub(in crate::site::view) fn keep_clear_of(&mut self, line: &[(Decimal, Decimal)]) {
        self.taken.extend(line.iter().map(|place| about(*place, 2)));
        for pair in line.windows(2) {
            let places = between(pair[0], pair[1]);
            self.taken.extend(places.map(|place| about(place, 1)));
        }
    }

    /// Above or below a mark, in its middle or to a side.
    pub(in crate::site::view) fn about(
        &mut self,
        (x, y): (Decimal, Decimal),
        text: String,
        word: &'static str,
    ) {
        let places = around((x, y), &text);
        self.place(&places, text, word);
    }

    /// Below a mark, as far as is needed to be free of what lies there; where the drawing ends before, about it.
    pub(in crate::site::view) fn under(
        &mut self,
        (x, y): (Decimal, Decimal),
        text: String,
        word: &'static str,
    ) {
        let below = (0..DEPTHS).map(|step| (x, y + whole(GAP + step * LINE / 2)));
        let places: Vec<(Decimal, Decimal)> = below.chain(around((x, y), &text)).collect();
        self.place(&places, text, word);
    }

    /// Over or under the end of a line that comes from the left.
    pub(in crate::site::view) fn before(
        &mut self,
        (x, y): (Decimal, Decimal),
        text: String,
        word: &'static str,
    ) {
        let half = whole(broad(&text) / 2 + 2);
        self.beside((x - half, y), text, word);
    }

    /// Over or under the beginning of a line.
    pub(in crate::site::view) fn after(
        &mut self,
        (x, y): (Decimal, Decimal),
        text: String,
        word: &'static str,
    ) {
        let half = whole(broad(&text) / 2 + 2);
        self.beside((x + half, y), text, word);
    }

    fn beside(&mut self, (x, y): (Decimal, Decimal), text: String, word: &'static str) {
        let (above, below) = (y - whole(LINE + 2), y + whole(2));
        self.place(&[(x, above), (x, below)], text, word);
    }

    /// At the first of these places, middle and top, where nothing is yet.
    fn place(&mut self, places: &[(Decimal, Decimal)], said: String, word: &'static str) {
        let half = whole(broad(&said) / 2 + 1);
        for (x, top) in places {
            let x = (*x).max(self.left + half).min(whole(WIDTH) - half);
            let area = Area {
                left: x - half,
                right: x + half,
                top: *top,
                bottom: *top + whole(LINE),
            };
            let inside =
                area.top >= Decimal::ZERO && area.bottom <= whole(super::HEIGHT - super::BOTTOM);
            let fits = area.right <= self.right + whole(super::RIGHT);
            if inside && fits && !self.taken.iter().any(|other| other.meets(&area)) {
                self.taken.push(area);
                self.placed.push(Label {
                    x: text(x),
                    y: text(*top + whole(FOOT)),
                    text: said,
                    word,
                });
                return;
            }
        }
    }

    pub(in crate::site::view) fn into_placed(self) -> Vec<Label> {
        self.placed
    }
}

/// Where a text may begin that stands above or below a mark: its middle and its top.
fn around((x, y): (Decimal, Decimal), text: &str) -> [(Decimal, Decimal); 6] {
    let side = whole(broad(text) / 2 + GAP);
    let (above, below) = (y - whole(GAP + LINE), y + whole(GAP));
    [
        (x, above),
        (x, below),
        (x - side, above),
        (x + side, above),
        (x - side, below),
        (x + side, below),
    ]
}

fn about((x, y): (Decimal, Decimal), arm: i64) -> Area {
    let arm = whole(arm);
    Area {
        left: x - arm,
        right: x + arm,
        top: y - arm,
        bottom: y + arm,
    }
}

/// Places on a straight line, close enough that no text slips through.
fn between(
    from: (Decimal, Decimal),
    to: (Decimal, Decimal),
) -> impl Iterator<Item = (Decimal, Decimal)> {
    (1..SAMPLES).map(move |n| {
        let share = whole(n).over(whole(SAMPLES)).unwrap_or_default();
        (
            from.0 + (to.0 - from.0) * share,
            from.1 + (to.1 - from.1) * share,
        )
    })
}
