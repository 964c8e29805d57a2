//! An inspection as it is written.

use super::field::{Day, List, Number, Whole, Words};
use super::head::{part, record};
use super::problem::PhotosRecord;

record!(InspectionRecord {
    title: Option<Words>,
    date: Option<Day>,
    campaign: Option<String>,
    inspectors: List<Words>,
    method: Option<Words>,
    scope: Option<ScopeRecord>,
    follow_up_of: Option<String>,
    findings: List<InspectionFindingRecord>,
    conclusion: Option<Words>,
    feedback: Option<FeedbackRecord>,
});

part!(ScopeRecord { areas: List<String>, units: List<String>, tasks: List<String> });
part!(InspectionFindingRecord {
    id: Option<String>,
    text: Option<Words>,
    unit: Option<String>,
    place: Option<Words>,
    severity: Option<Whole>,
    points: Option<Number>,
    photos: List<PhotosRecord>,
    due: Option<Day>,
    problem: Option<String>,
    rectification: List<RectificationRecord>,
});
part!(RectificationRecord { on: Option<Day>, text: Option<Words> });
part!(FeedbackRecord { sent_on: Option<Day>, response: Option<Words> });
