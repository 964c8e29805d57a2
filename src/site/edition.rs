//! Editions: what a bulletin comes to at its own date, as plain data that no later record changes.

use std::collections::BTreeMap;

use crate::date::Date;
use crate::derive::{self, RollUp};
use crate::frozen::{Body, Edition, Live, Stored};
use crate::model::{Bulletin, Key, Light, Mention, Party, Project, Seen, State};

use super::comparison::comparison;
use super::desk::{Desk, Used};
use super::index::Index;
use super::view::live::{Piece, Pieces, pieces};
use super::words::Words;

/// Editions of bulletins that are not released, by the bulletin's id.
pub(crate) type Drafts = BTreeMap<String, Edition>;

/// The editions of some bulletins of a project that holds exactly what their own readers may see.
pub(crate) fn editions(
    project: &Project,
    words: &Words<'_>,
    is_wanted: &dyn Fn(&Bulletin) -> bool,
) -> Vec<(Key<Bulletin>, Edition)> {
    let shelf = &project.bulletins;
    let mut alike: BTreeMap<Compared<'_>, Vec<Key<Bulletin>>> = BTreeMap::new();
    for (key, bulletin) in shelf.iter() {
        if is_wanted(&bulletin.now) {
            let series = bulletin.now.series.as_ref();
            let before = derive::edition_before(project, key);
            let compared = Compared {
                as_of: bulletin.now.as_of,
                before: before.map(|before| shelf.chronicle(before).now.as_of),
                series: series.map(|series| series.id.as_str()),
            };
            alike.entry(compared).or_default().push(key);
        }
    }
    let mut all = Vec::new();
    for (compared, keys) in alike {
        let days = (compared.as_of, compared.before);
        let report = derive::edition_report(project, compared.series, days);
        let index = Index::new(&report);
        let used = Used::default();
        let desk = Desk {
            report: &report,
            index: &index,
            words,
            root: "",
            top: "",
            used: &used,
            rows: None,
        };
        all.extend(keys.into_iter().map(|key| (key, edition(&desk, key))));
    }
    all
}

/// What editions have in common that are made from the same facts.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Compared<'p> {
    as_of: Date,
    /// Of the edition before.
    before: Option<Date>,
    series: Option<&'p str>,
}

fn edition(desk: &Desk<'_>, key: Key<Bulletin>) -> Edition {
    let bulletin = &desk.report.project.bulletins.chronicle(key).now;
    let name = |party: &Party| party_name(desk, party, bulletin.dated);
    let mut record = bulletin.record(desk.language(), &name);
    let mentions = |all: &[Mention]| all.iter().map(|one| mention(desk, one)).collect();
    record.commended = mentions(&bulletin.commended);
    record.criticised = mentions(&bulletin.criticised);
    let body = match &bulletin.head.body {
        Some(body) => Body {
            markdown: body.markdown.clone(),
            live: stored(&pieces(desk, body)),
        },
        None => Body::default(),
    };
    let counts = counts(&desk.report.whole);
    // Among those that its own readers may see.
    let before = derive::edition_before(desk.report.project, key);
    let changes = before.zip(desk.earlier()).map(|(before, then)| {
        let before = &desk.report.project.bulletins.chronicle(before).now;
        Stored::of(&comparison(desk, before, then))
    });
    Edition::new(&bulletin.head.id, record, body, (counts, changes))
}

fn stored(pieces: &Pieces) -> Vec<Live> {
    let each = pieces.iter().map(|(at, piece)| Live {
        at: *at,
        filled: Stored::of(piece),
    });
    each.collect()
}

/// What was filled in when the edition was made, ready for its page.
pub(crate) fn restored(edition: &Edition) -> Pieces {
    let each = edition.body.live.iter();
    each.filter_map(|one| Some((one.at, one.filled.read::<Piece>()?)))
        .collect()
}

/// The full name, as it was on the day that the bulletin bears.
fn party_name(desk: &Desk<'_>, party: &Party, day: Date) -> String {
    let project = desk.report.project;
    match party {
        Party::Unit(Seen::Shown(key)) => {
            let unit = project.units.at(*key, desk.as_of());
            desk.words.text(unit.name_on(day))
        }
        Party::Person(Seen::Shown(key)) => {
            let person = project.people.at(*key, desk.as_of());
            desk.words.text(&person.name)
        }
        Party::Unit(Seen::Hidden) | Party::Person(Seen::Hidden) => desk.hidden().text,
        Party::Text(text) => desk.words.text(text),
    }
}

/// `示例市住房和城乡建设局：提前完成全部节点`.
fn mention(desk: &Desk<'_>, mention: &Mention) -> String {
    let unit = mention.unit.map(|unit| desk.seen_unit(unit).text);
    let task = mention.task.map(|task| desk.seen_task(task).text);
    let named: Vec<String> = unit.into_iter().chain(task).collect();
    let parts = [
        desk.words.list(&named),
        desk.words.optional(mention.text.as_ref()),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(&desk.words.plain("colon"))
}

/// The figures of the whole ledger, by names that stay.
fn counts(whole: &RollUp) -> BTreeMap<String, String> {
    let percent = |figure: Option<crate::decimal::Decimal>| {
        figure.map(|figure| figure.to_string()).unwrap_or_default()
    };
    let mut counts = BTreeMap::from([
        ("total".to_owned(), whole.total.to_string()),
        ("cancelled".to_owned(), whole.excluded_cancelled.to_string()),
        ("ongoing".to_owned(), whole.excluded_ongoing.to_string()),
        ("overdue".to_owned(), whole.overdue.count.to_string()),
        ("due_soon".to_owned(), whole.due_soon.to_string()),
        ("stale".to_owned(), whole.stale.to_string()),
        (
            "completion_rate".to_owned(),
            percent(whole.completion.percent),
        ),
        (
            "weighted_progress".to_owned(),
            percent(whole.weighted_progress),
        ),
    ]);
    for (light, count) in Light::ALL.iter().zip(whole.by_light) {
        counts.insert(format!("light.{}", light.word()), count.to_string());
    }
    for (state, count) in State::ALL.iter().zip(whole.by_state) {
        counts.insert(format!("state.{}", state.word()), count.to_string());
    }
    counts
}

/// The name of a figure that `counts` keeps, as readers know it; `changes` is what is told beside them.
pub(crate) fn figure_name(words: &Words<'_>, key: &str) -> String {
    match key.split_once('.') {
        Some((family, word)) => words.of(family, word),
        None => words.of("edition", key),
    }
}
