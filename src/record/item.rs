//! What a task and an action decision are written with.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use crate::model::{Light, NoticeKind, Verdict};

use super::field::{Day, Flag, List, Number, Words};
use super::head::{AttachmentRecord, part};
use super::word::Word;

part!(TargetRecord { quantity: Option<Number>, unit: Option<Words>, text: Option<Words> });
part!(PlanPointRecord { date: Option<Day>, percent: Option<Number> });
part!(MilestoneRecord {
    id: Option<String>,
    title: Option<Words>,
    due: Option<Day>,
    weight: Option<Number>,
    done_on: Option<Day>,
    key: Flag,
});
part!(ProgressRecord {
    date: Option<Day>,
    percent: Option<Number>,
    quantity: Option<Number>,
    text: Option<Words>,
    by: Option<Words>,
    period: Option<Words>,
    done: Option<Words>,
    issues: Option<Words>,
    next_steps: Option<Words>,
    needs_help: Option<HelpField>,
    finished: Flag,
    forecast: Option<Day>,
    confidence: Option<Words>,
    evidence: List<AttachmentRecord>,
});
part!(ExtensionRecord {
    asked_on: Option<Day>,
    approved_on: Option<Day>,
    approved_by: Option<Words>,
    due: Option<Day>,
    reason: Option<Words>,
});
part!(SpanRecord { from: Option<Day>, to: Option<Day> });
part!(ClosureRecord {
    requested_on: Option<Day>,
    verified_on: Option<Day>,
    verifier: Option<Words>,
    publicised: Option<SpanRecord>,
    closed_on: Option<Day>,
    verdict: Option<Word<Verdict>>,
    note: Option<Words>,
});
part!(RatingRecord { level: Option<Words>, by: Option<Words>, on: Option<Day>, text: Option<Words> });
part!(LightOverrideRecord {
    light: Option<Word<Light>>,
    by: Option<Words>,
    on: Option<Day>,
    until: Option<Day>,
    reason: Option<Words>,
});
part!(CancellationRecord { on: Option<Day>, by: Option<Words>, reason: Option<Words> });
part!(SuspensionRecord { from: Option<Day>, to: Option<Day>, reason: Option<Words> });
part!(SignatureRecord { who: Option<Words>, on: Option<Day> });
part!(ResponseRecord { on: Option<Day>, text: Option<Words> });
part!(NoticeRecord {
    number: Option<String>,
    kind: Option<Word<NoticeKind>>,
    issued_on: Option<Day>,
    issuer: Option<Words>,
    due: Option<Day>,
    signed_for: Option<SignatureRecord>,
    response: Option<ResponseRecord>,
    closed_on: Option<Day>,
});

/// `needs_help`: true, false, or what is needed.
#[derive(Debug, Clone)]
pub(crate) enum HelpField {
    Asked(bool),
    For(Words),
}

struct HelpVisitor;

impl<'de> Visitor<'de> for HelpVisitor {
    type Value = HelpField;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("yes-or-text")
    }

    fn visit_bool<E: Error>(self, asked: bool) -> Result<HelpField, E> {
        Ok(HelpField::Asked(asked))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<HelpField, E> {
        Ok(match text {
            "true" | "yes" | "是" => HelpField::Asked(true),
            "false" | "no" | "否" | "" => HelpField::Asked(false),
            _ => HelpField::For(Words(crate::model::Text::Plain(text.to_owned()))),
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<HelpField, A::Error> {
        Words::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(HelpField::For)
    }
}

impl<'de> Deserialize<'de> for HelpField {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<HelpField, D::Error> {
        from.deserialize_any(HelpVisitor)
    }
}
