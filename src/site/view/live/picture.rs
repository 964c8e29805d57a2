//! Pictures of figures: shapes in plain numbers, which SVG attributes take as they stand, and which can be kept as data.

use serde::{Deserialize, Serialize};

use crate::model::Light;

/// A drawing in its own units. A table beside it says the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Picture {
    pub(crate) title: String,
    /// The same in words, for those who do not see it.
    pub(crate) description: String,
    pub(crate) width: i64,
    pub(crate) height: i64,
    /// Those that come later lie above.
    pub(crate) shapes: Vec<Shape>,
    pub(crate) legend: Vec<Sign>,
}

/// A path or a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Shape {
    pub(crate) class: String,
    /// Of a path; empty: it is a text.
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) x: String,
    pub(crate) y: String,
    /// `start`, `middle` or `end`.
    pub(crate) anchor: String,
}

/// A line of the legend, whose sign is 26 wide and 12 high.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Sign {
    pub(crate) text: String,
    pub(crate) shapes: Vec<Shape>,
}

/// Left, top, width, height.
pub(in crate::site::view) type Field = (i64, i64, i64, i64);

pub(in crate::site::view) fn path(class: &str, path: String) -> Shape {
    Shape {
        class: class.to_owned(),
        path,
        ..Shape::default()
    }
}

pub(in crate::site::view) fn label(
    (class, anchor): (&str, &str),
    (x, y): (i64, i64),
    text: &str,
) -> Shape {
    Shape {
        class: class.to_owned(),
        text: text.to_owned(),
        x: x.to_string(),
        y: y.to_string(),
        anchor: anchor.to_owned(),
        ..Shape::default()
    }
}

pub(in crate::site::view) fn oblong((x, y, width, height): Field) -> String {
    format!("M{x} {y}h{width}v{height}h-{width}z")
}

/// A diamond about a point.
pub(in crate::site::view) fn diamond((x, y): (i64, i64), arm: i64) -> String {
    format!("M{x} {}l{arm} {arm}l-{arm} {arm}l-{arm} -{arm}z", y - arm)
}

pub(in crate::site::view) fn cross((x, y): (i64, i64), arm: i64) -> String {
    let side = 2 * arm;
    let (left, top, bottom) = (x - arm, y - arm, y + arm);
    format!("M{left} {top}l{side} {side}M{left} {bottom}l{side} -{side}")
}

/// A field in a light's colour, with the lines that tell it from the others where there is no colour.
pub(in crate::site::view) fn lit(light: Light, field: Field) -> Vec<Shape> {
    let word = light.word().replace('_', "-");
    let mut shapes = vec![path(&format!("fill light-{word}"), oblong(field))];
    let lines = match light {
        Light::Red => String::new(),
        Light::Orange => slanted(field, 4, true) + &slanted(field, 4, false),
        Light::Yellow => slanted(field, 6, true),
        Light::Blue => slanted(field, 6, false),
        Light::NoData => level(field, 5),
        Light::Green => upright(field, 12),
        Light::Grey => upright(field, 5),
        Light::Done => slanted(field, 14, true),
    };
    if !lines.is_empty() {
        shapes.push(path("hatch", lines));
    }
    shapes.push(path("edge", oblong(field)));
    shapes
}

fn level((x, y, width, height): Field, step: i64) -> String {
    let count = (height - 1) / step;
    let lines = (1..=count).map(|n| format!("M{x} {}h{width}", y + n * step));
    lines.collect()
}

pub(super) fn upright((x, y, width, height): Field, step: i64) -> String {
    let count = (width - 1) / step;
    let lines = (1..=count).map(|n| format!("M{} {y}v{height}", x + n * step));
    lines.collect()
}

/// Lines at 45 degrees, cut at the edges of the field.
pub(super) fn slanted((x, y, width, height): Field, step: i64, rising: bool) -> String {
    let mut lines = String::new();
    let mut foot = step - height;
    while foot < width {
        let (from, to) = (foot.max(0), (foot + height).min(width));
        let (low, high) = (from - foot, to - foot);
        let (start, end) = if rising {
            (y + height - low, y + height - high)
        } else {
            (y + low, y + high)
        };
        lines.push_str(&format!("M{} {start}L{} {end}", x + from, x + to));
        foot += step;
    }
    lines
}

/// About how wide a text of 12 units is: a Chinese character is as wide as it is high.
pub(in crate::site::view) fn width(text: &str) -> i64 {
    let wide = |c: char| if c.is_ascii() { 7 } else { 12 };
    text.chars().map(wide).sum()
}

/// A text cut so that it is no wider than this.
pub(in crate::site::view) fn fitted(text: &str, room: i64) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut cut = String::new();
    for c in text.chars() {
        cut.push(c);
        if width(&cut) + 12 > room {
            cut.pop();
            break;
        }
    }
    cut + "…"
}

#[cfg(test)]
mod tests {
    use super::{diamond, fitted, level, oblong, slanted, upright, width};

    #[test]
    fn lines_stay_in_their_field() {
        let field = (10, 20, 12, 10);
        assert_eq!(oblong(field), "M10 20h12v10h-12z");
        assert_eq!(level(field, 5), "M10 25h12");
        assert_eq!(upright(field, 5), "M15 20v10M20 20v10");
        // Feet at -4, 2 and 8: the first and the last are cut.
        assert_eq!(
            slanted(field, 6, true),
            "M10 26L16 20M12 30L22 20M18 30L22 26"
        );
        assert_eq!(
            slanted(field, 6, false),
            "M10 24L16 30M12 20L22 30M18 20L22 24"
        );
        assert_eq!(diamond((50, 50), 5), "M50 45l5 5l-5 5l-5 -5z");
    }

    #[test]
    fn texts_are_cut_to_their_room() {
        assert_eq!(width("任务A"), 31);
        assert_eq!(fitted("任务A", 31), "任务A");
        assert_eq!(fitted("任务任务", 40), "任务…");
    }
}
