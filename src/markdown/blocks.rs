//! The blocks of a body: headings, lists, tables, code, quotations and alerts.

use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, Tag, TagEnd};

use super::headings::heading_id;
use super::writer::{OpenHeading, Table, Writer, attribute};
use super::{Heading, Live, RawHtml};

impl Writer<'_> {
    pub(super) fn start(&mut self, tag: Tag, range: &Range<usize>) {
        let is_inline = matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        );
        if !is_inline {
            self.fresh();
        }
        match tag {
            Tag::Paragraph => self.raw("<p>"),
            Tag::Heading { level, id, .. } => self.start_heading(level as u8, id.as_deref()),
            Tag::BlockQuote(None) => self.raw("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => self.start_alert(kind),
            Tag::List(None) => self.start_list("<ul>\n"),
            Tag::List(Some(1)) => self.start_list("<ol>\n"),
            Tag::List(Some(first)) => {
                self.start_list("");
                self.tag("ol", &format!("start=\"{first}\""));
                self.raw("\n");
            }
            Tag::Item => {
                self.raw("<li");
                self.item = self.out.len();
                self.raw(">");
            }
            Tag::DefinitionList => self.raw("<dl>\n"),
            Tag::DefinitionListTitle => self.raw("<dt>"),
            Tag::DefinitionListDefinition => self.raw("<dd>"),
            Tag::FootnoteDefinition(name) => self.start_note(&name),
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => self.start_row(true),
            Tag::TableRow => self.start_row(false),
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.raw("<em>"),
            Tag::Strong => self.raw("<strong>"),
            Tag::Strikethrough => self.raw("<del>"),
            Tag::Link {
                dest_url, title, ..
            } => self.start_link(&dest_url, &title, range),
            Tag::Image {
                dest_url, title, ..
            } => self.start_image(&dest_url, &title, range),
            // Code and HTML come whole; the rest is not switched on.
            Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    pub(super) fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.raw("</p>\n"),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(None) => self.raw("</blockquote>\n"),
            TagEnd::BlockQuote(Some(_)) => self.raw("</div>\n"),
            TagEnd::List(ordered) => {
                self.lists -= 1;
                self.raw(if ordered { "</ol>\n" } else { "</ul>\n" });
            }
            TagEnd::Item => self.raw("</li>\n"),
            TagEnd::DefinitionList => self.raw("</dl>\n"),
            TagEnd::DefinitionListTitle => self.raw("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.raw("</dd>\n"),
            TagEnd::FootnoteDefinition => self.end_note(),
            TagEnd::Table => self.raw("</tbody>\n</table>\n</div>\n"),
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.raw("</tr></thead>\n<tbody>\n");
            }
            TagEnd::TableRow => self.raw("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.raw("</em>"),
            TagEnd::Strong => self.raw("</strong>"),
            TagEnd::Strikethrough => self.raw("</del>"),
            TagEnd::Link
            | TagEnd::Image
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn start_heading(&mut self, level: u8, wanted: Option<&str>) {
        let level = (level - 1)
            .saturating_add(self.style.heading_base)
            .clamp(1, 6);
        self.raw("<h");
        self.out.push(char::from(b'0' + level));
        self.heading = Some(OpenHeading {
            at: self.out.len(),
            level,
            wanted: wanted.map(str::to_owned),
            text: String::new(),
        });
        self.raw(">");
    }

    fn end_heading(&mut self) {
        let Some(heading) = self.heading.take() else {
            return;
        };
        let text = heading.text.trim().to_owned();
        let id = heading_id(&mut self.ids, heading.wanted.as_deref(), &text);
        let id = format!("{}{id}", self.style.id_prefix);
        let mut attributes = String::new();
        attribute(&mut attributes, "id", &id);
        self.attributes(heading.at, &attributes);
        self.raw("</h");
        self.out.push(char::from(b'0' + heading.level));
        self.raw(">\n");
        self.contents.push(Heading {
            level: heading.level,
            id,
            text,
        });
    }

    fn start_alert(&mut self, kind: BlockQuoteKind) {
        let labels = &self.style.labels;
        let (class, title) = match kind {
            BlockQuoteKind::Note => ("note", labels.note),
            BlockQuoteKind::Tip => ("tip", labels.tip),
            BlockQuoteKind::Important => ("important", labels.important),
            BlockQuoteKind::Warning => ("warning", labels.warning),
            BlockQuoteKind::Caution => ("caution", labels.caution),
        };
        self.tag(
            "div",
            &format!("class=\"alert alert-{class}\" role=\"note\""),
        );
        self.raw("\n");
        self.tag("p", "class=\"alert-title\"");
        self.visible(title);
        self.raw("</p>\n");
        self.fresh();
    }

    fn start_list(&mut self, html: &str) {
        // A list inside a tight item follows its text.
        if self.lists > 0 && !self.out.ends_with('\n') {
            self.raw("\n");
        }
        self.lists += 1;
        self.raw(html);
    }

    pub(super) fn checkbox(&mut self, done: bool) {
        let labels = &self.style.labels;
        let (class, label) = if done {
            ("class=\"task done\"", labels.task_done)
        } else {
            ("class=\"task\"", labels.task_open)
        };
        let before = self.out.len();
        self.attributes(self.item, class);
        // What the line break remembers stands after the item's tag.
        let moved = self.out.len() - before;
        if let Some(at) = &mut self.line_break {
            *at += moved;
        }
        let mut html = "<input type=\"checkbox\" disabled".to_owned();
        if done {
            html.push_str(" checked");
        }
        attribute(&mut html, "aria-label", label);
        html.push_str("> ");
        self.whole(&html);
    }

    fn start_table(&mut self, alignments: Vec<Alignment>) {
        self.table = Table {
            count: self.table.count + 1,
            alignments,
            ..Table::default()
        };
        let label = format!("{} {}", self.style.labels.table, self.table.count);
        self.scroller("div", "class=\"table\"", &label);
        self.raw("\n<table>\n");
    }

    /// What may be wider than the page can be reached and scrolled by keyboard, and has a name.
    fn scroller(&mut self, name: &str, class: &str, label: &str) {
        let mut attributes = class.to_owned();
        attribute(&mut attributes, "role", "group");
        attribute(&mut attributes, "tabindex", "0");
        attribute(&mut attributes, "aria-label", label);
        self.tag(name, &attributes);
    }

    fn start_row(&mut self, in_head: bool) {
        self.table.in_head = in_head;
        self.table.column = 0;
        self.raw(if in_head { "<thead><tr>" } else { "<tr>" });
    }

    fn start_cell(&mut self) {
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => "class=\"left\"",
            Some(Alignment::Center) => "class=\"center\"",
            Some(Alignment::Right) => "class=\"right\"",
            Some(Alignment::None) | None => "",
        };
        self.table.column += 1;
        let begin = self.out.len();
        match (self.table.in_head, class.is_empty()) {
            (true, true) => self.tag("th", "scope=\"col\""),
            (true, false) => self.tag("th", &format!("{class} scope=\"col\"")),
            (false, _) => self.tag("td", class),
        }
        self.table.cell = (begin, self.out.len());
    }

    fn end_cell(&mut self) {
        let (begin, content) = self.table.cell;
        if !self.table.in_head {
            self.raw("</td>");
        } else if self.out.len() == content {
            // A header without text heads nothing.
            self.out.truncate(begin);
            self.raw("<td></td>");
        } else {
            self.raw("</th>");
        }
    }

    pub(super) fn code_block(&mut self, info: Option<&str>, text: &str, range: Range<usize>) {
        self.fresh();
        if let Some(info) = info {
            let info = info.trim();
            let live = Live::Block { info, text, range };
            if let Some(html) = (self.style.live)(&live) {
                self.whole(&html);
                self.raw("\n");
                return;
            }
        }
        self.codes += 1;
        let label = format!("{} {}", self.style.labels.code, self.codes);
        self.scroller("pre", "", &label);
        let holds =
            |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '#' | '.');
        let word = info.and_then(|info| info.split_whitespace().next());
        let language: String = word.unwrap_or_default().chars().filter(holds).collect();
        if language.is_empty() {
            self.raw("<code>");
        } else {
            self.tag("code", &format!("class=\"language-{language}\""));
        }
        self.visible(text);
        self.raw("</code></pre>\n");
        self.fresh();
    }

    pub(super) fn html_block(&mut self, text: &str) {
        self.fresh();
        match self.style.raw_html {
            RawHtml::Sanitise => self.raw(text),
            RawHtml::Escape => {
                self.raw("<p>");
                self.visible(text.trim_end());
                self.raw("</p>\n");
            }
        }
        self.fresh();
    }
}
