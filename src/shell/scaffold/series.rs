//! The series that a new bulletin or assessment most likely belongs to, and its next number there.

use crate::date::Date;
use crate::model::{Project, Series, SeriesKind};
use crate::record::RecordKind;

/// The first series of the type that supplements no other.
pub(super) fn usual(project: &Project, kind: RecordKind) -> Option<&Series> {
    let wanted = match kind {
        RecordKind::Bulletin => SeriesKind::Bulletin,
        RecordKind::Assessment => SeriesKind::Assessment,
        _ => return None,
    };
    let mut all = project.site.series.iter();
    all.find(|series| series.kind == wanted && series.supplement_of.is_none())
}

/// One more than the last bulletin of a series has; of this year, where numbers begin anew each year.
pub(super) fn next_number(project: &Project, series: Option<&Series>, today: Date) -> u32 {
    let Some(series) = series else { return 1 };
    let all = project.bulletins.iter().map(|(_, noun)| &noun.now);
    let of_series = all.filter(|bulletin| {
        let own = bulletin.series.as_ref();
        own.is_some_and(|own| own.id == series.id)
            && (!series.by_year || bulletin.dated.year() == today.year())
    });
    let last = of_series.map(|bulletin| bulletin.number).max();
    last.unwrap_or(0).saturating_add(1)
}
