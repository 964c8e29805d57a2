//! A campaign as it is written.

use crate::model::ReportingCadence;

use super::field::{Day, Flag, List, Whole, Words};
use super::head::{part, record};
use super::word::Word;

record!(CampaignRecord {
    name: Option<Words>,
    aliases: List<Words>,
    period: Option<PeriodRecord>,
    goal: Option<Words>,
    basis: List<BasisRecord>,
    principles: List<Words>,
    requirements: List<Words>,
    key_periods: List<KeyPeriodRecord>,
    command: List<CommandPostRecord>,
    office: Option<String>,
    inspectorates: List<String>,
    charter: Option<String>,
    reporting: Option<ReportingRecord>,
    sponsorships: List<SponsorshipRecord>,
    rating_scale: List<Words>,
    active: Option<Flag>,
});

part!(PeriodRecord { start: Option<Day>, end: Option<Day>, text: Option<Words>, approx: Flag });
part!(BasisRecord {
    title: Option<Words>,
    issuer: Option<Words>,
    document_no: Option<String>,
    date: Option<Day>,
    url: Option<String>,
});
part!(KeyPeriodRecord { name: Option<Words>, from: Option<Day>, to: Option<Day> });
part!(CommandPostRecord { role: Option<Words>, person: Option<Words> });
part!(ReportingRecord {
    cadence: Option<Word<ReportingCadence>>,
    cutoff_day: Option<Whole>,
    grace_days: Option<Whole>,
});
part!(SponsorshipRecord {
    person: Option<String>,
    unit: Option<String>,
    area: Option<String>,
    task: Option<String>,
    from: Option<Day>,
    to: Option<Day>,
});
