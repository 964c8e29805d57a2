//! Both readings, faults and places.

use serde::Deserialize;

use super::{Limits, Reading, Shape, read};

#[derive(Debug, Clone, PartialEq, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Sample {
    id: Option<String>,
    title: Option<String>,
    severity: Option<u8>,
}

fn records(text: &str) -> Reading<Sample> {
    read(text, Shape::Records, &Limits::default())
}

#[test]
fn smoke() {
    let r = records("- id: a\n  titel: 题\n  severity: x\n- id: b\n  title: &x 1.10\n");
    assert_eq!(r.faults.len(), 2, "{r:#?}");
    println!("{r:#?}");
}
