//! Pictures that stand on pages beside the tables with their figures.

mod burn_up;
mod heat_map;
mod light_bars;
mod progress_bars;
mod rank_moves;

use super::chart::label::width;
use super::live::Picture;
use super::live::picture::{Shape, label};
use crate::messages::Arg;
use crate::site::desk::Desk;
use crate::site::words::number;

pub(crate) use burn_up::{BurnUpView, burn_up_of};
pub(crate) use heat_map::{HeatMapView, reporting_of_items, reporting_of_units};
pub(crate) use light_bars::{LightRow, light_bars};
pub(crate) use progress_bars::{behind_bars, progress_bars};
pub(crate) use rank_moves::rank_moves;

/// Of a drawing, in its own units: about as many as a small screen has points, so that text is never tiny.
const WIDTH: i64 = 420;
/// What stands beside the drawing's edges.
const EDGE: i64 = 8;
/// The breadth of bars and texts.
const FIELD: i64 = WIDTH - 2 * EDGE;
/// Where bars begin.
const TOP: i64 = 6;
/// A picture with more rows is no longer taken in; the table has them all.
const ROWS: usize = 20;

/// A text cut so that it is no wider than this where text is drawn largest.
fn fitted(text: &str, room: i64) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut cut = String::new();
    for c in text.chars() {
        cut.push(c);
        if width(&cut) + width("…") > room {
            cut.pop();
            break;
        }
    }
    cut.trim_end().to_owned() + "…"
}

/// The name of a row, on a line of its own.
fn row_name(name: &str, top: i64, room: i64) -> Shape {
    label(
        ("row-label", "start"),
        (EDGE, top + 14),
        &fitted(name, room),
    )
}

/// A picture of rows, the first of `all` being drawn, with what its description says.
fn of_rows(
    desk: &Desk<'_>,
    (said, drawn, all): (&str, usize, usize),
    (height, shapes): (i64, Vec<Shape>),
) -> Picture {
    let values = [("drawn", number(drawn)), ("n", number(all))];
    let id = if drawn < all {
        "picture-some"
    } else {
        "picture-all"
    };
    Picture {
        description: desk.words.plain(said) + &desk.words.say(id, &values),
        width: WIDTH,
        height,
        shapes,
        ..Picture::default()
    }
}

/// A title that names what the picture is of.
fn titled(desk: &Desk<'_>, id: &str, of: &str) -> String {
    desk.words.say(id, &[("of", Arg::Text(of))])
}

/// How many of so many rows are drawn, as the drawing counts them.
fn rows(drawn: usize) -> i64 {
    i64::try_from(drawn).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::fitted;

    #[test]
    fn texts_are_cut_where_they_would_leave_their_room() {
        // A Chinese character takes 15 and a Latin one 8 where text is drawn largest.
        assert_eq!(fitted("城市建设", 60), "城市建设");
        assert_eq!(fitted("城市建设", 59), "城市…");
        assert_eq!(fitted("Old town", 64), "Old town");
        // The space before the mark goes too.
        assert_eq!(fitted("Old towns", 50), "Old…");
    }
}
