//! Pictures become the files that pages show: each original is read once, and only when one of its files is not there.

use crate::diagnostic::{Finding, Place, Value};
use crate::output::{Refusal, Sink};
use crate::parallel;
use crate::photo::{self, Fault, Picture};
use crate::site::{Published, picture};

/// A picture that has more pixels is made while no other is: so that not all threads hold a large one at once.
const LARGE: u64 = 16_000_000;

/// All files of one original.
struct Order<'p> {
    picture: &'p Picture,
    files: &'p [Published<'p>],
}

/// Puts every picture that was not put before; tells of those that are none after all.
pub(super) fn put(files: &[Published<'_>], sink: &dyn Sink) -> Result<Vec<Finding>, Refusal> {
    let rows = files.chunk_by(|one, next| one.asset.path == next.asset.path);
    let orders = rows.filter_map(|files| {
        let picture = picture(files[0].asset)?;
        Some(Order { picture, files })
    });
    let pixels = |p: &Picture| u64::from(p.width) * u64::from(p.height);
    let (large, small): (Vec<Order<'_>>, Vec<Order<'_>>) =
        orders.partition(|order| pixels(order.picture) > LARGE);
    let mut found = parallel::map(&small, |_, order| fill(order, sink));
    found.extend(large.iter().map(|order| fill(order, sink)));
    let found: Result<Vec<Option<Finding>>, Refusal> = found.into_iter().collect();
    Ok(found?.into_iter().flatten().collect())
}

fn fill(order: &Order<'_>, sink: &dyn Sink) -> Result<Option<Finding>, Refusal> {
    let mut missing = Vec::new();
    for file in order.files {
        if !sink.keep(&[&file.route])? {
            missing.push((
                file.route.as_str(),
                file.width.unwrap_or(order.picture.width),
            ));
        }
    }
    if missing.is_empty() {
        return Ok(None);
    }
    let asset = order.files[0].asset;
    let original = sink.read(asset)?;
    let widths: Vec<u32> = missing.iter().map(|(_, width)| *width).collect();
    match photo::make(order.picture, &original, &widths) {
        Ok(made) => {
            for ((route, _), bytes) in missing.iter().zip(made) {
                sink.put(route, &bytes)?;
            }
            Ok(None)
        }
        Err(fault) => Ok(Some(broken(&asset.path, fault))),
    }
}

/// The head was well, and what comes after is not.
fn broken(path: &str, fault: Fault) -> Finding {
    let cause = match fault {
        Fault::CutShort => "image-cut-short",
        _ => "image-damaged",
    };
    let place = Place::Path(path.to_owned());
    Finding::error("broken-image", place).with("cause", Value::Word(cause))
}
