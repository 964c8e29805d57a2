//! How the file of an edition is laid out: its parts on lines of their own, and each entry of a long list on one line.

use std::io::{Result, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

/// How deep parts have lines of their own: the edition, its parts, their lists.
const LINES: usize = 3;

pub(super) fn written(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let layout = Layout {
        lines: PrettyFormatter::new(),
        depth: 0,
    };
    let written = value.serialize(&mut Serializer::with_formatter(&mut bytes, layout));
    written.expect("invariant: an edition is plain data");
    bytes
}

struct Layout {
    lines: PrettyFormatter<'static>,
    depth: usize,
}

impl Layout {
    fn has_lines(&self) -> bool {
        self.depth <= LINES
    }
}

impl Formatter for Layout {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.depth += 1;
        match self.has_lines() {
            true => self.lines.begin_array(writer),
            false => CompactFormatter.begin_array(writer),
        }
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.depth -= 1;
        match self.depth < LINES {
            true => self.lines.end_array(writer),
            false => CompactFormatter.end_array(writer),
        }
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        match self.has_lines() {
            true => self.lines.begin_array_value(writer, first),
            false => CompactFormatter.begin_array_value(writer, first),
        }
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        match self.has_lines() {
            true => self.lines.end_array_value(writer),
            false => CompactFormatter.end_array_value(writer),
        }
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.depth += 1;
        match self.has_lines() {
            true => self.lines.begin_object(writer),
            false => CompactFormatter.begin_object(writer),
        }
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.depth -= 1;
        match self.depth < LINES {
            true => self.lines.end_object(writer),
            false => CompactFormatter.end_object(writer),
        }
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        match self.has_lines() {
            true => self.lines.begin_object_key(writer, first),
            false => CompactFormatter.begin_object_key(writer, first),
        }
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        match self.has_lines() {
            true => self.lines.begin_object_value(writer),
            false => CompactFormatter.begin_object_value(writer),
        }
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        match self.has_lines() {
            true => self.lines.end_object_value(writer),
            false => CompactFormatter.end_object_value(writer),
        }
    }
}
