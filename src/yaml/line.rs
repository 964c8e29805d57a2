//! Lines of a text, for looking about where a parser stopped.

/// A line without its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) start: usize,
    pub(super) text: &'t str,
}

impl<'t> Line<'t> {
    /// The line in which this byte stands.
    pub(super) fn at(text: &'t str, byte: usize) -> Line<'t> {
        let start = text[..byte].rfind('\n').map_or(0, |end| end + 1);
        Line::from(text, start)
    }

    fn from(text: &'t str, start: usize) -> Line<'t> {
        let line = text[start..].lines().next().unwrap_or_default();
        let mark = if start == 0 { "\u{feff}" } else { "" };
        let text = line.strip_prefix(mark).unwrap_or(line);
        Line {
            start: start + line.len() - text.len(),
            text,
        }
    }

    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The nearest line above that says something; never across `---`.
    pub(super) fn above(&self, text: &'t str) -> Option<Line<'t>> {
        let mut start = self.start;
        loop {
            let end = text[..start].rfind('\n')?;
            let line = Line::at(text, end);
            if line.is_marker() {
                return None;
            }
            if !line.is_silent() {
                return Some(line);
            }
            start = text[..line.start].rfind('\n').map_or(0, |end| end + 1);
        }
    }

    pub(super) fn below(&self, text: &'t str) -> Option<Line<'t>> {
        let end = self.end() + text[self.end()..].find('\n')?;
        (end + 1 < text.len()).then(|| Line::from(text, end + 1))
    }

    /// Blank or a comment.
    pub(super) fn is_silent(&self) -> bool {
        let content = self.text.trim_start();
        content.is_empty() || content.starts_with('#')
    }

    /// `---`, where a document begins.
    pub(super) fn is_marker(&self) -> bool {
        let rest = self.text.strip_prefix("---");
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
    }

    /// Spaces at its front.
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    pub(super) fn has_dash(&self) -> bool {
        let content = &self.text[self.indent()..];
        content == "-" || content.starts_with("- ")
    }

    /// What stands behind spaces and `- `, and the byte where it begins.
    pub(super) fn content(&self) -> (usize, &'t str) {
        let mut content = self.text.trim_start_matches(' ');
        while let Some(rest) = content.strip_prefix("- ") {
            content = rest.trim_start_matches(' ');
        }
        if content == "-" {
            content = "";
        }
        (self.end() - content.len(), content)
    }

    /// The spaces at its front, or the first character of a line without.
    pub(super) fn indentation(&self) -> (usize, usize) {
        let first = self.text.chars().next().map_or(0, char::len_utf8);
        (self.start, self.start + self.indent().max(first))
    }

    /// The word before its colon.
    pub(super) fn key(&self) -> Option<&'t str> {
        let (_, content) = self.content();
        let content = content.trim_start_matches(['\t', '\u{3000}', '\u{a0}', ' ']);
        // Without a colon, the first word was to be the key.
        let end = content.find([':', '：', ' '])?;
        Some(content[..end].trim()).filter(|key| !key.is_empty())
    }
}
