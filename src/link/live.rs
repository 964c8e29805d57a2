//! Directives in bodies: each fence is read once, its names are checked, and what is wrong is found at its own line.

use std::ops::Range;

use crate::diagnostic::{Finding, Origin, Part, Path, Place, Severity, Value};
use crate::markdown::{CodeBlock, Outline};
use crate::model::{
    Body, Directive, DirectiveKind, Field, LiveFact, LiveFacts, Of, SeriesKind, Show, SortKey,
    named,
};
use crate::names;
use crate::record::RecordKind;
use crate::record::live::{DirectiveRecord, directive, find};

use super::body::{bytes, reference};
use super::condition::{Conditions, unknown_value};
use super::figure;
use super::linker::Linker;

/// The live facts of a body; what has a fault is left out, for a wrong figure is worse than none.
pub(super) fn live(
    body: &Body,
    origin: Origin,
    outline: &Outline,
    linker: &mut Linker<'_>,
) -> LiveFacts {
    let mut facts = Vec::new();
    for block in &outline.code_blocks {
        let fence = Fence {
            body,
            origin,
            block,
        };
        if let Some(directive) = fence.read(linker) {
            facts.push((block.range.start, LiveFact::Directive(directive)));
        }
    }
    for (text, range) in &outline.figures {
        let place = bytes(body, origin, range.clone());
        if let Some(figure) = figure::figure(text, &place, linker) {
            facts.push((range.start, LiveFact::Figure(figure)));
        }
    }
    facts.into_iter().collect()
}

/// All names of fields that can be asked for.
pub(super) fn words(fields: &[Field]) -> Value {
    Value::List(fields.iter().map(|field| field.word().to_owned()).collect())
}

/// A fenced code block of a body.
struct Fence<'b> {
    body: &'b Body,
    origin: Origin,
    block: &'b CodeBlock,
}

impl Fence<'_> {
    /// None when it is code, or when something in it is wrong.
    fn read(&self, linker: &mut Linker<'_>) -> Option<Directive> {
        let word = self.block.info.as_deref()?.split_whitespace().next()?;
        let kinds = DirectiveKind::ALL;
        let Some(kind) = kinds.into_iter().find(|kind| kind.word() == word) else {
            let close = names::close(word, kinds.map(DirectiveKind::word));
            if !close.is_empty() {
                let start = self.block.range.start;
                let place = bytes(
                    self.body,
                    self.origin,
                    start..start + self.first_line().len(),
                );
                let unknown = Finding::warning("unknown-directive", place).with("name", word);
                linker.findings.push(unknown.suggest(close));
            }
            return None;
        };
        let before = linker.findings.len();
        let (record, faults) = directive(&self.block.text);
        for fault in faults {
            linker.findings.push(self.moved(fault));
        }
        let directive = record.map(|record| self.resolve(kind, record, linker));
        let found = &linker.findings[before..];
        directive.filter(|_| found.iter().all(|f| f.severity != Severity::Error))
    }

    fn resolve(
        &self,
        kind: DirectiveKind,
        record: DirectiveRecord,
        linker: &mut Linker<'_>,
    ) -> Directive {
        let mut conditions = Vec::new();
        let mut reader = Conditions { linker };
        for (name, test) in record.r#where.0 {
            let path = || Path::new("where").key(&name);
            let Some(field) = named(&name, kind.conditions()) else {
                let place = self.at(&path(), Part::Key);
                reader.unknown(&name, kind, place);
                continue;
            };
            let place = |operator: Option<&str>, number: Option<usize>| {
                let path = operator.map_or_else(path, |operator| path().key(operator));
                let path = number.map_or_else(|| path.clone(), |number| path.clone().place(number));
                self.at(&path, Part::Value)
            };
            conditions.extend(reader.condition(field, test, &place));
        }
        let among = kind.columns();
        let list = |name: &'static str| move |place: usize| Path::new(name).place(place);
        let columns = record.columns.0.iter().enumerate().filter_map(|(n, name)| {
            self.column((name, kind, among), &list("columns")(n), reader.linker)
        });
        let columns = columns.collect();
        let sort = record.sort.0.iter().enumerate().filter_map(|(n, name)| {
            let (falling, name) = match name.strip_prefix('-') {
                Some(name) => (true, name),
                None => (false, name.as_str()),
            };
            let among = kind.sorts();
            let field = self.column((name, kind, among), &list("sort")(n), reader.linker)?;
            Some(SortKey { field, falling })
        });
        let sort = sort.collect();
        let group = record.group.as_ref().and_then(|name| {
            self.column(
                (name, kind, kind.groups()),
                &Path::new("group"),
                reader.linker,
            )
        });
        let compares = matches!(kind, DirectiveKind::Changes | DirectiveKind::Summary);
        if record.since.is_some() && !compares {
            self.unfit("since", kind, reader.linker);
        }
        let show = self.show(kind, record.show.as_deref(), reader.linker);
        let of = self.of((kind, show), record.of.as_deref(), reader.linker);
        Directive {
            kind,
            conditions,
            columns,
            sort,
            group,
            limit: record.limit.map(|limit| limit.0 as usize),
            as_of: record.as_of.map(|day| day.0),
            since: record.since.map(|day| day.0),
            title: record.title.map(|words| words.0),
            parents: record.parents.is_some_and(|flag| flag.0),
            show,
            of,
        }
    }

    /// What a chart draws; any other directive has nothing to choose.
    fn show(&self, kind: DirectiveKind, word: Option<&str>, linker: &mut Linker<'_>) -> Show {
        let Some(word) = word else {
            return Show::default();
        };
        if kind != DirectiveKind::Chart {
            self.unfit("show", kind, linker);
        }
        let found = Show::ALL.into_iter().find(|show| show.word() == word);
        if found.is_none() {
            let place = self.at(&Path::new("show"), Part::Value);
            let unknown = unknown_value(word, &Show::ALL.map(Show::word), place);
            linker.findings.push(unknown);
        }
        found.unwrap_or_default()
    }

    /// The assessment of a ranking, or the newest of a series; the indicator of a chart.
    fn of(
        &self,
        (kind, show): (DirectiveKind, Show),
        id: Option<&str>,
        linker: &mut Linker<'_>,
    ) -> Option<Of> {
        let place = || self.at(&Path::new("of"), Part::Value);
        let wanted = match (kind, show) {
            (DirectiveKind::Ranking, _) => RecordKind::Assessment,
            (DirectiveKind::Chart, Show::Indicator) => RecordKind::Indicator,
            _ => {
                if id.is_some() {
                    self.unfit("of", kind, linker);
                }
                return None;
            }
        };
        let Some(id) = id else {
            if wanted == RecordKind::Indicator {
                let place = self.at(&Path::new("show"), Part::Value);
                let missing = Finding::error("missing-field", place).with("field", "of");
                linker
                    .findings
                    .push(missing.with("type", Value::Word("type-directive")));
            }
            return None;
        };
        let table = linker.frame.tables.of(wanted);
        if let Some(slot) = table.find(id) {
            return Some(Of::Record(reference(wanted, slot)));
        }
        if wanted == RecordKind::Assessment && linker.has_series(id, SeriesKind::Assessment) {
            return Some(Of::Series(id.to_owned()));
        }
        if !table.is_lost(id) {
            let unknown = linker.unknown(wanted, id, place());
            linker.findings.push(unknown);
        }
        None
    }

    /// An option that says nothing to this directive.
    fn unfit(&self, option: &'static str, kind: DirectiveKind, linker: &mut Linker<'_>) {
        let place = self.at(&Path::new(option), Part::Key);
        let unfit = Finding::error("unfit-option", place).with("option", option);
        linker.findings.push(unfit.with("directive", kind.word()));
    }

    fn column(
        &self,
        (name, kind, among): (&str, DirectiveKind, &[Field]),
        path: &Path,
        linker: &mut Linker<'_>,
    ) -> Option<Field> {
        let field = named(name, among);
        if field.is_none() {
            let unknown = Finding::error("unknown-column", self.at(path, Part::Value));
            let close = names::close(name, among.iter().map(|field| field.word()));
            let unknown = unknown.with("name", name).with("directive", kind.word());
            let unknown = unknown.with("candidates", words(among));
            linker.findings.push(unknown.suggest(close));
        }
        field
    }

    fn at(&self, path: &Path, part: Part) -> Place {
        self.place(&find(&self.block.text, path, part))
    }

    /// A finding whose places count the bytes of the fence's text.
    fn moved(&self, finding: Finding) -> Finding {
        let moved = |place: Place| match place {
            Place::Bytes { start, end, .. } => self.place(&(start..end)),
            place => place,
        };
        let related = finding.related.into_iter();
        Finding {
            place: moved(finding.place),
            related: related.map(|(label, at)| (label, moved(at))).collect(),
            ..finding
        }
    }

    fn first_line(&self) -> &str {
        let fence = &self.body.markdown[self.block.range.clone()];
        fence.lines().next().unwrap_or_default()
    }

    /// A range of the fence's text in the body: the lines of a fence stand there one for one, perhaps further in.
    fn place(&self, range: &Range<usize>) -> Place {
        let text = &self.block.text;
        let start = range.start.min(text.len());
        let above = text[..start].matches('\n').count();
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line = text[line_start..].lines().next().unwrap_or_default();
        let fence = &self.body.markdown[self.block.range.clone()];
        let mut at = self.block.range.start;
        for (number, written) in fence.split_inclusive('\n').enumerate() {
            if number == above + 1 {
                let written = written.trim_end_matches(['\n', '\r']);
                let line = line.trim_end_matches('\r');
                let begin = at + written.len().saturating_sub(line.len());
                let from = begin + (start - line_start).min(line.len());
                let to = begin + (range.end.max(start) - line_start).min(line.len());
                return bytes(self.body, self.origin, from..to.max(from));
            }
            at += written.len();
        }
        bytes(self.body, self.origin, self.block.range.clone())
    }
}
