//! site.yaml and calendar.yaml, cut into one part for each pass that reads them.

mod calendar;
mod languages;
mod rules;
mod score;

use crate::date;
use crate::diagnostic::{Checked, Finding, Origin, Path, Place, Value};
use crate::model::{
    Audience, Calendar, Language, Rules, Series, SeriesKind, Site, Text, Visibility,
};
use crate::names;
use crate::record::{
    self, Contents, LimitsRecord, List, Named, SiteRecord, SourceText, Whole, Word,
};
use crate::source::{File, FileId, Source};
use crate::yaml;

/// What the site's own settings say, each part for its pass.
#[derive(Debug)]
pub(crate) struct Config {
    pub(crate) site: Site,
    pub(crate) default_visibility: Visibility,
    pub(crate) limits: yaml::Limits,
    pub(crate) rules: Rules,
    pub(crate) calendar: Calendar,
    /// Some series could not be read.
    pub(crate) are_series_broken: bool,
}

/// The language that a site says it has: for what is said before the site is read.
pub(crate) fn language(site: &[u8]) -> Language {
    let text = crate::encoding::decode(site).unwrap_or_default();
    let reading = yaml::read::<SiteRecord>(text, yaml::Shape::OneMapping, &yaml::Limits::default());
    let record = reading.entries.into_iter().next();
    record.map_or(Language::Chinese, |entry| languages::first(&entry.value))
}

/// The largest record file that is read when site.yaml does not say.
pub(crate) const FILE_BYTES: u64 = 8 * 1024 * 1024;

const DEFAULT_THEME: &str = "default";

/// The themes that come with the program.
const THEMES: [&str; 3] = [DEFAULT_THEME, "official", "plain"];
const DEFAULT_ZONE: &str = "Asia/Shanghai";
const SITE: [&str; 2] = ["content/site.yaml", "content/site.yml"];
const CALENDAR: [&str; 2] = ["content/calendar.yaml", "content/calendar.yml"];

/// Reads the settings; a missing site.yaml is a finding.
pub(crate) fn read(source: &Source) -> Checked<Config> {
    let mut findings = Vec::new();
    let limits = yaml::Limits::default();
    let site =
        match file(source, SITE).map(|(id, file)| (id, record::parse(text(id, file), &limits))) {
            Some((id, parsed)) => {
                findings.extend(parsed.findings);
                match parsed.contents {
                    Contents::Site(site, struck) => Some((id, *site, struck)),
                    _ => None,
                }
            }
            None => {
                let place = crate::diagnostic::Place::Path(SITE[0].to_owned());
                findings.push(Finding::error("missing-site", place));
                None
            }
        };
    let calendar = file(source, CALENDAR).and_then(|(id, file)| {
        let parsed = record::parse(text(id, file), &limits);
        findings.extend(parsed.findings);
        match parsed.contents {
            Contents::Calendar(calendar) => Some((id, calendar)),
            _ => None,
        }
    });
    let calendar =
        calendar.map(|(id, record)| calendar::read(record, Origin::new(id, 0), &mut findings));
    let (id, site, struck) = site.unwrap_or((
        FileId(0),
        SiteRecord::default(),
        // Without the file, its title is not missing as well.
        vec!["title".to_owned()],
    ));
    let origin = Origin::new(id, 0);
    let is_struck = |field: &str| names::is_one_of(&struck, field);
    let mut own = Vec::new();
    let mut config = settings(site, calendar.unwrap_or_default(), origin, &mut own);
    theme(&config.site.theme, source, origin, &mut own);
    own.retain(|finding| match finding.code {
        "missing-field" => !finding.place.field().is_some_and(is_struck),
        // What cannot be read may well have the series that is named.
        "unknown-reference" => !is_struck("series"),
        _ => true,
    });
    findings.extend(own);
    config.are_series_broken = is_struck("series");
    Checked {
        value: config,
        findings,
    }
}

/// Whether a file is read here and not as records.
pub(crate) fn is_settings(path: &str) -> bool {
    SITE.contains(&path) || CALENDAR.contains(&path)
}

fn file<'s>(source: &'s Source, paths: [&str; 2]) -> Option<(FileId, &'s File)> {
    let place = source
        .files
        .iter()
        .position(|file| paths.contains(&file.path.as_str()))?;
    let id = FileId(u32::try_from(place).expect("invariant: fewer than 2^32 files"));
    Some((id, &source.files[place]))
}

fn text(file: FileId, source: &File) -> SourceText<'_> {
    SourceText {
        file,
        path: &source.path,
        bytes: &source.bytes,
    }
}

fn settings(
    record: SiteRecord,
    calendar: Calendar,
    origin: Origin,
    findings: &mut Vec<Finding>,
) -> Config {
    if record.title.is_none() {
        let site = crate::diagnostic::Value::Word("type-site");
        findings.push(
            Finding::error("missing-field", origin.field("title"))
                .with("field", "title")
                .with("type", site),
        );
    }
    let (language, languages) = languages::languages(&record, origin, findings);
    let zone = record.time_zone.unwrap_or_else(|| DEFAULT_ZONE.to_owned());
    if !date::is_time_zone(&zone) {
        let unknown = Finding::error("unknown-time-zone", origin.field("time_zone"));
        findings.push(unknown.with("value", zone.as_str()));
    }
    let web = |url: &str| url.starts_with("https://") || url.starts_with("http://");
    if let Some(url) = record.base_url.as_deref().filter(|url| !web(url)) {
        findings.push(Finding::error("bad-url", origin.field("base_url")).with("url", url));
    }
    let masks = record.privacy.map(|p| p.mask.0).unwrap_or_default();
    let series = series(record.series, origin, findings);
    let main_series = main_series(record.main_series, &series, origin, findings);
    let site = Site {
        title: record.title.map(|t| t.0).unwrap_or_default(),
        language,
        languages,
        theme: record.theme.unwrap_or_else(|| DEFAULT_THEME.to_owned()),
        as_of: record.as_of.map(|day| day.0),
        base_url: record.base_url,
        time_zone: zone,
        series,
        main_series,
        audiences: audiences(record.audiences),
        menu: record
            .menu
            .0
            .into_iter()
            .filter_map(|m| Some((m.title?.0, m.url?)))
            .collect(),
        raw_html: record.raw_html.0,
        masks: masks
            .into_iter()
            .map(|(kind, flag)| (kind, flag.0))
            .collect(),
    };
    Config {
        site,
        default_visibility: record
            .default_visibility
            .map_or(Visibility::Internal, |word| word.0),
        limits: limits(record.limits.unwrap_or_default()),
        rules: rules::rules(record.rules.unwrap_or_default(), origin, findings),
        calendar,
        are_series_broken: false,
    }
}

/// The theme is the built-in one or a folder of the site.
fn theme(name: &str, source: &Source, origin: Origin, findings: &mut Vec<Finding>) {
    let names = themes(source);
    if !names.contains(&name) {
        let all = names.iter().map(|name| (*name).to_owned());
        let unknown = Finding::error("unknown-theme", origin.field("theme"))
            .with("name", name)
            .with("themes", Value::List(all.collect()));
        findings.push(unknown.suggest(names::close(name, names)));
    }
}

/// The names of all themes that there are.
pub(crate) fn themes(source: &Source) -> Vec<&str> {
    let folders = source
        .themes
        .iter()
        .filter_map(|file| file.path.split('/').nth(1));
    let mut names: Vec<&str> = folders.chain(THEMES).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn series(
    records: List<record::SeriesRecord>,
    origin: Origin,
    findings: &mut Vec<Finding>,
) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    let ids: Vec<Option<String>> = records.0.iter().map(|record| record.id.clone()).collect();
    for (place, record) in records.0.into_iter().enumerate() {
        let at = || origin.at(Path::new("series").place(place).key("id"));
        let Some(id) = record.id else {
            let missing = Finding::error("missing-field", at()).with("field", "id");
            findings.push(missing.with("type", crate::diagnostic::Value::Word("type-series")));
            continue;
        };
        if all.iter().any(|other| other.id == id) {
            let own = |place: usize| origin.at(Path::new("series").place(place).key("id"));
            let twice = Finding::error("duplicate-id", own(place)).with("id", id.as_str());
            let twice = twice.with("type", crate::diagnostic::Value::Word("type-series"));
            let first = ids.iter().position(|other| *other == Some(id.clone()));
            findings.push(twice.and_at("first-here", own(first.unwrap_or(place))));
            continue;
        }
        let name = record
            .name
            .map_or_else(|| Text::Plain(id.clone()), |name| name.0);
        let kind = record.kind.map_or(SeriesKind::Meeting, |word| word.0);
        let by_year = match record.numbering.as_deref() {
            None | Some("running") => false,
            Some("year") => true,
            Some(other) => {
                let at = origin.at(Path::new("series").place(place).key("numbering"));
                let names =
                    crate::diagnostic::Value::List(vec!["year".to_owned(), "running".to_owned()]);
                let unknown = Finding::error("unknown-value", at).with("value", other);
                findings.push(unknown.with("candidates", names));
                false
            }
        };
        all.push(Series {
            id,
            name,
            kind,
            cadence: record.cadence.map(|c| c.0),
            issuers: record.issuers.0,
            layout: record.layout.map(|word| word.0),
            supplement_of: record.supplement_of,
            by_year,
        });
    }
    all
}

/// The series that is named, if it is one of bulletins. One that is not known is a finding, and there is nothing to
/// compare with.
fn main_series(
    named: Option<String>,
    series: &[Series],
    origin: Origin,
    findings: &mut Vec<Finding>,
) -> Option<String> {
    let named = named?;
    let bulletins = series.iter().filter(|s| s.kind == SeriesKind::Bulletin);
    let ids: Vec<&str> = bulletins.map(|series| series.id.as_str()).collect();
    if ids.contains(&named.as_str()) {
        return Some(named);
    }
    let close = names::close(&named, ids);
    findings.push(unknown_series(&named, origin.field("main_series"), close));
    None
}

/// What is said of a series that no settings have.
pub(crate) fn unknown_series(id: &str, place: Place, close: Vec<String>) -> Finding {
    let unknown = Finding::error("unknown-reference", place).with("id", id);
    let unknown = unknown.with("type", Value::Word("type-series"));
    match close.is_empty() {
        true => unknown.with("none_like", Value::Word("no-such-series")),
        false => unknown.suggest(close),
    }
}

fn audiences(records: Named<String, List<Word<Visibility>>>) -> Vec<Audience> {
    let records = records.0;
    if records.is_empty() {
        let internal = vec![Visibility::Public, Visibility::Internal];
        return vec![
            Audience::new("internal".to_owned(), internal),
            Audience::new("public".to_owned(), vec![Visibility::Public]),
        ];
    }
    let one = |(name, sees): (String, List<Word<Visibility>>)| {
        let sees = sees.0.into_iter().map(|word| word.0).collect();
        Audience::new(name, sees)
    };
    records.into_iter().map(one).collect()
}

fn limits(record: LimitsRecord) -> yaml::Limits {
    let or = |given: Option<Whole>, usual: usize| given.map_or(usual, |whole| whole.0 as usize);
    let usual = yaml::Limits::default();
    yaml::Limits {
        max_depth: or(record.depth, usual.max_depth),
        max_aliases: or(record.aliases, usual.max_aliases),
        max_records: or(record.records, usual.max_records),
    }
}

/// The largest record file that is read: needed before anything else is.
pub(crate) fn file_bytes(site: &[u8]) -> u64 {
    let text = crate::encoding::decode(site).unwrap_or_default();
    let reading = yaml::read::<SiteRecord>(text, yaml::Shape::OneMapping, &yaml::Limits::default());
    let limits = reading
        .entries
        .into_iter()
        .next()
        .and_then(|entry| entry.value.limits);
    limits
        .and_then(|limits| limits.file_bytes)
        .map_or(FILE_BYTES, |whole| u64::from(whole.0))
}
