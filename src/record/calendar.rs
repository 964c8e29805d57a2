//! `calendar.yaml` as it is written.

use super::field::{Day, List};
use super::head::part;

part!(CalendarRecord { off: List<Day>, work: List<Day>, weekend: Option<List<String>> });
