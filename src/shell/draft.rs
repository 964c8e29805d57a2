//! `tongbao new bulletin --series`: the next edition of a series, as a draft that reads like one from the start.

use crate::date::Date;
use crate::messages::{Arg, Catalogue};
use crate::model::{
    Bulletin, BulletinKind, Language, Party, Project, Seen, Series, SeriesKind, Text,
};

use super::scaffold::{filled, quoted};

/// The next edition of a series.
pub(super) struct Next<'p> {
    pub(super) series: &'p Series,
    pub(super) id: String,
    pub(super) number: u32,
    from: Date,
    to: Date,
    last: Option<&'p Bulletin>,
    /// As the edition before.
    kind: BulletinKind,
}

/// The series of bulletins with this id.
pub(super) fn series<'p>(project: &'p Project, id: &str) -> Option<&'p Series> {
    all(project).find(|series| series.id == id)
}

/// The ids of all series of bulletins.
pub(super) fn known(project: &Project) -> Vec<String> {
    all(project).map(|series| series.id.clone()).collect()
}

fn all(project: &Project) -> impl Iterator<Item = &Series> {
    let series = project.site.series.iter();
    series.filter(|series| series.kind == SeriesKind::Bulletin)
}

/// Editions of a series, drafts among them, in the order of their dates.
pub(super) fn editions<'p>(project: &'p Project, series: &str) -> Vec<&'p Bulletin> {
    let bulletins = project.bulletins.iter().map(|(_, bulletin)| &bulletin.now);
    let is_of = |bulletin: &&Bulletin| {
        let own = bulletin.series.as_ref();
        own.is_some_and(|own| own.id == series)
    };
    let mut all: Vec<&Bulletin> = bulletins.filter(is_of).collect();
    all.sort_by_key(|bulletin| (bulletin.dated, bulletin.number));
    all
}

/// The edition after the last one; the end of that one's period when the date is not after it.
pub(super) fn next<'p>(
    project: &'p Project,
    series: &'p Series,
    as_of: Date,
) -> Result<Next<'p>, Date> {
    let editions = editions(project, &series.id);
    let last = editions.last();
    if let Some(last) = last.filter(|last| as_of <= last.to) {
        return Err(last.to);
    }
    let campaign = project.campaigns.iter().next();
    let start = campaign.and_then(|(_, campaign)| campaign.now.period.start);
    let start = start.filter(|start| *start <= as_of);
    let from = match last {
        Some(last) => last.to.plus_days(1),
        None => start.unwrap_or(as_of.first_of_month()),
    };
    let same_year =
        |bulletin: &&&Bulletin| !series.by_year || bulletin.dated.year() == as_of.year();
    let numbers = editions.iter().filter(same_year).map(|one| one.number);
    let number = numbers.max().unwrap_or(0) + 1;
    let alike = last.and_then(|last| alike(last, number, (series.by_year, as_of)));
    let usual = || match series.by_year {
        true => format!("{}-{}-{number:02}", series.id, as_of.year()),
        false => format!("{}-{number:03}", series.id),
    };
    let id = alike.unwrap_or_else(usual);
    Ok(Next {
        series,
        id,
        number,
        from,
        to: as_of,
        last: last.copied(),
        kind: last.map(|last| last.kind).unwrap_or_default(),
    })
}

/// An id in the manner of the last one: `tb-2026-3` before `tb-2026-4`, `jb-2026-12` before `jb-2027-01`.
fn alike(last: &Bulletin, number: u32, (by_year, as_of): (bool, Date)) -> Option<String> {
    let id = last.head.id.as_str();
    let front = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &id[front.len()..];
    if digits.parse() != Ok(last.number) {
        return None;
    }
    let (then, now) = (last.dated.year().to_string(), as_of.year().to_string());
    let front = match (by_year, front.contains(&then)) {
        (true, true) => front.replace(&then, &now),
        (true, false) if then != now => return None,
        _ => front.to_owned(),
    };
    // Two digits may be a number that has grown, or one that is always written so.
    let width = match digits.len() {
        1 => 1,
        _ if digits.starts_with('0') => digits.len(),
        width => width.min(2),
    };
    Some(format!("{front}{number:0width$}"))
}

/// The whole file.
pub(super) fn text(
    next: &Next<'_>,
    (id, title): (&str, Option<&str>),
    project: &Project,
    words: &Catalogue,
) -> String {
    let language = words.language();
    let text = match language {
        Language::Chinese => include_str!("scaffold/zh-CN/new/bulletin-series.md"),
        Language::English => include_str!("scaffold/en/new/bulletin-series.md"),
    };
    let since = next.last.map(|last| last.as_of);
    let carried = carried(next, project, language);
    let mut text = part(text, "since", since.is_some());
    text = part(&text, "first", since.is_none());
    text = part(&text, "problems", project.problems.len() > 0);
    let mut assessments = project.assessments.iter();
    let is_ranked = assessments.any(|(_, one)| one.now.to <= next.to);
    text = part(&text, "ranking", is_ranked);
    text = part(&text, "no-ranking", !is_ranked);
    for (name, value) in &carried {
        text = part(&text, name, value.is_some());
        text = part(&text, &format!("no-{name}"), value.is_none());
    }
    let period = period(next, words);
    let campaign = project.campaigns.iter().next();
    let campaign = campaign.map(|(_, one)| one.now.name.wanted(language).to_owned());
    let campaign = campaign.unwrap_or_else(|| words.say("new-edition-work", &[]));
    let values = [
        ("campaign", Arg::Text(&campaign)),
        ("period", Arg::Text(&period)),
        ("series", Arg::Text(next.series.name.wanted(language))),
    ];
    let usual = match next.kind {
        BulletinKind::Progress => "new-edition-title",
        _ => "new-edition-title-of",
    };
    let usual = words.say(usual, &values);
    let title = quoted(title.unwrap_or(&usual));
    filled(&text, |name| {
        Some(match name {
            "id" => id.to_owned(),
            "title" => title.clone(),
            "series" => next.series.id.clone(),
            "kind" => next.kind.word().to_owned(),
            "number" => next.number.to_string(),
            "from" => next.from.to_string(),
            "to" => next.to.to_string(),
            "since" => since?.to_string(),
            "campaign" => campaign.clone(),
            "period" => period.clone(),
            name => {
                let mut carried = carried.iter();
                carried.find(|(own, _)| *own == name)?.1.clone()?
            }
        })
    })
}

/// What the series says, and what the last edition said: as YAML, none where nothing is said.
fn carried(
    next: &Next<'_>,
    project: &Project,
    language: Language,
) -> [(&'static str, Option<String>); 5] {
    let texts = |all: &[Text]| {
        let all = all.iter().map(|one| quoted(one.wanted(language)));
        all.collect::<Vec<String>>().join(", ")
    };
    let said = |text: String| Some(text).filter(|text| !text.is_empty());
    let of_last = |of: &dyn Fn(&Bulletin) -> String| next.last.and_then(|last| said(of(last)));
    let name = |party: &Party| match party {
        Party::Person(Seen::Shown(key)) => project.people.chronicle(*key).now.head.id.clone(),
        Party::Unit(Seen::Shown(key)) => project.units.chronicle(*key).now.head.id.clone(),
        Party::Text(text) => text.wanted(language).to_owned(),
        Party::Person(Seen::Hidden) | Party::Unit(Seen::Hidden) => String::new(),
    };
    let issuers = next.series.issuers.iter().map(|one| quoted(one));
    let issuers: Vec<String> = issuers.collect();
    let signatory = |last: &Bulletin| {
        let name = last.signatory.as_ref().map(name).unwrap_or_default();
        if name.is_empty() { name } else { quoted(&name) }
    };
    let document_no = |last: &Bulletin| last.document_no.as_deref().map(quoted).unwrap_or_default();
    [
        ("issuers", said(issuers.join(", "))),
        ("signatory", of_last(&signatory)),
        ("document_no", of_last(&document_no)),
        ("addressees", of_last(&|last| texts(&last.addressees))),
        ("copy_to", of_last(&|last| texts(&last.copy_to))),
    ]
}

/// A part between `<!-- name -->` and `<!-- /name -->` stays without these lines, or goes with them.
fn part(text: &str, name: &str, stays: bool) -> String {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->\n"));
    let cut = text.split_once(&open).and_then(|(before, rest)| {
        let (inside, after) = rest.split_once(&close)?;
        let inside = if stays { inside } else { "" };
        Some(format!("{before}{inside}{after}"))
    });
    cut.unwrap_or_else(|| text.to_owned())
}

/// A month or a quarter by its name, else the two days.
fn period(next: &Next<'_>, words: &Catalogue) -> String {
    let (from, to) = (next.from, next.to);
    let year = from.year().to_string();
    let whole = from == from.first_of_month() && to == to.last_of_month();
    let months = i32::from(to.month()) - i32::from(from.month()) + 1;
    let same_year = from.year() == to.year();
    let number = |n: u8| Arg::Number(crate::decimal::Decimal::from(u32::from(n)));
    match (whole && same_year, months) {
        (true, 1) => words.say(
            "new-edition-month",
            &[("year", Arg::Text(&year)), ("month", number(from.month()))],
        ),
        (true, 3) if from.month() % 3 == 1 => {
            let quarter = number(to.month() / 3);
            let values = [("year", Arg::Text(&year)), ("quarter", quarter)];
            words.say("new-edition-quarter", &values)
        }
        (true, 12) => words.say("new-edition-year", &[("year", Arg::Text(&year))]),
        _ => {
            let values = [("from", Arg::Date(from)), ("to", Arg::Date(to))];
            words.say("new-edition-span", &values)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn a_part_stays_or_goes_with_its_marks() {
        let text = "a\n<!-- b -->\nb\n<!-- /b -->\nc\n";
        assert_eq!(part(text, "b", true), "a\nb\nc\n");
        assert_eq!(part(text, "b", false), "a\nc\n");
        assert_eq!(part(text, "d", false), text);
    }
}
