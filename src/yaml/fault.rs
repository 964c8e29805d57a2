//! What can be wrong with a YAML file before anyone asks what its fields mean.

/// A fault and the bytes of the text that are to be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) kind: FaultKind,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The number of the record in the file; none where the file as a whole is wrong.
    pub(crate) record: Option<u32>,
}

/// Expected things are described by the types that were to be read; found things are quoted from the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// The text is no YAML.
    Syntax {
        /// A stable word, one of `syntax::REASONS`.
        reason: &'static str,
        /// The parser's own words, in English.
        detail: String,
    },
    UnknownField {
        name: String,
        candidates: Vec<String>,
    },
    UnknownVariant {
        name: String,
        candidates: Vec<String>,
    },
    WrongType {
        expected: String,
        /// `text`, `number`, `yes-or-no`, `list`, `mapping` or `nothing`.
        found: &'static str,
    },
    /// The type is right, the value is not; `expected` is the message of the type that refused it.
    BadValue {
        expected: String,
        found: String,
    },
    DuplicateKey {
        name: String,
        first: (usize, usize),
    },
    MissingField {
        name: String,
    },
    /// A key that is a list, a mapping or nothing.
    KeyNotText,
    /// `<<: *name`.
    MergeKey,
    /// `!name`.
    Tag,
    TooDeep,
    TooManyAliases,
    TooManyRecords,
    /// More faults in one record than are worth showing.
    TooManyFaults,
    /// Neither a mapping nor a list of mappings.
    NotARecord,
    /// A second document where there can be only one.
    SecondDocument,
    /// No record in it: nothing, or comments alone.
    EmptyFile,
}

impl Fault {
    pub(super) fn new(kind: FaultKind, (start, end): (usize, usize)) -> Fault {
        Fault {
            kind,
            start,
            end,
            record: None,
        }
    }
}
