//! Geometry of charts: places worked out by hand, and what holds for any series.

use super::label::{Area, width};
use super::scale::Days;
use super::{Aim, Drawing, Plot, Point, Start, draw, whole};
use crate::date::Date;
use crate::decimal::Decimal;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn number(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn point(date: &str, value: &str) -> Point {
    Point {
        date: day(date),
        value: number(value),
        provisional: false,
    }
}

fn aim(by: &str, low: &str, high: &str) -> Aim {
    Aim {
        by: day(by),
        low: number(low),
        high: number(high),
        text: format!("目标{high}"),
    }
}

/// From 1 January 2020 to 31 December 2024 there are 1826 days; 50 … 100 makes ten steps of 5, so steps of 10.
fn five_years() -> Plot {
    Plot {
        points: vec![
            point("2020-01-01", "50"),
            point("2022-07-02", "60"),
            Point {
                provisional: true,
                ..point("2024-12-31", "75")
            },
        ],
        targets: vec![aim("2022-12-31", "70", "70"), aim("2024-12-31", "90", "90")],
        baseline: Some(Start {
            date: Some(day("2020-01-01")),
            value: number("50"),
            text: "基线50".to_owned(),
        }),
    }
}

#[test]
fn values_stand_at_their_height_and_days_at_their_place() {
    let drawing = draw(&five_years()).unwrap();
    let ticks: Vec<&str> = drawing.values.iter().map(|t| t.text.as_str()).collect();
    assert_eq!(ticks, ["50", "60", "70", "80", "90"]);
    let years: Vec<&str> = drawing.days.iter().map(|t| t.text.as_str()).collect();
    assert_eq!(years, ["2020", "2021", "2022", "2023", "2024"]);
    // The field is 20 … 234 high and 24 … 406 broad, its days 32 … 398; 2 July 2022 is day 913 of 1826.
    assert_eq!(drawing.line, "32,234 215,180.5 398,100.3");
    assert_eq!(drawing.baseline, "234");
    // 31 December 2022 is day 1095: 32 + 366 · 1095 / 1826 = 251.5.
    assert_eq!(drawing.targets, ["M24 127H251.5V20H398"]);
    assert!(drawing.cut);
}

#[test]
fn a_provisional_value_has_a_mark_of_its_own() {
    let drawing = draw(&five_years()).unwrap();
    let corners: Vec<&str> = drawing.marks.iter().map(|m| m.corners.as_str()).collect();
    assert_eq!(corners, ["", "", "398,95.3 403,100.3 398,105.3 393,100.3"]);
}

#[test]
fn a_band_has_two_lines_and_a_value_alone_none() {
    let plot = Plot {
        points: vec![point("2024-05-01", "0")],
        targets: vec![aim("2024-12-31", "-2", "3")],
        baseline: None,
    };
    let drawing = draw(&plot).unwrap();
    assert_eq!((drawing.targets.len(), drawing.line.as_str()), (2, ""));
    assert!(!drawing.cut);
    assert!(draw(&Plot::default()).is_none());
}

#[test]
fn values_that_never_change_still_have_an_axis() {
    let flat = ["2024-01-01", "2024-06-01"].map(|date| point(date, "7"));
    let plot = Plot {
        points: flat.to_vec(),
        ..Plot::default()
    };
    let drawing = draw(&plot).unwrap();
    assert!(drawing.values.len() > 1, "{:?}", drawing.values);
}

fn area(label: &super::Label) -> Area {
    let half = whole(width(&label.text) / 2);
    let (x, foot) = (number(&label.x), number(&label.y));
    Area {
        left: x - half,
        right: x + half,
        top: foot - whole(12),
        bottom: foot + whole(2),
    }
}

fn check_apart(drawing: &Drawing) {
    let areas: Vec<Area> = drawing.labels.iter().map(area).collect();
    for (place, one) in areas.iter().enumerate() {
        assert!(one.left >= Decimal::ZERO && one.right <= whole(drawing.width));
        assert!(one.top >= Decimal::ZERO && one.bottom <= whole(drawing.height));
        for other in &areas[..place] {
            assert!(!one.meets(other), "{:?}", drawing.labels);
        }
    }
}

#[test]
fn labels_keep_apart_whatever_the_series() {
    let mut seed: u64 = 7;
    let mut next = |below: u64| {
        seed = seed
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (seed >> 33) % below
    };
    let mut labels = 0;
    for _ in 0..300 {
        let (count, spread) = (next(30) + 1, next(9000) + 1);
        let mut date = day("2016-01-01");
        let mut plot = Plot::default();
        for _ in 0..count {
            date = date.plus_days(i64::try_from(next(400)).unwrap());
            let value = Decimal::from_whole(i64::try_from(next(spread)).unwrap()) * number("0.1");
            plot.points.push(Point {
                date,
                value,
                provisional: next(4) == 0,
            });
        }
        for n in 0..next(4) {
            let by = date.plus_days(i64::try_from(n * 200).unwrap());
            plot.targets.push(aim(&by.to_string(), "12.5", "30"));
        }
        let drawing = draw(&plot).unwrap();
        labels += drawing.labels.len();
        check_apart(&drawing);
    }
    assert!(labels > 900, "{labels}");
}

/// However many years there are, few of them are labelled.
#[test]
fn days_end_with_the_calendar() {
    for from in ["2026-01-01", "9999-06-01", "9999-12-31"] {
        let days = Days::over((day(from), day("9999-12-31")), whole(20), whole(400));
        let ticks = days.ticks();
        assert!(ticks.len() <= 8, "{from}: {}", ticks.len());
    }
}
