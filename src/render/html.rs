//! Pages through their templates; nothing outside of this module names `tera`.

mod named;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use crate::decimal::Decimal;
use crate::diagnostic::{Checked, Finding, Place};
use crate::encoding;
use crate::messages::{Arg, Catalogue, Language};
use crate::site::Composed;
use crate::site::view::live::{ColumnView, RowView};
use crate::site::view::{PageView, SiteView};
use crate::theme::Theme;

use super::outline::{Outline, outline};
use super::tags::{every, next_tag};

/// Templates with what all pages share, ready to print pages from any thread.
#[derive(Clone)]
pub(super) struct Press {
    tera: Tera,
    /// Paths of the site's own templates, by name.
    own: Vec<(String, String)>,
    /// Names of templates that are printed once for many pages, without their folder and `.html`.
    shared: Vec<String>,
    /// Pages that those speak of.
    entries: Vec<String>,
    /// What the component that frames the main part takes.
    framed: Vec<String>,
    /// What the links to headings are called.
    permalink: String,
    /// Some template of the site's own goes through the cells of rows.
    wants_cells: bool,
    /// What those came to.
    printed: Arc<Mutex<HashMap<Stand, Value>>>,
}

/// The folder of templates that are printed once for many pages.
const SHARED: &str = "shared/";

/// All that a shared template is given of a page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
struct Stand {
    root: &'static str,
    section: &'static str,
    group: &'static str,
    /// Empty, unless the page is the front page, the search or an entry of the menu.
    route: String,
}

/// Where the main part stands, up to the end of its first heading and from there on, in what is printed around it. Headings in
/// the contents have no such letters.
const BEFORE: &str = "\u{1}";
const AFTER: &str = "\u{2}";

/// The component that prints it.
const FRAME: &str = "main_part";

/// Room for a page while it is printed, used again for the next.
#[derive(Debug, Default)]
pub(super) struct Paper {
    /// As its template prints it.
    draft: Vec<u8>,
    pub(super) html: String,
}

impl Paper {
    /// Room for whatever is made before the page is printed.
    pub(super) fn room(&mut self) -> &mut Vec<u8> {
        &mut self.draft
    }
}

/// A press for each language that a theme was loaded for.
pub(crate) struct Presses(Vec<Bare>);

/// The press of a language, and the one that was made of it last: a preview asks for the same one again.
struct Bare {
    language: Language,
    press: Press,
    last: Mutex<Option<(SiteView, Arc<Press>)>>,
}

impl Presses {
    pub(crate) fn new(theme: &Theme) -> Checked<Presses> {
        let mut findings = Vec::new();
        let all = std::iter::once(&theme.catalogue).chain(theme.others.values());
        let all = all.map(|catalogue| {
            let Checked {
                value,
                findings: found,
            } = Press::new(theme, catalogue);
            // What is wrong with a template was told with the first language.
            if findings.is_empty() {
                findings = found;
            }
            Bare {
                language: catalogue.language(),
                press: value,
                last: Mutex::default(),
            }
        });
        let value = Presses(all.collect());
        Checked { value, findings }
    }

    /// The press for a language's pages of one site.
    pub(super) fn of(&self, language: Language, site: SiteView) -> Arc<Press> {
        let mut presses = self.0.iter();
        let found = presses.find(|bare| bare.language == language);
        let bare = found.unwrap_or(&self.0[0]);
        let mut last = bare.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, press)) = &*last
            && *of == site
        {
            return Arc::clone(press);
        }
        let press = Arc::new(bare.press.clone().of(&site));
        *last = Some((site, Arc::clone(&press)));
        press
    }
}

impl Press {
    /// A broken template of the site's own is a finding, and the built-in one stands in for nothing: the press prints
    /// no page with it.
    fn new(theme: &Theme, catalogue: &Arc<Catalogue>) -> Checked<Press> {
        let mut tera = Tera::new();
        // A template writes `t.menu_tasks`: its language has no hyphens in names.
        let plain = catalogue.plain_messages();
        let plain: BTreeMap<String, String> = plain
            .map(|(id, text)| (id.replace('-', "_"), text))
            .collect();
        let shared = tera.global_context();
        shared.insert("t", &plain);
        shared.insert("theme", &theme.settings);
        let said = Arc::clone(catalogue);
        tera.register_function("say", move |values: Kwargs, _: &State| say(&said, &values));
        let said = Arc::clone(catalogue);
        tera.register_filter("day", move |iso: &str, _: Kwargs, _: &State| {
            day(&said, iso)
        });
        // Where there is one language, texts are taken to be in it.
        let own = (!theme.others.is_empty()).then(|| catalogue.language());
        tera.register_function("lang", move |values: Kwargs, _: &State| lang(own, &values));
        named::register(&mut tera, own, &catalogue.say("list-mark", &[]));
        let own = theme
            .templates
            .iter()
            .filter_map(|(name, part)| Some((name.clone(), part.path.clone()?)));
        let own: Vec<(String, String)> = own.collect();
        let texts = theme
            .templates
            .iter()
            .map(|(name, part)| (name.as_str(), part.text()));
        let result = tera.add_raw_templates(texts);
        let shared = theme.templates.keys();
        let shared = shared.filter_map(|name| name.strip_prefix(SHARED)?.strip_suffix(".html"));
        let press = Press {
            shared: shared.map(str::to_owned).collect(),
            entries: Vec::new(),
            framed: {
                let frame = tera.get_component_definition(FRAME);
                let args = frame.iter().flat_map(|frame| frame.args());
                args.map(|arg| arg.name().to_owned()).collect()
            },
            permalink: catalogue.say("permalink", &[]),
            wants_cells: {
                let mut own = theme.templates.values().filter(|part| part.path.is_some());
                own.any(|part| part.text().contains(".cells"))
            },
            printed: Arc::default(),
            tera,
            own,
        };
        let findings = result
            .err()
            .map(|error| press.finding(&error))
            .into_iter()
            .collect();
        Checked {
            value: press,
            findings,
        }
    }

    /// The press for the pages of one site.
    fn of(mut self, site: &SiteView) -> Press {
        self.tera.global_context().insert("site", site);
        self.entries = site.menu.iter().map(|entry| entry.href.clone()).collect();
        self.entries
            .extend(["index.html", "search.html"].map(str::to_owned));
        // What was printed for another site is not for this one.
        self.printed = Arc::default();
        self
    }

    /// The page replaces what stood on the paper.
    pub(super) fn page(&self, page: &Composed, paper: &mut Paper) -> Result<(), Box<Finding>> {
        let Paper { draft, html } = paper;
        draft.clear();
        html.clear();
        let its = Value::from_serializable(&page.page);
        let mut context = Context::new();
        context.insert_value("page", its.clone());
        context.insert("view", &page.view);
        context.insert_value("shared", self.shared(&page.page)?);
        let fault = |error| Box::new(self.finding(&error));
        let printed = self.tera.render_to(page.template, &context, &mut *draft);
        printed.map_err(fault)?;
        let draft = encoding::text(draft).expect("invariant: templates write text");
        let Some(main) = main_of(draft) else {
            html.push_str(draft);
            return Ok(());
        };
        let outline = outline(&draft[main.clone()], &self.permalink);
        let frame = self.frame(&outline, its).map_err(|error| {
            let template = format!("components/{FRAME}.html");
            Box::new(self.finding_in(&template, &error))
        })?;
        let (opens, frame) = frame.split_once(BEFORE).unwrap_or(("", &frame));
        let (between, closes) = frame.rsplit_once(AFTER).unwrap_or((frame, ""));
        html.reserve(draft.len() + frame.len() + 160 * outline.entries.len());
        for part in [&draft[..main.start], opens, outline.before, between] {
            html.push_str(part);
        }
        outline.write_after(html);
        html.push_str(closes);
        html.push_str(&draft[main.end..]);
        Ok(())
    }

    /// What stands around the main part, with marks for its two parts.
    fn frame(&self, outline: &Outline<'_>, page: Value) -> TeraResult<String> {
        let mark = |part: &str, mark| if part.is_empty() { "" } else { mark };
        let given = [
            ("page", page),
            ("before", Value::from(mark(outline.before, BEFORE))),
            ("after", Value::from(AFTER)),
            ("contents", Value::from_serializable(&outline.entries)),
        ];
        let mut context = Context::new();
        for (name, value) in given {
            if self.framed.iter().any(|arg| arg == name) {
                context.insert_value(name, value);
            }
        }
        self.tera.render_component(FRAME, &context, None, true)
    }

    /// Whether a row can be printed by itself and stand in the tables of this theme.
    pub(super) fn prints_rows(&self) -> bool {
        !self.wants_cells && self.tera.contains_component("row")
    }

    /// A row as the table prints it.
    pub(super) fn row(&self, row: &RowView, columns: &[ColumnView]) -> TeraResult<String> {
        let mut context = Context::new();
        context.insert("r", row);
        context.insert("columns", columns);
        self.tera.render_component("row", &context, None, true)
    }

    /// What the shared templates come to for a page, by their names.
    fn shared(&self, page: &PageView) -> Result<Value, Box<Finding>> {
        let stand = Stand {
            root: page.root,
            section: page.section,
            group: page.group,
            route: match self.entries.contains(&page.route) {
                true => page.route.clone(),
                false => String::new(),
            },
        };
        let printed = || self.printed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = printed().get(&stand) {
            return Ok(known.clone());
        }
        let mut context = Context::new();
        context.insert("page", &stand);
        let mut texts: HashMap<&str, Value> = HashMap::new();
        for name in &self.shared {
            let text = self.tera.render(&format!("{SHARED}{name}.html"), &context);
            let text = text.map_err(|error| Box::new(self.finding(&error)))?;
            texts.insert(name, Value::safe_string(&text));
        }
        let texts = Value::from_serializable(&texts);
        printed().insert(stand, texts.clone());
        Ok(texts)
    }

    fn finding(&self, error: &tera::Error) -> Finding {
        self.finding_in("", error)
    }

    /// `printed`: the template at fault, where the error does not say.
    fn finding_in(&self, printed: &str, error: &tera::Error) -> Finding {
        let (template, line, message) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => (
                report.filename().to_owned(),
                report.span().start_line,
                report.message().to_owned(),
            ),
            other => {
                let message = other.to_string();
                let mut own = self.own.iter().map(|(name, _)| name.as_str());
                let named = own.find(|name| message.contains(name));
                (named.unwrap_or(printed).to_owned(), 0, message)
            }
        };
        let own = self.own.iter().find(|(name, _)| *name == template);
        let place = own.map_or(Place::Site, |(_, path)| Place::Path(path.clone()));
        Finding::error("template-error", place)
            .with("template", template)
            .with("line", line)
            .with("message", message)
    }
}

/// Where the content of the main part is, if the page has one.
fn main_of(page: &str) -> Option<Range<usize>> {
    let behind = |tag: usize| page[tag + "<main".len()..].chars().next();
    let is_whole = |tag: &usize| behind(*tag).is_some_and(|c| c == '>' || c.is_whitespace());
    let tag = every(page, "<main").find(is_whole)?;
    let (_, start) = next_tag(page, tag)?;
    let end = page.rfind("</main>")?;
    (start <= end).then_some(start..end)
}

/// `say(id="days", n=3)`: a message with its values.
fn say(catalogue: &Catalogue, values: &Kwargs) -> TeraResult<String> {
    let id = values.must_get::<&str>("id")?;
    let texts: Vec<(&str, String, bool)> = values
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?, value)))
        .filter(|(name, _)| *name != "id")
        .map(|(name, value)| (name, value.to_string(), is_number(value)))
        .collect();
    let args: Vec<(&str, Arg<'_>)> = texts
        .iter()
        .map(|(name, text, number)| match Decimal::parse(text) {
            Some(n) if *number => (*name, Arg::Number(n)),
            _ => (*name, Arg::Text(text)),
        })
        .collect();
    Ok(catalogue.say(id, &args))
}

/// `2026-03-11` in the words of the language; anything else as it stands.
fn day(catalogue: &Catalogue, iso: &str) -> String {
    let parts: Vec<Option<u32>> = iso.split('-').map(|part| part.parse().ok()).collect();
    let [Some(year), Some(month), Some(day)] = parts[..] else {
        return iso.to_owned();
    };
    let number = |part| Arg::Number(Decimal::from(part));
    let values = [("year", year), ("month", month), ("day", day)];
    catalogue.say(
        "date-long",
        &values.map(|(name, part)| (name, number(part))),
    )
}

/// `lang(of=view.title)`: the attribute that a text needs which is not in the language of its page.
fn lang(own: Option<Language>, values: &Kwargs) -> TeraResult<Value> {
    let text = values.must_get::<&str>("of")?;
    let other = named::lang(text, own);
    let attribute = other.map_or_else(String::new, |other| format!(" lang=\"{}\"", other.tag()));
    Ok(Value::safe_string(&attribute))
}

fn is_number(value: &Value) -> bool {
    value.is_number()
        || value
            .as_str()
            .is_some_and(|text| Decimal::parse(text).is_some())
}
