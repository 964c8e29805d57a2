//! A large made-up programme: every figure of `facts` against a count made apart from the program.

mod calendar;
mod count;
mod generate;
mod judge;
mod write;

use serde_json::Value;

use calendar::{Day, day, iso};
use count::{Counted, Item, Set};
use judge::{Cutoffs, Facts};

#[test]
fn every_figure_of_a_large_programme_is_right() {
    let cutoffs = |last, before| Cutoffs {
        last,
        before,
        grace: 3,
    };
    // The three days of grace after the 25th have passed on the first of these days, and not on the other.
    let late_june = cutoffs(day(2026, 6, 25), day(2026, 5, 25));
    let late_november = cutoffs(day(2025, 11, 25), day(2025, 10, 25));
    for (seed, today, cutoffs) in [
        (20_260_630, day(2026, 6, 30), late_june),
        (7, day(2025, 12, 27), late_november),
    ] {
        let programme = generate::programme(seed);
        let site = write::write(&programme);
        let run = site.run(&["facts", "--as-of", &iso(today)]);
        assert_eq!(run.code, 0, "{}", run.err.get(..2000).unwrap_or(&run.err));
        let said: Value = serde_json::from_str(&run.out).expect("facts are JSON");
        let counted = count::count(&programme, today, cutoffs);
        assert!(
            counted.is_worth_it(),
            "a programme with something of everything"
        );
        compare_items(&said, &counted);
        compare_sets(&said, &counted);
    }
}

fn compare_items(said: &Value, counted: &Counted) {
    let mut differences = Vec::new();
    for (list, items) in [("tasks", &counted.tasks), ("decisions", &counted.decisions)] {
        let rows = said[list].as_array().expect("a list");
        let rows = rows.iter().filter(|row| row["in_ledger"] == true);
        let rows: Vec<&Value> = rows.collect();
        let ids: Vec<&str> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
        let wanted: Vec<&str> = items.iter().map(|item| item.id.as_str()).collect();
        let at = ids.iter().zip(&wanted).find(|(one, other)| one != other);
        assert_eq!((ids.len(), at), (wanted.len(), None), "the ledger's {list}");
        for (row, item) in rows.into_iter().zip(items) {
            differences.extend(item_differences(row, item));
        }
    }
    for (id, planned, actual) in &counted.parents {
        let rows = said["tasks"].as_array().expect("a list");
        let row = rows
            .iter()
            .find(|row| row["id"] == id.as_str())
            .expect("the parent");
        check(&mut differences, row, "planned_percent", &number(*planned));
        check(&mut differences, row, "actual_percent", &number(*actual));
    }
    assert!(differences.is_empty(), "{}", first(&differences));
}

fn item_differences(row: &Value, item: &Item) -> Vec<String> {
    let Facts {
        state,
        light,
        pace,
        planned,
        actual,
        gap,
        due,
        days_overdue,
        due_soon,
        stale,
        finished_on,
        closed_on,
        ..
    } = item.facts.clone();
    let date = |day: Option<Day>| day.map_or("null".to_owned(), iso);
    let mut differences = Vec::new();
    let mut same = |key, value: &str| check(&mut differences, row, key, value);
    same("state", state);
    same("light", light);
    same("pace", pace.unwrap_or("null"));
    same("planned_percent", &number(planned));
    same("actual_percent", &number(actual));
    same("gap", &number(gap));
    same("effective_due", &date(due));
    same("days_overdue", &days_overdue.to_string());
    same("due_soon", &due_soon.to_string());
    same("stale", &stale.to_string());
    same("finished_on", &date(finished_on));
    same("closed_on", &date(closed_on));
    differences
}

fn compare_sets(said: &Value, counted: &Counted) {
    let mut differences = Vec::new();
    let mut seen = 0;
    for (list, part, sets) in [
        ("campaigns", None, std::slice::from_ref(&counted.campaign)),
        ("areas", None, counted.areas.as_slice()),
        ("people", None, counted.people.as_slice()),
        ("units", Some("as_lead"), counted.leads.as_slice()),
        ("units", Some("involved"), counted.involved.as_slice()),
    ] {
        let rows = said[list].as_array().expect("a list");
        assert_eq!(rows.len(), sets.len(), "{list}");
        for (row, set) in rows.iter().zip(sets) {
            let mut row = match part {
                Some(part) => row[part].clone(),
                None => row.clone(),
            };
            row["id"] = format!("{list} {} {part:?}", set.id).into();
            set_differences(&mut differences, &row, set);
            seen += 1;
        }
    }
    assert_eq!(
        seen,
        1 + generate::AREAS + generate::PEOPLE + 2 * generate::UNITS
    );
    assert!(differences.is_empty(), "{}", first(&differences));
}

fn set_differences(differences: &mut Vec<String>, row: &Value, set: &Set) {
    let mut same = |key: &str, value: &str| check(differences, row, key, value);
    same("total", &set.total.to_string());
    same("overdue_count", &set.overdue.0.to_string());
    for (key, (part, whole)) in [
        ("start_rate", set.start),
        ("completion_rate", set.completion),
        ("on_time_rate", set.on_time),
        ("overdue_rate", set.overdue),
        ("closure_rate", set.closure),
        ("report_rate", set.report),
    ] {
        same(key, &number(judge::percent(part, whole)));
    }
    let mean = (set.weight > 0).then(|| judge::rounded(set.weighted, set.weight));
    same("weighted_progress", &number(mean));
    let groups = [
        ("excluded", &set.excluded),
        ("by_state", &set.by_state),
        ("by_light", &set.by_light),
        ("by_pace", &set.by_pace),
    ];
    for (group, counts) in groups {
        let named = row[group].as_object().expect("counts by name");
        for name in named
            .keys()
            .map(String::as_str)
            .chain(counts.keys().copied())
        {
            let count = counts.get(name).copied().unwrap_or(0);
            let inner = serde_json::json!({ "id": format!("{} {group}", row["id"]), name: row[group][name] });
            check(differences, &inner, name, &count.to_string());
        }
    }
}

fn check(differences: &mut Vec<String>, row: &Value, key: &str, wanted: &str) {
    let said = match &row[key] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if said != wanted {
        differences.push(format!("{} {key}: {said}, counted {wanted}", row["id"]));
    }
}

/// Hundredths as JSON has them: no zeros at the end.
fn number(hundredths: Option<i128>) -> String {
    let Some(n) = hundredths else {
        return "null".to_owned();
    };
    let sign = if n < 0 { "-" } else { "" };
    let text = format!("{sign}{}.{:02}", n.abs() / 100, n.abs() % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn first(differences: &[String]) -> String {
    let shown = differences
        .iter()
        .take(20)
        .cloned()
        .collect::<Vec<_>>()
        .join("\n");
    format!("{} differences:\n{shown}", differences.len())
}
