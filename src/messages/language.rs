//! The languages that the program speaks and that a text can be written in.

/// A language of the interface or of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Language {
    /// `zh-CN`; texts are keyed `zh` or `zh-CN`.
    Chinese,
    /// `en`.
    English,
}

impl Language {
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        }
    }
}
