//! What is known from before makes a project quick, and nothing else of it: warm is held against cold after each edit.

use std::collections::BTreeMap;

use super::{
    Known, KnownFacts, compared_report, compared_report_again, project, project_again, rest,
    settings,
};
use crate::date::Date;
use crate::diagnostic::{Checked, Severity};
use crate::model::{Audience, Project, Visibility};
use crate::source::{Asset, File, Source};

/// A sequence that looks like chance and is the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }
}

type Texts = BTreeMap<String, String>;

const TASKS: usize = 12;

fn path(n: usize) -> String {
    format!("content/tasks/t{n:02}.md")
}

/// A task whose body names another and a heading of it, a file, a decision, and its own number of rounds.
fn task(n: usize, round: usize) -> String {
    let other = (n + round) % TASKS;
    let (day, lead) = (1 + round % 28, ["works", "water"][round % 2]);
    // Where nothing else is named, the record is remembered; the others have to do with more than themselves.
    let named = match n % 4 {
        0 => format!("After [that one](task:t{other:02}#step)."),
        1 => format!("After [that one](task:t{other:02}) and ![a map](../assets/map.svg)."),
        2 => "As [decided](decision:m1-1).".to_owned(),
        _ => format!("In round {round}."),
    };
    format!(
        "---\ntitle: Task {n} in round {round}\nlead: {lead}\nstart: 2026-01-01\ndue: 2026-12-{day:02}\n\
         target: {{text: Done}}\n---\n\n## Step\n\n{named}\n"
    )
}

#[test]
fn tables_are_made_again_only_when_others_learn_something_new() {
    let everyone = Audience::up_to(Visibility::Restricted);
    let mut warm = Warm::nothing();
    let mut texts = beginning();
    let mut stood = |texts: &Texts| {
        hold(&source(texts, &[]), &everyone, &mut warm, "tables");
        warm.known.records.has_stood()
    };
    assert!(!stood(&texts));
    assert!(stood(&texts));
    // What a task says of itself is nothing that others learn; who may see it is.
    texts.insert(path(3), task(3, 1));
    assert!(stood(&texts));
    let hidden = task(3, 1).replace("title:", "visibility: internal\ntitle:");
    texts.insert(path(3), hidden);
    assert!(!stood(&texts));
    // Of a unit its name, of a meeting its decisions and its day.
    let units = "- {id: works, name: Works, level: City}\n- {id: water, name: Water}\n";
    texts.insert("content/units/units.yaml".into(), units.into());
    assert!(stood(&texts));
    let units = units.replace("Works", "Roads");
    texts.insert("content/units/units.yaml".into(), units);
    assert!(!stood(&texts));
    texts.insert("content/meetings/m1.yaml".into(), meeting(1));
    assert!(!stood(&texts));
    texts.insert("content/meetings/m1.yaml".into(), meeting(7));
    assert!(stood(&texts), "the text of a decision is its own");
    texts.insert("content/meetings/m1.yaml".into(), meeting(6));
    assert!(!stood(&texts), "one decision more");
    texts.insert("content/areas/a.yaml".into(), "name: Area\n".into());
    assert!(!stood(&texts));
    assert!(stood(&texts));
}

/// A meeting with another decision, number of decisions or day.
fn meeting(round: usize) -> String {
    let more = match round % 3 {
        0 => "  - {text: Go on, lead: water, due: 2026-12-31}\n",
        _ => "",
    };
    let day = 5 + round % 2;
    format!(
        "title: First\ndate: 2026-01-{day:02}\ndecisions:\n\
         {more}  - {{text: Begin for {round}, lead: works, due: 2026-12-31}}\n"
    )
}

fn beginning() -> Texts {
    let mut texts: Texts = (0..TASKS).map(|n| (path(n), task(n, 0))).collect();
    let others = [
        (
            "content/site.yaml",
            "title: Shili\nlanguage: en\ndefault_visibility: public\n",
        ),
        (
            "content/units/units.yaml",
            "- {id: works, name: Works}\n- {id: water, name: Water}\n",
        ),
        (
            "content/meetings/m1.yaml",
            "title: First\ndate: 2026-01-05\ndecisions:\n  - {text: Begin, lead: works, due: 2026-12-31}\n",
        ),
        (
            "content/documents/plan.yaml",
            "title: Plan\ndate: 2026-01-02\nunit: works\n",
        ),
        (
            "content/documents/plan.md",
            "# Plan\n\nOf [one](task:t01).\n",
        ),
        (
            "content/instructions/one.yaml",
            "text: Faster\ndate: 2026-02-01\nby: The mayor\ntasks: [t03]\n",
        ),
    ];
    let others = others.map(|(path, text)| (path.to_owned(), text.to_owned()));
    texts.extend(others);
    texts
}

fn source(texts: &Texts, assets: &[&str]) -> Source {
    let files = texts.iter().map(|(path, text)| File {
        path: path.clone(),
        bytes: text.clone().into_bytes().into(),
    });
    let assets = assets.iter().map(|path| Asset {
        path: (*path).to_owned(),
        size: 1,
        digest: "00".to_owned(),
        look: None,
    });
    Source {
        files: files.collect(),
        assets: assets.collect(),
        ..Source::default()
    }
}

/// A project and all that was found, in an order that has nothing to do with when it was found.
fn told(checked: &Checked<Project>) -> (String, Vec<String>) {
    let mut found: Vec<String> = checked.findings.iter().map(|f| format!("{f:?}")).collect();
    found.sort();
    (format!("{:?}", checked.value), found)
}

/// All that is known from before.
struct Warm {
    known: Known,
    facts: KnownFacts,
}

impl Warm {
    fn nothing() -> Warm {
        Warm {
            known: Known::nothing(),
            facts: KnownFacts::keeping(),
        }
    }
}

/// Holds warm against cold; tells whether there are errors.
fn hold(source: &Source, audience: &Audience, warm: &mut Warm, what: &str) -> bool {
    let Warm { known, facts } = warm;
    let cold = project(source, settings(source), audience);
    let (mut warm, open) = project_again(source, settings(source), audience, known);
    let before = warm.findings.len();
    rest(&warm.value, (source, audience), &open, &mut warm.findings);
    let mut later = warm.findings[before..].iter();
    assert!(
        later.all(|finding| finding.severity != Severity::Error),
        "{what}: an error of a site that may be shown by then"
    );
    let (cold_told, warm_told) = (told(&cold), told(&warm));
    assert_eq!(cold_told.1, warm_told.1, "{what}");
    assert!(cold_told.0 == warm_told.0, "{what}: another project");
    let day = Date::new(2026, 3, 1).expect("a day");
    let figures = format!("{:?}", compared_report(&cold.value, day, None));
    let again = compared_report_again(&warm.value, day, None, facts);
    assert!(figures == format!("{again:?}"), "{what}: other figures");
    let mut all = cold.findings.iter();
    all.any(|finding| finding.severity == Severity::Error)
}

/// How many kinds of edits there are.
const EDITS: usize = 18;

/// Edits a task, or adds or removes one; none: this is no such edit.
fn edit_task(texts: &mut Texts, n: usize, (edit, round): (usize, usize)) -> Option<&'static str> {
    let (text, what) = match edit {
        0 => ("title: [not closed\n".to_owned(), "break"),
        1 => (task(n, round).replace("lead: ", "lead: un"), "unknown unit"),
        2 => (
            task(n, round).replace("title:", "slug: same\ntitle:"),
            "route",
        ),
        3 => (task(n, round).replace("## Step", "## Other"), "heading"),
        4 => (
            task(n, round).replace("title:", "visibility: internal\ntitle:"),
            "visibility",
        ),
        5 => {
            let progress =
                format!("progress:\n  - {{date: 2026-02-01, percent: {round}}}\n---\n\n##");
            (task(n, 0).replace("---\n\n##", &progress), "progress")
        }
        // A ring of parents, found before anything is shown.
        6 => (
            task(n, 0).replace("lead:", &format!("parent: t{n:02}\nlead:")),
            "ring",
        ),
        7 => {
            let text = texts.remove(&path(n)).unwrap_or_else(|| task(n, round));
            texts.insert(format!("content/tasks/a{n:02}.md"), text);
            return Some("rename");
        }
        8 => {
            texts.insert("content/tasks/new.md".into(), task(n, round));
            return Some("new task");
        }
        9 => {
            texts.remove(&path(n));
            return Some("task gone");
        }
        _ => return None,
    };
    texts.insert(path(n), text);
    Some(what)
}

/// Edits something else, or all; none: nothing.
fn edit_other(texts: &mut Texts, (edit, round): (usize, usize)) -> Option<&'static str> {
    let (path, text, what) = match edit {
        // A file before all others, so that these have other numbers.
        10 => (
            "content/areas/a.yaml",
            format!("name: Area {round}\n"),
            "add",
        ),
        11 => {
            texts.remove("content/areas/a.yaml");
            return Some("remove");
        }
        12 => (
            "content/site.yaml",
            format!("title: Round {round}\nlanguage: en\n"),
            "settings",
        ),
        13 => {
            let name = ["Works", "Works Bureau"][round % 2];
            let text = format!("- {{id: works, name: {name}}}\n- {{id: water, name: Water}}\n");
            ("content/units/units.yaml", text, "name of a unit")
        }
        14 => ("content/meetings/m1.yaml", meeting(round), "decision"),
        15 => {
            *texts = beginning();
            return Some("mend");
        }
        _ => return None,
    };
    texts.insert(path.to_owned(), text);
    Some(what)
}

#[test]
fn what_is_known_makes_it_quick_and_nothing_else() {
    let map = ["content/assets/map.svg"];
    let everyone = Audience::up_to(Visibility::Restricted);
    let outside = Audience::up_to(Visibility::Public);
    let mut warm = Warm::nothing();
    let mut texts = beginning();
    let mut chance = Chance(7);
    let mut broken = 0;
    hold(&source(&texts, &map), &everyone, &mut warm, "cold");
    assert_eq!((warm.known.files.hits, warm.known.records.tasks()), (0, 0));
    for round in 1..=240 {
        let (n, edit) = (chance.below(TASKS), chance.below(EDITS));
        let what = edit_task(&mut texts, n, (edit, round))
            .or_else(|| edit_other(&mut texts, (edit, round)));
        let (what, audience, assets): (_, _, &[&str]) = match (what, edit) {
            (Some(what), _) => (what, &everyone, &map),
            (None, 16) => ("readers", &outside, &map),
            (None, _) => ("no assets", &everyone, &[]),
        };
        let what = format!("{what} in round {round}");
        broken += usize::from(hold(&source(&texts, assets), audience, &mut warm, &what));
    }
    assert!(broken > 20 && broken < 220, "{broken} of 240 rounds");
}

#[test]
fn only_what_changed_is_read_and_linked() {
    let everyone = Audience::up_to(Visibility::Restricted);
    let assets = ["content/assets/map.svg"];
    let mut warm = Warm::nothing();
    let mut texts = beginning();
    let all = texts.len();
    let mut hits = |texts: &Texts| {
        hold(&source(texts, &assets), &everyone, &mut warm, "hits");
        (warm.known.files.hits, warm.known.records.tasks())
    };
    assert_eq!(hits(&texts), (0, 0));
    // Of four tasks, the one whose link has an anchor and the one that names a decision without an id of its own are
    // linked each time.
    let remembered = TASKS / 2;
    assert_eq!(hits(&texts), (all, remembered));
    texts.insert(path(3), task(3, 1));
    assert_eq!(hits(&texts), (all - 1, remembered - 1));
    assert_eq!(hits(&texts), (all, remembered));
    // A new file is read, and no other that stands after it; but each record has to learn that it is there.
    texts.insert("content/areas/a.yaml".into(), "name: Area\n".into());
    assert_eq!(hits(&texts), (all, 0));
    let moved = texts.remove(&path(7)).expect("a task");
    texts.insert("content/tasks/a.md".into(), moved);
    assert_eq!(hits(&texts), (all, 0));
    assert_eq!(hits(&texts), (all + 1, remembered));
    assert_eq!(warm.facts.number(), TASKS);
}
