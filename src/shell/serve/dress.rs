//! What the preview adds to a page: its bar, and the findings over the last good page.

use std::time::Duration;

use crate::diagnostic::{self, Located};
use crate::markdown::escaped;
use crate::messages::{Arg, Catalogue};
use crate::source::Source;

use super::super::console::{Console, counted};
use super::reading::{Chosen, Said, Trouble};

/// What is said beside a page.
pub(super) struct Shown<'s> {
    pub(super) console: &'s Console,
    pub(super) source: &'s Source,
    pub(super) said: &'s Said,
    pub(super) chosen: &'s Chosen,
    /// What was found when this page was made.
    pub(super) found: Vec<Located>,
    /// The number of the state.
    pub(super) state: u64,
    pub(super) took: Duration,
}

/// How many findings a page is shown at once.
const SHOWN: usize = 50;

/// The head's additions.
const HEAD: &str = "<link rel=\"stylesheet\" href=\"/__preview/preview.css\">\
                    <script src=\"/__preview/preview.js\" defer></script>\n";

/// A page lets its scripts ask this server, beside what else it lets them do.
const POLICY: (&str, &str) = (
    "content=\"default-src 'none'; ",
    "content=\"default-src 'none'; connect-src 'self'; ",
);

/// A page of the site with the preview's additions.
pub(super) fn dressed(page: &[u8], shown: &Shown<'_>, (address, seen): (&str, &str)) -> Vec<u8> {
    let text = String::from_utf8_lossy(page);
    let text = text.replacen(POLICY.0, POLICY.1, 1);
    let (head, rest) = text.split_once("</head>").unwrap_or(("", &text));
    let (body, end) = rest.rsplit_once("</body>").unwrap_or((rest, ""));
    let bar = bar(shown, (address, seen));
    match (head, end) {
        ("", _) => format!("{body}{HEAD}{bar}</body>{end}").into_bytes(),
        _ => format!("{head}{HEAD}</head>{body}{bar}</body>{end}").into_bytes(),
    }
}

/// What stands where no page can be made.
pub(super) fn bare(shown: &Shown<'_>, address: &str) -> String {
    let words = shown.console.words();
    let bar = bar(shown, (address, ""));
    let title = escaped(&words.say("preview-none", &[]));
    let language = words.language().tag();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         connect-src 'self'; style-src 'self'; img-src 'self' data:; script-src 'self'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n{HEAD}\
         </head>\n<body class=\"preview-bare\">\n<main><h1>{title}</h1></main>\n{bar}</body>\n</html>\n"
    )
}

/// What a page that waits is told.
pub(super) fn news(shown: &Shown<'_>, is_other: bool) -> String {
    let said = shown.said;
    let news = serde_json::json!({
        "after": shown.state,
        "reload": is_other,
        "state": state(shown),
        "panel": panel(shown),
        "open": is_open(shown),
        "as_of": said.as_of.map(|day| day.to_string()).unwrap_or_default(),
        "audience": shown.chosen.audience.as_deref().unwrap_or_default(),
    });
    news.to_string()
}

/// A trouble in words.
pub(super) fn trouble(console: &Console, trouble: &Trouble) -> String {
    match trouble {
        Trouble::Usage(id, values) => {
            let values: Vec<_> = values.iter().map(|(k, v)| (*k, Arg::Text(v))).collect();
            console.words().say(id, &values)
        }
        Trouble::World(refusal) => console.say_refused(refusal),
    }
}

fn bar(shown: &Shown<'_>, (address, seen): (&str, &str)) -> String {
    let words = shown.console.words();
    let say = |id: &str| escaped(&words.say(id, &[]));
    let open = is_open(shown);
    let day = shown.said.as_of.map(|day| day.to_string());
    format!(
        "<aside id=\"preview\" class=\"preview\" lang=\"{language}\" aria-label=\"{name}\" \
         data-after=\"{after}\" data-page=\"{page}\" data-seen=\"{seen}\" data-lost=\"{lost}\">\n\
         <section id=\"preview-panel\" class=\"preview-panel\" aria-label=\"{findings}\" \
         tabindex=\"0\"{hidden}>{panel}</section>\n\
         <div class=\"preview-bar\">\n<strong>{name}</strong>\n\
         <label>{as_of} <input type=\"date\" id=\"preview-as-of\" value=\"{day}\"></label>\n\
         <label>{audience} <select id=\"preview-audience\">{audiences}</select></label>\n\
         <button type=\"button\" id=\"preview-apply\">{apply}</button>\n\
         <span id=\"preview-state\" class=\"preview-state\" role=\"status\">{state}</span>\n\
         <button type=\"button\" id=\"preview-toggle\" aria-controls=\"preview-panel\" \
         aria-expanded=\"{open}\">{findings}</button>\n</div>\n</aside>\n",
        language = words.language().tag(),
        name = say("preview-name"),
        after = shown.state,
        page = escaped(address),
        lost = say("preview-lost"),
        findings = say("preview-findings"),
        hidden = if open { "" } else { " hidden" },
        panel = panel(shown),
        as_of = say("preview-as-of"),
        day = day.unwrap_or_default(),
        audience = say("preview-audience"),
        audiences = audiences(shown, words),
        apply = say("preview-apply"),
        state = state(shown),
    )
}

fn audiences(shown: &Shown<'_>, words: &Catalogue) -> String {
    let chosen = shown.chosen.audience.as_deref().unwrap_or_default();
    let usual = (String::new(), words.say("preview-usual", &[]));
    let named = shown.said.audiences.iter();
    let named = named.map(|name| (name.clone(), name.clone()));
    let mut options = String::new();
    for (value, text) in std::iter::once(usual).chain(named) {
        let selected = if value == chosen { " selected" } else { "" };
        let (value, text) = (escaped(&value), escaped(&text));
        options.push_str(&format!(
            "<option value=\"{value}\"{selected}>{text}</option>"
        ));
    }
    options
}

/// Errors keep the last good page on the screen, and are laid over it; warnings wait until they are asked for.
fn is_open(shown: &Shown<'_>) -> bool {
    shown.said.counts.errors > 0 || shown.said.trouble.is_some() || !shown.found.is_empty()
}

/// How the last reading went.
fn state(shown: &Shown<'_>) -> String {
    let words = shown.console.words();
    let time = shown.took.as_millis().to_string();
    let mut counts = shown.said.counts;
    counts.errors += shown.found.len();
    let mut values = counted(counts, shown.said.records, &time);
    values.push(("ms", Arg::Text(&time)));
    let id = match is_open(shown) {
        true => "preview-kept",
        false => "preview-good",
    };
    escaped(&words.say(id, &values))
}

/// The findings as the terminal has them.
fn panel(shown: &Shown<'_>) -> String {
    let words = shown.console.words();
    let all: Vec<&Located> = shown.found.iter().chain(&shown.said.findings).collect();
    let mut html = String::new();
    if is_open(shown) {
        let kept = escaped(&words.say("preview-kept-why", &[]));
        html.push_str(&format!("<p class=\"preview-why\">{kept}</p>"));
    }
    if let Some(found) = &shown.said.trouble {
        let text = escaped(&trouble(shown.console, found));
        html.push_str(&format!("<pre>{text}</pre>"));
    }
    for one in all.iter().take(SHOWN) {
        let text = diagnostic::human(std::slice::from_ref(*one), shown.source, words, false);
        html.push_str(&format!("<pre>{}</pre>", escaped(text.trim_end())));
    }
    if all.len() > SHOWN {
        let more = crate::decimal::Decimal::from_whole((all.len() - SHOWN) as i64);
        let text = words.say("more-findings", &[("count", Arg::Number(more))]);
        html.push_str(&format!("<p>{}</p>", escaped(&text)));
    }
    if html.is_empty() {
        let clean = escaped(&words.say("preview-clean", &[]));
        html.push_str(&format!("<p>{clean}</p>"));
    }
    html
}
