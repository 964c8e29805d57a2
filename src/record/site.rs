//! `site.yaml` as it is written.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use crate::model::{Language, Layout, Light, NoticeKind, Pace, SeriesKind, State, Visibility};

use super::assessment::BandRecord;
use super::field::{Day, Flag, List, Named, Number, Whole, Words};
use super::head::part;
use super::word::{RankedBy, Sharing, Word};

part!(SiteRecord {
    title: Option<Words>,
    language: Option<Word<Language>>,
    languages: List<Word<Language>>,
    theme: Option<String>,
    as_of: Option<Day>,
    base_url: Option<String>,
    time_zone: Option<String>,
    main_series: Option<String>,
    series: List<SeriesRecord>,
    default_visibility: Option<Word<Visibility>>,
    audiences: Named<String, List<Word<Visibility>>>,
    rules: Option<RulesRecord>,
    menu: List<MenuRecord>,
    privacy: Option<PrivacyRecord>,
    limits: Option<LimitsRecord>,
    raw_html: Flag,
});

part!(SeriesRecord {
    id: Option<String>,
    name: Option<Words>,
    kind: Option<Word<SeriesKind>>,
    cadence: Option<Words>,
    issuers: List<String>,
    layout: Option<Word<Layout>>,
    numbering: Option<String>,
    supplement_of: Option<String>,
});
part!(MenuRecord { title: Option<Words>, url: Option<String> });
part!(PrivacyRecord { mask: Named<String, Flag> });
part!(
    /// How much is read before a finding stops it.
    LimitsRecord {
        file_bytes: Option<Whole>,
        depth: Option<Whole>,
        aliases: Option<Whole>,
        records: Option<Whole>,
    }
);
part!(RulesRecord {
    rank: Option<RankRecord>,
    score: Option<ScoreRecord>,
    basis: Option<Words>,
    pace: Option<PaceRecord>,
    due_soon_days: Option<Whole>,
    shares: Option<Word<Sharing>>,
    light: Option<List<LightRuleRecord>>,
});
part!(
    /// Percentage points at which a pace begins.
    PaceRecord { ahead: Option<Number>, behind: Option<Number>, far_behind: Option<Number> }
);
part!(RankRecord { by: Option<Word<RankedBy>> });
part!(
    /// What holds for assessments that do not say.
    ScoreRecord { cap: Option<Number>, decimals: Option<Whole>, bands: List<BandRecord> }
);
part!(LightRuleRecord { light: Option<Word<Light>>, when: Option<WhenRecord>, text: Option<Words> });
part!(
    /// All that is named has to hold.
    WhenRecord {
        state: List<Word<State>>,
        pace: List<Word<Pace>>,
        ongoing: Option<Flag>,
        overdue: Option<Flag>,
        due_soon: Option<Flag>,
        stale: Option<Flag>,
        needs_help: Option<Flag>,
        tags: List<String>,
        untagged: List<String>,
        rated: List<String>,
        kind: List<String>,
        before_start: Option<Flag>,
        actual: Option<BoundsRecord>,
        planned: Option<BoundsRecord>,
        gap: Option<BoundsRecord>,
        days_overdue: Option<BoundsRecord>,
        days_to_due: Option<BoundsRecord>,
        months_since_start: Option<BoundsRecord>,
        milestones_overdue: Option<BoundsRecord>,
        milestone_days_late: Option<BoundsRecord>,
        key_milestone_days_late: Option<BoundsRecord>,
        month_share: Option<BoundsRecord>,
        last_month_share: Option<BoundsRecord>,
        funds_gap: Option<BoundsRecord>,
        open_notices: Option<BoundsRecord>,
        open_notices_of: Named<Word<NoticeKind>, BoundsRecord>,
        finished_days_late: Option<BoundsRecord>,
        forecast_days_late: Option<BoundsRecord>,
    }
);

/// `none`, or bounds of a number.
#[derive(Debug, Clone)]
pub(crate) enum BoundsRecord {
    Missing,
    Within(BoundsFields),
}

part!(BoundsFields {
    above: Option<Number>,
    min: Option<Number>,
    below: Option<Number>,
    max: Option<Number>,
});

struct BoundsVisitor;

impl<'de> Visitor<'de> for BoundsVisitor {
    type Value = BoundsRecord;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bounds")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<BoundsRecord, E> {
        match text {
            "none" => Ok(BoundsRecord::Missing),
            _ => Err(E::invalid_value(
                serde::de::Unexpected::Str(text),
                &"bounds",
            )),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<BoundsRecord, A::Error> {
        BoundsFields::deserialize(serde::de::value::MapAccessDeserializer::new(map))
            .map(BoundsRecord::Within)
    }
}

impl<'de> Deserialize<'de> for BoundsRecord {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<BoundsRecord, D::Error> {
        from.deserialize_any(BoundsVisitor)
    }
}
