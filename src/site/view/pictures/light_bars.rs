//! One bar for each set, as long as the set is large, cut into the lights of its items.

use crate::derive::RollUp;
use crate::messages::Arg;
use crate::model::Light;
use crate::site::desk::Desk;
use crate::site::view::chart::label::width;
use crate::site::view::live::Picture;
use crate::site::view::live::picture::{Shape, Sign, label, lit};
use crate::site::words::number;

use super::{EDGE, FIELD, ROWS, TOP, of_rows, row_name, rows, titled};

/// A name on its own line, and the bar below it.
const ROW: i64 = 44;
const BAR: i64 = 18;

/// What one bar stands for.
pub(crate) struct LightRow<'r> {
    pub(crate) name: String,
    pub(crate) set: &'r RollUp,
}

/// None where nothing is counted. `scale`: the longest bar that there could be, of pictures that stand together. Empty sets have no bar; their row in the table says so.
pub(crate) fn light_bars(
    desk: &Desk<'_>,
    of: &str,
    sets: &[LightRow<'_>],
    scale: Option<u32>,
) -> Option<Picture> {
    let all: Vec<&LightRow<'_>> = sets.iter().filter(|row| row.set.total > 0).collect();
    let drawn = &all[..all.len().min(ROWS)];
    let largest = drawn.iter().map(|row| row.set.total).max()?;
    let largest = i64::from(scale.unwrap_or(largest).max(largest));
    let lit_here = |light: &Light| drawn.iter().any(|row| row.set.lights(*light) > 0);
    let lights: Vec<Light> = Light::ALL.into_iter().filter(lit_here).collect();
    let mut shapes = Vec::new();
    for (top, row) in (0..).map(|place| TOP + place * ROW).zip(drawn) {
        let total = number(row.set.total as usize);
        let values = [("name", Arg::Text(&row.name)), ("n", total)];
        let name = desk.words.say("picture-set", &values);
        shapes.push(row_name(&name, top, FIELD));
        shapes.extend(bar(row.set, &lights, (top + 20, largest)));
    }
    let legend = lights.iter().map(|light| Sign {
        text: desk.words.of("light", light.word()),
        shapes: lit(*light, (1, 1, 24, 10)),
    });
    let height = TOP + rows(drawn.len()) * ROW;
    Some(Picture {
        title: titled(desk, "light-bars", of),
        legend: legend.collect(),
        ..of_rows(
            desk,
            ("light-bars-said", drawn.len(), all.len()),
            (height, shapes),
        )
    })
}

/// Every part has its count where there is room; the table has it in any case.
fn bar(set: &RollUp, lights: &[Light], (top, largest): (i64, i64)) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let mut before = 0;
    for light in lights {
        let count = i64::from(set.lights(*light));
        let from = EDGE + before * FIELD / largest;
        before += count;
        let to = EDGE + before * FIELD / largest;
        if count > 0 {
            shapes.extend(lit(*light, (from, top, to - from, BAR)));
            let said = count.to_string();
            if width(&said) + 2 <= to - from {
                let middle = ((from + to) / 2, top + 13);
                shapes.push(label(("label", "middle"), middle, &said));
            }
        }
    }
    shapes
}

#[cfg(test)]
mod tests {
    use super::bar;
    use crate::derive::RollUp;
    use crate::model::Light;

    #[test]
    fn parts_follow_one_another_and_have_their_counts_where_there_is_room() {
        let mut set = RollUp {
            total: 202,
            ..RollUp::default()
        };
        // Red, orange, yellow, blue, no data, green, grey, done.
        set.by_light = [1, 0, 101, 0, 0, 0, 0, 100];
        let shapes = bar(&set, &[Light::Red, Light::Yellow, Light::Done], (20, 404));
        let edges = shapes.iter().filter(|shape| shape.class == "edge");
        let edges: Vec<&str> = edges.map(|shape| shape.path.as_str()).collect();
        // 404 units stand for 404 items, from the eighth unit on.
        assert_eq!(
            edges,
            [
                "M8 20h1v18h-1z",
                "M9 20h101v18h-101z",
                "M110 20h100v18h-100z"
            ]
        );
        let counts = shapes.iter().filter(|shape| !shape.text.is_empty());
        let counts: Vec<(&str, &str)> = counts
            .map(|shape| (shape.text.as_str(), shape.x.as_str()))
            .collect();
        assert_eq!(counts, [("101", "59"), ("100", "160")]);
    }
}
