//! The two axes of a chart: values in round steps, days in whole months or years.

use crate::date::Date;
use crate::decimal::Decimal;

use super::{Tick, text, whole};

/// So many steps of values at most.
const STEPS: i64 = 5;
/// So many labels of days at most.
const LABELS: i64 = 6;
/// Months between two labels of days.
const MONTHS: [i64; 12] = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 12_000];

#[derive(Debug)]
pub(in crate::site::view) struct Values {
    pub(in crate::site::view) low: Decimal,
    pub(in crate::site::view) high: Decimal,
    step: Decimal,
    top: Decimal,
    pub(in crate::site::view) bottom: Decimal,
}

impl Values {
    pub(in crate::site::view) fn over(all: &[Decimal], top: Decimal, bottom: Decimal) -> Values {
        let low = all.iter().copied().min().unwrap_or_default();
        let high = all.iter().copied().max().unwrap_or_default();
        let span = high - low;
        let step = round_step(if span.is_positive() {
            span
        } else {
            Decimal::ONE
        });
        let low = down(low, step);
        let mut high = -down(-high, step);
        if high <= low {
            high = low + step;
        }
        Values {
            low,
            high,
            step,
            top,
            bottom,
        }
    }

    pub(in crate::site::view) fn y(&self, value: Decimal) -> Decimal {
        let share = (value - self.low).over(self.high - self.low);
        self.bottom - share.unwrap_or_default() * (self.bottom - self.top)
    }

    pub(in crate::site::view) fn ticks(&self) -> Vec<Tick> {
        let mut ticks = Vec::new();
        let mut value = self.low;
        while value <= self.high {
            let y = self.y(value);
            ticks.push(Tick {
                at: text(y),
                text_at: text(y + whole(4)),
                text: value.to_string(),
            });
            if ticks.len() as i64 > STEPS + 2 {
                break;
            }
            value = value + self.step;
        }
        ticks
    }
}

/// 1, 2 or 5 and zeroes.
fn round_step(span: Decimal) -> Decimal {
    let ten = whole(10);
    let mut unit = Decimal::parse("0.000000001").unwrap_or(Decimal::ONE);
    for _ in 0..27 {
        for factor in [1, 2, 5] {
            let step = unit * whole(factor);
            if span <= step * whole(STEPS) {
                return step;
            }
        }
        unit = unit * ten;
    }
    span
}

/// To a whole number of steps.
fn down(value: Decimal, step: Decimal) -> Decimal {
    let steps = value.over(step).unwrap_or_default();
    let near = steps.round(0);
    let near = if near > steps {
        near - Decimal::ONE
    } else {
        near
    };
    near * step
}

#[derive(Debug)]
pub(in crate::site::view) struct Days {
    from: Date,
    to: Date,
    pub(in crate::site::view) left: Decimal,
    pub(in crate::site::view) right: Decimal,
}

impl Days {
    pub(in crate::site::view) fn over(
        (first, last): (Date, Date),
        left: Decimal,
        right: Decimal,
    ) -> Days {
        let (mut from, mut to) = (first, last);
        if to.days_since(from) < 31 {
            from = from.plus_months(-1);
            to = to.plus_months(1);
        }
        Days {
            from,
            to,
            left,
            right,
        }
    }

    /// A little inside the edges, so that marks stand free of them.
    pub(in crate::site::view) fn x(&self, date: Date) -> Decimal {
        let inset = whole(8);
        let all = whole(self.to.days_since(self.from));
        let share = whole(date.days_since(self.from)).over(all);
        let broad = self.right - self.left - inset - inset;
        self.left + inset + share.unwrap_or_default() * broad
    }

    pub(in crate::site::view) fn ticks(&self) -> Vec<Tick> {
        let months = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month()) - 1;
        let span = months(self.to) - months(self.from);
        let apart = MONTHS.into_iter().find(|apart| span / apart < LABELS);
        let apart = apart.unwrap_or(24_000);
        let mut ticks = Vec::new();
        let mut taken: Option<Decimal> = None;
        let mut month = self.from.first_of_month();
        while month <= self.to {
            if months(month) % apart == 0 && month >= self.from {
                let x = self.x(month);
                let middle = self.held_in(x, apart);
                // A label that was held may have come too near to the one before it.
                if taken.is_none_or(|taken| taken <= middle - half(apart)) {
                    taken = Some(middle + half(apart));
                    ticks.push(Tick {
                        at: text(x),
                        text_at: text(middle),
                        text: if apart < 12 {
                            format!("{:04}-{:02}", month.year(), month.month())
                        } else {
                            format!("{:04}", month.year())
                        },
                    });
                }
            }
            let next = month.plus_months(1);
            if next <= month {
                // The calendar's last day.
                break;
            }
            month = next;
        }
        ticks
    }

    /// The middle of a label that must neither leave the drawing nor reach under the labels of values.
    fn held_in(&self, x: Decimal, apart: i64) -> Decimal {
        let half = half(apart);
        x.max(self.left - whole(4) + half)
            .min(whole(super::WIDTH) - half)
    }
}

/// Half the breadth of a label of months, or of years.
fn half(apart: i64) -> Decimal {
    whole(if apart < 12 { 28 } else { 16 })
}
