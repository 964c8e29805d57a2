//! Directives and figures: live facts that a body asks for, resolved and ready to be filled in.

use crate::date::Date;
use crate::decimal::Decimal;

use super::{Few, Field, RecordRef, Text};

/// The live facts of a body, by the byte of the body where each stands.
pub(crate) type LiveFacts = Few<usize, LiveFact>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LiveFact {
    Directive(Directive),
    Figure(Figure),
}

impl LiveFact {
    /// The dates at which facts are needed, besides the page's own.
    pub(crate) fn dates(&self) -> impl Iterator<Item = Date> {
        let (as_of, since) = match self {
            LiveFact::Directive(directive) => (directive.as_of, directive.since),
            LiveFact::Figure(figure) => (figure.as_of, None),
        };
        as_of.into_iter().chain(since)
    }
}

/// A table or list of live facts: a fenced block of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Directive {
    pub(crate) kind: DirectiveKind,
    /// All have to hold.
    pub(crate) conditions: Vec<Condition>,
    /// Empty: those of its kind.
    pub(crate) columns: Vec<Field>,
    /// The first decides, the next where it does not; then written order.
    pub(crate) sort: Vec<SortKey>,
    pub(crate) group: Option<Field>,
    pub(crate) limit: Option<usize>,
    /// None: the page's own date.
    pub(crate) as_of: Option<Date>,
    /// The date to compare with.
    pub(crate) since: Option<Date>,
    pub(crate) title: Option<Text>,
    /// Parents are listed with their children; else only what is counted.
    pub(crate) parents: bool,
    /// Of a chart.
    pub(crate) show: Show,
    /// Of a ranking: the assessment; of a chart: the indicator.
    pub(crate) of: Option<Of>,
}

/// What a chart draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Show {
    /// How many items have each light, group by group.
    #[default]
    Lights,
    /// Actual against planned, group by group.
    Progress,
    /// The values of one indicator against its targets.
    Indicator,
}

impl Show {
    pub(crate) const ALL: [Show; 3] = [Show::Lights, Show::Progress, Show::Indicator];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Show::Lights => "lights",
            Show::Progress => "progress",
            Show::Indicator => "indicator",
        }
    }
}

/// The one thing that a ranking or a chart is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Of {
    Record(RecordRef),
    /// The newest of this series.
    Series(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DirectiveKind {
    Tasks,
    Problems,
    Decisions,
    Units,
    Indicators,
    Summary,
    Changes,
    Ranking,
    Timeline,
    Chart,
}

impl DirectiveKind {
    pub(crate) const ALL: [DirectiveKind; 10] = [
        DirectiveKind::Tasks,
        DirectiveKind::Problems,
        DirectiveKind::Decisions,
        DirectiveKind::Units,
        DirectiveKind::Indicators,
        DirectiveKind::Summary,
        DirectiveKind::Changes,
        DirectiveKind::Ranking,
        DirectiveKind::Timeline,
        DirectiveKind::Chart,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            DirectiveKind::Tasks => "tasks",
            DirectiveKind::Problems => "problems",
            DirectiveKind::Decisions => "decisions",
            DirectiveKind::Units => "units",
            DirectiveKind::Indicators => "indicators",
            DirectiveKind::Summary => "summary",
            DirectiveKind::Changes => "changes",
            DirectiveKind::Ranking => "ranking",
            DirectiveKind::Timeline => "timeline",
            DirectiveKind::Chart => "chart",
        }
    }
}

/// One line of `where`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Condition {
    pub(crate) field: Field,
    pub(crate) test: Test,
}

/// What a field is held against. A field that has several values passes when one of them does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Test {
    AnyOf(Vec<Wanted>),
    /// All parts that are there have to hold.
    Within(Within),
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Within {
    /// No value of the field is one of these.
    pub(crate) not: Vec<Wanted>,
    /// That day is out, for both.
    pub(crate) before: Option<Date>,
    pub(crate) after: Option<Date>,
    /// These are in.
    pub(crate) min: Option<Wanted>,
    pub(crate) max: Option<Wanted>,
    /// One of these records, or anything below one of them.
    pub(crate) below: Vec<RecordRef>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// The field has no value.
    Nothing,
    Text(String),
    Number(Decimal),
    Date(Date),
    Flag(bool),
    Word(&'static str),
    Record(RecordRef),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SortKey {
    pub(crate) field: Field,
    /// Written `-field`: the largest first.
    pub(crate) falling: bool,
}

/// A single fact inside a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) asks: Asks,
    pub(crate) conditions: Vec<Condition>,
    pub(crate) as_of: Option<Date>,
}

/// What a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asks {
    /// How many records there are, of the kind that a directive of this name lists.
    Count(DirectiveKind),
    /// Of records of the kind that a directive of this name lists, as are the next and the last.
    Rate(DirectiveKind, RateName),
    /// Of a field that holds numbers which can be added up.
    Sum(DirectiveKind, Field),
    /// Calendar days from one date to another; none: the as-of date.
    Days(Option<Date>, Option<Date>),
    /// A given day in words; none: the as-of date.
    Date(Option<Date>),
    /// The latest such date among the records.
    LatestDate(DirectiveKind, Field),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RateName {
    Start,
    Completion,
    OnTime,
    Overdue,
    Closure,
    Report,
    Progress,
    /// Of problems.
    Rectified,
    /// Of indicators.
    Met,
}

impl RateName {
    /// The rates of the records that a directive of this name lists; none for kinds that have no rates.
    pub(crate) fn of(kind: DirectiveKind) -> &'static [RateName] {
        match kind {
            DirectiveKind::Tasks => &[
                RateName::Start,
                RateName::Completion,
                RateName::OnTime,
                RateName::Overdue,
                RateName::Closure,
                RateName::Report,
                RateName::Progress,
            ],
            DirectiveKind::Problems => &[
                RateName::Rectified,
                RateName::Closure,
                RateName::OnTime,
                RateName::Overdue,
            ],
            DirectiveKind::Indicators => &[RateName::Met],
            _ => &[],
        }
    }

    pub(crate) fn word(self) -> &'static str {
        match self {
            RateName::Start => "start",
            RateName::Completion => "completion",
            RateName::OnTime => "on_time",
            RateName::Overdue => "overdue",
            RateName::Closure => "closure",
            RateName::Report => "report",
            RateName::Progress => "progress",
            RateName::Rectified => "rectified",
            RateName::Met => "met",
        }
    }
}
